#include "report/spread.h"

void kam_spread(double *places, size_t count, double least, double first, double last)
{
    double limit = first;

    for (size_t i = 0; i < count; i++) {
        if (places[i] < limit)
            places[i] = limit;
        limit = places[i] + least;
    }
    limit = last;
    for (size_t i = count; i-- > 0;) {
        if (places[i] > limit)
            places[i] = limit;
        limit = places[i] - least;
    }
    for (size_t i = 0; i < count; i++)
        if (places[i] < first + (double)i * least)
            places[i] = first + (double)i * least;
}
