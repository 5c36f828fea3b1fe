#include "tier/pyramid.h"

#include "base/sort.h"
#include "tier/concentration.h"

#include <stdlib.h>

enum { REPEATS = 2 }; /* months in which somebody bought who buys again */

/* What a customer is in the tier by: the last that changed it. */
static void count_customer(struct kam_layer *layer, const struct kam_tiering *tiering, uint32_t row)
{
    const struct kam_verdict *verdict = &tiering->verdicts[row];

    layer->customers++;
    if (verdict->tier != verdict->computed)
        layer->held++;
    else if (kam_tiering_cap(tiering, row) != KAM_NO_RULE)
        layer->capped++;
    else if (kam_tiering_admission(tiering, row) != KAM_NO_RULE)
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

    count_customer(layer, tiering, row);
    if (ranking->has_figure[row])
        take_figure(layer, ranking->figures[row]);
    if (!kam_decimal_add(&layer->revenue, revenue) ||
        !kam_decimal_add(&layer->counted, kam_base_counted(tiering->tiers->base, revenue)))
        return kam_error_set(error, KAM_DATA, "the sum of the revenue is too large");
    return KAM_OK;
}

/* ---- all groups ------------------------------------------------------------------------------ */

static size_t group_of(const uint32_t *of_rows, uint32_t row)
{
    return of_rows ? of_rows[row] : 0;
}

static enum kam_status fill_layers(struct kam_pyramids *pyramids, const struct kam_tiering *tiering,
                                   const uint32_t *of_rows, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (uint32_t row = 0; row < tiering->ranking.rows && !status; row++) {
        if (kam_tiering_is_prospect(tiering, row))
            continue;
        struct kam_pyramid *pyramid = &pyramids->items[group_of(of_rows, row)];
        status = kam_layer_add(&pyramid->layers[tiering->verdicts[row].tier], tiering, row, error);
        if (!status)
            status = kam_layer_add(&pyramid->all, tiering, row, error);
    }
    return status;
}

static enum kam_status count_repeaters(struct kam_pyramids *pyramids, const struct kam_table *table,
                                       const struct kam_tiering *tiering, const uint32_t *of_rows,
                                       struct kam_error *error)
{
    size_t column;
    enum kam_status status = kam_table_optional(table, KAM_TEXT("months"), &column, error);

    pyramids->knows_repeaters = !status && column != KAM_NO_COLUMN;
    for (uint32_t row = 0; pyramids->knows_repeaters && row < table->count && !status; row++) {
        if (kam_tiering_is_prospect(tiering, row))
            continue;
        struct kam_decimal months;
        bool empty;
        status = kam_table_number(table, row, column, &months, &empty, error);
        pyramids->items[group_of(of_rows, row)].repeaters +=
            !status && kam_decimal_compare(months, kam_decimal_of(REPEATS)) >= 0;
    }
    return status;
}

/* ---- how the revenue is spread --------------------------------------------------------------- */

static int compare_revenues(uint32_t a, uint32_t b, void *context)
{
    const struct kam_ranking *const *ranking = context;

    return kam_decimal_compare((*ranking)->revenues[a], (*ranking)->revenues[b]);
}

static uint32_t *rows_by_revenue(const struct kam_tiering *tiering)
{
    const struct kam_ranking *ranking = &tiering->ranking;
    size_t count = 0;
    uint32_t *rows = malloc((ranking->count + 1) * sizeof *rows);

    for (uint32_t row = 0; rows && row < ranking->rows; row++)
        if (!kam_tiering_is_prospect(tiering, row))
            rows[count++] = row;
    if (rows && !kam_sort(rows, ranking->count, compare_revenues, &ranking)) {
        free(rows);
        rows = NULL;
    }
    return rows;
}

static struct kam_spread spread_of(const struct kam_decimal *rising, size_t number)
{
    struct kam_spread spread = {.top_has_half = kam_top_has_half(rising, number)};

    spread.known =
        kam_top_share(rising, number, &spread.top_share) && kam_gini(rising, number, &spread.gini);
    return spread;
}

/* RISING: the revenues of one group behind those of the other, each rising. */
static void collect_revenues(const struct kam_pyramids *pyramids, const struct kam_ranking *ranking,
                             const uint32_t *rows, const uint32_t *of_rows, size_t *ends,
                             struct kam_decimal *rising)
{
    size_t start = 0;

    for (size_t g = 0; g < pyramids->count; g++) {
        ends[g] = start;
        start += pyramids->items[g].all.customers;
    }
    for (size_t i = 0; i < ranking->count; i++)
        rising[ends[group_of(of_rows, rows[i])]++] = ranking->revenues[rows[i]];
}

static bool find_spread(struct kam_pyramids *pyramids, const struct kam_tiering *tiering,
                        const uint32_t *of_rows)
{
    const struct kam_ranking *ranking = &tiering->ranking;
    uint32_t *rows = rows_by_revenue(tiering);
    struct kam_decimal *rising = malloc((ranking->count + 1) * sizeof *rising);
    size_t *ends = calloc(pyramids->count + 1, sizeof *ends);
    bool ok = rows && rising && ends;

    if (ok)
        collect_revenues(pyramids, ranking, rows, of_rows, ends, rising);
    for (size_t g = 0; ok && g < pyramids->count; g++) {
        size_t number = pyramids->items[g].all.customers;
        pyramids->items[g].spread = spread_of(rising + ends[g] - number, number);
    }
    free(rows);
    free(rising);
    free(ends);
    return ok;
}

static bool allocate(struct kam_pyramids *pyramids, size_t tiers)
{
    struct kam_layer *layers;

    pyramids->items =
        kam_arena_calloc(&pyramids->arena, pyramids->count + 1, sizeof *pyramids->items);
    layers = kam_arena_calloc(&pyramids->arena, pyramids->count * tiers + 1, sizeof *layers);
    for (size_t g = 0; pyramids->items && layers && g < pyramids->count; g++)
        pyramids->items[g].layers = layers + g * tiers;
    return pyramids->items && layers;
}

enum kam_status kam_pyramids_make(struct kam_pyramids *pyramids, const struct kam_tiering *tiering,
                                  const struct kam_table *table, const uint32_t *of_rows,
                                  size_t count, struct kam_error *error)
{
    *pyramids = (struct kam_pyramids){.count = count};
    if (!allocate(pyramids, tiering->tiers->names.count))
        return kam_error_nomem(error);
    enum kam_status status = fill_layers(pyramids, tiering, of_rows, error);
    if (!status)
        status = count_repeaters(pyramids, table, tiering, of_rows, error);
    if (!status && !find_spread(pyramids, tiering, of_rows))
        status = kam_error_nomem(error);
    return status;
}

void kam_pyramids_free(struct kam_pyramids *pyramids)
{
    kam_arena_free(&pyramids->arena);
    *pyramids = (struct kam_pyramids){0};
}
