/*
 * Every line is a cell, read in every style. Its two forms agree, plain numbers are what decimal.h
 * takes them for, rounding is what rounding the exact value comes to, and no style accepts what
 * the cell's hint says can't be read so.
 */
#include "fuzz.h"

#include "base/amount.h"

enum { SIGNS = 3, ROUNDS = 4 };

static const enum kam_decimal_sign signs[SIGNS] = {KAM_SIGN_UNDECIDED, KAM_SIGN_POINT,
                                                   KAM_SIGN_COMMA};
static const int exponents[] = {0, 4, -2, 8};
static const int rounds[ROUNDS] = {-1, 0, 2, 18};

/* The outcome and, where there is one, the amount of a cell in one style. */
struct reading {
    enum kam_number outcome;
    struct kam_amount amount;
};

static struct reading read_cell(struct kam_text cell, enum kam_decimal_sign sign, int exponent,
                                int round)
{
    const struct kam_amount_style style = {sign, exponent, round};
    struct reading reading = {.amount.minor = 4711};

    reading.outcome = kam_amount_parse(cell, &style, &reading.amount);
    if (reading.outcome != KAM_NUMBER_OK)
        REQUIRE(reading.amount.minor == 4711 && !reading.amount.is_minor);
    return reading;
}

static void check_forms(struct kam_amount amount)
{
    char out[KAM_DECIMAL_SIZE];
    struct kam_text text = {out, kam_decimal_format(amount.exact, 2, out)};
    struct reading again = read_cell(text, KAM_SIGN_POINT, 0, -1);

    REQUIRE(again.outcome == KAM_NUMBER_OK);
    REQUIRE(kam_decimal_compare(again.amount.exact, amount.exact) == 0);
    REQUIRE(again.amount.is_minor == amount.is_minor);
    struct kam_amount same = kam_amount_of(amount.exact);
    REQUIRE(same.is_minor == amount.is_minor);
    if (!amount.is_minor)
        return;
    REQUIRE(same.minor == amount.minor);
    REQUIRE(kam_decimal_compare(kam_decimal_of_minor(amount.minor), amount.exact) == 0);
}

/* What has a value has the same one, rounded, in a column that is rounded. */
static void check_rounding(struct kam_text cell, enum kam_decimal_sign sign, int exponent)
{
    struct reading exact = read_cell(cell, sign, exponent, -1);

    for (size_t i = 1; i < ROUNDS; i++) {
        struct reading rounded = read_cell(cell, sign, exponent, rounds[i]);
        struct kam_decimal expected;
        if (rounded.outcome == KAM_NUMBER_OK)
            check_forms(rounded.amount);
        REQUIRE(rounded.outcome != KAM_NUMBER_PLACES);
        if (exact.outcome == KAM_NUMBER_PLACES)
            REQUIRE(rounded.outcome == KAM_NUMBER_OK || rounded.outcome == KAM_NUMBER_RANGE);
        else if (exact.outcome != KAM_NUMBER_OK)
            REQUIRE(rounded.outcome == exact.outcome);
        else if (kam_decimal_round(exact.amount.exact, rounds[i], &expected) == KAM_NUMBER_OK) {
            REQUIRE(rounded.outcome == KAM_NUMBER_OK);
            REQUIRE(kam_decimal_compare(rounded.amount.exact, expected) == 0);
        }
    }
}

/* A column's unit changes the size of what it counts and nothing else. */
static void check_exponents(struct kam_text cell, enum kam_decimal_sign sign)
{
    struct reading whole = read_cell(cell, sign, 0, -1);

    for (size_t i = 0; i < sizeof exponents / sizeof exponents[0]; i++) {
        struct reading scaled = read_cell(cell, sign, exponents[i], -1);
        check_rounding(cell, sign, exponents[i]);
        if (scaled.outcome != KAM_NUMBER_OK)
            continue;
        check_forms(scaled.amount);
        REQUIRE(scaled.amount.currency <= KAM_CURRENCY_DOLLAR_SIGN);
        if (whole.outcome != KAM_NUMBER_OK)
            continue;
        REQUIRE(scaled.amount.currency == whole.amount.currency);
        REQUIRE(kam_decimal_sign(scaled.amount.exact) == kam_decimal_sign(whole.amount.exact));
    }
}

static bool is_read(enum kam_number outcome)
{
    return outcome != KAM_NUMBER_SYNTAX && outcome != KAM_NUMBER_SIGN &&
           outcome != KAM_NUMBER_UNCLEAR;
}

static void check_hint(struct kam_text cell)
{
    struct reading point = read_cell(cell, KAM_SIGN_POINT, 0, -1);
    struct reading comma = read_cell(cell, KAM_SIGN_COMMA, 0, -1);
    struct reading undecided = read_cell(cell, KAM_SIGN_UNDECIDED, 0, -1);

    switch (kam_amount_hint(cell)) {
    case KAM_AMOUNT_HINT_NONE:
        REQUIRE(is_read(point.outcome) == is_read(comma.outcome));
        break;
    case KAM_AMOUNT_HINT_POINT:
        REQUIRE(point.outcome != KAM_NUMBER_SIGN);
        REQUIRE(undecided.outcome == point.outcome);
        break;
    case KAM_AMOUNT_HINT_COMMA:
        REQUIRE(point.outcome == KAM_NUMBER_SIGN && comma.outcome != KAM_NUMBER_SIGN);
        REQUIRE(undecided.outcome == KAM_NUMBER_SIGN);
        break;
    case KAM_AMOUNT_HINT_EITHER:
        REQUIRE(undecided.outcome == KAM_NUMBER_UNCLEAR);
        REQUIRE(is_read(point.outcome) && is_read(comma.outcome));
        break;
    }
    REQUIRE(point.outcome != KAM_NUMBER_UNCLEAR && comma.outcome != KAM_NUMBER_UNCLEAR);
    if (undecided.outcome == KAM_NUMBER_OK) {
        REQUIRE(point.outcome == KAM_NUMBER_OK);
        REQUIRE(kam_decimal_compare(point.amount.exact, undecided.amount.exact) == 0);
    }
    if (kam_amount_is_empty(cell))
        REQUIRE(!is_read(point.outcome) && !is_read(comma.outcome));
}

static void check_plain(struct kam_text cell)
{
    struct reading reading = read_cell(cell, KAM_SIGN_POINT, 0, -1);
    struct kam_decimal plain;
    enum kam_number expected = kam_decimal_parse(cell, &plain);

    if (expected == KAM_NUMBER_SYNTAX)
        return;
    REQUIRE(reading.outcome == expected);
    if (expected == KAM_NUMBER_OK)
        REQUIRE(kam_decimal_compare(reading.amount.exact, plain) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kam_text rest = {(const char *)data, size};
    bool more = true;

    while (more) {
        struct kam_text line = kam_text_split(&rest, '\n', &more);
        check_plain(line);
        check_hint(line);
        for (size_t i = 0; i < SIGNS; i++)
            check_exponents(line, signs[i]);
    }
    return 0;
}
