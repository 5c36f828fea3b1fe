#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/minor.h"
#include "score/points.h"
#include "score/pointtable.h"

static const struct kam_place model_place = {.file = "m.kam", .line = 3};

/* The points of CELL with four places, or "none". */
static const char *points(enum kam_scale_kind kind, const char *steps, const char *cell)
{
    static char text[512];
    struct kam_arena arena = {0};
    struct kam_scale scale;
    struct kam_error error;
    struct kam_decimal number;
    int32_t units = 0;

    assert_int_equal(
        kam_scale_parse(&scale, kind, kam_text_of(steps), &model_place, &arena, &error), KAM_OK);
    if (kind == KAM_SCALE_VALUES) {
        units = kam_points_of_text(&scale, kam_text_of(cell), &units) ? units : -1;
    } else {
        assert_int_equal(kam_decimal_parse(kam_text_of(cell), &number), KAM_NUMBER_OK);
        units = kam_points_of_number(&scale, number);
    }
    if (units < 0)
        memcpy(text, "none", sizeof "none");
    else
        kam_minor_format(units, KAM_POINTS_PLACES, text);
    kam_arena_free(&arena);
    return text;
}

static void test_bands(void **state)
{
    static const char steps[] = "0:10, 1万:40, 5万:60.5, 100万:100";

    (void)state;
    assert_string_equal(points(KAM_SCALE_BANDS, steps, "-0.01"), "0.0000");
    assert_string_equal(points(KAM_SCALE_BANDS, steps, "0"), "10.0000");
    assert_string_equal(points(KAM_SCALE_BANDS, steps, "9999.999999999999999999"), "10.0000");
    assert_string_equal(points(KAM_SCALE_BANDS, steps, "10000.00"), "40.0000");
    assert_string_equal(points(KAM_SCALE_BANDS, steps, "50000"), "60.5000");
    assert_string_equal(points(KAM_SCALE_BANDS, steps, "100000000000000000000"), "100.0000");
}

static void test_linear(void **state)
{
    static const char steps[] = "-50%:0, 0:50, 50%:100";

    (void)state;
    assert_string_equal(points(KAM_SCALE_LINEAR, steps, "-0.5001"), "0.0000");
    assert_string_equal(points(KAM_SCALE_LINEAR, steps, "-0.5"), "0.0000");
    assert_string_equal(points(KAM_SCALE_LINEAR, steps, "-0.1"), "40.0000");
    assert_string_equal(points(KAM_SCALE_LINEAR, steps, "0"), "50.0000");
    assert_string_equal(points(KAM_SCALE_LINEAR, steps, "0.1234"), "62.3400");
    assert_string_equal(points(KAM_SCALE_LINEAR, steps, "0.5"), "100.0000");
    assert_string_equal(points(KAM_SCALE_LINEAR, steps, "9"), "100.0000");
}

static void test_linear_may_fall(void **state)
{
    (void)state;
    assert_string_equal(points(KAM_SCALE_LINEAR, "0:100, 3:0", "1"), "66.6667");
}

/* The distance between the corners doesn't fit a decimal. */
static void test_linear_widest(void **state)
{
    static const char steps[] = "-100000000000000000000:0, 100000000000000000000:100";

    (void)state;
    assert_string_equal(points(KAM_SCALE_LINEAR, steps, "0"), "50.0000");
}

static void test_values(void **state)
{
    (void)state;
    assert_string_equal(points(KAM_SCALE_VALUES, "A:100, B:70, *:10", "A"), "100.0000");
    assert_string_equal(points(KAM_SCALE_VALUES, "A:100, B:70, *:10", "B"), "70.0000");
    assert_string_equal(points(KAM_SCALE_VALUES, "A:100, B:70, *:10", "a"), "10.0000");
    assert_string_equal(points(KAM_SCALE_VALUES, "A:100, B:70, *:10", "*"), "10.0000");
    assert_string_equal(points(KAM_SCALE_VALUES, "1:5", "1"), "5.0000");
}

static void test_a_text_without_points(void **state)
{
    (void)state;
    assert_string_equal(points(KAM_SCALE_VALUES, "1:5", "1.0"), "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bands),           cmocka_unit_test(test_linear),
        cmocka_unit_test(test_linear_may_fall), cmocka_unit_test(test_linear_widest),
        cmocka_unit_test(test_values),          cmocka_unit_test(test_a_text_without_points),
    };

    return cmocka_run_group_tests_name("points", tests, NULL, NULL);
}
