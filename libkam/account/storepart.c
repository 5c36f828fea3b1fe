#include "account/storepart.h"
#include "base/hash.h"

#include <stdlib.h>

enum {
    CHUNK_ACCOUNTS = 32768, /* whole huge pages of them, however many cache lines each has */
    FIRST_SLOTS = 1024,
    GROUP = 32,       /* lines whose records are fetched together */
    CACHE_LINE = 64,  /* records begin on one */
    MOST_INLINE = 16, /* months with cells in the record itself */
};

struct kam_store_slot {
    uint32_t tag; /* of the hash; spares most looks at a record */
    uint32_t number;
};

/* ---- records --------------------------------------------------------------------------------- */

/*
 * A record: an account with its sums, sets, and the cells of so many months as are expected (a
 * later month more, or a wide one, and they move to the arena).
 */
struct kam_record_shape kam_record_shape_of(const struct kam_layout *layout, unsigned month_hint)
{
    struct kam_record_shape shape = {.layout = layout, .month_hint = month_hint ? month_hint : 1};
    size_t size = sizeof(struct kam_account) + layout->sum_count * sizeof(struct kam_decimal) +
                  layout->set_count * sizeof(struct kam_set);

    shape.cells_at = size;
    shape.cell_count = shape.month_hint <= MOST_INLINE ? (uint16_t)shape.month_hint : 0;
    size += shape.cell_count * sizeof(int64_t);
    shape.size = (size + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
    return shape;
}

struct kam_account *kam_record_init(const struct kam_record_shape *shape, void *memory)
{
    struct kam_account *account = memory;

    memset(memory, 0, shape->size);
    account->revenue.values = shape->cell_count ? (char *)memory + shape->cells_at : NULL;
    account->revenue.capacity = shape->cell_count;
    return account;
}

bool kam_record_name(struct kam_account *account, struct kam_text id, struct kam_arena *arena)
{
    struct kam_text copy = {account->short_id, id.len};

    if (id.len > UINT32_MAX || (id.len > KAM_SHORT_ID && !kam_arena_copy(arena, id, &copy)))
        return false;
    if (id.len && id.len <= KAM_SHORT_ID)
        memcpy(account->short_id, id.ptr, id.len);
    account->id_ptr = copy.ptr;
    account->id_len = (uint32_t)id.len;
    return true;
}

struct kam_account *kam_store_part_account(const struct kam_store_part *part, size_t number)
{
    char *chunk = part->chunks[number / CHUNK_ACCOUNTS];

    return (struct kam_account *)(void *)(chunk + number % CHUNK_ACCOUNTS * part->shape.size);
}

/* ---- slots ----------------------------------------------------------------------------------- */

static uint32_t tag_of(uint64_t hash)
{
    return (uint32_t)(hash >> 32);
}

static bool new_slots(struct kam_store_part *part, size_t count)
{
    struct kam_store_slot *slots = kam_pages_alloc(count * sizeof *slots);

    if (!slots)
        return false;
    memset(slots, 0xFF, count * sizeof *slots);
    part->slots = slots;
    part->slot_count = count;
    return true;
}

static bool grow_slots(struct kam_store_part *part)
{
    struct kam_store_slot *old = part->slots;

    if (!new_slots(part, part->slot_count * 2))
        return false;
    free(old);
    for (uint32_t i = 0; i < part->count; i++) {
        uint64_t hash = kam_hash(kam_account_id(kam_store_part_account(part, i)));
        size_t s = hash & (part->slot_count - 1);
        while (part->slots[s].number != KAM_NONE)
            s = (s + 1) & (part->slot_count - 1);
        part->slots[s] = (struct kam_store_slot){tag_of(hash), i};
    }
    return true;
}

/* The slot of ID, or the free one where it belongs. */
static struct kam_store_slot *probe(const struct kam_store_part *part, struct kam_text id,
                                    uint64_t hash)
{
    size_t mask = part->slot_count - 1;
    uint32_t tag = tag_of(hash);

    for (size_t s = hash & mask;; s = (s + 1) & mask) {
        struct kam_store_slot *slot = &part->slots[s];
        if (slot->number == KAM_NONE ||
            (slot->tag == tag &&
             kam_text_equal(kam_account_id(kam_store_part_account(part, slot->number)), id)))
            return slot;
    }
}

static bool add_account(struct kam_store_part *part, struct kam_text id, uint64_t hash,
                        struct kam_store_slot *slot)
{
    if (part->count == part->most)
        return false;
    if (part->count / CHUNK_ACCOUNTS == part->chunk_count) {
        char *chunk;
        if (!kam_array_reserve(&part->chunks, &part->chunks_capacity, part->chunk_count + 1,
                               sizeof *part->chunks) ||
            !(chunk = kam_pages_alloc(CHUNK_ACCOUNTS * part->shape.size)))
            return false;
        part->chunks[part->chunk_count++] = chunk;
    }
    struct kam_account *account =
        kam_record_init(&part->shape, kam_store_part_account(part, part->count));
    if (!kam_record_name(account, id, &part->arena))
        return false;
    *slot = (struct kam_store_slot){tag_of(hash), part->count++};
    return true;
}

uint32_t kam_store_part_find(const struct kam_store_part *part, struct kam_text id, uint64_t hash)
{
    return probe(part, id, hash)->number;
}

uint32_t kam_store_part_add(struct kam_store_part *part, struct kam_text id, uint64_t hash)
{
    struct kam_store_slot *slot = probe(part, id, hash);

    if (slot->number != KAM_NONE)
        return slot->number;
    if ((size_t)part->count + (part->count >> 1) >= part->slot_count) {
        if (!grow_slots(part))
            return KAM_NONE;
        slot = probe(part, id, hash);
    }
    return add_account(part, id, hash, slot) ? slot->number : KAM_NONE;
}

bool kam_store_part_init(struct kam_store_part *part, const struct kam_record_shape *shape,
                         uint32_t most)
{
    *part = (struct kam_store_part){.shape = *shape, .first_month = KAM_MONTH_NONE, .most = most};
    return new_slots(part, FIRST_SLOTS);
}

void kam_store_part_free(struct kam_store_part *part)
{
    for (size_t i = 0; i < part->chunk_count; i++)
        free(part->chunks[i]);
    free(part->chunks);
    free(part->slots);
    kam_arena_free(&part->arena);
    memset(part, 0, sizeof *part);
}

void kam_store_part_months(const struct kam_store_part *part, struct kam_months *months)
{
    for (uint32_t i = 0; i < part->count; i++) {
        const struct kam_cells *cells = &kam_store_part_account(part, i)->revenue;
        if (cells->count)
            kam_months_include(months, cells->first, kam_cells_last(cells));
    }
}

size_t kam_store_part_used(const struct kam_store_part *part)
{
    return part->count * part->shape.size + part->slot_count * sizeof *part->slots +
           part->arena.used;
}

void kam_store_part_clear(struct kam_store_part *part)
{
    part->count = 0;
    memset(part->slots, 0xFF, part->slot_count * sizeof *part->slots);
    kam_arena_rewind(&part->arena);
}

/* ---- lines ----------------------------------------------------------------------------------- */

/*
 * Where the cell of MONTH is in a record whose first line was in the first month of all: a guess,
 * right for most accounts and never far off.
 */
static size_t likely_cell(struct kam_store_part *part, int month)
{
    if (part->first_month == KAM_MONTH_NONE || month < part->first_month)
        part->first_month = month;
    size_t i = (size_t)(month - part->first_month);
    return part->shape.cells_at + (i < part->shape.cell_count ? i : 0) * sizeof(int64_t);
}

/* The account that lines with HASH most probably belong to, told by tags alone; or NULL. */
static struct kam_account *likely_account(const struct kam_store_part *part, uint64_t hash)
{
    size_t mask = part->slot_count - 1, s = hash & mask;
    uint32_t tag = tag_of(hash);

    while (part->slots[s].number != KAM_NONE && part->slots[s].tag != tag)
        s = (s + 1) & mask;
    uint32_t number = part->slots[s].number;
    return number == KAM_NONE ? NULL : kam_store_part_account(part, number);
}

/*
 * The likely accounts of LINES[COUNT]. Slots are independent of each other, so that the processor
 * looks at many at a time. Of a record, whose page may have to be found, the first line of cache is
 * asked for at once, and the others when it is known where that is.
 */
static void fetch_accounts(struct kam_store_part *part, const struct kam_line *const *lines,
                           size_t count, struct kam_account *likely[GROUP])
{
    for (size_t i = 0; i < count; i++) {
        likely[i] = likely_account(part, lines[i]->hash);
        __builtin_prefetch(likely[i], 1);
    }
    for (size_t i = 0; i < count; i++) {
        const char *record = (const char *)likely[i];
        if (!record)
            continue;
        __builtin_prefetch(record + CACHE_LINE, 1);
        __builtin_prefetch(record + likely_cell(part, lines[i]->month), 1);
    }
}

/* The account of LINE, which is LIKELY unless that is another one, or there was none. */
static struct kam_account *account_of(struct kam_store_part *part, const struct kam_line *line,
                                      struct kam_account *likely)
{
    if (likely && kam_text_equal(kam_account_id(likely), line->id))
        return likely;
    uint32_t number = kam_store_part_add(part, line->id, line->hash);
    return number == KAM_NONE ? NULL : kam_store_part_account(part, number);
}

enum kam_status kam_store_part_add_lines(struct kam_store_part *part,
                                         const struct kam_line *const *lines, size_t count,
                                         size_t *failed)
{
    const struct kam_account_context context = {part->shape.layout, &part->arena,
                                                part->shape.month_hint};
    struct kam_account *likely[GROUP];

    for (size_t i = 0; i < count; i++) {
        size_t place = i % GROUP;
        if (place == 0)
            fetch_accounts(part, lines + i, count - i < GROUP ? count - i : GROUP, likely);
        struct kam_account *account = account_of(part, lines[i], likely[place]);
        *failed = i;
        if (!account)
            return KAM_NOMEM;
        enum kam_status status = kam_account_add_line(account, lines[i], &context);
        if (status)
            return status;
    }
    return KAM_OK;
}
