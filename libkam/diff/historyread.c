#include "diff/historyread.h"

#include "base/pipeline.h"

enum { AT_ONCE = 2 };

/* A snapshot on its way. */
struct piece {
    struct kam_reader_options options;
    size_t number;
    struct kam_snapshot *snapshot;
};

struct reading {
    struct kam_history *history;
    struct kam_history_files *files;
    size_t taken;
};

static enum kam_status take_file(void *context, void *piece, struct kam_error *error)
{
    struct reading *reading = context;

    (void)error;
    if (reading->taken == reading->files->count)
        return KAM_END;
    ((struct piece *)piece)->number = reading->taken++;
    return KAM_OK;
}

static enum kam_status read_file(void *context, void *item, struct kam_error *error)
{
    struct piece *piece = item;

    return kam_history_file_read(((const struct reading *)context)->files, piece->number,
                                 &piece->options, &piece->snapshot, error);
}

static enum kam_status add_file(void *context, void *item, struct kam_error *error)
{
    const struct reading *reading = context;
    const struct piece *piece = item;
    enum kam_status status = kam_history_add(reading->history, piece->snapshot,
                                             reading->files->items[piece->number]->period, error);

    if (!status && piece->number > 0)
        kam_history_file_free(reading->files, piece->number - 1);
    return status;
}

enum kam_status kam_history_read(struct kam_history *history, struct kam_history_files *files,
                                 const struct kam_reader_options *options, struct kam_error *error)
{
    static const struct kam_pipeline_steps steps = {
        .take = take_file, .work = read_file, .give = add_file};
    struct reading reading = {.history = history, .files = files};
    unsigned threads = history->options.threads;
    struct piece items[AT_ONCE] = {{.options = *options}, {.options = *options}};
    void *pieces[AT_ONCE] = {&items[0], &items[1]};
    bool together = threads >= AT_ONCE;

    for (size_t i = 0; i < AT_ONCE; i++)
        items[i].options.read_ahead = threads >= 2 * AT_ONCE;
    items[1].options.on_block = NULL; /* progress is shown by one thread at a time */
    return kam_pipeline_run(&steps, &reading, pieces, together ? AT_ONCE : 1, threads, error);
}
