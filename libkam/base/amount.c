#include "base/amount.h"

#include "base/amountparts.h"
#include "base/digits.h"

struct kam_amount kam_amount_of(struct kam_decimal value)
{
    struct kam_amount amount = {.exact = value};

    amount.is_minor = kam_minor_of(value, &amount.minor);
    return amount;
}

/* MANTISSA / 10^PLACES, for less than 10^18 and up to 18. */
static struct kam_amount amount_of_mantissa(int64_t mantissa, unsigned places)
{
    struct kam_amount amount = {.currency = KAM_CURRENCY_NONE};

    amount.exact.units =
        (kam_int128)mantissa * (kam_int128)kam_digits_power(KAM_DECIMAL_PLACES - places);
    if (places <= KAM_MINOR_PLACES) {
        amount.is_minor = !__builtin_mul_overflow(
            mantissa, (int64_t)kam_digits_power(KAM_MINOR_PLACES - places), &amount.minor);
    } else {
        int64_t step = (int64_t)kam_digits_power(places - KAM_MINOR_PLACES);
        amount.is_minor = mantissa % step == 0;
        amount.minor = mantissa / step;
    }
    return amount;
}

/* A number of up to 18 digits, perhaps behind a -, in a style that takes it as it is. */
static bool parse_plain(struct kam_text text, const struct kam_amount_style *style,
                        struct kam_amount *amount)
{
    if (text.len == 0 || !kam_amount_may_be_plain(style))
        return false;
    bool negative = text.ptr[0] == '-';
    struct kam_text rest = {text.ptr + negative, text.len - negative};
    struct kam_plain plain;
    if (!kam_plain_read_number(rest, &plain) || !kam_amount_is_plain(style, plain.places))
        return false;
    int64_t mantissa = (int64_t)plain.value;
    *amount = amount_of_mantissa(negative ? -mantissa : mantissa, (unsigned)plain.places);
    return true;
}

/*
 * Whether a numeral that can be read with a point means something else with a comma: 1.150, but
 * not 1.150万, as nobody counts thousands of 万.
 */
static bool is_unclear(const struct kam_amount_parts *parts, const struct kam_numeral *numeral)
{
    struct kam_numeral other;

    return numeral->places == 3 && !parts->has_scale &&
           kam_numeral_read(parts->digits, KAM_SIGN_COMMA, &other);
}

static enum kam_number read_digits(const struct kam_amount_parts *parts, enum kam_decimal_sign sign,
                                   struct kam_numeral *numeral)
{
    enum kam_decimal_sign other = sign == KAM_SIGN_COMMA ? KAM_SIGN_POINT : KAM_SIGN_COMMA;
    struct kam_numeral unused;

    if (kam_numeral_read(parts->digits, sign, numeral))
        return sign == KAM_SIGN_UNDECIDED && is_unclear(parts, numeral) ? KAM_NUMBER_UNCLEAR
                                                                        : KAM_NUMBER_OK;
    return kam_numeral_read(parts->digits, other, &unused) ? KAM_NUMBER_SIGN : KAM_NUMBER_SYNTAX;
}

static enum kam_number parse_styled(struct kam_text text, const struct kam_amount_style *style,
                                    struct kam_amount *amount)
{
    struct kam_amount_parts parts = kam_amount_parts_of(text);
    struct kam_numeral numeral;
    struct kam_decimal value;
    enum kam_number outcome = read_digits(&parts, style->sign, &numeral);
    enum kam_number around = kam_amount_parts_check(&parts);

    /* What stands around a number is wrong in any style, and said first. */
    if (outcome != KAM_NUMBER_SYNTAX && around != KAM_NUMBER_OK)
        return around;
    if (outcome == KAM_NUMBER_OK && (parts.has_scale || parts.is_whole) && style->exponent != 0)
        outcome = KAM_NUMBER_UNIT;
    if (outcome == KAM_NUMBER_OK)
        outcome = kam_numeral_value(&numeral, parts.minuses > 0, parts.scale + style->exponent,
                                    style->round, &value);
    if (outcome != KAM_NUMBER_OK)
        return outcome;
    *amount = kam_amount_of(value);
    amount->currency = (unsigned char)parts.currency;
    return KAM_NUMBER_OK;
}

/* Whatever is rare: kept apart from the fast path. */
static __attribute__((noinline)) enum kam_number
parse_other(struct kam_text text, const struct kam_amount_style *style, struct kam_amount *amount)
{
    return parse_plain(text, style, amount) ? KAM_NUMBER_OK : parse_styled(text, style, amount);
}

enum kam_number kam_amount_parse(struct kam_text text, const struct kam_amount_style *style,
                                 struct kam_amount *amount)
{
    if (kam_amount_may_be_plain(style) && kam_amount_parse_short(text, style, amount))
        return KAM_NUMBER_OK;
    return parse_other(text, style, amount);
}

enum kam_amount_hint kam_amount_hint(struct kam_text text)
{
    struct kam_amount_parts parts = kam_amount_parts_of(text);
    struct kam_numeral point, comma;
    bool with_point = kam_numeral_read(parts.digits, KAM_SIGN_POINT, &point);
    bool with_comma = kam_numeral_read(parts.digits, KAM_SIGN_COMMA, &comma);

    if ((!with_point && !with_comma) || kam_amount_parts_check(&parts) != KAM_NUMBER_OK)
        return KAM_AMOUNT_HINT_NONE;
    if (!with_comma)
        return KAM_AMOUNT_HINT_POINT;
    if (!with_point)
        return KAM_AMOUNT_HINT_COMMA;
    if (!point.places)
        return KAM_AMOUNT_HINT_NONE;
    return parts.has_scale ? KAM_AMOUNT_HINT_POINT : KAM_AMOUNT_HINT_EITHER;
}

bool kam_amount_is_empty(struct kam_text text)
{
    static const char *const words[] = {"NULL", "(null)", "<null>", "\\N", "-",
                                        "--",   "N/A",    "#N/A",   "NaN", "None"};

    text = kam_text_trim(text);
    if (!text.len)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (kam_text_equal_fold(text, kam_text_of(words[i])))
            return true;
    return false;
}
