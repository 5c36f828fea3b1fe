#include "account/store.h"
#include "base/hash.h"

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
        assert_true(kam_text_equal(kam_store_account(store, i)->id, id_of(i, text)));
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
            assert_true(kam_text_order(kam_store_account(store, order[i - 1])->id,
                                       kam_store_account(store, order[i])->id) < 0);
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

static void the_line_that_overflows_is_named(void **unused)
{
    struct kam_store *store = new_store();
    struct kam_line lines[50];
    const struct kam_line *pointers[50];
    struct kam_decimal largest;
    struct kam_error error;
    size_t failed;

    (void)unused;
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_keep_their_numbers_while_the_store_grows),
        cmocka_unit_test(the_order_is_that_of_bytes),
        cmocka_unit_test(lines_of_a_batch_find_their_accounts),
        cmocka_unit_test(the_line_that_overflows_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
