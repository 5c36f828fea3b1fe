#include "tier/managers.h"

enum kam_status kam_managers_count(const struct kam_model_managers *managers,
                                   const struct kam_table *table, const uint32_t *rows,
                                   size_t count, uint64_t *number, struct kam_error *error)
{
    struct kam_map names = {0};
    size_t column;
    bool ok = true;

    *number = managers->count;
    if (managers->count)
        return KAM_OK;
    enum kam_status status = kam_table_require_for(
        table, managers->column, KAM_TEXT("[managers] column"), &managers->place, &column, error);
    if (status)
        return status;
    for (size_t i = 0; i < count && ok; i++) {
        struct kam_text name = kam_table_cell(table, rows[i], column);
        uint32_t known;
        ok = name.len == 0 || kam_map_intern(&names, name, &known);
    }
    *number = names.count;
    kam_map_free(&names);
    return ok ? KAM_OK : kam_error_nomem(error);
}
