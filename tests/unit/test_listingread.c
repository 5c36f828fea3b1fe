/*
 * Lists of movements read back: random snapshots, whose customers merge, split, change their ids,
 * fall silent and come back, listed and read again, give the movements, bridges and matrices that
 * they gave themselves.
 */
#include "diff/listing.h"
#include "diff/listingread.h"
#include "diff/transition.h"

#include "kin.h"
#include "random.h"

enum { ROUNDS = 400, UNIVERSE = 20 };

/* ---- random customers ------------------------------------------------------------------------ */

/* Customers of a few accounts each, which they may share with others in the other snapshot. */
static struct side random_side(uint64_t *state)
{
    struct side side = {.count = 3 + random_below(state, 10)};

    for (unsigned i = 0; i < side.count; i++) {
        struct customer *customer = &side.customers[i];
        customer->revenue = (int)random_below(state, 7) - 1;
        customer->tier = random_below(state, 2);
        customer->idle = random_below(state, 3) ? 0 : 2 + random_below(state, 3);
        customer->prospect = random_below(state, 8) == 0;
    }
    for (unsigned account = 0; account < UNIVERSE; account++) {
        struct customer *customer = &side.customers[random_below(state, side.count)];
        char id[ID_SIZE];
        snprintf(id, sizeof id, "a%02u", account);
        add_account(customer, id);
        if (!customer->id[0])
            memcpy(customer->id, id, sizeof id);
    }
    for (unsigned i = 0; i < side.count; i++) {
        struct customer *customer = &side.customers[i];
        if (!customer->id[0] || random_below(state, 5) == 0)
            snprintf(customer->id, ID_SIZE, "%c%02u", 'n' + (int)random_below(state, 2), i);
    }
    return side;
}

/* ---- there and back -------------------------------------------------------------------------- */

static void write_listing(const char *path, const struct kam_diff *diff)
{
    const struct kam_listing_options options = {.scope = KAM_LISTING_ALL};
    struct kam_listing listing = {0};
    struct kam_output *output;
    struct kam_writer writer;
    struct kam_error error;

    assert_int_equal(kam_listing_init(&listing, diff, &options, &error), KAM_OK);
    assert_int_equal(kam_output_open(&output, path, false, &error), KAM_OK);
    kam_writer_init(&writer, output, &(struct kam_writer_options){.delimiter = ','});
    assert_int_equal(kam_listing_write(&listing, &writer, &error), KAM_OK);
    assert_int_equal(kam_output_commit(output, &error), KAM_OK);
    kam_listing_free(&listing);
}

static enum kam_status read_listing(struct kam_listing_read *listing, const char *path,
                                    const struct kam_ladder *ladder, struct kam_error *error)
{
    const struct kam_reader_options options = {.delimiter = ','};

    memset(listing, 0, sizeof *listing);
    return kam_listing_read(listing, path, ladder, KAM_TEXT(""), &options, error);
}

static void assert_decimal_equal(struct kam_decimal a, struct kam_decimal b)
{
    assert_int_equal(kam_decimal_compare(a, b), 0);
}

/* The listing's movement of the same customer. */
static const struct kam_movement *same_one(const struct kam_listing_read *listing,
                                           const struct kam_diff *diff,
                                           const struct kam_movement *movement)
{
    for (uint32_t row = 0; row < listing->table.count; row++)
        if (kam_text_equal(kam_table_cell(&listing->table, row, listing->account_id),
                           kam_diff_account(diff, movement)))
            return &listing->diff.movements[row];
    fail();
    return NULL;
}

static void assert_transfer(const struct kam_diff *read, const struct kam_movement *found,
                            const struct kam_diff *diff, const struct kam_movement *expected)
{
    assert_int_equal(found->transfer == KAM_NONE, expected->transfer == KAM_NONE);
    if (found->transfer == KAM_NONE)
        return;
    const struct kam_transfer *a = &read->transfers[found->transfer];
    const struct kam_transfer *b = &diff->transfers[expected->transfer];
    assert_decimal_equal(a->merged, b->merged);
    assert_decimal_equal(a->split, b->split);
    assert_int_equal(a->merged_customers, b->merged_customers);
    assert_int_equal(a->split_customers, b->split_customers);
    assert_int_equal(a->merged_counted, b->merged_counted);
}

static void assert_movements(const struct kam_listing_read *listing, const struct kam_diff *diff)
{
    enum { TOLD = KAM_TRAIT_PROSPECT | KAM_TRAIT_SEEN | KAM_TRAITS_LOST };

    assert_int_equal(listing->diff.count, diff->count);
    assert_memory_equal(listing->diff.moves, diff->moves, sizeof diff->moves);
    for (size_t i = 0; i < diff->count; i++) {
        const struct kam_movement *expected = &diff->movements[i];
        const struct kam_movement *found = same_one(listing, diff, expected);
        unsigned traits = expected->traits & TOLD;
        if (expected->move != KAM_MOVE_WON) /* who was lost when it came is told by that alone */
            traits &= ~(unsigned)KAM_TRAIT_PROSPECT;
        assert_int_equal(found->move, expected->move);
        assert_int_equal(found->traits, traits);
        assert_int_equal(found->tier_from, expected->tier_from);
        assert_int_equal(found->tier_to, expected->tier_to);
        assert_int_equal(found->old_row == KAM_NONE, expected->old_row == KAM_NONE);
        assert_int_equal(found->new_row == KAM_NONE, expected->new_row == KAM_NONE);
        assert_int_equal(found->whole == KAM_NONE, expected->whole == KAM_NONE);
        assert_decimal_equal(found->revenue_from, expected->revenue_from);
        assert_decimal_equal(found->revenue_to, expected->revenue_to);
        assert_decimal_equal(found->revenue_delta, expected->revenue_delta);
        assert_transfer(&listing->diff, found, diff, expected);
    }
}

static void assert_steps(const struct kam_bridge_row *found, const struct kam_bridge_row *expected)
{
    for (int step = 0; step < KAM_BRIDGE_STEPS; step++) {
        assert_int_equal(found[step].customers, expected[step].customers);
        assert_decimal_equal(found[step].revenue, expected[step].revenue);
    }
}

static void assert_matrix(const struct kam_diff *found, const struct kam_diff *expected)
{
    struct kam_transition a = {.size = 0}, b = {.size = 0};
    struct kam_error error;

    for (int figure = KAM_TRANSITION_CUSTOMERS; figure <= KAM_TRANSITION_REVENUE_DELTA; figure++) {
        const struct kam_transition_options options = {.figure =
                                                           (enum kam_transition_figure)figure};
        assert_int_equal(kam_transition_compute(&a, found, &options, &error), KAM_OK);
        assert_int_equal(kam_transition_compute(&b, expected, &options, &error), KAM_OK);
        assert_int_equal(a.size, b.size);
        for (size_t i = 0; i < a.size * a.size; i++)
            assert_decimal_equal(a.cells[i], b.cells[i]);
        kam_transition_free(&a);
        kam_transition_free(&b);
    }
}

/* Whether the same steps are shown; of prospects only those who were won are known. */
static void assert_kinds(const struct kam_diff *found, const struct kam_diff *expected)
{
    assert_int_equal(found->places, expected->places);
    assert_int_equal(found->has_accounts, expected->has_accounts);
    assert_int_equal(found->has_silent, expected->has_silent);
    assert_int_equal(found->has_returned, expected->has_returned);
    assert_int_equal(found->has_prospects, expected->moves[KAM_MOVE_WON] > 0);
}

/* Any part of the rows has a bridge that adds up; together they are the whole one. */
static void assert_parts(const struct kam_listing_read *listing, const struct kam_bridge *whole,
                         uint64_t *state)
{
    uint32_t rows[2][2 * MOST_CUSTOMERS];
    size_t counts[2] = {0, 0};
    struct kam_bridge_row both[KAM_BRIDGE_STEPS] = {{.customers = 0}};
    struct kam_bridge bridge;
    struct kam_error error;

    for (uint32_t row = 0; row < listing->diff.count; row++) {
        unsigned part = random_below(state, 2);
        rows[part][counts[part]++] = row;
    }
    for (int part = 0; part < 2; part++) {
        struct kam_decimal sum = KAM_DECIMAL_ZERO;
        struct kam_diff diff;
        assert_int_equal(kam_listing_part(&diff, listing, rows[part], counts[part], &error),
                         KAM_OK);
        assert_int_equal(kam_bridge_compute(&bridge, &diff, &error), KAM_OK);
        for (int step = 0; step < KAM_BRIDGE_STEPS; step++) {
            if (step != KAM_BRIDGE_NEW_TOTAL)
                assert_true(kam_decimal_add(&sum, bridge.steps[step].revenue));
            both[step].customers += bridge.steps[step].customers;
            assert_true(kam_decimal_add(&both[step].revenue, bridge.steps[step].revenue));
        }
        assert_decimal_equal(sum, bridge.steps[KAM_BRIDGE_NEW_TOTAL].revenue);
        free(diff.movements);
    }
    assert_steps(both, whole->steps);
}

/* By KEY; false where that made an id stand twice, as it was given to another customer. */
static bool there_and_back(uint64_t *state, const char *key, size_t *moves)
{
    struct side old = random_side(state), new = random_side(state);
    const struct side *const sides[SIDES] = {&old, &new};
    const enum form forms[SIDES] = {AS_COLUMN, AS_COLUMN};
    struct kam_listing_read listing;
    struct kam_bridge bridge;
    struct kin kin;
    char path[TEMPORARY_PATH];

    temporary_file(path, "");
    assert_int_equal(compare_kin(&kin, sides, forms, key), KAM_OK);
    write_listing(path, &kin.diff);
    enum kam_status status = read_listing(&listing, path, &kin.ladder, &kin.error);
    if (!status) {
        assert_movements(&listing, &kin.diff);
        assert_kinds(&listing.diff, &kin.diff);
        assert_int_equal(kam_bridge_compute(&bridge, &listing.diff, &kin.error), KAM_OK);
        assert_steps(bridge.steps, kin.bridge.steps);
        assert_matrix(&listing.diff, &kin.diff);
        assert_parts(&listing, &bridge, state);
        for (int move = 0; move < KAM_MOVES; move++)
            moves[move] += listing.diff.moves[move];
    } else {
        assert_non_null(strstr(kin.error.text, "stands in "));
    }
    kam_listing_read_free(&listing);
    stop_kin(&kin);
    unlink(path);
    return !status;
}

static void what_was_listed_is_what_there_was(void **unused)
{
    size_t moves[KAM_MOVES] = {0};
    uint64_t state = 9;

    (void)unused;
    for (int round = 0; round < ROUNDS; round++)
        assert_true(there_and_back(&state, "", moves));
    for (int move = 0; move < KAM_MOVES; move++)
        assert_true(moves[move] > 0);
}

static void ids_may_change_under_a_key(void **unused)
{
    size_t moves[KAM_MOVES] = {0};
    uint64_t state = 10;
    int read = 0;

    (void)unused;
    for (int round = 0; round < ROUNDS; round++)
        read += there_and_back(&state, "key", moves);
    assert_in_range(read, ROUNDS / 10, ROUNDS - 1);
    assert_true(moves[KAM_MOVE_SPLIT] > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_listed_is_what_there_was),
        cmocka_unit_test(ids_may_change_under_a_key),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
