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

/*
 * What no terminal and no mail should get as it is: controls, and what parts lines or turns the
 * direction of the text around it (U+061C, U+200E, U+200F, U+2028 to U+202E, U+2066 to U+2069).
 */
static inline bool kam_character_is_order(uint32_t point)
{
    return kam_character_is_control(point) || point == 0x061C || point == 0x200E ||
           point == 0x200F || (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

/*
 * Columns of a terminal: 0 for what combines or only formats, 2 for what East Asia writes wide,
 * else 1; what is wide in some places only (ambiguous), is 1. characterwidth.c has the table.
 */
size_t kam_character_width(uint32_t point);

/* Those of all of TEXT. */
size_t kam_character_columns(struct kam_text text);

/*
 * The longest beginning of TEXT, of whole characters with what combines with them, that has MOST
 * columns at most.
 */
struct kam_text kam_character_fit(struct kam_text text, size_t most);

/*
 * Append TEXT to BUFFER as a terminal may get it, in as many columns: an order is a space, or left
 * out where it has no width; a byte that begins no character is U+FFFD. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_character_add_tame(struct kam_buffer *buffer, struct kam_text text);

#endif
