/*
 * map: from texts to the integers 0, 1, 2, ... in order of first appearance.
 *
 * Ids, group ids, services and column names are interned once and are integers from then on.
 * Open addressing with XXH3 hashes; the texts are copied into an arena of the map's own.
 */
#ifndef KAM_BASE_MAP_H
#define KAM_BASE_MAP_H

#include "base/arena.h"

#define KAM_NONE UINT32_MAX /* no such entry */

struct kam_map_slot;

/* Zero-initialised it is empty and ready. texts[i] is the text number i. */
struct kam_map {
    struct kam_text *texts;
    uint32_t count;
    size_t texts_capacity;
    struct kam_map_slot *slots;
    size_t slot_count; /* a power of two */
    struct kam_arena arena;
};

void kam_map_free(struct kam_map *map);

/* The number of TEXT, or KAM_NONE. */
uint32_t kam_map_find(const struct kam_map *map, struct kam_text text);

/* That of each of TEXTS[COUNT] in NUMBERS: what they need is looked up in memory at once. */
void kam_map_find_all(const struct kam_map *map, const struct kam_text *texts, size_t count,
                      uint32_t *numbers);

/*
 * The number of TEXT in *NUMBER, adding it when it is new (then *NUMBER equals the count before
 * the call). False when memory ran out.
 */
KAM_MUST_CHECK bool kam_map_intern(struct kam_map *map, struct kam_text text, uint32_t *number);

#endif
