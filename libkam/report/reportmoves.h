/*
 * reportmoves: whether a list of movements is that of the snapshots of a report.
 *
 * The customers that the list has in each tier now are those of the snapshot, and those it had are
 * those of the snapshot before, if that is given: as many, and each one in its tier. A list without
 * those who didn't move has fewer. Who is one customer by a key (kam-diff --key) may have had an id
 * that the list doesn't tell, where it has no column `from`: one that isn't in the snapshot before
 * is no wrong one then.
 * Where their revenues differ, the list compares another figure than the revenue of the window
 * (kam-diff --measure), and is of these snapshots all the same.
 */
#ifndef KAM_REPORT_REPORTMOVES_H
#define KAM_REPORT_REPORTMOVES_H

#include "report/reportsource.h"

/*
 * Check the movements of SOURCE, which has all else, and set moves_have_other_figure. KAM_DATA for
 * a list of other snapshots.
 */
KAM_MUST_CHECK enum kam_status kam_reportmoves_check(struct kam_reportsource *source,
                                                     struct kam_error *error);

#endif
