#include "base/pipeline.h"
#include "table/view.h"

#include <stdlib.h>

/* Rows that a thread writes before it hands them on: enough to be worth it, few enough to share. */
enum { ROWS = 4096 };

/* Rows FROM to before TO of the view, in order of writing, and as they are written. */
struct piece {
    size_t from, to;
    struct kam_buffer scratch;
    struct kam_output *output;
    struct kam_writer writer;
};

struct writing {
    const struct kam_view *view;
    struct kam_output *output; /* where all pieces go */
    size_t next;               /* the first row that isn't taken */
};

/* The K-th item to be written, and the row of the table that it shows. */
static uint32_t item_at(const struct kam_view *view, size_t k)
{
    return view->order ? view->order[k] : (uint32_t)k;
}

static uint32_t row_at(const struct kam_view *view, size_t k)
{
    return view->rows ? view->rows[item_at(view, k)] : item_at(view, k);
}

static bool write_row(const struct kam_view *view, size_t k, struct kam_buffer *scratch,
                      struct kam_writer *writer)
{
    uint32_t item = item_at(view, k), row = row_at(view, k);
    bool ok = true;

    for (size_t c = 0, n; c < view->width; c += n) {
        size_t source = view->columns[c].source;
        n = view->columns[c].run;
        if (source == KAM_NO_COLUMN)
            ok &= view->added.write(view->added.context, item, scratch, writer);
        else
            kam_view_write_cells(view->table, row, source, source + n, view->kinds + c, writer);
    }
    kam_writer_end_row(writer);
    return ok;
}

static enum kam_status take_rows(void *context, void *taken, struct kam_error *error)
{
    struct writing *writing = context;
    struct piece *piece = taken;
    size_t left = writing->view->count - writing->next;

    (void)error;
    if (left == 0)
        return KAM_END;
    piece->from = writing->next;
    piece->to = piece->from + (left < ROWS ? left : ROWS);
    writing->next = piece->to;
    return KAM_OK;
}

/* The rows FROM to before TO; false when memory ran out. */
static bool write_range(const struct kam_view *view, size_t from, size_t to,
                        struct kam_buffer *scratch, struct kam_writer *writer)
{
    enum { AHEAD = 8, FAR_AHEAD = 32 };
    bool ok = true;

    for (size_t k = from; k < to && ok; k++) {
        if (k + FAR_AHEAD < view->count)
            kam_table_expect_place(view->table, row_at(view, k + FAR_AHEAD));
        if (k + AHEAD < view->count)
            kam_table_expect(view->table, row_at(view, k + AHEAD));
        ok = write_row(view, k, scratch, writer);
    }
    return ok;
}

static enum kam_status write_rows(void *context, void *taken, struct kam_error *error)
{
    const struct writing *writing = context;
    struct piece *piece = taken;

    kam_output_forget(piece->output);
    bool ok = write_range(writing->view, piece->from, piece->to, &piece->scratch, &piece->writer);
    return ok && !kam_output_failed(piece->output) ? KAM_OK : kam_error_nomem(error);
}

static enum kam_status give_rows(void *context, void *taken, struct kam_error *error)
{
    const struct writing *writing = context;
    const struct piece *piece = taken;

    (void)error;
    kam_output_write(writing->output, kam_output_kept(piece->output));
    /* Why it failed is the output's to say. */
    return kam_output_failed(writing->output) ? KAM_END : KAM_OK;
}

static void write_header(const struct kam_view *view, struct kam_writer *writer)
{
    for (size_t c = 0; c < view->width; c++)
        kam_writer_cell(writer, view->columns[c].name, KAM_CELL_TEXT);
    kam_writer_end_row(writer);
}

/* By one thread: straight to where they go. */
static enum kam_status write_all(const struct kam_view *view, struct kam_writer *writer,
                                 struct kam_error *error)
{
    struct kam_buffer scratch = {NULL, 0, 0};
    bool ok = write_range(view, 0, view->count, &scratch, writer);

    kam_buffer_free(&scratch);
    return ok ? KAM_OK : kam_error_nomem(error);
}

static enum kam_status write_pieces(const struct kam_view *view, unsigned threads,
                                    struct kam_writer *writer, struct kam_error *error)
{
    static const struct kam_pipeline_steps steps = {
        .take = take_rows, .work = write_rows, .give = give_rows};
    struct writing writing = {.view = view, .output = writer->output};
    void *pointers[KAM_PIPELINE_MOST_PIECES];
    size_t count = 2 * (size_t)threads + 1;
    struct piece *pieces = calloc(count, sizeof *pieces);
    enum kam_status status = KAM_OK;

    if (!pieces)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count && !status; i++) {
        pointers[i] = &pieces[i];
        status = kam_output_keep(&pieces[i].output, error);
        if (!status)
            kam_writer_init(&pieces[i].writer, pieces[i].output, &writer->options);
    }
    if (!status)
        status = kam_pipeline_run(&steps, &writing, pointers, count, threads, error);
    for (size_t i = 0; i < count; i++) {
        kam_output_discard(pieces[i].output);
        kam_buffer_free(&pieces[i].scratch);
    }
    free(pieces);
    return status;
}

enum kam_status kam_view_write(const struct kam_view *view, unsigned threads,
                               struct kam_writer *writer, struct kam_error *error)
{
    write_header(view, writer);
    return threads > 1 && view->count > ROWS ? write_pieces(view, threads, writer, error)
                                             : write_all(view, writer, error);
}
