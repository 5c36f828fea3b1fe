/*
 * judge: the lines of a raw export in their order. What a line comes to depends on those before it:
 * on their sum where it is a total, on their currency, their invoices, and on whether it may be a
 * title. Every line is counted, set aside, or ends the run.
 */
#ifndef KAM_IMPORT_JUDGE_H
#define KAM_IMPORT_JUDGE_H

#include "import/heldlines.h"
#include "import/importpiece.h"
#include "import/tally.h"
#include "import/totals.h"

struct kam_judge {
    struct kam_import *import;
    size_t index; /* of the file */
    const struct kam_import_file *file;
    struct kam_reader *reader;
    struct kam_line_reader *lines; /* of the piece that is being judged */
    bool has_checksums;            /* total lines can be held against the lines */
    bool has_invoices;             /* no line may repeat another's key */
    struct kam_totals totals;
    struct kam_tally tally;          /* plain lines that aren't counted yet: judgeplain.h, */
    const struct kam_reading *plain; /* and the last of them; NULL: there are none */
    struct kam_text currency;        /* of the last line judged to be good: right once more */
    bool is_closed; /* the last line was a total that held: what else follows are notes */
    struct kam_held_lines held;
};

/* Begin with file number FILE, which READER reads; both are borrowed. Free it in any case. */
void kam_judge_init(struct kam_judge *judge, struct kam_import *import, size_t file,
                    struct kam_reader *reader);

/* Judge the lines of PIECE, the next one, and list those that are good there. */
KAM_MUST_CHECK enum kam_status
kam_judge_piece(struct kam_judge *judge, struct kam_import_piece *piece, struct kam_error *error);

/* No line follows. */
KAM_MUST_CHECK enum kam_status kam_judge_finish(struct kam_judge *judge, struct kam_error *error);

void kam_judge_free(struct kam_judge *judge);

#endif
