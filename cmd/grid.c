#include "grid.h"

#include <stdlib.h>

enum { GAP = 2 }; /* between two columns */

struct kam_grid_cell {
    size_t start, length; /* in the grid's texts */
    size_t width;         /* as it is shown */
    enum kam_grid_side side;
    bool ends_row; /* no cell, but the end of a row */
};

/* ---- widths ---------------------------------------------------------------------------------- */

/* The code point at the front of TEXT, which is UTF-8, and its length in bytes. */
static uint32_t code_point(struct kam_text text, size_t *length)
{
    unsigned char first = (unsigned char)text.ptr[0];
    uint32_t value;

    *length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (*length > text.len)
        *length = text.len;
    value = *length == 1 ? first : first & (0xFFU >> (*length + 1));
    for (size_t i = 1; i < *length; i++)
        value = value << 6 | ((unsigned char)text.ptr[i] & 0x3F);
    return value;
}

/* As terminals show it: nothing for what combines, two columns for what East Asia writes wide. */
static size_t width_of(uint32_t point)
{
    static const struct {
        uint32_t first, last;
        size_t width;
    } ranges[] = {
        {0x0300, 0x036F, 0},   {0x1100, 0x115F, 2},   {0x200B, 0x200F, 0},   {0x2E80, 0x303E, 2},
        {0x3041, 0xA4CF, 2},   {0xAC00, 0xD7A3, 2},   {0xF900, 0xFAFF, 2},   {0xFE00, 0xFE0F, 0},
        {0xFE30, 0xFE6F, 2},   {0xFEFF, 0xFEFF, 0},   {0xFF01, 0xFF60, 2},   {0xFFE0, 0xFFE6, 2},
        {0x1F300, 0x1F64F, 2}, {0x1F900, 0x1F9FF, 2}, {0x20000, 0x3FFFD, 2},
    };

    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return ranges[i].width;
    return 1;
}

/* ---- filling it ------------------------------------------------------------------------------ */

static bool add_character(struct kam_buffer *out, struct kam_text character)
{
    unsigned char c = (unsigned char)character.ptr[0];
    bool control = c < ' ' || c == 0x7F ||
                   (c == 0xC2 && character.len == 2 && (unsigned char)character.ptr[1] < 0xA0);

    return control ? kam_buffer_add_byte(out, ' ') : kam_buffer_add(out, character);
}

static void push(struct kam_grid *grid, struct kam_grid_cell cell)
{
    if (kam_array_reserve(&grid->cells, &grid->capacity, grid->count + 1, sizeof cell))
        grid->cells[grid->count++] = cell;
    else
        grid->failed = true;
}

void kam_grid_add(struct kam_grid *grid, struct kam_text text, enum kam_grid_side side, size_t most)
{
    struct kam_grid_cell cell = {.start = grid->texts.len, .side = side};
    bool ok = true;

    while (text.len && ok) {
        size_t length, width = width_of(code_point(text, &length));
        if (most && cell.width + width > most) {
            ok = kam_buffer_add(&grid->texts, KAM_TEXT("..."));
            cell.width += 3;
            break;
        }
        ok = add_character(&grid->texts, (struct kam_text){text.ptr, length});
        cell.width += width;
        text.ptr += length;
        text.len -= length;
    }
    cell.length = grid->texts.len - cell.start;
    grid->failed = grid->failed || !ok;
    push(grid, cell);
}

void kam_grid_end_row(struct kam_grid *grid)
{
    push(grid, (struct kam_grid_cell){.ends_row = true});
}

/* ---- writing it ------------------------------------------------------------------------------ */

/* The widest cell of column number COLUMN. */
static size_t column_width(const struct kam_grid *grid, size_t column)
{
    size_t at = 0, widest = 0;

    for (size_t i = 0; i < grid->count; i++) {
        const struct kam_grid_cell *cell = &grid->cells[i];
        if (cell->ends_row) {
            at = 0;
            continue;
        }
        if (at++ == column && cell->width > widest)
            widest = cell->width;
    }
    return widest;
}

static void write_spaces(struct kam_output *output, size_t count)
{
    while (count--)
        kam_output_write(output, KAM_TEXT(" "));
}

/* The cells from FROM on, up to the end of their row: its index. */
static size_t write_row(const struct kam_grid *grid, const size_t *widths, size_t from,
                        struct kam_output *output, size_t indent)
{
    size_t owed = indent; /* spaces that only what follows them makes worth writing */

    for (size_t column = 0; from < grid->count && !grid->cells[from].ends_row; from++, column++) {
        const struct kam_grid_cell *cell = &grid->cells[from];
        size_t spare = widths[column] - cell->width;
        if (cell->length) {
            write_spaces(output, owed + (cell->side == KAM_GRID_RIGHT ? spare : 0));
            kam_output_write(output,
                             (struct kam_text){grid->texts.ptr + cell->start, cell->length});
            owed = GAP + (cell->side == KAM_GRID_RIGHT ? 0 : spare);
        } else {
            owed += GAP + spare;
        }
    }
    kam_output_write(output, KAM_TEXT("\n"));
    return from;
}

void kam_grid_write(struct kam_grid *grid, struct kam_output *output, size_t indent)
{
    size_t columns = 0, at = 0;

    for (size_t i = 0; i < grid->count; i++) {
        at = grid->cells[i].ends_row ? 0 : at + 1;
        columns = at > columns ? at : columns;
    }
    size_t *widths = calloc(columns + 1, sizeof *widths);
    for (size_t c = 0; widths && c < columns; c++)
        widths[c] = column_width(grid, c);
    for (size_t i = 0; widths && i < grid->count; i++)
        i = write_row(grid, widths, i, output, indent);
    grid->failed = grid->failed || !widths;
    free(widths);
    grid->count = grid->texts.len = 0;
}

void kam_grid_free(struct kam_grid *grid)
{
    free(grid->cells);
    kam_buffer_free(&grid->texts);
    *grid = (struct kam_grid){.count = 0};
}
