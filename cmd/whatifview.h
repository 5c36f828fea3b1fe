/*
 * whatifview: kam-tier --sensitivity and --flip: what becomes of the tiers if weights or limits
 * change.
 */
#ifndef KAM_WHATIFVIEW_H
#define KAM_WHATIFVIEW_H

#include "front.h"
#include "tier/tier.h"

/* Zero-initialised nothing is asked. */
struct kam_whatifview {
    struct kam_decimal step; /* --sensitivity, 0.1 for 10% */
    const char **asked;      /* --flip, in the order given */
    size_t count, capacity;
};

/* --sensitivity[=ARGUMENT]; NULL: 10%. */
void kam_whatifview_step(const struct kam_front *front, struct kam_whatifview *view,
                         const char *argument);

/* Wrong usage where a percentage stands among the operands: `--sensitivity 20%` lacks its `=`. */
void kam_whatifview_check(const struct kam_front *front);

/* --flip ARGUMENT. */
void kam_whatifview_ask(const struct kam_front *front, struct kam_whatifview *view,
                        const char *argument);

/* Write what is asked for of TIERING under MODEL, worked out by THREADS threads. */
KAM_MUST_CHECK enum kam_status kam_whatifview_write(struct kam_front *front,
                                                    const struct kam_whatifview *view,
                                                    const struct kam_tiering *tiering,
                                                    const struct kam_model *model, unsigned threads,
                                                    struct kam_error *error);

void kam_whatifview_free(struct kam_whatifview *view);

#endif
