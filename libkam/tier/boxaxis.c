#include "tier/boxaxis.h"

#include "base/ranges.h"
#include "model/hint.h"
#include "model/quantity.h"
#include "tier/percentile.h"

#include <stdlib.h>

/* What is needed on the way through all rows. */
struct reading {
    const struct kam_boxrows *rows;
    const struct kam_box_axis *axis;
    struct kam_boxfigures *figures;
};

/* ---- figures --------------------------------------------------------------------------------- */

bool kam_boxfigures_init(struct kam_boxfigures *figures, size_t count)
{
    *figures = (struct kam_boxfigures){kam_pages_alloc((count + 1) * sizeof *figures->figures),
                                       malloc(count + 1)};
    return figures->figures && figures->known;
}

void kam_boxfigures_free(struct kam_boxfigures *figures)
{
    free(figures->figures);
    free(figures->known);
    *figures = (struct kam_boxfigures){NULL, NULL};
}

static enum kam_status reject_cell(const struct reading *reading, size_t row, struct kam_text cell,
                                   enum kam_number outcome, struct kam_error *error)
{
    const struct kam_axis *axis = reading->axis->axis;
    struct kam_place place = {.column = axis->column.ptr};
    enum kam_status status =
        kam_error_at(error, KAM_DATA, &place, "%s: %s (compared by %s)", kam_number_reason(outcome),
                     kam_show(cell).s, kam_place_show(&axis->place).s);

    kam_table_place_error(reading->rows->table, row, error);
    return status;
}

static enum kam_status read_figures(void *context, size_t slot, size_t from, size_t to,
                                    struct kam_error *error)
{
    const struct reading *reading = context;
    struct kam_shares_cells cells;
    const struct kam_boxrows *rows = reading->rows;
    const struct kam_row_source source = rows->cells(rows->context, &cells);
    uint8_t *known = reading->figures->known;

    (void)slot;
    for (size_t row = from; row < to; row++) {
        struct kam_text cell = source.cell(source.source, row, reading->axis->column);
        known[row] = rows->is_prospect(rows->context, row) ? KAM_BOX_IS_PROSPECT : 0;
        if (!cell.len)
            continue;
        enum kam_number outcome = kam_quantity_parse(cell, &reading->figures->figures[row], NULL);
        if (outcome != KAM_NUMBER_OK)
            return reject_cell(reading, row, cell, outcome, error);
        known[row] |= KAM_BOX_HAS_FIGURE;
    }
    return KAM_OK;
}

/* ---- limits ---------------------------------------------------------------------------------- */

/* The limits of AXIS, whose percentiles are those of the customers among ROWS. */
static enum kam_status learn_limits(struct kam_box_axis *axis, const struct kam_boxfigures *all,
                                    size_t rows, struct kam_arena *arena, struct kam_error *error)
{
    size_t count = axis->axis->limit_count, known = 0;
    struct kam_decimal *limits = kam_arena_calloc(arena, count, sizeof *limits);
    struct kam_decimal *figures = kam_pages_alloc((rows + 1) * sizeof *figures);
    bool ok = limits && figures;

    for (size_t row = 0; ok && row < rows; row++)
        if (all->known[row] == KAM_BOX_HAS_FIGURE)
            figures[known++] = all->figures[row];
    axis->limits = limits;
    axis->limit_count = known ? count : 0;
    if (ok && known)
        ok = kam_percentiles(figures, known, axis->axis->limits, count, limits);
    free(figures);
    return ok ? KAM_OK : kam_error_nomem(error);
}

/* As kam_table_require_for does, among the columns that rules see. */
static enum kam_status find_column(const struct kam_boxrows *rows, const struct kam_axis *axis,
                                   size_t *column, struct kam_error *error)
{
    size_t found = 0;

    for (size_t i = rows->width; i-- > 0;) {
        if (!kam_text_equal(rows->names[i], axis->column))
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
                        kam_hint_among(axis->column, rows->names, rows->width).s);
}

enum kam_status kam_boxaxis_make(struct kam_box_axis *box, const struct kam_axis *axis,
                                 const struct kam_boxrows *rows, struct kam_boxfigures *figures,
                                 struct kam_arena *arena, struct kam_error *error)
{
    struct reading reading = {rows, box, figures};
    const struct kam_ranges ranges = {read_figures, &reading, rows->table->count, rows->threads, 0};

    *box = (struct kam_box_axis){
        .axis = axis, .limits = axis->limits, .limit_count = axis->limit_count};
    enum kam_status status = find_column(rows, axis, &box->column, error);
    if (!status)
        status = kam_ranges_run(&ranges, error);
    if (!status && axis->kind == KAM_AXIS_PERCENTILES)
        status = learn_limits(box, figures, rows->table->count, arena, error);
    return status;
}

/* ---- levels ---------------------------------------------------------------------------------- */

/* The number of limits that FIGURE reaches. */
static uint32_t level_of(const struct kam_box_axis *axis, struct kam_decimal figure)
{
    size_t level = 0;

    while (level < axis->limit_count && kam_decimal_compare(figure, axis->limits[level]) >= 0)
        level++;
    return (uint32_t)level;
}

void kam_boxaxis_levels(const struct kam_box_axis *axis, const struct kam_boxfigures *figures,
                        enum kam_box_unknown unknown, uint32_t *levels, size_t count)
{
    for (size_t row = 0; row < count; row++) {
        unsigned known = figures->known[row];
        levels[row] = KAM_NONE;
        if (known & KAM_BOX_HAS_FIGURE && axis->limit_count)
            levels[row] = level_of(axis, figures->figures[row]);
        else if (known == KAM_BOX_IS_PROSPECT && unknown == KAM_BOX_UNKNOWN_IS_LOWEST)
            levels[row] = 0;
    }
}
