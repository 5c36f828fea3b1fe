#include "tier/abc.h"

#include "base/wide.h"

/*
 * The longest product below is that of closes_in: less than 2^319 * (2^32)^2 * 2^252, as REST and
 * the figure add up to less than 2^127.
 */
enum { LIMBS = 10 };

/* An unsigned number, the lowest limb first. */
struct big {
    uint64_t limbs[LIMBS];
};

static struct big big_of(kam_uint128 a)
{
    return (struct big){{(uint64_t)a, (uint64_t)(a >> 64)}};
}

static struct big plus(struct big a, struct big b)
{
    kam_uint128 carry = 0;

    for (int i = 0; i < LIMBS; i++) {
        carry += (kam_uint128)a.limbs[i] + b.limbs[i];
        a.limbs[i] = (uint64_t)carry;
        carry >>= 64;
    }
    return a;
}

static struct big times(struct big a, kam_uint128 factor)
{
    const uint64_t halves[] = {(uint64_t)factor, (uint64_t)(factor >> 64)};
    struct big product = {{0}};

    for (int half = 0; half < 2; half++) {
        kam_uint128 carry = 0;
        for (int i = half; i < LIMBS; i++) {
            carry += (kam_uint128)a.limbs[i - half] * halves[half] + product.limbs[i];
            product.limbs[i] = (uint64_t)carry;
            carry >>= 64;
        }
    }
    return product;
}

static bool is_at_most(struct big a, struct big b)
{
    for (int i = LIMBS - 1; i >= 0; i--)
        if (a.limbs[i] != b.limbs[i])
            return a.limbs[i] < b.limbs[i];
    return true;
}

struct curve {
    const struct kam_decimal *figures;
    size_t count;
    kam_uint128 sum; /* less than 2^127 */
};

/* A corner of the curve: so many customers, and what all others have. */
struct corner {
    size_t customers;
    kam_uint128 rest;
};

/* The point (over / under / n, 1). */
struct target {
    struct big over, under;
};

static struct target target_at(size_t over, unsigned under)
{
    return (struct target){big_of(over), big_of(under)};
}

static kam_uint128 figure_at(const struct curve *curve, size_t i)
{
    kam_int128 units = curve->figures[i].units;

    return units > 0 ? (kam_uint128)units : 0;
}

/*
 * Whether the curve still comes closer to TARGET, or at least not less close, on the last bit of
 * its way to CORNER, the i-th: whether the derivative of the squared distance is not above 0,
 *
 *     (i - over / under) / n * 1 / n  <=  rest / S * x_i / S
 */
static bool closes_in(const struct curve *curve, struct corner corner, const struct target *target)
{
    kam_uint128 last = figure_at(curve, corner.customers - 1);
    struct big here = times(times(target->under, corner.customers), curve->sum);
    struct big there = times(times(target->over, curve->sum), curve->sum);
    struct big gained = times(times(target->under, corner.rest), last);

    gained = times(times(gained, curve->count), curve->count);
    return is_at_most(times(here, curve->sum), plus(there, gained));
}

/*
 * The last corner that isn't behind the point nearest to TARGET. As the curve is concave, the
 * corners up to it are those that the way there closes in on.
 */
static struct corner nearest(const struct curve *curve, const struct target *target)
{
    struct corner before = {0, curve->sum};
    size_t most = curve->count;

    while (before.customers < most) {
        struct corner middle = before;
        size_t end = most - (most - before.customers) / 2;
        while (middle.customers < end)
            middle.rest -= figure_at(curve, middle.customers++);
        if (closes_in(curve, middle, target))
            before = middle;
        else
            most = end - 1;
    }
    return before;
}

/*
 * Below the Pareto point, BEFORE being the corner that isn't behind it: that corner, or the foot of
 * the perpendicular from (0, 1) to what follows.
 */
static struct target below_pareto(const struct curve *curve, struct corner before)
{
    kam_uint128 next = figure_at(curve, before.customers), count = curve->count;
    struct big sum_squared = times(big_of(curve->sum), curve->sum);
    struct big gained = times(times(big_of(before.rest), next), count * count);

    if (is_at_most(gained, times(sum_squared, before.customers)))
        return target_at(before.customers, 1);
    kam_uint128 height = before.customers * next + before.rest; /* at most the sum */
    struct big slope = times(big_of(next), count * count);
    return (struct target){times(slope, height), plus(sum_squared, times(slope, next))};
}

enum side { AT_LEAST_MEAN, ABOVE_MEAN };

static size_t customers_on(const struct curve *curve, enum side side)
{
    size_t low = 0, high = curve->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct kam_wide all_like_it = kam_wide_multiply(figure_at(curve, middle), curve->count);
        int order = kam_wide_compare(all_like_it, (struct kam_wide){0, curve->sum});
        if (side == ABOVE_MEAN ? order > 0 : order >= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool sum_up(struct curve *curve)
{
    struct kam_decimal sum = KAM_DECIMAL_ZERO;

    for (size_t i = 0; i < curve->count; i++)
        if (curve->figures[i].units > 0 && !kam_decimal_add(&sum, curve->figures[i]))
            return false;
    curve->sum = (kam_uint128)sum.units;
    return true;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

bool kam_abc(const struct kam_decimal *falling, size_t count, size_t *a, size_t *ab)
{
    struct curve curve = {falling, count, 0};

    if (!sum_up(&curve))
        return false;
    *a = *ab = 0;
    if (!curve.sum)
        return true;

    const struct target ideal = target_at(0, 1);
    struct corner pareto = nearest(&curve, &ideal);
    size_t twice_even = customers_on(&curve, ABOVE_MEAN) + customers_on(&curve, AT_LEAST_MEAN);
    *a = larger(1, smaller(pareto.customers, twice_even / 2));

    /* What is nearest to the later one comes later: no need to know which one that is. */
    const struct target below_pareto_point = below_pareto(&curve, pareto);
    const struct target below_break_even = target_at(twice_even, 2);
    *ab = larger(nearest(&curve, &below_pareto_point).customers,
                 nearest(&curve, &below_break_even).customers);
    *ab = larger(*a, *ab);
    return true;
}
