/*
 * headermatch: the same columns in another order. A name that occurs twice is two columns, in the
 * order they stand in.
 */
#ifndef KAM_TABLE_HEADERMATCH_H
#define KAM_TABLE_HEADERMATCH_H

#include "base/text.h"

struct kam_header_match {
    size_t missing; /* the first of NAMES that OTHERS lack, SIZE_MAX for none */
    size_t extra;   /* the first of OTHERS that NAMES lack, likewise */
};

/*
 * ORDER[i] becomes the place among OTHERS[OTHER_COUNT] of NAMES[i], COUNT of them, in time
 * proportional to both. Where one is missing ORDER is meaningless. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_header_match(struct kam_header_match *match, const struct kam_text *names,
                                     size_t count, const struct kam_text *others,
                                     size_t other_count, size_t *order);

#endif
