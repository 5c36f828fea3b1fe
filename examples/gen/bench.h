/*
 * bench: one large billing export, for measuring.
 *
 * CSV of 9 columns, sorted by month and random inside it; the largest fifth of the
 * accounts brings four fifths of the revenue.
 */
#ifndef EXAMPLES_GEN_BENCH_H
#define EXAMPLES_GEN_BENCH_H

#include "sink.h"

#include <stdint.h>

enum bench_quotes {
    BENCH_QUOTES_NONE, /* no name needs them */
    BENCH_QUOTES_SOME, /* in 2 % of the rows the name does */
    BENCH_QUOTES_ALL,  /* every field */
};

struct bench_plan {
    uint64_t lines;
    uint64_t accounts;
    int months;
    int last_month; /* year * 12 + month - 1 */
    uint64_t seed;
    enum bench_quotes quotes;
    enum sink_form form;
};

/* Write the export of PLAN to PATH; "-" is standard output. */
void bench_write(const struct bench_plan *plan, const char *path);

#endif
