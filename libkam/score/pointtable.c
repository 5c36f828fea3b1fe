#include "score/pointtable.h"

#include "account/prospect.h"
#include "base/minor.h"

#include <math.h>

_Static_assert((int)KAM_POINTS_PLACES == (int)KAM_MINOR_PLACES, "points are in minor units");

int32_t kam_points_round_half(double points, int32_t low)
{
    /* What rounding the product to a double has taken away decides what looks like a tie. */
    double rest = fma(points, KAM_POINTS_UNIT, -(low + 0.5));

    return low + (rest > 0 || (rest == 0 && low % 2));
}

enum kam_status kam_pointtable_find_outside(struct kam_pointtable *points,
                                            const struct kam_table *table, struct kam_arena *arena,
                                            struct kam_error *error)
{
    size_t lines, row = 0;
    enum kam_status status = kam_table_optional(table, KAM_TEXT("lines"), &lines, error);

    points->outside = NULL;
    if (status || lines == KAM_NO_COLUMN)
        return status;
    while (row < table->count && !kam_is_prospect(table, lines, row))
        row++;
    if (row == table->count)
        return KAM_OK;
    bool *outside = kam_arena_calloc(arena, table->count, sizeof *outside);
    if (!outside)
        return kam_error_nomem(error);
    for (; row < table->count; row++)
        outside[row] = kam_is_prospect(table, lines, row);
    points->outside = outside;
    return KAM_OK;
}

static enum kam_status read_cell(int32_t *points, const struct kam_table *table, size_t row,
                                 size_t column, struct kam_error *error)
{
    struct kam_decimal value;
    int64_t units;
    bool empty;
    enum kam_status status = kam_table_number(table, row, column, &value, &empty, error);

    if (status)
        return status;
    if (!kam_minor_of(value, &units) || units < 0 || units > KAM_POINTS_MOST) {
        struct kam_place place = kam_table_place(table, row, column);
        return kam_error_at(error, KAM_DATA, &place, "no points as kam-score writes them: %s",
                            kam_show(kam_table_cell(table, row, column)).s);
    }
    *points = empty ? (int32_t)KAM_POINTS_NONE : (int32_t)units;
    return KAM_OK;
}

static enum kam_status read_dimension(struct kam_pointtable *points, size_t dimension,
                                      const struct kam_table *table,
                                      const struct kam_model_dimension *rule,
                                      struct kam_error *error)
{
    struct kam_buffer name = {NULL, 0, 0};
    size_t column = 0;
    enum kam_status status = KAM_OK;

    if (!kam_buffer_add(&name, KAM_TEXT("points_")) || !kam_buffer_add(&name, rule->name))
        status = kam_error_nomem(error);
    if (!status)
        status = kam_table_require(table, kam_buffer_text(&name), &column, error);
    kam_buffer_free(&name);
    for (size_t row = 0; row < table->count && !status; row++)
        status = read_cell(&kam_pointtable_row(points, row)[dimension], table, row, column, error);
    return status;
}

enum kam_status kam_pointtable_read(struct kam_pointtable *points, const struct kam_table *table,
                                    const struct kam_model *model, struct kam_arena *arena,
                                    struct kam_error *error)
{
    size_t count = model->dimension_count;

    *points = (struct kam_pointtable){.rows = table->count, .count = count};
    points->points = kam_arena_calloc(arena, table->count, count * sizeof *points->points);
    if (!points->points)
        return kam_error_nomem(error);
    enum kam_status status = kam_pointtable_find_outside(points, table, arena, error);
    for (size_t d = 0; d < count && !status; d++)
        status = read_dimension(points, d, table, &model->dimensions[d], error);
    return status;
}
