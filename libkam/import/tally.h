/*
 * tally: what plain lines add up to, month by month, until they are counted all at once: a sum of
 * 64 bits and a count cost next to nothing beside what a file's books take for every entry.
 */
#ifndef KAM_IMPORT_TALLY_H
#define KAM_IMPORT_TALLY_H

#include "base/month.h"

enum { KAM_TALLY_MONTHS = 32 };

/* Lines of one month. */
struct kam_tally_month {
    int month;
    uint64_t lines; /* 0: none to be counted */
    int64_t sum;    /* in minor units */
};

/* Zero-initialised there are no lines. Months so many months apart share an entry. */
struct kam_tally {
    struct kam_tally_month months[KAM_TALLY_MONTHS];
};

static inline struct kam_tally_month *kam_tally_month_of(struct kam_tally *tally, int month)
{
    return &tally->months[(unsigned)month % KAM_TALLY_MONTHS];
}

/*
 * A line more of MONTH, whose entry this is, of AMOUNT minor units. False if there are lines in it
 * that have to be counted before: of another month, or with a sum that has no room for it.
 */
static inline bool kam_tally_add(struct kam_tally_month *entry, int month, int64_t amount)
{
    int64_t sum;

    if (entry->lines == 0)
        *entry = (struct kam_tally_month){.month = month};
    if (entry->month != month || __builtin_add_overflow(entry->sum, amount, &sum))
        return false;
    entry->lines++;
    entry->sum = sum;
    return true;
}

#endif
