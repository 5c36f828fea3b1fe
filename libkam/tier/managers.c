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

enum kam_status kam_managers_capacity(const struct kam_model_managers *managers,
                                      const struct kam_table *table, const uint32_t *rows,
                                      size_t count, struct kam_capacity *capacity,
                                      struct kam_error *error)
{
    uint64_t number;

    *capacity = (struct kam_capacity){.known = false};
    if (!managers->span || (!managers->count && !managers->column.len))
        return KAM_OK;
    enum kam_status status = kam_managers_count(managers, table, rows, count, &number, error);
    if (status)
        return status;
    capacity->known = number <= INT64_MAX && managers->span <= INT64_MAX &&
                      kam_decimal_multiply(kam_decimal_of((int64_t)number),
                                           kam_decimal_of((int64_t)managers->span), 0,
                                           &capacity->customers) == KAM_NUMBER_OK;
    return KAM_OK;
}
