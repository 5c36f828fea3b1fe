#include "tier/grouping.h"

#include "account/prospect.h"
#include "base/sort.h"

#include <stdlib.h>

struct kam_text kam_grouping_cell(const struct kam_grouping *grouping, size_t group, size_t number)
{
    return kam_table_cell(grouping->table, grouping->firsts[group], grouping->columns[number]);
}

static enum kam_status find_columns(struct kam_grouping *grouping,
                                    const struct kam_text_list *names, struct kam_error *error)
{
    const struct kam_place place = {.file = NULL};
    enum kam_status status = KAM_OK;

    grouping->columns =
        kam_arena_calloc(&grouping->arena, names->count + 1, sizeof *grouping->columns);
    if (!grouping->columns)
        return kam_error_nomem(error);
    grouping->column_count = names->count;
    for (size_t i = 0; i < names->count && !status; i++)
        status = kam_table_require_for(grouping->table, names->items[i], KAM_TEXT("--by"), &place,
                                       &grouping->columns[i], error);
    return status;
}

/* The cells of ROW with their lengths, which no other cells come to. */
static bool make_key(const struct kam_grouping *grouping, uint32_t row, struct kam_buffer *key)
{
    bool ok = true;

    key->len = 0;
    for (size_t i = 0; i < grouping->column_count && ok; i++) {
        struct kam_text cell = kam_table_cell(grouping->table, row, grouping->columns[i]);
        struct kam_text length = {(const char *)&cell.len, sizeof cell.len};
        ok = kam_buffer_add(key, length) && kam_buffer_add(key, cell);
    }
    return ok;
}

static bool number_rows(struct kam_grouping *grouping, struct kam_map *groups,
                        struct kam_buffer *key)
{
    size_t lines = kam_table_find(grouping->table, KAM_TEXT("lines"));
    bool ok = true;

    grouping->of_rows = malloc((grouping->table->count + 1) * sizeof *grouping->of_rows);
    if (!grouping->of_rows)
        return false;
    for (uint32_t row = 0; row < grouping->table->count && ok; row++) {
        grouping->of_rows[row] = KAM_NONE;
        if (!kam_is_prospect(grouping->table, lines, row))
            ok = make_key(grouping, row, key) &&
                 kam_map_intern(groups, kam_buffer_text(key), &grouping->of_rows[row]);
    }
    grouping->count = groups->count;
    return ok;
}

static bool note_firsts(struct kam_grouping *grouping)
{
    grouping->firsts =
        kam_arena_calloc(&grouping->arena, grouping->count + 1, sizeof *grouping->firsts);
    if (!grouping->firsts)
        return false;
    for (size_t row = grouping->table->count; row-- > 0;)
        if (grouping->of_rows[row] != KAM_NONE)
            grouping->firsts[grouping->of_rows[row]] = (uint32_t)row;
    return true;
}

static int compare_groups(uint32_t a, uint32_t b, void *context)
{
    const struct kam_grouping *const *grouping = context;
    int order = 0;

    for (size_t i = 0; i < (*grouping)->column_count && order == 0; i++)
        order =
            kam_text_order(kam_grouping_cell(*grouping, a, i), kam_grouping_cell(*grouping, b, i));
    return order;
}

static bool sort_groups(const struct kam_grouping *grouping, uint32_t **sorted)
{
    *sorted = malloc((grouping->count + 1) * sizeof **sorted);
    for (size_t i = 0; *sorted && i < grouping->count; i++)
        (*sorted)[i] = (uint32_t)i;
    return *sorted && kam_sort(*sorted, grouping->count, compare_groups, &grouping);
}

enum kam_status kam_grouping_make(struct kam_grouping *grouping, const struct kam_table *table,
                                  const struct kam_text_list *names, struct kam_error *error)
{
    struct kam_map groups = {0};
    struct kam_buffer key = {NULL, 0, 0};

    *grouping = (struct kam_grouping){.table = table};
    enum kam_status status = find_columns(grouping, names, error);
    if (!status && (!number_rows(grouping, &groups, &key) || !note_firsts(grouping) ||
                    !sort_groups(grouping, &grouping->sorted)))
        status = kam_error_nomem(error);
    kam_buffer_free(&key);
    kam_map_free(&groups);
    return status;
}

void kam_grouping_free(struct kam_grouping *grouping)
{
    free(grouping->of_rows);
    free(grouping->sorted);
    kam_arena_free(&grouping->arena);
    *grouping = (struct kam_grouping){0};
}
