#include "import/titles.h"
#include "import/titlecurrency.h"
#include "import/unithint.h"
#include "table/headingunit.h"

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

static bool is_month(struct kam_text cell)
{
    return kam_month_parse(cell, KAM_MONTH_CLEAR) != KAM_MONTH_NONE ||
           kam_month_hint(cell) != KAM_DATE_HINT_NONE;
}

static bool is_bill(const struct kam_import_file *file, const struct kam_top_record *record)
{
    size_t month = file->columns[KAM_ROLE_MONTH], amount = file->factors[0].column;

    if (cell_of(record, file->columns[KAM_ROLE_ACCOUNT]).len == 0 || amount == KAM_NO_COLUMN ||
        !is_number(cell_of(record, amount)))
        return false;
    return month == KAM_NO_COLUMN || is_month(cell_of(record, month));
}

/* A whole record, with a month or an amount in its place, though not both. */
static bool is_bad_bill(const struct kam_import_file *file, const struct kam_top_record *record)
{
    enum { LEAST = 3 }; /* cells; two may be what a title says of the report */
    size_t month = file->columns[KAM_ROLE_MONTH], amount = file->factors[0].column;

    if (record->count != file->width || record->count < LEAST)
        return false;
    for (size_t i = 0; i < record->count; i++)
        if (record->cells[i].len == 0)
            return false;
    return (month != KAM_NO_COLUMN && is_month(record->cells[month])) ||
           (amount != KAM_NO_COLUMN && is_number(record->cells[amount]));
}

enum kam_status kam_titles_check(const struct kam_import_file *file,
                                 const struct kam_import_options *options,
                                 const struct kam_reader *reader, struct kam_error *error)
{
    bool given = options->reading.header.first;

    for (size_t i = 0; i < file->title_count; i++) {
        struct kam_place place = kam_reader_place(reader, file->titles[i].line, NULL);
        if (is_bill(file, &file->titles[i]))
            return kam_error_at(error, KAM_DATA, &place,
                                "a bill above the header, which is line %llu: was the file sorted? "
                                "put the header first, or say --header-line",
                                (unsigned long long)file->header_line);
        if (!given && is_bad_bill(file, &file->titles[i]))
            return kam_error_at(error, KAM_DATA, &place,
                                "a bad line of a bill above the header, which is line %llu: was "
                                "the file sorted? put the header first; if this is a title, say "
                                "--header-line %llu",
                                (unsigned long long)file->header_line,
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

/* Words for currencies, known or not; that of the first titles is no other one. */
static bool states_currency(const struct kam_import_file *file, struct kam_text cell)
{
    struct kam_unit unit;
    enum kam_title_currency stated = kam_title_currency(cell, KAM_TEXT(""), &unit);

    if (stated == KAM_TITLE_CURRENCY_KNOWN && file->title_currency.line &&
        unit.currency == file->title_currency.unit.currency)
        return false;
    return stated != KAM_TITLE_CURRENCY_NONE || mentions(cell, KAM_TEXT("币种")) ||
           mentions(cell, KAM_TEXT("幣別")) || mentions(cell, KAM_TEXT("货币")) ||
           mentions(cell, KAM_TEXT("currency"));
}

/* Whether UNIT, of CELL, isn't that of the first titles; yuan are of the currency they named. */
static bool is_another_unit(const struct kam_import_file *file, const struct kam_unit *unit,
                            struct kam_text cell)
{
    const struct kam_unit *first = &file->title_unit.unit;
    bool is_open = file->title_currency.line && unit->currency == KAM_CURRENCY_CNY &&
                   !kam_title_names_renminbi(cell);

    return unit->exponent != first->exponent || (!is_open && unit->currency != first->currency);
}

enum kam_status kam_titles_compare(const struct kam_import_file *file, const struct kam_text *cells,
                                   size_t count, const struct kam_place *place,
                                   struct kam_error *error)
{
    for (size_t i = 0; i < count; i++) {
        struct kam_text cell = kam_text_trim(cells[i]);
        struct kam_unit unit;
        if (cell.len == 0 || is_known(file, cell))
            continue;
        if (kam_heading_title_unit(cell, &unit) && is_another_unit(file, &unit, cell))
            return kam_error_at(error, KAM_DATA, place,
                                "%s: another unit than above; split the file here",
                                kam_show(cell).s);
        if (states_currency(file, cell))
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

/* The column that has the unit of the amounts. */
static size_t amount_column(const struct kam_import_file *file)
{
    size_t found = KAM_NO_COLUMN;

    for (size_t i = file->factor_count; i-- > 0;) {
        size_t column = file->factors[i].column;
        if (column != KAM_NO_COLUMN &&
            (found == KAM_NO_COLUMN || file->conventions.columns[column].unit_source))
            found = column;
    }
    return found;
}

/* Whether CELL says CURRENCY, but the amounts are in another; 元 may be that of any. */
static bool is_another_currency(const struct kam_column_convention *amounts,
                                enum kam_currency currency, struct kam_text cell)
{
    return currency && amounts->currency && currency != amounts->currency &&
           (currency != KAM_CURRENCY_CNY || kam_title_names_renminbi(cell));
}

/* Whether CELL states a unit that the amounts don't have. */
static bool states_another(const struct kam_column_convention *amounts, struct kam_text cell)
{
    struct kam_unit unit = {.exponent = 0};

    if (kam_heading_title_unit(cell, &unit))
        return unit.exponent != amounts->style.exponent ||
               is_another_currency(amounts, unit.currency, cell);
    if (amounts->style.exponent == 0 && kam_unit_hint(cell, KAM_HINT_TITLE))
        return true;
    return kam_title_currency(cell, KAM_TEXT(""), &unit) == KAM_TITLE_CURRENCY_KNOWN &&
           is_another_currency(amounts, unit.currency, cell);
}

enum kam_status kam_titles_check_below(const struct kam_import_file *file,
                                       const struct kam_text *cells, size_t count,
                                       const struct kam_place *place, struct kam_error *error)
{
    size_t column = amount_column(file);

    if (column == KAM_NO_COLUMN || file->kind != KAM_INPUT_RAW)
        return KAM_OK;
    const struct kam_column_convention *amounts = &file->conventions.columns[column];
    struct kam_text name = file->names[column];
    if (amounts->unit_source && strcmp(amounts->unit_source, "option") == 0)
        return KAM_OK;
    for (size_t i = 0; i < count; i++) {
        struct kam_text cell = kam_text_trim(cells[i]);
        if (cell.len && !is_number(cell) && !is_known(file, cell) && states_another(amounts, cell))
            return kam_error_at(error, KAM_DATA, place,
                                "%s may state another unit than the amounts above it have; say "
                                "--unit %.*s=UNIT (万元, thousand, ...), or --unit %.*s=1 if it "
                                "doesn't",
                                kam_show(cell).s, (int)name.len, name.ptr, (int)name.len, name.ptr);
    }
    return KAM_OK;
}
