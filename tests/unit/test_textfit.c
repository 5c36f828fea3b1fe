#include "report/textfit.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { GAP = 2, MOST = 4 };

static void assert_widths(const struct kam_textfit *columns, size_t count, size_t width,
                          const size_t *expected)
{
    struct kam_textfit fits[MOST];

    for (size_t i = 0; i < count; i++)
        fits[i] = columns[i];
    kam_textfit(fits, count, GAP, width);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(fits[i].width, expected[i]);
    assert_true(kam_textfit_width(fits, count, GAP) <= width);
}

static const struct kam_textfit three[] = {
    {.natural = 20, .least = 8, .rank = 0},
    {.natural = 10, .least = 10, .rank = 1},
    {.natural = 30, .least = 5, .rank = 2},
};

static void all_fit_as_they_are(void **state)
{
    (void)state;
    assert_widths(three, 3, 64, (const size_t[]){20, 10, 30});
    assert_widths(three, 3, 100, (const size_t[]){20, 10, 30});
}

static void what_is_left_goes_to_the_lowest_rank(void **state)
{
    (void)state;
    assert_widths(three, 3, 63, (const size_t[]){20, 10, 29});
    assert_widths(three, 3, 39, (const size_t[]){20, 10, 5});
    assert_widths(three, 3, 27, (const size_t[]){8, 10, 5});
}

static void the_highest_rank_is_left_out_first(void **state)
{
    (void)state;
    assert_widths(three, 3, 26, (const size_t[]){14, 10, 0});
    assert_widths(three, 3, 20, (const size_t[]){8, 10, 0});
    assert_widths(three, 3, 19, (const size_t[]){19, 0, 0});
    assert_widths(three, 3, 5, (const size_t[]){5, 0, 0});
}

static void of_one_rank_the_narrowest_grows(void **state)
{
    static const struct kam_textfit two[] = {{9, 2, 0, 0}, {9, 4, 0, 0}};

    (void)state;
    assert_widths(two, 2, 10, (const size_t[]){4, 4});
    assert_widths(two, 2, 11, (const size_t[]){5, 4});
    assert_widths(two, 2, 5, (const size_t[]){1, 2});
}

static void none_at_all(void **state)
{
    (void)state;
    kam_textfit(NULL, 0, GAP, 10);
    assert_int_equal(kam_textfit_width(NULL, 0, GAP), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_fit_as_they_are),
        cmocka_unit_test(what_is_left_goes_to_the_lowest_rank),
        cmocka_unit_test(the_highest_rank_is_left_out_first),
        cmocka_unit_test(of_one_rank_the_narrowest_grows),
        cmocka_unit_test(none_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
