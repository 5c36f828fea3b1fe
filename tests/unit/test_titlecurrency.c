/* What titles say of the currency, and what only looks so. */
#include "import/titlecurrency.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

struct title_case {
    const char *cell, *next;
    enum kam_currency currency; /* none: it isn't known, or said */
    int exponent;
};

static void check(const struct title_case *cases, size_t count, enum kam_title_currency wanted)
{
    for (size_t i = 0; i < count; i++) {
        struct kam_unit unit = {.exponent = 0};
        enum kam_title_currency found = kam_title_currency(
            kam_text_of(cases[i].cell), kam_text_of(cases[i].next ? cases[i].next : ""), &unit);
        if (found != wanted || unit.currency != cases[i].currency ||
            unit.exponent != cases[i].exponent)
            fail_msg("'%s': %d, %s 10^%d", cases[i].cell, (int)found,
                     kam_currency_code(unit.currency), unit.exponent);
    }
}

static void titles_name_currencies(void **unused)
{
    static const struct title_case cases[] = {
        {"币种：美元", NULL, KAM_CURRENCY_USD, 0},
        {"币种：美元  单位：万元", NULL, KAM_CURRENCY_USD, 0},
        {"账单（币种：美元，单位：万元）", NULL, KAM_CURRENCY_USD, 0},
        {"2026年10月 币种 : 人民币（元）", NULL, KAM_CURRENCY_CNY, 0},
        {"币种美元", NULL, KAM_CURRENCY_USD, 0},
        {"币种代码：USD", NULL, KAM_CURRENCY_USD, 0},
        {"货币种类：美元", NULL, KAM_CURRENCY_USD, 0},
        {"货币：欧元", NULL, KAM_CURRENCY_EUR, 0},
        {"通貨：円", NULL, KAM_CURRENCY_JPY, 0},
        {"幣別：HKD", NULL, KAM_CURRENCY_HKD, 0},
        {"Report currency: USD", NULL, KAM_CURRENCY_USD, 0},
        {"Currency: EUR", NULL, KAM_CURRENCY_EUR, 0},
        {"CURRENCY CODE: eur, 2026", NULL, KAM_CURRENCY_EUR, 0},
        {"Currency EUR", NULL, KAM_CURRENCY_EUR, 0},
        {"Currency: USD thousand", NULL, KAM_CURRENCY_USD, 3},
        {"币种：万美元", NULL, KAM_CURRENCY_USD, 4},
        {"币种", "美元", KAM_CURRENCY_USD, 0},
        {"Currency:", "EUR", KAM_CURRENCY_EUR, 0},
        {"Report in EUR", NULL, KAM_CURRENCY_EUR, 0},
        {"in USD", NULL, KAM_CURRENCY_USD, 0},
        {"All figures in USD, 2026-10", NULL, KAM_CURRENCY_USD, 0},
        {"Amounts in € (net)", NULL, KAM_CURRENCY_EUR, 0},
    };

    (void)unused;
    check(cases, sizeof cases / sizeof *cases, KAM_TITLE_CURRENCY_KNOWN);
}

static void those_not_known_are_asked_for(void **unused)
{
    static const struct title_case cases[] = {
        {"币种：加元", NULL, 0, 0},      {"币种：", "加元", 0, 0},
        {"Currency: CAD", NULL, 0, 0},   {"Currency: US Dollar", NULL, 0, 0},
        {"in EUR and USD", NULL, 0, 0},  {"Report in USD (EUR below)", NULL, 0, 0},
        {"in EUR thousand", NULL, 0, 0},
    };

    (void)unused;
    check(cases, sizeof cases / sizeof *cases, KAM_TITLE_CURRENCY_UNKNOWN);
}

static void others_say_nothing(void **unused)
{
    static const struct title_case cases[] = {
        {"", NULL, 0, 0},
        {"2026年10月账单", NULL, 0, 0},
        {"币种", "账期", 0, 0},
        {"币种：", "", 0, 0},
        {"货币单位：美元", NULL, 0, 0},
        {"货币资金", NULL, 0, 0},
        {"Currency unit: EUR", NULL, 0, 0},
        {"Cryptocurrency: USD", NULL, 0, 0},
        {"Berlin EUR", NULL, 0, 0},
        {"paid in full", NULL, 0, 0},
        {"in EUROPE", NULL, 0, 0},
        {"in Europe", NULL, 0, 0},
        {"in 2026", NULL, 0, 0},
        {"paid in $100 notes", NULL, 0, 0},
        {"in eur", NULL, 0, 0},
        {"\xFF in \xFF", NULL, 0, 0},
    };

    (void)unused;
    check(cases, sizeof cases / sizeof *cases, KAM_TITLE_CURRENCY_NONE);
}

static void the_yuan_of_china(void **unused)
{
    (void)unused;
    assert_true(kam_title_names_renminbi(KAM_TEXT("单位：人民币万元")));
    assert_true(kam_title_names_renminbi(KAM_TEXT("Amount (rmb)")));
    assert_false(kam_title_names_renminbi(KAM_TEXT("单位：万元")));
    assert_false(kam_title_names_renminbi(KAM_TEXT("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_name_currencies),
        cmocka_unit_test(those_not_known_are_asked_for),
        cmocka_unit_test(others_say_nothing),
        cmocka_unit_test(the_yuan_of_china),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
