#include "base/sort.h"

#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MOST = 3000, LONGEST = 64 };

struct sample {
    char bytes[MOST][LONGEST];
    struct kam_text texts[MOST];
    uint32_t items[MOST];
};

static void assert_sorted(struct sample *sample, size_t count)
{
    static bool seen[MOST];

    assert_true(kam_sort_texts(sample->items, sample->texts, count));
    memset(seen, 0, sizeof seen);
    for (size_t i = 0; i < count; i++) {
        assert_true(sample->items[i] < count && !seen[sample->items[i]]);
        seen[sample->items[i]] = true;
    }
    for (size_t i = 1; i < count; i++) {
        uint32_t a = sample->items[i - 1], b = sample->items[i];
        int order = kam_text_order(sample->texts[a], sample->texts[b]);
        assert_true(order < 0 || (order == 0 && a < b));
    }
}

static void add(struct sample *sample, size_t i, size_t length)
{
    sample->texts[i] = (struct kam_text){sample->bytes[i], length};
}

/* What accounts are called: digits of one length, of many, behind a common part, between others. */
static size_t write_id(unsigned style, unsigned number, char out[LONGEST])
{
    switch (style) {
    case 0:
        return (size_t)snprintf(out, LONGEST, "%010u", number);
    case 1:
        return (size_t)snprintf(out, LONGEST, "%u", number);
    case 2:
        return (size_t)snprintf(out, LONGEST, "86-0755-0000-%07u", number);
    }
    return (size_t)snprintf(out, LONGEST, "%u-account-of-%u", number % 3, number / 7);
}

static void ids_are_sorted(void **unused)
{
    struct sample *sample = malloc(sizeof *sample);
    uint64_t state = 31;

    (void)unused;
    assert_non_null(sample);
    for (unsigned style = 0; style < 4; style++)
        for (size_t count = 0; count <= MOST; count = count * 3 + 1) {
            for (size_t i = 0; i < count; i++)
                add(sample, i, write_id(style, random_below(&state, 1000000), sample->bytes[i]));
            assert_sorted(sample, count);
        }
    free(sample);
}

/* Few different bytes, NUL and the highest among them, so that prefixes and equals are many. */
static void texts_of_any_bytes_are_sorted(void **unused)
{
    static const char bytes[] = {'\0', 'a', '\xFF', 'a'};
    struct sample *sample = malloc(sizeof *sample);
    uint64_t state = 32;

    (void)unused;
    assert_non_null(sample);
    for (unsigned kinds = 1; kinds <= 4; kinds++)
        for (size_t longest = 1; longest <= LONGEST; longest *= 2)
            for (size_t common = 0; common < longest; common = common * 2 + 1) {
                for (size_t i = 0; i < MOST; i++) {
                    size_t length = random_below(&state, (unsigned)longest + 1);
                    for (size_t b = 0; b < length; b++)
                        sample->bytes[i][b] = b < common ? 'a' : bytes[random_below(&state, kinds)];
                    add(sample, i, length);
                }
                assert_sorted(sample, MOST);
            }
    free(sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_sorted),
        cmocka_unit_test(texts_of_any_bytes_are_sorted),
    };

    return cmocka_run_group_tests_name("sorttexts", tests, NULL, NULL);
}
