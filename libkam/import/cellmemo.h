/*
 * cellmemo: what became of short cells that came before. Columns such as a service have few
 * different ones, which needn't be looked into again with every line.
 */
#ifndef KAM_IMPORT_CELLMEMO_H
#define KAM_IMPORT_CELLMEMO_H

#include "base/text.h"

/* A cell of up to 8 bytes as numbers; of no bytes for any other. */
struct kam_cell_key {
    uint64_t bytes;
    uint32_t len;
};

/* The last cell of each hash, and what is known of it. Zero-initialised it is empty. */
struct kam_cell_memo {
    struct {
        struct kam_cell_key key;
        uint32_t value;
    } entries[64];
};

static inline struct kam_cell_key kam_cell_key_of(struct kam_text cell)
{
    struct kam_cell_key key = {0, (uint32_t)cell.len};
    uint32_t front, back;

    if (cell.len == 0 || cell.len > sizeof key.bytes)
        return (struct kam_cell_key){0, 0};
    if (cell.len < sizeof front) {
        /* The first, the one in the middle and the last: all there are. */
        front = (unsigned char)cell.ptr[0];
        back = (unsigned char)cell.ptr[cell.len / 2] |
               (uint32_t)(unsigned char)cell.ptr[cell.len - 1] << 8;
    } else {
        memcpy(&front, cell.ptr, sizeof front);
        memcpy(&back, cell.ptr + cell.len - sizeof back, sizeof back);
    }
    key.bytes = (uint64_t)back << 32 | front;
    return key;
}

static inline size_t kam_cell_memo_slot(struct kam_cell_key key)
{
    /* Fibonacci hashing, Knuth, The Art of Computer Programming, 6.4. */
    return (size_t)(key.bytes * UINT64_C(0x9E3779B97F4A7C15) >> 58);
}

/* True if the cell of KEY is known: then *VALUE is what of it. */
static inline bool kam_cell_memo_get(const struct kam_cell_memo *memo, struct kam_cell_key key,
                                     uint32_t *value)
{
    size_t slot = kam_cell_memo_slot(key);

    *value = memo->entries[slot].value;
    return key.len && memo->entries[slot].key.len == key.len &&
           memo->entries[slot].key.bytes == key.bytes;
}

static inline void kam_cell_memo_put(struct kam_cell_memo *memo, struct kam_cell_key key,
                                     uint32_t value)
{
    size_t slot = kam_cell_memo_slot(key);

    if (!key.len)
        return;
    memo->entries[slot].key = key;
    memo->entries[slot].value = value;
}

#endif
