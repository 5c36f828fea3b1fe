#include "diff/trendminor.h"

#include "base/minor.h"

enum {
    MOST_MONTHS = 12, /* between the first point and the last */
    MOST_POINTS = MOST_MONTHS + 1,
    MOST_STEPS = MOST_POINTS * (MOST_POINTS - 1) / 2,
    MULTIPLE = 27720, /* the least common one of 1 to 12 */
};

/* Twice the difference of two figures of at most this size, by MULTIPLE, fits 64 bits. */
#define LARGEST (INT64_MAX / 4 / MULTIPLE)

/* The slopes between all points, in minor units by MULTIPLE months; how many there are in *STEPS.
 */
static bool find_slopes(const struct kam_point *points, size_t count, int64_t *slopes,
                        size_t *steps)
{
    int64_t figures[MOST_POINTS];

    *steps = 0;
    for (size_t i = 0; i < count; i++) {
        if (!kam_minor_of(points[i].figure, &figures[i]) || figures[i] > LARGEST ||
            figures[i] < -LARGEST)
            return false;
        for (size_t j = 0; j < i; j++)
            slopes[(*steps)++] =
                (figures[i] - figures[j]) * (MULTIPLE / (points[i].month - points[j].month));
    }
    return true;
}

/* As in trend.c: number K where it would stand if they were sorted. */
static void select(int64_t *slopes, size_t count, size_t k)
{
    size_t low = 0, high = count;

    while (high - low > 1) {
        int64_t pivot = slopes[low + (high - low) / 2];
        size_t i = low, j = high - 1;
        for (;;) {
            while (slopes[i] < pivot)
                i++;
            while (pivot < slopes[j])
                j--;
            if (i >= j)
                break;
            int64_t kept = slopes[i];
            slopes[i++] = slopes[j];
            slopes[j--] = kept;
        }
        if (i == low)
            i++;
        if (k < i)
            high = i;
        else
            low = i;
    }
}

bool kam_trendminor_slope(const struct kam_point *points, size_t count, struct kam_fraction *slope)
{
    int64_t slopes[MOST_STEPS];
    size_t steps;

    if (count > MOST_POINTS || points[count - 1].month - points[0].month > MOST_MONTHS ||
        !find_slopes(points, count, slopes, &steps) || steps == 0)
        return false;
    size_t middle = steps / 2;
    select(slopes, steps, middle);
    int64_t upper = slopes[middle], lower = slopes[0];
    for (size_t i = 1; i < middle; i++)
        lower = lower > slopes[i] ? lower : slopes[i];
    if (steps % 2)
        lower = upper;
    *slope = (struct kam_fraction){kam_decimal_of_minor(lower + upper),
                                   kam_decimal_of(INT64_C(2) * MULTIPLE)};
    return true;
}
