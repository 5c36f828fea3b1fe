/*
 * account: the account record and its one merge.
 *
 * A record is a set of measures: a count of lines, revenue by month, exact sums, sets of texts; and
 * the attributes of its last month. Adding a billing line, combining the outputs of several
 * imports and merging the accounts of a group are all the same merge, which is associative and
 * commutative: no order of lines, files or members can be seen in the result.
 */
#ifndef KAM_ACCOUNT_ACCOUNT_H
#define KAM_ACCOUNT_ACCOUNT_H

#include "account/attributes.h"
#include "account/cells.h"
#include "base/map.h"

/*
 * What the records of a store consist of, beside id, lines and revenue. `cost` is a sum and
 * `services` a set like any other; they come first in their lists where they are measured.
 */
struct kam_layout {
    const struct kam_text *attributes;
    size_t attribute_count;
    const struct kam_text *sums;
    size_t sum_count;
    const struct kam_text *sets;
    size_t set_count;
};

/*
 * A set of texts, as numbers in a map that all accounts share: those below 64 as bits, as there are
 * seldom more different services, the others ascending in an array.
 */
struct kam_set {
    uint64_t low;
    struct kam_set_items *more; /* NULL: none */
};

struct kam_set_items {
    uint32_t count, capacity;
    uint32_t items[];
};

/*
 * In memory, sums, sets and cells follow the struct, in this order, which is that in which a line
 * touches them; the struct itself is one cache line.
 */
enum { KAM_SHORT_ID = 12 }; /* ids up to so long stand in the record itself */

struct kam_account {
    _Alignas(16) const char *id_ptr; /* aligned for the sums that follow */
    uint64_t lines;
    struct kam_cells revenue;
    struct kam_attributes *attributes; /* those of the last month */
    uint64_t attributes_hash; /* of the line merged last into them in that month; 0: unknown */
    uint32_t id_len;
    char short_id[KAM_SHORT_ID];
};

static inline struct kam_text kam_account_id(const struct kam_account *account)
{
    return (struct kam_text){account->id_ptr, account->id_len};
}

/* The sums of ACCOUNT, layout->sum_count of them. */
static inline struct kam_decimal *kam_account_sums(const struct kam_account *account)
{
    return (struct kam_decimal *)(uintptr_t)(account + 1);
}

/* Its sets, layout->set_count of them. */
static inline struct kam_set *kam_account_sets(const struct kam_account *account,
                                               const struct kam_layout *layout)
{
    return (struct kam_set *)(kam_account_sums(account) + layout->sum_count);
}

/* Its attribute number I of those that LAYOUT has. */
static inline struct kam_text kam_account_attribute(const struct kam_account *account,
                                                    const struct kam_layout *layout, size_t i)
{
    return kam_attribute(account->attributes, layout->attribute_count, i);
}

/* What a merge needs beside two records. */
struct kam_account_context {
    const struct kam_layout *layout;
    struct kam_arena *arena;
    unsigned month_hint; /* months expected per account */
};

/*
 * Merge the measures of FROM into INTO: lines, revenue, sums, sets. KAM_DATA when a sum leaves
 * the range of a decimal (INTO is then spoilt), KAM_NOMEM. Both use the same maps for their sets.
 */
KAM_MUST_CHECK enum kam_status kam_account_merge_measures(struct kam_account *into,
                                                          const struct kam_account *from,
                                                          const struct kam_account_context *ctx);

/*
 * The whole merge: the measures, and the attributes of the later last month; where both have the
 * same, of each attribute the greater value in byte order (so any value beats an empty one).
 */
KAM_MUST_CHECK enum kam_status kam_account_merge(struct kam_account *into,
                                                 const struct kam_account *from,
                                                 const struct kam_account_context *ctx);

/* A billing line: a record of one line in one month. Borrowed for the call. */
struct kam_line {
    struct kam_text id; /* of its account */
    uint64_t hash;      /* kam_hash of that */
    int month;
    struct kam_amount amount;
    struct kam_amount *sums;     /* layout->sum_count */
    uint32_t *sets;              /* the line's element of each set; KAM_NONE: none */
    struct kam_text *attributes; /* layout->attribute_count */
    uint64_t attributes_hash;    /* of all of them, not 0: equal values, equal hash */
};

/* Merge a line: kam_account_merge of the record it stands for, without building that. */
KAM_MUST_CHECK enum kam_status kam_account_add_line(struct kam_account *account,
                                                    const struct kam_line *line,
                                                    const struct kam_account_context *ctx);

/* How many texts SET has, and their numbers, ascending, into NUMBERS. */
uint32_t kam_set_size(const struct kam_set *set);
void kam_set_numbers(const struct kam_set *set, uint32_t *numbers);

/* Put all of OTHER into SET. False when memory ran out. */
KAM_MUST_CHECK bool kam_set_merge(struct kam_set *set, const struct kam_set *other,
                                  struct kam_arena *arena);

/* Put ITEM into SET. False when memory ran out. */
KAM_MUST_CHECK bool kam_set_add(struct kam_set *set, uint32_t item, struct kam_arena *arena);

#endif
