#include "tier/reason.h"

static bool add_decimal(struct kam_buffer *buffer, struct kam_decimal value, int places)
{
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(value, places, digits);

    return kam_buffer_add(buffer, (struct kam_text){digits, len});
}

static bool add_percent(struct kam_buffer *buffer, struct kam_decimal ratio)
{
    struct kam_decimal percent;

    /* A ratio is at most 1. */
    return kam_decimal_multiply(ratio, kam_decimal_of(100), 16, &percent) == KAM_NUMBER_OK &&
           add_decimal(buffer, percent, 0) && kam_buffer_add_byte(buffer, '%');
}

static bool add_figure(const struct kam_tiering *tiering, size_t position,
                       struct kam_buffer *buffer)
{
    const struct kam_ranking *ranking = &tiering->ranking;
    uint32_t row = ranking->order[position];

    if (!ranking->has_figure[row])
        return kam_buffer_add(buffer, KAM_TEXT("no ")) && kam_buffer_add(buffer, ranking->by);
    return kam_buffer_add(buffer, ranking->by) && kam_buffer_add_byte(buffer, ' ') &&
           add_decimal(buffer, ranking->figures[row], ranking->places);
}

static bool add_ranks(const struct kam_tiering *tiering, size_t limit, size_t position,
                      struct kam_buffer *buffer)
{
    const struct kam_ranking *ranking = &tiering->ranking;
    size_t end = tiering->ends[limit], untied = tiering->untied[limit];

    if (!kam_buffer_printf(buffer, ": rank %zu of %zu, limit rank %zu", position + 1,
                           ranking->count, end))
        return false;
    if (end != untied && !kam_buffer_printf(buffer, " (%zu without ties)", untied))
        return false;
    if (ranking->has_figure[ranking->order[position]])
        return true;
    return kam_buffer_add(buffer, KAM_TEXT(", ")) && add_figure(tiering, position, buffer);
}

bool kam_reason_write(const struct kam_tiering *tiering, size_t tier, size_t position,
                      struct kam_buffer *buffer)
{
    const struct kam_cut *cut = &tiering->tiers->cut;
    bool lowest = tier == cut->limit_count;
    size_t limit = lowest ? tier - 1 : tier;
    const char *side = lowest ? "below top" : "top";

    switch (cut->kind) {
    case KAM_CUT_CUSTOMERS:
    case KAM_CUT_SHARE:
        return kam_buffer_printf(buffer, "%s %s ",
                                 cut->kind == KAM_CUT_SHARE ? "share" : "customers", side) &&
               add_percent(buffer, cut->limits[limit]) &&
               add_ranks(tiering, limit, position, buffer);
    case KAM_CUT_COUNT:
        return kam_buffer_printf(buffer, "count %s ", side) &&
               add_decimal(buffer, cut->limits[limit], 0) &&
               add_ranks(tiering, limit, position, buffer);
    case KAM_CUT_VALUE:
        return kam_buffer_printf(buffer, "value %s ", lowest ? "below" : "at least") &&
               add_decimal(buffer, cut->limits[limit], 0) &&
               kam_buffer_add(buffer, KAM_TEXT(": ")) && add_figure(tiering, position, buffer);
    case KAM_CUT_ABC:
    case KAM_CUT_MANAGERS:
        break;
    }
    return true;
}
