/*
 * reportsource: the files that a report is made of, read and checked, and which rows of them it is
 * about.
 *
 * A report never computes what a tool of kam has computed: tiers, ranks, movements and risks are
 * those of its files, so that page and tables can't disagree.
 */
#ifndef KAM_REPORT_REPORTSOURCE_H
#define KAM_REPORT_REPORTSOURCE_H

#include "diff/listingread.h"
#include "model/model.h"
#include "report/boxplaces.h"
#include "tier/ladder.h"

/* A snapshot, with what every section looks at. */
struct kam_reportside {
    struct kam_snapshot_needs needs;
    struct kam_snapshot snapshot;
    struct kam_decimal *revenues; /* per row; an empty cell is 0 */
    uint32_t *steps;              /* per row: its tier's of the ladder; KAM_NONE: a prospect */
};

/* The files that are given; NULL: isn't. All borrowed. */
struct kam_reportfiles {
    const char *snapshot;
    const char *previous; /* an earlier snapshot */
    const char *moves;    /* kam-diff --all of the two */
    const char *risks;    /* kam-diff --at-risk of the two */
    struct kam_text by;   /* a column whose values are pages of their own; empty: none */
};

/* What the rows of a tier have in a column. */
struct kam_agreed {
    struct kam_text text;
    bool is_there, differs;
};

/* What the columns policy_KEY of a snapshot say; none where the model says it. */
struct kam_reportpolicies {
    struct kam_text *keys;
    struct kam_agreed *found; /* of each key: per tier of the ladder and, last, of prospects */
    size_t count;
};

/* Zero-initialised it is empty. */
struct kam_reportsource {
    struct kam_reportfiles files;
    const struct kam_model *model; /* borrowed; one without sections where none is given */
    struct kam_text *columns;      /* of the snapshots, that sections look at */
    size_t column_count;
    struct kam_reportside now, before; /* `before` if files.previous */
    struct kam_boxplaces places;       /* of `now` in the grid of the model */
    struct kam_ladder ladder;
    struct kam_reportpolicies policies; /* of `now` (reportpolicy.c) */
    struct kam_listing_read moves;      /* if files.moves */
    bool moves_have_other_figure;       /* than the revenue of the window (reportmoves.h) */
    struct kam_table risks;             /* if files.risks; its columns may be any */
    struct kam_decimal *losses;         /* per row of risks; NULL: it is no list at risk */
    unsigned threads;                   /* from 1 */
};

/*
 * Read FILES under MODEL. KAM_DATA for a file that is not what it is given as, and for snapshots of
 * two currencies, of one period, or in the wrong order. SOURCE stays where it is. To be freed
 * whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_reportsource_read(struct kam_reportsource *source,
                                                     const struct kam_reportfiles *files,
                                                     const struct kam_model *model,
                                                     const struct kam_reader_options *options,
                                                     unsigned threads, struct kam_error *error);

void kam_reportsource_free(struct kam_reportsource *source);

/* Rows of a table, in the order of the file. */
struct kam_reportrows {
    const uint32_t *items;
    size_t count;
};

/* What a page is about: all, or one value of the column that pages are made by. */
struct kam_reportscope {
    bool is_part;
    struct kam_text value;                           /* that one, if it is; may be empty */
    struct kam_reportrows now, before, moves, risks; /* of the tables of the source */
};

#endif
