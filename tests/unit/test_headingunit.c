#include "table/headingunit.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { NO_UNIT = 99 };

struct unit_case {
    const char *cell;
    int exponent; /* NO_UNIT: it says none */
    enum kam_currency currency;
};

static void check(const struct unit_case *cases, size_t count,
                  bool (*parse)(struct kam_text cell, struct kam_unit *unit))
{
    for (size_t i = 0; i < count; i++) {
        struct kam_unit unit = {NO_UNIT, KAM_CURRENCY_NONE};
        bool found = parse(kam_text_of(cases[i].cell), &unit);
        if (found != (cases[i].exponent != NO_UNIT) || unit.exponent != cases[i].exponent ||
            unit.currency != cases[i].currency)
            fail_msg("'%s': %s, 10^%d %s", cases[i].cell, found ? "a unit" : "none", unit.exponent,
                     kam_currency_code(unit.currency));
    }
}

static void headings_say_units(void **unused)
{
    static const struct unit_case cases[] = {
        {"", NO_UNIT, 0},
        {"金额", NO_UNIT, 0},
        {"金额()", NO_UNIT, 0},
        {"金额(", NO_UNIT, 0},
        {"金额)", NO_UNIT, 0},
        {"金额元)", NO_UNIT, 0},
        {"金额(元", NO_UNIT, 0},
        {"金额(元]", NO_UNIT, 0},
        {"金额(元)（", NO_UNIT, 0},
        {"金额(含税)", NO_UNIT, 0},
        {"金额（不含税）", NO_UNIT, 0},
        {"收入(5,000)", NO_UNIT, 0},
        {"收入(元,千元)", NO_UNIT, 0},
        {"收入（万元/月）", NO_UNIT, 0},
        {"单价(元/千次)", NO_UNIT, 0},
        {"Cost (ink)", NO_UNIT, 0},
        {"Cost (in)", NO_UNIT, 0},
        {"Cost (USD/thousand)", NO_UNIT, 0},
        {"金额(元)(含税)", 0, KAM_CURRENCY_CNY},
        {"收入（万元）（含税）", 4, KAM_CURRENCY_CNY},
        {"收入(万元，含税)", 4, KAM_CURRENCY_CNY},
        {"收入(含税、万元)", 4, KAM_CURRENCY_CNY},
        {"收入（单位：万元）", 4, KAM_CURRENCY_CNY},
        {"收入（单位：人民币/万元）", 4, KAM_CURRENCY_CNY},
        {"Revenue (in thousands)", 3, KAM_CURRENCY_NONE},
        {"Revenue (in CNY)", 0, KAM_CURRENCY_CNY},
        {"Revenue (in thousands of USD)", 3, KAM_CURRENCY_USD},
        {"金额(元)合计", NO_UNIT, 0},
        {"Amount (net)", NO_UNIT, 0},
        {"Amount (total)", NO_UNIT, 0},
        {"时长(分钟)", NO_UNIT, 0},
        {"用量(GB)", NO_UNIT, 0},
        {"Amount CNY", NO_UNIT, 0},
        {"金额/", NO_UNIT, 0},
        {"/", NO_UNIT, 0},
        {"费用/月", NO_UNIT, 0},
        {"费用/分", NO_UNIT, 0},
        {"Amount/m", NO_UNIT, 0},
        {"Amount/k", NO_UNIT, 0},
        {"消费/退订时间", NO_UNIT, 0},
        {"\xFF(\xFF)", NO_UNIT, 0},
        {"金额(元)", 0, KAM_CURRENCY_CNY},
        {"金额（元）", 0, KAM_CURRENCY_CNY},
        {"金额（万元）", 4, KAM_CURRENCY_CNY},
        {"金额 ( 万元 ) ", 4, KAM_CURRENCY_CNY},
        {"金额(万元）", 4, KAM_CURRENCY_CNY},
        {"金额[万元]", 4, KAM_CURRENCY_CNY},
        {"金额【万元】", 4, KAM_CURRENCY_CNY},
        {"金额〔万元〕", 4, KAM_CURRENCY_CNY},
        {"金额(含税)(元)", 0, KAM_CURRENCY_CNY},
        {"金额(万)", 4, KAM_CURRENCY_NONE},
        {"金额(分)", -2, KAM_CURRENCY_CNY},
        {"收入（亿元）", 8, KAM_CURRENCY_CNY},
        {"收入（人民币万元）", 4, KAM_CURRENCY_CNY},
        {"收入（万美元）", 4, KAM_CURRENCY_USD},
        {"Amount (CNY thousand)", 3, KAM_CURRENCY_CNY},
        {"amount(USD)", 0, KAM_CURRENCY_USD},
        {"Ａｍｏｕｎｔ（ＵＳＤ）", 0, KAM_CURRENCY_USD},
        {"Cost ($)", 0, KAM_CURRENCY_USD},
        {"Revenue [EUR]", 0, KAM_CURRENCY_EUR},
        {"Revenue (thousands)", 3, KAM_CURRENCY_NONE},
        {"Revenue (k)", 3, KAM_CURRENCY_NONE},
        {"金额/元", 0, KAM_CURRENCY_CNY},
        {"金额/万元", 4, KAM_CURRENCY_CNY},
        {"金额／万", 4, KAM_CURRENCY_NONE},
        {"Amount / USD", 0, KAM_CURRENCY_USD},
    };

    (void)unused;
    check(cases, sizeof cases / sizeof *cases, kam_heading_unit);
}

static void titles_say_units(void **unused)
{
    static const struct unit_case cases[] = {
        {"", NO_UNIT, 0},
        {"单位", NO_UNIT, 0},
        {"单位：", NO_UNIT, 0},
        {"单位名称", NO_UNIT, 0},
        {"单位名称：万元户公司", NO_UNIT, 0},
        {"单位：某某公司", NO_UNIT, 0},
        {"编制单位：万科物业", NO_UNIT, 0},
        {"编制单位：百 盛集团", NO_UNIT, 0},
        {"计量单位：GB", NO_UNIT, 0},
        {"单位：元/月", NO_UNIT, 0},
        {"单位：分钟", NO_UNIT, 0},
        {"2026年10月账单", NO_UNIT, 0},
        {"Unit", NO_UNIT, 0},
        {"Unit: M", NO_UNIT, 0},
        {"Business unit: k", NO_UNIT, 0},
        {"United CNY", NO_UNIT, 0},
        {"Community: CNY", NO_UNIT, 0},
        {"Unit: Shanghai", NO_UNIT, 0},
        {"账单（10月）", NO_UNIT, 0},
        {"账单（万）", NO_UNIT, 0},
        {"账单（含税）", NO_UNIT, 0},
        {"金额：12", NO_UNIT, 0},
        {"金额：万科", NO_UNIT, 0},
        {"计量单位：户、万元", NO_UNIT, 0},
        {"元", NO_UNIT, 0},
        {"分", NO_UNIT, 0},
        {"万", NO_UNIT, 0},
        {"k", NO_UNIT, 0},
        {"USD", NO_UNIT, 0},
        {"1000", NO_UNIT, 0},
        {"(10000)", NO_UNIT, 0},
        {"Thousand Oaks", NO_UNIT, 0},
        {"单位：万元（除客户数外）", 4, KAM_CURRENCY_CNY},
        {"单位:人民币/万元", 4, KAM_CURRENCY_CNY},
        {"单位：人民币，万元", 4, KAM_CURRENCY_CNY},
        {"万元", 4, KAM_CURRENCY_CNY},
        {"金额：万元", 4, KAM_CURRENCY_CNY},
        {"USD in thousands", 3, KAM_CURRENCY_USD},
        {"(in thousands)", 3, KAM_CURRENCY_NONE},
        {"Report (in millions)", 6, KAM_CURRENCY_NONE},
        {"$ in millions", 6, KAM_CURRENCY_USD},
        {"RMB'000", 3, KAM_CURRENCY_CNY},
        {"单位：元", 0, KAM_CURRENCY_CNY},
        {"单位:万元", 4, KAM_CURRENCY_CNY},
        {"单位 : 万元", 4, KAM_CURRENCY_CNY},
        {"单位：万", 4, KAM_CURRENCY_NONE},
        {"单位：分", -2, KAM_CURRENCY_CNY},
        {"（单位：人民币万元）", 4, KAM_CURRENCY_CNY},
        {"(单位:万)", 4, KAM_CURRENCY_NONE},
        {"[单位：千元]", 3, KAM_CURRENCY_CNY},
        {"【单位：千元】", 3, KAM_CURRENCY_CNY},
        {"金额单位：元", 0, KAM_CURRENCY_CNY},
        {"货币单位： 美元", 0, KAM_CURRENCY_USD},
        {"报表单位 万元", 4, KAM_CURRENCY_CNY},
        {"报表单位万元", 4, KAM_CURRENCY_CNY},
        {"单位元", 0, KAM_CURRENCY_CNY},
        {"2026年10月账单 单位：万元", 4, KAM_CURRENCY_CNY},
        {"單位：萬元", 4, KAM_CURRENCY_CNY},
        {"2026年10月账单（单位：元）", 0, KAM_CURRENCY_CNY},
        {"编制单位：某某公司  金额单位：万元", 4, KAM_CURRENCY_CNY},
        {"单位：元 制表：张三", 0, KAM_CURRENCY_CNY},
        {"单位：万元，2026年10月", 4, KAM_CURRENCY_CNY},
        {"单位：万；2026年10月", 4, KAM_CURRENCY_NONE},
        {"单位：万元、2026年", 4, KAM_CURRENCY_CNY},
        {"Unit: CNY thousand", 3, KAM_CURRENCY_CNY},
        {"UNITS: USD m", 6, KAM_CURRENCY_USD},
        {"Unit CNY thousand printed 2026-11-01", 3, KAM_CURRENCY_CNY},
        {"Unit: CNY 10,000", 4, KAM_CURRENCY_CNY},
        {"Bill, unit: thousands", 3, KAM_CURRENCY_NONE},
        {"Currency unit: EUR", 0, KAM_CURRENCY_EUR},
        {"大客户收入（万元）", 4, KAM_CURRENCY_CNY},
        {"Revenue (USD thousand)", 3, KAM_CURRENCY_USD},
    };

    (void)unused;
    check(cases, sizeof cases / sizeof *cases, kam_heading_title_unit);
}

static void a_title_goes_on_in_the_next_cell(void **unused)
{
    struct kam_unit unit;

    (void)unused;
    assert_true(kam_heading_title_pair(KAM_TEXT("单位"), KAM_TEXT("万元"), &unit));
    assert_int_equal(unit.exponent, 4);
    assert_true(kam_heading_title_pair(KAM_TEXT("2026年10月 单位："), KAM_TEXT("千元 "), &unit));
    assert_int_equal(unit.exponent, 3);
    assert_false(kam_heading_title_pair(KAM_TEXT("编制单位"), KAM_TEXT("万科"), &unit));
    assert_false(kam_heading_title_pair(KAM_TEXT("单位名称"), KAM_TEXT("万元"), &unit));
    assert_false(kam_heading_title_pair(KAM_TEXT("单位"), KAM_TEXT(""), &unit));
    assert_false(kam_heading_title_pair(KAM_TEXT(""), KAM_TEXT("万元"), &unit));
}

static void a_unit_is_taken_with_what_it_stands_in(void **unused)
{
    static const struct {
        const char *heading, *rest;
    } cases[] = {
        {"金额（万元）", "金额"},     {"Amount [USD]", "Amount "},  {"金额/元", "金额"},
        {"金额(含税)", "金额(含税)"}, {"金额(税)(元)", "金额(税)"}, {"(元)", ""},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_text heading = kam_text_of(cases[i].heading);
        struct kam_unit unit;
        (void)!kam_heading_take_unit(&heading, &unit);
        if (!kam_text_equal(heading, kam_text_of(cases[i].rest)))
            fail_msg("'%s' leaves '%.*s'", cases[i].heading, (int)heading.len, heading.ptr);
    }
}

/* However many brackets, slashes or keywords there are. */
static void long_cells_are_no_trouble(void **unused)
{
    static const char *const pieces[] = {"(", "单位：", "单位：万 ", "unit ", "/", "金额(元"};
    static const size_t lengths[] = {1000, 1000000};
    struct kam_unit unit;

    (void)unused;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces * 2; i++) {
        struct kam_buffer cell = {NULL, 0, 0};
        while (cell.len < lengths[i % 2])
            assert_true(kam_buffer_add(&cell, kam_text_of(pieces[i / 2])));
        assert_true(kam_buffer_add_byte(&cell, 'x'));
        assert_false(kam_heading_unit(kam_buffer_text(&cell), &unit));
        assert_false(kam_heading_title_unit(kam_buffer_text(&cell), &unit));
        kam_buffer_free(&cell);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_say_units),
        cmocka_unit_test(titles_say_units),
        cmocka_unit_test(a_title_goes_on_in_the_next_cell),
        cmocka_unit_test(a_unit_is_taken_with_what_it_stands_in),
        cmocka_unit_test(long_cells_are_no_trouble),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
