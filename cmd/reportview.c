#include <config.h>

#include "report/chart.h"
#include "report/page.h"
#include "reportview.h"

#include <stdlib.h>

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
    if (view->files.by.len && (view->format != KAM_REPORT_HTML || !front->output))
        kam_front_usage(front, "--by writes pages, and -o has to say into which directory");
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

static enum kam_status write_form(struct kam_front *front, const struct kam_reportview *view,
                                  const struct kam_report *report, struct kam_output *output,
                                  struct kam_error *error)
{
    struct kam_speech speech = {.language = view->language};
    struct kam_markup markup = {output};
    enum kam_status status = KAM_OK;

    (void)front;
    switch (view->format) {
    case KAM_REPORT_HTML:
        status = kam_page_write(report, &speech, output, error);
        break;
    case KAM_REPORT_TEXT:
        status =
            kam_reporttext_write(report,
                                 &(struct kam_reporttext_options){
                                     view->width ? view->width : KAM_REPORTTEXT_DEFAULT, false},
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

/* All rows of TABLE. */
static bool all_rows(const struct kam_table *table, struct kam_reportrows *rows, uint32_t *items)
{
    for (size_t i = 0; i < table->count; i++)
        items[i] = (uint32_t)i;
    *rows = (struct kam_reportrows){items, table->count};
    return true;
}

static enum kam_status write_report(struct kam_front *front, const struct kam_reportview *view,
                                    const struct kam_reportsource *source, struct kam_error *error)
{
    struct kam_report_options options = view->report;
    struct kam_reportscope scope = {.is_part = false};
    struct kam_report report = {.source = NULL};
    const struct kam_table *tables[] = {&source->now.snapshot.table, &source->before.snapshot.table,
                                        &source->moves.table, &source->risks};
    struct kam_reportrows *rows[] = {&scope.now, &scope.before, &scope.moves, &scope.risks};
    uint32_t *items[4] = {NULL};
    struct kam_output *output;
    struct kam_writer writer;
    bool ok = true;

    for (size_t i = 0; i < 4 && ok; i++) {
        items[i] = malloc((tables[i]->count + 1) * sizeof **items);
        ok = items[i] && all_rows(tables[i], rows[i], items[i]);
    }
    enum kam_status status =
        ok ? find_key_tier(view, &source->ladder, &options, error) : kam_error_nomem(error);
    if (!status)
        status = kam_report_make(&report, source, &scope, &options, error);
    if (!status)
        status = kam_front_check_warnings(front, error);
    if (!status)
        status = kam_front_open_output(front, &output, &writer, error);
    if (!status) {
        status = write_form(front, view, &report, output, error);
        if (status)
            kam_output_discard(output);
        else
            status = kam_output_commit(output, error);
    }
    kam_report_free(&report);
    for (size_t i = 0; i < 4; i++)
        free(items[i]);
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
        status = write_report(front, view, &source, error);
    kam_reportsource_free(&source);
    kam_model_free(model);
    return status;
}
