/*
 * companyname: names of companies that are probably one, although they are written differently.
 */
#ifndef KAM_GROUP_COMPANYNAME_H
#define KAM_GROUP_COMPANYNAME_H

#include "base/text.h"

/*
 * Append to KEY what NAME has in common with other ways to write it: without full width, spaces,
 * punctuation, brackets (what stands in them is kept), case, and without its legal form, which is
 * left where there is nothing else. Of Chinese nothing else is changed. Nothing is appended for a
 * name without a letter or digit. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_company_key(struct kam_text name, struct kam_buffer *key);

/* The same for a number such as a tax number: without full width, spaces, punctuation and case. */
KAM_MUST_CHECK bool kam_company_number_key(struct kam_text number, struct kam_buffer *key);

#endif
