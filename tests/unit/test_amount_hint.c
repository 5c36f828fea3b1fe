/* What a cell tells about the decimal sign of its column. */
#include "base/amount.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
    const char *cell;
    enum kam_amount_hint hint;
} hints[] = {
    {"", KAM_AMOUNT_HINT_NONE},
    {"abc", KAM_AMOUNT_HINT_NONE},
    {"1150", KAM_AMOUNT_HINT_NONE},
    {"-7", KAM_AMOUNT_HINT_NONE},
    {"1,150", KAM_AMOUNT_HINT_NONE},
    {"$ 12,345", KAM_AMOUNT_HINT_NONE},
    {"1 150", KAM_AMOUNT_HINT_NONE},
    {"1'150'000", KAM_AMOUNT_HINT_NONE},
    {"12.3.4", KAM_AMOUNT_HINT_NONE},
    {"1,23,456", KAM_AMOUNT_HINT_NONE},
    {"-12,5-", KAM_AMOUNT_HINT_NONE},
    {"$1.150元", KAM_AMOUNT_HINT_NONE},
    {"15E-7", KAM_AMOUNT_HINT_NONE},
    {"1,150万", KAM_AMOUNT_HINT_NONE},
    {"12.5", KAM_AMOUNT_HINT_POINT},
    {"(12.5)", KAM_AMOUNT_HINT_POINT},
    {"１２．５元", KAM_AMOUNT_HINT_POINT},
    {"1234.567", KAM_AMOUNT_HINT_POINT},
    {"0.125", KAM_AMOUNT_HINT_POINT},
    {"1,234.5", KAM_AMOUNT_HINT_POINT},
    {"1,234.567", KAM_AMOUNT_HINT_POINT},
    {"1 234.567", KAM_AMOUNT_HINT_POINT},
    {"1,234,567", KAM_AMOUNT_HINT_POINT},
    {".5", KAM_AMOUNT_HINT_POINT},
    {"5.", KAM_AMOUNT_HINT_POINT},
    {"1.150万", KAM_AMOUNT_HINT_POINT},
    {"1.500E-7", KAM_AMOUNT_HINT_POINT},
    {"12,5", KAM_AMOUNT_HINT_COMMA},
    {"-12,5", KAM_AMOUNT_HINT_COMMA},
    {"12，5", KAM_AMOUNT_HINT_COMMA},
    {"1234,567", KAM_AMOUNT_HINT_COMMA},
    {"0,125", KAM_AMOUNT_HINT_COMMA},
    {"1.234,5", KAM_AMOUNT_HINT_COMMA},
    {"1 234,567", KAM_AMOUNT_HINT_COMMA},
    {"1.234.567", KAM_AMOUNT_HINT_COMMA},
    {",5", KAM_AMOUNT_HINT_COMMA},
    {"1,5E-7", KAM_AMOUNT_HINT_COMMA},
    {"12,5万", KAM_AMOUNT_HINT_COMMA},
    {"1.150", KAM_AMOUNT_HINT_EITHER},
    {"-1.150", KAM_AMOUNT_HINT_EITHER},
    {"€ 123.456", KAM_AMOUNT_HINT_EITHER},
    {"１．１５０", KAM_AMOUNT_HINT_EITHER},
};

static void cells_tell_the_decimal_sign(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++)
        if (kam_amount_hint(kam_text_of(hints[i].cell)) != hints[i].hint)
            fail_msg("'%s' hints at %d", hints[i].cell,
                     (int)kam_amount_hint(kam_text_of(hints[i].cell)));
    assert_int_equal(kam_amount_hint((struct kam_text){NULL, 0}), KAM_AMOUNT_HINT_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_tell_the_decimal_sign),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
