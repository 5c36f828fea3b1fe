/*
 * Laws of kinship and of movements on random customers: a second implementation that compares all
 * with all agrees; of scripted events what comes out is known; nobody has two moves; the way back
 * is the mirror; transfers and bridges add up.
 */
#include "kin.h"
#include "random.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { ROUNDS = 200, UNIVERSE = 30, NOBODY = MOST_CUSTOMERS };

static const enum form all_forms[][SIDES] = {
    {AS_COLUMN, AS_COLUMN}, {AS_LIST, AS_LIST}, {AS_LIST, AS_COLUMN}};

static const enum form *some_forms(uint64_t *state)
{
    return all_forms[random_below(state, 3)];
}

/* ---- the second implementation ----------------------------------------------------------------
 */

/* What a customer has in the other snapshot. */
struct kinsman {
    unsigned other; /* NOBODY: none */
    enum kam_tie tie;
    bool regrouped;
};

struct reference {
    const struct side *sides[SIDES];
    struct kinsman kin[SIDES][MOST_CUSTOMERS];
    unsigned shared[MOST_CUSTOMERS][MOST_CUSTOMERS]; /* accounts, old by new */
};

static bool has_account(const struct customer *customer, const char *account)
{
    for (unsigned i = 0; i < customer->count; i++)
        if (strcmp(customer->accounts[i], account) == 0)
            return true;
    return false;
}

static unsigned owner_of(const struct side *side, const char *account)
{
    for (unsigned i = 0; i < side->count; i++)
        if (strcmp(side->customers[i].id, account) == 0)
            return side->customers[i].prospect ? NOBODY : i;
    for (unsigned i = 0; i < side->count; i++)
        if (has_account(&side->customers[i], account))
            return side->customers[i].prospect ? NOBODY : i;
    return NOBODY;
}

/* All accounts of both sides, each once. */
static unsigned list_accounts(const struct side *const sides[SIDES], const char *accounts[])
{
    unsigned count = 0;

    for (int s = 0; s < SIDES; s++)
        for (unsigned i = 0; i < sides[s]->count; i++)
            for (unsigned k = 0; k <= sides[s]->customers[i].count; k++) {
                const struct customer *customer = &sides[s]->customers[i];
                const char *id = k ? customer->accounts[k - 1] : customer->id;
                unsigned known = 0;
                while (known < count && strcmp(accounts[known], id) != 0)
                    known++;
                if (known == count)
                    accounts[count++] = id;
            }
    return count;
}

static const struct customer *customer_of(const struct reference *reference, int side, unsigned i)
{
    return &reference->sides[side]->customers[i];
}

static void tie(struct reference *reference, unsigned old, unsigned new, enum kam_tie tie)
{
    reference->kin[0][old] = (struct kinsman){.other = new, .tie = tie};
    reference->kin[1][new] = (struct kinsman){.other = old, .tie = tie};
}

/* Of two ids the smaller and the greater. */
static void order_ids(const char *ids[2])
{
    const char *first = ids[0];

    if (strcmp(ids[0], ids[1]) > 0) {
        ids[0] = ids[1];
        ids[1] = first;
    }
}

static bool is_better_pair(const struct reference *r, unsigned old, unsigned new, unsigned best_old,
                           unsigned best_new)
{
    const struct customer *a = customer_of(r, 0, old), *b = customer_of(r, 1, new);
    if (best_old == NOBODY)
        return true;
    const struct customer *c = customer_of(r, 0, best_old), *d = customer_of(r, 1, best_new);
    const char *ids[] = {a->id, b->id}, *best_ids[] = {c->id, d->id};
    if (r->shared[old][new] != r->shared[best_old][best_new])
        return r->shared[old][new] > r->shared[best_old][best_new];
    if (a->revenue + b->revenue != c->revenue + d->revenue)
        return a->revenue + b->revenue > c->revenue + d->revenue;
    order_ids(ids);
    order_ids(best_ids);
    int order = strcmp(ids[0], best_ids[0]);
    return (order ? order : strcmp(ids[1], best_ids[1])) < 0;
}

/* The best pair of customers that have none; false: there is none. */
static bool pair_best(struct reference *r)
{
    unsigned best_old = NOBODY, best_new = NOBODY;

    for (unsigned i = 0; i < r->sides[0]->count; i++)
        for (unsigned k = 0; k < r->sides[1]->count; k++)
            if (r->shared[i][k] && r->kin[0][i].tie == KAM_TIE_NONE &&
                r->kin[1][k].tie == KAM_TIE_NONE && is_better_pair(r, i, k, best_old, best_new)) {
                best_old = i;
                best_new = k;
            }
    if (best_old == NOBODY)
        return false;
    tie(r, best_old, best_new, KAM_TIE_ACCOUNTS);
    return true;
}

/* What customer I of SIDE, who has no pair, is a part of. */
static void find_whole(struct reference *r, int side, unsigned i)
{
    unsigned best = NOBODY, most = 0;

    for (unsigned k = 0; k < r->sides[!side]->count; k++) {
        unsigned shared = side ? r->shared[k][i] : r->shared[i][k];
        const struct customer *a = customer_of(r, !side, k);
        const struct customer *b = best == NOBODY ? NULL : customer_of(r, !side, best);
        if (shared == 0 || shared < most)
            continue;
        if (b && shared == most &&
            (a->revenue < b->revenue || (a->revenue == b->revenue && strcmp(a->id, b->id) > 0)))
            continue;
        best = k;
        most = shared;
    }
    if (best != NOBODY)
        r->kin[side][i] = (struct kinsman){.other = best, .tie = KAM_TIE_PART};
}

static bool is_pair(const struct kinsman *kinsman)
{
    return kinsman->tie == KAM_TIE_KEY || kinsman->tie == KAM_TIE_ACCOUNTS;
}

static void mark_pair(struct reference *r, int side, unsigned i)
{
    struct kinsman *kinsman = &r->kin[side][i];

    if (is_pair(kinsman))
        kinsman->regrouped = r->kin[!side][kinsman->other].regrouped = true;
}

static void count_shared(struct reference *r, const char *const *accounts, unsigned count)
{
    for (unsigned a = 0; a < count; a++) {
        unsigned old = owner_of(r->sides[0], accounts[a]), new = owner_of(r->sides[1], accounts[a]);
        if (old != NOBODY && new != NOBODY)
            r->shared[old][new]++;
    }
}

static void pair_ids(struct reference *r)
{
    for (unsigned i = 0; i < r->sides[0]->count; i++)
        for (unsigned k = 0; k < r->sides[1]->count; k++)
            if (strcmp(customer_of(r, 0, i)->id, customer_of(r, 1, k)->id) == 0)
                tie(r, i, k, KAM_TIE_KEY);
}

static struct reference reference_of(const struct side *const sides[SIDES])
{
    struct reference r = {.sides = {sides[0], sides[1]}};
    const char *accounts[(MOST_ACCOUNTS + 1) * MOST_CUSTOMERS];

    for (int s = 0; s < SIDES; s++)
        for (unsigned i = 0; i < MOST_CUSTOMERS; i++)
            r.kin[s][i].other = NOBODY;
    count_shared(&r, accounts, list_accounts(sides, accounts));
    pair_ids(&r);
    while (pair_best(&r)) {
    }
    for (int s = 0; s < SIDES; s++)
        for (unsigned i = 0; i < sides[s]->count; i++)
            if (r.kin[s][i].tie == KAM_TIE_NONE)
                find_whole(&r, s, i);
    for (unsigned i = 0; i < sides[0]->count; i++)
        for (unsigned k = 0; k < sides[1]->count; k++)
            if (r.shared[i][k] && !(is_pair(&r.kin[0][i]) && r.kin[0][i].other == k)) {
                mark_pair(&r, 0, i);
                mark_pair(&r, 1, k);
            }
    return r;
}

static void assert_same_kin(const struct kam_kin *kin, const struct kinsman *expected,
                            unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        assert_int_equal(kam_kin_tie(kin, i), expected[i].tie);
        assert_int_equal(kin->others[i],
                         expected[i].other == NOBODY ? KAM_NONE : expected[i].other);
        assert_int_equal(kam_kin_is_regrouped(kin, i), expected[i].regrouped);
    }
}

/* ---- what holds of any two snapshots ----------------------------------------------------------
 */

static void assert_number(struct kam_decimal value, int64_t expected)
{
    assert_int_equal(kam_decimal_compare(value, kam_decimal_of(expected)), 0);
}

static int64_t revenue_of(const struct side *side, uint32_t row)
{
    return row == KAM_NONE ? 0 : side->customers[row].revenue;
}

/* Each row of a customer is in one movement, and a prospect's in none. */
static void assert_one_move_each(const struct kin *kin, const struct side *const sides[SIDES])
{
    unsigned seen[SIDES][MOST_CUSTOMERS] = {{0}};
    size_t moves[KAM_MOVES] = {0};

    for (size_t i = 0; i < kin->diff.count; i++) {
        const struct kam_movement *m = &kin->diff.movements[i];
        moves[m->move]++;
        assert_true(m->old_row != KAM_NONE || m->new_row != KAM_NONE);
        assert_number(m->revenue_delta,
                      revenue_of(sides[1], m->new_row) - revenue_of(sides[0], m->old_row));
        if (m->old_row != KAM_NONE)
            seen[0][m->old_row]++;
        if (m->new_row != KAM_NONE)
            seen[1][m->new_row]++;
    }
    assert_memory_equal(moves, kin->diff.moves, sizeof moves);
    for (int s = 0; s < SIDES; s++)
        for (unsigned i = 0; i < sides[s]->count; i++)
            assert_int_equal(seen[s][i], !sides[s]->customers[i].prospect);
}

/* What merged and split customers took along adds up to nothing, by parts and by wholes. */
static void assert_transfers(const struct kin *kin, const struct side *const sides[SIDES])
{
    struct kam_decimal sum = kam_decimal_of(0), expected = kam_decimal_of(0), organic;

    for (size_t i = 0; i < kin->diff.count; i++) {
        const struct kam_movement *m = &kin->diff.movements[i];
        assert_true(kam_diff_organic(&kin->diff, m, &organic));
        assert_true(kam_decimal_add(&sum, organic));
        assert_true(kam_decimal_add(&expected, m->revenue_delta));
        bool is_part = m->move == KAM_MOVE_MERGED || m->move == KAM_MOVE_SPLIT;
        assert_int_equal(m->whole != KAM_NONE, is_part);
        if (!is_part)
            continue;
        assert_number(organic, 0);
        const struct kam_kin *wholes =
            m->move == KAM_MOVE_MERGED ? &kin->diff.kinship.new : &kin->diff.kinship.old;
        assert_in_range(kam_kin_tie(wholes, m->whole), KAM_TIE_KEY, KAM_TIE_ACCOUNTS);
        assert_true(kam_kin_is_regrouped(wholes, m->whole));
        assert_false(sides[m->move == KAM_MOVE_MERGED]->customers[m->whole].prospect);
    }
    assert_int_equal(kam_decimal_compare(sum, expected), 0);
}

static void assert_bridge_adds_up(const struct kin *kin, const struct side *const sides[SIDES])
{
    const struct kam_bridge_row *steps = kin->bridge.steps;
    struct kam_decimal sum = steps[KAM_BRIDGE_OLD_TOTAL].revenue;
    int64_t totals[SIDES] = {0};

    for (int s = 0; s < SIDES; s++)
        for (unsigned i = 0; i < sides[s]->count; i++)
            if (!sides[s]->customers[i].prospect)
                totals[s] += sides[s]->customers[i].revenue;
    assert_number(steps[KAM_BRIDGE_OLD_TOTAL].revenue, totals[0]);
    assert_number(steps[KAM_BRIDGE_NEW_TOTAL].revenue, totals[1]);
    for (int step = 0; step < KAM_BRIDGE_STEPS; step++)
        if (step != KAM_BRIDGE_OLD_TOTAL && step != KAM_BRIDGE_NEW_TOTAL)
            assert_true(kam_decimal_add(&sum, steps[step].revenue));
    assert_number(sum, totals[1]);
    assert_number(kin->bridge.change, totals[1] - totals[0]);
    assert_int_equal(steps[KAM_BRIDGE_OLD_TOTAL].customers + steps[KAM_BRIDGE_NEW].customers +
                         steps[KAM_BRIDGE_WON].customers + steps[KAM_BRIDGE_SPLIT_IN].customers,
                     steps[KAM_BRIDGE_NEW_TOTAL].customers + steps[KAM_BRIDGE_LOST].customers +
                         steps[KAM_BRIDGE_MERGED_OUT].customers);
}

/* A step of the way back has the other sign, those of arrivals and departures have changed. */
static void assert_mirrored(const struct kin *there, const struct kin *back)
{
    static const enum kam_move moves[KAM_MOVES] = {
        [KAM_MOVE_UP] = KAM_MOVE_DOWN,         [KAM_MOVE_DOWN] = KAM_MOVE_UP,
        [KAM_MOVE_NEW] = KAM_MOVE_LOST,        [KAM_MOVE_LOST] = KAM_MOVE_NEW,
        [KAM_MOVE_MERGED] = KAM_MOVE_SPLIT,    [KAM_MOVE_SPLIT] = KAM_MOVE_MERGED,
        [KAM_MOVE_RENAMED] = KAM_MOVE_RENAMED, [KAM_MOVE_SAME] = KAM_MOVE_SAME,
        [KAM_MOVE_WON] = KAM_MOVE_WON,         [KAM_MOVE_RETURNED] = KAM_MOVE_RETURNED,
        [KAM_MOVE_SILENT] = KAM_MOVE_SILENT,
    };
    static const enum kam_bridge_step steps[KAM_BRIDGE_STEPS] = {
        [KAM_BRIDGE_OLD_TOTAL] = KAM_BRIDGE_NEW_TOTAL,
        [KAM_BRIDGE_NEW_TOTAL] = KAM_BRIDGE_OLD_TOTAL,
        [KAM_BRIDGE_NEW] = KAM_BRIDGE_LOST,
        [KAM_BRIDGE_LOST] = KAM_BRIDGE_NEW,
        [KAM_BRIDGE_MERGED_OUT] = KAM_BRIDGE_SPLIT_IN,
        [KAM_BRIDGE_SPLIT_IN] = KAM_BRIDGE_MERGED_OUT,
        [KAM_BRIDGE_MERGED_IN] = KAM_BRIDGE_SPLIT_OUT,
        [KAM_BRIDGE_SPLIT_OUT] = KAM_BRIDGE_MERGED_IN,
        [KAM_BRIDGE_MOVED_OUT] = KAM_BRIDGE_MOVED_IN,
        [KAM_BRIDGE_MOVED_IN] = KAM_BRIDGE_MOVED_OUT,
        [KAM_BRIDGE_GROWN] = KAM_BRIDGE_SHRUNK,
        [KAM_BRIDGE_SHRUNK] = KAM_BRIDGE_GROWN,
        [KAM_BRIDGE_UNCHANGED] = KAM_BRIDGE_UNCHANGED,
        [KAM_BRIDGE_SILENT] = KAM_BRIDGE_SILENT,
        [KAM_BRIDGE_WON] = KAM_BRIDGE_WON,
        [KAM_BRIDGE_RETURNED] = KAM_BRIDGE_RETURNED,
    };

    for (int move = 0; move < KAM_MOVES; move++)
        assert_int_equal(there->diff.moves[move], back->diff.moves[moves[move]]);
    for (int step = 0; step < KAM_BRIDGE_STEPS; step++) {
        bool is_total = step == KAM_BRIDGE_OLD_TOTAL || step == KAM_BRIDGE_NEW_TOTAL;
        struct kam_decimal revenue = there->bridge.steps[step].revenue;
        const struct kam_bridge_row *mirrored = &back->bridge.steps[steps[step]];
        assert_int_equal(there->bridge.steps[step].customers, mirrored->customers);
        assert_int_equal(kam_decimal_compare(is_total ? revenue : kam_decimal_negate(revenue),
                                             mirrored->revenue),
                         0);
    }
}

static void assert_laws(const struct side *old, const struct side *new, uint64_t *state)
{
    const struct side *const sides[SIDES] = {old, new}, *const swapped[SIDES] = {new, old};
    struct reference reference = reference_of(sides);
    bool has_prospects = false;
    struct kin there, back;

    assert_int_equal(compare_kin(&there, sides, some_forms(state), ""), KAM_OK);
    assert_int_equal(compare_kin(&back, swapped, some_forms(state), ""), KAM_OK);
    assert_same_kin(&there.diff.kinship.old, reference.kin[0], old->count);
    assert_same_kin(&there.diff.kinship.new, reference.kin[1], new->count);
    assert_same_kin(&back.diff.kinship.old, reference.kin[1], new->count);
    assert_same_kin(&back.diff.kinship.new, reference.kin[0], old->count);
    assert_one_move_each(&there, sides);
    assert_transfers(&there, sides);
    assert_bridge_adds_up(&there, sides);
    for (int s = 0; s < SIDES; s++)
        for (unsigned i = 0; i < sides[s]->count; i++)
            has_prospects = has_prospects || sides[s]->customers[i].prospect;
    if (!has_prospects) /* who was won would be lost, and isn't won back */
        assert_mirrored(&there, &back);
    stop_kin(&there);
    stop_kin(&back);
}

/* ---- any two snapshots ------------------------------------------------------------------------
 */

static void name_account(unsigned number, char id[ID_SIZE])
{
    static const char *const before[] = {"a", "", "a|", "b\\", "A"};

    snprintf(id, ID_SIZE, "%s%02u%s", before[number % 5], number, number % 7 ? "" : "|");
}

static bool has_id(const struct side *side, const char *id)
{
    for (unsigned i = 0; i < side->count; i++)
        if (strcmp(side->customers[i].id, id) == 0)
            return true;
    return false;
}

/*
 * Accounts in customers by chance, in any order. The id is one of them, or of none, or even of
 * another customer.
 */
static struct side random_side(uint64_t *state, bool prospects)
{
    struct side side = {.count = 0};
    unsigned groups = 1 + random_below(state, 14), first = random_below(state, UNIVERSE);

    for (unsigned g = 0; g < groups; g++) {
        struct customer *customer = &side.customers[side.count];
        name_account(random_below(state, UNIVERSE + 4), customer->id);
        if (has_id(&side, customer->id))
            continue;
        customer->revenue = (int)random_below(state, 5) - 1;
        customer->tier = random_below(state, 2);
        customer->prospect = prospects && random_below(state, 6) == 0;
        side.count++;
    }
    for (unsigned a = 0; a < UNIVERSE; a++) {
        struct customer *customer = &side.customers[random_below(state, side.count)];
        char id[ID_SIZE];
        name_account((first + a * 7) % UNIVERSE, id);
        if (random_below(state, 5) && customer->count < MOST_ACCOUNTS)
            add_account(customer, id);
    }
    return side;
}

static void a_second_implementation_agrees(void **unused)
{
    uint64_t state = 1;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct side old = random_side(&state, round % 3 == 0);
        struct side new = random_side(&state, round % 3 == 0);
        assert_laws(&old, &new, &state);
    }
}

/* ---- scripted events --------------------------------------------------------------------------
 */

enum event { STAYS, LEAVES, COMES, TAKES_IN, IS_TAKEN_IN, SPLITS, SPLIT_OFF, IS_RENAMED, EVENTS };

/* What an event should have come to. */
static enum kam_move move_of(enum event event, unsigned tier_from, unsigned tier_to)
{
    switch (event) {
    case LEAVES:
        return KAM_MOVE_LOST;
    case COMES:
        return KAM_MOVE_NEW;
    case IS_TAKEN_IN:
        return KAM_MOVE_MERGED;
    case SPLIT_OFF:
        return KAM_MOVE_SPLIT;
    case STAYS:
    case TAKES_IN:
    case SPLITS:
    case IS_RENAMED:
    case EVENTS:
        break;
    }
    if (tier_from != tier_to)
        return tier_to < tier_from ? KAM_MOVE_UP : KAM_MOVE_DOWN;
    return event == IS_RENAMED ? KAM_MOVE_RENAMED : KAM_MOVE_SAME;
}

struct script {
    struct side old, new;
    enum event events[SIDES][MOST_CUSTOMERS];
};

static void name_customer(struct customer *customer, unsigned number, char prefix)
{
    snprintf(customer->id, ID_SIZE, "%c%u", prefix, number);
}

/* A customer with accounts of its own, its id among them. */
static struct customer random_customer(uint64_t *state, unsigned number)
{
    struct customer customer = {.revenue = (int)random_below(state, 2000) - 300,
                                .tier = random_below(state, 2)};

    name_customer(&customer, number, 'c');
    add_account(&customer, customer.id);
    for (unsigned i = 1 + random_below(state, 4); i > 0; i--) {
        char id[ID_SIZE];
        snprintf(id, ID_SIZE, "%u-%u", number, i);
        add_account(&customer, id);
    }
    return customer;
}

static void put(struct script *script, int side, struct customer customer, enum event event)
{
    struct side *put = side ? &script->new : &script->old;

    script->events[side][put->count] = event;
    put->customers[put->count++] = customer;
}

/* The last account of CUSTOMER, of which it has two at least, as a customer of its own. */
static struct customer split_off(struct customer *customer, uint64_t *state)
{
    struct customer part = {.revenue = (int)random_below(state, 500),
                            .tier = random_below(state, 2)};

    customer->count--;
    memcpy(part.id, customer->accounts[customer->count], ID_SIZE);
    add_account(&part, part.id);
    return part;
}

static void happen(struct script *script, enum event event, unsigned number, uint64_t *state)
{
    struct customer was = random_customer(state, number), is = was, other;

    is.revenue = random_below(state, 3) ? (int)random_below(state, 2000) : was.revenue;
    is.tier = random_below(state, 3) ? was.tier : random_below(state, 2);
    if (event == TAKES_IN) {
        other = random_customer(state, number + MOST_CUSTOMERS);
        put(script, 0, other, IS_TAKEN_IN);
        for (unsigned i = 0; i < other.count; i++)
            add_account(&is, other.accounts[i]);
    } else if (event == SPLITS) {
        put(script, 1, split_off(&is, state), SPLIT_OFF);
    } else if (event == IS_RENAMED) {
        name_customer(&is, number, 'r');
        add_account(&is, is.id);
    }
    if (event != COMES)
        put(script, 0, was, event);
    if (event != LEAVES)
        put(script, 1, is, event);
}

static void assert_events(const struct script *script, const struct kin *kin)
{
    for (size_t i = 0; i < kin->diff.count; i++) {
        const struct kam_movement *m = &kin->diff.movements[i];
        int side = m->old_row == KAM_NONE;
        enum event event = script->events[side][side ? m->new_row : m->old_row];
        assert_int_equal(m->move, move_of(event, m->tier_from, m->tier_to));
        assert_int_equal(kam_movement_has(m, KAM_TRAIT_REGROUPED),
                         event == TAKES_IN || event == SPLITS);
        assert_int_equal(kam_movement_has(m, KAM_TRAIT_OTHER_ID), event == IS_RENAMED);
        assert_int_equal(m->transfer != KAM_NONE, event == TAKES_IN || event == IS_TAKEN_IN ||
                                                      event == SPLITS || event == SPLIT_OFF);
    }
}

static void scripted_events_come_out(void **unused)
{
    static const enum event plain[] = {STAYS, LEAVES, COMES, TAKES_IN, SPLITS, IS_RENAMED};
    uint64_t state = 2;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct script script = {.old = {.count = 0}};
        const struct side *const sides[SIDES] = {&script.old, &script.new};
        struct kin kin;
        for (unsigned i = 0; i < MOST_CUSTOMERS / 2; i++)
            happen(&script, plain[random_below(&state, 6)], i, &state);
        assert_int_equal(compare_kin(&kin, sides, some_forms(&state), ""), KAM_OK);
        assert_events(&script, &kin);
        stop_kin(&kin);
        assert_laws(&script.old, &script.new, &state);
    }
}

/* Whoever is put together, under an id of the two or a new one: nobody is lost, nobody is new. */
static void merging_two_customers_is_no_loss_and_no_arrival(void **unused)
{
    uint64_t state = 3;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct side old = {.count = 0}, new;
        const struct side *const sides[SIDES] = {&old, &new};
        struct kin kin;
        while (old.count < 12) {
            old.customers[old.count] = random_customer(&state, old.count);
            old.count++;
        }
        new = old;
        unsigned a = random_below(&state, 12), b = (a + 1 + random_below(&state, 11)) % 12;
        for (unsigned i = 0; i < old.customers[b].count; i++)
            add_account(&new.customers[a], old.customers[b].accounts[i]);
        if (round % 3 == 1)
            name_customer(&new.customers[a], b, 'c');
        else if (round % 3 == 2)
            name_customer(&new.customers[a], 99, 'g');
        new.customers[a].revenue += (int)random_below(&state, 900);
        new.customers[b] = new.customers[--new.count];
        assert_int_equal(compare_kin(&kin, sides, some_forms(&state), ""), KAM_OK);
        assert_int_equal(kin.diff.moves[KAM_MOVE_NEW], 0);
        assert_int_equal(kin.diff.moves[KAM_MOVE_LOST], 0);
        assert_int_equal(kin.diff.moves[KAM_MOVE_SPLIT], 0);
        assert_int_equal(kin.diff.moves[KAM_MOVE_MERGED], 1);
        stop_kin(&kin);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_second_implementation_agrees),
        cmocka_unit_test(scripted_events_come_out),
        cmocka_unit_test(merging_two_customers_is_no_loss_and_no_arrival),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
