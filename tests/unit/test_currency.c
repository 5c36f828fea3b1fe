#include "base/currency.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const struct {
    const char *name, *code;
} names[] = {
    {"￥", "CNY"},   {"¥", "CNY"},    {"元", "CNY"},  {"人民币", "CNY"}, {"CNY", "CNY"},
    {"rmb", "CNY"},  {"$", "USD"},    {"＄", "USD"},  {"US$", "USD"},    {"us$", "USD"},
    {"Usd", "USD"},  {"美元", "USD"}, {"€", "EUR"},   {"EUR", "EUR"},    {"欧元", "EUR"},
    {"£", "GBP"},    {"￡", "GBP"},   {"gbp", "GBP"}, {"英镑", "GBP"},   {"JPY", "JPY"},
    {"日元", "JPY"}, {"円", "JPY"},   {"HK$", "HKD"}, {"hkd", "HKD"},    {"港元", "HKD"},
    {"港币", "HKD"}, {"NT$", "TWD"},  {"TWD", "TWD"}, {"新台币", "TWD"},
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
    assert_int_equal(kam_currency_take_front(&text), KAM_CURRENCY_DOLLAR_SIGN);
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

static void what_a_sign_may_stand_for(void **unused)
{
    static const struct {
        enum kam_currency currency;
        const char *codes, *others;
    } cells[] = {
        {KAM_CURRENCY_NONE, "CNY JPY USD CHF", ""},
        {KAM_CURRENCY_CNY, "CNY", "JPY USD"},
        {KAM_CURRENCY_USD, "USD", "CNY HKD AUD"},
        {KAM_CURRENCY_YUAN_SIGN, "CNY JPY", "USD HKD"},
        {KAM_CURRENCY_DOLLAR_SIGN, "USD HKD TWD AUD CAD SGD NZD MXN", "CNY JPY EUR CHF"},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        for (int may_be = 0; may_be < 2; may_be++) {
            struct kam_text codes = kam_text_of(may_be ? cells[i].codes : cells[i].others);
            for (bool more = codes.len > 0; more;) {
                struct kam_text code = kam_text_split(&codes, ' ', &more);
                if (kam_currency_may_be(cells[i].currency, code) != (may_be == 1))
                    fail_msg("row %zu: %.*s", i, (int)code.len, code.ptr);
            }
        }
}

static void two_statements_are_joined(void **unused)
{
    enum { NONE = -1 }; /* they contradict each other */
    static const struct {
        enum kam_currency one, other;
        int both;
    } pairs[] = {
        {KAM_CURRENCY_NONE, KAM_CURRENCY_NONE, KAM_CURRENCY_NONE},
        {KAM_CURRENCY_NONE, KAM_CURRENCY_EUR, KAM_CURRENCY_EUR},
        {KAM_CURRENCY_NONE, KAM_CURRENCY_YUAN_SIGN, KAM_CURRENCY_YUAN_SIGN},
        {KAM_CURRENCY_CNY, KAM_CURRENCY_CNY, KAM_CURRENCY_CNY},
        {KAM_CURRENCY_CNY, KAM_CURRENCY_YUAN_SIGN, KAM_CURRENCY_CNY},
        {KAM_CURRENCY_JPY, KAM_CURRENCY_YUAN_SIGN, KAM_CURRENCY_JPY},
        {KAM_CURRENCY_HKD, KAM_CURRENCY_DOLLAR_SIGN, KAM_CURRENCY_HKD},
        {KAM_CURRENCY_USD, KAM_CURRENCY_DOLLAR_SIGN, KAM_CURRENCY_USD},
        {KAM_CURRENCY_DOLLAR_SIGN, KAM_CURRENCY_DOLLAR_SIGN, KAM_CURRENCY_DOLLAR_SIGN},
        {KAM_CURRENCY_DOLLAR_SIGN, KAM_CURRENCY_YUAN_SIGN, NONE},
        {KAM_CURRENCY_CNY, KAM_CURRENCY_USD, NONE},
        {KAM_CURRENCY_CNY, KAM_CURRENCY_DOLLAR_SIGN, NONE},
        {KAM_CURRENCY_EUR, KAM_CURRENCY_YUAN_SIGN, NONE},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        for (int turned = 0; turned < 2; turned++) {
            enum kam_currency one = turned ? pairs[i].other : pairs[i].one, before = one;
            bool joined = kam_currency_join(&one, turned ? pairs[i].one : pairs[i].other);
            assert_int_equal(joined, pairs[i].both != NONE);
            assert_int_equal((int)one, joined ? pairs[i].both : (int)before);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_in_front_and_behind),
        cmocka_unit_test(each_end_has_its_own),
        cmocka_unit_test(anything_else_is_left_alone),
        cmocka_unit_test(codes),
        cmocka_unit_test(what_a_sign_may_stand_for),
        cmocka_unit_test(two_statements_are_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
