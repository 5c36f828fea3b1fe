/* Raw exports as inputs: each line becomes a billing line of its account. */
#include "base/pipeline.h"
#include "import/judge.h"

#include <stdlib.h>

struct raw {
    struct kam_import *import;
    size_t index; /* of the file */
    struct kam_reader *reader;
    struct kam_judge judge;
    bool are_several; /* pieces: one is used while others are taken */
};

/* ---- the steps of a piece: see pipeline.h ---------------------------------------------------- */

static enum kam_status take_piece(void *context, void *p, struct kam_error *error)
{
    struct raw *raw = context;
    struct kam_import_piece *piece = p;
    enum kam_status status = kam_reader_fill(raw->reader, &piece->batch, error);

    if (!status && raw->are_several && !kam_batch_own(piece->batch))
        return kam_error_nomem(error);
    return status;
}

static enum kam_status read_piece(void *context, void *piece, struct kam_error *error)
{
    (void)context;
    return kam_import_piece_read(piece, error);
}

static enum kam_status judge_piece(void *context, void *piece, struct kam_error *error)
{
    struct raw *raw = context;

    return kam_judge_piece(&raw->judge, piece, error);
}

static enum kam_status add_piece(void *context, void *p, struct kam_error *error)
{
    const struct raw *raw = context;
    const struct kam_import_piece *piece = p;
    size_t failed;
    enum kam_status status =
        kam_store_add_lines(raw->import->store, piece->good, piece->good_count, &failed, error);

    if (status == KAM_DATA && error) {
        const struct kam_reading *reading = kam_import_piece_reading(piece, piece->good[failed]);
        struct kam_place place = kam_reader_place(raw->reader, reading->line, NULL);
        error->file = place.file;
        error->order = place.order;
        error->line = place.line;
    }
    return status;
}

/* ---- a file -----------------------------------------------------------------------------------
 */

/* How many threads are worth their while. */
static unsigned threads_for(const struct raw *raw)
{
    /* There each line may say how those behind it are read. */
    if (raw->import->plan->files[raw->index].kind == KAM_INPUT_REJECTS)
        return 1;
    /* A file that is in memory already is read before a thread has started. */
    if (kam_input_at_end(kam_reader_input(raw->reader)))
        return 1;
    return raw->import->threads;
}

/* Read the file through PIECES[COUNT]. */
static enum kam_status read_pieces(struct raw *raw, struct kam_import_piece *pieces, size_t count,
                                   unsigned threads, struct kam_error *error)
{
    static const struct kam_pipeline_steps steps = {take_piece, read_piece, judge_piece, add_piece};
    struct kam_import_file *file = &raw->import->plan->files[raw->index];
    void *pointers[KAM_PIPELINE_MOST_PIECES];
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < count && !status; i++) {
        pointers[i] = &pieces[i];
        status = kam_import_piece_open(&pieces[i], raw->import, file, raw->reader, error);
    }
    if (!status)
        status = kam_pipeline_run(&steps, raw, pointers, count, threads, error);
    return status ? status : kam_judge_finish(&raw->judge, error);
}

enum kam_status kam_import_raw(struct kam_import *import, size_t file, struct kam_reader *reader,
                               struct kam_error *error)
{
    struct raw raw = {.import = import, .index = file, .reader = reader};
    unsigned threads = threads_for(&raw);
    size_t count = threads > 1 ? 2 * (size_t)threads + 1 : 1;
    struct kam_import_piece *pieces = calloc(count, sizeof *pieces);

    raw.are_several = count > 1;
    kam_judge_init(&raw.judge, import, file, reader);
    if (!pieces || (import->options->reading.invoice.count &&
                    !kam_invoices_begin_file(&import->invoices, file))) {
        free(pieces);
        return kam_error_nomem(error);
    }
    enum kam_status status = read_pieces(&raw, pieces, count, threads, error);
    for (size_t i = 0; i < count; i++)
        kam_import_piece_close(&pieces[i]);
    kam_judge_free(&raw.judge);
    free(pieces);
    return status;
}
