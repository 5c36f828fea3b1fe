/*
 * cellmemo: what became of short cells that came before. Columns such as a service have few
 * different ones, which needn't be looked into again with every line.
 */
#ifndef KAM_IMPORT_CELLMEMO_H
#define KAM_IMPORT_CELLMEMO_H

#include "base/text.h"

/* The last cell of each hash, and what is known of it. Zero-initialised it is empty. */
struct kam_cell_memo {
    struct {
        uint64_t key;
        uint32_t value;
    } entries[64];
};

/* A short cell as a number, never 0; 0 for a longer one, or an empty one. */
static inline uint64_t kam_cell_memo_key(struct kam_text cell)
{
    uint64_t key = 0;

    if (cell.len == 0 || cell.len >= sizeof key)
        return 0;
    for (size_t i = 0; i < cell.len; i++)
        key = key << 8 | (unsigned char)cell.ptr[i];
    return key | (uint64_t)cell.len << 56;
}

static inline size_t kam_cell_memo_slot(uint64_t key)
{
    return (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 58); /* Fibonacci hashing, Knuth 6.4 */
}

/* True if the cell of KEY is known: then *VALUE is what of it. */
static inline bool kam_cell_memo_get(const struct kam_cell_memo *memo, uint64_t key,
                                     uint32_t *value)
{
    size_t slot = kam_cell_memo_slot(key);

    *value = memo->entries[slot].value;
    return key && memo->entries[slot].key == key;
}

static inline void kam_cell_memo_put(struct kam_cell_memo *memo, uint64_t key, uint32_t value)
{
    size_t slot = kam_cell_memo_slot(key);

    if (!key)
        return;
    memo->entries[slot].key = key;
    memo->entries[slot].value = value;
}

#endif
