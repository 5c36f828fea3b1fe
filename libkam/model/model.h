/*
 * model: a company's rules, read from its model file, checked and typed.
 *
 * Every tool loads the whole model and so finds every mistake in it, also in what another tool
 * applies.
 *
 * A model owns everything it points to (one arena); it is only read after loading, so threads may
 * share it. Texts in it are NUL-terminated. Errors are KAM_USAGE with the file and line, or the
 * option for a value that an override gave, and the nearest known name where a name is wrong.
 */
#ifndef KAM_MODEL_MODEL_H
#define KAM_MODEL_MODEL_H

#include "model/axis.h"
#include "model/condition.h"
#include "model/cut.h"
#include "model/expression.h"
#include "model/importvalue.h"
#include "model/modelfile.h"
#include "model/modelvalue.h"
#include "model/scale.h"
#include "model/schema.h"

enum { KAM_MODEL_WINDOW = 12 }; /* months, where nothing says otherwise */

/* [import] or [import NAME]: what an export's columns mean. Empty texts and lists: not said. */
struct kam_model_import {
    struct kam_place place;
    struct kam_text title; /* NAME, empty for [import] */
    struct kam_text account, name, group, payer, month, amount, cost, service;
    struct kam_renamed_list keep, sum, collect;
    struct kam_text encoding;
    struct kam_text prefix;   /* put before every account, group and payer id */
    char delimiter;           /* 0: not said */
    int round;                /* places for amounts; -1: not said */
    struct kam_text currency; /* COLUMN or COLUMN=CODE */
    struct kam_import_reading reading;
};

/* [group] */
struct kam_model_group {
    struct kam_place place; /* file NULL and line 0: there is no such section */
    struct kam_text_list same;
    struct kam_text relations;         /* a path, empty: not said */
    struct kam_text_list ignore_payer; /* payer ids; "*" is all of them */
    uint64_t max_members;              /* 0: not said */
};

enum kam_attribute_merge {
    KAM_MERGE_SUM,
    KAM_MERGE_MAX,
    KAM_MERGE_MIN,
    KAM_MERGE_SET,
    KAM_MERGE_HEAD,
};

/* [attribute NAME] */
struct kam_model_attribute {
    struct kam_place place;
    struct kam_text name;
    enum kam_attribute_merge merge;
};

/* What a dimension does with an empty cell. */
enum kam_missing {
    KAM_MISSING_SKIP, /* leave it out, rescale the other weights */
    KAM_MISSING_ZERO, /* 0 points */
    KAM_MISSING_ERROR,
    KAM_MISSING_POINTS, /* so many points */
};

/* [dimension NAME | CONDITION]: another scale for some rows. */
struct kam_model_segment {
    struct kam_place place;
    struct kam_condition condition;
    struct kam_scale scale;
};

/*
 * [dimension NAME]. The segments stand in file order; the first whose condition holds for a row
 * gives its scale, and where none does, the dimension's own.
 */
struct kam_model_dimension {
    struct kam_place place;
    struct kam_text name;
    struct kam_text column;
    struct kam_decimal weight; /* at least 0; where weights are given, not all are 0 */
    bool weight_said;          /* there is such a key */
    enum kam_missing missing;  /* its own, or else the model's */
    double missing_points;     /* for KAM_MISSING_POINTS; else 0 */
    struct kam_scale scale;
    const struct kam_model_segment *segments;
    size_t segment_count;
};

/* The scale of SECTION of DIMENSION: of a segment, or, behind the last one, its own. */
static inline const struct kam_scale *kam_model_scale(const struct kam_model_dimension *dimension,
                                                      size_t section)
{
    return section < dimension->segment_count ? &dimension->segments[section].scale
                                              : &dimension->scale;
}

/* How weights come about. */
enum kam_weighting {
    KAM_WEIGHTS_GIVEN, /* the dimensions say them */
    KAM_WEIGHTS_AHP,   /* from comparisons of two dimensions each */
    KAM_WEIGHTS_ENTROPY,
    KAM_WEIGHTS_CRITIC, /* from the data, as the one before */

    KAM_WEIGHTINGS
};

/* [weights], and weights-total of [model]. */
struct kam_model_weights {
    struct kam_place place; /* file NULL and line 0: there is no such section */
    enum kam_weighting method;
    const double *judgements; /* a square of dimension_count (judgement.h); NULL: not said */
    struct kam_decimal total; /* that all weights add up to; 0: not said */
};

/* How points and weights become a score (combine.h of libkam/score). */
enum kam_score_method { KAM_SCORE_SUM, KAM_SCORE_PRODUCT, KAM_SCORE_TOPSIS };

/* [score] */
struct kam_model_score {
    struct kam_place place; /* file NULL and line 0: there is no such section */
    enum kam_score_method method;
    struct kam_text
        per; /* for topsis: the column whose cells say who is compared; empty: all are */
};

/* How many decimal places a computed column has. */
enum {
    KAM_COLUMN_EXACT = -1,  /* as many as it needs: nothing is rounded */
    KAM_COLUMN_DIVIDED = 4, /* where there is a division, unless it says how many */
};

/* [column NAME] */
struct kam_model_column {
    struct kam_place place;
    struct kam_text name;
    struct kam_expression value;
    int places; /* 0 to 18, or KAM_COLUMN_EXACT */
};

/* The largest weights and the largest exponent of [contacts], and the places of weights. */
enum { KAM_CONTACT_MOST = 1000, KAM_CONTACT_POWER = 10, KAM_CONTACT_PLACES = 4 };

/* [contacts]: what counts in a relationship. */
struct kam_model_contacts {
    struct kam_place place;
    struct kam_decimal attitude, depth; /* weights; not both are 0 */
    struct kam_decimal importance;      /* the exponent of a contact's importance */
    unsigned stale_after; /* months after which a contact counts as none; 0: not said */
};

/* Where customers equal in the ranked figure go at a cut. */
enum kam_ties {
    KAM_TIES_UP,    /* those equal in revenue too stay together, on the upper side */
    KAM_TIES_SCORE, /* those equal in the ranked figure stay together, on the upper side */
    KAM_TIES_DOWN,  /* as with UP, on the lower side */
    KAM_TIES_SPLIT, /* the order of rank decides */
};

/* What `cut = share` is a share of. */
enum kam_share_base {
    KAM_BASE_POSITIVE, /* the sum of the positive revenues */
    KAM_BASE_NET,      /* the sum of all revenues */
};

/* Where `cut = share` puts the customer whose revenue crosses the limit. */
enum kam_crossing {
    KAM_CROSSING_INCLUDE, /* above it */
    KAM_CROSSING_EXCLUDE, /* below it */
};

/* What admitted customers do to the places that a cut has. */
enum kam_admitted {
    KAM_ADMITTED_ON_TOP, /* nothing: they come on top */
    KAM_ADMITTED_INSIDE, /* they take places first */
};

/* How far a customer moves when its time has come. */
enum kam_step {
    KAM_STEP_FREE, /* to where the cut puts it */
    KAM_STEP_ONE,  /* one tier */
};

/* How long a cut has to say the same before it is followed. */
struct kam_model_patience {
    unsigned promote_after, demote_after; /* snapshots, at least 1; 1: at once */
    unsigned lost_after;                  /* months; 0: not said */
    struct kam_decimal keep_factor;       /* of the limit, in (0, 1]; 0: not said */
    enum kam_step step;
};

/* [tiers]; names.count is 0 where there is no such section, and else at least 2. */
struct kam_model_tiers {
    struct kam_place place;
    struct kam_text_list names; /* the highest first, all different */
    struct kam_text by;         /* "score" or a column */
    struct kam_text per;        /* the column of segments that are cut by themselves; empty: none */
    struct kam_cut cut;         /* names.count - 1 limits, none of KAM_CUT_ABC */
    enum kam_ties ties;
    enum kam_share_base base;
    enum kam_crossing crossing;
    enum kam_admitted admitted;
    struct kam_model_patience patience;
};

/* [managers] */
struct kam_model_managers {
    struct kam_place place; /* file NULL and line 0: there is no such section */
    struct kam_text column; /* who answers for a customer; empty: not said */
    uint64_t count;         /* of managers; 0: the column tells */
    uint64_t span;          /* customers that one of them can carry; 0: not said */
};

/* The free keys of sections as a table of rows by keys; what a row is, the sections say. */
struct kam_model_texts {
    struct kam_text_list keys;      /* in order of their first appearance */
    const struct kam_text *columns; /* what they are called as columns, as many */
    const struct kam_text *texts;   /* texts[row * keys.count + key]; empty: not said */
};

/*
 * [grid]: classes by contribution and potential; classes.count is 0 where there is no such section.
 *
 * Box number row * width + column, where row 0 has the highest contribution and column 0 the lowest
 * potential, as `rows` has them.
 */
struct kam_model_grid {
    struct kam_place place;
    struct kam_axis contribution, potential;
    size_t height, width;         /* one more than the limits of each */
    struct kam_text_list classes; /* all different, in order of their first appearance */
    const size_t *boxes;          /* the class of each box, an index into classes */
    const size_t *strategies;     /* of each class, an index into strategies; or KAM_NO_STRATEGY */
};

#define KAM_NO_STRATEGY SIZE_MAX

/* [strategy NAME], or one that [grid] names and that has no section. */
struct kam_model_strategy {
    struct kam_place place;
    struct kam_text name;
    struct kam_condition when; /* term_count 0: none, it is only that of its classes */
    unsigned periods;          /* snapshots in a row in which `when` has to hold; at least 1 */
    bool is_historic;          /* `when` asks for a history, which kam-tier doesn't know */
};

struct kam_model_strategies {
    const struct kam_model_strategy *items; /* sections in file order, then those without one */
    size_t count;
    struct kam_model_texts texts; /* a row for each; columns strategy_KEY */
};

/* [branch] desk = NAME : CONDITION; when.term_count is 0 where there is no such section. */
struct kam_model_branch {
    struct kam_place place;
    struct kam_text desk;
    struct kam_condition when; /* on the columns of a members list */
};

#define KAM_NO_TIER SIZE_MAX

/* [admit NAME], [category NAME], [flag NAME], [risk NAME]; in file order among their kind. */
struct kam_model_rule {
    struct kam_place place;
    struct kam_text name;
    struct kam_condition when;
    size_t tier; /* index into tiers.names of `tier` or `at-most`; KAM_NO_TIER: not said */
};

struct kam_rule_list {
    const struct kam_model_rule *items;
    size_t count;
};

/* [dependence]: how much of a segment hangs on one customer. Parts are from 0 to 1. */
struct kam_model_dependence {
    struct kam_place place;         /* file NULL and line 0: there is no such section */
    struct kam_text segment;        /* the column whose cells are the segments; empty: none */
    struct kam_decimal monopoly;    /* from this part of the segment's revenue on */
    struct kam_decimal selective;   /* likewise, at most as much */
    struct kam_condition reference; /* term_count 0: the largest of each segment */
    struct kam_decimal follow;      /* the part of the others' revenue that follows one */
};

struct kam_model {
    struct kam_place place; /* of [model], or of the file */
    struct kam_text name;   /* empty: not said */
    int window;             /* months, 1 to 1200; 0: not said, take KAM_MODEL_WINDOW */
    enum kam_missing missing;

    const struct kam_model_import *imports; /* in file order */
    size_t import_count;
    struct kam_model_group group;
    const struct kam_model_attribute *attributes;
    size_t attribute_count;
    const struct kam_model_column *columns; /* in file order */
    size_t column_count;
    const size_t *column_order;          /* in which each comes after those that it needs */
    const struct kam_text *column_names; /* column_count of them, too */
    struct kam_model_contacts contacts;
    const struct kam_model_dimension *dimensions; /* in file order */
    size_t dimension_count;
    struct kam_model_weights weights;
    struct kam_model_score score;
    struct kam_model_tiers tiers;
    struct kam_rule_list admits, categories, flags;
    struct kam_model_managers managers;
    struct kam_model_grid grid;
    struct kam_model_strategies strategies;
    /* [policy]: a row for each tier, one for prospects, one for each class; columns policy_KEY */
    struct kam_model_texts policies;
    struct kam_model_branch branch;
    struct kam_rule_list risks;
    struct kam_model_dependence dependence;

    struct kam_modelfile file; /* all of it as written, and the memory of all of the above */
};

/*
 * Load PATH (an empty model where it is NULL) with OVERRIDES[OVERRIDE_COUNT], each
 * "SECTION:KEY=VALUE" as --set takes it. PATH has to outlive the model and ERROR.
 */
KAM_MUST_CHECK enum kam_status kam_model_load(struct kam_model **model, const char *path,
                                              const char *const *overrides, size_t override_count,
                                              struct kam_error *error);

/* The same from TEXT in memory, which is called NAME in messages. */
KAM_MUST_CHECK enum kam_status kam_model_load_text(struct kam_model **model, const char *name,
                                                   struct kam_text text,
                                                   const char *const *overrides,
                                                   size_t override_count, struct kam_error *error);

/* NULL is allowed. */
void kam_model_free(struct kam_model *model);

/* The import called TITLE (empty: the one without a title), or NULL. */
const struct kam_model_import *kam_model_find_import(const struct kam_model *model,
                                                     struct kam_text title);

/* The index of the computed column called NAME, or column_count where there is none. */
size_t kam_model_find_column(const struct kam_model *model, struct kam_text name);

/* The sum of the weights that the dimensions say. KAM_USAGE where it is too large. */
KAM_MUST_CHECK enum kam_status kam_model_weight_sum(const struct kam_model *model,
                                                    struct kam_decimal *sum,
                                                    struct kam_error *error);

/* Whether scores, or what they are made of, decide the tiers of MODEL: by `by` or by a rule. */
bool kam_model_tiers_by_scores(const struct kam_model *model);

/* 16 hexadecimal digits and a NUL. */
enum { KAM_MODEL_HASH_SIZE = 17 };

/*
 * A hash of all that decides scores (kam_model_hash_score), and of all that decides tiers, scores
 * included (kam_model_hash_tier). Comments, spacing, the order of keys, the model's name and 5万
 * for 50000 make no difference; the order of dimensions, segments and rules does. WEIGHTS, one per
 * dimension, are those in force; NULL: those that the model states. Of weights that are found,
 * kam_model_hash_tier sees how, but not what, so that months stay comparable. The grid, strategies,
 * policies, branches, risks and managers decide nothing, except for how many managers there are, if
 * they cut. KAM_NOMEM is the only failure.
 */
KAM_MUST_CHECK enum kam_status kam_model_hash_score(const struct kam_model *model,
                                                    const struct kam_decimal *weights,
                                                    char out[KAM_MODEL_HASH_SIZE],
                                                    struct kam_error *error);
KAM_MUST_CHECK enum kam_status kam_model_hash_tier(const struct kam_model *model,
                                                   char out[KAM_MODEL_HASH_SIZE],
                                                   struct kam_error *error);

/* The latter for tiers of scores that other rules made: ORIGIN says of these what hashes do. */
KAM_MUST_CHECK enum kam_status kam_model_hash_tier_of(const struct kam_model *model,
                                                      struct kam_text origin,
                                                      char out[KAM_MODEL_HASH_SIZE],
                                                      struct kam_error *error);

#endif
