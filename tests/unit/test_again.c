/* A snapshot that is tiered again: what its reasons say, and who stays held. */
#include "patiences.h"
#include "random.h"
#include "tier/again.h"

#include <stdio.h>

/* ---- reasons ----------------------------------------------------------------------------------
 */

static void reasons_name_rules(void **state)
{
    static const struct {
        const char *tier, *reason;
        enum kam_again_rules rules;
    } cases[] = {
        {"B", "", KAM_AGAIN_NO_RULE},
        {"B", "value at least 40: revenue 50", KAM_AGAIN_NO_RULE},
        {"B", "at most B by odd (2 months); value at least 40: revenue 50", KAM_AGAIN_CAPPED},
        {"B", "admitted by vip (vip yes); value below 40: revenue 10", KAM_AGAIN_ADMITTED},
        {"B", "at most B by odd (2 months); admitted by vip (vip yes); value below 40: revenue 1",
         KAM_AGAIN_ADMITTED},
        {"B", "held in B, period 1 of 3 below; value below 40: revenue 10", KAM_AGAIN_NO_RULE},
        {"B", "held in B, period 1 of 3 below; at most B by odd (x); value below 40: revenue 10",
         KAM_AGAIN_CAPPED},
        {"B", "kept in B, at least 75% of the limit; admitted by vip (x); value below 40: ...",
         KAM_AGAIN_ADMITTED},
        {"B", "lost, 4 months idle; value below 40: revenue 10", KAM_AGAIN_NO_RULE},
        /* names are texts */
        {"at most", "held in at most, period 1 of 3 below; value below 4: ...", KAM_AGAIN_NO_RULE},
        {"B; at most C by", "held in B; at most C by, period 1 of 2 above; admitted by x (y); ...",
         KAM_AGAIN_ADMITTED},
        {"B", "held in", KAM_AGAIN_NO_RULE},
        {"B", "held in B", KAM_AGAIN_NO_RULE},
        {"B", "admitted by", KAM_AGAIN_NO_RULE},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(kam_again_rules(kam_text_of(cases[i].reason), kam_text_of(cases[i].tier)),
                         cases[i].rules);
}

/* ---- who stays --------------------------------------------------------------------------------
 */

/* Tiers as letters, '-' for none. */
static size_t tier_of(char letter)
{
    return letter == '-' ? KAM_NO_TIER : (size_t)(letter - 'A');
}

/* SAID is "tier computed cut held"; what comes out when the cut now says CUT as "tier held". */
static void assert_again(const struct kam_model_patience *patience, const char *said, char cut,
                         int figure, const char *expected)
{
    struct kam_decimal limits[TIERS];
    char tier, computed, before, text[16];
    int held;

    fill_limits(limits);
    assert_int_equal(sscanf(said, "%c %c %c %d", &tier, &computed, &before, &held), 4);
    const struct kam_again_case it = {
        {tier_of(tier), tier_of(computed), tier_of(before), held}, KAM_AGAIN_NO_RULE, TIERS - 1};
    const struct kam_patience_case now = {.cut = tier_of(cut),
                                          .admitted = KAM_NO_TIER,
                                          .at_most = KAM_NO_TIER,
                                          .figure = kam_decimal_of(figure),
                                          .limits = limits};
    struct kam_hold hold = kam_again_apply(patience, &it, &now);
    snprintf(text, sizeof text, "%c %d", (char)('A' + hold.tier), hold.held);
    assert_string_equal(text, expected);
}

static void who_is_held_stays_on_the_same_side(void **state)
{
    const struct kam_model_patience patience = {.promote_after = 3, .demote_after = 3};

    (void)state;
    /* nothing is counted on, however far the cut goes */
    assert_again(&patience, "B C C -2", 'C', 0, "B -2");
    assert_again(&patience, "B C C -2", 'D', 0, "B -2");
    assert_again(&patience, "C A A 2", 'B', 0, "C 2");
    /* the other side, or where it stands */
    assert_again(&patience, "B C C -2", 'B', 0, "B 0");
    assert_again(&patience, "B C C -2", 'A', 0, "A 0");
    assert_again(&patience, "C A A 2", 'D', 0, "D 0");
    /* who wasn't held moves at once */
    assert_again(&patience, "B B B 0", 'C', 0, "C 0");
    assert_again(&patience, "B B A 0", 'D', 0, "D 0");
}

static void what_makes_no_sense_holds_nobody(void **state)
{
    const struct kam_model_patience patience = {.promote_after = 3, .demote_after = 3};

    (void)state;
    assert_again(&patience, "B C C 2", 'C', 0, "C 0");
    assert_again(&patience, "C A A -2", 'A', 0, "A 0");
    assert_again(&patience, "C A A 0", 'A', 0, "A 0");
    assert_again(&patience, "B - - -1", 'C', 0, "C 0");
}

static void shorter_patience_is_over_at_once(void **state)
{
    struct kam_model_patience patience = {.promote_after = 2, .demote_after = 2};

    (void)state;
    assert_again(&patience, "A D D -2", 'D', 0, "D 0");
    assert_again(&patience, "A D D -1", 'D', 0, "A -1");
    assert_again(&patience, "D A A 2", 'A', 0, "A 0");
    patience.step = KAM_STEP_ONE;
    assert_again(&patience, "A D D -2", 'D', 0, "B -1");
    patience.demote_after = 1;
    /* the first period below the next tier */
    assert_again(&patience, "B D D -1", 'D', 0, "B -1");
}

static void kept_means_near_enough_now(void **state)
{
    struct kam_model_patience patience = {
        .promote_after = 2, .demote_after = 2, .keep_factor = thousandths(750)};

    (void)state;
    assert_again(&patience, "B C C 0", 'C', 38, "B 0");
    assert_again(&patience, "B C C 0", 'C', 37, "B -1");
    patience.demote_after = 1;
    assert_again(&patience, "B C C 0", 'C', 37, "C 0");
    patience.keep_factor = KAM_DECIMAL_ZERO;
    assert_again(&patience, "B C C 0", 'C', 49, "C 0");
}

/* ---- the law: the same again is the same -------------------------------------------------------
 */

/* Whether an admission, and then a flag, is named where the customer is put into STANDS (tier.h).
 */
struct naming {
    bool lifts, caps;
};

static struct naming naming_of(const struct kam_patience_case *now, size_t stands)
{
    bool lifts = now->admitted != KAM_NO_TIER && now->admitted < stands;
    size_t tier = lifts ? now->admitted : stands;

    return (struct naming){lifts, now->at_most != KAM_NO_TIER && now->at_most > tier};
}

static enum kam_again_rules rules_of(struct naming naming)
{
    if (naming.lifts)
        return KAM_AGAIN_ADMITTED;
    return naming.caps ? KAM_AGAIN_CAPPED : KAM_AGAIN_NO_RULE;
}

static struct kam_patience_case random_case(uint64_t *state, const struct kam_decimal *limits)
{
    struct kam_patience_case now = {.cut = random_below(state, TIERS),
                                    .admitted = KAM_NO_TIER,
                                    .at_most = KAM_NO_TIER,
                                    .limits = limits,
                                    .idle = random_below(state, 4)};
    /* Below the limit of the tier above it, and not below its own: the cut is one of figures. */
    unsigned low = (unsigned)limit_figures[now.cut];
    unsigned high = now.cut ? (unsigned)limit_figures[now.cut - 1] : 2 * low;

    now.figure = kam_decimal_of(low + random_below(state, high - low));
    if (random_below(state, 2))
        now.admitted = random_below(state, TIERS);
    if (random_below(state, 2))
        now.at_most = random_below(state, TIERS);
    return now;
}

static struct kam_model_patience random_patience(uint64_t *state)
{
    return (struct kam_model_patience){
        .promote_after = 1 + random_below(state, 4),
        .demote_after = 1 + random_below(state, 4),
        .lost_after = random_below(state, 2) ? 0 : 3,
        .keep_factor = thousandths(random_below(state, 2) ? 0 : 1 + (int)random_below(state, 1000)),
        .step = random_below(state, 2) ? KAM_STEP_ONE : KAM_STEP_FREE,
    };
}

static void assert_same(const struct kam_model_patience *patience,
                        const struct kam_patience_case *now, const struct kam_hold *hold)
{
    struct naming naming = naming_of(now, hold->stands);
    const struct kam_again_case said = {standing_of(now, hold), rules_of(naming), TIERS - 1};
    struct kam_hold again = kam_again_apply(patience, &said, now);

    assert_int_equal(again.tier, hold->tier);
    assert_int_equal(again.held, hold->held);
    assert_int_equal(again.kind, hold->kind);
    assert_true(again.stands < TIERS);
    assert_int_equal(naming_of(now, again.stands).lifts, naming.lifts);
    assert_int_equal(naming_of(now, again.stands).caps, naming.caps);
}

/* Customers live through months as random as can be; each month is tiered once more from itself. */
static void again_is_the_identity(void **unused)
{
    enum { LIVES = 20000, MONTHS = 24 };
    struct kam_decimal limits[TIERS];
    uint64_t state = 7;
    unsigned held = 0;

    (void)unused;
    fill_limits(limits);
    for (int n = 0; n < LIVES; n++) {
        struct kam_model_patience patience = random_patience(&state);
        struct kam_standing before;
        for (int month = 0; month < MONTHS; month++) {
            struct kam_patience_case now = random_case(&state, limits);
            struct kam_hold hold = kam_patience_apply(&patience, month ? &before : NULL, &now);
            assert_same(&patience, &now, &hold);
            held += hold.held != 0;
            before = standing_of(&now, &hold);
        }
    }
    /* there was something to keep */
    assert_true(held > LIVES);
}

/* Whatever a snapshot says, the tier is one that cut, rules or the snapshot name. */
static void nobody_goes_where_nothing_says_so(void **unused)
{
    struct kam_decimal limits[TIERS];
    uint64_t state = 8;

    (void)unused;
    fill_limits(limits);
    for (int n = 0; n < 200000; n++) {
        struct kam_model_patience patience = random_patience(&state);
        struct kam_patience_case now = random_case(&state, limits);
        struct kam_again_case said = {{random_below(&state, TIERS), random_below(&state, TIERS),
                                       random_below(&state, TIERS),
                                       (int)random_below(&state, 7) - 3},
                                      (enum kam_again_rules)random_below(&state, 3),
                                      TIERS - 1};
        struct kam_hold hold = kam_again_apply(&patience, &said, &now);
        size_t a = said.standing.tier, b = kam_patience_rule(&now, now.cut);
        assert_true(hold.stands < TIERS);
        assert_true(hold.tier == b ||
                    (hold.tier >= (a < b ? a : b) && hold.tier <= (a < b ? b : a)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reasons_name_rules),
        cmocka_unit_test(who_is_held_stays_on_the_same_side),
        cmocka_unit_test(what_makes_no_sense_holds_nobody),
        cmocka_unit_test(shorter_patience_is_over_at_once),
        cmocka_unit_test(kept_means_near_enough_now),
        cmocka_unit_test(again_is_the_identity),
        cmocka_unit_test(nobody_goes_where_nothing_says_so),
    };

    return cmocka_run_group_tests_name("again", tests, NULL, NULL);
}
