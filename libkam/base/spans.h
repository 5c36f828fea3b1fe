/*
 * spans: numbers from 0 up, such as those of rows, worked on by several threads, some thousands at
 * a time.
 */
#ifndef KAM_BASE_SPANS_H
#define KAM_BASE_SPANS_H

#include "base/pipeline.h"

/* At most so many slots: see below. */
enum { KAM_SPANS_SLOTS = KAM_PIPELINE_MOST_THREADS };

/*
 * The numbers FROM to before TO. Of two spans that are worked on at the same time SLOT differs, so
 * that what a thread needs while it works, or adds up, may stand in an array of KAM_SPANS_SLOTS.
 */
struct kam_span {
    size_t from, to;
    size_t slot;
};

struct kam_spans_work {
    enum kam_status (*work)(void *context, const struct kam_span *span, struct kam_error *error);
    void *context;
    size_t size; /* numbers at a time, at least 1 */
};

/*
 * Do WORK with all numbers below COUNT, in THREADS threads, at most as many as a pipeline takes.
 * Fails as the lowest of the spans that fail does.
 */
KAM_MUST_CHECK enum kam_status kam_spans_run(const struct kam_spans_work *work, size_t count,
                                             unsigned threads, struct kam_error *error);

#endif
