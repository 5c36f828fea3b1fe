#include "score/apportion.h"

static const double units_per_one = 1e4; /* 10^KAM_PART_PLACES */

/* VALUE, at least 0 and far below 2^63, rounded half to even. */
static int64_t round_to_even(double value)
{
    int64_t whole = (int64_t)value;
    double rest = value - (double)whole;

    return whole + (rest > 0.5 || (rest == 0.5 && whole % 2 == 1));
}

/* What PART has lost by now, in units of the last place; negative once it got one more. */
static double lost(const struct kam_share *part)
{
    /* The double nearest to the part as it is printed. */
    double rounded = (double)part->rounded / units_per_one;

    return part->exact * units_per_one - rounded * units_per_one;
}

/* Give MISSING units, one by one, to the part that lost most by then: of equal ones the first. */
static void give(struct kam_share *parts, size_t count, int64_t missing)
{
    for (size_t i = 0; i < count; i++)
        parts[i].lost = lost(&parts[i]);
    for (; missing > 0; missing--) {
        size_t most = 0;
        for (size_t i = 1; i < count; i++)
            if (parts[i].lost > parts[most].lost)
                most = i;
        parts[most].rounded++;
        parts[most].lost = lost(&parts[most]);
    }
}

void kam_apportion_to(struct kam_share *parts, size_t count, int64_t sum)
{
    int64_t given = 0;

    for (size_t i = 0; i < count; i++) {
        parts[i].rounded = (int64_t)(parts[i].exact * units_per_one);
        given += parts[i].rounded;
    }
    if (given < sum)
        give(parts, count, sum - given);
}

int64_t kam_apportion(struct kam_share *parts, size_t count)
{
    double total = 0;

    for (size_t i = 0; i < count; i++)
        total += parts[i].exact;
    int64_t sum = round_to_even(total * units_per_one);
    kam_apportion_to(parts, count, sum);
    return sum;
}
