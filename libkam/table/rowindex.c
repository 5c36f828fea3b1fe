#include "table/rowindex.h"
#include "base/hash.h"

#include <stdlib.h>

enum { GROUP = 32 }; /* rows that are looked up together */

/* The upper hash bits beside the row spare most comparisons of ids. */
struct kam_row_slot {
    uint32_t tag;
    uint32_t row; /* KAM_NONE in a free slot */
};

/*
 * Ids on their way to their slots. What is done with a group is done in steps, with other groups
 * in between: what a step asks for is at hand when the next one comes to it.
 */
struct group {
    struct kam_text ids[GROUP];
    uint64_t hashes[GROUP];
    size_t count;
};

static struct kam_row_slot *first_slot(const struct kam_row_index *index, uint64_t hash)
{
    return &index->slots[hash & (index->slot_count - 1)];
}

/* The ids of TABLE from row FROM on, up to row END. Their slots are on their way then. */
static void gather(const struct kam_row_index *index, const struct kam_table *table, size_t column,
                   size_t from, size_t end, struct group *group)
{
    group->count = end - from < GROUP ? end - from : GROUP;
    for (size_t i = 0; i < group->count; i++) {
        if (from + i + GROUP < end)
            kam_table_expect_first(table, from + i + GROUP);
        group->ids[i] = kam_table_cell(table, from + i, column);
        group->hashes[i] = kam_hash(group->ids[i]);
        __builtin_prefetch(first_slot(index, group->hashes[i]));
    }
}

/* The rows that the slots of GROUP probably name are on their way then. */
static void expect_rows(const struct kam_row_index *index, const struct group *group)
{
    for (size_t i = 0; i < group->count; i++) {
        const struct kam_row_slot *slot = first_slot(index, group->hashes[i]);
        if (slot->row != KAM_NONE && slot->tag == (uint32_t)(group->hashes[i] >> 32))
            kam_table_expect_first(index->table, slot->row);
    }
}

/* The slot of ID, or the free one where it belongs. There always is a free one. */
static struct kam_row_slot *probe(const struct kam_row_index *index, struct kam_text id,
                                  uint64_t hash)
{
    size_t mask = index->slot_count - 1;
    uint32_t tag = (uint32_t)(hash >> 32);

    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        struct kam_row_slot *slot = &index->slots[i];
        if (slot->row == KAM_NONE ||
            (slot->tag == tag &&
             kam_text_equal(kam_table_cell(index->table, slot->row, index->column), id)))
            return slot;
    }
}

static enum kam_status add_group(struct kam_row_index *index, const struct group *group,
                                 uint32_t row, struct kam_error *error)
{
    for (size_t i = 0; i < group->count; i++, row++) {
        struct kam_row_slot *slot = probe(index, group->ids[i], group->hashes[i]);
        if (group->ids[i].len == 0 || slot->row != KAM_NONE)
            return kam_table_reject_id(index->table, index->column, row, slot->row, error);
        *slot = (struct kam_row_slot){(uint32_t)(group->hashes[i] >> 32), row};
    }
    return KAM_OK;
}

enum kam_status kam_row_index_make(struct kam_row_index *index, const struct kam_table *table,
                                   size_t column, struct kam_error *error)
{
    enum { FEWEST_SLOTS = 16, STEPS = 2 };
    struct group groups[STEPS];
    size_t slots = FEWEST_SLOTS, group_count = (table->count + GROUP - 1) / GROUP;
    enum kam_status status = KAM_OK;

    while (slots / 3 * 2 < table->count)
        slots *= 2;
    *index =
        (struct kam_row_index){table, column, kam_pages_alloc(slots * sizeof *index->slots), slots};
    if (!index->slots || table->count >= KAM_NONE)
        return kam_error_nomem(error);
    memset(index->slots, 0xFF, slots * sizeof *index->slots);
    for (size_t g = 0; g < group_count + STEPS - 1 && !status; g++) {
        if (g < group_count)
            gather(index, table, column, g * GROUP, table->count, &groups[g % STEPS]);
        if (g >= 1)
            status = add_group(index, &groups[(g - 1) % STEPS], (uint32_t)((g - 1) * GROUP), error);
    }
    return status;
}

static void find_group(const struct kam_row_index *index, const struct group *group, uint32_t *rows)
{
    for (size_t i = 0; i < group->count; i++)
        rows[i] = probe(index, group->ids[i], group->hashes[i])->row;
}

void kam_row_index_find(const struct kam_row_index *index, const struct kam_table *other,
                        size_t column, size_t from, size_t count, uint32_t *rows)
{
    enum { STEPS = 3 };
    struct group groups[STEPS];
    size_t group_count = (count + GROUP - 1) / GROUP;

    for (size_t g = 0; g < group_count + STEPS - 1; g++) {
        if (g < group_count)
            gather(index, other, column, from + g * GROUP, from + count, &groups[g % STEPS]);
        if (g >= 1 && g - 1 < group_count)
            expect_rows(index, &groups[(g - 1) % STEPS]);
        if (g >= 2)
            find_group(index, &groups[(g - 2) % STEPS], rows + (g - 2) * GROUP);
    }
}

uint32_t kam_row_index_row(const struct kam_row_index *index, struct kam_text id)
{
    return probe(index, id, kam_hash(id))->row;
}

void kam_row_index_free(struct kam_row_index *index)
{
    free(index->slots);
    *index = (struct kam_row_index){0};
}
