#include "report/chartlorenz.h"

#include "language/speechround.h"

enum {
    LEFT = 44,
    RIGHT = 14,
    TOP = 30,
    SIDE = 300, /* how high the square of all is */
    BOTTOM = 44,
    TICKS = 5,
    LINE = KAM_LINE + 1,
    KEY = 26, /* what they leave to the shape that they are about */
};

static const double top_share_from = 0.8;

double kam_chartlorenz_height(const struct kam_reportlorenz *lorenz)
{
    (void)lorenz;
    return TOP + SIDE + BOTTOM;
}

/* ---- words ----------------------------------------------------------------------------------- */

static struct kam_text say_gini(const struct kam_reportlorenz *lorenz, struct kam_speech *speech)
{
    struct kam_decimal gini;

    if (kam_decimal_round(lorenz->gini, 3, &gini) != KAM_NUMBER_OK)
        gini = lorenz->gini;
    return kam_speech_number(speech, gini);
}

struct kam_text kam_chartlorenz_describe(const struct kam_reportlorenz *lorenz,
                                         struct kam_speech *speech)
{
    if (!lorenz->is_known)
        return kam_speech_label(speech, KAM_LABEL_NO_REVENUE);
    return kam_speech_labelled(speech, KAM_LABEL_CHART_LORENZ,
                               KAM_WORDS({"share", kam_speech_share(speech, lorenz->top_share)},
                                         {"count", kam_speech_count(speech, lorenz->few_customers)},
                                         {"few", kam_speech_share(speech, lorenz->few)},
                                         {"gini", say_gini(lorenz, speech)}));
}

/* ---- axes ------------------------------------------------------------------------------------ */

static double across(const struct kam_canvas *canvas, double share)
{
    return LEFT + share * (canvas->width - LEFT - RIGHT);
}

static double down(double share)
{
    return TOP + (1 - share) * SIDE;
}

/* At I of TICKS, with its lines, which leave the room above the diagonal to words; 0 once. */
static void draw_tick(const struct kam_canvas *canvas, struct kam_speech *speech, int i)
{
    double share = i / (double)TICKS;
    struct kam_decimal percent = kam_decimal_of((int64_t)i * 100 / TICKS);
    struct kam_text text = kam_speech_labelled(
        speech, KAM_LABEL_CHART_PERCENT, KAM_WORDS({"number", kam_speech_number(speech, percent)}));
    enum kam_anchor anchor = i == TICKS ? KAM_ANCHOR_END : KAM_ANCHOR_MIDDLE;

    kam_canvas_line(canvas, "grid", across(canvas, share), down(share), across(canvas, 1),
                    down(share));
    kam_canvas_line(canvas, "grid", across(canvas, share), down(0), across(canvas, share),
                    down(share));
    if (i > 0)
        kam_canvas_text(canvas, "small muted", KAM_ANCHOR_END, LEFT - 6, down(share) + 4, text, 0);
    kam_canvas_text(canvas, "small muted", anchor, across(canvas, share) + (i == TICKS ? 6 : 0),
                    down(0) + 18, text, 0);
}

static void draw_axes(const struct kam_canvas *canvas, struct kam_speech *speech)
{
    for (int i = 0; i <= TICKS; i++)
        draw_tick(canvas, speech, i);
    kam_canvas_polyline(canvas, "axis",
                        (double[]){across(canvas, 0), down(1), across(canvas, 0), down(0),
                                   across(canvas, 1), down(0)},
                        3);
    kam_canvas_text(canvas, "small", KAM_ANCHOR_START, 0, KAM_ASCENT_SMALL,
                    kam_speech_label(speech, KAM_LABEL_CHART_AXIS_REVENUE), canvas->width);
    kam_canvas_text(canvas, "small", KAM_ANCHOR_END, across(canvas, 1),
                    down(0) + 18 + KAM_LINE_SMALL,
                    kam_speech_label(speech, KAM_LABEL_CHART_AXIS_CUSTOMERS), canvas->width);
}

/* ---- curve ----------------------------------------------------------------------------------- */

/* The curve, and the area between it and the diagonal, which begins and ends where it does. */
static void draw_curve(const struct kam_canvas *canvas, const struct kam_reportlorenz *lorenz)
{
    double points[2 * KAM_LORENZ_POINTS];

    for (size_t i = 0; i < lorenz->count; i++) {
        points[2 * i] = across(canvas, kam_decimal_to_double(lorenz->points[i].customers));
        points[2 * i + 1] = down(kam_decimal_to_double(lorenz->points[i].revenue));
    }
    kam_canvas_polygon(canvas, "area", points, lorenz->count);
    kam_canvas_line(canvas, "axis", across(canvas, 0), down(0), across(canvas, 1), down(1));
    kam_canvas_polyline(canvas, "curve", points, lorenz->count);
}

/* From where the largest 20 % begin up to all: what they bring. */
static void draw_point(const struct kam_canvas *canvas, const struct kam_reportlorenz *lorenz)
{
    double x = across(canvas, top_share_from);
    double y = down(1 - kam_decimal_to_double(lorenz->top_share));

    kam_canvas_line(canvas, "guide", x, y, x, down(1));
    kam_canvas_line(canvas, "guide", x, y, across(canvas, 1), y);
    kam_canvas_circle(canvas, "mark", x, y, 5);
}

static double baseline_of(int line)
{
    return TOP + 16 + LINE * line;
}

/* Above the diagonal there is never a curve: LINE of the words has room up to it. */
static void draw_words(const struct kam_canvas *canvas, const char *class, int line,
                       struct kam_text text)
{
    double y = baseline_of(line), x = across(canvas, 0) + KEY;
    double diagonal = across(canvas, 1 - (y + 6 - TOP) / SIDE);
    double guide = across(canvas, top_share_from);

    kam_canvas_text(canvas, class, KAM_ANCHOR_START, x, y, text,
                    (diagonal < guide ? diagonal : guide) - 8 - x);
}

void kam_chartlorenz_draw(const struct kam_reportlorenz *lorenz, struct kam_speech *speech,
                          const struct kam_canvas *canvas)
{
    draw_axes(canvas, speech);
    if (!lorenz->is_known) {
        draw_words(canvas, "", 0, kam_speech_label(speech, KAM_LABEL_NO_REVENUE));
        return;
    }
    draw_curve(canvas, lorenz);
    draw_point(canvas, lorenz);
    kam_canvas_circle(canvas, "mark", across(canvas, 0) + KEY / 2.0, baseline_of(0) - 5, 5);
    kam_canvas_rect(canvas, "area", across(canvas, 0) + KEY / 2.0 - 6, baseline_of(2) - 11, 12, 12);
    draw_words(
        canvas, "strong", 0,
        kam_speech_labelled(speech, KAM_LABEL_CHART_TOP_FIFTH,
                            KAM_WORDS({"share", kam_speech_share(speech, lorenz->top_share)})));
    draw_words(
        canvas, "small", 1,
        kam_speech_labelled(speech, KAM_LABEL_CHART_FEW,
                            KAM_WORDS({"count", kam_speech_count(speech, lorenz->few_customers)},
                                      {"share", kam_speech_share(speech, lorenz->few)})));
    draw_words(canvas, "small", 2,
               kam_speech_labelled(speech, KAM_LABEL_CHART_GINI,
                                   KAM_WORDS({"gini", say_gini(lorenz, speech)})));
}
