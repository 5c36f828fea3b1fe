#include "base/character.h"

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* How many bytes a character has that begins with FIRST; 0: none does. */
static size_t length_of(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/* The bits that the first byte of a character of LENGTH bytes has of it. */
static uint32_t first_bits(unsigned char first, size_t length)
{
    return length == 1 ? first : first & (0xFFU >> (length + 1));
}

uint32_t kam_character_take(struct kam_text *text)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *bytes = (const unsigned char *)text->ptr;
    size_t length = length_of(bytes[0]), i = 1;
    uint32_t point = first_bits(bytes[0], length ? length : 1);

    for (; i < length && i < text->len && is_continuation(bytes[i]); i++)
        point = point << 6 | (bytes[i] & 0x3FU);
    bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
    bool is_whole =
        length && i == length && point >= smallest[length] && point < 0x110000 && !is_surrogate;
    length = is_whole ? length : 1;
    text->ptr += length;
    text->len -= length;
    return is_whole ? point : (uint32_t)KAM_CHARACTER_BROKEN;
}

size_t kam_character_columns(struct kam_text text)
{
    size_t columns = 0;

    while (text.len)
        columns += kam_character_width(kam_character_take(&text));
    return columns;
}

struct kam_text kam_character_fit(struct kam_text text, size_t most)
{
    struct kam_text rest = text, after = text;
    size_t columns = 0;

    while (rest.len) {
        columns += kam_character_width(kam_character_take(&rest));
        if (columns > most)
            break;
        after = rest;
    }
    return kam_text_before(text, after);
}

bool kam_character_add_tame(struct kam_buffer *buffer, struct kam_text text)
{
    struct kam_text rest = text;
    bool ok = true;

    while (rest.len && ok) {
        text = rest;
        uint32_t point = kam_character_take(&rest);
        struct kam_text shown = kam_text_before(text, rest);
        if (point == KAM_CHARACTER_BROKEN)
            shown = KAM_TEXT("\xEF\xBF\xBD");
        else if (kam_character_is_order(point))
            shown = kam_character_width(point) ? KAM_TEXT(" ") : KAM_TEXT("");
        ok = kam_buffer_add(buffer, shown);
    }
    return ok;
}
