#include "contact/daycolumn.h"

#include "contact/contactcolumn.h"

/* The first rows that tell an order, or leave it open. */
struct evidence {
    size_t day_first, month_first, open; /* KAM_NO_ROW: there is none */
};

static void note(size_t *first, size_t row)
{
    if (*first == KAM_NO_ROW)
        *first = row;
}

static struct evidence find_evidence(const struct kam_table *table, size_t column)
{
    struct evidence evidence = {KAM_NO_ROW, KAM_NO_ROW, KAM_NO_ROW};

    for (size_t row = 0; row < table->count; row++)
        switch (kam_month_hint(kam_contactcolumn_cell(table, row, column))) {
        case KAM_DATE_HINT_NONE:
            break;
        case KAM_DATE_HINT_DMY:
            note(&evidence.day_first, row);
            break;
        case KAM_DATE_HINT_MDY:
            note(&evidence.month_first, row);
            break;
        case KAM_DATE_HINT_EITHER:
            note(&evidence.open, row);
            break;
        }
    return evidence;
}

static enum kam_status decide(const struct kam_table *table, size_t column,
                              enum kam_date_order *order, struct kam_error *error)
{
    struct evidence evidence = find_evidence(table, column);
    bool day = evidence.day_first != KAM_NO_ROW, month = evidence.month_first != KAM_NO_ROW;
    bool day_is_later = day && month && evidence.day_first > evidence.month_first;
    size_t later = day_is_later ? evidence.day_first : evidence.month_first;
    size_t earlier = day_is_later ? evidence.month_first : evidence.day_first;
    size_t wrong = day && month ? later : evidence.open;

    *order = day ? KAM_DATES_DMY : month ? KAM_DATES_MDY : KAM_DATES_UNDECIDED;
    if (day == month && wrong != KAM_NO_ROW) {
        struct kam_place place = kam_table_place(table, wrong, column);
        struct kam_shown shown = kam_show(kam_table_cell(table, wrong, column));
        if (!day)
            return kam_error_at(error, KAM_DATA, &place,
                                "%s: day or month first? write days as 2026-10-05", shown.s);
        return kam_error_at(error, KAM_DATA, &place,
                            "%s has the %s first, but line %llu the %s; write days as 2026-10-05",
                            shown.s, day_is_later ? "day" : "month",
                            (unsigned long long)kam_table_place(table, earlier, column).line,
                            day_is_later ? "month" : "day");
    }
    return KAM_OK;
}

enum kam_status kam_daycolumn_read(const struct kam_table *table, size_t column, int *months,
                                   struct kam_error *error)
{
    struct kam_month_style style = {0};
    enum kam_status status = decide(table, column, &style.order, error);

    for (size_t row = 0; row < table->count && !status; row++) {
        struct kam_text cell = kam_contactcolumn_cell(table, row, column);
        months[row] = cell.len ? kam_month_parse(cell, style) : (int)KAM_MONTH_NONE;
        if (!cell.len || months[row] != KAM_MONTH_NONE)
            continue;
        struct kam_place place = kam_table_place(table, row, column);
        status = kam_error_at(error, KAM_DATA, &place,
                              "not a day or a month: %s; write it as 2026-10-05 or 2026-10",
                              kam_show(cell).s);
    }
    return status;
}
