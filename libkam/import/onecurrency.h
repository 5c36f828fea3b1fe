/*
 * onecurrency: amounts of two currencies are never added up. The first one added up in a run is the
 * run's, unless the user chose one: then lines in others are left out. So it is no attribute of
 * accounts, but one of all that the run makes.
 */
#ifndef KAM_IMPORT_ONECURRENCY_H
#define KAM_IMPORT_ONECURRENCY_H

#include "base/arena.h"
#include "base/map.h"
#include "import/doubt.h"

enum { KAM_FOREIGN_SHOWN = 3 }; /* codes kept for the warning */

/* Of a run. Zero-initialised, but for CHOSEN and DOUBTS. */
struct kam_one_currency {
    struct kam_text chosen;    /* a code; empty: none */
    struct kam_doubts *doubts; /* NULL: a second currency ends the run; else lines in it are left
                                  out, and CURRENCY is kept as a doubt */
    struct kam_text code;      /* the first one to be added up, and where; ARENA's */
    const char *file;
    uint64_t line;
    struct kam_text foreign[KAM_FOREIGN_SHOWN]; /* met before any line in the one chosen; ARENA's */
    size_t foreign_count;
    struct kam_arena arena;
};

enum kam_currency_verdict {
    KAM_CURRENCY_SAME,
    KAM_CURRENCY_FOREIGN,   /* another one than the chosen */
    KAM_CURRENCY_DIFFERENT, /* another one than before, and none was chosen */
};

/*
 * Judge CODE, not empty, at PLACE; WHY is filled where it is different. False: out of memory. It
 * is the run's only once it was taken: a line may be bad for other reasons.
 */
KAM_MUST_CHECK bool kam_one_currency_judge(struct kam_one_currency *currency, struct kam_text code,
                                           const struct kam_place *place,
                                           enum kam_currency_verdict *verdict,
                                           struct kam_error *why);

/* What stands at PLACE is added up, in CODE, judged to be the same. False: out of memory. */
KAM_MUST_CHECK bool kam_one_currency_take(struct kam_one_currency *currency, struct kam_text code,
                                          const struct kam_place *place);

/* The warning that all lines are in others than the one chosen; false if they aren't. */
bool kam_one_currency_unmatched(const struct kam_one_currency *currency, struct kam_error *warning);

void kam_one_currency_free(struct kam_one_currency *currency);

/*
 * Reads the cells of a column of currencies: their codes in capitals, CNY for 人民币, ¥ and rmb.
 * Zero-initialised it is ready.
 */
struct kam_currency_reader {
    struct kam_map codes;
    struct kam_buffer last_cell; /* the last answer is mostly right */
    struct kam_text last_code;
};

/* The code that CELL, without white space around it, means. False: out of memory. */
KAM_MUST_CHECK bool kam_currency_read(struct kam_currency_reader *reader, struct kam_text cell,
                                      struct kam_text *code);

void kam_currency_reader_free(struct kam_currency_reader *reader);

#endif
