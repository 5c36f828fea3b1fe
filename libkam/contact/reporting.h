/*
 * reporting: whether a list of contacts can be true: nobody twice, and everybody reports to
 * somebody who is there, and in the end to nobody.
 *
 * A contact is one person at one account, in as many rows as it is told of: for us and for each
 * competitor. Whom it reports to may be said in any of these.
 */
#ifndef KAM_CONTACT_REPORTING_H
#define KAM_CONTACT_REPORTING_H

#include "contact/contacts.h"

/*
 * KAM_DATA at the row that is wrong: CONTACTS have a person without a NAME (a column), the same one
 * twice for one competitor, one who reports to two others, to nobody known at the account or, in a
 * circle, to itself. REPORTS_TO may be KAM_NO_COLUMN.
 */
KAM_MUST_CHECK enum kam_status kam_reporting_check(const struct kam_contacts *contacts, size_t name,
                                                   size_t reports_to, struct kam_error *error);

#endif
