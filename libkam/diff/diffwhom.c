#include "diff/diffwhom.h"

#include "explain/whom.h"

/* One of the two snapshots, as this module goes through them. */
struct place {
    const struct kam_snapshot *snapshot;
    const struct kam_roster *roster;
    const struct kam_kin *kin;
    enum kam_diff_membership membership; /* of who is found by an account there */
};

enum { NEW, OLD, PLACES };

/* The movement of the customer in ROW of place NUMBER; NULL if that is a prospect. */
static const struct kam_movement *movement_of(const struct kam_diff *diff, size_t number,
                                              uint32_t row)
{
    for (size_t i = 0; row != KAM_NONE && i < diff->count; i++) {
        const struct kam_movement *movement = &diff->movements[i];
        if ((number == NEW ? movement->new_row : movement->old_row) == row)
            return movement;
    }
    return NULL;
}

/* What ROW of place NUMBER is in both. A customer may be a prospect in the other one. */
static void take(const struct kam_diff *diff, const struct place *places, size_t number,
                 uint32_t row, struct kam_diff_whom *whom)
{
    size_t other = number == NEW ? OLD : NEW;
    enum kam_tie tie = kam_kin_tie(places[number].kin, row);
    bool is_pair = tie == KAM_TIE_KEY || tie == KAM_TIE_ACCOUNTS;
    uint32_t rows[PLACES];

    rows[number] = row;
    rows[other] = is_pair ? places[number].kin->others[row] : (uint32_t)KAM_NONE;
    whom->new_row = rows[NEW];
    whom->old_row = rows[OLD];
    whom->movement = movement_of(diff, number, row);
    if (!whom->movement)
        whom->movement = movement_of(diff, other, rows[other]);
}

/* The row of PLACE where ASKED is meant by anything but its own id; KAM_NONE: none. */
static enum kam_status find_other(const struct place *place, struct kam_text asked, uint32_t *row,
                                  enum kam_diff_membership *membership, struct kam_error *error)
{
    struct kam_whom whom;
    uint32_t listed = kam_roster_listed(place->roster, asked);

    *membership = place->membership;
    *row = listed == KAM_NONE ? (uint32_t)KAM_NONE : place->roster->list.owners[listed];
    if (*row != KAM_NONE)
        return KAM_OK;
    enum kam_status status = kam_whom_find(&place->snapshot->table, asked, &whom, error);
    *row = status ? (uint32_t)KAM_NONE : whom.row;
    if (!status && !whom.is_member)
        *membership = KAM_MEMBER_OF_NONE;
    return status;
}

enum kam_status kam_diff_whom_find(const struct kam_diff *diff, struct kam_text asked,
                                   struct kam_diff_whom *whom, struct kam_error *error)
{
    const struct place places[PLACES] = {
        [NEW] = {diff->new, diff->new_roster, &diff->kinship.new, KAM_MEMBER_OF_NEW},
        [OLD] = {diff->old, diff->old_roster, &diff->kinship.old, KAM_MEMBER_OF_OLD}};
    const struct kam_table *tables[] = {&diff->new->table, &diff->old->table};

    *whom = (struct kam_diff_whom){.old_row = KAM_NONE, .new_row = KAM_NONE};
    for (size_t i = 0; i < PLACES; i++) {
        uint32_t row = kam_row_index_row(&places[i].snapshot->index, asked);
        if (row == KAM_NONE)
            continue;
        take(diff, places, i, row, whom);
        return KAM_OK;
    }
    for (size_t i = 0; i < PLACES; i++) {
        uint32_t row;
        enum kam_status status = find_other(&places[i], asked, &row, &whom->membership, error);
        if (status)
            return status;
        if (row == KAM_NONE)
            continue;
        take(diff, places, i, row, whom);
        return KAM_OK;
    }
    return kam_whom_reject_among(tables, PLACES, asked, error);
}
