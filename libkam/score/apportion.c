#include "score/apportion.h"

static const double units_per_one = 1e4; /* 10^KAM_PART_PLACES */

static const int64_t decimal_unit = INT64_C(100000000000000); /* 10^(18 - KAM_PART_PLACES) */

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
    double rounded = kam_decimal_to_double(part->rounded);

    return part->exact * units_per_one - rounded * units_per_one;
}

void kam_apportion(struct kam_share *parts, size_t count, struct kam_decimal *sum)
{
    double total = 0;
    kam_int128 given = 0;

    for (size_t i = 0; i < count; i++) {
        total += parts[i].exact;
        parts[i].rounded.units =
            (kam_int128)(int64_t)(parts[i].exact * units_per_one) * decimal_unit;
        given += parts[i].rounded.units;
    }
    sum->units = (kam_int128)round_to_even(total * units_per_one) * decimal_unit;
    for (; given < sum->units; given += decimal_unit) {
        size_t most = 0;
        for (size_t i = 1; i < count; i++)
            if (lost(&parts[i]) > lost(&parts[most]))
                most = i;
        parts[most].rounded.units += decimal_unit;
    }
}
