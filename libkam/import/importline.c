#include "import/importline.h"
#include "import/lineamount.h"
#include "import/linecell.h"
#include "import/linecurrency.h"
#include "import/linefault.h"
#include "import/lineinvoice.h"
#include "import/linekind.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

/* ---- the rest of a line ---------------------------------------------------------------------- */

/* The item that a line adds to set number I. That of services is the first, if there is one. */
static struct kam_text set_item(const struct kam_line_reader *lines, const struct kam_text *cells,
                                size_t i)
{
    struct kam_text item = kam_line_text(cells[lines->sets[i]]);

    if (item.len || i > 0 || lines->service_fallback == KAM_NO_COLUMN)
        return item;
    return kam_line_text(cells[lines->service_fallback]);
}

/* The further sums, sets and attributes of line number lines->count. A blank sum adds nothing. */
static enum kam_status read_rest(struct kam_line_reader *lines, const struct kam_text *cells,
                                 uint64_t line, struct kam_line_currency *currency,
                                 struct kam_error *why)
{
    const struct kam_layout *layout = lines->layout;
    size_t n = lines->count;

    for (size_t i = 0; i < layout->sum_count; i++) {
        struct kam_amount amount;
        enum kam_status status = kam_line_read_sum(lines, cells, line, i, &amount, why);
        if (!status)
            status = kam_line_check_sum(lines, cells, line, i, &amount, currency, why);
        if (status == KAM_DATA)
            return status;
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
            *value = kam_line_text(*value);
        else if (kam_line_read_id(lines, value))
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

static bool is_outside(const struct kam_import_options *options, int month)
{
    return month < kam_import_first_month(options) || month > kam_import_last_month(options);
}

/* Whether line number lines->count, in the window, is taken: by its currency and its invoice. */
static enum kam_status judge_line(struct kam_line_reader *lines, const struct kam_text *cells,
                                  uint64_t line, const struct kam_line_currency *currency,
                                  enum kam_verdict *verdict, struct kam_error *why)
{
    enum kam_status status = KAM_OK;

    *verdict = KAM_LINE_GOOD;
    if (currency->code.len)
        status = kam_line_judge_currency(lines, line, currency->code, verdict, why);
    if (status || *verdict != KAM_LINE_GOOD)
        return status;
    if (currency->odd != KAM_NO_COLUMN)
        return kam_line_bad_cell(lines, line, currency->odd, "another currency than the amount",
                                 cells[currency->odd], why);
    if (lines->import->options->reading.invoice.count)
        status = kam_line_check_invoice(lines, cells, line, why);
    if (status || currency->code.len == 0)
        return status;
    struct kam_place place = kam_reader_place(lines->reader, line, NULL);
    bool ok = kam_one_currency_take(&lines->import->currency, currency->code, &place);
    return ok ? KAM_OK : KAM_NOMEM;
}

/* All of a line whose amount is known. KAM_DATA for a bad one. */
static enum kam_status read_line(struct kam_line_reader *lines, const struct kam_text *cells,
                                 uint64_t line, const struct kam_amount *amount,
                                 enum kam_verdict *verdict, struct kam_error *why)
{
    struct kam_line *out = &lines->lines[lines->count];
    struct kam_text *id = &lines->ids[lines->count];
    struct kam_line_currency currency;
    enum kam_status status = kam_line_read_account(lines, cells, line, id, why);

    if (!status)
        status = kam_line_read_month(lines, cells, line, &out->month, why);
    if (!status)
        status = kam_line_find_currency(lines, cells, line, amount, &currency, why);
    if (!status)
        status = read_rest(lines, cells, line, &currency, why);
    if (status)
        return status;
    out->amount = *amount;
    out->attributes_hash = hash_attributes(out->attributes, lines->layout->attribute_count);
    lines->numbers[lines->count] = line;
    *verdict = KAM_LINE_OUTSIDE;
    if (is_outside(lines->import->options, out->month))
        return KAM_OK;
    return judge_line(lines, cells, line, &currency, verdict, why);
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
