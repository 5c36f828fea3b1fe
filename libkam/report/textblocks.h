/*
 * textblocks: pictures made of the block elements of Unicode: bars in eighths of a column, and
 * sparklines, a column for each figure.
 */
#ifndef KAM_REPORT_TEXTBLOCKS_H
#define KAM_REPORT_TEXTBLOCKS_H

#include "language/speech.h"

/* SHARE of a bar of COLUMNS, from 0 to 1; what is above 0 has an eighth of a column at least. */
struct kam_text kam_textblocks_bar(struct kam_speech *speech, double share, size_t columns);

/*
 * LINE[COUNT] from left to right, 0 or less at the bottom, the largest at the top; what isn't a
 * number is a dot.
 */
struct kam_text kam_textblocks_line(struct kam_speech *speech, const struct kam_decimal *line,
                                    size_t count);

#endif
