#include "import/importplan.h"
#include "import/importlayout.h"
#include "import/importmap.h"
#include "table/clean.h"
#include "table/columns.h"

#include <stdlib.h>

enum { HEADER_WITHIN = 100 }; /* records from the top of a file */

static bool is_account_table(const struct kam_text *names, size_t count)
{
    return kam_text_among(names, count, KAM_TEXT("account_id")) &&
           kam_text_among(names, count, KAM_TEXT("lines")) &&
           kam_text_among(names, count, KAM_TEXT("revenue"));
}

/* An account table is UTF-8, whatever encoding the exports beside it have. */
static const char *choose_encoding(const char *encoding, struct kam_text first_bytes)
{
    char delimiter = kam_reader_guess_delimiter(first_bytes);
    enum { ENOUGH = 3 };
    struct kam_text names[ENOUGH] = {KAM_TEXT("account_id"), KAM_TEXT("lines"),
                                     KAM_TEXT("revenue")};
    bool found[ENOUGH] = {false}, more = true;
    bool has_line;
    struct kam_text line = kam_text_split(&first_bytes, '\n', &has_line);

    while (more) {
        struct kam_text name = kam_text_trim(kam_text_split(&line, delimiter, &more));
        for (size_t i = 0; i < ENOUGH; i++)
            found[i] = found[i] || kam_text_equal(name, names[i]);
    }
    return found[0] && found[1] && found[2] ? NULL : encoding;
}

static enum kam_status open_reader(const struct kam_import_file *file, size_t order,
                                   const struct kam_import_options *options,
                                   struct kam_reader **reader, struct kam_error *error)
{
    struct kam_reader_options o = options->reader;

    o.input.order = (unsigned)order;
    o.input.choose_encoding = choose_encoding;
    if (file->delimiter)
        o.delimiter = file->delimiter;
    return kam_reader_open(reader, file->path, &o, error);
}

static enum kam_status keep_header(struct kam_import_plan *plan, struct kam_import_file *file,
                                   const struct kam_text *names, size_t count,
                                   struct kam_error *error)
{
    file->names = kam_arena_calloc(&plan->arena, count, sizeof *file->names);
    if (!file->names)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++)
        if (!kam_arena_copy(&plan->arena, kam_clean_text(names[i]), &file->names[i]))
            return kam_error_nomem(error);
    file->width = count;
    return KAM_OK;
}

/*
 * Look for the header in BLOCK, the beginning of FILE, split at DELIMITER. *FOUND if it is there;
 * the widest record is kept in FILE as what a message may speak of. Fails only with KAM_NOMEM;
 * ERROR is set by a broken record, too.
 */
static enum kam_status look_for_header(struct kam_import_plan *plan, struct kam_import_file *file,
                                       const struct kam_import_options *options,
                                       struct kam_text block, char delimiter, bool *found,
                                       struct kam_error *error)
{
    struct kam_reader_options o = {.delimiter = delimiter};
    struct kam_reader *reader;
    enum kam_status status = kam_reader_open_memory(&reader, file->path, block, &o, error);

    *found = false;
    if (status)
        return status;
    for (int i = 0; i < HEADER_WITHIN && !*found; i++) {
        const struct kam_text *names;
        size_t count;
        uint64_t line;
        status = kam_reader_record(reader, &names, &count, &line, error);
        if (status == KAM_DATA)
            continue; /* no header, whatever it is */
        if (status)
            break;
        bool table = !options->raw && is_account_table(names, count);
        bool wider = count > file->width;
        status = wider || table ? keep_header(plan, file, names, count, error) : KAM_OK;
        if (status)
            break;
        if (wider)
            file->header_line = line;
        *found = table;
        if (!table) {
            struct kam_import_file probe = {.path = file->path};
            status = keep_header(plan, &probe, names, count, error);
            if (status)
                break;
            *found = kam_import_map_fits(options, probe.names, count);
            if (*found) {
                file->names = probe.names;
                file->width = count;
            }
        }
        if (*found) {
            file->is_table = table;
            file->header_line = line;
            file->delimiter = delimiter;
        }
    }
    kam_reader_close(reader);
    return status == KAM_NOMEM ? status : KAM_OK;
}

static enum kam_status refuse_empty(const struct kam_reader *reader, struct kam_error *error)
{
    struct kam_place place = kam_reader_place(reader, 0, NULL);

    return kam_error_at(error, KAM_DATA, &place,
                        "empty, not even a header: did the command before it fail?");
}

/* BROKEN is the first fault met while no record at all could be read. */
static enum kam_status nothing_to_read(const struct kam_reader *reader,
                                       const struct kam_error *broken, struct kam_error *error)
{
    struct kam_place place = kam_reader_place(reader, broken->line, NULL);

    if (broken->status == KAM_OK)
        return refuse_empty(reader, error);
    return kam_error_at(error, KAM_DATA, &place, "%s", broken->text);
}

/* No header: is it because the file can't be read, or is no text at all? */
static enum kam_status find_damage(struct kam_reader *reader, struct kam_error *error)
{
    struct kam_place place = kam_reader_place(reader, 0, NULL);
    const struct kam_text *fields;
    size_t count;
    uint64_t line;
    enum kam_status status = KAM_OK;

    if (kam_text_starts_with(kam_reader_peek(reader), KAM_TEXT("PK\x03\x04")))
        return kam_error_at(error, KAM_DATA, &place,
                            "a zip archive or a spreadsheet (xlsx), no text: save it as CSV");
    for (int i = 0; i < HEADER_WITHIN && !status; i++)
        status = kam_reader_record(reader, &fields, &count, &line, error);
    return status == KAM_END ? KAM_OK : status;
}

static enum kam_status find_header(struct kam_import_plan *plan, struct kam_import_file *file,
                                   const struct kam_import_options *options,
                                   struct kam_reader *reader, struct kam_error *error)
{
    static const char others[] = {',', '\t', ';', '|'};
    struct kam_text block = kam_reader_peek(reader);
    char guess = kam_reader_delimiter(reader);
    struct kam_error broken = {.status = KAM_OK};
    bool found = false;
    enum kam_status status = look_for_header(plan, file, options, block, guess, &found, &broken);

    for (size_t i = 0; !status && !found && !options->reader.delimiter && i < sizeof others; i++)
        if (others[i] != guess)
            status = look_for_header(plan, file, options, block, others[i], &found, &broken);
    if (status)
        return kam_error_nomem(error);
    if (!found)
        file->delimiter = guess;
    if (!found && (status = find_damage(reader, error)))
        return status;
    return found || file->width ? KAM_OK : nothing_to_read(reader, &broken, error);
}

/* No block to peek at: an empty file, or one that can't be read. */
static enum kam_status nothing_there(struct kam_reader *reader, struct kam_error *error)
{
    const struct kam_text *fields;
    size_t count;
    uint64_t line;
    enum kam_status status = kam_reader_record(reader, &fields, &count, &line, error);

    return status == KAM_END ? refuse_empty(reader, error) : status;
}

/* Merged, scored and tiered tables hold customers, and figures that merging would make stale. */
static enum kam_status refuse_later_tables(const struct kam_import_file *file,
                                           const struct kam_place *place, struct kam_error *error)
{
    for (size_t i = 0; i < file->width; i++) {
        const struct kam_column *column = kam_column_find(file->names[i]);
        if (column && column->stage != KAM_STAGE_IMPORT && column->stage != KAM_STAGE_LIST)
            return kam_error_at(error, KAM_DATA, place,
                                "column %s: a merged, scored or tiered table can't be imported "
                                "again; import the account tables it came from",
                                kam_show(file->names[i]).s);
    }
    return KAM_OK;
}

static enum kam_status inspect(struct kam_import_plan *plan, size_t index,
                               const struct kam_import_options *options, struct kam_error *error)
{
    struct kam_import_file *file = &plan->files[index];
    struct kam_reader *reader;
    enum kam_status status = open_reader(file, index, options, &reader, error);

    if (status)
        return status;
    if (kam_reader_peek(reader).len == 0)
        status = nothing_there(reader, error);
    else
        status = find_header(plan, file, options, reader, error);
    if (!status) {
        struct kam_place place = kam_reader_place(reader, file->header_line, NULL);
        status = file->is_table ? refuse_later_tables(file, &place, error)
                                : kam_import_map_roles(file, options, &place, error);
    }
    /* A file can be opened again; a pipe can't. */
    bool again = kam_input_size(kam_reader_input(reader)) > 0 && strcmp(file->path, "-") != 0;
    if (status || again)
        kam_reader_close(reader);
    else
        file->reader = reader;
    return status;
}

enum kam_status kam_import_plan_look(struct kam_import_plan *plan, const char *const *paths,
                                     size_t count, const struct kam_import_options *options,
                                     struct kam_error *error)
{
    static const char *const standard_input[] = {"-"};
    enum kam_status status = kam_import_layout_check_names(options, error);

    *plan = (struct kam_import_plan){0};
    if (status)
        return status;
    if (count == 0) {
        paths = standard_input;
        count = 1;
    }
    plan->files = calloc(count, sizeof *plan->files);
    if (!plan->files)
        return kam_error_nomem(error);
    plan->file_count = count;
    for (size_t i = 0; i < count && !status; i++) {
        plan->files[i].path = paths[i];
        status = inspect(plan, i, options, error);
    }
    return status;
}

enum kam_status kam_import_plan_lay_out(struct kam_import_plan *plan,
                                        const struct kam_import_options *options,
                                        struct kam_error *error)
{
    enum kam_status status = kam_import_layout_make(plan, options, error);

    return status ? status : kam_import_layout_place(plan, options, error);
}

bool kam_import_plan_exports(const struct kam_import_plan *plan, struct kam_text column)
{
    for (size_t i = 0; i < plan->file_count; i++)
        if (!plan->files[i].is_table &&
            kam_text_among(plan->files[i].names, plan->files[i].width, column))
            return true;
    return false;
}

enum kam_status kam_import_plan_open(struct kam_import_plan *plan, size_t index,
                                     const struct kam_import_options *options,
                                     struct kam_reader **out, struct kam_error *error)
{
    struct kam_import_file *file = &plan->files[index];
    struct kam_reader *reader = file->reader;
    enum kam_status status = KAM_OK;
    uint64_t line = 0;

    file->reader = NULL;
    if (!reader)
        status = open_reader(file, index, options, &reader, error);
    else
        status = kam_reader_set_delimiter(reader, file->delimiter, error);
    while (!status && line < file->header_line) {
        struct kam_error broken = {.status = KAM_OK};
        const struct kam_text *fields;
        size_t count;
        status = kam_reader_record(reader, &fields, &count, &line, &broken);
        if (status == KAM_DATA && broken.line < file->header_line)
            status = KAM_OK; /* a title with a stray quote */
        else if (status && error)
            *error = broken;
        if (status == KAM_END) {
            struct kam_place place = kam_reader_place(reader, 0, NULL);
            status = kam_error_at(error, KAM_DATA, &place, "the file changed while it was read");
        }
    }
    if (status) {
        kam_reader_close(reader);
        return status;
    }
    *out = reader;
    return KAM_OK;
}

void kam_import_plan_free(struct kam_import_plan *plan)
{
    for (size_t i = 0; i < plan->file_count; i++)
        kam_reader_close(plan->files[i].reader);
    free(plan->files);
    free((void *)(uintptr_t)plan->layout.attributes);
    free((void *)(uintptr_t)plan->layout.sums);
    free((void *)(uintptr_t)plan->layout.sets);
    kam_arena_free(&plan->arena);
    *plan = (struct kam_import_plan){0};
}
