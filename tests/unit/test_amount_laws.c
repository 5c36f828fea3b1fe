/* What holds for amounts however they are written, at the edges of range and length as well. */
#include "amounts.h"
#include "random.h"

#include <stdio.h>

static struct kam_amount amount(const char *cell)
{
    struct kam_amount result = {.minor = untouched};
    assert_int_equal(kam_amount_parse(kam_text_of(cell), &point, &result), KAM_NUMBER_OK);
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
        enum kam_number outcome = kam_amount_parse(text, &point, &result);
        /* --5, 1.234.567 and 5- are known here, if not as plain numbers */
        if (expected == KAM_NUMBER_SYNTAX &&
            (outcome == KAM_NUMBER_NEGATIVE || outcome == KAM_NUMBER_SIGN ||
             (length && cell[length - 1] == '-')))
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

/* WHOLE and FRACTION, digits, as a column with SEPARATOR at thousands writes them. */
static void write_digits(char *out, const char *whole, const char *separator, const char *decimal,
                         const char *fraction)
{
    size_t n = 0;
    for (size_t left = strlen(whole); left; left--) {
        out[n++] = *whole++;
        for (const char *c = separator; left > 1 && left % 3 == 1 && *c; c++)
            out[n++] = *c;
    }
    sprintf(out + n, "%s%s", decimal, fraction);
}

/* Digits of ASCII in TEXT in full width. */
static void widen(const char *text, char *out)
{
    size_t n = 0;
    for (; *text; text++)
        if (*text >= '0' && *text <= '9') {
            memcpy(out + n, "\uFF10", 3);
            out[n + 2] = (char)(out[n + 2] + (*text - '0'));
            n += 3;
        } else {
            out[n++] = *text;
        }
    out[n] = '\0';
}

/* However a number is written, it is the same number. */
static void every_style_agrees_with_the_plain_number(void **unused)
{
    static const struct {
        const char *format, *currency;
        bool negative;
    } frames[] = {
        {"%s", "", false},          {"-%s", "", true},
        {"%s-", "", true},          {"(%s)", "", true},
        {"（￥ %s）", "CNY", true}, {"\u2212%s €", "EUR", true},
        {"HK$%s", "HKD", false},    {"\u2009＋ %s\u202F元", "CNY", false},
    };
    static const char *const separators[] = {"",       ",", "，",     " ", "\u00A0", "\u202F",
                                             "\u2009", "'", "\u2019", ".", "．"};
    enum { FRAMES = sizeof frames / sizeof frames[0] };
    enum { SEPARATORS = sizeof separators / sizeof separators[0] };
    uint64_t state = 12;
    char whole[32], fraction[32], digits[128], cell[512], wide[512], plain[80],
        out[KAM_DECIMAL_SIZE];
    (void)unused;
    for (int i = 0; i < 20000; i++) {
        unsigned places = 1 + random_below(&state, 18);
        bool with_comma = i % 2;
        const char *separator = separators[random_below(&state, SEPARATORS)];
        size_t frame = random_below(&state, FRAMES);
        if (strstr(with_comma ? ",，" : ".．", separator) && *separator)
            separator = "";
        snprintf(whole, sizeof whole, "%llu",
                 (unsigned long long)(1 + (random_bits(&state) >> random_below(&state, 64)) / 2));
        snprintf(fraction, sizeof fraction, "%0*llu", (int)places,
                 (unsigned long long)(random_bits(&state) % UINT64_C(10000000000)));
        write_digits(digits, whole, separator, with_comma ? "," : ".", fraction);
        snprintf(plain, sizeof plain, "%s%s.%s", frames[frame].negative ? "-" : "", whole,
                 fraction);
        const char *at = strstr(frames[frame].format, "%s");
        snprintf(cell, sizeof cell, "%.*s%s%s", (int)(at - frames[frame].format),
                 frames[frame].format, digits, at + 2);
        widen(cell, wide);
        kam_decimal_format(amount(plain).exact, 2, out);
        assert_amount(cell, with_comma ? &comma : &point, out, frames[frame].currency);
        assert_amount(wide, with_comma ? &comma : &point, out, frames[frame].currency);
    }
}

/* A column's unit and rounding are what multiplying and rounding the plain number comes to. */
static void units_and_rounding_agree_with_decimals(void **unused)
{
    uint64_t state = 13;
    char cell[64];
    int good = 0;
    (void)unused;
    for (int i = 0; i < 100000; i++) {
        struct kam_amount_style style = {KAM_SIGN_POINT, (int)random_below(&state, 12) - 3,
                                         (int)random_below(&state, 20) - 1};
        struct kam_decimal value, factor, expected;
        struct kam_amount result;
        snprintf(cell, sizeof cell, "-%u.%0*u", random_below(&state, 100000),
                 1 + (int)random_below(&state, 15),
                 i % 4 ? random_below(&state, 1000000) : 5 * random_below(&state, 200));
        assert_int_equal(kam_decimal_parse(kam_text_of(cell), &value), KAM_NUMBER_OK);
        factor = kam_decimal_of(1);
        for (int e = 0; e < (style.exponent < 0 ? -style.exponent : style.exponent); e++)
            assert_int_equal(style.exponent < 0
                                 ? kam_decimal_divide(factor, kam_decimal_of(10), 18, &factor)
                                 : kam_decimal_multiply(factor, kam_decimal_of(10), -1, &factor),
                             KAM_NUMBER_OK);
        enum kam_number outcome = kam_decimal_multiply(value, factor, style.round, &expected);
        assert_int_equal(kam_amount_parse(kam_text_of(cell), &style, &result), outcome);
        if (outcome != KAM_NUMBER_OK)
            continue;
        good++;
        assert_true(result.exact.units == expected.units);
        struct kam_amount same = kam_amount_of(expected);
        assert_int_equal(result.is_minor, same.is_minor);
    }
    assert_true(good > 80000);
}

/* 400 digits, or 400,000, neither hang nor overflow anything. */
static void long_cells(void **unused)
{
    enum { LENGTH = 400000 };
    static char cell[LENGTH];
    struct kam_amount result;
    struct kam_text text = {cell, LENGTH};
    (void)unused;
    for (size_t i = 0; i < STYLES; i++) {
        memset(cell, '9', LENGTH);
        assert_int_equal(kam_amount_parse(text, styles[i], &result), KAM_NUMBER_RANGE);
        cell[0] = styles[i]->sign == KAM_SIGN_COMMA ? ',' : '.';
        assert_int_equal(kam_amount_parse(text, styles[i], &result),
                         styles[i]->round < 0 ? KAM_NUMBER_PLACES : KAM_NUMBER_OK);
        memset(cell, '-', LENGTH);
        assert_int_equal(kam_amount_parse(text, styles[i], &result), KAM_NUMBER_SYNTAX);
        memset(cell, '$', LENGTH);
        assert_int_equal(kam_amount_parse(text, styles[i], &result), KAM_NUMBER_SYNTAX);
        memset(cell, '(', LENGTH);
        assert_int_equal(kam_amount_parse(text, styles[i], &result), KAM_NUMBER_SYNTAX);
        memset(cell, '9', LENGTH);
        cell[1] = 'E';
        assert_int_equal(kam_amount_parse(text, styles[i], &result), KAM_NUMBER_LOST);
        memset(cell, '0', LENGTH);
        cell[LENGTH - 1] = '7';
        assert_int_equal(kam_amount_parse(text, &point, &result), KAM_NUMBER_OK);
        assert_true(result.minor == 70000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(minor_units_are_10_to_the_minus_4),
        cmocka_unit_test(plain_numbers_agree_with_decimal_parse),
        cmocka_unit_test(every_style_agrees_with_the_plain_number),
        cmocka_unit_test(units_and_rounding_agree_with_decimals),
        cmocka_unit_test(long_cells),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
