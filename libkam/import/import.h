/*
 * import: billing exports and account tables become one store of accounts.
 *
 * Every line of every input is used, outside the window, blank, a total line, or rejected, and the
 * reconciliation says how many and how much of each.
 */
#ifndef KAM_IMPORT_IMPORT_H
#define KAM_IMPORT_IMPORT_H

#include "import/importplan.h"
#include "import/invoice.h"
#include "import/onecurrency.h"
#include "import/reconcile.h"
#include "import/rejects.h"

enum { KAM_IMPORT_SHOWN = 20 }; /* bad lines kept for the message */

struct kam_import {
    const struct kam_import_options *options;
    struct kam_import_plan *plan;
    struct kam_rejects *rejects; /* where bad lines go; NULL: they fail the run */
    uint64_t most_rejects;       /* fail early past so many; UINT64_MAX: no limit */
    size_t memory;               /* bytes for the accounts, past which they go to */
    const char *directory;       /* temporary files here; 0 and NULL: no limit */
    unsigned threads;            /* that read and add lines; 1 to KAM_PIPELINE_MOST_THREADS */
    void (*warn)(void *context, const struct kam_error *warning); /* may be NULL */
    void *warn_context;
    struct kam_one_currency currency;
    struct kam_invoices invoices;
    /* results */
    struct kam_store *store;
    struct kam_reconcile_file *files; /* plan->file_count */
    struct kam_digest *digests;       /* of their content, likewise */
    uint64_t bad_lines;
    uint64_t wrong_totals; /* total lines that don't hold, of an inspection; they fail an import */
    struct kam_error bad[KAM_IMPORT_SHOWN]; /* the first ones in input order */
};

/*
 * Read all inputs of IMPORT->plan. KAM_OK also where lines were bad: the caller looks at bad_lines.
 * Free it whatever comes back.
 */
KAM_MUST_CHECK enum kam_status kam_import_run(struct kam_import *import, struct kam_error *error);

void kam_import_free(struct kam_import *import);

/* Lines of all inputs that had FATE. */
uint64_t kam_import_lines(const struct kam_import *import, enum kam_fate fate);

/*
 * The months of the result: the window, or without one, from the first month with a line to the
 * last.
 */
struct kam_months kam_import_months(const struct kam_import *import);

/* ---- for the readers of raw exports and of account tables ------------------------------------ */

/* The window's first month, or the first there can be. */
int kam_import_first_month(const struct kam_import_options *options);
int kam_import_last_month(const struct kam_import_options *options);

/*
 * A line of FILE is bad because of WHY; FIELDS[COUNT] is all of it. KAM_DATA when that was one too
 * many.
 */
KAM_MUST_CHECK enum kam_status kam_import_reject(struct kam_import *import, size_t file,
                                                 const struct kam_text *fields, size_t count,
                                                 struct kam_decimal amount,
                                                 const struct kam_error *why,
                                                 struct kam_error *error);

/* Count lines in the reconciliation of FILE. */
KAM_MUST_CHECK enum kam_status kam_import_count(struct kam_import *import, size_t file,
                                                enum kam_fate fate, int month, uint64_t lines,
                                                struct kam_decimal amount, struct kam_error *error);

/* A warning about one of the inputs. */
void kam_import_warn(const struct kam_import *import, const struct kam_error *warning);

/* Read file number FILE through READER, which stands behind its header. */
KAM_MUST_CHECK enum kam_status kam_import_raw(struct kam_import *import, size_t file,
                                              struct kam_reader *reader, struct kam_error *error);
KAM_MUST_CHECK enum kam_status kam_import_table(struct kam_import *import, size_t file,
                                                struct kam_reader *reader, struct kam_error *error);

#endif
