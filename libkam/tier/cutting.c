#include "tier/cutting.h"

#include "tier/abc.h"

#include <stdlib.h>

static uint32_t row_at(const struct kam_cutting *cutting, size_t place)
{
    return cutting->segment->order[place];
}

/* Whether the customer in ROW is admitted to TIER or above, and so takes a place there first. */
static bool has_place(const struct kam_cutting *cutting, uint32_t row, size_t tier)
{
    return cutting->admitted && cutting->admitted[row] <= tier;
}

/* ---- limits that count customers ---------------------------------------------------------------
 */

/* ceil(RATIO * COUNT), RATIO being in (0, 1]. */
static size_t places_of_ratio(struct kam_decimal ratio, size_t count)
{
    const kam_int128 one = kam_decimal_of(1).units;

    /* RATIO's units are at most 10^18 and COUNT fits 32 bits: no overflow. */
    return (size_t)((ratio.units * (kam_int128)count + one - 1) / one);
}

/* LIMIT * FACTOR, LIMIT being whole, but COUNT at most. */
static size_t places_of_count(struct kam_decimal limit, uint64_t factor, size_t count)
{
    kam_uint128 whole = kam_decimal_magnitude(limit) / kam_decimal_magnitude(kam_decimal_of(1));

    return factor && whole > count / factor ? count : (size_t)(whole * factor);
}

static size_t places(const struct kam_cutting *cutting, size_t tier)
{
    const struct kam_cut *cut = &cutting->tiers->cut;
    size_t count = cutting->segment->count;

    if (cut->kind == KAM_CUT_CUSTOMERS)
        return places_of_ratio(cut->limits[tier], count);
    return places_of_count(cut->limits[tier], cut->kind == KAM_CUT_MANAGERS ? cutting->managers : 1,
                           count);
}

bool kam_cutting_places(const struct kam_cutting *cutting, size_t tier, struct kam_decimal *number)
{
    const struct kam_cut *cut = &cutting->tiers->cut;

    if (tier + 1 >= cutting->tiers->names.count)
        return false;
    switch (cut->kind) {
    case KAM_CUT_CUSTOMERS:
        *number = kam_decimal_of((int64_t)places(cutting, tier));
        return true;
    case KAM_CUT_COUNT:
        *number = cut->limits[tier];
        return true;
    case KAM_CUT_MANAGERS:
        return cutting->managers <= INT64_MAX &&
               kam_decimal_multiply(cut->limits[tier], kam_decimal_of((int64_t)cutting->managers),
                                    0, number) == KAM_NUMBER_OK;
    case KAM_CUT_SHARE:
    case KAM_CUT_VALUE:
    case KAM_CUT_ABC:
        break;
    }
    return false;
}

/* Where those end who take the PLACES of TIER, when the admitted have taken theirs. */
static size_t end_of_places(const struct kam_cutting *cutting, size_t tier, size_t places)
{
    size_t count = cutting->segment->count, admitted = 0, end = 0;

    if (!cutting->admitted)
        return places;
    for (size_t i = 0; i < count; i++)
        admitted += has_place(cutting, row_at(cutting, i), tier);
    for (size_t left = places > admitted ? places - admitted : 0; left > 0 && end < count; end++)
        left -= !has_place(cutting, row_at(cutting, end), tier);
    return end;
}

/* ---- limits of shares ------------------------------------------------------------------------ */

static bool add_counted(const struct kam_cutting *cutting, uint32_t row, struct kam_decimal *sum)
{
    return kam_decimal_add(sum,
                           kam_base_counted(cutting->tiers->base, cutting->ranking->revenues[row]));
}

/* <0, 0, >0 as SUM is less than, equal to or more than the share of TIER. */
static int compare_share(const struct kam_cutting *cutting, size_t tier, struct kam_decimal sum)
{
    return kam_decimal_compare_products(sum, kam_decimal_of(1), cutting->tiers->cut.limits[tier],
                                        cutting->base);
}

/* *SUM: the revenue of those admitted to TIER or above. */
static bool add_admitted(const struct kam_cutting *cutting, size_t tier, struct kam_decimal *sum)
{
    bool ok = true;

    *sum = KAM_DECIMAL_ZERO;
    for (size_t i = 0; cutting->admitted && i < cutting->segment->count && ok; i++)
        if (has_place(cutting, row_at(cutting, i), tier))
            ok = add_counted(cutting, row_at(cutting, i), sum);
    return ok;
}

/* Where the revenue reaches the share of TIER; false where a sum is too large. */
static bool find_share(const struct kam_cutting *cutting, size_t tier, size_t *end)
{
    bool excludes = cutting->tiers->crossing == KAM_CROSSING_EXCLUDE;
    struct kam_decimal sum;

    *end = 0;
    if (kam_decimal_sign(cutting->base) <= 0)
        return true;
    if (!add_admitted(cutting, tier, &sum))
        return false;
    for (; *end < cutting->segment->count; ++*end) {
        uint32_t row = row_at(cutting, *end);
        if (compare_share(cutting, tier, sum) >= 0)
            break;
        if (has_place(cutting, row, tier))
            continue;
        if (!add_counted(cutting, row, &sum))
            return false;
        if (excludes && compare_share(cutting, tier, sum) > 0)
            break;
    }
    return true;
}

/* ---- limits of figures ----------------------------------------------------------------------- */

static size_t end_of_value(const struct kam_cutting *cutting, struct kam_decimal value)
{
    const struct kam_ranking *ranking = cutting->ranking;
    size_t low = 0, high = cutting->segment->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t row = row_at(cutting, middle);
        if (ranking->has_figure[row] && kam_decimal_compare(ranking->figures[row], value) >= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static enum kam_status find_abc(struct kam_cutting *cutting, struct kam_error *error)
{
    const struct kam_ranking *ranking = cutting->ranking;
    size_t count = cutting->segment->count;
    struct kam_decimal *figures = malloc((count + 1) * sizeof *figures);

    if (!figures)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++) {
        uint32_t row = row_at(cutting, i);
        figures[i] = ranking->has_figure[row] ? ranking->figures[row] : KAM_DECIMAL_ZERO;
    }
    bool fits = kam_abc(figures, count, &cutting->untied[0], &cutting->untied[1]);
    free(figures);
    return fits ? KAM_OK
                : kam_error_set(error, KAM_DATA, "the sum of %s is too large",
                                kam_show(ranking->by).s);
}

/* ---- all of it ------------------------------------------------------------------------------- */

/* UNTIED[t] for every limit of the cut. */
static enum kam_status find_ends(struct kam_cutting *cutting, struct kam_error *error)
{
    const struct kam_cut *cut = &cutting->tiers->cut;

    if (cut->kind == KAM_CUT_ABC)
        return find_abc(cutting, error);
    for (size_t t = 0; t + 1 < cutting->tiers->names.count; t++) {
        size_t *end = &cutting->untied[t];
        switch (cut->kind) {
        case KAM_CUT_CUSTOMERS:
        case KAM_CUT_COUNT:
        case KAM_CUT_MANAGERS:
            *end = end_of_places(cutting, t, places(cutting, t));
            break;
        case KAM_CUT_SHARE:
            if (!find_share(cutting, t, end))
                return kam_error_set(error, KAM_DATA, "the sum of the revenue is too large");
            break;
        case KAM_CUT_VALUE:
            *end = end_of_value(cutting, cut->limits[t]);
            break;
        case KAM_CUT_ABC:
            break;
        }
        /* Those admitted to a lower tier only may leave it fewer places than the higher one has. */
        if (t && *end < cutting->untied[t - 1])
            *end = cutting->untied[t - 1];
    }
    return KAM_OK;
}

/* Whether the customers left and right of the position END are not to be parted. */
static bool is_tie(const struct kam_cutting *cutting, size_t end)
{
    const struct kam_ranking *ranking = cutting->ranking;

    if (end == 0 || end >= cutting->segment->count)
        return false;
    uint32_t above = row_at(cutting, end - 1), below = row_at(cutting, end);
    if (kam_ranking_compare_figures(ranking, above, below) != 0)
        return false;
    return cutting->tiers->ties == KAM_TIES_SCORE ||
           kam_decimal_compare(ranking->revenues[above], ranking->revenues[below]) == 0;
}

static size_t settle_ties(const struct kam_cutting *cutting, size_t end)
{
    switch (cutting->tiers->ties) {
    case KAM_TIES_UP:
    case KAM_TIES_SCORE:
        while (is_tie(cutting, end))
            end++;
        break;
    case KAM_TIES_DOWN:
        while (is_tie(cutting, end))
            end--;
        break;
    case KAM_TIES_SPLIT:
        break;
    }
    return end;
}

enum kam_status kam_cutting_make(struct kam_cutting *cutting, struct kam_arena *arena,
                                 struct kam_error *error)
{
    size_t count = cutting->tiers->names.count;

    cutting->ends = kam_arena_calloc(arena, count, sizeof *cutting->ends);
    cutting->untied = kam_arena_calloc(arena, count, sizeof *cutting->untied);
    if (!cutting->ends || !cutting->untied)
        return kam_error_nomem(error);
    enum kam_status status = find_ends(cutting, error);
    cutting->untied[count - 1] = cutting->segment->count;
    for (size_t t = 0; t < count; t++)
        cutting->ends[t] = settle_ties(cutting, cutting->untied[t]);
    return status;
}

static bool figure_at(const struct kam_cutting *cutting, size_t place, struct kam_decimal *figure)
{
    if (place >= cutting->segment->count || !cutting->ranking->has_figure[row_at(cutting, place)])
        return false;
    *figure = cutting->ranking->figures[row_at(cutting, place)];
    return true;
}

/* The limit of TIER where the cut states it. */
static bool stated_limit(const struct kam_cutting *cutting, size_t tier, struct kam_decimal *limit)
{
    if (tier + 1 >= cutting->tiers->names.count)
        return false;
    *limit = cutting->tiers->cut.limits[tier];
    return true;
}

bool kam_cutting_limit(const struct kam_cutting *cutting, size_t tier, struct kam_decimal *limit)
{
    if (cutting->tiers->cut.kind == KAM_CUT_VALUE)
        return stated_limit(cutting, tier, limit);
    return tier + 1 < cutting->tiers->names.count && cutting->ends[tier] > 0 &&
           figure_at(cutting, cutting->ends[tier] - 1, limit);
}

bool kam_cutting_limit_below(const struct kam_cutting *cutting, size_t tier,
                             struct kam_decimal *limit)
{
    if (cutting->tiers->cut.kind == KAM_CUT_VALUE)
        return stated_limit(cutting, tier, limit);
    return figure_at(cutting, cutting->ends[tier], limit);
}
