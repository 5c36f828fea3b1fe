/*
 * comparable: whether two snapshots can be compared, and if not, what stands in the way.
 *
 * Movements between snapshots made by different rules say more about the rules than about the
 * customers, so they are refused unless the user allows just that difference. A snapshot without
 * rows can be compared with any other.
 */
#ifndef KAM_DIFF_COMPARABLE_H
#define KAM_DIFF_COMPARABLE_H

#include "tier/snapshot.h"

/* What two snapshots may differ in; a set of them is the bitwise or. */
enum kam_aspect {
    KAM_ASPECT_MODEL = 1,     /* the model's name or hash */
    KAM_ASPECT_WINDOW = 2,    /* the number of month columns */
    KAM_ASPECT_BY = 4,        /* what was ranked */
    KAM_ASPECT_PERIOD = 8,    /* the old one is of a later period than the new one */
    KAM_ASPECT_CURRENCY = 16, /* of the amounts, where both say it */
};

/* In a set of what is allowed: there is no --allow for more, and the message doesn't name it. */
enum { KAM_ASPECTS_FINAL = 32 };

/*
 * The aspects that LIST names: "model,window". False if a word of it isn't one of model, window,
 * by, period, currency; it is in *WRONG then.
 */
KAM_MUST_CHECK bool kam_comparable_parse(struct kam_text list, unsigned *aspects,
                                         struct kam_text *wrong);

/* KAM_DATA naming every difference that isn't ALLOWED, with the values of both. */
KAM_MUST_CHECK enum kam_status kam_comparable_check(const struct kam_snapshot *old,
                                                    const struct kam_snapshot *new,
                                                    unsigned allowed, struct kam_error *error);

#endif
