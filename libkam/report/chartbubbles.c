#include "report/chartbubbles.h"

#include "report/chartpack.h"

#include <math.h>

enum { FINE = 64 }; /* parts of a unit in which bubbles are put apart */

/* What is looked at for each of them. */
struct bubbling {
    const struct kam_reportboxes *boxes;
    const struct kam_bubblefield *field;
    const struct kam_canvas *canvas;
    double height; /* of what a box has for bubbles */
    double scale;  /* what the square of a radius is divided by a revenue */
};

static double revenue_of(const struct kam_reportbubble *bubble)
{
    double revenue = kam_decimal_to_double(bubble->revenue);

    return revenue > 0 ? revenue : 0;
}

/* As much as makes the largest bubble as large as it may be, and leaves room in the fullest box. */
static double scale_of(const struct bubbling *bubbling)
{
    const double filled = 0.55, of_side = 0.47, pi = 3.14159265358979;
    const struct kam_reportboxes *boxes = bubbling->boxes;
    double width = bubbling->field->width, height = bubbling->height;
    double radius = of_side * (width < height ? width : height);
    double largest = 0, most = 0, sum = 0;

    for (size_t i = 0; i < boxes->bubble_count; i++) {
        double revenue = revenue_of(&boxes->bubbles[i]);
        if (i == 0 || boxes->bubbles[i].box != boxes->bubbles[i - 1].box)
            sum = 0;
        sum += revenue;
        largest = revenue > largest ? revenue : largest;
        most = sum > most ? sum : most;
    }
    if (largest <= 0)
        return 0;
    double by_radius = radius * radius / largest;
    double by_area = filled * width * height / pi / most;
    return by_radius < by_area ? by_radius : by_area;
}

/* Where BUBBLE would be in its box if it were alone. */
static struct kam_circle circle_of(const struct bubbling *bubbling,
                                   const struct kam_reportbubble *bubble)
{
    const double smallest = 1.5;
    double radius = sqrt(bubbling->scale * revenue_of(bubble));

    return (struct kam_circle){(int64_t)(bubble->x * bubbling->field->width * FINE),
                               (int64_t)((1 - bubble->y) * bubbling->height * FINE),
                               (int64_t)((radius > smallest ? radius : smallest) * FINE)};
}

/* BUBBLES[COUNT], all of a box. */
static void draw_box(const struct bubbling *bubbling, const struct kam_reportbubble *bubbles,
                     size_t count)
{
    struct kam_circle circles[KAM_BUBBLES_ACROSS * KAM_BUBBLES_ACROSS];
    const struct kam_bubblefield *field = bubbling->field;
    size_t columns = bubbling->boxes->model->grid.width, row = bubbles->box / columns;
    double left = field->left + (double)(bubbles->box % columns) * field->width;
    double top = field->top + (double)row * field->height + field->above;

    for (size_t i = 0; i < count; i++)
        circles[i] = circle_of(bubbling, &bubbles[i]);
    kam_chartpack(circles, count, (int64_t)((field->width - 2) * FINE),
                  (int64_t)((bubbling->height - 2) * FINE));
    for (size_t i = 0; i < count; i++)
        kam_canvas_circle(bubbling->canvas, "bubble", left + 1 + (double)circles[i].x / FINE,
                          top + (double)circles[i].y / FINE, (double)circles[i].radius / FINE);
}

void kam_chartbubbles_draw(const struct kam_reportboxes *boxes, const struct kam_bubblefield *field,
                           const struct kam_canvas *canvas)
{
    const struct kam_reportbubble *bubbles = boxes->bubbles;
    struct bubbling bubbling = {boxes, field, canvas, field->height - field->above, 0};

    bubbling.scale = scale_of(&bubbling);
    for (size_t from = 0, to; from < boxes->bubble_count; from = to) {
        to = from + 1;
        while (to < boxes->bubble_count && bubbles[to].box == bubbles[from].box)
            to++;
        draw_box(&bubbling, &bubbles[from], to - from);
    }
}
