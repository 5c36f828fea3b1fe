/*
 * reportpyramid: how many customers each tier of a snapshot has, and what they bring; in the
 * snapshot before, too. The figures are those of kam-tier --summary.
 */
#ifndef KAM_REPORT_REPORTPYRAMID_H
#define KAM_REPORT_REPORTPYRAMID_H

#include "report/reportsource.h"
#include "report/reporttable.h"

struct kam_reportlayer {
    size_t customers;
    struct kam_decimal revenue;
    struct kam_decimal counted; /* what the base of [tiers] counts of it */
};

/* Of one snapshot. */
struct kam_reportlayers {
    struct kam_reportlayer *tiers; /* per step of the ladder */
    struct kam_reportlayer all;
    struct kam_reportlayer key; /* the first key_tiers of them */
    size_t prospects;
};

/* Zero-initialised it is empty. */
struct kam_reportpyramid {
    const struct kam_ladder *ladder;     /* borrowed */
    struct kam_reportlayers now, before; /* `before` only if has_before */
    bool has_before;
    size_t tier_count;
    size_t key_tiers; /* so many at the top of the ladder are key accounts; at least 1 */
};

/* KAM_DATA if a sum is out of range. All is ARENA's. */
KAM_MUST_CHECK enum kam_status kam_reportpyramid_make(struct kam_reportpyramid *pyramid,
                                                      const struct kam_reportsource *source,
                                                      const struct kam_reportscope *scope,
                                                      size_t key_tiers, struct kam_arena *arena,
                                                      struct kam_error *error);

/* The share that PART has of ALL, six places; KAM_NO_NUMBER where all is not above 0. */
struct kam_decimal kam_reportpyramid_share(struct kam_decimal part, struct kam_decimal all);

/* Its rows, from the top, and the total. */
void kam_reportpyramid_table(const struct kam_reportpyramid *pyramid, struct kam_speech *speech,
                             struct kam_reporttable *table);

#endif
