#include "diff/retention.h"

#include "bases.h"

static const struct kam_retention_row *total_of(const struct kam_retention *retention)
{
    return &retention->rows[retention->count - 1];
}

static void start_retention(struct kam_retention *retention, const struct comparison *c,
                            const struct kam_strata *strata)
{
    struct kam_error error;

    assert_int_equal(kam_retention_compute(retention, &c->diff, strata, &error), KAM_OK);
}

/* ---- published examples -----------------------------------------------------------------------
 */

/* A cohort of four customers: what they had, and have; the ratios, in units of 10^-6. */
struct example {
    int64_t from[4], to[4];
    int64_t nrr, grr, logo_churn;
};

static struct base base_of(const int64_t revenue[4])
{
    struct base base = {.grouped = false};

    for (unsigned i = 0; i < 4; i++)
        base.facts[i] = (struct fact){
            .present = revenue[i] != 0, .head = NOBODY, .revenue = revenue[i] * PLACES};
    for (unsigned i = 4; i < CUSTOMERS; i++)
        base.facts[i].head = NOBODY;
    return base;
}

static void assert_ratio(struct kam_decimal ratio, int64_t millionths)
{
    struct kam_decimal expected;

    assert_int_equal(
        kam_decimal_divide(kam_decimal_of(millionths), kam_decimal_of(1000000), 6, &expected),
        KAM_NUMBER_OK);
    assert_int_equal(kam_decimal_compare(ratio, expected), 0);
}

static void what_is_published_comes_out(void **unused)
{
    static const struct example examples[] = {
        /* pulserevops.com (read in 2026), "How do I calculate true gross retention vs net
           retention?": 10.0 M at the start, 0.6 M contraction, 0.9 M churn, 1.8 M expansion: 85 %
           gross, 103 % net. */
        {{4000000, 3000000, 2100000, 900000},
         {5800000, 2400000, 2100000, 0},
         1030000,
         850000,
         250000},
        /* superleap.com (read in 2026), "Gross Revenue Retention": 100,000 at the start, downgrades
           of 6,000, churn of 8,000: 86 % gross; with 8,000 of expansion beside them, 94 % net. */
        {{50000, 30000, 12000, 8000}, {50000, 24000, 20000, 0}, 940000, 860000, 250000},
        /* churnzero.net (read in 2026), "Net Revenue Retention", which has no gross: its numbers:
           27,000 at the start, 8,000 more by upsells, 5,000 churned: 30,000 of 27,000. */
        {{20000, 5000, 2000, 0}, {28000, 0, 2000, 0}, 1111111, 814815, 333333},
    };
    uint64_t state = 70;
    (void)unused;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct base old = base_of(examples[i].from), new = base_of(examples[i].to);
        struct comparison c;
        struct kam_retention retention;
        start(&c, &old, &new, &state);
        start_retention(&retention, &c, NULL);
        assert_ratio(total_of(&retention)->nrr, examples[i].nrr);
        assert_ratio(total_of(&retention)->grr, examples[i].grr);
        assert_ratio(total_of(&retention)->logo_churn, examples[i].logo_churn);
        kam_retention_free(&retention);
        stop(&c);
    }
}

/* ---- laws -------------------------------------------------------------------------------------
 */

/* What all customers whose head is I, and are in one of the snapshots only, had or have. */
static int64_t parts_of(const struct base *elsewhere, const struct base *here, unsigned i)
{
    int64_t sum = 0;

    for (unsigned k = 0; k < CUSTOMERS; k++)
        if (elsewhere->facts[k].head == i)
            sum += here->facts[k].revenue;
    return sum;
}

/* Whether a customer was there with a revenue above 0, and wasn't lost already. */
static bool counts(const struct fact *was, unsigned lost_after)
{
    return was->present && was->revenue > 0 && !(lost_after && was->idle >= lost_after);
}

/* Whether one of those went into I. */
static bool took_in_some(const struct base *old, const struct base *new, unsigned i,
                         unsigned lost_after)
{
    bool took = false;

    for (unsigned k = 0; k < CUSTOMERS; k++)
        took = took || (new->facts[k].head == i &&counts(&old->facts[k], lost_after));
    return took;
}

/* The sums, in units of 10^-4, from the bases alone. */
struct expectation {
    uint64_t customers, lost;
    int64_t from, retained, kept;
};

static void expect(struct expectation *all, const struct base *old, const struct base *new,
                   unsigned i, unsigned lost_after)
{
    const struct fact *was = &old->facts[i], *is = &new->facts[i];
    bool is_counted = counts(was, lost_after);
    int64_t merged = parts_of(new, old, i), split = parts_of(old, new, i);
    int64_t to = is->present ? is->revenue : 0;
    int64_t since = is->head != NOBODY ? 0 : to - was->revenue - merged + split;

    if (!was->present || (!is_counted && !took_in_some(old, new, i, lost_after)))
        return;
    int64_t base = is_counted ? was->revenue : 0;
    all->customers += is_counted;
    all->lost += is_counted && is->head == NOBODY &&
                 (!is->present || (lost_after && is->idle >= lost_after));
    all->from += base;
    all->retained += base + since;
    all->kept += since < 0 ? base + since : base;
}

static void the_sums_are_those_of_the_customers_there_were(void **unused)
{
    uint64_t state = 71;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        unsigned lost_after = round % 2 ? LOST_AFTER : 0;
        struct comparison c;
        struct kam_retention retention;
        struct expectation all = {0};
        entangle(&old, &new, &state);
        for (unsigned i = 0; i < CUSTOMERS; i++)
            expect(&all, &old, &new, i, lost_after);
        start_with(&c, &old, &new, lost_after, &state);
        start_retention(&retention, &c, NULL);
        const struct kam_retention_row *total = total_of(&retention);
        assert_int_equal(total->customers, all.customers);
        assert_int_equal(total->lost, all.lost);
        assert_decimal(total->revenue_from, all.from);
        assert_decimal(total->retained, all.retained);
        assert_decimal(total->kept, all.kept);
        kam_retention_free(&retention);
        stop(&c);
    }
}

/* Gross is at most net, and at most all. */
static void assert_bounds(const struct kam_retention_row *row)
{
    if (!kam_is_number(row->grr)) {
        assert_int_equal(row->customers, 0);
        return;
    }
    assert_true(kam_decimal_compare(row->grr, row->nrr) <= 0);
    assert_true(kam_decimal_compare(row->grr, kam_decimal_of(1)) <= 0);
    assert_true(kam_decimal_sign(row->logo_churn) >= 0);
    assert_true(kam_decimal_compare(row->logo_churn, kam_decimal_of(1)) <= 0);
}

static void add_row(struct kam_retention_row *sum, const struct kam_retention_row *row)
{
    sum->customers += row->customers;
    sum->lost += row->lost;
    assert_true(kam_decimal_add(&sum->revenue_from, row->revenue_from));
    assert_true(kam_decimal_add(&sum->retained, row->retained));
    assert_true(kam_decimal_add(&sum->kept, row->kept));
}

static void assert_strata_add_up(const struct comparison *c, const char *name)
{
    struct kam_strata strata = {.count = 0};
    struct kam_retention retention;
    struct kam_retention_row sum = {0};
    struct kam_error error;

    assert_int_equal(kam_strata_make(&strata, &c->diff, kam_text_of(name), &error), KAM_OK);
    start_retention(&retention, c, &strata);
    const struct kam_retention_row *total = total_of(&retention);
    assert_int_equal(retention.count, strata.count + 1);
    assert_bounds(total);
    for (size_t stratum = 0; stratum < strata.count; stratum++) {
        assert_bounds(&retention.rows[stratum]);
        add_row(&sum, &retention.rows[stratum]);
    }
    assert_int_equal(sum.customers, total->customers);
    assert_int_equal(sum.lost, total->lost);
    assert_int_equal(kam_decimal_compare(sum.revenue_from, total->revenue_from), 0);
    assert_int_equal(kam_decimal_compare(sum.retained, total->retained), 0);
    assert_int_equal(kam_decimal_compare(sum.kept, total->kept), 0);
    kam_retention_free(&retention);
    kam_strata_free(&strata);
}

static void gross_is_at_most_net_and_strata_add_up(void **unused)
{
    uint64_t state = 72;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct comparison c;
        entangle(&old, &new, &state);
        start_with(&c, &old, &new, round % 2 ? LOST_AFTER : 0, &state);
        assert_strata_add_up(&c, "region");
        assert_strata_add_up(&c, "tier");
        stop(&c);
    }
}

/* Where all had revenue, the bridge says the same. */
static void retained_is_what_the_bridge_leaves_of_the_old_total(void **unused)
{
    static const enum kam_bridge_step steps[] = {KAM_BRIDGE_OLD_TOTAL, KAM_BRIDGE_LOST,
                                                 KAM_BRIDGE_GROWN, KAM_BRIDGE_SHRUNK};
    uint64_t state = 73;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct kam_decimal sum = KAM_DECIMAL_ZERO;
        struct comparison c;
        struct kam_retention retention;
        entangle(&old, &new, &state);
        for (unsigned i = 0; i < CUSTOMERS; i++)
            if (old.facts[i].revenue <= 0)
                old.facts[i].revenue = PLACES - old.facts[i].revenue;
        start(&c, &old, &new, &state);
        start_retention(&retention, &c, NULL);
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
            assert_true(kam_decimal_add(&sum, c.bridge.steps[steps[i]].revenue));
        assert_int_equal(kam_decimal_compare(total_of(&retention)->retained, sum), 0);
        assert_int_equal(total_of(&retention)->lost, c.bridge.steps[KAM_BRIDGE_LOST].customers);
        kam_retention_free(&retention);
        stop(&c);
    }
}

static void a_snapshot_against_itself_retains_all(void **unused)
{
    uint64_t state = 74;
    (void)unused;
    struct base base = random_base(&state);
    struct comparison c;
    struct kam_retention retention;
    start(&c, &base, &base, &state);
    start_retention(&retention, &c, NULL);
    assert_ratio(total_of(&retention)->nrr, 1000000);
    assert_ratio(total_of(&retention)->grr, 1000000);
    assert_ratio(total_of(&retention)->logo_churn, 0);
    kam_retention_free(&retention);
    stop(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_published_comes_out),
        cmocka_unit_test(the_sums_are_those_of_the_customers_there_were),
        cmocka_unit_test(gross_is_at_most_net_and_strata_add_up),
        cmocka_unit_test(retained_is_what_the_bridge_leaves_of_the_old_total),
        cmocka_unit_test(a_snapshot_against_itself_retains_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
