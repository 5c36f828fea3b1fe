#include "account/store.h"
#include "account/storepart.h"
#include "base/hash.h"

#include <pthread.h>
#include <stdlib.h>

enum { CACHE_LINE = 64 };

/* A part that one thread at a time is at. Numbers of accounts take turns among the parts. */
struct shared_part {
    _Alignas(CACHE_LINE) pthread_mutex_t mutex;
    struct kam_store_part part;
    struct kam_runs runs; /* what was put aside of it */
};

struct kam_store {
    struct kam_record_shape shape;
    struct shared_part *parts;
    unsigned part_count;
    pthread_mutex_t sets_mutex;
    struct kam_map *sets;
    void *scratch;
    struct kam_arena arena; /* of merges */
    size_t limit;           /* bytes that the accounts may take */
    const char *directory;  /* for what is more */
    unsigned source;        /* of what is being added */
};

enum kam_status kam_store_new(struct kam_store **out, const struct kam_layout *layout,
                              unsigned month_hint, unsigned parts, struct kam_error *error)
{
    struct kam_store *store = calloc(1, sizeof *store);

    if (!store)
        return kam_error_nomem(error);
    store->shape = kam_record_shape_of(layout, month_hint);
    store->limit = SIZE_MAX;
    pthread_mutex_init(&store->sets_mutex, NULL);
    if (store->shape.size > (size_t)UINT16_MAX * 8) {
        kam_store_free(store);
        return kam_error_set(error, KAM_USAGE,
                             "too many attributes, sums and sets for one account");
    }
    store->sets = calloc(layout->set_count ? layout->set_count : 1, sizeof *store->sets);
    store->scratch = aligned_alloc(CACHE_LINE, store->shape.size);
    store->parts = aligned_alloc(CACHE_LINE, parts * sizeof *store->parts);
    bool ok = store->sets && store->scratch && store->parts;
    for (unsigned p = 0; ok && p < parts; p++) {
        pthread_mutex_init(&store->parts[p].mutex, NULL);
        store->parts[p].runs = (struct kam_runs){.count = 0};
        ok = kam_store_part_init(&store->parts[p].part, &store->shape, (KAM_NONE - 1) / parts);
        store->part_count++;
    }
    if (!ok) {
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
    for (size_t i = 0; store->sets && i < store->shape.layout->set_count; i++)
        kam_map_free(&store->sets[i]);
    for (unsigned p = 0; store->parts && p < store->part_count; p++) {
        kam_store_part_free(&store->parts[p].part);
        kam_runs_free(&store->parts[p].runs);
        pthread_mutex_destroy(&store->parts[p].mutex);
    }
    pthread_mutex_destroy(&store->sets_mutex);
    free(store->sets);
    free(store->parts);
    free(store->scratch);
    kam_arena_free(&store->arena);
    free(store);
}

size_t kam_store_count(const struct kam_store *store)
{
    size_t count = 0;

    for (unsigned p = 0; p < store->part_count; p++)
        count += store->parts[p].part.count;
    return count;
}

uint32_t kam_store_end(const struct kam_store *store)
{
    uint32_t longest = 0;

    for (unsigned p = 0; p < store->part_count; p++)
        if (store->parts[p].part.count > longest)
            longest = store->parts[p].part.count;
    return longest * store->part_count;
}

struct kam_account *kam_store_account(const struct kam_store *store, uint32_t number)
{
    const struct kam_store_part *part = &store->parts[number % store->part_count].part;

    number /= store->part_count;
    return number < part->count ? kam_store_part_account(part, number) : NULL;
}

struct kam_months kam_store_months(const struct kam_store *store)
{
    struct kam_months months = KAM_MONTHS_NONE;

    for (unsigned p = 0; p < store->part_count; p++) {
        const struct kam_runs *runs = &store->parts[p].runs;
        kam_store_part_months(&store->parts[p].part, &months);
        if (runs->count && runs->months.count)
            kam_months_include(&months, runs->months.first,
                               runs->months.first + (int)runs->months.count - 1);
    }
    return months;
}

void kam_store_fetch(const struct kam_store *store, const struct kam_account *account)
{
    for (size_t at = 0; at < store->shape.size; at += CACHE_LINE)
        __builtin_prefetch((const char *)account + at);
}

void kam_store_fetch_texts(const struct kam_store *store, const struct kam_account *account)
{
    (void)store;
    __builtin_prefetch(account->attributes);
}

const struct kam_layout *kam_store_layout(const struct kam_store *store)
{
    return store->shape.layout;
}

struct kam_account_context kam_store_context(struct kam_store *store)
{
    return (struct kam_account_context){store->shape.layout, &store->arena,
                                        store->shape.month_hint};
}

struct kam_account *kam_store_scratch(struct kam_store *store)
{
    return kam_record_init(&store->shape, store->scratch);
}

/* ---- what doesn't fit in memory ---------------------------------------------------------------
 */

void kam_store_limit(struct kam_store *store, size_t bytes, const char *directory)
{
    store->limit = bytes;
    store->directory = directory;
}

/* Bytes that PART takes, and will take while it is put aside. */
static size_t size_of(const struct kam_store_part *part)
{
    return kam_store_part_used(part) + part->count * (size_t)KAM_RUNS_ROOM;
}

static bool is_full(const struct kam_store *store, const struct kam_store_part *part)
{
    return part->count && size_of(part) > store->limit / store->part_count;
}

static enum kam_status put_aside(struct kam_store *store, struct shared_part *shared,
                                 struct kam_error *error)
{
    enum kam_status status =
        kam_runs_add(&shared->runs, &shared->part, store->source, store->directory, error);

    if (!status)
        kam_store_part_clear(&shared->part);
    return status;
}

static enum kam_status put_all_aside(struct kam_store *store, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (unsigned p = 0; p < store->part_count && !status; p++)
        if (store->parts[p].part.count)
            status = put_aside(store, &store->parts[p], error);
    if (!status)
        kam_arena_free(&store->arena);
    return status;
}

enum kam_status kam_store_make_room(struct kam_store *store, bool *gone, struct kam_error *error)
{
    size_t size = store->arena.used;

    for (unsigned p = 0; p < store->part_count; p++)
        size += size_of(&store->parts[p].part);
    *gone = size > store->limit && kam_store_count(store);
    return *gone ? put_all_aside(store, error) : KAM_OK;
}

enum kam_status kam_store_begin_source(struct kam_store *store, unsigned source,
                                       struct kam_error *error)
{
    enum kam_status status = store->limit == SIZE_MAX ? KAM_OK : put_all_aside(store, error);

    store->source = source;
    return status;
}

static bool has_runs(const struct kam_store *store)
{
    for (unsigned p = 0; p < store->part_count; p++)
        if (store->parts[p].runs.count)
            return true;
    return false;
}

bool kam_store_is_empty(const struct kam_store *store)
{
    return kam_store_count(store) == 0 && !has_runs(store);
}

enum kam_status kam_store_finish(struct kam_store *store, struct kam_error *error)
{
    if (!has_runs(store))
        return KAM_OK;
    enum kam_status status = put_all_aside(store, error);
    for (unsigned p = 0; p < store->part_count; p++)
        kam_store_part_free(&store->parts[p].part);
    return status;
}

enum kam_status kam_store_open_merge(const struct kam_store *store,
                                     const struct kam_run_listener *listener,
                                     struct kam_run_merge **merge, struct kam_error *error)
{
    const struct kam_runs *runs[KAM_STORE_MOST_PARTS];

    *merge = NULL;
    if (!has_runs(store))
        return KAM_OK;
    for (unsigned p = 0; p < store->part_count; p++)
        runs[p] = &store->parts[p].runs;
    /* The accounts are out of memory: half of the room that they had is more than enough. */
    return kam_run_merge_open(merge, runs, store->part_count, &store->shape, store->limit / 2,
                              listener, error);
}

/* ---- sets ------------------------------------------------------------------------------------ */

const struct kam_map *kam_store_set_texts(const struct kam_store *store, size_t set)
{
    return &store->sets[set];
}

bool kam_store_intern(struct kam_store *store, size_t set, struct kam_text text, uint32_t *number)
{
    pthread_mutex_lock(&store->sets_mutex);
    bool ok = kam_map_intern(&store->sets[set], text, number);
    pthread_mutex_unlock(&store->sets_mutex);
    return ok;
}

/* ---- accounts -------------------------------------------------------------------------------- */

/* The part of an id with HASH: by other bits than those that say where it is in the part. */
static unsigned part_of(const struct kam_store *store, uint64_t hash)
{
    return (unsigned)((hash >> 32) * store->part_count >> 32);
}

enum kam_status kam_store_lookup(struct kam_store *store, struct kam_text id,
                                 enum kam_store_lookup mode, uint32_t *number,
                                 struct kam_error *error)
{
    uint64_t hash = kam_hash(id);
    unsigned p = part_of(store, hash);
    struct kam_store_part *part = &store->parts[p].part;
    uint32_t own = mode == KAM_STORE_FIND ? kam_store_part_find(part, id, hash)
                                          : kam_store_part_add(part, id, hash);

    *number = own == KAM_NONE ? KAM_NONE : own * store->part_count + p;
    return own == KAM_NONE && mode == KAM_STORE_ADD ? kam_error_nomem(error) : KAM_OK;
}

/* Lines in the order of their parts; those of part p begin at first[p]. */
struct sorted {
    const struct kam_line *lines[KAM_STORE_MOST_LINES];
    uint16_t positions[KAM_STORE_MOST_LINES]; /* where they stood */
    uint16_t first[KAM_STORE_MOST_PARTS + 1];
};

static void sort_by_part(const struct kam_store *store, const struct kam_line *const *lines,
                         size_t count, struct sorted *sorted)
{
    uint16_t next[KAM_STORE_MOST_PARTS + 1] = {0};
    uint16_t parts[KAM_STORE_MOST_LINES];

    for (size_t i = 0; i < count; i++) {
        parts[i] = (uint16_t)part_of(store, lines[i]->hash);
        next[parts[i] + 1]++;
    }
    for (unsigned p = 0; p < store->part_count; p++)
        next[p + 1] = (uint16_t)(next[p + 1] + next[p]);
    memcpy(sorted->first, next, sizeof next);
    for (size_t i = 0; i < count; i++) {
        uint16_t to = next[parts[i]]++;
        sorted->lines[to] = lines[i];
        sorted->positions[to] = (uint16_t)i;
    }
}

/* What came of adding lines: of all that failed, the first. */
struct outcome {
    enum kam_status status;
    size_t failed;
};

/* Add LINES[COUNT] to part P, which has room for more accounts afterwards. */
static enum kam_status add_to_part(struct kam_store *store, unsigned p,
                                   const struct kam_line *const *lines, size_t count,
                                   size_t *failed, struct kam_error *error)
{
    struct shared_part *shared = &store->parts[p];
    enum kam_status status = kam_store_part_add_lines(&shared->part, lines, count, failed);

    if (status || !is_full(store, &shared->part))
        return status;
    *failed = 0;
    return put_aside(store, shared, error);
}

static void add_sorted_to_part(struct kam_store *store, unsigned p, const struct sorted *sorted,
                               struct outcome *outcome, struct kam_error *error)
{
    size_t first = sorted->first[p], count = sorted->first[p + 1] - first, failed;

    if (count == 0)
        return;
    enum kam_status status = add_to_part(store, p, sorted->lines + first, count, &failed, error);
    size_t position = sorted->positions[first + failed];
    if (status && (!outcome->status || position < outcome->failed))
        *outcome = (struct outcome){status, position};
}

/* All parts in turn, those that others are at last. */
static void add_to_parts(struct kam_store *store, const struct sorted *sorted,
                         struct outcome *outcome, struct kam_error *error)
{
    bool done[KAM_STORE_MOST_PARTS] = {false};

    for (int last = 0; last <= 1; last++)
        for (unsigned p = 0; p < store->part_count; p++) {
            pthread_mutex_t *mutex = &store->parts[p].mutex;
            if (done[p] || (!last && pthread_mutex_trylock(mutex) != 0))
                continue;
            if (last)
                pthread_mutex_lock(mutex);
            add_sorted_to_part(store, p, sorted, outcome, error);
            pthread_mutex_unlock(mutex);
            done[p] = true;
        }
}

enum kam_status kam_store_add_lines(struct kam_store *store, const struct kam_line *const *lines,
                                    size_t count, size_t *failed, struct kam_error *error)
{
    struct outcome outcome = {KAM_OK, 0};
    struct sorted sorted;

    if (store->part_count == 1) {
        pthread_mutex_lock(&store->parts[0].mutex);
        outcome.status = add_to_part(store, 0, lines, count, &outcome.failed, error);
        pthread_mutex_unlock(&store->parts[0].mutex);
    } else {
        sort_by_part(store, lines, count, &sorted);
        add_to_parts(store, &sorted, &outcome, error);
    }
    if (outcome.status == KAM_OK || outcome.status == KAM_IO)
        return outcome.status;
    if (outcome.status == KAM_NOMEM)
        return kam_error_nomem(error);
    *failed = outcome.failed;
    return kam_error_set(error, outcome.status, "the sum of account %s becomes too large",
                         kam_show(lines[*failed]->id).s);
}
