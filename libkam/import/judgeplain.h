/*
 * judgeplain: lines that nothing before them makes anything else of, as nearly all are. They are
 * added up until something else comes, and then counted all at once.
 */
#ifndef KAM_IMPORT_JUDGEPLAIN_H
#define KAM_IMPORT_JUDGEPLAIN_H

#include "import/judge.h"

/*
 * Add up the plain lines of PIECE from entry *I on, and list them as good; *I becomes the first
 * entry that is none.
 */
KAM_MUST_CHECK enum kam_status kam_judge_take_plain(struct kam_judge *judge,
                                                    struct kam_import_piece *piece, size_t *i,
                                                    struct kam_error *error);

/* Count those that were added up: before anything else is, and while their piece is there. */
KAM_MUST_CHECK enum kam_status kam_judge_count_plain(struct kam_judge *judge,
                                                     struct kam_error *error);

#endif
