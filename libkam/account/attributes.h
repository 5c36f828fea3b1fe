/*
 * attributes: those of one account, in one piece of memory: where each ends, then all texts.
 */
#ifndef KAM_ACCOUNT_ATTRIBUTES_H
#define KAM_ACCOUNT_ATTRIBUTES_H

#include "base/arena.h"

/* A null pointer to it stands for attributes that are all empty. */
struct kam_attributes {
    uint32_t capacity; /* bytes there is room for, of all texts together */
    uint32_t ends[];   /* as many as there are attributes; the texts follow */
};

/* Attribute number I of COUNT. */
static inline struct kam_text kam_attribute(const struct kam_attributes *attributes, size_t count,
                                            size_t i)
{
    if (!attributes)
        return (struct kam_text){"", 0};
    uint32_t at = i ? attributes->ends[i - 1] : 0;
    return (struct kam_text){(const char *)(attributes->ends + count) + at,
                             attributes->ends[i] - at};
}

/*
 * Make room for COUNT attributes of BYTES in all, of ARENA where there isn't yet. Room grows by
 * halves at least, so that values that grow month by month leave little behind. False when memory
 * ran out, or for 4 GiB.
 */
KAM_MUST_CHECK bool kam_attributes_reserve(struct kam_attributes **attributes, size_t count,
                                           size_t bytes, struct kam_arena *arena);

/* Attribute number I becomes VALUE, which lies elsewhere. False as above. */
KAM_MUST_CHECK bool kam_attributes_set(struct kam_attributes **attributes, size_t count, size_t i,
                                       struct kam_text value, struct kam_arena *arena);

#endif
