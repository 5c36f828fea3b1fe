#include "io/encoding.h"

const char *kam_encoding_mark(struct kam_text bytes, size_t *length)
{
    static const struct {
        const char *name;
        struct kam_text mark;
    } marks[] = {
        {"UTF-8", {"\xEF\xBB\xBF", 3}},    {"UTF-32LE", {"\xFF\xFE\0\0", 4}},
        {"UTF-32BE", {"\0\0\xFE\xFF", 4}}, {"UTF-16LE", {"\xFF\xFE", 2}},
        {"UTF-16BE", {"\xFE\xFF", 2}},     {"GB18030", {"\x84\x31\x95\x33", 4}},
    };

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (kam_text_starts_with(bytes, marks[i].mark)) {
            *length = marks[i].mark.len;
            return marks[i].name;
        }
    *length = 0;
    return NULL;
}

/* What the bytes are, read as units of one width and order. */
struct units {
    size_t count;
    size_t plain;  /* printable ASCII, TAB, line ends */
    size_t broken; /* NUL, half a surrogate pair, private use, beyond Unicode */
    size_t packed; /* two characters of ASCII, if it were no UTF-16 */
};

static bool is_plain(uint32_t c)
{
    return (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\r';
}

static uint32_t unit_at(const char *p, size_t width, bool big)
{
    uint32_t unit = 0;

    for (size_t i = 0; i < width; i++)
        unit = unit << 8 | (unsigned char)p[big ? i : width - 1 - i];
    return unit;
}

static struct units look(struct kam_text bytes, size_t width, bool big)
{
    struct units found = {0, 0, 0, 0};
    bool high = false; /* the unit before begins a surrogate pair */

    for (size_t i = 0; i + width <= bytes.len; i += width) {
        uint32_t unit = unit_at(bytes.ptr + i, width, big);
        bool low = unit >= 0xDC00 && unit <= 0xDFFF;
        bool surrogate = unit >= 0xD800 && unit <= 0xDFFF;
        bool private_use = unit >= 0xE000 && unit <= 0xF8FF;
        found.broken += unit == 0 || unit > 0x10FFFF || unit == 0xFFFE || private_use ||
                        (width == 4 ? surrogate : high != low);
        high = unit >= 0xD800 && unit <= 0xDBFF;
        found.plain += is_plain(unit);
        found.packed += is_plain(unit >> 8) && is_plain(unit & 0xFF);
        found.count++;
    }
    return found;
}

/*
 * A broken character or two are damage to a file of this kind. Characters of Chinese look like two
 * of ASCII, too, but among them are commas and digits.
 */
static bool is_likely(const struct units *units)
{
    enum { FEW = 32, ENOUGH = 5, PACKED_FOR_EACH_PLAIN = 2 };

    return units->plain > units->count / ENOUGH && units->broken <= units->count / FEW &&
           units->packed <= units->plain * PACKED_FOR_EACH_PLAIN;
}

const char *kam_encoding_pattern(struct kam_text bytes)
{
    static const struct {
        const char *name;
        size_t width;
        bool big;
    } kinds[] = {{"UTF-32LE", 4, false},
                 {"UTF-32BE", 4, true},
                 {"UTF-16LE", 2, false},
                 {"UTF-16BE", 2, true}};
    const char *best = NULL;
    size_t most = 0;

    if (bytes.len == 0 || !memchr(bytes.ptr, '\0', bytes.len))
        return NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct units units = look(bytes, kinds[i].width, kinds[i].big);
        size_t weight = units.plain * kinds[i].width;
        if (is_likely(&units) && weight > most) {
            best = kinds[i].name;
            most = weight;
        }
    }
    return best;
}

bool kam_encoding_is_utf8(const char *name)
{
    static const struct kam_text names[] = {
        {"UTF-8", 5}, {"UTF8", 4}, {"ASCII", 5}, {"US-ASCII", 8}};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (kam_text_equal_fold(kam_text_of(name), names[i]))
            return true;
    return false;
}

bool kam_encoding_has_order(const char *name)
{
    static const struct kam_text ends[] = {{"LE", 2}, {"BE", 2}, {"LITTLE", 6}, {"BIG", 3}};
    struct kam_text text = kam_text_of(name);

    if (text.len == 0 || (*name != 'U' && *name != 'u')) /* UTF, UCS, UNICODE; not EBCDIC-BE */
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (text.len > ends[i].len &&
            kam_text_equal_fold((struct kam_text){name + text.len - ends[i].len, ends[i].len},
                                ends[i]))
            return true;
    return false;
}
