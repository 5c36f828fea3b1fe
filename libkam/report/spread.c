#include "report/spread.h"

void kam_spread(double *places, size_t count, double least, double first, double last)
{
    double limit = first;

    for (size_t i = 0; i < count; i++, limit += least) {
        if (places[i] < limit)
            places[i] = limit;
        limit = places[i];
    }
    limit = last;
    for (size_t i = count; i-- > 0; limit -= least) {
        if (places[i] > limit)
            places[i] = limit;
        limit = places[i];
    }
    for (size_t i = 0; i < count; i++)
        if (places[i] < first + (double)i * least)
            places[i] = first + (double)i * least;
}
