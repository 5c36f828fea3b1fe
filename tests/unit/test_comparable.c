#include "diff/comparable.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void words_of_what_may_differ(void **unused)
{
    struct kam_text wrong;
    unsigned aspects;
    (void)unused;
    assert_true(kam_comparable_parse(KAM_TEXT("by"), &aspects, &wrong));
    assert_int_equal(aspects, KAM_ASPECT_BY);
    assert_true(kam_comparable_parse(KAM_TEXT("period, model,model"), &aspects, &wrong));
    assert_int_equal(aspects, KAM_ASPECT_MODEL | KAM_ASPECT_PERIOD);
    assert_true(kam_comparable_parse(KAM_TEXT("currency"), &aspects, &wrong));
    assert_int_equal(aspects, KAM_ASPECT_CURRENCY);
    assert_false(kam_comparable_parse(KAM_TEXT("model,Window"), &aspects, &wrong));
    assert_true(kam_text_equal(wrong, KAM_TEXT("Window")));
    assert_false(kam_comparable_parse(KAM_TEXT(""), &aspects, &wrong));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_what_may_differ),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
