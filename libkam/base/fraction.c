#include "base/fraction.h"

static const kam_int128 one = (kam_int128)1000000000000000000; /* units */

struct kam_fraction kam_fraction_of(struct kam_decimal value)
{
    return (struct kam_fraction){value, {one}};
}

struct kam_fraction kam_fraction_negate(struct kam_fraction a)
{
    return (struct kam_fraction){kam_decimal_negate(a.numerator), a.denominator};
}

/* ---- whole units, in lowest terms ---------------------------------------------------------- */

static int trailing_zeros(kam_uint128 a)
{
    uint64_t low = (uint64_t)a;

    return low ? __builtin_ctzll(low) : 64 + __builtin_ctzll((uint64_t)(a >> 64));
}

/* The greatest common divisor (Stein 1967) of A, which may be 0, and B, which is not. */
static kam_int128 common_divisor(kam_int128 a, kam_int128 b)
{
    kam_uint128 x = a < 0 ? -(kam_uint128)a : (kam_uint128)a, y = (kam_uint128)b;

    if (!x)
        return b;
    int twos = trailing_zeros(x | y);
    x >>= trailing_zeros(x);
    while (y) {
        y >>= trailing_zeros(y);
        if (x > y) {
            kam_uint128 larger = x;
            x = y;
            y = larger;
        }
        y -= x;
    }
    return (kam_int128)(x << twos);
}

/* A and B, which is not 0, without what divides both. */
static void divide_both(struct kam_decimal *a, struct kam_decimal *b)
{
    kam_int128 divisor = common_divisor(a->units, b->units);

    a->units /= divisor; /* NOLINT(clang-analyzer-core.DivideZero): it divides b */
    b->units /= divisor;
}

/* A * B in units, that is, without regard to what a unit is. */
static bool multiply_units(struct kam_decimal a, struct kam_decimal b, struct kam_decimal *product)
{
    const kam_int128 largest = (kam_int128)(~(kam_uint128)0 >> 1);
    kam_int128 units;

    if (__builtin_mul_overflow(a.units, b.units, &units) || units < -largest)
        return false;
    product->units = units;
    return true;
}

/* Not inlined, like the next: nearly all parts fit decimals as they are. */
static __attribute__((noinline)) bool multiply_reduced(struct kam_fraction a, struct kam_fraction b,
                                                       struct kam_fraction *result)
{
    struct kam_fraction product;

    divide_both(&a.numerator, &a.denominator);
    divide_both(&b.numerator, &b.denominator);
    divide_both(&a.numerator, &b.denominator);
    divide_both(&b.numerator, &a.denominator);
    if (!multiply_units(a.numerator, b.numerator, &product.numerator) ||
        !multiply_units(a.denominator, b.denominator, &product.denominator))
        return false;
    *result = product;
    return true;
}

static __attribute__((noinline)) bool add_reduced(struct kam_fraction a, struct kam_fraction b,
                                                  struct kam_fraction *result)
{
    struct kam_fraction sum;
    struct kam_decimal addend, of_a, of_b;

    divide_both(&a.numerator, &a.denominator);
    divide_both(&b.numerator, &b.denominator);
    of_a = b.denominator;
    of_b = a.denominator;
    divide_both(&of_a, &of_b);
    if (!multiply_units(a.numerator, of_a, &sum.numerator) ||
        !multiply_units(b.numerator, of_b, &addend) || !kam_decimal_add(&sum.numerator, addend) ||
        !multiply_units(a.denominator, of_a, &sum.denominator))
        return false;
    divide_both(&sum.numerator, &sum.denominator);
    *result = sum;
    return true;
}

/* ---- decimals ------------------------------------------------------------------------------ */

static bool multiply_exactly(struct kam_decimal a, struct kam_decimal b,
                             struct kam_decimal *product)
{
    if (b.units == one) {
        *product = a;
        return true;
    }
    return kam_decimal_multiply(a, b, -1, product) == KAM_NUMBER_OK;
}

bool kam_fraction_multiply(struct kam_fraction a, struct kam_fraction b,
                           struct kam_fraction *result)
{
    struct kam_fraction product;

    if (!multiply_exactly(a.numerator, b.numerator, &product.numerator) ||
        !multiply_exactly(a.denominator, b.denominator, &product.denominator))
        return multiply_reduced(a, b, result);
    *result = product;
    return true;
}

bool kam_fraction_divide(struct kam_fraction a, struct kam_fraction b, struct kam_fraction *result)
{
    struct kam_fraction reciprocal = {b.denominator, b.numerator};

    if (kam_decimal_sign(b.numerator) < 0) {
        reciprocal.numerator = kam_decimal_negate(reciprocal.numerator);
        reciprocal.denominator = kam_decimal_negate(reciprocal.denominator);
    }
    /* Of two plain numbers the one is simply divided by the other. */
    if (a.denominator.units == reciprocal.numerator.units) {
        *result = (struct kam_fraction){a.numerator, reciprocal.denominator};
        return true;
    }
    return kam_fraction_multiply(a, reciprocal, result);
}

bool kam_fraction_add(struct kam_fraction a, struct kam_fraction b, struct kam_fraction *result)
{
    struct kam_fraction sum = a;
    struct kam_decimal addend = b.numerator;

    if (a.denominator.units != b.denominator.units &&
        (!multiply_exactly(a.numerator, b.denominator, &sum.numerator) ||
         !multiply_exactly(b.numerator, a.denominator, &addend) ||
         !multiply_exactly(a.denominator, b.denominator, &sum.denominator)))
        return add_reduced(a, b, result);
    if (!kam_decimal_add(&sum.numerator, addend))
        return add_reduced(a, b, result);
    *result = sum;
    return true;
}

enum kam_number kam_fraction_round(struct kam_fraction a, int places, struct kam_decimal *value)
{
    struct kam_decimal quotient;

    if (a.denominator.units == one && places < 0) {
        *value = a.numerator;
        return KAM_NUMBER_OK;
    }
    enum kam_number outcome = kam_decimal_divide(
        a.numerator, a.denominator, places < 0 ? KAM_DECIMAL_PLACES : places, &quotient);
    if (outcome != KAM_NUMBER_OK)
        return outcome;
    if (places < 0 && kam_decimal_compare_products(quotient, a.denominator, a.numerator,
                                                   (struct kam_decimal){one}) != 0)
        return KAM_NUMBER_PLACES;
    *value = quotient;
    return KAM_NUMBER_OK;
}
