#include "base/amount.h"

#include "base/digits.h"
#include "base/unit.h"

/* 10^-18 units in a minor one */
static const int64_t minor_units = INT64_C(100000000000000);

struct kam_amount kam_amount_of(struct kam_decimal value)
{
    struct kam_amount amount = {.exact = value};

    if (value.units % minor_units == 0) {
        kam_int128 minor = value.units / minor_units;
        amount.minor = (int64_t)minor;
        amount.is_minor = amount.minor == minor;
    }
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

/*
 * The fast path: "-", digits, "." and digits, up to 18 of them, in a style that takes them as they
 * are. False means that it is something else, not that it is no amount.
 */
static bool parse_plain(struct kam_text text, const struct kam_amount_style *style,
                        struct kam_amount *amount)
{
    bool negative = text.len && text.ptr[0] == '-';
    size_t begin = negative, point = text.len;
    uint64_t mantissa = 0;

    if (text.len - begin > KAM_DECIMAL_PLACES + 1)
        return false;
    for (size_t i = begin; i < text.len; i++) {
        unsigned digit = (unsigned)text.ptr[i] - '0';
        if (digit <= 9)
            mantissa = mantissa * 10 + digit;
        else if (text.ptr[i] == '.' && point == text.len)
            point = i;
        else
            return false;
    }
    bool has_point = point < text.len;
    size_t digits = text.len - begin - has_point;
    if (digits == 0 || digits > KAM_DECIMAL_PLACES)
        return false;
    unsigned places = has_point ? (unsigned)(text.len - point - 1) : 0;
    /* To round -1 is to any number of places. Three of them may be thousands. */
    if (places > (unsigned)style->round || (places == 3 && style->sign == KAM_SIGN_UNDECIDED))
        return false;
    *amount = amount_of_mantissa(negative ? -(int64_t)mantissa : (int64_t)mantissa, places);
    return true;
}

/* What may stand around the digits: one sign, one currency by up to two names. */
enum { SIGNS = 1, CURRENCY_NAMES = 2 };

/* A cell taken apart. What is one too many is still taken and counted, more is left in DIGITS. */
struct parts {
    struct kam_text digits;
    unsigned signs, minuses; /* parentheses are both */
    unsigned currency_names;
    enum kam_currency currency;
    bool is_mixed; /* two of the currencies differ */
    bool has_scale;
    int scale; /* 4 for 万 */
};

static bool take_any(struct kam_text *text, bool (*take)(struct kam_text *, struct kam_text),
                     const char *const *affixes)
{
    for (; *affixes; affixes++)
        if (take(text, kam_text_of(*affixes)))
            return true;
    return false;
}

/* White space, the kinds between digits included. */
static struct kam_text trim(struct kam_text text)
{
    static const char *const narrow[] = {"\u2009", "\u202F", NULL};

    do
        text = kam_text_trim(text);
    while (take_any(&text, kam_text_take_front, narrow) ||
           take_any(&text, kam_text_take_back, narrow));
    return text;
}

static bool take_sign(struct parts *parts)
{
    static const char *const pluses[] = {"+", "＋", NULL}, *const minuses[] = {"-", "\u2212", "－",
                                                                               NULL};
    static const char *const opening[] = {"(", "（", NULL}, *const closing[] = {")", "）", NULL};
    struct kam_text inner = parts->digits;

    if (parts->signs > SIGNS)
        return false;
    if (take_any(&parts->digits, kam_text_take_front, pluses)) {
        parts->signs++;
        return true;
    }
    if (take_any(&inner, kam_text_take_front, opening) &&
        take_any(&inner, kam_text_take_back, closing))
        parts->digits = inner;
    else if (!take_any(&parts->digits, kam_text_take_front, minuses) &&
             !take_any(&parts->digits, kam_text_take_back, minuses))
        return false;
    parts->signs++;
    parts->minuses++;
    return true;
}

static bool take_currency(struct parts *parts)
{
    if (parts->currency_names > CURRENCY_NAMES)
        return false;
    enum kam_currency currency = kam_currency_take_front(&parts->digits);
    if (!currency)
        currency = kam_currency_take_back(&parts->digits);
    if (!currency)
        return false;
    parts->is_mixed |= parts->currency_names && parts->currency != currency;
    parts->currency_names++;
    parts->currency = currency;
    return true;
}

static bool take_scale(struct parts *parts)
{
    if (parts->has_scale || !kam_unit_take_scale(&parts->digits, &parts->scale))
        return false;
    parts->has_scale = true;
    return true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static struct parts take_apart(struct kam_text text)
{
    struct parts parts = {.digits = text};

    do
        parts.digits = trim(parts.digits);
    while (parts.digits.len &&
           !(is_digit(parts.digits.ptr[0]) && is_digit(parts.digits.ptr[parts.digits.len - 1])) &&
           (take_sign(&parts) || take_currency(&parts) || take_scale(&parts)));
    return parts;
}

/* Whether what stands around the digits is one sign, one currency and one unit at most. */
static enum kam_number check_parts(const struct parts *parts, const struct kam_amount_style *style)
{
    if (parts->signs > SIGNS)
        return parts->minuses > 1 ? KAM_NUMBER_NEGATIVE : KAM_NUMBER_SYNTAX;
    if (parts->is_mixed || parts->currency_names > CURRENCY_NAMES)
        return KAM_NUMBER_CURRENCY;
    if (parts->has_scale && style->exponent != 0)
        return KAM_NUMBER_UNIT;
    return KAM_NUMBER_OK;
}

/*
 * Whether a numeral that can be read with a point means something else with a comma: 1.150, but
 * not 1.150万, as nobody counts thousands of 万.
 */
static bool is_unclear(const struct parts *parts, const struct kam_numeral *numeral)
{
    struct kam_numeral other;

    return numeral->places == 3 && !parts->has_scale &&
           kam_numeral_read(parts->digits, KAM_SIGN_COMMA, &other) && other.separator;
}

static enum kam_number read_parts(const struct parts *parts, enum kam_decimal_sign sign,
                                  struct kam_numeral *numeral)
{
    enum kam_decimal_sign other = sign == KAM_SIGN_COMMA ? KAM_SIGN_POINT : KAM_SIGN_COMMA;
    struct kam_numeral unused;

    if (kam_numeral_read(parts->digits, sign, numeral))
        return sign == KAM_SIGN_UNDECIDED && is_unclear(parts, numeral) ? KAM_NUMBER_UNCLEAR
                                                                        : KAM_NUMBER_OK;
    return kam_numeral_read(parts->digits, other, &unused) ? KAM_NUMBER_SIGN : KAM_NUMBER_SYNTAX;
}

/* Whatever is rare: kept apart from the fast path. */
static __attribute__((noinline)) enum kam_number
parse_styled(struct kam_text text, const struct kam_amount_style *style, struct kam_amount *amount)
{
    struct parts parts = take_apart(text);
    struct kam_numeral numeral;
    struct kam_decimal value;
    enum kam_number outcome = read_parts(&parts, style->sign, &numeral);

    if (outcome == KAM_NUMBER_OK)
        outcome = check_parts(&parts, style);
    if (outcome == KAM_NUMBER_OK)
        outcome = kam_numeral_value(&numeral, parts.minuses > 0, parts.scale + style->exponent,
                                    style->round, &value);
    if (outcome != KAM_NUMBER_OK)
        return outcome;
    *amount = kam_amount_of(value);
    amount->currency = (unsigned char)parts.currency;
    return KAM_NUMBER_OK;
}

enum kam_number kam_amount_parse(struct kam_text text, const struct kam_amount_style *style,
                                 struct kam_amount *amount)
{
    if (style->exponent == 0 && style->sign != KAM_SIGN_COMMA && parse_plain(text, style, amount))
        return KAM_NUMBER_OK;
    return parse_styled(text, style, amount);
}

enum kam_amount_hint kam_amount_hint(struct kam_text text)
{
    struct parts parts = take_apart(text);
    struct kam_numeral point, comma;
    bool with_point = kam_numeral_read(parts.digits, KAM_SIGN_POINT, &point);
    bool with_comma = kam_numeral_read(parts.digits, KAM_SIGN_COMMA, &comma);

    if (!with_point && !with_comma)
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
    if (is_digit(text.ptr[0]))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (kam_text_equal_fold(text, kam_text_of(words[i])))
            return true;
    return false;
}
