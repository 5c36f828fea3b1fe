/* What conditions mean, and what is said of those that mean nothing. */
#include "conditions.h"

#include <stdio.h>

/* It holds as often as it is asked, too, where the cells are remembered. */
static void assert_same_with_memory(const struct kam_binding *binding, bool expected)
{
    struct kam_row_cell memory[COLUMNS] = {{0}};
    const struct kam_row_source rows = {cell_of, NULL, memory};

    for (int i = 0; i < 3; i++) {
        bool holds;
        assert_int_equal(kam_binding_holds(binding, &rows, 0, &holds, NULL), KAM_OK);
        assert_int_equal(holds, expected);
    }
}

/* "yes" or "no", or the message of what went wrong on the way. */
static const char *ask(const char *text, int period)
{
    static char message[2048];
    static const struct kam_row_source rows = {cell_of, NULL, NULL};
    struct kam_arena arena = {.chunks = NULL};
    struct kam_text columns[COLUMNS];
    struct kam_condition condition;
    struct kam_binding binding;
    struct kam_error error = {.status = KAM_OK};
    bool holds = false;

    for (size_t i = 0; i < COLUMNS; i++)
        columns[i] = kam_text_of(row[i].name);
    enum kam_status status =
        kam_condition_parse(&condition, kam_text_of(text), &rule, &arena, &error);
    assert_true(status == KAM_OK || status == KAM_USAGE);
    if (status == KAM_OK) {
        status = kam_binding_make(&binding, &condition, columns, COLUMNS, period, &arena, &error);
        if (status == KAM_OK)
            status = kam_binding_holds(&binding, &rows, 0, &holds, &error);
        if (status == KAM_OK)
            assert_same_with_memory(&binding, holds);
        assert_true(status == KAM_OK || status == KAM_DATA);
    }
    if (status == KAM_OK)
        snprintf(message, sizeof message, "%s", holds ? "yes" : "no");
    else
        kam_error_format(&error, message, sizeof message);
    kam_arena_free(&arena);
    return message;
}

struct answer {
    const char *text, *answer;
};

static void assert_answers(const struct answer *answers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *said = ask(answers[i].text, OCTOBER);
        if (strcmp(said, answers[i].answer) != 0)
            fail_msg("%s\nsays:     %s\nexpected: %s", answers[i].text, said, answers[i].answer);
    }
}

#define NEITHER                                                                                    \
    "m.kam:7: when: neither a number, a month (YYYY-MM, period + N) nor a column (in quotes, if "  \
    "its name has spaces or operators): "

#define ASSERT_ANSWERS(answers) assert_answers(answers, sizeof(answers) / sizeof *(answers))

static void numbers_compare_as_numbers_in_own_columns(void **unused)
{
    static const struct answer answers[] = {
        {"revenue = 50000", "yes"},
        {"revenue = 5万", "yes"},
        {"revenue=0.0005亿", "yes"},
        {"revenue != 5万", "no"},
        {"revenue < 50000", "no"},
        {"revenue <= 50000.000", "yes"},
        {"revenue > 49999.999999999999999999", "yes"},
        {"revenue >= 50000.000000000000000001", "no"},
        {"revenue in 1|5万|3", "yes"},
        {"revenue in 1|2", "no"},
        {"margin_rate < 5%", "no"},
        {"margin_rate = 5%", "yes"},
        {"margin_rate > -5%", "yes"},
        {"2026-09 = 12.5", "yes"},
        {"points_growth >= 80", "yes"},
        {"revenue >= 1万, industry = hospital", "yes"},
        {"revenue >= 10万, industry = hospital", "no"},
    };
    (void)unused;
    ASSERT_ANSWERS(answers);
}

static void texts_compare_by_bytes(void **unused)
{
    static const struct answer answers[] = {
        {"industry = hospital", "yes"},
        {"industry in a|b|c|d|e|f|g|hospital|i", "yes"},
        {"industry in i|hospital|g|f|e|d|c|b|a|hospital", "yes"},
        {"industry in a|b|c|d|e|f|g|hospita|i|hospitals", "no"},
        {"industry in a|b|c|d|e|f|g|2026-10|hospital", "yes"},
        {"blank in a|b|c|d|e|f|g|hospital|i", "no"},
        {"industry = \"hospital|bank\"", "no"},
        {"industry=hospital", "yes"},
        {"industry = \"hospital\"", "yes"},
        {"industry = Hospital", "no"},
        {"industry != bank", "yes"},
        {"industry in bank | hospital|press", "yes"},
        {"industry in bank|\"hospital\"", "yes"},
        {"industry in bank", "no"},
        {"code = 7", "no"},
        {"code = 007", "yes"},
        {"code = 007.0", "no"},
        {"code > 6", "yes"},
        {"code <= 7.0", "yes"},
        {"credit = A-", "yes"},
        {"\"a,b|c \"\"d\"\"\" = x", "yes"},
        {"\"industry\" in \"hospital\"", "yes"},
    };
    (void)unused;
    ASSERT_ANSWERS(answers);
}

static void months_compare_with_months(void **unused)
{
    static const struct answer answers[] = {
        {"contract_end <= period + 3", "yes"},
        {"contract_end <= period", "no"},
        {"contract_end <= period+1", "yes"},
        {"contract_end > period - 1", "yes"},
        {"contract_end = 2026-11", "yes"},
        {"contract_end != 2026-11", "no"},
        {"contract_end in 2026-10|2026-11", "yes"},
        {"contract_end = period + 1", "yes"},
        {"contract_end = \"2026-11\"", "no"},
        {"\"contract end\" > 2026-12", "yes"},
        {"last_month = period", "yes"},
        {"last_month < 2026-10", "no"},
        {"industry = 2026-10", "no"},
        {"industry != period", "yes"},
    };
    (void)unused;
    ASSERT_ANSWERS(answers);
}

static void an_empty_cell_compares_with_nothing(void **unused)
{
    static const struct answer answers[] = {
        {"blank is empty", "yes"}, {"blank != x", "yes"},       {"blank = x", "no"},
        {"blank in x|y", "no"},    {"blank < 5", "no"},         {"blank >= 5", "no"},
        {"blank > 2026-10", "no"}, {"industry is empty", "no"}, {"blank is  empty", "yes"},
    };
    (void)unused;
    ASSERT_ANSWERS(answers);
}

static void months_are_added_up(void **unused)
{
    static const struct answer answers[] = {
        {"last 2 months = 12.5", "yes"},
        {"last 3 months = 10.25", "yes"},
        {"last 3 months=10.25", "yes"},
        {"last  3\tmonths >= 10.250000000000000001", "no"},
        {"last 3 months > 10.25", "no"},
        {"last 3 months in 1|10.25", "yes"},
        {"last 3 months != 10.25", "no"},
        {"last 3 months is empty", "no"},
        {"last 1 month is empty", "yes"},
        {"last 1 months is empty", "yes"},
        {"last 1 month < 5", "no"},
        {"last 1 month != 5", "yes"},
        {"last 1 month = 0", "no"},
        {"last > 2", "yes"},
        {"last>2", "yes"},
        {"\"last 2 months\" = 1", "yes"},
        {"last 2 months > 1, \"last 2 months\" <= 1", "yes"},
        {"last 0 months > 5",
         "m.kam:7: when: write last N months, with N from 1 to 1200: 'last 0 months > 5'"},
        {"last 1201 months > 5",
         "m.kam:7: when: write last N months, with N from 1 to 1200: 'last 1201 months > 5'"},
        {"last 3 weeks > 5",
         "m.kam:7: when: write last N months, with N from 1 to 1200: 'last 3 weeks > 5'"},
        {"last 3 month > 5",
         "m.kam:7: when: write last N months, with N from 1 to 1200: 'last 3 month > 5'"},
        {"last 3.5 months > 5",
         "m.kam:7: when: write last N months, with N from 1 to 1200: 'last 3.5 months > 5'"},
        {"last three months > 5",
         "m.kam:7: when: no operator (= != < <= > >=, in, has, is empty) behind the column: 'last "
         "three months > 5'"},
        {"last 3 months > many months", NEITHER "'many months'"},
        {"last 3 months = many",
         "m.kam:7: when: 'last 3 months' holds numbers; not a number: 'many'"},
        {"last 3 months > 2026-10",
         "m.kam:7: when: 'last 3 months' holds numbers; not a number: '2026-10'"},
        {"last 3 months has a",
         "m.kam:7: when: 'last 3 months' holds numbers, no sets; write = or in instead of has"},
        {"last 5 months > 5",
         "m.kam:7: when: a condition on 'last 5 months', but the table has only 4"},
    };
    (void)unused;
    ASSERT_ANSWERS(answers);
    assert_string_equal(ask("last 3 months > 5", KAM_MONTH_NONE),
                        "m.kam:7: when: a condition on 'last 3 months', but the table has no month "
                        "columns");
}

static void columns_compare_with_columns(void **unused)
{
    static const struct answer answers[] = {
        {"\"service cost\" > margin", "yes"},
        {"margin < \"service cost\"", "yes"},
        {"margin >= \"service cost\"", "no"},
        {"overdue >= 30% of revenue", "yes"},
        {"overdue > 30% of revenue", "no"},
        {"overdue >= 30.0000000000000001% of revenue", "no"},
        {"overdue <= 0.3 of revenue", "yes"},
        {"overdue < -30% of revenue", "no"},
        {"overdue <= +.5 of revenue", "yes"},
        {"revenue >= 2 of \"service cost\"", "no"},
        {"revenue>=1万 of code", "no"},
        {"revenue >= 0.1万 of last 3 months", "yes"},
        {"revenue >= last 3 months", "yes"},
        {"last 3 months < last 2 months", "yes"},
        {"last 3 months >= 100% of last 2 months", "no"},
        {"last 3 months <= 2026-09", "m.kam:7: when: 'last 3 months' holds numbers; not a number: "
                                     "'2026-09'"},
        {"last 3 months <= \"2026-09\"", "yes"},
        {"last 3 months <= 1 of 2026-09", "yes"},
        {"last 3 months < \"0-5\"", "no"},
        {"last 3 months > last", "yes"},
        {"code > \"last 2 months\"", "yes"},
        /* what is empty compares with nothing */
        {"revenue > cost", "no"},
        {"revenue <= cost", "no"},
        {"cost <= revenue", "no"},
        {"revenue > last 1 month", "no"},
        {"revenue > 0% of last 1 month", "no"},
        {"last 1 month < revenue", "no"},
        {"industry > cost", "no"},
        /* exactly, beyond what a product can hold */
        {"huge >= 99.9999999999999999% of huge", "yes"},
        {"huge < 10 of huge", "yes"},
        {"huge > 0.999999999999999999 of huge", "yes"},
        {"tiny > 0.999999999999999999 of tiny", "yes"},
        {"tiny <= 1.000000000000000001 of tiny", "yes"},
        {"tiny >= 1.000000000000000001 of tiny", "no"},
        /* what is a column is told by its form */
        {"revenue > \"50\"", "m.kam:7: when: the table has no column '50'"},
        {"code > \"0-5\"", "no"},
        {"code > 0-5", NEITHER "'0-5'"},
        {"revenue > +5", "yes"},
        {"revenue > .5", "yes"},
        {"revenue > 5万元", "m.kam:7: when: 'revenue' holds numbers; not a number: '5万元'"},
        {"revenue > margn",
         "m.kam:7: when: the table has no column 'margn'; did you mean 'margin'?"},
        {"revenue > doubled", "m.kam:7: when: the table has the column 'doubled' twice"},
        {"revenue > service cost", NEITHER "'service cost'"},
        {"revenue > \"service cost\" cost", NEITHER "'\"service cost\" cost'"},
        {"revenue > \"a\"b", "m.kam:7: when: double quotes have to enclose the whole of a value or "
                             "name: '\"a\"b'"},
        {"revenue > last 3 months more", NEITHER "'last 3 months more'"},
        {"revenue > last 3 days",
         "m.kam:7: when: write last N months, with N from 1 to 1200: 'last 3 days'"},
        {"overdue > 30% of", "m.kam:7: when: no column behind 'of': a part of what?"},
        {"overdue > 30%of revenue",
         "m.kam:7: when: neither a number, a month (YYYY-MM, period + N) "
         "nor a column (in quotes, if its name has spaces or "
         "operators): '30%of revenue'"},
        {"overdue > 30% off revenue", NEITHER "'30% off revenue'"},
        {"overdue > 3x of revenue",
         "m.kam:7: when: a number stands before 'of'; not a number: '3x'"},
        {"overdue > half of revenue", NEITHER "'half of revenue'"},
        {"overdue > 30% of 5万", "m.kam:7: when: a column stands behind 'of' (in quotes, if it "
                                 "begins like a number), not '5万'"},
        {"overdue > 30% of service cost", NEITHER "'service cost'"},
        {"overdue > 30% of industry", "industry: not a number: 'hospital' (compared by m.kam:7)"},
        {"industry > revenue", "industry: not a number: 'hospital' (compared by m.kam:7)"},
        {"industry > last 2 months", "industry: not a number: 'hospital' (compared by m.kam:7)"},
        /* kinds of columns that are known */
        {"revenue > last_month", "m.kam:7: when: columns compare with columns as numbers, and "
                                 "'last_month' holds none"},
        {"revenue > period", "m.kam:7: when: columns compare with columns as numbers, and 'period' "
                             "holds none"},
        {"services > revenue", "m.kam:7: when: columns compare with columns as numbers, and "
                               "'services' holds none"},
        {"last_month > contract_end",
         "m.kam:7: when: 'last_month' holds months; write YYYY-MM or period + N instead of "
         "'contract_end'"},
        {"contract_end > last_month", "m.kam:7: when: columns compare with columns as numbers, and "
                                      "'last_month' holds none"},
        {"revenue = cost", "m.kam:7: when: 'revenue' holds numbers; not a number: 'cost'"},
        {"credit = industry", "no"},
    };
    (void)unused;
    ASSERT_ANSWERS(answers);
}

static void sets_have_texts(void **unused)
{
    static const struct answer answers[] = {
        {"services has cloud", "yes"},
        {"services has line", "yes"},
        {"services has lin", "no"},
        {"services has lines", "no"},
        {"services has x|line", "yes"},
        {"services has x | \"line\"", "yes"},
        {"services has \"cloud|line\"", "no"},
        {"services has 2026-10", "no"},
        {"industry has hospital", "yes"},
        {"标签 has 政府", "yes"},
        {"标签 has \"a|b\"", "yes"},
        {"标签 has a", "no"},
        {"标签 has b", "no"},
        {"标签 has c\\", "yes"},
        {"标签 has c", "no"},
        {"标签 has c\\\\", "no"},
        {"blank has x", "no"},
        {"services hash x", "m.kam:7: when: no operator (= != < <= > >=, in, has, is empty) behind "
                            "the column: 'services hash x'"},
        {"services has", "m.kam:7: when: no value to compare with: 'services has'"},
        {"services has a||b", "m.kam:7: when: a value is missing"},
        {"revenue has 5",
         "m.kam:7: when: 'revenue' holds numbers, no sets; write = or in instead of has"},
        {"last_month has 2026-10",
         "m.kam:7: when: 'last_month' holds months, no sets; write = or in instead of has"},
    };
    (void)unused;
    ASSERT_ANSWERS(answers);
}

static void mistakes_are_explained(void **unused)
{
    static const struct answer answers[] = {
        {"", "m.kam:7: when: a condition starts with a column: ''"},
        {"revenue > 1,", "m.kam:7: when: a condition starts with a column: ''"},
        {"= 5", "m.kam:7: when: a condition starts with a column: '= 5'"},
        {"revenue",
         "m.kam:7: when: no operator (= != < <= > >=, in, has, is empty) behind the column: "
         "'revenue'"},
        {"revenue >", "m.kam:7: when: no value to compare with: 'revenue >'"},
        {"revenue >> 5",
         "m.kam:7: when: unknown operator; write = != < <= > or >=: 'revenue >> 5'"},
        {"revenue == 5",
         "m.kam:7: when: unknown operator; write = != < <= > or >=: 'revenue == 5'"},
        {"revenue => 5",
         "m.kam:7: when: unknown operator; write = != < <= > or >=: 'revenue => 5'"},
        {"revenue ! 5", "m.kam:7: when: no operator (= != < <= > >=, in, has, is empty) behind the "
                        "column: 'revenue ! 5'"},
        {"revenue innn 5",
         "m.kam:7: when: no operator (= != < <= > >=, in, has, is empty) behind the "
         "column: 'revenue innn 5'"},
        {"contract end > 5",
         "m.kam:7: when: no operator (= != < <= > >=, in, has, is empty) behind the "
         "column: 'contract end > 5'"},
        {"blank is", "m.kam:7: when: 'is' wants 'empty' behind it: 'blank is'"},
        {"blank is full", "m.kam:7: when: 'is' wants 'empty' behind it: 'blank is full'"},
        {"revenue = many", "m.kam:7: when: 'revenue' holds numbers; not a number: 'many'"},
        {"revenue = 1,000",
         "m.kam:7: when: no operator (= != < <= > >=, in, has, is empty) behind the "
         "column: '000'"},
        {"revenue in 5||6", "m.kam:7: when: a value is missing"},
        {"last_month = 202610",
         "m.kam:7: when: 'last_month' holds months; write YYYY-MM or period + N instead of "
         "'202610'"},
        {"credit < A", "m.kam:7: when: the table has no column 'A'"},
        {"credit < A B", NEITHER "'A B'"},
        {"credit < 5 B", NEITHER "'5 B'"},
        {"credit < preiod + 3", NEITHER "'preiod + 3'"},
        {"credit < a|b", NEITHER "'a|b'"},
        {"credit = \"A\"x", "m.kam:7: when: double quotes have to enclose the whole of a value or "
                            "name: '\"A\"x'"},
        {"credit = a\"b\"", "m.kam:7: when: double quotes have to enclose the whole of a value or "
                            "name: 'a\"b\"'"},
        {"credit = \"\"", "m.kam:7: when: nothing between the quotes"},
        {"industri = x",
         "m.kam:7: when: the table has no column 'industri'; did you mean 'industry'?"},
        {"zzz = x", "m.kam:7: when: the table has no column 'zzz'"},
        {"doubled = 1", "m.kam:7: when: the table has the column 'doubled' twice"},
        {"industry > 5", "industry: not a number: 'hospital' (compared by m.kam:7)"},
        {"industry < period", "industry: not a month: 'hospital' (compared by m.kam:7)"},
    };
    (void)unused;
    ASSERT_ANSWERS(answers);
    assert_string_equal(ask("contract_end < period", KAM_MONTH_NONE),
                        "m.kam:7: when: a condition on 'period', but the table has no month "
                        "columns");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_compare_as_numbers_in_own_columns),
        cmocka_unit_test(texts_compare_by_bytes),
        cmocka_unit_test(months_compare_with_months),
        cmocka_unit_test(an_empty_cell_compares_with_nothing),
        cmocka_unit_test(months_are_added_up),
        cmocka_unit_test(columns_compare_with_columns),
        cmocka_unit_test(sets_have_texts),
        cmocka_unit_test(mistakes_are_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
