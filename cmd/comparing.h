/*
 * comparing: the two snapshots of kam-diff, read and compared, for all its views.
 */
#ifndef KAM_COMPARING_H
#define KAM_COMPARING_H

#include "diff/comparable.h"
#include "diff/diff.h"
#include "diff/seen.h"
#include "front.h"

/* The options that say what is compared, and how. */
struct kam_comparing_options {
    struct kam_diff_options compared; /* `seen`, `replay` and `lost_after` aside */
    const char *members[2];           /* --members-old, --members-new; NULL: not given */
    const char **seen;                /* --seen */
    size_t seen_count, seen_capacity;
    const char *replay;       /* --replay; NULL: not given */
    struct kam_text *columns; /* that are needed: --track, --by, --key */
    size_t column_count, columns_capacity;
    unsigned allowed; /* enum kam_aspect */
};

/* That COLUMN of both snapshots will be looked at. Borrowed. */
void kam_comparing_need(const struct kam_front *front, struct kam_comparing_options *options,
                        struct kam_text column);

/* --seen PATH: an earlier snapshot. */
void kam_comparing_see(const struct kam_front *front, struct kam_comparing_options *options,
                       const char *path);

/* --key ARGUMENT, a column that is needed. */
void kam_comparing_take_key(const struct kam_front *front, struct kam_comparing_options *options,
                            const char *argument);

/* --measure ARGUMENT. */
void kam_comparing_take_measure(const struct kam_front *front,
                                struct kam_comparing_options *options, const char *argument);

/* --allow ARGUMENT, beside what was allowed before. */
void kam_comparing_allow(const struct kam_front *front, struct kam_comparing_options *options,
                         const char *argument);

void kam_comparing_options_free(struct kam_comparing_options *options);

/* Which columns are read. */
enum kam_comparing_scope {
    KAM_COMPARING_MOVES, /* what movements and their causes need */
    KAM_COMPARING_RISKS, /* and those that the model's risks look at */
    KAM_COMPARING_ALL,   /* all */
};

/* Zero-initialised it is empty. */
struct kam_comparing {
    const struct kam_comparing_options *options;
    struct kam_model *model;
    struct kam_reader_options reader;
    struct kam_text *columns; /* that are needed beside those of all comparisons */
    size_t column_count;
    bool risk_months;       /* month columns are, too, as risks look at them */
    struct kam_arena arena; /* of what is known of these */
    struct kam_snapshot_needs needs;
    struct kam_snapshot old, new;
    struct kam_snapshot replay; /* OLD by the rules of NEW, if given */
    struct kam_roster old_roster, new_roster;
    struct kam_ladder ladder;
    struct kam_seen seen;
    struct kam_diff_options compared;
    struct kam_diff diff;
};

/*
 * Read the model and the two operands, and compare them. COMPARING stays where it is, and OPTIONS
 * have to outlive it. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_comparing_run(struct kam_front *front,
                                                 struct kam_comparing *comparing,
                                                 const struct kam_comparing_options *options,
                                                 enum kam_comparing_scope scope,
                                                 struct kam_error *error);

void kam_comparing_free(struct kam_comparing *comparing);

#endif
