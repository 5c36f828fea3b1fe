#include "diff/mannkendall.h"

#include <math.h>

/* The pairs among N figures, and so the most inversions that they can have. */
static size_t pairs(size_t n)
{
    return kam_trend_steps(n);
}

static int64_t count_s(const struct kam_point *points, size_t count)
{
    int64_t s = 0;

    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            s += kam_decimal_compare(points[j].figure, points[i].figure);
    return s;
}

/* How many figures are equal to that of point I, itself included; 0 if it isn't the first. */
static size_t count_equal(const struct kam_point *points, size_t count, size_t i)
{
    size_t equal = 1;

    for (size_t j = 0; j < count; j++) {
        if (j == i || kam_decimal_compare(points[j].figure, points[i].figure) != 0)
            continue;
        if (j < i)
            return 0;
        equal++;
    }
    return equal;
}

/* ---- orders, counted --------------------------------------------------------------------------
 */

/* The first terms of a polynomial; what is above them never comes down to them. */
struct terms {
    uint64_t of[(KAM_MANNKENDALL_EXACT * (KAM_MANNKENDALL_EXACT - 1) / 2) + 1];
    size_t count;
};

/* By 1 - q^A. Modulo 2^64, as what comes out at last fits. */
static void multiply(struct terms *terms, size_t a)
{
    for (size_t i = terms->count; i-- > a;)
        terms->of[i] -= terms->of[i - a];
}

static void divide(struct terms *terms, size_t a)
{
    for (size_t i = a; i < terms->count; i++)
        terms->of[i] += terms->of[i - a];
}

static uint64_t factorial(size_t n)
{
    uint64_t product = 1;

    for (size_t i = 2; i <= n; i++)
        product *= i;
    return product;
}

/* S is how many pairs can be inverted at all less twice how many are. */
static void count_orders(struct kam_mannkendall *test, const struct kam_point *points, size_t count)
{
    struct terms terms = {{1}, 0};
    size_t differing = pairs(count), distance = (size_t)(test->s < 0 ? -test->s : test->s);

    test->orders = factorial(count);
    for (size_t i = 0; i < count; i++) {
        size_t equal = count_equal(points, count, i);
        differing -= pairs(equal);
        test->orders /= factorial(equal);
    }
    terms.count = (differing - distance) / 2 + 1;
    for (size_t a = 2; a <= count; a++)
        multiply(&terms, a);
    for (size_t i = 0; i < count; i++) {
        size_t equal = count_equal(points, count, i);
        for (size_t a = 1; a <= equal; a++)
            divide(&terms, a);
    }
    multiply(&terms, 1);
    for (size_t i = 0; i < terms.count; i++)
        test->beyond += terms.of[i];
}

/* ---- the normal distribution ------------------------------------------------------------------
 */

static double weight(size_t n)
{
    return (double)n * ((double)n - 1) * (2 * (double)n + 5);
}

static void approximate(struct kam_mannkendall *test, const struct kam_point *points, size_t count)
{
    double sum = weight(count), s = (double)test->s;

    for (size_t i = 0; i < count; i++)
        sum -= weight(count_equal(points, count, i));
    test->variance = sum / 18;
    if (test->s != 0)
        test->z = (s > 0 ? s - 1 : s + 1) / sqrt(test->variance);
}

struct kam_mannkendall kam_mannkendall_of(const struct kam_point *points, size_t count)
{
    struct kam_mannkendall test = {.s = count_s(points, count)};

    if (count <= KAM_MANNKENDALL_EXACT)
        count_orders(&test, points, count);
    approximate(&test, points, count);
    return test;
}

bool kam_mannkendall_is_trend(const struct kam_mannkendall *test)
{
    const double limit = 1.2815515655446004; /* 90 % of the normal distribution are below */
    const uint64_t tenth = 10;

    if (test->s == 0)
        return false;
    if (test->orders)
        return test->beyond < test->orders / tenth + (test->orders % tenth != 0);
    return fabs(test->z) > limit;
}
