/*
 * cast: the accounts of the example that have a part to play, each with its script.
 *
 * Every kind of false key account has one here under a telling name, and so has every kind of
 * movement between the last two periods.
 */
#ifndef EXAMPLES_GEN_CAST_H
#define EXAMPLES_GEN_CAST_H

#include <stddef.h>

enum { SCRIPT_MONTHS = 13 };

struct role {
    const char *id;
    const char *name;
    const char *industry;
    const char *group;                 /* group id or NULL */
    const char *payer;                 /* account that pays its bills, or NULL */
    unsigned services;                 /* bit set over the list of services */
    int kilo[SCRIPT_MONTHS];           /* thousand yuan per month, the last month last */
    int cost, discount, overdue, care; /* percent of the revenue; 0: as everybody's */
    char potential;                    /* A to D */
    int credit;                        /* 0 to 100 */
};

extern const struct role cast[];
extern const size_t cast_size;

#endif
