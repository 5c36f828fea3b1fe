/*
 * What the tests of conditions share: a row that they are put to.
 */
#ifndef TESTS_CONDITIONS_H
#define TESTS_CONDITIONS_H

#include "model/binding.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { OCTOBER = 2026 * 12 + 9 };

static const struct kam_place rule = {.file = "m.kam", .line = 7, .column = "when"};

/* One row: the names and the cells of its columns. */
static const struct {
    const char *name, *cell;
} row[] = {
    {"revenue", "50000.00"},
    {"industry", "hospital"},
    {"contract_end", "2026/11/5"},
    {"contract end", "2027-01"},
    {"credit", "A-"},
    {"margin_rate", "0.05"},
    {"last_month", "2026-10"},
    {"code", "007"},
    {"blank", ""},
    {"a,b|c \"d\"", "x"},
    {"doubled", "1"},
    {"doubled", "2"},
    {"2026-07", ""},
    {"2026-08", "-2.25"},
    {"2026-09", "12.50"},
    {"2026-10", ""},
    {"points_growth", "80.0000"},
    {"overdue", "15000"},
    {"service cost", "30001"},
    {"margin", "30000.99"},
    {"cost", ""},
    {"last", "3"},
    {"0-5", "7"},
    {"last 2 months", "1"},
    {"services", "cloud|line"},
    {"标签", "a\\|b|c\\\\|政府|"},
    {"huge", "170141183460469231731"},
    {"tiny", "0.000000000000000001"},
};
enum { COLUMNS = sizeof row / sizeof *row };

static inline struct kam_text cell_of(const void *source, size_t number, size_t column)
{
    (void)source;
    assert_int_equal(number, 0);
    return kam_text_of(row[column].cell);
}

#endif
