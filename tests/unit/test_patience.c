/* How long a customer stays: stories told period by period. */
#include "patiences.h"

#include <stdio.h>

static const struct kam_model_patience at_once = {.promote_after = 1, .demote_after = 1};

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
        cmocka_unit_test(an_older_snapshot_is_a_beginning),
        cmocka_unit_test(standings_at_the_edge),
    };

    return cmocka_run_group_tests_name("patience", tests, NULL, NULL);
}
