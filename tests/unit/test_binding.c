/* Conditions put to columns: what they see there, and what they remember. */
#include "conditions.h"

#include <stdio.h>

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
        cmocka_unit_test(sums_do_not_overflow),
        cmocka_unit_test(a_memory_is_of_one_row),
        cmocka_unit_test(values_are_what_was_compared),
        cmocka_unit_test(no_terms_always_hold),
    };

    return cmocka_run_group_tests_name("binding", tests, NULL, NULL);
}
