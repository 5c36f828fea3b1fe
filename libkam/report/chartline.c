#include "report/chartline.h"

enum { MOST = 256 }; /* figures of a line drawn at once */

static const double margin = 3; /* for the last point, which is a dot */

/* How figures become heights. */
struct scale {
    double lowest, highest;
};

/* From 0 to the largest, and from the smallest, where that is below. */
static struct scale scale_of(const struct kam_decimal *line, size_t count)
{
    struct scale scale = {0, 0};

    for (size_t i = 0; i < count; i++) {
        double value = kam_is_number(line[i]) ? kam_decimal_to_double(line[i]) : 0;
        scale.lowest = value < scale.lowest ? value : scale.lowest;
        scale.highest = value > scale.highest ? value : scale.highest;
    }
    return scale;
}

static double height_at(const struct kam_canvas *canvas, const struct scale *scale, double value)
{
    double range = scale->highest - scale->lowest, room = canvas->height - 2 * margin;
    double part = range > 0 ? (value - scale->lowest) / range : 0;

    return canvas->height - margin - part * room;
}

static double place_of(const struct kam_canvas *canvas, size_t i, size_t count)
{
    double room = canvas->width - 2 * margin;

    return count > 1 ? margin + (double)i * room / (double)(count - 1) : canvas->width - margin;
}

/* The COUNT figures from FIRST on, at most MOST, none of which is missing. */
static void draw_stretch(const struct kam_decimal *line, size_t first, size_t count, size_t all,
                         const struct scale *scale, const struct kam_canvas *canvas)
{
    double points[2 * MOST];
    size_t n = 0;

    for (size_t i = first; i < first + count; i++, n++) {
        points[2 * n] = place_of(canvas, i, all);
        points[2 * n + 1] = height_at(canvas, scale, kam_decimal_to_double(line[i]));
    }
    if (n == 1)
        kam_canvas_circle(canvas, "t0", points[0], points[1], 1);
    else if (n)
        kam_canvas_polyline(canvas, "curve", points, n);
}

void kam_chartline_draw(const struct kam_decimal *line, size_t count,
                        const struct kam_canvas *canvas)
{
    struct scale scale = scale_of(line, count);
    size_t first = 0;

    if (scale.lowest < 0)
        kam_canvas_line(canvas, "axis", margin, height_at(canvas, &scale, 0),
                        canvas->width - margin, height_at(canvas, &scale, 0));
    for (size_t i = 0; i <= count; i++) {
        bool ends = i == count || !kam_is_number(line[i]);
        if (!ends && i - first < MOST)
            continue;
        draw_stretch(line, first, i - first, count, &scale, canvas);
        first = ends ? i + 1 : i - 1;
    }
    if (count && kam_is_number(line[count - 1]))
        kam_canvas_circle(canvas, "mark", place_of(canvas, count - 1, count),
                          height_at(canvas, &scale, kam_decimal_to_double(line[count - 1])), 2);
}
