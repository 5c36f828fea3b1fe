/*
 * reportlists: the customers of a report that are named, the first so many of each list.
 *
 * top      customers by rank (reporttop.c)
 * flagged  those with flags, the largest revenue first
 * movers   those that moved, the largest change of revenue first, up or down (reportmovers.c)
 * risks    customers at risk, the largest possible loss first (reportrisks.c)
 *
 * Those that are equal in that stand in the order of the bytes of their account_id, so that the
 * order of the files doesn't matter.
 */
#ifndef KAM_REPORT_REPORTLISTS_H
#define KAM_REPORT_REPORTLISTS_H

#include "report/lack.h"
#include "report/reportsource.h"
#include "report/reporttable.h"

/* Rows of the table that a list is of. Zero-initialised it is empty. */
struct kam_reportlist {
    struct kam_lack lack;
    uint32_t *rows;           /* the first of them */
    size_t count;             /* how many these are */
    size_t all;               /* how many there are in the whole */
    struct kam_decimal total; /* revenue of all flagged, possible loss of all at risk
                               (KAM_NO_NUMBER: too large); else 0 */
};

KAM_MUST_CHECK enum kam_status kam_reportlist_top(struct kam_reportlist *list,
                                                  const struct kam_reportsource *source,
                                                  const struct kam_reportscope *scope, size_t most,
                                                  struct kam_arena *arena, struct kam_error *error);
KAM_MUST_CHECK enum kam_status kam_reportlist_flagged(struct kam_reportlist *list,
                                                      const struct kam_reportsource *source,
                                                      const struct kam_reportscope *scope,
                                                      size_t most, struct kam_arena *arena,
                                                      struct kam_error *error);
KAM_MUST_CHECK enum kam_status kam_reportlist_movers(struct kam_reportlist *list,
                                                     const struct kam_reportsource *source,
                                                     const struct kam_reportscope *scope,
                                                     size_t most, struct kam_arena *arena,
                                                     struct kam_error *error);
KAM_MUST_CHECK enum kam_status kam_reportlist_risks(struct kam_reportlist *list,
                                                    const struct kam_reportsource *source,
                                                    const struct kam_reportscope *scope,
                                                    size_t most, struct kam_arena *arena,
                                                    struct kam_error *error);

/* Below its table: that it goes on, or, by NONE, that nobody is in it; empty: it is all there is.
 */
struct kam_text kam_reportlist_note(const struct kam_reportlist *list, enum kam_label none,
                                    struct kam_speech *speech);

void kam_reportlist_top_table(const struct kam_reportlist *list,
                              const struct kam_reportsource *source,
                              const struct kam_reportscope *scope, struct kam_speech *speech,
                              struct kam_reporttable *table);
void kam_reportlist_flagged_table(const struct kam_reportlist *list,
                                  const struct kam_reportsource *source, struct kam_speech *speech,
                                  struct kam_reporttable *table);
void kam_reportlist_movers_table(const struct kam_reportlist *list,
                                 const struct kam_reportsource *source, struct kam_speech *speech,
                                 struct kam_reporttable *table);
void kam_reportlist_risks_table(const struct kam_reportlist *list,
                                const struct kam_reportsource *source, struct kam_speech *speech,
                                struct kam_reporttable *table);

#endif
