/*
 * storepart: one part of the accounts of a run, found by id: a table of hashes, and records that
 * stay where they are. A store has several, each for the ids of some hashes, so that threads get
 * out of each other's way; a part itself knows nothing of threads.
 */
#ifndef KAM_ACCOUNT_STOREPART_H
#define KAM_ACCOUNT_STOREPART_H

#include "account/account.h"

/* How the records of a layout lie in memory. */
struct kam_record_shape {
    const struct kam_layout *layout; /* borrowed */
    unsigned month_hint;             /* months expected per account */
    uint16_t cell_count;             /* that stand in the record itself */
    size_t cells_at;
    size_t size; /* whole cache lines */
};

struct kam_record_shape kam_record_shape_of(const struct kam_layout *layout, unsigned month_hint);

/* Lay an empty record out in MEMORY, SHAPE->size bytes, which best begin on a cache line. */
struct kam_account *kam_record_init(const struct kam_record_shape *shape, void *memory);

/* Call ACCOUNT, a new one, ID. False when memory ran out. */
KAM_MUST_CHECK bool kam_record_name(struct kam_account *account, struct kam_text id,
                                    struct kam_arena *arena);

struct kam_store_slot;

struct kam_store_part {
    struct kam_record_shape shape;
    int first_month; /* of all lines so far */
    char **chunks;   /* of records */
    size_t chunk_count, chunks_capacity;
    uint32_t count;
    uint32_t most; /* of accounts that it may have */
    struct kam_store_slot *slots;
    size_t slot_count; /* a power of two */
    struct kam_arena arena;
};

/* A part for MOST accounts, less than KAM_NONE. False when memory ran out; free it anyhow. */
KAM_MUST_CHECK bool kam_store_part_init(struct kam_store_part *part,
                                        const struct kam_record_shape *shape, uint32_t most);
void kam_store_part_free(struct kam_store_part *part);

/* Stretch MONTHS so that they include all with a line. */
void kam_store_part_months(const struct kam_store_part *part, struct kam_months *months);

/* Bytes of memory that it takes, one account with another. */
size_t kam_store_part_used(const struct kam_store_part *part);

/* Forget all accounts, but keep memory for new ones. */
void kam_store_part_clear(struct kam_store_part *part);

/* The account with NUMBER, below part->count. */
struct kam_account *kam_store_part_account(const struct kam_store_part *part, size_t number);

/* The number of ID, whose hash is HASH; KAM_NONE if it has none. */
uint32_t kam_store_part_find(const struct kam_store_part *part, struct kam_text id, uint64_t hash);

/* Likewise; it is added, empty, if it is new. KAM_NONE when memory ran out. */
uint32_t kam_store_part_add(struct kam_store_part *part, struct kam_text id, uint64_t hash);

/* Add LINES[COUNT], see kam_store_add_lines. KAM_DATA or KAM_NOMEM; *FAILED is the line. */
KAM_MUST_CHECK enum kam_status kam_store_part_add_lines(struct kam_store_part *part,
                                                        const struct kam_line *const *lines,
                                                        size_t count, size_t *failed);

#endif
