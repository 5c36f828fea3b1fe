#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "score/points.h"

static const struct kam_place model_place = {.file = "m.kam", .line = 3};
static const struct kam_place cell_place = {.file = "t.csv", .line = 7, .column = "figure"};

/* The points of CELL with four places, or the message. */
static const char *points(enum kam_scale_kind kind, const char *steps, const char *cell)
{
    static char text[512];
    struct kam_arena arena = {0};
    struct kam_scale scale;
    struct kam_error error;
    double value;

    assert_int_equal(
        kam_scale_parse(&scale, kind, kam_text_of(steps), &model_place, &arena, &error), KAM_OK);
    enum kam_status status = kam_points_of(&scale, kam_text_of(cell), &cell_place, &value, &error);
    if (status == KAM_OK) {
        kam_double_format(value, 4, text);
    } else {
        assert_int_equal(status, KAM_DATA);
        kam_error_format(&error, text, sizeof text);
    }
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

static void test_messages(void **state)
{
    (void)state;
    assert_string_equal(points(KAM_SCALE_BANDS, "0:0", "n/a"),
                        "t.csv:7: figure: not a number: 'n/a'");
    assert_string_equal(points(KAM_SCALE_LINEAR, "0:0, 1:1", "1,5"),
                        "t.csv:7: figure: not a number: '1,5'");
    assert_string_equal(points(KAM_SCALE_BANDS, "0:0", "1000000000000000000000"),
                        "t.csv:7: figure: number too large: '1000000000000000000000'");
    assert_string_equal(points(KAM_SCALE_VALUES, "1:5", "1.0"),
                        "t.csv:7: figure: the dimension's values give no points for '1.0'; add "
                        "it, or * for all others");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bands),           cmocka_unit_test(test_linear),
        cmocka_unit_test(test_linear_may_fall), cmocka_unit_test(test_linear_widest),
        cmocka_unit_test(test_values),          cmocka_unit_test(test_messages),
    };

    return cmocka_run_group_tests_name("points", tests, NULL, NULL);
}
