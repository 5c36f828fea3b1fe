/* Every line is a cell; its two forms agree, and plain numbers are what decimal.h takes them for.
 */
#include "fuzz.h"

#include "base/amount.h"

static const struct kam_amount_style point = {KAM_SIGN_POINT, 0, -1};

static void check_forms(struct kam_amount amount)
{
    struct kam_amount again;
    char out[KAM_DECIMAL_SIZE];
    size_t length = kam_decimal_format(amount.exact, 2, out);

    REQUIRE(kam_amount_parse((struct kam_text){out, length}, &point, &again) == KAM_NUMBER_OK);
    REQUIRE(kam_decimal_compare(again.exact, amount.exact) == 0);
    REQUIRE(again.is_minor == amount.is_minor);
    again = kam_amount_of(amount.exact);
    REQUIRE(again.is_minor == amount.is_minor);
    if (!amount.is_minor)
        return;
    REQUIRE(again.minor == amount.minor);
    REQUIRE(kam_decimal_compare(kam_decimal_of_minor(amount.minor), amount.exact) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kam_text rest = {(const char *)data, size};
    struct kam_amount amount;
    struct kam_decimal plain;
    bool more = true;

    while (more) {
        struct kam_text line = kam_text_split(&rest, '\n', &more);
        enum kam_number outcome = kam_amount_parse(line, &point, &amount);
        enum kam_number expected = kam_decimal_parse(line, &plain);
        if (outcome == KAM_NUMBER_OK)
            check_forms(amount);
        if (expected != KAM_NUMBER_SYNTAX)
            REQUIRE(outcome == expected);
        if (expected == KAM_NUMBER_OK)
            REQUIRE(kam_decimal_compare(amount.exact, plain) == 0);
    }
    return 0;
}
