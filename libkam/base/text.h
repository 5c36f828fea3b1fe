/*
 * text: slices of bytes, a growing buffer, and how a cell is shown in a message.
 *
 * A struct kam_text is a borrowed pointer and a length, never NUL-terminated by promise. Order
 * is byte order everywhere in kam, so that it depends on no locale.
 */
#ifndef KAM_BASE_TEXT_H
#define KAM_BASE_TEXT_H

#include "error.h"

#include <stdbool.h>
#include <string.h>

struct kam_text {
    const char *ptr; /* not NULL unless len is 0 */
    size_t len;
};

/* A string literal as a slice, usable in initialisers of automatic variables. */
#define KAM_TEXT(literal) ((struct kam_text){"" literal, sizeof(literal) - 1})

static inline struct kam_text kam_text_of(const char *string)
{
    return (struct kam_text){string, string ? strlen(string) : 0};
}

/* Equal bytes. Most texts are short: two loads that overlap are faster than any call. */
static inline bool kam_text_equal(struct kam_text a, struct kam_text b)
{
    uint64_t a_head, b_head, a_tail, b_tail;

    if (a.len != b.len)
        return false;
    if (a.len < sizeof a_head || a.len > 2 * sizeof a_head)
        return a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0;
    memcpy(&a_head, a.ptr, sizeof a_head);
    memcpy(&b_head, b.ptr, sizeof b_head);
    memcpy(&a_tail, a.ptr + a.len - sizeof a_tail, sizeof a_tail);
    memcpy(&b_tail, b.ptr + b.len - sizeof b_tail, sizeof b_tail);
    return a_head == b_head && a_tail == b_tail;
}

/* True if no byte is beyond ASCII. Loads that overlap at the end are faster than a rest. */
static inline bool kam_text_is_ascii(struct kam_text text)
{
    const uint64_t high_bits = UINT64_C(0x8080808080808080);
    uint64_t eight, all = 0;
    size_t i = 0;

    if (text.len < sizeof eight) {
        for (; i < text.len; i++)
            all |= (unsigned char)text.ptr[i];
        return (all & high_bits) == 0;
    }
    for (; i + sizeof eight < text.len; i += sizeof eight) {
        memcpy(&eight, text.ptr + i, sizeof eight);
        all |= eight;
    }
    memcpy(&eight, text.ptr + text.len - sizeof eight, sizeof eight);
    return ((all | eight) & high_bits) == 0;
}

/* <0, 0, >0 in byte order; a prefix comes before what it is a prefix of. */
static inline int kam_text_order(struct kam_text a, struct kam_text b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int c = n ? memcmp(a.ptr, b.ptr, n) : 0;
    return c ? c : (a.len > b.len) - (a.len < b.len);
}

/*
 * Without the white space at both ends: ASCII space and the controls TAB LF VT FF CR, the spaces of
 * Unicode (U+00A0, U+2000 to U+200A, U+202F, U+205F, U+3000), and what has no width and is left
 * behind by copying: U+200B to U+200F, U+2060, the byte order mark U+FEFF.
 */
KAM_API struct kam_text kam_text_trim_space(struct kam_text text);

/* False for bytes that none of these begins with: of Chinese texts all but a few. */
static inline bool kam_text_may_begin_space(unsigned char byte)
{
    return byte <= ' ' || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

/* False for bytes that none of these ends with. */
static inline bool kam_text_may_end_space(unsigned char byte)
{
    if (byte < 0x80)
        return byte <= ' ';
    return byte <= 0x8F || byte == 0x9F || byte == 0xA0 || byte == 0xAF || byte == 0xBF;
}

/* The same; most texts begin and end with bytes that no white space has, and aren't looked into. */
static inline struct kam_text kam_text_trim(struct kam_text text)
{
    if (text.len && !kam_text_may_begin_space((unsigned char)text.ptr[0]) &&
        !kam_text_may_end_space((unsigned char)text.ptr[text.len - 1]))
        return text;
    return kam_text_trim_space(text);
}

/* Equal but for the case of ASCII letters. */
bool kam_text_equal_fold(struct kam_text a, struct kam_text b);

/* True if TEXT is one of TEXTS[COUNT]. */
bool kam_text_among(const struct kam_text *texts, size_t count, struct kam_text text);

bool kam_text_starts_with(struct kam_text text, struct kam_text prefix);

/* Take AFFIX, its ASCII letters in any case, away from before or behind TEXT; false if not there.
 */
KAM_MUST_CHECK bool kam_text_take_front(struct kam_text *text, struct kam_text affix);
KAM_MUST_CHECK bool kam_text_take_back(struct kam_text *text, struct kam_text affix);

/* What of TEXT stands before REST, its end. */
static inline struct kam_text kam_text_before(struct kam_text text, struct kam_text rest)
{
    return (struct kam_text){text.ptr, (size_t)(rest.ptr - text.ptr)};
}

/*
 * Cut TEXT at the first DELIMITER: returns what is before it and leaves the rest in TEXT; *FOUND
 * says whether there was one (else TEXT is left empty and all of it is returned).
 */
struct kam_text kam_text_split(struct kam_text *text, char delimiter, bool *found);

/* Cut TEXT at its last DELIMITER: TAIL is what follows. False, and both untouched, without one. */
KAM_MUST_CHECK bool kam_text_split_last(struct kam_text *text, char delimiter,
                                        struct kam_text *tail);

/*
 * Levenshtein distance in bytes between A and B, the case of ASCII letters aside, at most
 * LIMIT + 1; more than 64 bytes are only compared.
 */
size_t kam_text_distance(struct kam_text a, struct kam_text b, size_t limit);

/*
 * The name in NAMES[COUNT] that TEXT was probably meant to be: the nearest by distance, at most
 * a third of its length away (one byte, where it is shorter than three); an empty text where none
 * is that near.
 */
struct kam_text kam_text_nearest(struct kam_text text, const struct kam_text *names, size_t count);

/*
 * TEXT as a message shows it: in single quotes, control bytes and broken UTF-8 as \xNN,
 * with "..." behind the closing quote where it was cut after about 60 bytes. Use as
 * kam_show(text).s in the arguments of a printf-like call.
 */
struct kam_shown {
    char s[96];
};
struct kam_shown kam_show(struct kam_text text);

/*
 * The same for TEXT that is a whole message: without quotes, and cut after about 4 KiB only. What
 * is in a message unquoted, such as the name of a file, may be any bytes.
 */
struct kam_shown_line {
    char s[4096];
};
struct kam_shown_line kam_show_line(struct kam_text text);

/*
 * A growing buffer of bytes. Zero-initialised it is empty. The appending functions return false
 * when memory ran out, and leave the buffer as it was. The bytes are the buffer's; free it.
 */
struct kam_buffer {
    char *ptr;
    size_t len, capacity;
};

void kam_buffer_free(struct kam_buffer *buffer);
KAM_MUST_CHECK bool kam_buffer_reserve(struct kam_buffer *buffer, size_t more);
KAM_MUST_CHECK bool kam_buffer_add(struct kam_buffer *buffer, struct kam_text text);
KAM_MUST_CHECK bool kam_buffer_add_byte(struct kam_buffer *buffer, char byte);
KAM_MUST_CHECK bool kam_buffer_printf(struct kam_buffer *buffer, const char *format, ...)
    KAM_PRINTF(2, 3);

static inline struct kam_text kam_buffer_text(const struct kam_buffer *buffer)
{
    return (struct kam_text){buffer->ptr, buffer->len};
}

/*
 * Make room for NEED elements of SIZE bytes in the array *ITEMS of *CAPACITY elements, doubling
 * it. False when memory ran out or the size overflows; the array is as it was then.
 */
KAM_MUST_CHECK bool kam_array_reserve(void *items, size_t *capacity, size_t need, size_t size);

#endif
