#include "base/text.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Whether the three bytes at P are a white-space or zero-width character. */
static bool is_space_of_three(const char *p)
{
    unsigned char second = (unsigned char)p[1], third = (unsigned char)p[2];

    switch ((unsigned char)p[0]) {
    case 0xE2: /* U+2000 to U+200F, U+202F; U+205F, U+2060 */
        return (second == 0x80 && ((third >= 0x80 && third <= 0x8F) || third == 0xAF)) ||
               (second == 0x81 && (third == 0x9F || third == 0xA0));
    case 0xE3: /* U+3000 */
        return second == 0x80 && third == 0x80;
    case 0xEF: /* U+FEFF */
        return second == 0xBB && third == 0xBF;
    }
    return false;
}

/* Bytes of white space TEXT begins with (0 for none). */
static size_t leading_space(struct kam_text t)
{
    unsigned char c = (unsigned char)t.ptr[0];
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    if (c == 0xC2 && t.len >= 2 && (unsigned char)t.ptr[1] == 0xA0)
        return 2;
    return t.len >= 3 && is_space_of_three(t.ptr) ? 3 : 0;
}

static size_t trailing_space(struct kam_text t)
{
    const char *end = t.ptr + t.len;
    unsigned char c = (unsigned char)end[-1];
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    if (t.len >= 2 && memcmp(end - 2, "\xC2\xA0", 2) == 0)
        return 2;
    return t.len >= 3 && is_space_of_three(end - 3) ? 3 : 0;
}

struct kam_text kam_text_trim_space(struct kam_text text)
{
    size_t n;

    while (text.len && (n = leading_space(text))) {
        text.ptr += n;
        text.len -= n;
    }
    while (text.len && (n = trailing_space(text)))
        text.len -= n;
    return text;
}

static unsigned char fold(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

bool kam_text_equal_fold(struct kam_text a, struct kam_text b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (fold(a.ptr[i]) != fold(b.ptr[i]))
            return false;
    return true;
}

bool kam_text_among(const struct kam_text *texts, size_t count, struct kam_text text)
{
    for (size_t i = 0; i < count; i++)
        if (kam_text_equal(texts[i], text))
            return true;
    return false;
}

bool kam_text_starts_with(struct kam_text text, struct kam_text prefix)
{
    return text.len >= prefix.len && (!prefix.len || !memcmp(text.ptr, prefix.ptr, prefix.len));
}

bool kam_text_take_front(struct kam_text *text, struct kam_text affix)
{
    if (text->len < affix.len ||
        !kam_text_equal_fold((struct kam_text){text->ptr, affix.len}, affix))
        return false;
    text->ptr += affix.len;
    text->len -= affix.len;
    return true;
}

bool kam_text_take_back(struct kam_text *text, struct kam_text affix)
{
    if (text->len < affix.len)
        return false;
    size_t before = text->len - affix.len;
    if (!kam_text_equal_fold((struct kam_text){text->ptr + before, affix.len}, affix))
        return false;
    text->len = before;
    return true;
}

bool kam_text_split_last(struct kam_text *text, char delimiter, struct kam_text *tail)
{
    size_t at = text->len;

    while (at > 0 && text->ptr[at - 1] != delimiter)
        at--;
    if (at == 0)
        return false;
    *tail = (struct kam_text){text->ptr + at, text->len - at};
    text->len = at - 1;
    return true;
}

struct kam_text kam_text_split(struct kam_text *text, char delimiter, bool *found)
{
    const char *at = text->len ? memchr(text->ptr, delimiter, text->len) : NULL;
    struct kam_text head = *text;

    *found = at != NULL;
    if (!at) {
        *text = (struct kam_text){text->ptr + text->len, 0};
        return head;
    }
    head.len = (size_t)(at - text->ptr);
    *text = (struct kam_text){at + 1, text->len - head.len - 1};
    return head;
}

size_t kam_text_distance(struct kam_text a, struct kam_text b, size_t limit)
{
    enum { LONGEST = 64 };
    size_t row[LONGEST + 1];

    if (a.len > LONGEST || b.len > LONGEST)
        return kam_text_equal(a, b) ? 0 : limit + 1;
    for (size_t j = 0; j <= b.len; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t best = diagonal + (fold(a.ptr[i - 1]) != fold(b.ptr[j - 1]));
            diagonal = row[j];
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[b.len] > limit ? limit + 1 : row[b.len];
}

struct kam_text kam_text_nearest(struct kam_text text, const struct kam_text *names, size_t count)
{
    struct kam_text nearest = {NULL, 0};
    size_t limit = text.len < 3 ? 1 : text.len / 3;
    size_t best = limit + 1;

    for (size_t i = 0; i < count; i++) {
        size_t d = kam_text_distance(text, names[i], limit);
        if (d < best) {
            best = d;
            nearest = names[i];
        }
    }
    return nearest;
}

/* Control characters, those of ISO 8859 (U+0080 to U+009F) included: a terminal obeys them. */
static bool is_control(const unsigned char *p)
{
    return *p < 0x20 || *p == 0x7F || (*p == 0xC2 && p[1] < 0xA0);
}

/* The first byte or character of TEXT, taken away, as at most 4 bytes at OUT that can be shown. */
static size_t show_next(struct kam_text *text, char *out)
{
    static const char digits[] = "0123456789ABCDEF";
    const unsigned char *p = (const unsigned char *)text->ptr;
    size_t k = kam_utf8_character(text->ptr, text->len), n = k;

    if (k == 0 || is_control(p)) {
        memcpy(out, (char[]){'\\', 'x', digits[*p >> 4], digits[*p & 15]}, 4);
        k = 1;
        n = 4;
    } else {
        memcpy(out, p, k);
    }
    text->ptr += k;
    text->len -= k;
    return n;
}

struct kam_shown kam_show(struct kam_text text)
{
    enum { WIDEST = 60 };
    struct kam_shown shown;
    size_t n = 0;

    shown.s[n++] = '\'';
    while (text.len && n < WIDEST)
        n += show_next(&text, shown.s + n);
    memcpy(shown.s + n, text.len ? "'..." : "'", text.len ? 5 : 2);
    return shown;
}

struct kam_shown_line kam_show_line(struct kam_text text)
{
    struct kam_shown_line shown;
    size_t n = 0;

    while (text.len && n + 4 < sizeof shown.s)
        n += show_next(&text, shown.s + n);
    shown.s[n] = '\0';
    return shown;
}

void kam_buffer_free(struct kam_buffer *buffer)
{
    free(buffer->ptr);
    *buffer = (struct kam_buffer){NULL, 0, 0};
}

bool kam_array_reserve(void *items, size_t *capacity, size_t need, size_t size)
{
    void *old, *grown;
    size_t room = *capacity ? *capacity : 8;

    if (need <= *capacity)
        return true;
    while (room < need) {
        if (room > SIZE_MAX / 2)
            return false;
        room *= 2;
    }
    if (room > SIZE_MAX / size)
        return false;
    memcpy(&old, items, sizeof old);
    grown = realloc(old, room * size);
    if (!grown)
        return false;
    memcpy(items, &grown, sizeof grown);
    *capacity = room;
    return true;
}

bool kam_buffer_reserve(struct kam_buffer *buffer, size_t more)
{
    return more <= SIZE_MAX - buffer->len &&
           kam_array_reserve(&buffer->ptr, &buffer->capacity, buffer->len + more, 1);
}

bool kam_buffer_add(struct kam_buffer *buffer, struct kam_text text)
{
    if (!kam_buffer_reserve(buffer, text.len))
        return false;
    if (text.len)
        memcpy(buffer->ptr + buffer->len, text.ptr, text.len);
    buffer->len += text.len;
    return true;
}

bool kam_buffer_add_byte(struct kam_buffer *buffer, char byte)
{
    return kam_buffer_add(buffer, (struct kam_text){&byte, 1});
}

bool kam_buffer_printf(struct kam_buffer *buffer, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0 || !kam_buffer_reserve(buffer, (size_t)n + 1))
        return false;
    va_start(args, format);
    vsnprintf(buffer->ptr + buffer->len, (size_t)n + 1, format, args);
    va_end(args);
    buffer->len += (size_t)n;
    return true;
}
