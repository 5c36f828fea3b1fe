/*
 * points: the course of a figure, written out.
 */
#ifndef KAM_TESTS_POINTS_H
#define KAM_TESTS_POINTS_H

#include "decimals.h"
#include "diff/trend.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_POINTS = 100 };

struct points {
    struct kam_point items[MOST_POINTS];
    size_t count;
};

/* TEXT is FIGURE or MONTH:FIGURE, separated by spaces; months go on by one where none is said. */
static inline struct points points_of(const char *text)
{
    struct points points = {.count = 0};
    struct kam_text rest = kam_text_of(text);
    int month = 24000;
    bool more = rest.len > 0;

    while (more) {
        struct kam_text word = kam_text_split(&rest, ' ', &more), figure;
        struct kam_decimal value;
        if (kam_text_split_last(&word, ':', &figure))
            month = 24000 + atoi(word.ptr);
        else
            figure = word;
        assert_int_equal(kam_decimal_parse(figure, &value), KAM_NUMBER_OK);
        assert_true(points.count < MOST_POINTS);
        points.items[points.count++] = (struct kam_point){month++, value};
    }
    return points;
}

#endif
