/*
 * modelcheck: whether a model file is one: known sections and keys, values that are what they
 * should be, and parts that fit each other as far as no typed model is needed to see it.
 */
#ifndef KAM_MODEL_MODELCHECK_H
#define KAM_MODEL_MODELCHECK_H

#include "model/modelfile.h"

/* The first mistake in file order, as KAM_USAGE. Scratch memory comes from the file's arena. */
KAM_MUST_CHECK enum kam_status kam_modelcheck(struct kam_modelfile *file, struct kam_error *error);

#endif
