/* Parts as printed add up to the sum as printed. */
#include "base/minor.h"
#include "random.h"
#include "score/apportion.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MOST_PARTS = 12, ROUNDS = 20000 };

static const char *text_of(int64_t units, char out[KAM_DECIMAL_SIZE])
{
    kam_minor_format(units, KAM_PART_PLACES, out);
    return out;
}

static void test_thirds(void **state)
{
    struct kam_share parts[3] = {{.exact = 100.0 / 3}, {.exact = 100.0 / 3}, {.exact = 100.0 / 3}};
    char text[KAM_DECIMAL_SIZE];

    (void)state;
    int64_t sum = kam_apportion(parts, 3);
    assert_string_equal(text_of(sum, text), "100.0000");
    assert_string_equal(text_of(parts[0].rounded, text), "33.3334");
    assert_string_equal(text_of(parts[1].rounded, text), "33.3333");
    assert_string_equal(text_of(parts[2].rounded, text), "33.3333");
}

static void test_the_one_that_lost_most(void **state)
{
    struct kam_share parts[3] = {{.exact = 1.00001}, {.exact = 2.00008}, {.exact = 3.00002}};
    char text[KAM_DECIMAL_SIZE];

    (void)state;
    int64_t sum = kam_apportion(parts, 3);
    assert_string_equal(text_of(sum, text), "6.0001");
    assert_string_equal(text_of(parts[0].rounded, text), "1.0000");
    assert_string_equal(text_of(parts[1].rounded, text), "2.0001");
    assert_string_equal(text_of(parts[2].rounded, text), "3.0000");
}

static void test_nothing(void **state)
{
    struct kam_share none = {.exact = 0};

    (void)state;
    assert_int_equal(kam_apportion(&none, 0), 0);
    assert_int_equal(kam_apportion(&none, 1), 0);
}

/* Any parts: the sum is exact, and no part is a unit of the last place away from what it was. */
static void test_adds_up(void **state)
{
    uint64_t random = 20261121;

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct kam_share parts[MOST_PARTS];
        size_t count = 1 + random_below(&random, MOST_PARTS);
        int64_t added = 0;
        double total = 0;
        for (size_t i = 0; i < count; i++) {
            parts[i].exact = (double)random_below(&random, 1000000007) / 1e8 / (double)count;
            total += parts[i].exact;
        }
        int64_t sum = kam_apportion(parts, count);
        for (size_t i = 0; i < count; i++) {
            double off = (double)parts[i].rounded / 1e4 - parts[i].exact;
            assert_true(off < 1.0001e-4 && off > -1.0001e-4);
            added += parts[i].rounded;
        }
        assert_int_equal(added, sum);
        double off = (double)sum / 1e4 - total;
        assert_true(off < 0.5001e-4 && off > -0.5001e-4);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_thirds),
        cmocka_unit_test(test_the_one_that_lost_most),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_adds_up),
    };

    return cmocka_run_group_tests_name("apportion", tests, NULL, NULL);
}
