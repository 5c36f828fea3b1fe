#include "tier/previous.h"

#include <stdlib.h>

/* Numbers of tiers; from that of the model's on, the model hasn't them. */
struct kam_previous_row {
    uint32_t tier, computed, cut;
    int32_t held;
};

struct columns {
    size_t cut, computed;
    size_t held; /* KAM_NO_COLUMN: a snapshot from before there was patience */
};

static bool is_known(const struct kam_previous *previous, uint32_t tier)
{
    return tier < previous->model->tiers.names.count;
}

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

static enum kam_status find_columns(struct kam_previous *previous, struct columns *columns,
                                    struct kam_error *error)
{
    const struct kam_snapshot *snapshot = &previous->snapshot;
    enum kam_status status =
        kam_snapshot_require(snapshot, KAM_TEXT("tier_cut"), &columns->cut, error);

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

/* At most as many digits as KAM_HELD_MOST has, all of them nines, so no more can be written. */
static bool parse_held(struct kam_text cell, int32_t *held)
{
    enum { MOST_DIGITS = 4 };
    size_t sign = cell.len && cell.ptr[0] == '-';
    int32_t value = 0;

    if (cell.len == sign || cell.len > sign + MOST_DIGITS)
        return false;
    for (size_t i = sign; i < cell.len; i++) {
        if (cell.ptr[i] < '0' || cell.ptr[i] > '9')
            return false;
        value = 10 * value + (cell.ptr[i] - '0');
    }
    *held = sign ? -value : value;
    return true;
}

static enum kam_status read_held(const struct kam_table *table, size_t row, size_t column,
                                 int32_t *held, struct kam_error *error)
{
    *held = 0;
    if (column == KAM_NO_COLUMN)
        return KAM_OK;
    struct kam_text cell = kam_table_cell(table, row, column);
    struct kam_place place = kam_table_place(table, row, column);

    if (parse_held(cell, held))
        return KAM_OK;
    return kam_error_at(error, KAM_DATA, &place, "not a number of periods (-%d to %d): %s",
                        KAM_HELD_MOST, KAM_HELD_MOST, kam_show(cell).s);
}

/* The number of NAME. *NUMBER is tried first, as most customers are where the one before is. */
static bool number_tier(struct kam_map *tiers, struct kam_text name, uint32_t *number)
{
    return (*number < tiers->count && kam_text_equal(tiers->texts[*number], name)) ||
           kam_map_intern(tiers, name, number);
}

/*
 * The tiers of ROW, in SAID, which holds those of the row before. Names that the model hasn't are
 * numbered where patience would go by them.
 */
static bool read_tiers(struct kam_previous *previous, size_t row, const struct columns *columns,
                       struct kam_previous_row *said)
{
    const struct kam_table *table = &previous->snapshot.table;
    struct kam_text tier = kam_table_cell(table, row, previous->snapshot.tier);
    struct kam_text computed = kam_table_cell(table, row, columns->computed);
    struct kam_text cut = kam_table_cell(table, row, columns->cut);

    if (!number_tier(&previous->tiers, tier, &said->tier))
        return false;
    if (!kam_text_equal(computed, tier)) {
        said->computed = kam_map_find(&previous->tiers, computed);
        said->cut = kam_map_find(&previous->tiers, cut);
        return true;
    }
    said->computed = said->cut = said->tier;
    return kam_text_equal(cut, tier) || number_tier(&previous->tiers, cut, &said->cut);
}

static bool is_forgotten(const struct kam_previous *previous, const struct kam_previous_row *said)
{
    return !is_known(previous, said->tier) ||
           (said->tier == said->computed && !is_known(previous, said->cut));
}

static enum kam_status check_filled(const struct kam_table *table, size_t row, size_t column,
                                    struct kam_error *error)
{
    struct kam_place place = kam_table_place(table, row, column);

    if (kam_table_cell(table, row, column).len)
        return KAM_OK;
    return kam_error_at(error, KAM_DATA, &place, "empty; run kam-tier first");
}

static enum kam_status read_rows(struct kam_previous *previous, const struct columns *columns,
                                 struct kam_error *error)
{
    const struct kam_table *table = &previous->snapshot.table;
    struct kam_previous_row said = {0};
    enum kam_status status = KAM_OK;

    for (size_t row = 0; row < table->count && !status; row++) {
        status = check_filled(table, row, columns->cut, error);
        if (!status)
            status = check_filled(table, row, columns->computed, error);
        if (!status)
            status = read_held(table, row, columns->held, &said.held, error);
        if (!status && !read_tiers(previous, row, columns, &said))
            status = kam_error_nomem(error);
        previous->forgotten += !status && is_forgotten(previous, &said);
        previous->rows[row] = said;
    }
    return status;
}

static bool number_tiers_of_model(struct kam_previous *previous)
{
    const struct kam_text_list *names = &previous->model->tiers.names;
    uint32_t number;
    bool ok = true;

    for (size_t i = 0; i < names->count && ok; i++)
        ok = kam_map_intern(&previous->tiers, names->items[i], &number);
    return ok;
}

static enum kam_status read_standings(struct kam_previous *previous, struct kam_error *error)
{
    struct columns columns;
    enum kam_status status = find_columns(previous, &columns, error);

    if (status)
        return status;
    previous->rows = kam_pages_alloc((previous->snapshot.table.count + 1) * sizeof *previous->rows);
    if (!previous->rows || !number_tiers_of_model(previous))
        return kam_error_nomem(error);
    return read_rows(previous, &columns, error);
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
    kam_map_free(&previous->tiers);
    free(previous->rows);
    *previous = (struct kam_previous){0};
}

/* ---- what is warned about ----------------------------------------------------------------------
 */

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
        "months",
        from, is_one ? "" : " to ", is_one ? "" : to, is_one ? " is" : " are", now);
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
    const struct kam_map *tiers = &previous->tiers;
    size_t known = previous->model->tiers.names.count;
    struct kam_place place = {.file = previous->snapshot.file};
    struct kam_buffer names = {NULL, 0, 0};
    bool ok = true;

    if (previous->forgotten == 0)
        return KAM_OK;
    for (size_t i = known; i < tiers->count && ok; i++)
        ok = kam_buffer_printf(&names, "%s%s", i > known ? ", " : "", kam_show(tiers->texts[i]).s);
    enum kam_status status =
        ok ? kam_error_at(error, KAM_DATA, &place,
                          "the model has no tier%s %s; who was there counts as new (customers: "
                          "%zu)",
                          tiers->count > known + 1 ? "s" : "", names.ptr, previous->forgotten)
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

static size_t tier_of(const struct kam_previous *previous, uint32_t tier)
{
    return is_known(previous, tier) ? tier : KAM_NO_TIER;
}

bool kam_previous_standing(const struct kam_previous *previous, uint32_t row,
                           struct kam_standing *standing)
{
    if (row == KAM_NONE || is_forgotten(previous, &previous->rows[row]))
        return false;
    const struct kam_previous_row *said = &previous->rows[row];

    *standing =
        (struct kam_standing){tier_of(previous, said->tier), tier_of(previous, said->computed),
                              tier_of(previous, said->cut), said->held};
    return true;
}
