#include "base/plain.h"

enum { MOST_DIGITS = 18 };

bool kam_plain_read_number(struct kam_text text, struct kam_plain *plain)
{
    struct kam_plain whole = {0, false, 0};
    size_t left = text.len;

    if (text.len > MOST_DIGITS + 1)
        return false;
    while (left) {
        struct kam_plain part;
        size_t len = (left - 1) % KAM_PLAIN_WORD + 1;
        if (!kam_plain_read(text.ptr + text.len - left, len, &part) ||
            (whole.has_point && part.has_point))
            return false;
        whole.value = whole.value * (part.has_point ? 10000000 : 100000000) + part.value;
        whole.places = whole.has_point ? whole.places + len : part.places;
        whole.has_point |= part.has_point;
        left -= len;
    }
    size_t digits = text.len - whole.has_point;
    *plain = whole;
    return digits > 0 && digits <= MOST_DIGITS;
}
