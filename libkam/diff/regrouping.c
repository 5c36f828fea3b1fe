#include "diff/regrouping.h"
#include "base/ranges.h"
#include "diff/bonds.h"

#include <stdlib.h>

enum { OLD = KAM_SIDE_OLD, NEW = KAM_SIDE_NEW, SIDES = KAM_SIDES };

struct regrouping {
    const struct kam_roster *rosters[SIDES];
    struct kam_kin *kin[SIDES];
    struct kam_map ids;     /* of the accounts that are looked for */
    uint32_t *homes[SIDES]; /* of each: the row that has it there, or KAM_NONE */
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

static bool seek_customers(struct regrouping *regrouping, int side, const uint32_t *rows,
                           size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!kam_snapshot_is_prospect(snapshot_of(regrouping, side), rows[i]) &&
            !seek_all_of(regrouping, side, rows[i]))
            return false;
    return true;
}

/* They are all over the memory: what some of them need is on its way before it is looked at. */
static bool seek_leftovers(struct regrouping *regrouping, int side)
{
    enum { AT_ONCE = 32 };
    const struct kam_table *table = &snapshot_of(regrouping, side)->table;
    uint32_t rows[AT_ONCE];
    size_t count = 0;

    for (uint32_t row = 0; row < table->count; row++) {
        if (regrouping->kin[side]->ties[row] != KAM_TIE_NONE)
            continue;
        kam_table_expect(table, row);
        rows[count++] = row;
        if (count == AT_ONCE) {
            if (!seek_customers(regrouping, side, rows, count))
                return false;
            count = 0;
        }
    }
    return seek_customers(regrouping, side, rows, count);
}

static struct kam_text listed(const struct kam_roster_walk *walk, uint32_t i)
{
    const struct kam_list_of_members *list = &walk->roster->list;

    return kam_table_cell(&list->table, list->order[walk->at + i], list->account);
}

/* Whether it is plain to see that both rows have the same accounts, their ids included. */
static bool are_alike(const struct kam_roster_walk walks[SIDES])
{
    uint32_t count = walks[OLD].end - walks[OLD].at;

    if (walks[NEW].end - walks[NEW].at != count || !kam_text_equal(walks[OLD].id, walks[NEW].id) ||
        !kam_text_equal(walks[OLD].rest, walks[NEW].rest))
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (!kam_text_equal(listed(&walks[OLD], i), listed(&walks[NEW], i)))
            return false;
    return true;
}

/* Pairs that aren't alike are marked as regrouped, until it shows whether they are. */
static enum kam_status mark_range(void *context, size_t slot, size_t from, size_t to,
                                  struct kam_error *error)
{
    enum { AHEAD = 8, FAR_AHEAD = 32 };
    const struct regrouping *regrouping = context;
    const struct kam_table *new = &snapshot_of(regrouping, NEW)->table;
    const struct kam_kin *kin = regrouping->kin[OLD];

    (void)slot, (void)error;
    for (size_t row = from; row < to; row++) {
        if (row + FAR_AHEAD < to && kin->others[row + FAR_AHEAD] != KAM_NONE)
            kam_table_expect_place(new, kin->others[row + FAR_AHEAD]);
        if (row + AHEAD < to && kin->others[row + AHEAD] != KAM_NONE)
            kam_table_expect_first(new, kin->others[row + AHEAD]);
        if (kin->others[row] == KAM_NONE)
            continue;
        const struct kam_roster_walk walks[SIDES] = {
            kam_roster_walk(regrouping->rosters[OLD], (uint32_t)row),
            kam_roster_walk(regrouping->rosters[NEW], kin->others[row])};
        if (!are_alike(walks))
            kin->ties[row] |= KAM_REGROUPED;
    }
    return KAM_OK;
}

/*
 * The accounts that only one of a pair has, whose ids are equal. Both sides are in byte order, as
 * kam-merge-group writes them; of any other order more than these are looked for, which changes
 * nothing.
 */
static bool seek_differences(struct regrouping *regrouping, const uint32_t rows[SIDES])
{
    struct kam_roster_walk walks[SIDES];
    struct kam_text accounts[SIDES];
    bool more[SIDES], ok = true, nomem = false;

    for (int side = 0; side < SIDES; side++) {
        walks[side] = kam_roster_walk(regrouping->rosters[side], rows[side]);
        more[side] =
            kam_roster_next(&walks[side], &accounts[side], &regrouping->scratch[side], &nomem);
    }
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

static bool seek_pair(struct regrouping *regrouping, const uint32_t rows[SIDES])
{
    const struct kam_snapshot *old = snapshot_of(regrouping, OLD);
    const struct kam_snapshot *new = snapshot_of(regrouping, NEW);

    if (kam_text_equal(kam_table_cell(&old->table, rows[OLD], old->account_id),
                       kam_table_cell(&new->table, rows[NEW], new->account_id)))
        return seek_differences(regrouping, rows);
    return seek_all_of(regrouping, OLD, rows[OLD]) && seek_all_of(regrouping, NEW, rows[NEW]);
}

/* The accounts of the pairs that are marked, which they are no more. */
static bool seek_pairs(struct regrouping *regrouping)
{
    struct kam_kin *kin = regrouping->kin[OLD];

    for (uint32_t row = 0; row < rows_of(regrouping, OLD); row++) {
        const uint32_t rows[SIDES] = {row, kin->others[row]};
        if (!kam_kin_is_regrouped(kin, row))
            continue;
        kin->ties[row] &= (unsigned char)~KAM_REGROUPED;
        if (!seek_pair(regrouping, rows))
            return false;
    }
    return true;
}

static enum kam_status find_accounts(struct regrouping *regrouping, unsigned threads,
                                     struct kam_error *error)
{
    const struct kam_ranges ranges = {.work = mark_range,
                                      .context = regrouping,
                                      .count = rows_of(regrouping, OLD),
                                      .threads = threads};
    enum kam_status status = kam_ranges_run(&ranges, error);

    if (!status && (!seek_leftovers(regrouping, OLD) || !seek_leftovers(regrouping, NEW) ||
                    !seek_pairs(regrouping)))
        status = kam_error_nomem(error);
    return status;
}

/* ---- whose they are ---------------------------------------------------------------------------
 */

static enum kam_status find_home(void *context, size_t slot, size_t from, size_t to,
                                 struct kam_error *error)
{
    struct regrouping *regrouping = context;
    enum kam_status status = KAM_OK;

    (void)slot;
    for (size_t side = from; side < to && !status; side++)
        status = kam_roster_find(regrouping->rosters[side], &regrouping->ids,
                                 regrouping->homes[side], error);
    return status;
}

/* By a thread for each side, as a pass over all accounts is needed. */
static enum kam_status find_homes(struct regrouping *regrouping, unsigned threads,
                                  struct kam_error *error)
{
    const struct kam_ranges sides = {
        .work = find_home, .context = regrouping, .count = SIDES, .threads = threads, .at_once = 1};

    for (int side = 0; side < SIDES; side++) {
        regrouping->homes[side] =
            malloc(((size_t)regrouping->ids.count + 1) * sizeof *regrouping->homes[side]);
        if (!regrouping->homes[side])
            return kam_error_nomem(error);
    }
    return kam_ranges_run(&sides, error);
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

static enum kam_status tie_rows(struct regrouping *regrouping, struct kam_error *error)
{
    const struct kam_snapshot *snapshots[SIDES] = {snapshot_of(regrouping, OLD),
                                                   snapshot_of(regrouping, NEW)};
    struct kam_bonds bonds = {.count = 0};
    enum kam_status status = KAM_OK;

    if (!kam_bonds_init(&bonds, snapshots, regrouping->kin, regrouping->homes,
                        regrouping->ids.count))
        status = kam_error_nomem(error);
    if (!status)
        status = kam_bonds_pair(&bonds, error);
    for (int side = 0; side < SIDES && !status; side++)
        status = kam_bonds_part(&bonds, side, error);
    kam_bonds_free(&bonds);
    return status;
}

enum kam_status kam_regroup(struct kam_kinship *kinship, const struct kam_roster *old,
                            const struct kam_roster *new, unsigned threads, struct kam_error *error)
{
    struct regrouping regrouping = {.rosters = {old, new}, .kin = {&kinship->old, &kinship->new}};
    enum kam_status status = find_accounts(&regrouping, threads, error);

    if (!status && regrouping.ids.count) {
        status = find_homes(&regrouping, threads, error);
        if (!status)
            status = tie_rows(&regrouping, error);
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
    return status;
}
