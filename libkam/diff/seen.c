#include "diff/seen.h"
#include "diff/roster.h"

#include <stdlib.h>

static enum kam_status check_period(const struct kam_snapshot *snapshot, int before,
                                    struct kam_error *error)
{
    struct kam_place place = {.file = snapshot->file};
    char own[KAM_MONTH_SIZE], other[KAM_MONTH_SIZE];

    if (snapshot->table.count == 0 || before == KAM_MONTH_NONE || snapshot->period < before)
        return KAM_OK;
    kam_month_format(snapshot->period, own);
    kam_month_format(before, other);
    return kam_error_at(error, KAM_DATA, &place,
                        "of %s, but who was a customer before %s is asked for; give an earlier one",
                        own, other);
}

static enum kam_status search(const struct kam_snapshot *snapshot, const struct kam_map *ids,
                              uint32_t *rows, bool *found, struct kam_error *error)
{
    struct kam_roster roster = {.source = KAM_ROSTER_NONE};
    size_t stray;
    enum kam_status status = kam_roster_init(&roster, snapshot, NULL, NULL, &stray, error);

    if (!status)
        status = kam_roster_find(&roster, ids, rows, error);
    for (uint32_t i = 0; i < ids->count && !status; i++)
        found[i] = found[i] || rows[i] != KAM_NONE;
    kam_roster_free(&roster);
    return status;
}

enum kam_status kam_seen_find(const struct kam_seen *seen, const struct kam_map *ids, int before,
                              bool *found, struct kam_error *error)
{
    static const struct kam_snapshot_needs needs = {.standings = true};
    uint32_t *rows = malloc(((size_t)ids->count + 1) * sizeof *rows);
    enum kam_status status = rows ? KAM_OK : kam_error_nomem(error);

    for (size_t i = 0; i < seen->count && !status; i++) {
        struct kam_snapshot snapshot = {.needs = &needs};
        status = kam_snapshot_read(&snapshot, seen->paths[i], seen->options, error);
        if (!status)
            status = check_period(&snapshot, before, error);
        if (!status)
            status = search(&snapshot, ids, rows, found, error);
        kam_snapshot_free(&snapshot);
    }
    free(rows);
    return status;
}
