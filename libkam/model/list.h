/*
 * list: the pieces of a model's values, separated by a delimiter and quoted where they need it.
 *
 * Double quotes protect delimiters, operators and comment signs; inside them "" is a quote. A
 * piece is quoted as a whole or not at all.
 */
#ifndef KAM_MODEL_LIST_H
#define KAM_MODEL_LIST_H

#include "base/arena.h"

struct kam_text_list {
    const struct kam_text *items;
    size_t count;
};

/* The index of the first byte of TEXT that is one of STOPS and outside quotes; TEXT.len if none. */
size_t kam_list_find(struct kam_text text, const char *stops);

/*
 * Cut TEXT at its first DELIMITER outside quotes: returns the piece before it, trimmed, and leaves
 * the rest in TEXT. *MORE says whether there was a delimiter.
 */
struct kam_text kam_list_split(struct kam_text *text, char delimiter, bool *more);

/* The number of pieces that kam_list_split will find: delimiters outside quotes, and one. */
size_t kam_list_count(struct kam_text text, char delimiter);

/*
 * *COPY = PIECE without its quotes, in ARENA, with a NUL behind it. KAM_USAGE at PLACE where PIECE
 * is empty or its quotes are wrong.
 */
KAM_MUST_CHECK enum kam_status kam_list_unquote(struct kam_text *copy, struct kam_text piece,
                                                const struct kam_place *place,
                                                struct kam_arena *arena, struct kam_error *error);

/*
 * True if a model file can say TEXT: not nothing, no control bytes but TAB. kam_list_quote appends
 * what kam_list_unquote makes TEXT of, in any place where a name may stand; false when memory ran
 * out.
 */
bool kam_list_can_say(struct kam_text text);
KAM_MUST_CHECK bool kam_list_quote(struct kam_buffer *buffer, struct kam_text text);

/* All pieces of TEXT, unquoted. KAM_USAGE at PLACE where a piece is empty or wrong. */
KAM_MUST_CHECK enum kam_status kam_list_parse(struct kam_text_list *list, struct kam_text text,
                                              char delimiter, const struct kam_place *place,
                                              struct kam_arena *arena, struct kam_error *error);

#endif
