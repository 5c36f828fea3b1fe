#include "base/wide.h"

#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { PIECES = 8 }; /* of 32 bits, the lowest first */

struct pieces {
    uint32_t at[PIECES];
};

static struct pieces pieces_of(struct kam_wide a)
{
    struct pieces p;
    for (int i = 0; i < 4; i++) {
        p.at[i] = (uint32_t)(a.low >> (32 * i));
        p.at[i + 4] = (uint32_t)(a.high >> (32 * i));
    }
    return p;
}

/* A * B + C by schoolbook multiplication, independent of the code under test. */
static struct pieces multiply_add(kam_uint128 a, kam_uint128 b, kam_uint128 c)
{
    struct pieces x = pieces_of((struct kam_wide){0, a}), y = pieces_of((struct kam_wide){0, b});
    struct pieces sum = pieces_of((struct kam_wide){0, c});

    for (int i = 0; i < 4; i++) {
        uint64_t carry = 0;
        for (int j = 0; i + j < PIECES; j++) {
            carry += sum.at[i + j] + (uint64_t)x.at[i] * y.at[j];
            sum.at[i + j] = (uint32_t)carry;
            carry >>= 32;
        }
    }
    return sum;
}

static void assert_same(struct pieces a, struct pieces b)
{
    assert_memory_equal(a.at, b.at, sizeof a.at);
}

/* Halves that make carries and wrong estimates likely. */
static uint64_t awkward_half(uint64_t *state)
{
    static const uint64_t edges[] = {0,
                                     1,
                                     2,
                                     UINT64_MAX,
                                     UINT64_MAX - 1,
                                     UINT64_C(1) << 63,
                                     (UINT64_C(1) << 63) - 1,
                                     (UINT64_C(1) << 63) + 1,
                                     UINT32_MAX,
                                     UINT64_C(1) << 32};
    unsigned kind = random_below(state, 16);
    if (kind < sizeof edges / sizeof edges[0])
        return edges[kind];
    return random_bits(state) >> random_below(state, 64);
}

static kam_uint128 awkward(uint64_t *state)
{
    kam_uint128 high = awkward_half(state);
    return high << 64 | awkward_half(state);
}

static void product_is_the_schoolbook_one(void **unused)
{
    uint64_t state = 1;
    (void)unused;
    for (int i = 0; i < 100000; i++) {
        kam_uint128 a = awkward(&state), b = awkward(&state);
        assert_same(pieces_of(kam_wide_multiply(a, b)), multiply_add(a, b, 0));
    }
}

static void quotient_times_divisor_plus_remainder_is_dividend(void **unused)
{
    uint64_t state = 2;
    int divided = 0;
    (void)unused;
    for (int i = 0; i < 200000; i++) {
        struct kam_wide dividend = {awkward(&state), awkward(&state)};
        kam_uint128 divisor = awkward(&state), quotient = 7, remainder = 9;
        if (divisor && i % 2)
            dividend.high %= divisor;
        if (!kam_wide_divide(dividend, divisor, &quotient, &remainder)) {
            assert_true(dividend.high >= divisor);
            assert_true(quotient == 7 && remainder == 9);
            continue;
        }
        assert_true(dividend.high < divisor);
        assert_true(remainder < divisor);
        assert_same(pieces_of(dividend), multiply_add(quotient, divisor, remainder));
        divided++;
    }
    assert_true(divided > 100000);
}

/* The first estimate of a digit is two too large here, and 2^64 + 1 in the second case. */
static void estimates_are_corrected(void **unused)
{
    kam_uint128 divisor = ((kam_uint128)1 << 127) | UINT64_MAX, quotient, remainder;
    struct kam_wide dividends[] = {
        {((kam_uint128)1 << 127) - 1, 0},
        {divisor - 1, ~(kam_uint128)0},
        {divisor - 1, 0},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof dividends / sizeof dividends[0]; i++) {
        assert_true(kam_wide_divide(dividends[i], divisor, &quotient, &remainder));
        assert_true(remainder < divisor);
        assert_same(pieces_of(dividends[i]), multiply_add(quotient, divisor, remainder));
    }
}

static void division_by_zero_is_refused(void **unused)
{
    kam_uint128 quotient, remainder;
    (void)unused;
    assert_false(kam_wide_divide((struct kam_wide){0, 0}, 0, &quotient, &remainder));
    assert_false(kam_wide_divide((struct kam_wide){0, 1}, 0, &quotient, &remainder));
}

static void comparison_looks_at_the_high_part_first(void **unused)
{
    struct kam_wide ascending[] = {{0, 0}, {0, 1}, {0, ~(kam_uint128)0}, {1, 0},
                                   {1, 5}, {2, 4}, {~(kam_uint128)0, 0}};
    int n = sizeof ascending / sizeof ascending[0];
    (void)unused;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            assert_int_equal(kam_wide_compare(ascending[i], ascending[j]), (i > j) - (i < j));
}

static void leading_zeros_of_both_halves(void **unused)
{
    (void)unused;
    for (int i = 0; i < 128; i++) {
        kam_uint128 bit = (kam_uint128)1 << i;
        assert_int_equal(kam_wide_leading_zeros(bit), 127 - i);
        assert_int_equal(kam_wide_leading_zeros(bit | 1), 127 - i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(product_is_the_schoolbook_one),
        cmocka_unit_test(quotient_times_divisor_plus_remainder_is_dividend),
        cmocka_unit_test(estimates_are_corrected),
        cmocka_unit_test(division_by_zero_is_refused),
        cmocka_unit_test(comparison_looks_at_the_high_part_first),
        cmocka_unit_test(leading_zeros_of_both_halves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
