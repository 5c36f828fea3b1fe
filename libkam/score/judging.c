#include "score/judging.h"

#include "base/ranges.h"

/* What is only needed while rows are judged. */
struct run {
    struct kam_judging *judging;
    struct kam_row_cell *memory[KAM_RANGES_SLOTS];
    uint64_t incomplete[KAM_RANGES_SLOTS];
};

static enum kam_status bind(struct kam_judging *judging, const struct kam_model *model,
                            struct kam_error *error)
{
    const struct kam_table *table = judging->table;
    struct kam_window window;
    enum kam_status status = kam_table_window(table, &window, error);

    if (status)
        return status;
    judging->dimensions =
        kam_arena_calloc(&judging->arena, model->dimension_count, sizeof *judging->dimensions);
    if (!judging->dimensions)
        return kam_error_nomem(error);
    judging->count = model->dimension_count;
    for (size_t d = 0; d < judging->count && !status; d++)
        status = kam_dimension_bind(&judging->dimensions[d], &model->dimensions[d], table,
                                    kam_window_last(&window), &judging->arena, error);
    return status;
}

/* Room for what several conditions see of a row, a piece of memory for each thread. */
static bool remember_cells(struct run *run, unsigned threads)
{
    struct kam_judging *judging = run->judging;
    bool has_segments = false;

    for (size_t d = 0; d < judging->count; d++)
        has_segments |= judging->dimensions[d].rule->segment_count > 0;
    for (unsigned i = 0; i < threads && has_segments; i++) {
        run->memory[i] =
            kam_arena_calloc(&judging->arena, judging->table->width, sizeof *run->memory[i]);
        if (!run->memory[i])
            return false;
    }
    return true;
}

static enum kam_status prepare(struct run *run, unsigned threads, struct kam_error *error)
{
    struct kam_judging *judging = run->judging;
    struct kam_pointtable *points = &judging->points;
    size_t count = judging->count, rows = judging->table->count + 1;

    if (rows > SIZE_MAX / 2 / sizeof *points->points / count)
        return kam_error_nomem(error);
    *points = (struct kam_pointtable){.rows = judging->table->count, .count = count};
    points->points = kam_arena_alloc(&judging->arena, rows * count * sizeof *points->points);
    if (!points->points || !remember_cells(run, threads))
        return kam_error_nomem(error);
    enum kam_status status =
        kam_pointtable_find_outside(points, judging->table, &judging->arena, error);
    for (size_t row = 0; !status && points->outside && row < points->rows; row++)
        judging->prospects += points->outside[row];
    return status;
}

/* ---- the rows by themselves ------------------------------------------------------------------ */

static enum kam_status judge_row(const struct run *run, const struct kam_row_source *rows,
                                 size_t row, bool *is_incomplete, struct kam_error *error)
{
    const struct kam_judging *judging = run->judging;
    int32_t *points = kam_pointtable_row(&judging->points, row);

    *is_incomplete = false;
    for (size_t d = 0; d < judging->count; d++) {
        enum kam_status status = kam_dimension_apply(&judging->dimensions[d], judging->table, rows,
                                                     row, &points[d], is_incomplete, error);
        if (status)
            return status;
    }
    return KAM_OK;
}

static enum kam_status judge_rows(void *context, size_t slot, size_t from, size_t to,
                                  struct kam_error *error)
{
    struct run *run = context;
    struct kam_row_source rows = kam_row_source_of_table(run->judging->table);
    enum kam_status status = KAM_OK;

    rows.memory = run->memory[slot];
    for (size_t row = from; row < to && !status; row++) {
        bool is_incomplete;
        status = judge_row(run, &rows, row, &is_incomplete, error);
        run->incomplete[slot] += !status && is_incomplete;
    }
    return status;
}

/* ---- among other rows ------------------------------------------------------------------------ */

/* The populations of all dimensions: NUMBER of them all is that of a dimension. */
static enum kam_status learn_population(struct kam_judging *judging, size_t number,
                                        struct kam_error *error)
{
    size_t d = 0;

    for (;; d++) {
        const struct kam_relative *relative = judging->dimensions[d].relative;
        size_t count = relative ? relative->population_count : 0;
        if (number < count)
            break;
        number -= count;
    }
    return kam_relative_learn(judging->dimensions[d].relative, number, &judging->points, d, error);
}

static enum kam_status learn_populations(void *context, size_t slot, size_t from, size_t to,
                                         struct kam_error *error)
{
    struct run *run = context;
    enum kam_status status = KAM_OK;

    (void)slot;
    for (size_t i = from; i < to && !status; i++)
        status = learn_population(run->judging, i, error);
    return status;
}

static enum kam_status reject_share(const struct kam_dimension *dimension,
                                    const struct kam_table *table, size_t row,
                                    struct kam_error *error)
{
    struct kam_place place = kam_table_place(table, row, dimension->column);

    return kam_error_at(error, KAM_DATA, &place,
                        "no share of [dimension %s] can be had: none of the rows that it would be "
                        "a share of has a number above 0",
                        dimension->rule->name.ptr);
}

static enum kam_status judge_later(void *context, size_t slot, size_t from, size_t to,
                                   struct kam_error *error)
{
    const struct kam_judging *judging = ((struct run *)context)->judging;
    enum kam_status status = KAM_OK;

    (void)slot;
    for (size_t row = from; row < to; row++) {
        int32_t *points = kam_pointtable_row(&judging->points, row);
        for (size_t d = 0; d < judging->count && !status; d++) {
            const struct kam_dimension *dimension = &judging->dimensions[d];
            if (points[d] != KAM_POINTS_LATER)
                continue;
            if (!kam_relative_points(dimension->relative, row, &points[d]))
                status = reject_share(dimension, judging->table, row, error);
        }
        if (status)
            return status;
    }
    return KAM_OK;
}

/* How many populations there are to learn; all dimensions know what is outside of them then. */
static size_t count_populations(struct kam_judging *judging)
{
    size_t count = 0;

    for (size_t d = 0; d < judging->count; d++) {
        struct kam_relative *relative = judging->dimensions[d].relative;
        if (!relative)
            continue;
        relative->numbers.outside = judging->points.outside;
        count += relative->population_count;
    }
    return count;
}

static enum kam_status judge_all(struct run *run, unsigned threads, struct kam_error *error)
{
    size_t rows = run->judging->table->count;
    const struct kam_ranges judging = {judge_rows, run, rows, threads, 0};
    const struct kam_ranges later = {judge_later, run, rows, threads, 0};
    enum kam_status status = kam_ranges_run(&judging, error);

    if (status)
        return status;
    for (unsigned i = 0; i < threads; i++)
        run->judging->incomplete += run->incomplete[i];
    const struct kam_ranges learning = {learn_populations, run, count_populations(run->judging),
                                        threads, 1};
    if (learning.count == 0)
        return KAM_OK;
    status = kam_ranges_run(&learning, error);
    return status ? status : kam_ranges_run(&later, error);
}

enum kam_status kam_judging_make(struct kam_judging *judging, const struct kam_model *model,
                                 const struct kam_table *table, unsigned threads,
                                 struct kam_error *error)
{
    struct run run = {.judging = judging};

    *judging = (struct kam_judging){.table = table};
    enum kam_status status = bind(judging, model, error);
    if (!status)
        status = prepare(&run, threads, error);
    return status ? status : judge_all(&run, threads, error);
}

void kam_judging_free(struct kam_judging *judging)
{
    for (size_t d = 0; d < judging->count; d++)
        kam_dimension_free(&judging->dimensions[d]);
    judging->count = 0;
    kam_arena_free(&judging->arena);
}
