/*
 * company: the customers of the example and what each of them is worth, month by month.
 *
 * Months are counted from 0, the first one generated. Everything follows from the seed.
 */
#ifndef EXAMPLES_GEN_COMPANY_H
#define EXAMPLES_GEN_COMPANY_H

#include "cast.h"
#include "names.h"

enum { ID_SIZE = 12, NEVER = 9999 };

/* A stretch of months, both ends included. */
struct stretch {
    int from, to;
};

struct account {
    char id[ID_SIZE];
    char name[NAME_SIZE];
    char later_name[NAME_SIZE];
    int renamed; /* month from which later_name holds, or NEVER */
    char group[ID_SIZE];
    char payer[ID_SIZE];
    const char *industry;
    struct stretch blank;    /* months in which the export forgot the industry */
    struct stretch billed;   /* months in which it is a customer */
    struct stretch pause;    /* months without a bill in between */
    unsigned sporadic;       /* of 1000 months, so many pass without a bill */
    unsigned services;       /* bit set */
    int position;            /* from the top, in millionths; 0 for the cast */
    int64_t level;           /* fen per month at the beginning */
    int growth;              /* per month, in 1/1000 */
    const struct role *role; /* its script, or NULL */
};

struct company {
    uint64_t seed;
    int months;
    int last_month; /* year * 12 + month - 1 */
    size_t count;
    struct account *accounts;
};

/* COUNT accounts, the cast among them (COUNT is at least its size). Fails by ending the program. */
void company_found(struct company *company, size_t count, int months, int last_month,
                   uint64_t seed);

/* What account NUMBER is billed in MONTH, in fen; 0: no bill. */
int64_t company_revenue(const struct company *company, size_t number, int month);

/* What a die is thrown for, so that one matter leaves the others alone. */
enum dice_topic {
    DICE_ACCOUNT,
    DICE_REVENUE,
    DICE_SHARES,
    DICE_BILLS,
    DICE_CUSTOMER_FILE,
    DICE_BUDGET,
    DICE_CONTACTS,
    DICE_VISITS,
    DICE_FAULTS,
};

/* The die for TOPIC of ACCOUNT in MONTH. */
struct dice company_dice(const struct company *company, size_t account, enum dice_topic topic,
                         int month);

void company_dissolve(struct company *company);

#endif
