/* The words of total lines. */
#include "import/totalword.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

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
        {"Totals", "totals"},
        {"Sum", "sum"},
        {"合计金额", "合计金额"},
        {"合計金額：", "合计金额"},
        {"总和", "总和"},
        {"累计", "累计"},
        {"累計", "累计"},
        {"計", "计"},
        {"Summe", "summe"},
        {"GESAMT", "gesamt"},
        {"Gesamtsumme:", "gesamtsumme"},
        {"Sous-total", "soustotal"},
        {"Total general", "totalgeneral"},
        {"Total général", "totalgénéral"},
        {"**Total**", "total"},
        {"**合计**", "合计"},
        {"上页结转", "上页结转"},
        {"上頁結轉", "上页结转"},
        {"承前页", "承前页"},
        {"结转", "结转"},
        {"Carried forward", "carriedforward"},
        {"Brought Forward:", "broughtforward"},
        {"合计2", "合计"},
        {"汇总（元）", "汇总"},
        {"累计 12", "累计"},
        {"合计(元)", "合计"},
        {"合计：100户", "合计"},
        {"合计 2 户", "合计"},
        {"合 計（元）", "合计"},
        {"总合计(元)", "总合计"},
        {"总计 2026年10月", "总计"},
        {"小计：华东 12 户，华南 34 户，华西 56 户，华北 78 户，合计以上", "小计"},
        {"Grand Total (CNY)", "grandtotal"},
        {"Total 2026-10", "total"},
        {"Total: 100 rows", "total"},
        {"TOTAL（元）", "total"},
        {"Sub-total [12]", "subtotal"},
        {"subtotal 7", "subtotal"},
        {"ACME Total", " total"},
        {"Insgesamt", "insgesamt"},
        {"Summe gesamt", "summegesamt"},
        {"Zwischensumme", "zwischensumme"},
        {"ENDSUMME", "endsumme"},
        {"Gesamtergebnis", "gesamtergebnis"},
        {"Total Result", "totalresult"},
        {"Total HT", "totalht"},
        {"Total TTC", "totalttc"},
        {"TOTALE", "totale"},
        {"Suma", "suma"},
        {"Totaal", "totaal"},
        {"Итого", "Итого"},
        {"ИТОГО", "ИТОГО"},
        {"всего", "всего"},
        {"Всего", "Всего"},
        {"総計", "総计"},
        {"月計", "月计"},
        {"总额", "总额"},
        {"總額", "总额"},
        {"全部", "全部"},
        {"Overall Total", "overalltotal"},
        {"∑", "∑"},
        {"Σ", "Σ"},
        {"**Итого**", "Итого"},
        {"ACME Sub-total", " subtotal"},
        {"ACME Sub Total", " subtotal"},
        {"ACME Grand Total", " grand total"},
        {"Zwischensumme:", "zwischensumme"},
        {"Итого:", "Итого"},
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
        "",
        "0",
        "00123",
        ":",
        "Total A",
        "Total Energies",
        "Total Energies 2026",
        "Total001",
        "TOTAL-001",
        "Totalenergy",
        "Total_1",
        "Totals A",
        "Subtotal A",
        "Summer",
        "Summit",
        "sums",
        "Gesamtschule",
        "Gesamt AG",
        "Sumitomo 1",
        "Sum 41",
        "小计划科技有限公司",
        "汇总分析服务",
        "累计折扣",
        "小计量仪器",
        "总计算中心",
        "总和科技",
        "结转公司",
        "carried",
        "Forward",
        "bd",
        "T1",
        "S",
        "Tod",
        "1合",
        "A",
        "小",
        "\xE5",
        "\xE5\x90\x88",
        "Total/",
        "总",
        "会计",
        "设计：",
        "anno",
        "total/a",
        "mytotal",
        "：",
        "-",
        "_",
        "*",
        "**",
        "Average",
        "平均",
        "Suma AG",
        "Total HT Services",
        "Итого плюс",
        "Insgesamt GmbH",
        "Endsummer",
        "Σ-AG",
        "全部服务",
        "总额度",
        "月计划",
        "Zwischensummen",
        "Internet",
        "Enterprise",
        "Totale Energie",
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
    assert_ptr_equal(kam_total_word(KAM_TEXT("TOTAL")), kam_total_word(KAM_TEXT("Total (CNY)")));
    assert_ptr_equal(kam_total_word(KAM_TEXT("A 合计")), kam_total_word(KAM_TEXT("合计：2")));
    assert_ptr_not_equal(kam_total_word(KAM_TEXT("小计")), kam_total_word(KAM_TEXT("合计")));
}

/* Wherever white space is taken away, the look at a cell's edges doesn't mistake it. */
static void white_space_around_does_not_matter(void **unused)
{
    static const char *const spaces[] = {" ",      "\t",     "\u00A0", "\u2003", "\u200B",
                                         "\u202F", "\u205F", "\u2060", "\u3000", "\uFEFF"};
    static const char *const words[] = {
        "Итого",           "∑",          "全部", "Insgesamt",  "suma",   "合计",
        "总计(元)",        "共计12",     "匯總", "Ｔｏｔａｌ", "承前页", "Summe",
        "Carried forward", "subtotal: 5"};
    char cell[64];

    (void)unused;
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
            snprintf(cell, sizeof cell, "%s%s", spaces[i], words[w]);
            assert_non_null(kam_total_word(kam_text_of(cell)));
            snprintf(cell, sizeof cell, "%s%s", words[w], spaces[i]);
            assert_non_null(kam_total_word(kam_text_of(cell)));
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(total_lines_say_so),
        cmocka_unit_test(other_cells_do_not),
        cmocka_unit_test(the_same_word_is_the_same_literal),
        cmocka_unit_test(white_space_around_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
