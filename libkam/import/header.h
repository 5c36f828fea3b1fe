/*
 * header: where the header of an input stands, below titles, units and "printed on" lines.
 *
 * It is the first of the top records in which an account and an amount are found; or two records
 * that give this together, such as 客户,,账单 above 编号,名称,金额; or as the user says; or,
 * without one, the names that the user gives. An account table and a file of rejected lines are
 * known by their columns.
 */
#ifndef KAM_IMPORT_HEADER_H
#define KAM_IMPORT_HEADER_H

#include "import/importplan.h"

/*
 * Find the header of FILE in the first block of READER: its kind, delimiter, names and lines, and
 * the unit of a title line. Where there is none, the widest record is taken for it, so that a
 * message can say what was found: mapping the roles fails then. KAM_DATA for an input with nothing
 * to read, or damage before any header.
 */
KAM_MUST_CHECK enum kam_status kam_header_find(struct kam_import_plan *plan,
                                               struct kam_import_file *file,
                                               const struct kam_import_options *options,
                                               struct kam_reader *reader, struct kam_error *error);

/* The encoding for kam_input_options: what kam itself wrote is UTF-8, unless it was saved again. */
const char *kam_header_choose_encoding(const char *encoding, struct kam_text first_bytes);

#endif
