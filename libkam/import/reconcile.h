/*
 * reconcile: what became of every line below a header, so that lines and sums in equal those used,
 * outside the window, in another currency, total lines, headers, blank and rejected.
 */
#ifndef KAM_IMPORT_RECONCILE_H
#define KAM_IMPORT_RECONCILE_H

#include "base/decimal.h"
#include "base/month.h"
#include "io/writer.h"

enum kam_fate {
    KAM_FATE_USED,
    KAM_FATE_OUTSIDE,  /* not in the window */
    KAM_FATE_CURRENCY, /* in another one than that chosen, which its amount is in */
    KAM_FATE_TOTAL,    /* a total line: a checksum, never summed */
    KAM_FATE_REJECTED, /* its amount is counted where it could be read */
    KAM_FATE_HEADER,   /* the header or a title once more; up to REJECTED they are data */
    KAM_FATE_BLANK,
};
enum { KAM_FATES = KAM_FATE_BLANK + 1 };

/* "used", "outside", ... */
const char *kam_fate_name(enum kam_fate fate);

struct kam_reconcile_month;

/* One input. Zero-initialised it is empty. */
struct kam_reconcile_file {
    const char *name;
    struct kam_reconcile_month *months; /* of lines with a month, from first_month on */
    int first_month;
    size_t month_count;
    uint64_t lines[KAM_FATES];
    struct kam_decimal amounts[KAM_FATES];
};

/*
 * Count LINES lines of AMOUNT in all; MONTH is KAM_MONTH_NONE where it isn't known. False when
 * memory ran out or a sum leaves the range of a decimal (which *RANGE tells).
 */
KAM_MUST_CHECK bool kam_reconcile_add(struct kam_reconcile_file *file, enum kam_fate fate,
                                      int month, uint64_t lines, struct kam_decimal amount,
                                      bool *range);

void kam_reconcile_free(struct kam_reconcile_file *file);

/* How many lines of MONTH were used; and whether all used ones have a month, as those of account
   tables don't. */
uint64_t kam_reconcile_used(const struct kam_reconcile_file *file, int month);
bool kam_reconcile_knows_months(const struct kam_reconcile_file *file);

/*
 * Write file,fate,month,lines,amount: a row per file, fate and month that has lines, and after
 * them a row per fate for all files, called (all). False if a sum over the files leaves the range.
 */
KAM_MUST_CHECK bool kam_reconcile_write(const struct kam_reconcile_file *files, size_t count,
                                        struct kam_writer *writer);

#endif
