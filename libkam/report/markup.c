#include "report/markup.h"

#include "base/character.h"

#include <assert.h>

#define REPLACEMENT "\xEF\xBF\xBD"

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

void kam_markup_text(const struct kam_markup *markup, struct kam_text text)
{
    struct kam_text rest = text, plain = text;

    while (rest.len) {
        struct kam_text before = rest;
        const char *instead = reference(kam_character_take(&rest));
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

void kam_markup_fill(const struct kam_markup *markup, const char *pattern,
                     const struct kam_words *words)
{
    struct kam_text rest = kam_text_of(pattern);
    bool more = true, is_closed;

    while (more) {
        kam_output_write(markup->output, kam_text_split(&rest, '{', &more));
        if (more)
            kam_markup_text(markup, find(words, kam_text_split(&rest, '}', &is_closed)));
    }
}
