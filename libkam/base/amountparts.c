#include "base/amountparts.h"

#include "base/glyph.h"
#include "base/unit.h"

enum { SIGNS = 1, CURRENCY_NAMES = 2 };

static bool is_minus(uint32_t glyph)
{
    return glyph == '-' || glyph == 0x2212;
}

static bool take_sign(struct kam_amount_parts *parts)
{
    struct kam_text front = parts->digits, back = parts->digits;

    if (parts->signs > SIGNS)
        return false;
    uint32_t first = kam_glyph_take_folded(&front);
    uint32_t last = kam_glyph_fold(kam_glyph_take_back(&back));
    if (first == '+' || is_minus(first)) {
        parts->digits = front;
    } else if (is_minus(last)) {
        parts->digits = back;
    } else if (first == '(' && last == ')') {
        parts->digits = front;
        kam_glyph_take_back(&parts->digits);
    } else {
        return false;
    }
    parts->signs++;
    parts->minuses += first != '+';
    return true;
}

/* 5元, 5美元, 5円: a unit as much as a currency. */
static bool ends_in_unit(struct kam_text text)
{
    return kam_text_take_back(&text, KAM_TEXT("元")) || kam_text_take_back(&text, KAM_TEXT("円"));
}

static bool take_currency(struct kam_amount_parts *parts)
{
    struct kam_text all = parts->digits;

    if (parts->currency_names > CURRENCY_NAMES)
        return false;
    enum kam_currency currency = kam_currency_take_front(&parts->digits);
    if (!currency) {
        currency = kam_currency_take_back(&parts->digits);
        parts->is_whole = parts->is_whole || (currency && ends_in_unit(all));
    }
    if (!currency)
        return false;
    parts->is_mixed |= !kam_currency_join(&parts->currency, currency);
    parts->currency_names++;
    return true;
}

static bool take_scale(struct kam_amount_parts *parts)
{
    if (parts->has_scale || !kam_unit_take_scale(&parts->digits, &parts->scale))
        return false;
    parts->has_scale = true;
    return true;
}

static bool is_bare(struct kam_text text)
{
    unsigned first = (unsigned)text.ptr[0] - '0', last = (unsigned)text.ptr[text.len - 1] - '0';

    return first <= 9 && last <= 9;
}

struct kam_amount_parts kam_amount_parts_of(struct kam_text cell)
{
    struct kam_amount_parts parts = {.digits = cell};

    do
        parts.digits = kam_glyph_trim(parts.digits);
    while (parts.digits.len && !is_bare(parts.digits) &&
           (take_sign(&parts) || take_currency(&parts) || take_scale(&parts)));
    return parts;
}

enum kam_number kam_amount_parts_check(const struct kam_amount_parts *parts)
{
    if (parts->signs > SIGNS)
        return parts->minuses > SIGNS ? KAM_NUMBER_NEGATIVE : KAM_NUMBER_SYNTAX;
    if (parts->is_mixed || parts->currency_names > CURRENCY_NAMES)
        return KAM_NUMBER_CURRENCY;
    return KAM_NUMBER_OK;
}
