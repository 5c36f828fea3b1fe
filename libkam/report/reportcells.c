#include "report/reportcells.h"

void kam_reporttable_set(struct kam_reporttable *table, struct kam_speech *speech,
                         struct kam_text set)
{
    enum { MOST = 32 };
    struct kam_text items[MOST];
    size_t count = 0;
    bool more = set.len > 0;

    while (more && count < MOST - 1)
        items[count++] = kam_text_split(&set, '|', &more);
    if (more)
        items[count++] = set;
    kam_reporttable_cell(table, kam_speech_enumerate(speech, items, count));
}

static struct kam_text cell_of(const struct kam_table *from, size_t row, size_t column)
{
    return column == KAM_NO_COLUMN ? KAM_TEXT("") : kam_table_cell(from, row, column);
}

void kam_reporttable_copy(struct kam_reporttable *table, const struct kam_table *from, size_t row,
                          size_t column)
{
    kam_reporttable_cell(table, cell_of(from, row, column));
}

void kam_reporttable_copy_number(struct kam_reporttable *table, struct kam_speech *speech,
                                 const struct kam_table *from, size_t row, size_t column,
                                 int places)
{
    struct kam_text cell = cell_of(from, row, column);
    struct kam_decimal number, shown;

    if (kam_decimal_parse(cell, &number) != KAM_NUMBER_OK) {
        kam_reporttable_cell(table, cell);
        return;
    }
    if (places < 0 || kam_decimal_round(number, places, &shown) != KAM_NUMBER_OK)
        shown = number;
    kam_reporttable_number(table, speech,
                           kam_speech_grouped(speech, shown, places < 0 ? 0 : places), number, 0);
}

void kam_reporttable_copy_share(struct kam_reporttable *table, struct kam_speech *speech,
                                const struct kam_table *from, size_t row, size_t column)
{
    struct kam_text cell = cell_of(from, row, column);
    struct kam_decimal number;

    if (kam_decimal_parse(cell, &number) == KAM_NUMBER_OK)
        kam_reporttable_share(table, speech, number);
    else
        kam_reporttable_cell(table, cell);
}
