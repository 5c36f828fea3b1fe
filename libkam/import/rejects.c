#include "import/rejects.h"

#include <stdio.h>

static const char *const own_names[] = {"file", "line", "column", "reason"};

enum kam_status kam_rejects_open(struct kam_rejects *rejects, const char *path,
                                 struct kam_error *error)
{
    static const struct kam_writer_options options = {.delimiter = ','};
    enum kam_status status;

    *rejects = (struct kam_rejects){0};
    status = kam_output_open(&rejects->output, path, false, error);
    if (!status)
        kam_writer_init(&rejects->writer, rejects->output, &options);
    return status;
}

static void write_header(struct kam_rejects *rejects, const struct kam_text *names, size_t width)
{
    for (size_t i = 0; i < sizeof own_names / sizeof *own_names; i++)
        kam_writer_cell(&rejects->writer, kam_text_of(own_names[i]), KAM_CELL_TEXT);
    for (size_t i = 0; i < width; i++)
        kam_writer_cell(&rejects->writer, names[i], KAM_CELL_TEXT);
    kam_writer_end_row(&rejects->writer);
    rejects->names = names;
    rejects->width = width;
}

static bool has_header(const struct kam_rejects *rejects, const struct kam_text *names,
                       size_t width)
{
    bool same = rejects->names && rejects->width == width;

    for (size_t i = 0; same && i < width; i++)
        same = kam_text_equal(names[i], rejects->names[i]);
    return same;
}

void kam_rejects_add(struct kam_rejects *rejects, const struct kam_text *names, size_t width,
                     const struct kam_text *fields, size_t count, const struct kam_error *why)
{
    char line[24];

    if (!has_header(rejects, names, width))
        write_header(rejects, names, width);
    snprintf(line, sizeof line, "%llu", (unsigned long long)why->line);
    kam_writer_cell(&rejects->writer, kam_text_of(why->file ? why->file : ""), KAM_CELL_TEXT);
    kam_writer_cell(&rejects->writer, kam_text_of(line), KAM_CELL_NUMBER);
    kam_writer_cell(&rejects->writer, kam_text_of(why->column), KAM_CELL_TEXT);
    kam_writer_cell(&rejects->writer, kam_text_of(why->text), KAM_CELL_TEXT);
    for (size_t i = 0; i < count; i++)
        kam_writer_cell(&rejects->writer, fields[i], KAM_CELL_TEXT);
    kam_writer_end_row(&rejects->writer);
}

enum kam_status kam_rejects_close(struct kam_rejects *rejects, struct kam_error *error)
{
    if (!rejects->names)
        write_header(rejects, NULL, 0);
    return kam_output_commit(rejects->output, error);
}
