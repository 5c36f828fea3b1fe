/*
 * pipeline: pieces of work that are taken, worked on, given and finished, by several threads.
 *
 * Pieces are taken one by one, in order; worked on by many threads at once; given one by one, in
 * the order they were taken in; and finished by many at once. Every thread does whatever is next:
 * no thread is tied to a step, and with one thread it is a loop. What comes out doesn't depend on
 * the number of threads, as long as `work` and `finish` of different pieces may be in any order.
 */
#ifndef KAM_BASE_PIPELINE_H
#define KAM_BASE_PIPELINE_H

#include "base/error.h"

enum { KAM_PIPELINE_MOST_THREADS = 64, KAM_PIPELINE_MOST_PIECES = 4 * KAM_PIPELINE_MOST_THREADS };

/*
 * The steps. One that fails ends the run; the pieces before its own go through all steps. KAM_END,
 * mostly of taking, ends it likewise, but is no failure. GIVE and FINISH may be NULL: nothing is
 * left to be done there.
 */
struct kam_pipeline_steps {
    enum kam_status (*take)(void *context, void *piece, struct kam_error *error);
    enum kam_status (*work)(void *context, void *piece, struct kam_error *error);
    enum kam_status (*give)(void *context, void *piece, struct kam_error *error);
    enum kam_status (*finish)(void *context, void *piece, struct kam_error *error);
};

/*
 * Run STEPS over all there is to take, with PIECES[COUNT] (from 1 to KAM_PIPELINE_MOST_PIECES) to
 * hold it meanwhile, in THREADS threads, the caller's being one; fewer where the system has none to
 * give, or there are fewer pieces. Fails as the first piece that fails does.
 */
KAM_MUST_CHECK enum kam_status kam_pipeline_run(const struct kam_pipeline_steps *steps,
                                                void *context, void *const *pieces, size_t count,
                                                unsigned threads, struct kam_error *error);

#endif
