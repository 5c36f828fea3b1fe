#include "base/scan.h"

bool kam_scan_skip(struct kam_text *rest, struct kam_text literal)
{
    if (!kam_text_starts_with(*rest, literal))
        return false;
    rest->ptr += literal.len;
    rest->len -= literal.len;
    return true;
}

bool kam_scan_one_of(struct kam_text *rest, const char *bytes)
{
    if (!rest->len || !rest->ptr[0] || !strchr(bytes, rest->ptr[0]))
        return false;
    rest->ptr++;
    rest->len--;
    return true;
}

int kam_scan_number(struct kam_text *rest, size_t least, size_t most)
{
    int value = 0;
    size_t n = 0;

    for (; n < most && n < rest->len && kam_scan_is_digit(rest->ptr[n]); n++)
        value = value * 10 + (rest->ptr[n] - '0');
    if (n < least)
        return -1;
    rest->ptr += n;
    rest->len -= n;
    return value;
}

size_t kam_scan_digits(struct kam_text rest)
{
    size_t n = 0;

    while (n < rest.len && kam_scan_is_digit(rest.ptr[n]))
        n++;
    return n;
}
