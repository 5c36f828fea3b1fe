/*
 * inspect: what an input is taken for and what an import of it would come to, without one.
 *
 * The input is looked at and read exactly as an import does it, but what an import fails on is a
 * fact here, and so is what is left open. Nothing is guessed but the encoding, which is said.
 */
#ifndef KAM_IMPORT_INSPECT_H
#define KAM_IMPORT_INSPECT_H

#include "import/fact.h"
#include "import/importplan.h"
#include "io/input.h"

/* Of one input. */
struct kam_inspection {
    const char *path;
    enum kam_status status; /* of an import: KAM_OK if it would succeed as it stands */
    bool understood;        /* enough for a section; the facts have an `error` otherwise */
    struct kam_facts facts;
    struct kam_buffer section; /* the keys of [import], see inspectmodel.h */
    uint64_t warnings;
    struct kam_digest content; /* of an input with lines; else zero */
};

/*
 * Inspect PATH, whose status becomes that of the inspection. Fails with KAM_USAGE for options that
 * no input could be imported with, and KAM_NOMEM. Free it whatever comes back.
 */
KAM_MUST_CHECK enum kam_status kam_inspect(struct kam_inspection *inspection, const char *path,
                                           const struct kam_import_options *options,
                                           struct kam_error *error);

void kam_inspection_free(struct kam_inspection *inspection);

#endif
