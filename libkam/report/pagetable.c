#include "report/pagetable.h"

#include "report/chart.h"

/* ---- cells ----------------------------------------------------------------------------------- */

/* How a cell of KIND looks, and what the script knows its column by. */
static const char *class_of(enum kam_reportcell_kind kind)
{
    switch (kind) {
    case KAM_REPORTCELL_WORD:
        return "word";
    case KAM_REPORTCELL_NAME:
        return "name";
    case KAM_REPORTCELL_KAM:
        return "kam";
    case KAM_REPORTCELL_NUMBER:
        return "number";
    case KAM_REPORTCELL_LINE:
        return "line";
    }
    return "";
}

static void write_content(const struct kam_reportcell *cell, enum kam_reportcell_kind kind,
                          const struct kam_markup *markup)
{
    const struct kam_words *words = KAM_WORDS({"shown", cell->shown}, {"link", cell->link});

    if (cell->line)
        kam_chart_sparkline(cell->line, cell->line_count, cell->shown, markup);
    else if (cell->link.len)
        kam_markup_fill(markup, "<a href=\"{link}\"><bdi>{shown...}</bdi></a>", words);
    else if (kind == KAM_REPORTCELL_NAME && cell->shown.len)
        kam_markup_fill(markup, "<bdi>{shown...}</bdi>", words);
    else
        kam_markup_fill(markup, "{shown...}", words);
}

struct look {
    const struct kam_reporttable *table;
    size_t header;            /* the column that says what a row is about */
    const char *kam_language; /* what a cell of kam has, in a page of another language */
};

static void write_cell(const struct look *look, const struct kam_reportcell *cell, size_t column,
                       const struct kam_markup *markup)
{
    enum kam_reportcell_kind kind = look->table->columns[column].kind;
    bool is_header = column == look->header;

    kam_markup_raw(markup, is_header ? "<th scope=\"row\" class=\"" : "<td class=\"");
    kam_markup_raw(markup, class_of(kind));
    kam_markup_raw(markup, "\"");
    if (kind == KAM_REPORTCELL_KAM && cell->shown.len)
        kam_markup_raw(markup, look->kam_language);
    if (cell->value.len)
        kam_markup_fill(markup, " data-value=\"{value}\"", KAM_WORDS({"value", cell->value}));
    kam_markup_raw(markup, ">");
    write_content(cell, kind, markup);
    kam_markup_raw(markup, is_header ? "</th>" : "</td>");
}

static void write_row(const struct look *look, size_t row, const struct kam_markup *markup)
{
    kam_markup_raw(markup, "<tr>");
    for (size_t column = 0; column < look->table->column_count; column++)
        write_cell(look, kam_reporttable_at(look->table, row, column), column, markup);
    kam_markup_raw(markup, "</tr>\n");
}

static void write_titles(const struct kam_reporttable *table, const struct kam_markup *markup)
{
    kam_markup_raw(markup, "<thead><tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        kam_markup_raw(markup, "<th scope=\"col\" class=\"");
        kam_markup_raw(markup, class_of(table->columns[i].kind));
        kam_markup_fill(markup, "\">{title...}</th>",
                        KAM_WORDS({"title", table->columns[i].title}));
    }
    kam_markup_raw(markup, "</tr></thead>\n");
}

/* ---- the table ------------------------------------------------------------------------------- */

/* The column that says what a row is about: of customers, their name; else the first one. */
static size_t header_column(const struct kam_reporttable *table, enum kam_pagetable_kind kind)
{
    for (size_t i = 0; i < table->column_count && kind == KAM_PAGETABLE_LIST; i++)
        if (table->columns[i].kind == KAM_REPORTCELL_NAME)
            return i;
    return 0;
}

static void write_rows(const struct look *look, const struct kam_markup *markup)
{
    size_t rows = kam_reporttable_rows(look->table), row = 0;
    size_t totals = look->table->totals < rows ? look->table->totals : rows;

    kam_markup_raw(markup, "<tbody>\n");
    for (; row < rows - totals; row++)
        write_row(look, row, markup);
    kam_markup_raw(markup, "</tbody>\n");
    if (!totals)
        return;
    kam_markup_raw(markup, "<tfoot>\n");
    for (; row < rows; row++)
        write_row(look, row, markup);
    kam_markup_raw(markup, "</tfoot>\n");
}

/* It does nothing without the script, which shows it. */
static void write_filter(const struct kam_speech *speech, const struct kam_markup *markup)
{
    kam_markup_fill(markup,
                    "<p class=\"filter\" hidden><label>{filter} <input type=\"search\" "
                    "autocomplete=\"off\" spellcheck=\"false\"></label> <output></output></p>\n",
                    KAM_WORDS({"filter", kam_speech_label(speech, KAM_LABEL_FILTER)}));
}

static void write_table(const struct kam_reporttable *table, const char *id,
                        enum kam_pagetable_kind kind, const struct kam_speech *speech,
                        const struct kam_markup *markup)
{
    bool is_english = strcmp(speech->language->code, "en") == 0;
    struct look look = {table, header_column(table, kind), is_english ? "" : " lang=\"en\""};

    kam_markup_fill(markup,
                    "<div class=\"scroll\" role=\"region\" aria-labelledby=\"{id}-caption\" "
                    "tabindex=\"0\">\n"
                    "<table id=\"{id}-table\"",
                    KAM_WORDS({"id", kam_text_of(id)}));
    kam_markup_raw(markup, kind == KAM_PAGETABLE_FACTS ? ">\n" : " class=\"sorts\">\n");
    kam_markup_fill(markup, "<caption id=\"{id}-caption\">{caption...}</caption>\n",
                    KAM_WORDS({"id", kam_text_of(id)}, {"caption", table->caption}));
    write_titles(table, markup);
    write_rows(&look, markup);
    kam_markup_raw(markup, "</table>\n</div>\n");
}

void kam_pagetable_write(const struct kam_reporttable *table, const char *id,
                         enum kam_pagetable_kind kind, struct kam_speech *speech,
                         const struct kam_markup *markup)
{
    bool has_rows = kam_reporttable_rows(table) > 0;
    struct kam_text note = table->note;

    if (!table->column_count)
        return;
    if (has_rows && kind == KAM_PAGETABLE_LIST)
        write_filter(speech, markup);
    if (has_rows)
        write_table(table, id, kind, speech, markup);
    else if (!note.len)
        note = kam_speech_label(speech, KAM_LABEL_NO_ROWS);
    if (note.len)
        kam_markup_fill(markup, "<p class=\"note\">{note}</p>\n", KAM_WORDS({"note", note}));
}
