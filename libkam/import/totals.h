/*
 * totals: the total lines of an export, held against the lines they are about.
 *
 * A total is a checksum, never summed. It has to equal the sum of all lines so far, or of those
 * since the total before it, or since the one before it that is called the same (小计 below groups,
 * 合计 below all of them), or since the header came again. One above all lines is held against the
 * end.
 */
#ifndef KAM_IMPORT_TOTALS_H
#define KAM_IMPORT_TOTALS_H

#include "base/decimal.h"

enum {
    KAM_TOTAL_WORDS = 16,
    KAM_TOTAL_DIFFERENT = 4, /* three amounts and their sum */
};

/* Of one file. Zero-initialised there were no lines yet. */
struct kam_totals {
    struct kam_decimal sum; /* of all lines so far */
    uint64_t lines;
    bool too_large; /* a sum: nothing can be checked any more */
    struct {
        const char *word; /* see totalword.h; NULL: any, and the header */
        struct kam_decimal sum;
    } marks[KAM_TOTAL_WORDS]; /* what the sum was at the last total with each word */
    size_t mark_count;
    struct kam_decimal last; /* the amount of the last line */
    uint64_t last_line;
    struct kam_decimal
        different[KAM_TOTAL_DIFFERENT]; /* amounts that aren't 0, the first of them */
    size_t different_count;
    bool has_first; /* a total stood above all lines */
    struct kam_decimal first;
    uint64_t first_line;
};

/* A line of AMOUNT, which stands at LINE. */
void kam_totals_add(struct kam_totals *totals, struct kam_decimal amount, uint64_t line);

/*
 * True once it doesn't matter any more what single amounts are but for the last one: then COUNT
 * lines may be added by their SUM, and the last of all, of LAST, noted behind them.
 */
static inline bool kam_totals_has_met_enough(const struct kam_totals *totals)
{
    return totals->different_count == KAM_TOTAL_DIFFERENT;
}
void kam_totals_add_sum(struct kam_totals *totals, uint64_t count, struct kam_decimal sum);
void kam_totals_note_last(struct kam_totals *totals, struct kam_decimal last, uint64_t line);

/* The header came again, or a total that can't be checked: what follows may be summed by itself. */
void kam_totals_mark(struct kam_totals *totals);

/*
 * A total line, called WORD, that says STATED. False if that is the sum of nothing it could be of.
 */
KAM_MUST_CHECK bool kam_totals_check(struct kam_totals *totals, const char *word,
                                     struct kam_decimal stated, uint64_t line);

/*
 * The end: true if the last line is the sum of those before it, which can hardly be chance: there
 * are five at least, and three different amounts among them.
 */
bool kam_totals_last_is_sum(const struct kam_totals *totals);

/* The end: false if a total above all lines, totals->first in first_line, isn't their sum. */
KAM_MUST_CHECK bool kam_totals_finish(const struct kam_totals *totals);

#endif
