#include "import/importline.h"
#include "base/hash.h"
#include "import/lineamount.h"
#include "import/linecell.h"
#include "import/linecurrency.h"
#include "import/linefault.h"
#include "import/lineinvoice.h"
#include "import/linekind.h"
#include "import/lineset.h"

/* ---- the rest of a line ---------------------------------------------------------------------- */

/* A blank sum adds nothing. */
static enum kam_status read_sums(struct kam_line_reader *lines, struct kam_reading *reading,
                                 struct kam_line_currency *currency, struct kam_error *why)
{
    const struct kam_text *cells = reading->cells;
    const size_t count = lines->layout->sum_count;

    for (size_t i = 0; i < count; i++) {
        struct kam_amount *amount = &reading->data.sums[i];
        enum kam_status status =
            kam_line_read_cell(lines, cells, reading->line, &lines->sums[i], amount, why);
        if (!status && (amount->currency || lines->sums[i].has_currency))
            status = kam_line_check_sum(lines, cells, reading->line, i, amount, currency, why);
        if (status == KAM_DATA)
            return status;
    }
    return KAM_OK;
}

/* The sets of READING from number FIRST on, and its attributes. False when memory ran out. */
static bool read_texts(struct kam_line_reader *lines, struct kam_reading *reading, size_t first)
{
    const struct kam_layout *layout = lines->layout;
    const struct kam_text *cells = reading->cells;
    struct kam_line *out = &reading->data;

    for (size_t i = first; i < layout->set_count; i++)
        if (!kam_line_read_set(lines, cells, i, &out->sets[i]))
            return false;
    for (size_t i = 0; i < layout->attribute_count; i++) {
        struct kam_text *value = &out->attributes[i];
        size_t at = lines->attributes[i];
        *value = at == KAM_NO_COLUMN ? KAM_TEXT("") : cells[at];
        if (lines->attribute_readings[i] == KAM_READ_TEXT)
            *value = kam_line_text(*value);
        else if (kam_line_read_id(lines, value))
            return false;
    }
    return true;
}

/* A line without a readable amount. */
static enum kam_line_verdict judge_unreadable(const struct kam_line_reader *lines,
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

/* All of a line whose amount is known, and SETS of its sets. KAM_DATA for a bad one. */
static enum kam_status read_line(struct kam_line_reader *lines, struct kam_reading *reading,
                                 size_t sets, struct kam_error *why)
{
    const struct kam_text *cells = reading->cells;
    struct kam_line *out = &reading->data;
    struct kam_line_currency currency;
    enum kam_status status = kam_line_read_account(lines, cells, reading->line, &out->id, why);

    if (!status)
        status = kam_line_read_month(lines, cells, reading->line, &out->month, why);
    if (!status)
        status = kam_line_find_currency(lines, cells, reading->line, &out->amount, &currency, why);
    if (!status)
        status = read_sums(lines, reading, &currency, why);
    if (status)
        return status;
    if (!read_texts(lines, reading, sets))
        return KAM_NOMEM;
    out->hash = kam_hash(out->id);
    out->attributes_hash = kam_hash_all(out->attributes, lines->layout->attribute_count);
    reading->currency = currency.code;
    reading->odd = currency.odd;
    reading->verdict = out->month < lines->first_month || out->month > lines->last_month
                           ? KAM_LINE_OUTSIDE
                           : KAM_LINE_GOOD;
    return KAM_OK;
}

static enum kam_status read_any(struct kam_line_reader *lines, struct kam_reading *reading,
                                struct kam_error *why)
{
    const struct kam_text *cells = reading->cells;
    struct kam_amount *amount = &reading->data.amount;
    bool service_is_known = kam_line_knows_service(lines, cells, reading->data.sets);
    enum kam_status status = KAM_OK;

    if (lines->read_as != KAM_NO_COLUMN)
        status = take_read_as(lines, cells, reading->line, why);
    if (status) {
        *amount = (struct kam_amount){.is_minor = true}; /* not that of a line before */
    } else {
        status = kam_line_read_amount(lines, cells, reading->line, amount, why);
        if (status == KAM_DATA) {
            reading->verdict = KAM_LINE_UNREADABLE;
            amount->exact = KAM_DECIMAL_ZERO; /* half of it may have been read */
        }
    }
    if ((status || lines->header_has_amount) && kam_line_is_header(lines, cells))
        reading->verdict = KAM_LINE_HEADER;
    else if (kam_line_may_be_total(lines, cells, service_is_known) &&
             kam_line_total_word(lines, cells))
        reading->verdict = KAM_LINE_TOTAL;
    else if (reading->verdict == KAM_LINE_UNREADABLE)
        reading->verdict = judge_unreadable(lines, cells, reading->line, why);
    else if (!status)
        status = read_line(lines, reading, service_is_known, why);
    return status == KAM_NOMEM ? status : KAM_OK;
}

enum kam_status kam_line_read(struct kam_line_reader *lines, const struct kam_text *cells,
                              uint64_t line, struct kam_reading *reading)
{
    struct kam_error why; /* filled for a bad line only: it is large */

    why.status = KAM_OK;
    reading->verdict = KAM_LINE_BAD;
    reading->line = line;
    reading->cells = cells;
    reading->why = NULL;
    enum kam_status status = read_any(lines, reading, &why);
    if (status || why.status == KAM_OK)
        return status;
    reading->why = kam_arena_alloc(&lines->strings, sizeof why);
    if (!reading->why)
        return KAM_NOMEM;
    *reading->why = why;
    return KAM_OK;
}

/* ---- what came before ------------------------------------------------------------------------ */

/* KAM_DATA for a line that is bad for it. */
static enum kam_status judge(struct kam_line_reader *lines, struct kam_reading *reading,
                             struct kam_error *why)
{
    enum kam_status status = KAM_OK;

    if (reading->currency.len)
        status = kam_line_judge_currency(lines, reading->line, reading->currency, &reading->verdict,
                                         why);
    if (status || reading->verdict != KAM_LINE_GOOD)
        return status;
    if (reading->odd != KAM_NO_COLUMN)
        return kam_line_bad_cell(lines, reading->line, reading->odd,
                                 "another currency than the amount", reading->cells[reading->odd],
                                 why);
    if (lines->import->options->reading.invoice.count)
        status = kam_line_check_invoice(lines, reading->cells, reading->line, why);
    if (status || reading->currency.len == 0)
        return status;
    struct kam_place place = kam_reader_place(lines->reader, reading->line, NULL);
    bool ok = kam_one_currency_take(&lines->import->currency, reading->currency, &place);
    return ok ? KAM_OK : KAM_NOMEM;
}

enum kam_status kam_line_judge(struct kam_line_reader *lines, struct kam_reading *reading,
                               struct kam_error *why)
{
    enum kam_status status = judge(lines, reading, why);

    if (status == KAM_DATA)
        reading->verdict = KAM_LINE_BAD;
    return status == KAM_NOMEM ? status : KAM_OK;
}
