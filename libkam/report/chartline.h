/*
 * chartline: a sparkline: figures from left to right, without axes, as small as a word.
 */
#ifndef KAM_REPORT_CHARTLINE_H
#define KAM_REPORT_CHARTLINE_H

#include "base/decimal.h"
#include "report/canvas.h"

enum { KAM_CHARTLINE_WIDTH = 90, KAM_CHARTLINE_HEIGHT = 20 };

/* Draw LINE[COUNT]; KAM_NO_NUMBER leaves a gap. */
void kam_chartline_draw(const struct kam_decimal *line, size_t count,
                        const struct kam_canvas *canvas);

#endif
