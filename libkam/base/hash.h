/*
 * hash: XXH3, 64 bits: of texts that are looked up, and of several in a row. Inlined, as it is what
 * the inner loop does with every line.
 */
#ifndef KAM_BASE_HASH_H
#define KAM_BASE_HASH_H

#include "base/text.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

static inline uint64_t kam_hash(struct kam_text text)
{
    return XXH3_64bits(text.len ? text.ptr : "", text.len);
}

/* That of TEXTS[COUNT] in this order, never 0: equal texts have equal hashes; different ones
 * differ, but for one case in 2^64. */
static inline uint64_t kam_hash_all(const struct kam_text *texts, size_t count)
{
    const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15); /* any; nothing is lost by it */
    uint64_t hash = 1;

    for (size_t i = 0; i < count; i++)
        hash = texts[i].len ? XXH3_64bits_withSeed(texts[i].ptr, texts[i].len, hash)
                            : (hash + 1) * odd;
    return hash ? hash : 1;
}

#endif
