/* Numbers of digits and at most one point, read 8 bytes at a time, against one digit at a time. */
#include "base/plain.h"
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MOST_DIGITS = 18, LONGEST = MOST_DIGITS + 4 };

/* The same, slowly. */
static bool read_slowly(struct kam_text text, struct kam_plain *plain)
{
    size_t digits = 0;

    *plain = (struct kam_plain){0, false, 0};
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c >= '0' && c <= '9') {
            digits++;
            plain->places += plain->has_point;
            plain->value = digits <= MOST_DIGITS ? plain->value * 10 + (uint64_t)(c - '0') : 0;
        } else if (c == '.' && !plain->has_point) {
            plain->has_point = true;
        } else {
            return false;
        }
    }
    return digits > 0 && digits <= MOST_DIGITS;
}

static void assert_same(const char *bytes, size_t len)
{
    char *exact = malloc(len ? len : 1); /* nothing behind it may be read */
    struct kam_plain found, expected;

    assert_non_null(exact);
    memcpy(exact, bytes, len);
    bool is_one = kam_plain_read_number((struct kam_text){exact, len}, &found);
    free(exact);
    if (is_one != read_slowly((struct kam_text){bytes, len}, &expected))
        fail_msg("%s", kam_show((struct kam_text){bytes, len}).s);
    if (is_one && (found.value != expected.value || found.places != expected.places ||
                   found.has_point != expected.has_point))
        fail_msg("%s is %llu with %zu places", kam_show((struct kam_text){bytes, len}).s,
                 (unsigned long long)found.value, found.places);
}

static void fill(char *bytes, size_t len, uint64_t *random)
{
    for (size_t i = 0; i < len; i++)
        bytes[i] = (char)('0' + random_below(random, 10));
}

static void digits_and_points_of_any_length(void **unused)
{
    uint64_t random = 5;
    char bytes[LONGEST] = {0};

    (void)unused;
    for (size_t len = 0; len <= LONGEST; len++) {
        fill(bytes, len, &random);
        assert_same(bytes, len);
        for (size_t point = 0; point < len; point++) {
            fill(bytes, len, &random);
            bytes[point] = '.';
            assert_same(bytes, len);
            for (size_t other = 0; other < len; other++) {
                fill(bytes, len, &random);
                bytes[point] = bytes[other] = '.';
                assert_same(bytes, len);
            }
        }
    }
    memset(bytes, '9', sizeof bytes);
    for (size_t len = 0; len <= LONGEST; len++)
        assert_same(bytes, len);
}

static void any_byte_at_any_place(void **unused)
{
    uint64_t random = 6;
    char bytes[LONGEST] = {0};

    (void)unused;
    for (unsigned len = 1; len <= LONGEST; len++)
        for (size_t at = 0; at < len; at++)
            for (unsigned byte = 0; byte < 256; byte++) {
                fill(bytes, len, &random);
                bytes[random_below(&random, len)] = '.';
                bytes[at] = (char)byte;
                assert_same(bytes, len);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_and_points_of_any_length),
        cmocka_unit_test(any_byte_at_any_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
