/*
 * encoding: which encoding a file has, as far as its first bytes prove it.
 *
 * What they only make likely is guessed elsewhere (guess).
 */
#ifndef KAM_IO_ENCODING_H
#define KAM_IO_ENCODING_H

#include "base/text.h"

/*
 * The encoding a byte order mark at the front of BYTES says ("UTF-8", "UTF-16LE", ...) and its
 * length in *LENGTH; NULL and 0 without a mark.
 */
const char *kam_encoding_mark(struct kam_text bytes, size_t *length);

/*
 * The kind of UTF-16 or UTF-32 that the NUL bytes among BYTES show: half of the ASCII in UTF-16
 * are NULs, all at even or all at odd places, and no other encoding has any. NULL where there are
 * none, or where they stand like damage.
 */
const char *kam_encoding_pattern(struct kam_text bytes);

/* True if NAME is UTF-8, or ASCII, which is part of it. */
bool kam_encoding_is_utf8(const char *name);

/* True if NAME is UTF-16 or UTF-32 (UCS-2, UCS-4) with the order of its bytes: UTF-16LE. */
bool kam_encoding_has_order(const char *name);

#endif
