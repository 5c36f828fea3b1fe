#include "import/coverage.h"

#include <inttypes.h>
#include <stdlib.h>

void kam_coverage_free(struct kam_coverage *coverage)
{
    free(coverage->months);
    free(coverage->warnings);
    *coverage = (struct kam_coverage){0};
}

const struct kam_coverage_month *kam_coverage_find(const struct kam_coverage *coverage, int month)
{
    const struct kam_months *window = &coverage->window;

    if (month == KAM_MONTH_NONE)
        return &coverage->whole;
    if (month < window->first || month >= window->first + (int)window->count)
        return NULL;
    return &coverage->months[month - window->first];
}

/* ---- counting -------------------------------------------------------------------------------- */

static void add_revenue(struct kam_coverage_month *month, struct kam_decimal revenue)
{
    if (!kam_decimal_add(&month->revenue, revenue))
        month->too_large = true;
}

static void count_accounts(struct kam_coverage *coverage, const struct kam_census *census)
{
    coverage->whole.accounts = census->with_lines;
    for (size_t m = 0; m < coverage->window.count; m++) {
        struct kam_coverage_month *month = &coverage->months[m];
        month->accounts = census->totals[m].accounts;
        month->too_large = !kam_cells_total_revenue(&census->totals[m], &month->revenue);
        add_revenue(&coverage->whole, month->revenue);
        coverage->whole.too_large |= month->too_large;
    }
}

static void count_lines(struct kam_coverage *coverage, const struct kam_reconcile_file *files,
                        size_t count)
{
    coverage->has_lines = true;
    for (size_t i = 0; i < count; i++)
        coverage->has_lines &= kam_reconcile_knows_months(&files[i]);
    if (!coverage->has_lines)
        return;
    for (size_t m = 0; m < coverage->window.count; m++) {
        for (size_t i = 0; i < count; i++)
            coverage->months[m].lines +=
                kam_reconcile_used(&files[i], coverage->window.first + (int)m);
        coverage->whole.lines += coverage->months[m].lines;
    }
}

static void count_rejected(struct kam_coverage *coverage, const struct kam_reconcile_file *files,
                           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        coverage->rejected_lines += files[i].lines[KAM_FATE_REJECTED];
        if (!kam_decimal_add(&coverage->rejected_amount, files[i].amounts[KAM_FATE_REJECTED]))
            continue; /* such amounts can only be wrong, and all of this is only mentioned */
    }
}

/* ---- warnings -------------------------------------------------------------------------------- */

static void find_gaps(struct kam_coverage *coverage)
{
    const unsigned count = coverage->window.count;
    const int first = coverage->window.first;
    unsigned m = 0;

    while (m < count && coverage->months[m].accounts == 0)
        m++;
    while (m < count) {
        unsigned begin = m;
        while (m < count && coverage->months[m].accounts == 0)
            m++;
        if (m > begin)
            coverage->warnings[coverage->warning_count++] =
                (struct kam_coverage_warning){.kind = KAM_COVERAGE_GAP,
                                              .first = first + (int)begin,
                                              .last = first + (int)m - 1,
                                              .is_period = m == count};
        else
            m++;
    }
}

static int compare(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

/* The middle one of NUMBERS[COUNT], the mean of two rounded down; they are sorted for it. */
static uint64_t median_of(uint64_t *numbers, size_t count)
{
    qsort(numbers, count, sizeof *numbers, compare);
    uint64_t low = numbers[(count - 1) / 2], high = numbers[count / 2];
    return low + (high - low) / 2;
}

static uint64_t size_of(const struct kam_coverage *coverage, size_t month)
{
    const struct kam_coverage_month *m = &coverage->months[month];

    return coverage->has_lines ? m->lines : m->accounts;
}

/* SIZES has room for all months. */
static void judge_last(struct kam_coverage *coverage, uint64_t *sizes)
{
    enum { FEWEST_MONTHS = 3, LEAST_MEDIAN = 10 };
    size_t last = coverage->window.count - 1, others = 0;
    uint64_t size = size_of(coverage, last);

    for (size_t m = 0; m < last; m++)
        if (coverage->months[m].accounts)
            sizes[others++] = size_of(coverage, m);
    if (coverage->months[last].accounts == 0 || others < FEWEST_MONTHS)
        return;
    uint64_t median = median_of(sizes, others);
    if (median < LEAST_MEDIAN || size * 2 >= median)
        return;
    int month = coverage->window.first + (int)last;
    coverage->warnings[coverage->warning_count++] =
        (struct kam_coverage_warning){.kind = KAM_COVERAGE_THIN,
                                      .first = month,
                                      .last = month,
                                      .is_accounts = !coverage->has_lines,
                                      .count = size,
                                      .median = median};
}

enum kam_status kam_coverage_make(struct kam_coverage *coverage, const struct kam_census *census,
                                  const struct kam_reconcile_file *files, size_t file_count,
                                  struct kam_error *error)
{
    const struct kam_months window = census->months;

    *coverage = (struct kam_coverage){.window = window};
    count_rejected(coverage, files, file_count);
    if (window.count == 0)
        return KAM_OK;
    uint64_t *sizes = calloc(window.count, sizeof *sizes);
    coverage->months = calloc(window.count, sizeof *coverage->months);
    /* A gap needs a month with lines before it, and at most one warning isn't a gap. */
    coverage->warnings = calloc(window.count / 2 + 1, sizeof *coverage->warnings);
    if (!sizes || !coverage->months || !coverage->warnings) {
        free(sizes);
        return kam_error_nomem(error);
    }
    count_accounts(coverage, census);
    count_lines(coverage, files, file_count);
    find_gaps(coverage);
    judge_last(coverage, sizes);
    free(sizes);
    return KAM_OK;
}

/* ---- words ----------------------------------------------------------------------------------- */

static enum kam_status explain_gap(const struct kam_coverage_warning *warning,
                                   struct kam_error *error)
{
    char first[KAM_MONTH_SIZE], last[KAM_MONTH_SIZE];
    bool several = warning->first != warning->last;

    kam_month_format(warning->first, first);
    kam_month_format(warning->last, last);
    const char *to = several ? " to " : "";
    const char *end = several ? last : "";
    if (warning->is_period)
        return kam_error_set(error, KAM_DATA,
                             "no line in %s%s%s, the period%s: without its export every customer "
                             "seems to fall",
                             first, to, end, several ? " included" : "");
    return kam_error_set(error, KAM_DATA,
                         "no line in %s%s%s, though there are lines before and after", first, to,
                         end);
}

static enum kam_status explain_thin(const struct kam_coverage_warning *warning,
                                    struct kam_error *error)
{
    char month[KAM_MONTH_SIZE];

    kam_month_format(warning->last, month);
    return kam_error_set(error, KAM_DATA,
                         "%s has %" PRIu64 " %s%s%s, the months before it %" PRIu64
                         " in the median: a partial export makes customers seem to fall",
                         month, warning->count, warning->is_accounts ? "account" : "line",
                         warning->count == 1 ? "" : "s", warning->is_accounts ? " with lines" : "",
                         warning->median);
}

enum kam_status kam_coverage_explain(const struct kam_coverage_warning *warning,
                                     struct kam_error *error)
{
    switch (warning->kind) {
    case KAM_COVERAGE_GAP:
        return explain_gap(warning, error);
    case KAM_COVERAGE_THIN:
        return explain_thin(warning, error);
    }
    return KAM_DATA;
}
