/*
 * textpage: what a report as text is written on: so many columns of an output, with the colours of
 * a terminal or without.
 */
#ifndef KAM_REPORT_TEXTPAGE_H
#define KAM_REPORT_TEXTPAGE_H

#include "io/grid.h"
#include "language/speech.h"
#include "tier/ladder.h"

enum { KAM_TEXTPAGE_INDENT = 2 }; /* of what stands below a heading */

/* Zero-initialised but for the first five it is empty; free it. */
struct kam_textpage {
    struct kam_output *output; /* borrowed, as are the next two */
    struct kam_speech *speech;
    const struct kam_ladder *ladder; /* whose tiers have colours */
    size_t width;
    bool colours;
    struct kam_grid grid; /* rows of the block at hand */
    struct kam_buffer line;
    bool failed; /* memory ran out */
};

/* The escape sequence that a heading, TIER, a number of SIGN has here; NULL: none. */
const char *kam_textpage_heading_colour(const struct kam_textpage *page);
const char *kam_textpage_tier_colour(const struct kam_textpage *page, struct kam_text tier);
const char *kam_textpage_sign_colour(const struct kam_textpage *page, int sign);

/*
 * TEXT as the title of it all, a heading behind an empty line; as lines of a paragraph, INDENT
 * columns from the left.
 */
void kam_textpage_title(struct kam_textpage *page, struct kam_text text);
void kam_textpage_heading(struct kam_textpage *page, struct kam_text text);
void kam_textpage_paragraph(struct kam_textpage *page, struct kam_text text, size_t indent);

/* The rows of the grid, below a heading; the grid is empty then. */
void kam_textpage_grid(struct kam_textpage *page);

void kam_textpage_free(struct kam_textpage *page);

#endif
