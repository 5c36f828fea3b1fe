/* Lines added up by month come to the same as lines counted one by one. */
#include "import/tally.h"
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MONTHS = 3 * KAM_TALLY_MONTHS, FIRST = 2026 * 12 };

__extension__ typedef __int128 wide;

struct sums {
    uint64_t lines[MONTHS];
    wide amounts[MONTHS];
};

static void count(struct kam_tally_month *entry, struct sums *sums)
{
    sums->lines[entry->month - FIRST] += entry->lines;
    sums->amounts[entry->month - FIRST] += entry->sum;
    entry->lines = 0;
}

static void add(struct kam_tally *tally, int month, int64_t amount, struct sums *sums)
{
    struct kam_tally_month *entry = kam_tally_month_of(tally, month);

    if (kam_tally_add(entry, month, amount))
        return;
    assert_true(entry->lines > 0);
    count(entry, sums);
    assert_true(kam_tally_add(entry, month, amount));
}

/* Months that share entries among them, and amounts of any size. */
static void nothing_is_lost(void **unused)
{
    struct kam_tally tally = {0};
    struct sums found = {0}, expected = {0};
    uint64_t random = 8;

    (void)unused;
    for (int i = 0; i < 100000; i++) {
        int month = FIRST + (int)random_below(&random, MONTHS);
        int64_t amount = (int64_t)random_bits(&random) >> random_below(&random, 64);
        expected.lines[month - FIRST]++;
        expected.amounts[month - FIRST] += amount;
        add(&tally, month, amount, &found);
    }
    for (size_t i = 0; i < KAM_TALLY_MONTHS; i++)
        if (tally.months[i].lines)
            count(&tally.months[i], &found);
    assert_memory_equal(&found, &expected, sizeof found);
}

static void the_ends_of_the_range_are_kept(void **unused)
{
    struct kam_tally tally = {0};
    struct kam_tally_month *entry = kam_tally_month_of(&tally, FIRST);

    (void)unused;
    assert_true(kam_tally_add(entry, FIRST, INT64_MAX));
    assert_false(kam_tally_add(entry, FIRST, 1));
    assert_true(entry->sum == INT64_MAX && entry->lines == 1);
    assert_true(kam_tally_add(entry, FIRST, INT64_MIN));
    assert_true(kam_tally_add(entry, FIRST, -INT64_MAX));
    assert_false(kam_tally_add(entry, FIRST, -1));
    assert_true(entry->sum == INT64_MIN && entry->lines == 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_lost),
        cmocka_unit_test(the_ends_of_the_range_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
