/*
 * lorenz: how unequally revenue is spread: the Lorenz curve (Lorenz, 1905), from the customer with
 * the least revenue to the one with the most; negative revenues count as 0.
 */
#ifndef KAM_REPORT_LORENZ_H
#define KAM_REPORT_LORENZ_H

#include "report/reportsource.h"
#include "report/reporttable.h"

/* Shares, from 0 to 1, six places. */
struct kam_reportpoint {
    struct kam_decimal customers, revenue;
};

/* The customers with the most revenue, so many percent of all (rounded up), and what they bring. */
struct kam_reportlargest {
    size_t percent, customers;
    struct kam_decimal revenue, share;
};

enum { KAM_LORENZ_POINTS = 101, KAM_LORENZ_LARGEST = 6 };

/* Zero-initialised it is empty. */
struct kam_reportlorenz {
    bool is_known;                                    /* somebody has a positive revenue: */
    struct kam_reportpoint points[KAM_LORENZ_POINTS]; /* from (0, 0) to (1, 1) */
    size_t count;
    struct kam_reportlargest largest[KAM_LORENZ_LARGEST]; /* 1, 5, 10, 20, 50, 100 % */
    struct kam_decimal gini, top_share; /* those of kam-tier --summary; top: 20 % */
    struct kam_decimal few;             /* the smallest share of customers that brings 80 % */
    size_t few_customers;
};

/* KAM_DATA if the sum of the positive revenues is out of range. */
KAM_MUST_CHECK enum kam_status kam_reportlorenz_make(struct kam_reportlorenz *lorenz,
                                                     const struct kam_reportsource *source,
                                                     const struct kam_reportscope *scope,
                                                     struct kam_error *error);

/* What the largest 1, 5, 10, 20, 50 and 100 % of the customers bring, and the Gini coefficient. */
void kam_reportlorenz_table(const struct kam_reportlorenz *lorenz, struct kam_speech *speech,
                            struct kam_reporttable *table);

#endif
