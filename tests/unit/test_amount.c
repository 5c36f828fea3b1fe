#include "base/amount.h"

#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const int64_t untouched = 4711;

/* The text kam would write for CELL, or why it is refused. */
static void assert_amount(const char *cell, const char *expected)
{
    struct kam_amount amount = {.minor = untouched};
    enum kam_number outcome = kam_amount_parse(kam_text_of(cell), &amount);
    char out[KAM_DECIMAL_SIZE];

    if (outcome != KAM_NUMBER_OK)
        fail_msg("'%s': %s", cell, kam_number_reason(outcome));
    kam_decimal_format(amount.exact, 2, out);
    if (strcmp(out, expected) != 0)
        fail_msg("'%s' was taken for %s instead of %s", cell, out, expected);
    struct kam_amount same = kam_amount_of(amount.exact);
    assert_int_equal(amount.is_minor, same.is_minor);
    if (amount.is_minor) {
        assert_int_equal(amount.minor, same.minor);
        assert_true(kam_decimal_of_minor(amount.minor).units == amount.exact.units);
    }
}

static void assert_refused(const char *cell, enum kam_number expected)
{
    struct kam_amount amount = {.minor = untouched};
    if (kam_amount_parse(kam_text_of(cell), &amount) != expected)
        fail_msg("'%s' was not refused as %s", cell, kam_number_reason(expected));
    assert_int_equal(amount.minor, untouched);
}

static void plain_numbers(void **unused)
{
    (void)unused;
    assert_amount("0", "0.00");
    assert_amount("-0", "0.00");
    assert_amount("7", "7.00");
    assert_amount("1234.5", "1234.50");
    assert_amount("-0.01", "-0.01");
    assert_amount(".5", "0.50");
    assert_amount("-.5", "-0.50");
    assert_amount("5.", "5.00");
    assert_amount("-1234567890123456.78", "-1234567890123456.78");
    assert_amount("0.00001", "0.00001");
    assert_amount("999999999999999999", "999999999999999999.00");
    assert_amount("-999999999999999999", "-999999999999999999.00");
    assert_amount("1000000000000000000", "1000000000000000000.00");
    assert_amount("9999999999999999999", "9999999999999999999.00");
    assert_amount("-99999999999999999999", "-99999999999999999999.00");
    assert_amount(".999999999999999999", "0.999999999999999999");
    assert_amount("0.999999999999999999", "0.999999999999999999");
    assert_amount("-1.234567890123456789", "-1.234567890123456789");
    assert_amount("00000000000000000000000000000000000000001234.50", "1234.50");
    assert_amount("1234.500000000000000000000000000000000000000000", "1234.50");
    assert_amount("170141183460469231731.687303715884105727",
                  "170141183460469231731.687303715884105727");
}

static void signs(void **unused)
{
    (void)unused;
    assert_amount("+5", "5.00");
    assert_amount("+ 5", "5.00");
    assert_amount("- 5", "-5.00");
    assert_amount("1234.5-", "-1234.50");
    assert_amount("1234.5 -", "-1234.50");
    assert_amount("(5)", "-5.00");
    assert_amount("( 5 )", "-5.00");
    assert_amount("(1,234.50)", "-1234.50");
    assert_amount("(0)", "0.00");
    assert_amount("12.34-", "-12.34");
}

static void white_space_around(void **unused)
{
    (void)unused;
    assert_amount(" 5", "5.00");
    assert_amount("5\r\n", "5.00");
    assert_amount("\t -5.25 ", "-5.25");
    assert_amount("\xC2\xA0"
                  "5\xE3\x80\x80",
                  "5.00");
}

static void thousands(void **unused)
{
    (void)unused;
    assert_amount("1,234", "1234.00");
    assert_amount("12,345.678901", "12345.678901");
    assert_amount("123,456", "123456.00");
    assert_amount("1,234,567.50", "1234567.50");
    assert_amount("-1,000,000", "-1000000.00");
    assert_amount("1,234.", "1234.00");
    assert_amount("+1,234.50", "1234.50");
    assert_amount("100,000,000,000,000,000,000", "100000000000000000000.00");
}

static void currencies(void **unused)
{
    static const char *const signs[] = {"￥", "¥", "$", "€", "£", "元", "CNY", "RMB", "USD", "EUR"};
    static const struct {
        const char *format, *expected;
    } forms[] = {
        {"%s1,234.50", "1234.50"},
        {"%s 12", "12.00"},
        {"12%s", "12.00"},
        {"12 %s", "12.00"},
        {"-%s1,234.50", "-1234.50"},
        {"%s-1,234.50", "-1234.50"},
        {"(%s1,234.50)", "-1234.50"},
        {"%s(5)", "-5.00"},
        {"(5)%s", "-5.00"},
        {"(5%s)", "-5.00"},
        {"+%s5", "5.00"},
        {"%s+5", "5.00"},
        {"%s 5-", "-5.00"},
        {"5-%s", "-5.00"},
        {"5%s-", "-5.00"},
        {" - %s 5 ", "-5.00"},
        {"-5%s", "-5.00"},
        {"( %s 5 )", "-5.00"},
        {"%s.5", "0.50"},
    };
    char cell[64];
    (void)unused;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        for (size_t j = 0; j < sizeof forms / sizeof forms[0]; j++) {
            const char *at = strstr(forms[j].format, "%s");
            snprintf(cell, sizeof cell, "%.*s%s%s", (int)(at - forms[j].format), forms[j].format,
                     signs[i], at + 2);
            assert_amount(cell, forms[j].expected);
        }
}

static void nothing_is_guessed(void **unused)
{
    static const char *const cells[] = {
        /* nothing there */
        "",
        " ",
        "-",
        "+",
        ".",
        "-.",
        "()",
        "( )",
        "(",
        ")",
        ",",
        "￥",
        "CNY",
        "$-",
        "- ",
        "(.)",
        /* two signs */
        "-(5)",
        "(-5)",
        "+(5)",
        "--5",
        "++5",
        "+-5",
        "-+5",
        "5--",
        "-5-",
        "+5-",
        "5+",
        "((5))",
        "(5)-",
        "(5-)",
        "-￥-5",
        /* half a pair */
        "(5",
        "5)",
        ")5(",
        "(5(",
        ")5)",
        /* separators out of place */
        "1,23",
        "1,2345.00",
        "1234,567",
        "1,234,56",
        "12,34,567",
        ",123",
        "1,,234",
        "1,234,",
        "1,234,.50",
        "1.234,567",
        "1,234.567,890",
        "1.5,",
        "0,123",
        "0,123.45",
        "00,123",
        "1,",
        "1,234567",
        "1,234 567",
        ".1,234",
        "1,2,3",
        "1,2x4",
        "123,45x",
        /* other things */
        "5-5",
        "1e5",
        "1E+5",
        "NaN",
        "inf",
        "0x10",
        "1.2.3",
        "1..2",
        "1 234",
        "1 2",
        "1'234",
        "12 34.5",
        "5%",
        "1/2",
        "1:2",
        "abc",
        "12abc",
        "CN",
        "CNY",
        "cny 5",
        "CNY5USD",
        "$5$",
        "￥￥5",
        "$￥5",
        "¥5元",
        "CNY CNY 5",
        "GBP 5",
        "5 . 5",
        "5. 5",
        "\xEF\xBF",
        "5\xEF\xBF",
        "\xBF\xA5"
        "5",
        "12万",
        "１２",
        "1,234,567.50x",
        "x1,234.50",
        "1\x80",
        "11111111111111111111111111111111111111111111111111111111x",
    };
    struct kam_amount amount;
    (void)unused;
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        assert_refused(cells[i], KAM_NUMBER_SYNTAX);
    assert_int_equal(kam_amount_parse((struct kam_text){NULL, 0}, &amount), KAM_NUMBER_SYNTAX);
    assert_int_equal(kam_amount_parse((struct kam_text){"5\0", 2}, &amount), KAM_NUMBER_SYNTAX);
}

static void what_128_bits_do_not_hold_is_refused(void **unused)
{
    (void)unused;
    assert_refused("0.0000000000000000001", KAM_NUMBER_PLACES);
    assert_refused("￥1,234.0000000000000000001", KAM_NUMBER_PLACES);
    assert_refused("-170141183460469231731.687303715884105728", KAM_NUMBER_RANGE);
    assert_refused("(170,141,183,460,469,231,732)", KAM_NUMBER_RANGE);
}

static struct kam_amount amount(const char *cell)
{
    struct kam_amount result = {.minor = untouched};
    assert_int_equal(kam_amount_parse(kam_text_of(cell), &result), KAM_NUMBER_OK);
    return result;
}

static void assert_minor(const char *cell, int64_t minor)
{
    struct kam_amount result = amount(cell);
    assert_true(result.is_minor);
    assert_int_equal(result.minor, minor);
}

/* The fast path and the slow one (the same with a sign of currency) agree. */
static void minor_units_are_10_to_the_minus_4(void **unused)
{
    (void)unused;
    assert_minor("1234.5", 12345000);
    assert_minor("￥1234.5", 12345000);
    assert_minor("-0.0001", -1);
    assert_minor("￥-0.0001", -1);
    assert_minor("0.00010", 1);
    assert_minor("-1.2345000000", -12345);
    assert_minor("￥-1.2345000000", -12345);
    assert_minor("922337203685477.5807", INT64_MAX);
    assert_minor("-922337203685477.5808", INT64_MIN);
    assert_minor("922337203685477.58070", INT64_MAX);
    assert_minor("￥922337203685477.5807", INT64_MAX);
    assert_minor("￥-922337203685477.5808", INT64_MIN);
    assert_false(amount("922337203685477.5808").is_minor);
    assert_false(amount("-922337203685477.5809").is_minor);
    assert_false(amount("922337203685478").is_minor);
    assert_false(amount("999999999999999999").is_minor);
    assert_false(amount("￥922337203685477.5808").is_minor);
    assert_false(amount("￥-922337203685477.5809").is_minor);
    /* 2^64 and 2^65 minor units: what is cut off must not be taken for 0 */
    assert_false(amount("￥1844674407370955.1616").is_minor);
    assert_false(amount("3689348814741910.3232").is_minor);
    assert_false(amount("0.00001").is_minor);
    assert_false(amount("￥0.00001").is_minor);
    assert_false(amount("1.23456").is_minor);
    assert_false(amount("-1.234560000000000001").is_minor);
}

static void plain_numbers_agree_with_decimal_parse(void **unused)
{
    static const char alphabet[] = "0123456789001.-";
    uint64_t state = 11;
    char cell[64];
    int good = 0;
    (void)unused;
    for (int i = 0; i < 300000; i++) {
        size_t length = random_below(&state, i % 2 ? 24 : 48);
        for (size_t j = 0; j < length; j++)
            cell[j] = alphabet[random_below(&state, j && i % 8 ? 13 : sizeof alphabet - 1)];
        struct kam_text text = {cell, length};
        struct kam_decimal value;
        struct kam_amount result;
        enum kam_number expected = kam_decimal_parse(text, &value);
        enum kam_number outcome = kam_amount_parse(text, &result);
        if (expected == KAM_NUMBER_SYNTAX && length && cell[length - 1] == '-')
            continue;
        assert_int_equal(outcome, expected);
        if (outcome != KAM_NUMBER_OK)
            continue;
        good++;
        struct kam_amount same = kam_amount_of(value);
        assert_true(result.exact.units == value.units);
        assert_int_equal(result.is_minor, same.is_minor);
        if (same.is_minor)
            assert_int_equal(result.minor, same.minor);
    }
    assert_true(good > 50000);
}

/* Whatever a number looks like in a spreadsheet, it is the same number. */
static void styles_agree_with_the_plain_number(void **unused)
{
    uint64_t state = 12;
    char plain[64], styled[80];
    (void)unused;
    for (int i = 0; i < 20000; i++) {
        uint64_t whole = 1 + (random_bits(&state) >> random_below(&state, 64)) / 2;
        unsigned cents = random_below(&state, 100);
        size_t n = 0;
        snprintf(plain, sizeof plain, "-%llu.%02u", (unsigned long long)whole, cents);
        n += (size_t)snprintf(styled, sizeof styled, "(￥ ");
        const char *digits = plain + 1;
        for (size_t left = strcspn(digits, "."); left; left--) {
            styled[n++] = *digits++;
            if (left > 1 && left % 3 == 1)
                styled[n++] = ',';
        }
        snprintf(styled + n, sizeof styled - n, ".%02u)", cents);
        struct kam_amount a = amount(plain), b = amount(styled);
        assert_true(a.exact.units == b.exact.units);
        assert_int_equal(a.is_minor, b.is_minor);
        if (a.is_minor)
            assert_int_equal(a.minor, b.minor);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_numbers),
        cmocka_unit_test(signs),
        cmocka_unit_test(white_space_around),
        cmocka_unit_test(thousands),
        cmocka_unit_test(currencies),
        cmocka_unit_test(nothing_is_guessed),
        cmocka_unit_test(what_128_bits_do_not_hold_is_refused),
        cmocka_unit_test(minor_units_are_10_to_the_minus_4),
        cmocka_unit_test(plain_numbers_agree_with_decimal_parse),
        cmocka_unit_test(styles_agree_with_the_plain_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
