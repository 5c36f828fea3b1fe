/*
 * boxes: which box of the grid each customer is in, and so which class it is of: the nine-box grid
 * (九宫格), contribution by potential, or one of another size.
 *
 * A customer without a figure on an axis (boxaxis.h) has no box, but for a prospect's contribution,
 * which is the lowest as long as there is none. The axes see what rules see: the table, rank and
 * shares; a snapshot has all of it as columns.
 */
#ifndef KAM_TIER_BOXES_H
#define KAM_TIER_BOXES_H

#include "tier/boxaxis.h"
#include "tier/ruling.h"

/* Zero-initialised there is no grid. It takes 4 bytes a row; while it is made, 17 and more. */
struct kam_boxes {
    const struct kam_model_grid *grid; /* NULL: the model has none; borrowed */
    struct kam_box_axis contribution, potential;
    uint32_t *of_rows; /* the box of each row as struct kam_model_grid numbers them, or KAM_NONE */
    struct kam_arena arena;
};

/* Who looks at each axis once the levels of all rows on it are known, the contribution first. */
struct kam_boxwatch {
    enum kam_status (*see)(void *context, const struct kam_box_axis *axis,
                           const struct kam_boxfigures *figures, const uint32_t *levels,
                           struct kam_error *error);
    void *context;
};

/*
 * Put ROWS, which aren't needed afterwards, into the boxes of MODEL, which has to outlive them;
 * WATCH may be NULL. KAM_DATA where an axis has no column, or a cell of it is no number; fails as
 * WATCH does. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_boxes_of(struct kam_boxes *boxes, const struct kam_model *model,
                                            const struct kam_boxrows *rows,
                                            const struct kam_boxwatch *watch,
                                            struct kam_error *error);

/* The same with the rows of the table of RULING, in THREADS threads. */
KAM_MUST_CHECK enum kam_status kam_boxes_make(struct kam_boxes *boxes,
                                              const struct kam_model *model,
                                              const struct kam_ruling *ruling, unsigned threads,
                                              struct kam_error *error);

void kam_boxes_free(struct kam_boxes *boxes);

#define KAM_NO_CLASS SIZE_MAX

/* The class of ROW, an index into the classes of the grid, or KAM_NO_CLASS. */
static inline size_t kam_boxes_class(const struct kam_boxes *boxes, uint32_t row)
{
    uint32_t box = boxes->grid ? boxes->of_rows[row] : KAM_NONE;

    return box == KAM_NONE ? KAM_NO_CLASS : boxes->grid->boxes[box];
}

/* The name of the class of ROW; empty where it has none. */
struct kam_text kam_boxes_class_name(const struct kam_boxes *boxes, uint32_t row);

/* The strategy of the class of ROW, or KAM_NO_STRATEGY. */
size_t kam_boxes_strategy(const struct kam_boxes *boxes, uint32_t row);

#endif
