#include "tier/holding.h"

#include "tier/again.h"
#include "tier/previousmatch.h"

#include <limits.h>
#include <stdlib.h>

/* What a table says of itself that is a snapshot of its own period. */
struct itself {
    struct kam_standing_columns columns; /* its tier is KAM_NO_COLUMN where it says nothing */
    size_t reason;                       /* column, or KAM_NO_COLUMN */
    size_t period;                       /* column, of the customers who were tiered */
    struct kam_text month;               /* the period of the table now */
    struct kam_standings standings;
};

/* What is needed on the way through all rows. */
struct holding {
    struct kam_tiering *tiering;
    const struct kam_table *table;
    const struct kam_previous *previous;
    struct itself itself;
    size_t idle;                /* the column, or KAM_NO_COLUMN */
    uint32_t *rows;             /* per row, that of the customer in the snapshot before */
    struct kam_decimal *limits; /* per segment and tier, see struct kam_patience_case */
};

/* ---- a table that is a snapshot itself ---------------------------------------------------------
 */

/* Find the columns in which TABLE says who is held, all of which it has to have. */
static enum kam_status find_itself(struct itself *itself, const struct kam_table *table,
                                   struct kam_error *error)
{
    struct kam_standing_columns *columns = &itself->columns;
    const struct {
        struct kam_text name;
        size_t *column;
    } wanted[] = {
        {KAM_TEXT("tier"), &columns->tier},    {KAM_TEXT("tier_computed"), &columns->computed},
        {KAM_TEXT("held"), &columns->held},    {KAM_TEXT("tier_cut"), &columns->cut},
        {KAM_TEXT("reason"), &itself->reason}, {KAM_TEXT("period"), &itself->period},
    };
    struct kam_window window;
    enum kam_status status = kam_table_window(table, &window, error);

    for (size_t i = 0; i < sizeof wanted / sizeof *wanted && !status; i++)
        status = kam_table_optional(table, wanted[i].name, wanted[i].column, error);
    if (status)
        return status;
    if (window.count == 0 || columns->computed == KAM_NO_COLUMN || columns->cut == KAM_NO_COLUMN ||
        itself->period == KAM_NO_COLUMN)
        columns->tier = KAM_NO_COLUMN;
    else
        itself->month = table->names[window.first_column + window.count - 1];
    return KAM_OK;
}

static bool is_of_now(const struct itself *itself, const struct kam_table *table, size_t row)
{
    return kam_text_equal(kam_table_cell(table, row, itself->period), itself->month);
}

/* ---- one customer ------------------------------------------------------------------------------
 */

static bool find_limits(struct holding *holding)
{
    const struct kam_tiering *tiering = holding->tiering;
    size_t tiers = tiering->tiers->names.count, count = tiering->segments.count * tiers;

    holding->limits = calloc(count + 1, sizeof *holding->limits);
    for (size_t i = 0; holding->limits && i < count; i++)
        if (!kam_cutting_limit(&tiering->cuttings[i / tiers], i % tiers, &holding->limits[i]))
            holding->limits[i] = KAM_DECIMAL_ZERO;
    return holding->limits != NULL;
}

static enum kam_status read_idle(const struct holding *holding, uint32_t row, unsigned *idle,
                                 struct kam_error *error)
{
    struct kam_decimal months;
    bool empty;

    *idle = 0;
    if (holding->idle == KAM_NO_COLUMN)
        return KAM_OK;
    enum kam_status status =
        kam_table_number(holding->table, row, holding->idle, &months, &empty, error);
    if (!status && kam_decimal_sign(months) > 0)
        *idle = kam_decimal_compare(months, kam_decimal_of(INT_MAX)) < 0
                    ? (unsigned)(months.units / kam_decimal_of(1).units)
                    : INT_MAX;
    return status;
}

static size_t tier_of_rule(const struct kam_ruling *ruling, size_t rule)
{
    return rule == KAM_NO_RULE ? KAM_NO_TIER : kam_ruling_rule(ruling, rule)->tier;
}

/* What the table says itself of the customer in ROW; false where that is nothing. */
static bool find_said(const struct holding *holding, uint32_t row, struct kam_again_case *said)
{
    const struct itself *itself = &holding->itself;
    const struct kam_table *table = holding->table;

    if (itself->columns.tier == KAM_NO_COLUMN || !is_of_now(itself, table, row) ||
        !kam_standings_of(&itself->standings, row, &said->standing))
        return false;
    said->lowest = holding->tiering->tiers->names.count - 1;
    said->rules = KAM_AGAIN_NO_RULE;
    if (itself->reason != KAM_NO_COLUMN && kam_ruling_holds_any(&holding->tiering->ruling, row))
        said->rules = kam_again_rules(kam_table_cell(table, row, itself->reason),
                                      kam_table_cell(table, row, itself->columns.tier));
    return true;
}

/* The hold of ROW, where NOW is said of it. */
static struct kam_hold find_hold(const struct holding *holding, uint32_t row,
                                 const struct kam_patience_case *now)
{
    const struct kam_model_patience *patience = &holding->tiering->tiers->patience;
    struct kam_standing before;
    struct kam_again_case said;

    if (!holding->previous)
        return kam_again_apply(patience, find_said(holding, row, &said) ? &said : NULL, now);
    bool known = kam_previous_standing(holding->previous, holding->rows[row], &before);
    return kam_patience_apply(patience, known ? &before : NULL, now);
}

static enum kam_status hold_row(const struct holding *holding, uint32_t row,
                                struct kam_error *error)
{
    const struct kam_tiering *tiering = holding->tiering;
    const struct kam_ruling *ruling = &tiering->ruling;
    struct kam_verdict *verdict = &tiering->verdicts[row];
    size_t segment = kam_segments_of(&tiering->segments, row);
    struct kam_patience_case now = {
        .cut = verdict->cut,
        .admitted = KAM_NO_TIER,
        .at_most = KAM_NO_TIER,
        .figure = tiering->ranking.figures[row],
        .limits = &holding->limits[segment * tiering->tiers->names.count],
    };
    enum kam_status status = read_idle(holding, row, &now.idle, error);

    if (status)
        return status;
    if (kam_ruling_holds_any(ruling, row)) {
        now.admitted = tier_of_rule(ruling, kam_ruling_admission(ruling, row));
        now.at_most = tier_of_rule(ruling, kam_ruling_cap(ruling, row));
    }
    tiering->holds[row] = find_hold(holding, row, &now);
    verdict->tier = (uint32_t)tiering->holds[row].tier;
    return KAM_OK;
}

/* ---- all of them -------------------------------------------------------------------------------
 */

/* lost-after needs it. */
static enum kam_status find_idle(struct holding *holding, struct kam_error *error)
{
    const struct kam_model_tiers *tiers = holding->tiering->tiers;

    holding->idle = KAM_NO_COLUMN;
    if (tiers->patience.lost_after == 0)
        return KAM_OK;
    return kam_table_require_for(holding->table, KAM_TEXT("idle"), KAM_TEXT("[tiers] lost-after"),
                                 &tiers->place, &holding->idle, error);
}

static enum kam_status match(struct holding *holding, struct kam_error *error)
{
    size_t account;
    enum kam_status status =
        kam_table_require(holding->table, KAM_TEXT("account_id"), &account, error);

    return status ? status
                  : kam_previous_match(holding->previous, holding->table, account, &holding->rows,
                                       error);
}

/* What TABLE says itself, if it has a say: it has none where a snapshot before is given. */
static enum kam_status read_itself(struct holding *holding, struct kam_error *error)
{
    struct itself *itself = &holding->itself;
    enum kam_status status = KAM_OK;

    itself->columns.tier = KAM_NO_COLUMN;
    if (!holding->previous)
        status = find_itself(itself, holding->table, error);
    if (status || itself->columns.tier == KAM_NO_COLUMN)
        return status;
    return kam_standings_read(&itself->standings, holding->table, &itself->columns,
                              &holding->tiering->tiers->names, KAM_GAPS_ALLOWED, error);
}

/* Patience with all rows, once it is known that there is something to be patient about. */
static enum kam_status hold_all(struct holding *holding, struct kam_error *error)
{
    struct kam_tiering *tiering = holding->tiering;
    const struct kam_table *table = holding->table;
    enum kam_status status = find_idle(holding, error);

    tiering->holds = kam_pages_alloc((table->count + 1) * sizeof *tiering->holds);
    if (!status && (!tiering->holds || !find_limits(holding)))
        status = kam_error_nomem(error);
    if (!status && holding->previous)
        status = match(holding, error);
    for (uint32_t row = 0; row < table->count && !status; row++)
        if (!kam_tiering_is_prospect(tiering, row))
            status = hold_row(holding, row, error);
        else if (holding->rows)
            holding->rows[row] = KAM_NONE;
    tiering->before = holding->rows;
    free(holding->limits);
    return status;
}

enum kam_status kam_holding_apply(struct kam_tiering *tiering, const struct kam_table *table,
                                  const struct kam_previous *previous, struct kam_error *error)
{
    struct holding holding = {.tiering = tiering, .table = table, .previous = previous};
    enum kam_status status = read_itself(&holding, error);

    if (!status && (previous || holding.itself.columns.tier != KAM_NO_COLUMN ||
                    tiering->tiers->patience.lost_after))
        status = hold_all(&holding, error);
    kam_standings_free(&holding.itself.standings);
    return status;
}

/* ---- what is to be said about it ---------------------------------------------------------------
 */

static bool was_prospect(const struct itself *itself, const struct kam_table *table, size_t row)
{
    return kam_text_equal(kam_table_cell(table, row, itself->columns.tier), KAM_PROSPECT);
}

/* Whether the customer in ROW was held, but as of another period than that of the table now. */
static bool is_dropped(const struct itself *itself, const struct kam_table *table, size_t row)
{
    return !was_prospect(itself, table, row) && !is_of_now(itself, table, row) &&
           !kam_text_equal(kam_table_cell(table, row, itself->columns.tier),
                           kam_table_cell(table, row, itself->columns.computed));
}

enum kam_status kam_holding_check(const struct kam_table *table, struct kam_error *error)
{
    const struct kam_place place = {.file = table->files[0]};
    struct itself itself;
    size_t dropped = 0, prospects = 0;
    enum kam_status status = find_itself(&itself, table, error);

    if (status || itself.columns.tier == KAM_NO_COLUMN)
        return status;
    for (size_t row = 0; row < table->count; row++) {
        dropped += is_dropped(&itself, table, row);
        prospects += was_prospect(&itself, table, row);
    }
    if (dropped == 0)
        return KAM_OK;
    return kam_error_at(error, KAM_DATA, &place,
                        "a snapshot of another period than %s, the last month there is, with "
                        "customers who are held in their tiers (%zu of %zu): without --previous "
                        "they are where the rules put them at once",
                        itself.month.ptr, dropped, table->count - prospects);
}

enum kam_status kam_holding_check_known(const struct kam_tiering *tiering, struct kam_error *error)
{
    if (!tiering->before || tiering->ranking.count == 0 || kam_holding_known(tiering) > 0)
        return KAM_OK;
    const struct kam_place place = {.file = tiering->previous->snapshot.file};
    return kam_error_at(error, KAM_DATA, &place,
                        "none of the %zu customers is in this snapshot, so nothing is held",
                        tiering->ranking.count);
}

size_t kam_holding_known(const struct kam_tiering *tiering)
{
    size_t known = 0;

    for (size_t row = 0; tiering->before && row < tiering->ranking.rows; row++)
        known += tiering->before[row] != KAM_NONE;
    return known;
}

size_t kam_holding_count(const struct kam_tiering *tiering)
{
    size_t held = 0;

    for (size_t row = 0; row < tiering->ranking.rows; row++)
        held += tiering->verdicts[row].tier != tiering->verdicts[row].computed;
    return held;
}
