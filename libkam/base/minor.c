#include "base/minor.h"
#include "base/digittext.h"

size_t kam_minor_format(int64_t minor, int min_places, char out[KAM_DECIMAL_SIZE])
{
    enum { ONE = 10000, TWO_PLACES = 100 };
    uint64_t size = kam_minor_size(minor);
    unsigned fraction = (unsigned)(size % ONE), rest = fraction % TWO_PLACES;
    int places = 2;
    char *at = out;

    *at = '-';
    at = kam_digittext_whole(at + (minor < 0), size / ONE);
    *at = '.';
    kam_digittext_pair(at + 1, fraction / TWO_PLACES);
    if (rest || min_places > places) {
        kam_digittext_pair(at + 3, rest);
        places = KAM_MINOR_PLACES;
    }
    while (places < min_places)
        at[++places] = '0';
    while (places > min_places && at[places] == '0')
        places--;
    at += places ? places + 1 : 0;
    *at = '\0';
    return (size_t)(at - out);
}
