#include "report/chartboxes.h"

#include "boxed.h"
#include "drawing.h"
#include "labelboxes.h"
#include "random.h"

enum { WIDTH = 460, SHAPES = 4096, TEXT = 65536 };

/* What takes up room: a text, or a bubble. */
struct shape {
    double left, right, top, bottom;
    bool is_bubble;
};

/* ---- the picture, read back ------------------------------------------------------------------ */

static struct shape text_of(const char *element)
{
    struct labelbox box = labelbox_of(element);

    return (struct shape){box.left, box.right, box.top, box.bottom, false};
}

static struct shape bubble_of(const char *element)
{
    double x = attribute_of(element, " cx=\""), y = attribute_of(element, " cy=\"");
    double radius = attribute_of(element, " r=\"");

    return (struct shape){x - radius, x + radius, y - radius, y + radius, true};
}

static size_t find_shapes(const char *drawn, struct shape *shapes)
{
    size_t count = 0;

    for (const char *line = drawn; *line; line = strchr(line, '\n') + 1) {
        assert_true(count < SHAPES);
        if (strncmp(line, "<text", 5) == 0)
            shapes[count++] = text_of(line);
        else if (strncmp(line, "<circle", 7) == 0)
            shapes[count++] = bubble_of(line);
    }
    return count;
}

static bool overlap(const struct shape *a, const struct shape *b)
{
    const double rounding = 0.2;

    return a->left < b->right - rounding && b->left < a->right - rounding &&
           a->top < b->bottom - rounding && b->top < a->bottom - rounding;
}

/* Nothing stands above a text, or beyond the canvas. */
static void check_shapes(const struct shape *shapes, size_t count, double height, const char *drawn)
{
    for (size_t i = 0; i < count; i++) {
        const struct shape *shape = &shapes[i];
        if (shape->left < -0.2 || shape->right > WIDTH + 0.2 || shape->top < -0.2 ||
            shape->bottom > height + 0.2)
            fail_msg("%zu is beyond the canvas:\n%s", i, drawn);
        for (size_t j = 0; j < i; j++)
            if (!(shape->is_bubble && shapes[j].is_bubble) && overlap(shape, &shapes[j]))
                fail_msg("%zu and %zu overlap:\n%s", j, i, drawn);
    }
}

static char *draw(const struct kam_reportboxes *boxes, const struct kam_language *language)
{
    struct kam_speech speech = {.language = language};
    struct drawing drawing;

    drawing_begin(&drawing);
    drawing.canvas.height = kam_chartboxes_height(boxes);
    kam_chartboxes_draw(boxes, &speech, &drawing.canvas);
    assert_false(speech.failed);
    kam_speech_free(&speech);
    return drawing_end(&drawing);
}

static void check(const struct kam_reportboxes *boxes, const struct kam_language *language)
{
    static const char ellipsis[] = "\xE2\x80\xA6";
    struct shape *shapes = malloc(SHAPES * sizeof *shapes);
    char *drawn = draw(boxes, language);

    assert_non_null(shapes);
    size_t count = find_shapes(drawn, shapes);
    assert_true(count > boxes->bubble_count);
    check_shapes(shapes, count, kam_chartboxes_height(boxes), drawn);
    for (const char *at = drawn; (at = strstr(at, ellipsis)); at++) /* numbers are never cut */
        assert_false(at[-1] >= '0' && at[-1] <= '9');
    free(drawn);
    free(shapes);
}

/* ---- grids ----------------------------------------------------------------------------------- */

#define LONG "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"

/* Different for each NUMBER. */
static void put_name(FILE *out, unsigned number)
{
    static const char *const names[] = {LONG, "Wichtigste-Kundinnen-und-Kunden-",
                                        "مهم-جدا-جدا-جدا-جدا-", "ABCabcÄÖÜ", "A"};

    fprintf(out, "%s%u", names[number % 5], number);
}

static void put_axis(FILE *out, const char *name, unsigned limits)
{
    fputs(name, out);
    for (unsigned i = 0; i < limits; i++)
        fprintf(out, "%s %u", i ? "," : "", 5 + i * 95 / limits);
    fputs("\n", out);
}

/* HEIGHT by WIDTH boxes, whose names and strategies are of all kinds. */
static void make_model(char text[TEXT], unsigned height, unsigned width)
{
    FILE *out = fmemopen(text, TEXT, "w");

    assert_non_null(out);
    put_axis(out, TIERS "[grid]\ncontribution = money : percentile", height - 1);
    put_axis(out, "potential = points :", width - 1);
    fputs("rows =", out);
    for (unsigned i = 0; i < height * width; i++) {
        fputs(i && i % width == 0 ? " / " : " ", out);
        put_name(out, i);
    }
    for (unsigned i = 1; i < height * width; i += 3) {
        fputs("\n", out);
        put_name(out, i);
        fputs(" = s" LONG, out);
    }
    fputs("\n", out);
    assert_int_equal(fclose(out), 0);
}

static void make_snapshot(char text[TEXT], uint64_t *random)
{
    FILE *out = fmemopen(text, TEXT, "w");

    assert_non_null(out);
    fputs(boxed_header, out);
    for (unsigned i = 0; i < 400; i++)
        fprintf(out, "%u,b,,,2026-10,m,revenue,1,%u%03u.00,%s%u%03u.1234,%u,\n", 1000 + i,
                random_below(random, 3000) * random_below(random, 3000), random_below(random, 1000),
                i % 7 ? "" : "-", random_below(random, 9999), random_below(random, 1000),
                random_below(random, 120));
    assert_int_equal(fclose(out), 0);
}

static void texts_have_room_of_their_own(void **unused)
{
    char *model = malloc(TEXT), *snapshot = malloc(TEXT);
    uint64_t random = 1;
    struct boxed boxed;

    (void)unused;
    assert_non_null(model);
    assert_non_null(snapshot);
    for (unsigned height = 2; height <= 6; height++)
        for (unsigned width = 2; width <= 9; width++) {
            make_model(model, height, width);
            make_snapshot(snapshot, &random);
            put_in_boxes(&boxed, model, snapshot, 1);
            check(&boxed.boxes, &kam_english);
            check(&boxed.boxes, &kam_chinese);
            unbox(&boxed);
        }
    free(model);
    free(snapshot);
}

/* ---- what it says ---------------------------------------------------------------------------- */

#define GRID                                                                                       \
    TIERS "[grid]\ncontribution = revenue : 11\npotential = points : 5\nrows = A B / C D\nA = s\n"

static void check_has(const char *drawn, const char *text)
{
    char expected[200];

    snprintf(expected, sizeof expected, ">%s</text>", text);
    if (!strstr(drawn, expected))
        fail_msg("no %s in\n%s", text, drawn);
}

static void boxes_say_class_strategy_and_figures(void **unused)
{
    struct kam_speech speech = {.language = &kam_english};
    struct boxed boxed;
    char text[800];

    (void)unused;
    snprintf(text, sizeof text, "%s%s", boxed_header,
             CUSTOMER("1", "1", "0", "") CUSTOMER("2", "2", "0", "") CUSTOMER("3", "3", "7", "")
                 CUSTOMER("4", "4", "", ""));
    put_in_boxes(&boxed, GRID, text, 1);
    char *drawn = draw(&boxed.boxes, &kam_english);
    check_has(drawn, "s");
    check_has(drawn, "2 (50.0%)");
    check_has(drawn, "1 (25.0%)");
    check_has(drawn, "0 (0.0%)");
    check_has(drawn, "11");
    check_has(drawn, "↑ contribution: revenue");
    check_has(drawn, "potential: points →");
    check_has(drawn, "Without a class: 1 customer, 25.0% of the revenue");
    check_has(drawn, "The largest: 20");
    free(drawn);
    struct kam_text words = kam_chartboxes_describe(&boxed.boxes, &speech);
    const char expected[] = "2 by 2 boxes, revenue upwards, points to the right; a bubble is "
                            "customers with figures close to each other. Most revenue is in a box "
                            "of class C: 2 customers, 50.0% of the revenue.";
    assert_int_equal(words.len, strlen(expected));
    assert_memory_equal(words.ptr, expected, words.len);
    kam_speech_free(&speech);
    unbox(&boxed);
}

static void nobody_is_a_picture_too(void **unused)
{
    struct kam_speech speech = {.language = &kam_english};
    struct boxed boxed;
    char *drawn;

    (void)unused;
    put_in_boxes(&boxed, GRID, boxed_header, 1);
    check(&boxed.boxes, &kam_english);
    drawn = draw(&boxed.boxes, &kam_english);
    check_has(drawn, "0 (–)");
    assert_null(strstr(drawn, "<circle"));
    free(drawn);
    struct kam_text words = kam_chartboxes_describe(&boxed.boxes, &speech);
    assert_true(kam_text_take_back(&words, KAM_TEXT("each other. No box has a revenue above 0.")));
    kam_speech_free(&speech);
    unbox(&boxed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DIRECTORY(texts_have_room_of_their_own),
        IN_DIRECTORY(boxes_say_class_strategy_and_figures),
        IN_DIRECTORY(nobody_is_a_picture_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
