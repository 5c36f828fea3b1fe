/*
 * visits: a log of visits to customers, with the columns account_id and date (contactcolumn.h):
 * how many there were in the window, and when the last one was.
 *
 * A visit belongs to the row of its account, or to that of which it is a member (owner.h). What
 * happened after the table's period isn't known yet: so an old table gets what it had then.
 */
#ifndef KAM_CONTACT_VISITS_H
#define KAM_CONTACT_VISITS_H

#include "account/owner.h"

struct kam_visit_count {
    uint32_t count; /* in the window */
    int last;       /* month, up to the period; KAM_MONTH_NONE: there was none */
};

/* Zero-initialised it is empty. */
struct kam_visits {
    struct kam_visit_count *items; /* of each row of the account table */
    struct kam_table table;        /* the log */
    size_t account_column;         /* for messages */
    struct kam_unowned unowned;    /* visits to accounts that the table doesn't have */
};

/*
 * Read the log PATH ("-": standard input) and count for the rows of TABLE. The caller frees VISITS
 * whatever the status; PATH has to outlive them. KAM_DATA with file, line and column for a missing
 * column, an empty cell or what is no day, and for a TABLE without months.
 */
KAM_MUST_CHECK enum kam_status kam_visits_read(struct kam_visits *visits, const char *path,
                                               const struct kam_table *table,
                                               const struct kam_reader_options *options,
                                               struct kam_error *error);

void kam_visits_free(struct kam_visits *visits);

#endif
