/*
 * outlookword: the words for where a customer seems to be heading, which conditions ask for and
 * diff/outlook.h finds.
 */
#ifndef KAM_MODEL_OUTLOOKWORD_H
#define KAM_MODEL_OUTLOOKWORD_H

#include "base/text.h"

enum kam_outlook {
    KAM_OUTLOOK_NONE, /* not to be told */
    KAM_OUTLOOK_RISING,
    KAM_OUTLOOK_STEADY,
    KAM_OUTLOOK_FALLING,
    KAM_OUTLOOK_LEAVING,
};

enum { KAM_OUTLOOKS = KAM_OUTLOOK_LEAVING + 1 };

/* "rising", "steady", ...; empty for none. */
struct kam_text kam_outlook_word(enum kam_outlook outlook);

#endif
