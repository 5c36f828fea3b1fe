/*
 * textwrap: a text in lines of so many columns: parted at spaces, between East Asian characters
 * but not before what closes nor behind what opens or a digit, and inside a word that is longer
 * than a line.
 */
#ifndef KAM_REPORT_TEXTWRAP_H
#define KAM_REPORT_TEXTWRAP_H

#include "base/text.h"

/*
 * Take the next line of COLUMNS at most, one at least, away from the front of TEXT, without the
 * spaces around it. Its last line leaves TEXT empty.
 */
struct kam_text kam_textwrap_take(struct kam_text *text, size_t columns);

/* How many columns the longest part of TEXT has that is parted at spaces alone. */
size_t kam_textwrap_longest_word(struct kam_text text);

#endif
