#include "score/origin.h"

#include "account/settext.h"

/* The different cells of COLUMN. */
static bool collect(const struct kam_table *table, size_t column, struct kam_map *texts)
{
    struct kam_text last = {NULL, 0};
    uint32_t number;

    for (size_t row = 0; row < table->count; row++) {
        struct kam_text cell = kam_table_cell(table, row, column);
        if (row && kam_text_equal(cell, last))
            continue;
        if (!kam_map_intern(texts, cell, &number))
            return false;
        last = cell;
    }
    return true;
}

enum kam_status kam_score_origin(const struct kam_table *table, struct kam_text *origin,
                                 struct kam_arena *arena, struct kam_error *error)
{
    struct kam_map texts = {0};
    struct kam_buffer set = {NULL, 0, 0};
    size_t column;
    enum kam_status status = kam_table_optional(table, KAM_TEXT("score_model"), &column, error);

    *origin = KAM_TEXT("");
    if (!status && column != KAM_NO_COLUMN &&
        (!collect(table, column, &texts) || !kam_settext_write_map(&texts, &set) ||
         !kam_arena_copy(arena, kam_buffer_text(&set), origin)))
        status = kam_error_nomem(error);
    kam_map_free(&texts);
    kam_buffer_free(&set);
    return status;
}
