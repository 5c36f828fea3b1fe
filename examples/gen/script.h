/*
 * script: the story of a small company over two years, as tables: who plays a part, what happens to
 * whom in which month, and who belongs to whom from when on.
 *
 * story.c plays it. Whom no event names is billed the same every month, so that whatever differs
 * between two months is told here.
 */
#ifndef EXAMPLES_GEN_SCRIPT_H
#define EXAMPLES_GEN_SCRIPT_H

#include <stddef.h>

/* Months are year * 12 + month - 1. */
enum {
    STORY_FIRST = 2024 * 12 + 10,
    STORY_MONTHS = 24,
    STORY_LAST = STORY_FIRST + STORY_MONTHS - 1
};

/* An account with a part, as it is in the first month. */
struct part {
    const char *id;
    const char *name;
    const char *industry;
    const char *region;
    unsigned services; /* bit set over the list of services */
    int yuan;          /* billed a month; 0: nothing yet */
    char potential;    /* A to D */
    int contract_end;  /* month */
    const char *group; /* this and the following may be NULL */
    const char *payer;
    int cost;   /* percent of the revenue; 0: what its services cost */
    int budget; /* yuan a year; not 0 for prospects, who are known before their first bill */
};

extern const struct part parts[];
extern const size_t part_count;

/* Where customers are, and who looks after them there in the first month. */
struct region {
    const char *name;
    const char *manager;
};

enum { REGION_COUNT = 4 };
extern const struct region regions[REGION_COUNT];

/* All others have ids from this number on, one after the other. */
enum { FIRST_EXTRA = 1001 };

enum change {
    CHANGE_FEE,     /* it is billed so many yuan a month from now on; 0: nothing any more */
    CHANGE_GROWTH,  /* so many thousandths more each month, from the next one on */
    CHANGE_DROP,    /* it gives up the services of this bit set, and their fees */
    CHANGE_COST,    /* what it is billed costs so many percent */
    CHANGE_FAULTS,  /* so many faults in the three months up to now, and in all to come */
    CHANGE_PAYER,   /* TEXT pays its bills */
    CHANGE_PRICE,   /* everybody's services of this name cost so many thousandths more */
    CHANGE_MANAGER, /* TEXT looks after the customers in the region of this name */
};

struct event {
    int month;
    enum change change;
    const char *who;  /* an id, the first of several, a service or a region */
    const char *last; /* the last of several ids that follow each other; NULL: of one */
    int amount;
    const char *text;
};

extern const struct event events[];
extern const size_t event_count;

/* Both months included; 0 is open. */
struct relation {
    const char *account, *parent;
    int from, to;
    const char *kind;
};

extern const struct relation story_relations[];
extern const size_t story_relation_count;

#endif
