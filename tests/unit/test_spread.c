#include "report/spread.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check(const double *given, size_t count, double last, const double *expected)
{
    double places[8];

    for (size_t i = 0; i < count; i++)
        places[i] = given[i];
    kam_spread(places, count, 10, 0, last);
    for (size_t i = 0; i < count; i++)
        if (places[i] < expected[i] - 1e-9 || places[i] > expected[i] + 1e-9)
            fail_msg("%zu is at %f, not %f", i, places[i], expected[i]);
}

static void what_is_apart_stays(void **unused)
{
    (void)unused;
    check((double[]){0, 10, 55}, 3, 100, (double[]){0, 10, 55});
}

static void what_is_too_near_is_moved(void **unused)
{
    (void)unused;
    check((double[]){20, 21, 22, 70}, 4, 100, (double[]){20, 30, 40, 70});
    check((double[]){-5, 1}, 2, 100, (double[]){0, 10});
    check((double[]){98, 99}, 2, 100, (double[]){90, 100});
}

static void what_has_no_room_goes_beyond_the_end(void **unused)
{
    (void)unused;
    check((double[]){0, 5, 9}, 3, 15, (double[]){0, 10, 20});
    check((double[]){0}, 0, 15, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_apart_stays),
        cmocka_unit_test(what_is_too_near_is_moved),
        cmocka_unit_test(what_has_no_room_goes_beyond_the_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
