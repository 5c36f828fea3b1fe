/*
 * progress: how far reading has come, on a line of its own on stderr.
 *
 * Shown only once a run takes longer than a second, and refreshed a few times a second.
 */
#ifndef KAM_PROGRESS_H
#define KAM_PROGRESS_H

#include "io/input.h"

struct kam_progress;

/* NULL when memory ran out; a run without progress is still a run. */
struct kam_progress *kam_progress_new(const char *tool, size_t file_count);

/* For kam_reader_options: CONTEXT is the struct kam_progress. */
void kam_progress_on_block(void *context, const struct kam_input *input, uint64_t line);

/* Wipe the line, so that a message or a shell's prompt starts at its beginning. */
void kam_progress_done(struct kam_progress *progress);

void kam_progress_free(struct kam_progress *progress);

#endif
