/*
 * importvalue: how an export is written, as far as somebody says so: an option of kam-import, a key
 * of [import], or a file of rejected lines.
 *
 * Every function fails with KAM_USAGE at PLACE, saying what is wrong; what it keeps is copied into
 * ARENA.
 */
#ifndef KAM_MODEL_IMPORTVALUE_H
#define KAM_MODEL_IMPORTVALUE_H

#include "base/amount.h"
#include "base/month.h"
#include "base/unit.h"
#include "model/list.h"

/* The physical lines of a header, from 1; 0 where nothing is said. */
struct kam_line_range {
    uint64_t first, last;
};

/* The unit of a column, or of the amount and the cost where COLUMN is empty. */
struct kam_unit_choice {
    struct kam_text column;
    struct kam_text text; /* as it was written: 万元 */
    struct kam_unit unit;
};

struct kam_unit_list {
    const struct kam_unit_choice *items;
    size_t count;
};

/* Zero-initialised, nothing is said. */
struct kam_import_reading {
    struct kam_line_range header;
    struct kam_text_list columns; /* of a file without a header */
    struct kam_month_style dates; /* order undecided: not said */
    enum kam_decimal_sign decimal;
    struct kam_unit_list units;
    struct kam_text_list invoice; /* columns that make up the key of a line */
};

/* N, or N-M for a header of two lines. */
KAM_MUST_CHECK enum kam_status kam_value_line_range(struct kam_line_range *range,
                                                    struct kam_text text,
                                                    const struct kam_place *place,
                                                    struct kam_error *error);

/* ymd, dmy or mdy; years of two digits are allowed then. */
KAM_MUST_CHECK enum kam_status kam_value_dates(struct kam_month_style *style, struct kam_text text,
                                               const struct kam_place *place,
                                               struct kam_error *error);

/* A point or a comma, perhaps in quotes, or the word for it. */
KAM_MUST_CHECK enum kam_status kam_value_decimal_sign(enum kam_decimal_sign *sign,
                                                      struct kam_text text,
                                                      const struct kam_place *place,
                                                      struct kam_error *error);

/* [COLUMN=]UNIT, ...; 1 is a unit, too. */
KAM_MUST_CHECK enum kam_status kam_value_units(struct kam_unit_list *list, struct kam_text text,
                                               const struct kam_place *place,
                                               struct kam_arena *arena, struct kam_error *error);

#endif
