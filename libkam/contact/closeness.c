#include "contact/closeness.h"

#include "base/minor.h"

#include <math.h>

enum {
    IMPORTANCE_UNIT = 1000000, /* of importance^wi */
    RESULT_UNIT = 10000,
    ATTITUDE_STEP = 75, /* thirds of points: 25 */
    DEPTH_STEP = 100,   /* 100/3 */
    THIRDS = 3,
};

_Static_assert((int)KAM_CONTACT_PLACES == (int)KAM_MINOR_PLACES, "weights are in minor units");

static int64_t whole(struct kam_decimal value)
{
    return (int64_t)(value.units / KAM_MINOR_UNITS);
}

struct kam_closeness_weights kam_closeness_weights(const struct kam_model_contacts *contacts)
{
    struct kam_closeness_weights weights = {whole(contacts->attitude), whole(contacts->depth), {0}};
    double exponent = kam_decimal_to_double(contacts->importance);

    for (int i = 0; i < KAM_IMPORTANCE_MOST; i++)
        weights.importance[i] = llround(pow(i + 1, exponent) * IMPORTANCE_UNIT);
    return weights;
}

void kam_closeness_add(struct kam_closeness *closeness, unsigned attitude, unsigned depth,
                       unsigned importance)
{
    closeness->by_importance[importance - 1].count++;
    closeness->by_importance[importance - 1].attitude += attitude;
    closeness->by_importance[importance - 1].depth += depth;
}

uint32_t kam_closeness_count(const struct kam_closeness *closeness)
{
    uint32_t count = 0;

    for (int i = 0; i < KAM_IMPORTANCE_MOST; i++)
        count += closeness->by_importance[i].count;
    return count;
}

/* A / B, both positive, rounded half to even. */
static int32_t divide(kam_int128 a, kam_int128 b)
{
    kam_int128 quotient = a / b, twice = 2 * (a % b);

    return (int32_t)(quotient + (twice > b || (twice == b && quotient % 2 != 0)));
}

/*
 * With weights up to KAM_CONTACT_MOST and powers up to 3^KAM_CONTACT_POWER, the dividend of as many
 * contacts as 32 bits count is below 10^36: 128 bits have room for it.
 */
int32_t kam_closeness_value(const struct kam_closeness *closeness,
                            const struct kam_closeness_weights *weights)
{
    kam_int128 sum = 0, count = 0;

    for (int i = 0; i < KAM_IMPORTANCE_MOST; i++) {
        kam_int128 attitude = (kam_int128)closeness->by_importance[i].attitude * ATTITUDE_STEP;
        kam_int128 depth = (kam_int128)closeness->by_importance[i].depth * DEPTH_STEP;
        kam_int128 relations = attitude * weights->attitude + depth * weights->depth;
        sum += relations * weights->importance[i];
        count += (kam_int128)closeness->by_importance[i].count * weights->importance[i];
    }
    return divide(sum * RESULT_UNIT, count * THIRDS * (weights->attitude + weights->depth));
}
