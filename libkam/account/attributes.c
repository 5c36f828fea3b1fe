#include "account/attributes.h"

static char *texts_of(struct kam_attributes *attributes, size_t count)
{
    return (char *)(attributes->ends + count);
}

bool kam_attributes_reserve(struct kam_attributes **attributes, size_t count, size_t bytes,
                            struct kam_arena *arena)
{
    struct kam_attributes *old = *attributes;
    size_t head = sizeof *old + count * sizeof *old->ends;
    size_t used = old && count ? old->ends[count - 1] : 0;

    if (old && bytes <= old->capacity)
        return true;
    size_t capacity = old && old->capacity ? bytes + old->capacity / 2 : bytes;
    if (capacity > UINT32_MAX)
        return false;
    struct kam_attributes *grown = kam_arena_alloc(arena, head + capacity);
    if (!grown)
        return false;
    if (old)
        memcpy(grown, old, head + used);
    else
        memset(grown, 0, head);
    grown->capacity = (uint32_t)capacity;
    *attributes = grown;
    return true;
}

bool kam_attributes_set(struct kam_attributes **attributes, size_t count, size_t i,
                        struct kam_text value, struct kam_arena *arena)
{
    struct kam_text old = kam_attribute(*attributes, count, i);
    size_t used = *attributes ? (*attributes)->ends[count - 1] : 0;

    if (value.len == 0 && old.len == 0)
        return true;
    if (!kam_attributes_reserve(attributes, count, used - old.len + value.len, arena))
        return false;
    uint32_t *ends = (*attributes)->ends;
    char *text = texts_of(*attributes, count) + ends[i] - old.len;
    if (value.len != old.len) {
        memmove(text + value.len, text + old.len, used - ends[i]);
        for (size_t j = i; j < count; j++)
            ends[j] = (uint32_t)(ends[j] - old.len + value.len);
    }
    if (value.len)
        memcpy(text, value.ptr, value.len);
    return true;
}
