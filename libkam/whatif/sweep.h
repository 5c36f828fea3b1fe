/*
 * sweep: how a customer stands, stretch by stretch, as one weight goes away from what it is.
 *
 * Where the scores of two customers come near enough to each other that rounding may decide, and
 * where they part again, the customer may change places with the other one; likewise for the
 * figures of foresight.h. Between two such weights nothing changes, so that a tier that is known
 * anywhere in a stretch is known in all of it.
 */
#ifndef KAM_WHATIF_SWEEP_H
#define KAM_WHATIF_SWEEP_H

#include "whatif/curve.h"
#include "whatif/foresight.h"

/* Where the weight goes. */
enum kam_way { KAM_WAY_DOWN, KAM_WAY_UP };

struct kam_sweep_event;

/* Zero-initialised it is empty. It takes up to 130 bytes a row. */
struct kam_sweep {
    const struct kam_foresight *foresight; /* borrowed */
    uint32_t row;
    enum kam_way way;
    double at, end; /* the weight so far, and the last one */
    struct kam_sweep_event *events;
    uint32_t *order; /* of the events on the way */
    size_t count, capacity, next;
    /* Others by row, then figures: 1 where the customer is above, -1 below, 0 that isn't clear. */
    signed char *states;
    size_t above, unclear; /* customers above this one, and those where that isn't clear */
    struct kam_decimal above_revenue, unclear_revenue; /* theirs */
};

/*
 * Follow the customer in ROW while the weight of DIMENSION goes from what it is to END, on SIDE.
 * To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_sweep_start(struct kam_sweep *sweep,
                                               const struct kam_foresight *foresight, uint32_t row,
                                               size_t dimension, enum kam_way way, double end,
                                               struct kam_error *error);

void kam_sweep_free(struct kam_sweep *sweep);

/* What may decide of the customer's tier. */
struct kam_stand {
    size_t tier;    /* by the cut, where that isn't by value */
    uint64_t sides; /* of the figures */
};

/* Weights between which it doesn't change, FROM on the side where the sweep began. */
struct kam_stretch {
    double from, to;
    bool is_clear; /* what it is, is known */
    struct kam_stand stand;
};

/* The next stretch; false at the end. */
KAM_MUST_CHECK bool kam_sweep_next(struct kam_sweep *sweep, struct kam_stretch *stretch);

#endif
