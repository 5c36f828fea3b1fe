#include "import/reconcile.h"

#include <stdio.h>
#include <stdlib.h>

enum { DATED = KAM_FATE_CURRENCY + 1 }; /* fates of lines whose month is known */

struct kam_reconcile_month {
    uint64_t lines[DATED]; /* used, outside, in another currency */
    struct kam_decimal amounts[DATED];
};

static const char *const fate_names[KAM_FATES] = {"used",     "outside", "currency", "total",
                                                  "rejected", "header",  "blank"};

const char *kam_fate_name(enum kam_fate fate)
{
    return fate_names[fate];
}

void kam_reconcile_free(struct kam_reconcile_file *file)
{
    free(file->months);
    *file = (struct kam_reconcile_file){0};
}

/* The entry of MONTH, stretching the run of months to it; NULL when memory ran out. */
static struct kam_reconcile_month *month_entry(struct kam_reconcile_file *file, int month)
{
    int first = file->month_count && file->first_month < month ? file->first_month : month;
    int end = file->first_month + (int)file->month_count;

    if (file->month_count == 0 || month < file->first_month || month >= end) {
        size_t count = (size_t)((file->month_count && end > month + 1 ? end : month + 1) - first);
        struct kam_reconcile_month *grown = calloc(count, sizeof *grown);
        if (!grown)
            return NULL;
        if (file->month_count)
            memcpy(grown + (file->first_month - first), file->months,
                   file->month_count * sizeof *grown);
        free(file->months);
        file->months = grown;
        file->first_month = first;
        file->month_count = count;
    }
    return &file->months[month - file->first_month];
}

bool kam_reconcile_add(struct kam_reconcile_file *file, enum kam_fate fate, int month,
                       uint64_t lines, struct kam_decimal amount, bool *range)
{
    *range = false;
    if (month != KAM_MONTH_NONE && (int)fate < DATED) {
        struct kam_reconcile_month *entry = month_entry(file, month);
        if (!entry)
            return false;
        entry->lines[fate] += lines;
        *range = !kam_decimal_add(&entry->amounts[fate], amount);
    }
    file->lines[fate] += lines;
    *range = *range || !kam_decimal_add(&file->amounts[fate], amount);
    return !*range;
}

uint64_t kam_reconcile_used(const struct kam_reconcile_file *file, int month)
{
    if (month < file->first_month || month >= file->first_month + (int)file->month_count)
        return 0;
    return file->months[month - file->first_month].lines[KAM_FATE_USED];
}

bool kam_reconcile_knows_months(const struct kam_reconcile_file *file)
{
    uint64_t lines = 0;

    for (size_t m = 0; m < file->month_count; m++)
        lines += file->months[m].lines[KAM_FATE_USED];
    return lines == file->lines[KAM_FATE_USED];
}

static void write_row(struct kam_writer *writer, const char *file, enum kam_fate fate, int month,
                      uint64_t lines, struct kam_decimal amount)
{
    char month_text[KAM_MONTH_SIZE] = "", count[24], sum[KAM_DECIMAL_SIZE];

    if (month != KAM_MONTH_NONE)
        kam_month_format(month, month_text);
    snprintf(count, sizeof count, "%llu", (unsigned long long)lines);
    kam_decimal_format(amount, 2, sum);
    kam_writer_cell(writer, kam_text_of(file), KAM_CELL_TEXT);
    kam_writer_cell(writer, kam_text_of(fate_names[fate]), KAM_CELL_TEXT);
    kam_writer_cell(writer, kam_text_of(month_text), KAM_CELL_MONTH);
    kam_writer_cell(writer, kam_text_of(count), KAM_CELL_NUMBER);
    kam_writer_cell(writer, kam_text_of(sum), KAM_CELL_NUMBER);
    kam_writer_end_row(writer);
}

/* The rows of FILE for FATE: by month where the months are known, and the rest. */
static void write_fate(const struct kam_reconcile_file *file, enum kam_fate fate,
                       struct kam_writer *writer)
{
    uint64_t rest = file->lines[fate];
    struct kam_decimal rest_amount = file->amounts[fate];

    for (size_t m = 0; (int)fate < DATED && m < file->month_count; m++) {
        const struct kam_reconcile_month *entry = &file->months[m];
        if (entry->lines[fate] == 0)
            continue;
        write_row(writer, file->name, fate, file->first_month + (int)m, entry->lines[fate],
                  entry->amounts[fate]);
        rest -= entry->lines[fate];
        if (!kam_decimal_subtract(&rest_amount, entry->amounts[fate]))
            continue; /* can't be: the whole was in range with this part in it */
    }
    if (rest)
        write_row(writer, file->name, fate, KAM_MONTH_NONE, rest, rest_amount);
}

bool kam_reconcile_write(const struct kam_reconcile_file *files, size_t count,
                         struct kam_writer *writer)
{
    static const char *const names[] = {"file", "fate", "month", "lines", "amount"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        kam_writer_cell(writer, kam_text_of(names[i]), KAM_CELL_TEXT);
    kam_writer_end_row(writer);
    for (size_t i = 0; i < count; i++)
        for (int fate = 0; fate < KAM_FATES; fate++)
            write_fate(&files[i], (enum kam_fate)fate, writer);
    for (int fate = 0; fate < KAM_FATES; fate++) {
        uint64_t lines = 0;
        struct kam_decimal amount = KAM_DECIMAL_ZERO;
        for (size_t i = 0; i < count; i++) {
            lines += files[i].lines[fate];
            if (!kam_decimal_add(&amount, files[i].amounts[fate]))
                return false;
        }
        write_row(writer, "(all)", (enum kam_fate)fate, KAM_MONTH_NONE, lines, amount);
    }
    return true;
}
