#include "import/lineset.h"
#include "import/linecell.h"

#include <stdlib.h>

void kam_line_set_free(struct kam_line_set *set)
{
    kam_map_free(&set->met);
    free(set->numbers);
}

/* The number in the store of ITEM, which isn't empty. */
static bool find_number(struct kam_line_reader *lines, struct kam_text item, size_t i,
                        uint32_t *number)
{
    struct kam_line_set *set = &lines->set_items[i];
    uint32_t before = set->met.count, at;

    if (!kam_map_intern(&set->met, item, &at))
        return false;
    if (at == before &&
        (!kam_array_reserve(&set->numbers, &set->capacity, (size_t)at + 1, sizeof *set->numbers) ||
         !kam_store_intern(lines->import->store, i, item, &set->numbers[at])))
        return false;
    *number = set->numbers[at];
    return true;
}

/* The service of a line is the first set, if there is one. */
static bool read_fallback(struct kam_line_reader *lines, const struct kam_text *cells, size_t i,
                          uint32_t *number)
{
    struct kam_text item = KAM_TEXT("");

    if (i == 0 && lines->service_fallback != KAM_NO_COLUMN)
        item = kam_line_text(cells[lines->service_fallback]);
    *number = KAM_NONE;
    return item.len == 0 || find_number(lines, item, i, number);
}

bool kam_line_read_set(struct kam_line_reader *lines, const struct kam_text *cells, size_t i,
                       uint32_t *number)
{
    struct kam_cell_memo *memo = &lines->set_items[i].memo;
    struct kam_cell_key key = kam_cell_key_of(cells[lines->sets[i]]);

    if (kam_cell_memo_get(memo, key, number))
        return true;
    struct kam_text item = kam_line_text(cells[lines->sets[i]]);
    if (item.len == 0)
        return read_fallback(lines, cells, i, number);
    if (!find_number(lines, item, i, number))
        return false;
    kam_cell_memo_put(memo, key, *number);
    return true;
}
