/* Which cells of a file its lines are read from. */
#include "import/importline.h"
#include "import/lineset.h"
#include "table/columns.h"

#include <stdlib.h>

static size_t position(const struct kam_line_reader *lines, size_t column)
{
    size_t low = 0;

    if (column == KAM_NO_COLUMN)
        return KAM_NO_COLUMN;
    while (lines->selected[low] != column)
        low++;
    return low;
}

static void select_column(bool *wanted, size_t column)
{
    if (column != KAM_NO_COLUMN)
        wanted[column] = true;
}

/* The column behind COLUMN if it has no name: half of an amount may have slipped into it. */
static size_t column_behind(const struct kam_import_file *file, size_t column)
{
    if (column == KAM_NO_COLUMN || column + 1 >= file->width || file->names[column + 1].len)
        return KAM_NO_COLUMN;
    return column + 1;
}

/* Where a cloud bill has the service of lines that have none in its column. */
static size_t fallback_of_service(const struct kam_line_reader *lines)
{
    const struct kam_import_file *file = lines->file;

    if (!file->format || lines->import->options->roles[KAM_ROLE_SERVICE].given)
        return KAM_NO_COLUMN;
    return kam_export_format_fallback(file->format, file->names, file->width, KAM_ROLE_SERVICE);
}

/* Which columns the lines are read from; all of them where rejected lines have to be kept. */
static bool choose_columns(struct kam_line_reader *lines)
{
    const struct kam_import_file *file = lines->file;
    bool *wanted = calloc(file->width, sizeof *wanted);

    if (!wanted)
        return false;
    wanted[0] = true; /* may say that it is a total line */
    for (int r = 0; r < KAM_ROLES; r++)
        select_column(wanted, file->columns[r]);
    select_column(wanted, fallback_of_service(lines));
    for (size_t i = 0; i < file->factor_count; i++) {
        select_column(wanted, file->factors[i].column);
        select_column(wanted, column_behind(file, file->factors[i].column));
    }
    for (size_t i = 0; i < lines->layout->attribute_count; i++)
        select_column(wanted, file->attributes[i]);
    for (size_t i = 0; i < lines->layout->sum_count; i++) {
        select_column(wanted, file->sums[i]);
        select_column(wanted, column_behind(file, file->sums[i]));
    }
    for (size_t i = 0; i < lines->layout->set_count; i++)
        select_column(wanted, file->sets[i]);
    for (size_t i = 0; i < lines->import->options->reading.invoice.count; i++)
        select_column(wanted, file->invoice[i]);
    if (file->kind == KAM_INPUT_REJECTS)
        select_column(wanted, KAM_REJECTS_READ_AS);
    for (size_t c = 0; c < file->width; c++)
        if (wanted[c] || lines->import->rejects) {
            lines->needed[lines->width] = wanted[c];
            lines->selected[lines->width++] = c;
        }
    free(wanted);
    return true;
}

static const struct kam_amount_style *style_of(const struct kam_import_file *file, size_t column)
{
    return column == KAM_NO_COLUMN ? NULL : &file->conventions.columns[column].style;
}

static struct kam_line_amounts amounts_in(const struct kam_line_reader *lines, size_t column)
{
    return (struct kam_line_amounts){
        .at = position(lines, column),
        .behind = position(lines, column_behind(lines->file, column)),
        .style = style_of(lines->file, column),
    };
}

static enum kam_cell_reading reading_of(struct kam_text attribute)
{
    return kam_column_cell_kind(attribute) == KAM_CELL_ID ? KAM_READ_ID : KAM_READ_TEXT;
}

/* A heading may be a number, 202610 for one, and with --columns it may be anything. */
static bool header_has_amount(const struct kam_import_file *file)
{
    size_t column = file->factors[0].column;
    const struct kam_amount_style *style = style_of(file, column);
    struct kam_amount amount;
    bool found = column == KAM_NO_COLUMN || !kam_amount_parse(file->names[column], style, &amount);

    for (size_t r = 0; r < file->header_row_count && !found; r++)
        found = !kam_amount_parse(file->header_rows[r][column], style, &amount);
    return found;
}

static void follow_amounts(const struct kam_line_reader *lines, struct kam_line_amounts *amounts)
{
    const struct kam_column_convention *columns = lines->file->conventions.columns;

    if (amounts->at == KAM_NO_COLUMN)
        return;
    amounts->may_be_plain =
        amounts->behind == KAM_NO_COLUMN && kam_amount_may_be_plain(amounts->style);
    amounts->has_currency = columns[lines->selected[amounts->at]].currency != KAM_CURRENCY_NONE;
}

void kam_line_reader_follow(struct kam_line_reader *lines)
{
    const struct kam_import_file *file = lines->file;

    lines->header_has_amount = header_has_amount(file);
    for (size_t i = 0; i < lines->layout->sum_count; i++)
        follow_amounts(lines, &lines->sums[i]);
    for (size_t i = 0; i < file->factor_count; i++)
        follow_amounts(lines, &lines->factors[i]);
    lines->amount_may_be_plain = file->factor_count == 1 && lines->factors[0].may_be_plain;
    lines->known_currency = KAM_CURRENCY_NONE;
    for (size_t i = 0; i < file->factor_count; i++) {
        size_t column = file->factors[i].column;
        if (column != KAM_NO_COLUMN && file->conventions.columns[column].currency)
            lines->known_currency = file->conventions.columns[column].currency;
    }
    lines->ids_may_be_plain = lines->import->options->prefix.len == 0;
    lines->accounts_may_be_plain = lines->ids_may_be_plain && !file->conventions.ids_are_cut;
    kam_cell_memo_clear(&lines->months);
    lines->month_is_given =
        lines->month == KAM_NO_COLUMN || file->conventions.month != KAM_MONTH_NONE;
    lines->given_month = file->conventions.month != KAM_MONTH_NONE ? file->conventions.month
                                                                   : lines->import->options->period;
}

static void find_positions(struct kam_line_reader *lines)
{
    const struct kam_import_options *options = lines->import->options;
    const struct kam_import_file *file = lines->file;
    const struct kam_layout *layout = lines->layout;

    lines->account = position(lines, file->columns[KAM_ROLE_ACCOUNT]);
    lines->fallback = file->format && !options->roles[KAM_ROLE_ACCOUNT].given
                          ? position(lines, file->columns[KAM_ROLE_PAYER])
                          : KAM_NO_COLUMN;
    lines->month = position(lines, file->columns[KAM_ROLE_MONTH]);
    lines->first_month = kam_import_first_month(options);
    lines->last_month = kam_import_last_month(options);
    lines->name = position(lines, file->columns[KAM_ROLE_NAME]);
    lines->service = position(lines, file->columns[KAM_ROLE_SERVICE]);
    lines->service_fallback = position(lines, fallback_of_service(lines));
    lines->currency = position(lines, file->columns[KAM_ROLE_CURRENCY]);
    lines->read_as = position(lines, file->kind == KAM_INPUT_REJECTS ? (size_t)KAM_REJECTS_READ_AS
                                                                     : KAM_NO_COLUMN);
    for (size_t i = 0; i < file->factor_count; i++)
        lines->factors[i] = amounts_in(lines, file->factors[i].column);
    for (size_t i = 0; i < layout->attribute_count; i++) {
        lines->attributes[i] = position(lines, file->attributes[i]);
        lines->attribute_readings[i] = reading_of(layout->attributes[i]);
    }
    for (size_t i = 0; i < layout->sum_count; i++)
        lines->sums[i] = amounts_in(lines, file->sums[i]);
    for (size_t i = 0; i < layout->set_count; i++)
        lines->sets[i] = position(lines, file->sets[i]);
    for (size_t i = 0; i < options->reading.invoice.count; i++)
        lines->invoice[i] = position(lines, file->invoice[i]);
    kam_line_reader_follow(lines);
}

/* An array of COUNT elements of the arena's; *OK turns false when memory ran out. */
static void *room(struct kam_line_reader *lines, size_t count, size_t size, bool *ok)
{
    void *p = kam_arena_calloc(&lines->arena, count, size);

    *ok = *ok && p;
    return p;
}

/* Room for what a batch of lines says. */
static bool make_readings(struct kam_line_reader *lines)
{
    const struct kam_layout *layout = lines->layout;
    const size_t rows = KAM_CSV_BATCH_ROWS;
    bool ok = true;

    lines->readings = room(lines, rows, sizeof *lines->readings, &ok);
    struct kam_amount *sums = room(lines, rows * layout->sum_count, sizeof *sums, &ok);
    uint32_t *sets = room(lines, rows * layout->set_count, sizeof *sets, &ok);
    struct kam_text *attributes =
        room(lines, rows * layout->attribute_count, sizeof *attributes, &ok);
    for (size_t i = 0; ok && i < rows; i++) {
        struct kam_line *line = &lines->readings[i].data;
        line->sums = sums + i * layout->sum_count;
        line->sets = sets + i * layout->set_count;
        line->attributes = attributes + i * layout->attribute_count;
    }
    return ok;
}

enum kam_status kam_line_reader_open(struct kam_line_reader *lines, struct kam_import *import,
                                     struct kam_import_file *file, struct kam_reader *reader,
                                     struct kam_error *error)
{
    *lines = (struct kam_line_reader){
        .import = import, .file = file, .layout = &import->plan->layout, .reader = reader};
    const struct kam_layout *layout = lines->layout;
    const size_t invoice_count = import->options->reading.invoice.count;
    bool ok = true;

    lines->selected = room(lines, lines->file->width, sizeof *lines->selected, &ok);
    lines->needed = room(lines, lines->file->width, sizeof *lines->needed, &ok);
    lines->attributes = room(lines, layout->attribute_count, sizeof *lines->attributes, &ok);
    lines->attribute_readings =
        room(lines, layout->attribute_count, sizeof *lines->attribute_readings, &ok);
    lines->sums = room(lines, layout->sum_count, sizeof *lines->sums, &ok);
    lines->sets = room(lines, layout->set_count, sizeof *lines->sets, &ok);
    lines->invoice = room(lines, invoice_count, sizeof *lines->invoice, &ok);
    lines->invoice_parts = room(lines, invoice_count, sizeof *lines->invoice_parts, &ok);
    lines->set_items = room(lines, layout->set_count, sizeof *lines->set_items, &ok);
    ok = ok && make_readings(lines);
    if (!ok || !choose_columns(lines))
        return kam_error_nomem(error);
    find_positions(lines);
    return kam_reader_select(lines->reader, lines->file->width, lines->selected, lines->width,
                             error);
}

void kam_line_reader_close(struct kam_line_reader *lines)
{
    for (size_t i = 0; lines->set_items && i < lines->layout->set_count; i++)
        kam_line_set_free(&lines->set_items[i]);
    kam_buffer_free(&lines->last_read_as);
    kam_currency_reader_free(&lines->currencies);
    kam_arena_free(&lines->strings);
    kam_arena_free(&lines->arena);
}
