/*
 * months: the months that the cells of the tests of month say, and how they are read where nothing
 * is known of their file.
 */
#ifndef KAM_TESTS_MONTHS_H
#define KAM_TESTS_MONTHS_H

#include "base/month.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { OCTOBER = 2026 * 12 + 9, MAY = 2026 * 12 + 4 };

static const struct kam_month_style undecided = {KAM_DATES_UNDECIDED, false};

/* What CELL says, KAM_MONTH_NONE included. */
static inline int parse(const char *cell)
{
    return kam_month_parse(kam_text_of(cell), undecided);
}

#endif
