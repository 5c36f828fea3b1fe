/* Total lines held against the lines they are about. */
#include "import/totals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const char SUB[] = "小计", ALL[] = "合计";

/* Lines and totals in a row: a line where WORD is NULL. */
struct step {
    const char *word;
    int amount;
};

/* The first step whose total doesn't hold, from 1; 0 if all do. */
static size_t first_wrong(const struct step *steps, size_t count)
{
    struct kam_totals totals = {.lines = 0};

    for (size_t i = 0; i < count; i++) {
        struct kam_decimal amount = kam_decimal_of(steps[i].amount);
        if (!steps[i].word)
            kam_totals_add(&totals, amount, 1);
        else if (!kam_totals_check(&totals, steps[i].word, amount, i + 1))
            return i + 1;
    }
    return kam_totals_finish(&totals) ? 0 : (size_t)totals.first_line;
}

#define FIRST_WRONG(...)                                                                           \
    first_wrong((const struct step[]){__VA_ARGS__},                                                \
                sizeof((const struct step[]){__VA_ARGS__}) / sizeof(struct step))

static void a_total_is_of_all_lines_or_of_a_part(void **unused)
{
    (void)unused;
    assert_int_equal(FIRST_WRONG({NULL, 1}, {NULL, 2}, {ALL, 3}), 0);
    assert_int_equal(FIRST_WRONG({NULL, 1}, {NULL, 2}, {ALL, 4}), 3);
    /* parts, then all */
    assert_int_equal(FIRST_WRONG({NULL, 1}, {SUB, 1}, {NULL, 2}, {SUB, 2}, {ALL, 3}), 0);
    assert_int_equal(FIRST_WRONG({NULL, 1}, {SUB, 1}, {NULL, 2}, {SUB, 1}, {ALL, 3}), 4);
    /* three levels: the second 合计 is of what follows the first one */
    assert_int_equal(FIRST_WRONG({NULL, 1}, {SUB, 1}, {NULL, 2}, {SUB, 2}, {ALL, 3}, {NULL, 4},
                                 {SUB, 4}, {NULL, 5}, {SUB, 5}, {ALL, 9}, {"总计", 12}),
                     0);
    assert_int_equal(FIRST_WRONG({NULL, 1}, {ALL, 1}, {NULL, 2}, {NULL, 3}, {ALL, 2}), 5);
    /* running totals are of all lines */
    assert_int_equal(FIRST_WRONG({NULL, 1}, {SUB, 1}, {NULL, 2}, {SUB, 3}, {ALL, 3}), 0);
    assert_int_equal(FIRST_WRONG({NULL, 5}, {NULL, -5}, {ALL, 0}), 0);
}

static void a_total_above_all_lines_waits_for_the_end(void **unused)
{
    (void)unused;
    assert_int_equal(FIRST_WRONG({ALL, 3}, {NULL, 1}, {NULL, 2}), 0);
    assert_int_equal(FIRST_WRONG({ALL, 4}, {NULL, 1}, {NULL, 2}), 1);
    assert_int_equal(FIRST_WRONG({ALL, 3}, {NULL, 1}, {NULL, 2}, {ALL, 3}), 0);
    assert_int_equal(FIRST_WRONG({ALL, 0}), 0);
}

static void what_follows_a_mark_may_be_summed_by_itself(void **unused)
{
    struct kam_totals totals = {.lines = 0};

    (void)unused;
    kam_totals_add(&totals, kam_decimal_of(7), 1);
    kam_totals_mark(&totals);
    kam_totals_add(&totals, kam_decimal_of(2), 1);
    assert_true(kam_totals_check(&totals, ALL, kam_decimal_of(2), 3));
    assert_true(kam_totals_check(&totals, ALL, kam_decimal_of(9), 4));
    assert_false(kam_totals_check(&totals, ALL, kam_decimal_of(7), 5));
}

static void a_sum_that_is_too_large_checks_nothing(void **unused)
{
    struct kam_totals totals = {.lines = 0};
    struct kam_decimal large;

    (void)unused;
    assert_int_equal(kam_decimal_parse(KAM_TEXT("150000000000000000000"), &large), KAM_NUMBER_OK);
    kam_totals_add(&totals, large, 1);
    kam_totals_add(&totals, large, 1);
    assert_true(kam_totals_check(&totals, ALL, kam_decimal_of(1), 3));
    assert_true(kam_totals_finish(&totals));
}

static void more_words_than_there_is_room_for_are_only_forgotten(void **unused)
{
    static char words[KAM_TOTAL_WORDS + 4][2];
    struct kam_totals totals = {.lines = 0};

    (void)unused;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        kam_totals_add(&totals, kam_decimal_of(1), 1);
        assert_true(kam_totals_check(&totals, words[i], kam_decimal_of((int64_t)i + 1), i));
    }
}

static void a_last_line_that_is_the_sum_of_the_others(void **unused)
{
    (void)unused;
    for (int count = 2; count < 14; count++)
        for (int more = 0; more <= 1; more++) {
            struct kam_totals totals = {.lines = 0};
            for (int i = 1; i <= count; i++)
                kam_totals_add(&totals, kam_decimal_of(i), (uint64_t)i);
            kam_totals_add(&totals, kam_decimal_of(count * (count + 1) / 2 + more), 99);
            assert_int_equal(kam_totals_last_is_sum(&totals), count >= 5 && !more);
        }
}

static void equal_amounts_may_add_up_by_chance(void **unused)
{
    static const int bills[] = {10, 10, 0, 20, 10, 0, 20, 10};
    struct kam_totals totals = {.lines = 0};
    int sum = 0;

    (void)unused;
    for (size_t i = 0; i < sizeof bills / sizeof *bills; i++) {
        kam_totals_add(&totals, kam_decimal_of(bills[i]), i + 1);
        sum += bills[i];
    }
    kam_totals_add(&totals, kam_decimal_of(sum), 99);
    assert_false(kam_totals_last_is_sum(&totals));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_last_line_that_is_the_sum_of_the_others),
        cmocka_unit_test(equal_amounts_may_add_up_by_chance),
        cmocka_unit_test(a_total_is_of_all_lines_or_of_a_part),
        cmocka_unit_test(a_total_above_all_lines_waits_for_the_end),
        cmocka_unit_test(what_follows_a_mark_may_be_summed_by_itself),
        cmocka_unit_test(a_sum_that_is_too_large_checks_nothing),
        cmocka_unit_test(more_words_than_there_is_room_for_are_only_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
