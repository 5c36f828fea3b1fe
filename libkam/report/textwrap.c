#include "report/textwrap.h"

#include "base/character.h"

static bool is_one_of(uint32_t point, const char *characters)
{
    struct kam_text rest = kam_text_of(characters);

    while (rest.len)
        if (kam_character_take(&rest) == point)
            return true;
    return false;
}

/* Whether a line may end between two characters. */
static bool may_part(uint32_t before, uint32_t after)
{
    if (before == ' ' || after == ' ')
        return true;
    if (kam_character_width(after) == 0 || is_one_of(after, "，。、；：？！）》」』”’…％%,.;:)]"))
        return false;
    if (is_one_of(before, "（《「『“‘([-"))
        return false;
    if (before >= '0' && before <= '9') /* 3万 */
        return false;
    return kam_character_width(before) == 2 || kam_character_width(after) == 2;
}

static void skip_spaces(struct kam_text *text)
{
    while (text->len && *text->ptr == ' ')
        text->ptr++, text->len--;
}

static struct kam_text without_end_spaces(struct kam_text text)
{
    while (text.len && text.ptr[text.len - 1] == ' ')
        text.len--;
    return text;
}

/* The first character of TEXT, with what combines with it. */
static struct kam_text first_character(struct kam_text text)
{
    struct kam_text rest = text, after;

    (void)kam_character_take(&rest);
    for (after = rest; rest.len && kam_character_width(kam_character_take(&rest)) == 0;)
        after = rest;
    return kam_text_before(text, after);
}

/* The last place where TEXT may be parted, at most MOST bytes from its beginning; 0: none. */
static size_t last_place(struct kam_text text, size_t most)
{
    struct kam_text rest = text;
    uint32_t before = 0;
    size_t place = 0, at = 0;

    while (rest.len && at <= most) {
        uint32_t point = kam_character_take(&rest);
        if (at && may_part(before, point))
            place = at;
        if (at == 0 || kam_character_width(point))
            before = point;
        at = kam_text_before(text, rest).len;
    }
    return place;
}

struct kam_text kam_textwrap_take(struct kam_text *text, size_t columns)
{
    skip_spaces(text);
    struct kam_text line = *text, fit = kam_character_fit(line, columns);
    size_t length = fit.len < line.len ? last_place(line, fit.len) : line.len;

    if (length == 0 && line.len)
        length = fit.len ? fit.len : first_character(line).len;
    line.len = length;
    text->ptr += length;
    text->len -= length;
    skip_spaces(text);
    return without_end_spaces(line);
}

size_t kam_textwrap_longest_word(struct kam_text text)
{
    size_t longest = 0;

    while (text.len) {
        bool found;
        size_t columns = kam_character_columns(kam_text_split(&text, ' ', &found));
        longest = columns > longest ? columns : longest;
    }
    return longest;
}
