/*
 * viewoutput: a table with the columns of a tool becomes the tool's main output.
 */
#ifndef KAM_VIEWOUTPUT_H
#define KAM_VIEWOUTPUT_H

#include "front.h"
#include "table/view.h"

/* Write VIEW in THREADS threads, and put the output in place. */
KAM_MUST_CHECK enum kam_status kam_viewoutput_write(struct kam_front *front,
                                                    const struct kam_view *view, unsigned threads,
                                                    struct kam_error *error);

#endif
