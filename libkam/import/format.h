/*
 * format: bills of cloud providers, known by their columns.
 *
 * Such a bill has hundreds of columns, several of which look like an account or an amount; which
 * of them are meant is a matter of its documentation, not of usual headings. A format is
 * recognised when all columns of its signature are there, in any order and among any others.
 * Column names are compared without regard to case, spaces, `_`, `-`, `/`, `:` and `.`, as
 * exports of one provider differ in nothing else: lineItem/UsageAccountId in the files of AWS is
 * line_item_usage_account_id in a table made from them.
 */
#ifndef KAM_IMPORT_FORMAT_H
#define KAM_IMPORT_FORMAT_H

#include "base/month.h"
#include "table/heading.h"
#include "table/table.h"

struct kam_export_format;

/* The format of an export with the columns NAMES[COUNT]; NULL if it is none that is known. */
const struct kam_export_format *kam_export_format_recognise(const struct kam_text *names,
                                                            size_t count);

/* "FOCUS", "AWS CUR", ...: for messages, a literal. */
const char *kam_export_format_name(const struct kam_export_format *format);

/*
 * The column of NAMES[COUNT] that FORMAT has for ROLE, or KAM_NO_COLUMN: where it may have
 * several, the first in the format's own order; where two have that name, the first. An export of
 * a format that was recognised has an account, an amount and a month.
 */
size_t kam_export_format_column(const struct kam_export_format *format,
                                const struct kam_text *names, size_t count, enum kam_role role);

/* The one behind it in that order, for lines whose cell in it is empty; KAM_NO_COLUMN: none. */
size_t kam_export_format_fallback(const struct kam_export_format *format,
                                  const struct kam_text *names, size_t count, enum kam_role role);

/*
 * How the days of an export of FORMAT are written where they are not 2026-10-05: a fact of the
 * provider, since days that are all the first of a month say nothing. It holds for days with
 * slashes only: others were rewritten. Undecided where FORMAT is NULL, or has no days but such.
 */
enum kam_date_order kam_export_format_dates(const struct kam_export_format *format);

#endif
