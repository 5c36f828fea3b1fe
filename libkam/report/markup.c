#include "report/markup.h"

#include "base/character.h"

#include <assert.h>

#define REPLACEMENT "\xEF\xBF\xBD"
#define ELLIPSIS    "\xE2\x80\xA6"

void kam_markup_raw(const struct kam_markup *markup, const char *literal)
{
    kam_output_write(markup->output, kam_text_of(literal));
}

/* What stands for POINT, or NULL: itself. */
static const char *reference(uint32_t point)
{
    switch (point) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
    case '\n':
    case '\r':
        return " ";
    case 0xFFFE:
    case 0xFFFF:
    case KAM_CHARACTER_BROKEN:
        return REPLACEMENT;
    default:
        break;
    }
    bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
    bool turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return kam_character_is_control(point) || is_surrogate || turns ? REPLACEMENT : NULL;
}

enum { MOST_MARKS = 8 }; /* more than any script puts on one character */

void kam_markup_text(const struct kam_markup *markup, struct kam_text text)
{
    struct kam_text rest = text, plain = text;
    size_t marks = 0;

    while (rest.len) {
        struct kam_text before = rest;
        uint32_t point = kam_character_take(&rest);
        const char *instead = reference(point);
        marks = instead || kam_character_width(point) ? 0 : marks + 1;
        if (marks > MOST_MARKS)
            instead = "";
        if (!instead)
            continue;
        kam_output_write(markup->output, kam_text_before(plain, before));
        kam_markup_raw(markup, instead);
        plain = rest;
    }
    kam_output_write(markup->output, plain);
}

static struct kam_text find(const struct kam_words *words, struct kam_text name)
{
    for (size_t i = 0; i < sizeof words->items / sizeof *words->items; i++)
        if (words->items[i].name && kam_text_equal(name, kam_text_of(words->items[i].name)))
            return words->items[i].text;
    assert(!"a value that the markup names");
    return KAM_TEXT("");
}

static void write_cut(const struct kam_markup *markup, struct kam_text text)
{
    struct kam_text shown = kam_character_fit(text, KAM_MARKUP_MOST);

    kam_markup_text(markup, shown);
    if (shown.len < text.len)
        kam_markup_raw(markup, ELLIPSIS);
}

static void write_value(const struct kam_markup *markup, const struct kam_words *words,
                        struct kam_text name)
{
    if (kam_text_take_back(&name, KAM_TEXT("...")))
        write_cut(markup, find(words, name));
    else
        kam_markup_text(markup, find(words, name));
}

void kam_markup_fill(const struct kam_markup *markup, const char *pattern,
                     const struct kam_words *words)
{
    struct kam_text rest = kam_text_of(pattern);
    bool more = true, is_closed;

    while (more) {
        kam_output_write(markup->output, kam_text_split(&rest, '{', &more));
        if (more)
            write_value(markup, words, kam_text_split(&rest, '}', &is_closed));
    }
}
