/* Every line is a number; what two of them come to has to obey the laws of arithmetic. */
#include "fuzz.h"

#include "base/decimal.h"

static void check_text(struct kam_decimal value)
{
    char out[KAM_DECIMAL_SIZE];
    struct kam_decimal again;

    for (int places = 0; places <= KAM_DECIMAL_PLACES; places += 6) {
        size_t length = kam_decimal_format(value, places, out);
        REQUIRE(length < sizeof out && strlen(out) == length);
        REQUIRE(kam_decimal_parse((struct kam_text){out, length}, &again) == KAM_NUMBER_OK);
        REQUIRE(kam_decimal_compare(again, value) == 0);
    }
    REQUIRE((kam_decimal_to_double(value) < 0) == (kam_decimal_sign(value) < 0));
}

static void check_sum(struct kam_decimal a, struct kam_decimal b)
{
    struct kam_decimal sum = a, turned = b;
    bool fits = kam_decimal_add(&sum, b);

    REQUIRE(kam_decimal_add(&turned, a) == fits);
    if (fits) {
        REQUIRE(kam_decimal_compare(sum, turned) == 0);
        REQUIRE(kam_decimal_subtract(&sum, b));
    }
    REQUIRE(kam_decimal_compare(sum, a) == 0);
}

/* ROUNDED is within one unit of the last place of the fraction A*B / C, where C > 0. */
static void check_near(struct kam_decimal rounded, struct kam_decimal a, struct kam_decimal b,
                       struct kam_decimal c)
{
    struct kam_decimal unit = {1}, low = rounded, high = rounded;

    if (kam_decimal_subtract(&low, unit))
        REQUIRE(kam_decimal_compare_products(low, c, a, b) < 0);
    if (kam_decimal_add(&high, unit))
        REQUIRE(kam_decimal_compare_products(high, c, a, b) > 0);
}

static void check_product(struct kam_decimal a, struct kam_decimal b)
{
    struct kam_decimal one = kam_decimal_of(1), exact, rounded, turned;
    enum kam_number is_exact = kam_decimal_multiply(a, b, -1, &exact);

    REQUIRE(kam_decimal_compare_products(a, b, b, a) == 0);
    REQUIRE(kam_decimal_multiply(b, a, -1, &turned) == is_exact);
    if (is_exact == KAM_NUMBER_OK) {
        REQUIRE(kam_decimal_compare(exact, turned) == 0);
        REQUIRE(kam_decimal_compare_products(a, b, exact, one) == 0);
    }
    if (kam_decimal_multiply(a, b, KAM_DECIMAL_PLACES, &rounded) == KAM_NUMBER_OK) {
        check_near(rounded, a, b, one);
        REQUIRE(is_exact != KAM_NUMBER_OK || kam_decimal_compare(rounded, exact) == 0);
    }
}

static void check_quotient(struct kam_decimal a, struct kam_decimal b)
{
    struct kam_decimal one = kam_decimal_of(1), quotient;
    enum kam_number outcome = kam_decimal_divide(a, b, KAM_DECIMAL_PLACES, &quotient);

    if (kam_decimal_sign(b) == 0)
        REQUIRE(outcome == KAM_NUMBER_RANGE);
    else if (outcome == KAM_NUMBER_OK && kam_decimal_sign(b) > 0)
        check_near(quotient, a, one, b);
    else if (outcome == KAM_NUMBER_OK)
        check_near(quotient, kam_decimal_negate(a), one, kam_decimal_negate(b));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kam_text rest = {(const char *)data, size};
    struct kam_decimal value, previous = KAM_DECIMAL_ZERO, rounded, twice;
    bool more = true;

    while (more) {
        struct kam_text line = kam_text_split(&rest, '\n', &more);
        if (kam_decimal_parse(line, &value) != KAM_NUMBER_OK)
            continue;
        check_text(value);
        check_sum(value, previous);
        check_product(value, previous);
        check_quotient(value, previous);
        if (kam_decimal_round(value, 2, &rounded) == KAM_NUMBER_OK) {
            REQUIRE(kam_decimal_round(rounded, 2, &twice) == KAM_NUMBER_OK);
            REQUIRE(kam_decimal_compare(rounded, twice) == 0);
        }
        previous = value;
    }
    return 0;
}
