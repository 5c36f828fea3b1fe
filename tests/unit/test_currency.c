#include "base/currency.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const struct {
    const char *name, *code;
} names[] = {
    {"￥", "CNY"},   {"¥", "CNY"},    {"元", "CNY"},     {"人民币", "CNY"}, {"CNY", "CNY"},
    {"rmb", "CNY"},  {"$", "USD"},    {"＄", "USD"},     {"US$", "USD"},    {"us$", "USD"},
    {"Usd", "USD"},  {"美元", "USD"}, {"€", "EUR"},      {"EUR", "EUR"},    {"欧元", "EUR"},
    {"£", "GBP"},    {"￡", "GBP"},   {"gbp", "GBP"},    {"英镑", "GBP"},   {"JPY", "JPY"},
    {"日元", "JPY"}, {"HK$", "HKD"},  {"hkd", "HKD"},    {"港元", "HKD"},   {"港币", "HKD"},
    {"NT$", "TWD"},  {"TWD", "TWD"},  {"新台币", "TWD"},
};

static struct kam_text build(char out[32], const char *before, const char *after)
{
    snprintf(out, 32, "%s%s", before, after);
    return kam_text_of(out);
}

static void assert_left(struct kam_text text, const char *expected)
{
    assert_true(kam_text_equal(text, kam_text_of(expected)));
}

static void every_name_in_front_and_behind(void **unused)
{
    char cell[32];
    (void)unused;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct kam_text text = build(cell, names[i].name, "12");
        assert_string_equal(kam_currency_code(kam_currency_take_front(&text)), names[i].code);
        assert_left(text, "12");
        text = build(cell, "12", names[i].name);
        assert_string_equal(kam_currency_code(kam_currency_take_back(&text)), names[i].code);
        assert_left(text, "12");
        text = kam_text_of(names[i].name);
        assert_string_equal(kam_currency_code(kam_currency_take_front(&text)), names[i].code);
        assert_left(text, "");
    }
}

static void each_end_has_its_own(void **unused)
{
    struct kam_text text = kam_text_of("$12元");
    (void)unused;
    assert_int_equal(kam_currency_take_back(&text), KAM_CURRENCY_CNY);
    assert_left(text, "$12");
    assert_int_equal(kam_currency_take_back(&text), KAM_CURRENCY_NONE);
    assert_int_equal(kam_currency_take_front(&text), KAM_CURRENCY_USD);
    assert_left(text, "12");
    assert_int_equal(kam_currency_take_front(&text), KAM_CURRENCY_NONE);
}

static void anything_else_is_left_alone(void **unused)
{
    static const char *const texts[] = {
        "",
        "1",
        "CN",
        "CAD 5",
        "US",
        "5 CHF",
        "\xEF\xBF",
        "\xA5"
        "5",
        "5%",
        "\xC2",
        " $5 ",
        "C N Y",
        "人民",
        "币",
        "圓",
        "USDx5USDx",
    };
    (void)unused;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct kam_text text = kam_text_of(texts[i]);
        if (i + 1 < sizeof texts / sizeof texts[0])
            assert_int_equal(kam_currency_take_front(&text), KAM_CURRENCY_NONE);
        assert_int_equal(kam_currency_take_back(&text), KAM_CURRENCY_NONE);
        assert_left(text, texts[i]);
    }
}

static void codes(void **unused)
{
    (void)unused;
    assert_string_equal(kam_currency_code(KAM_CURRENCY_NONE), "");
    assert_string_equal(kam_currency_code(KAM_CURRENCY_TWD), "TWD");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_in_front_and_behind),
        cmocka_unit_test(each_end_has_its_own),
        cmocka_unit_test(anything_else_is_left_alone),
        cmocka_unit_test(codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
