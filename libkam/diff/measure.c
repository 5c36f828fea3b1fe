#include "diff/measure.h"

enum kam_status kam_measure_find(const struct kam_snapshot *snapshot, enum kam_measure measure,
                                 struct kam_text column, size_t *figure, struct kam_error *error)
{
    struct kam_place place = {.file = snapshot->file};

    switch (measure) {
    case KAM_MEASURE_WINDOW:
        *figure = snapshot->revenue;
        return KAM_OK;
    case KAM_MEASURE_MONTH:
        if (snapshot->window.count == 0)
            return kam_error_at(error, KAM_DATA, &place,
                                "no month columns, so no revenue of the period's month");
        *figure = snapshot->window.first_column + snapshot->window.count - 1;
        return KAM_OK;
    case KAM_MEASURE_COLUMN:
        break;
    }
    return kam_table_require(&snapshot->table, column, figure, error);
}

int kam_measure_places(const struct kam_snapshot *snapshot, size_t column, int places)
{
    const struct kam_table *table = &snapshot->table;

    for (uint32_t row = 0; row < table->count && places > 0; row++) {
        if (kam_snapshot_is_prospect(snapshot, row))
            continue;
        struct kam_text cell = kam_table_cell(table, row, column);
        const char *point = cell.len ? memchr(cell.ptr, '.', cell.len) : NULL;
        size_t shown = point ? cell.len - (size_t)(point - cell.ptr) - 1 : 0;
        if (cell.len && shown < (size_t)places)
            places = (int)shown;
    }
    return places;
}
