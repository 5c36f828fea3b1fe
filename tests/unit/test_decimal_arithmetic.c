/* Sums, order, products, quotients and rounding, one by one. */
#include "decimals.h"

static void sums_stop_at_the_ends_of_the_range(void **unused)
{
    struct kam_decimal sum = {largest - 5};
    (void)unused;
    assert_true(kam_decimal_add(&sum, (struct kam_decimal){5}));
    assert_units(sum, largest);
    assert_false(kam_decimal_add(&sum, (struct kam_decimal){1}));
    assert_false(kam_decimal_add(&sum, (struct kam_decimal){largest}));
    assert_false(kam_decimal_subtract(&sum, (struct kam_decimal){-1}));
    assert_units(sum, largest);
    assert_true(kam_decimal_subtract(&sum, (struct kam_decimal){largest}));
    assert_units(sum, 0);
    assert_true(kam_decimal_subtract(&sum, (struct kam_decimal){largest}));
    assert_units(sum, -largest);
    assert_false(kam_decimal_add(&sum, (struct kam_decimal){-1}));
    assert_false(kam_decimal_subtract(&sum, (struct kam_decimal){1}));
    assert_false(kam_decimal_subtract(&sum, (struct kam_decimal){2}));
    assert_false(kam_decimal_subtract(&sum, (struct kam_decimal){largest}));
    assert_units(sum, -largest);
    assert_true(kam_decimal_add(&sum, (struct kam_decimal){7}));
    assert_units(sum, -largest + 7);
    assert_units(kam_decimal_negate(sum), largest - 7);
}

static void whole_numbers_of_any_size(void **unused)
{
    (void)unused;
    assert_units(kam_decimal_of(0), 0);
    assert_units(kam_decimal_of(-3), -3 * one);
    assert_units(kam_decimal_of(INT64_MAX), decimal("9223372036854775807").units);
    assert_units(kam_decimal_of(INT64_MIN), decimal("-9223372036854775808").units);
}

static void order_and_sign(void **unused)
{
    static const char *const ascending[] = {"-" LARGEST, "-2", "-0.000000000000000001",
                                            "0",         "1",  LARGEST};
    (void)unused;
    for (int i = 0; i < 6; i++) {
        assert_int_equal(kam_decimal_sign(decimal(ascending[i])), (i > 3) - (i < 3));
        for (int j = 0; j < 6; j++)
            assert_int_equal(kam_decimal_compare(decimal(ascending[i]), decimal(ascending[j])),
                             (i > j) - (i < j));
    }
}

static void assert_product(const char *a, const char *b, int places, const char *expected)
{
    struct kam_decimal product;
    assert_int_equal(kam_decimal_multiply(decimal(a), decimal(b), places, &product), KAM_NUMBER_OK);
    assert_units(product, decimal(expected).units);
}

static void products_round_half_to_even(void **unused)
{
    struct kam_decimal product = {-77};
    (void)unused;
    assert_product("12.5", "0.01", -1, "0.125");
    assert_product("12.5", "0.01", 2, "0.12");
    assert_product("13.5", "0.01", 2, "0.14");
    assert_product("-13.5", "0.01", 2, "-0.14");
    assert_product("12.500000000000000001", "0.01", 2, "0.13");
    assert_product("0.5", "1", 0, "0");
    assert_product("1.5", "1", 0, "2");
    assert_product("-0.5", "1", 0, "0");
    assert_product("0.000000000000000001", "0.5", 18, "0");
    assert_product("0.000000000000000003", "0.5", 18, "0.000000000000000002");
    assert_product(LARGEST, "1", -1, LARGEST);
    assert_product(LARGEST, "-1", 18, "-" LARGEST);
    assert_product("0", LARGEST, -1, "0");
    assert_int_equal(
        kam_decimal_multiply((struct kam_decimal){1}, (struct kam_decimal){1}, -1, &product),
        KAM_NUMBER_PLACES);
    assert_int_equal(kam_decimal_multiply(decimal(LARGEST), decimal("1"), 2, &product),
                     KAM_NUMBER_RANGE);
    assert_int_equal(
        kam_decimal_multiply(decimal(LARGEST), decimal("1.000000000000000001"), -1, &product),
        KAM_NUMBER_RANGE);
    assert_int_equal(kam_decimal_multiply(decimal(LARGEST), decimal(LARGEST), 0, &product),
                     KAM_NUMBER_RANGE);
}

static void assert_quotient(const char *a, const char *b, int places, const char *expected)
{
    struct kam_decimal quotient;
    assert_int_equal(kam_decimal_divide(decimal(a), decimal(b), places, &quotient), KAM_NUMBER_OK);
    assert_units(quotient, decimal(expected).units);
}

static void quotients_round_half_to_even(void **unused)
{
    struct kam_decimal quotient = {-77};
    (void)unused;
    assert_quotient("1", "3", 4, "0.3333");
    assert_quotient("-2", "3", 4, "-0.6667");
    assert_quotient("1", "8", 2, "0.12");
    assert_quotient("3", "8", 2, "0.38");
    assert_quotient("-3", "-8", 2, "0.38");
    assert_quotient("1", "2", 0, "0");
    assert_quotient("3", "2", 0, "2");
    assert_quotient("0", "-5", 4, "0");
    assert_quotient(LARGEST, LARGEST, 18, "1");
    assert_quotient("-" LARGEST, "1", 18, "-" LARGEST);
    assert_quotient("85070591730234615865.843651857942052863", LARGEST, 0, "0");
    assert_quotient("85070591730234615865.843651857942052864", LARGEST, 0, "1");
    assert_int_equal(kam_decimal_divide(decimal("1"), KAM_DECIMAL_ZERO, 4, &quotient),
                     KAM_NUMBER_RANGE);
    assert_int_equal(kam_decimal_divide(KAM_DECIMAL_ZERO, KAM_DECIMAL_ZERO, 4, &quotient),
                     KAM_NUMBER_RANGE);
    assert_int_equal(kam_decimal_divide(decimal(LARGEST), decimal("0.9"), 4, &quotient),
                     KAM_NUMBER_RANGE);
    assert_int_equal(kam_decimal_divide(decimal(LARGEST), (struct kam_decimal){1}, 18, &quotient),
                     KAM_NUMBER_RANGE);
    /* A quotient of 2^128 - 1 and more than a half: rounded up it must not come out as 0. */
    assert_int_equal(kam_decimal_divide(decimal("170141183460469230030.275469111191788411"),
                                        decimal("0.499999999999999995"), 18, &quotient),
                     KAM_NUMBER_RANGE);
    assert_units(quotient, -77);
}

static void rounding_is_half_to_even(void **unused)
{
    static const struct {
        const char *value;
        int places;
        const char *expected; /* NULL: out of range */
    } cases[] = {
        {"0.125", 2, "0.12"},
        {"0.135", 2, "0.14"},
        {"-0.135", 2, "-0.14"},
        {"0.125000000000000001", 2, "0.13"},
        {"0.124999999999999999", 2, "0.12"},
        {"-0.5", 0, "0"},
        {"-1.5", 0, "-2"},
        {"9.999", 2, "10"},
        {LARGEST, 18, LARGEST},
        {"-" LARGEST, 17, NULL},
        {LARGEST, 2, NULL},
        {"170141183460469231731.499999999999999999", 0, "170141183460469231731"},
        {"170141183460469231731.5", 0, NULL},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct kam_decimal value = decimal(cases[i].value), rounded = {-77};
        const char *expected = cases[i].expected;
        assert_int_equal(kam_decimal_round(value, cases[i].places, &rounded),
                         expected ? KAM_NUMBER_OK : KAM_NUMBER_RANGE);
        assert_units(rounded, expected ? decimal(expected).units : -77);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_stop_at_the_ends_of_the_range),
        cmocka_unit_test(whole_numbers_of_any_size),
        cmocka_unit_test(order_and_sign),
        cmocka_unit_test(products_round_half_to_even),
        cmocka_unit_test(quotients_round_half_to_even),
        cmocka_unit_test(rounding_is_half_to_even),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
