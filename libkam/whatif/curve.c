#include "whatif/curve.h"

#include <math.h>

struct kam_curve kam_curve_of(const int32_t *points, const double *weights, size_t count,
                              size_t dimension)
{
    struct kam_curve curve = {0};

    for (size_t d = 0; d < count; d++) {
        if (points[d] == KAM_POINTS_NONE)
            continue;
        if (d == dimension) {
            curve.b = kam_points_value(points[d]);
            curve.e = 1;
        } else {
            curve.a += weights[d] * kam_points_value(points[d]);
            curve.c += weights[d];
        }
    }
    /* Where nothing is left to count the score is 0. */
    if (curve.c == 0 && curve.e == 0)
        curve.c = 1;
    return curve;
}

struct kam_curve kam_curve_constant(double score)
{
    return (struct kam_curve){.a = score, .c = 1};
}

bool kam_curve_same(const struct kam_curve *one, const struct kam_curve *other)
{
    return one->a == other->a && one->b == other->b && one->c == other->c && one->e == other->e;
}

static double score_at(const struct kam_curve *curve, double weight)
{
    double sum = curve->c + curve->e * weight;

    return sum > 0 ? (curve->a + curve->b * weight) / sum : 0;
}

int kam_curve_compare(const struct kam_curve *one, const struct kam_curve *other, double weight)
{
    double difference = score_at(one, weight) - score_at(other, weight);

    return (difference > KAM_CURVE_MARGIN) - (difference < -KAM_CURVE_MARGIN);
}

/* The roots above 0 of A x^2 + B x + C, in ROOTS. */
static size_t find_roots(double a, double b, double c, double *roots)
{
    size_t count = 0;
    double square = b * b - 4 * a * c;

    if (a == 0) {
        if (b != 0 && -c / b > 0)
            roots[count++] = -c / b;
        return count;
    }
    if (square < 0)
        return 0;
    /* The sum of two terms of one sign, so that nothing cancels. */
    double sum = -0.5 * (b + copysign(sqrt(square), b));
    if (sum / a > 0)
        roots[count++] = sum / a;
    if (sum != 0 && c / sum > 0)
        roots[count++] = c / sum;
    return count;
}

/* Where ONE - OTHER is DISTANCE: both denominators are multiplied away. */
static size_t find_distance(const struct kam_curve *one, const struct kam_curve *other,
                            double distance, double *roots)
{
    double a = one->b * other->e - other->b * one->e - distance * one->e * other->e;
    double b = one->a * other->e + one->b * other->c - other->a * one->e - other->b * one->c -
               distance * (one->c * other->e + one->e * other->c);
    double c = one->a * other->c - other->a * one->c - distance * one->c * other->c;

    return find_roots(a, b, c, roots);
}

size_t kam_curve_changes(const struct kam_curve *one, const struct kam_curve *other,
                         double weights[KAM_CURVE_CHANGES])
{
    size_t count = find_distance(one, other, KAM_CURVE_MARGIN, weights);

    return count + find_distance(one, other, -KAM_CURVE_MARGIN, weights + count);
}
