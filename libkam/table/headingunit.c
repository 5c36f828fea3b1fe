#include "table/headingunit.h"

#include "base/glyph.h"

/* Longer than any unit, and any title, there is. */
enum { LONGEST_UNIT = 64, LONGEST_TITLE = 1024 };

static uint32_t closing_bracket(uint32_t glyph)
{
    switch (glyph) {
    case '(':
        return ')';
    case '[':
        return ']';
    case 0x3010: /* 【 */
        return 0x3011;
    case 0x3014: /* 〔 */
        return 0x3015;
    }
    return 0;
}

/* Take the last brackets away from the end of TEXT, and give what is in them. */
static bool take_brackets(struct kam_text *text, struct kam_text *inside)
{
    struct kam_text all = kam_text_trim(*text);
    struct kam_text rest = all, outside = all, content = all;
    uint32_t closing = 0;

    while (rest.len) {
        struct kam_text here = rest;
        uint32_t glyph = kam_glyph_take_folded(&rest);
        if (closing_bracket(glyph)) {
            closing = closing_bracket(glyph);
            outside = kam_text_before(all, here);
            content = rest;
        } else if (closing && glyph == closing && rest.len == 0) {
            *text = outside;
            *inside = kam_text_before(content, here);
            return true;
        }
    }
    return false;
}

/* Take the last slash and what is behind it away from TEXT, and give the latter. */
static bool take_behind_slash(struct kam_text *text, struct kam_text *behind)
{
    struct kam_text all = *text, rest = all;
    bool found = false;

    while (rest.len) {
        struct kam_text here = rest;
        if (kam_glyph_take_folded(&rest) == '/') {
            *text = kam_text_before(all, here);
            *behind = rest;
            found = true;
        }
    }
    return found;
}

static bool is_plain_behind_slash(struct kam_text text, const struct kam_unit *unit)
{
    bool is_chinese = text.len && (unsigned char)text.ptr[0] >= 0x80;

    return unit->exponent >= 0 && (unit->currency || is_chinese);
}

/* Take 单位 or Unit(s) away from the front of TEXT, and the colon, spaces or 为 behind it. */
static bool take_keyword(struct kam_text *text)
{
    if (!kam_text_take_front(text, KAM_TEXT("单位")) &&
        !kam_text_take_front(text, KAM_TEXT("單位")) &&
        !kam_text_take_front(text, KAM_TEXT("単位")) &&
        !kam_text_take_front(text, KAM_TEXT("units")) &&
        !kam_text_take_front(text, KAM_TEXT("unit")))
        return false;
    while (text->len) {
        struct kam_text rest = *text;
        uint32_t glyph = kam_glyph_take_folded(&rest);
        if (glyph != ':' && glyph != 0x4E3A && glyph != 0x70BA && !kam_glyph_is_space(glyph))
            break;
        *text = rest;
    }
    return true;
}

/* What stands in the brackets of a heading: 万元, 单位：万元. */
static bool parse_inside(struct kam_text text, struct kam_unit *unit)
{
    struct kam_text rest = kam_text_trim(text);

    return kam_unit_parse(take_keyword(&rest) ? rest : text, unit);
}

/* Take the first item of LIST away, and the comma behind it. */
static struct kam_text take_item(struct kam_text *list)
{
    struct kam_text all = *list;

    while (list->len) {
        struct kam_text here = *list;
        uint32_t glyph = kam_glyph_take_folded(list);
        if (glyph == ',' || glyph == ';' || glyph == 0x3001)
            return kam_text_before(all, here);
    }
    return all;
}

/* The one unit among the items of a list: 万元，含税. A number may be a part of one. */
static bool parse_list(struct kam_text text, struct kam_unit *unit)
{
    size_t found = 0;

    while (text.len) {
        struct kam_text item = take_item(&text);
        bool is_number = item.len && item.ptr[0] >= '0' && item.ptr[0] <= '9';
        found += !is_number && parse_inside(item, unit);
    }
    return found == 1;
}

bool kam_heading_take_unit(struct kam_text *heading, struct kam_unit *unit)
{
    struct kam_text name = *heading, text;
    struct kam_unit seen;
    bool found;

    if (take_brackets(&name, &text))
        found = parse_inside(text, &seen);
    else
        found = take_behind_slash(&name, &text) && kam_unit_parse(text, &seen) &&
                is_plain_behind_slash(text, &seen);
    if (found) {
        *heading = name;
        *unit = seen;
    }
    return found;
}

bool kam_heading_unit(struct kam_text heading, struct kam_unit *unit)
{
    enum { MOST_BRACKETS = 4 };
    struct kam_text name = heading, inside;
    struct kam_unit seen;

    if (kam_heading_take_unit(&heading, unit))
        return true;
    for (int i = 0; i < MOST_BRACKETS && take_brackets(&name, &inside); i++)
        if (parse_inside(inside, &seen) || parse_list(inside, &seen)) {
            *unit = seen;
            return true;
        }
    return false;
}

/* The longest unit that TEXT begins with. */
static bool parse_front(struct kam_text text, struct kam_unit *unit)
{
    struct kam_text rest = text;
    bool found = false, more = true;

    while (more) {
        struct kam_text front = kam_text_before(text, rest);
        struct kam_unit seen;
        more = rest.len > 0 && front.len < LONGEST_UNIT;
        uint32_t glyph = more ? kam_glyph_take_folded(&rest) : ')';
        if (!kam_unit_ends_at(glyph) || !kam_unit_parse(front, &seen))
            continue;
        bool clear = !kam_glyph_is_space(glyph) && kam_text_trim(front).len > 2;
        if (seen.currency || clear) {
            *unit = seen;
            found = true;
        }
    }
    return found;
}

/* 金额：万元, but not 金额：12 or 金额万元户. */
static bool take_amount(struct kam_text *text)
{
    if (!kam_text_take_front(text, KAM_TEXT("金额")) &&
        !kam_text_take_front(text, KAM_TEXT("金額")))
        return false;
    *text = kam_text_trim(*text);
    return text->len && kam_glyph_take_folded(text) == ':';
}

/* A scale as a word: thousands, '000. A k alone may be anything. */
static bool is_word(struct kam_text text)
{
    enum { SHORTEST_WORD = 4 };

    text = kam_text_trim(text);
    return text.len >= SHORTEST_WORD && strchr("0123456789", text.ptr[0]) == NULL &&
           (unsigned char)text.ptr[0] < 0x80;
}

bool kam_heading_title_pair(struct kam_text cell, struct kam_text next, struct kam_unit *unit)
{
    if (cell.len > LONGEST_TITLE)
        return false;
    for (struct kam_text rest = cell; rest.len; (void)kam_glyph_take(&rest)) {
        struct kam_text behind = rest;
        if (take_keyword(&behind) && behind.len == 0)
            return parse_front(next, unit);
    }
    return false;
}

bool kam_heading_title_unit(struct kam_text cell, struct kam_unit *unit)
{
    struct kam_text title = cell, inside;
    struct kam_unit seen;

    if (cell.len > LONGEST_TITLE)
        return false;
    for (struct kam_text rest = cell; rest.len; (void)kam_glyph_take(&rest)) {
        struct kam_text behind = rest;
        if (take_keyword(&behind) && parse_front(behind, unit))
            return true;
    }
    for (struct kam_text rest = cell; rest.len; (void)kam_glyph_take(&rest)) {
        struct kam_text behind = rest;
        if (take_amount(&behind) && parse_front(behind, unit))
            return true;
    }
    bool found = take_brackets(&title, &inside) && kam_unit_parse(inside, &seen);
    if (!found)
        found = kam_unit_parse(inside = cell, &seen) && seen.exponent > 0;
    found = found && (seen.currency || is_word(inside));
    if (found)
        *unit = seen;
    return found;
}
