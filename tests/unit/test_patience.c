/* How long a customer stays: stories told period by period, then laws on random ones. */
#include "tier/patience.h"

#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* Limits of A, B and C; D has none, as the lowest tier. */
enum { TIERS = 4, LONGEST = 40 };
static const int limit_figures[TIERS] = {100, 50, 10, 0};

static const struct kam_model_patience at_once = {.promote_after = 1, .demote_after = 1};

/* NUMBER / 1000. */
static struct kam_decimal thousandths(int number)
{
    struct kam_decimal value;

    assert_int_equal(kam_decimal_divide(kam_decimal_of(number), kam_decimal_of(1000), 3, &value),
                     KAM_NUMBER_OK);
    return value;
}

static void fill_limits(struct kam_decimal limits[TIERS])
{
    for (size_t t = 0; t < TIERS; t++)
        limits[t] = kam_decimal_of(limit_figures[t]);
}

/* What the next period is told of this one. */
static struct kam_standing standing_of(const struct kam_patience_case *now,
                                       const struct kam_hold *hold)
{
    return (struct kam_standing){hold->tier, kam_patience_rule(now, now->cut), now->cut,
                                 hold->held};
}

/* ---- stories -----------------------------------------------------------------------------------
 */

/*
 * A period as it is written: the tier by the cut, and behind it what else there is: `+A` a rule
 * admits to A, `-C` a flag caps at C, `=45` the figure, `idle3`. An outcome: the tier, then `held`
 * if it isn't 0, and `k` for kept, `l` for lost.
 */
static struct kam_patience_case read_period(const char *text, const struct kam_decimal *limits)
{
    struct kam_patience_case now = {.cut = (size_t)(*text++ - 'A'),
                                    .admitted = KAM_NO_TIER,
                                    .at_most = KAM_NO_TIER,
                                    .limits = limits};
    int length = 0, figure = 0;
    char tier;

    while (*text) {
        if (sscanf(text, "+%c%n", &tier, &length) == 1)
            now.admitted = (size_t)(tier - 'A');
        else if (sscanf(text, "-%c%n", &tier, &length) == 1)
            now.at_most = (size_t)(tier - 'A');
        else if (sscanf(text, "idle%u%n", &now.idle, &length) == 1)
            assert_true(now.idle > 0);
        else if (sscanf(text, "=%d%n", &figure, &length) != 1)
            fail_msg("not understood: %s", text);
        text += length;
    }
    now.figure = kam_decimal_of(figure);
    return now;
}

static void write_outcome(const struct kam_hold *hold, char *out, size_t size)
{
    static const char marks[] = {
        [KAM_HOLD_NONE] = '\0', [KAM_HOLD_BELOW] = '\0', [KAM_HOLD_ABOVE] = '\0',
        [KAM_HOLD_KEPT] = 'k',  [KAM_HOLD_LOST] = 'l',
    };
    int length = snprintf(out, size, "%c", (int)('A' + hold->tier));

    if (hold->held)
        length += snprintf(out + length, size - (size_t)length, "%+d", hold->held);
    assert_int_equal(hold->held < 0, hold->kind == KAM_HOLD_BELOW);
    assert_int_equal(hold->held > 0, hold->kind == KAM_HOLD_ABOVE);
    snprintf(out + length, size - (size_t)length, "%.1s", &marks[hold->kind]);
}

/* PERIODS, parted by blanks, come to OUTCOMES; the first is that of a new customer. */
static void tell(const struct kam_model_patience *patience, const char *periods,
                 const char *outcomes)
{
    struct kam_decimal limits[TIERS];
    struct kam_standing before;
    char period[32], outcome[32], found[512] = "";
    int length;

    fill_limits(limits);
    for (bool first = true; sscanf(periods, " %31s%n", period, &length) == 1; first = false) {
        struct kam_patience_case now = read_period(period, limits);
        struct kam_hold hold = kam_patience_apply(patience, first ? NULL : &before, &now);
        write_outcome(&hold, outcome, sizeof outcome);
        size_t end = strlen(found);
        snprintf(found + end, sizeof found - end, "%s%s", first ? "" : " ", outcome);
        before = standing_of(&now, &hold);
        periods += length;
    }
    assert_string_equal(found, outcomes);
}

static void without_patience_the_cut_decides(void **state)
{
    (void)state;
    tell(&at_once, "B A D A C", "B A D A C");
    tell(&at_once, "B+A C D-D A-C A", "A C D C A");
}

static void a_change_is_waited_for(void **state)
{
    const struct kam_model_patience slow_down = {.promote_after = 1, .demote_after = 3};
    const struct kam_model_patience slow = {.promote_after = 2, .demote_after = 3};

    (void)state;
    /* in the third period it goes to where the cut is then */
    tell(&slow_down, "A B B B B", "A A-1 A-2 B B");
    tell(&slow_down, "A B D C C", "A A-1 A-2 C C");
    /* one good period, and it counts anew */
    tell(&slow_down, "A B B A B B B", "A A-1 A-2 A A-1 A-2 B");
    tell(&slow_down, "C A C", "C A A-1");
    /* the other direction begins at one, too */
    tell(&slow, "B C C A C A A", "B B-1 B-2 B+1 B-1 B+1 A");
    tell(&slow, "D A B C", "D D+1 B B-1");
}

static void steps_are_of_one_tier(void **state)
{
    const struct kam_model_patience at_once_by_one = {1, 1, 0, KAM_DECIMAL_ZERO, KAM_STEP_ONE};
    const struct kam_model_patience slow_by_one = {2, 3, 0, KAM_DECIMAL_ZERO, KAM_STEP_ONE};

    (void)state;
    tell(&at_once_by_one, "A D D D D A A A A", "A B-1 C-1 D D C+1 B+1 A A");
    /* 3 periods for the first tier, 2 for each more; then 2 and 1 */
    tell(&slow_by_one, "A D D D D D D D D", "A A-1 A-2 B-1 B-2 C-1 C-2 D D");
    tell(&slow_by_one, "D A A A A A", "D D+1 C+1 B+1 A A");
    /* half-way down it turns: the step was its first period below, not above */
    tell(&slow_by_one, "A C C C A A", "A A-1 A-2 B-1 B+1 A");
}

static void near_the_limit_a_customer_keeps_its_tier(void **state)
{
    struct kam_model_patience near = {.promote_after = 1, .demote_after = 2};

    (void)state;
    near.keep_factor = thousandths(900);
    /* of A's limit, 100: 90 is near enough, 89 isn't; such a period is none below */
    tell(&near, "A B=90 B=89 B=90 B=89 B=89", "A Ak A-1 Ak A-1 B");
    /* without a figure nothing is near; nor in the lowest tier is there anything to keep */
    tell(&near, "A B B", "A A-1 B");
    tell(&near, "D C D", "D C C-1");
    /* upwards there is nothing to keep either */
    tell(&near, "B A=99", "B A");
    /* exactly: .9 of 50 is 45 */
    near.keep_factor = thousandths(901);
    tell(&near, "B C=45", "B B-1");
    near.keep_factor = thousandths(1000);
    tell(&near, "A B=100 B=99", "A Ak A-1");
    near.keep_factor = KAM_DECIMAL_ZERO;
    tell(&near, "A B=100 B=100", "A A-1 B");
}

static void only_a_limit_above_zero_keeps(void **state)
{
    const struct kam_model_patience near = {
        .promote_after = 1, .demote_after = 2, .keep_factor = thousandths(500)};
    const struct kam_decimal limits[TIERS] = {kam_decimal_of(-10), KAM_DECIMAL_ZERO,
                                              kam_decimal_of(4)};
    static const enum kam_hold_kind kinds[] = {KAM_HOLD_BELOW, KAM_HOLD_BELOW, KAM_HOLD_KEPT};

    (void)state;
    for (size_t tier = 0; tier < TIERS - 1; tier++) {
        struct kam_patience_case now = read_period("D=2", limits);
        struct kam_standing before = {tier, tier, tier, 0};
        assert_int_equal(kam_patience_apply(&near, &before, &now).kind, kinds[tier]);
    }
}

static void who_is_lost_is_held_no_longer(void **state)
{
    const struct kam_model_patience patience = {
        .promote_after = 3, .demote_after = 3, .lost_after = 3, .keep_factor = thousandths(100)};

    (void)state;
    tell(&patience, "A Bidle1 Bidle2 Didle3 Didle4", "A A-1 A-2 Dl Dl");
    tell(&patience, "A B=99idle2 B=99idle3", "A Ak Bl");
    tell(&patience, "D Aidle3 D", "D Al A-1");
    /* as it is a new one; rules act as always */
    tell(&patience, "Cidle9 C+Bidle9 A-Didle9", "Cl Bl Dl");
}

static void rules_act_in_the_same_period(void **state)
{
    const struct kam_model_patience slow = {.promote_after = 3, .demote_after = 3};

    (void)state;
    tell(&slow, "C C+A C C-D C", "C A C D C");
    /* held in B, admitted to A: that is the tier computed, so nothing is held */
    tell(&slow, "B C C+A C", "B B-1 A C");
    /* held in B; a flag at C is where the cut is */
    tell(&slow, "B C C-C C", "B B-1 C C");
    /* a flag half-way: it stays held, and counts on */
    tell(&slow, "A D D-B D", "A A-1 B-2 D");
    /* admission half-way up, and a cap half-way down */
    tell(&slow, "D A A+B A", "D D+1 B+2 A");
    tell(&slow, "A C+B", "A A-1");
    tell(&slow, "A C-B", "A B-1");
    /* kept only in name */
    const struct kam_model_patience near = {
        .promote_after = 1, .demote_after = 9, .keep_factor = thousandths(900)};
    tell(&near, "A B=95-B", "A B");
    tell(&near, "A C=95-B", "A Bk");
}

/* ---- laws --------------------------------------------------------------------------------------
 */

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

/* A snapshot made before there was patience: all its tiers are the same, and nothing is held. */
static void an_older_snapshot_is_a_beginning(void **state)
{
    const struct kam_model_patience slow = {.promote_after = 2, .demote_after = 2};
    const struct kam_standing before = {1, 1, 1, 0};
    struct kam_patience_case now = read_period("C", NULL);
    struct kam_hold hold = kam_patience_apply(&slow, &before, &now);

    (void)state;
    assert_int_equal(hold.tier, 1);
    assert_int_equal(hold.held, -1);
}

/* What the model has forgotten, as far as it matters to nobody, and numbers at their ends. */
static void standings_at_the_edge(void **state)
{
    const struct kam_model_patience most = {.promote_after = KAM_HELD_MOST,
                                            .demote_after = KAM_HELD_MOST};
    const struct kam_standing renamed = {1, KAM_NO_TIER, KAM_NO_TIER, -2};
    const struct kam_standing below = {1, 2, 2, -KAM_HELD_MOST};
    const struct kam_standing above = {1, 0, 0, KAM_HELD_MOST};
    struct kam_patience_case down = read_period("C", NULL), up = read_period("A", NULL);

    (void)state;
    assert_int_equal(kam_patience_apply(&most, &renamed, &down).held, -3);
    assert_int_equal(kam_patience_apply(&most, &below, &down).tier, 2);
    assert_int_equal(kam_patience_apply(&most, &above, &up).tier, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_patience_the_cut_decides),
        cmocka_unit_test(a_change_is_waited_for),
        cmocka_unit_test(steps_are_of_one_tier),
        cmocka_unit_test(near_the_limit_a_customer_keeps_its_tier),
        cmocka_unit_test(only_a_limit_above_zero_keeps),
        cmocka_unit_test(who_is_lost_is_held_no_longer),
        cmocka_unit_test(rules_act_in_the_same_period),
        cmocka_unit_test(what_always_holds),
        cmocka_unit_test(held_counts_the_periods),
        cmocka_unit_test(without_patience_the_tier_is_the_one_computed),
        cmocka_unit_test(no_tier_comes_and_goes),
        cmocka_unit_test(a_step_is_one_tier),
        cmocka_unit_test(what_does_not_change_is_reached),
        cmocka_unit_test(an_older_snapshot_is_a_beginning),
        cmocka_unit_test(standings_at_the_edge),
    };

    return cmocka_run_group_tests_name("patience", tests, NULL, NULL);
}
