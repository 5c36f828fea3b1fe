#include "tier/tier.h"

#include <stdlib.h>

enum kam_status kam_tier_check(const struct kam_model *model, struct kam_error *error)
{
    if (model->tiers.names.count == 0)
        return kam_error_at(error, KAM_USAGE, &model->place,
                            "the model has no [tiers], so there is nothing to cut by; "
                            "--model FILE or $KAM_MODEL names the model");
    return KAM_OK;
}

/* ceil(RATIO * COUNT), RATIO being in (0, 1]. */
static size_t end_of_customers(struct kam_decimal ratio, size_t count)
{
    const kam_int128 one = kam_decimal_of(1).units;

    /* RATIO's units are at most 10^18 and COUNT fits 32 bits: no overflow. */
    return (size_t)((ratio.units * (kam_int128)count + one - 1) / one);
}

static size_t end_of_value(const struct kam_ranking *ranking, struct kam_decimal value)
{
    size_t low = 0, high = ranking->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t row = ranking->order[middle];
        if (ranking->has_figure[row] && kam_decimal_compare(ranking->figures[row], value) >= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t end_of_count(struct kam_decimal limit, size_t count)
{
    struct kam_decimal all = kam_decimal_of((int64_t)count);

    return kam_decimal_compare(limit, all) >= 0 ? count
                                                : (size_t)(limit.units / kam_decimal_of(1).units);
}

/* All limits in one walk: they rise. */
static bool find_shares(struct kam_tiering *tiering)
{
    const struct kam_cut *cut = &tiering->tiers->cut;
    const struct kam_ranking *ranking = &tiering->ranking;
    const struct kam_decimal one = kam_decimal_of(1);
    struct kam_decimal sum = KAM_DECIMAL_ZERO;
    size_t end = 0;

    for (size_t t = 0; t < cut->limit_count; t++) {
        while (end < ranking->count &&
               kam_decimal_compare_products(sum, one, cut->limits[t], tiering->base) < 0) {
            struct kam_decimal revenue = ranking->revenues[ranking->order[end++]];
            if (!kam_decimal_add(&sum, kam_tiering_counted(tiering, revenue)))
                return false;
        }
        tiering->untied[t] = end;
    }
    return true;
}

/* UNTIED[t] for every limit of the cut. */
static enum kam_status find_ends(struct kam_tiering *tiering, struct kam_error *error)
{
    const struct kam_cut *cut = &tiering->tiers->cut;
    size_t count = tiering->ranking.count;

    switch (cut->kind) {
    case KAM_CUT_CUSTOMERS:
        for (size_t t = 0; t < cut->limit_count; t++)
            tiering->untied[t] = end_of_customers(cut->limits[t], count);
        return KAM_OK;
    case KAM_CUT_SHARE:
        if (!find_shares(tiering))
            return kam_error_set(error, KAM_DATA, "the sum of the revenue is too large");
        return KAM_OK;
    case KAM_CUT_VALUE:
        for (size_t t = 0; t < cut->limit_count; t++)
            tiering->untied[t] = end_of_value(&tiering->ranking, cut->limits[t]);
        return KAM_OK;
    case KAM_CUT_COUNT:
        for (size_t t = 0; t < cut->limit_count; t++)
            tiering->untied[t] = end_of_count(cut->limits[t], count);
        return KAM_OK;
    case KAM_CUT_ABC:
    case KAM_CUT_MANAGERS:
        break;
    }
    return kam_error_at(error, KAM_USAGE, &cut->place, "this version can't cut this way");
}

/* Whether the customers left and right of the position END are not to be parted. */
static bool is_tie(const struct kam_tiering *tiering, size_t end)
{
    const struct kam_ranking *ranking = &tiering->ranking;

    if (end == 0 || end >= ranking->count)
        return false;
    uint32_t above = ranking->order[end - 1], below = ranking->order[end];
    if (kam_ranking_compare_figures(ranking, above, below) != 0)
        return false;
    return tiering->tiers->ties == KAM_TIES_SCORE ||
           kam_decimal_compare(ranking->revenues[above], ranking->revenues[below]) == 0;
}

static size_t settle_ties(const struct kam_tiering *tiering, size_t end)
{
    switch (tiering->tiers->ties) {
    case KAM_TIES_UP:
    case KAM_TIES_SCORE:
        while (is_tie(tiering, end))
            end++;
        break;
    case KAM_TIES_DOWN:
        while (is_tie(tiering, end))
            end--;
        break;
    case KAM_TIES_SPLIT:
        break;
    }
    return end;
}

enum kam_status kam_tiering_make(struct kam_tiering *tiering, const struct kam_table *table,
                                 const struct kam_model *model, struct kam_error *error)
{
    const struct kam_model_tiers *tiers = &model->tiers;
    size_t count = tiers->names.count;

    *tiering = (struct kam_tiering){.tiers = tiers};
    enum kam_status status = kam_ranking_make(&tiering->ranking, table, tiers, error);
    if (status)
        return status;
    tiering->base =
        tiers->base == KAM_BASE_NET ? tiering->ranking.total : tiering->ranking.positive;
    tiering->ends = calloc(count, sizeof *tiering->ends);
    tiering->untied = calloc(count, sizeof *tiering->untied);
    if (!tiering->ends || !tiering->untied)
        return kam_error_nomem(error);
    status = find_ends(tiering, error);
    tiering->untied[count - 1] = tiering->ranking.count;
    for (size_t t = 0; t < count; t++)
        tiering->ends[t] = settle_ties(tiering, tiering->untied[t]);
    return status;
}

void kam_tiering_free(struct kam_tiering *tiering)
{
    kam_ranking_free(&tiering->ranking);
    free(tiering->ends);
    free(tiering->untied);
    tiering->ends = tiering->untied = NULL;
}
