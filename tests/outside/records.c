/*
 * records: what kam's reader makes of files, for comparing it with what others make of them.
 *
 *     records DELIMITER any|table FILE...
 *
 * Prints a line per file: a JSON array of its records, each an array of strings. What is wrong
 * with the file stands in its place among them, {"line":3,"fault":"reason"}; so does, as the last
 * element, {"line":3,"error":"reason"}, why the rest of it can't be read. With `any`, a record may
 * have any number of fields; with `table`, as many as the first one, as for all tools.
 *
 * Every file is read at several sizes of blocks, and has to come out the same.
 */
#include "io/reader.h"

#include <stdio.h>
#include <stdlib.h>

enum width { ANY_WIDTH, TABLE_WIDTH };

/* There is nothing to be compared, whatever the file holds. */
static _Noreturn void fail(const char *reason)
{
    fprintf(stderr, "records: %s\n", reason);
    exit(1);
}

static void must(bool ok)
{
    if (!ok)
        fail("out of memory");
}

static void add(struct kam_buffer *out, const char *text)
{
    must(kam_buffer_add(out, kam_text_of(text)));
}

/* What comes before an element of an array. */
static void add_comma(struct kam_buffer *out)
{
    if (out->len && out->ptr[out->len - 1] != '[')
        add(out, ",");
}

static void add_string(struct kam_buffer *out, struct kam_text text)
{
    add(out, "\"");
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c < ' ' || c == '"' || c == '\\')
            must(kam_buffer_printf(out, "\\u%04x", c));
        else
            must(kam_buffer_add_byte(out, text.ptr[i]));
    }
    add(out, "\"");
}

static void add_record(struct kam_buffer *out, const struct kam_text *fields, size_t count)
{
    add_comma(out);
    add(out, "[");
    for (size_t i = 0; i < count; i++) {
        add_comma(out);
        add_string(out, fields[i]);
    }
    add(out, "]");
}

static void add_wrong(struct kam_buffer *out, uint64_t line, const char *kind, const char *reason)
{
    add_comma(out);
    must(kam_buffer_printf(out, "{\"line\":%llu,\"%s\":", (unsigned long long)line, kind));
    add_string(out, kam_text_of(reason));
    add(out, "}");
}

/* Records and faults by their lines. */
static void add_batch(struct kam_buffer *out, const struct kam_csv_batch *batch)
{
    const struct kam_csv_fault *fault = batch->faults, *end = fault + batch->fault_count;

    for (size_t r = 0; r < batch->count; r++) {
        for (; fault < end && fault->line < batch->lines[r]; fault++)
            add_wrong(out, fault->line, "fault", fault->reason);
        add_record(out, batch->cells + r * batch->width, batch->width);
    }
    for (; fault < end; fault++)
        add_wrong(out, fault->line, "fault", fault->reason);
}

/* From now on records have FIELDS fields, all of which are wanted. */
static void select_all(struct kam_reader *reader, size_t fields)
{
    size_t *columns = calloc(fields, sizeof *columns);

    must(columns != NULL);
    for (size_t i = 0; i < fields; i++)
        columns[i] = i;
    must(kam_reader_select(reader, fields, columns, fields, NULL) == KAM_OK);
    free(columns);
}

/* FILE in blocks and chunks of SIZE bytes, as they are if that is 0. */
static void add_file(struct kam_buffer *out, const char *file, char delimiter, enum width width,
                     size_t size)
{
    const struct kam_reader_options options = {
        .input = {.block_size = size}, .delimiter = delimiter, .chunk_size = size};
    struct kam_reader *reader;
    struct kam_csv_batch batch;
    struct kam_error error;
    bool selected = width == ANY_WIDTH;

    enum kam_status status = kam_reader_open(&reader, file, &options, &error);
    if (status)
        fail(error.text);
    add(out, "[");
    while ((status = kam_reader_next(reader, &batch, &error)) == KAM_OK) {
        add_batch(out, &batch);
        if (!selected && batch.count) {
            select_all(reader, batch.width);
            selected = true;
        }
    }
    if (status == KAM_DATA)
        add_wrong(out, error.line, "error", error.text);
    else if (status != KAM_END)
        fail(error.text);
    add(out, "]\n");
    kam_reader_close(reader);
}

static void show_file(const char *file, char delimiter, enum width width)
{
    static const size_t sizes[] = {1, 2, 3, 5, 8, 13, 100};
    struct kam_buffer whole = {NULL, 0, 0}, cut = {NULL, 0, 0};

    add_file(&whole, file, delimiter, width, 0);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        cut.len = 0;
        add_file(&cut, file, delimiter, width, sizes[i]);
        if (!kam_text_equal(kam_buffer_text(&whole), kam_buffer_text(&cut)))
            fail("the size of blocks makes a difference");
    }
    fwrite(whole.ptr, 1, whole.len, stdout);
    kam_buffer_free(&whole);
    kam_buffer_free(&cut);
}

int main(int argc, char **argv)
{
    if (argc < 4 || strlen(argv[1]) != 1 || (strcmp(argv[2], "any") && strcmp(argv[2], "table")))
        fail("usage: records DELIMITER any|table FILE...");
    for (int i = 3; i < argc; i++)
        show_file(argv[i], *argv[1], strcmp(argv[2], "any") ? TABLE_WIDTH : ANY_WIDTH);
    if (fflush(stdout) != 0 || ferror(stdout))
        fail("can't write");
    return 0;
}
