/*
 * checktotal: what finance says the amounts add up to, by month or in all, held against what was
 * imported. It comes from --check-total [YYYY-MM=]AMOUNT and from the file of --check-totals.
 */
#ifndef KAM_IMPORT_CHECKTOTAL_H
#define KAM_IMPORT_CHECKTOTAL_H

#include "base/currency.h"
#include "import/coverage.h"
#include "io/reader.h"

struct kam_check_total {
    int month; /* KAM_MONTH_NONE: the whole window */
    struct kam_decimal amount;
    enum kam_currency currency; /* stated with it, or KAM_CURRENCY_NONE */
    struct kam_place place;     /* the option, which has no line, or the line of the file */
};

/* Zero-initialised there are none. A month is there once, and so is the whole window. */
struct kam_check_totals {
    struct kam_check_total *items;
    size_t count, capacity;
    /* What the user says of numbers and dates; set before the first total is read. */
    enum kam_decimal_sign sign;
    struct kam_month_style dates;
};

void kam_check_totals_free(struct kam_check_totals *totals);

/* Add one total. KAM_DATA, for an option KAM_USAGE, if its month has one already; KAM_NOMEM. */
KAM_MUST_CHECK enum kam_status kam_check_totals_add(struct kam_check_totals *totals,
                                                    const struct kam_check_total *total,
                                                    struct kam_error *error);

/*
 * Add what --check-total was given: AMOUNT, or YYYY-MM=AMOUNT. Months and amounts may be written as
 * in exports. KAM_USAGE for what is neither, or a month that has a total already.
 */
KAM_MUST_CHECK enum kam_status kam_check_totals_parse(struct kam_check_totals *totals,
                                                      struct kam_text argument,
                                                      struct kam_error *error);

/*
 * Add the rows of PATH, which has to outlive TOTALS: their month and amount, in the columns that
 * are headed so (an amount may also be headed as a total, and have its unit there). An empty month,
 * and a word that total lines have, stands for the whole window; a row of nothing is passed over.
 * An undecided decimal sign is the one that all amounts can have. KAM_DATA with file, line and
 * column for a column that is missing or there twice, what is no month or amount, an empty amount,
 * a month that has a total already, and a file without a row.
 */
KAM_MUST_CHECK enum kam_status kam_check_totals_read(struct kam_check_totals *totals,
                                                     const char *path,
                                                     const struct kam_reader_options *options,
                                                     struct kam_error *error);

/*
 * Before a run over the window that the user wants: is every total of a month in it? KAM_USAGE
 * where an option's isn't, KAM_DATA where the file's isn't. Without such a window there is nothing
 * to ask: a month that turns out to have no line adds up to 0.
 */
KAM_MUST_CHECK enum kam_status kam_check_totals_within(const struct kam_check_totals *totals,
                                                       struct kam_months window,
                                                       struct kam_error *error);

/*
 * After the run: does TOTAL equal the sum of COVERAGE, which is in the currency CODE (empty: not
 * known)? Exactly, as 7470.5 equals 7470.50. KAM_DATA naming another currency, or saying what is
 * too much or too little, and what the rejected lines hold. A caller reports all the totals that
 * fail.
 */
KAM_MUST_CHECK enum kam_status kam_check_total_hold(const struct kam_check_total *total,
                                                    const struct kam_coverage *coverage,
                                                    struct kam_text code, struct kam_error *error);

#endif
