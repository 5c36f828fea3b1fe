#include "model/binding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

enum { OCTOBER = 2026 * 12 + 9 };

static const struct kam_place rule = {.file = "m.kam", .line = 7, .column = "when"};

/* One row: the names and the cells of its columns. */
static const char *const names[] = {"revenue", "industry",     "contract_end", "contract end",
                                    "credit",  "margin_rate",  "last_month",   "code",
                                    "blank",   "a,b|c \"d\"",  "doubled",      "doubled",
                                    "2026-09", "points_growth"};
static const char *const cells[] = {"50000.00", "hospital", "2026/11/5", "2027-01", "A-",
                                    "0.05",     "2026-10",  "007",       "",        "x",
                                    "1",        "2",        "12.50",     "80.0000"};
enum { COLUMNS = sizeof names / sizeof *names };

static struct kam_text cell_of(const void *source, size_t row, size_t column)
{
    const char *const *row_cells = source;

    assert_int_equal(row, 0);
    return kam_text_of(row_cells[column]);
}

/* "yes" or "no", or the message of what went wrong on the way. */
static const char *ask(const char *text, int period)
{
    static char message[2048];
    static const struct kam_row_source rows = {cell_of, cells};
    struct kam_arena arena = {.chunks = NULL};
    struct kam_text columns[COLUMNS];
    struct kam_condition condition;
    struct kam_binding binding;
    struct kam_error error = {.status = KAM_OK};
    bool holds = false;

    for (size_t i = 0; i < COLUMNS; i++)
        columns[i] = kam_text_of(names[i]);
    enum kam_status status =
        kam_condition_parse(&condition, kam_text_of(text), &rule, &arena, &error);
    assert_true(status == KAM_OK || status == KAM_USAGE);
    if (status == KAM_OK) {
        status = kam_binding_make(&binding, &condition, columns, COLUMNS, period, &arena, &error);
        if (status == KAM_OK)
            status = kam_binding_holds(&binding, &rows, 0, &holds, &error);
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

static void mistakes_are_explained(void **unused)
{
    static const struct answer answers[] = {
        {"", "m.kam:7: when: a condition starts with a column: ''"},
        {"revenue > 1,", "m.kam:7: when: a condition starts with a column: ''"},
        {"= 5", "m.kam:7: when: a condition starts with a column: '= 5'"},
        {"revenue", "m.kam:7: when: no operator (= != < <= > >=, in, is empty) behind the column: "
                    "'revenue'"},
        {"revenue >", "m.kam:7: when: no value to compare with: 'revenue >'"},
        {"revenue >> 5",
         "m.kam:7: when: unknown operator; write = != < <= > or >=: 'revenue >> 5'"},
        {"revenue == 5",
         "m.kam:7: when: unknown operator; write = != < <= > or >=: 'revenue == 5'"},
        {"revenue => 5",
         "m.kam:7: when: unknown operator; write = != < <= > or >=: 'revenue => 5'"},
        {"revenue ! 5", "m.kam:7: when: no operator (= != < <= > >=, in, is empty) behind the "
                        "column: 'revenue ! 5'"},
        {"revenue innn 5", "m.kam:7: when: no operator (= != < <= > >=, in, is empty) behind the "
                           "column: 'revenue innn 5'"},
        {"contract end > 5", "m.kam:7: when: no operator (= != < <= > >=, in, is empty) behind the "
                             "column: 'contract end > 5'"},
        {"blank is", "m.kam:7: when: 'is' wants 'empty' behind it: 'blank is'"},
        {"blank is full", "m.kam:7: when: 'is' wants 'empty' behind it: 'blank is full'"},
        {"revenue = many", "m.kam:7: when: 'revenue' holds numbers; not a number: 'many'"},
        {"revenue = 1,000", "m.kam:7: when: no operator (= != < <= > >=, in, is empty) behind the "
                            "column: '000'"},
        {"revenue in 5||6", "m.kam:7: when: a value is missing"},
        {"last_month = 202610",
         "m.kam:7: when: 'last_month' holds months; write YYYY-MM or period + N instead of "
         "'202610'"},
        {"credit < A", "m.kam:7: when: neither a number nor a month (YYYY-MM, period + N): 'A'"},
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

static void no_terms_always_hold(void **unused)
{
    static const struct kam_row_source rows = {cell_of, cells};
    struct kam_condition none = {.term_count = 0};
    struct kam_arena arena = {.chunks = NULL};
    struct kam_binding binding;
    bool holds = false;

    (void)unused;
    assert_int_equal(kam_binding_make(&binding, &none, NULL, 0, KAM_MONTH_NONE, &arena, NULL),
                     KAM_OK);
    assert_int_equal(kam_binding_holds(&binding, &rows, 0, &holds, NULL), KAM_OK);
    assert_true(holds);
    kam_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_compare_as_numbers_in_own_columns),
        cmocka_unit_test(texts_compare_by_bytes),
        cmocka_unit_test(months_compare_with_months),
        cmocka_unit_test(an_empty_cell_compares_with_nothing),
        cmocka_unit_test(mistakes_are_explained),
        cmocka_unit_test(no_terms_always_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
