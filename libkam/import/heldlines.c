#include "import/heldlines.h"

#include <stdlib.h>

bool kam_held_lines_add(struct kam_held_lines *held, const struct kam_text *cells, size_t count,
                        const struct kam_error *why)
{
    struct kam_text *copy = kam_arena_calloc(&held->arena, count, sizeof *copy);

    if (!held->lines)
        held->lines = calloc(KAM_HELD_MOST, sizeof *held->lines);
    if (!held->lines || !copy)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!kam_arena_copy(&held->arena, cells[i], &copy[i]))
            return false;
    held->lines[held->count++] = (struct kam_held_line){copy, count, *why};
    return true;
}

void kam_held_lines_clear(struct kam_held_lines *held)
{
    held->count = 0;
    kam_arena_reset(&held->arena);
}

void kam_held_lines_free(struct kam_held_lines *held)
{
    free(held->lines);
    kam_arena_free(&held->arena);
    *held = (struct kam_held_lines){.count = 0};
}
