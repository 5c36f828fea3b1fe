/*
 * export: the billing export of one month, as the billing system writes it: a title line, a header,
 * billing lines, a total line.
 */
#ifndef EXAMPLES_GEN_EXPORT_H
#define EXAMPLES_GEN_EXPORT_H

#include "names.h"
#include "sink.h"

#include <stdbool.h>

struct export;

/* Whom a line is for. */
struct customer {
    const char *id;
    const char *name;
    const char *group; /* this and the following may be empty */
    const char *payer;
    const char *industry;
};

/* What is billed. */
struct bill {
    const struct service *service;
    int64_t usage;
    int64_t amount; /* this and the following in fen */
    int64_t cost;
    int64_t discount;
    int64_t overdue;
    int64_t care; /* what serving the customer cost */
};

/*
 * Begin bills-YYYY-MM.csv.gz (or, plain, bills-YYYY-MM.csv) of MONTH (year * 12 + month - 1) in
 * DIRECTORY.
 */
struct export *export_open(const char *directory, int month, enum sink_form form);

/* A line; GROUPED is how somebody liked the amount: with thousands separators. */
void export_line(struct export *export, const struct customer *customer, const struct bill *bill,
                 bool grouped);

/* Add the total line, and finish. */
void export_close(struct export *export);

#endif
