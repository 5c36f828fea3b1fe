#include "report/report.h"

/* ---- its parts ------------------------------------------------------------------------------- */

static size_t key_tiers(const struct kam_report *report)
{
    size_t tiers = report->source->ladder.tiers.count, upper = tiers / 2;

    if (report->options->key_tiers)
        return report->options->key_tiers;
    return upper ? upper : tiers;
}

static enum kam_status make_figures(struct kam_report *report, struct kam_error *error)
{
    const struct kam_reportsource *source = report->source;
    const struct kam_reportscope *scope = report->scope;
    enum kam_status status = kam_reportpyramid_make(&report->pyramid, source, scope,
                                                    key_tiers(report), &report->arena, error);

    if (!status)
        status = kam_reportlorenz_make(&report->lorenz, source, scope, error);
    if (!status)
        status = kam_reportboxes_make(&report->boxes, source, scope, &report->arena, error);
    if (!status)
        status = kam_reportflow_make(&report->flow, source, scope, error);
    return status;
}

static enum kam_status make_lists(struct kam_report *report, struct kam_error *error)
{
    const struct kam_reportsource *source = report->source;
    const struct kam_reportscope *scope = report->scope;
    size_t most = report->options->top;
    enum kam_status status =
        kam_reportlist_top(&report->top, source, scope, most, &report->arena, error);

    if (!status)
        status =
            kam_reportlist_flagged(&report->flagged, source, scope, most, &report->arena, error);
    if (!status)
        status = kam_reportlist_movers(&report->movers, source, scope, most, &report->arena, error);
    if (!status)
        status = kam_reportlist_risks(&report->risks, source, scope, most, &report->arena, error);
    return status;
}

enum kam_status kam_report_make(struct kam_report *report, const struct kam_reportsource *source,
                                const struct kam_reportscope *scope,
                                const struct kam_report_options *options, struct kam_error *error)
{
    report->source = source;
    report->scope = scope;
    report->options = options;
    enum kam_status status = make_figures(report, error);
    return status ? status : make_lists(report, error);
}

void kam_report_free(struct kam_report *report)
{
    kam_reportflow_free(&report->flow);
    kam_arena_free(&report->arena);
}

/* The title of all that REPORT is a part of. */
static struct kam_text whole_title(const struct kam_report *report, struct kam_speech *speech)
{
    int month = report->source->now.snapshot.period;

    if (report->options->title.len)
        return report->options->title;
    if (month == KAM_MONTH_NONE)
        return kam_speech_label(speech, KAM_LABEL_TITLE_UNDATED);
    return kam_speech_labelled(speech, KAM_LABEL_TITLE,
                               KAM_WORDS({"period", kam_speech_month(speech, month)}));
}

struct kam_text kam_report_title(const struct kam_report *report, struct kam_speech *speech)
{
    const struct kam_reportscope *scope = report->scope;
    struct kam_text title = whole_title(report, speech);

    if (!scope->is_part)
        return title;
    struct kam_text value =
        scope->value.len ? scope->value : kam_speech_label(speech, KAM_LABEL_NO_VALUE);
    return kam_speech_labelled(speech, KAM_LABEL_TITLE_PART,
                               KAM_WORDS({"title", title}, {"value", value}));
}

/* ---- its sections ---------------------------------------------------------------------------- */

static const struct {
    const char *name;
    enum kam_label label;
} sections[KAM_SECTIONS] = {
    [KAM_SECTION_PYRAMID] = {"pyramid", KAM_LABEL_PYRAMID},
    [KAM_SECTION_LORENZ] = {"lorenz", KAM_LABEL_LORENZ},
    [KAM_SECTION_TOP] = {"top", KAM_LABEL_TOP},
    [KAM_SECTION_FLAGGED] = {"flagged", KAM_LABEL_FLAGGED},
    [KAM_SECTION_FLOW] = {"flow", KAM_LABEL_FLOW},
    [KAM_SECTION_BRIDGE] = {"bridge", KAM_LABEL_BRIDGE},
    [KAM_SECTION_MOVERS] = {"movers", KAM_LABEL_MOVERS},
    [KAM_SECTION_NINEBOX] = {"ninebox", KAM_LABEL_NINEBOX},
    [KAM_SECTION_RISKS] = {"risks", KAM_LABEL_RISKS},
    [KAM_SECTION_RULES] = {"rules", KAM_LABEL_HEAD_RULES},
};

const char *kam_reportsection_name(enum kam_reportsection section)
{
    return sections[section].name;
}

enum kam_label kam_reportsection_label(enum kam_reportsection section)
{
    return sections[section].label;
}

static const struct kam_lack *lack_of(const struct kam_report *report,
                                      enum kam_reportsection section)
{
    switch (section) {
    case KAM_SECTION_TOP:
        return &report->top.lack;
    case KAM_SECTION_FLAGGED:
        return &report->flagged.lack;
    case KAM_SECTION_FLOW:
    case KAM_SECTION_BRIDGE:
        return &report->flow.lack;
    case KAM_SECTION_MOVERS:
        return &report->movers.lack;
    case KAM_SECTION_NINEBOX:
        return &report->boxes.lack;
    case KAM_SECTION_RISKS:
        return &report->risks.lack;
    case KAM_SECTION_PYRAMID:
    case KAM_SECTION_LORENZ:
    case KAM_SECTION_RULES:
    case KAM_SECTIONS:
        break;
    }
    return NULL;
}

const struct kam_lack *kam_reportsection_lack(const struct kam_report *report,
                                              enum kam_reportsection section)
{
    const struct kam_lack *lack = lack_of(report, section);

    return lack && lack->is ? lack : NULL;
}

void kam_reportsection_table(const struct kam_report *report, enum kam_reportsection section,
                             struct kam_speech *speech, struct kam_reporttable *table)
{
    const struct kam_reportsource *source = report->source;

    switch (section) {
    case KAM_SECTION_PYRAMID:
        kam_reportpyramid_table(&report->pyramid, speech, table);
        break;
    case KAM_SECTION_LORENZ:
        kam_reportlorenz_table(&report->lorenz, speech, table);
        break;
    case KAM_SECTION_TOP:
        kam_reportlist_top_table(&report->top, source, report->scope, speech, table);
        break;
    case KAM_SECTION_FLAGGED:
        kam_reportlist_flagged_table(&report->flagged, source, speech, table);
        break;
    case KAM_SECTION_FLOW:
        kam_reportflow_table(&report->flow, speech, table);
        break;
    case KAM_SECTION_BRIDGE:
        kam_reportbridge_table(&report->flow, speech, table);
        break;
    case KAM_SECTION_MOVERS:
        kam_reportlist_movers_table(&report->movers, source, speech, table);
        break;
    case KAM_SECTION_NINEBOX:
        kam_reportboxes_table(&report->boxes, speech, table);
        break;
    case KAM_SECTION_RISKS:
        kam_reportlist_risks_table(&report->risks, source, speech, table);
        break;
    case KAM_SECTION_RULES:
        kam_reportrules_table(source, report->scope, speech, table);
        break;
    case KAM_SECTIONS:
        break;
    }
    table->caption = kam_speech_label(speech, kam_reportsection_label(section));
}
