/*
 * suggest: customers that may be one: with names that differ only in how they are written, or with
 * the same tax number or the like in any of their accounts. Nothing is merged by that.
 *
 * They are listed as relations (relations.h), so that the list can be given back after a person
 * has looked at it. Of several customers with one name each is paired with the one of the largest
 * revenue. Of very many, only how many they are is said, in a row that pairs that one with itself,
 * which unites nothing.
 */
#ifndef KAM_GROUP_SUGGEST_H
#define KAM_GROUP_SUGGEST_H

#include "group/groupmerge.h"
#include "io/writer.h"

enum { KAM_SUGGEST_MANY = 10 }; /* more customers than that with one name are only counted */

/*
 * Write account_id, parent_id, kind, why, account_name, parent_name, account_revenue and
 * parent_revenue; the largest revenue first, of the parent, then of the account. BY[COUNT] are the
 * columns to compare beside names. KAM_DATA if one isn't there, or no account_name and none of
 * these.
 */
KAM_MUST_CHECK enum kam_status kam_suggest_write(const struct kam_groupmerge *merge,
                                                 const struct kam_text *by, size_t count,
                                                 struct kam_writer *writer,
                                                 struct kam_error *error);

#endif
