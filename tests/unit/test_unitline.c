/* Titles that are there to state a unit. */
#include "import/unitline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void check(const char *const *texts, bool wanted)
{
    for (; *texts; texts++)
        if (kam_unit_line(kam_text_of(*texts), KAM_TEXT("")) != wanted)
            fail_msg("'%s' %s a unit", *texts, wanted ? "states" : "states no");
}

static void units_are_stated(void **unused)
{
    static const char *const lines[] = {
        "单位：千盧布",         "单位 : 比索",        "（单位：卢比）", "2026年10月账单 单位：卢比",
        "账单（金额单位：X）",  "表示単位：千ウォン", "Unit: M",        "UNITS: lakh rupees",
        "Report (unit: x1000)", "Amount unit: M",     "單位：銖",       NULL};

    (void)unused;
    check(lines, true);
    assert_true(kam_unit_line(KAM_TEXT("单位："), KAM_TEXT("卢比")));
}

static void organisations_are_no_units(void **unused)
{
    static const char *const lines[] = {"",
                                        "单位",
                                        "单位：",
                                        "单位名称",
                                        "单位名称：甲",
                                        "单位：某某公司",
                                        "单位：市场部",
                                        "单位：中国移动通信集团北京有限公司",
                                        "编制单位：甲",
                                        "填报单位：万科 物业",
                                        "Business unit: k",
                                        "Community: x",
                                        "United: x",
                                        "Unit",
                                        "Unit M",
                                        "\xFF单位\xFF",
                                        NULL};

    (void)unused;
    check(lines, false);
    assert_false(kam_unit_line(KAM_TEXT("单位"), KAM_TEXT("账期")));
    assert_false(kam_unit_line(KAM_TEXT("单位："), KAM_TEXT("某某公司")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_are_stated),
        cmocka_unit_test(organisations_are_no_units),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
