/*
 * isal: what a gzip member holds behind its header, through ISA-L: two to three times as fast as
 * zlib. The only place that knows ISA-L, and gunzip is the only one that knows this place.
 */
#ifndef KAM_IO_ISAL_H
#define KAM_IO_ISAL_H

#include "io/gunzip.h"

struct kam_isal;

/* Whether configure found ISA-L. Without it kam_isal_open gives NULL, and there is no more to do.
 */
bool kam_isal_is_there(void);

/* NULL when memory ran out. A member's compressed data begins. */
struct kam_isal *kam_isal_open(void);

/* That of the next member begins. */
void kam_isal_reset(struct kam_isal *isal);

/* See kam_gunzip_step. */
enum kam_gunzip_result kam_isal_step(struct kam_isal *isal, struct kam_text *in, char *out,
                                     size_t size, size_t *got);

/* NULL is allowed. */
void kam_isal_close(struct kam_isal *isal);

#endif
