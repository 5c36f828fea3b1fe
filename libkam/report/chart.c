#include "report/chart.h"

#include "report/chartboxes.h"
#include "report/chartbridge.h"
#include "report/chartflow.h"
#include "report/chartline.h"
#include "report/chartlorenz.h"
#include "report/chartpyramid.h"
#include "report/chartstyle.h"

#include <stdio.h>

enum {
    WIDTH = 460,
    MARGIN = 16, /* around a picture alone */
    HEAD = 48,   /* above it: what it is called, and the report that it is of */
};

/* A picture and the words for it. */
struct picture {
    const struct kam_report *report;
    enum kam_reportsection section;
    struct kam_speech *speech;
    struct kam_canvas canvas;
};

/* ---- the pictures ---------------------------------------------------------------------------- */

bool kam_chart_is_there(enum kam_reportsection section)
{
    return section == KAM_SECTION_PYRAMID || section == KAM_SECTION_LORENZ ||
           section == KAM_SECTION_NINEBOX || section == KAM_SECTION_FLOW ||
           section == KAM_SECTION_BRIDGE;
}

static double height_of(const struct kam_report *report, enum kam_reportsection section)
{
    switch ((int)section) {
    case KAM_SECTION_PYRAMID:
        return kam_chartpyramid_height(&report->pyramid);
    case KAM_SECTION_LORENZ:
        return kam_chartlorenz_height(&report->lorenz);
    case KAM_SECTION_NINEBOX:
        return kam_chartboxes_height(&report->boxes);
    case KAM_SECTION_FLOW:
        return kam_chartflow_height(&report->flow);
    case KAM_SECTION_BRIDGE:
        return kam_chartbridge_height(&report->flow);
    }
    return 0;
}

static struct kam_text describe(const struct picture *picture)
{
    const struct kam_report *report = picture->report;

    switch ((int)picture->section) {
    case KAM_SECTION_PYRAMID:
        return kam_chartpyramid_describe(&report->pyramid, picture->speech);
    case KAM_SECTION_LORENZ:
        return kam_chartlorenz_describe(&report->lorenz, picture->speech);
    case KAM_SECTION_NINEBOX:
        return kam_chartboxes_describe(&report->boxes, picture->speech);
    case KAM_SECTION_FLOW:
        return kam_chartflow_describe(&report->flow, picture->speech);
    case KAM_SECTION_BRIDGE:
        return kam_chartbridge_describe(&report->flow, picture->speech);
    }
    return KAM_TEXT("");
}

static void draw(const struct picture *picture)
{
    const struct kam_report *report = picture->report;

    switch ((int)picture->section) {
    case KAM_SECTION_PYRAMID:
        kam_chartpyramid_draw(&report->pyramid, picture->speech, &picture->canvas);
        break;
    case KAM_SECTION_LORENZ:
        kam_chartlorenz_draw(&report->lorenz, picture->speech, &picture->canvas);
        break;
    case KAM_SECTION_NINEBOX:
        kam_chartboxes_draw(&report->boxes, picture->speech, &picture->canvas);
        break;
    case KAM_SECTION_FLOW:
        kam_chartflow_draw(&report->flow, picture->speech, &picture->canvas);
        break;
    case KAM_SECTION_BRIDGE:
        kam_chartbridge_draw(&report->flow, picture->speech, &picture->canvas);
        break;
    }
}

/* ---- what is around them --------------------------------------------------------------------- */

/* The size of an svg element, whose upper left is at (-LEFT, -TOP). */
static void write_size(const struct kam_markup *markup, int left, int top, int width, int height)
{
    char attributes[160];

    snprintf(attributes, sizeof attributes, " width=\"%d\" height=\"%d\" viewBox=\"%d %d %d %d\"",
             width, height, -left, -top, width, height);
    kam_markup_raw(markup, attributes);
}

static void write_names(const struct picture *picture)
{
    const char *name = kam_reportsection_name(picture->section);
    enum kam_label label = kam_reportsection_label(picture->section);

    kam_markup_fill(picture->canvas.markup,
                    " role=\"img\" aria-labelledby=\"{name}-title {name}-desc\">\n"
                    "<title id=\"{name}-title\">{title}</title>\n"
                    "<desc id=\"{name}-desc\">{text}</desc>\n",
                    KAM_WORDS({"name", kam_text_of(name)},
                              {"title", kam_speech_label(picture->speech, label)},
                              {"text", describe(picture)}));
}

static void write_head(const struct picture *picture)
{
    enum kam_label label = kam_reportsection_label(picture->section);
    const struct kam_canvas *canvas = &picture->canvas;

    kam_canvas_text(canvas, "strong", KAM_ANCHOR_START, 0, -18 - KAM_LINE_TO_SMALL,
                    kam_speech_label(picture->speech, label), canvas->width);
    kam_canvas_text(canvas, "small muted", KAM_ANCHOR_START, 0, -18,
                    kam_report_title(picture->report, picture->speech), canvas->width);
}

void kam_chart_write(const struct kam_report *report, enum kam_reportsection section,
                     enum kam_chart_form form, struct kam_speech *speech,
                     const struct kam_markup *markup)
{
    struct picture picture = {report, section, speech, {markup, WIDTH, height_of(report, section)}};
    int height = (int)picture.canvas.height;
    bool is_alone = form == KAM_CHART_ALONE;

    kam_markup_raw(markup, is_alone ? "<svg xmlns=\"http://www.w3.org/2000/svg\"" : "<svg");
    kam_markup_raw(markup, " class=\"chart\"");
    if (is_alone)
        write_size(markup, MARGIN, MARGIN + HEAD, WIDTH + 2 * MARGIN, height + HEAD + 2 * MARGIN);
    else
        write_size(markup, 0, 0, WIDTH, height);
    write_names(&picture);
    if (is_alone) {
        kam_chartstyle_write(markup);
        kam_canvas_rect(&picture.canvas, "paper", -MARGIN, -MARGIN - HEAD, WIDTH + 2 * MARGIN,
                        height + HEAD + 2 * MARGIN);
        write_head(&picture);
    }
    draw(&picture);
    kam_markup_raw(markup, "</svg>\n");
}

void kam_chart_sparkline(const struct kam_decimal *line, size_t count, struct kam_text title,
                         const struct kam_markup *markup)
{
    struct kam_canvas canvas = {markup, KAM_CHARTLINE_WIDTH, KAM_CHARTLINE_HEIGHT};

    kam_markup_raw(markup, "<svg class=\"sparkline\"");
    write_size(markup, 0, 0, KAM_CHARTLINE_WIDTH, KAM_CHARTLINE_HEIGHT);
    kam_markup_fill(markup, " role=\"img\"><title>{title}</title>\n", KAM_WORDS({"title", title}));
    kam_chartline_draw(line, count, &canvas);
    kam_markup_raw(markup, "</svg>");
}
