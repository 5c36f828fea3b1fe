/*
 * override: --set SECTION:KEY=VALUE, a value for this run instead of the model file's.
 *
 *     tiers:cut=customers 1%, 5%, 20%
 *     dimension revenue | industry=hospital:weight=50
 *
 * SECTION is what stands between the brackets and has to exist, unless it is of a kind that needs
 * no name; the key is replaced or added, and an empty VALUE takes it away. Of several for one key
 * the last counts.
 */
#ifndef KAM_MODEL_OVERRIDE_H
#define KAM_MODEL_OVERRIDE_H

#include "model/modelfile.h"

/*
 * Apply OVERRIDE to FILE. Errors about the value, now or later, name the option in place of a
 * file and line. KAM_USAGE.
 */
KAM_MUST_CHECK enum kam_status kam_override_apply(struct kam_modelfile *file, const char *override,
                                                  struct kam_error *error);

#endif
