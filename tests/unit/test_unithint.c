/* What may state a unit, and what only looks so. */
#include "import/unithint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void check(const char *const *texts, enum kam_unit_hint_place place, bool wanted)
{
    for (; *texts; texts++)
        if (kam_unit_hint(kam_text_of(*texts), place) != wanted)
            fail_msg("'%s' is %s", *texts, wanted ? "a hint" : "no hint");
}

static void titles_may_state_units(void **unused)
{
    static const char *const hints[] = {"Report（万元）2026年10月",
                                        "金额以万元计",
                                        "计量单位：户、万元",
                                        "单位：万元/月",
                                        "金额单位为亿 元",
                                        "以百万美元计",
                                        "單位為萬元",
                                        "Amounts in thousands of USD",
                                        "All figures in CNY k",
                                        "Revenue in Mio. EUR",
                                        "in TEUR",
                                        "amounts in million",
                                        "USD'000, 2026",
                                        "CNY ’000 2026",
                                        "figures: 000s",
                                        "Revenue ＄ｋ",
                                        "kEUR Oct 2026",
                                        "Revenue in €k",
                                        "Rs. in Lakhs",
                                        "Statement (₹ crores)",
                                        "Revenue, Rs. Crore",
                                        "Montants en milliers d'euros",
                                        "amounts x1000",
                                        "amounts ×1,000",
                                        "客户收入表（万）",
                                        "客户收入表【百万】",
                                        "Revenue USD mm",
                                        NULL};

    (void)unused;
    check(hints, KAM_HINT_TITLE, true);
    check(hints, KAM_HINT_HEADING, true);
}

static void headings_may_state_them_in_short(void **unused)
{
    static const char *const hints[] = {"收入（万元/月）",
                                        "收入万元",
                                        "收入(TEUR)",
                                        "Revenue $k",
                                        "用量(千次)",
                                        "单价(元/千次)",
                                        "收入万",
                                        "收入(万/月)",
                                        "收入/亿",
                                        "用量(千GB)",
                                        "Revenue thousand",
                                        "Revenue million",
                                        "Revenue, USD mn.",
                                        "Amount (₹ lakhs)",
                                        "Amount (Rs. Crore)",
                                        "CA (milliers d'euros)",
                                        "amount (mm)",
                                        "revenue (x1000)",
                                        "revenue (× 1000)",
                                        NULL};
    static const char *const short_ones[] = {"用量(千次)", "收入万", "Revenue million", NULL};

    (void)unused;
    check(hints, KAM_HINT_HEADING, true);
    check(short_ones, KAM_HINT_TITLE, false);
}

static void others_do_not(void **unused)
{
    static const char *const others[] = {"",
                                         " ",
                                         "金额",
                                         "Amount",
                                         "万科物业 2026年10月账单",
                                         "万达广场",
                                         "亿联网络",
                                         "千兆宽带收入",
                                         "收入(千兆)",
                                         "收入(万达)",
                                         "用电(千瓦时)",
                                         "百万客户营销",
                                         "100万元以上客户收入",
                                         "万元以上客户清单",
                                         "千元机补贴",
                                         "万元户公司",
                                         "总收入1234.5万元",
                                         "十万元大奖",
                                         "单位：元",
                                         "单位名称",
                                         "编制单位：万科物业",
                                         "Top 1000 customers",
                                         "USD 10,000 and more",
                                         "10'000",
                                         "5 million EUR customers",
                                         "top 2000s",
                                         "2026-10",
                                         "Tusk EUR",
                                         "x 2",
                                         "Model x10",
                                         "（万达）",
                                         "Revenue USD",
                                         "kk",
                                         "M",
                                         "\xFF\xFF",
                                         NULL};
    static const char *const names[] = {
        "Thousand Oaks Inc.", "Million Dollar Baby Ltd", "Mio Ltd", "Crore Ltd", "收入万", NULL};

    (void)unused;
    check(others, KAM_HINT_TITLE, false);
    check(others, KAM_HINT_HEADING, false);
    check(names, KAM_HINT_TITLE, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_may_state_units),
        cmocka_unit_test(headings_may_state_them_in_short),
        cmocka_unit_test(others_do_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
