#include "report/boxplaces.h"

#include "tier/percentile.h"

#include <stdlib.h>

/* ---- places on an axis ----------------------------------------------------------------------- */

/* PART / WHOLE of the side of a box. */
static uint16_t place_of(struct kam_decimal part, struct kam_decimal whole)
{
    double at = (double)part.units / (double)whole.units * KAM_BOX_SIDE;

    return at < KAM_BOX_SIDE - 1 ? (uint16_t)at : KAM_BOX_SIDE - 1;
}

/* The place of FIGURE between the limits LOW and HIGH. */
static uint16_t place_between(struct kam_decimal figure, struct kam_decimal low,
                              struct kam_decimal high)
{
    struct kam_decimal part = figure, whole = high;

    if (!kam_decimal_subtract(&part, low) || !kam_decimal_subtract(&whole, low))
        return 0; /* limits so far apart that nothing between them can be told apart */
    return place_of(part, whole);
}

static void place_between_limits(const struct kam_box_axis *axis,
                                 const struct kam_boxfigures *figures, const uint32_t *levels,
                                 uint16_t *places, size_t count)
{
    for (size_t row = 0; row < count; row++) {
        uint32_t level = levels[row];
        if (level == KAM_NONE || level == 0 || level >= axis->limit_count)
            continue;
        places[row] =
            place_between(figures->figures[row], axis->limits[level - 1], axis->limits[level]);
    }
}

/* The customers of a level that is open to one side. */
struct open_level {
    uint32_t *rows;
    struct kam_decimal *figures;
    uint32_t *order; /* of the two above, by figure */
    size_t count;
};

/* Those with equal figures get the middle of the ranks that they have together. */
static void place_by_rank(const struct open_level *level, uint16_t *places)
{
    const uint32_t *order = level->order;

    for (size_t from = 0, to; from < level->count; from = to) {
        struct kam_decimal figure = level->figures[order[from]];
        to = from + 1;
        while (to < level->count && !kam_decimal_compare(level->figures[order[to]], figure))
            to++;
        uint64_t middle = (uint64_t)(from + to) * (KAM_BOX_SIDE / 2) / level->count;
        for (size_t i = from; i < to; i++)
            places[level->rows[order[i]]] = (uint16_t)middle;
    }
}

static void gather(struct open_level *level, const struct kam_boxfigures *figures,
                   const uint32_t *levels, uint32_t which, size_t count)
{
    level->count = 0;
    for (size_t row = 0; row < count; row++) {
        if (levels[row] != which || figures->known[row] != KAM_BOX_HAS_FIGURE)
            continue;
        level->rows[level->count] = (uint32_t)row;
        level->figures[level->count++] = figures->figures[row];
    }
}

static bool place_open_levels(const struct kam_box_axis *axis, const struct kam_boxfigures *figures,
                              const uint32_t *levels, uint16_t *places, size_t count)
{
    const uint32_t open[] = {0, (uint32_t)axis->limit_count};
    struct open_level level = {.rows = kam_pages_alloc((count + 1) * sizeof *level.rows),
                               .figures = kam_pages_alloc((count + 1) * sizeof *level.figures),
                               .order = kam_pages_alloc((count + 1) * sizeof *level.order)};
    bool ok = level.rows && level.figures && level.order;

    for (size_t i = 0; i < 2 && ok; i++) {
        gather(&level, figures, levels, open[i], count);
        ok = kam_percentile_order(level.figures, level.count, level.order);
        if (ok)
            place_by_rank(&level, places);
    }
    free(level.rows);
    free(level.figures);
    free(level.order);
    return ok;
}

/* ---- all rows -------------------------------------------------------------------------------- */

struct placing {
    struct kam_boxplaces *places;
    size_t count;
};

static enum kam_status place_on_axis(void *context, const struct kam_box_axis *axis,
                                     const struct kam_boxfigures *figures, const uint32_t *levels,
                                     struct kam_error *error)
{
    const struct placing *placing = context;
    struct kam_boxplaces *all = placing->places;
    uint16_t *places = axis == &all->boxes.contribution ? all->heights : all->widths;

    if (axis->limit_count == 0)
        return KAM_OK;
    place_between_limits(axis, figures, levels, places, placing->count);
    return place_open_levels(axis, figures, levels, places, placing->count)
               ? KAM_OK
               : kam_error_nomem(error);
}

static struct kam_row_source cells_of_table(const void *context, struct kam_shares_cells *room)
{
    const struct kam_snapshot *snapshot = context;

    (void)room;
    return kam_row_source_of_table(&snapshot->table);
}

static bool is_prospect(const void *context, size_t row)
{
    return kam_snapshot_is_prospect(context, (uint32_t)row);
}

static enum kam_status place_rows(struct kam_boxplaces *places, const struct kam_snapshot *snapshot,
                                  const struct kam_model *model, unsigned threads,
                                  struct kam_error *error)
{
    size_t count = snapshot->table.count;
    struct placing placing = {places, count};
    const struct kam_boxwatch watch = {place_on_axis, &placing};
    const struct kam_boxrows rows = {.table = &snapshot->table,
                                     .names = snapshot->table.names,
                                     .width = snapshot->table.width,
                                     .cells = cells_of_table,
                                     .is_prospect = is_prospect,
                                     .context = snapshot,
                                     .threads = threads};

    places->heights = calloc(count + 1, sizeof *places->heights);
    places->widths = calloc(count + 1, sizeof *places->widths);
    if (!places->heights || !places->widths)
        return kam_error_nomem(error);
    return kam_boxes_of(&places->boxes, model, &rows, &watch, error);
}

enum kam_status kam_boxplaces_make(struct kam_boxplaces *places,
                                   const struct kam_snapshot *snapshot, const char *path,
                                   const struct kam_model *model, unsigned threads,
                                   struct kam_error *error)
{
    const struct kam_model_grid *grid = &model->grid;
    const struct kam_text columns[] = {grid->contribution.column, grid->potential.column};
    size_t different = kam_text_equal(columns[0], columns[1]) ? 1 : 2;

    if (grid->classes.count == 0) {
        places->lack = kam_lack_of(KAM_LABEL_LACK_GRID);
        return KAM_OK;
    }
    enum kam_status status =
        kam_lack_of_columns(&places->lack, &snapshot->table, path, columns, different,
                            KAM_LABEL_LACK_COLUMNS, &places->arena, error);
    if (status || places->lack.is)
        return status;
    return place_rows(places, snapshot, model, threads, error);
}

void kam_boxplaces_free(struct kam_boxplaces *places)
{
    kam_boxes_free(&places->boxes);
    kam_arena_free(&places->arena);
    free(places->heights);
    free(places->widths);
    *places = (struct kam_boxplaces){.heights = NULL};
}
