#include "import/importline.h"
#include "import/lineamount.h"
#include "import/linefault.h"
#include "import/linekind.h"
#include "table/clean.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

/* ---- ids and months -------------------------------------------------------------------------- */

/* A clean text; a word for nothing is nothing. */
static struct kam_text text_cell(struct kam_text cell)
{
    if (kam_clean_is_plain(cell))
        return cell;
    cell = kam_clean_text(cell);
    return kam_clean_is_null(cell) ? KAM_TEXT("") : cell;
}

/* An id with the import's prefix; an empty one stays empty. */
static enum kam_status read_id(struct kam_line_reader *lines, struct kam_text *id)
{
    struct kam_text prefix = lines->import->options->prefix;

    if (!kam_clean_id(id, &lines->strings))
        return KAM_NOMEM;
    if (!kam_clean_is_plain(*id) && kam_clean_is_null(*id))
        *id = KAM_TEXT("");
    if (prefix.len == 0 || id->len == 0)
        return KAM_OK;
    char *joined = kam_arena_alloc(&lines->strings, prefix.len + id->len);
    if (!joined)
        return KAM_NOMEM;
    memcpy(joined, prefix.ptr, prefix.len);
    memcpy(joined + prefix.len, id->ptr, id->len);
    *id = (struct kam_text){joined, prefix.len + id->len};
    return KAM_OK;
}

/* What a cloud bill has for no account in particular is the payer's. */
static enum kam_status read_payer(struct kam_line_reader *lines, const struct kam_text *cells,
                                  struct kam_text *id)
{
    *id = cells[lines->fallback];
    return read_id(lines, id);
}

/* True if a number with an exponent may stand here: nearly every id is done with three looks. */
static bool may_be_scientific(struct kam_text id)
{
    enum { SHORTEST = 5 }; /* 1E+11 */

    return id.len >= SHORTEST && (id.ptr[id.len - 3] == '+' || id.ptr[id.len - 4] == '+' ||
                                  id.ptr[1] == '.' || id.ptr[id.len - 2] == '.');
}

/* Why the account id in CELL can't be used; NULL if it can. */
static const char *id_fault(const struct kam_line_reader *lines, struct kam_text cell,
                            struct kam_text id)
{
    bool is_long;

    if (id.len == 0)
        return "no account id";
    if (!kam_clean_is_plain(id) && kam_clean_is_error(id))
        return "what a spreadsheet or a program wrote for an id that it didn't have";
    if (may_be_scientific(id) && kam_clean_is_scientific(kam_text_trim(cell)))
        return "an id that a spreadsheet made a number of, and several ids may have become one; "
               "export the column as text";
    if (lines->file->conventions.ids_are_cut && kam_clean_zero_tail(kam_text_trim(cell), &is_long))
        return "an id of more than 15 digits that ends in zeros as many here do: a spreadsheet "
               "cut it, and several ids may have become one; export the column as text, or say "
               "--long-ids if they are right";
    return NULL;
}

static enum kam_status read_month(struct kam_line_reader *lines, struct kam_text cell, int *month)
{
    struct kam_buffer *last = &lines->last_month_text;

    if (last->len && kam_text_equal(cell, kam_buffer_text(last))) {
        *month = lines->last_month;
        return KAM_OK;
    }
    struct kam_text clean = cell;
    if (!kam_clean_id(&clean, &lines->strings))
        return KAM_NOMEM;
    *month = kam_month_parse(clean, lines->file->conventions.dates);
    if (*month == KAM_MONTH_NONE)
        return KAM_DATA;
    last->len = 0;
    lines->last_month = *month;
    return kam_buffer_add(last, cell) ? KAM_OK : KAM_NOMEM;
}

static enum kam_status bad_month(struct kam_line_reader *lines, uint64_t line, struct kam_text cell,
                                 struct kam_error *why)
{
    const struct kam_conventions *conventions = &lines->file->conventions;
    struct kam_text clean = cell;

    if (!kam_clean_id(&clean, &lines->strings))
        return KAM_NOMEM;
    enum kam_date_hint hint = kam_month_hint(clean);
    const char *reason = kam_month_reason(clean, conventions->dates);
    if (hint == KAM_DATE_HINT_DMY || hint == KAM_DATE_HINT_MDY)
        return kam_line_contradicts(lines, line, lines->month, reason, cell, &conventions->order,
                                    why);
    return kam_line_bad_cell(lines, line, lines->month, reason, cell, why);
}

/* ---- currencies ------------------------------------------------------------------------------ */

/* True if BESIDE can't be what the heading of COLUMN, a title or the user says it counts. */
static bool contradicts(const struct kam_line_reader *lines, size_t column,
                        enum kam_currency beside)
{
    enum kam_currency said = lines->file->conventions.columns[column].currency;

    return said && !kam_currency_may_be(beside, kam_text_of(kam_currency_code(said)));
}

/* KAM_DATA if a factor of the amount has a heading in another currency than stands beside a cell.
 */
static enum kam_status check_headings(const struct kam_line_reader *lines,
                                      const struct kam_text *cells, uint64_t line,
                                      enum kam_currency beside, struct kam_error *why)
{
    for (size_t i = 0; beside && i < lines->file->factor_count; i++) {
        size_t at = lines->factors[i];
        if (at != KAM_NO_COLUMN && contradicts(lines, lines->selected[at], beside))
            return kam_line_other_currency(lines, line, at, beside, cells[at], why);
    }
    return KAM_OK;
}

/* The currency of a line: its column's, else what stands beside the digits or in the heading. */
static enum kam_status find_currency(struct kam_line_reader *lines, const struct kam_text *cells,
                                     uint64_t line, const struct kam_amount *amount,
                                     struct kam_text *code, struct kam_error *why)
{
    enum kam_currency beside = (enum kam_currency)amount->currency;

    if (lines->currency == KAM_NO_COLUMN) {
        enum kam_currency known = lines->known_currency;
        if (beside || known)
            *code = kam_text_of(kam_currency_code(known ? known : beside));
        return check_headings(lines, cells, line, beside, why);
    }
    struct kam_text cell = cells[lines->currency];
    if (!kam_currency_read(&lines->currencies, text_cell(cell), code))
        return KAM_NOMEM;
    if (code->len == 0)
        return kam_line_bad_cell(lines, line, lines->currency, "no currency", cell, why);
    if (!kam_currency_may_be(beside, *code))
        return kam_line_bad_cell(lines, line, lines->currency,
                                 "another currency than beside the amount", cell, why);
    return KAM_OK;
}

/* Whether a line in the currency CODE may be added to those before it. */
static enum kam_status judge_currency(struct kam_line_reader *lines, uint64_t line,
                                      struct kam_text code, enum kam_verdict *verdict,
                                      struct kam_error *why)
{
    bool by_column = lines->currency != KAM_NO_COLUMN;
    const char *column =
        by_column ? lines->file->names[lines->selected[lines->currency]].ptr : NULL;
    struct kam_place place = kam_reader_place(lines->reader, line, column);
    enum kam_currency_verdict judged;

    if (!kam_one_currency_judge(&lines->import->currency, code, &place, &judged, why))
        return KAM_NOMEM;
    switch (judged) {
    case KAM_CURRENCY_SAME:
        *verdict = KAM_LINE_GOOD;
        return KAM_OK;
    case KAM_CURRENCY_FOREIGN:
        *verdict = KAM_LINE_FOREIGN;
        return KAM_OK;
    case KAM_CURRENCY_DIFFERENT:
        break;
    }
    *verdict = KAM_LINE_FATAL;
    return KAM_OK;
}

/* ---- the rest of a line ---------------------------------------------------------------------- */

/* True if the sum of COLUMN, read as SUM, is known to be in another currency than CODE. */
static bool is_in_another(const struct kam_line_reader *lines, const struct kam_amount *sum,
                          size_t column, struct kam_text code)
{
    enum kam_currency currency = sum->currency ? (enum kam_currency)sum->currency
                                               : lines->file->conventions.columns[column].currency;

    return code.len && !kam_currency_may_be(currency, code);
}

/* The code of the first sum, beside which BESIDE stands; of a sign its heading knows more. */
static struct kam_text code_of_sum(const struct kam_line_reader *lines, enum kam_currency beside)
{
    enum kam_currency said = lines->file->conventions.columns[lines->file->sums[0]].currency;

    return kam_text_of(kam_currency_code(said ? said : beside));
}

/* The item that a line adds to set number I. That of services is the first, if there is one. */
static struct kam_text set_item(const struct kam_line_reader *lines, const struct kam_text *cells,
                                size_t i)
{
    struct kam_text item = text_cell(cells[lines->sets[i]]);

    if (item.len || i > 0 || lines->service_fallback == KAM_NO_COLUMN)
        return item;
    return text_cell(cells[lines->service_fallback]);
}

/*
 * The further sums, sets and attributes of line number lines->count. A blank sum adds nothing; one
 * in another currency than CODE stands in *ODD, a position. Where CODE is empty it becomes that of
 * the first sum, which is the cost if there is one.
 */
static enum kam_status read_rest(struct kam_line_reader *lines, const struct kam_text *cells,
                                 uint64_t line, struct kam_text *code, size_t *odd,
                                 struct kam_error *why)
{
    const struct kam_layout *layout = lines->layout;
    struct kam_text own = *code;
    size_t n = lines->count;

    for (size_t i = 0; i < layout->sum_count; i++) {
        struct kam_amount amount;
        enum kam_status status = kam_line_read_sum(lines, cells, line, i, &amount, why);
        if (status == KAM_DATA)
            return status;
        enum kam_currency beside = (enum kam_currency)amount.currency;
        if (lines->currency == KAM_NO_COLUMN && contradicts(lines, lines->file->sums[i], beside))
            return kam_line_other_currency(lines, line, lines->sums[i], beside,
                                           cells[lines->sums[i]], why);
        if (!status && is_in_another(lines, &amount, lines->file->sums[i], own))
            *odd = lines->sums[i];
        if (i == 0 && beside && own.len == 0)
            *code = code_of_sum(lines, beside);
        lines->line_sums[n * layout->sum_count + i] = amount.exact;
    }
    for (size_t i = 0; i < layout->set_count; i++) {
        struct kam_text cell = set_item(lines, cells, i);
        uint32_t *item = &lines->line_sets[n * layout->set_count + i];
        *item = KAM_NONE;
        if (cell.len && !kam_map_intern(kam_store_set_texts(lines->import->store, i), cell, item))
            return KAM_NOMEM;
    }
    for (size_t i = 0; i < layout->attribute_count; i++) {
        struct kam_text *value = &lines->line_attributes[n * layout->attribute_count + i];
        size_t at = lines->attributes[i];
        *value = at == KAM_NO_COLUMN ? KAM_TEXT("") : cells[at];
        if (lines->readings[i] == KAM_READ_TEXT)
            *value = text_cell(*value);
        else if (read_id(lines, value))
            return KAM_NOMEM;
    }
    return KAM_OK;
}

/* Equal attributes have equal hashes; different ones differ, but for one case in 2^64. */
static uint64_t hash_attributes(const struct kam_text *attributes, size_t count)
{
    uint64_t hash = 1;

    for (size_t i = 0; i < count; i++)
        hash = XXH3_64bits_withSeed(attributes[i].len ? attributes[i].ptr : "", attributes[i].len,
                                    hash);
    return hash ? hash : 1;
}

/* The key in lines->invoice_parts, that of LINE, stood at FIRST before. */
static enum kam_status repeated_invoice(const struct kam_line_reader *lines, uint64_t line,
                                        size_t at, const struct kam_invoice_place *first,
                                        struct kam_error *why)
{
    struct kam_place place =
        kam_reader_place(lines->reader, line, lines->file->names[lines->selected[at]].ptr);
    struct kam_buffer key = {NULL, 0, 0};
    bool ok = true;

    for (size_t i = 0; ok && i < lines->import->options->reading.invoice.count; i++)
        ok = kam_buffer_printf(&key, "%s%s", i ? ", " : "", kam_show(lines->invoice_parts[i]).s);
    if (ok && first->line == 0)
        kam_error_at(why, KAM_DATA, &place, "the invoice %s stands above, too", key.ptr);
    else if (ok)
        kam_error_at(why, KAM_DATA, &place, "the invoice %s stands in %s:%llu, too", key.ptr,
                     lines->import->files[first->file].name, (unsigned long long)first->line);
    kam_buffer_free(&key);
    return ok ? KAM_DATA : KAM_NOMEM;
}

/* KAM_DATA if the key of a line occurred before. */
static enum kam_status check_invoice(struct kam_line_reader *lines, const struct kam_text *cells,
                                     uint64_t line, struct kam_error *why)
{
    const struct kam_text_list *columns = &lines->import->options->reading.invoice;
    struct kam_invoice_place first;
    bool repeated, empty = true;

    for (size_t i = 0; i < columns->count; i++) {
        lines->invoice_parts[i] = text_cell(cells[lines->invoice[i]]);
        if (!kam_clean_id(&lines->invoice_parts[i], &lines->strings))
            return KAM_NOMEM;
        empty = empty && lines->invoice_parts[i].len == 0;
    }
    size_t at = lines->invoice[0];
    if (empty)
        return kam_line_bad_cell(lines, line, at, "no invoice", cells[at], why);
    if (!kam_invoices_add(&lines->import->invoices, lines->invoice_parts, columns->count, line,
                          &first, &repeated))
        return KAM_NOMEM;
    if (!repeated)
        return KAM_OK;
    return repeated_invoice(lines, line, at, &first, why);
}

/* A line without a readable amount. */
static enum kam_verdict judge_unreadable(const struct kam_line_reader *lines,
                                         const struct kam_text *cells, uint64_t line,
                                         struct kam_error *why)
{
    struct kam_place place = kam_reader_place(lines->reader, line, NULL);

    if (!kam_line_is_other_header(lines, cells))
        return KAM_LINE_UNREADABLE;
    kam_error_at(why, KAM_DATA, &place,
                 "another header: the columns change here; split the file at this line");
    return KAM_LINE_FATAL;
}

/* ---- a line ---------------------------------------------------------------------------------- */

void kam_line_reader_begin(struct kam_line_reader *lines)
{
    lines->count = 0;
    kam_arena_reset(&lines->strings);
}

/* A line that was rejected once says how its file was read. */
static enum kam_status take_read_as(struct kam_line_reader *lines, const struct kam_text *cells,
                                    uint64_t line, struct kam_error *why)
{
    struct kam_buffer *last = &lines->last_read_as;
    struct kam_text cell = cells[lines->read_as];

    if (lines->read_as_known && kam_text_equal(cell, kam_buffer_text(last)))
        return KAM_OK;
    if (!kam_conventions_read(lines->file, lines->import->options, cell))
        return kam_line_bad_cell(lines, line, lines->read_as,
                                 "not a way of reading, such as decimal=point dates=dmy", cell,
                                 why);
    last->len = 0;
    kam_line_reader_follow(lines);
    lines->read_as_known = true;
    return kam_buffer_add(last, cell) ? KAM_OK : KAM_NOMEM;
}

/* The month, and whether it is in the window. */
static enum kam_status take_month(struct kam_line_reader *lines, const struct kam_text *cells,
                                  uint64_t line, struct kam_line *out, struct kam_error *why)
{
    enum kam_status status = KAM_OK;

    out->month = lines->file->conventions.month;
    if (out->month != KAM_MONTH_NONE)
        return KAM_OK;
    out->month = lines->import->options->period;
    if (lines->month == KAM_NO_COLUMN)
        return KAM_OK;
    status = read_month(lines, cells[lines->month], &out->month);
    return status == KAM_DATA ? bad_month(lines, line, cells[lines->month], why) : status;
}

static bool is_outside(const struct kam_import_options *options, int month)
{
    return month < kam_import_first_month(options) || month > kam_import_last_month(options);
}

/*
 * Whether line number lines->count, in the window, is taken: by its CURRENCY, by that of the sum at
 * ODD, if it isn't the same, and by its invoice.
 */
static enum kam_status judge_line(struct kam_line_reader *lines, const struct kam_text *cells,
                                  uint64_t line, struct kam_text currency, size_t odd,
                                  enum kam_verdict *verdict, struct kam_error *why)
{
    enum kam_status status = KAM_OK;

    *verdict = KAM_LINE_GOOD;
    if (currency.len)
        status = judge_currency(lines, line, currency, verdict, why);
    if (status || *verdict != KAM_LINE_GOOD)
        return status;
    if (odd != KAM_NO_COLUMN)
        return kam_line_bad_cell(lines, line, odd, "another currency than the amount", cells[odd],
                                 why);
    if (lines->import->options->reading.invoice.count)
        status = check_invoice(lines, cells, line, why);
    if (status || currency.len == 0)
        return status;
    struct kam_place place = kam_reader_place(lines->reader, line, NULL);
    bool ok = kam_one_currency_take(&lines->import->currency, currency, &place);
    return ok ? KAM_OK : KAM_NOMEM;
}

/* All of a line whose amount is known. KAM_DATA for a bad one. */
static enum kam_status read_line(struct kam_line_reader *lines, const struct kam_text *cells,
                                 uint64_t line, const struct kam_amount *amount,
                                 enum kam_verdict *verdict, struct kam_error *why)
{
    struct kam_line *out = &lines->lines[lines->count];
    struct kam_text id = cells[lines->account], currency = KAM_TEXT("");
    size_t odd = KAM_NO_COLUMN;

    if (read_id(lines, &id) ||
        (id.len == 0 && lines->fallback != KAM_NO_COLUMN && read_payer(lines, cells, &id)))
        return KAM_NOMEM;
    const char *fault = id_fault(lines, cells[lines->account], id);
    if (fault)
        return kam_line_bad_cell(lines, line, lines->account, fault, cells[lines->account], why);
    enum kam_status status = take_month(lines, cells, line, out, why);
    if (!status)
        status = find_currency(lines, cells, line, amount, &currency, why);
    if (!status)
        status = read_rest(lines, cells, line, &currency, &odd, why);
    if (status)
        return status;
    out->amount = *amount;
    out->attributes_hash = hash_attributes(out->attributes, lines->layout->attribute_count);
    lines->ids[lines->count] = id;
    lines->numbers[lines->count] = line;
    *verdict = KAM_LINE_OUTSIDE;
    if (is_outside(lines->import->options, out->month))
        return KAM_OK;
    return judge_line(lines, cells, line, currency, odd, verdict, why);
}

enum kam_status kam_line_read(struct kam_line_reader *lines, const struct kam_text *cells,
                              uint64_t line, enum kam_verdict *verdict, struct kam_amount *amount,
                              struct kam_error *why)
{
    enum kam_status status = KAM_OK;

    *verdict = KAM_LINE_BAD;
    *amount = (struct kam_amount){.is_minor = true};
    if (lines->read_as != KAM_NO_COLUMN)
        status = take_read_as(lines, cells, line, why);
    if (!status) {
        status = kam_line_read_amount(lines, cells, line, amount, why);
        if (status == KAM_DATA) {
            *verdict = KAM_LINE_UNREADABLE;
            amount->exact = KAM_DECIMAL_ZERO; /* half of it may have been read */
        }
    }
    if ((status || lines->header_has_amount) && kam_line_is_header(lines, cells))
        *verdict = KAM_LINE_HEADER;
    else if (kam_line_total_word(lines, cells))
        *verdict = KAM_LINE_TOTAL;
    else if (*verdict == KAM_LINE_UNREADABLE)
        *verdict = judge_unreadable(lines, cells, line, why);
    else if (!status) {
        status = read_line(lines, cells, line, amount, verdict, why);
        if (status == KAM_DATA)
            *verdict = KAM_LINE_BAD;
    }
    return status == KAM_NOMEM ? status : KAM_OK;
}
