#include "account/storeorder.h"
#include "account/storepart.h"
#include "base/hash.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { OCTOBER = 2026 * 12 + 9, MANY = 40000 };

static const struct kam_layout plain;

static struct kam_store *new_store(void)
{
    struct kam_store *store;
    struct kam_error error;

    assert_int_equal(kam_store_new(&store, &plain, 0, 1, &error), KAM_OK);
    return store;
}

static uint32_t lookup(struct kam_store *store, struct kam_text id, enum kam_store_lookup mode)
{
    struct kam_error error;
    uint32_t number;

    assert_int_equal(kam_store_lookup(store, id, mode, &number, &error), KAM_OK);
    return number;
}

/* Id number I: short and long ones, those that share beginnings, and a NUL within. */
static struct kam_text id_of(uint32_t i, char text[64])
{
    static const struct {
        const char *begin;
        int digits;
    } forms[] = {
        {"", 1}, {"", 10}, {"a customer with a long id, number ", 1}, {"16 bytes ", 7}, {"x", 1},
    };
    int n = snprintf(text, 64, "%s%0*u", forms[i % 5].begin, forms[i % 5].digits, i / 5);

    if (i % 5 == 4)
        text[n++] = '\0';
    return (struct kam_text){text, (size_t)n};
}

static void ids_keep_their_numbers_while_the_store_grows(void **unused)
{
    struct kam_store *store = new_store();
    char text[64];

    (void)unused;
    for (uint32_t i = 0; i < MANY; i++) {
        assert_int_equal(lookup(store, id_of(i, text), KAM_STORE_FIND), KAM_NONE);
        assert_int_equal(lookup(store, id_of(i, text), KAM_STORE_ADD), i);
        assert_int_equal(lookup(store, id_of(i / 2, text), KAM_STORE_ADD), i / 2);
    }
    assert_int_equal(kam_store_count(store), MANY);
    for (uint32_t i = 0; i < MANY; i++) {
        assert_int_equal(lookup(store, id_of(i, text), KAM_STORE_FIND), i);
        assert_true(kam_text_equal(kam_account_id(kam_store_account(store, i)), id_of(i, text)));
        assert_int_equal(kam_store_account(store, i)->lines, 0);
    }
    kam_store_free(store);
}

static void the_order_is_that_of_bytes(void **unused)
{
    struct kam_store *store = new_store();
    uint32_t *order = calloc(MANY + 3, sizeof *order);
    bool *seen = calloc(MANY + 3, sizeof *seen);
    struct kam_error error;
    char text[64];

    (void)unused;
    assert_non_null(order);
    assert_non_null(seen);
    for (uint32_t i = 0; i < MANY; i++)
        lookup(store, id_of((uint32_t)((uint64_t)i * 7919 % MANY), text), KAM_STORE_ADD);
    lookup(store, KAM_TEXT("\xFF"), KAM_STORE_ADD);
    lookup(store, KAM_TEXT("\0"), KAM_STORE_ADD);
    lookup(store, KAM_TEXT("\0\0"), KAM_STORE_ADD);
    assert_int_equal(kam_store_order(store, order, &error), KAM_OK);
    for (uint32_t i = 0; i < MANY + 3; i++) {
        assert_in_range(order[i], 0, MANY + 2);
        assert_false(seen[order[i]]);
        seen[order[i]] = true;
        if (i)
            assert_true(kam_text_order(kam_account_id(kam_store_account(store, order[i - 1])),
                                       kam_account_id(kam_store_account(store, order[i]))) < 0);
    }
    free(order);
    free(seen);
    kam_store_free(store);
}

static void lines_of_a_batch_find_their_accounts(void **unused)
{
    enum { LINES = 1000, ACCOUNTS = 37 };
    struct kam_store *store = new_store();
    static char texts[LINES][64];
    static struct kam_line lines[LINES];
    static const struct kam_line *pointers[LINES];
    struct kam_error error;
    size_t failed;

    (void)unused;
    for (uint32_t i = 0; i < LINES; i++) {
        struct kam_text id = id_of(i * i % ACCOUNTS, texts[i]);
        lines[i] = (struct kam_line){.id = id,
                                     .hash = kam_hash(id),
                                     .month = OCTOBER,
                                     .amount = kam_amount_of(kam_decimal_of(1)),
                                     .attributes_hash = 1};
        pointers[i] = &lines[i];
    }
    assert_int_equal(kam_store_add_lines(store, pointers, LINES, &failed, &error), KAM_OK);
    for (uint32_t a = 0; a < ACCOUNTS; a++) {
        struct kam_decimal value;
        char text[64];
        unsigned expected = 0;
        for (uint32_t i = 0; i < LINES; i++)
            expected += i * i % ACCOUNTS == a;
        uint32_t number = lookup(store, id_of(a, text), KAM_STORE_FIND);
        assert_int_equal(number != KAM_NONE, expected > 0);
        if (!expected)
            continue;
        assert_int_equal(kam_store_account(store, number)->lines, expected);
        assert_true(kam_cells_get(&kam_store_account(store, number)->revenue, OCTOBER, &value));
        assert_int_equal(kam_decimal_compare(value, kam_decimal_of(expected)), 0);
    }
    kam_store_free(store);
}

/* ---- parts and threads ----------------------------------------------------------------------- */

enum { THREADS = 4, EACH = 20000, SOME = 5003, AT_ONCE = 500 };

/* One of the threads that add lines to a store: those of THREADS * EACH whose number is its own. */
struct adder {
    struct kam_store *store;
    uint32_t own;
};

static void *add_lines(void *context)
{
    const struct adder *adder = context;
    static const struct kam_line *pointers[THREADS][AT_ONCE];
    static struct kam_line lines[THREADS][AT_ONCE];
    static char texts[THREADS][AT_ONCE][64];
    bool ok = true;

    for (uint32_t from = 0; ok && from < EACH; from += AT_ONCE) {
        for (uint32_t i = 0; i < AT_ONCE; i++) {
            uint32_t number = (from + i) * THREADS + adder->own;
            struct kam_text id = id_of(number * 7 % SOME, texts[adder->own][i]);
            lines[adder->own][i] =
                (struct kam_line){.id = id,
                                  .hash = kam_hash(id),
                                  .month = OCTOBER - (int)(number % 5),
                                  .amount = kam_amount_of(kam_decimal_of((int64_t)number)),
                                  .attributes_hash = 1};
            pointers[adder->own][i] = &lines[adder->own][i];
        }
        size_t failed;
        ok = kam_store_add_lines(adder->store, pointers[adder->own], AT_ONCE, &failed, NULL) ==
             KAM_OK;
    }
    return ok ? context : NULL;
}

/* A store of so many parts that all threads have added their lines to. */
static struct kam_store *filled_store(unsigned parts)
{
    struct adder adders[THREADS];
    pthread_t threads[THREADS];
    struct kam_store *store;

    assert_int_equal(kam_store_new(&store, &plain, 12, parts, NULL), KAM_OK);
    for (uint32_t t = 0; t < THREADS; t++) {
        adders[t] = (struct adder){store, t};
        assert_int_equal(pthread_create(&threads[t], NULL, add_lines, &adders[t]), 0);
    }
    for (uint32_t t = 0; t < THREADS; t++) {
        void *done;
        pthread_join(threads[t], &done);
        assert_non_null(done);
    }
    return store;
}

static void assert_same_accounts(const struct kam_store *a, const struct kam_store *b)
{
    size_t count = kam_store_count(a);
    uint32_t *of_a = calloc(count, sizeof *of_a), *of_b = calloc(count, sizeof *of_b);

    assert_int_equal(kam_store_count(b), count);
    assert_true(of_a && of_b);
    assert_int_equal(kam_store_order(a, of_a, NULL), KAM_OK);
    assert_int_equal(kam_store_order(b, of_b, NULL), KAM_OK);
    for (size_t i = 0; i < count; i++) {
        const struct kam_account *one = kam_store_account(a, of_a[i]);
        const struct kam_account *other = kam_store_account(b, of_b[i]);
        assert_true(kam_text_equal(kam_account_id(one), kam_account_id(other)));
        assert_int_equal(one->lines, other->lines);
        for (int month = OCTOBER - 4; month <= OCTOBER; month++) {
            struct kam_decimal x = KAM_DECIMAL_ZERO, y = KAM_DECIMAL_ZERO;
            assert_int_equal(kam_cells_get(&one->revenue, month, &x),
                             kam_cells_get(&other->revenue, month, &y));
            assert_int_equal(kam_decimal_compare(x, y), 0);
        }
    }
    free(of_a);
    free(of_b);
}

static void parts_and_threads_make_no_difference(void **unused)
{
    static const unsigned parts[] = {2, 7, KAM_STORE_MOST_PARTS};
    struct kam_store *one = filled_store(1);

    (void)unused;
    assert_int_equal(kam_store_count(one), SOME);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        struct kam_store *store = filled_store(parts[i]);
        uint32_t numbers = 0;
        assert_same_accounts(one, store);
        for (uint32_t n = 0; n < kam_store_end(store); n++)
            numbers += kam_store_account(store, n) != NULL;
        assert_int_equal(numbers, SOME);
        for (uint32_t a = 0; a < SOME + 50; a++) {
            char text[64];
            struct kam_text id = id_of(a, text);
            uint32_t number = lookup(store, id, KAM_STORE_FIND);
            assert_int_equal(number != KAM_NONE, a < SOME);
            if (number != KAM_NONE)
                assert_true(kam_text_equal(kam_account_id(kam_store_account(store, number)), id));
        }
        kam_store_free(store);
    }
    kam_store_free(one);
}

static void check_overflow(unsigned parts)
{
    struct kam_store *store;
    struct kam_line lines[50];
    const struct kam_line *pointers[50];
    struct kam_decimal largest;
    struct kam_error error;
    size_t failed;

    assert_int_equal(kam_store_new(&store, &plain, 0, parts, &error), KAM_OK);
    assert_int_equal(kam_decimal_parse(KAM_TEXT("170141183460469231731"), &largest), KAM_NUMBER_OK);
    for (int i = 0; i < 50; i++) {
        struct kam_text id = i % 2 ? KAM_TEXT("odd") : KAM_TEXT("even");
        lines[i] = (struct kam_line){
            .id = id,
            .hash = kam_hash(id),
            .month = OCTOBER,
            .amount = kam_amount_of(i == 41 || i == 43 ? largest : KAM_DECIMAL_ZERO),
            .attributes_hash = 1};
        pointers[i] = &lines[i];
    }
    assert_int_equal(kam_store_add_lines(store, pointers, 50, &failed, &error), KAM_DATA);
    assert_int_equal(failed, 43);
    assert_string_equal(error.text, "the sum of account 'odd' becomes too large");
    kam_store_free(store);
}

static void the_line_that_overflows_is_named(void **unused)
{
    (void)unused;
    for (unsigned parts = 1; parts <= KAM_STORE_MOST_PARTS; parts++)
        check_overflow(parts);
}

/* ---- memory ---------------------------------------------------------------------------------- */

static const struct kam_text note = {"note", 4};
static const struct kam_layout noted = {.attributes = &note, .attribute_count = 1};

enum { LONG_NOTE = 10000 };

static void a_part_that_was_cleared_takes_no_memory_for_texts(void **unused)
{
    const struct kam_record_shape shape = kam_record_shape_of(&noted, 1);
    struct kam_store_part part;
    static char text[LONG_NOTE];
    struct kam_text value = {text, sizeof text};
    struct kam_line line = {
        .month = OCTOBER, .attributes = &value, .attributes_hash = 1, .amount = {.is_minor = true}};
    const struct kam_line *pointer = &line;
    size_t failed;

    (void)unused;
    assert_true(kam_store_part_init(&part, &shape, MANY));
    size_t empty = kam_store_part_used(&part);
    for (uint32_t i = 0; i < 200; i++) {
        char id[64];
        line.id = id_of(i, id);
        line.hash = kam_hash(line.id);
        assert_int_equal(kam_store_part_add_lines(&part, &pointer, 1, &failed), KAM_OK);
    }
    assert_true(kam_store_part_used(&part) > empty + 200 * (size_t)LONG_NOTE);
    kam_store_part_clear(&part);
    assert_int_equal(kam_store_part_used(&part), empty);
    assert_int_equal(kam_store_part_find(&part, line.id, line.hash), KAM_NONE);
    kam_store_part_free(&part);
}

/* What is merged into accounts counts, too: their numbers are gone before it is far too much. */
static void rows_that_are_merged_are_put_aside_in_time(void **unused)
{
    enum { LIMIT = 1000 * 1000, ROWS = 500 };
    struct kam_arena arena = {.chunks = NULL};
    struct kam_store *store;
    static const char text[LONG_NOTE] = "noted";
    uint32_t since = 0, times = 0;

    (void)unused;
    assert_int_equal(kam_store_new(&store, &noted, 1, 3, NULL), KAM_OK);
    kam_store_limit(store, LIMIT, "/tmp");
    for (uint32_t i = 0; i < ROWS; i++) {
        struct kam_account_context context = kam_store_context(store);
        struct kam_account *row = kam_store_scratch(store);
        char id[64];
        bool gone;
        assert_int_equal(kam_store_make_room(store, &gone, NULL), KAM_OK);
        times += gone;
        since = gone ? 0 : since + 1;
        assert_in_range(since, 0, 2 * LIMIT / LONG_NOTE);
        uint32_t number = lookup(store, id_of(i, id), KAM_STORE_ADD);
        kam_arena_reset(&arena);
        assert_true(
            kam_attributes_set(&row->attributes, 1, 0, (struct kam_text){text, LONG_NOTE}, &arena));
        assert_int_equal(kam_account_merge(kam_store_account(store, number), row, &context),
                         KAM_OK);
    }
    assert_in_range(times, ROWS * LONG_NOTE / LIMIT / 2, ROWS * LONG_NOTE / LIMIT * 2);
    kam_arena_free(&arena);
    kam_store_free(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_keep_their_numbers_while_the_store_grows),
        cmocka_unit_test(the_order_is_that_of_bytes),
        cmocka_unit_test(lines_of_a_batch_find_their_accounts),
        cmocka_unit_test(parts_and_threads_make_no_difference),
        cmocka_unit_test(the_line_that_overflows_is_named),
        cmocka_unit_test(a_part_that_was_cleared_takes_no_memory_for_texts),
        cmocka_unit_test(rows_that_are_merged_are_put_aside_in_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
