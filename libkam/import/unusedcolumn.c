#include "import/unusedcolumn.h"
#include "base/unit.h"
#include "import/totalword.h"
#include "table/clean.h"

/* ---- which columns --------------------------------------------------------------------------- */

static bool names_column(const struct kam_renamed_list *list, struct kam_text name)
{
    for (size_t i = 0; i < list->count; i++)
        if (kam_text_equal(list->items[i].column, name))
            return true;
    return false;
}

/* A column without a name may hold what stands behind an amount. */
static bool is_used(const struct kam_import_file *file, const struct kam_import_options *options,
                    size_t column)
{
    struct kam_text name = file->names[column];

    if (name.len == 0 || file->conventions.columns[column].is_amount ||
        names_column(&options->keep, name) || names_column(&options->sum, name) ||
        names_column(&options->collect, name))
        return true;
    for (int r = 0; r < KAM_ROLES; r++)
        if (file->columns[r] == column)
            return true;
    return kam_text_among(options->reading.invoice.items, options->reading.invoice.count, name);
}

bool kam_unused_columns_begin(struct kam_unused_columns *unused, struct kam_import_file *file,
                              const struct kam_import_options *options, struct kam_arena *arena)
{
    bool is_raw = file->kind == KAM_INPUT_RAW;

    *unused = (struct kam_unused_columns){.file = file, .options = options, .arena = arena};
    unused->wants_currency = is_raw && file->columns[KAM_ROLE_CURRENCY] == KAM_NO_COLUMN &&
                             !options->roles[KAM_ROLE_CURRENCY].given;
    unused->wants_month = is_raw && file->columns[KAM_ROLE_MONTH] == KAM_NO_COLUMN &&
                          !options->roles[KAM_ROLE_MONTH].given &&
                          options->period != KAM_MONTH_NONE;
    unused->wants_total = is_raw && !options->roles[KAM_ROLE_SERVICE].given &&
                          file->columns[KAM_ROLE_ACCOUNT] != KAM_NO_COLUMN;
    if (!unused->wants_currency && !unused->wants_month && !unused->wants_total)
        return true;
    unused->items = kam_arena_calloc(arena, file->width, sizeof *unused->items);
    for (size_t c = 0; unused->items && c < file->width; c++)
        if (!is_used(file, options, c))
            unused->items[unused->count++] =
                (struct kam_unused_column){.column = c,
                                           .not_currency = !unused->wants_currency,
                                           .not_month = !unused->wants_month,
                                           .only_yuan = true,
                                           .earliest = KAM_MONTH_LAST + 1};
    return unused->items != NULL;
}

/* ---- cells ----------------------------------------------------------------------------------- */

/* The codes that are traded most; what is a word as well, such as ALL and TOP, isn't among them. */
static bool is_code(struct kam_text cell)
{
    static const char codes[][4] = {
        "AED", "ARS", "AUD", "BGN", "BHD", "BRL", "CAD", "CHF", "CLP", "CNH", "CNY", "COP", "CZK",
        "DKK", "EGP", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "JPY", "KES", "KRW", "KWD",
        "KZT", "MOP", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "QAR", "RON",
        "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR"};

    if (cell.len != sizeof codes[0] - 1)
        return false;
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        if (memcmp(cell.ptr, codes[i], cell.len) == 0)
            return true;
    return false;
}

/* A code, or a name of one of the currencies that are known. */
static bool is_currency(struct kam_text cell)
{
    enum { LONGEST_NAME = 16 };
    struct kam_unit unit;

    return is_code(cell) || (cell.len <= LONGEST_NAME && kam_unit_parse(cell, &unit) &&
                             unit.exponent == 0 && unit.currency);
}

static bool keep_cell(const struct kam_unused_columns *unused, struct kam_evidence *evidence,
                      struct kam_text cell, uint64_t line)
{
    evidence->line = line;
    return kam_arena_copy(unused->arena, cell, &evidence->cell);
}

static bool look_for_currency(struct kam_unused_columns *unused, struct kam_unused_column *column,
                              struct kam_text cell, uint64_t line)
{
    struct kam_evidence *first = &column->currency;

    if (first->line && kam_text_equal(cell, first->cell))
        return true;
    column->not_currency = !is_currency(cell);
    column->only_yuan = column->only_yuan && kam_text_equal(cell, KAM_TEXT("元"));
    column->currencies_differ = first->line != 0;
    return first->line || keep_cell(unused, first, cell, line);
}

/* The month of CELL if it is clear, which the number of a day, 46300, isn't. */
static int clear_month(struct kam_text cell, struct kam_month_style style)
{
    enum { SHORTEST = 6, DAY_NUMBER = 5 };
    size_t digits = 0;

    while (digits < cell.len && cell.ptr[digits] >= '0' && cell.ptr[digits] <= '9')
        digits++;
    return cell.len < SHORTEST || digits == DAY_NUMBER ? KAM_MONTH_NONE
                                                       : kam_month_parse(cell, style);
}

static bool look_for_month(struct kam_unused_columns *unused, struct kam_unused_column *column,
                           struct kam_text cell, uint64_t line)
{
    enum { MONTHS_BACK = 13 };
    int period = unused->options->period;
    int month = clear_month(cell, unused->options->reading.dates);

    column->not_month = month == KAM_MONTH_NONE || month > period || month < period - MONTHS_BACK;
    if (column->not_month)
        return true;
    if (month < column->earliest)
        column->earliest = month;
    return month == period || column->outside.line ||
           keep_cell(unused, &column->outside, cell, line);
}

/* A word of totals and nothing else, that a service wouldn't be called. */
static bool is_total(struct kam_text cell)
{
    char folded[KAM_HEADING_LONGEST];
    const char *word = kam_total_word(cell);

    return word && kam_total_is_no_service(word) && kam_heading_fold(cell, "_-*:", folded) &&
           strcmp(folded, word) == 0;
}

static bool look_for_total(struct kam_unused_columns *unused, struct kam_unused_column *column,
                           const struct kam_text *cells, uint64_t line)
{
    struct kam_text cell = kam_text_trim(cells[column->column]);
    size_t at = unused->file->columns[KAM_ROLE_ACCOUNT]; /* an inspection may have found none */
    struct kam_text account = at == KAM_NO_COLUMN ? KAM_TEXT("") : kam_text_trim(cells[at]);

    if (!unused->wants_total || column->total.line || cell.len == 0)
        return true;
    if (!is_total(cell)) {
        column->has_other = true;
        return true;
    }
    return !column->has_other || account.len == 0 || kam_total_word(account) ||
           keep_cell(unused, &column->total, cell, line);
}

bool kam_unused_columns_look(struct kam_unused_columns *unused, const struct kam_text *cells,
                             uint64_t line)
{
    bool ok = true;

    for (size_t i = 0; i < unused->count && ok; i++) {
        struct kam_unused_column *column = &unused->items[i];
        ok = look_for_total(unused, column, cells, line);
        if (!ok || (column->not_currency && column->not_month))
            continue;
        struct kam_text cell = kam_clean_text(cells[column->column]);
        if (cell.len == 0 || kam_clean_is_null(cell) ||
            kam_text_equal(cell, unused->file->names[column->column]))
            continue;
        if (!column->not_currency)
            ok = look_for_currency(unused, column, cell, line);
        if (ok && !column->not_month)
            ok = look_for_month(unused, column, cell, line);
    }
    return ok;
}

/* ---- what they come to ----------------------------------------------------------------------- */

/* True if COLUMN says nothing but what is known of the amounts anyway. */
static bool is_known(const struct kam_unused_columns *unused,
                     const struct kam_unused_column *column)
{
    const struct kam_import_file *file = unused->file;
    struct kam_text code = column->currency.cell;
    struct kam_unit unit;

    if (column->currencies_differ)
        return false;
    if (kam_unit_parse(code, &unit) && unit.currency)
        code = kam_text_of(kam_currency_code(unit.currency));
    for (size_t i = 0; i < file->factor_count; i++) {
        size_t c = file->factors[i].column;
        enum kam_currency known =
            c == KAM_NO_COLUMN ? KAM_CURRENCY_NONE : file->conventions.columns[c].currency;
        if (known && kam_currency_may_be(known, code))
            return true;
    }
    return false;
}

static enum kam_status ask(const struct kam_unused_columns *unused,
                           const struct kam_unused_column *column, const struct kam_reader *reader,
                           struct kam_error *error)
{
    struct kam_text name = unused->file->names[column->column];
    struct kam_place place = kam_reader_place(reader, column->currency.line, name.ptr);

    return kam_error_at(error, KAM_DATA, &place,
                        "%s: is this the currency of the amounts? say --currency '%.*s', or "
                        "--currency '' if it isn't",
                        kam_show(column->currency.cell).s, (int)name.len, name.ptr);
}

enum kam_status kam_unused_columns_judge(struct kam_unused_columns *unused,
                                         const struct kam_reader *reader, struct kam_error *error)
{
    struct kam_overlooked_month *overlooked = &unused->file->overlooked_month;
    struct kam_overlooked_total *total = &unused->file->overlooked_total;
    enum kam_status status = KAM_OK;
    int closest = KAM_MONTH_NONE;

    for (size_t i = 0; i < unused->count; i++) {
        const struct kam_unused_column *column = &unused->items[i];
        if (!status && !column->not_currency && column->currency.line && !column->only_yuan &&
            !is_known(unused, column))
            status = ask(unused, column, reader, error);
        if (column->total.line && !total->first.line)
            *total = (struct kam_overlooked_total){column->column, column->total};
        if (!column->not_month && column->outside.line && column->earliest > closest) {
            closest = column->earliest;
            *overlooked = (struct kam_overlooked_month){column->column, column->outside};
        }
    }
    return kam_doubts_take(&unused->file->doubts, kam_role_name(KAM_ROLE_CURRENCY), status, error);
}

bool kam_unused_month_warning(const struct kam_import_file *file, const char *name, int period,
                              struct kam_error *warning)
{
    const struct kam_overlooked_month *month = &file->overlooked_month;
    char text[KAM_MONTH_SIZE];

    if (month->first.line == 0)
        return false;
    struct kam_text column = file->names[month->column];
    struct kam_place place = {.file = name, .line = month->first.line, .column = column.ptr};
    kam_month_format(period, text);
    kam_error_at(warning, KAM_DATA, &place,
                 "%s, but --period dates all lines to %s: say --month '%.*s' if that is their "
                 "month, or --month '' if it isn't",
                 kam_show(month->first.cell).s, text, (int)column.len, column.ptr);
    return true;
}

bool kam_unused_total_warning(const struct kam_import_file *file, const char *name,
                              struct kam_error *warning)
{
    const struct kam_overlooked_total *total = &file->overlooked_total;

    if (total->first.line == 0)
        return false;
    struct kam_text column = file->names[total->column];
    struct kam_place place = {.file = name, .line = total->first.line, .column = column.ptr};
    kam_error_at(
        warning, KAM_DATA, &place,
        "%s: is this line a total, which is added as it stands? say --service '%.*s' if it "
        "is, or --service '' if it isn't",
        kam_show(total->first.cell).s, (int)column.len, column.ptr);
    return true;
}
