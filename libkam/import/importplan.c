#include "import/importplan.h"
#include "import/columnunit.h"
#include "import/header.h"
#include "import/importlayout.h"
#include "import/importmap.h"
#include "import/rejectcolumns.h"
#include "import/rejects.h"
#include "import/titles.h"
#include "table/columns.h"

#include <stdlib.h>

enum { FIRST_BLOCK = 1024 * 1024 }; /* what an input is judged by */

static enum kam_status open_reader(const struct kam_import_file *file, size_t order,
                                   const struct kam_import_options *options,
                                   struct kam_reader **reader, struct kam_error *error)
{
    struct kam_reader_options o = options->reader;

    o.input.order = (unsigned)order;
    if (options->purpose == KAM_FOR_INSPECTION)
        o.input.trust = KAM_ENCODING_GUESS;
    o.input.choose_encoding = kam_header_choose_encoding;
    o.input.first_block = FIRST_BLOCK;
    o.blank = KAM_BLANK_RECORDS;
    if (file->delimiter)
        o.delimiter = file->delimiter;
    return kam_reader_open(reader, file->path, &o, error);
}

/* No block to peek at: an empty file, or one that can't be read. */
static enum kam_status nothing_there(struct kam_reader *reader, struct kam_error *error)
{
    const struct kam_text *fields;
    size_t count;
    uint64_t line;
    enum kam_status status = kam_reader_record(reader, &fields, &count, &line, error);

    if (status != KAM_END)
        return status;
    struct kam_place place = kam_reader_place(reader, 0, NULL);
    return kam_error_at(error, KAM_DATA, &place,
                        "empty, not even a header: did the command before it fail?");
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

static enum kam_status understand(struct kam_import_plan *plan, struct kam_import_file *file,
                                  const struct kam_import_options *options,
                                  struct kam_reader *reader, struct kam_error *error)
{
    enum kam_status status = kam_header_find(plan, file, options, reader, error);
    struct kam_place place = kam_reader_place(reader, file->header_line, NULL);

    if (!status && options->purpose == KAM_FOR_INSPECTION)
        status = kam_excerpt_take(&file->excerpt, reader, file->delimiter, file->header_line,
                                  file->header_end, &plan->arena, error);
    if (status)
        return status;
    if (file->kind == KAM_INPUT_TABLE)
        return refuse_later_tables(file, &place, error);
    if (!options->raw && kam_rejects_lack_read_as(file->names, file->width))
        return kam_error_at(error, KAM_DATA, &place,
                            "rejected lines without read_as, which says how their amounts and days "
                            "were read; put the column back behind reason, or say --raw if this is "
                            "an export");
    status = kam_import_map_roles(file, options, &place, error);
    if (!status && file->kind == KAM_INPUT_RAW)
        status = kam_titles_check(file, options, reader, error);
    return status ? status : kam_conventions_decide(plan, file, options, reader, error);
}

static bool note_encoding(struct kam_import_plan *plan, struct kam_import_file *file,
                          const struct kam_input *input)
{
    file->encoding = (struct kam_encoding_note){
        .origin = kam_input_encoding_origin(input),
        .likelier = kam_input_likelier(input),
        .replaced = kam_input_replaced(input),
        .first_replaced = kam_input_first_replaced(input),
    };
    return kam_arena_copy(&plan->arena, kam_text_of(kam_input_encoding(input)),
                          &file->encoding.name);
}

bool kam_import_plan_doubts_encoding(const struct kam_import_file *file, struct kam_error *warning)
{
    const struct kam_encoding_note *encoding = &file->encoding;
    struct kam_place place = {.file = file->path};

    if (!encoding->likelier)
        return false;
    if (strcmp(file->path, "-") == 0)
        place.file = "standard input";
    kam_error_at(warning, KAM_DATA, &place,
                 "looks like %s, but is read as %.*s: check the names, and say --encoding %s if "
                 "they are garbled",
                 encoding->likelier, (int)encoding->name.len, encoding->name.ptr,
                 encoding->likelier);
    return true;
}

static enum kam_status look_at(struct kam_import_plan *plan, size_t index,
                               const struct kam_import_options *options, struct kam_error *error)
{
    struct kam_import_file *file = &plan->files[index];
    struct kam_reader *reader;
    enum kam_status status = open_reader(file, index, options, &reader, error);

    if (status)
        return status;
    file->doubts.kept = options->purpose == KAM_FOR_INSPECTION;
    if (kam_reader_peek(reader).len == 0)
        status = nothing_there(reader, error);
    else if (!note_encoding(plan, file, kam_reader_input(reader)))
        status = kam_error_nomem(error);
    else
        status = understand(plan, file, options, reader, error);
    /* A file can be opened again; a pipe can't. */
    file->size = kam_input_size(kam_reader_input(reader));
    bool again = file->size > 0 && strcmp(file->path, "-") != 0;
    if (status || again)
        kam_reader_close(reader);
    else
        file->reader = reader;
    return status;
}

/* Compare the ids of FILE with those of the raw export before it, *LAST, which are done with then.
 */
static bool compare_ids(struct kam_import_plan *plan, struct kam_import_file *file,
                        struct kam_import_file **last)
{
    struct kam_id_collision *collision = &file->collision;
    struct kam_text example = KAM_TEXT("");

    if (file->kind == KAM_INPUT_TABLE)
        return true;
    if (*last) {
        collision->other = *last;
        collision->shared =
            kam_id_sample_shared(&(*last)->ids, &file->ids, &collision->different, &example);
        if (!kam_arena_copy(&plan->arena, example, &collision->example))
            return false;
        kam_id_sample_free(&(*last)->ids);
    }
    *last = file;
    return true;
}

enum kam_status kam_import_plan_look(struct kam_import_plan *plan, const char *const *paths,
                                     size_t count, const struct kam_import_options *options,
                                     struct kam_error *error)
{
    static const char *const standard_input[] = {"-"};
    enum kam_status status = kam_import_layout_check_names(options, error);
    struct kam_import_file *last = NULL;

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
        status = look_at(plan, i, options, error);
        if (!status && !compare_ids(plan, &plan->files[i], &last))
            status = kam_error_nomem(error);
    }
    return status ? status : kam_column_units_check(plan, options, error);
}

enum kam_status kam_import_plan_lay_out(struct kam_import_plan *plan,
                                        const struct kam_import_options *options,
                                        struct kam_error *error)
{
    enum kam_status status = kam_import_layout_make(plan, options, error);

    if (!status)
        status = kam_import_layout_place(plan, options, error);
    return status ? status : kam_reject_columns_list(plan, error);
}

bool kam_import_plan_exports(const struct kam_import_plan *plan, struct kam_text column)
{
    for (size_t i = 0; i < plan->file_count; i++)
        if (plan->files[i].kind != KAM_INPUT_TABLE &&
            kam_text_among(plan->files[i].names, plan->files[i].width, column))
            return true;
    return false;
}

/* FILE once more: what was found out about it has to hold for what is read now. */
static enum kam_status open_again(const struct kam_import_file *file, size_t order,
                                  const struct kam_import_options *options,
                                  struct kam_reader **reader, struct kam_error *error)
{
    enum kam_status status = open_reader(file, order, options, reader, error);

    if (status)
        return status;
    uint64_t size = kam_input_size(kam_reader_input(*reader));
    struct kam_place place = kam_reader_place(*reader, 0, NULL);
    if (size == file->size)
        return KAM_OK;
    kam_reader_close(*reader);
    *reader = NULL;
    return kam_error_at(error, KAM_IO, &place,
                        "changed while it was read: %llu bytes, then %llu; is it still being "
                        "written?",
                        (unsigned long long)file->size, (unsigned long long)size);
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
        status = open_again(file, index, options, &reader, error);
    else
        status = kam_reader_set_delimiter(reader, file->delimiter, error);
    while (!status && line < file->header_end) {
        struct kam_error broken = {.status = KAM_OK};
        const struct kam_text *fields;
        size_t count;
        status = kam_reader_record(reader, &fields, &count, &line, &broken);
        if (status == KAM_DATA && broken.line < file->header_end && !kam_reader_failed(reader))
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
    for (size_t i = 0; i < plan->file_count; i++) {
        kam_reader_close(plan->files[i].reader);
        kam_id_sample_free(&plan->files[i].ids);
        kam_doubts_free(&plan->files[i].doubts);
    }
    free(plan->files);
    free((void *)(uintptr_t)plan->layout.attributes);
    free((void *)(uintptr_t)plan->layout.sums);
    free((void *)(uintptr_t)plan->layout.sets);
    free(plan->reject_names);
    kam_arena_free(&plan->arena);
    *plan = (struct kam_import_plan){0};
}
