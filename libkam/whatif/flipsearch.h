/*
 * flipsearch: the nearest weight of one dimension, on one side of what it is, that moves a customer
 * to another tier; see flip.h for where it is looked for, and how.
 */
#ifndef KAM_WHATIF_FLIPSEARCH_H
#define KAM_WHATIF_FLIPSEARCH_H

#include "whatif/sweep.h"

/* What is looked for. */
struct kam_flip {
    uint32_t row;
    size_t dimension;
    enum kam_way way;
    bool found;            /* if so: */
    struct kam_decimal to; /* the weight that moves it */
    uint32_t tier;         /* there */
};

/* Look for FLIP, whose first three fields are set, and fill the others. */
KAM_MUST_CHECK enum kam_status kam_flip_search(const struct kam_whatif *whatif,
                                               struct kam_flip *flip, struct kam_error *error);

#endif
