#include <config.h>

#include "comparing.h"
#include "diff/cause.h"
#include "diff/pair.h"
#include "diff/riskcolumns.h"

#include <stdlib.h>

void kam_comparing_need(const struct kam_front *front, struct kam_comparing_options *options,
                        struct kam_text column)
{
    if (!kam_array_reserve(&options->columns, &options->columns_capacity, options->column_count + 1,
                           sizeof *options->columns))
        kam_front_out_of_memory(front);
    options->columns[options->column_count++] = column;
}

void kam_comparing_see(const struct kam_front *front, struct kam_comparing_options *options,
                       const char *path)
{
    if (!kam_array_reserve(&options->seen, &options->seen_capacity, options->seen_count + 1,
                           sizeof *options->seen))
        kam_front_out_of_memory(front);
    options->seen[options->seen_count++] = path;
}

void kam_comparing_take_key(const struct kam_front *front, struct kam_comparing_options *options,
                            const char *argument)
{
    if (*argument == '\0')
        kam_front_usage(front, "--key: a column is needed");
    options->compared.key = kam_text_of(argument);
    kam_comparing_need(front, options, options->compared.key);
}

void kam_comparing_take_measure(const struct kam_front *front,
                                struct kam_comparing_options *options, const char *argument)
{
    if (*argument == '\0')
        kam_front_usage(front, "--measure: window, month or a column is needed");
    options->compared.column = kam_text_of(argument);
    options->compared.measure = strcmp(argument, "window") == 0  ? KAM_MEASURE_WINDOW
                                : strcmp(argument, "month") == 0 ? KAM_MEASURE_MONTH
                                                                 : KAM_MEASURE_COLUMN;
}

void kam_comparing_allow(const struct kam_front *front, struct kam_comparing_options *options,
                         const char *argument)
{
    struct kam_text wrong;
    unsigned aspects;

    if (!kam_comparable_parse(kam_text_of(argument), &aspects, &wrong))
        kam_front_usage(front, "--allow: %s: model, window, by, period or currency is needed",
                        kam_show(wrong).s);
    options->allowed |= aspects;
}

void kam_comparing_options_free(struct kam_comparing_options *options)
{
    free(options->seen);
    free(options->columns);
}

/*
 * What options ask for, what the model ranks by, what its dimensions are made of, and what its
 * risks look at.
 */
static enum kam_status need_columns(struct kam_comparing *comparing, enum kam_comparing_scope scope,
                                    struct kam_error *error)
{
    const struct kam_comparing_options *options = comparing->options;
    const struct kam_model *model = comparing->model;
    struct kam_text_list risks = {NULL, 0};
    enum kam_status status = KAM_OK;

    if (scope == KAM_COMPARING_RISKS)
        status =
            kam_riskcolumns_find(model, &risks, &comparing->risk_months, &comparing->arena, error);
    if (status)
        return status;
    size_t most = options->column_count + model->dimension_count + risks.count + 1;
    comparing->columns = calloc(most, sizeof *comparing->columns);
    if (!comparing->columns)
        return kam_error_nomem(error);
    for (size_t i = 0; i < options->column_count; i++)
        comparing->columns[comparing->column_count++] = options->columns[i];
    for (size_t i = 0; i < model->dimension_count; i++)
        comparing->columns[comparing->column_count++] = model->dimensions[i].column;
    for (size_t i = 0; i < risks.count; i++)
        comparing->columns[comparing->column_count++] = risks.items[i];
    if (model->tiers.by.len)
        comparing->columns[comparing->column_count++] = model->tiers.by;
    return KAM_OK;
}

/* Behind the pair, and only if that can be compared. */
static enum kam_status read_replay(struct kam_comparing *comparing, struct kam_error *error)
{
    const char *path = comparing->options->replay;

    if (!path)
        return KAM_OK;
    comparing->replay.needs = &comparing->needs;
    enum kam_status status = kam_snapshot_read(&comparing->replay, path, &comparing->reader, error);
    if (!status)
        status =
            kam_causes_check_replay(&comparing->replay, &comparing->old, &comparing->new, error);
    return status;
}

static enum kam_status read_snapshots(struct kam_front *front, struct kam_comparing *comparing,
                                      enum kam_comparing_scope scope, struct kam_error *error)
{
    const struct kam_comparing_options *options = comparing->options;

    comparing->reader = kam_front_reader_options(front);
    comparing->needs = (struct kam_snapshot_needs){
        .figure = options->compared.column,
        .months = options->compared.measure == KAM_MEASURE_MONTH || comparing->risk_months,
        .ranks = comparing->model->tiers.names.count == 0,
        .movements = true,
        .columns = comparing->columns,
        .column_count = comparing->column_count,
    };
    if (scope != KAM_COMPARING_ALL)
        comparing->old.needs = comparing->new.needs = &comparing->needs;
    enum kam_status status = kam_pair_read(&comparing->old, &comparing->new, front->files,
                                           &comparing->reader, options->compared.threads, error);
    if (!status)
        status = kam_comparable_check(&comparing->old, &comparing->new,
                                      options->allowed | (options->replay ? KAM_ASPECT_MODEL : 0U),
                                      error);
    return status ? status : read_replay(comparing, error);
}

/* A list of another month's customers is a mistake that is easily made. */
static void warn_of_strays(struct kam_front *front, const char *path, size_t stray,
                           const struct kam_snapshot *snapshot)
{
    struct kam_error what;

    if (stray == 0)
        return;
    kam_error_set(&what, KAM_DATA,
                  "%s: %zu account%s of customers that aren't in %s; is it of that month?", path,
                  stray, stray == 1 ? "" : "s", snapshot->file);
    kam_front_warn(front, &what);
}

/* So is a list that was cut off. */
static void warn_of_lacking(struct kam_front *front, const char *path,
                            const struct kam_roster *roster)
{
    size_t lacking = kam_roster_lacking(roster);
    struct kam_error what;

    if (lacking == 0)
        return;
    kam_error_set(&what, KAM_DATA,
                  "%s: no account of %zu customer%s of %s; is it whole, and of that month?", path,
                  lacking, lacking == 1 ? "" : "s", roster->snapshot->file);
    kam_front_warn(front, &what);
}

/* As a spreadsheet leaves them, ids have no leading zeros. */
static void warn_of_strangers(struct kam_front *front, const struct kam_diff *diff)
{
    struct kam_error what;

    if (diff->moves[KAM_MOVE_NEW] == 0 || diff->moves[KAM_MOVE_LOST] == 0 ||
        diff->moves[KAM_MOVE_NEW] + diff->moves[KAM_MOVE_LOST] != diff->count)
        return;
    for (size_t i = 0; i < diff->count; i++)
        if (diff->movements[i].old_row != KAM_NONE && diff->movements[i].new_row != KAM_NONE)
            return; /* silent, but not a stranger */
    kam_error_set(&what, KAM_DATA,
                  "no customer of %s is in %s; are the ids written in the same way?",
                  diff->old->file, diff->new->file);
    kam_front_warn(front, &what);
}

static enum kam_status find_accounts(struct kam_front *front, struct kam_comparing *comparing,
                                     struct kam_error *error)
{
    const struct kam_comparing_options *options = comparing->options;
    struct kam_roster *rosters[] = {&comparing->old_roster, &comparing->new_roster};
    const struct kam_snapshot *snapshots[] = {&comparing->old, &comparing->new};
    enum kam_status status = KAM_OK;

    for (size_t side = 0; side < 2; side++) {
        size_t stray;
        status = kam_roster_init(rosters[side], snapshots[side], options->members[side],
                                 &comparing->reader, &stray, error);
        if (status)
            break;
        warn_of_strays(front, options->members[side], stray, snapshots[side]);
        warn_of_lacking(front, options->members[side], rosters[side]);
    }
    return status;
}

static enum kam_status find_ladder(struct kam_comparing *comparing, struct kam_error *error)
{
    const struct kam_text_list *names = &comparing->model->tiers.names;

    if (names->count)
        return kam_ladder_of_model(&comparing->ladder, names->items, names->count, error);
    return kam_ladder_of_snapshots(&comparing->ladder, &comparing->old, &comparing->new, error);
}

enum kam_status kam_comparing_run(struct kam_front *front, struct kam_comparing *comparing,
                                  const struct kam_comparing_options *options,
                                  enum kam_comparing_scope scope, struct kam_error *error)
{
    comparing->options = options;
    enum kam_status status = kam_front_model(front, &comparing->model, error);

    if (!status)
        status = need_columns(comparing, scope, error);
    if (!status)
        status = read_snapshots(front, comparing, scope, error);
    if (!status)
        status = find_accounts(front, comparing, error);
    if (!status)
        status = find_ladder(comparing, error);
    if (status)
        return status;
    comparing->seen = (struct kam_seen){options->seen, options->seen_count, &comparing->reader};
    comparing->compared = options->compared;
    comparing->compared.lost_after = comparing->model->tiers.patience.lost_after;
    comparing->compared.seen = options->seen_count ? &comparing->seen : NULL;
    comparing->compared.replay = options->replay ? &comparing->replay : NULL;
    status = kam_diff_compute(&comparing->diff, &comparing->old_roster, &comparing->new_roster,
                              &comparing->ladder, &comparing->compared, error);
    if (!status)
        warn_of_strangers(front, &comparing->diff);
    return status;
}

void kam_comparing_free(struct kam_comparing *comparing)
{
    kam_diff_free(&comparing->diff);
    kam_ladder_free(&comparing->ladder);
    kam_roster_free(&comparing->old_roster);
    kam_roster_free(&comparing->new_roster);
    kam_snapshot_free(&comparing->old);
    kam_snapshot_free(&comparing->new);
    kam_snapshot_free(&comparing->replay);
    free(comparing->columns);
    kam_arena_free(&comparing->arena);
    kam_model_free(comparing->model);
}
