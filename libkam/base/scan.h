/*
 * scan: small pieces taken away from the front of a text.
 */
#ifndef KAM_BASE_SCAN_H
#define KAM_BASE_SCAN_H

#include "text.h"

static inline bool kam_scan_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Take LITERAL, or say that it isn't there. */
bool kam_scan_skip(struct kam_text *rest, struct kam_text literal);

/* Take one byte that is among BYTES; false if none is there. */
bool kam_scan_one_of(struct kam_text *rest, const char *bytes);

/* Take a number of LEAST to MOST digits; -1 if it isn't there. */
int kam_scan_number(struct kam_text *rest, size_t least, size_t most);

/* How many digits there are, none taken. */
size_t kam_scan_digits(struct kam_text rest);

#endif
