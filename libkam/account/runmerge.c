#include "account/runmerge.h"
#include "account/recordcode.h"

#include <stdlib.h>

/* Where a run is read. */
struct cursor {
    const struct kam_scratch *file;
    uint64_t next, end; /* what wasn't read yet */
    unsigned source;
    struct kam_buffer block;
    size_t at; /* of the record whose turn it is, all of which is in the block */
    struct kam_text id;
};

/*
 * The cursors that have records left are a heap: none comes before its parent, number (i - 1) / 2.
 * That is Knuth's algorithm of replacement in The Art of Computer Programming, volume 3, 5.4.1.
 */
struct kam_run_merge {
    const struct kam_record_shape *shape;
    const struct kam_run_listener *listener;
    struct cursor *cursors;
    size_t cursor_count;
    size_t block; /* bytes read at once */
    uint32_t *heap;
    size_t heap_count;
    struct kam_arena records; /* of those to be merged into others */
};

/* ---- reading a run --------------------------------------------------------------------------- */

/* Have COUNT bytes in the block of CURSOR from its record on, which are there in the file. */
static enum kam_status have(const struct kam_run_merge *merge, struct cursor *cursor, size_t count,
                            struct kam_error *error)
{
    struct kam_buffer *block = &cursor->block;
    size_t rest = block->len - cursor->at;

    if (rest >= count)
        return KAM_OK;
    if (rest)
        memmove(block->ptr, block->ptr + cursor->at, rest);
    block->len = rest;
    cursor->at = 0;
    size_t more = count > merge->block ? count - rest : merge->block - rest;
    if (more > cursor->end - cursor->next)
        more = (size_t)(cursor->end - cursor->next);
    if (!kam_buffer_reserve(block, more))
        return kam_error_nomem(error);
    enum kam_status status =
        kam_scratch_read(cursor->file, cursor->next, block->ptr + rest, more, error);
    if (status)
        return status;
    cursor->next += more;
    block->len += more;
    return KAM_OK;
}

/* The next record of CURSOR, KAM_END if there is none. */
static enum kam_status advance(const struct kam_run_merge *merge, struct cursor *cursor,
                               struct kam_error *error)
{
    if (cursor->block.len > cursor->at)
        cursor->at += kam_record_length(cursor->block.ptr + cursor->at);
    if (cursor->at == cursor->block.len && cursor->next == cursor->end)
        return KAM_END;
    enum kam_status status = have(merge, cursor, KAM_RECORD_LENGTH, error);
    if (!status)
        status = have(merge, cursor, kam_record_length(cursor->block.ptr + cursor->at), error);
    if (!status)
        cursor->id = kam_record_id(cursor->block.ptr + cursor->at);
    return status;
}

/* ---- the heap -------------------------------------------------------------------------------- */

/* Cursors stand in the order of their runs. */
static bool comes_before(const struct kam_run_merge *merge, uint32_t a, uint32_t b)
{
    int order = kam_text_order(merge->cursors[a].id, merge->cursors[b].id);

    return order ? order < 0 : a < b;
}

/* The cursor at place I has another id: let those below it that come before it rise. */
static void sink(struct kam_run_merge *merge, size_t i)
{
    uint32_t cursor = merge->heap[i];

    for (size_t child; (child = 2 * i + 1) < merge->heap_count; i = child) {
        if (child + 1 < merge->heap_count &&
            comes_before(merge, merge->heap[child + 1], merge->heap[child]))
            child++;
        if (!comes_before(merge, merge->heap[child], cursor))
            break;
        merge->heap[i] = merge->heap[child];
    }
    merge->heap[i] = cursor;
}

/* The first cursor has done with its record. */
static enum kam_status replace_first(struct kam_run_merge *merge, struct kam_error *error)
{
    enum kam_status status = advance(merge, &merge->cursors[merge->heap[0]], error);

    if (status == KAM_END)
        merge->heap[0] = merge->heap[--merge->heap_count];
    else if (status)
        return status;
    if (merge->heap_count)
        sink(merge, 0);
    return KAM_OK;
}

/* ---- opening --------------------------------------------------------------------------------- */

static size_t block_size(size_t room, size_t runs)
{
    const size_t least = 16 * (size_t)1024, most = 1024 * (size_t)1024;
    size_t share = room / (runs + 1);

    return share < least ? least : share > most ? most : share;
}

enum kam_status kam_run_merge_open(struct kam_run_merge **out, const struct kam_runs *const *runs,
                                   size_t count, const struct kam_record_shape *shape, size_t room,
                                   const struct kam_run_listener *listener, struct kam_error *error)
{
    struct kam_run_merge *merge = *out = calloc(1, sizeof *merge);
    enum kam_status status = KAM_OK;
    size_t total = 0;

    for (size_t i = 0; i < count; i++)
        total += runs[i]->count;
    if (!merge)
        return kam_error_nomem(error);
    merge->shape = shape;
    merge->listener = listener;
    merge->block = block_size(room, total);
    merge->cursors = calloc(total + 1, sizeof *merge->cursors);
    merge->heap = calloc(total + 1, sizeof *merge->heap);
    if (!merge->cursors || !merge->heap)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++)
        for (size_t r = 0; r < runs[i]->count && !status; r++) {
            const struct kam_run *run = &runs[i]->items[r];
            struct cursor *cursor = &merge->cursors[merge->cursor_count];
            *cursor = (struct cursor){
                .file = &runs[i]->file, .next = run->begin, .end = run->end, .source = run->source};
            status = advance(merge, cursor, error);
            if (!status)
                merge->heap[merge->heap_count++] = (uint32_t)merge->cursor_count;
            merge->cursor_count++;
            status = status == KAM_END ? KAM_OK : status;
        }
    for (size_t i = merge->heap_count / 2; i-- > 0;)
        sink(merge, i);
    return status;
}

void kam_run_merge_close(struct kam_run_merge *merge)
{
    if (!merge)
        return;
    for (size_t i = 0; i < merge->cursor_count; i++)
        kam_buffer_free(&merge->cursors[i].block);
    kam_arena_free(&merge->records);
    free(merge->cursors);
    free(merge->heap);
    free(merge);
}

/* ---- merging --------------------------------------------------------------------------------- */

static const struct cursor *first(const struct kam_run_merge *merge)
{
    return &merge->cursors[merge->heap[0]];
}

/* The record of the first cursor, ARENA's; the cursor goes on. */
static enum kam_status take(struct kam_run_merge *merge, struct kam_arena *arena,
                            struct kam_account **account, struct kam_error *error)
{
    const struct cursor *cursor = first(merge);

    *account = kam_record_decode(cursor->block.ptr + cursor->at, merge->shape, arena);
    return *account ? replace_first(merge, error) : kam_error_nomem(error);
}

static enum kam_status merge_record(const struct kam_run_merge *merge, struct kam_account *into,
                                    const struct kam_account *record, struct kam_arena *arena,
                                    struct kam_error *error)
{
    const struct kam_account_context context = {merge->shape->layout, arena,
                                                merge->shape->month_hint};
    enum kam_status status = kam_account_merge(into, record, &context);

    if (status == KAM_NOMEM)
        return kam_error_nomem(error);
    if (status)
        return kam_error_set(error, status, "the sum of account %s becomes too large",
                             kam_show(kam_account_id(into)).s);
    return KAM_OK;
}

enum kam_status kam_run_merge_next(struct kam_run_merge *merge, struct kam_arena *arena,
                                   const struct kam_account **out, struct kam_error *error)
{
    struct kam_run_meeting meeting;
    struct kam_account *account, *record;

    if (merge->heap_count == 0)
        return KAM_END;
    meeting.source = first(merge)->source;
    enum kam_status status = take(merge, arena, &account, error);
    while (!status && merge->heap_count &&
           kam_text_equal(first(merge)->id, kam_account_id(account))) {
        kam_arena_reset(&merge->records);
        meeting.before_source = meeting.source;
        meeting.source = first(merge)->source;
        status = take(merge, &merge->records, &record, error);
        meeting.before = account;
        meeting.record = record;
        if (!status && merge->listener)
            status = merge->listener->meet(merge->listener->context, &meeting, error);
        if (!status)
            status = merge_record(merge, account, record, arena, error);
    }
    *out = account;
    return status;
}
