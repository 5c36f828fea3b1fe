#include "report/reportrules.h"

#include <stdlib.h>

static const struct kam_text prefix = {"policy_", 7};

static void add_columns(const struct kam_text *keys, size_t count, struct kam_speech *speech,
                        struct kam_reporttable *table)
{
    kam_reporttable_column(table, kam_speech_label(speech, KAM_LABEL_COLUMN_TIER),
                           KAM_REPORTCELL_NAME);
    for (size_t i = 0; i < count; i++)
        kam_reporttable_column(table, keys[i], KAM_REPORTCELL_NAME);
}

static void add_row(struct kam_text name, const struct kam_text *cells, size_t count,
                    struct kam_reporttable *table)
{
    kam_reporttable_cell(table, name);
    for (size_t i = 0; i < count; i++)
        kam_reporttable_cell(table, cells[i]);
}

static bool says_something(const struct kam_text *cells, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cells[i].len)
            return true;
    return false;
}

/* ---- as the model has it --------------------------------------------------------------------- */

static struct kam_text class_name(const struct kam_model *model, size_t class,
                                  struct kam_speech *speech)
{
    return kam_speech_labelled(speech, KAM_LABEL_OF_CLASS,
                               KAM_WORDS({"class", model->grid.classes.items[class]}));
}

static void of_model(const struct kam_model *model, struct kam_speech *speech,
                     struct kam_reporttable *table)
{
    const struct kam_model_texts *policies = &model->policies;
    const struct kam_text_list *tiers = &model->tiers.names;
    const struct kam_text *cells = policies->texts;
    size_t keys = policies->keys.count;

    add_columns(policies->keys.items, keys, speech, table);
    for (size_t t = 0; t < tiers->count; t++, cells += keys)
        add_row(tiers->items[t], cells, keys, table);
    if (says_something(cells, keys))
        add_row(kam_speech_label(speech, KAM_LABEL_RULE_PROSPECTS), cells, keys, table);
    cells += keys;
    for (size_t c = 0; c < model->grid.classes.count; c++, cells += keys)
        if (says_something(cells, keys))
            add_row(class_name(model, c, speech), cells, keys, table);
}

/* ---- as the rows of the snapshot have it ----------------------------------------------------- */

/* What the rows of a tier have in a column. */
struct agreed {
    struct kam_text text;
    bool is_there, differs;
};

static void take(struct agreed *agreed, struct kam_text cell)
{
    if (!agreed->is_there)
        *agreed = (struct agreed){.text = cell, .is_there = true};
    else if (!agreed->differs)
        agreed->differs = !kam_text_equal(agreed->text, cell);
}

/* AGREED: per tier and, last, of prospects. */
static void compare_rows(const struct kam_reportside *side, size_t column, size_t tiers,
                         struct agreed *agreed)
{
    const struct kam_table *table = &side->snapshot.table;

    for (size_t row = 0; row < table->count; row++) {
        uint32_t step = side->steps[row];
        take(&agreed[step == KAM_NONE ? tiers : step], kam_table_cell(table, row, column));
    }
}

static struct kam_text say_agreed(const struct agreed *agreed, struct kam_speech *speech)
{
    return agreed->differs ? kam_speech_label(speech, KAM_LABEL_DIFFERS) : agreed->text;
}

/* The kept columns of policies in COLUMNS, which has room for all that TABLE has. */
static size_t find_columns(const struct kam_table *table, size_t *columns)
{
    size_t count = 0;

    for (size_t i = 0; i < table->width; i++)
        if (kam_text_starts_with(table->names[i], prefix) &&
            kam_table_find_kept(table, table->names[i]) == i)
            columns[count++] = i;
    return count;
}

/* FOUND: of each column what compare_rows finds. */
static void add_agreed(const struct kam_reportsource *source, const struct agreed *found,
                       size_t columns, struct kam_text *cells, struct kam_speech *speech,
                       struct kam_reporttable *table)
{
    size_t tiers = source->ladder.tiers.count;

    for (size_t t = 0; t <= tiers; t++) {
        for (size_t c = 0; c < columns; c++)
            cells[c] = say_agreed(&found[c * (tiers + 1) + t], speech);
        if (t < tiers || says_something(cells, columns))
            add_row(t < tiers ? source->ladder.tiers.texts[t]
                              : kam_speech_label(speech, KAM_LABEL_RULE_PROSPECTS),
                    cells, columns, table);
    }
}

static void of_snapshot(const struct kam_reportsource *source, struct kam_speech *speech,
                        struct kam_reporttable *table)
{
    const struct kam_table *from = &source->now.snapshot.table;
    size_t tiers = source->ladder.tiers.count,
           *columns = malloc((from->width + 1) * sizeof *columns);
    size_t count = columns ? find_columns(from, columns) : 0;
    struct agreed *found = calloc(count * (tiers + 1) + 1, sizeof *found);
    struct kam_text *cells = calloc(count + 1, sizeof *cells);

    table->failed = table->failed || !columns || !found || !cells;
    for (size_t c = 0; c < count && !table->failed; c++) {
        cells[c] = from->names[columns[c]];
        (void)!kam_text_take_front(&cells[c], prefix);
        compare_rows(&source->now, columns[c], tiers, &found[c * (tiers + 1)]);
    }
    if (count && !table->failed) {
        add_columns(cells, count, speech, table);
        add_agreed(source, found, count, cells, speech, table);
    }
    free(columns);
    free(found);
    free(cells);
}

void kam_reportpolicy_table(const struct kam_reportsource *source, struct kam_speech *speech,
                            struct kam_reporttable *table)
{
    if (source->model->tiers.names.count && source->model->policies.keys.count)
        of_model(source->model, speech, table);
    else
        of_snapshot(source, speech, table);
    if (table->column_count)
        table->caption = kam_speech_label(speech, KAM_LABEL_POLICIES);
}
