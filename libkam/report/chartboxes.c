#include "report/chartboxes.h"

#include "language/speechround.h"
#include "report/boxlevel.h"
#include "report/chartbubbles.h"

enum {
    WIDTH = 460,     /* of the picture, as far as the height depends on it */
    GAP = 5,         /* between text and lines */
    LEFT_MOST = 90,  /* for the limits beside the grid */
    PLOT_LEAST = 44, /* height of the part of a box where bubbles are */
    PLOT_MOST = 84,
};

/* The width of a character of the figures of a box. */
static const double figure = 7.3;

/* What is where. */
struct layout {
    const struct kam_reportboxes *boxes;
    const struct kam_model_grid *grid;
    struct kam_speech *speech;
    double top, bottom; /* of the grid */
    double height;      /* of a box */
    double left, width; /* likewise, once the language is known */
    double words;       /* height of what is at its top, above its bubbles */
    bool has_strategies;
    size_t figure_lines; /* customers and share beside each other, one below the other, or not */
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

static double limits_width(const struct kam_reportboxes *boxes, struct kam_speech *speech)
{
    const struct kam_axis *axis = &boxes->model->grid.contribution;
    const struct kam_decimal *limits = boxes->limits[0];
    double width = 0;

    for (size_t i = 0; limits && i < axis->limit_count; i++)
        width = larger(
            width, kam_canvas_label_width(kam_boxlevel_limit(axis, limits[i], speech), "small"));
    return (width < LEFT_MOST ? width : LEFT_MOST) + GAP;
}

/* In how many lines the figures of a box go that has ROOM for them; 0: they don't. */
static size_t find_figure_lines(const struct kam_reportboxes *boxes, double room)
{
    enum { BESIDE = 9 }; /* characters of " (100.0%)" */
    size_t length = 1;

    for (size_t most = boxes->all.customers; most >= 10; most /= 10)
        length++;
    length += (length - 1) / 3; /* separators */
    if ((double)(length + BESIDE) * figure <= room)
        return 1;
    return (double)(length > BESIDE ? length : BESIDE) * figure <= room ? 2 : 0;
}

/* What the height depends on, the same in all languages. */
static struct layout layout_of(const struct kam_reportboxes *boxes)
{
    struct layout layout = {.boxes = boxes, .grid = &boxes->model->grid};
    const struct kam_model_grid *grid = layout.grid;
    double least = (double)(WIDTH - LEFT_MOST - GAP) / (double)grid->width;
    double plot = least * 0.62;

    for (size_t box = 0; box < grid->height * grid->width; box++)
        layout.has_strategies =
            layout.has_strategies || kam_reportboxes_strategy(boxes, box).len > 0;
    plot = plot < PLOT_LEAST ? PLOT_LEAST : plot > PLOT_MOST ? PLOT_MOST : plot;
    layout.top = KAM_LINE + 2 * GAP;
    layout.figure_lines = find_figure_lines(boxes, least - 2 * GAP);
    layout.words =
        KAM_LINE + GAP + (double)(layout.figure_lines + layout.has_strategies) * KAM_LINE_SMALL;
    layout.height = layout.words + plot;
    layout.bottom = layout.top + (double)grid->height * layout.height;
    layout.legend_lines =
        2 + (size_t)(layout.figure_lines > 0) + (size_t)(boxes->unknown.customers > 0);
    return layout;
}

double kam_chartboxes_height(const struct kam_reportboxes *boxes)
{
    struct layout layout = layout_of(boxes);

    return layout.bottom + 2 * KAM_LINE + 2 * GAP + (double)layout.legend_lines * KAM_LINE_SMALL;
}

/* ---- axes ------------------------------------------------------------------------------------ */

/* "contribution: revenue", or one of them where both are the same word, with an arrow. */
static struct kam_text axis_words(const struct layout *layout, enum kam_label arrow,
                                  enum kam_label name, const struct kam_axis *axis)
{
    struct kam_speech *speech = layout->speech;
    struct kam_text words = kam_speech_label(speech, name);
    struct kam_text column = kam_boxlevel_column(layout->boxes->model, axis, speech);

    if (!kam_text_equal(words, column))
        words = kam_speech_labelled(speech, KAM_LABEL_BOX_AXIS,
                                    KAM_WORDS({"axis", words}, {"column", column}));
    return kam_speech_labelled(speech, arrow, KAM_WORDS({"axis", words}));
}

static void draw_titles(const struct layout *layout, const struct kam_canvas *canvas)
{
    const struct kam_model_grid *grid = layout->grid;

    kam_canvas_text(canvas, "strong", KAM_ANCHOR_START, 0, KAM_ASCENT,
                    axis_words(layout, KAM_LABEL_BOX_UPWARDS, KAM_LABEL_COLUMN_CONTRIBUTION,
                               &grid->contribution),
                    canvas->width);
    kam_canvas_text(
        canvas, "strong", KAM_ANCHOR_END, canvas->width - 1, layout->bottom + 2 * KAM_LINE,
        axis_words(layout, KAM_LABEL_BOX_RIGHT, KAM_LABEL_COLUMN_POTENTIAL, &grid->potential),
        canvas->width);
}

/* A limit in at most ROOM, shorter than it is if it has to be; nothing where that isn't enough. */
static struct kam_text limit_words(const struct layout *layout, const struct kam_axis *axis,
                                   struct kam_decimal limit, double room)
{
    struct kam_text words = kam_boxlevel_limit(axis, limit, layout->speech);
    struct kam_decimal shorter = limit;

    for (int places = 2; places >= 0; places--) {
        if (kam_canvas_label_width(words, "small") <= room)
            return words;
        if (kam_decimal_round(limit, places, &shorter) == KAM_NUMBER_OK)
            words = kam_boxlevel_limit(axis, shorter, layout->speech);
    }
    if (kam_canvas_label_width(words, "small") > room)
        words = kam_speech_short(layout->speech, limit);
    return kam_canvas_label_width(words, "small") <= room ? words : KAM_TEXT("");
}

static void draw_limits(const struct layout *layout, const struct kam_canvas *canvas)
{
    const struct kam_axis *contribution = &layout->grid->contribution;
    const struct kam_axis *potential = &layout->grid->potential;
    const struct kam_decimal *const *limits = layout->boxes->limits;
    double right = canvas->width - 1;

    for (size_t i = 0; i < contribution->limit_count; i++) {
        double y = layout->bottom - (double)(i + 1) * layout->height, room = layout->left - GAP;
        kam_canvas_line(canvas, "axis", layout->left, y, right, y);
        if (limits[0])
            kam_canvas_text(canvas, "small", KAM_ANCHOR_END, room, y + GAP,
                            limit_words(layout, contribution, limits[0][i], room), 0);
    }
    for (size_t i = 0; i < potential->limit_count; i++) {
        double x = layout->left + (double)(i + 1) * layout->width;
        kam_canvas_line(canvas, "axis", x, layout->top, x, layout->bottom);
        if (limits[1])
            kam_canvas_text(canvas, "small", KAM_ANCHOR_MIDDLE, x, layout->bottom + KAM_LINE_SMALL,
                            limit_words(layout, potential, limits[1][i], layout->width - GAP), 0);
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
    size_t row = box / layout->grid->width;

    return layout->top + (double)row * layout->height;
}

static void draw_words(const struct layout *layout, size_t box, const struct kam_canvas *canvas)
{
    const struct kam_reportboxes *boxes = layout->boxes;
    const struct kam_reportbox *figures = &boxes->boxes[box];
    struct kam_speech *speech = layout->speech;
    struct kam_text strategy = kam_reportboxes_strategy(boxes, box);
    struct kam_text lines[] = {figure_words(boxes, figures, speech), KAM_TEXT("")};
    double x = box_left(layout, box) + GAP, y = box_top(layout, box) + KAM_ASCENT + 2;
    double room = layout->width - 2 * GAP;

    if (layout->figure_lines == 2) {
        lines[0] = kam_speech_count(speech, figures->customers);
        lines[1] = share_words(boxes, figures, speech);
    }
    kam_canvas_text(canvas, "strong", KAM_ANCHOR_START, x, y,
                    layout->grid->classes.items[layout->grid->boxes[box]], room);
    y += KAM_LINE_TO_SMALL;
    if (strategy.len) {
        kam_canvas_text(canvas, "small", KAM_ANCHOR_START, x, y, strategy, room);
        y += KAM_LINE_SMALL;
    }
    for (size_t i = 0; i < layout->figure_lines; i++)
        kam_canvas_text(canvas, "small muted", KAM_ANCHOR_START, x, y + (double)i * KAM_LINE_SMALL,
                        lines[i], room);
}

/* ---- all of it ------------------------------------------------------------------------------- */

static struct kam_decimal largest_revenue(const struct kam_reportboxes *boxes)
{
    struct kam_decimal largest = KAM_DECIMAL_ZERO;

    for (size_t i = 0; i < boxes->bubble_count; i++)
        if (kam_decimal_compare(boxes->bubbles[i].revenue, largest) > 0)
            largest = boxes->bubbles[i].revenue;
    return largest;
}

static void draw_legend(const struct layout *layout, const struct kam_canvas *canvas)
{
    const struct kam_reportboxes *boxes = layout->boxes;
    struct kam_speech *speech = layout->speech;
    struct kam_text revenue = kam_speech_short(speech, largest_revenue(boxes));
    const struct kam_text lines[] = {
        kam_speech_label(speech, KAM_LABEL_BOX_LEGEND_FIGURES),
        kam_speech_label(speech, KAM_LABEL_BOX_LEGEND_BUBBLES),
        kam_speech_labelled(speech, KAM_LABEL_BOX_LEGEND_LARGEST, KAM_WORDS({"revenue", revenue})),
    };
    double y = layout->bottom + 2 * KAM_LINE + GAP;

    if (boxes->unknown.customers)
        kam_canvas_text(
            canvas, "small", KAM_ANCHOR_START, 0, y += KAM_LINE_SMALL,
            kam_speech_labelled(
                speech, KAM_LABEL_BOX_LEGEND_NO_CLASS,
                KAM_WORDS({"customers", kam_speech_count(speech, boxes->unknown.customers)},
                          {"share", share_words(boxes, &boxes->unknown, speech)})),
            canvas->width);
    for (size_t i = layout->figure_lines ? 0 : 1; i < sizeof lines / sizeof *lines; i++)
        kam_canvas_text(canvas, "small muted", KAM_ANCHOR_START, 0, y += KAM_LINE_SMALL, lines[i],
                        canvas->width);
}

void kam_chartboxes_draw(const struct kam_reportboxes *boxes, struct kam_speech *speech,
                         const struct kam_canvas *canvas)
{
    struct layout layout = layout_of(boxes);

    layout.speech = speech;
    layout.left = limits_width(boxes, speech);
    layout.width = (canvas->width - layout.left - 1) / (double)layout.grid->width;
    draw_frame(&layout, canvas);
    draw_limits(&layout, canvas);
    kam_chartbubbles_draw(boxes,
                          &(struct kam_bubblefield){layout.left, layout.top, layout.width,
                                                    layout.height, layout.words},
                          canvas);
    for (size_t box = 0; box < layout.grid->height * layout.grid->width; box++)
        draw_words(&layout, box, canvas);
    draw_titles(&layout, canvas);
    draw_legend(&layout, canvas);
}

/* The class of BOX, which has the most revenue, and its figures. */
static struct kam_text most_words(const struct kam_reportboxes *boxes, size_t box,
                                  struct kam_speech *speech)
{
    const struct kam_model_grid *grid = &boxes->model->grid;
    const struct kam_reportbox *figures = &boxes->boxes[box];

    if (kam_decimal_sign(figures->counted) <= 0)
        return kam_speech_label(speech, KAM_LABEL_BOX_NONE);
    return kam_speech_labelled(
        speech, KAM_LABEL_BOX_MOST,
        KAM_WORDS({"class", grid->classes.items[grid->boxes[box]]},
                  {"customers", kam_speech_count(speech, figures->customers)},
                  {"share", share_words(boxes, figures, speech)}));
}

struct kam_text kam_chartboxes_describe(const struct kam_reportboxes *boxes,
                                        struct kam_speech *speech)
{
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
                  {"most", most_words(boxes, most, speech)}));
}
