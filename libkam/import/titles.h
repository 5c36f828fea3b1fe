/*
 * titles: the lines above a header, and whether they are what they seem to be. A bill that stands
 * above the header, as in a file that was sorted, or one that lost its line end to the next title,
 * is no title.
 */
#ifndef KAM_IMPORT_TITLES_H
#define KAM_IMPORT_TITLES_H

#include "import/importplan.h"

/*
 * True if a line of CELLS[COUNT] may be a title: it has no cell that is a number, and isn't a
 * record of another delimiter.
 */
bool kam_titles_may_be(const struct kam_text *cells, size_t count);

/*
 * KAM_DATA if a line above the header of FILE, whose roles are mapped, would be a bill below it;
 * or, unless OPTIONS say where the header is, a bad one: complete, and with a month or an amount in
 * its place.
 */
KAM_MUST_CHECK enum kam_status kam_titles_check(const struct kam_import_file *file,
                                                const struct kam_import_options *options,
                                                const struct kam_reader *reader,
                                                struct kam_error *error);

/*
 * A title CELLS[COUNT] at PLACE above a header that came again: KAM_DATA if it says of what follows
 * something else than the first titles of FILE did: another unit, another currency, or, where no
 * column has the month, perhaps another month.
 */
KAM_MUST_CHECK enum kam_status kam_titles_compare(const struct kam_import_file *file,
                                                  const struct kam_text *cells, size_t count,
                                                  const struct kam_place *place,
                                                  struct kam_error *error);

/*
 * CELLS[COUNT] at PLACE, a total or a note below the table: KAM_DATA if a unit is stated there that
 * the amounts of FILE don't have: by no heading, no title and no option. What an option says of
 * them holds, whatever stands there.
 */
KAM_MUST_CHECK enum kam_status kam_titles_check_below(const struct kam_import_file *file,
                                                      const struct kam_text *cells, size_t count,
                                                      const struct kam_place *place,
                                                      struct kam_error *error);

#endif
