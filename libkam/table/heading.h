/*
 * heading: what the columns of a billing export are usually called.
 */
#ifndef KAM_TABLE_HEADING_H
#define KAM_TABLE_HEADING_H

#include "base/text.h"

/* What a column of an export can mean to kam-import. */
enum kam_role {
    KAM_ROLE_ACCOUNT,
    KAM_ROLE_NAME,
    KAM_ROLE_GROUP,
    KAM_ROLE_PAYER,
    KAM_ROLE_MONTH,
    KAM_ROLE_AMOUNT,
    KAM_ROLE_COST,
    KAM_ROLE_SERVICE,
    KAM_ROLE_CURRENCY,
};
enum { KAM_ROLES = KAM_ROLE_CURRENCY + 1 };

/* "account", "name", ...: the option and the model key of ROLE. */
const char *kam_role_name(enum kam_role role);

/*
 * True if HEADING is a usual name for ROLE. Case, width, spaces, `_`, `-`, `/`, `:` and `.` don't
 * matter, nor whether characters are simplified. Behind the name of an amount or a cost may stand
 * its unit (headingunit.h).
 */
bool kam_heading_means(struct kam_text heading, enum kam_role role);

/*
 * TEXT with ASCII in half width and lower case, simplified characters where headings and totals
 * have such, without spaces and without IGNORED, into OUT; false where nothing is left or it is too
 * long for a name.
 */
enum { KAM_HEADING_LONGEST = 64 };
bool kam_heading_fold(struct kam_text text, const char *ignored, char out[KAM_HEADING_LONGEST]);

#endif
