/*
 * swallow: whether the quotes of a record seem to hold other records, because one is missing.
 */
#ifndef KAM_IO_SWALLOW_H
#define KAM_IO_SWALLOW_H

#include "base/text.h"

/*
 * True if a line of the record HEAD TAIL, but for its first, has at least LEAST delimiters within
 * quotes: as many as a record has; or if each of its lines has exactly LEAST, in quotes or not, at
 * least two, and none in quotes is followed by a space, as in an address.
 */
bool kam_swallows_records(struct kam_text head, struct kam_text tail, char delimiter, size_t least);

#endif
