#include "import/unitline.h"

#include "base/glyph.h"

/* Longer than any title there is. */
enum { LONGEST = 1024 };

static bool take_any(struct kam_text *text, const char *const *words,
                     bool (*take)(struct kam_text *text, struct kam_text word))
{
    for (; *words; words++)
        if (take(text, kam_text_of(*words)))
            return true;
    return false;
}

static bool is_separator(uint32_t glyph)
{
    return glyph == '(' || glyph == '[' || glyph == ',' || glyph == ';' || glyph == 0x3001 ||
           glyph == 0x3002 || glyph == 0x3010 || glyph == 0x3014;
}

/* Whether the word for units may mean those of amounts, behind BEFORE. */
static bool may_follow(struct kam_text before, bool is_latin)
{
    static const char *const kinds[] = {"金额", "金額", "货币",    "貨幣",     "计量",      "計量",
                                        "表示", "数量", "amount ", "amounts ", "currency ", NULL};
    struct kam_text last = before;

    if (kam_glyph_trim(before).len == 0 || take_any(&last, kinds, kam_text_take_back))
        return true;
    uint32_t glyph = kam_glyph_fold(kam_glyph_take_back(&last));
    if (!is_latin && kam_glyph_is_space(glyph))
        return true;
    last = kam_glyph_trim(before);
    return is_separator(kam_glyph_fold(kam_glyph_take_back(&last)));
}

/* What people call themselves. No unit of amounts is that long. */
static bool is_organisation(struct kam_text value)
{
    static const char *const endings[] = {"公司", "集团", "集團", "中心", "部", "局", "厅", "院",
                                          "校",   "所",   "厂",   "行",   "店", "社", "处", "科",
                                          "室",   "会",   "司",   "组",   "队", "站", "省", "市",
                                          "区",   "县",   "房",   "户",   NULL};
    enum { MOST = 6 };
    struct kam_text rest = value;
    size_t glyphs = 0;

    for (; rest.len; glyphs++)
        (void)kam_glyph_take(&rest);
    return glyphs > MOST || take_any(&value, endings, kam_text_take_back);
}

/* The value behind the colon, up to what ends it. */
static struct kam_text value_of(struct kam_text text)
{
    struct kam_text rest = text = kam_glyph_trim(text);

    while (rest.len) {
        struct kam_text here = rest;
        uint32_t glyph = kam_glyph_take_folded(&rest);
        if (is_separator(glyph) || glyph == ')' || glyph == ']' || glyph == 0x3011 ||
            kam_glyph_is_space(glyph))
            return (struct kam_text){text.ptr, (size_t)(here.ptr - text.ptr)};
    }
    return text;
}

bool kam_unit_line(struct kam_text cell, struct kam_text next)
{
    static const char *const chinese[] = {"单位", "單位", "単位", NULL};
    static const char *const latin[] = {"units", "unit", NULL};

    if (cell.len > LONGEST)
        return false;
    for (struct kam_text rest = cell; rest.len; (void)kam_glyph_take(&rest)) {
        struct kam_text before = {cell.ptr, cell.len - rest.len}, behind = rest;
        bool is_chinese = take_any(&behind, chinese, kam_text_take_front);
        if (!is_chinese && !take_any(&behind, latin, kam_text_take_front))
            continue;
        behind = kam_glyph_trim(behind);
        if (!may_follow(before, !is_chinese) || !behind.len ||
            kam_glyph_take_folded(&behind) != ':')
            continue;
        struct kam_text value = value_of(kam_glyph_trim(behind).len ? behind : next);
        if (value.len && !(is_chinese && is_organisation(value)))
            return true;
    }
    return false;
}
