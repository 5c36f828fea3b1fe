/*
 * rulechange: which rules hold for a customer in both snapshots, or in one of them only.
 *
 * Flags and categories are those of the columns of these names. Admissions are what `evidence` has
 * beside flags.
 */
#ifndef KAM_DIFF_RULECHANGE_H
#define KAM_DIFF_RULECHANGE_H

#include "diff/sides.h"
#include "explain/storyfew.h"

enum kam_rule_kind { KAM_RULE_ADMISSION, KAM_RULE_FLAG, KAM_RULE_CATEGORY };

enum { KAM_RULE_KINDS = KAM_RULE_CATEGORY + 1 };

enum kam_rule_change {
    KAM_RULE_NEW,   /* it holds in the new snapshot only */
    KAM_RULE_GONE,  /* in the old one only */
    KAM_RULE_STILL, /* in both */
};

enum { KAM_RULE_CHANGES = KAM_RULE_STILL + 1 };

/* The rules of KIND that changed like CHANGE, one after another. */
struct kam_rule_walk {
    const struct kam_sides *sides;
    enum kam_rule_kind kind;
    enum kam_rule_change change;
    struct kam_text rest;
};

struct kam_rule_walk kam_rule_walk(const struct kam_sides *sides, enum kam_rule_kind kind,
                                   enum kam_rule_change change);

/*
 * The next one in *RULE, with what it found, if that is known: "costly (revenue 17400.00)"; what it
 * found last, if it is gone. The story's. False at the end.
 */
bool kam_rule_next(struct kam_rule_walk *walk, struct kam_text *rule);

/* All of them. */
struct kam_story_few kam_rule_few(const struct kam_sides *sides, enum kam_rule_kind kind,
                                  enum kam_rule_change change);

#endif
