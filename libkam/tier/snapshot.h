/*
 * snapshot: a table that went through kam-tier, of one period, under one model.
 *
 * Reading one checks what every comparison relies on: each customer stands there once and has a
 * tier, and all rows agree in period, model and by, and in the currency as far as they say it. A
 * snapshot without rows is a snapshot; its period, model and by are not known then. Prospects stand
 * in it behind its customers.
 */
#ifndef KAM_TIER_SNAPSHOT_H
#define KAM_TIER_SNAPSHOT_H

#include "account/prospect.h"
#include "table/rowindex.h"

/* What is looked at beside the columns below and the parts of the score. */
struct kam_snapshot_needs {
    struct kam_text figure;         /* a column, if there is one of that name */
    bool months;                    /* all month columns */
    bool ranks;                     /* what the order of the tiers is derived from */
    bool standings;                 /* what patience goes by, and neither names nor scores */
    bool names;                     /* but names all the same */
    bool policies;                  /* all columns policy_KEY */
    bool movements;                 /* what became of customers, why, and what is said of that */
    const struct kam_text *columns; /* and these, whatever they are */
    size_t column_count;
};

/* Zero-initialised it is empty. Texts are borrowed from the table. */
struct kam_snapshot {
    const struct kam_snapshot_needs *needs; /* of other columns no cells are kept; NULL: all are */
    const char *file;                       /* its name, for messages; borrowed */
    struct kam_table table;
    struct kam_row_index index; /* of account_id */
    struct kam_window window;   /* the month columns; the last one is the period's */
    int period;                 /* KAM_MONTH_NONE: no rows */
    struct kam_text model;      /* empty: no rows */
    struct kam_text by;         /* empty: no rows */
    struct kam_text currency;   /* empty: not known */
    /* columns that are always there */
    size_t account_id, revenue, tier;
    /* KAM_NO_COLUMN where there is none */
    size_t account_name, score, strategy, idle;
};

/*
 * Read PATH ("-": standard input), which has to outlive the snapshot, which stays where it is.
 * KAM_DATA for a table that is no snapshot; the message names the columns it lacks.
 */
KAM_MUST_CHECK enum kam_status kam_snapshot_read(struct kam_snapshot *snapshot, const char *path,
                                                 const struct kam_reader_options *options,
                                                 struct kam_error *error);

/* The cell of ROW in COLUMN; empty where that is KAM_NONE, or there is no such column. */
static inline struct kam_text kam_snapshot_cell(const struct kam_snapshot *snapshot, uint32_t row,
                                                size_t column)
{
    if (row == KAM_NONE || column == KAM_NO_COLUMN)
        return KAM_TEXT("");
    return kam_table_cell(&snapshot->table, row, column);
}

/* Whether ROW is a prospect, who is no customer of SNAPSHOT. */
static inline bool kam_snapshot_is_prospect(const struct kam_snapshot *snapshot, uint32_t row)
{
    return kam_text_equal(kam_table_cell(&snapshot->table, row, snapshot->tier), KAM_PROSPECT);
}

void kam_snapshot_free(struct kam_snapshot *snapshot);

/*
 * The column NAME of kam-tier in *COLUMN. KAM_DATA saying that kam-tier has to run first if there
 * is none, or that there are two.
 */
KAM_MUST_CHECK enum kam_status kam_snapshot_require(const struct kam_snapshot *snapshot,
                                                    struct kam_text name, size_t *column,
                                                    struct kam_error *error);

#endif
