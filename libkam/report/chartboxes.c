#include "report/chartboxes.h"

#include "language/speechround.h"
#include "report/boxlevel.h"

#include <math.h>

enum {
    LINE = 17,       /* from one baseline to the next, of a text of the usual size */
    SMALL_LINE = 15, /* of small text */
    GAP = 5,         /* between text and lines */
    LEFT_MOST = 90,  /* for the limits beside the grid */
    PLOT_LEAST = 44, /* height of the part of a box where bubbles are */
    PLOT_MOST = 84,
};

/* What is where. */
struct layout {
    const struct kam_reportboxes *boxes;
    const struct kam_model_grid *grid;
    struct kam_speech *speech;
    double left, top, bottom; /* of the grid */
    double width, height;     /* of a box */
    double words;             /* height of the words at its top */
    bool has_strategies;
    size_t figure_lines; /* customers and share beside each other, one below the other, or not */
    double radius;       /* of the largest bubble */
    size_t legend_lines;
};

/* ---- layout ---------------------------------------------------------------------------------- */

static struct kam_text share_words(const struct kam_reportboxes *boxes,
                                   const struct kam_reportbox *box, struct kam_speech *speech)
{
    struct kam_decimal share = kam_reportboxes_share(boxes, box);

    return kam_is_number(share) ? kam_speech_share(speech, share) : KAM_TEXT("–");
}

/* "1,234 · 26.2%" */
static struct kam_text figure_words(const struct kam_reportboxes *boxes,
                                    const struct kam_reportbox *box, struct kam_speech *speech)
{
    return kam_speech_labelled(speech, KAM_LABEL_BOX_FIGURES,
                               KAM_WORDS({"customers", kam_speech_count(speech, box->customers)},
                                         {"share", share_words(boxes, box, speech)}));
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

static double limits_width(const struct layout *layout)
{
    const struct kam_axis *axis = &layout->grid->contribution;
    const struct kam_decimal *limits = layout->boxes->limits[0];
    double width = 0;

    for (size_t i = 0; limits && i < axis->limit_count; i++)
        width = larger(width, kam_canvas_width(kam_boxlevel_limit(axis, limits[i], layout->speech),
                                               KAM_FONT_SMALL));
    return (width < LEFT_MOST ? width : LEFT_MOST) + GAP;
}

/* In how many lines the figures of all boxes go, 0: they don't. */
static size_t find_figure_lines(const struct layout *layout)
{
    const struct kam_reportboxes *boxes = layout->boxes;
    double room = layout->width - 2 * GAP, one = 0, each = 0;

    for (size_t box = 0; box < layout->grid->height * layout->grid->width; box++) {
        struct kam_text both = figure_words(boxes, &boxes->boxes[box], layout->speech);
        struct kam_text count = kam_speech_count(layout->speech, boxes->boxes[box].customers);
        struct kam_text share = share_words(boxes, &boxes->boxes[box], layout->speech);
        one = larger(one, kam_canvas_width(both, KAM_FONT_SMALL));
        each = larger(each, kam_canvas_width(count, KAM_FONT_SMALL));
        each = larger(each, kam_canvas_width(share, KAM_FONT_SMALL));
    }
    return one <= room ? 1 : each <= room ? 2 : 0;
}

static struct layout layout_of(const struct kam_report *report, struct kam_speech *speech,
                               double width)
{
    const struct kam_reportboxes *boxes = &report->boxes;
    struct layout layout = {.boxes = boxes, .grid = &boxes->model->grid, .speech = speech};
    const struct kam_model_grid *grid = layout.grid;

    for (size_t box = 0; box < grid->height * grid->width; box++)
        layout.has_strategies =
            layout.has_strategies || kam_reportboxes_strategy(boxes, box).len > 0;
    layout.left = limits_width(&layout);
    layout.top = LINE + 2 * GAP;
    layout.width = (width - layout.left - 1) / (double)grid->width;
    layout.figure_lines = find_figure_lines(&layout);
    layout.words = LINE + GAP + (double)(layout.figure_lines + layout.has_strategies) * SMALL_LINE;
    double plot = layout.width * 0.6;
    plot = plot < PLOT_LEAST ? PLOT_LEAST : plot > PLOT_MOST ? PLOT_MOST : plot;
    layout.radius = (plot < layout.width ? plot : layout.width) / 2 - GAP;
    layout.height = layout.words + plot;
    layout.bottom = layout.top + (double)grid->height * layout.height;
    layout.legend_lines = boxes->unknown.customers ? 4 : 3;
    return layout;
}

double kam_chartboxes_height(const struct kam_report *report, struct kam_speech *speech,
                             double width)
{
    struct layout layout = layout_of(report, speech, width);

    return layout.bottom + 2 * (LINE + GAP) + (double)layout.legend_lines * SMALL_LINE + 2 * GAP;
}

/* ---- axes ------------------------------------------------------------------------------------ */

static struct kam_text axis_words(const struct layout *layout, enum kam_label label,
                                  const struct kam_axis *axis)
{
    return kam_speech_labelled(
        layout->speech, label,
        KAM_WORDS({"column", kam_boxlevel_column(layout->boxes->model, axis, layout->speech)}));
}

static void draw_titles(const struct layout *layout, const struct kam_canvas *canvas)
{
    const struct kam_model_grid *grid = layout->grid;

    kam_canvas_text(canvas, "strong", KAM_ANCHOR_START, 0, LINE - 3,
                    axis_words(layout, KAM_LABEL_BOX_CONTRIBUTION, &grid->contribution),
                    canvas->width);
    kam_canvas_text(canvas, "strong", KAM_ANCHOR_END, canvas->width - 1,
                    layout->bottom + SMALL_LINE + LINE + GAP,
                    axis_words(layout, KAM_LABEL_BOX_POTENTIAL, &grid->potential), canvas->width);
}

static struct kam_text limit_words(const struct layout *layout, const struct kam_axis *axis,
                                   size_t which, size_t limit)
{
    const struct kam_decimal *limits = layout->boxes->limits[which];

    return limits ? kam_boxlevel_limit(axis, limits[limit], layout->speech) : KAM_TEXT("");
}

static void draw_limits(const struct layout *layout, const struct kam_canvas *canvas)
{
    const struct kam_axis *contribution = &layout->grid->contribution;
    const struct kam_axis *potential = &layout->grid->potential;
    double right = canvas->width - 1;

    for (size_t i = 0; i < contribution->limit_count; i++) {
        double y = layout->bottom - (double)(i + 1) * layout->height;
        kam_canvas_line(canvas, "axis", layout->left, y, right, y);
        kam_canvas_text(canvas, "small", KAM_ANCHOR_END, layout->left - GAP, y + GAP,
                        limit_words(layout, contribution, 0, i), layout->left - GAP);
    }
    for (size_t i = 0; i < potential->limit_count; i++) {
        double x = layout->left + (double)(i + 1) * layout->width;
        kam_canvas_line(canvas, "axis", x, layout->top, x, layout->bottom);
        kam_canvas_text(canvas, "small", KAM_ANCHOR_MIDDLE, x, layout->bottom + SMALL_LINE,
                        limit_words(layout, potential, 1, i), layout->width - GAP);
    }
}

static void draw_frame(const struct layout *layout, const struct kam_canvas *canvas)
{
    double right = canvas->width - 1;

    kam_canvas_line(canvas, "grid", layout->left, layout->top, right, layout->top);
    kam_canvas_line(canvas, "grid", right, layout->top, right, layout->bottom);
    kam_canvas_line(canvas, "axis", layout->left, layout->top, layout->left, layout->bottom);
    kam_canvas_line(canvas, "axis", layout->left, layout->bottom, right, layout->bottom);
}

/* ---- boxes ----------------------------------------------------------------------------------- */

static double box_left(const struct layout *layout, size_t box)
{
    return layout->left + (double)(box % layout->grid->width) * layout->width;
}

static double box_top(const struct layout *layout, size_t box)
{
    return layout->top + (double)(box / layout->grid->width) * layout->height;
}

static double within(double at, double least, double most)
{
    return at < least ? least : at > most ? most : at;
}

static void draw_bubble(const struct layout *layout, const struct kam_reportbubble *bubble,
                        double largest, const struct kam_canvas *canvas)
{
    const double smallest = 1.5;
    double revenue = kam_decimal_to_double(bubble->revenue);
    double left = box_left(layout, bubble->box);
    double top = box_top(layout, bubble->box) + layout->words;
    double height = layout->height - layout->words;
    double radius =
        revenue > 0 && largest > 0 ? layout->radius * sqrt(revenue / largest) : smallest;

    if (radius < smallest)
        radius = smallest;
    kam_canvas_circle(
        canvas, "bubble",
        within(left + bubble->x * layout->width, left + radius + 1,
               left + layout->width - radius - 1),
        within(top + (1 - bubble->y) * height, top + radius, top + height - radius - 1), radius);
}

static struct kam_decimal largest_revenue(const struct kam_reportboxes *boxes)
{
    struct kam_decimal largest = KAM_DECIMAL_ZERO;

    for (size_t i = 0; i < boxes->bubble_count; i++)
        if (kam_decimal_compare(boxes->bubbles[i].revenue, largest) > 0)
            largest = boxes->bubbles[i].revenue;
    return largest;
}

static void draw_bubbles(const struct layout *layout, const struct kam_canvas *canvas)
{
    const struct kam_reportboxes *boxes = layout->boxes;
    double largest = kam_decimal_to_double(largest_revenue(boxes));

    for (size_t i = 0; i < boxes->bubble_count; i++)
        draw_bubble(layout, &boxes->bubbles[i], largest, canvas);
}

static void draw_words(const struct layout *layout, size_t box, const struct kam_canvas *canvas)
{
    const struct kam_reportboxes *boxes = layout->boxes;
    const struct kam_reportbox *figures = &boxes->boxes[box];
    double x = box_left(layout, box) + GAP, y = box_top(layout, box) + LINE;
    double room = layout->width - 2 * GAP;

    kam_canvas_text(canvas, "strong", KAM_ANCHOR_START, x, y,
                    layout->grid->classes.items[layout->grid->boxes[box]], room);
    if (layout->has_strategies)
        kam_canvas_text(canvas, "small", KAM_ANCHOR_START, x, y += SMALL_LINE,
                        kam_reportboxes_strategy(boxes, box), room);
    if (layout->figure_lines == 1)
        kam_canvas_text(canvas, "small muted", KAM_ANCHOR_START, x, y + SMALL_LINE,
                        figure_words(boxes, figures, layout->speech), room);
    if (layout->figure_lines != 2)
        return;
    kam_canvas_text(canvas, "small muted", KAM_ANCHOR_START, x, y += SMALL_LINE,
                    kam_speech_count(layout->speech, figures->customers), room);
    kam_canvas_text(canvas, "small muted", KAM_ANCHOR_START, x, y + SMALL_LINE,
                    share_words(boxes, figures, layout->speech), room);
}

/* ---- all of it ------------------------------------------------------------------------------- */

static void draw_legend(const struct layout *layout, const struct kam_canvas *canvas)
{
    const struct kam_reportboxes *boxes = layout->boxes;
    struct kam_speech *speech = layout->speech;
    struct kam_text revenue = kam_speech_short(speech, largest_revenue(boxes));
    const struct kam_text lines[] = {
        kam_speech_label(speech, KAM_LABEL_BOX_LEGEND_FIGURES),
        kam_speech_label(speech, KAM_LABEL_BOX_LEGEND_BUBBLES),
        kam_speech_labelled(speech, KAM_LABEL_BOX_LEGEND_LARGEST, KAM_WORDS({"revenue", revenue})),
        kam_speech_labelled(
            speech, KAM_LABEL_BOX_LEGEND_NO_CLASS,
            KAM_WORDS({"customers", kam_speech_count(speech, boxes->unknown.customers)},
                      {"share", share_words(boxes, &boxes->unknown, speech)})),
    };
    double y = layout->bottom + 2 * (LINE + GAP);

    for (size_t i = 0; i < layout->legend_lines; i++)
        kam_canvas_text(canvas, "small muted", KAM_ANCHOR_START, 0,
                        y + (double)(i + 1) * SMALL_LINE, lines[i], canvas->width);
}

void kam_chartboxes_draw(const struct kam_report *report, struct kam_speech *speech,
                         const struct kam_canvas *canvas)
{
    struct layout layout = layout_of(report, speech, canvas->width);

    draw_frame(&layout, canvas);
    draw_limits(&layout, canvas);
    draw_bubbles(&layout, canvas);
    for (size_t box = 0; box < layout.grid->height * layout.grid->width; box++)
        draw_words(&layout, box, canvas);
    draw_titles(&layout, canvas);
    draw_legend(&layout, canvas);
}

/* The class of BOX and its figures. */
static struct kam_text box_words(const struct kam_reportboxes *boxes, size_t box,
                                 struct kam_speech *speech)
{
    const struct kam_model_grid *grid = &boxes->model->grid;
    const struct kam_reportbox *figures = &boxes->boxes[box];

    return kam_speech_labelled(
        speech, KAM_LABEL_BOX_MOST,
        KAM_WORDS({"class", grid->classes.items[grid->boxes[box]]},
                  {"customers", kam_speech_count(speech, figures->customers)},
                  {"share", share_words(boxes, figures, speech)}));
}

struct kam_text kam_chartboxes_describe(const struct kam_report *report, struct kam_speech *speech)
{
    const struct kam_reportboxes *boxes = &report->boxes;
    const struct kam_model_grid *grid = &boxes->model->grid;
    size_t most = 0;

    for (size_t box = 0; box < grid->height * grid->width; box++)
        if (kam_decimal_compare(boxes->boxes[box].counted, boxes->boxes[most].counted) > 0)
            most = box;
    return kam_speech_labelled(
        speech, KAM_LABEL_BOX_DESCRIPTION,
        KAM_WORDS({"height", kam_speech_count(speech, grid->height)},
                  {"width", kam_speech_count(speech, grid->width)},
                  {"contribution", kam_boxlevel_column(boxes->model, &grid->contribution, speech)},
                  {"potential", kam_boxlevel_column(boxes->model, &grid->potential, speech)},
                  {"box", box_words(boxes, most, speech)}));
}
