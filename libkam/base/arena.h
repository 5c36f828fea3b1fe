/*
 * arena: memory for what lives to the end, or is dropped all at once.
 *
 * Allocation moves a pointer; nothing is freed one by one. A scratch arena is reset per row or
 * batch and keeps its newest chunk.
 */
#ifndef KAM_BASE_ARENA_H
#define KAM_BASE_ARENA_H

#include "base/text.h"

struct kam_arena_chunk;

/* Zero-initialised it is empty and ready; kam_arena_free gives everything back. */
struct kam_arena {
    struct kam_arena_chunk *chunks; /* newest first */
    char *next, *end;               /* free room in the newest */
    size_t used;                    /* bytes of memory that these chunks take */
    struct kam_arena_chunk *spare;  /* of earlier allocations, smallest first */
};

void kam_arena_free(struct kam_arena *arena);

/* Forget all allocations, but keep the newest chunk for the next ones. */
void kam_arena_reset(struct kam_arena *arena);

/* Forget all allocations, but keep all memory for as many again. */
void kam_arena_rewind(struct kam_arena *arena);

/* SIZE bytes (0 is fine) aligned for any type, not initialised; NULL when memory ran out. */
void *kam_arena_alloc(struct kam_arena *arena, size_t size);

/* COUNT * SIZE zero bytes, checked for overflow; NULL when memory ran out. */
void *kam_arena_calloc(struct kam_arena *arena, size_t count, size_t size);

/* A copy of TEXT with a NUL behind it (not counted in len). False when memory ran out. */
KAM_MUST_CHECK bool kam_arena_copy(struct kam_arena *arena, struct kam_text text,
                                   struct kam_text *copy);

/*
 * SIZE bytes on pages of their own, huge ones where the system has them: for what is looked up all
 * over, when most of the time goes into finding the page. Not initialised; NULL when memory ran
 * out; free() gives it back.
 */
void *kam_pages_alloc(size_t size);

#endif
