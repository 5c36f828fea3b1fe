/*
 * judging: the points of all rows of a table in all dimensions of a model, in threads.
 *
 * The rows are gone through once. What their points depend on of other rows is learned then
 * (relative.h), and the points that waited for it follow.
 */
#ifndef KAM_SCORE_JUDGING_H
#define KAM_SCORE_JUDGING_H

#include "score/dimension.h"

struct kam_judging {
    const struct kam_table *table;    /* borrowed */
    struct kam_dimension *dimensions; /* with what was learned */
    size_t count;                     /* of them */
    struct kam_pointtable points;
    uint64_t incomplete; /* rows where the cell of a dimension is empty */
    uint64_t prospects;  /* rows of prospects (account/prospect.h), which teach nothing */
    struct kam_arena arena;
};

/*
 * Judge the rows of TABLE by the dimensions of MODEL, of which there is one at least, in THREADS
 * threads, whose number doesn't show. Nothing is learned from prospects. KAM_DATA as of
 * kam_dimension_bind, kam_dimension_apply and kam_relative_points: of several rows the first. To be
 * freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_judging_make(struct kam_judging *judging,
                                                const struct kam_model *model,
                                                const struct kam_table *table, unsigned threads,
                                                struct kam_error *error);

void kam_judging_free(struct kam_judging *judging);

/* The cell of ROW that DIMENSION looks at; empty: it is missing. */
static inline struct kam_text kam_judging_cell(const struct kam_judging *judging, size_t row,
                                               size_t dimension)
{
    return kam_table_cell(judging->table, row, judging->dimensions[dimension].column);
}

#endif
