#include "table/tablerow.h"

#include "io/quotes.h"

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

/* ---- a row with other cells ---------------------------------------------------------------- */

/* A row in the making: the cells before COLUMN are there, and the bytes before END. */
struct making {
    struct kam_table_row *row;
    char *text;
    size_t column, end;
};

static void put_end(struct making *m, size_t end)
{
    if (m->row->is_wide)
        ((uint32_t *)(void *)m->row->ends)[m->column++] = (uint32_t)end;
    else
        m->row->ends[m->column++] = (uint16_t)end;
}

/* BYTES, with what separates them from those before. */
static void put_bytes(struct making *m, struct kam_text bytes)
{
    if (m->column)
        m->text[m->end++] = m->row->joined_by;
    if (bytes.len)
        memcpy(m->text + m->end, bytes.ptr, bytes.len);
    m->end += bytes.len;
}

/* The cells FROM to before TO of OLD, all at once. */
static void put_run(struct making *m, const struct kam_table_row *old, size_t old_count,
                    size_t from, size_t to)
{
    if (from == to)
        return;
    size_t old_begin = from ? kam_table_row_end(old, from - 1) + 1 : 0;
    put_bytes(m, kam_table_row_cells(old, old_count, from, to));
    size_t shift = m->end - (kam_table_row_end(old, to - 1) - old_begin) - old_begin;

    if (old->is_wide || m->row->is_wide) {
        for (size_t i = from; i < to; i++)
            put_end(m, kam_table_row_end(old, i) + shift);
        return;
    }
    for (size_t i = from; i < to; i++)
        m->row->ends[i] = (uint16_t)(old->ends[i] + shift);
    m->column = to;
}

/* How long the text of OLD is with EDITS, and whether these can stand there without quotes. */
static size_t edited_size(const struct kam_table_row *old, size_t old_count,
                          const struct kam_row_edit *edits, size_t edit_count, bool *joined)
{
    size_t size = old_count ? kam_table_row_end(old, old_count - 1) : 0;

    *joined = old->joined_by != '\0';
    for (size_t i = 0; i < edit_count; i++) {
        size_t at = edits[i].column;
        if (at < old_count)
            size -= kam_table_row_cells(old, old_count, at, at + 1).len;
        else
            size += at > 0;
        size += edits[i].cell.len;
        *joined = *joined && !kam_quotes_needed(edits[i].cell, old->joined_by);
    }
    return size;
}

struct kam_table_row *kam_table_row_edited(struct kam_arena *arena, const struct kam_table_row *old,
                                           size_t old_count, const struct kam_row_edit *edits,
                                           size_t edit_count)
{
    bool joined;
    size_t size = edited_size(old, old_count, edits, edit_count, &joined), count = old_count, next;

    for (size_t i = 0; i < edit_count; i++)
        count += edits[i].column >= old_count;
    bool is_wide = size > UINT16_MAX;
    size_t ends = count * (is_wide ? sizeof(uint32_t) : sizeof(uint16_t));
    struct kam_table_row *row =
        size > UINT32_MAX ? NULL : kam_arena_alloc(arena, sizeof *row + ends + size);
    if (!row)
        return NULL;
    *row = (struct kam_table_row){.line = old->line,
                                  .file = old->file,
                                  .joined_by = joined ? old->joined_by : '\0',
                                  .is_wide = is_wide};
    struct making m = {.row = row, .text = (char *)row->ends + ends};
    for (size_t i = 0; i < edit_count; i++) {
        next = edits[i].column < old_count ? edits[i].column : old_count;
        put_run(&m, old, old_count, m.column < old_count ? m.column : old_count, next);
        put_bytes(&m, edits[i].cell);
        put_end(&m, m.end);
    }
    put_run(&m, old, old_count, m.column < old_count ? m.column : old_count, old_count);
    return row;
}
