/*
 * ahead: an input that is read by a thread of its own, some blocks ahead of whoever uses them.
 *
 * Reading, decompressing and decoding go on while the blocks before are worked on. What comes out,
 * errors included, is what the input itself would have given, in the same order. While it runs, the
 * input is the thread's, but for its name, order, size, encoding and kam_input_bytes.
 */
#ifndef KAM_IO_AHEAD_H
#define KAM_IO_AHEAD_H

#include "io/input.h"

struct kam_ahead;

/*
 * Start reading INPUT, which is borrowed. KAM_NOMEM also where the system has no thread to give:
 * the input is untouched then and may be read as it is.
 */
KAM_MUST_CHECK enum kam_status kam_ahead_start(struct kam_ahead **ahead, struct kam_input *input);

/* See kam_input_read. */
KAM_MUST_CHECK enum kam_status kam_ahead_read(struct kam_ahead *ahead, struct kam_text *block,
                                              struct kam_error *error);

/* Stop, wait for the thread, and give the input back. NULL is allowed. */
void kam_ahead_stop(struct kam_ahead *ahead);

#endif
