#include "group/companyname.h"
#include "base/glyph.h"

/* Words of legal forms and the like; they may end a name, the one behind the other. */
static const char *const latin_forms[] = {
    "ab",   "ag",          "aps",  "as",      "bv",      "co",       "coltd", "company",
    "corp", "corporation", "gmbh", "group",   "holding", "holdings", "inc",   "incorporated",
    "kg",   "kgaa",        "kk",   "limited", "llc",     "llp",      "lp",    "ltd",
    "mbh",  "nv",          "ohg",  "oy",      "plc",     "pte",      "pty",   "pvt",
    "sa",   "sarl",        "sas",  "se",      "spa",     "srl",      "ug",
};

/* What Chinese and Japanese words may end with; the longer of two first. */
static const char *const chinese_ends[] = {
    "集团公司", "集團公司", "总公司", "總公司", "分公司", "子公司", "集团", "集團", "公司",
};

/* What says the legal form wherever it stands: a branch has its place behind it. */
static const char *const chinese_forms[] = {
    "股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "株式会社",
};

enum glyph_kind { GLYPH_NOTHING, GLYPH_BREAK, GLYPH_LATIN, GLYPH_CHINESE };

static bool is_between(uint32_t glyph, uint32_t first, uint32_t last)
{
    return glyph >= first && glyph <= last;
}

static enum glyph_kind kind_of_ascii(uint32_t glyph)
{
    if (is_between(glyph, 'a', 'z') || is_between(glyph, 'A', 'Z') || is_between(glyph, '0', '9'))
        return GLYPH_LATIN;
    return glyph == '.' || glyph == '\'' ? GLYPH_NOTHING : GLYPH_BREAK;
}

static enum glyph_kind kind_of(uint32_t glyph)
{
    if (glyph < 0x80)
        return kind_of_ascii(glyph);
    if (is_between(glyph, 0x200B, 0x200F) || glyph == 0x2019 || glyph == 0xFEFF)
        return GLYPH_NOTHING;
    if (is_between(glyph, 0x80, 0xBF) || is_between(glyph, 0x2000, 0x206F) ||
        is_between(glyph, 0x3000, 0x303F) || glyph == 0x30FB || is_between(glyph, 0xFF5F, 0xFF65))
        return GLYPH_BREAK;
    return is_between(glyph, 0x2E80, 0x9FFF) || is_between(glyph, 0xF900, 0xFAFF) ||
                   glyph >= 0x20000
               ? GLYPH_CHINESE
               : GLYPH_LATIN;
}

/* Lower case of ASCII, Latin-1, Greek and Cyrillic. */
static uint32_t lower(uint32_t glyph)
{
    if (is_between(glyph, 'A', 'Z') || (is_between(glyph, 0xC0, 0xDE) && glyph != 0xD7) ||
        is_between(glyph, 0x391, 0x3A9) || is_between(glyph, 0x410, 0x42F))
        return glyph + 0x20;
    return is_between(glyph, 0x400, 0x40F) ? glyph + 0x50 : glyph;
}

/* One of two bytes at most is changed by `lower`; others are copied as they are. */
static bool add_glyph(struct kam_buffer *buffer, uint32_t glyph, struct kam_text bytes)
{
    uint32_t folded = lower(glyph);

    if (folded < 0x80)
        return kam_buffer_add_byte(buffer, (char)folded);
    if (folded < 0x800)
        return kam_buffer_add_byte(buffer, (char)(0xC0 | folded >> 6)) &&
               kam_buffer_add_byte(buffer, (char)(0x80 | (folded & 0x3F)));
    return kam_buffer_add(buffer, bytes);
}

/*
 * Append the words of NAME, each with BREAK behind it; between Latin and Chinese there is one, too.
 */
static bool add_words(struct kam_buffer *words, struct kam_text name)
{
    enum glyph_kind before = GLYPH_BREAK;

    while (name.len) {
        struct kam_text rest = name;
        uint32_t glyph = kam_glyph_take_folded(&rest);
        enum glyph_kind kind = kind_of(glyph);
        if (kind != GLYPH_NOTHING && kind != before && before != GLYPH_BREAK &&
            !kam_buffer_add_byte(words, '\n'))
            return false;
        if ((kind == GLYPH_LATIN || kind == GLYPH_CHINESE) &&
            !add_glyph(words, glyph, kam_text_before(name, rest)))
            return false;
        before = kind == GLYPH_NOTHING ? before : kind;
        name = rest;
    }
    return before == GLYPH_BREAK || kam_buffer_add_byte(words, '\n');
}

static bool ends_with(struct kam_text text, struct kam_text end)
{
    return text.len >= end.len && memcmp(text.ptr + text.len - end.len, end.ptr, end.len) == 0;
}

/* Cut what is a legal form off the end of WORD. */
static void cut_chinese(struct kam_text *word)
{
    bool found = true;

    while (found) {
        found = false;
        for (size_t i = 0; !found && i < sizeof chinese_ends / sizeof *chinese_ends; i++) {
            struct kam_text end = kam_text_of(chinese_ends[i]);
            found = ends_with(*word, end);
            word->len -= found ? end.len : 0;
        }
    }
}

static bool is_latin_form(struct kam_text word)
{
    for (size_t i = 0; i < sizeof latin_forms / sizeof *latin_forms; i++)
        if (kam_text_equal(word, kam_text_of(latin_forms[i])))
            return true;
    return false;
}

/* Take the last word away from WORDS, each of which has a line end behind it. */
static struct kam_text take_last(struct kam_text *words)
{
    size_t start = words->len - 1;

    while (start > 0 && words->ptr[start - 1] != '\n')
        start--;
    struct kam_text word = {words->ptr + start, words->len - 1 - start};
    words->len = start;
    return word;
}

/* Remove all legal forms that may stand anywhere from BUFFER. */
static void remove_forms(struct kam_buffer *buffer)
{
    for (size_t f = 0; f < sizeof chinese_forms / sizeof *chinese_forms; f++) {
        struct kam_text form = kam_text_of(chinese_forms[f]);
        size_t to = 0;
        for (size_t from = 0; from < buffer->len;) {
            if (buffer->len - from >= form.len && !memcmp(buffer->ptr + from, form.ptr, form.len))
                from += form.len;
            else
                buffer->ptr[to++] = buffer->ptr[from++];
        }
        buffer->len = to;
    }
}

/* Cut the legal forms off the end of WORDS; what is left of its last word is *LAST. */
static void cut_forms(struct kam_text *words, struct kam_text *last)
{
    do {
        *last = take_last(words);
        if (is_latin_form(*last))
            last->len = 0;
        else
            cut_chinese(last);
    } while (last->len == 0 && words->len);
}

/* Append TEXT without the line ends. */
static bool add_joined(struct kam_buffer *key, struct kam_text text)
{
    bool ok = true;

    for (size_t i = 0; ok && i < text.len; i++)
        ok = text.ptr[i] == '\n' || kam_buffer_add_byte(key, text.ptr[i]);
    return ok;
}

bool kam_company_key(struct kam_text name, struct kam_buffer *key)
{
    struct kam_buffer words = {NULL, 0, 0};
    struct kam_text last = {NULL, 0};
    size_t before = key->len;
    bool ok = add_words(&words, name);

    if (ok && words.len) {
        remove_forms(&words);
        struct kam_text rest = kam_buffer_text(&words);
        cut_forms(&rest, &last);
        ok = add_joined(key, rest) && add_joined(key, last);
    }
    kam_buffer_free(&words);
    return ok && (key->len > before || kam_company_number_key(name, key));
}

bool kam_company_number_key(struct kam_text number, struct kam_buffer *key)
{
    struct kam_buffer words = {NULL, 0, 0};
    bool ok = add_words(&words, number) && add_joined(key, kam_buffer_text(&words));

    kam_buffer_free(&words);
    return ok;
}
