/*
 * judgeplain: lines that nothing before them makes anything else of, as nearly all are. They are
 * added up until something else comes, and then counted all at once.
 */
#ifndef KAM_IMPORT_JUDGEPLAIN_H
#define KAM_IMPORT_JUDGEPLAIN_H

#include "import/judge.h"

/* True if READING is such a line. */
static inline bool kam_judge_is_plain(const struct kam_judge *judge,
                                      const struct kam_reading *reading)
{
    return reading->verdict == KAM_LINE_GOOD && reading->data.amount.is_minor &&
           (reading->currency.len == 0 || reading->currency.ptr == judge->currency.ptr) &&
           reading->odd == KAM_NO_COLUMN && judge->held.count == 0 && !judge->has_invoices &&
           kam_totals_has_met_enough(&judge->totals);
}

/* List it in PIECE, which it is part of, and add it up. */
KAM_MUST_CHECK enum kam_status kam_judge_take_plain(struct kam_judge *judge,
                                                    struct kam_import_piece *piece,
                                                    const struct kam_reading *reading,
                                                    struct kam_error *error);

/* Count those that were added up: before anything else is, and while their piece is there. */
KAM_MUST_CHECK enum kam_status kam_judge_count_plain(struct kam_judge *judge,
                                                     struct kam_error *error);

#endif
