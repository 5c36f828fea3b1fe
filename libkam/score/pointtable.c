#include "score/pointtable.h"

#include <math.h>

int32_t kam_points_round(double points)
{
    double scaled = points * KAM_POINTS_UNIT;
    double low = floor(scaled), fraction = scaled - low;
    /* What rounding the product to a double has taken away decides what looks like a tie. */
    double rest = fraction == 0.5 ? fma(points, KAM_POINTS_UNIT, -scaled) : 0;
    bool up = fraction > 0.5 || (fraction == 0.5 && (rest > 0 || (rest == 0 && fmod(low, 2) == 1)));

    return (int32_t)low + up;
}
