#include "report/chartflow.h"

#include "report/flowbands.h"
#include "report/legend.h"
#include "report/spread.h"

enum {
    TOP = 28, /* above the first tier: what the two sides are called */
    NODE = 10,
    LEFT = 94, /* of the tiers before; their names stand to its left */
    RIGHT = 296,
    COUNTS = RIGHT + NODE + 6,
    NAME_LINES = KAM_LINE + KAM_LINE_SMALL, /* of a tier: what it is called, its customers */
    COUNTED = 14,                           /* so many bands have their numbers */
    NOTE = 20,
};

static const char *const marks[] = {
    [KAM_FLOWBAND_SAME] = "",  [KAM_FLOWBAND_UP] = "▲",   [KAM_FLOWBAND_DOWN] = "▼",
    [KAM_FLOWBAND_CAME] = "+", [KAM_FLOWBAND_LEFT] = "-",
};

static const char *const classes[] = {
    [KAM_FLOWBAND_SAME] = "band same", [KAM_FLOWBAND_UP] = "band up",
    [KAM_FLOWBAND_DOWN] = "band down", [KAM_FLOWBAND_CAME] = "band new",
    [KAM_FLOWBAND_LEFT] = "band lost",
};

static bool is_all_counted(const struct kam_reportflow *flow)
{
    return kam_flowbands_moving(&flow->transition) <= COUNTED;
}

double kam_chartflow_height(const struct kam_reportflow *flow)
{
    return TOP + kam_flowbands_height(&flow->transition) + 34 + NOTE +
           (is_all_counted(flow) ? 0 : NOTE);
}

struct kam_text kam_chartflow_describe(const struct kam_reportflow *flow, struct kam_speech *speech)
{
    size_t sums[KAM_FLOWBAND_KINDS];

    kam_flowbands_sums(&flow->transition, sums);
    return kam_speech_labelled(
        speech, KAM_LABEL_CHART_FLOW,
        KAM_WORDS({"same", kam_speech_count(speech, sums[KAM_FLOWBAND_SAME])},
                  {"up", kam_speech_count(speech, sums[KAM_FLOWBAND_UP])},
                  {"down", kam_speech_count(speech, sums[KAM_FLOWBAND_DOWN])},
                  {"new", kam_speech_count(speech, sums[KAM_FLOWBAND_CAME])},
                  {"lost", kam_speech_count(speech, sums[KAM_FLOWBAND_LEFT])}));
}

/* ---- tiers ----------------------------------------------------------------------------------- */

static struct kam_text name_of(const struct kam_flowbands *bands, struct kam_speech *speech,
                               size_t node, enum kam_flowside side)
{
    const struct kam_ladder *ladder = bands->transition->diff->ladder;
    bool is_before = side == KAM_FLOWSIDE_BEFORE;

    switch (kam_flowbands_role(bands->transition, node)) {
    case KAM_FLOWROLE_TIER:
        return ladder->tiers.texts[node];
    case KAM_FLOWROLE_PART:
        return kam_speech_label(speech, is_before ? KAM_LABEL_MOVE_SPLIT : KAM_LABEL_MOVE_MERGED);
    case KAM_FLOWROLE_ABSENT:
        break;
    }
    return kam_speech_label(speech, is_before ? KAM_LABEL_CHART_ARRIVED : KAM_LABEL_MOVE_LOST);
}

static const char *class_of(const struct kam_flowbands *bands, size_t node, enum kam_flowside side)
{
    static const char *const tiers[] = {"t0", "t1", "t2", "t3", "t4", "t5"};

    if (kam_flowbands_role(bands->transition, node) != KAM_FLOWROLE_TIER)
        return side == KAM_FLOWSIDE_BEFORE ? "new" : "lost";
    return tiers[node < 5 ? node : 5];
}

/* The bars of SIDE, and beside each what it is called and how many customers it has. */
static void draw_nodes(const struct kam_flowbands *bands, struct kam_speech *speech,
                       const struct kam_canvas *canvas, enum kam_flowside side, double names)
{
    const struct kam_flownode *nodes = bands->nodes[side];
    bool is_before = side == KAM_FLOWSIDE_BEFORE;
    enum kam_anchor anchor = is_before ? KAM_ANCHOR_END : KAM_ANCHOR_START;
    double *places = kam_flowbands_places(bands, side, &speech->arena);
    double room = is_before ? names : canvas->width - names;
    size_t shown = 0;

    if (!places) {
        speech->failed = true;
        return;
    }
    kam_spread(places, bands->shown[side], NAME_LINES, TOP + NAME_LINES / 2.0,
               TOP + bands->height - NAME_LINES / 2.0);
    for (size_t i = 0; i < bands->size; i++) {
        if (!nodes[i].is_shown)
            continue;
        double y = places[shown++] - NAME_LINES / 2.0 + KAM_ASCENT;
        kam_canvas_rect(canvas, class_of(bands, i, side), is_before ? LEFT : RIGHT, nodes[i].top,
                        NODE, nodes[i].height > 1 ? nodes[i].height : 1);
        kam_canvas_text(canvas, "", anchor, names, y, name_of(bands, speech, i, side), room);
        kam_canvas_text(canvas, "small muted", anchor, names, y + KAM_LINE_TO_SMALL,
                        kam_speech_count(speech, nodes[i].customers), room);
    }
}

/* ---- bands ----------------------------------------------------------------------------------- */

static void draw_bands(const struct kam_flowbands *bands, const struct kam_canvas *canvas)
{
    for (size_t i = 0; i < bands->count; i++) {
        const struct kam_flowband *band = &bands->items[i];
        kam_canvas_band(canvas, classes[band->kind], LEFT + NODE, band->top[KAM_FLOWSIDE_BEFORE],
                        RIGHT, band->top[KAM_FLOWSIDE_NOW], band->thickness);
    }
}

static struct kam_text say_count(struct kam_speech *speech, const struct kam_flowband *band)
{
    return kam_speech_labelled(speech, KAM_LABEL_CHART_MARKED,
                               KAM_WORDS({"mark", kam_text_of(marks[band->kind])},
                                         {"count", kam_speech_count(speech, band->customers)}));
}

/* The numbers of the largest bands that move, where they end; how far to the right that reaches. */
static double draw_counts(const struct kam_flowbands *bands, struct kam_speech *speech,
                          const struct kam_canvas *canvas)
{
    const struct kam_flowband *counted[COUNTED];
    double places[COUNTED], right = COUNTS;
    size_t count = kam_flowbands_largest(bands, counted, COUNTED);

    for (size_t i = 0; i < count; i++)
        places[i] = counted[i]->top[KAM_FLOWSIDE_NOW] + counted[i]->thickness / 2;
    kam_spread(places, count, KAM_LINE_SMALL, TOP + 6, TOP + bands->height - 6);
    for (size_t i = 0; i < count; i++) {
        double middle = counted[i]->top[KAM_FLOWSIDE_NOW] + counted[i]->thickness / 2;
        struct kam_text text = say_count(speech, counted[i]);
        double end = COUNTS + 6 + kam_canvas_label_width(text, "small");
        kam_canvas_line(canvas, "axis", RIGHT + NODE, middle, COUNTS + 3, places[i]);
        kam_canvas_text(canvas, "small", KAM_ANCHOR_START, COUNTS + 6, places[i] + 4, text, 0);
        right = end > right ? end : right;
    }
    return right;
}

/* ---- words ----------------------------------------------------------------------------------- */

static void draw_legend(const struct kam_reportflow *flow, struct kam_speech *speech,
                        const struct kam_canvas *canvas, double y)
{
    static const struct {
        enum kam_flowband_kind kind;
        enum kam_label label;
    } items[] = {
        {KAM_FLOWBAND_UP, KAM_LABEL_MOVE_UP},         {KAM_FLOWBAND_DOWN, KAM_LABEL_MOVE_DOWN},
        {KAM_FLOWBAND_CAME, KAM_LABEL_CHART_ARRIVED}, {KAM_FLOWBAND_LEFT, KAM_LABEL_MOVE_LOST},
        {KAM_FLOWBAND_SAME, KAM_LABEL_MOVE_SAME},
    };
    struct kam_legend legend = {canvas, 0, y};

    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        struct kam_text word = kam_speech_label(speech, items[i].label);
        struct kam_text mark = kam_text_of(marks[items[i].kind]);
        if (mark.len)
            word = kam_speech_labelled(speech, KAM_LABEL_MOVE_MARK,
                                       KAM_WORDS({"mark", mark}, {"move", word}));
        kam_legend_add(&legend, classes[items[i].kind], word);
    }
    kam_canvas_text(canvas, "small muted", KAM_ANCHOR_START, 0, legend.y + NOTE,
                    kam_speech_label(speech, KAM_LABEL_CHART_FLOW_SCALE), canvas->width);
    if (!is_all_counted(flow))
        kam_canvas_text(
            canvas, "small muted", KAM_ANCHOR_START, 0, legend.y + 2 * NOTE,
            kam_speech_labelled(speech, KAM_LABEL_CHART_FLOW_LARGEST,
                                KAM_WORDS({"count", kam_speech_count(speech, COUNTED)})),
            canvas->width);
}

void kam_chartflow_draw(const struct kam_reportflow *flow, struct kam_speech *speech,
                        const struct kam_canvas *canvas)
{
    struct kam_flowbands bands;

    if (!kam_flowbands_make(&bands, &flow->transition, TOP, &speech->arena)) {
        speech->failed = true;
        return;
    }
    kam_canvas_text(canvas, "strong", KAM_ANCHOR_END, LEFT + NODE, KAM_ASCENT,
                    kam_speech_label(speech, KAM_LABEL_CHART_FROM), LEFT + NODE);
    kam_canvas_text(canvas, "strong", KAM_ANCHOR_START, RIGHT, KAM_ASCENT,
                    kam_speech_label(speech, KAM_LABEL_CHART_TO), canvas->width - RIGHT);
    draw_bands(&bands, canvas);
    double right = draw_counts(&bands, speech, canvas);
    draw_nodes(&bands, speech, canvas, KAM_FLOWSIDE_BEFORE, LEFT - 6);
    draw_nodes(&bands, speech, canvas, KAM_FLOWSIDE_NOW, right + 6);
    draw_legend(flow, speech, canvas, TOP + bands.height + 26);
}
