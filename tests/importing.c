#include "importing.h"
#include "import/accountwriter.h"
#include "import/coverage.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Where nothing but the machine could be the reason. */
static void must(bool ok, const char *what)
{
    if (ok)
        return;
    perror(what);
    abort();
}

static void name_file(char path[80], const struct importing_place *place, const char *name)
{
    must(snprintf(path, 80, "%s/%s", place->directory, name) < 80, name);
}

void importing_begin(struct importing_place *place)
{
    static const char *const parents[] = {"/dev/shm", "/tmp"};
    char name[] = "a.csv";
    bool made = false;

    place->memory = 0;
    for (size_t i = 0; i < sizeof parents / sizeof *parents && !made; i++) {
        snprintf(place->directory, sizeof place->directory, "%s/kam-import-XXXXXX", parents[i]);
        made = mkdtemp(place->directory) != NULL;
    }
    must(made, "mkdtemp");
    for (int i = 0; i < IMPORTING_FILES; i++, name[0]++)
        name_file(place->inputs[i], place, name);
    name_file(place->table, place, "table.csv");
    name_file(place->rejects, place, "rejects.csv");
    name_file(place->reconcile, place, "reconcile.csv");
}

void importing_end(const struct importing_place *place)
{
    for (int i = 0; i < IMPORTING_FILES; i++)
        unlink(place->inputs[i]);
    unlink(place->table);
    unlink(place->rejects);
    unlink(place->reconcile);
    must(rmdir(place->directory) == 0, place->directory);
}

void importing_write(const char *path, struct kam_text bytes)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

    must(fd >= 0 && (bytes.len == 0 || write(fd, bytes.ptr, bytes.len) == (ssize_t)bytes.len) &&
             close(fd) == 0,
         path);
}

static void read_file(struct kam_buffer *out, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = 0;

    must(fd >= 0, path);
    do {
        out->len += (size_t)n;
        must(kam_buffer_reserve(out, 16384), "malloc");
        n = read(fd, out->ptr + out->len, 16384);
    } while (n > 0);
    must(n == 0 && close(fd) == 0, path);
}

static void count_warning(void *context, const struct kam_error *warning)
{
    struct imported *result = context;

    must(warning->text[0] != '\0', "a warning without a word");
    result->warnings++;
}

static enum kam_status read_inputs(struct imported *result, const struct importing_place *place,
                                   const char *const *paths, size_t count,
                                   const struct kam_import_options *options)
{
    struct kam_rejects rejects;
    struct kam_error *error = &result->error;
    enum kam_status status = kam_import_plan_look(&result->plan, paths, count, options, error);

    if (!status)
        status = kam_import_plan_lay_out(&result->plan, options, error);
    if (!status)
        status = kam_rejects_open(&rejects, place->rejects, result->plan.reject_names,
                                  result->plan.reject_count, error);
    if (status)
        return status;
    result->import.rejects = &rejects;
    status = kam_import_run(&result->import, error);
    result->import.rejects = NULL;
    enum kam_status closed = kam_rejects_close(&rejects, status ? NULL : error);
    return status ? status : closed;
}

/* ---- the outputs ----------------------------------------------------------------------------- */

static enum kam_status write_table(const struct imported *result, struct kam_writer *writer,
                                   struct kam_error *error)
{
    struct kam_account_writer accounts = {.store = NULL};
    enum kam_status status =
        kam_account_writer_open(&accounts, result->import.store, kam_import_months(&result->import),
                                result->import.currency.code, NULL, error);

    if (!status)
        status = kam_account_writer_write(&accounts, 1, writer, error);
    kam_account_writer_free(&accounts);
    return status;
}

static enum kam_status write_reconcile(const struct imported *result, struct kam_writer *writer,
                                       struct kam_error *error)
{
    if (kam_reconcile_write(result->import.files, result->plan.file_count, writer))
        return KAM_OK;
    return kam_error_set(error, KAM_DATA, "the sum of all amounts is too large");
}

static enum kam_status write_output(struct imported *result, const char *path,
                                    enum kam_status (*write_rows)(const struct imported *result,
                                                                  struct kam_writer *writer,
                                                                  struct kam_error *error),
                                    struct kam_buffer *bytes)
{
    static const struct kam_writer_options csv = {.delimiter = ','};
    struct kam_output *output;
    struct kam_writer writer;
    enum kam_status status = kam_output_open(&output, path, false, &result->error);

    if (status)
        return status;
    kam_writer_init(&writer, output, &csv);
    status = write_rows(result, &writer, &result->error);
    if (status) {
        kam_output_discard(output);
        return status;
    }
    status = kam_output_commit(output, &result->error);
    if (!status)
        read_file(bytes, path);
    return status;
}

static enum kam_status look_at_months(struct imported *result)
{
    struct kam_coverage coverage = {.months = NULL};
    struct kam_error warning;
    struct kam_census census;
    enum kam_status status = kam_census_take(&census, result->import.store,
                                             kam_import_months(&result->import), &result->error);

    if (!status)
        status = kam_coverage_make(&coverage, &census, result->import.files,
                                   result->plan.file_count, &result->error);
    kam_census_free(&census);

    for (size_t i = 0; i < coverage.warning_count && !status; i++) {
        kam_coverage_explain(&coverage.warnings[i], &warning);
        count_warning(result, &warning);
    }
    kam_coverage_free(&coverage);
    return status;
}

void importing_run(struct imported *result, const struct importing_place *place,
                   const char *const *paths, size_t count, const struct kam_import_options *options)
{
    *result = (struct imported){.status = KAM_OK};
    result->import = (struct kam_import){.options = options,
                                         .plan = &result->plan,
                                         .most_rejects = UINT64_MAX,
                                         .memory = place->memory,
                                         .directory = place->directory,
                                         .warn = count_warning,
                                         .warn_context = result,
                                         .currency = {.chosen = options->currency}};
    enum kam_status status = read_inputs(result, place, paths, count, options);

    if (!status)
        status = write_output(result, place->table, write_table, &result->table);
    if (!status)
        status = look_at_months(result);
    if (!status)
        status = write_output(result, place->reconcile, write_reconcile, &result->reconcile);
    if (!status)
        read_file(&result->rejects, place->rejects);
    result->status = status;
}

void imported_free(struct imported *result)
{
    kam_import_free(&result->import);
    kam_import_plan_free(&result->plan);
    kam_buffer_free(&result->table);
    kam_buffer_free(&result->rejects);
    kam_buffer_free(&result->reconcile);
}
