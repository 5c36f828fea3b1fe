#include "report/pageindex.h"

#include "report/pageframe.h"
#include "report/pagetable.h"

struct kam_pageindex_entry kam_pageindex_entry_of(const struct kam_report *report, const char *file)
{
    return (struct kam_pageindex_entry){
        .file = file,
        .value = report->scope->value,
        .all = report->pyramid.now.all,
        .key = report->pyramid.now.key,
    };
}

static void add_columns(struct kam_reporttable *table, struct kam_text by,
                        const struct kam_speech *speech)
{
    static const enum kam_label numbers[] = {
        KAM_LABEL_COLUMN_CUSTOMERS,   KAM_LABEL_COLUMN_KEY_ACCOUNTS,  KAM_LABEL_COLUMN_REVENUE,
        KAM_LABEL_COLUMN_KEY_REVENUE, KAM_LABEL_COLUMN_REVENUE_SHARE,
    };

    kam_reporttable_column(table, kam_speech_column(speech, by), KAM_REPORTCELL_NAME);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        kam_reporttable_column(table, kam_speech_label(speech, numbers[i]), KAM_REPORTCELL_NUMBER);
}

static void add_figures(struct kam_reporttable *table, const struct kam_reportlayer *all,
                        const struct kam_reportlayer *key, struct kam_speech *speech)
{
    bool is_known = kam_is_number(key->counted) && kam_is_number(all->counted);

    kam_reporttable_count(table, speech, all->customers);
    kam_reporttable_count(table, speech, key->customers);
    kam_reporttable_money(table, speech, all->revenue);
    kam_reporttable_money(table, speech, key->revenue);
    kam_reporttable_share(table, speech,
                          is_known ? kam_reportpyramid_share(key->counted, all->counted)
                                   : KAM_NO_NUMBER);
}

/* What is out of range is no number. */
static void add(struct kam_decimal *sum, struct kam_decimal revenue)
{
    if (kam_is_number(*sum) && !kam_decimal_add(sum, revenue))
        *sum = KAM_NO_NUMBER;
}

static void add_to(struct kam_reportlayer *sum, const struct kam_reportlayer *layer)
{
    sum->customers += layer->customers;
    add(&sum->revenue, layer->revenue);
    add(&sum->counted, layer->counted);
}

static void fill(struct kam_reporttable *table, const struct kam_pageindex_entry *entries,
                 size_t count, struct kam_speech *speech)
{
    struct kam_reportlayer all = {.customers = 0}, key = {.customers = 0};

    for (size_t i = 0; i < count; i++) {
        const struct kam_pageindex_entry *entry = &entries[i];
        kam_reporttable_cell(
            table, entry->value.len ? entry->value : kam_speech_label(speech, KAM_LABEL_NO_VALUE));
        if (!table->failed)
            table->cells[table->cell_count - 1].link = kam_text_of(entry->file);
        add_figures(table, &entry->all, &entry->key, speech);
        add_to(&all, &entry->all);
        add_to(&key, &entry->key);
    }
    kam_reporttable_cell(table, kam_speech_label(speech, KAM_LABEL_TOTAL));
    add_figures(table, &all, &key, speech);
    table->totals = 1;
}

/* The whole, which has a page only in its parts. */
static struct kam_text title_of(const struct kam_reportsource *source,
                                const struct kam_report_options *options, struct kam_speech *speech)
{
    const struct kam_reportscope whole = {.is_part = false};
    const struct kam_report report = {.source = source, .scope = &whole, .options = options};

    return kam_report_title(&report, speech);
}

enum kam_status kam_pageindex_write(const struct kam_pageindex_entry *entries, size_t count,
                                    const struct kam_reportsource *source,
                                    const struct kam_report_options *options,
                                    struct kam_speech *speech, struct kam_output *output,
                                    struct kam_error *error)
{
    const struct kam_markup markup = {output};
    struct kam_reporttable table = {.column_count = 0};
    struct kam_text column = kam_speech_column(speech, source->files.by);

    table.caption = kam_speech_labelled(speech, KAM_LABEL_PAGES_BY, KAM_WORDS({"column", column}));
    add_columns(&table, source->files.by, speech);
    fill(&table, entries, count, speech);
    kam_pageframe_begin(title_of(source, options, speech), source, speech, &markup);
    kam_markup_fill(&markup, "<main>\n<section class=\"list\">\n<h2>{by...}</h2>\n",
                    KAM_WORDS({"by", table.caption}));
    if (!table.failed)
        kam_pagetable_write(&table, "pages", KAM_PAGETABLE_LIST, speech, &markup);
    kam_markup_raw(&markup, "</section>\n</main>\n<footer>\n");
    kam_pageframe_end(speech, &markup);
    bool failed = table.failed || speech->failed;
    kam_reporttable_free(&table);
    return failed ? kam_error_nomem(error) : KAM_OK;
}
