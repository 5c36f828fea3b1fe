/*
 * output: bytes to a file that is whole or not there at all.
 *
 * A regular or absent file is written as a temporary beside it (the link followed to its end,
 * mode and, where allowed, owner kept), synced and renamed on commit: readers see the old file or
 * the whole new one, and the file may be one of the inputs. Anything else (a pipe, /dev/null, a
 * terminal, standard output) is written directly. Every write, flush, sync and close is checked.
 */
#ifndef KAM_IO_OUTPUT_H
#define KAM_IO_OUTPUT_H

#include "base/text.h"

struct kam_output;

/*
 * Open PATH for writing; NULL or "-" is standard output. GZIP compresses (so does a PATH that
 * ends in ".gz"), level 6, without name or time in the header, so that bytes are repeatable.
 * PATH has to outlive every error of this output. A directory, and an existing file without
 * permission to write, are errors.
 */
KAM_MUST_CHECK enum kam_status kam_output_open(struct kam_output **output, const char *path,
                                               bool gzip, struct kam_error *error);

/*
 * An output that only keeps what is written, for another one: all of it, since it was opened or
 * forgot what it had, is kam_output_kept, until the next write. Running out of memory is the
 * failure of a write. Discard it in the end.
 */
KAM_MUST_CHECK enum kam_status kam_output_keep(struct kam_output **output, struct kam_error *error);
struct kam_text kam_output_kept(const struct kam_output *output);
void kam_output_forget(struct kam_output *output);

/*
 * Append. Buffered; the first failure is remembered, later writes do nothing, and
 * kam_output_commit reports it. This keeps the row loop free of checks without losing any.
 */
void kam_output_write(struct kam_output *output, struct kam_text text);

/*
 * Room to be filled in place, SIZE bytes or more (SIZE is at most KAM_OUTPUT_ROOM): it ends at
 * *END. kam_output_filled says up to where it was filled; no other call in between. For what is
 * written in many small pieces. There is room after a write failed, too, for nothing.
 */
enum { KAM_OUTPUT_ROOM = 4096 };
char *kam_output_room(struct kam_output *output, size_t size, char **end);
void kam_output_filled(struct kam_output *output, const char *filled);

/* True once a write failed: a long-running writer may stop early. */
bool kam_output_failed(const struct kam_output *output);

/*
 * Hand all that was written to the system, so that a full disk is known before another output is
 * begun. Nothing may be written afterwards; OUTPUT has still to be committed or discarded.
 */
KAM_MUST_CHECK enum kam_status kam_output_finish(struct kam_output *output,
                                                 struct kam_error *error);

/*
 * Flush, sync, close and put in place; then OUTPUT is gone, whatever the result. When it fails, an
 * existing file is as it was and a new one doesn't exist. The one exception is that the directory
 * of an existing file can't be synced: then the new content is in place already. Standard output
 * is closed: nothing may be written to it afterwards.
 */
KAM_MUST_CHECK enum kam_status kam_output_commit(struct kam_output *output,
                                                 struct kam_error *error);

/* Drop what was written, leave an existing file as it is. NULL is allowed. */
void kam_output_discard(struct kam_output *output);

/*
 * The path of the temporary file, NULL if there is none; OUTPUT's. A front end that is ended by
 * a signal may unlink it (which is safe in a handler); the handler must not be able to run any more
 * when OUTPUT is committed or discarded.
 */
const char *kam_output_temporary(const struct kam_output *output);

/*
 * True if A and B (NULL or "-" for standard output) name one and the same file, also through
 * links and when it doesn't exist yet, or both standard output. Special files such as /dev/null
 * never count as the same.
 */
bool kam_output_same(const char *a, const char *b);

#endif
