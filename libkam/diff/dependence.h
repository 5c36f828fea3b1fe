/*
 * dependence: how much of our revenue in a segment hangs on one customer, and who follows whom.
 *
 * The segment of a customer is its cell of the column that [dependence] names. A customer with an
 * empty cell is in none: nobody knows whom it has anything to do with. Figures are those that are
 * compared; the revenue of a segment is that of all customers of the new snapshot who are in it and
 * aren't lost, negative ones included.
 *
 * Reference customers are those whom others of the segment follow. Who is one is judged in the old
 * snapshot, as one that falls or leaves would be none by the new one: so a customer that is new is
 * none, and one that a reference customer was merged into has become one.
 */
#ifndef KAM_DIFF_DEPENDENCE_H
#define KAM_DIFF_DEPENDENCE_H

#include "diff/diff.h"
#include "model/model.h"

struct kam_dependence_segment {
    struct kam_decimal revenue;  /* of all its customers */
    struct kam_decimal positive; /* of those whose revenue is */
    uint32_t references_lost;    /* reference customers that were in it and are lost */
};

/* Zero-initialised there are no segments. It takes 5 bytes a row of the new snapshot. */
struct kam_dependence {
    const struct kam_diff *diff;              /* borrowed */
    const struct kam_model_dependence *rules; /* borrowed; NULL: none */
    size_t old_column, new_column; /* of the segment; KAM_NO_COLUMN: the old one has none */
    struct kam_map names;          /* of the segments, in both snapshots */
    struct kam_dependence_segment *segments;
    uint32_t *segment_of; /* of new rows; KAM_NONE: none */
    bool *is_reference;   /* of new rows */
};

/*
 * Find it for the movements of DIFF by RULES, which have to outlive it. KAM_DATA where the new
 * snapshot has no column of that name, or the old one none that the condition on reference
 * customers needs or a text in it that is compared as a number, or a sum is too large. Without the
 * column in the old snapshot nobody is known to be the largest of a segment or to have left one. To
 * be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_dependence_make(struct kam_dependence *dependence,
                                                   const struct kam_diff *diff,
                                                   const struct kam_model_dependence *rules,
                                                   struct kam_error *error);

void kam_dependence_free(struct kam_dependence *dependence);

/* Whether MOVEMENT is of a customer that is still there. */
static inline bool kam_dependence_counts(const struct kam_movement *movement)
{
    return movement->new_row != KAM_NONE && !kam_movement_has(movement, KAM_TRAIT_LOST_NEW);
}

/* What is known of the segment of MOVEMENT, a customer of the new snapshot; NULL: it has none. */
const struct kam_dependence_segment *kam_dependence_segment(const struct kam_dependence *dependence,
                                                            const struct kam_movement *movement);

/* Decimal places of shares. */
enum { KAM_DEPENDENCE_PLACES = 6 };

/*
 * *SHARE: which part of its segment's revenue MOVEMENT has. False where there is no segment, or its
 * revenue isn't above 0.
 */
KAM_MUST_CHECK bool kam_dependence_share(const struct kam_dependence *dependence,
                                         const struct kam_movement *movement,
                                         struct kam_decimal *share);

/*
 * "monopoly", "selective" or "intensive", by that part before it is rounded; empty where there is
 * no share.
 */
struct kam_text kam_dependence_word(const struct kam_dependence *dependence,
                                    const struct kam_movement *movement);

/*
 * *LOSS: what of the others' revenue would follow MOVEMENT if it left, a part of it rounded to the
 * places of the diff; 0 for who is no reference customer. False if it is too large a number.
 */
KAM_MUST_CHECK bool kam_dependence_following(const struct kam_dependence *dependence,
                                             const struct kam_movement *movement,
                                             struct kam_decimal *loss);

#endif
