/*
 * groupwrite: merged customers as rows. What a customer of one row has is written as it was read.
 */
#ifndef KAM_GROUP_GROUPWRITE_H
#define KAM_GROUP_GROUPWRITE_H

#include "group/groupmerge.h"
#include "io/writer.h"

/*
 * Write header and customers, in the order of their ids. KAM_NOMEM is the only failure; those of
 * writing are the output's, at commit.
 */
KAM_MUST_CHECK enum kam_status kam_groupwrite(const struct kam_groupmerge *merge,
                                              struct kam_writer *writer, struct kam_error *error);

#endif
