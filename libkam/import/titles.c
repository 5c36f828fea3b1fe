#include "import/titles.h"
#include "import/headingunit.h"

static bool is_number(struct kam_text cell)
{
    static const struct kam_amount_style any = {KAM_SIGN_POINT, 0, -1};
    struct kam_amount amount;
    enum kam_number outcome = kam_amount_parse(cell, &any, &amount);

    return outcome == KAM_NUMBER_OK || outcome == KAM_NUMBER_SIGN || outcome == KAM_NUMBER_RANGE;
}

/* A record whose fields another byte separates, all in one cell. */
static bool is_record(struct kam_text cell)
{
    static const char delimiters[] = {',', '\t', ';', '|'};

    for (size_t d = 0; d < sizeof delimiters; d++) {
        size_t count = 0;
        for (size_t i = 0; i < cell.len; i++)
            count += cell.ptr[i] == delimiters[d];
        if (count >= 2)
            return true;
    }
    return false;
}

bool kam_titles_may_be(const struct kam_text *cells, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_number(cells[i]) || is_record(cells[i]))
            return false;
    return true;
}

/* Cell COLUMN of a title, empty where there is none. */
static struct kam_text cell_of(const struct kam_top_record *record, size_t column)
{
    return column < record->count ? record->cells[column] : KAM_TEXT("");
}

static bool is_bill(const struct kam_import_file *file, const struct kam_top_record *record)
{
    size_t month = file->columns[KAM_ROLE_MONTH], amount = file->factors[0].column;

    if (cell_of(record, file->columns[KAM_ROLE_ACCOUNT]).len == 0 || amount == KAM_NO_COLUMN ||
        !is_number(cell_of(record, amount)))
        return false;
    return month == KAM_NO_COLUMN ||
           kam_month_parse(cell_of(record, month), KAM_MONTH_CLEAR) != KAM_MONTH_NONE ||
           kam_month_hint(cell_of(record, month)) != KAM_DATE_HINT_NONE;
}

enum kam_status kam_titles_check(const struct kam_import_file *file,
                                 const struct kam_reader *reader, struct kam_error *error)
{
    for (size_t i = 0; i < file->title_count; i++) {
        struct kam_place place = kam_reader_place(reader, file->titles[i].line, NULL);
        if (is_bill(file, &file->titles[i]))
            return kam_error_at(error, KAM_DATA, &place,
                                "a bill above the header, which is line %llu: was the file sorted? "
                                "put the header first, or say --header-line",
                                (unsigned long long)file->header_line);
    }
    return KAM_OK;
}

/* One of the first titles has CELL. */
static bool is_known(const struct kam_import_file *file, struct kam_text cell)
{
    for (size_t i = 0; i < file->title_count; i++)
        for (size_t c = 0; c < file->titles[i].count; c++)
            if (kam_text_equal(file->titles[i].cells[c], cell))
                return true;
    return false;
}

static bool mentions(struct kam_text cell, struct kam_text word)
{
    for (size_t i = 0; i + word.len <= cell.len; i++)
        if (kam_text_equal_fold((struct kam_text){cell.ptr + i, word.len}, word))
            return true;
    return false;
}

static bool states_currency(struct kam_text cell)
{
    return mentions(cell, KAM_TEXT("币种")) || mentions(cell, KAM_TEXT("幣別")) ||
           mentions(cell, KAM_TEXT("货币")) || mentions(cell, KAM_TEXT("currency"));
}

enum kam_status kam_titles_compare(const struct kam_import_file *file, const struct kam_text *cells,
                                   size_t count, const struct kam_place *place,
                                   struct kam_error *error)
{
    const struct kam_unit *first = &file->title_unit.unit;

    for (size_t i = 0; i < count; i++) {
        struct kam_text cell = kam_text_trim(cells[i]);
        struct kam_unit unit;
        if (cell.len == 0 || is_known(file, cell))
            continue;
        if (kam_heading_title_unit(cell, &unit) &&
            (unit.exponent != first->exponent || unit.currency != first->currency))
            return kam_error_at(error, KAM_DATA, place,
                                "%s: another unit than above; split the file here",
                                kam_show(cell).s);
        if (states_currency(cell))
            return kam_error_at(error, KAM_DATA, place,
                                "%s: another currency than above? split the file here",
                                kam_show(cell).s);
        if (file->columns[KAM_ROLE_MONTH] == KAM_NO_COLUMN)
            return kam_error_at(error, KAM_DATA, place,
                                "%s: another part of the export, and no column says its month; "
                                "split the file here",
                                kam_show(cell).s);
    }
    return KAM_OK;
}
