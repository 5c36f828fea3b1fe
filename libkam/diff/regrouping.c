#include "diff/regrouping.h"
#include "diff/bonds.h"

#include <stdlib.h>

enum { OLD = KAM_OLD, NEW = KAM_NEW, SIDES = KAM_SIDES };

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

static enum kam_status tie(struct regrouping *regrouping, struct kam_error *error)
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
                            const struct kam_roster *new, struct kam_error *error)
{
    struct regrouping regrouping = {.rosters = {old, new}, .kin = {&kinship->old, &kinship->new}};
    enum kam_status status = find_homes(&regrouping, error);

    if (!status && regrouping.ids.count) {
        status = tie(&regrouping, error);
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
