#include "import/invoice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "random.h"

enum { NEW = -1 };
static const uint64_t furthest = UINT64_C(1) << 40;

static bool add(struct kam_invoices *invoices, const struct kam_text *parts, size_t count,
                uint64_t line, struct kam_invoice_place *first)
{
    bool repeated;

    assert_true(kam_invoices_add(invoices, parts, count, line, first, &repeated));
    return repeated;
}

static void begin(struct kam_invoices *invoices, size_t file)
{
    assert_true(kam_invoices_begin_file(invoices, file));
}

static void parts_stay_parts(void **unused)
{
    static const struct {
        struct kam_text parts[3];
        size_t count;
        int first; /* the case that had this key first */
    } cases[] = {
        {{{"a", 1}, {"bc", 2}}, 2, NEW},
        {{{"ab", 2}, {"c", 1}}, 2, NEW},
        {{{"abc", 3}, {"", 0}}, 2, NEW},
        {{{"", 0}, {"abc", 3}}, 2, NEW},
        {{{"abc", 3}}, 1, NEW},
        {{{"a", 1}, {"b", 1}, {"c", 1}}, 3, NEW},
        {{{"a", 1}, {"bc", 2}}, 2, 0},
        {{{"bc", 2}, {"a", 1}}, 2, NEW},
        {{{"abc", 3}}, 1, 4},
        {{{"abc ", 4}}, 1, NEW},
        {{{"ABC", 3}}, 1, NEW},
        /* empty, without a pointer; and what could be a length before a text */
        {{{NULL, 0}}, 1, NEW},
        {{{"", 0}}, 1, 11},
        {{{NULL, 0}, {NULL, 0}}, 2, NEW},
        {{{"\0", 1}}, 1, NEW},
        {{{"\0\0", 2}}, 1, NEW},
        {{{"\1\0\0\0\0\0\0\0a", 9}}, 1, NEW},
        {{{"a\0\0\0\0\0\0\0\0", 9}, {"b", 1}}, 2, NEW},
        {{{"a", 1}, {"\0\0\0\0\0\0\0\0b", 9}}, 2, NEW},
        {{{"a", 1}}, 1, NEW},
    };
    struct kam_invoices invoices = {0};

    (void)unused;
    begin(&invoices, 7);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_invoice_place first = {0, 0};
        bool repeated = add(&invoices, cases[i].parts, cases[i].count, i + 1, &first);
        assert_int_equal(repeated, cases[i].first != NEW);
        if (repeated) {
            assert_int_equal(first.file, 7);
            assert_int_equal(first.line, cases[i].first + 1);
        }
    }
    kam_invoices_free(&invoices);
}

static void the_first_place_is_named(void **unused)
{
    const struct kam_text a = KAM_TEXT("a"), b = KAM_TEXT("b"), c = KAM_TEXT("c");
    const struct kam_text d = KAM_TEXT("d");
    struct kam_invoices invoices = {0};
    struct kam_invoice_place first;

    (void)unused;
    begin(&invoices, 4); /* no key in it */
    begin(&invoices, 9);
    assert_false(add(&invoices, &a, 1, 1, &first));
    assert_true(add(&invoices, &a, 1, 500, &first));
    assert_int_equal(first.file, 9);
    assert_int_equal(first.line, 1);
    begin(&invoices, 2); /* nor in these */
    begin(&invoices, 1);
    begin(&invoices, 0);
    assert_false(add(&invoices, &c, 1, 500, &first));
    assert_false(add(&invoices, &b, 1, 1, &first)); /* in any order */
    begin(&invoices, 3);
    assert_false(add(&invoices, &d, 1, 1, &first));
    assert_true(add(&invoices, &a, 1, 2, &first));
    assert_int_equal(first.file, 9);
    assert_int_equal(first.line, 1);
    assert_true(add(&invoices, &b, 1, 3, &first));
    assert_int_equal(first.file, 0);
    assert_int_equal(first.line, 1);
    assert_true(add(&invoices, &c, 1, 4, &first));
    assert_int_equal(first.file, 0);
    assert_int_equal(first.line, 500);
    assert_true(add(&invoices, &d, 1, 5, &first));
    assert_int_equal(first.file, 3);
    assert_int_equal(first.line, 1);
    assert_int_equal(invoices.count, 4);
    kam_invoices_free(&invoices);
}

/* Past the 40 bits of an ordinal a key is still known, only its line isn't. */
static void lines_past_counting_have_no_place(void **unused)
{
    const struct kam_text keys[] = {KAM_TEXT("a"), KAM_TEXT("b"), KAM_TEXT("c"), KAM_TEXT("d")};
    struct kam_invoices invoices = {0};
    struct kam_invoice_place first;

    (void)unused;
    begin(&invoices, 0);
    assert_false(add(&invoices, &keys[0], 1, furthest - 2, &first));
    assert_false(add(&invoices, &keys[1], 1, furthest - 1, &first));
    assert_false(add(&invoices, &keys[2], 1, UINT64_MAX, &first));
    begin(&invoices, 1);
    assert_false(add(&invoices, &keys[3], 1, 1, &first));
    assert_true(add(&invoices, &keys[0], 1, 2, &first));
    assert_int_equal(first.line, furthest - 2);
    for (size_t i = 1; i < 4; i++) {
        assert_true(add(&invoices, &keys[i], 1, 3, &first));
        assert_int_equal(first.line, 0);
    }
    kam_invoices_free(&invoices);
}

/* Random keys of two columns in random files, against a list of where each stood first. */
static void a_set_and_a_list_agree(void **unused)
{
    enum { KEYS = 9000, ADDITIONS = 30000, FILES = 50 };
    struct kam_invoice_place *firsts = calloc(KEYS, sizeof *firsts);
    struct kam_invoices invoices = {0};
    uint64_t seed = 88;
    size_t distinct = 0, file = 0;
    uint64_t line = 0;

    (void)unused;
    assert_non_null(firsts);
    begin(&invoices, 0);
    for (int i = 0; i < ADDITIONS; i++) {
        unsigned number = random_below(&seed, KEYS);
        struct kam_invoice_place first = {0, 0};
        char year[16], id[16];

        if (random_below(&seed, ADDITIONS / FILES) == 0) {
            begin(&invoices, ++file);
            line = 0;
        }
        line += 1 + random_below(&seed, 3);
        snprintf(year, sizeof year, "%u", number % 13);
        snprintf(id, sizeof id, "%u", number);
        const struct kam_text parts[] = {kam_text_of(year), kam_text_of(id)};
        bool known = firsts[number].line != 0;
        assert_int_equal(add(&invoices, parts, 2, line, &first), known);
        if (known) {
            assert_int_equal(first.file, firsts[number].file);
            assert_int_equal(first.line, firsts[number].line);
        } else {
            firsts[number] = (struct kam_invoice_place){file, line};
            distinct++;
        }
        /* No more room is taken than promised, but in the beginning. */
        if (distinct > 1000)
            assert_in_range(distinct, invoices.slot_count / 8 * 3, invoices.slot_count / 4 * 3);
    }
    assert_int_equal(invoices.count, distinct);
    assert_true(distinct > KEYS / 2);
    assert_true(file > FILES / 2);
    free(firsts);
    kam_invoices_free(&invoices);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_stay_parts),
        cmocka_unit_test(the_first_place_is_named),
        cmocka_unit_test(lines_past_counting_have_no_place),
        cmocka_unit_test(a_set_and_a_list_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
