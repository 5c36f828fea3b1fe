#include "tier/tier.h"

#include "tier/holding.h"
#include "tier/managers.h"

#include <stdlib.h>

enum kam_status kam_tier_check(const struct kam_model *model, struct kam_error *error)
{
    if (model->tiers.names.count == 0)
        return kam_error_at(error, KAM_USAGE, &model->place,
                            "the model has no [tiers], so there is nothing to cut by; "
                            "--model FILE or $KAM_MODEL names the model");
    return KAM_OK;
}

/* What shares in SEGMENT are of. */
static enum kam_status add_base(const struct kam_tiering *tiering,
                                const struct kam_segment *segment, struct kam_decimal *base,
                                struct kam_error *error)
{
    const struct kam_ranking *ranking = &tiering->ranking;

    *base = KAM_DECIMAL_ZERO;
    for (size_t i = 0; i < segment->count; i++) {
        struct kam_decimal revenue = ranking->revenues[segment->order[i]];
        if (!kam_decimal_add(base, kam_base_counted(tiering->tiers->base, revenue)))
            return kam_error_set(error, KAM_DATA, "the sum of the revenue is too large");
    }
    return KAM_OK;
}

/* Per row, the highest tier that admits it, or KAM_NONE. */
static uint32_t *find_admitted(const struct kam_tiering *tiering)
{
    const struct kam_ruling *ruling = &tiering->ruling;
    uint32_t *admitted = kam_pages_alloc((tiering->ranking.rows + 1) * sizeof *admitted);

    for (uint32_t row = 0; admitted && row < tiering->ranking.rows; row++) {
        size_t rule = kam_ruling_admission(ruling, row);
        admitted[row] =
            rule == KAM_NO_RULE ? KAM_NONE : (uint32_t)kam_ruling_rule(ruling, rule)->tier;
    }
    return admitted;
}

static enum kam_status cut_segments(struct kam_tiering *tiering, const struct kam_table *table,
                                    const struct kam_model *model, const uint32_t *admitted,
                                    struct kam_error *error)
{
    const struct kam_segments *segments = &tiering->segments;
    enum kam_status status = KAM_OK;

    tiering->cuttings =
        kam_arena_calloc(&tiering->arena, segments->count, sizeof *tiering->cuttings);
    if (!tiering->cuttings)
        return kam_error_nomem(error);
    for (size_t s = 0; s < segments->count && !status; s++) {
        struct kam_cutting *cutting = &tiering->cuttings[s];
        *cutting = (struct kam_cutting){.tiers = tiering->tiers,
                                        .ranking = &tiering->ranking,
                                        .segment = &segments->items[s],
                                        .admitted = admitted};
        status = add_base(tiering, cutting->segment, &cutting->base, error);
        if (!status && tiering->tiers->cut.kind == KAM_CUT_MANAGERS)
            status = kam_managers_count(&model->managers, table, cutting->segment->order,
                                        cutting->segment->count, &cutting->managers, error);
        if (!status)
            status = kam_cutting_make(cutting, &tiering->arena, error);
        cutting->admitted = NULL;
    }
    return status;
}

static enum kam_status cut_all(struct kam_tiering *tiering, const struct kam_table *table,
                               const struct kam_model *model, struct kam_error *error)
{
    bool inside = tiering->tiers->admitted == KAM_ADMITTED_INSIDE;
    uint32_t *admitted = inside ? find_admitted(tiering) : NULL;

    if (inside && !admitted)
        return kam_error_nomem(error);
    enum kam_status status = cut_segments(tiering, table, model, admitted, error);
    free(admitted);
    return status;
}

/* Admission and flags, if any rule holds for ROW. */
static void apply_rules(const struct kam_ruling *ruling, uint32_t row, struct kam_verdict *verdict)
{
    size_t admission = kam_ruling_admission(ruling, row), cap = kam_ruling_cap(ruling, row);

    if (admission != KAM_NO_RULE && kam_ruling_rule(ruling, admission)->tier < verdict->cut)
        verdict->unflagged = (uint32_t)kam_ruling_rule(ruling, admission)->tier;
    verdict->computed = verdict->unflagged;
    if (cap != KAM_NO_RULE && kam_ruling_rule(ruling, cap)->tier > verdict->computed)
        verdict->computed = (uint32_t)kam_ruling_rule(ruling, cap)->tier;
}

static void judge(struct kam_tiering *tiering)
{
    const struct kam_ranking *ranking = &tiering->ranking;
    uint32_t none = (uint32_t)tiering->tiers->names.count;

    for (size_t position = ranking->count; position < ranking->rows; position++)
        tiering->verdicts[ranking->order[position]] = (struct kam_verdict){none, none, none, none};
    for (size_t position = 0; position < tiering->ranking.count; position++) {
        uint32_t row = tiering->ranking.order[position];
        size_t place = kam_segments_place(&tiering->segments, row, position);
        struct kam_verdict *verdict = &tiering->verdicts[row];
        uint32_t cut = (uint32_t)kam_cutting_tier(kam_tiering_cutting(tiering, row), place);
        *verdict = (struct kam_verdict){cut, cut, cut, cut};
        if (kam_ruling_holds_any(&tiering->ruling, row))
            apply_rules(&tiering->ruling, row, verdict);
        verdict->tier = verdict->computed;
    }
}

enum kam_status kam_tiering_make(struct kam_tiering *tiering, const struct kam_table *table,
                                 const struct kam_model *model, const struct kam_previous *previous,
                                 unsigned threads, struct kam_error *error)
{
    const struct kam_model_tiers *tiers = &model->tiers;

    *tiering = (struct kam_tiering){
        .table = table, .tiers = tiers, .threads = threads, .previous = previous};
    enum kam_status status = kam_ranking_make(&tiering->ranking, table, tiers, error);
    if (status)
        return status;
    tiering->verdicts = kam_pages_alloc((tiering->ranking.rows + 1) * sizeof *tiering->verdicts);
    if (!tiering->verdicts)
        return kam_error_nomem(error);
    status = kam_shares_make(&tiering->shares, &tiering->ranking, tiers->base, error);
    if (!status)
        status = kam_segments_make(&tiering->segments, &tiering->ranking, table, tiers, error);
    if (!status)
        status = kam_ruling_make(&tiering->ruling, model, table, &tiering->shares, threads, error);
    if (!status)
        status = kam_boxes_make(&tiering->boxes, model, &tiering->ruling, threads, error);
    if (!status)
        status = cut_all(tiering, table, model, error);
    if (status)
        return status;
    judge(tiering);
    return kam_holding_apply(tiering, table, previous, error);
}

void kam_tiering_free(struct kam_tiering *tiering)
{
    kam_ranking_free(&tiering->ranking);
    kam_shares_free(&tiering->shares);
    kam_segments_free(&tiering->segments);
    kam_ruling_free(&tiering->ruling);
    kam_boxes_free(&tiering->boxes);
    free(tiering->verdicts);
    free(tiering->holds);
    free(tiering->before);
    kam_arena_free(&tiering->arena);
    *tiering = (struct kam_tiering){0};
}

size_t kam_tiering_admission(const struct kam_tiering *tiering, uint32_t row)
{
    size_t rule = kam_ruling_holds_any(&tiering->ruling, row)
                      ? kam_ruling_admission(&tiering->ruling, row)
                      : KAM_NO_RULE;

    return rule != KAM_NO_RULE &&
                   kam_ruling_rule(&tiering->ruling, rule)->tier < kam_tiering_stands(tiering, row)
               ? rule
               : KAM_NO_RULE;
}

size_t kam_tiering_cap(const struct kam_tiering *tiering, uint32_t row)
{
    const struct kam_ruling *ruling = &tiering->ruling;
    size_t tier = kam_tiering_stands(tiering, row);

    if (!kam_ruling_holds_any(ruling, row))
        return KAM_NO_RULE;
    size_t admission = kam_tiering_admission(tiering, row), cap = kam_ruling_cap(ruling, row);
    if (admission != KAM_NO_RULE)
        tier = kam_ruling_rule(ruling, admission)->tier;
    return cap != KAM_NO_RULE && kam_ruling_rule(ruling, cap)->tier > tier ? cap : KAM_NO_RULE;
}
