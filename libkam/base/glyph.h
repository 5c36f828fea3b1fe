/*
 * glyph: the characters of a cell, one by one, whatever their width.
 *
 * Numbers that were typed with a Chinese input method, or set by a French one, mix ASCII with
 * full-width forms and spaces of several kinds. Who reads them (amountparts.c,
 * numeral.c, unit.c) reads code points.
 */
#ifndef KAM_BASE_GLYPH_H
#define KAM_BASE_GLYPH_H

#include "text.h"

/* What no code point is: a byte that begins no well-formed character of up to three bytes. */
enum { KAM_GLYPH_OTHER = 0x110000 };

/* The part of kam_glyph_take for characters beyond ASCII. */
uint32_t kam_glyph_take_wide(struct kam_text *text);

/* Take the first character away from TEXT, which is not empty; a byte, if it begins none. */
static inline uint32_t kam_glyph_take(struct kam_text *text)
{
    unsigned char first = (unsigned char)text->ptr[0];

    if (first >= 0x80)
        return kam_glyph_take_wide(text);
    text->ptr++;
    text->len--;
    return first;
}

/* Take the last one, likewise. */
uint32_t kam_glyph_take_back(struct kam_text *text);

/* The ASCII character that GLYPH is the full-width form of; GLYPH itself if it is none. */
static inline uint32_t kam_glyph_fold(uint32_t glyph)
{
    return glyph >= 0xFF01 && glyph <= 0xFF5E ? glyph - 0xFF01 + '!' : glyph;
}

/* Both at once. */
static inline uint32_t kam_glyph_take_folded(struct kam_text *text)
{
    return kam_glyph_fold(kam_glyph_take(text));
}

/* A space within a line: ASCII, no-break, thin, narrow no-break, ideographic. */
static inline bool kam_glyph_is_space(uint32_t glyph)
{
    return glyph == ' ' || glyph == 0xA0 || glyph == 0x2009 || glyph == 0x202F || glyph == 0x3000;
}

/* TEXT without these, and without white space (kam_text_trim), at both ends. */
struct kam_text kam_glyph_trim(struct kam_text text);

#endif
