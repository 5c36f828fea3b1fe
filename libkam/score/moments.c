#include "score/moments.h"

#include "base/wide.h"

#include <math.h>

enum { WORD = 64 };

static const double units_per_one = 1e18;

/* Room for the square of a sum, and for the product of a count and a sum of squares. */
enum { LONGEST = 2 * KAM_MOMENTS_SUM };

/* A += B, as far as A goes, where the sign of B is that of its highest word, or none. */
enum sign { WITHOUT_SIGN, WITH_SIGN };

static void add_words(uint64_t *a, size_t a_count, const uint64_t *b, size_t b_count,
                      enum sign sign)
{
    uint64_t beyond = sign == WITH_SIGN && b[b_count - 1] >> (WORD - 1) ? ~UINT64_C(0) : 0;
    kam_uint128 carry = 0;

    for (size_t i = 0; i < a_count; i++) {
        carry += (kam_uint128)a[i] + (i < b_count ? b[i] : beyond);
        a[i] = (uint64_t)carry;
        carry >>= WORD;
    }
}

/* A = -A */
static void negate_words(uint64_t *a, size_t count)
{
    kam_uint128 carry = 1;

    for (size_t i = 0; i < count; i++) {
        carry += ~a[i];
        a[i] = (uint64_t)carry;
        carry >>= WORD;
    }
}

/* OUT[LONGEST] = A * B; neither has a sign, and it fits. */
static void multiply_words(uint64_t *out, const uint64_t *a, size_t a_count, const uint64_t *b,
                           size_t b_count)
{
    for (size_t i = 0; i < LONGEST; i++)
        out[i] = 0;
    for (size_t i = 0; i < a_count; i++) {
        kam_uint128 carry = 0;
        for (size_t j = 0; i + j < LONGEST; j++) {
            carry += out[i + j];
            carry += j < b_count ? (kam_uint128)a[i] * b[j] : 0;
            out[i + j] = (uint64_t)carry;
            carry >>= WORD;
        }
    }
}

/* The double that is nearest to A, which has no sign. */
static double words_to_double(const uint64_t *a, size_t count)
{
    kam_uint128 top;
    bool rest = false;

    while (count > 2 && a[count - 1] == 0)
        count--;
    if (count <= 2)
        return (double)((kam_uint128)(count == 2 ? a[1] : 0) << WORD | a[0]);
    top = (kam_uint128)a[count - 1] << WORD | a[count - 2];
    for (size_t i = 0; i < count - 2; i++)
        rest |= a[i] != 0;
    /* 65 bits or more: the last one may stand for all that is cut off. */
    return ldexp((double)(top | rest), (int)(count - 2) * WORD);
}

/* The words of UNITS, and whether it was negative; WORDS are those of its size. */
static bool split(kam_int128 units, uint64_t words[2])
{
    kam_uint128 size = kam_decimal_magnitude((struct kam_decimal){units});

    words[0] = (uint64_t)size;
    words[1] = (uint64_t)(size >> WORD);
    return units < 0;
}

/* A becomes its size; true if it was negative. */
static bool take_sign(uint64_t *a, size_t count)
{
    bool is_negative = a[count - 1] >> (WORD - 1);

    if (is_negative)
        negate_words(a, count);
    return is_negative;
}

/* The size of the sum in SUM; true if it is negative. */
static bool sum_size(const struct kam_moments *moments, uint64_t sum[KAM_MOMENTS_SUM])
{
    memcpy(sum, moments->sum, sizeof moments->sum);
    return take_sign(sum, KAM_MOMENTS_SUM);
}

void kam_moments_add(struct kam_moments *moments, struct kam_decimal value)
{
    kam_uint128 size = kam_decimal_magnitude(value), units = (kam_uint128)value.units;
    struct kam_wide square = kam_wide_multiply(size, size);
    const uint64_t sum[] = {(uint64_t)units, (uint64_t)(units >> WORD)};
    const uint64_t squares[] = {(uint64_t)square.low, (uint64_t)(square.low >> WORD),
                                (uint64_t)square.high, (uint64_t)(square.high >> WORD)};

    moments->count++;
    add_words(moments->sum, KAM_MOMENTS_SUM, sum, sizeof sum / sizeof *sum, WITH_SIGN);
    add_words(moments->squares, KAM_MOMENTS_SQUARES, squares, sizeof squares / sizeof *squares,
              WITHOUT_SIGN);
}

/* count^2 times the variance is count * squares - sum^2: a whole number, and never negative. */
void kam_moments_finish(struct kam_moments *moments)
{
    uint64_t sum[KAM_MOMENTS_SUM], square[LONGEST], variance[LONGEST];

    sum_size(moments, sum);
    multiply_words(square, sum, KAM_MOMENTS_SUM, sum, KAM_MOMENTS_SUM);
    multiply_words(variance, moments->squares, KAM_MOMENTS_SQUARES, &moments->count, 1);
    negate_words(square, LONGEST);
    add_words(variance, LONGEST, square, LONGEST, WITHOUT_SIGN);
    moments->root = sqrt(words_to_double(variance, LONGEST));
    moments->is_short = sum[2] == 0 && sum[1] >> (WORD - 2) == 0;
    if (moments->is_short)
        moments->short_sum = (kam_int128)((kam_uint128)moments->sum[1] << WORD | moments->sum[0]);
}

double kam_moments_sum(const struct kam_moments *moments)
{
    uint64_t sum[KAM_MOMENTS_SUM];
    struct kam_decimal total;

    if (kam_moments_total(moments, &total))
        return kam_decimal_to_double(total);
    bool is_negative = sum_size(moments, sum);
    double value = words_to_double(sum, KAM_MOMENTS_SUM);
    return (is_negative ? -value : value) / units_per_one;
}

/* True for numbers that a count may be multiplied by in 128 bits, as nearly all are. */
static bool is_short(kam_int128 units)
{
    const kam_int128 limit = (kam_int128)1 << (126 - 32);

    return units > -limit && units < limit;
}

/* (value - mean) / deviation = (count * value - sum) / root, whose dividend is a whole number. */
static __attribute__((noinline)) double find_z(const struct kam_moments *moments,
                                               struct kam_decimal value)
{
    uint64_t size[2], distance[LONGEST], sum[KAM_MOMENTS_SUM];
    bool is_negative = split(value.units, size);
    multiply_words(distance, size, 2, &moments->count, 1);
    if (is_negative)
        negate_words(distance, LONGEST);
    memcpy(sum, moments->sum, sizeof sum);
    negate_words(sum, KAM_MOMENTS_SUM);
    add_words(distance, LONGEST, sum, KAM_MOMENTS_SUM, WITH_SIGN);
    is_negative = take_sign(distance, LONGEST);
    double z = words_to_double(distance, LONGEST) / moments->root;
    return is_negative ? -z : z;
}

double kam_moments_z(const struct kam_moments *moments, struct kam_decimal value)
{
    if (moments->root == 0)
        return 0;
    return moments->is_short && is_short(value.units)
               ? (double)(value.units * (kam_int128)moments->count - moments->short_sum) /
                     moments->root
               : find_z(moments, value);
}

bool kam_moments_total(const struct kam_moments *moments, struct kam_decimal *total)
{
    uint64_t sum[KAM_MOMENTS_SUM];
    bool is_negative = sum_size(moments, sum);

    if (sum[2] || sum[1] >> (WORD - 1))
        return false;
    kam_int128 units = (kam_int128)((kam_uint128)sum[1] << WORD | sum[0]);
    total->units = is_negative ? -units : units;
    return true;
}

struct kam_decimal kam_moments_mean(const struct kam_moments *moments)
{
    uint64_t sum[KAM_MOMENTS_SUM];
    bool is_negative = sum_size(moments, sum);
    kam_uint128 quotient, rest;
    struct kam_wide wide = {sum[2], (kam_uint128)sum[1] << WORD | sum[0]};

    /* The mean lies between two of the numbers, and so it fits. */
    if (!kam_wide_divide(wide, moments->count, &quotient, &rest))
        return KAM_DECIMAL_ZERO;
    kam_int128 units = (kam_int128)quotient;
    return (struct kam_decimal){is_negative ? -units : units};
}

struct kam_decimal kam_moments_deviation(const struct kam_moments *moments)
{
    const kam_int128 largest = (kam_int128)(~(kam_uint128)0 >> 1);
    double units = moments->count ? moments->root / (double)moments->count : 0;

    /* It is at most half of what lies between two decimals, but for rounding. */
    return (struct kam_decimal){units < (double)largest ? (kam_int128)units : largest};
}
