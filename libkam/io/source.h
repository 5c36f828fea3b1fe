/*
 * source: the bytes of a file as they are on disk, or decompressed.
 *
 * The lower half of an input. gzip is recognised by its magic bytes, on standard input too.
 */
#ifndef KAM_IO_SOURCE_H
#define KAM_IO_SOURCE_H

#include "base/text.h"

struct kam_source;

/* Open PATH ("-" is standard input). PATH has to outlive the errors of this source. */
KAM_MUST_CHECK enum kam_status kam_source_open(struct kam_source **source, const char *path,
                                               struct kam_error *error);

/* A source over BYTES, borrowed. */
KAM_MUST_CHECK enum kam_status kam_source_open_memory(struct kam_source **source, const char *name,
                                                      struct kam_text bytes,
                                                      struct kam_error *error);

/*
 * Read 1 to SIZE bytes into BUFFER, *GOT of them; KAM_END at the end. Damage (KAM_DATA) is reported
 * by the call after the one that gave the last good bytes. A file that is shorter at its end than
 * it was when it was opened is KAM_IO.
 */
KAM_MUST_CHECK enum kam_status kam_source_read(struct kam_source *source, char *buffer, size_t size,
                                               size_t *got, struct kam_error *error);

const char *kam_source_name(const struct kam_source *source);
uint64_t kam_source_bytes(const struct kam_source *source); /* taken from the file so far */
uint64_t kam_source_size(const struct kam_source *source);  /* of the file; 0 if unknown */

void kam_source_close(struct kam_source *source);

#endif
