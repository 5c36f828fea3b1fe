#include "import/unithint.h"

#include "base/glyph.h"
#include "base/unit.h"

/* Longer than any title there is. */
enum { LONGEST = 1024 };

static const char *const scales[] = {"百万", "千万", "万", "亿", "千",
                                     "百萬", "千萬", "萬", "億", NULL};

/* Take the first of WORDS that TEXT begins with away. */
static bool take_any(struct kam_text *text, const char *const *words)
{
    for (; *words; words++)
        if (kam_text_take_front(text, kam_text_of(*words)))
            return true;
    return false;
}

static bool begins_with_any(struct kam_text text, const char *const *words)
{
    return take_any(&text, words);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* TEXT in half width, with one kind of brackets, into OUT of LONGEST bytes. */
static struct kam_text fold(struct kam_text text, char out[LONGEST])
{
    size_t n = 0;

    while (text.len) {
        const char *from = text.ptr;
        uint32_t glyph = kam_glyph_take_folded(&text);
        size_t length = (size_t)(text.ptr - from);
        if (kam_glyph_is_space(glyph))
            glyph = ' ';
        else if (glyph == 0x2018 || glyph == 0x2019) /* quotes */
            glyph = '\'';
        else if (glyph == 0x3010 || glyph == 0x3014) /* brackets */
            glyph = '(';
        else if (glyph == 0x3011 || glyph == 0x3015)
            glyph = ')';
        else if (glyph == 0xD7) /* times */
            glyph = 'x';
        else if (glyph == 0x3001) /* the comma of lists */
            glyph = ',';
        if (glyph < 0x80) {
            out[n++] = (char)glyph;
        } else {
            memcpy(out + n, from, length);
            n += length;
        }
    }
    return (struct kam_text){out, n};
}

/* ---- Chinese --------------------------------------------------------------------------------- */

/* Whether BEFORE ends in a number: the scale behind it belongs to that. */
static bool ends_in_number(struct kam_text before)
{
    static const char *const numerals[] = {"一", "二", "两", "三", "四", "五", "六", "七",
                                           "八", "九", "十", "百", "几", "数", NULL};

    if (before.len && is_digit(before.ptr[before.len - 1]))
        return true;
    for (const char *const *n = numerals; *n; n++)
        if (kam_text_take_back(&before, kam_text_of(*n)))
            return true;
    return false;
}

/* 万元 as a unit, and no limit or a name made of it: 万元以上, 万元户. */
static bool is_money(struct kam_text behind)
{
    static const char *const others[] = {"以", "户", "级", "机", "店", "村",
                                         "奖", "起", "及", "内", "档", NULL};

    behind = kam_text_trim(behind);
    (void)!kam_text_take_front(&behind, KAM_TEXT("人民币"));
    return kam_currency_take_front(&behind) && !begins_with_any(behind, others);
}

/* In a heading a scale alone: 收入万, (万), (千次), 元/千次. */
static bool is_scale_alone(struct kam_text before, struct kam_text behind)
{
    static const char *const counted[] = {"次", "条", "个", "户", "件", "人", "份", "笔", "台",
                                          "张", "门", "线", "路", "包", "单", "只", "套", "字",
                                          "页", "点", "秒", "分", "天", "月", "年", "度", NULL};

    if (behind.len == 0)
        return true;
    if (before.len == 0 || !strchr("([/,: ", before.ptr[before.len - 1]))
        return false;
    return strchr(")]/, ", behind.ptr[0]) || is_letter(behind.ptr[0]) ||
           begins_with_any(behind, counted);
}

/* In any place: (万). */
static bool is_bracketed(struct kam_text before, struct kam_text behind)
{
    return before.len && behind.len && strchr("([", before.ptr[before.len - 1]) &&
           strchr(")]", behind.ptr[0]);
}

static bool has_chinese(struct kam_text text, enum kam_unit_hint_place place)
{
    for (struct kam_text rest = text; rest.len;) {
        struct kam_text before = {text.ptr, text.len - rest.len}, behind = rest;
        if (!take_any(&behind, scales)) {
            (void)kam_glyph_take(&rest);
            continue;
        }
        if (!ends_in_number(before) &&
            (is_money(behind) || is_bracketed(before, behind) ||
             (place == KAM_HINT_HEADING && is_scale_alone(before, behind))))
            return true;
        rest = behind;
    }
    return false;
}

/* ---- Latin ----------------------------------------------------------------------------------- */

/* Take a word of letters, digits, apostrophes and signs of currencies; empty at the end. */
static struct kam_text take_word(struct kam_text *text)
{
    struct kam_text word = KAM_TEXT("");

    while (text->len) {
        struct kam_text sign = *text, here = *text;
        uint32_t glyph = kam_glyph_take(text);
        bool belongs = glyph < 0x80 ? is_letter((char)glyph) || is_digit((char)glyph) ||
                                          glyph == '\'' || glyph == '$'
                                    : (glyph == 0x20AC || glyph == 0xA3 || glyph == 0xA5 ||
                                       glyph == 0xFFE5 || glyph == 0xFFE1) &&
                                          kam_currency_take_front(&sign);
        if (belongs && !word.len)
            word.ptr = here.ptr;
        if (belongs)
            word.len = (size_t)(text->ptr - word.ptr);
        else if (word.len)
            break;
    }
    return word;
}

static bool is_any(struct kam_text word, const char *const *words)
{
    return take_any(&word, words) && word.len == 0;
}

static bool is_currency(struct kam_text word)
{
    return kam_currency_take_front(&word) && word.len == 0;
}

/* Also one that isn't a currency of ours. */
static bool is_money_word(struct kam_text word)
{
    static const char *const rupees[] = {"rs", "inr", "rupees", NULL};

    return is_currency(word) || is_any(word, rupees);
}

/* x 1000, x1,000: the sign and the number may be two words. */
static bool is_factor(struct kam_text word, struct kam_text next)
{
    static const char *const numbers[] = {"1000", "10000", "1000000", NULL};

    if (kam_text_equal_fold(word, KAM_TEXT("x")))
        return is_any(next, numbers);
    return kam_text_equal_fold(word, KAM_TEXT("x1")) && kam_text_equal(next, KAM_TEXT("000"));
}

/* A scale and a currency: $k, RMB'000; but no amount, as USD100m is. */
static bool is_scaled_money(struct kam_text text)
{
    struct kam_unit unit;

    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] >= '1' && text.ptr[i] <= '9')
            return false;
    return kam_unit_parse(text, &unit) && unit.currency && unit.exponent;
}

/* TEUR, TCNY: what bookkeepers write. */
static bool is_thousand_of_code(struct kam_text word)
{
    return word.len > 3 && kam_text_take_front(&word, KAM_TEXT("t")) && is_currency(word);
}

/* Whether WORD, between LAST and NEXT, may be a scale; at PLACE that may be enough. */
static bool is_latin_scale(struct kam_text last, struct kam_text word, struct kam_text next,
                           enum kam_unit_hint_place place)
{
    /* A word that goes on must not stand before it. */
    static const char *const plain[] = {
        "thousands", "millions", "billions", "'000s",    "'000",    "000's",     "000s",
        "lakhs",     "lacs",     "crores",   "milliers", "x1000",   "x10000",    "x1000000",
        "milhares",  "migliaia", "miliardi", "miliony",  "tausend", "milliards", NULL};
    static const char *const vague[] = {"thousand", "million", "billion", "mio",   "mln",     "mrd",
                                        "tsd",      "lakh",    "lac",     "crore", "millier", NULL};

    if (last.len && is_digit(last.ptr[0]))
        return false;
    if (is_any(word, plain) || is_scaled_money(word) || is_thousand_of_code(word))
        return true;
    if (is_any(word, vague))
        return place == KAM_HINT_HEADING || is_money_word(last) || is_money_word(next) ||
               kam_text_equal_fold(last, KAM_TEXT("in")) ||
               kam_text_equal_fold(next, KAM_TEXT("of"));
    if (kam_text_equal_fold(word, KAM_TEXT("mm")))
        return place == KAM_HINT_HEADING || is_money_word(last) || is_money_word(next);
    if (is_factor(word, next))
        return true;
    struct kam_text both = {word.ptr, (size_t)(next.ptr - word.ptr) + next.len};
    return next.len && is_scaled_money(both);
}

static bool has_latin(struct kam_text text, enum kam_unit_hint_place place)
{
    struct kam_text last = KAM_TEXT(""), word = take_word(&text);

    while (word.len) {
        struct kam_text next = take_word(&text);
        if (is_latin_scale(last, word, next, place))
            return true;
        last = word;
        word = next;
    }
    return false;
}

bool kam_unit_hint(struct kam_text text, enum kam_unit_hint_place place)
{
    char buffer[LONGEST];

    if (text.len > LONGEST)
        return false;
    text = fold(kam_text_trim(text), buffer);
    return has_chinese(text, place) || has_latin(text, place);
}
