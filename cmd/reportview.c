#include <config.h>

#include "report/chart.h"
#include "report/page.h"
#include "reportpages.h"
#include "reportview.h"
#include "terminal.h"

enum { TOP_DEFAULT = 20 };

struct kam_reportview kam_reportview_default(void)
{
    return (struct kam_reportview){
        .report.top = TOP_DEFAULT,
        .chart = KAM_SECTIONS,
        .language = kam_language_at(0),
        .threads = kam_front_processors(),
    };
}

/* ---- options --------------------------------------------------------------------------------- */

void kam_reportview_take_format(const struct kam_front *front, struct kam_reportview *view,
                                const char *argument)
{
    static const char *const names[] = {"html", "text", "svg"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(argument, names[i]) == 0) {
            view->format = (enum kam_report_format)i;
            return;
        }
    kam_front_usage(front, "--format: %s: html, text or svg is needed",
                    kam_show(kam_text_of(argument)).s);
}

void kam_reportview_take_chart(const struct kam_front *front, struct kam_reportview *view,
                               const char *argument)
{
    for (int i = 0; i < KAM_SECTIONS; i++) {
        enum kam_reportsection section = (enum kam_reportsection)i;
        if (kam_chart_is_there(section) && strcmp(argument, kam_reportsection_name(section)) == 0) {
            view->chart = section;
            return;
        }
    }
    kam_front_usage(front, "--chart: %s: pyramid, lorenz, ninebox, flow or bridge is needed",
                    kam_show(kam_text_of(argument)).s);
}

void kam_reportview_take_by(const struct kam_front *front, struct kam_reportview *view,
                            const char *argument)
{
    if (*argument == '\0')
        kam_front_usage(front, "--by: a column is needed");
    view->files.by = kam_text_of(argument);
}

static void check_inputs(const struct kam_front *front, const struct kam_reportview *view)
{
    const char *const inputs[] = {view->files.snapshot, view->files.previous, view->files.moves,
                                  view->files.risks};
    size_t standard = 0;

    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        standard += inputs[i] && strcmp(inputs[i], "-") == 0;
    if (standard > 1)
        kam_front_usage(front, "only one of the files can be standard input");
}

/* The terminal, if a text goes there; else a mail, or a file that may become one. */
static void find_width(const struct kam_front *front, struct kam_reportview *view)
{
    bool is_standard = !front->output || strcmp(front->output, "-") == 0;
    size_t columns = is_standard ? kam_terminal_columns() : 0;

    view->colours = is_standard && kam_terminal_has_colours();
    if (view->width)
        return;
    view->width = columns ? columns : KAM_REPORTTEXT_DEFAULT;
    if (view->width < KAM_REPORTTEXT_LEAST)
        view->width = KAM_REPORTTEXT_LEAST;
    if (view->width > KAM_REPORTTEXT_MOST)
        view->width = KAM_REPORTTEXT_MOST;
}

void kam_reportview_check(const struct kam_front *front, struct kam_reportview *view)
{
    if (front->file_count > 1)
        kam_front_usage(front, "one snapshot is needed; %zu given", front->file_count);
    view->files.snapshot = front->file_count ? front->files[0] : "-";
    check_inputs(front, view);
    if (view->format == KAM_REPORT_SVG && view->chart == KAM_SECTIONS)
        kam_front_usage(front, "--format svg needs --chart, which says what picture");
    if (view->format != KAM_REPORT_SVG && view->chart != KAM_SECTIONS)
        kam_front_usage(front, "--chart goes with --format svg only");
    if (view->format != KAM_REPORT_TEXT && view->width)
        kam_front_usage(front, "--width goes with --format text only");
    if (view->files.by.len && view->format != KAM_REPORT_HTML)
        kam_front_usage(front, "--by goes with --format html only");
    if (view->files.by.len && (!front->output || strcmp(front->output, "-") == 0))
        kam_front_usage(front, "--by writes pages, and -o has to say into which directory");
    if (view->format == KAM_REPORT_TEXT)
        find_width(front, view);
    if (view->files.by.len && front->gzip)
        kam_front_usage(front, "--gzip isn't for --by: links lead to pages as browsers open them");
}

/* ---- what is written ------------------------------------------------------------------------- */

static enum kam_status find_key_tier(const struct kam_reportview *view,
                                     const struct kam_ladder *ladder,
                                     struct kam_report_options *options, struct kam_error *error)
{
    if (!view->key_tier)
        return KAM_OK;
    uint32_t step = kam_map_find(&ladder->tiers, kam_text_of(view->key_tier));
    if (step == KAM_NONE)
        return kam_error_set(error, KAM_USAGE, "--key-tier: %s: there is no such tier",
                             kam_show(kam_text_of(view->key_tier)).s);
    options->key_tiers = step + 1;
    return KAM_OK;
}

static enum kam_status write_form(const struct kam_reportview *view,
                                  const struct kam_report *report, struct kam_output *output,
                                  struct kam_error *error)
{
    struct kam_speech speech = {.language = view->language};
    struct kam_markup markup = {output};
    enum kam_status status = KAM_OK;

    switch (view->format) {
    case KAM_REPORT_HTML:
        status = kam_page_write(report, &speech, output, error);
        break;
    case KAM_REPORT_TEXT:
        status = kam_reporttext_write(report,
                                      &(struct kam_reporttext_options){view->width, view->colours},
                                      &speech, output, error);
        break;
    case KAM_REPORT_SVG:
        kam_chart_write(report, view->chart, KAM_CHART_ALONE, &speech, &markup);
        status = speech.failed ? kam_error_nomem(error) : KAM_OK;
        break;
    }
    kam_speech_free(&speech);
    return status;
}

/* A picture alone has no page beside it that would say what it lacks. */
static enum kam_status check_chart(const struct kam_reportview *view,
                                   const struct kam_report *report, struct kam_error *error)
{
    struct kam_speech speech = {.language = kam_language_at(0)};
    const struct kam_lack *lack =
        view->format == KAM_REPORT_SVG ? kam_reportsection_lack(report, view->chart) : NULL;
    enum kam_status status = KAM_OK;

    if (lack) {
        struct kam_text sentence = kam_lack_say(lack, &speech);
        (void)!kam_text_take_back(&sentence, KAM_TEXT("."));
        status = speech.failed ? kam_error_nomem(error)
                               : kam_error_set(error, KAM_DATA, "--chart %s: %.*s",
                                               kam_reportsection_name(view->chart),
                                               (int)sentence.len, sentence.ptr);
    }
    kam_speech_free(&speech);
    return status;
}

/* For --verbose: how many it is about, and what it can't show. */
static void note(const struct kam_front *front, const struct kam_report *report)
{
    const struct kam_reportlayers *now = &report->pyramid.now;
    struct kam_buffer text = {NULL, 0, 0};
    const char *between = "; something is lacking for ";
    bool ok = kam_buffer_printf(&text, "%zu customers, %zu of them key accounts",
                                now->all.customers, now->key.customers);

    for (int i = 0; i < KAM_SECTIONS && ok; i++)
        if (kam_reportsection_lack(report, (enum kam_reportsection)i)) {
            ok = kam_buffer_printf(&text, "%s%s", between,
                                   kam_reportsection_name((enum kam_reportsection)i));
            between = ", ";
        }
    if (ok)
        kam_front_note(front, "%s", text.ptr);
    kam_buffer_free(&text);
}

/* A report of all. */
static enum kam_status write_one(struct kam_front *front, const struct kam_reportview *view,
                                 const struct kam_reportsource *source,
                                 const struct kam_reportscope *scope,
                                 const struct kam_report_options *options, struct kam_error *error)
{
    struct kam_report report = {.source = NULL};
    struct kam_output *output;
    struct kam_writer writer;
    enum kam_status status = kam_report_make(&report, source, scope, options, error);

    if (!status)
        status = check_chart(view, &report, error);
    if (!status)
        status = kam_front_check_warnings(front, error);
    if (!status)
        status = kam_front_open_output(front, &output, &writer, error);
    if (!status) {
        status = write_form(view, &report, output, error);
        if (status)
            kam_output_discard(output);
        else
            status = kam_output_commit(output, error);
    }
    if (!status)
        note(front, &report);
    kam_report_free(&report);
    return status;
}

static enum kam_status write_parts(struct kam_front *front, const struct kam_reportview *view,
                                   const struct kam_reportsource *source, struct kam_error *error)
{
    struct kam_report_options options = view->report;
    struct kam_reportparts parts = {.count = 0};
    enum kam_status status = find_key_tier(view, &source->ladder, &options, error);

    if (!status)
        status = kam_reportparts_make(&parts, source, error);
    if (!status)
        status = view->files.by.len
                     ? kam_reportpages_write(front, source, &parts, &options, view->language, error)
                     : write_one(front, view, source, parts.items, &options, error);
    kam_reportparts_free(&parts);
    return status;
}

enum kam_status kam_reportview_run(struct kam_front *front, const struct kam_reportview *view,
                                   struct kam_error *error)
{
    struct kam_reportsource source = {.threads = 0};
    struct kam_model *model = NULL;
    enum kam_status status = kam_front_model(front, &model, error);

    if (!status) {
        struct kam_reader_options reader = kam_front_reader_options(front);
        status = kam_reportsource_read(&source, &view->files, model, &reader, view->threads, error);
    }
    if (!status)
        status = write_parts(front, view, &source, error);
    kam_reportsource_free(&source);
    kam_model_free(model);
    return status;
}
