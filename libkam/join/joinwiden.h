/*
 * joinwiden: a table of customers with the attributes of a customer file in it.
 *
 * Where a customer has several rows of the file, they merge as [attribute NAME] says. A column that
 * the table has already, as one that was joined before has, is replaced; but a name, a group or a
 * payer that the file doesn't know stays. A customer without a row has empty cells.
 */
#ifndef KAM_JOIN_JOINWIDEN_H
#define KAM_JOIN_JOINWIDEN_H

#include "join/attributemerge.h"
#include "join/joinmatch.h"

/* How an attribute merges. */
struct kam_join_rule {
    enum kam_attribute_merge merge; /* KAM_MERGE_HEAD unless something else is said */
    bool said;
};

/* What a customer file brings to the customers of a table; all borrowed but the rules. */
struct kam_join_beside {
    const struct kam_join *join;
    const struct kam_join_match *match; /* of the table's rows */
    struct kam_join_rule *rules;        /* one for each attribute of JOIN */
};

/*
 * Settle how the attributes of JOIN, which MATCH has matched, merge by MODEL. KAM_DATA for a cell
 * of a sum, a maximum or a minimum that is no number. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_join_beside_make(struct kam_join_beside *beside,
                                                    const struct kam_join *join,
                                                    const struct kam_join_match *match,
                                                    const struct kam_model *model,
                                                    struct kam_error *error);

void kam_join_beside_free(struct kam_join_beside *beside);

/*
 * *WIDE, which the caller frees whatever the status: TABLE, which was matched, with the attributes.
 * KAM_DATA for a sum that is too large, and as of kam_table_widen.
 */
KAM_MUST_CHECK enum kam_status kam_join_widen(const struct kam_join_beside *beside,
                                              const struct kam_table *table, struct kam_table *wide,
                                              struct kam_error *error);

/*
 * The first customer that has rows with different numbers in attribute NUMBER, of which nobody said
 * how it merges, and these in DIFFERENCE; KAM_NONE if there is none.
 */
uint32_t kam_join_differing(const struct kam_join_beside *beside, size_t number,
                            struct kam_difference *difference);

#endif
