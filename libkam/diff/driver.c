#include "diff/driver.h"

#include <stdlib.h>

enum kam_status kam_drivers_init(struct kam_drivers *drivers, const struct kam_table *old,
                                 const struct kam_table *new, struct kam_error *error)
{
    const struct kam_text prefix = KAM_TEXT("part_");

    drivers->old = old;
    drivers->new = new;
    drivers->dimensions = malloc((new->width + 1) * sizeof *drivers->dimensions);
    if (!drivers->dimensions)
        return kam_error_nomem(error);
    for (size_t i = 0; i < new->width; i++) {
        struct kam_text name = new->names[i];
        struct kam_driver_dimension *dimension = &drivers->dimensions[drivers->count];
        if (!kam_text_starts_with(name, prefix))
            continue;
        enum kam_status status = kam_table_optional(new, name, &dimension->new_column, error);
        if (!status)
            status = kam_table_optional(old, name, &dimension->old_column, error);
        if (status)
            return status;
        if (dimension->old_column == KAM_NO_COLUMN)
            continue;
        dimension->name = (struct kam_text){name.ptr + prefix.len, name.len - prefix.len};
        drivers->count++;
    }
    return KAM_OK;
}

void kam_drivers_free(struct kam_drivers *drivers)
{
    free(drivers->dimensions);
    memset(drivers, 0, sizeof *drivers);
}

/* The size of the difference of one dimension. */
static enum kam_status measure(const struct kam_drivers *drivers,
                               const struct kam_driver_dimension *dimension, size_t old_row,
                               size_t new_row, struct kam_decimal *size, struct kam_error *error)
{
    struct kam_decimal before;
    bool empty;
    enum kam_status status =
        kam_table_number(drivers->old, old_row, dimension->old_column, &before, &empty, error);

    *size = before;
    if (!status && !kam_text_equal(kam_table_cell(drivers->old, old_row, dimension->old_column),
                                   kam_table_cell(drivers->new, new_row, dimension->new_column)))
        status =
            kam_table_number(drivers->new, new_row, dimension->new_column, size, &empty, error);
    if (status)
        return status;
    if (!kam_decimal_subtract(size, before)) {
        struct kam_place place = kam_table_place(drivers->new, new_row, dimension->new_column);
        return kam_error_at(error, KAM_DATA, &place, "the difference is too large a number");
    }
    if (kam_decimal_sign(*size) < 0)
        *size = kam_decimal_negate(*size);
    return KAM_OK;
}

enum kam_status kam_drivers_find(const struct kam_drivers *drivers, size_t old_row, size_t new_row,
                                 uint32_t *dimension, struct kam_error *error)
{
    struct kam_decimal largest = KAM_DECIMAL_ZERO;

    *dimension = KAM_NONE;
    for (size_t i = 0; i < drivers->count; i++) {
        struct kam_decimal size;
        enum kam_status status =
            measure(drivers, &drivers->dimensions[i], old_row, new_row, &size, error);
        if (status)
            return status;
        if (kam_decimal_compare(size, largest) > 0) {
            largest = size;
            *dimension = (uint32_t)i;
        }
    }
    return KAM_OK;
}
