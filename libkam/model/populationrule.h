/*
 * populationrule: which rows belong together where points or scores depend on others, as the model
 * says it.
 *
 *     population = all              all rows
 *     population = segment          those that go by the same section of a dimension
 *     population = per industry     those with the same cell in a column, the empty one included
 *
 * This module only reads it; whoever has no segments refuses KAM_POPULATION_SEGMENT.
 */
#ifndef KAM_MODEL_POPULATIONRULE_H
#define KAM_MODEL_POPULATIONRULE_H

#include "base/arena.h"

enum kam_population_kind {
    KAM_POPULATION_ALL,
    KAM_POPULATION_SEGMENT,
    KAM_POPULATION_PER,
};

/* Zero-initialised it is all rows. */
struct kam_population_rule {
    enum kam_population_kind kind;
    struct kam_text column; /* KAM_POPULATION_PER; else empty */
    struct kam_place place; /* of the key, where there is one */
};

/* Parse TEXT, which stands at PLACE; the column is copied into ARENA. KAM_USAGE at PLACE. */
KAM_MUST_CHECK enum kam_status kam_population_parse(struct kam_population_rule *rule,
                                                    struct kam_text text,
                                                    const struct kam_place *place,
                                                    struct kam_arena *arena,
                                                    struct kam_error *error);

#endif
