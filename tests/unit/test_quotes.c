#include "io/quotes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MOST = 40 };

/* A copy that ends where its memory ends, so that reading beyond is noticed by those who look. */
static bool needed(const char *bytes, size_t count, char delimiter)
{
    char *copy = malloc(count ? count : 1);

    assert_non_null(copy);
    memcpy(copy, bytes, count);
    bool result = kam_quotes_needed((struct kam_text){copy, count}, delimiter);
    free(copy);
    return result;
}

static bool breaks(unsigned byte, char delimiter)
{
    return byte == '"' || byte == '\n' || byte == '\r' || byte == (unsigned char)delimiter;
}

static void every_byte_counts_wherever_it_stands(void **unused)
{
    static const char delimiters[] = ",\t";
    static const unsigned char around[] = {'x', ' ', 0x80, 0xFF, '-', '#', '!', 0x0E};
    char text[MOST];

    (void)unused;
    for (int d = 0; d < 2; d++)
        for (size_t a = 0; a < sizeof around; a++)
            for (size_t count = 1; count <= MOST; count++)
                for (unsigned byte = 0; byte < 256; byte++) {
                    size_t at = byte % count;
                    memset(text, around[a], sizeof text);
                    text[at] = (char)byte;
                    if (needed(text, count, delimiters[d]) != breaks(byte, delimiters[d]))
                        fail_msg("byte %u at %zu of %zu", byte, at, count);
                }
}

static void every_place_counts(void **unused)
{
    char text[MOST];

    (void)unused;
    assert_false(needed("", 0, ','));
    for (size_t count = 1; count <= MOST; count++)
        for (size_t at = 0; at < count; at++) {
            memset(text, 'x', sizeof text);
            assert_false(needed(text, count, ','));
            text[at] = ',';
            assert_true(needed(text, count, ','));
            assert_false(needed(text, count, '\t'));
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_counts_wherever_it_stands),
        cmocka_unit_test(every_place_counts),
    };

    return cmocka_run_group_tests_name("quotes", tests, NULL, NULL);
}
