/* The same columns in another order. */
#include "table/headermatch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MOST = 8 };

static size_t split(const char *names, struct kam_text out[MOST])
{
    size_t count = 0;

    for (; *names; names++, count++)
        out[count] = (struct kam_text){names, 1};
    return count;
}

/* What matching NAMES with OTHERS, a letter each, gives: the order, "-x" missing, "+x" extra. */
static void match(const char *names, const char *others, char out[16])
{
    struct kam_text a[MOST], b[MOST];
    size_t order[MOST], count = split(names, a), other_count = split(others, b);
    struct kam_header_match found;

    assert_true(kam_header_match(&found, a, count, b, other_count, order));
    if (found.missing != SIZE_MAX) {
        snprintf(out, 16, "-%c", names[found.missing]);
    } else if (found.extra != SIZE_MAX) {
        snprintf(out, 16, "+%c", others[found.extra]);
    } else {
        for (size_t i = 0; i < count; i++)
            out[i] = (char)('0' + order[i]);
        out[count] = '\0';
    }
}

static void names_are_found_wherever_they_stand(void **unused)
{
    static const char *const cases[][3] = {
        {"abc", "abc", "012"}, {"abc", "cab", "120"}, {"", "", ""},       {"abc", "ab", "-c"},
        {"ab", "abc", "+c"},   {"ab", "cab", "+c"},   {"ab", "cd", "-a"}, {"aba", "aab", "021"},
        {"aab", "aba", "021"}, {"aa", "a", "-a"},     {"a", "aa", "+a"},  {"a", "bab", "+b"},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[16];
        match(cases[i][0], cases[i][1], found);
        assert_string_equal(found, cases[i][2]);
    }
}

static void many_columns_take_no_time(void **unused)
{
    enum { COUNT = 60000 };
    struct kam_text *names = calloc(COUNT, sizeof *names), *others = calloc(COUNT, sizeof *others);
    char(*text)[8] = calloc(COUNT, sizeof *text);
    size_t *order = calloc(COUNT, sizeof *order);
    struct kam_header_match found;

    (void)unused;
    for (size_t i = 0; i < COUNT; i++) {
        snprintf(text[i], sizeof text[i], "%zu", i / 3);
        names[i] = kam_text_of(text[i]);
        others[COUNT - 1 - i] = names[i];
    }
    assert_true(kam_header_match(&found, names, COUNT, others, COUNT, order));
    assert_true(found.missing == SIZE_MAX && found.extra == SIZE_MAX);
    for (size_t i = 0; i < COUNT; i++)
        assert_true(kam_text_equal(names[i], others[order[i]]));
    free(names);
    free(others);
    free(text);
    free(order);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_wherever_they_stand),
        cmocka_unit_test(many_columns_take_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
