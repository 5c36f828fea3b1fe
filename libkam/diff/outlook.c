#include "diff/outlook.h"

/* Insert FIGURE into SORTED[COUNT], which ascends. */
static void insert(struct kam_decimal *sorted, size_t count, struct kam_decimal figure)
{
    size_t i = count;

    for (; i > 0 && kam_decimal_compare(sorted[i - 1], figure) > 0; i--)
        sorted[i] = sorted[i - 1];
    sorted[i] = figure;
}

static struct kam_decimal half(struct kam_decimal a)
{
    return (struct kam_decimal){a.units / 2};
}

/*
 * The median of the sizes of the figures; a difference below the last of 18 places doesn't matter
 * beside 1 % of it.
 */
static struct kam_decimal usual_size(const struct kam_point *points, size_t count,
                                     struct kam_decimal *room)
{
    for (size_t i = 0; i < count; i++) {
        struct kam_decimal figure = points[i].figure;
        insert(room, i, kam_decimal_sign(figure) < 0 ? kam_decimal_negate(figure) : figure);
    }
    struct kam_decimal upper = room[count / 2], lower = room[(count - 1) / 2];
    return (struct kam_decimal){half(lower).units + half(upper).units +
                                (lower.units % 2 + upper.units % 2) / 2};
}

/* Whether SLOPE is more than 1 % of USUAL, up or down. */
static bool is_steep(struct kam_fraction slope, struct kam_decimal usual)
{
    struct kam_decimal rise = slope.numerator;

    if (kam_decimal_sign(rise) < 0)
        rise = kam_decimal_negate(rise);
    return kam_decimal_compare_products(rise, kam_decimal_of(100), usual, slope.denominator) > 0;
}

enum kam_outlook kam_outlook_of(const struct kam_point *points, size_t count,
                                struct kam_fraction slope, struct kam_decimal *room)
{
    if (count < KAM_OUTLOOK_LEAST)
        return KAM_OUTLOOK_NONE;
    if (!is_steep(slope, usual_size(points, count, room)))
        return KAM_OUTLOOK_STEADY;
    struct kam_mannkendall test = kam_mannkendall_of(points, count);
    if (!kam_mannkendall_is_trend(&test) || (test.s > 0) != (kam_fraction_sign(slope) > 0))
        return KAM_OUTLOOK_STEADY;
    return test.s > 0 ? KAM_OUTLOOK_RISING : KAM_OUTLOOK_FALLING;
}
