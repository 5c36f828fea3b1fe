/* How revenue is spread, held against the definitions. */
#include "random.h"
#include "reported.h"

#include <stdio.h>

enum { MOST = 400, MILLION = 1000000 };

#define TIERS  "[tiers]\nnames = gold, tail\nby = revenue\ncut = count 1\n"
#define HEADER "account_id,revenue,tier,period,model,by\n"

/* COUNT customers with REVENUES of cents, and a prospect; to be freed. */
static char *snapshot_of(const int *revenues, size_t count)
{
    struct kam_buffer text = {NULL, 0, 0};
    bool ok = kam_buffer_add(&text, kam_text_of(HEADER "p,,prospect,2026-10,m,revenue\n"));

    for (size_t i = 0; i < count; i++)
        ok = ok && kam_buffer_printf(&text, "c%zu,%s%d.%02d,tail,2026-10,m,revenue\n", i,
                                     revenues[i] < 0 ? "-" : "", abs(revenues[i]) / 100,
                                     abs(revenues[i]) % 100);
    assert_true(ok && kam_buffer_add_byte(&text, '\0'));
    return text.ptr;
}

static int compare(const void *a, const void *b)
{
    const int *first = a, *second = b;

    return (*first > *second) - (*first < *second);
}

/* SHARE is PART / WHOLE rounded to six places, to the nearer side. */
static void check_share(struct kam_decimal share, int64_t part, int64_t whole)
{
    kam_int128 unit = kam_decimal_of(1).units / MILLION;
    kam_int128 rest = share.units / unit * whole * 2 - (kam_int128)part * MILLION * 2;

    assert_true(share.units % unit == 0);
    assert_true(rest <= whole && -rest <= whole);
}

/* RISING are what revenues count as. */
static void check_curve(const struct kam_reportlorenz *lorenz, const int *rising, size_t count,
                        int64_t all)
{
    size_t point = 0, done = 0;
    int64_t sum = 0;

    for (size_t percent = 0; percent <= 100; percent++) {
        size_t customers = (size_t)((count * percent + 99) / 100);
        if (percent && customers == done)
            continue;
        for (; done < customers; done++)
            sum += rising[done];
        check_share(lorenz->points[point].customers, (int64_t)customers, (int64_t)count);
        check_share(lorenz->points[point].revenue, sum, all);
        point++;
    }
    assert_int_equal(lorenz->count, point);
}

static void check_few(const struct kam_reportlorenz *lorenz, const int *rising, size_t count,
                      int64_t all)
{
    size_t few = 0;
    int64_t sum = 0;

    while (sum * 10 < all * 8)
        sum += rising[count - ++few];
    assert_int_equal(lorenz->few_customers, few);
    check_share(lorenz->few, (int64_t)few, (int64_t)count);
}

/* The mean difference of two customers by twice the mean (Gini, 1912). */
static void check_gini(const struct kam_reportlorenz *lorenz, const int *rising, size_t count,
                       int64_t all)
{
    int64_t differences = 0;

    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            differences += abs(rising[i] - rising[j]);
    check_share(lorenz->gini, differences, 2 * (int64_t)count * all);
}

static void check_largest(const struct kam_reportlorenz *lorenz, const int *rising, size_t count,
                          int64_t all)
{
    static const size_t percentages[KAM_LORENZ_LARGEST] = {1, 5, 10, 20, 50, 100};

    for (size_t i = 0; i < KAM_LORENZ_LARGEST; i++) {
        const struct kam_reportlargest *largest = &lorenz->largest[i];
        int64_t sum = 0;
        size_t customers = 0;
        while (customers * 100 < count * percentages[i])
            sum += rising[count - ++customers];
        assert_int_equal(largest->percent, percentages[i]);
        assert_int_equal(largest->customers, customers);
        assert_true(largest->revenue.units == kam_decimal_of(sum).units / 100);
        check_share(largest->share, sum, all);
    }
    assert_true(lorenz->top_share.units == lorenz->largest[3].share.units);
}

static void check(int *revenues, size_t count)
{
    struct reported r = {.model_text = TIERS};
    char *text = snapshot_of(revenues, count);
    int64_t all = 0;

    assert_int_equal(report_begin(&r, text), KAM_OK);
    for (size_t i = 0; i < count; i++) {
        revenues[i] = revenues[i] < 0 ? 0 : revenues[i];
        all += revenues[i];
    }
    qsort(revenues, count, sizeof *revenues, compare);
    assert_int_equal(r.report.lorenz.is_known, all > 0);
    if (all) {
        check_curve(&r.report.lorenz, revenues, count, all);
        check_few(&r.report.lorenz, revenues, count, all);
        check_gini(&r.report.lorenz, revenues, count, all);
        check_largest(&r.report.lorenz, revenues, count, all);
    }
    report_end(&r);
    free(text);
}

static void the_curve_is_that_of_its_definition(void **state)
{
    static const size_t counts[] = {1, 2, 3, 7, 99, 100, 101, 250, MOST};
    uint64_t random = 20261122;
    int revenues[MOST];

    (void)state;
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++)
        for (unsigned limit = 1; limit <= 10000000; limit *= 10) {
            for (size_t i = 0; i < counts[c]; i++)
                revenues[i] = (int)random_below(&random, limit + 1) - (int)(limit / 10);
            check(revenues, counts[c]);
        }
}

static void exactly_four_fifths_are_enough(void **state)
{
    int exactly[] = {3, 5, 5, 8, 84}, nearly[] = {3, 5, 5, 8, 83};
    struct reported r = {.model_text = TIERS};
    char *text = snapshot_of(exactly, 5);

    (void)state;
    assert_int_equal(report_begin(&r, text), KAM_OK);
    assert_int_equal(r.report.lorenz.few_customers, 1);
    report_end(&r);
    free(text);
    check(nearly, 5);
}

static void revenues_that_differ_by_next_to_nothing_are_in_order(void **state)
{
    struct reported r = {.model_text = TIERS};
    static const char snapshot[] =
        HEADER "a,100000000000000000.000000000000000002,tail,2026-10,m,r\n"
               "b,100000000000000000.000000000000000001,tail,2026-10,m,r\n"
               "c,0.000000000000000001,tail,2026-10,m,r\n";

    (void)state;
    assert_int_equal(report_begin(&r, snapshot), KAM_OK);
    struct kam_decimal largest = r.report.lorenz.largest[0].revenue;
    assert_true(largest.units == kam_decimal_of(100000000000000000).units + 2);
    report_end(&r);
}

static void the_table_ends_with_the_coefficient(void **state)
{
    struct reported r = {.model_text = TIERS};

    (void)state;
    assert_int_equal(report_begin(&r, HEADER "a,1,tail,2026-10,m,r\nb,3,gold,2026-10,m,r\n"),
                     KAM_OK);
    assert_section(&r, KAM_SECTION_LORENZ,
                   "1% [0.01]\t1 [1]\t3.00 [3.00]\t75.0% [0.750000]\n"
                   "5% [0.05]\t1 [1]\t3.00 [3.00]\t75.0% [0.750000]\n"
                   "10% [0.10]\t1 [1]\t3.00 [3.00]\t75.0% [0.750000]\n"
                   "20% [0.20]\t1 [1]\t3.00 [3.00]\t75.0% [0.750000]\n"
                   "50% [0.50]\t1 [1]\t3.00 [3.00]\t75.0% [0.750000]\n"
                   "100% [1.00]\t2 [2]\t4.00 [4.00]\t100.0% [1.000000]\n"
                   "Gini coefficient\t\t\t0.250 [0.250000]\n");
    assert_int_equal(r.table.totals, 1);
    report_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_curve_is_that_of_its_definition),
        cmocka_unit_test(exactly_four_fifths_are_enough),
        cmocka_unit_test(revenues_that_differ_by_next_to_nothing_are_in_order),
        cmocka_unit_test(the_table_ends_with_the_coefficient),
    };

    return cmocka_run_group_tests_name("lorenz", tests, NULL, NULL);
}
