/*
 * hint: the end of a message about a name that isn't known.
 */
#ifndef KAM_MODEL_HINT_H
#define KAM_MODEL_HINT_H

#include "base/text.h"

/* Use as kam_hint(...).s in the arguments of a printf-like call. */
struct kam_hint {
    char s[128];
};

/* "; did you mean 'NAME'?", or nothing where NAME is empty. */
struct kam_hint kam_hint(struct kam_text name);

/* The same for the one of NAMES[COUNT] that is nearest to TEXT. */
struct kam_hint kam_hint_among(struct kam_text text, const struct kam_text *names, size_t count);

#endif
