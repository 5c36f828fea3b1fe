#include "tier/pyramid.h"

static void count(struct kam_layer *layer, const struct kam_verdict *verdict)
{
    layer->customers++;
    if (verdict->tier != verdict->computed)
        layer->held++;
    else if (verdict->computed != verdict->unflagged)
        layer->capped++;
    else if (verdict->unflagged != verdict->cut)
        layer->admitted++;
    else
        layer->by_cut++;
}

static void take_figure(struct kam_layer *layer, struct kam_decimal figure)
{
    if (!layer->has_figure || kam_decimal_compare(figure, layer->lowest) < 0)
        layer->lowest = figure;
    if (!layer->has_figure || kam_decimal_compare(figure, layer->highest) > 0)
        layer->highest = figure;
    layer->has_figure = true;
}

enum kam_status kam_layer_add(struct kam_layer *layer, const struct kam_tiering *tiering,
                              uint32_t row, struct kam_error *error)
{
    const struct kam_ranking *ranking = &tiering->ranking;
    struct kam_decimal revenue = ranking->revenues[row];

    count(layer, &tiering->verdicts[row]);
    if (ranking->has_figure[row])
        take_figure(layer, ranking->figures[row]);
    if (!kam_decimal_add(&layer->revenue, revenue) ||
        !kam_decimal_add(&layer->counted, kam_base_counted(tiering->tiers->base, revenue)))
        return kam_error_set(error, KAM_DATA, "the sum of the revenue is too large");
    return KAM_OK;
}
