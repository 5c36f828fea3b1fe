/*
 * accounts: random lines of accounts with everything that a record can have, and accounts compared.
 */
#ifndef KAM_TESTS_ACCOUNTS_H
#define KAM_TESTS_ACCOUNTS_H

#include "account/account.h"
#include "base/hash.h"
#include "decimals.h"

#include <stdio.h>
#include <stdlib.h>

enum { ACCOUNTS_ATTRIBUTES = 2, ACCOUNTS_SUMS = 2, ACCOUNTS_SETS = 2, ACCOUNTS_ITEMS = 80 };
enum { ACCOUNTS_FIRST_MONTH = 2026 * 12, ACCOUNTS_MONTHS = 15 };

static const struct kam_text accounts_names[] = {{"a", 1}, {"b", 1}};
static const struct kam_layout accounts_layout = {accounts_names, ACCOUNTS_ATTRIBUTES,
                                                  accounts_names, ACCOUNTS_SUMS,
                                                  accounts_names, ACCOUNTS_SETS};

/* A line and what it borrows; it stays where it was made. */
struct accounts_line {
    struct kam_line line;
    char id[64];
    struct kam_amount sums[ACCOUNTS_SUMS];
    uint32_t sets[ACCOUNTS_SETS];
    struct kam_text attributes[ACCOUNTS_ATTRIBUTES];
};

/*
 * Id number I, another one for each: those that fit into a record and those that don't, short of it
 * and just beyond; the same beginnings; a NUL at the end.
 */
static inline struct kam_text accounts_id(uint32_t i, char text[64])
{
    static const struct {
        const char *begin;
        int digits;
    } forms[] = {
        {"", 1},  {"12 in all", 3}, {"13 in all ", 3}, {"a customer with a long id, no. ", 1},
        {"x", 1},
    };
    int n = snprintf(text, 64, "%s%0*u", forms[i % 5].begin, forms[i % 5].digits, i / 5);

    if (i % 5 == 4)
        text[n++] = '\0';
    return (struct kam_text){text, (size_t)n};
}

/* Give LINE, whose attributes are set, the hash of them. */
static inline void accounts_hash_attributes(struct accounts_line *line)
{
    uint64_t hash = 1;

    for (int i = 0; i < ACCOUNTS_ATTRIBUTES; i++)
        hash = hash * 31 + kam_hash(line->attributes[i]);
    line->line.attributes_hash = hash | 1;
}

/* Make LINE a random one of account number ACCOUNT. */
static inline void accounts_line_make(struct accounts_line *line, uint32_t account,
                                      uint64_t *random)
{
    static const char *const values[] = {"", "a", "ab", "b", "a value that is rather long"};
    static const char *const amounts[] = {"0",      "-1.5",
                                          "2.25",   "922337203685477.5807",
                                          "0.0001", "0.000000000000000001",
                                          "100",    "-922337203685477.5807"};
    const unsigned count = sizeof amounts / sizeof *amounts;

    for (int i = 0; i < ACCOUNTS_SUMS; i++)
        line->sums[i] = kam_amount_of(decimal(amounts[random_below(random, count)]));
    for (int i = 0; i < ACCOUNTS_SETS; i++)
        line->sets[i] = random_below(random, 4) ? random_below(random, ACCOUNTS_ITEMS) : KAM_NONE;
    for (int i = 0; i < ACCOUNTS_ATTRIBUTES; i++)
        line->attributes[i] = kam_text_of(values[random_below(random, 5)]);
    line->line = (struct kam_line){
        .id = accounts_id(account, line->id),
        .month = ACCOUNTS_FIRST_MONTH + (int)random_below(random, ACCOUNTS_MONTHS),
        .amount = kam_amount_of(decimal(amounts[random_below(random, count)])),
        .sums = line->sums,
        .sets = line->sets,
        .attributes = line->attributes};
    line->line.hash = kam_hash(line->line.id);
    accounts_hash_attributes(line);
}

/* ---- comparing ------------------------------------------------------------------------------- */

static inline void accounts_assert_text(struct kam_text got, struct kam_text wanted)
{
    assert_int_equal(got.len, wanted.len);
    if (got.len)
        assert_memory_equal(got.ptr, wanted.ptr, got.len);
}

static inline void accounts_assert_cells(const struct kam_cells *got,
                                         const struct kam_cells *wanted)
{
    assert_int_equal(kam_cells_first(got), kam_cells_first(wanted));
    assert_int_equal(got->count, wanted->count);
    for (int i = 0; i < got->count; i++) {
        struct kam_decimal x, y;
        bool has_lines = kam_cells_get(got, got->first + i, &x);
        assert_int_equal(has_lines, kam_cells_get(wanted, got->first + i, &y));
        if (has_lines)
            assert_units(x, y.units);
    }
}

static inline void accounts_assert_set(const struct kam_set *got, const struct kam_set *wanted)
{
    uint32_t count = kam_set_size(got);
    uint32_t *a = calloc(count + 1, sizeof *a), *b = calloc(count + 1, sizeof *b);

    assert_int_equal(count, kam_set_size(wanted));
    assert_true(a && b);
    kam_set_numbers(got, a);
    kam_set_numbers(wanted, b);
    assert_memory_equal(a, b, count * sizeof *a);
    free(a);
    free(b);
}

/* All that LAYOUT says is the same. */
static inline void accounts_assert_same(const struct kam_account *got,
                                        const struct kam_account *wanted,
                                        const struct kam_layout *layout)
{
    accounts_assert_text(kam_account_id(got), kam_account_id(wanted));
    assert_int_equal(got->lines, wanted->lines);
    accounts_assert_cells(&got->revenue, &wanted->revenue);
    for (size_t i = 0; i < layout->sum_count; i++)
        assert_units(kam_account_sums(got)[i], kam_account_sums(wanted)[i].units);
    for (size_t i = 0; i < layout->set_count; i++)
        accounts_assert_set(&kam_account_sets(got, layout)[i],
                            &kam_account_sets(wanted, layout)[i]);
    for (size_t i = 0; i < layout->attribute_count; i++)
        accounts_assert_text(kam_account_attribute(got, layout, i),
                             kam_account_attribute(wanted, layout, i));
}

#endif
