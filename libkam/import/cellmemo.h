/*
 * cellmemo: what became of short cells that came before. Columns such as a service have few
 * different ones, which needn't be looked into again with every line.
 */
#ifndef KAM_IMPORT_CELLMEMO_H
#define KAM_IMPORT_CELLMEMO_H

#include "base/text.h"

/* A cell of up to 16 bytes as numbers; of no bytes for any other. */
struct kam_cell_key {
    uint64_t front, back;
    uint32_t len;
};

/* The last cell of each hash, and what is known of it. Zero-initialised it is empty. */
struct kam_cell_memo {
    struct {
        struct kam_cell_key key;
        uint32_t value;
    } entries[64];
};

static inline void kam_cell_memo_clear(struct kam_cell_memo *memo)
{
    memset(memo, 0, sizeof *memo);
}

/* The first 4 bytes of CELL and the last 4; they may overlap. */
static inline uint64_t kam_cell_edges(struct kam_text cell)
{
    uint32_t front, back;

    memcpy(&front, cell.ptr, sizeof front);
    memcpy(&back, cell.ptr + cell.len - sizeof back, sizeof back);
    return (uint64_t)back << 32 | front;
}

static inline struct kam_cell_key kam_cell_key_of(struct kam_text cell)
{
    struct kam_cell_key key = {0, 0, (uint32_t)cell.len};

    if (cell.len == 0 || cell.len > sizeof key.front + sizeof key.back)
        return (struct kam_cell_key){0, 0, 0};
    if (cell.len >= sizeof key.front) {
        memcpy(&key.front, cell.ptr, sizeof key.front);
        memcpy(&key.back, cell.ptr + cell.len - sizeof key.back, sizeof key.back);
    } else if (cell.len >= sizeof(uint32_t)) {
        key.front = kam_cell_edges(cell);
    } else {
        /* The first, the one in the middle and the last: all there are. */
        key.front = (unsigned char)cell.ptr[0] |
                    (uint32_t)(unsigned char)cell.ptr[cell.len / 2] << 8 |
                    (uint32_t)(unsigned char)cell.ptr[cell.len - 1] << 16;
    }
    return key;
}

static inline size_t kam_cell_memo_slot(struct kam_cell_key key)
{
    /* Fibonacci hashing, Knuth, The Art of Computer Programming, 6.4. */
    const uint64_t golden = UINT64_C(0x9E3779B97F4A7C15);

    return (size_t)((key.front + key.back * golden) * golden >> 58);
}

/* True if the cell of KEY is known: then *VALUE is what of it. */
static inline bool kam_cell_memo_get(const struct kam_cell_memo *memo, struct kam_cell_key key,
                                     uint32_t *value)
{
    size_t slot = kam_cell_memo_slot(key);

    *value = memo->entries[slot].value;
    return key.len && memo->entries[slot].key.len == key.len &&
           memo->entries[slot].key.front == key.front && memo->entries[slot].key.back == key.back;
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
