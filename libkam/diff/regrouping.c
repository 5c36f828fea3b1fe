#include "diff/regrouping.h"
#include "base/sort.h"

#include <stdlib.h>

enum { OLD, NEW, SIDES };

/* So many accounts went from one row left over to another. */
struct bond {
    uint32_t rows[SIDES];
    uint32_t accounts;
    struct kam_decimal revenue; /* of both together */
};

struct regrouping {
    const struct kam_roster *rosters[SIDES];
    struct kam_kin *kin[SIDES];
    struct kam_map ids;     /* of the accounts that are looked for */
    uint32_t *homes[SIDES]; /* of each: the row that has it there, or KAM_NONE */
    struct bond *bonds;
    size_t bond_count, bonds_capacity;
    struct kam_buffer scratch[SIDES];
};

static size_t rows_of(const struct regrouping *regrouping, int side)
{
    return regrouping->rosters[side]->snapshot->table.count;
}

static const struct kam_snapshot *snapshot_of(const struct regrouping *regrouping, int side)
{
    return regrouping->rosters[side]->snapshot;
}

/* ---- which accounts matter --------------------------------------------------------------------
 */

static bool seek(struct regrouping *regrouping, struct kam_text account)
{
    uint32_t number;

    return kam_map_intern(&regrouping->ids, account, &number);
}

static bool seek_all_of(struct regrouping *regrouping, int side, uint32_t row)
{
    struct kam_roster_walk walk = kam_roster_walk(regrouping->rosters[side], row);
    struct kam_text account;
    bool nomem = false, ok = seek(regrouping, walk.id);

    while (ok && kam_roster_next(&walk, &account, &regrouping->scratch[side], &nomem))
        ok = seek(regrouping, account);
    return ok && !nomem;
}

static bool seek_leftovers(struct regrouping *regrouping, int side)
{
    const struct kam_snapshot *snapshot = snapshot_of(regrouping, side);

    for (uint32_t row = 0; row < rows_of(regrouping, side); row++)
        if (regrouping->kin[side]->ties[row] == KAM_TIE_NONE &&
            !kam_snapshot_is_prospect(snapshot, row) && !seek_all_of(regrouping, side, row))
            return false;
    return true;
}

/*
 * The accounts that only one of a pair has. Both sides are in byte order, as kam-merge-group writes
 * them; of any other order more than these are looked for, which changes nothing.
 */
static bool seek_differences(struct regrouping *regrouping, const uint32_t rows[SIDES])
{
    struct kam_roster_walk walks[SIDES];
    struct kam_text accounts[SIDES];
    bool more[SIDES], ok = true, nomem = false;

    for (int side = 0; side < SIDES; side++)
        walks[side] = kam_roster_walk(regrouping->rosters[side], rows[side]);
    if (kam_text_equal(walks[OLD].rest, walks[NEW].rest) && walks[OLD].at == walks[OLD].end &&
        walks[NEW].at == walks[NEW].end && kam_text_equal(walks[OLD].id, walks[NEW].id))
        return true;
    if (!kam_text_equal(walks[OLD].id, walks[NEW].id))
        return seek_all_of(regrouping, OLD, rows[OLD]) && seek_all_of(regrouping, NEW, rows[NEW]);
    for (int side = 0; side < SIDES; side++)
        more[side] =
            kam_roster_next(&walks[side], &accounts[side], &regrouping->scratch[side], &nomem);
    while (ok && !nomem && (more[OLD] || more[NEW])) {
        int order = !more[OLD] ? 1 : !more[NEW] ? -1 : kam_text_order(accounts[OLD], accounts[NEW]);
        if (order)
            ok = seek(regrouping, accounts[order < 0 ? OLD : NEW]);
        for (int side = 0; side < SIDES; side++)
            if (ok && (side == OLD ? order <= 0 : order >= 0))
                more[side] = kam_roster_next(&walks[side], &accounts[side],
                                             &regrouping->scratch[side], &nomem);
    }
    return ok && !nomem;
}

static bool seek_pairs(struct regrouping *regrouping)
{
    for (uint32_t row = 0; row < rows_of(regrouping, OLD); row++) {
        const uint32_t rows[SIDES] = {row, regrouping->kin[OLD]->others[row]};
        if (rows[NEW] != KAM_NONE && !seek_differences(regrouping, rows))
            return false;
    }
    return true;
}

static enum kam_status find_homes(struct regrouping *regrouping, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    if (!seek_leftovers(regrouping, OLD) || !seek_leftovers(regrouping, NEW) ||
        !seek_pairs(regrouping))
        return kam_error_nomem(error);
    for (int side = 0; side < SIDES && !status; side++) {
        regrouping->homes[side] = malloc(((size_t)regrouping->ids.count + 1) * sizeof(uint32_t));
        if (!regrouping->homes[side])
            return kam_error_nomem(error);
        if (regrouping->ids.count)
            status = kam_roster_find(regrouping->rosters[side], &regrouping->ids,
                                     regrouping->homes[side], error);
    }
    return status;
}

/* ---- pairs of rows left over ------------------------------------------------------------------
 */

static bool is_left(const struct regrouping *regrouping, int side, uint32_t row)
{
    return regrouping->kin[side]->ties[row] == KAM_TIE_NONE;
}

static int compare_accounts(uint32_t a, uint32_t b, void *context)
{
    const struct regrouping *regrouping = context;

    for (int side = 0; side < SIDES; side++) {
        uint32_t x = regrouping->homes[side][a], y = regrouping->homes[side][b];
        if (x != y)
            return x < y ? -1 : 1;
    }
    return 0;
}

/* Accounts whose homes are both left over, those of the same two one after another. */
static bool sort_accounts(struct regrouping *regrouping, uint32_t *accounts, size_t *count)
{
    for (uint32_t i = 0; i < regrouping->ids.count; i++) {
        uint32_t old = regrouping->homes[OLD][i], new = regrouping->homes[NEW][i];
        if (old != KAM_NONE && new != KAM_NONE && is_left(regrouping, OLD, old) &&
            is_left(regrouping, NEW, new))
            accounts[(*count)++] = i;
    }
    return kam_sort(accounts, *count, compare_accounts, regrouping);
}

static enum kam_status revenue_of(const struct regrouping *regrouping, int side, uint32_t row,
                                  struct kam_decimal *revenue, struct kam_error *error)
{
    const struct kam_snapshot *snapshot = snapshot_of(regrouping, side);
    bool empty;

    return kam_table_number(&snapshot->table, row, snapshot->revenue, revenue, &empty, error);
}

static enum kam_status add_bond(struct regrouping *regrouping, uint32_t account, uint32_t accounts,
                                struct kam_error *error)
{
    struct bond bond = {.accounts = accounts};
    struct kam_decimal revenue;
    enum kam_status status = KAM_OK;

    for (int side = 0; side < SIDES; side++)
        bond.rows[side] = regrouping->homes[side][account];
    status = revenue_of(regrouping, OLD, bond.rows[OLD], &bond.revenue, error);
    if (!status)
        status = revenue_of(regrouping, NEW, bond.rows[NEW], &revenue, error);
    if (!status && !kam_decimal_add(&bond.revenue, revenue))
        status = kam_error_set(error, KAM_DATA, "the sum of two revenues is too large a number");
    if (!status && !kam_array_reserve(&regrouping->bonds, &regrouping->bonds_capacity,
                                      regrouping->bond_count + 1, sizeof *regrouping->bonds))
        status = kam_error_nomem(error);
    if (!status)
        regrouping->bonds[regrouping->bond_count++] = bond;
    return status;
}

/* The ids of a bond, the smaller one first: the same whichever snapshot is the old one. */
static void ids_of(const struct regrouping *regrouping, const struct bond *bond,
                   struct kam_text ids[SIDES])
{
    for (int side = 0; side < SIDES; side++) {
        const struct kam_snapshot *snapshot = snapshot_of(regrouping, side);
        ids[side] = kam_table_cell(&snapshot->table, bond->rows[side], snapshot->account_id);
    }
    if (kam_text_order(ids[OLD], ids[NEW]) > 0) {
        struct kam_text smaller = ids[NEW];
        ids[NEW] = ids[OLD];
        ids[OLD] = smaller;
    }
}

static int compare_bonds(uint32_t a, uint32_t b, void *context)
{
    const struct regrouping *regrouping = context;
    const struct bond *x = &regrouping->bonds[a], *y = &regrouping->bonds[b];
    struct kam_text ids_of_x[SIDES], ids_of_y[SIDES];
    int order = kam_decimal_compare(y->revenue, x->revenue);

    if (x->accounts != y->accounts)
        return x->accounts > y->accounts ? -1 : 1;
    if (order)
        return order;
    ids_of(regrouping, x, ids_of_x);
    ids_of(regrouping, y, ids_of_y);
    order = kam_text_order(ids_of_x[0], ids_of_y[0]);
    return order ? order : kam_text_order(ids_of_x[1], ids_of_y[1]);
}

static void tie(struct regrouping *regrouping, const uint32_t rows[SIDES], enum kam_tie kind)
{
    for (int side = 0; side < SIDES; side++) {
        regrouping->kin[side]->others[rows[side]] = rows[SIDES - 1 - side];
        regrouping->kin[side]->ties[rows[side]] = (unsigned char)kind;
    }
}

static bool take_bonds(struct regrouping *regrouping)
{
    uint32_t *order = malloc((regrouping->bond_count + 1) * sizeof *order);
    bool ok = order != NULL;

    for (size_t i = 0; ok && i < regrouping->bond_count; i++)
        order[i] = (uint32_t)i;
    ok = ok && kam_sort(order, regrouping->bond_count, compare_bonds, regrouping);
    for (size_t i = 0; ok && i < regrouping->bond_count; i++) {
        const struct bond *bond = &regrouping->bonds[order[i]];
        if (is_left(regrouping, OLD, bond->rows[OLD]) && is_left(regrouping, NEW, bond->rows[NEW]))
            tie(regrouping, bond->rows, KAM_TIE_ACCOUNTS);
    }
    free(order);
    return ok;
}

static enum kam_status pair_leftovers(struct regrouping *regrouping, struct kam_error *error)
{
    size_t count = 0, from = 0;
    uint32_t *accounts = malloc(((size_t)regrouping->ids.count + 1) * sizeof *accounts);
    enum kam_status status = KAM_OK;

    if (!accounts || !sort_accounts(regrouping, accounts, &count))
        status = kam_error_nomem(error);
    while (!status && from < count) {
        size_t to = from + 1;
        while (to < count && compare_accounts(accounts[from], accounts[to], regrouping) == 0)
            to++;
        status = add_bond(regrouping, accounts[from], (uint32_t)(to - from), error);
        from = to;
    }
    if (!status && !take_bonds(regrouping))
        status = kam_error_nomem(error);
    free(accounts);
    return status;
}

/* ---- merged and split ones --------------------------------------------------------------------
 */

/* Whether row A of SIDE goes before row B where nothing else tells. */
static enum kam_status goes_before(const struct regrouping *regrouping, int side, uint32_t a,
                                   uint32_t b, bool *before, struct kam_error *error)
{
    const struct kam_snapshot *snapshot = snapshot_of(regrouping, side);
    struct kam_decimal of_a, of_b;
    enum kam_status status = revenue_of(regrouping, side, a, &of_a, error);

    if (!status)
        status = revenue_of(regrouping, side, b, &of_b, error);
    if (status)
        return status;
    int order = kam_decimal_compare(of_b, of_a);
    if (!order)
        order = kam_text_order(kam_table_cell(&snapshot->table, a, snapshot->account_id),
                               kam_table_cell(&snapshot->table, b, snapshot->account_id));
    *before = order < 0;
    return KAM_OK;
}

/* One account more of a row left over is in HOME of SIDE, where TALLY counts; *MOST is the best. */
static enum kam_status count_home(const struct regrouping *regrouping, int side, uint32_t home,
                                  uint32_t *tally, uint32_t *most, struct kam_error *error)
{
    bool better = true;
    enum kam_status status = KAM_OK;

    tally[home]++;
    if (*most == home)
        return KAM_OK;
    if (*most != KAM_NONE) {
        better = tally[home] > tally[*most];
        if (tally[home] == tally[*most])
            status = goes_before(regrouping, side, home, *most, &better, error);
    }
    if (better)
        *most = home;
    return status;
}

/* Row ROW of SIDE, left over, is a part of the customer of the other side that has most of it. */
static enum kam_status find_whole(struct regrouping *regrouping, int side, uint32_t row,
                                  uint32_t *tally, struct kam_error *error)
{
    int other = SIDES - 1 - side;
    const uint32_t *homes = regrouping->homes[other];
    struct kam_roster_walk walk = kam_roster_walk(regrouping->rosters[side], row), again = walk;
    struct kam_text account = walk.id;
    uint32_t most = KAM_NONE;
    enum kam_status status = KAM_OK;
    bool nomem = false, more = true;

    while (more && !status) {
        uint32_t home = homes[kam_map_find(&regrouping->ids, account)];
        if (home != KAM_NONE)
            status = count_home(regrouping, other, home, tally, &most, error);
        more = kam_roster_next(&walk, &account, &regrouping->scratch[side], &nomem);
    }
    for (account = again.id, more = true; more && !nomem;
         more = kam_roster_next(&again, &account, &regrouping->scratch[side], &nomem)) {
        uint32_t home = homes[kam_map_find(&regrouping->ids, account)];
        if (home != KAM_NONE)
            tally[home] = 0;
    }
    if (!status && most != KAM_NONE) {
        regrouping->kin[side]->others[row] = most;
        regrouping->kin[side]->ties[row] = KAM_TIE_PART;
    }
    return nomem ? kam_error_nomem(error) : status;
}

static enum kam_status find_wholes(struct regrouping *regrouping, int side, struct kam_error *error)
{
    const struct kam_snapshot *snapshot = snapshot_of(regrouping, side);
    uint32_t *tally = calloc(rows_of(regrouping, SIDES - 1 - side) + 1, sizeof *tally);
    enum kam_status status = tally ? KAM_OK : kam_error_nomem(error);

    for (uint32_t row = 0; row < rows_of(regrouping, side) && !status; row++)
        if (is_left(regrouping, side, row) && !kam_snapshot_is_prospect(snapshot, row))
            status = find_whole(regrouping, side, row, tally, error);
    free(tally);
    return status;
}

/* ---- accounts that moved ----------------------------------------------------------------------
 */

/* Whether ROW of SIDE has a pair, which has to do with accounts that moved. */
static void note(struct regrouping *regrouping, int side, uint32_t row)
{
    unsigned char *tie = &regrouping->kin[side]->ties[row];

    if (*tie != KAM_TIE_NONE && *tie != KAM_TIE_PART)
        *tie |= KAM_REGROUPED;
}

static void note_moved(struct regrouping *regrouping)
{
    for (uint32_t i = 0; i < regrouping->ids.count; i++) {
        uint32_t old = regrouping->homes[OLD][i], new = regrouping->homes[NEW][i];
        if (old == KAM_NONE || new == KAM_NONE ||
            (regrouping->kin[OLD]->others[old] == new && regrouping->kin[NEW]->others[new] == old))
            continue;
        note(regrouping, OLD, old);
        note(regrouping, NEW, new);
    }
}

/* A pair is regrouped if one of its rows is. */
static void share_notes(struct regrouping *regrouping)
{
    struct kam_kin *old = regrouping->kin[OLD], *new = regrouping->kin[NEW];

    for (size_t row = 0; row < rows_of(regrouping, OLD); row++) {
        enum kam_tie tie = kam_kin_tie(old, row);
        if (tie != KAM_TIE_KEY && tie != KAM_TIE_ACCOUNTS)
            continue;
        unsigned char *other = &new->ties[old->others[row]];
        unsigned char regrouped = (unsigned char)((old->ties[row] | *other) & KAM_REGROUPED);
        old->ties[row] |= regrouped;
        *other |= regrouped;
    }
}

enum kam_status kam_regroup(struct kam_kinship *kinship, const struct kam_roster *old,
                            const struct kam_roster *new, struct kam_error *error)
{
    struct regrouping regrouping = {.rosters = {old, new}, .kin = {&kinship->old, &kinship->new}};
    enum kam_status status = find_homes(&regrouping, error);

    if (!status && regrouping.ids.count) {
        status = pair_leftovers(&regrouping, error);
        for (int side = 0; side < SIDES && !status; side++)
            status = find_wholes(&regrouping, side, error);
        if (!status) {
            note_moved(&regrouping);
            share_notes(&regrouping);
        }
    }
    kam_map_free(&regrouping.ids);
    for (int side = 0; side < SIDES; side++) {
        free(regrouping.homes[side]);
        kam_buffer_free(&regrouping.scratch[side]);
    }
    free(regrouping.bonds);
    return status;
}
