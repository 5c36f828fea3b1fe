#include "tier/limits.h"

/* Write down LIMIT, whose figure is known if it is present. */
static bool note(struct kam_limits *limits, bool present, struct kam_limit *limit)
{
    char digits[KAM_DECIMAL_SIZE];

    limit->present = present;
    if (!present)
        return true;
    size_t len = kam_decimal_format(limit->figure, limits->tiering->ranking.places, digits);
    return kam_arena_copy(&limits->arena, (struct kam_text){digits, len}, &limit->text);
}

bool kam_limits_make(struct kam_limits *limits, const struct kam_tiering *tiering)
{
    size_t tiers = tiering->tiers->names.count, count = tiering->segments.count * tiers;

    *limits = (struct kam_limits){.tiering = tiering};
    struct kam_limit_pair *pairs = kam_arena_calloc(&limits->arena, count + 1, sizeof *pairs);
    bool ok = pairs != NULL;

    limits->pairs = pairs;
    for (size_t i = 0; i < count && ok; i++) {
        const struct kam_cutting *cutting = &tiering->cuttings[i / tiers];
        size_t tier = i % tiers;
        struct kam_limit *up = &pairs[i].up, *down = &pairs[i].down;
        ok = note(limits, tier && kam_cutting_limit(cutting, tier - 1, &up->figure), up) &&
             note(limits, kam_cutting_limit_below(cutting, tier, &down->figure), down);
    }
    return ok;
}

void kam_limits_free(struct kam_limits *limits)
{
    kam_arena_free(&limits->arena);
}

bool kam_limits_gap(const struct kam_limits *limits, const struct kam_limit_pair *pair,
                    uint32_t row, enum kam_gap which, struct kam_decimal *gap)
{
    const struct kam_ranking *ranking = &limits->tiering->ranking;
    const struct kam_limit *limit = which == KAM_GAP_UP ? &pair->up : &pair->down;
    struct kam_decimal figure = ranking->figures[row];

    *gap = which == KAM_GAP_UP ? limit->figure : figure;
    return limit->present && ranking->has_figure[row] &&
           kam_decimal_subtract(gap, which == KAM_GAP_UP ? figure : limit->figure);
}
