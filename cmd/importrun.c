#include <config.h>

#include "cleanup.h"
#include "import/accountwriter.h"
#include "import/checktotal.h"
#include "import/import.h"
#include "importrun.h"
#include "importwarn.h"
#include "outputs.h"

#include <stdio.h>
#include <stdlib.h>

/* What a run works with; freed together. */
struct run {
    struct kam_front *front;
    const struct kam_import_settings *options;
    struct kam_model *model;
    struct kam_import_options import_options;
    struct kam_join join;
    struct kam_rejects rejects;
    struct kam_import_plan plan;
    struct kam_import import;
    struct kam_check_totals totals;
    struct kam_coverage coverage;
    struct kam_account_writer writer;
    struct kam_arena arena;
};

/* --keep renames a column of the customer file if no export has one of that name. */
static enum kam_status name_joined(struct run *run, struct kam_error *error)
{
    const struct kam_renamed_list *keep = &run->import_options.keep;
    struct kam_renamed *renamed = kam_arena_calloc(&run->arena, keep->count, sizeof *renamed);
    size_t count = 0;

    if (!renamed)
        return kam_error_nomem(error);
    for (size_t i = 0; i < keep->count; i++)
        if (!kam_import_plan_exports(&run->plan, keep->items[i].column))
            renamed[count++] = keep->items[i];
    return kam_join_name(&run->join, renamed, count, error);
}

static enum kam_status open_join(struct run *run, struct kam_error *error)
{
    const struct kam_import_settings *options = run->options;
    struct kam_import_options *to = &run->import_options;
    struct kam_reader_options reader = to->reader;

    if (!options->join)
        return KAM_OK;
    reader.input.encoding = options->join_encoding;
    reader.input.encoding_option = "--join-encoding";
    reader.delimiter = 0;
    enum kam_status status = kam_join_open(
        &run->join, options->join, kam_text_of(options->join_key), "--keep NEW=", &reader, error);
    if (!status)
        status = name_joined(run, error);
    to->joined = run->join.names;
    to->joined_count = run->join.count;
    to->join_columns = run->join.table.names;
    to->join_column_count = run->join.table.width;
    return status;
}

static void warn(void *context, const struct kam_error *warning)
{
    kam_front_warn(context, warning);
}

/* Too many bad lines, or any without --rejects: list the first ones and fail. */
static enum kam_status judge_bad_lines(struct run *run, struct kam_error *error)
{
    const struct kam_import *import = &run->import;
    const struct kam_import_settings *options = run->options;
    uint64_t lines = 0;

    if (import->bad_lines == 0)
        return KAM_OK;
    for (size_t i = 0; i < run->plan.file_count; i++)
        for (int fate = 0; fate <= KAM_FATE_REJECTED; fate++)
            lines += import->files[i].lines[fate];
    if (options->rejects) {
        kam_front_say(run->front, "%llu of %llu lines rejected, see %s",
                      (unsigned long long)import->bad_lines, (unsigned long long)lines,
                      options->rejects);
        if (import->bad_lines * 100 > lines * options->max_percent)
            return kam_error_set(error, KAM_DATA, "more than %u%% of the lines are bad",
                                 options->max_percent);
        return KAM_OK;
    }
    if (import->bad_lines == 1) {
        *error = import->bad[0];
        return KAM_DATA;
    }
    uint64_t shown = 0;
    while (shown < import->bad_lines && shown < KAM_IMPORT_SHOWN)
        kam_front_say_error(run->front, &import->bad[shown++]);
    return kam_error_set(error, KAM_DATA,
                         "%llu of %llu lines are bad%s; --rejects FILE sets them aside",
                         (unsigned long long)import->bad_lines, (unsigned long long)lines,
                         import->bad_lines > shown ? " (the first 20 are shown)" : "");
}

static enum kam_status read_inputs(struct run *run, struct kam_error *error)
{
    enum kam_status status, closed = KAM_OK;
    struct kam_error close_error = {.status = KAM_OK};

    if (run->options->rejects) {
        status = kam_rejects_open(&run->rejects, run->options->rejects, run->plan.reject_names,
                                  run->plan.reject_count, error);
        if (status)
            return status;
        kam_cleanup_guard(run->rejects.output);
        run->import.rejects = &run->rejects;
    }
    status = kam_import_run(&run->import, error);
    if (run->options->rejects)
        closed = kam_rejects_close(&run->rejects, &close_error);
    if (!status && closed) {
        *error = close_error;
        status = closed;
    }
    return status;
}

static enum kam_status write_reconcile(void *context, struct kam_writer *writer,
                                       struct kam_error *error)
{
    const struct run *self = context;

    if (kam_reconcile_write(self->import.files, self->plan.file_count, writer))
        return KAM_OK;
    return kam_error_set(error, KAM_DATA, "the sum of all amounts is too large");
}

static enum kam_status write_unmatched(void *context, struct kam_writer *writer,
                                       struct kam_error *error)
{
    const struct run *self = context;

    return kam_account_writer_unmatched(&self->writer, writer, error);
}

static enum kam_status write_table(void *context, struct kam_writer *writer,
                                   struct kam_error *error)
{
    const struct run *self = context;

    return kam_account_writer_write(&self->writer, self->import.threads, writer, error);
}

static enum kam_status write_all(struct run *run, struct kam_error *error)
{
    struct kam_list lists[] = {
        {run->options->reconcile, write_reconcile, NULL},
        {run->options->unmatched, write_unmatched, NULL},
    };

    return kam_outputs_write(run->front, lists, sizeof lists / sizeof *lists, write_table, run,
                             error);
}

static enum kam_status read_totals(struct run *run, struct kam_error *error)
{
    const struct kam_import_settings *options = run->options;
    const struct kam_import_options *import = &run->import_options;
    struct kam_reader_options reader = import->reader;
    enum kam_status status = KAM_OK;

    reader.input.encoding = NULL;
    reader.delimiter = 0;
    run->totals.sign = import->reading.decimal;
    run->totals.dates = import->reading.dates;
    for (size_t i = 0; i < options->total_count && !status; i++)
        status = kam_check_totals_parse(&run->totals, kam_text_of(options->totals[i]), error);
    if (!status && options->totals_file)
        status = kam_check_totals_read(&run->totals, options->totals_file, &reader, error);
    if (status || import->period == KAM_MONTH_NONE)
        return status;
    const struct kam_months window = {kam_import_first_month(import), import->window};
    return kam_check_totals_within(&run->totals, window, error);
}

/* What finance says has to be what was added up; all that isn't is listed. */
static enum kam_status hold_totals(struct run *run, struct kam_error *error)
{
    struct kam_error wrong;
    size_t count = 0;

    for (size_t i = 0; i < run->totals.count; i++) {
        if (!kam_check_total_hold(&run->totals.items[i], &run->coverage, run->import.currency.code,
                                  &wrong))
            continue;
        kam_front_say_error(run->front, &wrong);
        count++;
    }
    if (count == 0)
        return KAM_OK;
    return kam_error_set(error, KAM_DATA, "%zu of %zu totals to check don't hold", count,
                         run->totals.count);
}

/* ", 3 headers" and the like for what is rare; empty for none. */
struct rare {
    char s[64];
};

static struct rare rare(const struct run *run, enum kam_fate fate, const char *what)
{
    unsigned long long lines = kam_import_lines(&run->import, fate);
    struct rare text = {""};

    if (lines)
        snprintf(text.s, sizeof text.s, ", %llu %s", lines, what);
    return text;
}

static void note(const struct run *run)
{
    uint64_t accounts = run->writer.census.accounts;

    kam_front_note(run->front,
                   "%llu account%s from %zu input%s; lines: %llu used, %llu outside the window, "
                   "%llu rejected, %llu of totals, %llu blank%s%s",
                   (unsigned long long)accounts, accounts == 1 ? "" : "s", run->plan.file_count,
                   run->plan.file_count == 1 ? "" : "s",
                   (unsigned long long)kam_import_lines(&run->import, KAM_FATE_USED),
                   (unsigned long long)kam_import_lines(&run->import, KAM_FATE_OUTSIDE),
                   (unsigned long long)kam_import_lines(&run->import, KAM_FATE_REJECTED),
                   (unsigned long long)kam_import_lines(&run->import, KAM_FATE_TOTAL),
                   (unsigned long long)kam_import_lines(&run->import, KAM_FATE_BLANK),
                   rare(run, KAM_FATE_CURRENCY, "in other currencies").s,
                   rare(run, KAM_FATE_HEADER, "of headers").s);
}

static enum kam_status look(struct run *run, struct kam_error *error)
{
    struct kam_front *front = run->front;
    enum kam_status status = kam_import_plan_look(&run->plan, front->files, front->file_count,
                                                  &run->import_options, error);

    kam_import_warn_of_encodings(front, &run->plan);
    return status;
}

static enum kam_status run_steps(struct run *run, struct kam_error *error)
{
    struct kam_front *front = run->front;
    enum kam_status status = kam_front_model(front, &run->model, error);

    if (!status)
        status = kam_import_settle(&run->import_options, front, run->options, run->model,
                                   &run->arena, error);
    if (!status && run->options->inspect)
        return kam_import_inspect(front, &run->import_options, run->options->inspect,
                                  run->options->as, error);
    if (!status)
        status = read_totals(run, error);
    if (!status)
        status = look(run, error);
    if (!status)
        status = open_join(run, error);
    run->import.currency.chosen = run->import_options.currency;
    if (!status)
        status = kam_import_plan_lay_out(&run->plan, &run->import_options, error);
    if (!status)
        status = read_inputs(run, error);
    if (!status)
        status = judge_bad_lines(run, error);
    if (!status)
        status = kam_account_writer_open(&run->writer, run->import.store,
                                         kam_import_months(&run->import), run->import.currency.code,
                                         run->join.names ? &run->join : NULL, error);
    if (status)
        return status;
    status = kam_coverage_make(&run->coverage, &run->writer.census, run->import.files,
                               run->plan.file_count, error);
    if (status)
        return status;
    kam_import_warn_of(front, &run->import, run->join.names ? &run->join : NULL, &run->coverage);
    status = hold_totals(run, error);
    if (!status)
        status = kam_front_check_warnings(front, error);
    if (status)
        return status;
    note(run);
    return write_all(run, error);
}

/* Where what doesn't fit in memory goes; /tmp would often be memory itself. */
static const char *temporary_directory(void)
{
    const char *directory = getenv("TMPDIR");

    return directory && *directory ? directory : "/var/tmp";
}

enum kam_status kam_import_run_tool(struct kam_front *front,
                                    const struct kam_import_settings *options,
                                    struct kam_error *error)
{
    struct run run = {.front = front, .options = options};

    run.import =
        (struct kam_import){.options = &run.import_options,
                            .plan = &run.plan,
                            .most_rejects = options->max_rejects,
                            .memory = options->memory,
                            .directory = temporary_directory(),
                            .threads = options->threads ? options->threads : kam_front_processors(),
                            .warn = warn,
                            .warn_context = front};
    enum kam_status status = run_steps(&run, error);
    kam_check_totals_free(&run.totals);
    kam_coverage_free(&run.coverage);
    kam_account_writer_free(&run.writer);
    kam_import_free(&run.import);
    kam_import_plan_free(&run.plan);
    kam_join_free(&run.join);
    kam_arena_free(&run.arena);
    kam_model_free(run.model);
    return status;
}
