#include "report/chartbridge.h"

#include "language/speechround.h"

enum {
    TOP = 26,
    ROW = 28,
    THICK = 18,  /* of a bar */
    TIP = 5,     /* of the arrow that it is */
    NAMES = 126, /* at most */
    BESIDE = 10, /* between columns */
    STUB = 28,   /* of a broken total, left of the break */
    TOOTH = 4,
    NOTE = 24,
    EDGE = 1, /* right of the last figures, which end where glyphs may lean over */
};

/* From left to right: names, customers, bars, revenue. */
struct waterfall {
    const struct kam_bridge *bridge;
    struct kam_speech *speech;
    const struct kam_canvas *canvas;
    double names, customers; /* the right sides of their columns */
    double left, right;      /* of the bars */
    double lowest, highest;
    bool is_broken;
};

/* ---- steps ----------------------------------------------------------------------------------- */

static bool is_total(enum kam_bridge_step step)
{
    return step == KAM_BRIDGE_OLD_TOTAL || step == KAM_BRIDGE_NEW_TOTAL;
}

/* Steps without anybody aren't shown. */
static bool is_shown(const struct kam_bridge *bridge, enum kam_bridge_step step)
{
    const struct kam_bridge_row *row = &bridge->steps[step];

    return is_total(step) || row->customers > 0 || kam_decimal_sign(row->revenue) != 0;
}

static double revenue_of(const struct kam_bridge *bridge, enum kam_bridge_step step)
{
    return kam_decimal_to_double(bridge->steps[step].revenue);
}

/* The smallest and the largest revenue on the way, and whether the way is too short to be seen. */
static void find_range(struct waterfall *fall)
{
    double running = 0, lowest, highest;

    lowest = highest = revenue_of(fall->bridge, KAM_BRIDGE_OLD_TOTAL);
    for (enum kam_bridge_step step = 0; step <= KAM_BRIDGE_NEW_TOTAL; step++) {
        running = step == KAM_BRIDGE_NEW_TOTAL ? revenue_of(fall->bridge, step)
                                               : running + revenue_of(fall->bridge, step);
        lowest = running < lowest ? running : lowest;
        highest = running > highest ? running : highest;
    }
    double way = highest - lowest;
    fall->is_broken = lowest > 0 && way > 0 && way * 3 < highest;
    fall->lowest = fall->is_broken ? lowest - way / 6 : lowest < 0 ? lowest : 0;
    fall->highest = highest > 0 ? highest : 0;
}

static bool is_broken(const struct kam_bridge *bridge)
{
    struct waterfall fall = {.bridge = bridge};

    find_range(&fall);
    return fall.is_broken;
}

double kam_chartbridge_height(const struct kam_reportflow *flow)
{
    double height = TOP;

    for (enum kam_bridge_step step = 0; step <= KAM_BRIDGE_NEW_TOTAL; step++)
        height += is_shown(&flow->bridge, step) ? ROW : 0;
    return height + (is_broken(&flow->bridge) ? NOTE : 0);
}

/* ---- words ----------------------------------------------------------------------------------- */

static struct kam_text say_revenue(const struct kam_bridge *bridge, struct kam_speech *speech,
                                   enum kam_bridge_step step)
{
    struct kam_decimal revenue = bridge->steps[step].revenue;

    return is_total(step) ? kam_speech_short(speech, revenue)
                          : kam_speech_short_delta(speech, revenue);
}

static struct kam_text say_steps(const struct kam_bridge *bridge, struct kam_speech *speech)
{
    struct kam_text steps[KAM_BRIDGE_STEPS];
    size_t count = 0;

    for (enum kam_bridge_step step = 0; step <= KAM_BRIDGE_NEW_TOTAL; step++) {
        enum kam_label label = kam_reportbridge_label(step);
        if (!is_total(step) && kam_decimal_sign(bridge->steps[step].revenue))
            steps[count++] =
                kam_speech_labelled(speech, KAM_LABEL_CHART_STEP,
                                    KAM_WORDS({"step", kam_speech_label(speech, label)},
                                              {"delta", say_revenue(bridge, speech, step)}));
    }
    return count ? kam_speech_enumerate(speech, steps, count)
                 : kam_speech_label(speech, KAM_LABEL_STEP_UNCHANGED);
}

struct kam_text kam_chartbridge_describe(const struct kam_reportflow *flow,
                                         struct kam_speech *speech)
{
    const struct kam_bridge *bridge = &flow->bridge;

    return kam_speech_labelled(speech, KAM_LABEL_CHART_BRIDGE,
                               KAM_WORDS({"old", say_revenue(bridge, speech, KAM_BRIDGE_OLD_TOTAL)},
                                         {"new", say_revenue(bridge, speech, KAM_BRIDGE_NEW_TOTAL)},
                                         {"delta", kam_speech_short_delta(speech, bridge->change)},
                                         {"steps", say_steps(bridge, speech)}));
}

/* ---- columns --------------------------------------------------------------------------------- */

static struct kam_text say_step(const struct waterfall *fall, enum kam_bridge_step step)
{
    return kam_speech_label(fall->speech, kam_reportbridge_label(step));
}

static struct kam_text say_customers(const struct waterfall *fall, enum kam_bridge_step step)
{
    return kam_speech_count(fall->speech, (size_t)fall->bridge->steps[step].customers);
}

static double wider(double width, struct kam_text text, const char *class)
{
    double other = kam_canvas_label_width(text, class);

    return other > width ? other : width;
}

/* As wide as what stands in them; bars have the rest. */
static void find_columns(struct waterfall *fall)
{
    const struct kam_canvas *canvas = fall->canvas;
    double names = 0, customers = 0, revenue = 0, most = canvas->width * 2 / 5;

    for (enum kam_bridge_step step = 0; step <= KAM_BRIDGE_NEW_TOTAL; step++)
        if (is_shown(fall->bridge, step)) {
            const char *class = is_total(step) ? "strong" : "";
            names = wider(names, say_step(fall, step), class);
            customers = wider(customers, say_customers(fall, step), "small muted");
            revenue = wider(revenue, say_revenue(fall->bridge, fall->speech, step), class);
        }
    fall->names = names < NAMES ? names : NAMES;
    fall->customers = fall->names + BESIDE + (customers < most / 2 ? customers : most / 2);
    fall->left = fall->customers + BESIDE;
    fall->right = canvas->width - EDGE - (revenue < most ? revenue : most) - BESIDE;
}

/* Where REVENUE is, right of the break, if there is one. */
static double across(const struct waterfall *fall, double revenue)
{
    double from = fall->left + (fall->is_broken ? STUB : 0), range = fall->highest - fall->lowest;

    return range > 0 ? from + (revenue - fall->lowest) / range * (fall->right - from) : from;
}

/* ---- bars ------------------------------------------------------------------------------------ */

/* The bar of a total that is broken, in two pieces with teeth. */
static void draw_broken(const struct waterfall *fall, double right, double top)
{
    double at = fall->left + STUB - 14, beyond = at + 6, left = fall->left;
    double bottom = top + THICK, third = THICK / 3.0;

    kam_canvas_polygon(fall->canvas, "total",
                       (double[]){left, top, at + TOOTH, top, at, top + third, at + TOOTH,
                                  top + 2 * third, at, bottom, left, bottom},
                       6);
    kam_canvas_polygon(fall->canvas, "total",
                       (double[]){beyond + TOOTH, top, right, top, right, bottom, beyond, bottom,
                                  beyond + TOOTH, top + 2 * third, beyond, top + third},
                       6);
}

static void draw_total(const struct waterfall *fall, double revenue, double top)
{
    double zero = fall->is_broken ? fall->left : across(fall, 0), end = across(fall, revenue);

    if (fall->is_broken)
        draw_broken(fall, end, top);
    else
        kam_canvas_rect(fall->canvas, "total", zero < end ? zero : end, top,
                        zero < end ? end - zero : zero - end, THICK);
}

/* A change from one revenue to another: an arrow to where it leads. */
static void draw_change(const struct waterfall *fall, double from, double to, double top)
{
    double start = across(fall, from), end = across(fall, to), bottom = top + THICK;
    double tip = to > from ? TIP : -TIP, length = to > from ? end - start : start - end;
    const char *class = to > from ? "gain" : "loss";

    if (!(to > from) && !(to < from))
        kam_canvas_line(fall->canvas, "axis", start, top, start, bottom);
    else if (length < TIP + 1)
        kam_canvas_rect(fall->canvas, class, to > from ? start : start - (length > 2 ? length : 2),
                        top, length > 2 ? length : 2, THICK);
    else
        kam_canvas_polygon(fall->canvas, class,
                           (double[]){start, top, end - tip, top, end, top + THICK / 2.0, end - tip,
                                      bottom, start, bottom},
                           5);
}

static void draw_words(const struct waterfall *fall, enum kam_bridge_step step, double baseline)
{
    const char *class = is_total(step) ? "strong" : "";
    const struct kam_canvas *canvas = fall->canvas;

    kam_canvas_text(canvas, class, KAM_ANCHOR_START, 0, baseline, say_step(fall, step),
                    fall->names);
    kam_canvas_text(canvas, "small muted", KAM_ANCHOR_END, fall->customers, baseline,
                    say_customers(fall, step), fall->customers - fall->names - BESIDE);
    kam_canvas_text(canvas, class, KAM_ANCHOR_END, canvas->width - EDGE, baseline,
                    say_revenue(fall->bridge, fall->speech, step),
                    canvas->width - EDGE - fall->right - BESIDE);
}

/* All steps, each tied to the one before by a line where that ended. */
static void draw_steps(const struct waterfall *fall)
{
    double running = 0, y = TOP;

    for (enum kam_bridge_step step = 0; step <= KAM_BRIDGE_NEW_TOTAL; step++) {
        double revenue = revenue_of(fall->bridge, step), top = y + (ROW - THICK) / 2.0;
        if (!is_shown(fall->bridge, step))
            continue;
        if (step != KAM_BRIDGE_OLD_TOTAL)
            kam_canvas_line(fall->canvas, "axis", across(fall, running), top - ROW + THICK,
                            across(fall, running), top);
        draw_words(fall, step, y + 19);
        if (is_total(step))
            draw_total(fall, revenue, top);
        else
            draw_change(fall, running, running + revenue, top);
        running = is_total(step) ? revenue : running + revenue;
        y += ROW;
    }
}

void kam_chartbridge_draw(const struct kam_reportflow *flow, struct kam_speech *speech,
                          const struct kam_canvas *canvas)
{
    struct waterfall fall = {.bridge = &flow->bridge, .speech = speech, .canvas = canvas};
    double bottom = canvas->height;

    find_range(&fall);
    find_columns(&fall);
    kam_canvas_text(canvas, "small muted", KAM_ANCHOR_END, fall.customers, KAM_ASCENT_SMALL,
                    kam_speech_label(speech, KAM_LABEL_COLUMN_CUSTOMERS), fall.customers);
    kam_canvas_text(canvas, "small muted", KAM_ANCHOR_END, canvas->width - EDGE, KAM_ASCENT_SMALL,
                    kam_speech_label(speech, KAM_LABEL_COLUMN_REVENUE),
                    canvas->width - EDGE - fall.right - BESIDE);
    if (!fall.is_broken)
        kam_canvas_line(canvas, "grid", across(&fall, 0), TOP, across(&fall, 0), bottom);
    draw_steps(&fall);
    if (fall.is_broken)
        kam_canvas_text(canvas, "small muted", KAM_ANCHOR_START, 0, bottom - 6,
                        kam_speech_label(speech, KAM_LABEL_CHART_BROKEN), canvas->width);
}
