#include "report/pick.h"
#include "report/reportcells.h"
#include "report/reportlists.h"

static enum kam_status find_lack(struct kam_reportlist *list, const struct kam_reportsource *source,
                                 struct kam_arena *arena, struct kam_error *error)
{
    const struct kam_text needed[] = {KAM_TEXT("account_id"), KAM_TEXT("risks"), KAM_TEXT("loss")};

    if (!source->files.risks) {
        list->lack = kam_lack_of(KAM_LABEL_LACK_RISKS);
        return KAM_OK;
    }
    return kam_lack_of_columns(&list->lack, &source->risks, source->files.risks, needed,
                               sizeof needed / sizeof *needed, KAM_LABEL_LACK_COLUMNS, arena,
                               error);
}

/* What all of ROWS may take along; no number where that is too large for one. */
static struct kam_decimal sum(const struct kam_decimal *losses, const struct kam_reportrows *rows)
{
    struct kam_decimal total = KAM_DECIMAL_ZERO;

    for (size_t i = 0; i < rows->count; i++)
        if (!kam_decimal_add(&total, losses[rows->items[i]]))
            return KAM_NO_NUMBER;
    return total;
}

enum kam_status kam_reportlist_risks(struct kam_reportlist *list,
                                     const struct kam_reportsource *source,
                                     const struct kam_reportscope *scope, size_t most,
                                     struct kam_arena *arena, struct kam_error *error)
{
    enum kam_status status = find_lack(list, source, arena, error);
    const struct kam_reportrows *rows = &scope->risks;
    struct kam_pick first;

    if (status || list->lack.is)
        return status;
    if (!kam_pick_init(&first, rows->count < most ? rows->count : most, &source->risks,
                       kam_table_find(&source->risks, KAM_TEXT("account_id")), arena))
        return kam_error_nomem(error);
    for (size_t i = 0; i < rows->count; i++)
        kam_pick_offer(&first, kam_decimal_negate(source->losses[rows->items[i]]), rows->items[i]);
    list->all = rows->count;
    list->count = first.count;
    list->rows = kam_arena_alloc(arena, (first.count + 1) * sizeof *list->rows);
    if (!list->rows)
        return kam_error_nomem(error);
    kam_pick_take(&first, list->rows);
    list->total = sum(source->losses, rows);
    return KAM_OK;
}

/* ---- the table ------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    enum kam_label label;
    enum kam_reportcell_kind kind;
} columns[] = {
    {"account_id", KAM_LABEL_COLUMN_CUSTOMER, KAM_REPORTCELL_NAME},
    {"tier", KAM_LABEL_COLUMN_TIER, KAM_REPORTCELL_NAME},
    {"risks", KAM_LABEL_COLUMN_RISKS, KAM_REPORTCELL_KAM},
    {"dependence", KAM_LABEL_COLUMN_DEPENDENCE, KAM_REPORTCELL_WORD},
    {"loss", KAM_LABEL_COLUMN_LOSS, KAM_REPORTCELL_NUMBER},
    {"evidence", KAM_LABEL_COLUMN_EVIDENCE, KAM_REPORTCELL_KAM},
};

enum { COLUMNS = sizeof columns / sizeof *columns };

/* How much depends on a customer, in a word of the language; as it stands, if it is another. */
static struct kam_text dependence(const struct kam_speech *speech, struct kam_text word)
{
    static const struct {
        const char *word;
        enum kam_label label;
    } words[] = {
        {"monopoly", KAM_LABEL_DEPENDENCE_MONOPOLY},
        {"selective", KAM_LABEL_DEPENDENCE_SELECTIVE},
        {"intensive", KAM_LABEL_DEPENDENCE_INTENSIVE},
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (kam_text_equal(word, kam_text_of(words[i].word)))
            return kam_speech_label(speech, words[i].label);
    return word;
}

static struct kam_text cell(const struct kam_table *risks, uint32_t row, const char *column)
{
    size_t number = kam_table_find(risks, kam_text_of(column));

    return number == KAM_NO_COLUMN ? KAM_TEXT("") : kam_table_cell(risks, row, number);
}

static void add_loss(struct kam_reporttable *table, struct kam_speech *speech, struct kam_text text)
{
    struct kam_decimal loss = KAM_NO_NUMBER;

    if (kam_decimal_parse(text, &loss) != KAM_NUMBER_OK)
        loss = KAM_NO_NUMBER;
    kam_reporttable_money(table, speech, loss);
}

static void add_cell(const struct kam_table *risks, uint32_t row, size_t column,
                     struct kam_speech *speech, struct kam_reporttable *table)
{
    struct kam_text text = cell(risks, row, columns[column].name);

    if (columns[column].label == KAM_LABEL_COLUMN_CUSTOMER)
        kam_reporttable_customer(table, speech, cell(risks, row, "account_name"), text);
    else if (columns[column].label == KAM_LABEL_COLUMN_LOSS)
        add_loss(table, speech, text);
    else if (columns[column].label == KAM_LABEL_COLUMN_DEPENDENCE)
        kam_reporttable_cell(table, dependence(speech, text));
    else if (columns[column].label == KAM_LABEL_COLUMN_RISKS)
        kam_reporttable_set(table, speech, text);
    else
        kam_reporttable_cell(table, text);
}

/* Below all that are shown: what all may take along. */
static void add_total(const struct kam_reportlist *list, const bool *is_there,
                      struct kam_speech *speech, struct kam_reporttable *table)
{
    for (size_t i = 0; i < COLUMNS; i++)
        if (i == 0)
            kam_reporttable_cell(table, kam_speech_label(speech, KAM_LABEL_TOTAL));
        else if (columns[i].label == KAM_LABEL_COLUMN_LOSS)
            kam_reporttable_money(table, speech, list->total);
        else if (is_there[i])
            kam_reporttable_cell(table, KAM_TEXT(""));
    table->totals = 1;
}

void kam_reportlist_risks_table(const struct kam_reportlist *list,
                                const struct kam_reportsource *source, struct kam_speech *speech,
                                struct kam_reporttable *table)
{
    bool is_there[COLUMNS];

    for (size_t i = 0; i < COLUMNS; i++) {
        is_there[i] = kam_table_find(&source->risks, kam_text_of(columns[i].name)) != KAM_NO_COLUMN;
        if (is_there[i])
            kam_reporttable_column(table, kam_speech_label(speech, columns[i].label),
                                   columns[i].kind);
    }
    for (size_t row = 0; row < list->count; row++)
        for (size_t i = 0; i < COLUMNS; i++)
            if (is_there[i])
                add_cell(&source->risks, list->rows[row], i, speech, table);
    if (list->all)
        add_total(list, is_there, speech, table);
    table->note = kam_reportlist_note(list, KAM_LABEL_NO_RISKS, speech);
}
