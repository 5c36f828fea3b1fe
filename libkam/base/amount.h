/*
 * amount: money as billing exports write it.
 *
 * A cell is a numeral (numeral.h) and, around it, in any order and with white space between them
 * and around the whole:
 *
 *   - one sign: + or - before, - behind, or parentheses for negative;
 *   - one currency (currency.h), before or behind; it may be named twice: ￥5元;
 *   - one of 百 千 万 百万 千万 亿 behind: 12.3万, 12.3万元.
 *
 * Signs and digits may be of full width, and - is U+2212 as well. Values are exact, and nothing is
 * ever guessed: where a cell could be two numbers, it is an error unless the column's style
 * decides.
 */
#ifndef KAM_BASE_AMOUNT_H
#define KAM_BASE_AMOUNT_H

#include "currency.h"
#include "minor.h"
#include "numeral.h"
#include "plain.h"

/*
 * An amount in the two forms the account record wants: exact, and as a whole number of 10^-4
 * (minor.h) where it is one and fits, which is nearly always.
 */
struct kam_amount {
    struct kam_decimal exact;
    int64_t minor; /* meaningful if is_minor */
    bool is_minor;
    unsigned char currency; /* enum kam_currency that stood beside the digits */
};

/* The amount that is exactly VALUE, of no currency. */
struct kam_amount kam_amount_of(struct kam_decimal value);

/* How the amounts of one column are written. */
struct kam_amount_style {
    enum kam_decimal_sign sign;
    int exponent; /* of the column's unit: values come out times 10^exponent, exactly */
    int round;    /* places to round to, half to even, after the unit; -1: exact */
};

/* True if a plain number may mean in a column of STYLE what it says. */
static inline bool kam_amount_may_be_plain(const struct kam_amount_style *style)
{
    return style->exponent == 0 && style->sign != KAM_SIGN_COMMA;
}

/* True if it does with so many PLACES. To round -1 is to any. Three of them may be thousands. */
static inline bool kam_amount_is_plain(const struct kam_amount_style *style, size_t places)
{
    return places <= (unsigned)style->round && (places != 3 || style->sign != KAM_SIGN_UNDECIDED);
}

/*
 * Parse a cell of a column of STYLE. A unit behind the digits, 万 or 元, is KAM_NUMBER_UNIT in a
 * column with an exponent. An empty (or blank) cell is KAM_NUMBER_SYNTAX: the caller
 * knows whether it may be. *AMOUNT is stored only with KAM_NUMBER_OK.
 *
 * While the decimal sign is undecided, what can only be meant with a point, or has one comma at a
 * thousand (1,150), is read with a point; 1.150 is KAM_NUMBER_UNCLEAR, 12,5 KAM_NUMBER_SIGN.
 *
 * Unless the style has an exponent or the decimal comma, up to 18 plain digits take a fast path
 * without 128-bit division, and up to 8 bytes with at most 4 decimal places one without a loop.
 */
KAM_MUST_CHECK enum kam_number kam_amount_parse(struct kam_text text,
                                                const struct kam_amount_style *style,
                                                struct kam_amount *amount);

/*
 * The same for a style in which amounts may be plain, and for nothing but up to 8 bytes of digits
 * and a point with at most 4 places, as nearly all amounts are. False: it is something else.
 */
static inline bool kam_amount_parse_short(struct kam_text text,
                                          const struct kam_amount_style *style,
                                          struct kam_amount *amount)
{
    static const int64_t steps[KAM_MINOR_PLACES + 1] = {10000, 1000, 100, 10, 1};
    struct kam_plain number;

    if (text.len - 1 >= KAM_PLAIN_WORD || !kam_plain_read(text.ptr, text.len, &number) ||
        (number.has_point && text.len == 1))
        return false;
    if (number.places > KAM_MINOR_PLACES || !kam_amount_is_plain(style, number.places))
        return false;
    amount->minor = (int64_t)number.value * steps[number.places];
    amount->exact = kam_decimal_of_minor(amount->minor);
    amount->is_minor = true;
    amount->currency = KAM_CURRENCY_NONE;
    return true;
}

/* What a cell says about its column's decimal sign. */
enum kam_amount_hint {
    KAM_AMOUNT_HINT_NONE,   /* nothing: no amount, no decimal sign, or 1,150 */
    KAM_AMOUNT_HINT_POINT,  /* a point: 12.5  1234.567  0.125  1,234.5  1,234,567  .5 */
    KAM_AMOUNT_HINT_COMMA,  /* a comma: 12,5  1234,567  0,125  1.234,5  1.234.567  ,5 */
    KAM_AMOUNT_HINT_EITHER, /* 1.150: three places, or one thousand one hundred and fifty */
};
enum kam_amount_hint kam_amount_hint(struct kam_text text);

/* Blank, or what exports write for nothing, in any case: NULL (null) <null> \N - -- N/A #N/A NaN
 * None */
bool kam_amount_is_empty(struct kam_text text);

#endif
