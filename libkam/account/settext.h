/*
 * settext: sets of texts in one cell: sorted by byte order and joined by `|`; a bar or a backslash
 * in a text is written `\|` and `\\`.
 */
#ifndef KAM_ACCOUNT_SETTEXT_H
#define KAM_ACCOUNT_SETTEXT_H

#include "account/account.h"

/* Append TEXT to the cell that BUFFER holds, behind a bar if it isn't the first. */
KAM_MUST_CHECK bool kam_settext_add(struct kam_buffer *buffer, struct kam_text text);

/* Append the cell of SET, whose texts are in TEXTS, to BUFFER, which is empty. False when memory
 * ran out. */
KAM_MUST_CHECK bool kam_settext_write(const struct kam_set *set, const struct kam_map *texts,
                                      struct kam_buffer *buffer);

/* The same for the texts NUMBERS[COUNT], all different, whose order is changed. */
KAM_MUST_CHECK bool kam_settext_write_numbers(uint32_t *numbers, uint32_t count,
                                              const struct kam_map *texts,
                                              struct kam_buffer *buffer);

/* The same for all of TEXTS. */
KAM_MUST_CHECK bool kam_settext_write_map(const struct kam_map *texts, struct kam_buffer *buffer);

/*
 * Take the next text off the front of CELL into ITEM, unescaped (SCRATCH holds it where it had an
 * escape). False at the end, or with *NOMEM set when memory ran out.
 */
bool kam_settext_next(struct kam_text *cell, struct kam_text *item, struct kam_buffer *scratch,
                      bool *nomem);

#endif
