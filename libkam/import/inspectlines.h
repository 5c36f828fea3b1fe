/*
 * inspectlines: the facts about the lines of an input, read as an import reads them.
 */
#ifndef KAM_IMPORT_INSPECTLINES_H
#define KAM_IMPORT_INSPECTLINES_H

#include "import/fact.h"
#include "import/import.h"

/* What reading the lines came to, as far as it makes an import fail. */
struct kam_line_findings {
    uint64_t bad_lines, wrong_totals, warnings;
    struct kam_digest content; /* zero where there are no lines */
    enum kam_status status;    /* KAM_OK, or what the reading ended with, which is a fact */
};

/*
 * Read all lines of PLAN, which has one file whose account and amount are known, and add what they
 * come to. Without a column of months its lines have none. Fails with KAM_NOMEM only.
 */
KAM_MUST_CHECK enum kam_status kam_inspect_lines(struct kam_facts *facts,
                                                 struct kam_import_plan *plan,
                                                 const struct kam_import_options *options,
                                                 struct kam_line_findings *findings,
                                                 struct kam_error *error);

/* ERROR, which isn't about all inputs, as a fact of ITEM. */
void kam_inspect_say(struct kam_facts *facts, const char *item, const struct kam_error *error);

#endif
