/*
 * names: what customers, services and managers of the example company are called.
 */
#ifndef EXAMPLES_GEN_NAMES_H
#define EXAMPLES_GEN_NAMES_H

#include "dice.h"

#include <stddef.h>

enum { NAME_SIZE = 128, BRAND_SIZE = 16, SERVICE_COUNT = 8 };

/* What is billed: its name, the price of a unit in fen, and what it costs the company (1/1000). */
struct service {
    const char *name;
    int unit_price;
    int cost_mille;
};

extern const struct service services[SERVICE_COUNT];

/* An industry, as frequent among the customers as in life. */
const char *names_industry(struct dice *dice);

/* A brand of two characters, "瑞泰". */
void names_brand(struct dice *dice, char brand[BRAND_SIZE]);

/* A customer of INDUSTRY; some names hold commas or quotes, as they do in real exports. */
void names_customer(struct dice *dice, const char *industry, char name[NAME_SIZE]);

/* A branch of the group BRAND in some city. */
void names_branch(struct dice *dice, const char *brand, char name[NAME_SIZE]);

const char *names_manager(struct dice *dice);

#endif
