/*
 * flowbands: where the bands of a flow diagram lie: tiers as bars on both sides, one below the
 * other, and from each to each a band as thick as the square root of its customers. All bands at a
 * bar are in the order of the bars at their other ends, so that they cross as little as they can.
 *
 * Below the tiers are, at the left, customers who weren't there before and those split off others;
 * at the right those who are lost and those merged into others. Who is there neither before nor
 * after isn't shown.
 */
#ifndef KAM_REPORT_FLOWBANDS_H
#define KAM_REPORT_FLOWBANDS_H

#include "base/arena.h"
#include "diff/transition.h"

enum kam_flowside { KAM_FLOWSIDE_BEFORE, KAM_FLOWSIDE_NOW, KAM_FLOWSIDES };

enum kam_flowrole { KAM_FLOWROLE_TIER, KAM_FLOWROLE_PART, KAM_FLOWROLE_ABSENT };

enum kam_flowband_kind {
    KAM_FLOWBAND_SAME,
    KAM_FLOWBAND_UP,
    KAM_FLOWBAND_DOWN,
    KAM_FLOWBAND_CAME,
    KAM_FLOWBAND_LEFT,

    KAM_FLOWBAND_KINDS
};

/* A bar; of one that isn't shown nothing else is known. */
struct kam_flownode {
    bool is_shown;
    double top, height;
    size_t customers;
};

struct kam_flowband {
    enum kam_flowband_kind kind;
    size_t ends[KAM_FLOWSIDES]; /* rows and columns of the matrix */
    size_t customers;
    double top[KAM_FLOWSIDES], thickness;
};

struct kam_flowbands {
    const struct kam_transition *transition; /* of customers; borrowed */
    size_t size;                             /* bars on each side, shown or not */
    size_t shown[KAM_FLOWSIDES];
    struct kam_flownode *nodes[KAM_FLOWSIDES];
    struct kam_flowband *items; /* those that stay first, then the largest: so they are drawn */
    size_t count;
    double height; /* of all */
};

/* How high all is. */
double kam_flowbands_height(const struct kam_transition *transition);

/* How many bands there are of those that move, and how many customers of each kind. */
size_t kam_flowbands_moving(const struct kam_transition *transition);
void kam_flowbands_sums(const struct kam_transition *transition, size_t sums[KAM_FLOWBAND_KINDS]);

/* What row or column NODE is. */
enum kam_flowrole kam_flowbands_role(const struct kam_transition *transition, size_t node);

/* Lay them out from TOP on; all is ARENA's. False when memory ran out. */
KAM_MUST_CHECK bool kam_flowbands_make(struct kam_flowbands *bands,
                                       const struct kam_transition *transition, double top,
                                       struct kam_arena *arena);

/* The middles of the bars of SIDE that are shown; ARENA's, NULL when memory ran out. */
double *kam_flowbands_places(const struct kam_flowbands *bands, enum kam_flowside side,
                             struct kam_arena *arena);

/* The MOST largest of those that move, by where they end, into LARGEST; how many that is. */
size_t kam_flowbands_largest(const struct kam_flowbands *bands, const struct kam_flowband **largest,
                             size_t most);

#endif
