/*
 * importplan: what kam-import takes its inputs for, decided from their beginnings before a single
 * line is summed: which are account tables and which raw exports, where the header is, which
 * column means what, and so what the records consist of.
 */
#ifndef KAM_IMPORT_IMPORTPLAN_H
#define KAM_IMPORT_IMPORTPLAN_H

#include "account/accountrow.h"
#include "import/convention.h"
#include "import/doubt.h"
#include "import/excerpt.h"
#include "import/format.h"
#include "import/idsample.h"
#include "import/toprecords.h"
#include "io/reader.h"
#include "model/model.h"
#include "table/heading.h"
#include "table/headingunit.h"

/* How a role's column is found. */
struct kam_role_choice {
    struct kam_text column; /* its name; for the amount also A*B or a number */
    bool given;             /* by an option or the model; an empty column then means: none */
    bool from_model;
};

/* Ids of 16 and more digits: a spreadsheet may have made zeros of all but the first 15. */
enum kam_long_ids { KAM_LONG_IDS_SUSPECT, KAM_LONG_IDS_TRUST };

/* An inspection keeps what an import would fail on, and takes the encoding that is likely. */
enum kam_import_purpose { KAM_FOR_IMPORT, KAM_FOR_INSPECTION };

/* What the user wants of an import; everything is borrowed. */
struct kam_import_options {
    struct kam_reader_options reader;
    struct kam_role_choice roles[KAM_ROLES];
    struct kam_renamed_list keep, sum, collect;
    struct kam_text prefix; /* put before every id of a raw export */
    bool prefix_given;
    int round;                /* places of every amount; -1: exact */
    struct kam_text currency; /* the one to take, where the column of that role has several */
    struct kam_import_reading reading;
    enum kam_long_ids long_ids;
    enum kam_import_purpose purpose;
    bool raw;        /* an account table is a raw export like any other */
    int period;      /* the window's last month, KAM_MONTH_NONE: all months there are */
    unsigned window; /* months, with a period */
    /* Columns that a customer file brings: not attributes of account tables, and KEEP may name
       one of the file's columns. */
    const struct kam_text *joined, *join_columns;
    size_t joined_count, join_column_count;
};

/* A factor of an amount: a column, or a constant where column is KAM_NO_COLUMN. */
struct kam_factor {
    size_t column;
    struct kam_decimal constant;
};

struct kam_import_file;

/* A raw export; an account table; lines that an import rejected, perhaps repaired since. */
enum kam_input_kind { KAM_INPUT_RAW, KAM_INPUT_TABLE, KAM_INPUT_REJECTS };

/* The encoding of an input, and how far it holds: what isn't text is replaced in inspections. */
struct kam_encoding_note {
    struct kam_text name;
    enum kam_encoding_origin origin;
    const char *likelier;              /* see kam_input_likelier */
    uint64_t replaced, first_replaced; /* see kam_input_replaced */
};

/* Ids that a raw export shares with the one before it. */
struct kam_id_collision {
    const struct kam_import_file *other;
    uint64_t shared;         /* with a name in both */
    uint64_t different;      /* these names differ */
    struct kam_text example; /* such an id */
};

/* A word of totals in a column that isn't used, in a line with an account; line 0: none. */
struct kam_overlooked_total {
    size_t column;
    struct kam_evidence first;
};

/* A column that holds months, outside --period as the cell FIRST is, and isn't used; line 0: none.
 */
struct kam_overlooked_month {
    size_t column;
    struct kam_evidence first;
};

/* One input: what it is, and where in its records things are. */
struct kam_import_file {
    const char *path;
    struct kam_reader *reader; /* open and at the beginning, for an input that can't be reopened */
    uint64_t size;             /* in bytes; 0: unknown */
    enum kam_input_kind kind;
    char delimiter;
    uint64_t header_line, header_end; /* its first and last line; 0: it has none */
    struct kam_text *names;           /* of the columns, as in the header, but clean */
    size_t width;
    const struct kam_text *header_rows[2]; /* its records as they stand there, WIDTH cells each */
    size_t header_row_count;
    const struct kam_export_format *format; /* a cloud bill; NULL: not known */
    struct kam_unit_note title_unit;        /* of a line above the header */
    struct kam_unit_note unit_hint;         /* one that may state a unit, too */
    struct kam_unit_note title_currency;    /* one that states a currency beside the unit */
    struct kam_unit_note currency_hint;     /* one whose currency isn't known */
    const struct kam_top_record *titles;    /* the lines above it */
    size_t title_count;
    size_t columns[KAM_ROLES]; /* of a raw export; KAM_NO_COLUMN: none */
    struct kam_factor factors[2];
    size_t factor_count;
    size_t *attributes, *sums, *sets; /* of a raw export, per item of the layout */
    size_t *invoice;                  /* columns of its key, as many as the options say */
    size_t *reject_columns;           /* where its columns stand among plan->reject_names */
    struct kam_conventions conventions;
    struct kam_id_sample ids; /* its ids themselves are dropped once they were compared */
    struct kam_id_collision collision;
    struct kam_overlooked_month overlooked_month;
    struct kam_overlooked_total overlooked_total;
    struct kam_account_row row; /* of an account table */
    struct kam_encoding_note encoding;
    struct kam_doubts doubts; /* of an inspection, and so is the next */
    struct kam_excerpt excerpt;
};

struct kam_import_plan {
    struct kam_import_file *files;
    size_t file_count;
    struct kam_layout layout;
    struct kam_text *reject_names; /* all columns of all raw exports */
    size_t reject_count;
    struct kam_arena arena;
};

/*
 * Look at PATHS[COUNT] (none: standard input): what they are and which column means what. PATHS
 * and OPTIONS outlive the plan; what OPTIONS say of a customer file isn't asked for yet. KAM_DATA
 * for what the inputs lack or leave unclear, KAM_USAGE for options that contradict each other.
 */
KAM_MUST_CHECK enum kam_status kam_import_plan_look(struct kam_import_plan *plan,
                                                    const char *const *paths, size_t count,
                                                    const struct kam_import_options *options,
                                                    struct kam_error *error);

/*
 * True, and why in *WARNING, if FILE is clearly not in the encoding given; false if a failure kept
 * it from being looked at.
 */
bool kam_import_plan_doubts_encoding(const struct kam_import_file *file, struct kam_error *warning);

/* True if a raw export has COLUMN, so that --keep doesn't mean one of the customer file. */
bool kam_import_plan_exports(const struct kam_import_plan *plan, struct kam_text column);

/* Lay out the records, and find their parts in every input. KAM_DATA for what one of them lacks. */
KAM_MUST_CHECK enum kam_status kam_import_plan_lay_out(struct kam_import_plan *plan,
                                                       const struct kam_import_options *options,
                                                       struct kam_error *error);

/* The reader of file number FILE, at its first record behind the header. The caller closes it. */
KAM_MUST_CHECK enum kam_status kam_import_plan_open(struct kam_import_plan *plan, size_t file,
                                                    const struct kam_import_options *options,
                                                    struct kam_reader **reader,
                                                    struct kam_error *error);

void kam_import_plan_free(struct kam_import_plan *plan);

#endif
