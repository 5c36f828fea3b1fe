/*
 * grid: cells in columns, for a person at a terminal. A Chinese character is two columns wide.
 */
#ifndef KAM_IO_GRID_H
#define KAM_IO_GRID_H

#include "io/output.h"

enum { KAM_GRID_GAP = 2 }; /* columns between two cells */

enum kam_grid_side { KAM_GRID_LEFT, KAM_GRID_RIGHT };

struct kam_grid_cell;

/* Zero-initialised it is empty. */
struct kam_grid {
    struct kam_grid_cell *cells;
    size_t count, capacity;
    struct kam_buffer texts;
    bool failed; /* memory ran out */
};

/*
 * Append a cell to the row at hand. It is shown as kam_character_add_tame has it, and a text of
 * more than MOST columns is cut (0: never).
 */
void kam_grid_add(struct kam_grid *grid, struct kam_text text, enum kam_grid_side side,
                  size_t most);

/* Write the last cell in COLOUR, an escape sequence of a terminal, which has to outlive GRID. */
void kam_grid_paint(struct kam_grid *grid, const char *colour);

void kam_grid_end_row(struct kam_grid *grid);

/* Write all rows, each behind INDENT spaces, without spaces at their ends; GRID is empty then. */
void kam_grid_write(struct kam_grid *grid, struct kam_output *output, size_t indent);

void kam_grid_free(struct kam_grid *grid);

#endif
