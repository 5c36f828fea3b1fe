/* The words of total lines. */
#include "import/totalword.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void total_lines_say_so(void **unused)
{
    static const struct {
        const char *cell, *word;
    } totals[] = {
        {"合计", "合计"},
        {"总计：", "总计"},
        {"合計", "合计"},
        {"總計：", "总计"},
        {"A 小計", "小计"},
        {"彙總", "汇总"},
        {"小计:", "小计"},
        {"Total", "total"},
        {"TOTAL:", "total"},
        {" total ", "total"},
        {"Grand Total", "grandtotal"},
        {"Sub-total", "subtotal"},
        {"总 计", "总计"},
        {"ＴＯＴＡＬ", "total"},
        {"_sum total", "sumtotal"},
        {"\xE3\x80\x80合计", "合计"},
        {"华东 汇总", "汇总"},
        {"00123小计", "小计"},
        {"2026年10月合计：", "合计"},
        {"总合计", "总合计"},
        {"ACME Total", " total"},
        {"ACME subtotal", " subtotal"},
        {"某某某某某某某某某某某某某某某某某某某某某某某某某某某某某某有限公司 汇总", "汇总"},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) {
        const char *word = kam_total_word(kam_text_of(totals[i].cell));
        if (!word || strcmp(word, totals[i].word) != 0)
            fail_msg("'%s' is a total called %s, not %s", totals[i].cell, totals[i].word,
                     word ? word : "nothing");
    }
}

static void other_cells_do_not(void **unused)
{
    static const char *const others[] = {
        "",     "0",       "00123",     ":",       "Totals", "Total A", "合计2", "Totalenergy",
        "A",    "小",      "\xE5",      "Total/",  "计",     "总",      "会计",  "设计：",
        "anno", "total/a", "Subtotals", "mytotal", "：",     "-",       "_",
    };

    (void)unused;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (kam_total_word(kam_text_of(others[i])))
            fail_msg("'%s' is no total", others[i]);
}

static void the_same_word_is_the_same_literal(void **unused)
{
    (void)unused;
    assert_ptr_equal(kam_total_word(KAM_TEXT("A 汇总")), kam_total_word(KAM_TEXT("B汇总：")));
    assert_ptr_equal(kam_total_word(KAM_TEXT("TOTAL")), kam_total_word(KAM_TEXT("total:")));
    assert_ptr_not_equal(kam_total_word(KAM_TEXT("小计")), kam_total_word(KAM_TEXT("合计")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(total_lines_say_so),
        cmocka_unit_test(other_cells_do_not),
        cmocka_unit_test(the_same_word_is_the_same_literal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
