#include "diff/historylink.h"

enum kam_status kam_historylinks_find(struct kam_historylinks *links,
                                      const struct kam_snapshot *old,
                                      const struct kam_snapshot *new, unsigned threads,
                                      struct kam_error *error)
{
    const struct kam_kinship_keys keys = {&new->index, old->account_id};
    struct kam_roster old_roster = {.snapshot = NULL}, new_roster = {.snapshot = NULL};
    size_t stray;
    enum kam_status status = kam_roster_init(&old_roster, old, NULL, NULL, &stray, error);

    *links = (struct kam_historylinks){.old = old, .new = new};
    if (!status)
        status = kam_roster_init(&new_roster, new, NULL, NULL, &stray, error);
    if (!status)
        status = kam_kinship_find(&links->kinship, &old_roster, &new_roster, &keys, threads, error);
    kam_roster_free(&old_roster);
    kam_roster_free(&new_roster);
    return status;
}

void kam_historylinks_free(struct kam_historylinks *links)
{
    kam_kinship_free(&links->kinship);
    *links = (struct kam_historylinks){.old = NULL};
}

/* Whether a row, whose kin is KIN, is a pair with one of OTHER that isn't a prospect. */
static bool is_pair(const struct kam_kin *kin, uint32_t row, const struct kam_snapshot *other)
{
    switch (kam_kin_tie(kin, row)) {
    case KAM_TIE_NONE:
    case KAM_TIE_PART:
        return false;
    case KAM_TIE_KEY:
    case KAM_TIE_ACCOUNTS:
        break;
    }
    return !kam_snapshot_is_prospect(other, kin->others[row]);
}

enum kam_ending kam_historylinks_ending(const struct kam_historylinks *links, uint32_t row)
{
    const struct kam_kin *kin = &links->kinship.old;

    if (is_pair(kin, row, links->new))
        return KAM_ENDING_NONE;
    return kam_kin_tie(kin, row) == KAM_TIE_PART ? KAM_ENDING_MERGED : KAM_ENDING_LOST;
}

uint32_t kam_historylinks_before(const struct kam_historylinks *links, uint32_t row)
{
    const struct kam_kin *kin = &links->kinship.new;

    return is_pair(kin, row, links->old) ? kin->others[row] : KAM_NONE;
}
