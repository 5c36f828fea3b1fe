#include "diff/carried.h"

#include "table/columns.h"

#include <stdlib.h>

static bool is_carried(const struct kam_carried_list *list, struct kam_text name)
{
    for (size_t i = 0; i < list->count; i++)
        if (kam_text_equal(list->items[i].name, name))
            return true;
    return false;
}

enum kam_status kam_carried_add(struct kam_carried_list *list, const struct kam_diff *diff,
                                struct kam_text name, struct kam_error *error)
{
    struct kam_carried carried = {.name = name};

    if (is_carried(list, name))
        return KAM_OK;
    enum kam_status status = kam_table_optional(&diff->old->table, name, &carried.old, error);
    if (!status)
        status = kam_table_optional(&diff->new->table, name, &carried.new, error);
    if (!status &&
        !kam_array_reserve(&list->items, &list->capacity, list->count + 1, sizeof *list->items))
        status = kam_error_nomem(error);
    if (!status)
        list->items[list->count++] = carried;
    return status;
}

static enum kam_status add_those_of(struct kam_carried_list *list, const struct kam_diff *diff,
                                    const struct kam_table *table, struct kam_error *error)
{
    size_t figures = kam_table_find(table, KAM_TEXT("lines"));
    enum kam_status status = KAM_OK;

    for (size_t i = 0; figures != KAM_NO_COLUMN && i < figures && !status; i++)
        if (!kam_column_find(table->names[i]) && table->names[i].len)
            status = kam_carried_add(list, diff, table->names[i], error);
    return status;
}

enum kam_status kam_carried_add_attributes(struct kam_carried_list *list,
                                           const struct kam_diff *diff, struct kam_error *error)
{
    enum kam_status status = add_those_of(list, diff, &diff->new->table, error);

    return status ? status : add_those_of(list, diff, &diff->old->table, error);
}

void kam_carried_free(struct kam_carried_list *list)
{
    free(list->items);
    *list = (struct kam_carried_list){NULL, 0, 0};
}

struct kam_text kam_carried_old(const struct kam_carried *carried, const struct kam_diff *diff,
                                const struct kam_movement *movement)
{
    return kam_snapshot_cell(diff->old, movement->old_row, carried->old);
}

struct kam_text kam_carried_new(const struct kam_carried *carried, const struct kam_diff *diff,
                                const struct kam_movement *movement)
{
    return kam_snapshot_cell(diff->new, movement->new_row, carried->new);
}

struct kam_text kam_carried_newest(const struct kam_carried *carried, const struct kam_diff *diff,
                                   const struct kam_movement *movement)
{
    return movement->new_row == KAM_NONE || carried->new == KAM_NO_COLUMN
               ? kam_carried_old(carried, diff, movement)
               : kam_carried_new(carried, diff, movement);
}
