/*
 * risksource: customers as risks see them: the columns of the new snapshot; of every column COL of
 * either, COL_from, COL_delta and COL_change (table/paircolumn.h); and what kam-diff says of them:
 * move, cause where that is known, and, where segments are, references_lost, segment_share and
 * dependence.
 *
 * A difference is empty where one of the cells is, as it is for a column that only one snapshot
 * has; it is exact. A change has four places, and is empty where the old number isn't above 0.
 * Where a cell is no number, that is what stands there instead, so that whoever wants a number sees
 * what is wrong.
 */
#ifndef KAM_DIFF_RISKSOURCE_H
#define KAM_DIFF_RISKSOURCE_H

#include "diff/dependence.h"
#include "model/binding.h"
#include "table/paircolumn.h"

/* What a cell that is computed is written into. */
struct kam_risksource_text {
    char digits[KAM_DECIMAL_SIZE];
};

/* Where the cells of a column come from. */
struct kam_risksource_column {
    struct kam_text (*made)(const struct kam_dependence *dependence,
                            const struct kam_movement *movement,
                            struct kam_risksource_text *text); /* NULL: it isn't */
    enum kam_pair_part part;
    size_t old, new; /* columns; KAM_NO_COLUMN: that snapshot has none */
};

struct kam_risksource {
    const struct kam_diff *diff;             /* borrowed */
    const struct kam_dependence *dependence; /* borrowed; its rules NULL: none */
    const struct kam_text *names;
    const struct kam_risksource_column *columns;
    size_t width; /* of both */
};

/* Of DIFF and DEPENDENCE, which have to outlive it. False when memory ran out. */
KAM_MUST_CHECK bool kam_risksource_make(struct kam_risksource *source, const struct kam_diff *diff,
                                        const struct kam_dependence *dependence,
                                        struct kam_arena *arena);

/* The cells of one customer at a time, of one thread. */
struct kam_risksource_cells {
    const struct kam_risksource *source;
    struct kam_risksource_text *texts; /* per column */
    const struct kam_table *wrong; /* where the last cell was that should be a number and isn't */
    uint32_t wrong_row;
    struct kam_risksource_cells *self; /* a row source is constant, and the texts are not */
};

/*
 * *ROWS: where they come from; row i is movement i, which is one of the new snapshot. CELLS are
 * filled, and borrowed. Memory comes from ARENA; false when it ran out.
 */
KAM_MUST_CHECK bool kam_risksource_rows(const struct kam_risksource *source,
                                        struct kam_risksource_cells *cells, struct kam_arena *arena,
                                        struct kam_row_source *rows);

#endif
