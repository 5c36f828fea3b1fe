#include "table/paircolumn.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void a_name_says_what_it_is_of(void **unused)
{
    static const struct {
        const char *name, *base;
        enum kam_pair_part part;
    } cases[] = {
        {"idle_from", "idle", KAM_PAIR_FROM},
        {"service_count_delta", "service_count", KAM_PAIR_DELTA},
        {"2026-09_change", "2026-09", KAM_PAIR_CHANGE},
        {"合同到期_from", "合同到期", KAM_PAIR_FROM},
        {"a_from_delta", "a_from", KAM_PAIR_DELTA},
        {"idle", "idle", KAM_PAIR_NEW},
        {"", "", KAM_PAIR_NEW},
        /* Nothing would be left, or it is another word. */
        {"_from", "_from", KAM_PAIR_NEW},
        {"_change", "_change", KAM_PAIR_NEW},
        {"from", "from", KAM_PAIR_NEW},
        {"idle_from ", "idle_from ", KAM_PAIR_NEW},
        {"idle_FROM", "idle_FROM", KAM_PAIR_NEW},
        {"exchange", "exchange", KAM_PAIR_NEW},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_text base;
        assert_int_equal(kam_pair_column(kam_text_of(cases[i].name), &base), cases[i].part);
        assert_int_equal(base.len, strlen(cases[i].base));
        assert_memory_equal(base.ptr, cases[i].base, base.len);
    }
}

static void suffixes_are_what_is_recognised(void **unused)
{
    (void)unused;
    for (int part = 0; part < KAM_PAIR_PARTS; part++) {
        struct kam_buffer name = {NULL, 0, 0};
        struct kam_text base;
        assert_true(kam_buffer_add(&name, KAM_TEXT("x")));
        assert_true(kam_buffer_add(&name, kam_pair_suffix((enum kam_pair_part)part)));
        assert_int_equal(kam_pair_column(kam_buffer_text(&name), &base), part);
        assert_int_equal(base.len, 1);
        kam_buffer_free(&name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_says_what_it_is_of),
        cmocka_unit_test(suffixes_are_what_is_recognised),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
