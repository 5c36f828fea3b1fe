/*
 * tablerow: one row of a table in memory: the text of its cells, and where each of them ends.
 *
 * The cells stand one behind the other with a byte between two of them, as in a line of a file.
 * Where they came that way, from a line without quotes, the row remembers the delimiter: a run of
 * its cells can be written as it stands. A row takes the bytes of its cells and 3 more for each,
 * and 24.
 */
#ifndef KAM_TABLE_TABLEROW_H
#define KAM_TABLE_TABLEROW_H

#include "base/arena.h"

struct kam_table_row {
    uint64_t line;
    uint32_t file;
    char joined_by; /* what stands between all cells and in none, nor do quotes; 0: not known */
    bool is_wide;   /* more than 64 KiB: the ends are uint32_t */
    _Alignas(uint32_t) uint16_t ends[]; /* of each cell, then the text */
};

/*
 * A row of CELLS[COUNT], which were separated by DELIMITER if they are slices of one line. Memory
 * is ARENA's; NULL when it ran out. The cells together have less than 4 GiB.
 */
struct kam_table_row *kam_table_row_new(struct kam_arena *arena, const struct kam_text *cells,
                                        size_t count, char delimiter);

/* The end of cell I in the text. */
static inline size_t kam_table_row_end(const struct kam_table_row *row, size_t i)
{
    return row->is_wide ? ((const uint32_t *)(const void *)row->ends)[i] : row->ends[i];
}

/* The cells FROM to before TO of the COUNT of ROW, and what stands between them. */
static inline struct kam_text kam_table_row_cells(const struct kam_table_row *row, size_t count,
                                                  size_t from, size_t to)
{
    const char *text =
        (const char *)row->ends + count * (row->is_wide ? sizeof(uint32_t) : sizeof(uint16_t));
    size_t begin = from ? kam_table_row_end(row, from - 1) + 1 : 0;

    return (struct kam_text){text + begin, kam_table_row_end(row, to - 1) - begin};
}

/* Another cell than a row has: in place of the one of COLUMN, or behind all of them. */
struct kam_row_edit {
    size_t column;
    struct kam_text cell;
};

/*
 * The row OLD of OLD_COUNT cells with EDITS[EDIT_COUNT], whose columns rise and, from OLD_COUNT on,
 * leave none out. It stays separated by its delimiter where the new cells need no quotes. Memory is
 * ARENA's; NULL when it ran out, or where the cells together would have 4 GiB or more.
 */
struct kam_table_row *kam_table_row_edited(struct kam_arena *arena, const struct kam_table_row *old,
                                           size_t old_count, const struct kam_row_edit *edits,
                                           size_t edit_count);

#endif
