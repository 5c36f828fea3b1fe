#include "report/reportsource.h"

#include "diff/comparable.h"
#include "report/reportlosses.h"
#include "report/reportmoves.h"
#include "report/reportrules.h"

#include <stdlib.h>

/* ---- what is read ---------------------------------------------------------------------------- */

/* What sections look at, beside what every snapshot has. */
static const char *const looked_at[] = {
    "rank",       "reason",         "share",         "score",
    "tier_cut",   "tier_computed",  "held",          "flags",
    "evidence",   "class",          "strategy",      "account_name",
    "period",     "tier_unflagged", "categories",    "strategy_action",
    "limit_down", "limit_up",       "branch_revenue"};

enum { LOOKED_AT = sizeof looked_at / sizeof *looked_at };

static enum kam_status need_columns(struct kam_reportsource *source, struct kam_error *error)
{
    const struct kam_model *model = source->model;
    size_t most = LOOKED_AT + model->policies.keys.count + 3;

    source->columns = calloc(most, sizeof *source->columns);
    if (!source->columns)
        return kam_error_nomem(error);
    for (size_t i = 0; i < LOOKED_AT; i++)
        source->columns[source->column_count++] = kam_text_of(looked_at[i]);
    for (size_t i = 0; i < model->policies.keys.count; i++)
        source->columns[source->column_count++] = model->policies.columns[i];
    if (model->grid.classes.count) {
        source->columns[source->column_count++] = model->grid.contribution.column;
        source->columns[source->column_count++] = model->grid.potential.column;
    }
    if (source->files.by.len)
        source->columns[source->column_count++] = source->files.by;
    return KAM_OK;
}

static enum kam_status read_side(const struct kam_reportsource *source, struct kam_reportside *side,
                                 const char *path, const struct kam_reader_options *options,
                                 struct kam_error *error)
{
    side->needs = (struct kam_snapshot_needs){
        .months = side == &source->now,
        .ranks = source->model->tiers.names.count == 0,
        .names = true,
        .policies = side == &source->now && source->model->policies.keys.count == 0,
        .columns = source->columns,
        .column_count = source->column_count,
    };
    side->snapshot.needs = &side->needs;
    return kam_snapshot_read(&side->snapshot, path, options, error);
}

/* ---- what is known of rows ------------------------------------------------------------------- */

static enum kam_status fill_side(const struct kam_ladder *ladder, struct kam_reportside *side,
                                 struct kam_error *error)
{
    const struct kam_snapshot *snapshot = &side->snapshot;
    size_t count = snapshot->table.count;
    enum kam_status status = KAM_OK;
    bool empty;

    side->revenues = malloc((count + 1) * sizeof *side->revenues);
    side->steps = malloc((count + 1) * sizeof *side->steps);
    if (!side->revenues || !side->steps)
        return kam_error_nomem(error);
    for (size_t row = 0; row < count && !status; row++) {
        status = kam_table_number(&snapshot->table, row, snapshot->revenue, &side->revenues[row],
                                  &empty, error);
        side->steps[row] = KAM_NONE;
        if (!status && !kam_snapshot_is_prospect(snapshot, (uint32_t)row))
            status = kam_ladder_step(ladder, snapshot, row, &side->steps[row], error);
    }
    return status;
}

static enum kam_status find_ladder(struct kam_reportsource *source, struct kam_error *error)
{
    const struct kam_text_list *names = &source->model->tiers.names;
    const struct kam_reportside *other = source->files.previous ? &source->before : &source->now;

    if (names->count)
        return kam_ladder_of_model(&source->ladder, names->items, names->count, error);
    return kam_ladder_of_snapshots(&source->ladder, &other->snapshot, &source->now.snapshot, error);
}

static enum kam_status fill_sides(struct kam_reportsource *source, struct kam_error *error)
{
    enum kam_status status = find_ladder(source, error);

    if (!status)
        status = fill_side(&source->ladder, &source->now, error);
    if (!status && source->files.previous)
        status = fill_side(&source->ladder, &source->before, error);
    return status;
}

/* ---- files ----------------------------------------------------------------------------------- */

/* Nothing moves within a period; what is compared with itself was likely named by mistake. */
static enum kam_status check_periods(const struct kam_reportsource *source, struct kam_error *error)
{
    const struct kam_snapshot *old = &source->before.snapshot, *new = &source->now.snapshot;
    char period[KAM_MONTH_SIZE];

    if (old->table.count == 0 || new->table.count == 0 || old->period != new->period)
        return KAM_OK;
    kam_month_format(new->period, period);
    return kam_error_set(error, KAM_DATA,
                         "period %s in %s, as in %s; --previous takes a snapshot of an earlier one",
                         period, old->file, new->file);
}

static enum kam_status read_snapshots(struct kam_reportsource *source,
                                      const struct kam_reader_options *options,
                                      struct kam_error *error)
{
    enum { ALLOWED = KAM_ASPECT_MODEL | KAM_ASPECT_WINDOW | KAM_ASPECT_BY | KAM_ASPECTS_FINAL };
    const char *previous = source->files.previous;
    enum kam_status status =
        read_side(source, &source->now, source->files.snapshot, options, error);

    if (!status && previous)
        status = read_side(source, &source->before, previous, options, error);
    if (!status && previous)
        status =
            kam_comparable_check(&source->before.snapshot, &source->now.snapshot, ALLOWED, error);
    if (!status && previous)
        status = check_periods(source, error);
    return status;
}

enum kam_status kam_reportsource_read(struct kam_reportsource *source,
                                      const struct kam_reportfiles *files,
                                      const struct kam_model *model,
                                      const struct kam_reader_options *options, unsigned threads,
                                      struct kam_error *error)
{
    source->files = *files;
    source->model = model;
    source->threads = threads;
    enum kam_status status = need_columns(source, error);
    if (!status)
        status = read_snapshots(source, options, error);
    if (!status)
        status = fill_sides(source, error);
    if (!status && !kam_reportpolicies_find(source))
        status = kam_error_nomem(error);
    if (!status)
        status = kam_boxplaces_make(&source->places, &source->now.snapshot, files->snapshot, model,
                                    threads, error);
    if (!status && files->moves)
        status = kam_listing_read(&source->moves, files->moves, &source->ladder, files->by, options,
                                  error);
    if (!status && files->moves)
        status = kam_reportmoves_check(source, error);
    if (!status && files->risks)
        status = kam_table_read(&source->risks, &files->risks, 1, options, error);
    if (!status && files->risks)
        status = kam_reportlosses_take(source, error);
    return status;
}

static void free_side(struct kam_reportside *side)
{
    kam_snapshot_free(&side->snapshot);
    free(side->revenues);
    free(side->steps);
}

void kam_reportsource_free(struct kam_reportsource *source)
{
    kam_boxplaces_free(&source->places);
    free_side(&source->now);
    free_side(&source->before);
    kam_listing_read_free(&source->moves);
    kam_table_free(&source->risks);
    free(source->losses);
    kam_ladder_free(&source->ladder);
    free(source->policies.keys);
    free(source->policies.found);
    free(source->columns);
}
