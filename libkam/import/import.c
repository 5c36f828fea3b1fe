#include "import/import.h"
#include "import/putaside.h"

#include <stdlib.h>

int kam_import_first_month(const struct kam_import_options *options)
{
    return options->period == KAM_MONTH_NONE ? KAM_MONTH_FIRST
                                             : options->period - (int)options->window + 1;
}

int kam_import_last_month(const struct kam_import_options *options)
{
    return options->period == KAM_MONTH_NONE ? KAM_MONTH_LAST : options->period;
}

enum kam_status kam_import_count(struct kam_import *import, size_t file, enum kam_fate fate,
                                 int month, uint64_t lines, struct kam_decimal amount,
                                 struct kam_error *error)
{
    bool range;

    if (kam_reconcile_add(&import->files[file], fate, month, lines, amount, &range))
        return KAM_OK;
    struct kam_place place = {import->files[file].name, (unsigned)file, 0, NULL};
    return range ? kam_error_at(error, KAM_DATA, &place, "the sum of its amounts is too large")
                 : kam_error_nomem(error);
}

void kam_import_warn(const struct kam_import *import, const struct kam_error *warning)
{
    if (import->warn)
        import->warn(import->warn_context, warning);
}

/* What column NAME of FILE is called among the rejected lines. */
static struct kam_text name_of_reject(const struct kam_import_plan *plan,
                                      const struct kam_import_file *file, struct kam_text name)
{
    for (size_t i = 0; i < file->width; i++)
        if (file->reject_columns[i] != SIZE_MAX && kam_text_equal(file->names[i], name))
            return plan->reject_names[file->reject_columns[i]];
    return name;
}

static bool write_rejected(struct kam_import *import, const struct kam_import_file *file,
                           const struct kam_text *fields, size_t count, const struct kam_error *why)
{
    struct kam_buffer read_as = {NULL, 0, 0};
    struct kam_rejected_line line = {
        .cells = fields,
        .count = count,
        .columns = file->reject_columns,
        .width = file->width,
        .fault = name_of_reject(import->plan, file, kam_text_of(why->column)),
        .is_again = file->kind == KAM_INPUT_REJECTS};
    bool ok = true;

    if (!line.is_again) {
        ok = kam_conventions_write(file, import->options, &read_as);
        line.read_as = kam_buffer_text(&read_as);
    } else if (count > KAM_REJECTS_READ_AS) {
        line.read_as = fields[KAM_REJECTS_READ_AS];
    }
    if (ok)
        kam_rejects_add(import->rejects, &line, why);
    kam_buffer_free(&read_as);
    return ok;
}

enum kam_status kam_import_reject(struct kam_import *import, size_t file,
                                  const struct kam_text *fields, size_t count,
                                  struct kam_decimal amount, const struct kam_error *why,
                                  struct kam_error *error)
{
    const struct kam_import_file *f = &import->plan->files[file];

    if (import->bad_lines < KAM_IMPORT_SHOWN)
        import->bad[import->bad_lines] = *why;
    import->bad_lines++;
    if (import->rejects && !write_rejected(import, f, fields, count, why))
        return kam_error_nomem(error);
    if (import->bad_lines > import->most_rejects)
        return kam_error_set(error, KAM_DATA, "more than %llu bad lines; the last was %s:%llu",
                             (unsigned long long)import->most_rejects, why->file,
                             (unsigned long long)why->line);
    return kam_import_count(import, file, KAM_FATE_REJECTED, KAM_MONTH_NONE, 1, amount, error);
}

/* The same content a second time would be counted twice; without a line to count it does no harm.
 */
static enum kam_status check_repeated(struct kam_import *import, size_t index,
                                      const struct kam_input *input, struct kam_error *error)
{
    struct kam_digest digest = kam_input_digest(input);
    uint64_t lines = 0;

    import->digests[index] = digest;
    for (int fate = 0; fate <= KAM_FATE_REJECTED; fate++)
        if (fate != KAM_FATE_TOTAL)
            lines += import->files[index].lines[fate];
    for (size_t i = 0; lines && i < import->plan->file_count; i++)
        if (i != index && import->files[i].name && import->digests[i].low == digest.low &&
            import->digests[i].high == digest.high) {
            struct kam_place place = {kam_input_name(input), (unsigned)index, 0, NULL};
            return kam_error_at(error, KAM_DATA, &place,
                                "the same content as %s: its lines would count twice",
                                import->files[i].name);
        }
    return KAM_OK;
}

static enum kam_status read_file(struct kam_import *import, size_t index, struct kam_error *error)
{
    struct kam_import_file *file = &import->plan->files[index];
    struct kam_reader *reader;
    enum kam_status status =
        kam_import_plan_open(import->plan, index, import->options, &reader, error);

    if (status)
        return status;
    import->files[index].name = kam_input_name(kam_reader_input(reader));
    status = file->kind == KAM_INPUT_TABLE ? kam_import_table(import, index, reader, error)
                                           : kam_import_raw(import, index, reader, error);
    uint64_t blank = kam_reader_blank_lines(reader);
    if (!status && blank)
        status = kam_import_count(import, index, KAM_FATE_BLANK, KAM_MONTH_NONE, blank,
                                  KAM_DECIMAL_ZERO, error);
    if (!status)
        status = check_repeated(import, index, kam_reader_input(reader), error);
    file->encoding.replaced = kam_input_replaced(kam_reader_input(reader));
    file->encoding.first_replaced = kam_input_first_replaced(kam_reader_input(reader));
    kam_reader_close(reader);
    return status;
}

enum kam_status kam_import_run(struct kam_import *import, struct kam_error *error)
{
    enum { USUAL_MONTHS = 12 };
    unsigned hint =
        import->options->period == KAM_MONTH_NONE ? USUAL_MONTHS : import->options->window;
    /* More than there are threads, so that one seldom waits for another. */
    unsigned parts = import->threads > 1 ? import->threads * 2 : 1;
    if (parts > KAM_STORE_MOST_PARTS)
        parts = KAM_STORE_MOST_PARTS;
    enum kam_status status =
        kam_store_new(&import->store, &import->plan->layout, hint, parts, error);

    if (status)
        return status;
    if (import->memory)
        kam_store_limit(import->store, import->memory, import->directory);
    import->files = calloc(import->plan->file_count, sizeof *import->files);
    import->digests = calloc(import->plan->file_count, sizeof *import->digests);
    if (!import->files || !import->digests)
        return kam_error_nomem(error);
    /* Tables last: they are held against the lines that they may repeat. */
    for (int tables = 0; tables <= 1; tables++)
        for (size_t i = 0; i < import->plan->file_count && !status; i++)
            if ((import->plan->files[i].kind == KAM_INPUT_TABLE) == tables)
                status = read_file(import, i, error);
    if (!status)
        status = kam_store_finish(import->store, error);
    if (!status && import->memory)
        status = kam_putaside_check(import, error);
    return status;
}

void kam_import_free(struct kam_import *import)
{
    for (size_t i = 0; import->files && i < import->plan->file_count; i++)
        kam_reconcile_free(&import->files[i]);
    free(import->files);
    free(import->digests);
    import->files = NULL;
    import->digests = NULL;
    kam_one_currency_free(&import->currency);
    kam_invoices_free(&import->invoices);
    kam_store_free(import->store);
    import->store = NULL;
}

uint64_t kam_import_lines(const struct kam_import *import, enum kam_fate fate)
{
    uint64_t lines = 0;

    for (size_t i = 0; i < import->plan->file_count; i++)
        lines += import->files[i].lines[fate];
    return lines;
}

struct kam_months kam_import_months(const struct kam_import *import)
{
    if (import->options->period == KAM_MONTH_NONE)
        return kam_store_months(import->store);
    return (struct kam_months){kam_import_first_month(import->options), import->options->window};
}
