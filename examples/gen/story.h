/*
 * story: the company of the script, month by month.
 */
#ifndef EXAMPLES_GEN_STORY_H
#define EXAMPLES_GEN_STORY_H

#include "names.h"
#include "script.h"

enum { STORY_ID_SIZE = 12, NEVER_BILLED = 0 };

/* An account, as it is in the month that the story has come to. */
struct figure {
    char id[STORY_ID_SIZE];
    char name[NAME_SIZE];
    const char *industry;
    const char *region;
    const char *group; /* this and the following are never NULL */
    const char *payer;
    unsigned services;           /* bit set over the list of services */
    int64_t fees[SERVICE_COUNT]; /* fen a month, before the prices rose */
    int growth;                  /* thousandths a month */
    int cost_mille;              /* thousandths of what its services usually cost, */
    int cost_percent;            /* or percent of the revenue where not 0 */
    int faults;
    char potential;
    int credit;
    int contract_end;
    int64_t budget; /* yuan a year */
    bool prospect;  /* known before its first bill */
    int last_bill;  /* month, or NEVER_BILLED */
};

struct story {
    int month;
    int prices[SERVICE_COUNT]; /* thousandths of the first ones */
    const char *managers[REGION_COUNT];
    size_t count;
    struct figure *figures;
};

/* The first month, with COUNT accounts, the parts among them. Fails by ending the program. */
void story_begin(struct story *story, size_t count, uint64_t seed);

/* What FIGURE is billed for a service, in fen; 0: nothing. */
int64_t story_amount(const struct story *story, const struct figure *figure, unsigned service);

/* Who looks after FIGURE. */
const char *story_manager(const struct story *story, const struct figure *figure);

/* The next month. */
void story_turn(struct story *story);

void story_end(struct story *story);

#endif
