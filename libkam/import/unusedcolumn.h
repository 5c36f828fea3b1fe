/*
 * unusedcolumn: what stands in the columns of an export that nothing is taken from. Currencies or
 * months there are a column whose heading wasn't known, and without it amounts of two currencies
 * would be added up, or lines of other months dated to --period. A word of totals there may be a
 * total of an account's lines, which would count twice.
 */
#ifndef KAM_IMPORT_UNUSEDCOLUMN_H
#define KAM_IMPORT_UNUSEDCOLUMN_H

#include "import/importplan.h"

/* What the first block shows of a column; the cells are the plan's. */
struct kam_unused_column {
    size_t column;
    bool not_currency, not_month; /* a cell is something else */
    struct kam_evidence currency; /* the first cell with one */
    bool currencies_differ;
    bool only_yuan;              /* cells of 元, which may be a mere unit */
    struct kam_evidence outside; /* the first cell outside --period */
    int earliest;                /* its first month */
    bool has_other;              /* a cell is no word of totals */
    struct kam_evidence total;   /* the first cell below such that is one, and has an account */
};

/* Those of one file. Nothing is looked for where a role is known, or was said to be absent. */
struct kam_unused_columns {
    struct kam_unused_column *items;
    size_t count;
    struct kam_import_file *file;
    const struct kam_import_options *options;
    struct kam_arena *arena; /* the plan's */
    bool wants_currency, wants_month, wants_total;
};

/* The columns of FILE, whose roles are mapped, to look at; false when memory ran out. */
KAM_MUST_CHECK bool kam_unused_columns_begin(struct kam_unused_columns *unused,
                                             struct kam_import_file *file,
                                             const struct kam_import_options *options,
                                             struct kam_arena *arena);

/* Look at a record of the first block, CELLS at LINE; false when memory ran out. */
KAM_MUST_CHECK bool kam_unused_columns_look(struct kam_unused_columns *unused,
                                            const struct kam_text *cells, uint64_t line);

/*
 * KAM_DATA if a column seems to be the currency and nobody said whether it is. Whether one seems to
 * be the month, or has totals, is noted in the file's overlooked_month and overlooked_total.
 */
KAM_MUST_CHECK enum kam_status kam_unused_columns_judge(struct kam_unused_columns *unused,
                                                        const struct kam_reader *reader,
                                                        struct kam_error *error);

/* The warning of a month that was overlooked in FILE; false if there is none. */
bool kam_unused_month_warning(const struct kam_import_file *file, const char *name, int period,
                              struct kam_error *warning);

/* The same of a total. */
bool kam_unused_total_warning(const struct kam_import_file *file, const char *name,
                              struct kam_error *warning);

#endif
