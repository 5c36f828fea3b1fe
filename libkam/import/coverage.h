/*
 * coverage: which months the result covers, and how well.
 *
 * A partial export does its harm silently: customers whose lines are missing seem to fall, and a
 * wave of demotions follows. So the months are held against each other after a run.
 */
#ifndef KAM_IMPORT_COVERAGE_H
#define KAM_IMPORT_COVERAGE_H

#include "account/census.h"
#include "import/reconcile.h"

struct kam_coverage_month {
    uint64_t accounts; /* with a line in it */
    uint64_t lines;    /* 0 unless has_lines */
    struct kam_decimal revenue;
    bool too_large; /* the revenue, for a decimal */
};

enum kam_coverage_kind {
    KAM_COVERAGE_GAP,  /* months without a line, behind one that has some */
    KAM_COVERAGE_THIN, /* the last month has far less than the others */
};

struct kam_coverage_warning {
    enum kam_coverage_kind kind;
    int first, last;        /* months; one and the same if it is about one only */
    bool is_period;         /* a gap up to the last month of the window */
    bool is_accounts;       /* thin: what is counted; lines otherwise */
    uint64_t count, median; /* thin: of the last month, and of the others */
};

struct kam_coverage {
    struct kam_months window;
    struct kam_coverage_month *months; /* window.count */
    struct kam_coverage_month whole;   /* all of the window; accounts with a line in any month */
    bool has_lines; /* lines per month are known, as no account table was read that has some */
    uint64_t rejected_lines;               /* of whatever month */
    struct kam_decimal rejected_amount;    /* what they hold, where it could be read */
    struct kam_coverage_warning *warnings; /* gaps in the order of months, then a thin month */
    size_t warning_count;
};

/*
 * Look at the months of CENSUS, that of all accounts, after a run over FILES[FILE_COUNT]. Free it
 * whatever comes back; KAM_NOMEM.
 *
 * A gap is warned about where a month before it has lines; a wholly empty window is somebody else's
 * warning. The last month is thin if it has fewer than half the median of the others that have
 * lines: of their lines where these are known, else of their accounts. There have to be 3 others,
 * and 10 in the median (rounded down), as anything may happen with fewer.
 */
KAM_MUST_CHECK enum kam_status kam_coverage_make(struct kam_coverage *coverage,
                                                 const struct kam_census *census,
                                                 const struct kam_reconcile_file *files,
                                                 size_t file_count, struct kam_error *error);

void kam_coverage_free(struct kam_coverage *coverage);

/* The entry of MONTH, of the whole window for KAM_MONTH_NONE; NULL for a month outside. */
const struct kam_coverage_month *kam_coverage_find(const struct kam_coverage *coverage, int month);

/* WARNING in words, into ERROR. Returns KAM_DATA. */
enum kam_status kam_coverage_explain(const struct kam_coverage_warning *warning,
                                     struct kam_error *error);

#endif
