#include "tier/boxes.h"

#include "base/ranges.h"
#include "model/hint.h"
#include "model/quantity.h"
#include "tier/percentile.h"

#include <stdlib.h>

/* What is known of a row on an axis, bits of a number. */
enum { HAS_FIGURE = 1, IS_PROSPECT = 2 };

/* Where prospects without a figure are on it. */
enum unknown { UNKNOWN_IS_NOWHERE, UNKNOWN_IS_LOWEST };

/* What is needed on the way through all rows, for one axis after the other. */
struct boxing {
    const struct kam_ruling *ruling;
    const struct kam_box_axis *axis;
    struct kam_decimal *figures;
    uint8_t *known; /* of each row, bits as above */
    unsigned threads;
};

/* ---- figures --------------------------------------------------------------------------------- */

static enum kam_status reject_cell(const struct boxing *boxing, size_t row, struct kam_text cell,
                                   enum kam_number outcome, struct kam_error *error)
{
    const struct kam_axis *axis = boxing->axis->axis;
    struct kam_place place = {.column = axis->column.ptr};
    enum kam_status status =
        kam_error_at(error, KAM_DATA, &place, "%s: %s (compared by %s)", kam_number_reason(outcome),
                     kam_show(cell).s, kam_place_show(&axis->place).s);

    kam_table_place_error(boxing->ruling->table, row, error);
    return status;
}

static enum kam_status read_figures(void *context, size_t slot, size_t from, size_t to,
                                    struct kam_error *error)
{
    const struct boxing *boxing = context;
    struct kam_shares_cells cells;
    const struct kam_row_source rows = kam_ruling_rows(boxing->ruling, &cells);

    (void)slot;
    for (size_t row = from; row < to; row++) {
        struct kam_text cell = rows.cell(rows.source, row, boxing->axis->column);
        boxing->known[row] = kam_ruling_is_prospect(boxing->ruling, row) ? IS_PROSPECT : 0;
        if (!cell.len)
            continue;
        enum kam_number outcome = kam_quantity_parse(cell, &boxing->figures[row], NULL);
        if (outcome != KAM_NUMBER_OK)
            return reject_cell(boxing, row, cell, outcome, error);
        boxing->known[row] |= HAS_FIGURE;
    }
    return KAM_OK;
}

/* ---- limits ---------------------------------------------------------------------------------- */

/* The limits of AXIS, whose percentiles are those of customers. */
static enum kam_status learn_limits(const struct boxing *boxing, struct kam_box_axis *axis,
                                    struct kam_arena *arena, struct kam_error *error)
{
    size_t rows = boxing->ruling->table->count, count = axis->axis->limit_count, known = 0;
    struct kam_decimal *limits = kam_arena_calloc(arena, count, sizeof *limits);
    struct kam_decimal *figures = kam_pages_alloc((rows + 1) * sizeof *figures);
    bool ok = limits && figures;

    for (size_t row = 0; ok && row < rows; row++)
        if (boxing->known[row] == HAS_FIGURE)
            figures[known++] = boxing->figures[row];
    axis->limits = limits;
    axis->limit_count = known ? count : 0;
    if (ok && known)
        ok = kam_percentiles(figures, known, axis->axis->limits, count, limits);
    free(figures);
    return ok ? KAM_OK : kam_error_nomem(error);
}

/* ---- boxes ----------------------------------------------------------------------------------- */

/* The number of limits that FIGURE reaches. */
static uint32_t level_of(const struct kam_box_axis *axis, struct kam_decimal figure)
{
    size_t level = 0;

    while (level < axis->limit_count && kam_decimal_compare(figure, axis->limits[level]) >= 0)
        level++;
    return (uint32_t)level;
}

/* Per row, how high it is on AXIS, or KAM_NONE. */
static void find_levels(const struct boxing *boxing, const struct kam_box_axis *axis,
                        enum unknown unknown, uint32_t *levels)
{
    for (size_t row = 0; row < boxing->ruling->table->count; row++) {
        unsigned known = boxing->known[row];
        levels[row] = KAM_NONE;
        if (known & HAS_FIGURE && axis->limit_count)
            levels[row] = level_of(axis, boxing->figures[row]);
        else if (known == IS_PROSPECT && unknown == UNKNOWN_IS_LOWEST)
            levels[row] = 0;
    }
}

/* As kam_table_require_for does, among the columns that rules see. */
static enum kam_status find_column(const struct kam_ruling *ruling, const struct kam_axis *axis,
                                   size_t *column, struct kam_error *error)
{
    size_t found = 0;

    for (size_t i = ruling->width; i-- > 0;) {
        if (!kam_text_equal(ruling->names[i], axis->column))
            continue;
        *column = i;
        found++;
    }
    if (found == 1)
        return KAM_OK;
    if (found > 1)
        return kam_error_at(error, KAM_DATA, &axis->place, "the table has the column %s twice",
                            kam_show(axis->column).s);
    return kam_error_at(error, KAM_DATA, &axis->place, "the table has no column %s%s",
                        kam_show(axis->column).s,
                        kam_hint_among(axis->column, ruling->names, ruling->width).s);
}

/* Bind BOX to AXIS, and find the levels of all rows on it. */
static enum kam_status put_on_axis(struct boxing *boxing, struct kam_box_axis *box,
                                   const struct kam_axis *axis, enum unknown unknown,
                                   uint32_t *levels, struct kam_arena *arena,
                                   struct kam_error *error)
{
    const struct kam_ranges ranges = {read_figures, boxing, boxing->ruling->table->count,
                                      boxing->threads, 0};

    *box = (struct kam_box_axis){
        .axis = axis, .limits = axis->limits, .limit_count = axis->limit_count};
    boxing->axis = box;
    enum kam_status status = find_column(boxing->ruling, axis, &box->column, error);
    if (!status)
        status = kam_ranges_run(&ranges, error);
    if (!status && axis->kind == KAM_AXIS_PERCENTILES)
        status = learn_limits(boxing, box, arena, error);
    if (!status)
        find_levels(boxing, box, unknown, levels);
    return status;
}

/* LEVELS of potential become the boxes that they make with CONTRIBUTIONS. */
static void number_boxes(const struct kam_model_grid *grid, const uint32_t *contributions,
                         uint32_t *levels, size_t count)
{
    for (size_t row = 0; row < count; row++) {
        if (levels[row] == KAM_NONE)
            continue;
        size_t below_top = grid->height - 1 - contributions[row];
        levels[row] = contributions[row] == KAM_NONE
                          ? KAM_NONE
                          : (uint32_t)(below_top * grid->width + levels[row]);
    }
}

static enum kam_status put_into_boxes(struct kam_boxes *boxes, struct boxing *boxing,
                                      uint32_t *contributions, struct kam_error *error)
{
    const struct kam_model_grid *grid = boxes->grid;
    enum kam_status status = put_on_axis(boxing, &boxes->contribution, &grid->contribution,
                                         UNKNOWN_IS_LOWEST, contributions, &boxes->arena, error);

    if (!status)
        status = put_on_axis(boxing, &boxes->potential, &grid->potential, UNKNOWN_IS_NOWHERE,
                             boxes->of_rows, &boxes->arena, error);
    if (!status)
        number_boxes(grid, contributions, boxes->of_rows, boxing->ruling->table->count);
    return status;
}

enum kam_status kam_boxes_make(struct kam_boxes *boxes, const struct kam_model *model,
                               const struct kam_ruling *ruling, unsigned threads,
                               struct kam_error *error)
{
    struct boxing boxing = {.ruling = ruling, .threads = threads};
    size_t count = ruling->table->count + 1;

    *boxes = (struct kam_boxes){.grid = model->grid.classes.count ? &model->grid : NULL};
    if (!boxes->grid)
        return KAM_OK;
    uint32_t *contributions = kam_pages_alloc(count * sizeof *contributions);
    boxes->of_rows = kam_pages_alloc(count * sizeof *boxes->of_rows);
    boxing.figures = kam_pages_alloc(count * sizeof *boxing.figures);
    boxing.known = malloc(count);
    enum kam_status status = contributions && boxes->of_rows && boxing.figures && boxing.known
                                 ? put_into_boxes(boxes, &boxing, contributions, error)
                                 : kam_error_nomem(error);
    free(contributions);
    free(boxing.figures);
    free(boxing.known);
    return status;
}

void kam_boxes_free(struct kam_boxes *boxes)
{
    free(boxes->of_rows);
    kam_arena_free(&boxes->arena);
    *boxes = (struct kam_boxes){0};
}

struct kam_text kam_boxes_class_name(const struct kam_boxes *boxes, uint32_t row)
{
    size_t class = kam_boxes_class(boxes, row);

    return class == KAM_NO_CLASS ? KAM_TEXT("") : boxes->grid->classes.items[class];
}

size_t kam_boxes_strategy(const struct kam_boxes *boxes, uint32_t row)
{
    size_t class = kam_boxes_class(boxes, row);

    return class == KAM_NO_CLASS ? KAM_NO_STRATEGY : boxes->grid->strategies[class];
}
