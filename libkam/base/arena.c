#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { SMALLEST_CHUNK = 16 * 1024, LARGEST_CHUNK = 4 * 1024 * 1024 - 64, ALIGNMENT = 16 };

struct kam_arena_chunk {
    struct kam_arena_chunk *older;
    size_t size;
    alignas(ALIGNMENT) char bytes[];
};

void *kam_pages_alloc(size_t size)
{
    const size_t huge = (size_t)2 * 1024 * 1024, page = 4096;
    size_t unit = size < huge ? page : huge;

    if (size > SIZE_MAX - huge)
        return NULL;
    size = (size + unit - 1) / unit * unit;
    void *p = aligned_alloc(unit, size);
#ifdef MADV_HUGEPAGE
    if (p && unit == huge)
        madvise(p, size, MADV_HUGEPAGE); /* only advice: without it all works, slower */
#endif
    return p;
}

static void free_chunks(struct kam_arena_chunk *chunk)
{
    while (chunk) {
        struct kam_arena_chunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
}

void kam_arena_free(struct kam_arena *arena)
{
    free_chunks(arena->chunks);
    free_chunks(arena->spare);
    *arena = (struct kam_arena){.chunks = NULL};
}

/* CHUNK is where allocations come from. */
static void use_chunk(struct kam_arena *arena, struct kam_arena_chunk *chunk)
{
    chunk->older = arena->chunks;
    arena->chunks = chunk;
    arena->next = chunk->bytes;
    arena->end = chunk->bytes + chunk->size;
    arena->used += sizeof *chunk + chunk->size;
}

void kam_arena_reset(struct kam_arena *arena)
{
    struct kam_arena_chunk *keep = arena->chunks;

    if (!keep)
        return;
    free_chunks(keep->older);
    arena->chunks = NULL;
    arena->used = 0;
    use_chunk(arena, keep);
}

void kam_arena_rewind(struct kam_arena *arena)
{
    while (arena->chunks) {
        struct kam_arena_chunk *chunk = arena->chunks;
        arena->chunks = chunk->older;
        chunk->older = arena->spare;
        arena->spare = chunk;
    }
    arena->next = arena->end = NULL;
    arena->used = 0;
}

static bool add_chunk(struct kam_arena *arena, size_t need)
{
    size_t size = arena->chunks ? arena->chunks->size * 2 : SMALLEST_CHUNK;
    struct kam_arena_chunk *chunk = arena->spare;

    if (chunk && chunk->size >= need) {
        arena->spare = chunk->older;
        use_chunk(arena, chunk);
        return true;
    }
    if (size > LARGEST_CHUNK)
        size = LARGEST_CHUNK;
    if (size < need)
        size = need;
    chunk =
        size < LARGEST_CHUNK ? malloc(sizeof *chunk + size) : kam_pages_alloc(sizeof *chunk + size);
    if (!chunk)
        return false;
    chunk->size = size;
    use_chunk(arena, chunk);
    return true;
}

void *kam_arena_alloc(struct kam_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        return NULL;
    size = size ? (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1) : ALIGNMENT;
    if ((size_t)(arena->end - arena->next) < size && !add_chunk(arena, size))
        return NULL;
    void *p = arena->next;
    arena->next += size;
    return p;
}

void *kam_arena_calloc(struct kam_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size)
        return NULL;
    void *p = kam_arena_alloc(arena, count * size);
    if (p)
        memset(p, 0, count * size);
    return p;
}

bool kam_arena_copy(struct kam_arena *arena, struct kam_text text, struct kam_text *copy)
{
    char *p = kam_arena_alloc(arena, text.len + 1);

    if (!p)
        return false;
    if (text.len)
        memcpy(p, text.ptr, text.len);
    p[text.len] = '\0';
    *copy = (struct kam_text){p, text.len};
    return true;
}
