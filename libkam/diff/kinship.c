#include "diff/kinship.h"
#include "base/ranges.h"
#include "diff/regrouping.h"

#include <stdlib.h>

struct pairing {
    struct kam_kinship *kinship;
    const struct kam_table *old;
    const struct kam_kinship_keys *keys;
};

/* A new row is the pair of one old row at most: nothing here is written by two threads. */
static enum kam_status pair_range(void *context, size_t slot, size_t from, size_t to,
                                  struct kam_error *error)
{
    const struct pairing *pairing = context;
    struct kam_kin *old = &pairing->kinship->old, *new = &pairing->kinship->new;

    (void)slot, (void)error;
    kam_row_index_find(pairing->keys->new_index, pairing->old, pairing->keys->old_column, from,
                       to - from, old->others + from);
    for (size_t row = from; row < to; row++) {
        uint32_t other = old->others[row];
        if (other == KAM_NONE)
            continue;
        old->ties[row] = KAM_TIE_KEY;
        new->others[other] = (uint32_t)row;
        new->ties[other] = KAM_TIE_KEY;
    }
    return KAM_OK;
}

static bool make_kin(struct kam_kin *kin, size_t rows)
{
    kin->others = kam_pages_alloc((rows + 1) * sizeof *kin->others);
    kin->ties = calloc(rows + 1, sizeof *kin->ties);
    if (!kin->others || !kin->ties)
        return false;
    memset(kin->others, 0xFF, rows * sizeof *kin->others);
    return true;
}

enum kam_status kam_kinship_find(struct kam_kinship *kinship, const struct kam_roster *old,
                                 const struct kam_roster *new, const struct kam_kinship_keys *keys,
                                 unsigned threads, struct kam_error *error)
{
    const struct kam_table *table = &old->snapshot->table;
    struct pairing pairing = {kinship, table, keys};
    const struct kam_ranges ranges = {
        .work = pair_range, .context = &pairing, .count = table->count, .threads = threads};

    if (!make_kin(&kinship->old, table->count) ||
        !make_kin(&kinship->new, new->snapshot->table.count))
        return kam_error_nomem(error);
    enum kam_status status = kam_ranges_run(&ranges, error);
    if (!status && (old->source != KAM_ROSTER_NONE || new->source != KAM_ROSTER_NONE))
        status = kam_regroup(kinship, old, new, threads, error);
    return status;
}

void kam_kinship_free(struct kam_kinship *kinship)
{
    free(kinship->old.others);
    free(kinship->old.ties);
    free(kinship->new.others);
    free(kinship->new.ties);
    memset(kinship, 0, sizeof *kinship);
}
