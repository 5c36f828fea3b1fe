#include "tier/holding.h"

#include "tier/previousmatch.h"

#include <limits.h>
#include <stdlib.h>

/* What is needed on the way through all rows. */
struct holding {
    struct kam_tiering *tiering;
    const struct kam_table *table;
    const struct kam_previous *previous;
    size_t idle;                /* the column, or KAM_NO_COLUMN */
    uint32_t *rows;             /* per row, that of the customer in the snapshot before */
    struct kam_decimal *limits; /* per segment and tier, see struct kam_patience_case */
};

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
    struct kam_standing before;
    bool known =
        holding->rows && kam_previous_standing(holding->previous, holding->rows[row], &before);
    enum kam_status status = read_idle(holding, row, &now.idle, error);

    if (status)
        return status;
    if (kam_ruling_holds_any(ruling, row)) {
        now.admitted = tier_of_rule(ruling, kam_ruling_admission(ruling, row));
        now.at_most = tier_of_rule(ruling, kam_ruling_cap(ruling, row));
    }
    tiering->holds[row] =
        kam_patience_apply(&tiering->tiers->patience, known ? &before : NULL, &now);
    verdict->tier = (uint32_t)tiering->holds[row].tier;
    return KAM_OK;
}

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

enum kam_status kam_holding_apply(struct kam_tiering *tiering, const struct kam_table *table,
                                  const struct kam_previous *previous, struct kam_error *error)
{
    struct holding holding = {.tiering = tiering, .table = table, .previous = previous};

    if (!previous && tiering->tiers->patience.lost_after == 0)
        return KAM_OK;
    enum kam_status status = find_idle(&holding, error);

    tiering->holds = kam_pages_alloc((table->count + 1) * sizeof *tiering->holds);
    if (!status && (!tiering->holds || !find_limits(&holding)))
        status = kam_error_nomem(error);
    if (!status && previous)
        status = match(&holding, error);
    for (uint32_t row = 0; row < table->count && !status; row++)
        status = hold_row(&holding, row, error);
    tiering->before = holding.rows;
    free(holding.limits);
    return status;
}

enum kam_status kam_holding_check(const struct kam_table *table, struct kam_error *error)
{
    const struct kam_place place = {.file = table->files[0]};
    size_t tier, computed, held = 0;
    enum kam_status status = kam_table_optional(table, KAM_TEXT("tier"), &tier, error);

    if (!status)
        status = kam_table_optional(table, KAM_TEXT("tier_computed"), &computed, error);
    if (status || tier == KAM_NO_COLUMN || computed == KAM_NO_COLUMN)
        return status;
    for (size_t row = 0; row < table->count; row++)
        held +=
            !kam_text_equal(kam_table_cell(table, row, tier), kam_table_cell(table, row, computed));
    if (held == 0)
        return KAM_OK;
    return kam_error_at(error, KAM_DATA, &place,
                        "a snapshot with customers that the one before it holds in their tiers "
                        "(%zu of %zu): without --previous they are where the rules put them at "
                        "once",
                        held, table->count);
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

    for (size_t row = 0; tiering->before && row < tiering->ranking.count; row++)
        known += tiering->before[row] != KAM_NONE;
    return known;
}

size_t kam_holding_count(const struct kam_tiering *tiering)
{
    size_t held = 0;

    for (size_t row = 0; row < tiering->ranking.count; row++)
        held += tiering->verdicts[row].tier != tiering->verdicts[row].computed;
    return held;
}
