#include "report/reporttext.h"

#include "language/speechround.h"
#include "report/textmatrix.h"
#include "report/textpage.h"
#include "report/texttable.h"

#include <stdlib.h>

enum { BAR_LEAST = 6, BAR_MOST = 40, NAME_LEAST = 10, NAME_MOST = 32, WORDS_LEAST = 8, FEW = 5 };

/* ---- what is shown of each table ------------------------------------------------------------- */

/* The columns of a section, in the order in which they stand. */
struct shape {
    struct kam_textcolumn columns[KAM_TEXTTABLE_MOST];
    bool is_short; /* the first few rows are enough */
};

static const struct shape shapes[KAM_SECTIONS] = {
    [KAM_SECTION_PYRAMID] =
        {.columns = {{KAM_LABEL_COLUMN_TIER, KAM_TEXTFORM_TIER, 6, 0, 0},
                     {KAM_LABEL_COLUMN_CUSTOMERS, KAM_TEXTFORM_CELL, 0, 0, 0},
                     {KAM_LABEL_COLUMN_CUSTOMER_SHARE, KAM_TEXTFORM_CELL, 0, 0, 4},
                     {KAM_LABEL_COLUMN_REVENUE, KAM_TEXTFORM_SHORT, 0, 0, 1},
                     {KAM_LABEL_COLUMN_REVENUE_SHARE, KAM_TEXTFORM_CELL, 0, 0, 2},
                     {KAM_LABEL_COLUMN_REVENUE_SHARE, KAM_TEXTFORM_BAR, BAR_LEAST, BAR_MOST, 3},
                     {KAM_LABEL_COLUMN_BEFORE_CUSTOMERS, KAM_TEXTFORM_CELL, 0, 0, 5},
                     {KAM_LABEL_COLUMN_BEFORE_REVENUE, KAM_TEXTFORM_SHORT, 0, 0, 6}}},
    [KAM_SECTION_TOP] =
        {.columns = {{KAM_LABEL_COLUMN_RANK, KAM_TEXTFORM_CELL, 0, 0, 3},
                     {KAM_LABEL_COLUMN_CUSTOMER, KAM_TEXTFORM_CELL, NAME_LEAST, NAME_MOST, 0},
                     {KAM_LABEL_COLUMN_TIER, KAM_TEXTFORM_TIER, 6, 0, 2},
                     {KAM_LABEL_COLUMN_REVENUE, KAM_TEXTFORM_SHORT, 0, 0, 1},
                     {KAM_LABEL_COLUMN_MONTHS, KAM_TEXTFORM_LINE, 0, 0, 4},
                     {KAM_LABEL_COLUMN_REASON, KAM_TEXTFORM_CELL, WORDS_LEAST, 0, 5}}},
    [KAM_SECTION_FLAGGED] =
        {.columns = {{KAM_LABEL_COLUMN_CUSTOMER, KAM_TEXTFORM_CELL, NAME_LEAST, NAME_MOST, 0},
                     {KAM_LABEL_COLUMN_REVENUE, KAM_TEXTFORM_SHORT, 0, 0, 1},
                     {KAM_LABEL_COLUMN_TIER_CUT, KAM_TEXTFORM_TIER, 6, 0, 3},
                     {KAM_LABEL_COLUMN_TIER, KAM_TEXTFORM_TIER, 6, 0, 4},
                     {KAM_LABEL_COLUMN_EVIDENCE, KAM_TEXTFORM_CELL, WORDS_LEAST, 0, 2}},
         .is_short = true},
    [KAM_SECTION_BRIDGE] = {.columns = {{KAM_LABEL_COLUMN_STEP, KAM_TEXTFORM_CELL, 8, 0, 0},
                                        {KAM_LABEL_COLUMN_CUSTOMERS, KAM_TEXTFORM_CELL, 0, 0, 1},
                                        {KAM_LABEL_COLUMN_REVENUE, KAM_TEXTFORM_SHORT, 0, 0, 0}}},
    [KAM_SECTION_MOVERS] =
        {.columns = {{KAM_LABEL_COLUMN_MOVE, KAM_TEXTFORM_MOVE, 0, 0, 4},
                     {KAM_LABEL_COLUMN_CUSTOMER, KAM_TEXTFORM_CELL, NAME_LEAST, NAME_MOST, 0},
                     {KAM_LABEL_COLUMN_FROM, KAM_TEXTFORM_TIER, 6, 0, 3},
                     {KAM_LABEL_COLUMN_TO, KAM_TEXTFORM_TIER, 6, 0, 2},
                     {KAM_LABEL_COLUMN_REVENUE_DELTA, KAM_TEXTFORM_DELTA, 0, 0, 1},
                     {KAM_LABEL_COLUMN_CAUSE, KAM_TEXTFORM_CELL, WORDS_LEAST, 0, 5},
                     {KAM_LABEL_COLUMN_DETAIL, KAM_TEXTFORM_CELL, WORDS_LEAST, 0, 6}}},
    [KAM_SECTION_NINEBOX] =
        {.columns = {{KAM_LABEL_COLUMN_CLASS, KAM_TEXTFORM_CELL, 6, 0, 0},
                     {KAM_LABEL_COLUMN_CONTRIBUTION, KAM_TEXTFORM_CELL, 0, 0, 3},
                     {KAM_LABEL_COLUMN_POTENTIAL, KAM_TEXTFORM_CELL, 0, 0, 4},
                     {KAM_LABEL_COLUMN_STRATEGY, KAM_TEXTFORM_CELL, 8, 0, 5},
                     {KAM_LABEL_COLUMN_CUSTOMERS, KAM_TEXTFORM_CELL, 0, 0, 1},
                     {KAM_LABEL_COLUMN_REVENUE, KAM_TEXTFORM_SHORT, 0, 0, 2},
                     {KAM_LABEL_COLUMN_REVENUE_SHARE, KAM_TEXTFORM_BAR, BAR_LEAST, BAR_MOST, 6}}},
    [KAM_SECTION_RISKS] =
        {.columns = {{KAM_LABEL_COLUMN_CUSTOMER, KAM_TEXTFORM_CELL, NAME_LEAST, NAME_MOST, 0},
                     {KAM_LABEL_COLUMN_TIER, KAM_TEXTFORM_TIER, 6, 0, 3},
                     {KAM_LABEL_COLUMN_LOSS, KAM_TEXTFORM_SHORT, 0, 0, 1},
                     {KAM_LABEL_COLUMN_RISKS, KAM_TEXTFORM_CELL, WORDS_LEAST, 0, 2}},
         .is_short = true},
};

static size_t column_count(const struct shape *shape)
{
    size_t count = 0;

    while (count < KAM_TEXTTABLE_MOST && (shape->columns[count].label || count == 0))
        count++;
    return count;
}

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
    const struct shape *shape = &shapes[section];
    const struct kam_reportlist *list = list_of(report, section);
    struct kam_reporttable table = {.column_count = 0};

    kam_textpage_heading(page, kam_speech_label(page->speech, kam_reportsection_label(section)));
    kam_reportsection_table(report, section, page->speech, &table);
    size_t rows = kam_reporttable_rows(&table);
    size_t shown = shape->is_short && rows > FEW ? FEW : rows;
    if (shape->is_short && list)
        write_sum(list, section, page);
    if (section == KAM_SECTION_FLOW)
        kam_textmatrix_write(&table, page);
    else
        kam_texttable_write(&table, shape->columns, column_count(shape), shown, page);
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
                                      {"customer_share", kam_speech_share(speech, customers)},
                                      {"revenue", kam_speech_short(speech, key->revenue)},
                                      {"revenue_share", kam_speech_share(speech, revenue)})),
        0);
}

static void write_headline(const struct kam_report *report, struct kam_textpage *page)
{
    const struct kam_reportpyramid *pyramid = &report->pyramid;
    const struct kam_reportlorenz *lorenz = &report->lorenz;
    struct kam_speech *speech = page->speech;

    kam_output_write(page->output, KAM_TEXT("\n"));
    write_key(report, KAM_LABEL_TEXT_KEY, &pyramid->now, page);
    if (pyramid->has_before)
        write_key(report, KAM_LABEL_TEXT_KEY_BEFORE, &pyramid->before, page);
    if (lorenz->is_known)
        kam_textpage_paragraph(
            page,
            kam_speech_labelled(speech, KAM_LABEL_TEXT_SPREAD,
                                KAM_WORDS({"top", kam_speech_share(speech, lorenz->top_share)},
                                          {"few", kam_speech_share(speech, lorenz->few)})),
            0);
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
