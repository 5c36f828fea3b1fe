#include "import/rejects.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const own_names[KAM_REJECTS_OWN] = {"file", "line", "column", "reason",
                                                       "read_as"};

/* NAMES[COUNT] begin with the first OWN of the own names. */
static bool begin_with(const struct kam_text *names, size_t count, size_t own)
{
    for (size_t i = 0; i < own; i++)
        if (i >= count || !kam_text_equal(names[i], kam_text_of(own_names[i])))
            return false;
    return true;
}

bool kam_rejects_are(const struct kam_text *names, size_t count)
{
    return begin_with(names, count, KAM_REJECTS_OWN);
}

bool kam_rejects_lack_read_as(const struct kam_text *names, size_t count)
{
    return begin_with(names, count, KAM_REJECTS_READ_AS) && !kam_rejects_are(names, count);
}

enum kam_status kam_rejects_open(struct kam_rejects *rejects, const char *path,
                                 const struct kam_text *names, size_t width,
                                 struct kam_error *error)
{
    static const struct kam_writer_options options = {.delimiter = ','};

    *rejects = (struct kam_rejects){.width = width};
    rejects->cells = calloc(width + 1, sizeof *rejects->cells);
    if (!rejects->cells)
        return kam_error_nomem(error);
    enum kam_status status = kam_output_open(&rejects->output, path, false, error);
    if (status) {
        free(rejects->cells);
        return status;
    }
    kam_writer_init(&rejects->writer, rejects->output, &options);
    for (size_t i = 0; i < KAM_REJECTS_OWN; i++)
        kam_writer_cell(&rejects->writer, kam_text_of(own_names[i]), KAM_CELL_TEXT);
    for (size_t i = 0; i < width; i++)
        kam_writer_cell(&rejects->writer, names[i], KAM_CELL_TEXT);
    kam_writer_end_row(&rejects->writer);
    return KAM_OK;
}

/*
 * The cells of LINE below their names; *END is the column behind the last of them. The result is
 * the first cell that has no place there.
 *
 * A line with too few cells mustn't look complete because columns of other files stand between its
 * own: then its cells go behind all columns.
 */
static size_t place_cells(struct kam_rejects *rejects, const struct kam_rejected_line *line,
                          size_t *end)
{
    size_t own = line->is_again ? KAM_REJECTS_OWN : 0;
    size_t placed = line->count < line->width ? line->count : line->width;

    *end = line->count == line->width ? rejects->width : 0;
    for (size_t i = own; i < placed; i++)
        if (line->columns[i] + 1 > *end)
            *end = line->columns[i] + 1;
    if (line->count < line->width && *end == rejects->width)
        placed = own;
    for (size_t i = 0; i < rejects->width; i++)
        rejects->cells[i] = NULL;
    for (size_t i = own; i < placed; i++)
        rejects->cells[line->columns[i]] = &line->cells[i];
    return placed > own ? placed : own;
}

/* Where LINE stood first, and what is wrong with it. */
static void add_own_cells(struct kam_writer *writer, const struct kam_rejected_line *line,
                          const struct kam_error *why)
{
    char number[24];

    snprintf(number, sizeof number, "%llu", (unsigned long long)why->line);
    struct kam_text file = kam_text_of(why->file ? why->file : ""), at = kam_text_of(number);
    if (line->is_again && line->count >= KAM_REJECTS_OWN) {
        file = line->cells[KAM_REJECTS_FILE];
        at = line->cells[KAM_REJECTS_LINE];
    }
    kam_writer_cell(writer, file, KAM_CELL_TEXT);
    kam_writer_cell(writer, at, KAM_CELL_TEXT);
    kam_writer_cell(writer, line->fault, KAM_CELL_TEXT);
    kam_writer_cell(writer, kam_text_of(why->text), KAM_CELL_TEXT);
    kam_writer_cell(writer, kam_text_trim(line->read_as), KAM_CELL_TEXT);
}

void kam_rejects_add(struct kam_rejects *rejects, const struct kam_rejected_line *line,
                     const struct kam_error *why)
{
    struct kam_writer *writer = &rejects->writer;
    size_t end, surplus = place_cells(rejects, line, &end);

    add_own_cells(writer, line, why);
    if (surplus < line->count)
        end = rejects->width;
    for (size_t i = 0; i < end; i++)
        kam_writer_cell(writer, rejects->cells[i] ? *rejects->cells[i] : KAM_TEXT(""),
                        KAM_CELL_TEXT);
    for (size_t i = surplus; i < line->count; i++)
        kam_writer_cell(writer, line->cells[i], KAM_CELL_TEXT);
    kam_writer_end_row(writer);
}

enum kam_status kam_rejects_close(struct kam_rejects *rejects, struct kam_error *error)
{
    free(rejects->cells);
    rejects->cells = NULL;
    return kam_output_commit(rejects->output, error);
}
