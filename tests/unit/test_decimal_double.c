/* Decimals as doubles, and doubles as text. */
#include "decimals.h"

#include <stdio.h>
#include <stdlib.h>

/* strtod of glibc and musl rounds correctly. */
static void doubles_are_the_nearest(void **unused)
{
    uint64_t state = 7;
    char out[KAM_DECIMAL_SIZE];
    (void)unused;
    for (int i = 0; i < 100000; i++) {
        struct kam_decimal value = awkward(&state);
        if (i % 2) /* halfway between two doubles, or just beside that */
            value.units = ((kam_int128)((1LL << 53) + random_below(&state, 1 << 30)) * 2 + 1) *
                              (one >> 1 >> random_below(&state, 17)) +
                          (int)random_below(&state, 3) - 1;
        kam_decimal_format(value, 0, out);
        double expected = strtod(out, NULL);
        assert_true(kam_decimal_to_double(value) == expected);
    }
    assert_true(kam_decimal_to_double(decimal("0.1")) == 0.1);
    assert_true(kam_decimal_to_double(decimal("-" LARGEST)) == -0x1.2725dd1d243acp+67);
    assert_memory_equal(&(double){kam_decimal_to_double(KAM_DECIMAL_ZERO)}, &(double){0.0},
                        sizeof(double));
}

static void assert_double(double value, int places)
{
    char out[KAM_DECIMAL_SIZE], expected[64];
    size_t length = kam_double_format(value, places, out);
    snprintf(expected, sizeof expected, "%.*f", places, value);
    if (!strpbrk(expected, "123456789") && expected[0] == '-')
        memmove(expected, expected + 1, strlen(expected));
    assert_string_equal(out, expected);
    assert_int_equal(length, strlen(out));
}

static void doubles_are_written_as_printf_would(void **unused)
{
    static const double values[] = {0.0,
                                    -0.0,
                                    0.5,
                                    1.5,
                                    2.5,
                                    -2.5,
                                    0.125,
                                    0.375,
                                    -0.00004,
                                    0.00005,
                                    1e-300,
                                    5e-324,
                                    -5e-324,
                                    99.995,
                                    100.0,
                                    0.1,
                                    1.0 / 3,
                                    999999999999999.9,
                                    -999999999999999.875,
                                    0x1p-17,
                                    0x1p-47,
                                    0x3p-49,
                                    1e-9,
                                    5e-10};
    uint64_t state = 8;
    char out[KAM_DECIMAL_SIZE];
    (void)unused;
    for (int places = 0; places <= 9; places++) {
        for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
            assert_double(values[i], places);
        /* Every shift that can occur, halves included. */
        for (int exponent = -60; exponent < 50; exponent++) {
            double power =
                exponent < 0 ? 1.0 / (double)(1ULL << -exponent) : (double)(1ULL << exponent);
            for (int i = 0; i < 40 && power * 1.9999 < 1e15; i++) {
                double mantissa = 1.0 + (double)(random_bits(&state) >> 12) * 0x1p-52;
                assert_double(power * (i ? mantissa : 1.0), places);
                assert_double(-power * (i ? mantissa : 1.5), places);
            }
        }
    }
    assert_int_equal(kam_double_format(-0.00004, 4, out), 6);
    assert_string_equal(out, "0.0000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(doubles_are_the_nearest),
        cmocka_unit_test(doubles_are_written_as_printf_would),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
