/*
 * relations: a list of pairs of accounts that are one customer, as a company keeps it beside its
 * bills: account_id, parent_id and, if there are such columns, from, to (months, both included;
 * empty: without a beginning or an end) and kind. Other columns are passed over.
 */
#ifndef KAM_GROUP_RELATIONS_H
#define KAM_GROUP_RELATIONS_H

#include "table/table.h"

/* What the parent of a pair is to its account. */
enum kam_relation_kind {
    KAM_RELATION_PARENT,  /* the company it belongs to; also where no kind is said */
    KAM_RELATION_PAYER,   /* who pays its bills */
    KAM_RELATION_SAME,    /* the same customer under another id; neither is above the other */
    KAM_RELATION_RENAMED, /* what the account has been called since, see renames.h */
};

struct kam_relation {
    struct kam_text account, parent; /* ids, never empty; the list's */
    enum kam_relation_kind kind;
    int from;   /* the first month it is in force, KAM_MONTH_FIRST: always was */
    size_t row; /* in the list's table */
};

/* Zero-initialised it is empty. The pairs in force, in the order of the file. */
struct kam_relations {
    struct kam_relation *items;
    size_t count;
    struct kam_table table;
};

/*
 * Read PATH ("-": standard input) and keep the pairs in force in month PERIOD (KAM_MONTH_NONE: not
 * known; a pair with a month is an error then). Pairs that aren't in force are checked, too.
 * KAM_DATA with file, line and column for a missing column, an empty id, what is no month, an end
 * before its beginning, an unknown kind. PATH has to outlive RELATIONS and ERROR.
 */
KAM_MUST_CHECK enum kam_status kam_relations_read(struct kam_relations *relations, const char *path,
                                                  int period, struct kam_error *error);

void kam_relations_free(struct kam_relations *relations);

#endif
