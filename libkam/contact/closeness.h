/*
 * closeness: how close a supplier is to a customer, from its contacts there.
 *
 *     relation  = (wa * attitude + wd * depth) / (wa + wd)
 *     closeness = sum(importance^wi * relation) / sum(importance^wi)
 *
 * attitude is 0, 25, 50, 75 or 100, depth 0, 100/3, 200/3 or 100, importance 1, 2 or 3; wa, wd, wi
 * are the model's (struct kam_model_contacts). importance^wi counts with six decimal places.
 *
 * As there are three importances, the sums are kept by these, and are whole numbers: the result is
 * exact, rounded once, half to even, and the same in whatever order contacts come.
 */
#ifndef KAM_CONTACT_CLOSENESS_H
#define KAM_CONTACT_CLOSENESS_H

#include "contact/scaleword.h"
#include "model/model.h"

/* Contacts, added up; zero-initialised there are none. */
struct kam_closeness {
    struct {
        uint32_t count;
        uint64_t attitude, depth; /* steps */
    } by_importance[KAM_IMPORTANCE_MOST];
};

/* The weights of a model, as whole numbers. */
struct kam_closeness_weights {
    int64_t attitude, depth; /* in units of 10^-KAM_CONTACT_PLACES */
    int64_t importance[KAM_IMPORTANCE_MOST];
};

struct kam_closeness_weights kam_closeness_weights(const struct kam_model_contacts *contacts);

void kam_closeness_add(struct kam_closeness *closeness, unsigned attitude, unsigned depth,
                       unsigned importance);

/* How many were added. */
uint32_t kam_closeness_count(const struct kam_closeness *closeness);

/* 0 to 100 in units of 10^-4, of contacts of which there is at least one. */
int32_t kam_closeness_value(const struct kam_closeness *closeness,
                            const struct kam_closeness_weights *weights);

#endif
