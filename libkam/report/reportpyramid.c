#include "report/reportpyramid.h"

#include "language/speechround.h"
#include "tier/shares.h"
#include "tier/tiercell.h"

/* ---- figures --------------------------------------------------------------------------------- */

static bool add_revenue(struct kam_reportlayer *layer, struct kam_decimal revenue,
                        struct kam_decimal counted)
{
    return kam_decimal_add(&layer->revenue, revenue) && kam_decimal_add(&layer->counted, counted);
}

static bool add_layer(struct kam_reportlayer *sum, const struct kam_reportlayer *layer)
{
    sum->customers += layer->customers;
    return add_revenue(sum, layer->revenue, layer->counted);
}

static enum kam_status too_large(const struct kam_reportside *side, struct kam_error *error)
{
    struct kam_place place = {.file = side->snapshot.file};

    return kam_error_at(error, KAM_DATA, &place, "the sum of the revenue is too large");
}

/* The customers of ROWS into their tiers; prospects aside. */
static enum kam_status fill_tiers(struct kam_reportlayers *layers,
                                  const struct kam_reportside *side,
                                  const struct kam_reportrows *rows, enum kam_share_base base,
                                  struct kam_error *error)
{
    for (size_t i = 0; i < rows->count; i++) {
        uint32_t row = rows->items[i], step = side->steps[row];
        if (step == KAM_NONE) {
            layers->prospects++;
            continue;
        }
        struct kam_decimal revenue = side->revenues[row];
        layers->tiers[step].customers++;
        if (!add_revenue(&layers->tiers[step], revenue, kam_base_counted(base, revenue)))
            return too_large(side, error);
    }
    return KAM_OK;
}

static enum kam_status fill_layers(const struct kam_reportpyramid *pyramid,
                                   struct kam_reportlayers *layers,
                                   const struct kam_reportside *side,
                                   const struct kam_reportrows *rows, enum kam_share_base base,
                                   struct kam_arena *arena, struct kam_error *error)
{
    layers->tiers = kam_arena_calloc(arena, pyramid->tier_count + 1, sizeof *layers->tiers);
    if (!layers->tiers)
        return kam_error_nomem(error);
    enum kam_status status = fill_tiers(layers, side, rows, base, error);
    for (size_t t = 0; t < pyramid->tier_count && !status; t++)
        if (!add_layer(&layers->all, &layers->tiers[t]) ||
            (t < pyramid->key_tiers && !add_layer(&layers->key, &layers->tiers[t])))
            status = too_large(side, error);
    return status;
}

enum kam_status kam_reportpyramid_make(struct kam_reportpyramid *pyramid,
                                       const struct kam_reportsource *source,
                                       const struct kam_reportscope *scope, size_t key_tiers,
                                       struct kam_arena *arena, struct kam_error *error)
{
    enum kam_share_base base = source->model->tiers.base;

    *pyramid = (struct kam_reportpyramid){
        .ladder = &source->ladder,
        .has_before = source->files.previous != NULL,
        .tier_count = source->ladder.tiers.count,
        .key_tiers = key_tiers,
    };
    enum kam_status status =
        fill_layers(pyramid, &pyramid->now, &source->now, &scope->now, base, arena, error);
    if (!status && pyramid->has_before)
        status = fill_layers(pyramid, &pyramid->before, &source->before, &scope->before, base,
                             arena, error);
    return status;
}

struct kam_decimal kam_reportpyramid_share(struct kam_decimal part, struct kam_decimal all)
{
    struct kam_decimal share;

    if (kam_decimal_sign(all) <= 0 ||
        kam_decimal_divide(part, all, KAM_PLACES_SHARE, &share) != KAM_NUMBER_OK)
        return KAM_NO_NUMBER;
    return share;
}

/* ---- the table ------------------------------------------------------------------------------- */

static void add_columns(const struct kam_reportpyramid *pyramid, struct kam_speech *speech,
                        struct kam_reporttable *table)
{
    static const enum kam_label labels[] = {
        KAM_LABEL_COLUMN_CUSTOMERS,     KAM_LABEL_COLUMN_CUSTOMER_SHARE,
        KAM_LABEL_COLUMN_REVENUE,       KAM_LABEL_COLUMN_REVENUE_SHARE,
        KAM_LABEL_COLUMN_AVERAGE,       KAM_LABEL_COLUMN_BEFORE_CUSTOMERS,
        KAM_LABEL_COLUMN_BEFORE_REVENUE};
    enum { ALL = sizeof labels / sizeof *labels, ONLY_NOW = ALL - 2 };
    size_t count = pyramid->has_before ? ALL : ONLY_NOW;

    kam_reporttable_column(table, kam_speech_label(speech, KAM_LABEL_COLUMN_TIER),
                           KAM_REPORTCELL_NAME);
    for (size_t i = 0; i < count; i++)
        kam_reporttable_column(table, kam_speech_label(speech, labels[i]), KAM_REPORTCELL_NUMBER);
}

/* Shown as money is, and with the places that kam-tier gives it. */
static void add_average(const struct kam_reportlayer *layer, struct kam_speech *speech,
                        struct kam_reporttable *table)
{
    struct kam_decimal exact, shown;

    if (kam_decimal_divide(layer->revenue, kam_decimal_of((int64_t)layer->customers),
                           KAM_PLACES_RATIO, &exact) != KAM_NUMBER_OK ||
        kam_decimal_round(exact, KAM_PLACES_MONEY, &shown) != KAM_NUMBER_OK)
        kam_reporttable_cell(table, KAM_TEXT(""));
    else
        kam_reporttable_number(table, speech, kam_speech_grouped(speech, shown, KAM_PLACES_MONEY),
                               exact, KAM_PLACES_RATIO);
}

static void add_row(const struct kam_reportpyramid *pyramid, struct kam_text name,
                    const struct kam_reportlayer *now, const struct kam_reportlayer *before,
                    struct kam_speech *speech, struct kam_reporttable *table)
{
    const struct kam_reportlayer *all = &pyramid->now.all;

    kam_reporttable_cell(table, name);
    kam_reporttable_count(table, speech, now->customers);
    kam_reporttable_share(table, speech,
                          kam_reportpyramid_share(kam_decimal_of((int64_t)now->customers),
                                                  kam_decimal_of((int64_t)all->customers)));
    kam_reporttable_money(table, speech, now->revenue);
    kam_reporttable_share(table, speech, kam_reportpyramid_share(now->counted, all->counted));
    add_average(now, speech, table);
    if (!pyramid->has_before)
        return;
    kam_reporttable_count(table, speech, before->customers);
    kam_reporttable_money(table, speech, before->revenue);
}

void kam_reportpyramid_table(const struct kam_reportpyramid *pyramid, struct kam_speech *speech,
                             struct kam_reporttable *table)
{
    const struct kam_reportlayers *now = &pyramid->now, *before = &pyramid->before;

    add_columns(pyramid, speech, table);
    for (size_t t = 0; t < pyramid->tier_count; t++)
        add_row(pyramid, pyramid->ladder->tiers.texts[t], &now->tiers[t],
                pyramid->has_before ? &before->tiers[t] : NULL, speech, table);
    add_row(pyramid, kam_speech_label(speech, KAM_LABEL_TOTAL), &now->all, &before->all, speech,
            table);
    table->totals = 1;
    if (now->prospects)
        table->note =
            kam_speech_labelled(speech, KAM_LABEL_PROSPECTS,
                                KAM_WORDS({"count", kam_speech_count(speech, now->prospects)}));
}
