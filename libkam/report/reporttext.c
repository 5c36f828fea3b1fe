#include "report/reporttext.h"

#include "language/speechround.h"
#include "report/chartlorenz.h"
#include "report/textmatrix.h"
#include "report/textpage.h"
#include "report/textshape.h"
#include "report/texttable.h"

#include <stdlib.h>

enum { FEW = 5 }; /* rows of a list of which the first are enough */

/* ---- sections -------------------------------------------------------------------------------- */

/* The list that SECTION is, or NULL. */
static const struct kam_reportlist *list_of(const struct kam_report *report,
                                            enum kam_reportsection section)
{
    switch (section) {
    case KAM_SECTION_TOP:
        return &report->top;
    case KAM_SECTION_FLAGGED:
        return &report->flagged;
    case KAM_SECTION_MOVERS:
        return &report->movers;
    case KAM_SECTION_RISKS:
        return &report->risks;
    case KAM_SECTION_PYRAMID:
    case KAM_SECTION_LORENZ:
    case KAM_SECTION_FLOW:
    case KAM_SECTION_BRIDGE:
    case KAM_SECTION_NINEBOX:
    case KAM_SECTION_RULES:
    case KAM_SECTIONS:
        break;
    }
    return NULL;
}

/* How many are on a list of which only the first few are shown, and what they bring. */
static void write_sum(const struct kam_reportlist *list, enum kam_reportsection section,
                      struct kam_textpage *page)
{
    struct kam_speech *speech = page->speech;
    enum kam_label label =
        section == KAM_SECTION_RISKS ? KAM_LABEL_TEXT_RISKS : KAM_LABEL_TEXT_FLAGGED;

    kam_textpage_paragraph(
        page,
        kam_speech_labelled(speech, label,
                            KAM_WORDS({"count", kam_speech_count(speech, list->all)},
                                      {"revenue", kam_speech_short(speech, list->total)})),
        KAM_TEXTPAGE_INDENT);
}

static void write_more(size_t more, struct kam_textpage *page)
{
    struct kam_speech *speech = page->speech;

    if (more)
        kam_textpage_paragraph(
            page,
            kam_speech_labelled(speech, KAM_LABEL_MORE_ROWS,
                                KAM_WORDS({"count", kam_speech_count(speech, more)})),
            KAM_TEXTPAGE_INDENT);
}

static void write_section(const struct kam_report *report, enum kam_reportsection section,
                          struct kam_textpage *page)
{
    const struct kam_textshape *shape = kam_textshape_of(section);
    const struct kam_reportlist *list = list_of(report, section);
    struct kam_reporttable table = {.column_count = 0};

    kam_textpage_heading(page, kam_speech_label(page->speech, kam_reportsection_label(section)));
    kam_reportsection_table(report, section, page->speech, &table);
    size_t rows = kam_reporttable_rows(&table) - table.totals;
    size_t shown = shape->is_short && rows > FEW ? FEW : rows;
    if (rows == 0)
        kam_textpage_paragraph(page, kam_speech_label(page->speech, KAM_LABEL_NO_ROWS),
                               KAM_TEXTPAGE_INDENT);
    else if (shape->is_short && list)
        write_sum(list, section, page);
    if (rows && section == KAM_SECTION_FLOW)
        kam_textmatrix_write(&table, page);
    else if (rows)
        kam_texttable_write(&table, shape->columns, shape->count, shown, page);
    if (list)
        write_more(list->all - shown, page);
    page->failed = page->failed || table.failed;
    kam_reporttable_free(&table);
}

/* ---- what is above and below them ------------------------------------------------------------ */

/* The names of the tiers of key accounts. */
static struct kam_text key_tiers(const struct kam_report *report, struct kam_textpage *page)
{
    const struct kam_map *tiers = &report->source->ladder.tiers;
    size_t count = report->pyramid.key_tiers;
    struct kam_text list = KAM_TEXT("");
    struct kam_text *names = calloc(count + 1, sizeof *names);

    page->failed = page->failed || !names;
    for (size_t i = 0; names && i < count; i++)
        names[i] = tiers->texts[i];
    if (names)
        list = kam_speech_list(page->speech, names, count);
    free(names);
    return list;
}

/* A dash, where all isn't above 0. */
static struct kam_text say_share(struct kam_speech *speech, struct kam_decimal share)
{
    return kam_is_number(share) ? kam_speech_share(speech, share) : KAM_TEXT("–");
}

/* LABEL of the key accounts of LAYERS. */
static void write_key(const struct kam_report *report, enum kam_label label,
                      const struct kam_reportlayers *layers, struct kam_textpage *page)
{
    const struct kam_reportlayer *key = &layers->key, *all = &layers->all;
    struct kam_speech *speech = page->speech;
    struct kam_decimal customers = kam_reportpyramid_share(kam_decimal_of((int64_t)key->customers),
                                                           kam_decimal_of((int64_t)all->customers));
    struct kam_decimal revenue = kam_reportpyramid_share(key->counted, all->counted);

    kam_textpage_paragraph(
        page,
        kam_speech_labelled(speech, label,
                            KAM_WORDS({"count", kam_speech_count(speech, key->customers)},
                                      {"tiers", key_tiers(report, page)},
                                      {"customer_share", say_share(speech, customers)},
                                      {"revenue", kam_speech_short(speech, key->revenue)},
                                      {"revenue_share", say_share(speech, revenue)})),
        0);
}

static void write_headline(const struct kam_report *report, struct kam_textpage *page)
{
    const struct kam_reportpyramid *pyramid = &report->pyramid;
    struct kam_speech *speech = page->speech;

    kam_output_write(page->output, KAM_TEXT("\n"));
    write_key(report, KAM_LABEL_TEXT_KEY, &pyramid->now, page);
    if (pyramid->has_before)
        write_key(report, KAM_LABEL_TEXT_KEY_BEFORE, &pyramid->before, page);
    kam_textpage_paragraph(page, kam_chartlorenz_describe(&report->lorenz, speech), 0);
}

/* The rules, a line for each. */
static void write_rules(const struct kam_report *report, struct kam_textpage *page)
{
    struct kam_reporttable table = {.column_count = 0};

    kam_reportsection_table(report, KAM_SECTION_RULES, page->speech, &table);
    if (kam_reporttable_rows(&table))
        kam_textpage_heading(page, kam_speech_label(page->speech, KAM_LABEL_HEAD_RULES));
    for (size_t row = 0; row < kam_reporttable_rows(&table); row++) {
        struct kam_text fact[2] = {kam_reporttable_at(&table, row, 0)->shown,
                                   kam_reporttable_at(&table, row, 1)->shown};
        kam_textpage_paragraph(
            page,
            kam_speech_labelled(page->speech, KAM_LABEL_TEXT_FACT,
                                KAM_WORDS({"name", fact[0]}, {"value", fact[1]})),
            KAM_TEXTPAGE_INDENT);
    }
    page->failed = page->failed || table.failed;
    kam_reporttable_free(&table);
}

/* ---- what is lacking ------------------------------------------------------------------------- */

static bool is_shown(enum kam_reportsection section)
{
    return section != KAM_SECTION_LORENZ && section != KAM_SECTION_RULES;
}

/*
 * The sections from *SECTION on that lack one and the same thing under one heading, *SECTION
 * behind them; false, if it lacks nothing.
 */
static bool write_lacks(const struct kam_report *report, enum kam_reportsection *section,
                        struct kam_textpage *page)
{
    struct kam_speech *speech = page->speech;
    struct kam_text titles[KAM_SECTIONS], said = {NULL, 0};
    size_t count = 0;

    for (; *section < KAM_SECTIONS; (*section)++) {
        const struct kam_lack *lack = kam_reportsection_lack(report, *section);
        if (!is_shown(*section))
            continue;
        if (!lack)
            break;
        struct kam_text sentence = kam_lack_say(lack, speech);
        if (count && !kam_text_equal(sentence, said))
            break;
        said = sentence;
        titles[count++] = kam_speech_label(speech, kam_reportsection_label(*section));
    }
    if (count == 0)
        return false;
    kam_textpage_heading(page, kam_speech_enumerate(speech, titles, count));
    kam_textpage_paragraph(page, said, KAM_TEXTPAGE_INDENT);
    return true;
}

enum kam_status kam_reporttext_write(const struct kam_report *report,
                                     const struct kam_reporttext_options *options,
                                     struct kam_speech *speech, struct kam_output *output,
                                     struct kam_error *error)
{
    struct kam_textpage page = {.output = output,
                                .speech = speech,
                                .ladder = &report->source->ladder,
                                .width = options->width,
                                .colours = options->colours};
    enum kam_reportsection section = KAM_SECTION_PYRAMID;

    kam_textpage_title(&page, kam_report_title(report, speech));
    write_headline(report, &page);
    while (section < KAM_SECTIONS) {
        if (write_lacks(report, &section, &page))
            continue;
        if (section < KAM_SECTIONS && is_shown(section))
            write_section(report, section, &page);
        section++;
    }
    write_rules(report, &page);
    kam_textpage_free(&page);
    return speech->failed || page.failed ? kam_error_nomem(error) : KAM_OK;
}
