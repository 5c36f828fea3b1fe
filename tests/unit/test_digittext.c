#include "base/digittext.h"

#include "random.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static void assert_whole(uint64_t value)
{
    char out[32], expected[32];

    snprintf(expected, sizeof expected, "%" PRIu64, value);
    *kam_digittext_whole(out, value) = '\0';
    assert_string_equal(out, expected);
    assert_int_equal(kam_digittext_length(value), strlen(expected));
}

static void assert_fixed(uint64_t value, unsigned width)
{
    char out[32], expected[32];

    snprintf(expected, sizeof expected, "%0*" PRIu64, (int)width, value);
    *kam_digittext_fixed(out, value, width) = '\0';
    assert_string_equal(out, expected);
}

static void powers_and_their_neighbours(void **unused)
{
    (void)unused;
    assert_whole(0);
    assert_whole(UINT64_MAX);
    for (unsigned i = 0; i < 20; i++)
        for (uint64_t d = 0; d < 3; d++)
            assert_whole(kam_digits_power(i) + d - 1);
    for (unsigned i = 0; i < 64; i++)
        for (uint64_t d = 0; d < 3; d++)
            assert_whole((UINT64_C(1) << i) + d - 1);
}

static void numbers_of_every_length(void **unused)
{
    uint64_t state = 11;

    (void)unused;
    for (int i = 0; i < 20000; i++) {
        uint64_t value = random_bits(&state) >> random_below(&state, 64);
        assert_whole(value);
        for (unsigned width = kam_digittext_length(value); width <= 20; width++)
            assert_fixed(value, width);
    }
}

static void no_digits_are_no_digits(void **unused)
{
    char out[2] = "x";

    (void)unused;
    assert_ptr_equal(kam_digittext_fixed(out, 0, 0), out);
    assert_int_equal(out[0], 'x');
}

static void every_pair_is_right(void **unused)
{
    (void)unused;
    for (unsigned i = 0; i < 100; i++) {
        char out[3] = "";
        kam_digittext_pair(out, i);
        assert_int_equal((out[0] - '0') * 10 + out[1] - '0', i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(powers_and_their_neighbours),
        cmocka_unit_test(numbers_of_every_length),
        cmocka_unit_test(no_digits_are_no_digits),
        cmocka_unit_test(every_pair_is_right),
    };

    return cmocka_run_group_tests_name("digittext", tests, NULL, NULL);
}
