/*
 * renames: which id each account has now, by the pairs of a list of relations that say it was
 * renamed.
 *
 * An account may be renamed again: a -> b and b -> c make c of both. What can't have happened is
 * an error: two new ids for one, a circle, and a new id that had been given up before.
 */
#ifndef KAM_GROUP_RENAMES_H
#define KAM_GROUP_RENAMES_H

#include "group/relations.h"

struct kam_rename {
    struct kam_text before, now; /* NOW is what the account is called in the end */
};

/* Zero-initialised there are none. Each id that was given up once; the one given up last first. */
struct kam_renames {
    struct kam_rename *items;
    size_t count;
};

/* Find those of RELATIONS, whose texts are borrowed. KAM_DATA as above, with file and line. */
KAM_MUST_CHECK enum kam_status kam_renames_find(struct kam_renames *renames,
                                                const struct kam_relations *relations,
                                                struct kam_error *error);

void kam_renames_free(struct kam_renames *renames);

#endif
