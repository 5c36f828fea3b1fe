/*
 * fact: what was found out about an input, as a list that programs and people are shown alike.
 *
 * A fact is an item, the name of what it is about, a value, and why that is so. The items, and
 * what name, value and why are for each of them, are listed in kam-import(1).
 */
#ifndef KAM_IMPORT_FACT_H
#define KAM_IMPORT_FACT_H

#include "base/arena.h"

struct kam_fact {
    const char *item; /* a literal */
    struct kam_text name, value, why;
};

/* Zero-initialised it is empty. */
struct kam_facts {
    struct kam_fact *items;
    size_t count, capacity;
    bool failed; /* memory ran out, and facts are missing */
    struct kam_arena arena;
};

/* Add a fact; its texts are copied. When memory runs out it is left out, and failed is set. */
void kam_facts_add(struct kam_facts *facts, const char *item, struct kam_text name,
                   struct kam_text value, struct kam_text why);

/* The same with the literals or texts NAME and WHY, and a formatted value. */
void kam_facts_print(struct kam_facts *facts, const char *item, const char *name, const char *why,
                     const char *format, ...) KAM_PRINTF(5, 6);

/* The first fact of ITEM at or behind number FROM; NULL if there is none. */
const struct kam_fact *kam_facts_find(const struct kam_facts *facts, const char *item, size_t from);

void kam_facts_free(struct kam_facts *facts);

#endif
