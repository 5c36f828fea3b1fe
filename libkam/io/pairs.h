/*
 * pairs: encodings in which a character is one byte, as in ASCII, or mostly two: GB18030, GBK,
 * Big5. What iconv makes of each pair is asked once, and looked up from then on.
 */
#ifndef KAM_IO_PAIRS_H
#define KAM_IO_PAIRS_H

#include "base/text.h"

#include <iconv.h>

struct kam_pairs;

/* True if the encoding that iconv calls NAME is one of these, without states or combinations. */
bool kam_pairs_are_in(const char *name);

/*
 * A table made by CONVERSION, from such an encoding to UTF-8, which is as it was afterwards; NULL
 * when memory ran out. For free().
 */
struct kam_pairs *kam_pairs_new(iconv_t conversion);

/*
 * Append the UTF-8 of the characters at the front of BYTES to OUT, which has room for half as many
 * bytes again and 16 more: up to the first that isn't in the table (it has four bytes, is cut, or
 * is none). Returns how many bytes they are.
 */
size_t kam_pairs_convert(const struct kam_pairs *pairs, struct kam_text bytes,
                         struct kam_buffer *out);

#endif
