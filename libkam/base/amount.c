#include "base/amount.h"

#include "base/digits.h"

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
    struct kam_amount amount;

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
 * The fast path: "-", digits, "." and digits, up to 18 of them. False means that it is something
 * else, not that it is no amount.
 */
static bool parse_plain(struct kam_text text, struct kam_amount *amount)
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
    *amount = amount_of_mantissa(negative ? -(int64_t)mantissa : (int64_t)mantissa,
                                 has_point ? (unsigned)(text.len - point - 1) : 0);
    return true;
}

/* What may stand around the digits, each once. */
struct trimmings {
    bool sign, negative, currency;
};

/* Take a sign away from around TEXT: - or + before it, - behind it, or parentheses. */
static bool take_sign(struct kam_text *text, struct trimmings *seen)
{
    if (seen->sign || !text->len)
        return false;
    char first = text->ptr[0], last = text->ptr[text->len - 1];
    bool before = first == '-' || first == '+', both = first == '(' && last == ')';
    if (!before && !both && last != '-')
        return false;
    if (before || both) {
        text->ptr++;
        text->len--;
    }
    if (!before)
        text->len--;
    seen->sign = true;
    seen->negative = first != '+';
    return true;
}

/* Take a currency away from before or behind TEXT. */
static bool take_currency(struct kam_text *text, struct trimmings *seen)
{
    static const char *const currencies[] = {"￥", "¥",   "$",   "€",   "£",
                                             "元", "CNY", "RMB", "USD", "EUR"};

    for (size_t i = 0; !seen->currency && i < sizeof currencies / sizeof currencies[0]; i++) {
        struct kam_text currency = kam_text_of(currencies[i]);
        if (text->len < currency.len)
            continue;
        size_t before = text->len - currency.len;
        if (memcmp(text->ptr, currency.ptr, currency.len) == 0)
            text->ptr += currency.len;
        else if (memcmp(text->ptr + before, currency.ptr, currency.len) != 0)
            continue;
        text->len = before;
        seen->currency = true;
        return true;
    }
    return false;
}

/*
 * Digits and a point, where the whole part has a separator at every thousand or none at all. A
 * separated number doesn't begin with 0: 0,123 is more likely a decimal comma.
 */
static enum kam_number parse_grouped(struct kam_text text, bool negative, struct kam_decimal *value)
{
    struct kam_digits digits = {0};
    bool grouped = text.len && memchr(text.ptr, ',', text.len);
    const char *point = text.len ? memchr(text.ptr, '.', text.len) : NULL;
    size_t whole = point ? (size_t)(point - text.ptr) : text.len;

    if (grouped && (text.ptr[0] == ',' || text.ptr[0] == '0'))
        return KAM_NUMBER_SYNTAX;
    for (size_t i = 0; i < text.len; i++) {
        unsigned digit = (unsigned)text.ptr[i] - '0';
        bool separator_due = grouped && i < whole && (whole - i) % 4 == 0;
        if (separator_due != (text.ptr[i] == ','))
            return KAM_NUMBER_SYNTAX;
        if (separator_due)
            continue;
        if (digit <= 9)
            kam_digits_add(&digits, digit);
        else if (text.ptr[i] != '.' || !kam_digits_point(&digits))
            return KAM_NUMBER_SYNTAX;
    }
    return kam_digits_value(&digits, negative, value);
}

enum kam_number kam_amount_parse(struct kam_text text, struct kam_amount *amount)
{
    struct trimmings seen = {false, false, false};
    struct kam_decimal value;

    if (parse_plain(text, amount))
        return KAM_NUMBER_OK;
    do
        text = kam_text_trim(text);
    while (take_sign(&text, &seen) || take_currency(&text, &seen));
    enum kam_number outcome = parse_grouped(text, seen.negative, &value);
    if (outcome == KAM_NUMBER_OK)
        *amount = kam_amount_of(value);
    return outcome;
}
