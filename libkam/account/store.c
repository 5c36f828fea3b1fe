#include "account/store.h"
#include "base/sort.h"

#include <stdlib.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

enum {
    CHUNK_ACCOUNTS = 32768,
    GROUP = 24,       /* lines looked up together: slots fetched first, then records */
    CACHE_LINE = 64,  /* records begin on one */
    MOST_INLINE = 16, /* months with cells in the record itself */
};

struct slot {
    uint32_t tag; /* of the hash; spares most looks at a record */
    uint32_t number;
};

struct kam_store {
    const struct kam_layout *layout;
    unsigned month_hint;
    int first_month; /* of all lines so far */
    size_t record_size;
    size_t cells_at, attributes_at;
    uint16_t cell_count;
    char **chunks; /* of CHUNK_ACCOUNTS records */
    size_t chunk_count, chunks_capacity;
    uint32_t count;
    struct slot *slots;
    size_t slot_count; /* a power of two */
    struct kam_map *sets;
    void *scratch;
    struct kam_arena arena;
};

/*
 * A record: an account with its sums, sets, the cells of so many months as are expected (a later
 * month more, or a wide one, and they move to the arena), and its attributes, which are seldom
 * looked at.
 */
static void lay_out(struct kam_store *store)
{
    const struct kam_layout *layout = store->layout;
    size_t size = sizeof(struct kam_account) + layout->sum_count * sizeof(struct kam_decimal) +
                  layout->set_count * sizeof(struct kam_set);

    store->cells_at = size;
    store->cell_count = store->month_hint <= MOST_INLINE ? (uint16_t)store->month_hint : 0;
    size += store->cell_count * sizeof(int64_t);
    store->attributes_at = size;
    size += layout->attribute_count * sizeof(struct kam_attribute);
    store->record_size = (size + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
}

/* Lay an empty record out in MEMORY. */
static struct kam_account *record_at(const struct kam_store *store, void *memory)
{
    struct kam_account *account = memory;
    size_t sums = store->layout->sum_count * sizeof(struct kam_decimal);

    memset(memory, 0, store->record_size);
    account->sets = (uint16_t)((sizeof *account + sums) / 8);
    account->attributes = (uint16_t)(store->attributes_at / 8);
    account->revenue.values = store->cell_count ? (char *)memory + store->cells_at : NULL;
    account->revenue.capacity = store->cell_count;
    return account;
}

static bool grow_slots(struct kam_store *store)
{
    size_t count = store->slot_count * 2;
    struct slot *slots = kam_pages_alloc(count * sizeof *slots);

    if (!slots)
        return false;
    memset(slots, 0xFF, count * sizeof *slots);
    for (size_t i = 0; i < store->count; i++) {
        struct kam_text id = kam_store_account(store, i)->id;
        uint64_t hash = XXH3_64bits(id.ptr, id.len);
        size_t s = hash & (count - 1);
        while (slots[s].number != KAM_NONE)
            s = (s + 1) & (count - 1);
        slots[s] = (struct slot){(uint32_t)(hash >> 32), (uint32_t)i};
    }
    free(store->slots);
    store->slots = slots;
    store->slot_count = count;
    return true;
}

enum kam_status kam_store_new(struct kam_store **out, const struct kam_layout *layout,
                              unsigned month_hint, struct kam_error *error)
{
    enum { FIRST_SLOTS = 1024 };
    struct kam_store *store = calloc(1, sizeof *store);

    if (!store)
        return kam_error_nomem(error);
    store->layout = layout;
    store->first_month = KAM_MONTH_NONE;
    store->month_hint = month_hint ? month_hint : 1;
    lay_out(store);
    if (store->record_size > (size_t)UINT16_MAX * 8) {
        kam_store_free(store);
        return kam_error_set(error, KAM_USAGE,
                             "too many attributes, sums and sets for one account");
    }
    store->slot_count = FIRST_SLOTS / 2;
    store->sets = calloc(layout->set_count ? layout->set_count : 1, sizeof *store->sets);
    store->scratch = aligned_alloc(CACHE_LINE, store->record_size);
    if (!store->sets || !store->scratch || !grow_slots(store)) {
        kam_store_free(store);
        return kam_error_nomem(error);
    }
    *out = store;
    return KAM_OK;
}

void kam_store_free(struct kam_store *store)
{
    if (!store)
        return;
    for (size_t i = 0; store->sets && i < store->layout->set_count; i++)
        kam_map_free(&store->sets[i]);
    for (size_t i = 0; i < store->chunk_count; i++)
        free(store->chunks[i]);
    free(store->sets);
    free(store->chunks);
    free(store->slots);
    free(store->scratch);
    kam_arena_free(&store->arena);
    free(store);
}

size_t kam_store_count(const struct kam_store *store)
{
    return store->count;
}

struct kam_account *kam_store_account(const struct kam_store *store, size_t number)
{
    char *chunk = store->chunks[number / CHUNK_ACCOUNTS];

    return (struct kam_account *)(void *)(chunk + number % CHUNK_ACCOUNTS * store->record_size);
}

const struct kam_layout *kam_store_layout(const struct kam_store *store)
{
    return store->layout;
}

struct kam_account_context kam_store_context(struct kam_store *store)
{
    return (struct kam_account_context){store->layout, &store->arena, store->month_hint};
}

struct kam_map *kam_store_set_texts(struct kam_store *store, size_t set)
{
    return &store->sets[set];
}

/* The slot of ID, or the free one where it belongs. */
static struct slot *probe(const struct kam_store *store, struct kam_text id, uint64_t hash)
{
    size_t mask = store->slot_count - 1;
    uint32_t tag = (uint32_t)(hash >> 32);

    for (size_t s = hash & mask;; s = (s + 1) & mask) {
        struct slot *slot = &store->slots[s];
        if (slot->number == KAM_NONE ||
            (slot->tag == tag && kam_text_equal(kam_store_account(store, slot->number)->id, id)))
            return slot;
    }
}

static bool add_account(struct kam_store *store, struct kam_text id, uint64_t hash,
                        struct slot *slot)
{
    if (store->count == KAM_NONE - 1)
        return false;
    if (store->count % CHUNK_ACCOUNTS == 0) {
        char *chunk;
        if (!kam_array_reserve(&store->chunks, &store->chunks_capacity, store->chunk_count + 1,
                               sizeof *store->chunks) ||
            !(chunk = kam_pages_alloc(CHUNK_ACCOUNTS * store->record_size)))
            return false;
        store->chunks[store->chunk_count++] = chunk;
    }
    struct kam_account *account = record_at(store, kam_store_account(store, store->count));
    if (id.len <= KAM_SHORT_ID) {
        memcpy(account->short_id, id.ptr, id.len);
        account->id = (struct kam_text){account->short_id, id.len};
    } else if (!kam_arena_copy(&store->arena, id, &account->id)) {
        return false;
    }
    *slot = (struct slot){(uint32_t)(hash >> 32), store->count++};
    return true;
}

/* The number of ID, adding it; KAM_NONE when memory ran out. */
static uint32_t find_or_add(struct kam_store *store, struct kam_text id, uint64_t hash)
{
    struct slot *slot = probe(store, id, hash);

    if (slot->number != KAM_NONE)
        return slot->number;
    if ((size_t)store->count + (store->count >> 1) >= store->slot_count) {
        if (!grow_slots(store))
            return KAM_NONE;
        slot = probe(store, id, hash);
    }
    return add_account(store, id, hash, slot) ? slot->number : KAM_NONE;
}

enum kam_status kam_store_lookup(struct kam_store *store, struct kam_text id,
                                 enum kam_store_lookup mode, uint32_t *number,
                                 struct kam_error *error)
{
    uint64_t hash = XXH3_64bits(id.ptr, id.len);

    if (mode == KAM_STORE_FIND) {
        *number = probe(store, id, hash)->number;
        return KAM_OK;
    }
    *number = find_or_add(store, id, hash);
    return *number == KAM_NONE ? kam_error_nomem(error) : KAM_OK;
}

/*
 * Where the cell of MONTH is in a record whose first line was in the first month of all: a guess,
 * right for most accounts and never far off.
 */
static size_t likely_cell(struct kam_store *store, int month)
{
    if (store->first_month == KAM_MONTH_NONE || month < store->first_month)
        store->first_month = month;
    size_t i = (size_t)(month - store->first_month);
    return store->cells_at + (i < store->cell_count ? i : 0) * sizeof(int64_t);
}

static enum kam_status add_group(struct kam_store *store, const struct kam_text *ids,
                                 const struct kam_line *lines, size_t count, size_t *failed)
{
    struct kam_account_context context = kam_store_context(store);
    uint64_t hashes[GROUP];

    for (size_t i = 0; i < count; i++) {
        hashes[i] = XXH3_64bits(ids[i].ptr, ids[i].len);
        __builtin_prefetch(&store->slots[hashes[i] & (store->slot_count - 1)]);
    }
    for (size_t i = 0; i < count; i++) {
        /* A guess that is nearly always right; find_or_add below makes sure. */
        uint32_t number = store->slots[hashes[i] & (store->slot_count - 1)].number;
        if (number == KAM_NONE)
            continue;
        const char *record = (const char *)kam_store_account(store, number);
        __builtin_prefetch(record);
        __builtin_prefetch(record + CACHE_LINE);
        __builtin_prefetch(record + likely_cell(store, lines[i].month));
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t number = find_or_add(store, ids[i], hashes[i]);
        *failed = i;
        if (number == KAM_NONE)
            return KAM_NOMEM;
        enum kam_status status =
            kam_account_add_line(kam_store_account(store, number), &lines[i], &context);
        if (status)
            return status;
    }
    return KAM_OK;
}

enum kam_status kam_store_add_lines(struct kam_store *store, const struct kam_text *ids,
                                    const struct kam_line *lines, size_t count, size_t *failed,
                                    struct kam_error *error)
{
    for (size_t i = 0; i < count; i += GROUP) {
        size_t n = count - i < GROUP ? count - i : GROUP;
        enum kam_status status = add_group(store, ids + i, lines + i, n, failed);
        if (status == KAM_NOMEM)
            return kam_error_nomem(error);
        if (status) {
            *failed += i;
            return kam_error_set(error, status, "the sum of account %s becomes too large",
                                 kam_show(ids[*failed]).s);
        }
    }
    return KAM_OK;
}

struct kam_account *kam_store_scratch(struct kam_store *store)
{
    return record_at(store, store->scratch);
}

enum kam_status kam_store_order(const struct kam_store *store, uint32_t *order,
                                struct kam_error *error)
{
    struct kam_text *ids = malloc(((size_t)store->count + 1) * sizeof *ids);
    bool ok = ids != NULL;

    for (uint32_t i = 0; ok && i < store->count; i++)
        ids[i] = kam_store_account(store, i)->id;
    ok = ok && kam_sort_texts(order, ids, store->count);
    free(ids);
    return ok ? KAM_OK : kam_error_nomem(error);
}
