/* Where a customer is heading, by the course of its figures. */
#include "diff/outlook.h"
#include "points.h"

static const char *outlook_of(const char *text)
{
    static struct kam_trend_step steps[MOST_POINTS * MOST_POINTS];
    struct kam_decimal room[MOST_POINTS];
    struct points points = points_of(text);
    struct kam_fraction slope = {{0}, {1}};

    if (points.count > 1)
        assert_true(kam_trend_slope(points.items, points.count, steps, &slope));
    return kam_outlook_word(kam_outlook_of(points.items, points.count, slope, room)).ptr;
}

static void courses(void **unused)
{
    static const struct {
        const char *points, *outlook;
    } table[] = {
        /* too few to tell */
        {"", ""},
        {"100", ""},
        {"100 50", ""},
        /* of three, one order in six rises: chance */
        {"100 200 300", "steady"},
        {"300 200 100", "steady"},
        /* of four, one in 24 */
        {"100 200 300 400", "rising"},
        {"400 300 200 100", "falling"},
        {"400 300 300 100", "falling"}, /* one of 12 */
        {"400 300 350 100", "steady"},
        {"1:400 5:300 6:200 20:100", "falling"},
        /* however reliable, 1 % a month has to be exceeded */
        {"101 102 103 104 105", "steady"},
        {"97.9 98.9 99.9 100.9 101.9", "rising"},
        {"98 99 100 101 102", "steady"},
        {"102 101 100 99 98", "steady"},
        {"102.1 101.1 99.9 98.9 97.9", "falling"},
        /* a single month, good or bad */
        {"100 100 100 100 100 900", "steady"},
        {"100 100 100 100 100 0", "steady"},
        {"100 80 60 900 40 20 10", "falling"},
        /* all the same, nothing at all */
        {"5 5 5 5 5 5", "steady"},
        {"0 0 0 0 0 0", "steady"},
        /* usually nothing: any slope is steep; where most steps are none, there is none */
        {"0 0 0 0 5 6", "rising"},
        {"0 0 0 0 0 0 5", "steady"},
        {"-2 -1 0 0 1 2", "rising"},
        /* negative figures: the size is what counts for what is usual */
        {"-100 -200 -300 -400", "falling"},
        {"-400 -300 -200 -100", "rising"},
        {"-102 -101 -100 -99 -98", "steady"},
        {"200 100 -100 -200", "falling"},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const char *outlook = outlook_of(table[i].points);
        if (strcmp(outlook, table[i].outlook) != 0)
            fail_msg("%s: '%s' instead of '%s'", table[i].points, outlook, table[i].outlook);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(courses)};

    return cmocka_run_group_tests_name("outlook", tests, NULL, NULL);
}
