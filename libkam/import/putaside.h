/*
 * putaside: account tables held against the inputs before them, where memory was too small to do
 * that while they were read.
 */
#ifndef KAM_IMPORT_PUTASIDE_H
#define KAM_IMPORT_PUTASIDE_H

#include "import/import.h"

/* What the accounts of input number FILE are said to come from, if that is an account table. */
static inline unsigned kam_putaside_source(size_t file)
{
    return (unsigned)file + 1;
}

/*
 * Go through the accounts of IMPORT, whose store is finished: a table that has an account twice is
 * KAM_DATA, one that seems to repeat what other inputs say is warned about.
 */
KAM_MUST_CHECK enum kam_status kam_putaside_check(struct kam_import *import,
                                                  struct kam_error *error);

#endif
