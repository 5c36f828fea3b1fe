#include "base/spans.h"

struct taking {
    const struct kam_spans_work *work;
    size_t next, count; /* the first number that isn't taken, and how many there are */
};

static enum kam_status take(void *context, void *piece, struct kam_error *error)
{
    struct taking *taking = context;
    struct kam_span *span = piece;
    size_t left = taking->count - taking->next;

    (void)error;
    if (left == 0)
        return KAM_END;
    span->from = taking->next;
    span->to = span->from + (left < taking->work->size ? left : taking->work->size);
    taking->next = span->to;
    return KAM_OK;
}

static enum kam_status work_on(void *context, void *piece, struct kam_error *error)
{
    const struct kam_spans_work *work = ((struct taking *)context)->work;

    return work->work(work->context, piece, error);
}

enum kam_status kam_spans_run(const struct kam_spans_work *work, size_t count, unsigned threads,
                              struct kam_error *error)
{
    static const struct kam_pipeline_steps steps = {.take = take, .work = work_on};
    struct taking taking = {work, 0, count};
    struct kam_span spans[KAM_SPANS_SLOTS];
    void *pointers[KAM_SPANS_SLOTS];
    size_t slots = count > work->size ? threads : 1;

    for (size_t i = 0; i < slots; i++) {
        spans[i].slot = i;
        pointers[i] = &spans[i];
    }
    return kam_pipeline_run(&steps, &taking, pointers, slots, threads, error);
}
