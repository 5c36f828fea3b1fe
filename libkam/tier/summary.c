#include "tier/summary.h"

#include "table/columns.h"
#include "tier/concentration.h"
#include "tier/tiercell.h"

static const char *const header[] = {
    "tier",         "customers",      "customer_share", "revenue",      "revenue_share",
    "average",      "lowest",         "highest",        "top20_share",  "gini",
    "by_cut",       "admitted",       "capped",         "held",         "capacity",
    "repeat_share", "worth_capacity", "worth_repeat",   "worth_spread",
};

enum { HEADER_COUNT = sizeof header / sizeof *header };

enum kam_status kam_summary_check(const struct kam_text_list *names, struct kam_error *error)
{
    for (size_t i = 0; i < names->count; i++) {
        if (kam_text_among(names->items, i, names->items[i]))
            return kam_error_set(error, KAM_USAGE, "--by: %s is named twice",
                                 kam_show(names->items[i]).s);
        for (size_t h = 0; h < HEADER_COUNT; h++)
            if (kam_text_equal(names->items[i], kam_text_of(header[h])))
                return kam_error_set(error, KAM_USAGE, "--by: %s is a column of the summary itself",
                                     kam_show(names->items[i]).s);
    }
    return KAM_OK;
}

/* ---- cells ------------------------------------------------------------------------------------
 */

static void write_figures(const struct kam_tiering *tiering, const struct kam_layer *layer,
                          struct kam_writer *writer)
{
    if (!layer->has_figure) {
        kam_tiercell_empty(writer, 2);
        return;
    }
    kam_tiercell_number(writer, layer->lowest, tiering->ranking.places);
    kam_tiercell_number(writer, layer->highest, tiering->ranking.places);
}

/* The columns up to `highest`, of LAYER, a part of ALL. */
static void write_layer(const struct kam_tiering *tiering, struct kam_text name,
                        const struct kam_layer *layer, const struct kam_layer *all,
                        struct kam_writer *writer)
{
    struct kam_decimal count = kam_decimal_of((int64_t)layer->customers);

    kam_tiercell_text(writer, name);
    kam_tiercell_number(writer, count, 0);
    kam_tiercell_ratio(writer, count, kam_decimal_of((int64_t)all->customers), KAM_PLACES_SHARE);
    kam_tiercell_number(writer, layer->revenue, KAM_PLACES_MONEY);
    kam_tiercell_ratio(writer, layer->counted, all->counted, KAM_PLACES_SHARE);
    kam_tiercell_ratio(writer, layer->revenue, count, KAM_PLACES_RATIO);
    write_figures(tiering, layer, writer);
}

static void write_spread(const struct kam_spread *spread, struct kam_writer *writer)
{
    if (!spread->known) {
        kam_tiercell_empty(writer, 2);
        return;
    }
    kam_tiercell_number(writer, spread->top_share, KAM_CONCENTRATION_PLACES);
    kam_tiercell_number(writer, spread->gini, KAM_CONCENTRATION_PLACES);
}

static void write_ways(const struct kam_layer *layer, struct kam_writer *writer)
{
    kam_tiercell_count(writer, layer->by_cut);
    kam_tiercell_count(writer, layer->admitted);
    kam_tiercell_count(writer, layer->capped);
    kam_tiercell_count(writer, layer->held);
}

static void write_capacity(const struct kam_capacity *capacity, struct kam_writer *writer)
{
    if (capacity->known)
        kam_tiercell_number(writer, capacity->customers, 0);
    else
        kam_tiercell_empty(writer, 1);
}

static void write_worth(const struct kam_pyramid *pyramid, const struct kam_worth *worth,
                        bool knows_repeaters, struct kam_writer *writer)
{
    size_t customers = knows_repeaters ? pyramid->all.customers : 0;

    kam_tiercell_ratio(writer, kam_decimal_of((int64_t)pyramid->repeaters),
                       kam_decimal_of((int64_t)customers), KAM_PLACES_SHARE);
    kam_tiercell_text(writer, kam_answer_text(worth->capacity));
    kam_tiercell_text(writer, kam_answer_text(worth->repeat));
    kam_tiercell_text(writer, kam_answer_text(worth->spread));
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* The cells of GROUP in the columns of --by; empty where GROUP is KAM_NONE. */
static void write_group(const struct kam_grouping *grouping, uint32_t group,
                        struct kam_writer *writer)
{
    for (size_t i = 0; i < grouping->column_count; i++) {
        struct kam_text name = grouping->table->names[grouping->columns[i]];
        kam_writer_cell(writer,
                        group == KAM_NONE ? KAM_TEXT("") : kam_grouping_cell(grouping, group, i),
                        kam_column_cell_kind(name));
    }
}

/* GROUP's row of TIER, which has CAPACITY. */
static void write_tier(const struct kam_summary *summary, uint32_t group,
                       const struct kam_pyramid *pyramid, size_t tier,
                       const struct kam_capacity *capacity, struct kam_writer *writer)
{
    enum { ONLY_IN_TOTAL = 4 };
    const struct kam_layer *layer = &pyramid->layers[tier];

    write_group(&summary->grouping, group, writer);
    write_layer(summary->tiering, summary->tiering->tiers->names.items[tier], layer, &pyramid->all,
                writer);
    kam_tiercell_empty(writer, 2);
    write_ways(layer, writer);
    write_capacity(capacity, writer);
    kam_tiercell_empty(writer, ONLY_IN_TOTAL);
    kam_writer_end_row(writer);
}

static void write_total(const struct kam_summary *summary, uint32_t group, struct kam_text name,
                        const struct kam_pyramid *pyramid, const struct kam_capacity *capacity,
                        struct kam_writer *writer)
{
    bool knows_repeaters = summary->whole.knows_repeaters;
    struct kam_worth worth = kam_worth_of(pyramid, knows_repeaters, capacity);

    write_group(&summary->grouping, group, writer);
    write_layer(summary->tiering, name, &pyramid->all, &pyramid->all, writer);
    write_spread(&pyramid->spread, writer);
    write_ways(&pyramid->all, writer);
    write_capacity(capacity, writer);
    write_worth(pyramid, &worth, knows_repeaters, writer);
    kam_writer_end_row(writer);
}

static void write_groups(const struct kam_summary *summary, struct kam_writer *writer)
{
    const struct kam_capacity none = {.known = false};

    for (size_t i = 0; i < summary->grouping.count; i++) {
        uint32_t group = summary->grouping.sorted[i];
        const struct kam_pyramid *pyramid = &summary->groups.items[group];
        for (size_t t = 0; t < summary->tiering->tiers->names.count; t++)
            write_tier(summary, group, pyramid, t, &none, writer);
        write_total(summary, group, KAM_TEXT("total"), pyramid, &none, writer);
    }
}

void kam_summary_write(const struct kam_summary *summary, struct kam_writer *writer)
{
    const struct kam_grouping *grouping = &summary->grouping;
    const struct kam_pyramid *whole = &summary->whole.items[0];
    bool is_grouped = grouping->column_count != 0;

    for (size_t i = 0; i < grouping->column_count; i++)
        kam_tiercell_text(writer, grouping->table->names[grouping->columns[i]]);
    kam_tiercell_names(writer, header, HEADER_COUNT);
    kam_writer_end_row(writer);
    if (is_grouped)
        write_groups(summary, writer);
    for (size_t t = 0; !is_grouped && t < summary->tiering->tiers->names.count; t++)
        write_tier(summary, KAM_NONE, whole, t, &summary->places[t], writer);
    write_total(summary, KAM_NONE, is_grouped ? KAM_TEXT("grand_total") : KAM_TEXT("total"), whole,
                &summary->capacity, writer);
}

/* ---- what they are made from ------------------------------------------------------------------
 */

/* Add to PLACES those that CUTTING gives TIER alone. */
static void add_places(const struct kam_cutting *cutting, size_t tier, struct kam_capacity *places)
{
    struct kam_decimal upto, above = KAM_DECIMAL_ZERO;

    places->known = places->known && kam_cutting_places(cutting, tier, &upto) &&
                    (tier == 0 || kam_cutting_places(cutting, tier - 1, &above)) &&
                    kam_decimal_subtract(&upto, above) && kam_decimal_add(&places->customers, upto);
}

static bool find_places(struct kam_summary *summary)
{
    const struct kam_tiering *tiering = summary->tiering;
    size_t tiers = tiering->tiers->names.count;

    summary->places = kam_arena_calloc(&summary->arena, tiers, sizeof *summary->places);
    if (!summary->places)
        return false;
    for (size_t t = 0; t < tiers; t++) {
        summary->places[t].known = tiering->segments.count > 0;
        for (size_t s = 0; s < tiering->segments.count; s++)
            add_places(&tiering->cuttings[s], t, &summary->places[t]);
    }
    return true;
}

static enum kam_status find_groups(struct kam_summary *summary, const struct kam_table *table,
                                   const struct kam_text_list *by, struct kam_error *error)
{
    enum kam_status status;

    if (by->count == 0)
        return KAM_OK;
    status = kam_grouping_make(&summary->grouping, table, by, error);
    return status ? status
                  : kam_pyramids_make(&summary->groups, summary->tiering, table,
                                      summary->grouping.of_rows, summary->grouping.count, error);
}

enum kam_status kam_summary_make(struct kam_summary *summary, const struct kam_tiering *tiering,
                                 const struct kam_table *table, const struct kam_model *model,
                                 const struct kam_text_list *by, struct kam_error *error)
{
    const struct kam_ranking *ranking = &tiering->ranking;

    *summary = (struct kam_summary){.tiering = tiering};
    if (!find_places(summary))
        return kam_error_nomem(error);
    enum kam_status status = find_groups(summary, table, by, error);
    if (!status)
        status = kam_pyramids_make(&summary->whole, tiering, table, NULL, 1, error);
    if (!status)
        status = kam_managers_capacity(&model->managers, table, ranking->order, ranking->count,
                                       &summary->capacity, error);
    if (!status)
        summary->worth =
            kam_worth_of(summary->whole.items, summary->whole.knows_repeaters, &summary->capacity);
    return status;
}

void kam_summary_free(struct kam_summary *summary)
{
    kam_grouping_free(&summary->grouping);
    kam_pyramids_free(&summary->groups);
    kam_pyramids_free(&summary->whole);
    kam_arena_free(&summary->arena);
}
