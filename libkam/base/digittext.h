/*
 * digittext: the digits of a number as text; what stands between and before them is the business
 * of those who write (decimaltext.c, minor.c, month.c). Inline, as it is what writing a table
 * comes to.
 */
#ifndef KAM_BASE_DIGITTEXT_H
#define KAM_BASE_DIGITTEXT_H

#include "digits.h"

/* "00" to "99", one behind the other. */
extern const char kam_digittext_pairs[201];

/* Write VALUE, less than 100, in two digits. */
static inline void kam_digittext_pair(char *out, unsigned value)
{
    memcpy(out, &kam_digittext_pairs[(size_t)value * 2], 2);
}

/* Write VALUE, less than 10^WIDTH, in exactly WIDTH digits; returns where they end. */
static inline char *kam_digittext_fixed(char *out, uint64_t value, unsigned width)
{
    char *end = out + width, *at = end;

    for (; value > UINT32_MAX; value /= 100)
        kam_digittext_pair(at -= 2, (unsigned)(value % 100));
    /* What is left is divided in half the steps. */
    uint32_t rest = (uint32_t)value;
    for (; at - out >= 2; rest /= 100)
        kam_digittext_pair(at -= 2, rest % 100);
    if (at > out)
        *out = (char)('0' + rest);
    return end;
}

/* How many digits VALUE has: its bits tell it but for one, as 1233/4096 is nearly log10 2. */
static inline unsigned kam_digittext_length(uint64_t value)
{
    uint64_t odd = value | 1; /* 0 has a digit, too */
    unsigned length = (64 - (unsigned)__builtin_clzll(odd)) * 1233 >> 12;

    return length + (odd >= kam_digits_power(length));
}

/* Write VALUE in as many digits as it has, at most 20; returns where they end. */
static inline char *kam_digittext_whole(char *out, uint64_t value)
{
    if (value < 10) {
        *out = (char)('0' + value);
        return out + 1;
    }
    return kam_digittext_fixed(out, value, kam_digittext_length(value));
}

#endif
