/*
 * split: where the delimiters of a line are, eight bytes at a time.
 */
#ifndef KAM_IO_SPLIT_H
#define KAM_IO_SPLIT_H

#include "base/text.h"

/*
 * The offsets of the first MOST bytes of LINE that are DELIMITER go to AT. Returns how many there
 * are, MOST + 1 standing for any number above MOST.
 */
size_t kam_split_find(struct kam_text line, char delimiter, size_t *at, size_t most);

#endif
