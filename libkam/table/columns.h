/*
 * columns: every column name that has a meaning to kam, in one table; kam-table(5) is its text.
 *
 * All of them are reserved: a kept attribute must not take one of these names.
 */
#ifndef KAM_TABLE_COLUMNS_H
#define KAM_TABLE_COLUMNS_H

#include "base/month.h"
#include "base/text.h"
#include "io/writer.h"

/* The tool whose output first has the column. */
enum kam_column_stage {
    KAM_STAGE_IMPORT,
    KAM_STAGE_GROUP,
    KAM_STAGE_CONTACT, /* of kam-score, but there before it scores, and kept where it isn't anew */
    KAM_STAGE_SCORE,
    KAM_STAGE_TIER,
    KAM_STAGE_DIFF,
    KAM_STAGE_HISTORY, /* of kam-diff --history, whose strategies' conditions may ask for it */
    KAM_STAGE_LIST, /* members lists, relations, reconciliations: no column of the account table */
};

enum kam_column_type {
    KAM_TYPE_ID,     /* an account, group or payer id: text, always */
    KAM_TYPE_TEXT,   /* names, sets, tiers, reasons */
    KAM_TYPE_NUMBER, /* plain decimal; `=` in a condition compares numbers */
    KAM_TYPE_MONTH,  /* YYYY-MM */
};

struct kam_column {
    const char *name;
    enum kam_column_type type;
    enum kam_column_stage stage;
};

/*
 * The column called NAME, also for the families points_NAME, part_NAME (numbers of kam-score),
 * policy_KEY, strategy_KEY (texts of kam-tier), tier_YYYY-MM (texts of kam-diff) and YYYY-MM
 * (numbers of kam-import); NULL for a name without a meaning, which is an attribute.
 */
const struct kam_column *kam_column_find(struct kam_text name);

/* True for a column of numbers of kam's own. */
bool kam_column_is_numeric(struct kam_text name);

/* The month of a column called YYYY-MM, KAM_MONTH_NONE for any other. */
int kam_column_month(struct kam_text name);

/* How the cells of the column called NAME are written. */
enum kam_cell_kind kam_column_cell_kind(struct kam_text name);

#endif
