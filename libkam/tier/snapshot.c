#include "tier/snapshot.h"
#include "table/columns.h"

static enum kam_status lacks(const struct kam_snapshot *snapshot, const char *names,
                             struct kam_error *error)
{
    struct kam_place place = {.file = snapshot->file};

    return kam_error_at(error, KAM_DATA, &place,
                        "no column %s, so this is no snapshot; run kam-tier first", names);
}

enum kam_status kam_snapshot_require(const struct kam_snapshot *snapshot, struct kam_text name,
                                     size_t *column, struct kam_error *error)
{
    enum kam_status status = kam_table_optional(&snapshot->table, name, column, error);

    if (status || *column != KAM_NO_COLUMN)
        return status;
    return lacks(snapshot, kam_show(name).s, error);
}

/* What every snapshot has; all that is lacking goes into one message. */
static enum kam_status find_columns(struct kam_snapshot *snapshot, size_t *period, size_t *model,
                                    size_t *by, struct kam_error *error)
{
    const struct {
        struct kam_text name;
        size_t *column;
    } needed[] = {
        {KAM_TEXT("account_id"), &snapshot->account_id},
        {KAM_TEXT("revenue"), &snapshot->revenue},
        {KAM_TEXT("tier"), &snapshot->tier},
        {KAM_TEXT("period"), period},
        {KAM_TEXT("model"), model},
        {KAM_TEXT("by"), by},
    };
    struct kam_buffer missing = {NULL, 0, 0};
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < sizeof needed / sizeof *needed && !status; i++) {
        status = kam_table_optional(&snapshot->table, needed[i].name, needed[i].column, error);
        if (!status && *needed[i].column == KAM_NO_COLUMN &&
            !kam_buffer_printf(&missing, "%s%s", missing.len ? ", " : "", needed[i].name.ptr))
            status = kam_error_nomem(error);
    }
    if (!status && missing.len)
        status = lacks(snapshot, missing.ptr, error);
    kam_buffer_free(&missing);
    return status;
}

/* The one value that all rows have in COLUMN; left as it is if there are no rows. */
static enum kam_status take_constant(const struct kam_snapshot *snapshot, size_t column,
                                     struct kam_text *value, struct kam_error *error)
{
    const struct kam_table *table = &snapshot->table;
    const struct kam_table_constant *constant = kam_table_constant(table, column);

    if (table->count)
        *value = constant->first;
    if (constant->other_row == KAM_NO_ROW)
        return KAM_OK;
    struct kam_place place = kam_table_place(table, constant->other_row, column);
    struct kam_place first = kam_table_place(table, 0, column);
    return kam_error_at(
        error, KAM_DATA, &place, "%s, but %s in line %llu; a snapshot has the same in all rows",
        kam_show(constant->other).s, kam_show(constant->first).s, (unsigned long long)first.line);
}

/* The same of the currency: the column may be missing, and an empty cell says nothing. */
static enum kam_status take_currency(struct kam_snapshot *snapshot, struct kam_error *error)
{
    const struct kam_table *table = &snapshot->table;
    size_t column;
    enum kam_status status = kam_table_optional(table, KAM_TEXT("currency"), &column, error);

    for (size_t row = 0; !status && column != KAM_NO_COLUMN && row < table->count; row++) {
        struct kam_text cell = kam_table_cell(table, row, column);
        if (snapshot->currency.len == 0)
            snapshot->currency = cell;
        if (cell.len == 0 || kam_text_equal(cell, snapshot->currency))
            continue;
        struct kam_place place = kam_table_place(table, row, column);
        status = kam_error_at(error, KAM_DATA, &place,
                              "%s, but there are rows with %s; a snapshot has one currency",
                              kam_show(cell).s, kam_show(snapshot->currency).s);
    }
    return status;
}

static enum kam_status take_period(struct kam_snapshot *snapshot, size_t column,
                                   struct kam_error *error)
{
    const struct kam_window *window = &snapshot->window;
    struct kam_text cell = {NULL, 0};
    enum kam_status status = take_constant(snapshot, column, &cell, error);

    snapshot->period = KAM_MONTH_NONE;
    if (status || snapshot->table.count == 0)
        return status;
    struct kam_place place = kam_table_place(&snapshot->table, 0, column);
    snapshot->period = kam_month_parse_plain(cell);
    if (snapshot->period == KAM_MONTH_NONE)
        return kam_error_at(error, KAM_DATA, &place, "not a month (YYYY-MM): %s", kam_show(cell).s);
    if (window->count && snapshot->period != kam_window_last(window))
        return kam_error_at(
            error, KAM_DATA, &place, "%s, but the last month column is %s; run kam-tier again",
            kam_show(cell).s,
            kam_show(snapshot->table.names[window->first_column + window->count - 1]).s);
    return KAM_OK;
}

static enum kam_status check_tiers(const struct kam_snapshot *snapshot, struct kam_error *error)
{
    for (size_t row = 0; row < snapshot->table.count; row++)
        if (kam_table_cell(&snapshot->table, row, snapshot->tier).len == 0) {
            struct kam_place place = kam_table_place(&snapshot->table, row, snapshot->tier);
            return kam_error_at(error, KAM_DATA, &place, "empty; run kam-tier first");
        }
    return KAM_OK;
}

static enum kam_status check_rows(struct kam_snapshot *snapshot, size_t period, size_t model,
                                  size_t by, struct kam_error *error)
{
    enum kam_status status = take_period(snapshot, period, error);

    if (!status)
        status = take_constant(snapshot, model, &snapshot->model, error);
    if (!status)
        status = take_constant(snapshot, by, &snapshot->by, error);
    if (!status)
        status = take_currency(snapshot, error);
    if (!status)
        status = check_tiers(snapshot, error);
    if (!status)
        status =
            kam_row_index_make(&snapshot->index, &snapshot->table, snapshot->account_id, error);
    return status;
}

static enum kam_status check(struct kam_snapshot *snapshot, struct kam_error *error)
{
    const struct kam_table *table = &snapshot->table;
    size_t period, model, by;
    enum kam_status status = find_columns(snapshot, &period, &model, &by, error);

    if (!status)
        status =
            kam_table_optional(table, KAM_TEXT("account_name"), &snapshot->account_name, error);
    if (!status)
        status = kam_table_optional(table, KAM_TEXT("score"), &snapshot->score, error);
    if (!status)
        status = kam_table_optional(table, KAM_TEXT("strategy"), &snapshot->strategy, error);
    if (!status)
        status = kam_table_optional(table, KAM_TEXT("idle"), &snapshot->idle, error);
    if (!status)
        status = kam_table_window(table, &snapshot->window, error);
    return status ? status : check_rows(snapshot, period, model, by, error);
}

/* What a movement is described by. */
static bool describes(struct kam_text name)
{
    return kam_text_equal(name, KAM_TEXT("account_name")) ||
           kam_text_equal(name, KAM_TEXT("score")) || kam_text_equal(name, KAM_TEXT("strategy")) ||
           kam_text_starts_with(name, KAM_TEXT("part_"));
}

/* Whether the cells of column NAME are kept. */
static bool is_needed(const void *context, struct kam_text name)
{
    static const struct kam_text always[] = {
        {"account_id", 10}, {"currency", 8}, {"revenue", 7}, {"tier", 4}};
    static const struct kam_text of_ranks[] = {{"rank", 4}, {"tier_cut", 8}};
    static const struct kam_text of_standings[] = {
        {"held", 4}, {"members", 7}, {"strategy_due", 12}, {"tier_computed", 13}, {"tier_cut", 8}};
    static const struct kam_text of_movements[] = {
        {"first_month", 11}, {"gap_down", 8},       {"gap_up", 6},   {"held", 4},
        {"idle", 4},         {"last_month", 10},    {"lines", 5},    {"limit_down", 10},
        {"limit_up", 8},     {"members", 7},        {"services", 8}, {"tier_computed", 13},
        {"tier_cut", 8},     {"tier_unflagged", 14}};
    const struct kam_snapshot_needs *needs = context;

    return kam_text_among(always, sizeof always / sizeof *always, name) ||
           kam_text_equal(name, needs->figure) ||
           (needs->names && kam_text_equal(name, KAM_TEXT("account_name"))) ||
           (needs->standings
                ? kam_text_among(of_standings, sizeof of_standings / sizeof *of_standings, name)
                : describes(name)) ||
           (needs->movements &&
            (kam_text_among(of_movements, sizeof of_movements / sizeof *of_movements, name) ||
             !kam_column_find(name))) ||
           kam_text_among(needs->columns, needs->column_count, name) ||
           (needs->policies && kam_text_starts_with(name, KAM_TEXT("policy_"))) ||
           (needs->months && kam_column_month(name) != KAM_MONTH_NONE) ||
           (needs->ranks && kam_text_among(of_ranks, sizeof of_ranks / sizeof *of_ranks, name));
}

enum kam_status kam_snapshot_read(struct kam_snapshot *snapshot, const char *path,
                                  const struct kam_reader_options *options, struct kam_error *error)
{
    static const struct kam_text constants[] = {{"period", 6}, {"model", 5}, {"by", 2}};

    snapshot->table.choice =
        (struct kam_table_choice){.keeps = snapshot->needs ? is_needed : NULL,
                                  .context = snapshot->needs,
                                  .constants = constants,
                                  .constant_count = sizeof constants / sizeof *constants};
    enum kam_status status = kam_table_read(&snapshot->table, &path, 1, options, error);
    if (status)
        return status;
    snapshot->file = snapshot->table.files[0];
    return check(snapshot, error);
}

void kam_snapshot_free(struct kam_snapshot *snapshot)
{
    kam_table_free(&snapshot->table);
    kam_row_index_free(&snapshot->index);
    memset(snapshot, 0, sizeof *snapshot);
}
