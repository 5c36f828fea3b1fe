#include "tier/reason.h"

#include "tier/evidence.h"

/* What is the same in the reasons of all customers that the cut puts into a tier of a segment. */
struct kam_reason_cut {
    bool has_rank;          /* and so a rank stands between the two */
    struct kam_text before; /* "customers top 1%: rank " */
    struct kam_text after;  /* " of 3000, limit rank 30" */
};

void kam_reasons_free(struct kam_reasons *reasons)
{
    kam_arena_free(&reasons->arena);
    *reasons = (struct kam_reasons){0};
}

/* ---- the cut --------------------------------------------------------------------------------- */

static bool add_decimal(struct kam_buffer *buffer, struct kam_decimal value, int places)
{
    if (!kam_buffer_reserve(buffer, KAM_DECIMAL_SIZE))
        return false;
    buffer->len += kam_decimal_format(value, places, buffer->ptr + buffer->len);
    return true;
}

static bool add_percent(struct kam_buffer *buffer, struct kam_decimal ratio)
{
    struct kam_decimal percent;

    /* A ratio is at most 1. */
    return kam_decimal_multiply(ratio, kam_decimal_of(100), 16, &percent) == KAM_NUMBER_OK &&
           add_decimal(buffer, percent, 0) && kam_buffer_add_byte(buffer, '%');
}

/* " of industry=bank" */
static bool add_segment(const struct kam_segments *segments, const struct kam_segment *segment,
                        struct kam_buffer *buffer)
{
    return segments->per.len == 0 ||
           (kam_buffer_add(buffer, KAM_TEXT(" of ")) && kam_buffer_add(buffer, segments->per) &&
            kam_buffer_add_byte(buffer, '=') && kam_buffer_add(buffer, segment->name));
}

/* "customers top 1%": what stands before the rank, or the figure, without the segment. */
static bool add_limit(const struct kam_model_tiers *tiers, size_t limit, bool is_lowest,
                      struct kam_buffer *buffer)
{
    const struct kam_cut *cut = &tiers->cut;
    const char *side = is_lowest ? "below top" : "top";

    switch (cut->kind) {
    case KAM_CUT_CUSTOMERS:
    case KAM_CUT_SHARE:
        return kam_buffer_printf(buffer, "%s %s ",
                                 cut->kind == KAM_CUT_SHARE ? "share" : "customers", side) &&
               add_percent(buffer, cut->limits[limit]);
    case KAM_CUT_COUNT:
        return kam_buffer_printf(buffer, "count %s ", side) &&
               add_decimal(buffer, cut->limits[limit], 0);
    case KAM_CUT_MANAGERS:
        return kam_buffer_printf(buffer, "managers %s ", side) &&
               add_decimal(buffer, cut->limits[limit], 0) &&
               kam_buffer_add(buffer, KAM_TEXT(" each"));
    case KAM_CUT_VALUE:
        return kam_buffer_printf(buffer, "value %s ", is_lowest ? "below" : "at least") &&
               add_decimal(buffer, cut->limits[limit], 0);
    case KAM_CUT_ABC:
        break;
    }
    return kam_buffer_printf(buffer, "abc %s%c", is_lowest ? "below " : "", limit ? 'B' : 'A');
}

/* " of 3000, limit rank 30" */
static bool add_ranks(const struct kam_cutting *cutting, size_t limit, struct kam_buffer *buffer)
{
    size_t end = cutting->ends[limit], untied = cutting->untied[limit];
    bool ok = kam_buffer_printf(buffer, " of %zu, limit rank %zu", cutting->segment->count, end);

    if (ok && cutting->tiers->cut.kind == KAM_CUT_MANAGERS)
        ok =
            kam_buffer_printf(buffer, " with %llu manager%s", (unsigned long long)cutting->managers,
                              cutting->managers == 1 ? "" : "s");
    return ok && (end == untied || kam_buffer_printf(buffer, " (%zu without ties)", untied));
}

static bool make_cut(struct kam_reasons *reasons, const struct kam_cutting *cutting, size_t tier,
                     struct kam_reason_cut *made)
{
    const struct kam_cut *cut = &cutting->tiers->cut;
    bool is_lowest = tier + 1 == cutting->tiers->names.count;
    size_t limit = is_lowest ? tier - 1 : tier;
    struct kam_buffer before = {NULL, 0, 0}, after = {NULL, 0, 0};

    made->has_rank = cut->kind != KAM_CUT_VALUE;
    bool ok = add_limit(cutting->tiers, limit, is_lowest, &before) &&
              add_segment(&reasons->tiering->segments, cutting->segment, &before) &&
              kam_buffer_add(&before, made->has_rank ? KAM_TEXT(": rank ") : KAM_TEXT(": ")) &&
              (!made->has_rank || add_ranks(cutting, limit, &after)) &&
              kam_arena_copy(&reasons->arena, kam_buffer_text(&before), &made->before) &&
              kam_arena_copy(&reasons->arena, kam_buffer_text(&after), &made->after);
    kam_buffer_free(&before);
    kam_buffer_free(&after);
    return ok;
}

bool kam_reasons_init(struct kam_reasons *reasons, const struct kam_tiering *tiering)
{
    size_t tiers = tiering->tiers->names.count, count = tiering->segments.count * tiers;

    *reasons = (struct kam_reasons){.tiering = tiering};
    reasons->cuts = kam_arena_calloc(&reasons->arena, count + 1, sizeof *reasons->cuts);
    bool ok = reasons->cuts != NULL;
    for (size_t i = 0; i < count && ok; i++)
        ok = make_cut(reasons, &tiering->cuttings[i / tiers], i % tiers, &reasons->cuts[i]);
    return ok;
}

static bool add_figure(const struct kam_ranking *ranking, uint32_t row, struct kam_buffer *buffer)
{
    if (!ranking->has_figure[row])
        return kam_buffer_add(buffer, KAM_TEXT("no ")) && kam_buffer_add(buffer, ranking->by);
    return kam_buffer_add(buffer, ranking->by) && kam_buffer_add_byte(buffer, ' ') &&
           add_decimal(buffer, ranking->figures[row], ranking->places);
}

bool kam_reasons_add_cut(const struct kam_reasons *reasons, uint32_t row, size_t position,
                         struct kam_buffer *buffer)
{
    const struct kam_tiering *tiering = reasons->tiering;
    const struct kam_ranking *ranking = &tiering->ranking;
    size_t segment = kam_segments_of(&tiering->segments, row), tier = tiering->verdicts[row].cut;
    size_t place = kam_segments_place(&tiering->segments, row, position);
    const struct kam_reason_cut *cut = &reasons->cuts[segment * tiering->tiers->names.count + tier];

    if (!kam_buffer_add(buffer, cut->before))
        return false;
    if (!cut->has_rank)
        return add_figure(ranking, row, buffer);
    return add_decimal(buffer, kam_decimal_of((int64_t)place + 1), 0) &&
           kam_buffer_add(buffer, cut->after) &&
           (ranking->has_figure[row] ||
            (kam_buffer_add(buffer, KAM_TEXT(", ")) && add_figure(ranking, row, buffer)));
}

/* ---- what else decided ----------------------------------------------------------------------- */

/* "NAME (evidence); " */
static bool add_rule(const struct kam_ruling *ruling, size_t rule, uint32_t row,
                     struct kam_buffer *buffer)
{
    return kam_buffer_add(buffer, kam_ruling_rule(ruling, rule)->name) &&
           kam_buffer_add(buffer, KAM_TEXT(" (")) && kam_evidence_add(ruling, rule, row, buffer) &&
           kam_buffer_add(buffer, KAM_TEXT("); "));
}

static bool add_rules(const struct kam_tiering *tiering, uint32_t row, struct kam_buffer *buffer)
{
    const struct kam_ruling *ruling = &tiering->ruling;
    size_t cap = kam_tiering_cap(tiering, row), admission = kam_tiering_admission(tiering, row);
    bool ok = true;

    if (cap != KAM_NO_RULE)
        ok = kam_buffer_add(buffer, KAM_TEXT("at most ")) &&
             kam_buffer_add(buffer,
                            tiering->tiers->names.items[kam_ruling_rule(ruling, cap)->tier]) &&
             kam_buffer_add(buffer, KAM_TEXT(" by ")) && add_rule(ruling, cap, row, buffer);
    if (ok && admission != KAM_NO_RULE)
        ok = kam_buffer_add(buffer, KAM_TEXT("admitted by ")) &&
             add_rule(ruling, admission, row, buffer);
    return ok;
}

/* What patience made of it. */
static bool add_hold(const struct kam_tiering *tiering, uint32_t row, struct kam_buffer *buffer)
{
    const struct kam_model_patience *patience = &tiering->tiers->patience;
    const struct kam_hold *hold = &tiering->holds[row];
    struct kam_text tier = tiering->tiers->names.items[hold->tier];

    switch (hold->kind) {
    case KAM_HOLD_NONE:
        return true;
    case KAM_HOLD_BELOW:
        return kam_buffer_printf(buffer, "held in %s, period %d of %u below; ", tier.ptr,
                                 -hold->held, patience->demote_after);
    case KAM_HOLD_ABOVE:
        return kam_buffer_printf(buffer, "held in %s, period %d of %u above; ", tier.ptr,
                                 hold->held, patience->promote_after);
    case KAM_HOLD_KEPT:
        return kam_buffer_printf(buffer, "kept in %s, at least ", tier.ptr) &&
               add_percent(buffer, patience->keep_factor) &&
               kam_buffer_add(buffer, KAM_TEXT(" of the limit; "));
    case KAM_HOLD_LOST:
        break;
    }
    return kam_buffer_add(buffer, KAM_TEXT("lost, ")) &&
           kam_evidence_add_idle(tiering->table, row, buffer) &&
           kam_buffer_add(buffer, KAM_TEXT("; "));
}

bool kam_reasons_add(const struct kam_reasons *reasons, uint32_t row, size_t position,
                     struct kam_buffer *buffer)
{
    const struct kam_tiering *tiering = reasons->tiering;

    return (!tiering->holds || add_hold(tiering, row, buffer)) &&
           (!kam_ruling_holds_any(&tiering->ruling, row) || add_rules(tiering, row, buffer)) &&
           kam_reasons_add_cut(reasons, row, position, buffer);
}
