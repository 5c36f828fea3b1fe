/*
 * contactwiden: a table with what is known of its customers from contacts and visits: the columns
 * closeness, advantage and advantage_2, and visits and last_visit.
 */
#ifndef KAM_CONTACT_CONTACTWIDEN_H
#define KAM_CONTACT_CONTACTWIDEN_H

#include "contact/relationship.h"
#include "contact/visits.h"

/*
 * *WIDE, which the caller frees whatever the status: TABLE with the columns of RELATIONSHIPS and of
 * VISITS, both of its rows; NULL: without these. Errors as of kam_table_widen.
 */
KAM_MUST_CHECK enum kam_status kam_contact_widen(struct kam_table *wide,
                                                 const struct kam_table *table,
                                                 const struct kam_relationships *relationships,
                                                 const struct kam_visits *visits,
                                                 struct kam_error *error);

#endif
