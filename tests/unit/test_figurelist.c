/* Figures of all sizes, and none, in 8 bytes each. */
#include "decimals.h"
#include "diff/figurelist.h"

static void none_until_one_is_put_in(void **unused)
{
    struct kam_figurelist list = {0};

    (void)unused;
    assert_false(kam_is_number(kam_figurelist_at(&list, 0)));
    assert_true(kam_figurelist_init(&list, 3));
    assert_true(kam_figurelist_set(&list, 1, kam_decimal_of(-5)));
    assert_false(kam_is_number(kam_figurelist_at(&list, 0)));
    assert_units(kam_figurelist_at(&list, 1), -5 * one);
    assert_false(kam_is_number(kam_figurelist_at(&list, 2)));
    assert_false(kam_is_number(kam_figurelist_at(&list, 3)));
    assert_false(kam_is_number(kam_figurelist_at(&list, 1000)));
    kam_figurelist_free(&list);
}

/* Those at the ends of what is held in place, beside any others. */
static void every_figure_comes_back(void **unused)
{
    enum { COUNT = 3000 };
    static const char *const texts[] = {"0",
                                        "0.0001",
                                        "-0.0001",
                                        "0.00001",
                                        "461168601842738.7903",
                                        "461168601842738.7904",
                                        "461168601842738.7905",
                                        "-461168601842738.7903",
                                        "-461168601842738.7904",
                                        "-461168601842738.7905",
                                        "-461168601842738.7906",
                                        "922337203685477.5807",
                                        "-922337203685477.5807",
                                        "-922337203685477.5808",
                                        "-922337203685477.5809",
                                        LARGEST,
                                        "-" LARGEST};
    const size_t written = sizeof texts / sizeof *texts;
    struct kam_decimal figures[COUNT];
    struct kam_figurelist list;
    uint64_t state = 7;

    (void)unused;
    assert_true(kam_figurelist_init(&list, COUNT));
    for (size_t i = 0; i < COUNT; i++) {
        figures[i] = i < written ? decimal(texts[i]) : awkward(&state);
        assert_true(kam_figurelist_set(&list, i, figures[i]));
    }
    for (size_t i = 0; i < COUNT; i++)
        assert_units(kam_figurelist_at(&list, i), figures[i].units);
    kam_figurelist_free(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(none_until_one_is_put_in),
        cmocka_unit_test(every_figure_comes_back),
    };

    return cmocka_run_group_tests_name("figurelist", tests, NULL, NULL);
}
