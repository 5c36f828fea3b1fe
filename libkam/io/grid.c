#include "io/grid.h"

#include "base/character.h"

#include <stdlib.h>

struct kam_grid_cell {
    size_t start, length; /* in the grid's texts */
    size_t width;         /* as it is shown */
    enum kam_grid_side side;
    const char *colour; /* NULL: none */
    bool ends_row;      /* no cell, but the end of a row */
};

/* ---- filling it ------------------------------------------------------------------------------ */

static void push(struct kam_grid *grid, struct kam_grid_cell cell)
{
    if (kam_array_reserve(&grid->cells, &grid->capacity, grid->count + 1, sizeof cell))
        grid->cells[grid->count++] = cell;
    else
        grid->failed = true;
}

void kam_grid_add(struct kam_grid *grid, struct kam_text text, enum kam_grid_side side, size_t most)
{
    struct kam_text fit = most ? kam_character_fit(text, most) : text;
    struct kam_grid_cell cell = {.start = grid->texts.len, .side = side};
    bool is_cut = fit.len < text.len;
    bool ok = kam_character_add_tame(&grid->texts, fit) &&
              kam_buffer_add(&grid->texts, kam_text_of(is_cut ? "..." : ""));

    cell.width = kam_character_columns(fit) + (is_cut ? 3 : 0);
    cell.length = grid->texts.len - cell.start;
    grid->failed = grid->failed || !ok;
    push(grid, cell);
}

void kam_grid_paint(struct kam_grid *grid, const char *colour)
{
    if (grid->count)
        grid->cells[grid->count - 1].colour = colour;
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

static void write_cell(const struct kam_grid *grid, const struct kam_grid_cell *cell,
                       struct kam_output *output)
{
    kam_output_write(output, kam_text_of(cell->colour ? cell->colour : ""));
    kam_output_write(output, (struct kam_text){grid->texts.ptr + cell->start, cell->length});
    if (cell->colour)
        kam_output_write(output, KAM_TEXT("\x1B[0m"));
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
            write_cell(grid, cell, output);
            owed = KAM_GRID_GAP + (cell->side == KAM_GRID_RIGHT ? 0 : spare);
        } else {
            owed += KAM_GRID_GAP + spare;
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
