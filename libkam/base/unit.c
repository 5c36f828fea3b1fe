#include "base/unit.h"

#include "base/glyph.h"

#include <stdio.h>

struct scale {
    const char *name;
    int exponent;
    enum kam_currency currency; /* that alone has it */
};

/* Those that stand behind digits as well; one that ends as another one does stands before it. */
static const struct scale chinese_scales[] = {
    {"百万", 6, KAM_CURRENCY_NONE}, {"千万", 7, KAM_CURRENCY_NONE}, {"百", 2, KAM_CURRENCY_NONE},
    {"千", 3, KAM_CURRENCY_NONE},   {"万", 4, KAM_CURRENCY_NONE},   {"亿", 8, KAM_CURRENCY_NONE},
    {"百萬", 6, KAM_CURRENCY_NONE}, {"千萬", 7, KAM_CURRENCY_NONE}, {"萬", 4, KAM_CURRENCY_NONE},
    {"億", 8, KAM_CURRENCY_NONE},
};

static const struct scale scales[] = {
    {"", 0, KAM_CURRENCY_NONE},          {"角", -1, KAM_CURRENCY_CNY},
    {"分", -2, KAM_CURRENCY_CNY},        {"厘", -3, KAM_CURRENCY_CNY},
    {"cent", -2, KAM_CURRENCY_NONE},     {"cents", -2, KAM_CURRENCY_NONE},
    {"k", 3, KAM_CURRENCY_NONE},         {"thousand", 3, KAM_CURRENCY_NONE},
    {"thousands", 3, KAM_CURRENCY_NONE}, {"000", 3, KAM_CURRENCY_NONE},
    {"'000", 3, KAM_CURRENCY_NONE},      {"000s", 3, KAM_CURRENCY_NONE},
    {"'000s", 3, KAM_CURRENCY_NONE},     {"000's", 3, KAM_CURRENCY_NONE},
    {"1,000", 3, KAM_CURRENCY_NONE},     {"1000", 3, KAM_CURRENCY_NONE},
    {"10k", 4, KAM_CURRENCY_NONE},       {"10,000", 4, KAM_CURRENCY_NONE},
    {"10000", 4, KAM_CURRENCY_NONE},     {"tenthousand", 4, KAM_CURRENCY_NONE},
    {"m", 6, KAM_CURRENCY_NONE},         {"mn", 6, KAM_CURRENCY_NONE},
    {"million", 6, KAM_CURRENCY_NONE},   {"millions", 6, KAM_CURRENCY_NONE},
    {"1,000,000", 6, KAM_CURRENCY_NONE}, {"1000000", 6, KAM_CURRENCY_NONE},
    {"100m", 8, KAM_CURRENCY_NONE},      {"100million", 8, KAM_CURRENCY_NONE},
    {"bn", 9, KAM_CURRENCY_NONE},        {"billion", 9, KAM_CURRENCY_NONE},
    {"billions", 9, KAM_CURRENCY_NONE},  {"lakh", 5, KAM_CURRENCY_NONE},
    {"lakhs", 5, KAM_CURRENCY_NONE},     {"lac", 5, KAM_CURRENCY_NONE},
    {"lacs", 5, KAM_CURRENCY_NONE},      {"crore", 7, KAM_CURRENCY_NONE},
    {"crores", 7, KAM_CURRENCY_NONE},
};

/* Longer than any unit there is. */
enum { LONGEST = 48 };

/* TEXT in half width without spaces, into OUT; false where it is too long for a unit. */
static bool fold(struct kam_text text, char out[LONGEST], struct kam_text *folded)
{
    size_t n = 0;

    text = kam_text_trim(text);
    while (text.len) {
        const char *from = text.ptr;
        uint32_t glyph = kam_glyph_take(&text);
        size_t length = (size_t)(text.ptr - from);
        if (kam_glyph_is_space(glyph))
            continue;
        if (length > LONGEST - n)
            return false;
        uint32_t ascii = glyph == 0x2019 ? '\'' : kam_glyph_fold(glyph);
        if (ascii < 0x80) {
            out[n++] = (char)ascii;
        } else {
            memcpy(out + n, from, length);
            n += length;
        }
    }
    *folded = (struct kam_text){out, n};
    return true;
}

static enum kam_currency take_currency(struct kam_text *text)
{
    enum kam_currency currency = kam_currency_take_front(text);

    if (!currency)
        currency = kam_currency_take_back(text);
    if (!currency && kam_text_take_back(text, KAM_TEXT("yuan")))
        currency = KAM_CURRENCY_CNY;
    return currency;
}

/* Take every currency away from around TEXT: they are one at most, if by two names (人民币万元). */
static bool take_currencies(struct kam_text *text, enum kam_currency *currency)
{
    enum { NAMES = 2 };
    enum kam_currency seen;

    *currency = KAM_CURRENCY_NONE;
    for (int names = 0; (seen = take_currency(text)) != KAM_CURRENCY_NONE; names++) {
        if (names == NAMES || !kam_currency_join(currency, seen))
            return false;
    }
    *currency = kam_currency_usual(*currency);
    return true;
}

static const struct scale *find_scale(const struct scale *list, size_t count, struct kam_text name)
{
    for (size_t i = 0; i < count; i++)
        if (kam_text_equal_fold(kam_text_of(list[i].name), name))
            return &list[i];
    return NULL;
}

/* Take the currency's name away from before a unit that names it again: 人民币/万元. */
static void take_repeated(struct kam_text *text)
{
    static const char *const names[] = {"人民币/", "人民币,", "人民币、", "RMB/", "CNY/"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct kam_text rest = *text, before = *text;
        if (kam_text_take_front(&rest, kam_text_of(names[i])) &&
            kam_text_take_back(&before, KAM_TEXT("元")))
            *text = rest;
    }
}

/* Take the currency, and the words around a scale: USD in thousands, in thousands of USD. */
static bool take_words(struct kam_text *text, enum kam_currency *currency)
{
    enum { LONGEST_LETTER = 2 }; /* k, m, mn: behind "in" they may end any other word */
    bool in = kam_text_take_front(text, KAM_TEXT("in"));

    if (!take_currencies(text, currency))
        return false;
    in = in || kam_text_take_front(text, KAM_TEXT("in"));
    if (*currency && text->len)
        (void)!kam_text_take_back(text, KAM_TEXT("of"));
    return !in || *currency || text->len > LONGEST_LETTER;
}

bool kam_unit_parse(struct kam_text text, struct kam_unit *unit)
{
    char buffer[LONGEST];
    enum kam_currency currency;

    if (!fold(text, buffer, &text) || !text.len)
        return false;
    take_repeated(&text);
    if (!take_words(&text, &currency))
        return false;
    const struct scale *scale = find_scale(scales, sizeof scales / sizeof scales[0], text);
    if (!scale)
        scale = find_scale(chinese_scales, sizeof chinese_scales / sizeof chinese_scales[0], text);
    if (!scale || (scale->currency && currency && scale->currency != currency))
        return false;
    *unit = (struct kam_unit){scale->exponent, scale->currency ? scale->currency : currency};
    return true;
}

void kam_unit_format(const struct kam_unit *unit, char out[KAM_UNIT_SIZE])
{
    static const struct {
        int exponent;
        const char *of_yuan, *of_others;
    } words[] = {
        {-3, "厘", ""},        {-2, "分", "cents"},     {-1, "角", ""},
        {0, "元", ""},         {2, "百元", "百"},       {3, "千元", "thousand"},
        {4, "万元", "万"},     {5, "CNY lakh", "lakh"}, {6, "百万元", "million"},
        {7, "千万元", "千万"}, {8, "亿元", "亿"},       {9, "CNY billion", "billion"},
    };
    const char *code = kam_currency_code(unit->currency), *word = "";

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i].exponent == unit->exponent)
            word = unit->currency == KAM_CURRENCY_CNY ? words[i].of_yuan : words[i].of_others;
    if (unit->currency == KAM_CURRENCY_CNY)
        code = "";
    snprintf(out, KAM_UNIT_SIZE, "%s%s%s", code, *code && *word ? " " : "", word);
    if (!*out)
        snprintf(out, KAM_UNIT_SIZE, "1");
}

bool kam_unit_take_scale(struct kam_text *text, int *exponent)
{
    for (size_t i = 0; i < sizeof chinese_scales / sizeof chinese_scales[0]; i++)
        if (kam_text_take_back(text, kam_text_of(chinese_scales[i].name))) {
            *exponent = chinese_scales[i].exponent;
            return true;
        }
    return false;
}

bool kam_unit_ends_at(uint32_t glyph)
{
    return kam_glyph_is_space(glyph) || glyph == ',' || glyph == ';' || glyph == ')' ||
           glyph == ']' || glyph == '(' || glyph == '[' || glyph == 0x3001 || glyph == 0x3010 ||
           glyph == 0x3011 || glyph == 0x3015;
}
