/*
 * scratch: a temporary file without a name, for what doesn't fit in memory. It is gone with the
 * process, however that ends.
 */
#ifndef KAM_IO_SCRATCH_H
#define KAM_IO_SCRATCH_H

#include "base/text.h"

/* Zero-initialised it isn't open; then only closing is allowed. */
struct kam_scratch {
    const char *directory; /* borrowed */
    int fd;                /* 0: not open */
    uint64_t size;
};

/* A new one in DIRECTORY, which outlives it. KAM_IO. */
KAM_MUST_CHECK enum kam_status kam_scratch_open(struct kam_scratch *scratch, const char *directory,
                                                struct kam_error *error);

/* Write BYTES behind all that is there. KAM_IO, for a full disk above all. */
KAM_MUST_CHECK enum kam_status kam_scratch_append(struct kam_scratch *scratch,
                                                  struct kam_text bytes, struct kam_error *error);

/* Read the COUNT bytes from OFFSET on, which were written. From any thread. KAM_IO. */
KAM_MUST_CHECK enum kam_status kam_scratch_read(const struct kam_scratch *scratch, uint64_t offset,
                                                void *bytes, size_t count, struct kam_error *error);

void kam_scratch_close(struct kam_scratch *scratch);

#endif
