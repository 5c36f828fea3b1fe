#include "report/chartline.h"

#include "drawing.h"

static size_t count_of(const char *drawn, const char *what)
{
    size_t count = 0;

    for (const char *at = drawn; (at = strstr(at, what)); at++)
        count++;
    return count;
}

static char *draw(const struct kam_decimal *line, size_t count)
{
    struct drawing drawing;

    drawing_begin(&drawing);
    drawing.canvas.width = KAM_CHARTLINE_WIDTH;
    drawing.canvas.height = KAM_CHARTLINE_HEIGHT;
    kam_chartline_draw(line, count, &drawing.canvas);
    return drawing_end(&drawing);
}

static void a_line_goes_from_left_to_right(void **unused)
{
    const struct kam_decimal line[] = {kam_decimal_of(0), kam_decimal_of(5), kam_decimal_of(10)};
    char *drawn = draw(line, 3);

    (void)unused;
    assert_string_equal(drawn, "<polyline class=\"curve\" points=\"3,17 45,10 87,3\"/>\n"
                               "<circle class=\"mark\" cx=\"87\" cy=\"3\" r=\"2\"/>\n");
    free(drawn);
}

static void a_missing_figure_is_a_gap(void **unused)
{
    const struct kam_decimal line[] = {kam_decimal_of(1), kam_decimal_of(2), KAM_NO_NUMBER,
                                       kam_decimal_of(3), KAM_NO_NUMBER};
    char *drawn = draw(line, 5);

    (void)unused;
    assert_int_equal(count_of(drawn, "<polyline"), 1);
    assert_int_equal(count_of(drawn, "<circle class=\"t0\""), 1);
    assert_int_equal(count_of(drawn, "mark"), 0);
    free(drawn);
}

static void what_is_negative_has_a_line_at_zero(void **unused)
{
    const struct kam_decimal line[] = {kam_decimal_of(-10), kam_decimal_of(10)};
    char *drawn = draw(line, 2);

    (void)unused;
    assert_non_null(strstr(drawn, "<line class=\"axis\" x1=\"3\" y1=\"10\" x2=\"87\" y2=\"10\"/>"));
    free(drawn);
}

static void nothing_draws_nothing(void **unused)
{
    const struct kam_decimal zero[] = {kam_decimal_of(0), kam_decimal_of(0)};
    char *drawn = draw(NULL, 0);

    (void)unused;
    assert_string_equal(drawn, "");
    free(drawn);
    drawn = draw(zero, 2);
    assert_non_null(strstr(drawn, "points=\"3,17 87,17\""));
    free(drawn);
}

/* Drawn in pieces, each of which begins where the one before ended. */
static void a_long_line_is_whole(void **unused)
{
    enum { COUNT = 600 };
    struct kam_decimal line[COUNT];

    (void)unused;
    for (size_t i = 0; i < COUNT; i++)
        line[i] = kam_decimal_of((int64_t)i);
    char *drawn = draw(line, COUNT);
    assert_int_equal(count_of(drawn, "<polyline"), 3);
    assert_int_equal(count_of(drawn, ","), COUNT + 2);
    free(drawn);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DIRECTORY(a_line_goes_from_left_to_right),
        IN_DIRECTORY(a_missing_figure_is_a_gap),
        IN_DIRECTORY(what_is_negative_has_a_line_at_zero),
        IN_DIRECTORY(nothing_draws_nothing),
        IN_DIRECTORY(a_long_line_is_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
