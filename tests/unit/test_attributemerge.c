/* Which of several values of an attribute stays, in whatever order they come. */
#include "join/attributemerge.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { MOST = 4 };

/* The extreme of CELLS by MERGE, from the first to the last, or the other way around. */
static struct kam_text extreme_of(const char *const *cells, enum kam_attribute_merge merge,
                                  bool turned)
{
    struct kam_extreme extreme = {0};
    size_t count = 0;

    while (count < MOST && cells[count])
        count++;
    for (size_t i = 0; i < count; i++)
        kam_extreme_take(&extreme, kam_text_of(cells[turned ? count - 1 - i : i]), merge);
    return extreme.cell;
}

static void extremes_are_of_numbers_as_they_are_written(void **state)
{
    static const struct {
        const char *cells[MOST + 1], *least, *most;
    } cases[] = {
        {{"", "", NULL}, "", ""},
        {{"x", "-", NULL}, "", ""},
        {{"x", "-3", "", NULL}, "-3", "-3"},
        {{"9", "10", "-3", NULL}, "-3", "10"},
        {{"10", "10.0", "010", NULL}, "010", "010"},
        {{"0", "0.00", "-0", NULL}, "-0", "-0"},
        {{"-5", "-5.0", "-6", NULL}, "-6", "-5"},
        {{"170141183460469231731", "170141183460469231730", NULL},
         "170141183460469231730",
         "170141183460469231731"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int turned = 0; turned < 2; turned++) {
            struct kam_text least = extreme_of(cases[i].cells, KAM_MERGE_MIN, turned);
            struct kam_text most = extreme_of(cases[i].cells, KAM_MERGE_MAX, turned);
            assert_true(kam_text_equal(least, kam_text_of(cases[i].least)));
            assert_true(kam_text_equal(most, kam_text_of(cases[i].most)));
        }
}

static void numbers_differ_by_value(void **state)
{
    static const struct {
        const char *cells[MOST + 1];
        const char *one, *other; /* NULL: they don't differ */
    } cases[] = {
        {{"", "x", "1", NULL}, NULL, NULL},     {{"1", "1.0", "01", NULL}, NULL, NULL},
        {{"x", "1", "y", "2", NULL}, "1", "2"}, {{"1", "1.00", "1.001", "3", NULL}, "1", "1.001"},
        {{"0", "-1", NULL}, "0", "-1"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_difference difference = {0};
        for (size_t c = 0; cases[i].cells[c]; c++)
            kam_difference_take(&difference, kam_text_of(cases[i].cells[c]));
        assert_int_equal(difference.is_found, cases[i].one != NULL);
        if (!difference.is_found)
            continue;
        assert_true(kam_text_equal(difference.one, kam_text_of(cases[i].one)));
        assert_true(kam_text_equal(difference.other, kam_text_of(cases[i].other)));
    }
}

static void a_difference_is_told_with_what_to_do(void **state)
{
    const struct kam_text column = {"fee, of all", 3};
    const struct kam_difference difference = {.one = {"1", 1}, .other = {"2", 1}, .is_found = true};
    struct kam_error warning;

    (void)state;
    kam_difference_describe(&difference, column, KAM_TEXT("c"), "--sum fee, or ", &warning);
    assert_string_equal(
        warning.text,
        "column fee: accounts of one customer have different numbers ('1' and '2' in customer "
        "'c'), "
        "and the head's is taken; say --sum fee, or in the model [attribute fee] merge = sum, max, "
        "min, set or head");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(extremes_are_of_numbers_as_they_are_written),
        cmocka_unit_test(numbers_differ_by_value),
        cmocka_unit_test(a_difference_is_told_with_what_to_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
