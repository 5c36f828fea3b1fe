/*
 * reportmatch: whether the customers of a list are those of a snapshot, row by row: each is there,
 * and in the tier that the list says.
 */
#ifndef KAM_REPORT_REPORTMATCH_H
#define KAM_REPORT_REPORTMATCH_H

#include "tier/snapshot.h"

/* All borrowed; a column may be KAM_NO_COLUMN but for the first. */
struct kam_reportmatch {
    const struct kam_table *list;
    const struct kam_snapshot *snapshot;
    size_t id;
    size_t former; /* the id there, where it isn't that one: its cell isn't empty then */
    size_t tier;
    size_t elsewhere;  /* where its cell isn't empty, the id may be one that isn't there */
    bool by_tier;      /* rows without a tier aren't of the snapshot */
    const char *maker; /* what makes such a list of the snapshot */
};

/* KAM_DATA, with its place, for the first row that isn't as the snapshot has it. */
KAM_MUST_CHECK enum kam_status kam_reportmatch_check(const struct kam_reportmatch *match,
                                                     struct kam_error *error);

#endif
