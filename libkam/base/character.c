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
    bool is_whole = length && i == length && point >= smallest[length] && point < 0x110000;
    length = is_whole ? length : 1;
    text->ptr += length;
    text->len -= length;
    return is_whole ? point : (uint32_t)KAM_CHARACTER_BROKEN;
}

size_t kam_character_width(uint32_t point)
{
    static const struct {
        uint32_t first, last;
        size_t width;
    } ranges[] = {
        {0x0300, 0x036F, 0},   {0x1100, 0x115F, 2},   {0x200B, 0x200F, 0},   {0x2E80, 0x303E, 2},
        {0x3041, 0xA4CF, 2},   {0xAC00, 0xD7A3, 2},   {0xF900, 0xFAFF, 2},   {0xFE00, 0xFE0F, 0},
        {0xFE30, 0xFE6F, 2},   {0xFEFF, 0xFEFF, 0},   {0xFF01, 0xFF60, 2},   {0xFFE0, 0xFFE6, 2},
        {0x1F300, 0x1F64F, 2}, {0x1F900, 0x1F9FF, 2}, {0x20000, 0x3FFFD, 2},
    };

    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return ranges[i].width;
    return 1;
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
