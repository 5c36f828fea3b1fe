#include "tier/standing.h"

#include <stdlib.h>

/* Numbers of tiers; from that of the model's on, the model hasn't them. */
struct kam_standing_row {
    uint32_t tier, computed, cut;
    int32_t held;
};

/* What is needed on the way through all rows. */
struct reading {
    struct kam_standings *standings;
    const struct kam_table *table;
    const struct kam_standing_columns *columns;
    enum kam_standing_gaps gaps;
};

static bool is_known(const struct kam_standings *standings, uint32_t tier)
{
    return tier < standings->model_tiers;
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

static enum kam_status read_held(const struct reading *reading, size_t row, int32_t *held,
                                 struct kam_error *error)
{
    size_t column = reading->columns->held;

    *held = 0;
    if (column == KAM_NO_COLUMN)
        return KAM_OK;
    struct kam_text cell = kam_table_cell(reading->table, row, column);
    struct kam_place place = kam_table_place(reading->table, row, column);

    if ((cell.len == 0 && reading->gaps == KAM_GAPS_ALLOWED) || parse_held(cell, held))
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
static bool read_tiers(const struct reading *reading, size_t row, struct kam_standing_row *said)
{
    const struct kam_standing_columns *columns = reading->columns;
    const struct kam_table *table = reading->table;
    struct kam_map *tiers = &reading->standings->tiers;
    struct kam_text tier = kam_table_cell(table, row, columns->tier);
    struct kam_text computed = kam_table_cell(table, row, columns->computed);
    struct kam_text cut = kam_table_cell(table, row, columns->cut);

    if (!number_tier(tiers, tier, &said->tier))
        return false;
    if (!kam_text_equal(computed, tier)) {
        said->computed = kam_map_find(tiers, computed);
        said->cut = kam_map_find(tiers, cut);
        return true;
    }
    said->computed = said->cut = said->tier;
    return kam_text_equal(cut, tier) || number_tier(tiers, cut, &said->cut);
}

static bool is_forgotten(const struct kam_standings *standings, const struct kam_standing_row *said)
{
    return !is_known(standings, said->tier) ||
           (said->tier == said->computed && !is_known(standings, said->cut));
}

static enum kam_status check_filled(const struct reading *reading, size_t row, size_t column,
                                    struct kam_error *error)
{
    struct kam_place place = kam_table_place(reading->table, row, column);

    if (reading->gaps == KAM_GAPS_ALLOWED || kam_table_cell(reading->table, row, column).len)
        return KAM_OK;
    return kam_error_at(error, KAM_DATA, &place, "empty; run kam-tier first");
}

static bool is_prospect(const struct reading *reading, size_t row)
{
    return kam_text_equal(kam_table_cell(reading->table, row, reading->columns->tier),
                          KAM_PROSPECT);
}

static enum kam_status read_rows(const struct reading *reading, struct kam_error *error)
{
    struct kam_standings *standings = reading->standings;
    const struct kam_standing_row nowhere = {KAM_NONE, KAM_NONE, KAM_NONE, 0};
    struct kam_standing_row said = {0};
    enum kam_status status = KAM_OK;

    for (size_t row = 0; row < reading->table->count && !status; row++) {
        if (is_prospect(reading, row)) {
            standings->rows[row] = nowhere;
            continue;
        }
        status = check_filled(reading, row, reading->columns->cut, error);
        if (!status)
            status = check_filled(reading, row, reading->columns->computed, error);
        if (!status)
            status = read_held(reading, row, &said.held, error);
        if (!status && !read_tiers(reading, row, &said))
            status = kam_error_nomem(error);
        standings->forgotten += !status && is_forgotten(standings, &said);
        standings->rows[row] = said;
    }
    return status;
}

static bool number_tiers_of_model(struct kam_standings *standings,
                                  const struct kam_text_list *names)
{
    uint32_t number;
    bool ok = true;

    for (size_t i = 0; i < names->count && ok; i++)
        ok = kam_map_intern(&standings->tiers, names->items[i], &number);
    return ok;
}

enum kam_status kam_standings_read(struct kam_standings *standings, const struct kam_table *table,
                                   const struct kam_standing_columns *columns,
                                   const struct kam_text_list *names, enum kam_standing_gaps gaps,
                                   struct kam_error *error)
{
    *standings = (struct kam_standings){.model_tiers = names->count};
    standings->rows = kam_pages_alloc((table->count + 1) * sizeof *standings->rows);
    if (!standings->rows || !number_tiers_of_model(standings, names))
        return kam_error_nomem(error);
    const struct reading reading = {standings, table, columns, gaps};
    return read_rows(&reading, error);
}

void kam_standings_free(struct kam_standings *standings)
{
    kam_map_free(&standings->tiers);
    free(standings->rows);
    *standings = (struct kam_standings){0};
}

static size_t tier_of(const struct kam_standings *standings, uint32_t tier)
{
    return is_known(standings, tier) ? tier : KAM_NO_TIER;
}

bool kam_standings_of(const struct kam_standings *standings, size_t row,
                      struct kam_standing *standing)
{
    const struct kam_standing_row *said = &standings->rows[row];

    if (is_forgotten(standings, said))
        return false;
    *standing =
        (struct kam_standing){tier_of(standings, said->tier), tier_of(standings, said->computed),
                              tier_of(standings, said->cut), said->held};
    return true;
}
