/*
 * The one merge: however lines are dealt out to records, and in whatever order records and lines
 * are merged, the result is the one that a plain look at all lines gives.
 */
#include "account/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "decimals.h"
#include "random.h"

enum { ATTRIBUTES = 3, SUMS = 2, SETS = 2, LINES = 12, RECORDS = 5, MONTHS = 5, ITEMS = 70 };
enum { OCTOBER = 2026 * 12 + 9 };

static const struct kam_text names[] = {{"a", 1}, {"b", 1}, {"c", 1}};
static const struct kam_layout layout = {names, ATTRIBUTES, names, SUMS, names, SETS};

/* A line with everything a struct kam_line borrows. */
struct line {
    int month;
    struct kam_decimal amount;
    struct kam_amount sums[SUMS];
    uint32_t sets[SETS];
    struct kam_text attributes[ATTRIBUTES];
};

/* A hash as the import's: equal attributes, equal hash, and no others. */
static uint64_t hash_of(const struct line *line)
{
    uint64_t hash = 1;

    for (int i = 0; i < ATTRIBUTES; i++) {
        for (size_t c = 0; c < line->attributes[i].len; c++)
            hash = hash * 7 + (uint64_t)(line->attributes[i].ptr[c] - 'a') + 1;
        hash *= 7;
    }
    return hash;
}

static struct line random_line(uint64_t *seed)
{
    /* Few values, so that the same ones come together, vanish and return. */
    static const char *const values[] = {"", "a", "b", "ba", "c"};
    static const char *const amounts[] = {"0",      "-1.5",
                                          "2.25",   "922337203685477.5807",
                                          "0.0001", "0.000000000000000001",
                                          "100",    "-922337203685477.5807"};
    struct line line = {.month = OCTOBER + (int)random_below(seed, MONTHS)};

    line.amount = decimal(amounts[random_below(seed, 8)]);
    for (int i = 0; i < SUMS; i++)
        line.sums[i] = kam_amount_of(decimal(amounts[random_below(seed, 8)]));
    for (int i = 0; i < SETS; i++)
        line.sets[i] = random_below(seed, 4) ? random_below(seed, ITEMS) : KAM_NONE;
    for (int i = 0; i < ATTRIBUTES; i++)
        line.attributes[i] = kam_text_of(values[random_below(seed, i ? 2 : 5)]);
    return line;
}

static void add(struct kam_store *store, struct kam_account *account, struct line *line)
{
    const struct kam_line borrowed = {.month = line->month,
                                      .amount = kam_amount_of(line->amount),
                                      .sums = line->sums,
                                      .sets = line->sets,
                                      .attributes = line->attributes,
                                      .attributes_hash = hash_of(line)};
    struct kam_account_context context = kam_store_context(store);

    assert_int_equal(kam_account_add_line(account, &borrowed, &context), KAM_OK);
}

static void merge(struct kam_store *store, struct kam_account *into, const struct kam_account *from)
{
    struct kam_account_context context = kam_store_context(store);

    assert_int_equal(kam_account_merge(into, from, &context), KAM_OK);
}

static struct kam_account *account(struct kam_store *store, const char *id)
{
    struct kam_error error;
    uint32_t number;

    assert_int_equal(kam_store_lookup(store, kam_text_of(id), KAM_STORE_ADD, &number, &error),
                     KAM_OK);
    return kam_store_account(store, number);
}

static struct kam_account *numbered(struct kam_store *store, int n)
{
    char id[16];

    snprintf(id, sizeof id, "%d", n);
    return account(store, id);
}

/* ACCOUNT is the record of LINES[COUNT], computed here without merging anything. */
static void assert_record(const struct kam_account *account, const struct line *lines, int count)
{
    int last = KAM_MONTH_NONE;

    assert_int_equal(account->lines, count);
    for (int i = 0; i < count; i++)
        last = lines[i].month > last ? lines[i].month : last;
    assert_int_equal(kam_cells_last(&account->revenue), last);
    for (int month = OCTOBER - 1; month <= OCTOBER + MONTHS; month++) {
        struct kam_decimal sum = KAM_DECIMAL_ZERO, cell;
        int found = 0;
        for (int i = 0; i < count; i++)
            if (lines[i].month == month) {
                found++;
                assert_true(kam_decimal_add(&sum, lines[i].amount));
            }
        assert_int_equal(kam_cells_get(&account->revenue, month, &cell), found > 0);
        if (found)
            assert_int_equal(kam_decimal_compare(sum, cell), 0);
    }
    for (int s = 0; s < SUMS; s++) {
        struct kam_decimal sum = KAM_DECIMAL_ZERO;
        for (int i = 0; i < count; i++)
            assert_true(kam_decimal_add(&sum, lines[i].sums[s].exact));
        assert_int_equal(kam_decimal_compare(sum, kam_account_sums(account)[s]), 0);
    }
    for (int s = 0; s < SETS; s++) {
        uint32_t items[ITEMS], size = 0;
        bool in[ITEMS] = {false};
        for (int i = 0; i < count; i++)
            if (lines[i].sets[s] != KAM_NONE)
                in[lines[i].sets[s]] = true;
        assert_in_range(kam_set_size(&kam_account_sets(account, &layout)[s]), 0, ITEMS);
        kam_set_numbers(&kam_account_sets(account, &layout)[s], items);
        for (uint32_t item = 0; item < ITEMS; item++)
            if (in[item])
                assert_int_equal(items[size++], item);
        assert_int_equal(kam_set_size(&kam_account_sets(account, &layout)[s]), size);
    }
    for (int a = 0; a < ATTRIBUTES; a++) {
        struct kam_text greatest = KAM_TEXT("");
        for (int i = 0; i < count; i++)
            if (lines[i].month == last && kam_text_order(lines[i].attributes[a], greatest) > 0)
                greatest = lines[i].attributes[a];
        assert_true(kam_text_equal(kam_account_attribute(account, &layout, (size_t)a), greatest));
    }
}

static struct kam_store *new_store(void)
{
    struct kam_store *store;
    struct kam_error error;

    assert_int_equal(kam_store_new(&store, &layout, 2, 1, &error), KAM_OK);
    return store;
}

/* Lines dealt out at random, some added to a record before, some after it took over others. */
static void any_order_of_merging_gives_the_same(void **unused)
{
    (void)unused;
    for (uint64_t round = 1; round <= 3000; round++) {
        uint64_t seed = round;
        struct kam_store *store = new_store();
        struct line lines[LINES];
        bool merged[RECORDS] = {false};
        int count = (int)random_below(&seed, LINES + 1), left = RECORDS;

        for (int i = 0; i < count; i++) {
            lines[i] = random_line(&seed);
            add(store, numbered(store, (int)random_below(&seed, RECORDS)), &lines[i]);
        }
        while (left > 1) {
            int into = (int)random_below(&seed, RECORDS), from = (int)random_below(&seed, RECORDS);
            if (into == from || merged[into] || merged[from])
                continue;
            merge(store, numbered(store, into), numbered(store, from));
            merged[from] = true;
            left--;
        }
        for (int r = 0; r < RECORDS; r++)
            if (!merged[r])
                assert_record(numbered(store, r), lines, count);
        kam_store_free(store);
    }
}

static void a_line_is_a_record_of_one_line(void **unused)
{
    (void)unused;
    for (uint64_t round = 1; round <= 3000; round++) {
        uint64_t seed = round;
        struct kam_store *store = new_store();
        struct line lines[LINES];

        for (int i = 0; i < LINES; i++) {
            struct kam_account *record = account(store, "record"), *part = kam_store_scratch(store);
            lines[i] = random_line(&seed);
            if (random_below(&seed, 2)) {
                add(store, record, &lines[i]);
            } else {
                add(store, part, &lines[i]);
                merge(store, record, part);
            }
            assert_record(record, lines, i + 1);
        }
        kam_store_free(store);
    }
}

/* Attributes that a month mixed from several lines are not those of the last of these lines. */
static void a_later_month_brings_its_own_attributes(void **unused)
{
    const struct kam_text z = KAM_TEXT("z"), a = KAM_TEXT("a"), none = KAM_TEXT("");
    struct line lines[] = {
        {.month = OCTOBER, .sets = {KAM_NONE, KAM_NONE}, .attributes = {z, none, a}},
        {.month = OCTOBER, .sets = {KAM_NONE, KAM_NONE}, .attributes = {a, z, none}},
        {.month = OCTOBER + 1, .sets = {KAM_NONE, KAM_NONE}, .attributes = {a, z, none}},
    };
    struct kam_store *store = new_store();

    (void)unused;
    for (int i = 0; i < 3; i++) {
        add(store, account(store, "x"), &lines[i]);
        assert_record(account(store, "x"), lines, i + 1);
    }
    kam_store_free(store);
}

static void a_sum_too_large_is_told(void **unused)
{
    struct kam_store *store = new_store();
    struct kam_account_context context = kam_store_context(store);
    struct line line = {
        .month = OCTOBER, .amount = decimal("170141183460469231731"), .sets = {KAM_NONE, KAM_NONE}};
    struct kam_line borrowed = {.month = line.month,
                                .amount = kam_amount_of(line.amount),
                                .sums = line.sums,
                                .sets = line.sets,
                                .attributes = line.attributes,
                                .attributes_hash = 1};

    (void)unused;
    add(store, account(store, "x"), &line);
    add(store, account(store, "y"), &line);
    assert_int_equal(kam_account_add_line(account(store, "x"), &borrowed, &context), KAM_DATA);
    assert_int_equal(kam_account_merge(account(store, "x"), account(store, "y"), &context),
                     KAM_DATA);
    line.amount = KAM_DECIMAL_ZERO;
    line.sums[1] = kam_amount_of(decimal("-170141183460469231731"));
    add(store, account(store, "v"), &line);
    add(store, account(store, "w"), &line);
    assert_int_equal(kam_account_merge(account(store, "v"), account(store, "w"), &context),
                     KAM_DATA);
    kam_store_free(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_order_of_merging_gives_the_same),
        cmocka_unit_test(a_line_is_a_record_of_one_line),
        cmocka_unit_test(a_later_month_brings_its_own_attributes),
        cmocka_unit_test(a_sum_too_large_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
