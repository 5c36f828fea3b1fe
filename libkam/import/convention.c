#include "import/convention.h"
#include "import/columnunit.h"
#include "import/unusedcolumn.h"
#include "table/clean.h"

/* What the cells of one column say. */
struct column_evidence {
    size_t column;
    struct kam_evidence point, comma, either;
};

/* A look through the first block of a file. */
struct sample {
    struct kam_import_plan *plan;
    struct kam_import_file *file;
    const struct kam_import_options *options;
    const struct kam_reader *reader;
    struct column_evidence *amounts;
    size_t amount_count;
    struct kam_evidence day_first, month_first, either;
    struct kam_evidence without_slash; /* the first of EITHER that is 05.10.2026 or 05-10-2026 */
    struct kam_unused_columns unused;
    struct kam_arena scratch;
};

static bool take(struct sample *sample, struct kam_evidence *evidence, uint64_t line,
                 struct kam_text cell)
{
    if (evidence->line)
        return true;
    evidence->line = line;
    return kam_arena_copy(&sample->plan->arena, cell, &evidence->cell);
}

static bool look_at_amount(struct sample *sample, struct column_evidence *column, uint64_t line,
                           struct kam_text cell)
{
    if (kam_clean_is_wrapped(cell) && !kam_clean_id(&cell, &sample->scratch))
        return false;
    switch (kam_amount_hint(cell)) {
    case KAM_AMOUNT_HINT_NONE:
        return true;
    case KAM_AMOUNT_HINT_POINT:
        return take(sample, &column->point, line, cell);
    case KAM_AMOUNT_HINT_COMMA:
        return take(sample, &column->comma, line, cell);
    case KAM_AMOUNT_HINT_EITHER:
        return take(sample, &column->either, line, cell);
    }
    return true;
}

static bool look_at_month(struct sample *sample, uint64_t line, struct kam_text cell)
{
    if (!kam_clean_id(&cell, &sample->scratch))
        return false;
    switch (kam_month_hint(cell)) {
    case KAM_DATE_HINT_NONE:
        return true;
    case KAM_DATE_HINT_DMY:
        return take(sample, &sample->day_first, line, cell);
    case KAM_DATE_HINT_MDY:
        return take(sample, &sample->month_first, line, cell);
    case KAM_DATE_HINT_EITHER:
        return take(sample, &sample->either, line, cell) &&
               (memchr(cell.ptr, '/', cell.len) ||
                take(sample, &sample->without_slash, line, cell));
    }
    return true;
}

static bool look_at_record(struct sample *sample, const struct kam_text *cells, uint64_t line)
{
    struct kam_import_file *file = sample->file;
    size_t month = file->columns[KAM_ROLE_MONTH], name = file->columns[KAM_ROLE_NAME];
    size_t account = file->columns[KAM_ROLE_ACCOUNT];
    struct kam_text id = account == KAM_NO_COLUMN ? KAM_TEXT("") : cells[account];
    bool ok = true;

    for (size_t i = 0; i < sample->amount_count && ok; i++)
        ok = look_at_amount(sample, &sample->amounts[i], line, cells[sample->amounts[i].column]);
    if (ok && month != KAM_NO_COLUMN)
        ok = look_at_month(sample, line, cells[month]);
    if (ok && sample->unused.count)
        ok = kam_unused_columns_look(&sample->unused, cells, line);
    return ok && kam_clean_id(&id, &sample->scratch) &&
           kam_id_sample_add(&file->ids, id,
                             name == KAM_NO_COLUMN ? KAM_TEXT("") : kam_clean_text(cells[name]));
}

/* The records of READER behind the header. Broken ones are for the import to tell of. */
static enum kam_status look_at_records(struct sample *sample, struct kam_reader *reader,
                                       struct kam_error *error)
{
    struct kam_import_file *file = sample->file;
    struct kam_csv_batch batch;
    size_t *all = kam_arena_calloc(&sample->scratch, file->width, sizeof *all);
    enum kam_status status = all ? KAM_OK : kam_error_nomem(error);

    for (size_t i = 0; all && i < file->width; i++)
        all[i] = i;
    if (!status)
        status = kam_reader_select(reader, file->width, all, file->width, error);
    while (!status && !(status = kam_reader_next(reader, &batch, error))) {
        kam_arena_reset(&sample->scratch);
        for (size_t r = 0; r < batch.count; r++)
            if (batch.lines[r] > file->header_end &&
                !look_at_record(sample, batch.cells + r * batch.width, batch.lines[r]))
                return kam_error_nomem(error);
    }
    return status == KAM_NOMEM ? kam_error_nomem(error) : KAM_OK;
}

/* The block without a record that it cuts, as far as that shows. */
static struct kam_text whole_lines(const struct kam_reader *reader)
{
    struct kam_text block = kam_reader_peek(reader);

    if (kam_reader_peek_is_all(reader))
        return block;
    while (block.len && block.ptr[block.len - 1] != '\n' && block.ptr[block.len - 1] != '\r')
        block.len--;
    return block;
}

static enum kam_status look(struct sample *sample, struct kam_error *error)
{
    struct kam_reader_options o = {.delimiter = sample->file->delimiter,
                                   .blank = KAM_BLANK_RECORDS};
    struct kam_reader *reader;
    enum kam_status status =
        kam_reader_open_memory(&reader, sample->file->path, whole_lines(sample->reader), &o, error);

    if (status)
        return status;
    status = look_at_records(sample, reader, error);
    kam_reader_close(reader);
    return status;
}

/* ---- decimal signs --------------------------------------------------------------------------- */

static struct kam_place place_of(const struct sample *sample, uint64_t line, size_t column)
{
    const char *name = column == KAM_NO_COLUMN ? NULL : sample->file->names[column].ptr;

    return kam_reader_place(sample->reader, line, name);
}

static enum kam_status both_signs(const struct sample *sample, const struct column_evidence *point,
                                  const struct column_evidence *comma, struct kam_error *error)
{
    bool point_first = point->point.line < comma->comma.line;
    const struct kam_evidence *first = point_first ? &point->point : &comma->comma;
    const struct kam_evidence *second = point_first ? &comma->comma : &point->point;
    struct kam_place place = place_of(sample, second->line, (point_first ? comma : point)->column);

    return kam_error_at(error, KAM_DATA, &place,
                        "%s has a decimal %s, but %s in line %llu a decimal %s; say --decimal . or "
                        "--decimal , and the others are bad lines",
                        kam_show(second->cell).s, point_first ? "comma" : "point",
                        kam_show(first->cell).s, (unsigned long long)first->line,
                        point_first ? "point" : "comma");
}

/* The first column whose cells say POINT or COMMA. */
static const struct column_evidence *first_with(const struct sample *sample,
                                                enum kam_decimal_sign sign)
{
    const struct column_evidence *found = NULL;

    for (size_t i = 0; i < sample->amount_count; i++) {
        const struct column_evidence *column = &sample->amounts[i];
        uint64_t line = sign == KAM_SIGN_POINT ? column->point.line : column->comma.line;
        uint64_t least = !found                   ? UINT64_MAX
                         : sign == KAM_SIGN_POINT ? found->point.line
                                                  : found->comma.line;
        if (line && line < least)
            found = column;
    }
    return found;
}

static void settle_sign(struct kam_column_convention *convention, enum kam_decimal_sign sign,
                        const struct kam_evidence *evidence)
{
    convention->style.sign = sign;
    if (evidence)
        convention->sign = *evidence;
}

/* A column decides for itself; one that says nothing follows the others, if they agree. */
static enum kam_status decide_sign(const struct sample *sample, const struct column_evidence *own,
                                   const struct column_evidence *point,
                                   const struct column_evidence *comma, struct kam_error *error)
{
    struct kam_column_convention *convention = &sample->file->conventions.columns[own->column];

    if (sample->options->reading.decimal)
        settle_sign(convention, sample->options->reading.decimal, NULL);
    else if (own->point.line && own->comma.line)
        return both_signs(sample, own, own, error);
    else if (own->point.line)
        settle_sign(convention, KAM_SIGN_POINT, &own->point);
    else if (own->comma.line)
        settle_sign(convention, KAM_SIGN_COMMA, &own->comma);
    else if (point && !comma)
        settle_sign(convention, KAM_SIGN_POINT, &point->point);
    else if (comma && !point)
        settle_sign(convention, KAM_SIGN_COMMA, &comma->comma);
    else if (!point && own->either.line) {
        struct kam_place place = place_of(sample, own->either.line, own->column);
        return kam_error_at(error, KAM_DATA, &place,
                            "%s: thousands or decimals? say --decimal . or --decimal ,",
                            kam_show(own->either.cell).s);
    }
    return KAM_OK;
}

static enum kam_status decide_signs(struct sample *sample, struct kam_error *error)
{
    const struct column_evidence *point = first_with(sample, KAM_SIGN_POINT);
    const struct column_evidence *comma = first_with(sample, KAM_SIGN_COMMA);
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < sample->amount_count && !status; i++)
        status =
            kam_doubts_take(&sample->file->doubts, "decimal",
                            decide_sign(sample, &sample->amounts[i], point, comma, error), error);
    return status;
}

/* ---- days and months ------------------------------------------------------------------------- */

static enum kam_status both_orders(const struct sample *sample, struct kam_error *error)
{
    bool day_first = sample->day_first.line < sample->month_first.line;
    const struct kam_evidence *first = day_first ? &sample->day_first : &sample->month_first;
    const struct kam_evidence *second = day_first ? &sample->month_first : &sample->day_first;
    struct kam_place place = place_of(sample, second->line, sample->file->columns[KAM_ROLE_MONTH]);

    return kam_error_at(error, KAM_DATA, &place,
                        "%s has the %s first, but %s in line %llu the %s; say --dates dmy or "
                        "--dates mdy and the others are bad lines",
                        kam_show(second->cell).s, day_first ? "month" : "day",
                        kam_show(first->cell).s, (unsigned long long)first->line,
                        day_first ? "day" : "month");
}

static enum kam_status decide_order(struct sample *sample, struct kam_error *error)
{
    struct kam_conventions *conventions = &sample->file->conventions;
    const struct kam_import_options *options = sample->options;
    enum kam_date_order known = kam_export_format_dates(sample->file->format);
    const struct kam_evidence *open =
        known && sample->without_slash.line ? &sample->without_slash : &sample->either;

    conventions->dates = options->reading.dates;
    if (options->reading.dates.order)
        return KAM_OK;
    if (sample->day_first.line && sample->month_first.line)
        return both_orders(sample, error);
    if (sample->day_first.line) {
        conventions->dates.order = KAM_DATES_DMY;
        conventions->order = sample->day_first;
    } else if (sample->month_first.line) {
        conventions->dates.order = KAM_DATES_MDY;
        conventions->order = sample->month_first;
    } else if (known && sample->either.line && !sample->without_slash.line) {
        conventions->dates.order = known;
    } else if (open->line) {
        struct kam_place place =
            place_of(sample, open->line, sample->file->columns[KAM_ROLE_MONTH]);
        return kam_error_at(error, KAM_DATA, &place,
                            "%s: day or month first? say --dates dmy or --dates mdy",
                            kam_show(open->cell).s);
    }
    return KAM_OK;
}

/* ---- all of it ------------------------------------------------------------------------------- */

static void add_amount(struct sample *sample, size_t column)
{
    struct kam_column_convention *convention = &sample->file->conventions.columns[column];

    if (convention->is_amount)
        return;
    convention->is_amount = true;
    sample->amounts[sample->amount_count++].column = column;
}

/* Which columns are amounts: factors, the cost, and what is summed up. */
static void list_amounts(struct sample *sample)
{
    const struct kam_import_file *file = sample->file;
    const struct kam_renamed_list *sums = &sample->options->sum;

    for (size_t i = 0; i < file->factor_count; i++)
        if (file->factors[i].column != KAM_NO_COLUMN)
            add_amount(sample, file->factors[i].column);
    if (file->columns[KAM_ROLE_COST] != KAM_NO_COLUMN)
        add_amount(sample, file->columns[KAM_ROLE_COST]);
    for (size_t s = 0; s < sums->count; s++)
        for (size_t c = 0; c < file->width; c++)
            if (kam_text_equal(file->names[c], sums->items[s].column))
                add_amount(sample, c);
}

enum kam_status kam_conventions_decide(struct kam_import_plan *plan, struct kam_import_file *file,
                                       const struct kam_import_options *options,
                                       const struct kam_reader *reader, struct kam_error *error)
{
    struct sample sample = {.plan = plan, .file = file, .options = options, .reader = reader};
    struct kam_column_convention *columns =
        kam_arena_calloc(&plan->arena, file->width, sizeof *columns);

    sample.amounts = kam_arena_calloc(&plan->arena, file->width, sizeof *sample.amounts);
    if (!columns || !sample.amounts)
        return kam_error_nomem(error);
    file->conventions = (struct kam_conventions){.columns = columns, .month = KAM_MONTH_NONE};
    for (size_t i = 0; i < file->width; i++)
        columns[i].style.round = file->factor_count > 1 ? -1 : options->round;
    list_amounts(&sample);
    if (!kam_unused_columns_begin(&sample.unused, file, options, &plan->arena))
        return kam_error_nomem(error);
    enum kam_status status = kam_column_units_decide(file, options, reader, error);
    if (!status)
        status = look(&sample, error);
    if (!status && file->kind != KAM_INPUT_REJECTS)
        status = decide_signs(&sample, error);
    if (!status && file->kind != KAM_INPUT_REJECTS)
        status = kam_doubts_take(&file->doubts, "dates", decide_order(&sample, error), error);
    if (!status)
        status = kam_unused_columns_judge(&sample.unused, reader, error);
    if (file->kind != KAM_INPUT_REJECTS)
        file->conventions.ids_are_cut =
            options->long_ids == KAM_LONG_IDS_SUSPECT && kam_id_sample_is_cut(&file->ids);
    kam_arena_free(&sample.scratch);
    return status;
}
