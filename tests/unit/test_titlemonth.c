/* The month that titles name, if it is one. */
#include "base/month.h"
#include "import/titlemonth.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void check(const char *title, const char *wanted)
{
    struct kam_text text = kam_text_of(title), cell;
    struct kam_top_record record = {.cells = &text, .count = 1, .line = 1};
    char name[KAM_MONTH_SIZE] = "";
    int month;

    if (kam_title_month(&record, 1, &month, &cell))
        kam_month_format(month, name);
    if (strcmp(name, wanted) != 0)
        fail_msg("'%s' is of '%s'", title, name);
}

static void one_month(void **unused)
{
    static const char *const titles[] = {"2026年9月 账单",
                                         "某某电信2026年9月份客户账单",
                                         "统计月份：2026年9月",
                                         "统计月份：202609",
                                         "账期: 2026-09",
                                         "Statement September 2026",
                                         "Statement, SEP 2026 (final)",
                                         "2026-09",
                                         "2026年9月账单（2026年9月1日至2026年9月30日）",
                                         "Billing period 2026/09",
                                         NULL};

    (void)unused;
    for (const char *const *title = titles; *title; title++)
        check(*title, "2026-09");
}

static void none_or_several(void **unused)
{
    static const char *const titles[] = {"",
                                         "账单",
                                         "2026年",
                                         "9月",
                                         "2026年9月30日",
                                         "2026-09-30",
                                         "打印日期：2026年9月",
                                         "导出时间：2026-09",
                                         "Printed September 2026",
                                         "as of September 2026",
                                         "5 September 2026",
                                         "September 5, 2026",
                                         "January - September 2026",
                                         "July 2026 - September 2026",
                                         "2026年1-9月",
                                         "2026年9月-10月",
                                         "2026年9月至10月",
                                         "2026年8月、2026年9月",
                                         "账期：202607-202609",
                                         "报表编号：202609",
                                         "No. 2026-09",
                                         "账单号 20260912",
                                         "账期 202613",
                                         "\xFF 2026",
                                         NULL};

    (void)unused;
    for (const char *const *title = titles; *title; title++)
        check(*title, "");
}

static void lines_of_printing_do_not_count(void **unused)
{
    struct kam_text first[] = {KAM_TEXT("2026年9月账单"), KAM_TEXT("")};
    struct kam_text second[] = {KAM_TEXT("打印月份"), KAM_TEXT("2026年10月")};
    struct kam_text third[] = {KAM_TEXT("对比"), KAM_TEXT("2025年9月")};
    const struct kam_top_record records[] = {{first, 2, 1}, {second, 2, 2}, {third, 2, 3}};
    struct kam_text cell;
    int month;

    (void)unused;
    assert_true(kam_title_month(records, 2, &month, &cell));
    assert_int_equal(month, 2026 * 12 + 8);
    assert_false(kam_title_month(records, 3, &month, &cell));
    assert_false(kam_title_month(records, 0, &month, &cell));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_month),
        cmocka_unit_test(none_or_several),
        cmocka_unit_test(lines_of_printing_do_not_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
