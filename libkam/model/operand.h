/*
 * operand: the right side of a comparison in a condition, read. What it is taken for, and why, is
 * documented in condition.h.
 */
#ifndef KAM_MODEL_OPERAND_H
#define KAM_MODEL_OPERAND_H

#include "model/condition.h"

/* PIECE as an operand of TERM, whose left side and operator are known. KAM_USAGE. */
KAM_MUST_CHECK enum kam_status kam_operand_parse(struct kam_operand *operand,
                                                 const struct kam_term *term, struct kam_text piece,
                                                 const struct kam_condition_reader *reader);

/* True where TEXT begins as `last N months` does; a column called `last` has no digit behind it. */
bool kam_operand_is_last(struct kam_text text);

/*
 * Take `last N months` off the front of TEXT, with the blanks behind it: N in *MONTHS, all of it in
 * *NAME. KAM_USAGE where that isn't what is there.
 */
KAM_MUST_CHECK enum kam_status kam_operand_take_last(struct kam_text *text, unsigned *months,
                                                     struct kam_text *name,
                                                     const struct kam_condition_reader *reader);

#endif
