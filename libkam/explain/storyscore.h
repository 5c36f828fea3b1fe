/*
 * storyscore: what a score is made up of, and where its weights come from.
 */
#ifndef KAM_EXPLAIN_STORYSCORE_H
#define KAM_EXPLAIN_STORYSCORE_H

#include "explain/subject.h"
#include "model/model.h"

/* A dimension in the row of a customer. */
struct kam_storyscore_part {
    const struct kam_model_dimension *rule;
    bool has_cell;                /* the table has its column: */
    struct kam_text cell;         /* empty: it is missing */
    struct kam_text points, part; /* as kam-score writes them; empty: the dimension is skipped */
    struct kam_decimal weight;    /* in force */
    struct kam_text scale;        /* how the cell came to its points; empty: that isn't told */
};

/*
 * The section on SCORE, the cell, and its PARTS, one per dimension of MODEL. Nothing where there
 * are neither.
 */
void kam_storyscore_tell(struct kam_text score, const struct kam_storyscore_part *parts,
                         const struct kam_model *model, struct kam_story *story);

/*
 * The same from the columns that kam-score wrote for the dimensions of MODEL. Nothing where these
 * don't tell the weights, which come from all of them.
 */
void kam_storyscore_tell_columns(const struct kam_subject *subject, const struct kam_model *model,
                                 struct kam_story *story);

#endif
