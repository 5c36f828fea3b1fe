/*
 * pointtable: the points of all rows in all dimensions: what the literature calls the decision
 * matrix, alternatives by criteria.
 *
 * Points are kept as they are printed, in units of 10^-4. All that is computed from points is
 * computed from these: weights, parts and scores can be found again from a table that has them.
 */
#ifndef KAM_SCORE_POINTTABLE_H
#define KAM_SCORE_POINTTABLE_H

#include "model/model.h"
#include "table/table.h"

enum { KAM_POINTS_PLACES = 4, KAM_POINTS_UNIT = 10000, KAM_POINTS_MOST = 100 * KAM_POINTS_UNIT };

/* The dimension doesn't count in this row. */
enum { KAM_POINTS_NONE = -1 };

/* It takes 4 bytes for each dimension of a row. Memory is the owner's. */
struct kam_pointtable {
    int32_t *points; /* count per row: 0 to KAM_POINTS_MOST, or KAM_POINTS_NONE */
    size_t rows, count;
    /* Per row, true where it is scored, but nothing is learned from it; NULL: there are none. */
    const bool *outside;
};

/* Those of ROW, one per dimension. */
static inline int32_t *kam_pointtable_row(const struct kam_pointtable *table, size_t row)
{
    return table->points + row * table->count;
}

/*
 * Say which rows of TABLE are outside: prospects (prospect.h). KAM_DATA where two columns are
 * called `lines`. Memory is ARENA's.
 */
KAM_MUST_CHECK enum kam_status kam_pointtable_find_outside(struct kam_pointtable *points,
                                                           const struct kam_table *table,
                                                           struct kam_arena *arena,
                                                           struct kam_error *error);

/*
 * The points that kam-score wrote into TABLE for the dimensions of MODEL, read back; an empty cell
 * is one that was skipped. KAM_DATA for a column that is missing and for a cell that holds no
 * points. Memory is ARENA's.
 */
KAM_MUST_CHECK enum kam_status kam_pointtable_read(struct kam_pointtable *points,
                                                   const struct kam_table *table,
                                                   const struct kam_model *model,
                                                   struct kam_arena *arena,
                                                   struct kam_error *error);

/* For kam_points_round: what becomes of LOW units and about a half. */
int32_t kam_points_round_half(double points, int32_t low);

/* Points of 0 to 100 in units: the double rounded half to even, as kam_double_format does. */
static inline int32_t kam_points_round(double points)
{
    double scaled = points * KAM_POINTS_UNIT;
    int32_t low = (int32_t)scaled; /* rounded down, as there are no negative points */
    double fraction = scaled - low;

    return fraction == 0.5 ? kam_points_round_half(points, low) : low + (fraction > 0.5);
}

/* The double that is nearest to them. */
static inline double kam_points_value(int32_t units)
{
    return (double)units / KAM_POINTS_UNIT;
}

#endif
