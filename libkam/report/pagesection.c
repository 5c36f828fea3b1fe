#include "report/pagesection.h"

#include "report/pagetable.h"

/* The picture, and its figures for who wants them exactly, or can't see it. */
static void write_picture(const struct kam_report *report, enum kam_reportsection section,
                          const struct kam_reporttable *table, struct kam_speech *speech,
                          const struct kam_markup *markup)
{
    kam_markup_raw(markup, "<figure>\n");
    kam_chart_write(report, section, KAM_CHART_IN_PAGE, speech, markup);
    kam_markup_raw(markup, "</figure>\n");
    /* the grid stands alone, with room beside it */
    kam_markup_raw(markup, section == KAM_SECTION_NINEBOX ? "<details open>\n" : "<details>\n");
    kam_markup_fill(markup, "<summary>{table}</summary>\n",
                    KAM_WORDS({"table", kam_speech_label(speech, KAM_LABEL_TABLE)}));
    kam_pagetable_write(table, kam_reportsection_name(section), KAM_PAGETABLE_FIGURES, speech,
                        markup);
    kam_markup_raw(markup, "</details>\n");
}

static enum kam_status write_content(const struct kam_report *report,
                                     enum kam_reportsection section, struct kam_speech *speech,
                                     const struct kam_markup *markup, struct kam_error *error)
{
    struct kam_reporttable table = {.column_count = 0};

    kam_reportsection_table(report, section, speech, &table);
    bool failed = table.failed;
    if (failed)
        ;
    else if (kam_chart_is_there(section))
        write_picture(report, section, &table, speech, markup);
    else
        kam_pagetable_write(&table, kam_reportsection_name(section), KAM_PAGETABLE_LIST, speech,
                            markup);
    kam_reporttable_free(&table);
    return failed ? kam_error_nomem(error) : KAM_OK;
}

enum kam_status kam_pagesection_write(const struct kam_report *report,
                                      enum kam_reportsection section, struct kam_speech *speech,
                                      const struct kam_markup *markup, struct kam_error *error)
{
    const struct kam_lack *lack = kam_reportsection_lack(report, section);
    const char *name = kam_reportsection_name(section);
    struct kam_text heading = kam_speech_label(speech, kam_reportsection_label(section));
    enum kam_status status = KAM_OK;

    kam_markup_fill(
        markup, "<section id=\"{name}\" class=\"{kind}\">\n<h3>{heading}</h3>\n",
        KAM_WORDS({"name", kam_text_of(name)}, {"heading", heading},
                  {"kind", kam_text_of(kam_chart_is_there(section) ? "chart" : "list")}));
    if (lack)
        kam_markup_fill(markup, "<p class=\"lack\">{lack}</p>\n",
                        KAM_WORDS({"lack", kam_lack_say(lack, speech)}));
    else
        status = write_content(report, section, speech, markup, error);
    kam_markup_raw(markup, "</section>\n");
    return status;
}

/* ---- the foot -------------------------------------------------------------------------------- */

static void write_policy(const struct kam_reporttable *table, struct kam_speech *speech,
                         const struct kam_markup *markup)
{
    if (!table->column_count)
        return;
    kam_markup_fill(markup, "<div>\n<h3>{policy}</h3>\n", KAM_WORDS({"policy", table->caption}));
    kam_pagetable_write(table, "policy", KAM_PAGETABLE_FACTS, speech, markup);
    kam_markup_raw(markup, "</div>\n");
}

enum kam_status kam_pagesection_write_rules(const struct kam_report *report,
                                            struct kam_speech *speech,
                                            const struct kam_markup *markup,
                                            struct kam_error *error)
{
    struct kam_reporttable rules = {.column_count = 0}, policy = {.column_count = 0};

    kam_reportsection_table(report, KAM_SECTION_RULES, speech, &rules);
    kam_reportpolicy_table(report->source, speech, &policy);
    policy.caption = kam_speech_label(speech, KAM_LABEL_POLICY);
    bool failed = rules.failed || policy.failed;
    if (!failed) {
        kam_markup_fill(markup, "<section id=\"{name}\">\n<h2>{heading}</h2>\n",
                        KAM_WORDS({"name", kam_text_of(kam_reportsection_name(KAM_SECTION_RULES))},
                                  {"heading", rules.caption}));
        kam_pagetable_write(&rules, kam_reportsection_name(KAM_SECTION_RULES), KAM_PAGETABLE_FACTS,
                            speech, markup);
        write_policy(&policy, speech, markup);
        kam_markup_raw(markup, "</section>\n");
    }
    kam_reporttable_free(&rules);
    kam_reporttable_free(&policy);
    return failed ? kam_error_nomem(error) : KAM_OK;
}
