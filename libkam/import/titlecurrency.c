#include "import/titlecurrency.h"

#include "base/glyph.h"

/* Longer than any title, and any name of a currency, there is. */
enum { LONGEST = 1024, LONGEST_NAME = 48 };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* White space of any width away from the front. */
static struct kam_text skip_spaces(struct kam_text text)
{
    for (struct kam_text rest = text; rest.len; text = rest)
        if (!kam_glyph_is_space(kam_glyph_take(&rest)))
            break;
    return text;
}

static bool take_any(struct kam_text *text, const char *const *words)
{
    for (; *words; words++)
        if (kam_text_take_front(text, kam_text_of(*words)))
            return true;
    return false;
}

static bool mentions(struct kam_text text, const char *const *words)
{
    for (; text.len; (void)kam_glyph_take(&text)) {
        struct kam_text rest = text;
        if (take_any(&rest, words))
            return true;
    }
    return false;
}

bool kam_title_names_renminbi(struct kam_text text)
{
    static const char *const names[] = {"人民币", "RMB", "CNY", "yuan", "￥", "¥", NULL};

    return mentions(text, names);
}

/* ---- 币种：美元 ------------------------------------------------------------------------------ */

/* The longest unit with a currency that TEXT begins with. */
static bool parse_front(struct kam_text text, struct kam_unit *unit)
{
    struct kam_text rest = text;
    bool found = false, more = true;

    while (more) {
        struct kam_text front = kam_text_before(text, rest);
        struct kam_unit seen;
        more = rest.len > 0 && front.len < LONGEST_NAME;
        if (more && !kam_unit_ends_at(kam_glyph_take_folded(&rest)))
            continue;
        if (kam_unit_parse(front, &seen) && seen.currency) {
            *unit = seen;
            found = true;
        }
    }
    return found;
}

/* Take the word for currencies away from the front of TEXT, and the colon behind it. */
static bool take_keyword(struct kam_text *text, bool *colon)
{
    static const char *const words[] = {"币种", "币别", "幣種", "幣別",     "货币",
                                        "貨幣", "通貨", "通货", "currency", NULL};
    static const char *const kinds[] = {"代码", "名称", "种类", " code", NULL};

    if (!take_any(text, words))
        return false;
    (void)take_any(text, kinds);
    *text = skip_spaces(*text);
    struct kam_text rest = *text;
    *colon = rest.len && kam_glyph_take_folded(&rest) == ':';
    if (*colon)
        *text = skip_spaces(rest);
    return true;
}

static enum kam_title_currency behind_keyword(struct kam_text text, struct kam_text next,
                                              bool colon, struct kam_unit *unit)
{
    struct kam_text value = text.len ? text : kam_text_trim(next);

    if (value.len && parse_front(value, unit))
        return KAM_TITLE_CURRENCY_KNOWN;
    return colon && value.len ? KAM_TITLE_CURRENCY_UNKNOWN : KAM_TITLE_CURRENCY_NONE;
}

/* ---- in USD ---------------------------------------------------------------------------------- */

/* A code, but no such letters in lower case, and no part of a word. */
static bool take_code(struct kam_text *text, enum kam_currency *currency)
{
    struct kam_text rest = *text;

    *currency = kam_currency_take_front(&rest);
    struct kam_text name = kam_text_before(*text, rest);
    for (size_t i = 0; i < name.len; i++)
        if (name.ptr[i] >= 'a' && name.ptr[i] <= 'z')
            return false;
    bool goes_on = rest.len && (is_letter(rest.ptr[0]) || (unsigned char)rest.ptr[0] >= 0x80 ||
                                (rest.ptr[0] >= '0' && rest.ptr[0] <= '9'));
    if (!*currency || goes_on)
        return false;
    *text = rest;
    return true;
}

/* Whether nothing but a figure or what is in brackets or behind a comma follows the currency. */
static bool is_last_word(struct kam_text rest)
{
    rest = skip_spaces(rest);
    return rest.len == 0 || strchr("0123456789([,;.)]", rest.ptr[0]) != NULL;
}

static bool names_another(struct kam_text rest, enum kam_currency currency)
{
    for (; rest.len; (void)kam_glyph_take(&rest)) {
        struct kam_text behind = rest;
        enum kam_currency other;
        if (take_code(&behind, &other) && kam_currency_usual(other) != kam_currency_usual(currency))
            return true;
    }
    return false;
}

static enum kam_title_currency behind_in(struct kam_text text, struct kam_unit *unit)
{
    enum kam_currency currency;

    text = skip_spaces(text);
    if (!take_code(&text, &currency))
        return KAM_TITLE_CURRENCY_NONE;
    if (!is_last_word(text) || names_another(text, currency))
        return KAM_TITLE_CURRENCY_UNKNOWN;
    *unit = (struct kam_unit){.currency = kam_currency_usual(currency)};
    return KAM_TITLE_CURRENCY_KNOWN;
}

/* ---- all of it ------------------------------------------------------------------------------- */

enum kam_title_currency kam_title_currency(struct kam_text cell, struct kam_text next,
                                           struct kam_unit *unit)
{
    enum kam_title_currency found = KAM_TITLE_CURRENCY_NONE;
    char last = ' ';

    if (cell.len > LONGEST)
        return found;
    for (struct kam_text rest = cell; rest.len && !found; (void)kam_glyph_take(&rest)) {
        struct kam_text behind = rest;
        bool is_word = !is_letter(last), colon;
        last = rest.ptr[0];
        if (is_word && take_keyword(&behind, &colon))
            found = behind_keyword(behind, next, colon, unit);
        else if (is_word && kam_text_take_front(&behind, KAM_TEXT("in ")))
            found = behind_in(behind, unit);
    }
    return found;
}
