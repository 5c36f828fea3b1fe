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

enum kam_status kam_dimension_bind(struct kam_dimension *dimension,
                                   const struct kam_model_dimension *rule,
                                   const struct kam_table *table, int period,
                                   struct kam_arena *arena, struct kam_error *error)
{
    *dimension = (struct kam_dimension){.rule = rule};
    enum kam_status status = find_column(dimension, table, error);
    if (!status)
        status = kam_table_optional(table, KAM_TEXT("lines"), &dimension->lines, error);
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

static enum kam_status take_missing(const struct kam_dimension *dimension,
                                    const struct kam_table *table, size_t row,
                                    struct kam_dimension_result *result, struct kam_error *error)
{
    const struct kam_model_dimension *rule = dimension->rule;
    struct kam_place place = kam_table_place(table, row, dimension->column);

    result->missing = true;
    switch (rule->missing) {
    case KAM_MISSING_SKIP:
        result->skipped = true;
        return KAM_OK;
    case KAM_MISSING_ZERO:
        return KAM_OK;
    case KAM_MISSING_POINTS:
        result->points = rule->missing_points;
        return KAM_OK;
    case KAM_MISSING_ERROR:
        result->skipped = kam_is_prospect(table, dimension->lines, row);
        if (result->skipped)
            return KAM_OK;
        break;
    }
    return kam_error_at(error, KAM_DATA, &place,
                        "empty, and the model says that a missing value is an error "
                        "(missing = error)");
}

enum kam_status kam_dimension_find_segment(const struct kam_dimension *dimension,
                                           const struct kam_table *table, size_t row,
                                           size_t *segment, struct kam_error *error)
{
    const struct kam_row_source rows = kam_row_source_of_table(table);

    for (*segment = 0; *segment < dimension->rule->segment_count; ++*segment) {
        bool holds;
        enum kam_status status =
            kam_binding_holds(&dimension->segments[*segment], &rows, row, &holds, error);
        if (status)
            kam_table_place_error(table, row, error);
        if (status || holds)
            return status;
    }
    return KAM_OK;
}

enum kam_status kam_dimension_apply(const struct kam_dimension *dimension,
                                    const struct kam_table *table, size_t row,
                                    struct kam_dimension_result *result, struct kam_error *error)
{
    struct kam_text cell = kam_table_cell(table, row, dimension->column);
    struct kam_place place = kam_table_place(table, row, dimension->column);
    size_t segment;

    *result = (struct kam_dimension_result){0};
    if (cell.len == 0)
        return take_missing(dimension, table, row, result, error);
    enum kam_status status = kam_dimension_find_segment(dimension, table, row, &segment, error);
    if (status)
        return status;
    return kam_points_of(kam_dimension_scale(dimension->rule, segment), cell, &place,
                         &result->points, error);
}
