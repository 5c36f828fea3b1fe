#include "tier/summary.h"

#include "base/sort.h"
#include "tier/concentration.h"
#include "tier/pyramid.h"

#include <stdlib.h>

enum { MONEY_PLACES = 2, AVERAGE_PLACES = 4, SHARE_PLACES = 6 };

static const char *const header[] = {"tier",          "customers", "customer_share", "revenue",
                                     "revenue_share", "average",   "lowest",         "highest",
                                     "top20_share",   "gini"};

static void write_text(struct kam_writer *writer, struct kam_text text)
{
    kam_writer_cell(writer, text, KAM_CELL_TEXT);
}

static void write_number(struct kam_writer *writer, struct kam_decimal value, int places)
{
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(value, places, digits);

    kam_writer_cell(writer, (struct kam_text){digits, len}, KAM_CELL_NUMBER);
}

static void write_empty(struct kam_writer *writer)
{
    kam_writer_cell(writer, KAM_TEXT(""), KAM_CELL_NUMBER);
}

/* PART / WHOLE, or an empty cell. */
static void write_ratio(struct kam_writer *writer, struct kam_decimal part,
                        struct kam_decimal whole, int places)
{
    struct kam_decimal ratio;

    if (kam_decimal_sign(whole) > 0 &&
        kam_decimal_divide(part, whole, places, &ratio) == KAM_NUMBER_OK)
        write_number(writer, ratio, places);
    else
        write_empty(writer);
}

static void write_figures(const struct kam_tiering *tiering, const struct kam_layer *layer,
                          struct kam_writer *writer)
{
    if (!layer->has_figure) {
        write_empty(writer);
        write_empty(writer);
        return;
    }
    write_number(writer, layer->lowest, tiering->ranking.places);
    write_number(writer, layer->highest, tiering->ranking.places);
}

/* All columns but the last two. */
static void write_layer(const struct kam_tiering *tiering, struct kam_text name,
                        const struct kam_layer *layer, struct kam_writer *writer)
{
    struct kam_decimal count = kam_decimal_of((int64_t)layer->customers);
    struct kam_decimal all = kam_decimal_of((int64_t)tiering->ranking.count);

    write_text(writer, name);
    write_number(writer, count, 0);
    write_ratio(writer, count, all, SHARE_PLACES);
    write_number(writer, layer->revenue, MONEY_PLACES);
    write_ratio(writer, layer->counted, tiering->base, SHARE_PLACES);
    write_ratio(writer, layer->revenue, count, AVERAGE_PLACES);
    write_figures(tiering, layer, writer);
}

static int compare_revenues(uint32_t a, uint32_t b, void *context)
{
    const struct kam_ranking *ranking = context;

    return kam_decimal_compare(ranking->revenues[a], ranking->revenues[b]);
}

/* The revenues of RANKING into RISING[count], the smallest first. */
static bool sort_revenues(const struct kam_ranking *ranking, struct kam_decimal *rising)
{
    uint32_t *rows = malloc((ranking->count + 1) * sizeof *rows);
    struct kam_ranking context = *ranking;

    if (!rows)
        return false;
    for (size_t i = 0; i < ranking->count; i++)
        rows[i] = (uint32_t)i;
    bool ok = kam_sort(rows, ranking->count, compare_revenues, &context);
    for (size_t i = 0; i < ranking->count && ok; i++)
        rising[i] = ranking->revenues[rows[i]];
    free(rows);
    return ok;
}

static enum kam_status write_concentration(const struct kam_ranking *ranking,
                                           struct kam_writer *writer, struct kam_error *error)
{
    struct kam_decimal *rising = malloc((ranking->count + 1) * sizeof *rising);
    struct kam_decimal measure;
    bool ok = rising && sort_revenues(ranking, rising);

    if (ok) {
        if (kam_top_share(rising, ranking->count, &measure))
            write_number(writer, measure, KAM_CONCENTRATION_PLACES);
        else
            write_empty(writer);
        if (kam_gini(rising, ranking->count, &measure))
            write_number(writer, measure, KAM_CONCENTRATION_PLACES);
        else
            write_empty(writer);
    }
    free(rising);
    return ok ? KAM_OK : kam_error_nomem(error);
}

/* LAYERS[t] for each tier, and behind them that of all customers. */
static enum kam_status fill_layers(const struct kam_tiering *tiering, struct kam_layer *layers,
                                   struct kam_error *error)
{
    size_t tiers = tiering->tiers->names.count;
    enum kam_status status = KAM_OK;

    for (uint32_t row = 0; row < tiering->ranking.count && !status; row++) {
        status = kam_layer_add(&layers[tiering->verdicts[row].tier], tiering, row, error);
        if (!status)
            status = kam_layer_add(&layers[tiers], tiering, row, error);
    }
    return status;
}

static enum kam_status write_layers(const struct kam_tiering *tiering,
                                    const struct kam_layer *layers, struct kam_writer *writer,
                                    struct kam_error *error)
{
    const struct kam_text_list *names = &tiering->tiers->names;

    for (size_t i = 0; i < sizeof header / sizeof *header; i++)
        write_text(writer, kam_text_of(header[i]));
    kam_writer_end_row(writer);
    for (size_t t = 0; t < names->count; t++) {
        write_layer(tiering, names->items[t], &layers[t], writer);
        write_empty(writer);
        write_empty(writer);
        kam_writer_end_row(writer);
    }
    write_layer(tiering, KAM_TEXT("total"), &layers[names->count], writer);
    enum kam_status status = write_concentration(&tiering->ranking, writer, error);
    kam_writer_end_row(writer);
    return status;
}

enum kam_status kam_summary_write(const struct kam_tiering *tiering, struct kam_writer *writer,
                                  struct kam_error *error)
{
    struct kam_layer *layers = calloc(tiering->tiers->names.count + 1, sizeof *layers);

    if (!layers)
        return kam_error_nomem(error);
    enum kam_status status = fill_layers(tiering, layers, error);
    if (!status)
        status = write_layers(tiering, layers, writer, error);
    free(layers);
    return status;
}
