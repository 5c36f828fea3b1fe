#include "base/map.h"
#include "base/hash.h"

#include <stdlib.h>

/* The upper hash bits beside the number spare most comparisons of texts. */
struct kam_map_slot {
    uint32_t tag;
    uint32_t number; /* KAM_NONE in a free slot */
};

void kam_map_free(struct kam_map *map)
{
    free(map->texts);
    free(map->slots);
    kam_arena_free(&map->arena);
    memset(map, 0, sizeof *map);
}

/* The slot of TEXT, or the free one where it belongs. The table is never full. */
static struct kam_map_slot *probe(const struct kam_map *map, struct kam_text text, uint64_t hash)
{
    size_t mask = map->slot_count - 1;
    uint32_t tag = (uint32_t)(hash >> 32);

    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        struct kam_map_slot *slot = &map->slots[i];
        if (slot->number == KAM_NONE ||
            (slot->tag == tag && kam_text_equal(map->texts[slot->number], text)))
            return slot;
    }
}

static bool grow(struct kam_map *map)
{
    size_t count = map->slot_count ? map->slot_count * 2 : 64;
    struct kam_map_slot *slots;

    if (count > SIZE_MAX / sizeof *slots || !(slots = malloc(count * sizeof *slots)))
        return false;
    memset(slots, 0xFF, count * sizeof *slots);
    for (uint32_t n = 0; n < map->count; n++) {
        uint64_t hash = kam_hash(map->texts[n]);
        size_t i = hash & (count - 1);
        while (slots[i].number != KAM_NONE)
            i = (i + 1) & (count - 1);
        slots[i] = (struct kam_map_slot){(uint32_t)(hash >> 32), n};
    }
    free(map->slots);
    map->slots = slots;
    map->slot_count = count;
    return true;
}

uint32_t kam_map_find(const struct kam_map *map, struct kam_text text)
{
    return map->slot_count ? probe(map, text, kam_hash(text))->number : KAM_NONE;
}

void kam_map_find_all(const struct kam_map *map, const struct kam_text *texts, size_t count,
                      uint32_t *numbers)
{
    enum { AT_ONCE = 32 };
    uint64_t hashes[AT_ONCE];

    for (size_t from = 0; from < count; from += AT_ONCE) {
        size_t end = from + AT_ONCE < count ? from + AT_ONCE : count;
        for (size_t i = from; i < end; i++) {
            hashes[i - from] = kam_hash(texts[i]);
            if (map->slot_count)
                __builtin_prefetch(&map->slots[hashes[i - from] & (map->slot_count - 1)]);
        }
        for (size_t i = from; i < end; i++)
            numbers[i] = map->slot_count ? probe(map, texts[i], hashes[i - from])->number
                                         : (uint32_t)KAM_NONE;
    }
}

bool kam_map_intern(struct kam_map *map, struct kam_text text, uint32_t *number)
{
    uint64_t hash = kam_hash(text);

    if ((size_t)map->count + (map->count >> 1) >= map->slot_count && !grow(map))
        return false;
    struct kam_map_slot *slot = probe(map, text, hash);
    if (slot->number == KAM_NONE) {
        struct kam_text copy;
        if (map->count == KAM_NONE - 1 ||
            !kam_array_reserve(&map->texts, &map->texts_capacity, (size_t)map->count + 1,
                               sizeof *map->texts) ||
            !kam_arena_copy(&map->arena, text, &copy))
            return false;
        map->texts[map->count] = copy;
        *slot = (struct kam_map_slot){(uint32_t)(hash >> 32), map->count++};
    }
    *number = slot->number;
    return true;
}
