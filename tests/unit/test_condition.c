#include "model/binding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

enum { OCTOBER = 2026 * 12 + 9 };

static const struct kam_place rule = {.file = "m.kam", .line = 7, .column = "when"};

/* One row: the names and the cells of its columns. */
static const struct {
    const char *name, *cell;
} row[] = {
    {"revenue", "50000.00"},
    {"industry", "hospital"},
    {"contract_end", "2026/11/5"},
    {"contract end", "2027-01"},
    {"credit", "A-"},
    {"margin_rate", "0.05"},
    {"last_month", "2026-10"},
    {"code", "007"},
    {"blank", ""},
    {"a,b|c \"d\"", "x"},
    {"doubled", "1"},
    {"doubled", "2"},
    {"2026-07", ""},
    {"2026-08", "-2.25"},
    {"2026-09", "12.50"},
    {"2026-10", ""},
    {"points_growth", "80.0000"},
    {"overdue", "15000"},
    {"service cost", "30001"},
    {"margin", "30000.99"},
    {"cost", ""},
    {"last", "3"},
    {"0-5", "7"},
    {"last 2 months", "1"},
    {"services", "cloud|line"},
    {"标签", "a\\|b|c\\\\|政府|"},
    {"huge", "170141183460469231731"},
    {"tiny", "0.000000000000000001"},
};
enum { COLUMNS = sizeof row / sizeof *row };

static struct kam_text cell_of(const void *source, size_t number, size_t column)
{
    (void)source;
    assert_int_equal(number, 0);
    return kam_text_of(row[column].cell);
}

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

static struct kam_text huge_cell(const void *source, size_t number, size_t column)
{
    (void)source, (void)number, (void)column;
    return KAM_TEXT("170141183460469231731");
}

/* NUMBER is NULL where there is none. */
static void assert_value(const struct kam_side_value *value, const char *cell, const char *number)
{
    char text[KAM_DECIMAL_SIZE];

    assert_true(kam_text_equal(value->cell, kam_text_of(cell)));
    assert_int_equal(value->is_number, number != NULL);
    kam_decimal_format(value->number, 0, text);
    assert_string_equal(text, number ? number : "0");
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

static void sums_do_not_overflow(void **unused)
{
    static const struct kam_text columns[] = {{"2026-09", 7}, {"2026-10", 7}};
    struct kam_arena arena = {.chunks = NULL};
    struct kam_condition condition;
    struct kam_binding binding;
    struct kam_error error = {.status = KAM_OK};
    struct kam_row_source rows = {huge_cell, NULL, NULL};
    char message[2048];
    bool holds;

    (void)unused;
    assert_int_equal(
        kam_condition_parse(&condition, KAM_TEXT("last 2 months > 5"), &rule, &arena, &error),
        KAM_OK);
    assert_int_equal(kam_binding_make(&binding, &condition, columns, 2, OCTOBER, &arena, &error),
                     KAM_OK);
    assert_int_equal(kam_binding_holds(&binding, &rows, 0, &holds, &error), KAM_DATA);
    kam_error_format(&error, message, sizeof message);
    assert_string_equal(message, "last 2 months: the sum becomes too large at: "
                                 "'170141183460469231731' (compared by m.kam:7)");
    kam_arena_free(&arena);
}

static struct kam_text count_up(const void *source, size_t number, size_t column)
{
    static const struct kam_text texts[] = {{"0", 1}, {"", 0}, {"2", 1}, {"x", 1}, {"4", 1}};

    (void)source, (void)column;
    return texts[number];
}

/* A memory is of one row, and neither an empty cell nor text in it is taken for the one before. */
static void a_memory_is_of_one_row(void **unused)
{
    static const bool expected[] = {false, false, true, false, true};
    static const struct kam_text columns[] = {{"code", 4}};
    struct kam_row_cell memory[1] = {{0}};
    const struct kam_row_source rows = {count_up, NULL, memory};
    struct kam_arena arena = {.chunks = NULL};
    struct kam_condition condition;
    struct kam_binding binding;

    (void)unused;
    assert_int_equal(
        kam_condition_parse(&condition, KAM_TEXT("code > 1, code < 5"), &rule, &arena, NULL),
        KAM_OK);
    assert_int_equal(
        kam_binding_make(&binding, &condition, columns, 1, KAM_MONTH_NONE, &arena, NULL), KAM_OK);
    for (size_t i = 0; i < 2 * sizeof expected / sizeof *expected; i++) {
        size_t number = i / 2;
        bool holds, bad = number == 3;
        enum kam_status status = kam_binding_holds(&binding, &rows, number, &holds, NULL);
        assert_int_equal(status, bad ? KAM_DATA : KAM_OK);
        if (!bad)
            assert_int_equal(holds, expected[number]);
    }
    kam_arena_free(&arena);
}

/* What each term of a condition saw: left and right, cell and number. */
static void values_are_what_was_compared(void **unused)
{
    static const struct {
        const char *term, *cell, *number, *other_cell, *other;
    } cases[] = {
        {"revenue >= 5", "50000.00", "50000", "", NULL},
        {"industry = hospital", "hospital", NULL, "", NULL},
        {"overdue >= 30% of revenue", "15000", "15000", "50000.00", "50000"},
        {"last 3 months > 5", "", "10.25", "", NULL},
        {"last 1 month is empty", "", NULL, "", NULL},
        {"revenue > last 3 months", "50000.00", "50000", "", "10.25"},
        {"blank is empty", "", NULL, "", NULL},
        {"services has line", "cloud|line", NULL, "", NULL},
    };
    static const struct kam_row_source rows = {cell_of, NULL, NULL};
    struct kam_text columns[COLUMNS];
    struct kam_arena arena = {.chunks = NULL};

    (void)unused;
    for (size_t i = 0; i < COLUMNS; i++)
        columns[i] = kam_text_of(row[i].name);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_condition condition;
        struct kam_binding binding;
        struct kam_side_value left, other;
        char text[128];
        snprintf(text, sizeof text, "code = 007, %s", cases[i].term);
        assert_int_equal(kam_condition_parse(&condition, kam_text_of(text), &rule, &arena, NULL),
                         KAM_OK);
        assert_int_equal(
            kam_binding_make(&binding, &condition, columns, COLUMNS, OCTOBER, &arena, NULL),
            KAM_OK);
        kam_binding_value(&binding, &rows, 0, 1, &left, &other);
        assert_value(&left, cases[i].cell, cases[i].number);
        assert_value(&other, cases[i].other_cell, cases[i].other);
        kam_binding_value(&binding, &rows, 0, 1, &left, NULL);
        assert_value(&left, cases[i].cell, cases[i].number);
    }
    kam_arena_free(&arena);
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

static void no_terms_always_hold(void **unused)
{
    static const struct kam_row_source rows = {cell_of, NULL, NULL};
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
        cmocka_unit_test(months_are_added_up),
        cmocka_unit_test(columns_compare_with_columns),
        cmocka_unit_test(sets_have_texts),
        cmocka_unit_test(sums_do_not_overflow),
        cmocka_unit_test(a_memory_is_of_one_row),
        cmocka_unit_test(values_are_what_was_compared),
        cmocka_unit_test(mistakes_are_explained),
        cmocka_unit_test(no_terms_always_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
