#include "score/dimension.h"

#include "score/points.h"

static enum kam_status find_column(struct kam_dimension *dimension, const struct kam_table *table,
                                   struct kam_error *error)
{
    const struct kam_model_dimension *rule = dimension->rule;
    struct kam_buffer needer = {NULL, 0, 0};

    if (!kam_buffer_printf(&needer, "[dimension %s]", rule->name.ptr))
        return kam_error_nomem(error);
    enum kam_status status = kam_table_require_for(table, rule->column, kam_buffer_text(&needer),
                                                   &rule->place, &dimension->column, error);
    kam_buffer_free(&needer);
    return status;
}

static enum kam_status make_relative(struct kam_dimension *dimension, const struct kam_table *table,
                                     struct kam_arena *arena, struct kam_error *error)
{
    if (!kam_relative_is_needed(dimension->rule))
        return KAM_OK;
    dimension->relative = kam_arena_calloc(arena, 1, sizeof *dimension->relative);
    return dimension->relative
               ? kam_relative_init(dimension->relative, dimension->rule, table, arena, error)
               : kam_error_nomem(error);
}

enum kam_status kam_dimension_bind(struct kam_dimension *dimension,
                                   const struct kam_model_dimension *rule,
                                   const struct kam_table *table, int period,
                                   struct kam_arena *arena, struct kam_error *error)
{
    *dimension = (struct kam_dimension){.rule = rule};
    enum kam_status status = find_column(dimension, table, error);
    if (!status)
        status = kam_table_optional(table, KAM_TEXT("lines"), &dimension->lines, error);
    if (!status)
        status = make_relative(dimension, table, arena, error);
    if (status || rule->segment_count == 0)
        return status;
    struct kam_binding *segments = kam_arena_calloc(arena, rule->segment_count, sizeof *segments);
    if (!segments)
        return kam_error_nomem(error);
    for (size_t i = 0; i < rule->segment_count && !status; i++)
        status = kam_binding_make(&segments[i], &rule->segments[i].condition, table->names,
                                  table->width, period, arena, error);
    dimension->segments = segments;
    return status;
}

void kam_dimension_free(struct kam_dimension *dimension)
{
    if (dimension->relative)
        kam_relative_free(dimension->relative);
    dimension->relative = NULL;
}

/* False where that is an error. */
static bool take_missing(const struct kam_dimension *dimension, const struct kam_table *table,
                         size_t row, int32_t *points)
{
    switch (dimension->rule->missing) {
    case KAM_MISSING_SKIP:
        *points = KAM_POINTS_NONE;
        return true;
    case KAM_MISSING_ZERO:
        *points = 0;
        return true;
    case KAM_MISSING_POINTS:
        *points = kam_points_round(dimension->rule->missing_points);
        return true;
    case KAM_MISSING_ERROR:
        *points = KAM_POINTS_NONE;
        return kam_is_prospect(table, dimension->lines, row);
    }
    return false;
}

enum kam_status kam_dimension_find_segment(const struct kam_dimension *dimension,
                                           const struct kam_table *table,
                                           const struct kam_row_source *rows, size_t row,
                                           size_t *segment, struct kam_error *error)
{
    for (*segment = 0; *segment < dimension->rule->segment_count; ++*segment) {
        bool holds;
        enum kam_status status =
            kam_binding_holds(&dimension->segments[*segment], rows, row, &holds, error);
        if (status)
            kam_table_place_error(table, row, error);
        if (status || holds)
            return status;
    }
    return KAM_OK;
}

/* What ROW tells the other rows, and by what scale it goes. */
static void note_number(const struct kam_dimension *dimension, size_t row, size_t segment,
                        struct kam_decimal number)
{
    const struct kam_relative *relative = dimension->relative;

    if (!relative)
        return;
    relative->numbers.values[row] = number;
    if (relative->numbers.segments)
        relative->numbers.segments[row] = (uint32_t)segment;
}

/* The points of CELL, which is not empty, by the scale of SEGMENT. False where it has none. */
static bool take_cell(const struct kam_dimension *dimension, size_t segment, struct kam_text cell,
                      size_t row, int32_t *points)
{
    const struct kam_scale *scale = kam_model_scale(dimension->rule, segment);
    struct kam_decimal number;
    bool is_text = scale->kind == KAM_SCALE_VALUES, is_number = false;

    if (!is_text || dimension->relative)
        is_number = kam_decimal_parse(cell, &number) == KAM_NUMBER_OK;
    note_number(dimension, row, segment, is_number ? number : KAM_NO_NUMBER);
    if (is_text)
        return kam_points_of_text(scale, cell, points);
    if (is_number)
        *points = kam_scale_is_relative(scale->kind) ? (int32_t)KAM_POINTS_LATER
                                                     : kam_points_of_number(scale, number);
    return is_number;
}

/* What is wrong is rare, and so said out of line. */
static __attribute__((noinline)) enum kam_status
reject_missing(const struct kam_dimension *dimension, const struct kam_table *table, size_t row,
               struct kam_error *error)
{
    struct kam_place place = kam_table_place(table, row, dimension->column);

    return kam_error_at(error, KAM_DATA, &place,
                        "empty, and the model says that a missing value is an error "
                        "(missing = error)");
}

static __attribute__((noinline)) enum kam_status reject_cell(const struct kam_dimension *dimension,
                                                             size_t segment,
                                                             const struct kam_table *table,
                                                             size_t row, struct kam_error *error)
{
    struct kam_text cell = kam_table_cell(table, row, dimension->column);
    struct kam_place place = kam_table_place(table, row, dimension->column);
    struct kam_decimal number;

    if (kam_model_scale(dimension->rule, segment)->kind == KAM_SCALE_VALUES)
        return kam_error_at(
            error, KAM_DATA, &place,
            "the dimension's values give no points for %s; add it, or * for all others",
            kam_show(cell).s);
    return kam_error_at(error, KAM_DATA, &place, "%s: %s",
                        kam_number_reason(kam_decimal_parse(cell, &number)), kam_show(cell).s);
}

enum kam_status kam_dimension_apply(const struct kam_dimension *dimension,
                                    const struct kam_table *table,
                                    const struct kam_row_source *rows, size_t row, int32_t *points,
                                    bool *is_missing, struct kam_error *error)
{
    struct kam_text cell = kam_table_cell(table, row, dimension->column);
    size_t segment = dimension->rule->segment_count;

    if (cell.len == 0) {
        *is_missing = true;
        note_number(dimension, row, segment, KAM_NO_NUMBER);
        return take_missing(dimension, table, row, points)
                   ? KAM_OK
                   : reject_missing(dimension, table, row, error);
    }
    if (segment) {
        enum kam_status status =
            kam_dimension_find_segment(dimension, table, rows, row, &segment, error);
        if (status)
            return status;
    }
    return take_cell(dimension, segment, cell, row, points)
               ? KAM_OK
               : reject_cell(dimension, segment, table, row, error);
}
