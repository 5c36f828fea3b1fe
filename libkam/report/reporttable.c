#include "report/reporttable.h"

#include "language/speechround.h"

#include <stdlib.h>

enum { MONEY_PLACES = 2 };

void kam_reporttable_column(struct kam_reporttable *table, struct kam_text title,
                            enum kam_reportcell_kind kind)
{
    table->failed =
        table->failed || !kam_array_reserve(&table->columns, &table->columns_capacity,
                                            table->column_count + 1, sizeof *table->columns);
    if (!table->failed)
        table->columns[table->column_count++] = (struct kam_reportcolumn){title, kind};
}

static void add(struct kam_reporttable *table, struct kam_reportcell cell)
{
    table->failed =
        table->failed || !kam_array_reserve(&table->cells, &table->cells_capacity,
                                            table->cell_count + 1, sizeof *table->cells);
    if (!table->failed)
        table->cells[table->cell_count++] = cell;
}

void kam_reporttable_cell(struct kam_reporttable *table, struct kam_text shown)
{
    add(table, (struct kam_reportcell){.shown = shown});
}

void kam_reporttable_number(struct kam_reporttable *table, struct kam_speech *speech,
                            struct kam_text shown, struct kam_decimal value, int places)
{
    char digits[KAM_DECIMAL_SIZE];
    struct kam_text plain = {digits, kam_decimal_format(value, places, digits)};

    add(table, (struct kam_reportcell){.shown = shown, .value = kam_speech_keep(speech, plain)});
}

void kam_reporttable_money(struct kam_reporttable *table, struct kam_speech *speech,
                           struct kam_decimal value)
{
    if (kam_is_number(value))
        kam_reporttable_number(table, speech, kam_speech_grouped(speech, value, MONEY_PLACES),
                               value, MONEY_PLACES);
    else
        kam_reporttable_cell(table, KAM_TEXT(""));
}

void kam_reporttable_count(struct kam_reporttable *table, struct kam_speech *speech, size_t count)
{
    kam_reporttable_number(table, speech, kam_speech_count(speech, count),
                           kam_decimal_of((int64_t)count), 0);
}

void kam_reporttable_share(struct kam_reporttable *table, struct kam_speech *speech,
                           struct kam_decimal ratio)
{
    enum { SHARE_PLACES = 6 };

    if (kam_is_number(ratio))
        kam_reporttable_number(table, speech, kam_speech_share(speech, ratio), ratio, SHARE_PLACES);
    else
        kam_reporttable_cell(table, KAM_TEXT(""));
}

void kam_reporttable_change(struct kam_reporttable *table, struct kam_speech *speech,
                            struct kam_decimal value)
{
    struct kam_text shown = kam_speech_grouped(speech, value, MONEY_PLACES);
    struct kam_buffer text = {NULL, 0, 0};

    if (kam_decimal_sign(value) > 0) {
        table->failed =
            table->failed || !kam_buffer_add_byte(&text, '+') || !kam_buffer_add(&text, shown);
        shown = kam_speech_keep(speech, kam_buffer_text(&text));
    }
    kam_buffer_free(&text);
    kam_reporttable_number(table, speech, shown, value, MONEY_PLACES);
}

void kam_reporttable_customer(struct kam_reporttable *table, struct kam_speech *speech,
                              struct kam_text name, struct kam_text id)
{
    if (name.len && !kam_text_equal(name, id))
        id = kam_speech_labelled(speech, KAM_LABEL_CUSTOMER, KAM_WORDS({"name", name}, {"id", id}));
    kam_reporttable_cell(table, id);
}

void kam_reporttable_line(struct kam_reporttable *table, struct kam_text shown,
                          const struct kam_decimal *line, size_t count)
{
    add(table, (struct kam_reportcell){.shown = shown, .line = line, .line_count = count});
}

void kam_reporttable_free(struct kam_reporttable *table)
{
    free(table->columns);
    free(table->cells);
    memset(table, 0, sizeof *table);
}
