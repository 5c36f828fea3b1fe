#include "diff/bonds.h"
#include "base/sort.h"
#include "base/sortkeys.h"

#include <stdlib.h>

static bool is_left(const struct kam_bonds *bonds, int side, uint32_t row)
{
    return bonds->kin[side]->ties[row] == KAM_TIE_NONE;
}

static struct kam_text id_of(const struct kam_snapshot *snapshot, uint32_t row)
{
    return kam_table_cell(&snapshot->table, row, snapshot->account_id);
}

static enum kam_status revenue_of(const struct kam_bonds *bonds, int side, uint32_t row,
                                  struct kam_decimal *revenue, struct kam_error *error)
{
    const struct kam_snapshot *snapshot = bonds->snapshots[side];
    bool empty;

    return kam_table_number(&snapshot->table, row, snapshot->revenue, revenue, &empty, error);
}

/* ---- counting ---------------------------------------------------------------------------------
 */

/* The accounts that tie something, by the rows they were in and are in, as KEYS. */
static bool sort_accounts(const struct kam_bonds *bonds, uint32_t *const homes[KAM_SIDES],
                          uint32_t count, uint32_t *accounts, uint64_t *keys, size_t *found)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t old = homes[KAM_SIDE_OLD][i], new = homes[KAM_SIDE_NEW][i];
        if (old == KAM_NONE || new == KAM_NONE ||
            (!is_left(bonds, KAM_SIDE_OLD, old) && !is_left(bonds, KAM_SIDE_NEW, new)))
            continue;
        keys[i] = (uint64_t)old << 32 | new;
        accounts[(*found)++] = i;
    }
    return kam_sort_by_keys(accounts, keys, *found);
}

static void count_accounts(struct kam_bonds *bonds, const uint32_t *accounts, const uint64_t *keys,
                           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint64_t key = keys[accounts[i]];
        if (i == 0 || key != keys[accounts[i - 1]])
            bonds->bonds[bonds->count++] =
                (struct kam_bond){.rows = {(uint32_t)(key >> 32), (uint32_t)key}};
        bonds->bonds[bonds->count - 1].accounts++;
    }
}

bool kam_bonds_init(struct kam_bonds *bonds, const struct kam_snapshot *const snapshots[KAM_SIDES],
                    struct kam_kin *const kin[KAM_SIDES], uint32_t *const homes[KAM_SIDES],
                    uint32_t count)
{
    uint32_t *accounts = malloc(((size_t)count + 1) * sizeof *accounts);
    uint64_t *keys = malloc(((size_t)count + 1) * sizeof *keys);
    size_t found = 0;

    *bonds = (struct kam_bonds){.snapshots = {snapshots[KAM_SIDE_OLD], snapshots[KAM_SIDE_NEW]},
                                .kin = {kin[KAM_SIDE_OLD], kin[KAM_SIDE_NEW]}};
    bool ok = accounts && keys && sort_accounts(bonds, homes, count, accounts, keys, &found);
    if (ok)
        bonds->bonds = malloc((found + 1) * sizeof *bonds->bonds);
    if (bonds->bonds)
        count_accounts(bonds, accounts, keys, found);
    free(accounts);
    free(keys);
    return bonds->bonds != NULL;
}

void kam_bonds_free(struct kam_bonds *bonds)
{
    free(bonds->bonds);
    bonds->bonds = NULL;
    bonds->count = 0;
}

/* ---- pairs ------------------------------------------------------------------------------------
 */

/* Bonds between rows that are both left over, which may become pairs. */
struct proposals {
    const struct kam_bonds *bonds;
    uint32_t *order;              /* bonds */
    struct kam_decimal *revenues; /* of each bond that is in the order: of both rows together */
    size_t count;
};

static enum kam_status propose(struct proposals *proposals, uint32_t number,
                               struct kam_error *error)
{
    const struct kam_bonds *bonds = proposals->bonds;
    const struct kam_bond *bond = &bonds->bonds[number];
    struct kam_decimal sum, revenue;
    enum kam_status status = revenue_of(bonds, KAM_SIDE_OLD, bond->rows[KAM_SIDE_OLD], &sum, error);

    if (!status)
        status = revenue_of(bonds, KAM_SIDE_NEW, bond->rows[KAM_SIDE_NEW], &revenue, error);
    if (!status && !kam_decimal_add(&sum, revenue))
        status = kam_error_set(error, KAM_DATA, "the sum of two revenues is too large a number");
    proposals->revenues[number] = sum;
    proposals->order[proposals->count++] = number;
    return status;
}

/* The ids of a bond, the smaller one first: the same whichever snapshot is the old one. */
static void ids_of(const struct kam_bonds *bonds, uint32_t number, struct kam_text ids[KAM_SIDES])
{
    const uint32_t *rows = bonds->bonds[number].rows;
    struct kam_text old = id_of(bonds->snapshots[KAM_SIDE_OLD], rows[KAM_SIDE_OLD]);
    struct kam_text new = id_of(bonds->snapshots[KAM_SIDE_NEW], rows[KAM_SIDE_NEW]);
    bool old_first = kam_text_order(old, new) <= 0;

    ids[0] = old_first ? old : new;
    ids[1] = old_first ? new : old;
}

static int compare_proposals(uint32_t a, uint32_t b, void *context)
{
    const struct proposals *proposals = context;
    const struct kam_bonds *bonds = proposals->bonds;
    struct kam_text ids_of_a[KAM_SIDES], ids_of_b[KAM_SIDES];

    if (bonds->bonds[a].accounts != bonds->bonds[b].accounts)
        return bonds->bonds[a].accounts > bonds->bonds[b].accounts ? -1 : 1;
    int order = kam_decimal_compare(proposals->revenues[b], proposals->revenues[a]);
    if (order)
        return order;
    ids_of(bonds, a, ids_of_a);
    ids_of(bonds, b, ids_of_b);
    order = kam_text_order(ids_of_a[0], ids_of_b[0]);
    return order ? order : kam_text_order(ids_of_a[1], ids_of_b[1]);
}

static void take_proposals(const struct proposals *proposals)
{
    const struct kam_bonds *bonds = proposals->bonds;

    for (size_t i = 0; i < proposals->count; i++) {
        const uint32_t *rows = bonds->bonds[proposals->order[i]].rows;
        if (!is_left(bonds, KAM_SIDE_OLD, rows[KAM_SIDE_OLD]) ||
            !is_left(bonds, KAM_SIDE_NEW, rows[KAM_SIDE_NEW]))
            continue;
        for (int side = 0; side < KAM_SIDES; side++) {
            bonds->kin[side]->others[rows[side]] = rows[KAM_SIDES - 1 - side];
            bonds->kin[side]->ties[rows[side]] = KAM_TIE_ACCOUNTS;
        }
    }
}

enum kam_status kam_bonds_pair(const struct kam_bonds *bonds, struct kam_error *error)
{
    struct proposals proposals = {.bonds = bonds};
    enum kam_status status = KAM_OK;

    proposals.order = malloc((bonds->count + 1) * sizeof *proposals.order);
    proposals.revenues = malloc((bonds->count + 1) * sizeof *proposals.revenues);
    if (!proposals.order || !proposals.revenues)
        status = kam_error_nomem(error);
    for (size_t i = 0; i < bonds->count && !status; i++)
        if (is_left(bonds, KAM_SIDE_OLD, bonds->bonds[i].rows[KAM_SIDE_OLD]) &&
            is_left(bonds, KAM_SIDE_NEW, bonds->bonds[i].rows[KAM_SIDE_NEW]))
            status = propose(&proposals, (uint32_t)i, error);
    if (!status && !kam_sort(proposals.order, proposals.count, compare_proposals, &proposals))
        status = kam_error_nomem(error);
    if (!status)
        take_proposals(&proposals);
    free(proposals.order);
    free(proposals.revenues);
    return status;
}

/* ---- parts ------------------------------------------------------------------------------------
 */

/* Whether bond A ties a part to a greater whole, on side WHOLE, than bond B ties it to. */
static enum kam_status is_greater(const struct kam_bonds *bonds, int whole,
                                  const struct kam_bond *a, const struct kam_bond *b, bool *greater,
                                  struct kam_error *error)
{
    struct kam_decimal of_a, of_b;

    *greater = a->accounts > b->accounts;
    if (a->accounts != b->accounts)
        return KAM_OK;
    enum kam_status status = revenue_of(bonds, whole, a->rows[whole], &of_a, error);
    if (!status)
        status = revenue_of(bonds, whole, b->rows[whole], &of_b, error);
    if (status)
        return status;
    int order = kam_decimal_compare(of_b, of_a);
    if (!order)
        order = kam_text_order(id_of(bonds->snapshots[whole], a->rows[whole]),
                               id_of(bonds->snapshots[whole], b->rows[whole]));
    *greater = order < 0;
    return KAM_OK;
}

/* What a row without a tie has in `others` is the best bond so far, until all were seen. */
enum kam_status kam_bonds_part(const struct kam_bonds *bonds, int side, struct kam_error *error)
{
    const struct kam_kin *kin = bonds->kin[side];
    int whole = KAM_SIDES - 1 - side;
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < bonds->count && !status; i++) {
        const struct kam_bond *bond = &bonds->bonds[i];
        uint32_t *best = &kin->others[bond->rows[side]];
        bool greater = true;
        if (!is_left(bonds, side, bond->rows[side]))
            continue;
        if (*best != KAM_NONE)
            status = is_greater(bonds, whole, bond, &bonds->bonds[*best], &greater, error);
        if (greater)
            *best = (uint32_t)i;
    }
    for (size_t i = 0; i < bonds->count; i++) {
        const struct kam_bond *bond = &bonds->bonds[i];
        uint32_t row = bond->rows[side];
        if (!is_left(bonds, side, row) || kin->others[row] != i)
            continue;
        kin->others[row] = bond->rows[whole];
        kin->ties[row] = KAM_TIE_PART;
    }
    return status;
}
