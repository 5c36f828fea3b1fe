/* Why customers moved: where just one thing changed that is the cause; laws where all of it does.
 */
#include "tiered.h"

#include "diff/causelist.h"

enum { BASES = 150 };

static const char by_count[] = "cut = count 3, 8, 15";

/* No rules, and revenues that are all different. */
static struct base plain_base(uint64_t *state)
{
    struct base base = {.source = BY_COLUMN};

    for (unsigned i = 0; i < CUSTOMERS; i++)
        base.facts[i] = (struct fact){.present = true,
                                      .revenue = (int)(random_below(state, 1000) * CUSTOMERS + i),
                                      .admitted = TIERS,
                                      .segment = random_below(state, 2)};
    return base;
}

static void add_rules(struct base *base, uint64_t *state)
{
    for (unsigned i = 0; i < CUSTOMERS; i++) {
        base->facts[i].admitted = random_below(state, 3) ? TIERS : random_below(state, 3);
        base->facts[i].capped = random_below(state, 3) ? 0 : 1 + random_below(state, 3);
    }
}

static int other_revenue(uint64_t *state, unsigned customer)
{
    return (int)(random_below(state, 1000) * CUSTOMERS + customer);
}

static bool has_stepped(const struct kam_movement *movement)
{
    return movement && (movement->move == KAM_MOVE_UP || movement->move == KAM_MOVE_DOWN);
}

/* Two snapshots of a model, in a row. */
struct pair {
    char old[TEMPORARY_PATH], new[TEMPORARY_PATH];
    struct comparison c;
};

static void start(struct pair *pair, const struct base *old, const struct base *new,
                  const struct kam_model *model)
{
    tiered_snapshot(pair->old, old, "2026-09", model, NULL);
    tiered_snapshot(pair->new, new, "2026-10", model, NULL);
    compare(&pair->c, pair->old, pair->new, NULL);
}

static void end(struct pair *pair)
{
    stop(&pair->c);
    unlink(pair->old);
    unlink(pair->new);
}

/* ---- one thing changes ------------------------------------------------------------------------
 */

/* What changes of customer X, or of all others; CAUSE of all who moved by that. */
enum others { OTHERS_ALIKE, OTHERS_ANYHOW };
enum change { OWN_FIGURE, OTHER_FIGURES, OWN_ADMISSION, OWN_FLAG };

static const struct {
    const char *cut;
    enum change change;
    enum kam_cause own, others; /* of X, of the others; KAM_CAUSE_NONE: they don't move */
    enum others which;
} changes[] = {
    {by_count, OWN_FIGURE, KAM_CAUSE_FIGURES, KAM_CAUSE_LIMITS, OTHERS_ALIKE},
    {"cut = customers 10%, 30%, 60%", OWN_FIGURE, KAM_CAUSE_FIGURES, KAM_CAUSE_LIMITS,
     OTHERS_ALIKE},
    {"cut = value 20000, 10000, 4000", OWN_FIGURE, KAM_CAUSE_FIGURES, KAM_CAUSE_NONE, OTHERS_ALIKE},
    {by_count, OTHER_FIGURES, KAM_CAUSE_LIMITS, KAM_CAUSE_NONE, OTHERS_ANYHOW},
    {"cut = share 50%, 70%, 90%", OTHER_FIGURES, KAM_CAUSE_LIMITS, KAM_CAUSE_NONE, OTHERS_ANYHOW},
    {"cut = value 20000, 10000, 4000", OTHER_FIGURES, KAM_CAUSE_NONE, KAM_CAUSE_FIGURES,
     OTHERS_ALIKE},
    {by_count, OWN_ADMISSION, KAM_CAUSE_ADMISSION, KAM_CAUSE_NONE, OTHERS_ALIKE},
    {by_count, OWN_FLAG, KAM_CAUSE_FLAG, KAM_CAUSE_NONE, OTHERS_ALIKE},
    {"cut = count 2, 4, 6\nper = segment", OWN_FIGURE, KAM_CAUSE_FIGURES, KAM_CAUSE_LIMITS,
     OTHERS_ALIKE},
};

static void change_base(struct base *base, enum change change, unsigned x, uint64_t *state)
{
    struct fact *fact = &base->facts[x];

    switch (change) {
    case OWN_FIGURE:
        fact->revenue = other_revenue(state, x);
        break;
    case OTHER_FIGURES:
        for (unsigned i = 0; i < CUSTOMERS; i++)
            if (i != x)
                base->facts[i].revenue = other_revenue(state, i);
        break;
    case OWN_ADMISSION:
        fact->admitted = random_below(state, TIERS);
        break;
    case OWN_FLAG:
        fact->capped = random_below(state, TIERS);
        break;
    }
}

/* That is the cause, if it moved. */
static void assert_cause(const struct kam_movement *movement, enum kam_cause cause)
{
    assert_int_equal(movement->cause, has_stepped(movement) ? cause : KAM_CAUSE_NONE);
}

static void what_alone_changed_is_the_cause(void **unused)
{
    uint64_t state = 1;
    (void)unused;
    for (size_t k = 0; k < sizeof changes / sizeof *changes; k++) {
        struct kam_model *model = tiered_model(changes[k].cut);
        unsigned moved = 0;
        for (int round = 0; round < BASES; round++) {
            struct base old = plain_base(&state);
            if (round % 2)
                add_rules(&old, &state);
            struct base new = old;
            unsigned x = random_below(&state, CUSTOMERS);
            struct pair pair;
            change_base(&new, changes[k].change, x, &state);
            start(&pair, &old, &new, model);
            for (unsigned i = 0; i < CUSTOMERS; i++) {
                const struct kam_movement *movement = movement_of(&pair.c, i);
                if (i == x || changes[k].which == OTHERS_ALIKE)
                    assert_cause(movement, i == x ? changes[k].own : changes[k].others);
                moved += has_stepped(movement);
            }
            end(&pair);
        }
        assert_true(moved > BASES / 20);
        kam_model_free(model);
    }
}

/* Nothing changes but that a wait is over. */
static void a_wait_that_is_over_is_patience(void **unused)
{
    struct kam_model *model = tiered_model("cut = count 3, 8, 15\n"
                                           "promote-after = 2\ndemote-after = 2");
    uint64_t state = 2;
    unsigned moved = 0;
    (void)unused;
    for (int round = 0; round < BASES; round++) {
        struct base first = plain_base(&state), then = plain_base(&state);
        char paths[3][TEMPORARY_PATH];
        struct comparison c;
        if (round % 2)
            add_rules(&then, &state);
        tiered_snapshot(paths[0], &first, "2026-08", model, NULL);
        tiered_snapshot(paths[1], &then, "2026-09", model, paths[0]);
        tiered_snapshot(paths[2], &then, "2026-10", model, paths[1]);
        compare(&c, paths[1], paths[2], NULL);
        for (unsigned i = 0; i < CUSTOMERS; i++) {
            assert_cause(movement_of(&c, i), KAM_CAUSE_PATIENCE);
            moved += has_stepped(movement_of(&c, i));
        }
        stop(&c);
        for (size_t i = 0; i < 3; i++)
            unlink(paths[i]);
    }
    assert_true(moved > BASES);
    kam_model_free(model);
}

/* ---- anything changes -------------------------------------------------------------------------
 */

/* Whether X would be beyond its tier in OLD with its figure of NEW: asked of kam's own rules. */
static bool figures_would_do(const struct comparison *c, const struct base *old,
                             const struct base *new, unsigned x, const struct kam_model *model)
{
    const struct kam_movement *movement = movement_of(c, x);
    struct base replayed = *old;
    struct comparison replay;
    char paths[2][TEMPORARY_PATH];

    replayed.facts[x].revenue = new->facts[x].revenue;
    tiered_snapshot(paths[0], old, "2026-09", model, NULL);
    tiered_snapshot(paths[1], &replayed, "2026-10", model, NULL);
    compare(&replay, paths[0], paths[1], NULL);
    enum kam_move move = movement_of(&replay, x)->move;
    stop(&replay);
    unlink(paths[0]);
    unlink(paths[1]);
    return move == movement->move;
}

/* For those whom no rule touches in OLD, whose tier there is the cut's. */
static void figures_are_those_that_would_have_done_it_alone(void **unused)
{
    struct kam_model *model = tiered_model(by_count);
    uint64_t state = 3;
    unsigned tried[2] = {0, 0};
    (void)unused;
    for (int round = 0; round < BASES / 5; round++) {
        struct base old = plain_base(&state), new = plain_base(&state);
        struct pair pair;
        old.source = new.source = round % 2 ? BY_GAPS : BY_COLUMN;
        add_rules(&new, &state);
        start(&pair, &old, &new, model);
        for (unsigned i = 0; i < CUSTOMERS; i++) {
            const struct kam_movement *movement = movement_of(&pair.c, i);
            if (!has_stepped(movement))
                continue;
            bool figures = figures_would_do(&pair.c, &old, &new, i, model);
            assert_int_equal(movement->cause == KAM_CAUSE_FIGURES, figures);
            tried[figures]++;
        }
        end(&pair);
    }
    assert_true(tried[0] > BASES / 5 && tried[1] > BASES / 5);
    kam_model_free(model);
}

static void add_row(struct kam_causelist_row *sum, const struct kam_causelist_row *row)
{
    sum->up += row->up;
    sum->down += row->down;
    sum->other += row->other;
    assert_true(kam_decimal_add(&sum->revenue, row->revenue));
}

static void assert_row(const struct kam_causelist_row *row, const struct kam_causelist_row *other)
{
    assert_int_equal(row->up, other->up);
    assert_int_equal(row->down, other->down);
    assert_int_equal(row->other, other->other);
    assert_int_equal(kam_decimal_compare(row->revenue, other->revenue), 0);
}

static void assert_block_adds_up(const struct kam_causelist_block *block)
{
    struct kam_causelist_row sum = {.up = 0};

    for (size_t i = 0; i < KAM_CAUSES; i++)
        add_row(&sum, &block->causes[i]);
    assert_row(&sum, &block->total);
}

static void assert_block(const struct kam_causelist_block *block,
                         const struct kam_causelist_block *other)
{
    for (size_t i = 0; i < KAM_CAUSES; i++)
        assert_row(&block->causes[i], &other->causes[i]);
    assert_row(&block->total, &other->total);
}

/* Each stratum by itself, and all of them to the list without strata, which is WHOLE. */
static void assert_strata_add_up(const struct kam_diff *diff, const char *name,
                                 const struct kam_causelist_block *whole)
{
    struct kam_causelist list = {.diff = NULL};
    struct kam_causelist_block sum = {.total = {.up = 0}};
    struct kam_strata strata = {.count = 0};

    assert_int_equal(kam_strata_make(&strata, diff, kam_text_of(name), NULL), KAM_OK);
    assert_int_equal(kam_causelist_compute(&list, diff, &strata, NULL), KAM_OK);
    assert_int_equal(list.count, strata.count + 1);
    for (size_t i = 0; i < strata.count; i++) {
        assert_block_adds_up(&list.blocks[i]);
        for (size_t cause = 0; cause < KAM_CAUSES; cause++)
            add_row(&sum.causes[cause], &list.blocks[i].causes[cause]);
        add_row(&sum.total, &list.blocks[i].total);
    }
    assert_block(&sum, whole);
    assert_block(&list.blocks[strata.count], whole);
    kam_causelist_free(&list);
    kam_strata_free(&strata);
}

static void assert_adds_up(const struct kam_diff *diff)
{
    struct kam_causelist list = {.diff = NULL};

    assert_int_equal(kam_causelist_compute(&list, diff, NULL, NULL), KAM_OK);
    assert_int_equal(list.count, 1);
    const struct kam_causelist_row *total = &list.blocks->total;
    assert_block_adds_up(list.blocks);
    assert_int_equal(total->up, diff->moves[KAM_MOVE_UP]);
    assert_int_equal(total->down, diff->moves[KAM_MOVE_DOWN]);
    assert_int_equal(total->up + total->down + total->other,
                     diff->count - diff->moves[KAM_MOVE_SAME]);
    assert_strata_add_up(diff, "tier", list.blocks);
    assert_strata_add_up(diff, "tier_cut", list.blocks);
    assert_strata_add_up(diff, "account_id", list.blocks);
    kam_causelist_free(&list);
}

static void every_mover_has_one_cause_and_they_add_up(void **unused)
{
    static const char *const cuts[] = {
        by_count, "cut = share 50%, 70%, 90%\npromote-after = 2\nstep = one",
        "cut = count 2, 4, 6\nper = segment", "cut = customers 10%, 30%, 60%\nadmitted = inside"};
    uint64_t state = 4;
    unsigned seen[KAM_CAUSES + 1] = {0};
    (void)unused;
    for (int round = 0; round < BASES; round++) {
        const char *cut = cuts[(size_t)round % (sizeof cuts / sizeof *cuts)];
        struct kam_model *model = tiered_model(cut);
        struct base bases[3];
        char paths[3][TEMPORARY_PATH];
        for (size_t i = 0; i < 3; i++) {
            static const char *const months[] = {"2026-08", "2026-09", "2026-10"};
            bases[i] = plain_base(&state);
            add_rules(&bases[i], &state);
            for (unsigned k = 0; k < CUSTOMERS; k++)
                bases[i].facts[k].present = random_below(&state, 5) > 0;
            tiered_snapshot(paths[i], &bases[i], months[i], model, i ? paths[i - 1] : NULL);
        }
        struct comparison c;
        compare(&c, paths[1], paths[2], NULL);
        for (size_t i = 0; i < c.diff.count; i++) {
            const struct kam_movement *movement = &c.diff.movements[i];
            assert_int_equal(movement->cause == KAM_CAUSE_NONE, movement->move == KAM_MOVE_SAME);
            assert_int_equal(movement->cause == KAM_CAUSE_ARRIVAL, movement->move == KAM_MOVE_NEW);
            assert_int_equal(movement->cause == KAM_CAUSE_DEPARTURE,
                             movement->move == KAM_MOVE_LOST);
            seen[movement->cause]++;
        }
        assert_adds_up(&c.diff);
        stop(&c);
        for (size_t i = 0; i < 3; i++)
            unlink(paths[i]);
        kam_model_free(model);
    }
    for (enum kam_cause cause = KAM_CAUSE_FIGURES; cause <= KAM_CAUSE_DEPARTURE; cause++)
        assert_true(seen[cause] > 0);
}

/* ---- single cases -----------------------------------------------------------------------------
 */

enum { GOLD, SILVER, BRONZE, TAIL };

/* "cut admission cap" as digits, '-' for none. */
static struct kam_tier_parts parts_of(const char *text)
{
    uint32_t values[3];

    for (size_t i = 0; i < 3; i++)
        values[i] = text[i] == '-' ? KAM_NONE : (uint32_t)(text[i] - '0');
    return (struct kam_tier_parts){values[0], values[1], values[2]};
}

static void the_first_step_that_does_it(void **unused)
{
    static const struct {
        enum kam_move move;
        uint32_t tier, by_figure;
        const char *before, *after;
        enum kam_cause cause;
    } cases[] = {
        {KAM_MOVE_DOWN, GOLD, SILVER, "0--", "1--", KAM_CAUSE_FIGURES},
        {KAM_MOVE_DOWN, GOLD, GOLD, "0--", "1--", KAM_CAUSE_LIMITS},
        /* an admission that held it ends, and one that goes on while the figure falls */
        {KAM_MOVE_DOWN, SILVER, TAIL, "31-", "3--", KAM_CAUSE_ADMISSION},
        {KAM_MOVE_DOWN, SILVER, TAIL, "1--", "32-", KAM_CAUSE_FIGURES},
        {KAM_MOVE_UP, TAIL, TAIL, "3--", "31-", KAM_CAUSE_ADMISSION},
        /* a flag begins, ends, ends while figures do nothing under it */
        {KAM_MOVE_DOWN, GOLD, GOLD, "0--", "0-2", KAM_CAUSE_FLAG},
        {KAM_MOVE_UP, TAIL, BRONZE, "2-3", "0--", KAM_CAUSE_FLAG},
        /* a flag and figures at once: the figures are enough */
        {KAM_MOVE_DOWN, SILVER, TAIL, "1--", "3-3", KAM_CAUSE_FIGURES},
        {KAM_MOVE_DOWN, GOLD, SILVER, "0--", "1-2", KAM_CAUSE_FIGURES},
        /* held, and let go; held the other way round; held now */
        {KAM_MOVE_DOWN, GOLD, SILVER, "1--", "2--", KAM_CAUSE_PATIENCE},
        {KAM_MOVE_DOWN, SILVER, SILVER, "0--", "2--", KAM_CAUSE_LIMITS},
        {KAM_MOVE_DOWN, GOLD, GOLD, "0--", "0--", KAM_CAUSE_PATIENCE},
        /* an admission helps only as far as the cap lets it */
        {KAM_MOVE_UP, TAIL, TAIL, "3--", "302", KAM_CAUSE_ADMISSION},
        {KAM_MOVE_UP, TAIL, TAIL, "303", "302", KAM_CAUSE_FLAG},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct kam_cause_case it = {.move = cases[i].move,
                                          .tier = cases[i].tier,
                                          .cut_by_figure = cases[i].by_figure,
                                          .before = parts_of(cases[i].before),
                                          .after = parts_of(cases[i].after)};
        assert_int_equal(kam_cause_decide(&it), cases[i].cause);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_alone_changed_is_the_cause),
        cmocka_unit_test(a_wait_that_is_over_is_patience),
        cmocka_unit_test(figures_are_those_that_would_have_done_it_alone),
        cmocka_unit_test(every_mover_has_one_cause_and_they_add_up),
        cmocka_unit_test(the_first_step_that_does_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
