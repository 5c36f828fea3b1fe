/*
 * riskview: kam-diff --at-risk.
 */
#ifndef KAM_RISKVIEW_H
#define KAM_RISKVIEW_H

#include "comparing.h"
#include "diff/risklist.h"

/* Find who is at risk by the model of COMPARING, and warn of what isn't known. */
KAM_MUST_CHECK enum kam_status kam_riskview_find(struct kam_front *front, struct kam_risks *risks,
                                                 const struct kam_comparing *comparing,
                                                 struct kam_error *error);

/* Say with -v how many they are, by each risk. */
void kam_riskview_note(const struct kam_front *front, const struct kam_risks *risks);

#endif
