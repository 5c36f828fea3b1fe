/* What the tiers of a snapshot come to, on a report. */
#include "reported.h"

#define TIERS  "[tiers]\nnames = gold, silver, tail\nby = revenue\ncut = count 1, 2\n"
#define HEADER "account_id,revenue,tier,period,model,by\n"
#define END    ",2026-10,m,revenue\n"

static void tiers_have_customers_and_revenue_and_prospects_are_aside(void **state)
{
    struct reported r = {.model_text = TIERS};

    (void)state;
    assert_int_equal(report_begin(&r,
                                  HEADER "a,60.5,gold" END "b,30,silver" END "c,-10.25,silver" END
                                         "d,10,tail" END "p,,prospect" END "q,,prospect" END),
                     KAM_OK);
    assert_section(
        &r, KAM_SECTION_PYRAMID,
        "gold\t1 [1]\t25.0% [0.250000]\t60.50 [60.50]\t60.2% [0.601990]\t60.50 [60.5000]\n"
        "silver\t2 [2]\t50.0% [0.500000]\t19.75 [19.75]\t29.9% [0.298507]\t9.88 [9.8750]\n"
        "tail\t1 [1]\t25.0% [0.250000]\t10.00 [10.00]\t10.0% [0.099502]\t10.00 [10.0000]\n"
        "total\t4 [4]\t100.0% [1.000000]\t90.25 [90.25]\t100.0% [1.000000]\t22.56 "
        "[22.5625]\n");
    assert_int_equal(r.table.totals, 1);
    assert_text(r.table.note, "Beside them there are prospects: 2. They have no bills yet.");
    assert_int_equal(r.report.pyramid.key_tiers, 1);
    assert_int_equal(r.report.pyramid.now.key.customers, 1);
    report_end(&r);
}

static void shares_are_of_what_the_base_counts(void **state)
{
    struct reported r = {.model_text = TIERS "base = net\n"};

    (void)state;
    assert_int_equal(report_begin(&r, HEADER "a,60,gold" END "b,-20,silver" END), KAM_OK);
    assert_section(
        &r, KAM_SECTION_PYRAMID,
        "gold\t1 [1]\t50.0% [0.500000]\t60.00 [60.00]\t150.0% [1.500000]\t60.00 [60.0000]\n"
        "silver\t1 [1]\t50.0% [0.500000]\t-20.00 [-20.00]\t-50.0% [-0.500000]\t-20.00 "
        "[-20.0000]\n"
        "tail\t0 [0]\t0.0% [0.000000]\t0.00 [0.00]\t0.0% [0.000000]\t\n"
        "total\t2 [2]\t100.0% [1.000000]\t40.00 [40.00]\t100.0% [1.000000]\t20.00 "
        "[20.0000]\n");
    report_end(&r);
}

static void key_tiers_are_those_at_the_top(void **state)
{
    struct reported r = {.model_text = TIERS, .options.key_tiers = 2};

    (void)state;
    assert_int_equal(
        report_begin(&r, HEADER "a,60,gold" END "b,30,silver" END "c,8,tail" END "d,2,tail" END),
        KAM_OK);
    assert_int_equal(r.report.pyramid.now.key.customers, 2);
    assert_true(r.report.pyramid.now.key.revenue.units == kam_decimal_of(90).units);
    assert_true(r.report.pyramid.now.key.counted.units == kam_decimal_of(90).units);
    report_end(&r);
}

static void the_snapshot_before_has_columns_of_its_own(void **state)
{
    struct reported r = {.model_text = TIERS,
                         .before_text = HEADER "a,7,tail,2026-09,m,revenue\n"
                                               "z,5,gold,2026-09,m,revenue\n"};

    (void)state;
    assert_int_equal(report_begin(&r, HEADER "a,60,gold" END), KAM_OK);
    assert_section(&r, KAM_SECTION_PYRAMID,
                   "gold\t1 [1]\t100.0% [1.000000]\t60.00 [60.00]\t100.0% [1.000000]\t60.00 "
                   "[60.0000]\t1 [1]\t5.00 [5.00]\n"
                   "silver\t0 [0]\t0.0% [0.000000]\t0.00 [0.00]\t0.0% [0.000000]\t\t0 [0]\t0.00 "
                   "[0.00]\n"
                   "tail\t0 [0]\t0.0% [0.000000]\t0.00 [0.00]\t0.0% [0.000000]\t\t1 [1]\t7.00 "
                   "[7.00]\n"
                   "total\t1 [1]\t100.0% [1.000000]\t60.00 [60.00]\t100.0% [1.000000]\t60.00 "
                   "[60.0000]\t2 [2]\t12.00 [12.00]\n");
    assert_text(r.table.note, "");
    report_end(&r);
}

static void snapshots_without_rows_have_no_shares(void **state)
{
    struct reported r = {.model_text = TIERS, .before_text = HEADER};

    (void)state;
    assert_int_equal(report_begin(&r, HEADER), KAM_OK);
    assert_section(&r, KAM_SECTION_PYRAMID,
                   "gold\t0 [0]\t\t0.00 [0.00]\t\t\t0 [0]\t0.00 [0.00]\n"
                   "silver\t0 [0]\t\t0.00 [0.00]\t\t\t0 [0]\t0.00 [0.00]\n"
                   "tail\t0 [0]\t\t0.00 [0.00]\t\t\t0 [0]\t0.00 [0.00]\n"
                   "total\t0 [0]\t\t0.00 [0.00]\t\t\t0 [0]\t0.00 [0.00]\n");
    assert_section(&r, KAM_SECTION_LORENZ, "");
    assert_text(r.table.note, "Nobody has a revenue above 0.");
    report_end(&r);
}

static void a_sum_that_is_too_large_is_an_error(void **state)
{
    struct reported r = {.model_text = TIERS};

    (void)state;
    assert_int_equal(report_begin(&r, HEADER "a,100000000000000000000,gold" END
                                             "b,100000000000000000000,silver" END),
                     KAM_DATA);
    assert_string_equal(r.error.text, "the sum of the revenue is too large");
    assert_string_equal(r.error.file, r.path);
    report_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tiers_have_customers_and_revenue_and_prospects_are_aside),
        cmocka_unit_test(shares_are_of_what_the_base_counts),
        cmocka_unit_test(key_tiers_are_those_at_the_top),
        cmocka_unit_test(the_snapshot_before_has_columns_of_its_own),
        cmocka_unit_test(snapshots_without_rows_have_no_shares),
        cmocka_unit_test(a_sum_that_is_too_large_is_an_error),
    };

    return cmocka_run_group_tests_name("reportpyramid", tests, NULL, NULL);
}
