/*
 * character: the code points of UTF-8 text, and how wide a terminal shows them.
 */
#ifndef KAM_BASE_CHARACTER_H
#define KAM_BASE_CHARACTER_H

#include "text.h"

/* What no code point is: a byte that begins no well-formed character. */
enum { KAM_CHARACTER_BROKEN = 0x110000 };

/* Take the first character away from TEXT, which is not empty; a byte, if it begins none. */
uint32_t kam_character_take(struct kam_text *text);

/* C0, DEL and C1: what may be an order to a terminal. */
static inline bool kam_character_is_control(uint32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

/* Columns of a terminal: 0 for what combines, 2 for what East Asia writes wide, else 1. */
size_t kam_character_width(uint32_t point);

/* Those of all of TEXT. */
size_t kam_character_columns(struct kam_text text);

/*
 * The longest beginning of TEXT, of whole characters with what combines with them, that has MOST
 * columns at most.
 */
struct kam_text kam_character_fit(struct kam_text text, size_t most);

#endif
