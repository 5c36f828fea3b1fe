#include "report/chartpyramid.h"

#include "language/speechround.h"
#include "report/legend.h"

/* From the middle outwards: a column of names, and a half with bars and figures on either side. */
enum {
    BRACKET = 10, /* at the left of all */
    NAMES = 116,  /* how wide their column is */
    GAP = 8,      /* between it and a half */
    TOP = 30,
    ROW = 48,
    FIGURES = 13, /* from the top of a row to the baseline of its figures */
    BAR = 19,     /* to its bar */
    THICK = 18,   /* which is so high */
    OUTSIDE = 2,  /* how far the outline is around it */
    TOTAL = 30,
    LEGEND = 26,
};

enum figure { CUSTOMERS, REVENUE };

/* One half: customers to the left, revenue to the right. */
struct half {
    const struct kam_reportpyramid *pyramid;
    const struct kam_canvas *canvas;
    struct kam_speech *speech;
    enum figure figure;
    double inner, length; /* where its bars begin, and how long the longest one is */
    double most;          /* what that one stands for */
};

double kam_chartpyramid_height(const struct kam_reportpyramid *pyramid)
{
    return TOP + ROW * (double)pyramid->tier_count + TOTAL + LEGEND;
}

/* ---- figures --------------------------------------------------------------------------------- */

static struct kam_decimal figure_of(const struct kam_reportlayer *layer, enum figure figure)
{
    return figure == CUSTOMERS ? kam_decimal_of((int64_t)layer->customers) : layer->revenue;
}

static struct kam_text say(struct kam_speech *speech, const struct kam_reportlayer *layer,
                           enum figure figure)
{
    return figure == CUSTOMERS ? kam_speech_count(speech, layer->customers)
                               : kam_speech_short(speech, layer->revenue);
}

/* As the table has it: of the revenue that counts. */
static struct kam_decimal share_of(const struct kam_reportlayers *layers,
                                   const struct kam_reportlayer *layer, enum figure figure)
{
    if (figure == REVENUE)
        return kam_reportpyramid_share(layer->counted, layers->all.counted);
    return kam_reportpyramid_share(figure_of(layer, figure), figure_of(&layers->all, figure));
}

static struct kam_text say_share(struct kam_speech *speech, struct kam_decimal share)
{
    return kam_is_number(share) ? kam_speech_share(speech, share) : KAM_TEXT("-");
}

static double largest(const struct kam_reportpyramid *pyramid, enum figure figure)
{
    double most = 0;

    for (size_t i = 0; i < pyramid->tier_count; i++) {
        double now = kam_decimal_to_double(figure_of(&pyramid->now.tiers[i], figure));
        double before = pyramid->has_before
                            ? kam_decimal_to_double(figure_of(&pyramid->before.tiers[i], figure))
                            : 0;
        most = now > most ? now : most;
        most = before > most ? before : most;
    }
    return most;
}

struct kam_text kam_chartpyramid_describe(const struct kam_reportpyramid *pyramid,
                                          struct kam_speech *speech)
{
    const struct kam_reportlayers *now = &pyramid->now;
    struct kam_decimal customers = share_of(now, &now->key, CUSTOMERS);
    struct kam_decimal revenue = share_of(now, &now->key, REVENUE);

    return kam_speech_labelled(speech, KAM_LABEL_CHART_PYRAMID,
                               KAM_WORDS({"customers", say(speech, &now->key, CUSTOMERS)},
                                         {"customer_share", say_share(speech, customers)},
                                         {"revenue", say(speech, &now->key, REVENUE)},
                                         {"revenue_share", say_share(speech, revenue)}));
}

/* ---- a half ---------------------------------------------------------------------------------- */

static void draw_bar(const struct half *half, const char *class,
                     const struct kam_reportlayer *layer, double y, double beyond)
{
    double value = kam_decimal_to_double(figure_of(layer, half->figure));
    double length = value > 0 ? value / half->most * half->length : 0;
    double x = half->figure == CUSTOMERS ? half->inner - length : half->inner;

    if (length > 0)
        kam_canvas_rect(half->canvas, class, x, y - beyond, length, THICK + 2 * beyond);
}

/* The figure of LAYER and its share, if there is room for both. */
static struct kam_text say_both(const struct half *half, const char *class,
                                const struct kam_reportlayer *layer)
{
    struct kam_decimal share = share_of(&half->pyramid->now, layer, half->figure);
    struct kam_text value = say(half->speech, layer, half->figure);

    if (!kam_is_number(share))
        return value;
    struct kam_text both = kam_speech_labelled(
        half->speech, KAM_LABEL_CHART_VALUE_SHARE,
        KAM_WORDS({"value", value}, {"share", kam_speech_share(half->speech, share)}));
    return kam_canvas_label_width(both, class) <= half->length ? both : value;
}

static void draw_figures(const struct half *half, struct kam_text figures, const char *class,
                         double y)
{
    kam_canvas_text(half->canvas, class,
                    half->figure == CUSTOMERS ? KAM_ANCHOR_END : KAM_ANCHOR_START, half->inner, y,
                    figures, half->length);
}

static void draw_half(const struct half *half)
{
    const struct kam_reportpyramid *pyramid = half->pyramid;
    bool is_left = half->figure == CUSTOMERS;
    enum kam_label label = is_left ? KAM_LABEL_COLUMN_CUSTOMERS : KAM_LABEL_COLUMN_REVENUE;

    draw_figures(half, kam_speech_label(half->speech, label), "strong", KAM_ASCENT);
    for (size_t i = 0; i < pyramid->tier_count; i++) {
        double y = TOP + ROW * (double)i;
        const char tier[] = {'t', i < 5 ? (char)('0' + i) : '5', '\0'};
        draw_figures(half, say_both(half, "small", &pyramid->now.tiers[i]), "small", y + FIGURES);
        draw_bar(half, tier, &pyramid->now.tiers[i], y + BAR, 0);
        if (pyramid->has_before)
            draw_bar(half, "before", &pyramid->before.tiers[i], y + BAR, OUTSIDE);
    }
    draw_figures(half, say(half->speech, &pyramid->now.all, half->figure), "small",
                 TOP + ROW * (double)pyramid->tier_count + 19);
}

/* ---- what both share ------------------------------------------------------------------------- */

static void draw_names(const struct kam_reportpyramid *pyramid, struct kam_speech *speech,
                       const struct kam_canvas *canvas, double middle)
{
    double below = TOP + ROW * (double)pyramid->tier_count;

    for (size_t i = 0; i < pyramid->tier_count; i++)
        kam_canvas_text(canvas, i < pyramid->key_tiers ? "strong" : "", KAM_ANCHOR_MIDDLE, middle,
                        TOP + ROW * (double)i + BAR + 14, pyramid->ladder->tiers.texts[i], NAMES);
    kam_canvas_line(canvas, "grid", BRACKET, below + 2, canvas->width, below + 2);
    kam_canvas_text(canvas, "small", KAM_ANCHOR_MIDDLE, middle, below + 19,
                    kam_speech_label(speech, KAM_LABEL_TOTAL), NAMES);
}

/* Beside the key tiers. */
static void draw_bracket(const struct kam_reportpyramid *pyramid, const struct kam_canvas *canvas)
{
    double top = TOP + 4, bottom = TOP + ROW * (double)pyramid->key_tiers - 6;

    kam_canvas_polyline(canvas, "axis", (double[]){6, top, 1, top, 1, bottom, 6, bottom}, 4);
}

static void draw_legend(const struct kam_reportpyramid *pyramid, struct kam_speech *speech,
                        const struct kam_canvas *canvas)
{
    struct kam_legend legend = {canvas, 0, canvas->height - 6};

    kam_canvas_polyline(
        canvas, "axis",
        (double[]){6, legend.y - 10, 1, legend.y - 10, 1, legend.y + 2, 6, legend.y + 2}, 4);
    legend.x = 11;
    kam_legend_add(&legend, NULL, kam_speech_label(speech, KAM_LABEL_CHART_KEY));
    if (pyramid->has_before)
        kam_legend_add(&legend, "before", kam_speech_label(speech, KAM_LABEL_CHART_BEFORE));
}

void kam_chartpyramid_draw(const struct kam_reportpyramid *pyramid, struct kam_speech *speech,
                           const struct kam_canvas *canvas)
{
    double length = (canvas->width - BRACKET - NAMES) / 2 - GAP;
    double left = BRACKET + length, right = canvas->width - length;
    const struct half customers = {
        pyramid, canvas, speech, CUSTOMERS, left, length, largest(pyramid, CUSTOMERS)};
    const struct half revenue = {
        pyramid, canvas, speech, REVENUE, right, length, largest(pyramid, REVENUE)};

    draw_half(&customers);
    draw_half(&revenue);
    draw_names(pyramid, speech, canvas, (left + right) / 2);
    draw_bracket(pyramid, canvas);
    draw_legend(pyramid, speech, canvas);
}
