#include "report/textfit.h"

#include <stdbool.h>

size_t kam_textfit_width(const struct kam_textfit *columns, size_t count, size_t gap)
{
    size_t sum = 0;

    for (size_t i = 0; i < count; i++)
        if (columns[i].width)
            sum += columns[i].width + (sum ? gap : 0);
    return sum;
}

/* Leave out the one with the highest rank, the last of those; false: there is none. */
static bool leave_out(struct kam_textfit *columns, size_t count)
{
    struct kam_textfit *worst = NULL;

    for (size_t i = 0; i < count; i++)
        if (columns[i].width && columns[i].rank && (!worst || columns[i].rank >= worst->rank))
            worst = &columns[i];
    if (worst)
        worst->width = 0;
    return worst != NULL;
}

/* Take a column's width away from the widest; false: all of them are at 1. */
static bool narrow(struct kam_textfit *columns, size_t count)
{
    struct kam_textfit *widest = &columns[0];

    for (size_t i = 1; i < count; i++)
        if (columns[i].width > widest->width)
            widest = &columns[i];
    if (widest->width <= 1)
        return false;
    widest->width--;
    return true;
}

/* Whether A is to get another column before B. */
static bool is_before(const struct kam_textfit *a, const struct kam_textfit *b)
{
    return a->rank != b->rank ? a->rank < b->rank : a->width < b->width;
}

/* One more for the first that wants it; false: none does. */
static bool widen(struct kam_textfit *columns, size_t count)
{
    struct kam_textfit *first = NULL;

    for (size_t i = 0; i < count; i++)
        if (columns[i].width && columns[i].width < columns[i].natural &&
            (!first || is_before(&columns[i], first)))
            first = &columns[i];
    if (first)
        first->width++;
    return first != NULL;
}

void kam_textfit(struct kam_textfit *columns, size_t count, size_t gap, size_t width)
{
    for (size_t i = 0; i < count; i++)
        columns[i].width = columns[i].least;
    while (kam_textfit_width(columns, count, gap) > width && leave_out(columns, count))
        ;
    while (count && kam_textfit_width(columns, count, gap) > width && narrow(columns, count))
        ;
    while (kam_textfit_width(columns, count, gap) < width && widen(columns, count))
        ;
}
