/*
 * heldlines: lines that can't be read, held back until it shows what they are.
 *
 * Where exports were put one behind the other, titles and "printed on" lines stand in the middle,
 * above a header that comes again. Until then they look like broken lines.
 */
#ifndef KAM_IMPORT_HELDLINES_H
#define KAM_IMPORT_HELDLINES_H

#include "base/arena.h"

enum { KAM_HELD_MOST = 20 }; /* a longer run of broken lines is no title */

struct kam_held_line {
    struct kam_text *cells;
    size_t count;
    struct kam_error why; /* it would be rejected */
};

/* Zero-initialised it holds nothing. */
struct kam_held_lines {
    struct kam_held_line *lines; /* room for KAM_HELD_MOST */
    size_t count;
    struct kam_arena arena;
};

/* Hold a copy of CELLS[COUNT]; there has to be room. False when memory ran out. */
KAM_MUST_CHECK bool kam_held_lines_add(struct kam_held_lines *held, const struct kam_text *cells,
                                       size_t count, const struct kam_error *why);

void kam_held_lines_clear(struct kam_held_lines *held);
void kam_held_lines_free(struct kam_held_lines *held);

#endif
