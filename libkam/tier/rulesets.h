/*
 * rulesets: the categories and the flags of a customer, as sets (account/settext.h).
 */
#ifndef KAM_TIER_RULESETS_H
#define KAM_TIER_RULESETS_H

#include "tier/ruling.h"

/* Zero-initialised it is empty. */
struct kam_rulesets {
    const struct kam_ruling *ruling; /* borrowed */
    const size_t *categories;        /* numbers of rules, in the order of their names */
    const size_t *flags;
    struct kam_arena arena;
};

/* Those of RULING. To be freed whatever comes of it; false when memory ran out. */
KAM_MUST_CHECK bool kam_rulesets_make(struct kam_rulesets *sets, const struct kam_ruling *ruling);

void kam_rulesets_free(struct kam_rulesets *sets);

/* Append that of ROW to BUFFER, which is empty. False when memory ran out. */
KAM_MUST_CHECK bool kam_rulesets_add_categories(const struct kam_rulesets *sets, uint32_t row,
                                                struct kam_buffer *buffer);
KAM_MUST_CHECK bool kam_rulesets_add_flags(const struct kam_rulesets *sets, uint32_t row,
                                           struct kam_buffer *buffer);

#endif
