#include "report/chartpack.h"

#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { CIRCLES = 64, WIDTH = 8000, HEIGHT = 5000 };

static void check_inside(const struct kam_circle *circle)
{
    assert_in_range(circle->x, circle->radius, WIDTH - circle->radius);
    assert_in_range(circle->y, circle->radius, HEIGHT - circle->radius);
}

/* So far B reaches into A. */
static int64_t overlap(const struct kam_circle *a, const struct kam_circle *b)
{
    int64_t x = a->x - b->x, y = a->y - b->y, need = a->radius + b->radius, distance = 0;

    while ((distance + 1) * (distance + 1) <= x * x + y * y)
        distance++;
    return need - distance;
}

static void check_apart(const struct kam_circle *circles, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        check_inside(&circles[i]);
        for (size_t j = 0; j < i; j++)
            if (overlap(&circles[i], &circles[j]) > 8)
                fail_msg("%zu and %zu overlap by %lld", i, j,
                         (long long)overlap(&circles[i], &circles[j]));
    }
}

static void where_there_is_room_none_overlaps(void **unused)
{
    struct kam_circle circles[CIRCLES];
    uint64_t random = 1;

    (void)unused;
    for (unsigned round = 0; round < 100; round++) {
        for (size_t i = 0; i < CIRCLES; i++)
            circles[i] =
                (struct kam_circle){random_below(&random, WIDTH), random_below(&random, HEIGHT),
                                    96 + random_below(&random, 150)};
        kam_chartpack(circles, CIRCLES, WIDTH, HEIGHT);
        check_apart(circles, CIRCLES);
    }
}

/* As customers with the same few points are. */
static void what_is_in_one_place_or_line_comes_apart(void **unused)
{
    struct kam_circle circles[CIRCLES];

    (void)unused;
    for (size_t i = 0; i < CIRCLES; i++)
        circles[i] = (struct kam_circle){WIDTH / 2, HEIGHT / 2, 150};
    kam_chartpack(circles, 12, WIDTH, HEIGHT);
    check_apart(circles, 12);
    for (size_t i = 0; i < CIRCLES; i++)
        circles[i] = (struct kam_circle){0, (int64_t)i * HEIGHT / 20, 300};
    kam_chartpack(circles, 20, WIDTH, HEIGHT);
    check_apart(circles, 20);
}

static void what_has_room_stays(void **unused)
{
    struct kam_circle circles[] = {{1000, 1000, 100}, {3000, 1000, 100}, {3000, 4900, 400}};
    const struct kam_circle expected[] = {
        {1000, 1000, 100}, {3000, 1000, 100}, {3000, HEIGHT - 400, 400}};

    (void)unused;
    kam_chartpack(circles, 3, WIDTH, HEIGHT);
    assert_memory_equal(circles, expected, sizeof circles);
}

static void what_is_too_large_is_in_the_middle(void **unused)
{
    struct kam_circle circles[] = {{0, 0, HEIGHT}, {0, 0, 100}};

    (void)unused;
    kam_chartpack(circles, 2, WIDTH, HEIGHT);
    assert_int_equal(circles[0].x, WIDTH / 2);
    assert_int_equal(circles[0].y, HEIGHT / 2);
    check_inside(&circles[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_there_is_room_none_overlaps),
        cmocka_unit_test(what_is_in_one_place_or_line_comes_apart),
        cmocka_unit_test(what_has_room_stays),
        cmocka_unit_test(what_is_too_large_is_in_the_middle),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
