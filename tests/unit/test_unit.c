#include "base/unit.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct {
    const char *text;
    int exponent;
    const char *currency;
} good[] = {
    {"元", 0, "CNY"},
    {" 元 ", 0, "CNY"},
    {"角", -1, "CNY"},
    {"分", -2, "CNY"},
    {"厘", -3, "CNY"},
    {"百", 2, ""},
    {"百元", 2, "CNY"},
    {"千", 3, ""},
    {"千元", 3, "CNY"},
    {"万", 4, ""},
    {"万元", 4, "CNY"},
    {"万 元", 4, "CNY"},
    {"万\u3000元", 4, "CNY"},
    {"百万", 6, ""},
    {"百万元", 6, "CNY"},
    {"千万", 7, ""},
    {"千万元", 7, "CNY"},
    {"亿", 8, ""},
    {"亿元", 8, "CNY"},
    {"人民币", 0, "CNY"},
    {"人民币元", 0, "CNY"},
    {"人民币万元", 4, "CNY"},
    {"人民币 百万", 6, "CNY"},
    {"万元人民币", 4, "CNY"},
    {"人民币分", -2, "CNY"},
    {"美元", 0, "USD"},
    {"万美元", 4, "USD"},
    {"亿美元", 8, "USD"},
    {"百万港元", 6, "HKD"},
    {"千欧元", 3, "EUR"},
    {"万日元", 4, "JPY"},
    {"新台币千", 3, "TWD"},
    {"yuan", 0, "CNY"},
    {"Yuan", 0, "CNY"},
    {"10,000 yuan", 4, "CNY"},
    {"RMB 10,000 yuan", 4, "CNY"},
    {"100 million yuan", 8, "CNY"},
    {"thousand yuan", 3, "CNY"},
    {"cents", -2, ""},
    {"USD cents", -2, "USD"},
    {"thousand", 3, ""},
    {"Thousands", 3, ""},
    {"k", 3, ""},
    {"K", 3, ""},
    {"'000", 3, ""},
    {"\u2019000", 3, ""},
    {"000s", 3, ""},
    {"000's", 3, ""},
    {"million", 6, ""},
    {"MILLIONS", 6, ""},
    {"mn", 6, ""},
    {"m", 6, ""},
    {"bn", 9, ""},
    {"CNY", 0, "CNY"},
    {"cny", 0, "CNY"},
    {"RMB", 0, "CNY"},
    {"¥", 0, "CNY"},
    {"￥", 0, "CNY"},
    {"$", 0, "USD"},
    {"＄", 0, "USD"},
    {"€", 0, "EUR"},
    {"£", 0, "GBP"},
    {"HK$", 0, "HKD"},
    {"CNY thousand", 3, "CNY"},
    {"thousand CNY", 3, "CNY"},
    {"USD m", 6, "USD"},
    {"USDm", 6, "USD"},
    {"US$ million", 6, "USD"},
    {"$k", 3, "USD"},
    {"k€", 3, "EUR"},
    {"CNY 10,000", 4, "CNY"},
    {"RMB'000", 3, "CNY"},
    {"RMB ’000", 3, "CNY"},
    {"RMB 10k", 4, "CNY"},
    {"ＣＮＹ　１０，０００", 4, "CNY"},
    {"ｋ", 3, ""},
    {"lakh", 5, ""},
    {"Lakhs", 5, ""},
    {"CNY lacs", 5, "CNY"},
    {"crore", 7, ""},
    {"in Crores", 7, ""},
    {"千円", 3, "JPY"},
    {"百万円", 6, "JPY"},
    {"億円", 8, "JPY"},
};

static const char *const bad[] = {
    "",
    " ",
    "　",
    "含税",
    "不含税",
    "万件",
    "件",
    "个月",
    "10万",
    "万万",
    "元元元",
    "美元元",
    "USD EUR",
    "USD 元",
    "USD分",
    "港币角",
    "CAD",
    "kk",
    "km",
    "mm",
    "thousan",
    "1",
    "10",
    "1,00",
    "10,00",
    "100,00",
    "thousand k",
    "CNY CNY CNY",
    "%",
    "net",
    "GB",
    "分钟",
    "元/月",
    "'",
    "00",
    "0000",
    "k '000",
    "yuan yuan yuan",
    "\xE4\xB8",
    "k\xFF",
    "元\xEF\xBF",
    "the amounts of this column are given in thousands of yuan",
    "                                                  this is a long one                   k k",
};

static void units_of_every_kind(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        struct kam_unit unit = {4711, KAM_CURRENCY_NONE};
        if (!kam_unit_parse(kam_text_of(good[i].text), &unit))
            fail_msg("'%s' is no unit", good[i].text);
        if (unit.exponent != good[i].exponent ||
            strcmp(kam_currency_code(unit.currency), good[i].currency) != 0)
            fail_msg("'%s' was taken for %d %s", good[i].text, unit.exponent,
                     kam_currency_code(unit.currency));
    }
}

static void units_are_written_so_that_they_are_read_again(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        struct kam_unit unit, again;
        char text[KAM_UNIT_SIZE];
        assert_true(kam_unit_parse(kam_text_of(good[i].text), &unit));
        kam_unit_format(&unit, text);
        if (!kam_unit_parse(kam_text_of(text), &again) || again.exponent != unit.exponent ||
            again.currency != unit.currency)
            fail_msg("'%s' was written as '%s'", good[i].text, text);
    }
    char none[KAM_UNIT_SIZE];
    kam_unit_format(&(struct kam_unit){0, KAM_CURRENCY_NONE}, none);
    assert_string_equal(none, "1");
}

static void anything_else_is_none(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct kam_unit unit = {4711, KAM_CURRENCY_JPY};
        if (kam_unit_parse(kam_text_of(bad[i]), &unit))
            fail_msg("'%s' was taken for %d %s", bad[i], unit.exponent,
                     kam_currency_code(unit.currency));
        assert_int_equal(unit.exponent, 4711);
        assert_int_equal(unit.currency, KAM_CURRENCY_JPY);
    }
    struct kam_unit unit;
    assert_false(kam_unit_parse((struct kam_text){NULL, 0}, &unit));
    assert_false(kam_unit_parse(KAM_TEXT("k\0"), &unit));
}

static void any_two_bytes(void **unused)
{
    struct kam_unit unit;
    int found = 0;
    (void)unused;
    for (unsigned i = 0; i < 0x10000; i++) {
        char bytes[2] = {(char)(i >> 8), (char)i};
        found += kam_unit_parse((struct kam_text){bytes, 2}, &unit);
    }
    /* mn bn; $ and k or m; $$ ¥ £; one of k K m M $ beside one of six bytes of white space */
    assert_int_equal(found, 2 * 4 + 2 * 4 + 3 + 5 * 2 * 6);
}

static void scales_behind_digits(void **unused)
{
    static const struct {
        const char *text, *left;
        int exponent;
    } cells[] = {
        {"5百", "5", 2}, {"5千", "5", 3},     {"5万", "5", 4}, {"5百万", "5", 6}, {"5千万", "5", 7},
        {"5亿", "5", 8}, {"5万亿", "5万", 8}, {"万", "", 4},   {"5 万", "5 ", 4},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        struct kam_text text = kam_text_of(cells[i].text);
        int exponent = 4711;
        assert_true(kam_unit_take_scale(&text, &exponent));
        assert_true(kam_text_equal(text, kam_text_of(cells[i].left)));
        assert_int_equal(exponent, cells[i].exponent);
    }
    struct kam_text text = KAM_TEXT("5k");
    int exponent = 4711;
    assert_false(kam_unit_take_scale(&text, &exponent));
    assert_int_equal(text.len, 2);
    assert_int_equal(exponent, 4711);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_of_every_kind),
        cmocka_unit_test(units_are_written_so_that_they_are_read_again),
        cmocka_unit_test(anything_else_is_none),
        cmocka_unit_test(any_two_bytes),
        cmocka_unit_test(scales_behind_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
