#include "import/importline.h"
#include "table/clean.h"
#include "table/columns.h"

#include <stdlib.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

static size_t position(const struct kam_line_reader *lines, size_t column)
{
    size_t low = 0;

    if (column == KAM_NO_COLUMN)
        return KAM_NO_COLUMN;
    while (lines->selected[low] != column)
        low++;
    return low;
}

static void select_column(struct kam_line_reader *lines, bool *wanted, size_t column)
{
    (void)lines;
    if (column != KAM_NO_COLUMN)
        wanted[column] = true;
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
        select_column(lines, wanted, file->columns[r]);
    for (size_t i = 0; i < file->factor_count; i++)
        select_column(lines, wanted, file->factors[i].column);
    for (size_t i = 0; i < lines->layout->attribute_count; i++)
        select_column(lines, wanted, file->attributes[i]);
    for (size_t i = 0; i < lines->layout->sum_count; i++)
        select_column(lines, wanted, file->sums[i]);
    for (size_t i = 0; i < lines->layout->set_count; i++)
        select_column(lines, wanted, file->sets[i]);
    for (size_t c = 0; c < file->width; c++)
        if (wanted[c] || lines->import->rejects)
            lines->selected[lines->width++] = c;
    free(wanted);
    return true;
}

static void find_positions(struct kam_line_reader *lines)
{
    const struct kam_import_file *file = lines->file;

    lines->account = position(lines, file->columns[KAM_ROLE_ACCOUNT]);
    lines->month = position(lines, file->columns[KAM_ROLE_MONTH]);
    lines->name = position(lines, file->columns[KAM_ROLE_NAME]);
    for (size_t i = 0; i < file->factor_count; i++)
        lines->factors[i] = position(lines, file->factors[i].column);
    for (size_t i = 0; i < lines->layout->attribute_count; i++) {
        bool id = kam_column_cell_kind(lines->layout->attributes[i]) == KAM_CELL_ID;
        lines->attributes[i] = position(lines, file->attributes[i]);
        lines->readings[i] = id ? KAM_READ_ID : KAM_READ_TEXT;
    }
    for (size_t i = 0; i < lines->layout->sum_count; i++)
        lines->sums[i] = position(lines, file->sums[i]);
    for (size_t i = 0; i < lines->layout->set_count; i++)
        lines->sets[i] = position(lines, file->sets[i]);
}

/* An array of COUNT elements of the arena's; *OK turns false when memory ran out. */
static void *room(struct kam_line_reader *lines, size_t count, size_t size, bool *ok)
{
    void *p = kam_arena_calloc(&lines->arena, count, size);

    *ok = *ok && p;
    return p;
}

enum kam_status kam_line_reader_open(struct kam_line_reader *lines, struct kam_import *import,
                                     const struct kam_import_file *file, struct kam_reader *reader,
                                     struct kam_error *error)
{
    *lines = (struct kam_line_reader){
        .import = import, .file = file, .layout = &import->plan->layout, .reader = reader};
    const struct kam_layout *layout = lines->layout;
    const size_t rows = KAM_CSV_BATCH_ROWS;
    bool ok = true;

    lines->selected = room(lines, lines->file->width, sizeof *lines->selected, &ok);
    lines->attributes = room(lines, layout->attribute_count, sizeof *lines->attributes, &ok);
    lines->readings = room(lines, layout->attribute_count, sizeof *lines->readings, &ok);
    lines->sums = room(lines, layout->sum_count, sizeof *lines->sums, &ok);
    lines->sets = room(lines, layout->set_count, sizeof *lines->sets, &ok);
    lines->ids = room(lines, rows, sizeof *lines->ids, &ok);
    lines->lines = room(lines, rows, sizeof *lines->lines, &ok);
    lines->numbers = room(lines, rows, sizeof *lines->numbers, &ok);
    lines->line_sums = room(lines, rows * layout->sum_count, sizeof *lines->line_sums, &ok);
    lines->line_sets = room(lines, rows * layout->set_count, sizeof *lines->line_sets, &ok);
    lines->line_attributes =
        room(lines, rows * layout->attribute_count, sizeof *lines->line_attributes, &ok);
    if (!ok || !choose_columns(lines))
        return kam_error_nomem(error);
    find_positions(lines);
    for (size_t i = 0; i < rows; i++) {
        lines->lines[i].sums = lines->line_sums + i * layout->sum_count;
        lines->lines[i].sets = lines->line_sets + i * layout->set_count;
        lines->lines[i].attributes = lines->line_attributes + i * layout->attribute_count;
    }
    return kam_reader_select(lines->reader, lines->file->width, lines->selected, lines->width,
                             error);
}

/* KAM_DATA for the cell at position AT of a line. */
static enum kam_status bad_cell(const struct kam_line_reader *lines, uint64_t line, size_t at,
                                const char *reason, struct kam_text cell, struct kam_error *why)
{
    struct kam_place place =
        kam_reader_place(lines->reader, line, lines->file->names[lines->selected[at]].ptr);

    return kam_error_at(why, KAM_DATA, &place, "%s: %s", reason, kam_show(cell).s);
}

/* An id with the import's prefix; an empty one stays empty. */
static enum kam_status read_id(struct kam_line_reader *lines, struct kam_text *id)
{
    struct kam_text prefix = lines->import->options->prefix;

    if (!kam_clean_id(id, &lines->strings))
        return KAM_NOMEM;
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
    *month = kam_month_parse(clean, KAM_MONTH_CLEAR);
    if (*month == KAM_MONTH_NONE)
        return KAM_DATA;
    last->len = 0;
    lines->last_month = *month;
    return kam_buffer_add(last, cell) ? KAM_OK : KAM_NOMEM;
}

static const struct kam_amount_style style = {KAM_SIGN_POINT, 0, -1};

/* The amount of a line: a cell, a constant, or the product of two of them. */
static enum kam_status read_amount(struct kam_line_reader *lines, const struct kam_text *cells,
                                   uint64_t line, struct kam_amount *amount, struct kam_error *why)
{
    struct kam_amount factors[2] = {{.is_minor = true}, {.is_minor = true}};

    for (size_t i = 0; i < lines->file->factor_count; i++) {
        size_t at = lines->factors[i];
        if (at == KAM_NO_COLUMN) {
            factors[i] = kam_amount_of(lines->file->factors[i].constant);
            continue;
        }
        enum kam_number outcome = kam_amount_parse(cells[at], &style, &factors[i]);
        if (outcome)
            return bad_cell(lines, line, at,
                            kam_text_trim(cells[at]).len ? kam_number_reason(outcome) : "no amount",
                            cells[at], why);
    }
    *amount = factors[0];
    if (lines->file->factor_count == 1)
        return KAM_OK;
    struct kam_decimal product;
    enum kam_number outcome = kam_decimal_multiply(factors[0].exact, factors[1].exact,
                                                   lines->import->options->round, &product);
    if (outcome) {
        struct kam_place place = kam_reader_place(lines->reader, line, NULL);
        return kam_error_at(why, KAM_DATA, &place, "the product of the amount's columns: %s%s",
                            kam_number_reason(outcome),
                            outcome == KAM_NUMBER_PLACES ? "; say --round N" : "");
    }
    *amount = kam_amount_of(product);
    return KAM_OK;
}

/* The further sums, sets and attributes of line number lines->count. A blank sum adds nothing. */
static enum kam_status read_rest(struct kam_line_reader *lines, const struct kam_text *cells,
                                 uint64_t line, struct kam_error *why)
{
    const struct kam_layout *layout = lines->layout;
    size_t n = lines->count;

    for (size_t i = 0; i < layout->sum_count; i++) {
        struct kam_text cell = cells[lines->sums[i]];
        struct kam_amount amount = {.is_minor = true};
        enum kam_number outcome = KAM_NUMBER_OK;
        if (kam_text_trim(cell).len)
            outcome = kam_amount_parse(cell, &style, &amount);
        if (outcome)
            return bad_cell(lines, line, lines->sums[i], kam_number_reason(outcome), cell, why);
        lines->line_sums[n * layout->sum_count + i] = amount.exact;
    }
    for (size_t i = 0; i < layout->set_count; i++) {
        struct kam_text cell = kam_clean_text(cells[lines->sets[i]]);
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
            *value = kam_clean_text(*value);
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

static bool is_total(const struct kam_line_reader *lines, const struct kam_text *cells)
{
    if (kam_heading_is_total(cells[lines->account]))
        return true;
    if (kam_text_trim(cells[lines->account]).len)
        return false;
    return kam_heading_is_total(cells[0]) ||
           (lines->name != KAM_NO_COLUMN && kam_heading_is_total(cells[lines->name]));
}

void kam_line_reader_begin(struct kam_line_reader *lines)
{
    lines->count = 0;
    kam_arena_reset(&lines->strings);
}

enum kam_status kam_line_read(struct kam_line_reader *lines, const struct kam_text *cells,
                              uint64_t line, enum kam_verdict *verdict, struct kam_amount *amount,
                              struct kam_error *why)
{
    const struct kam_import_options *options = lines->import->options;
    struct kam_line *out = &lines->lines[lines->count];
    struct kam_text id = cells[lines->account];

    *verdict = KAM_LINE_BAD;
    *amount = (struct kam_amount){.is_minor = true};
    enum kam_status status = read_amount(lines, cells, line, amount, why);
    if (is_total(lines, cells)) {
        *verdict = KAM_LINE_TOTAL;
        return KAM_OK;
    }
    if (status)
        return KAM_OK;
    if (read_id(lines, &id))
        return KAM_NOMEM;
    if (id.len == 0) {
        struct kam_error *e = why;
        bad_cell(lines, line, lines->account, "no account id", cells[lines->account], e);
        return KAM_OK;
    }
    out->month = options->period;
    if (lines->month != KAM_NO_COLUMN) {
        status = read_month(lines, cells[lines->month], &out->month);
        if (status == KAM_DATA) {
            bad_cell(lines, line, lines->month, "not a month", cells[lines->month], why);
            return KAM_OK;
        }
        if (status)
            return status;
    }
    status = read_rest(lines, cells, line, why);
    if (status)
        return status == KAM_NOMEM ? status : KAM_OK;
    out->amount = *amount;
    out->attributes_hash = hash_attributes(out->attributes, lines->layout->attribute_count);
    lines->ids[lines->count] = id;
    lines->numbers[lines->count] = line;
    *verdict =
        out->month < kam_import_first_month(options) || out->month > kam_import_last_month(options)
            ? KAM_LINE_OUTSIDE
            : KAM_LINE_GOOD;
    return KAM_OK;
}

void kam_line_reader_close(struct kam_line_reader *lines)
{
    kam_buffer_free(&lines->last_month_text);
    kam_arena_free(&lines->strings);
    kam_arena_free(&lines->arena);
}
