#include "tier/previous.h"

/* ---- reading -----------------------------------------------------------------------------------
 */

static enum kam_status check_period(const struct kam_previous *previous, struct kam_error *error)
{
    const struct kam_snapshot *snapshot = &previous->snapshot;
    struct kam_place place = {.file = snapshot->file};
    char then[KAM_MONTH_SIZE], now[KAM_MONTH_SIZE];

    if (snapshot->period < previous->period)
        return KAM_OK;
    kam_month_format(snapshot->period, then);
    kam_month_format(previous->period, now);
    return kam_error_at(error, KAM_DATA, &place,
                        "a snapshot of %s, but the customers are of %s; the previous one has to be "
                        "of an earlier month",
                        then, now);
}

static enum kam_status find_columns(struct kam_previous *previous,
                                    struct kam_standing_columns *columns, struct kam_error *error)
{
    const struct kam_snapshot *snapshot = &previous->snapshot;
    enum kam_status status =
        kam_snapshot_require(snapshot, KAM_TEXT("tier_cut"), &columns->cut, error);

    columns->tier = snapshot->tier;
    if (!status)
        status =
            kam_snapshot_require(snapshot, KAM_TEXT("tier_computed"), &columns->computed, error);
    if (!status)
        status = kam_table_optional(&snapshot->table, KAM_TEXT("held"), &columns->held, error);
    if (!status)
        status =
            kam_table_optional(&snapshot->table, KAM_TEXT("members"), &previous->members, error);
    return status;
}

static enum kam_status read_standings(struct kam_previous *previous, struct kam_error *error)
{
    struct kam_standing_columns columns;
    enum kam_status status = find_columns(previous, &columns, error);

    return status ? status
                  : kam_standings_read(&previous->standings, &previous->snapshot.table, &columns,
                                       &previous->model->tiers.names, KAM_GAPS_REFUSED, error);
}

enum kam_status kam_previous_read(struct kam_previous *previous, const char *path,
                                  const struct kam_model *model, int period,
                                  enum kam_previous_kept kept,
                                  const struct kam_reader_options *options, struct kam_error *error)
{
    static const struct kam_snapshot_needs needs[] = {
        [KAM_PREVIOUS_STANDINGS] = {.standings = true},
        [KAM_PREVIOUS_NAMES] = {.standings = true, .names = true},
    };

    *previous =
        (struct kam_previous){.snapshot.needs = &needs[kept], .model = model, .period = period};
    enum kam_status status = kam_model_hash_tier(model, previous->hash, error);
    if (!status)
        status = kam_snapshot_read(&previous->snapshot, path, options, error);
    if (!status)
        status = check_period(previous, error);
    return status ? status : read_standings(previous, error);
}

void kam_previous_free(struct kam_previous *previous)
{
    kam_snapshot_free(&previous->snapshot);
    kam_standings_free(&previous->standings);
    *previous = (struct kam_previous){0};
}

/* ---- what is warned about ----------------------------------------------------------------------
 */

/* Whether the model has strategies that have to hold for several months. */
static bool counts_months(const struct kam_model *model)
{
    bool counts = false;

    for (size_t i = 0; i < model->strategies.count; i++)
        counts = counts || model->strategies.items[i].periods > 1;
    return counts;
}

static enum kam_status check_gap(const struct kam_previous *previous, struct kam_error *error)
{
    int first = previous->snapshot.period + 1, last = previous->period - 1;
    struct kam_place place = {.file = previous->snapshot.file};
    char from[KAM_MONTH_SIZE], to[KAM_MONTH_SIZE], now[KAM_MONTH_SIZE];
    bool is_one = first == last;

    if (first > last)
        return KAM_OK;
    kam_month_format(first, from);
    kam_month_format(last, to);
    kam_month_format(previous->period, now);
    return kam_error_at(
        error, KAM_DATA, &place,
        "%s%s%s%s missing between this snapshot and %s: a hold counts snapshots, not "
        "months%s",
        from, is_one ? "" : " to ", is_one ? "" : to, is_one ? " is" : " are", now,
        counts_months(previous->model) ? "; the periods of strategies begin anew" : "");
}

/* `model` is the name, if it has one, and the hash. */
static enum kam_status check_model(const struct kam_previous *previous, struct kam_error *error)
{
    struct kam_text name = previous->snapshot.model, hash;
    struct kam_place place = {.file = previous->snapshot.file};

    if (!kam_text_split_last(&name, ' ', &hash))
        hash = name;
    if (kam_text_equal(hash, kam_text_of(previous->hash)))
        return KAM_OK;
    return kam_error_at(error, KAM_DATA, &place,
                        "made under other rules (%s) than this model's (%s); what is held goes on",
                        kam_show(hash).s, kam_show(kam_text_of(previous->hash)).s);
}

static enum kam_status check_tiers(const struct kam_previous *previous, struct kam_error *error)
{
    const struct kam_map *tiers = &previous->standings.tiers;
    size_t known = previous->standings.model_tiers;
    struct kam_place place = {.file = previous->snapshot.file};
    struct kam_buffer names = {NULL, 0, 0};
    bool ok = true;

    if (previous->standings.forgotten == 0)
        return KAM_OK;
    for (size_t i = known; i < tiers->count && ok; i++)
        ok = kam_buffer_printf(&names, "%s%s", i > known ? ", " : "", kam_show(tiers->texts[i]).s);
    enum kam_status status =
        ok ? kam_error_at(error, KAM_DATA, &place,
                          "the model has no tier%s %s; who was there counts as new (customers: "
                          "%zu)",
                          tiers->count > known + 1 ? "s" : "", names.ptr,
                          previous->standings.forgotten)
           : kam_error_nomem(error);
    kam_buffer_free(&names);
    return status;
}

enum kam_status kam_previous_check(const struct kam_previous *previous,
                                   enum kam_previous_doubt doubt, struct kam_error *error)
{
    if (previous->snapshot.table.count == 0)
        return KAM_OK;
    switch (doubt) {
    case KAM_PREVIOUS_GAP:
        return check_gap(previous, error);
    case KAM_PREVIOUS_MODEL:
        return check_model(previous, error);
    case KAM_PREVIOUS_TIERS:
        break;
    }
    return check_tiers(previous, error);
}

/* ---- what is asked for -------------------------------------------------------------------------
 */

bool kam_previous_standing(const struct kam_previous *previous, uint32_t row,
                           struct kam_standing *standing)
{
    return row != KAM_NONE && kam_standings_of(&previous->standings, row, standing);
}
