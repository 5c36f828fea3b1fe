/* Decimals from texts and back. */
#include "decimals.h"

#include <stdio.h>

static enum kam_number outcome_of(const char *text)
{
    struct kam_decimal value = {-77};
    enum kam_number outcome = kam_decimal_parse(kam_text_of(text), &value);
    if (outcome != KAM_NUMBER_OK)
        assert_units(value, -77);
    return outcome;
}

static void plain_numbers_are_parsed(void **unused)
{
    (void)unused;
    assert_units(decimal("0"), 0);
    assert_units(decimal("-0"), 0);
    assert_units(decimal("1"), one);
    assert_units(decimal("+1"), one);
    assert_units(decimal("-1.5"), -one - one / 2);
    assert_units(decimal(".5"), one / 2);
    assert_units(decimal("-.5"), -one / 2);
    assert_units(decimal("5."), 5 * one);
    assert_units(decimal("1234567890.0123456789"), 1234567890 * one + 12345678900000000);
    assert_units(decimal("0.000000000000000001"), 1);
    assert_units(decimal("-0.000000000000000001"), -1);
    assert_units(decimal("0.0000000000000000010000000"), 1);
    assert_units(decimal("1.0000000000000000000000000000000000000000000000"), one);
    assert_units(decimal("0000000000000000000000000000000000000000000000000001.5"), one + one / 2);
    assert_units(decimal("000000000000000000000000000000000000000000000000000"), 0);
}

static void the_ends_of_the_range_are_parsed(void **unused)
{
    (void)unused;
    assert_units(decimal(LARGEST), largest);
    assert_units(decimal("-" LARGEST), -largest);
    assert_units(decimal("000" LARGEST "000"), largest);
    assert_int_equal(outcome_of("170141183460469231731.687303715884105728"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("-170141183460469231731.687303715884105728"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("170141183460469231732"), KAM_NUMBER_RANGE);
    assert_units(decimal("170141183460469231731"), 3 * (largest / 3 / one) * one);
    /* 2^128 and its neighbours in units, and wholes around 2^128: nothing may wrap around. */
    assert_int_equal(outcome_of("340282366920938463463.374607431768211455"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("340282366920938463463.374607431768211456"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("340282366920938463463.374607431768211457"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("340282366920938463463374607431768211455"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("340282366920938463463374607431768211456"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("340282366920938463463374607431768211457"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("3402823669209384634633746074317682114560"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("99999999999999999999999999999999999999999999999999999999999"),
                     KAM_NUMBER_RANGE);
}

static void places_beyond_the_18th_have_to_be_zeros(void **unused)
{
    (void)unused;
    assert_int_equal(outcome_of("0.0000000000000000001"), KAM_NUMBER_PLACES);
    assert_int_equal(outcome_of("1.1234567890123456789"), KAM_NUMBER_PLACES);
    assert_int_equal(outcome_of("1.0000000000000000000000000000000000000000000000001"),
                     KAM_NUMBER_PLACES);
    assert_int_equal(outcome_of("0.00000000000000000010"), KAM_NUMBER_PLACES);
    assert_int_equal(outcome_of("999999999999999999999.0000000000000000001"), KAM_NUMBER_RANGE);
}

static void anything_else_is_not_a_number(void **unused)
{
    static const char *const texts[] = {
        "",
        "-",
        "+",
        ".",
        "-.",
        "--1",
        "+-1",
        "1-",
        "1+",
        "1.2.3",
        "1..2",
        " 1",
        "1 ",
        "1,2",
        "1e5",
        "0x1",
        "NaN",
        "inf",
        "1.5x",
        "x",
        "1/",
        "1:",
        "1\x80",
        "-1-1",
        "..",
        "1 2",
        "/",
        ":",
        "\xEF\xBC\x91",
        "0.00000000000000000001x",
        "999999999999999999999999999999999999999999999999x",
    };
    struct kam_decimal value;
    (void)unused;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (outcome_of(texts[i]) != KAM_NUMBER_SYNTAX)
            fail_msg("'%s' was taken for a number", texts[i]);
    assert_int_equal(kam_decimal_parse((struct kam_text){NULL, 0}, &value), KAM_NUMBER_SYNTAX);
    assert_int_equal(kam_decimal_parse((struct kam_text){"1\0", 2}, &value), KAM_NUMBER_SYNTAX);
    assert_int_equal(kam_decimal_parse((struct kam_text){"12", 1}, &value), KAM_NUMBER_OK);
    assert_units(value, one);
}

static void outcomes_have_reasons(void **unused)
{
    (void)unused;
    assert_string_equal(kam_number_reason(KAM_NUMBER_SYNTAX), "not a number");
    assert_string_equal(kam_number_reason(KAM_NUMBER_PLACES), "more than 18 decimal places");
    assert_string_equal(kam_number_reason(KAM_NUMBER_RANGE), "number too large");
    assert_string_equal(kam_number_reason(KAM_NUMBER_OK), "a number");
}

static void assert_format(const char *text, int min_places, const char *expected)
{
    char out[KAM_DECIMAL_SIZE];
    size_t length = kam_decimal_format(decimal(text), min_places, out);
    assert_string_equal(out, expected);
    assert_int_equal(length, strlen(expected));
}

static void numbers_are_written_with_the_places_they_need(void **unused)
{
    (void)unused;
    assert_format("0", 0, "0");
    assert_format("0", 2, "0.00");
    assert_format("0", 18, "0.000000000000000000");
    assert_format("-0", 2, "0.00");
    assert_format("-1234.5", 2, "-1234.50");
    assert_format("-1234.5", 0, "-1234.5");
    assert_format("1234.567", 2, "1234.567");
    assert_format("100", 0, "100");
    assert_format("-0.05", 0, "-0.05");
    assert_format("0.000000000000000001", 2, "0.000000000000000001");
    assert_format("18446744073709551615", 0, "18446744073709551615");
    assert_format("18446744073709551616", 0, "18446744073709551616");
    assert_format("100000000000000000000", 0, "100000000000000000000");
    assert_format(LARGEST, 2, LARGEST);
    assert_format("-" LARGEST, 0, "-" LARGEST);
}

static void what_is_written_is_read_back(void **unused)
{
    uint64_t state = 3;
    char out[KAM_DECIMAL_SIZE];
    (void)unused;
    for (int i = 0; i < 50000; i++) {
        struct kam_decimal value = awkward(&state);
        int min_places = (int)random_below(&state, 19);
        memset(out, 'x', sizeof out);
        size_t length = kam_decimal_format(value, min_places, out);
        assert_true(length < sizeof out && out[length] == '\0');
        assert_units(decimal(out), value.units);
        const char *point = strchr(out, '.');
        int places = point ? (int)strlen(point + 1) : 0;
        assert_true(places >= min_places && places <= 18);
        assert_true(places == min_places || out[length - 1] != '0');
    }
}

/* Zeros in front make no difference, though a number becomes so long that it is read otherwise. */
static void short_and_long_ways_of_writing_agree(void **state)
{
    static const char *const texts[] = {
        "0",
        "7",
        ".5",
        "5.",
        "0.1",
        "123456789012345678",
        "12345678901234567.",
        "1.2",
        ".",
        "",
        "1.2.",
        "1..2",
        "..",
        ".12345678901234567",
        "1,2",
        "1 ",
        " 1",
        "1e5",
        "1-",
        "0.000000000000000",
        "99999999999999.99",
        "x",
        "+",
        "1/2",
        "1:2",
        "000.0100",
        "9.0000000000000001",
        "999999999999999999",
    };
    static const char *const signs[] = {"", "-", "+", "--", "+-"};

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t s = 0; s < sizeof signs / sizeof *signs; s++) {
            char plain[64], padded[96];
            struct kam_decimal a, b;
            /* Without a digit there is no number, with zeros in front there is one. */
            bool has_digit = strpbrk(texts[i], "0123456789") != NULL;
            snprintf(plain, sizeof plain, "%s%s%s", signs[s], has_digit ? "" : "0", texts[i]);
            snprintf(padded, sizeof padded, "%s%020d%s", signs[s], 0, texts[i]);
            enum kam_number outcome = kam_decimal_parse(kam_text_of(plain), &a);
            assert_int_equal(outcome, kam_decimal_parse(kam_text_of(padded), &b));
            if (outcome == KAM_NUMBER_OK)
                assert_int_equal(kam_decimal_compare(a, b), 0);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_numbers_are_parsed),
        cmocka_unit_test(the_ends_of_the_range_are_parsed),
        cmocka_unit_test(places_beyond_the_18th_have_to_be_zeros),
        cmocka_unit_test(anything_else_is_not_a_number),
        cmocka_unit_test(outcomes_have_reasons),
        cmocka_unit_test(numbers_are_written_with_the_places_they_need),
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(short_and_long_ways_of_writing_agree),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
