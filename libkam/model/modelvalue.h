/*
 * modelvalue: the values of a model's keys, by what the schema says they are.
 *
 * Every function fails with KAM_USAGE at PLACE, saying what is wrong with the value; what it keeps
 * is copied into ARENA.
 */
#ifndef KAM_MODEL_MODELVALUE_H
#define KAM_MODEL_MODELVALUE_H

#include "base/decimal.h"
#include "model/condition.h"
#include "model/list.h"
#include "model/schema.h"

/* A column of the input and what it is called from then on (the same, unless NEW=COLUMN). */
struct kam_renamed {
    struct kam_text name;
    struct kam_text column;
};

struct kam_renamed_list {
    const struct kam_renamed *items;
    size_t count;
};

/* Cell (row, column) is cells[row * width + column]. */
struct kam_matrix {
    const struct kam_text *cells;
    size_t height, width;
};

/* A whole number from LOW to HIGH. */
KAM_MUST_CHECK enum kam_status kam_value_whole(uint64_t *number, struct kam_text text, uint64_t low,
                                               uint64_t high, const struct kam_place *place,
                                               struct kam_error *error);

/* A number, at least 0. */
KAM_MUST_CHECK enum kam_status kam_value_number(struct kam_decimal *number, struct kam_text text,
                                                const struct kam_place *place,
                                                struct kam_error *error);

/* The position of TEXT among WORDS, which are separated by spaces. */
KAM_MUST_CHECK enum kam_status kam_value_word(size_t *index, struct kam_text text,
                                              const char *words, const struct kam_place *place,
                                              struct kam_error *error);

/* comma, tab, semicolon, pipe, or one byte, perhaps in quotes. */
KAM_MUST_CHECK enum kam_status kam_value_delimiter(char *delimiter, struct kam_text text,
                                                   const struct kam_place *place,
                                                   struct kam_arena *arena,
                                                   struct kam_error *error);

/* [NEW=]COLUMN, ...; the names are all different and none is one of kam's own. */
KAM_MUST_CHECK enum kam_status kam_value_columns(struct kam_renamed_list *list,
                                                 struct kam_text text,
                                                 const struct kam_place *place,
                                                 struct kam_arena *arena, struct kam_error *error);

/* The index of NAME, which isn't quoted, among TIERS; false where it is none of them. */
bool kam_value_find_tier(size_t *index, struct kam_text name, const struct kam_text_list *tiers);

/* The same for TEXT, which may be quoted and has to be one of TIERS. */
KAM_MUST_CHECK enum kam_status kam_value_tier(size_t *index, struct kam_text text,
                                              const struct kam_text_list *tiers,
                                              const struct kam_place *place,
                                              struct kam_arena *arena, struct kam_error *error);

/*
 * Cells separated by white space; a slash that has white space on a side, or is at an end of a
 * line, ends a row, so that 1/3 is a cell. All rows are equally long.
 */
KAM_MUST_CHECK enum kam_status kam_value_matrix(struct kam_matrix *matrix, struct kam_text text,
                                                const struct kam_place *place,
                                                struct kam_arena *arena, struct kam_error *error);

/* NAME : CONDITION. */
KAM_MUST_CHECK enum kam_status kam_value_desk(struct kam_text *name, struct kam_condition *when,
                                              struct kam_text text, const struct kam_place *place,
                                              struct kam_arena *arena, struct kam_error *error);

/* Read TEXT as the value of KEY, whatever its kind, only to see whether it is one. */
KAM_MUST_CHECK enum kam_status kam_value_check(const struct kam_schema_key *key,
                                               struct kam_text text,
                                               const struct kam_text_list *tiers,
                                               const struct kam_place *place,
                                               struct kam_arena *arena, struct kam_error *error);

#endif
