/*
 * doubt: what an export leaves open, such as which of two columns is the amount. An import fails
 * on the first of them; who inspects the export wants to know them all.
 */
#ifndef KAM_IMPORT_DOUBT_H
#define KAM_IMPORT_DOUBT_H

#include "base/text.h"

/* KEY of [import], and the option of that name, would settle it; a literal. */
struct kam_doubt {
    const char *key;
    struct kam_error why;
};

/* Of one file. Zero-initialised, none is kept: what is open is an error. */
struct kam_doubts {
    bool kept;
    struct kam_doubt *items;
    size_t count, capacity;
};

/*
 * Deciding KEY came to STATUS and, if that isn't KAM_OK, to *ERROR. KAM_DATA is kept, once a key,
 * and becomes KAM_OK where doubts are kept; anything else is returned as it is.
 */
KAM_MUST_CHECK enum kam_status kam_doubts_take(struct kam_doubts *doubts, const char *key,
                                               enum kam_status status, struct kam_error *error);

/* The doubt about KEY; NULL if there is none. */
const struct kam_doubt *kam_doubts_find(const struct kam_doubts *doubts, const char *key);

void kam_doubts_free(struct kam_doubts *doubts);

#endif
