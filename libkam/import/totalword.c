#include "import/totalword.h"
#include "base/glyph.h"
#include "table/heading.h"

/* By themselves. */
static const char *const whole[] = {"total",
                                    "totals",
                                    "grandtotal",
                                    "subtotal",
                                    "sumtotal",
                                    "sum",
                                    "summe",
                                    "gesamt",
                                    "gesamtsumme",
                                    "soustotal",
                                    "totalgeneral",
                                    "totalgénéral",
                                    "carriedforward",
                                    "broughtforward",
                                    "总和",
                                    "计",
                                    "结转",
                                    "上页结转",
                                    "承前页",
                                    "総计",
                                    "月计",
                                    "总额",
                                    "全部",
                                    "∑",
                                    "Σ",
                                    "insgesamt",
                                    "summegesamt",
                                    "zwischensumme",
                                    "endsumme",
                                    "gesamtergebnis",
                                    "totalresult",
                                    "totalht",
                                    "totalttc",
                                    "totale",
                                    "totaal",
                                    "suma",
                                    "overalltotal",
                                    "Итого",
                                    "итого",
                                    "ИТОГО",
                                    "Всего",
                                    "всего",
                                    "ВСЕГО",
                                    NULL};

/* Also behind the name of a group, or before anything else: 合计(元), 合计：100户. */
static const char *const chinese[] = {"总合计", "合计金额", "合计", "总计", "小计",
                                      "共计",   "累计",     "汇总", NULL};

/* What goes on so is another word: 小计划, 总计量. */
static const char *const longer[] = {"划", "量", "算", "时", NULL};

/* Behind the name of a group in Latin letters only as a word by itself. */
static const struct {
    const char *text, *word;
} latin_endings[] = {
    {" grand total", " grand total"}, {" subtotal", " subtotal"}, {" sub-total", " subtotal"},
    {" sub total", " subtotal"},      {" total", " total"},
};

/* Before a bracket, a colon or a number; how they are called there, and here. */
static const struct {
    const char *text, *word;
} latin_beginnings[] = {
    {"grand total", "grandtotal"}, {"subtotal", "subtotal"}, {"sub-total", "subtotal"},
    {"sub total", "subtotal"},     {"totals", "totals"},     {"total", "total"},
};

/* White space is of both edges, and so may be its bytes; look at base/text.h. */
#define BOTH        (KAM_TOTAL_FIRST | KAM_TOTAL_LAST)
#define SECOND_LAST (KAM_TOTAL_SECOND_HAN | KAM_TOTAL_LAST)

const unsigned char kam_total_edges[256] = {
    [0 ... ' '] = BOTH,
    ['*'] = BOTH,
    ['-'] = BOTH,
    ['_'] = BOTH,
    [':'] = KAM_TOTAL_LAST,
    ['B'] = KAM_TOTAL_FIRST,
    ['C'] = KAM_TOTAL_FIRST,
    ['E'] = KAM_TOTAL_FIRST,
    ['G'] = KAM_TOTAL_FIRST,
    ['I'] = KAM_TOTAL_FIRST,
    ['L'] = KAM_TOTAL_LAST,
    ['S'] = KAM_TOTAL_FIRST,
    ['T'] = KAM_TOTAL_FIRST,
    ['Z'] = KAM_TOTAL_FIRST,
    ['b'] = KAM_TOTAL_FIRST,
    ['c'] = KAM_TOTAL_FIRST,
    ['e'] = KAM_TOTAL_FIRST,
    ['g'] = KAM_TOTAL_FIRST,
    ['i'] = KAM_TOTAL_FIRST,
    ['l'] = KAM_TOTAL_LAST,
    ['s'] = KAM_TOTAL_FIRST,
    ['t'] = KAM_TOTAL_FIRST,
    ['z'] = KAM_TOTAL_FIRST,
    [0x80] = SECOND_LAST, /* 总 */
    [0x81 ... 0x84] = KAM_TOTAL_LAST,
    [0x85] = SECOND_LAST, /* 共 */
    [0x86 ... 0x8B] = KAM_TOTAL_LAST,
    [0x8C] = SECOND_LAST, /* 匯, 和 */
    [0x8D ... 0x8F] = KAM_TOTAL_LAST,
    [0x90] = KAM_TOTAL_SECOND_HAN, /* 合 */
    [0x9A] = KAM_TOTAL_LAST,       /* a colon in full width */
    [0x9D] = KAM_TOTAL_LAST,       /* 额 */
    [0x9F ... 0xA1] = KAM_TOTAL_LAST,
    [0xAC] = KAM_TOTAL_LAST, /* 转 */
    [0xAF] = KAM_TOTAL_LAST,
    [0xB0] = KAM_TOTAL_SECOND_HAN, /* 小 */
    [0xB1] = KAM_TOTAL_SECOND_HAN, /* 汇 */
    [0xB4] = KAM_TOTAL_SECOND_HAN, /* 累 */
    [0xB5] = KAM_TOTAL_LAST,       /* 页 */
    [0xB8] = KAM_TOTAL_SECOND_HAN, /* 總 */
    [0xBB] = KAM_TOTAL_LAST,       /* 总 */
    [0xBD] = SECOND_LAST,          /* 彙, 總 */
    [0xBF] = KAM_TOTAL_LAST,
    [0xC2] = KAM_TOTAL_FIRST,
    [0xCE] = KAM_TOTAL_FIRST,
    [0xD0] = KAM_TOTAL_FIRST,
    [0xE2] = KAM_TOTAL_FIRST,
    [0xE3] = KAM_TOTAL_FIRST,
    [0xE5 ... 0xE7] = KAM_TOTAL_FIRST_HAN,
    [0xEF] = KAM_TOTAL_FIRST,
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Whether the first two letters are those of a word that ends in s, m, e, t, d, c or a. */
static bool begins_latin(struct kam_text text)
{
    char second = text.len > 1 ? text.ptr[1] : '\0';

    switch (text.ptr[0]) {
    case 'T':
    case 't':
        return second == 'o' || second == 'O';
    case 'S':
    case 's':
        return second == 'u' || second == 'U' || second == 'o' || second == 'O';
    case 'G':
    case 'g':
        return second == 'e' || second == 'E';
    case 'C':
    case 'c':
        return second == 'a' || second == 'A';
    case 'I':
    case 'i':
    case 'E':
    case 'e':
        return second == 'n' || second == 'N';
    case 'Z':
    case 'z':
        return second == 'w' || second == 'W';
    case 'B':
    case 'b':
        return second == 'r' || second == 'R';
    case '_':
    case '-':
    case '*':
        return true;
    }
    return false;
}

/* Whether TEXT begins as one of the words does that end in a byte that is common elsewhere. */
static bool begins_rarely(struct kam_text text)
{
    static const char *const beginnings[] = {"全部", "∑", "Σ", "И", "и", "В", "в", "*", "_", "-"};

    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (kam_text_starts_with(text, kam_text_of(beginnings[i])))
            return true;
    return false;
}

/* Whether TEXT ends as one of the words may. Nearly every cell asked about is an id. */
static bool may_end_total(struct kam_text text)
{
    switch (text.ptr[text.len - 1]) {
    case 'l':
    case 'L':
    case ':':
    case '-':
    case '_':
    case '*':
    case '\xA1': /* 计 */
    case '\xBB': /* 总 */
    case '\x88': /* 計 */
    case '\xBD': /* 總 */
    case '\x9D': /* 额 */
    case '\x8D': /* 額 */
    case '\xAC': /* 转, and in full width l */
    case '\x89': /* 轉 */
    case '\xB5': /* 页 */
    case '\x81': /* 頁 */
    case '\x8C': /* 和, and in full width L */
    case '\x9A': /* a colon in full width */
        return true;
    case 's': /* totals */
    case 'S':
    case 'm': /* sum */
    case 'M':
    case 'e': /* summe */
    case 'E':
    case 't': /* gesamt */
    case 'T':
    case 'd': /* carried forward */
    case 'D':
    case 'c': /* total TTC */
    case 'C':
    case 'a': /* suma */
    case 'A':
        return begins_latin(text);
    case '\xA8': /* 部 */
    case '\x91': /* ∑ */
    case '\xA3': /* Σ */
    case '\xBE': /* о */
    case '\x9E': /* О */
        return begins_rarely(text);
    }
    return false;
}

/* Names begin with these bytes, too: look at the character. */
static bool begins_chinese(struct kam_text text)
{
    const unsigned char *c = (const unsigned char *)text.ptr;

    switch ((uint32_t)c[0] << 16 | (uint32_t)c[1] << 8 | c[2]) {
    case 0xE59088: /* 合 */
    case 0xE680BB: /* 总 */
    case 0xE5B08F: /* 小 */
    case 0xE585B1: /* 共 */
    case 0xE6B187: /* 汇 */
    case 0xE7B4AF: /* 累 */
    case 0xE7B8BD: /* 總 */
    case 0xE5BD99: /* 彙 */
    case 0xE58CAF: /* 匯 */
        return true;
    }
    return false;
}

/* Whether TEXT begins as one of the words does that something may follow. */
static bool may_begin_total(struct kam_text text)
{
    enum { SHORTEST = 5 };

    if (text.len < SHORTEST)
        return false;
    switch (text.ptr[0]) {
    case 'T':
    case 't':
        return text.ptr[1] == 'o' || text.ptr[1] == 'O';
    case 'S':
    case 's':
        return text.ptr[1] == 'u' || text.ptr[1] == 'U';
    case 'G':
    case 'g':
        return text.ptr[1] == 'r' || text.ptr[1] == 'R';
    case '\xE5':
    case '\xE6':
    case '\xE7':
        return begins_chinese(text);
    }
    return false;
}

static bool ends_with(struct kam_text text, struct kam_text ending)
{
    if (text.len < ending.len)
        return false;
    struct kam_text tail = {text.ptr + text.len - ending.len, ending.len};
    return kam_text_equal_fold(tail, ending);
}

/* The word that CELL is, all of it folded to WORD. */
static const char *find_whole(const char *word)
{
    for (const char *const *w = whole; *w; w++)
        if (strcmp(word, *w) == 0)
            return *w;
    return NULL;
}

static const char *find_ending(struct kam_text cell, const char *word)
{
    for (const char *const *w = chinese; *w; w++)
        if (ends_with(cell, kam_text_of(*w)) || ends_with(kam_text_of(word), kam_text_of(*w)))
            return *w;
    for (size_t i = 0; i < sizeof latin_endings / sizeof *latin_endings; i++)
        if (ends_with(cell, kam_text_of(latin_endings[i].text)))
            return latin_endings[i].word;
    return NULL;
}

/* 小计划 is no 小计; and 汇总 and 累计 before another word may be what a service does. */
static bool is_other_word(const char *word, struct kam_text rest)
{
    bool is_common = strcmp(word, "汇总") == 0 || strcmp(word, "累计") == 0;

    for (const char *const *more = longer; *more; more++)
        if (kam_text_starts_with(rest, kam_text_of(*more)))
            return true;
    if (!rest.len || !is_common)
        return false;
    uint32_t glyph = kam_glyph_take(&rest);
    return glyph >= 0x3400 && glyph < 0xFF00; /* beyond signs and punctuation */
}

static const char *find_chinese_beginning(struct kam_text cell)
{
    enum { ENOUGH = 30 }; /* that it holds the longest word, if with spaces */
    char front[KAM_HEADING_LONGEST];

    if (cell.len > ENOUGH)
        cell.len = ENOUGH;
    if (!kam_heading_fold(cell, "_-*", front))
        return NULL;
    for (const char *const *w = chinese; *w; w++) {
        struct kam_text rest = kam_text_of(front);
        if (!kam_text_take_front(&rest, kam_text_of(*w)))
            continue;
        return is_other_word(*w, rest) ? NULL : *w;
    }
    return NULL;
}

/* Whether what is BEHIND a word tells of what it is the total; a word does not. */
static bool goes_on_as_total(struct kam_text behind)
{
    struct kam_text rest = kam_text_trim(behind);
    bool has_space = rest.len < behind.len;

    if (!rest.len)
        return false;
    if (is_digit(rest.ptr[0]))
        return has_space;
    uint32_t glyph = kam_glyph_take_folded(&rest);
    return glyph == '(' || glyph == '[' || glyph == ':' || glyph == 0x3010; /* 【 */
}

static const char *find_latin_beginning(struct kam_text cell)
{
    for (size_t i = 0; i < sizeof latin_beginnings / sizeof *latin_beginnings; i++) {
        struct kam_text rest = cell;
        if (kam_text_take_front(&rest, kam_text_of(latin_beginnings[i].text)))
            return goes_on_as_total(rest) ? find_whole(latin_beginnings[i].word) : NULL;
    }
    return NULL;
}

static const char *find_beginning(struct kam_text cell)
{
    return (unsigned char)cell.ptr[0] < 0x80 ? find_latin_beginning(cell)
                                             : find_chinese_beginning(cell);
}

static const char *find_word(struct kam_text cell)
{
    char word[KAM_HEADING_LONGEST] = "";
    const char *found = NULL;

    if (kam_text_take_back(&cell, KAM_TEXT(":")) || kam_text_take_back(&cell, KAM_TEXT("：")))
        cell = kam_text_trim(cell);
    if (kam_heading_fold(cell, "_-*", word))
        found = find_whole(word);
    return found ? found : find_ending(cell, word);
}

bool kam_total_is_no_name(const char *word)
{
    return (unsigned char)word[0] >= 0x80 || strcmp(word, " subtotal") == 0 ||
           strcmp(word, "subtotal") == 0;
}

bool kam_total_is_no_service(const char *word)
{
    return strcmp(word, "全部") != 0;
}

const char *kam_total_find(struct kam_text cell)
{
    const char *found = NULL;

    cell = kam_text_trim(cell);
    if (!cell.len || (is_digit(cell.ptr[0]) && is_digit(cell.ptr[cell.len - 1])))
        return NULL;
    if (may_end_total(cell))
        found = find_word(cell);
    return found || !may_begin_total(cell) ? found : find_beginning(cell);
}
