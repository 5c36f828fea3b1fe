#include "tier/concentration.h"

#include "base/wide.h"

enum { MILLION = 1000000 };
_Static_assert(KAM_CONCENTRATION_PLACES == 6, "a millionth is the last place");

static struct kam_wide wide_add(struct kam_wide a, struct kam_wide b)
{
    kam_uint128 low = a.low + b.low;

    return (struct kam_wide){a.high + b.high + (low < a.low), low};
}

/* A is at least B. */
static struct kam_wide wide_subtract(struct kam_wide a, struct kam_wide b)
{
    return (struct kam_wide){a.high - b.high - (a.low < b.low), a.low - b.low};
}

/* A * FACTOR, which fits. */
static struct kam_wide wide_scale(struct kam_wide a, uint32_t factor)
{
    struct kam_wide product = kam_wide_multiply(a.low, factor);

    product.high += a.high * factor;
    return product;
}

/*
 * PART / WHOLE, which is at most 1, in millionths, rounded half to even. Both are far enough
 * below 2^256 to be taken 2,000,000 times: 32 bits of count and 127 of a sum. No division of 256
 * by 256 bits is needed where the quotient has only twenty bits to find.
 */
static uint32_t millionths(struct kam_wide part, struct kam_wide whole)
{
    struct kam_wide scaled = wide_scale(part, MILLION);
    uint32_t low = 0, high = MILLION;

    while (low < high) {
        uint32_t middle = (low + high + 1) / 2;
        if (kam_wide_compare(wide_scale(whole, middle), scaled) <= 0)
            low = middle;
        else
            high = middle - 1;
    }
    struct kam_wide rest = wide_subtract(scaled, wide_scale(whole, low));
    int half = kam_wide_compare(wide_scale(rest, 2), whole);
    return low + (half > 0 || (half == 0 && low % 2));
}

static kam_uint128 counted(struct kam_decimal value)
{
    return value.units > 0 ? (kam_uint128)value.units : 0;
}

static struct kam_decimal decimal_of_millionths(uint32_t count)
{
    return (struct kam_decimal){(kam_int128)count * (kam_decimal_of(1).units / MILLION)};
}

bool kam_gini(const struct kam_decimal *rising, size_t count, struct kam_decimal *gini)
{
    struct kam_wide above = {0, 0}, below = {0, 0}, sum = {0, 0};

    for (size_t i = 0; i < count; i++) {
        kam_uint128 value = counted(rising[i]);
        size_t twice = 2 * i + 1; /* 2 i - 1, for i from 1 */
        if (twice >= count)
            above = wide_add(above, kam_wide_multiply(value, twice - count));
        else
            below = wide_add(below, kam_wide_multiply(value, count - twice));
        sum = wide_add(sum, (struct kam_wide){0, value});
    }
    if (sum.high || !sum.low)
        return false;
    *gini = decimal_of_millionths(
        millionths(wide_subtract(above, below), kam_wide_multiply(sum.low, count)));
    return true;
}

/* *SUM: of all RISING[COUNT]; *HELD: of the ceil(COUNT / 5) largest. */
static void top_sums(const struct kam_decimal *rising, size_t count, struct kam_wide *sum,
                     struct kam_wide *held)
{
    size_t top = count / 5 + (count % 5 != 0);

    *sum = *held = (struct kam_wide){0, 0};
    for (size_t i = 0; i < count; i++) {
        struct kam_wide value = {0, counted(rising[i])};
        *sum = wide_add(*sum, value);
        if (i >= count - top)
            *held = wide_add(*held, value);
    }
}

bool kam_top_share(const struct kam_decimal *rising, size_t count, struct kam_decimal *share)
{
    struct kam_wide sum, held;

    top_sums(rising, count, &sum, &held);
    if (!sum.high && !sum.low)
        return false;
    *share = decimal_of_millionths(millionths(held, sum));
    return true;
}

bool kam_top_has_half(const struct kam_decimal *rising, size_t count)
{
    struct kam_wide sum, held;

    top_sums(rising, count, &sum, &held);
    return (sum.high || sum.low) && kam_wide_compare(wide_add(held, held), sum) >= 0;
}
