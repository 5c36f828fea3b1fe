#include "diff/trend.h"

#include "diff/trendminor.h"

/* Small enough to be multiplied by any number of months: nearly all are. */
static bool is_small(struct kam_decimal rise)
{
    enum { MONTH_BITS = 14 };
    const kam_uint128 limit = (kam_uint128)1 << (127 - MONTH_BITS);

    return kam_decimal_magnitude(rise) < limit;
}

/* <0, 0, >0: the slope of A is less than, the same as, or greater than that of B. */
static int compare(const struct kam_trend_step *a, const struct kam_trend_step *b)
{
    if (!is_small(a->rise) || !is_small(b->rise))
        return kam_decimal_compare_products(a->rise, kam_decimal_of(b->months), b->rise,
                                            kam_decimal_of(a->months));
    kam_int128 left = a->rise.units * b->months, right = b->rise.units * a->months;
    return (left > right) - (left < right);
}

static void swap(struct kam_trend_step *a, struct kam_trend_step *b)
{
    struct kam_trend_step kept = *a;

    *a = *b;
    *b = kept;
}

/*
 * Put step K of STEPS[COUNT] where it would stand if they were sorted, with none greater before it
 * and none smaller behind it (Hoare 1961, FIND).
 */
static void select(struct kam_trend_step *steps, size_t count, size_t k)
{
    size_t low = 0, high = count;

    while (high - low > 1) {
        struct kam_trend_step pivot = steps[low + (high - low) / 2];
        size_t i = low, j = high - 1;
        for (;;) {
            while (compare(&steps[i], &pivot) < 0)
                i++;
            while (compare(&pivot, &steps[j]) < 0)
                j--;
            if (i >= j)
                break;
            swap(&steps[i++], &steps[j--]);
        }
        /* Before i none is greater than the pivot, and from i on none is smaller. */
        if (i == low)
            i++;
        if (k < i)
            high = i;
        else
            low = i;
    }
}

static const struct kam_trend_step *largest(const struct kam_trend_step *steps, size_t count)
{
    const struct kam_trend_step *found = steps;

    for (size_t i = 1; i < count; i++)
        if (compare(&steps[i], found) > 0)
            found = &steps[i];
    return found;
}

static struct kam_fraction slope_of(const struct kam_trend_step *step)
{
    return (struct kam_fraction){step->rise, kam_decimal_of(step->months)};
}

static bool find_median(struct kam_trend_step *steps, size_t count, struct kam_fraction *median)
{
    const struct kam_fraction two = {kam_decimal_of(2), kam_decimal_of(1)};
    size_t middle = count / 2;

    select(steps, count, middle);
    struct kam_fraction upper = slope_of(&steps[middle]), sum;
    if (count % 2) {
        *median = upper;
        return true;
    }
    return kam_fraction_add(slope_of(largest(steps, middle)), upper, &sum) &&
           kam_fraction_divide(sum, two, median);
}

bool kam_trend_slope(const struct kam_point *points, size_t count, struct kam_trend_step *room,
                     struct kam_fraction *slope)
{
    size_t steps = 0;

    if (kam_trendminor_slope(points, count, slope))
        return true;
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            struct kam_trend_step *step = &room[steps++];
            *step = (struct kam_trend_step){points[j].figure, points[j].month - points[i].month};
            if (!kam_decimal_subtract(&step->rise, points[i].figure))
                return false;
        }
    return find_median(room, steps, slope);
}
