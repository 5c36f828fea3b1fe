/*
 * numeral: the digits of an amount as exports write them, without what stands around them.
 *
 * Understood: 1234.5  1,234.50  1 234.50  1'234.50  .5  5.  １，２３４．５０  1.5E-7, and all of
 * that with the decimal comma. Thousands are separated by a comma (or a point, where the decimal
 * sign is a comma), an apostrophe, U+2019, a space, or U+00A0, U+2009, U+202F. All separators of a
 * number are the same and stand at every thousand; a separated number doesn't begin with 0 and has
 * no exponent.
 */
#ifndef KAM_BASE_NUMERAL_H
#define KAM_BASE_NUMERAL_H

#include "decimal.h"

/* The decimal sign of a column. */
enum kam_decimal_sign {
    KAM_SIGN_UNDECIDED,
    KAM_SIGN_POINT,
    KAM_SIGN_COMMA,
};

/* A numeral that was read: its text, and what counting its digits has shown. */
struct kam_numeral {
    struct kam_text text;
    size_t digits;      /* without those of the exponent */
    size_t places;      /* how many of them stand behind the decimal sign */
    int64_t exponent;   /* behind E; far beyond any number of digits where it doesn't fit */
    uint32_t separator; /* the character between thousands, 0 if there is none */
};

/* Read all of TEXT, where SIGN is not undecided. False if it is no numeral then. */
KAM_MUST_CHECK bool kam_numeral_read(struct kam_text text, enum kam_decimal_sign sign,
                                     struct kam_numeral *numeral);

/*
 * The value of NUMERAL times 10^SCALE, negated if NEGATIVE, rounded half to even to ROUND places
 * (0..18), once; exactly if ROUND is -1. KAM_NUMBER_LOST if the exponent asks for more digits than
 * were written (1.23E+11), as their true values are gone.
 */
KAM_MUST_CHECK enum kam_number kam_numeral_value(const struct kam_numeral *numeral, bool negative,
                                                 int scale, int round, struct kam_decimal *value);

#endif
