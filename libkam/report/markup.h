/*
 * markup: HTML and SVG to an output. The markup is kam's own, literal; everything else is a value
 * and escaped, so that no cell of a table can become markup.
 */
#ifndef KAM_REPORT_MARKUP_H
#define KAM_REPORT_MARKUP_H

#include "io/output.h"
#include "language/phrase.h"

struct kam_markup {
    struct kam_output *output; /* borrowed; failures are its own */
};

/* LITERAL as it stands. */
void kam_markup_raw(const struct kam_markup *markup, const char *literal);

/*
 * TEXT as content or the value of a quoted attribute: & < > " ' as references. What XML can't hold,
 * and what would turn the direction of the text around it (U+202A to U+202E, U+2066 to U+2069), is
 * U+FFFD.
 */
void kam_markup_text(const struct kam_markup *markup, struct kam_text text);

/*
 * PATTERN, markup in which {name} is one of WORDS, as kam_markup_text writes it; {name...} is cut
 * with an ellipsis after KAM_MARKUP_MOST columns: what users name may be of any length.
 */
enum { KAM_MARKUP_MOST = 200 };
void kam_markup_fill(const struct kam_markup *markup, const char *pattern,
                     const struct kam_words *words);

#endif
