/*
 * policy: how a customer is served: what the [policy]s say for it.
 *
 * For each key, what the policy of its class says, or else that of its tier; for a prospect, which
 * has no tier, that of prospects.
 */
#ifndef KAM_TIER_POLICY_H
#define KAM_TIER_POLICY_H

#include "tier/tier.h"

/* What MODEL says for the customer in ROW of TIERING in its KEY; empty: nothing. */
struct kam_text kam_policy_text(const struct kam_model *model, const struct kam_tiering *tiering,
                                uint32_t row, size_t key);

#endif
