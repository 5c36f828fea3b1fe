#include "diff/bridgeby.h"

#include "bases.h"

static void the_bridge_adds_up(void **unused)
{
    uint64_t state = 2;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct comparison c;
        struct kam_decimal sum = KAM_DECIMAL_ZERO;
        start(&c, &old, &new, &state);
        const struct kam_bridge_row *steps = c.bridge.steps;
        for (int step = 0; step < KAM_BRIDGE_NEW_TOTAL; step++)
            assert_true(kam_decimal_add(&sum, steps[step].revenue));
        assert_int_equal(kam_decimal_compare(sum, steps[KAM_BRIDGE_NEW_TOTAL].revenue), 0);
        assert_int_equal(steps[KAM_BRIDGE_OLD_TOTAL].customers + steps[KAM_BRIDGE_NEW].customers -
                             steps[KAM_BRIDGE_LOST].customers,
                         steps[KAM_BRIDGE_NEW_TOTAL].customers);
        assert_int_equal(steps[KAM_BRIDGE_LOST].customers + steps[KAM_BRIDGE_GROWN].customers +
                             steps[KAM_BRIDGE_SHRUNK].customers +
                             steps[KAM_BRIDGE_UNCHANGED].customers,
                         steps[KAM_BRIDGE_OLD_TOTAL].customers);
        assert_true(kam_decimal_sign(steps[KAM_BRIDGE_GROWN].revenue) >= 0);
        assert_true(kam_decimal_sign(steps[KAM_BRIDGE_SHRUNK].revenue) <= 0);
        assert_decimal(steps[KAM_BRIDGE_UNCHANGED].revenue, 0);
        int64_t totals[2] = {0, 0};
        for (unsigned i = 0; i < CUSTOMERS; i++) {
            totals[0] += old.facts[i].present ? old.facts[i].revenue : 0;
            totals[1] += new.facts[i].present ? new.facts[i].revenue : 0;
        }
        assert_decimal(steps[KAM_BRIDGE_OLD_TOTAL].revenue, totals[0]);
        assert_decimal(steps[KAM_BRIDGE_NEW_TOTAL].revenue, totals[1]);
        assert_decimal(c.bridge.change, totals[1] - totals[0]);
        stop(&c);
    }
}

/* ---- customers that were merged, split, renamed; by strata ------------------------------------
 */

/* The first is of customers who left, the second of those who came. */
static const enum kam_bridge_step transfers[][2] = {
    {KAM_BRIDGE_MERGED_OUT, KAM_BRIDGE_MERGED_IN},
    {KAM_BRIDGE_SPLIT_OUT, KAM_BRIDGE_SPLIT_IN},
    {KAM_BRIDGE_MOVED_OUT, KAM_BRIDGE_MOVED_IN},
};

static void assert_row(struct kam_bridge_row found, struct kam_bridge_row expected)
{
    assert_int_equal(found.customers, expected.customers);
    assert_int_equal(kam_decimal_compare(found.revenue, expected.revenue), 0);
}

static void assert_adds_up(const struct kam_bridge_row *steps)
{
    struct kam_decimal sum = KAM_DECIMAL_ZERO;

    for (int step = 0; step < KAM_BRIDGE_NEW_TOTAL; step++)
        assert_true(kam_decimal_add(&sum, steps[step].revenue));
    assert_int_equal(kam_decimal_compare(sum, steps[KAM_BRIDGE_NEW_TOTAL].revenue), 0);
}

/* Where nobody is lost by lost-after. */
static void assert_customers_add_up(const struct kam_bridge_row *steps)
{
    assert_int_equal(
        steps[KAM_BRIDGE_OLD_TOTAL].customers + steps[KAM_BRIDGE_NEW].customers +
            steps[KAM_BRIDGE_SPLIT_IN].customers + steps[KAM_BRIDGE_MOVED_IN].customers,
        steps[KAM_BRIDGE_NEW_TOTAL].customers + steps[KAM_BRIDGE_LOST].customers +
            steps[KAM_BRIDGE_MERGED_OUT].customers + steps[KAM_BRIDGE_MOVED_OUT].customers);
}

static void assert_nothing_vanishes(const struct kam_bridge_row *steps)
{
    for (size_t i = 0; i < sizeof transfers / sizeof *transfers; i++) {
        struct kam_decimal sum = steps[transfers[i][0]].revenue;
        assert_true(kam_decimal_add(&sum, steps[transfers[i][1]].revenue));
        assert_decimal(sum, 0);
    }
    assert_int_equal(steps[KAM_BRIDGE_MOVED_OUT].customers, steps[KAM_BRIDGE_MOVED_IN].customers);
}

/* The steps of all strata add up to those of the total. */
static void assert_blocks_add_up(const struct kam_bridge_by *bridge)
{
    struct kam_bridge_block sums = {.steps = {{0}}};

    for (size_t stratum = 0; stratum < bridge->strata->count; stratum++)
        for (int step = 0; step < KAM_BRIDGE_STEPS; step++) {
            const struct kam_bridge_row *row = &bridge->blocks[stratum].steps[step];
            sums.steps[step].customers += row->customers;
            assert_true(kam_decimal_add(&sums.steps[step].revenue, row->revenue));
        }
    for (int step = 0; step < KAM_BRIDGE_STEPS; step++)
        assert_row(bridge->blocks[bridge->strata->count].steps[step], sums.steps[step]);
}

/* The total is the bridge without strata, but for who moved between these. */
static void assert_total(const struct kam_bridge_block *total, const struct kam_bridge *bridge)
{
    for (int step = 0; step < KAM_BRIDGE_STEPS; step++)
        if (step != KAM_BRIDGE_MOVED_OUT && step != KAM_BRIDGE_MOVED_IN)
            assert_row(total->steps[step], bridge->steps[step]);
}

static void assert_bridge_by(const struct comparison *c, const char *name)
{
    struct kam_strata strata = {.count = 0};
    struct kam_bridge_by bridge = {.strata = NULL};
    struct kam_error error;

    assert_int_equal(kam_strata_make(&strata, &c->diff, kam_text_of(name), &error), KAM_OK);
    assert_int_equal(kam_bridge_by_compute(&bridge, &strata, &error), KAM_OK);
    for (size_t stratum = 0; stratum <= strata.count; stratum++) {
        assert_adds_up(bridge.blocks[stratum].steps);
        if (!c->diff.has_returned)
            assert_customers_add_up(bridge.blocks[stratum].steps);
    }
    assert_nothing_vanishes(bridge.blocks[strata.count].steps);
    assert_blocks_add_up(&bridge);
    assert_total(&bridge.blocks[strata.count], &c->bridge);
    kam_bridge_by_free(&bridge);
    kam_strata_free(&strata);
}

static void every_block_adds_up_and_all_to_the_total(void **unused)
{
    uint64_t state = 12;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct comparison c;
        entangle(&old, &new, &state);
        start_with(&c, &old, &new, round % 2 ? LOST_AFTER : 0, &state);
        assert_true(c.diff.moves[KAM_MOVE_MERGED] + c.diff.moves[KAM_MOVE_SPLIT] > 0);
        assert_adds_up(c.bridge.steps);
        assert_nothing_vanishes(c.bridge.steps);
        assert_bridge_by(&c, "region");
        assert_bridge_by(&c, "tier");
        assert_bridge_by(&c, "account_id");
        stop(&c);
    }
}

/* Against sums that are made without movements. */
static void what_regions_had_have_and_what_moved(void **unused)
{
    uint64_t state = 13;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        int64_t had[REGIONS] = {0}, has[REGIONS] = {0}, moved[REGIONS] = {0};
        struct comparison c;
        struct kam_strata strata = {.count = 0};
        struct kam_bridge_by bridge = {.strata = NULL};
        struct kam_error error;
        entangle(&old, &new, &state);
        for (unsigned i = 0; i < CUSTOMERS; i++) {
            const struct fact *was = &old.facts[i], *is = &new.facts[i];
            had[was->region] += was->present ? was->revenue : 0;
            has[is->region] += is->present ? is->revenue : 0;
            if (was->present && is->present && was->region != is->region)
                moved[is->region] += was->revenue;
        }
        start(&c, &old, &new, &state);
        assert_int_equal(kam_strata_make(&strata, &c.diff, KAM_TEXT("region"), &error), KAM_OK);
        assert_int_equal(kam_bridge_by_compute(&bridge, &strata, &error), KAM_OK);
        assert_int_equal(strata.count, REGIONS);
        for (unsigned region = 0; region < REGIONS; region++) {
            const struct kam_bridge_row *steps = bridge.blocks[region].steps;
            assert_true(kam_text_equal(strata.values[region], kam_text_of(region_names[region])));
            assert_decimal(steps[KAM_BRIDGE_OLD_TOTAL].revenue, had[region]);
            assert_decimal(steps[KAM_BRIDGE_NEW_TOTAL].revenue, has[region]);
            assert_decimal(steps[KAM_BRIDGE_MOVED_IN].revenue, moved[region]);
        }
        kam_bridge_by_free(&bridge);
        kam_strata_free(&strata);
        stop(&c);
    }
}

static void swapped_snapshots_have_the_mirrored_bridge(void **unused)
{
    static const enum kam_bridge_step mirror[KAM_BRIDGE_STEPS] = {
        [KAM_BRIDGE_OLD_TOTAL] = KAM_BRIDGE_NEW_TOTAL,
        [KAM_BRIDGE_NEW] = KAM_BRIDGE_LOST,
        [KAM_BRIDGE_WON] = KAM_BRIDGE_WON,
        [KAM_BRIDGE_RETURNED] = KAM_BRIDGE_RETURNED,
        [KAM_BRIDGE_LOST] = KAM_BRIDGE_NEW,
        [KAM_BRIDGE_MERGED_OUT] = KAM_BRIDGE_SPLIT_IN,
        [KAM_BRIDGE_MERGED_IN] = KAM_BRIDGE_SPLIT_OUT,
        [KAM_BRIDGE_SPLIT_OUT] = KAM_BRIDGE_MERGED_IN,
        [KAM_BRIDGE_SPLIT_IN] = KAM_BRIDGE_MERGED_OUT,
        [KAM_BRIDGE_MOVED_OUT] = KAM_BRIDGE_MOVED_IN,
        [KAM_BRIDGE_MOVED_IN] = KAM_BRIDGE_MOVED_OUT,
        [KAM_BRIDGE_GROWN] = KAM_BRIDGE_SHRUNK,
        [KAM_BRIDGE_SHRUNK] = KAM_BRIDGE_GROWN,
        [KAM_BRIDGE_UNCHANGED] = KAM_BRIDGE_UNCHANGED,
        [KAM_BRIDGE_SILENT] = KAM_BRIDGE_SILENT,
        [KAM_BRIDGE_NEW_TOTAL] = KAM_BRIDGE_OLD_TOTAL,
    };
    uint64_t state = 14;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct comparison forth, back;
        entangle(&old, &new, &state);
        start(&forth, &old, &new, &state);
        start(&back, &new, &old, &state);
        for (int step = 0; step < KAM_BRIDGE_STEPS; step++) {
            struct kam_bridge_row expected = forth.bridge.steps[step];
            if (step != KAM_BRIDGE_OLD_TOTAL && step != KAM_BRIDGE_NEW_TOTAL)
                expected.revenue = kam_decimal_negate(expected.revenue);
            assert_row(back.bridge.steps[mirror[step]], expected);
        }
        stop(&back);
        stop(&forth);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_bridge_adds_up),
        cmocka_unit_test(every_block_adds_up_and_all_to_the_total),
        cmocka_unit_test(what_regions_had_have_and_what_moved),
        cmocka_unit_test(swapped_snapshots_have_the_mirrored_bridge),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
