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

static void take(struct kam_agreed *agreed, struct kam_text cell)
{
    if (!agreed->is_there)
        *agreed = (struct kam_agreed){.text = cell, .is_there = true};
    else if (!agreed->differs)
        agreed->differs = !kam_text_equal(agreed->text, cell);
}

/* AGREED: per tier and, last, of prospects. */
static void compare_rows(const struct kam_reportside *side, size_t column, size_t tiers,
                         struct kam_agreed *agreed)
{
    const struct kam_table *table = &side->snapshot.table;

    for (size_t row = 0; row < table->count; row++) {
        uint32_t step = side->steps[row];
        take(&agreed[step == KAM_NONE ? tiers : step], kam_table_cell(table, row, column));
    }
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

static bool has_policies(const struct kam_model *model)
{
    return model->tiers.names.count && model->policies.keys.count;
}

bool kam_reportpolicies_find(struct kam_reportsource *source)
{
    struct kam_reportpolicies *policies = &source->policies;
    const struct kam_table *from = &source->now.snapshot.table;
    size_t tiers = source->ladder.tiers.count;

    if (has_policies(source->model))
        return true;
    size_t *columns = malloc((from->width + 1) * sizeof *columns);
    size_t count = columns ? find_columns(from, columns) : 0;
    policies->keys = calloc(count + 1, sizeof *policies->keys);
    policies->found = calloc(count * (tiers + 1) + 1, sizeof *policies->found);
    bool ok = columns && policies->keys && policies->found;
    for (size_t c = 0; c < count && ok; c++) {
        policies->keys[c] = from->names[columns[c]];
        (void)!kam_text_take_front(&policies->keys[c], prefix);
        compare_rows(&source->now, columns[c], tiers, &policies->found[c * (tiers + 1)]);
    }
    policies->count = ok ? count : 0;
    free(columns);
    return ok;
}

static struct kam_text say_agreed(const struct kam_agreed *agreed, struct kam_speech *speech)
{
    return agreed->differs ? kam_speech_label(speech, KAM_LABEL_DIFFERS) : agreed->text;
}

static void of_snapshot(const struct kam_reportsource *source, struct kam_speech *speech,
                        struct kam_reporttable *table)
{
    const struct kam_reportpolicies *policies = &source->policies;
    size_t tiers = source->ladder.tiers.count, count = policies->count;
    struct kam_text *cells = kam_arena_alloc(&speech->arena, (count + 1) * sizeof *cells);

    speech->failed = speech->failed || !cells;
    if (!cells || !count)
        return;
    add_columns(policies->keys, count, speech, table);
    for (size_t t = 0; t <= tiers; t++) {
        for (size_t c = 0; c < count; c++)
            cells[c] = say_agreed(&policies->found[c * (tiers + 1) + t], speech);
        if (t < tiers || says_something(cells, count))
            add_row(t < tiers ? source->ladder.tiers.texts[t]
                              : kam_speech_label(speech, KAM_LABEL_RULE_PROSPECTS),
                    cells, count, table);
    }
}

void kam_reportpolicy_table(const struct kam_reportsource *source, struct kam_speech *speech,
                            struct kam_reporttable *table)
{
    if (has_policies(source->model))
        of_model(source->model, speech, table);
    else
        of_snapshot(source, speech, table);
    if (table->column_count)
        table->caption = kam_speech_label(speech, KAM_LABEL_POLICIES);
}
