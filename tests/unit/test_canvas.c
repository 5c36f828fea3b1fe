#include "report/canvas.h"

#include "drawing.h"

/* ---- shapes ---------------------------------------------------------------------------------- */

static void coordinates_have_a_tenth(void **unused)
{
    struct drawing drawing;

    (void)unused;
    drawing_begin(&drawing);
    kam_canvas_line(&drawing.canvas, "axis", 1, 2.04, -0.04, 1234.56);
    kam_canvas_circle(&drawing.canvas, "bubble", -0.06, 10, 100);
    char *text = drawing_end(&drawing);
    assert_string_equal(text, "<line class=\"axis\" x1=\"1\" y1=\"2\" x2=\"0\" y2=\"1234.6\"/>\n"
                              "<circle class=\"bubble\" cx=\"-0.1\" cy=\"10\" r=\"100\"/>\n");
    free(text);
}

static void shapes_are_elements(void **unused)
{
    const double points[] = {0, 0, 1.5, 2, 3, 0};
    struct drawing drawing;

    (void)unused;
    drawing_begin(&drawing);
    kam_canvas_rect(&drawing.canvas, "t0", 1, 2, 3, 4);
    kam_canvas_polyline(&drawing.canvas, "grid", points, 3);
    kam_canvas_polygon(&drawing.canvas, "t1 up", points, 3);
    kam_canvas_band(&drawing.canvas, "up", 0, 10, 100, 20, 5);
    char *text = drawing_end(&drawing);
    assert_string_equal(text, "<rect class=\"t0\" x=\"1\" y=\"2\" width=\"3\" height=\"4\"/>\n"
                              "<polyline class=\"grid\" points=\"0,0 1.5,2 3,0\"/>\n"
                              "<polygon class=\"t1 up\" points=\"0,0 1.5,2 3,0\"/>\n"
                              "<path class=\"up\" d=\"M0 10C50 10 50 20 100 20L100 25"
                              "C50 25 50 15 0 15Z\"/>\n");
    free(text);
}

/* ---- texts ----------------------------------------------------------------------------------- */

static void check_text(const char *class, const char *text, double most, const char *expected)
{
    struct drawing drawing;

    drawing_begin(&drawing);
    kam_canvas_text(&drawing.canvas, class, KAM_ANCHOR_START, 0, 0, kam_text_of(text), most);
    char *drawn = drawing_end(&drawing);
    char *from = strchr(drawn, '>'), *to = strstr(drawn, "</text>\n");

    assert_non_null(from);
    assert_non_null(to);
    *to = '\0';
    assert_string_equal(from + 1, expected);
    free(drawn);
    assert_int_equal(remove(drawing_path), 0);
}

static void a_text_is_a_label(void **unused)
{
    struct drawing drawing;

    (void)unused;
    drawing_begin(&drawing);
    kam_canvas_text(&drawing.canvas, "", KAM_ANCHOR_START, 1, 2, KAM_TEXT("gold"), 0);
    kam_canvas_text(&drawing.canvas, "small muted", KAM_ANCHOR_END, 1, 2, KAM_TEXT("<&>"), 0);
    char *text = drawing_end(&drawing);
    assert_string_equal(text,
                        "<text class=\"label\" text-anchor=\"start\" x=\"1\" y=\"2\">gold</text>\n"
                        "<text class=\"label small muted\" text-anchor=\"end\" x=\"1\" y=\"2\">"
                        "&lt;&amp;&gt;</text>\n");
    free(text);
}

static void a_text_that_is_too_wide_is_cut(void **unused)
{
    (void)unused;
    check_text("", "gold", 36, "gold");
    check_text("", "golden", 36, "go…");
    check_text("", "golden", 0, "golden");
    check_text("", "重要客户", 4 * kam_font_size, "重要客户");
    check_text("", "重要客户群", 4 * kam_font_size, "重要客…");
    check_text("small", "重要客户", 3 * kam_font_size, "重要…");
    check_text("strong", "重要客户", 4 * kam_font_size, "重要…");
    check_text("", "golden", 1, "…");
}

/* What combines stays with what it combines with, but no tower of marks reaches other lines. */
static void marks_stay_with_their_letters(void **unused)
{
    (void)unused;
    check_text("",
               "e\xCC\x81"
               "e\xCC\x81"
               "e\xCC\x81",
               24, "e\xCC\x81…");
    check_text("", "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81", 0,
               "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81…");
}

static void a_text_is_never_endless(void **unused)
{
    char text[10001], expected[256] = "";

    (void)unused;
    memset(text, 'x', sizeof text);
    text[sizeof text - 1] = '\0';
    memset(expected, 'x', 200);
    check_text("", text, 0, strcat(expected, "…"));
}

static void assert_width(const char *text, double size, double expected)
{
    double width = kam_canvas_width(kam_text_of(text), size);

    if (width < expected - 1e-9 || width > expected + 1e-9)
        fail_msg("'%s' is %f wide, not %f", text, width, expected);
}

static void widths_are_estimated(void **unused)
{
    (void)unused;
    assert_width("", 10, 0);
    assert_width("重要", 10, 20);
    assert_width("e\xCC\x81", 10, 6.5);
    assert_width("iii", 10, 12.6);
    assert_width("WWW", 10, 30);
    assert_width("\xF0\x9F\x98\x80", 10, 13);
}

static void a_class_says_the_size(void **unused)
{
    struct kam_text text = KAM_TEXT("重要");

    (void)unused;
    assert_true(kam_canvas_label_width(text, "") == 28);
    assert_true(kam_canvas_label_width(text, "small") == 25);
    assert_true(kam_canvas_label_width(text, "muted small up") == 25);
    assert_true(kam_canvas_label_width(text, "smaller") == 28);
    assert_true(kam_canvas_label_width(text, "strong") > 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DIRECTORY(coordinates_have_a_tenth),
        IN_DIRECTORY(shapes_are_elements),
        IN_DIRECTORY(a_text_is_a_label),
        IN_DIRECTORY(a_text_that_is_too_wide_is_cut),
        IN_DIRECTORY(marks_stay_with_their_letters),
        IN_DIRECTORY(a_text_is_never_endless),
        cmocka_unit_test(widths_are_estimated),
        cmocka_unit_test(a_class_says_the_size),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
