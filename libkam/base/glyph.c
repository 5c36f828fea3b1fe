#include "base/glyph.h"

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

uint32_t kam_glyph_take_wide(struct kam_text *text)
{
    const unsigned char *bytes = (const unsigned char *)text->ptr;
    size_t length = 1;
    uint32_t glyph = KAM_GLYPH_OTHER;

    if (bytes[0] >= 0xC2 && bytes[0] < 0xE0 && text->len >= 2 && is_continuation(bytes[1])) {
        length = 2;
        glyph = (bytes[0] & 0x1FU) << 6 | (bytes[1] & 0x3FU);
    } else if ((bytes[0] & 0xF0) == 0xE0 && text->len >= 3 && is_continuation(bytes[1]) &&
               is_continuation(bytes[2])) {
        length = 3;
        glyph = (bytes[0] & 0x0FU) << 12 | (bytes[1] & 0x3FU) << 6 | (bytes[2] & 0x3FU);
        /* An overlong form of a character must not be taken for it. */
        if (glyph < 0x800)
            glyph = KAM_GLYPH_OTHER;
    }
    text->ptr += length;
    text->len -= length;
    return glyph;
}

uint32_t kam_glyph_take_back(struct kam_text *text)
{
    for (size_t length = 1; length <= 3 && length <= text->len; length++) {
        struct kam_text last = {text->ptr + text->len - length, length};
        uint32_t glyph = kam_glyph_take(&last);
        if (glyph != KAM_GLYPH_OTHER && last.len == 0) {
            text->len -= length;
            return glyph;
        }
    }
    text->len--;
    return KAM_GLYPH_OTHER;
}

struct kam_text kam_glyph_trim(struct kam_text text)
{
    for (;;) {
        text = kam_text_trim(text);
        struct kam_text front = text, back = text;
        if (text.len && kam_glyph_is_space(kam_glyph_take(&front)))
            text = front;
        else if (text.len && kam_glyph_is_space(kam_glyph_take_back(&back)))
            text = back;
        else
            return text;
    }
}
