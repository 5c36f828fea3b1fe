/* How long a customer stays: laws that hold for every life, over many random ones. */
#include "patiences.h"
#include "random.h"

enum { LONGEST = 40 };

static const struct kam_model_patience at_once = {.promote_after = 1, .demote_after = 1};

enum rules { NO_RULES, RULES };

static size_t random_rule(uint64_t *state)
{
    return random_below(state, 3) ? KAM_NO_TIER : random_below(state, TIERS);
}

static struct kam_patience_case random_case(uint64_t *state, enum rules rules,
                                            const struct kam_decimal *limits)
{
    /* Mostly where it was, as customers are: runs have to occur. */
    return (struct kam_patience_case){
        .cut = random_below(state, 3) ? 1 + random_below(state, 2) : random_below(state, TIERS),
        .admitted = rules == RULES ? random_rule(state) : KAM_NO_TIER,
        .at_most = rules == RULES ? random_rule(state) : KAM_NO_TIER,
        .figure = kam_decimal_of((int)random_below(state, 120) - 10),
        .limits = limits,
        .idle = random_below(state, 4),
    };
}

static struct kam_model_patience random_patience(uint64_t *state)
{
    return (struct kam_model_patience){
        .promote_after = 1 + random_below(state, 5),
        .demote_after = 1 + random_below(state, 5),
        .lost_after = random_below(state, 2) ? 0 : 1 + random_below(state, 4),
        .keep_factor = thousandths(random_below(state, 2) ? 0 : 1 + (int)random_below(state, 1000)),
        .step = random_below(state, 2) ? KAM_STEP_ONE : KAM_STEP_FREE,
    };
}

/* One customer over some periods. */
struct life {
    size_t count;
    struct kam_patience_case cases[LONGEST];
    struct kam_hold holds[LONGEST];
    size_t computed[LONGEST];
    struct kam_decimal limits[TIERS];
};

static void live(struct life *life, const struct kam_model_patience *patience, enum rules rules,
                 uint64_t *state)
{
    struct kam_standing before;

    fill_limits(life->limits);
    life->count = 12 + random_below(state, LONGEST - 12 + 1);
    for (size_t i = 0; i < life->count; i++) {
        const struct kam_patience_case *now = &life->cases[i];
        life->cases[i] = random_case(state, rules, life->limits);
        life->holds[i] = kam_patience_apply(patience, i ? &before : NULL, now);
        struct kam_hold again = kam_patience_apply(patience, i ? &before : NULL, now);
        assert_memory_equal(&again, &life->holds[i], sizeof again);
        life->computed[i] = kam_patience_rule(now, now->cut);
        /* Whatever rules and patience say, nobody moves past this period, or away from it. */
        if (i) {
            size_t a = before.tier, b = life->computed[i];
            assert_in_range(life->holds[i].tier, a < b ? a : b, a < b ? b : a);
        }
        before = standing_of(now, &life->holds[i]);
    }
}

enum { LIVES = 20000 };

static void what_always_holds(void **unused)
{
    uint64_t state = 1;
    struct life life;

    (void)unused;
    for (int n = 0; n < LIVES; n++) {
        struct kam_model_patience patience = random_patience(&state);
        live(&life, &patience, n % 2 ? RULES : NO_RULES, &state);
        for (size_t i = 0; i < life.count; i++) {
            const struct kam_patience_case *now = &life.cases[i];
            const struct kam_hold *hold = &life.holds[i];
            bool below = life.computed[i] > hold->tier, above = life.computed[i] < hold->tier;
            assert_true(hold->tier < TIERS);
            /* `held` says on which side the tier computed is */
            assert_int_equal(hold->kind == KAM_HOLD_BELOW || hold->kind == KAM_HOLD_KEPT, below);
            assert_int_equal(hold->held < 0, below && hold->kind != KAM_HOLD_KEPT);
            assert_int_equal(hold->held > 0, above);
            /* and is never as much as would make it move */
            assert_true(-hold->held < (int)patience.demote_after || hold->held == -1);
            assert_true(hold->held < (int)patience.promote_after || hold->held == 1);
            /* it grows from period to period, or begins anew */
            if (hold->held < -1)
                assert_int_equal(life.holds[i - 1].held, hold->held + 1);
            if (hold->held > 1)
                assert_int_equal(life.holds[i - 1].held, hold->held - 1);
            /* rules act at once */
            if (now->at_most != KAM_NO_TIER)
                assert_true(hold->tier >= now->at_most);
            else if (now->admitted != KAM_NO_TIER)
                assert_true(hold->tier <= now->admitted);
            /* lost is lost */
            bool lost = patience.lost_after && now->idle >= patience.lost_after;
            assert_int_equal(hold->kind == KAM_HOLD_LOST, lost);
            if (lost)
                assert_int_equal(hold->tier, life.computed[i]);
        }
        /* nobody waits who is new */
        assert_int_equal(life.holds[0].tier, life.computed[0]);
    }
}

/* Without rules `held` counts just the periods below or above since the last move. */
static void held_counts_the_periods(void **unused)
{
    uint64_t state = 2;
    struct life life;

    (void)unused;
    for (int n = 0; n < LIVES; n++) {
        struct kam_model_patience patience = random_patience(&state);
        live(&life, &patience, NO_RULES, &state);
        for (size_t i = 0; i < life.count; i++) {
            int run = 0;
            for (size_t j = i + 1; j-- > 0;) {
                const struct kam_hold *then = &life.holds[j];
                bool below = life.computed[j] > then->tier, above = life.computed[j] < then->tier;
                if (then->tier != life.holds[i].tier || then->kind == KAM_HOLD_KEPT ||
                    !(below || above) || (below && run > 0) || (above && run < 0))
                    break;
                run += above ? 1 : -1;
            }
            assert_int_equal(life.holds[i].held, run);
        }
    }
}

static void without_patience_the_tier_is_the_one_computed(void **unused)
{
    uint64_t state = 3;
    struct life life;

    (void)unused;
    for (int n = 0; n < LIVES; n++) {
        live(&life, &at_once, n % 2 ? RULES : NO_RULES, &state);
        for (size_t i = 0; i < life.count; i++) {
            assert_int_equal(life.holds[i].tier, life.computed[i]);
            assert_int_equal(life.holds[i].held, 0);
        }
    }
}

/* With n and n, two moves are n periods apart: nothing comes and goes within fewer. */
static void no_tier_comes_and_goes(void **unused)
{
    uint64_t state = 4;
    struct life life;

    (void)unused;
    for (int n = 0; n < LIVES; n++) {
        unsigned after = 1 + random_below(&state, 6);
        struct kam_model_patience patience = {.promote_after = after, .demote_after = after};
        size_t moved = 0; /* to come in is no move */
        live(&life, &patience, NO_RULES, &state);
        for (size_t i = 1; i < life.count; i++) {
            if (life.holds[i].tier == life.holds[i - 1].tier)
                continue;
            assert_true(i - moved >= after);
            moved = i;
        }
    }
}

/* Of one tier by the cut alone, whatever else is said, unless the customer is lost. */
static void a_step_is_one_tier(void **unused)
{
    uint64_t state = 5;
    struct life life;

    (void)unused;
    for (int n = 0; n < LIVES; n++) {
        struct kam_model_patience patience = random_patience(&state);
        patience.step = KAM_STEP_ONE;
        live(&life, &patience, NO_RULES, &state);
        for (size_t i = 1; i < life.count; i++) {
            size_t a = life.holds[i - 1].tier, b = life.holds[i].tier;
            if (life.holds[i].kind != KAM_HOLD_LOST)
                assert_true(a > b ? a - b <= 1 : b - a <= 1);
        }
    }
}

/* The period, from 1, in which who stood in FROM is where the cut puts it again and again. */
static unsigned periods_until(const struct kam_model_patience *patience, size_t from, size_t to)
{
    struct kam_patience_case now = {.cut = to, .admitted = KAM_NO_TIER, .at_most = KAM_NO_TIER};
    struct kam_standing before = {from, from, from, 0};

    for (unsigned period = 1; period < 1000; period++) {
        struct kam_hold hold = kam_patience_apply(patience, &before, &now);
        if (hold.tier == to) {
            before = standing_of(&now, &hold);
            hold = kam_patience_apply(patience, &before, &now);
            assert_int_equal(hold.tier, to);
            assert_int_equal(hold.held, 0);
            return period;
        }
        before = standing_of(&now, &hold);
    }
    fail();
    return 0;
}

static void what_does_not_change_is_reached(void **state)
{
    (void)state;
    for (unsigned after = 1; after <= 12; after++)
        for (size_t from = 0; from < TIERS; from++)
            for (size_t to = 0; to < TIERS; to++) {
                if (from == to)
                    continue;
                unsigned far = (unsigned)(from > to ? from - to : to - from);
                struct kam_model_patience patience = {.promote_after = to < from ? after : 99,
                                                      .demote_after = to < from ? 99 : after};
                assert_int_equal(periods_until(&patience, from, to), after);
                patience.step = KAM_STEP_ONE;
                assert_int_equal(periods_until(&patience, from, to),
                                 after == 1 ? far : after + (far - 1) * (after - 1));
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_always_holds),
        cmocka_unit_test(held_counts_the_periods),
        cmocka_unit_test(without_patience_the_tier_is_the_one_computed),
        cmocka_unit_test(no_tier_comes_and_goes),
        cmocka_unit_test(a_step_is_one_tier),
        cmocka_unit_test(what_does_not_change_is_reached),
    };

    return cmocka_run_group_tests_name("patience: laws", tests, NULL, NULL);
}
