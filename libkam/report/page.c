#include "report/page.h"

#include "report/pageframe.h"
#include "report/pagekey.h"
#include "report/pagesection.h"

/* The questions of a reader, and the sections that answer each. */
static const struct {
    const char *name;
    enum kam_label label;
    enum kam_reportsection first, last;
} questions[] = {
    {"key", KAM_LABEL_HEAD_KEY, KAM_SECTION_PYRAMID, KAM_SECTION_LORENZ},
    {"who", KAM_LABEL_HEAD_WHO, KAM_SECTION_TOP, KAM_SECTION_FLAGGED},
    {"moved", KAM_LABEL_HEAD_MOVED, KAM_SECTION_FLOW, KAM_SECTION_MOVERS},
    {"invest", KAM_LABEL_HEAD_INVEST, KAM_SECTION_NINEBOX, KAM_SECTION_NINEBOX},
    {"worry", KAM_LABEL_HEAD_WORRY, KAM_SECTION_RISKS, KAM_SECTION_RISKS},
};

enum { QUESTIONS = sizeof questions / sizeof *questions };

static void write_contents(struct kam_speech *speech, const struct kam_markup *markup)
{
    kam_markup_fill(markup, "<nav aria-label=\"{contents}\">\n<ul>\n",
                    KAM_WORDS({"contents", kam_speech_label(speech, KAM_LABEL_CONTENTS)}));
    for (int i = 0; i < KAM_SECTIONS; i++) {
        enum kam_reportsection section = (enum kam_reportsection)i;
        kam_markup_fill(
            markup, "<li><a href=\"#{name}\">{label}</a></li>\n",
            KAM_WORDS({"name", kam_text_of(kam_reportsection_name(section))},
                      {"label", kam_speech_label(speech, kam_reportsection_label(section))}));
    }
    kam_markup_raw(markup, "</ul>\n</nav>\n");
}

static enum kam_status write_question(const struct kam_report *report, size_t question,
                                      struct kam_speech *speech, const struct kam_markup *markup,
                                      struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    kam_markup_fill(markup,
                    "<section class=\"question\" id=\"question-{name}\">\n<h2>{label}</h2>\n",
                    KAM_WORDS({"name", kam_text_of(questions[question].name)},
                              {"label", kam_speech_label(speech, questions[question].label)}));
    if (question == 0)
        kam_pagekey_write(report, speech, markup);
    for (int i = questions[question].first; i <= (int)questions[question].last && !status; i++)
        status = kam_pagesection_write(report, (enum kam_reportsection)i, speech, markup, error);
    kam_markup_raw(markup, "</section>\n");
    return status;
}

enum kam_status kam_page_write(const struct kam_report *report, struct kam_speech *speech,
                               struct kam_output *output, struct kam_error *error)
{
    const struct kam_markup markup = {output};
    enum kam_status status = KAM_OK;

    kam_pageframe_begin(kam_report_title(report, speech), report->source, speech, &markup);
    write_contents(speech, &markup);
    kam_markup_raw(&markup, "<main>\n");
    for (size_t i = 0; i < QUESTIONS && !status; i++)
        status = write_question(report, i, speech, &markup, error);
    kam_markup_raw(&markup, "</main>\n<footer>\n");
    if (!status)
        status = kam_pagesection_write_rules(report, speech, &markup, error);
    kam_pageframe_end(speech, &markup);
    return status || !speech->failed ? status : kam_error_nomem(error);
}
