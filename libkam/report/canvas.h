/*
 * canvas: what a picture is drawn on: shapes of SVG, in units of about a pixel, (0, 0) at the upper
 * left. A shape's colours are those of its class (the style of page or picture says them); its
 * coordinates are rounded to a tenth, so that they are the same on every machine.
 *
 * No font is known, so that the width of a text is estimated, rather too large: an East Asian
 * character is as wide as the font is high, a Latin one at most as wide as it is in common fonts.
 */
#ifndef KAM_REPORT_CANVAS_H
#define KAM_REPORT_CANVAS_H

#include "report/markup.h"

enum kam_anchor { KAM_ANCHOR_START, KAM_ANCHOR_MIDDLE, KAM_ANCHOR_END };

struct kam_canvas {
    const struct kam_markup *markup;
    double width, height;
};

/* Of all classes but "small"; of that one, which is 9 pixels high on a phone. */
static const double kam_font_size = 14, kam_font_small = 12.5;

/*
 * What a text takes up above its baseline and below it, and so from one line to the next, in fonts
 * with the room for accents that Noto Sans has.
 */
enum {
    KAM_ASCENT = 15,
    KAM_DESCENT = 5,
    KAM_LINE = KAM_ASCENT + KAM_DESCENT,
    KAM_ASCENT_SMALL = 14,
    KAM_DESCENT_SMALL = 4,
    KAM_LINE_SMALL = KAM_ASCENT_SMALL + KAM_DESCENT_SMALL,
    KAM_LINE_TO_SMALL =
        KAM_DESCENT + KAM_ASCENT_SMALL, /* from a baseline to a small text's below */
};

void kam_canvas_rect(const struct kam_canvas *canvas, const char *class, double x, double y,
                     double width, double height);
void kam_canvas_line(const struct kam_canvas *canvas, const char *class, double x1, double y1,
                     double x2, double y2);
void kam_canvas_circle(const struct kam_canvas *canvas, const char *class, double x, double y,
                       double radius);

/* A line through POINTS[COUNT], pairs of x and y; the area within it. */
void kam_canvas_polyline(const struct kam_canvas *canvas, const char *class, const double *points,
                         size_t count);
void kam_canvas_polygon(const struct kam_canvas *canvas, const char *class, const double *points,
                        size_t count);

/*
 * A band of HEIGHT from LEFT, where it begins at TOP, to RIGHT, where it begins at RIGHT_TOP, as
 * flow diagrams have it.
 */
void kam_canvas_band(const struct kam_canvas *canvas, const char *class, double left, double top,
                     double right, double right_top, double height);

/*
 * TEXT, its baseline at Y, where ANCHOR of it is at X, cut with an ellipsis where it is wider than
 * MOST (0: never cut). Beside CLASS it has the class "label", as all texts have.
 */
void kam_canvas_text(const struct kam_canvas *canvas, const char *class, enum kam_anchor anchor,
                     double x, double y, struct kam_text text, double most);

/* How wide TEXT is in a font of SIZE, estimated; and as a text of CLASS ("small", "strong"). */
double kam_canvas_width(struct kam_text text, double size);
double kam_canvas_label_width(struct kam_text text, const char *class);

#endif
