/*
 * clean: cells as they were meant, without what a spreadsheet or kam's own --excel wrapped around
 * them, and the signs that a spreadsheet took something away for good. What is clean stays as it
 * is when it is cleaned again, so that an account table reads back the same.
 */
#ifndef KAM_TABLE_CLEAN_H
#define KAM_TABLE_CLEAN_H

#include "base/arena.h"

/* Bytes at the edges of a cell that has to be looked into. */
enum kam_clean_edge { KAM_CLEAN_FIRST = 1, KAM_CLEAN_LAST = 2 };
extern const unsigned char kam_clean_edges[256];

/*
 * True only if, by the bytes at its edges, there is nothing to be taken from CELL, and it is
 * neither a word for nothing nor an error of a spreadsheet: most cells are told so.
 */
static inline bool kam_clean_is_plain(struct kam_text cell)
{
    return cell.len == 0 ||
           (!(kam_clean_edges[(unsigned char)cell.ptr[0]] & KAM_CLEAN_FIRST) &&
            !(kam_clean_edges[(unsigned char)cell.ptr[cell.len - 1]] & KAM_CLEAN_LAST));
}

/* True only if there is nothing to be taken from or changed in CELL where it is an id. */
static inline bool kam_clean_is_plain_id(struct kam_text cell)
{
    return kam_clean_is_plain(cell) && kam_text_is_ascii(cell);
}

/*
 * An id or a month: trimmed, ="00123" unwrapped (doubled quotes in it made single), without the
 * apostrophe that tells a spreadsheet to leave a text alone ('00123), its full-width digits,
 * letters and hyphens made ASCII. Memory for what can't be pointed at is taken from ARENA. False
 * when memory ran out.
 */
KAM_MUST_CHECK bool kam_clean_id(struct kam_text *cell, struct kam_arena *arena);

/* True if CELL begins as what a spreadsheet wraps does: ="00123" or '00123. */
static inline bool kam_clean_is_wrapped(struct kam_text cell)
{
    return cell.len > 1 && (cell.ptr[0] == '=' || cell.ptr[0] == '\'');
}

/*
 * A text: trimmed, without the apostrophe that --excel puts before what would be a formula, and
 * ="2026-10" unwrapped unless there is a quote in it.
 */
struct kam_text kam_clean_text(struct kam_text cell);

/*
 * True if CELL is one of the words by which databases say that there is nothing: NULL, null, \N,
 * (null), <null>. Not Null, which is a name.
 */
bool kam_clean_is_null(struct kam_text cell);

/*
 * True if ID is a number with an exponent, as a spreadsheet shows long ones: 1.23E+11, 1E+15,
 * 1.23E11; or one that a program made of an id, 1001.0. What told it from others may be lost. 1E5
 * is an id.
 */
bool kam_clean_is_scientific(struct kam_text id);

/* True if ID is an error of a spreadsheet or a word for no number: #N/A, #REF!, ########, NaN, -.
 */
bool kam_clean_is_error(struct kam_text id);

/*
 * A spreadsheet keeps 15 digits of a number and makes those behind them 0. If ID has 16 digits or
 * more and nothing else, *LONG_DIGITS is true, and the result is how many stand behind the 15th if
 * all of them are 0; else 0. One such id may be a real one: among many, kam_binomial_tail tells.
 */
unsigned kam_clean_zero_tail(struct kam_text id, bool *long_digits);

#endif
