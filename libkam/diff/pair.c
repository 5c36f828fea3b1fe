#include "diff/pair.h"
#include "base/pipeline.h"

#include <sys/stat.h>

enum { SIDES = 2 };

struct side {
    struct kam_snapshot *snapshot;
    const char *path;
    struct kam_reader_options options;
};

/* The sides are the pieces, too: they are taken as they stand, and read. */
struct pair {
    size_t taken;
    struct side sides[SIDES];
};

static enum kam_status take_side(void *context, void *piece, struct kam_error *error)
{
    struct pair *pair = context;

    (void)error;
    if (pair->taken == SIDES)
        return KAM_END;
    *(struct side **)piece = &pair->sides[pair->taken++];
    return KAM_OK;
}

static enum kam_status read_side(void *context, void *piece, struct kam_error *error)
{
    const struct side *side = *(struct side **)piece;

    (void)context;
    return kam_snapshot_read(side->snapshot, side->path, &side->options, error);
}

/* Small files are read before a thread has started. */
static bool is_worth_thread(const char *path)
{
    enum { WORTH_IT = 64 * 1024 };
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size >= WORTH_IT;
}

enum kam_status kam_pair_read(struct kam_snapshot *old, struct kam_snapshot *new,
                              const char *const paths[2], const struct kam_reader_options *options,
                              unsigned threads, struct kam_error *error)
{
    static const struct kam_pipeline_steps steps = {.take = take_side, .work = read_side};
    struct pair pair = {.sides = {{old, paths[0], *options}, {new, paths[1], *options}}};
    struct side *sides[SIDES];
    void *pieces[SIDES] = {&sides[0], &sides[1]};
    bool together = threads >= SIDES && is_worth_thread(paths[1]);

    for (size_t i = 0; i < SIDES; i++)
        pair.sides[i].options.read_ahead = threads >= (together ? 2 * SIDES : 2);
    if (together)
        pair.sides[1].options.on_block = NULL; /* progress is shown by one thread */
    return kam_pipeline_run(&steps, &pair, pieces, together ? SIDES : 1, threads, error);
}
