#include "diff/historyfiles.h"

#include <stdlib.h>
#include <sys/stat.h>

static bool may_be_read_twice(const char *path)
{
    struct stat st;

    return strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

/* ---- the period, by the first records ---------------------------------------------------------
 */

/* What the header tells. */
struct glance {
    size_t width;
    size_t period; /* where that column is; KAM_NO_COLUMN: nowhere, or twice */
    int last;      /* the latest month there is a column of; KAM_MONTH_NONE: none */
};

static struct glance glance_at(const struct kam_text *names, size_t width)
{
    struct glance glance = {width, KAM_NO_COLUMN, KAM_MONTH_NONE};

    for (size_t i = 0; i < width; i++) {
        int month = kam_month_parse_plain(names[i]);
        if (month > glance.last)
            glance.last = month;
        if (kam_text_equal(names[i], KAM_TEXT("period")))
            glance.period = i;
    }
    return glance;
}

/* *PERIOD: the one that the records of READER name, if they do. */
static enum kam_status read_period(struct kam_reader *reader, int *period, struct kam_error *error)
{
    const struct kam_text *fields;
    size_t count;
    uint64_t line;
    enum kam_status status = kam_reader_record(reader, &fields, &count, &line, error);

    if (status)
        return status;
    struct glance glance = glance_at(fields, count);
    status = kam_reader_record(reader, &fields, &count, &line, error);
    if (status == KAM_END)
        *period = glance.last;
    else if (!status && count == glance.width && glance.period != KAM_NO_COLUMN)
        *period = kam_month_parse_plain(fields[glance.period]);
    return status;
}

/*
 * *PERIOD: that of PATH; KAM_MONTH_NONE where it can't be looked at twice or doesn't tell. Whatever
 * is wrong with its data will be found again when all of it is read.
 */
static enum kam_status peek_period(const char *path, const struct kam_reader_options *options,
                                   int *period, struct kam_error *error)
{
    struct kam_reader_options o = *options;
    struct kam_reader *reader;

    *period = KAM_MONTH_NONE;
    o.read_ahead = false;
    o.on_block = NULL;
    o.input.digest = KAM_DIGEST_UNUSED;
    if (!may_be_read_twice(path))
        return KAM_OK;
    enum kam_status status = kam_reader_open(&reader, path, &o, error);
    if (!status) {
        status = read_period(reader, period, error);
        kam_reader_close(reader);
    }
    return status == KAM_END || status == KAM_DATA ? KAM_OK : status;
}

/* ---- snapshots --------------------------------------------------------------------------------
 */

static enum kam_status read_snapshot(struct kam_history_file *file,
                                     const struct kam_reader_options *options,
                                     struct kam_error *error)
{
    file->needs.columns = file->columns;
    file->needs.column_count = file->column_count;
    file->held = calloc(1, sizeof *file->held);
    if (!file->held)
        return kam_error_nomem(error);
    file->held->needs = &file->needs;
    return kam_snapshot_read(file->held, file->path, options, error);
}

static enum kam_status find_period(struct kam_history_file *file,
                                   const struct kam_reader_options *options,
                                   struct kam_error *error)
{
    enum kam_status status = peek_period(file->path, options, &file->period, error);

    if (status)
        return status;
    if (file->period != KAM_MONTH_NONE) {
        kam_month_format(file->period, file->month);
        file->columns[file->column_count++] = kam_text_of(file->month);
        return KAM_OK;
    }
    file->needs.months = true;
    status = read_snapshot(file, options, error);
    if (status)
        return status;
    file->period =
        file->held->table.count ? file->held->period : kam_window_last(&file->held->window);
    if (file->period != KAM_MONTH_NONE)
        return KAM_OK;
    struct kam_place place = {.file = file->held->file};
    return kam_error_at(error, KAM_DATA, &place,
                        "neither rows nor months, so its period isn't known");
}

/* A copy of NEEDS, with room for one more column. */
static bool take_needs(struct kam_history_file *file, const struct kam_snapshot_needs *needs)
{
    file->needs = *needs;
    if (!kam_array_reserve(&file->columns, &file->columns_capacity, needs->column_count + 1,
                           sizeof *file->columns))
        return false;
    for (size_t i = 0; i < needs->column_count; i++)
        file->columns[file->column_count++] = needs->columns[i];
    return true;
}

static int compare_periods(const void *a, const void *b)
{
    const struct kam_history_file *const *x = a, *const *y = b;

    return ((*x)->period > (*y)->period) - ((*x)->period < (*y)->period);
}

static const char *name_of(const struct kam_history_file *file)
{
    return file->held ? file->held->file : file->path;
}

/* Put in order; two of one period are an error that names both. */
static enum kam_status put_in_order(struct kam_history_files *files, struct kam_error *error)
{
    for (size_t i = 1; i < files->count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct kam_history_file *first = files->items[j], *second = files->items[i];
            struct kam_place place = {.file = name_of(second)};
            char month[KAM_MONTH_SIZE];
            if (first->period != second->period)
                continue;
            kam_month_format(second->period, month);
            return kam_error_at(error, KAM_DATA, &place,
                                "of %s, as %s is; a history has one snapshot of a period", month,
                                name_of(first));
        }
    qsort(files->items, files->count, sizeof *files->items, compare_periods);
    return KAM_OK;
}

enum kam_status kam_history_files_find(struct kam_history_files *files, const char *const *paths,
                                       size_t count, const struct kam_snapshot_needs *needs,
                                       const struct kam_reader_options *options,
                                       struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    *files = (struct kam_history_files){calloc(count + 1, sizeof *files->items), 0};
    if (!files->items)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count && !status; i++) {
        struct kam_history_file *file = calloc(1, sizeof *file);
        if (!file)
            return kam_error_nomem(error);
        files->items[files->count++] = file;
        file->path = paths[i];
        status =
            take_needs(file, needs) ? find_period(file, options, error) : kam_error_nomem(error);
    }
    return status ? status : put_in_order(files, error);
}

enum kam_status kam_history_file_read(struct kam_history_files *files, size_t number,
                                      const struct kam_reader_options *options,
                                      struct kam_snapshot **snapshot, struct kam_error *error)
{
    struct kam_history_file *file = files->items[number];
    enum kam_status status = file->held ? KAM_OK : read_snapshot(file, options, error);

    *snapshot = file->held;
    return status;
}

void kam_history_file_free(struct kam_history_files *files, size_t number)
{
    struct kam_history_file *file = files->items[number];

    if (file->held)
        kam_snapshot_free(file->held);
    free(file->held);
    file->held = NULL;
}

void kam_history_files_free(struct kam_history_files *files)
{
    for (size_t i = 0; i < files->count; i++) {
        kam_history_file_free(files, i);
        free(files->items[i]->columns);
        free(files->items[i]);
    }
    free(files->items);
    *files = (struct kam_history_files){NULL, 0};
}
