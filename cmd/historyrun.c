#include <config.h>

#include "diff/historyread.h"
#include "diff/historystrategy.h"
#include "diff/historywrite.h"
#include "historyrun.h"
#include "outputs.h"

#include <stdlib.h>

void kam_historyrun_check(const struct kam_front *front,
                          const struct kam_comparing_options *options)
{
    size_t inputs = 0;

    if (front->file_count < 2)
        kam_front_usage(front, "two snapshots or more are needed for a history; %zu given",
                        front->file_count);
    for (size_t i = 0; i < front->file_count; i++)
        inputs += strcmp(front->files[i], "-") == 0;
    if (inputs > 1)
        kam_front_usage(front, "only one of the snapshots can be standard input");
    if (options->members[0] || options->members[1])
        kam_front_usage(front, "--members-old and --members-new aren't for --history");
    if (options->seen_count)
        kam_front_usage(front, "--seen isn't for --history, which sees all of its snapshots");
    if (options->replay)
        kam_front_usage(front, "--replay isn't for --history");
    if (options->column_count)
        kam_front_usage(front, "--key and --track aren't for --history");
}

/* What a run has in hand. */
struct run {
    struct kam_model *model;
    struct kam_reader_options reader;
    struct kam_text *columns; /* that are looked at beside those of all snapshots */
    size_t column_count, columns_capacity;
    struct kam_history_files files;
    struct kam_history history;
    struct kam_courses courses;
    uint32_t *order;
};

/* Accounts of customers, what lost-after looks at, and what strategies ask for. */
static bool find_columns(struct run *run)
{
    static const struct kam_text always[] = {{"idle", 4}, {"members", 7}};
    const size_t count = sizeof always / sizeof *always;

    if (!kam_array_reserve(&run->columns, &run->columns_capacity, count, sizeof *run->columns))
        return false;
    for (size_t i = 0; i < count; i++)
        run->columns[run->column_count++] = always[i];
    return kam_historystrategies_columns(run->model, &run->columns, &run->column_count,
                                         &run->columns_capacity);
}

static enum kam_status compute(struct kam_front *front, struct run *run,
                               const struct kam_comparing_options *options, struct kam_error *error)
{
    const struct kam_snapshot_needs needs = {
        .figure = options->compared.column,
        .months = kam_historystrategies_ask_for_months(run->model),
        .ranks = run->model->tiers.names.count == 0,
        .columns = run->columns,
        .column_count = run->column_count,
    };
    enum kam_status status = kam_history_files_find(&run->files, front->files, front->file_count,
                                                    &needs, &run->reader, error);

    run->history.options = (struct kam_history_options){
        .measure = options->compared.measure,
        .column = options->compared.column,
        .tiers = &run->model->tiers.names,
        .allowed = options->allowed,
        .threads = options->compared.threads,
    };
    if (!status)
        status = kam_history_read(&run->history, &run->files, &run->reader, error);
    if (!status)
        status = kam_courses_find(&run->courses, &run->history, run->model, error);
    if (status)
        return status;
    run->order = malloc(((size_t)run->history.track_count + 1) * sizeof *run->order);
    return run->order && kam_history_order(&run->courses, run->order) ? KAM_OK
                                                                      : kam_error_nomem(error);
}

static enum kam_status write_history(void *context, struct kam_writer *writer,
                                     struct kam_error *error)
{
    const struct run *run = context;

    (void)error;
    kam_history_write(&run->courses, run->order, writer);
    return KAM_OK;
}

/* How many months between the first and the last period have no snapshot. */
static int count_gaps(const struct kam_history *history)
{
    const struct kam_history_period *last = &history->periods[history->period_count - 1];

    return last->month - history->periods[0].month + 1 - (int)history->period_count;
}

static void note_result(const struct kam_front *front, const struct run *run)
{
    const struct kam_history *history = &run->history;
    const size_t *outlooks = run->courses.outlooks;
    char from[KAM_MONTH_SIZE], to[KAM_MONTH_SIZE];
    int gaps = count_gaps(history);

    kam_month_format(history->periods[0].month, from);
    kam_month_format(history->periods[history->period_count - 1].month, to);
    kam_front_note(
        front,
        "%zu snapshots from %s to %s, %d month%s without; %lu customers: %zu rising, %zu "
        "steady, %zu falling, %zu leaving, %zu without an outlook",
        history->period_count, from, to, gaps, gaps == 1 ? "" : "s",
        (unsigned long)history->track_count, outlooks[KAM_OUTLOOK_RISING],
        outlooks[KAM_OUTLOOK_STEADY], outlooks[KAM_OUTLOOK_FALLING], outlooks[KAM_OUTLOOK_LEAVING],
        outlooks[KAM_OUTLOOK_NONE]);
}

static void free_run(struct run *run)
{
    free(run->order);
    kam_courses_free(&run->courses);
    kam_history_free(&run->history);
    kam_history_files_free(&run->files);
    free(run->columns);
    kam_model_free(run->model);
}

enum kam_status kam_historyrun(struct kam_front *front, const struct kam_comparing_options *options,
                               struct kam_error *error)
{
    struct run run = {.model = NULL};
    enum kam_status status = kam_front_model(front, &run.model, error);

    if (!status && !find_columns(&run))
        status = kam_error_nomem(error);
    run.reader = kam_front_reader_options(front);
    if (!status)
        status = compute(front, &run, options, error);
    if (!status)
        status = kam_front_check_warnings(front, error);
    if (!status)
        status = kam_outputs_write(front, NULL, 0, write_history, &run, error);
    if (!status)
        note_result(front, &run);
    free_run(&run);
    return status;
}
