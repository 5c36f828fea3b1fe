/*
 * decisions: decision matrices for the tests of weights and scores, and figures as they are
 * published.
 */
#ifndef KAM_TESTS_DECISIONS_H
#define KAM_TESTS_DECISIONS_H

#include "score/pointtable.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_ROWS = 64, MOST_COLUMNS = 8 };

struct decision {
    int32_t cells[MOST_ROWS * MOST_COLUMNS];
    bool outside[MOST_ROWS];
    struct kam_pointtable points;
};

/* VALUES[rows * count], row by row, as points. */
static inline void decide(struct decision *decision, const double *values, size_t rows,
                          size_t count)
{
    assert_true(rows <= MOST_ROWS && count <= MOST_COLUMNS);
    for (size_t i = 0; i < rows * count; i++)
        decision->cells[i] = kam_points_round(values[i]);
    decision->points =
        (struct kam_pointtable){.points = decision->cells, .rows = rows, .count = count};
}

/* What a paper makes of its figures before its method begins. */
enum normalisation {
    AS_IT_IS,
    OF_THE_LARGEST, /* x / largest */
    SMALLEST_OF,    /* smallest / x */
    IN_THE_RANGE,   /* (x - smallest) / (largest - smallest) */
    FROM_THE_TOP,   /* (largest - x) / (largest - smallest) */
};

/* One column of VALUES[rows * count], as points of 0 to 100. */
static inline void normalise(double *values, size_t rows, size_t count, size_t column,
                             enum normalisation how)
{
    double low = values[column], high = values[column];

    for (size_t row = 0; row < rows; row++) {
        double value = values[row * count + column];
        low = value < low ? value : low;
        high = value > high ? value : high;
    }
    for (size_t row = 0; row < rows; row++) {
        double *value = &values[row * count + column];
        switch (how) {
        case AS_IT_IS:
            break;
        case OF_THE_LARGEST:
            *value = 100 * (*value / high);
            break;
        case SMALLEST_OF:
            *value = 100 * (low / *value);
            break;
        case IN_THE_RANGE:
            *value = 100 * ((*value - low) / (high - low));
            break;
        case FROM_THE_TOP:
            *value = 100 * ((high - *value) / (high - low));
            break;
        }
    }
}

/* VALUE is PUBLISHED, with as many decimal places as that has. */
static inline void assert_published(double value, const char *published)
{
    char text[KAM_DECIMAL_SIZE];
    const char *point = strchr(published, '.');

    kam_double_format(value, point ? (int)strlen(point + 1) : 0, text);
    assert_string_equal(text, published);
}

#endif
