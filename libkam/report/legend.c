#include "report/legend.h"

enum { SWATCH = 12, NEAR = 5, FAR = 16 };

void kam_legend_add(struct kam_legend *legend, const char *class, struct kam_text text)
{
    const struct kam_canvas *canvas = legend->canvas;
    double before = class ? SWATCH + NEAR : 0;
    double width = kam_canvas_label_width(text, "small");

    if (legend->x > 0 && legend->x + before + width > canvas->width) {
        legend->x = 0;
        legend->y += KAM_LEGEND_LINE;
    }
    if (class)
        kam_canvas_rect(canvas, class, legend->x, legend->y - SWATCH + 2, SWATCH, SWATCH);
    kam_canvas_text(canvas, "small", KAM_ANCHOR_START, legend->x + before, legend->y, text,
                    canvas->width - legend->x - before);
    legend->x += before + width + FAR;
}
