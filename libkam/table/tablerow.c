#include "table/tablerow.h"

/*
 * Whether CELLS are neighbours in one line with nothing but DELIMITER between them. Then it is a
 * line without quotes: those would stand between two cells as well.
 */
static bool are_joined(const struct kam_text *cells, size_t count, char delimiter)
{
    for (size_t i = 1; i < count; i++)
        if ((uintptr_t)cells[i].ptr != (uintptr_t)cells[i - 1].ptr + cells[i - 1].len + 1 ||
            cells[i].ptr[-1] != delimiter)
            return false;
    return count > 1;
}

static size_t text_size(const struct kam_text *cells, size_t count)
{
    size_t size = count ? count - 1 : 0;

    for (size_t i = 0; i < count; i++)
        size += cells[i].len;
    return size;
}

static void set_ends(struct kam_table_row *row, const struct kam_text *cells, size_t count)
{
    uint32_t *wide = (uint32_t *)(void *)row->ends;
    size_t end = 0;

    for (size_t i = 0; i < count; i++, end++) {
        end += cells[i].len;
        if (row->is_wide)
            wide[i] = (uint32_t)end;
        else
            row->ends[i] = (uint16_t)end;
    }
}

static void copy_cells(char *text, const struct kam_text *cells, size_t count, char delimiter)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            *text++ = delimiter;
        if (cells[i].len)
            memcpy(text, cells[i].ptr, cells[i].len);
        text += cells[i].len;
    }
}

struct kam_table_row *kam_table_row_new(struct kam_arena *arena, const struct kam_text *cells,
                                        size_t count, char delimiter)
{
    bool joined = are_joined(cells, count, delimiter);
    size_t size = joined ? (size_t)(cells[count - 1].ptr - cells[0].ptr) + cells[count - 1].len
                         : text_size(cells, count);
    bool is_wide = size > UINT16_MAX;
    size_t ends = count * (is_wide ? sizeof(uint32_t) : sizeof(uint16_t));
    struct kam_table_row *row = kam_arena_alloc(arena, sizeof *row + ends + size);

    if (!row)
        return NULL;
    *row = (struct kam_table_row){.joined_by = joined ? delimiter : '\0', .is_wide = is_wide};
    set_ends(row, cells, count);
    char *text = (char *)row->ends + ends;
    if (joined)
        memcpy(text, cells[0].ptr, size);
    else
        copy_cells(text, cells, count, delimiter);
    return row;
}
