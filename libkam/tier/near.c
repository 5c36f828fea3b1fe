#include "tier/near.h"

#include "base/sort.h"
#include "tier/tiercell.h"

#include <stdlib.h>

enum side { SIDE_UP, SIDE_DOWN };

/* A customer and a line it is near. */
struct kam_nearness {
    struct kam_decimal limit, gap, rate; /* the last as it is written */
    uint32_t row;
    uint32_t next; /* tier */
    enum side side;
};

/* ---- lines ------------------------------------------------------------------------------------
 */

/* The tier beyond the line on SIDE of TIER; only asked for where there is such a line. */
static size_t tier_beyond(const struct kam_cutting *cutting, size_t tier, enum side side)
{
    if (cutting->tiers->cut.kind == KAM_CUT_VALUE)
        return side == SIDE_UP ? tier - 1 : tier + 1;
    /* It is a customer's figure, and tiers in between may be empty. */
    return kam_cutting_tier(cutting, side == SIDE_UP ? kam_cutting_start(cutting, tier) - 1
                                                     : cutting->ends[tier]);
}

static bool find_limit(const struct kam_cutting *cutting, size_t tier, enum side side,
                       struct kam_decimal *limit)
{
    return side == SIDE_UP ? tier && kam_cutting_limit(cutting, tier - 1, limit)
                           : kam_cutting_limit_below(cutting, tier, limit);
}

static struct kam_decimal size_of(struct kam_decimal value)
{
    return kam_decimal_sign(value) < 0 ? kam_decimal_negate(value) : value;
}

/* Whether FIGURE is near the limit of ITEM, whose gap and rate are stored then. */
static bool measure(struct kam_nearness *item, struct kam_decimal figure, struct kam_decimal rate)
{
    struct kam_decimal size = size_of(item->limit);

    item->gap = item->side == SIDE_UP ? item->limit : figure;
    return kam_decimal_sign(size) > 0 &&
           kam_decimal_subtract(&item->gap, item->side == SIDE_UP ? figure : item->limit) &&
           kam_decimal_compare_products(item->gap, kam_decimal_of(1), rate, size) <= 0 &&
           kam_decimal_divide(item->gap, size, KAM_PLACES_RATIO, &item->rate) == KAM_NUMBER_OK;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static bool find_side(struct kam_near *near, uint32_t row, enum side side, struct kam_decimal rate)
{
    const struct kam_tiering *tiering = near->tiering;
    const struct kam_cutting *cutting = kam_tiering_cutting(tiering, row);
    size_t tier = tiering->verdicts[row].cut;
    struct kam_nearness item = {.row = row, .side = side};

    if (!find_limit(cutting, tier, side, &item.limit) ||
        !measure(&item, tiering->ranking.figures[row], rate))
        return true;
    item.next = (uint32_t)tier_beyond(cutting, tier, side);
    if (!kam_array_reserve(&near->items, &near->capacity, near->count + 1, sizeof *near->items))
        return false;
    near->items[near->count++] = item;
    return true;
}

/* All of them in the order of rank. */
static bool find_rows(struct kam_near *near, struct kam_decimal rate)
{
    const struct kam_ranking *ranking = &near->tiering->ranking;
    bool ok = true;

    for (size_t position = 0; position < ranking->count && ok; position++) {
        uint32_t row = ranking->order[position];
        ok = !ranking->has_figure[row] ||
             (find_side(near, row, SIDE_UP, rate) && find_side(near, row, SIDE_DOWN, rate));
    }
    return ok;
}

static int compare_rates(uint32_t a, uint32_t b, void *context)
{
    const struct kam_near *const *near = context;

    return kam_decimal_compare((*near)->items[a].rate, (*near)->items[b].rate);
}

static bool sort_rows(const struct kam_near *near, uint32_t **sorted)
{
    *sorted = malloc((near->count + 1) * sizeof **sorted);
    for (size_t i = 0; *sorted && i < near->count; i++)
        (*sorted)[i] = (uint32_t)i;
    return *sorted && kam_sort(*sorted, near->count, compare_rates, &near);
}

enum kam_status kam_near_find(struct kam_near *near, const struct kam_tiering *tiering,
                              const struct kam_table *table, struct kam_decimal rate,
                              struct kam_error *error)
{
    *near = (struct kam_near){.tiering = tiering, .table = table};
    enum kam_status status = kam_table_require(table, KAM_TEXT("account_id"), &near->id, error);
    if (!status)
        status = kam_table_optional(table, KAM_TEXT("account_name"), &near->name, error);
    if (!status && (!find_rows(near, rate) || !sort_rows(near, &near->sorted)))
        status = kam_error_nomem(error);
    return status;
}

/* ---- writing ----------------------------------------------------------------------------------
 */

static void write_header(const struct kam_near *near, struct kam_writer *writer)
{
    static const char *const names[] = {"tier",   "tier_cut", "side", "next",     "by",
                                        "figure", "limit",    "gap",  "gap_rate", "revenue"};

    kam_tiercell_text(writer, KAM_TEXT("account_id"));
    if (near->name != KAM_NO_COLUMN)
        kam_tiercell_text(writer, KAM_TEXT("account_name"));
    kam_tiercell_names(writer, names, sizeof names / sizeof *names);
    kam_writer_end_row(writer);
}

static void write_row(const struct kam_near *near, const struct kam_nearness *item,
                      struct kam_writer *writer)
{
    const struct kam_ranking *ranking = &near->tiering->ranking;
    const struct kam_verdict *verdict = &near->tiering->verdicts[item->row];
    const struct kam_text *names = near->tiering->tiers->names.items;

    kam_writer_cell(writer, kam_table_cell(near->table, item->row, near->id), KAM_CELL_ID);
    if (near->name != KAM_NO_COLUMN)
        kam_tiercell_text(writer, kam_table_cell(near->table, item->row, near->name));
    kam_tiercell_text(writer, names[verdict->tier]);
    kam_tiercell_text(writer, names[verdict->cut]);
    kam_tiercell_text(writer, item->side == SIDE_UP ? KAM_TEXT("up") : KAM_TEXT("down"));
    kam_tiercell_text(writer, names[item->next]);
    kam_tiercell_text(writer, ranking->by);
    kam_tiercell_number(writer, ranking->figures[item->row], ranking->places);
    kam_tiercell_number(writer, item->limit, ranking->places);
    kam_tiercell_number(writer, item->gap, ranking->places);
    kam_tiercell_number(writer, item->rate, KAM_PLACES_RATIO);
    kam_tiercell_number(writer, ranking->revenues[item->row], KAM_PLACES_MONEY);
    kam_writer_end_row(writer);
}

void kam_near_write(const struct kam_near *near, struct kam_writer *writer)
{
    write_header(near, writer);
    for (size_t i = 0; i < near->count; i++)
        write_row(near, &near->items[near->sorted[i]], writer);
}

void kam_near_free(struct kam_near *near)
{
    free(near->items);
    free(near->sorted);
    *near = (struct kam_near){0};
}
