/*
 * segments: the customers that are cut together.
 *
 * All of them, unless `per` of [tiers] names a column: then those that have the same in it, an
 * empty cell being a value like any other. Within a segment the order is that of the ranking.
 */
#ifndef KAM_TIER_SEGMENTS_H
#define KAM_TIER_SEGMENTS_H

#include "base/map.h"
#include "tier/rank.h"

struct kam_segment {
    struct kam_text name;  /* the cell they share; empty also where all are one segment */
    const uint32_t *order; /* rows, the best first */
    size_t count;
};

/* Zero-initialised it is empty. It takes 12 bytes a row, and nothing where all are one segment. */
struct kam_segments {
    struct kam_text per;       /* the column, borrowed from the model; empty: all are one segment */
    struct kam_segment *items; /* in the order of their best customers */
    size_t count;
    uint32_t *of_rows; /* per row: its segment; NULL: all are one */
    uint32_t *places;  /* per row: its position in the order of its segment; likewise */
    uint32_t *order;
    struct kam_map names;
};

/*
 * Part RANKING, which is of TABLE, as TIERS says. KAM_DATA where there is no such column. To be
 * freed whatever the status; all three have to outlive it.
 */
KAM_MUST_CHECK enum kam_status kam_segments_make(struct kam_segments *segments,
                                                 const struct kam_ranking *ranking,
                                                 const struct kam_table *table,
                                                 const struct kam_model_tiers *tiers,
                                                 struct kam_error *error);

void kam_segments_free(struct kam_segments *segments);

/* The segment of ROW, a customer's: prospects aren't cut. */
static inline uint32_t kam_segments_of(const struct kam_segments *segments, uint32_t row)
{
    return segments->of_rows ? segments->of_rows[row] : 0;
}

/* The position in its segment of ROW, which is at POSITION of the whole ranking. */
static inline size_t kam_segments_place(const struct kam_segments *segments, uint32_t row,
                                        size_t position)
{
    return segments->places ? segments->places[row] : position;
}

#endif
