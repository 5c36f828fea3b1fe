/* The customers that a report names: the largest, and those that are flagged. */
#include "reported.h"

#define TIERS "[tiers]\nnames = gold, silver, tail\nby = revenue\ncut = count 1, 2\n"
#define END   ",2026-10,m,revenue\n"

/* ---- the largest ----------------------------------------------------------------------------- */

static void the_first_by_rank_have_all_that_is_known_of_them(void **state)
{
    struct reported r = {.model_text = TIERS, .top = 2};

    (void)state;
    assert_int_equal(
        report_begin(&r, "account_id,account_name,revenue,2026-09,2026-10,score,rank,share,tier,"
                         "class,strategy,reason,period,model,by\n"
                         "c,,10.00,10,,50.0000,3,0.1,tail,,,cut" END
                         "b,,30.00,10,20,60.2567,2,0.3,silver,B,keep,\"below, top 1\"" END
                         "p,Prospect,,,,99,,,prospect,,,no bills" END
                         "a,Alpha,60.50,,60.5,88.1234,1,0.6,gold,A,,top 1" END),
        KAM_OK);
    assert_section(&r, KAM_SECTION_TOP,
                   "1 [1]\tAlpha (a)\tgold\t60.50 [60.50]\t60.0% [0.600000]\t88.1 [88.1234]\t"
                   "from 0 to 60\tA\t\ttop 1\n"
                   "2 [2]\tb\tsilver\t30.00 [30.00]\t30.0% [0.300000]\t60.3 [60.2567]\t"
                   "from 10 to 20\tB\tkeep\tbelow, top 1\n");
    assert_int_equal(r.report.top.all, 3);
    const struct kam_reportcell *line = kam_reporttable_at(&r.table, 0, 6);
    assert_int_equal(r.table.columns[6].kind, KAM_REPORTCELL_LINE);
    assert_int_equal(line->line_count, 2);
    assert_false(kam_is_number(line->line[0]));
    assert_true(line->line[1].units == kam_decimal_of(605).units / 10);
    assert_text(r.table.note, "");
    report_end(&r);
}

static void what_a_snapshot_lacks_is_left_out_and_said(void **state)
{
    struct reported r = {.model_text = TIERS};

    (void)state;
    assert_int_equal(report_begin(&r, "account_id,revenue,rank,tier,period,model,by\n"
                                      "a,60,1,gold" END),
                     KAM_OK);
    assert_section(&r, KAM_SECTION_TOP, "1 [1]\ta\tgold\t60.00 [60.00]\n");
    assert_text(r.table.note, "Not shown, since the snapshot doesn't have it: months and reason.");
    report_end(&r);
}

static void without_ranks_nobody_is_the_largest(void **state)
{
    struct reported r = {.model_text = TIERS};

    (void)state;
    assert_int_equal(report_begin(&r, "account_id,revenue,tier,period,model,by\na,60,gold" END),
                     KAM_OK);
    assert_non_null(kam_reportsection_lack(&r.report, KAM_SECTION_TOP));
    assert_text(r.report.top.lack.columns, "rank");
    assert_non_null(kam_reportsection_lack(&r.report, KAM_SECTION_FLAGGED));
    assert_text(r.report.flagged.lack.columns, "flags");
    report_end(&r);
}

static void a_rank_that_is_none_is_an_error(void **state)
{
    struct reported r = {.model_text = TIERS};

    (void)state;
    assert_int_equal(report_begin(&r, "account_id,revenue,rank,tier,period,model,by\n"
                                      "a,60,first,gold" END),
                     KAM_DATA);
    assert_string_equal(r.error.column, "rank");
    assert_int_equal(r.error.line, 2);
    report_end(&r);
}

/* ---- flagged --------------------------------------------------------------------------------- */

#define FLAGGED "account_id,account_name,revenue,tier_cut,tier,flags,evidence,period,model,by\n"

static void flagged_customers_come_by_revenue(void **state)
{
    struct reported r = {.model_text = TIERS, .top = 2};

    (void)state;
    assert_int_equal(report_begin(&r, FLAGGED "a,Alpha,10,gold,tail,reseller,discount" END
                                              "b,,40,gold,gold,,none" END
                                              "c,,30.5,gold,silver,costly|late,two of them" END
                                              "e,,20,silver,tail,late,overdue" END
                                              "d,,20,silver,tail,late,overdue" END),
                     KAM_OK);
    assert_section(&r, KAM_SECTION_FLAGGED,
                   "c\tcostly, late\tgold\tsilver\t30.50 [30.50]\ttwo of them\n"
                   "d\tlate\tsilver\ttail\t20.00 [20.00]\toverdue\n"
                   "all 4\t\t\t\t80.50 [80.50]\t\n");
    assert_int_equal(r.table.totals, 1);
    assert_text(r.table.note, "and 2 more");
    report_end(&r);
}

static void the_tier_without_the_flag_goes_before_that_of_the_limits(void **state)
{
    struct reported r = {.model_text = TIERS};

    (void)state;
    assert_int_equal(report_begin(&r, "account_id,revenue,tier_cut,tier_unflagged,tier,flags,"
                                      "evidence,period,model,by\n"
                                      "a,10,tail,silver,tail,late,overdue" END),
                     KAM_OK);
    assert_section(&r, KAM_SECTION_FLAGGED,
                   "a\tlate\tsilver\ttail\t10.00 [10.00]\toverdue\n"
                   "all 1\t\t\t\t10.00 [10.00]\t\n");
    assert_text(r.table.columns[2].title, "tier without the flag");
    report_end(&r);
}

static void without_evidence_the_flags_stand(void **state)
{
    struct reported r = {.model_text = TIERS, .top = 1};

    (void)state;
    assert_int_equal(report_begin(&r, "account_id,revenue,tier,flags,period,model,by\n"
                                      "a,10,tail,x" END "b,-5,tail,x" END),
                     KAM_OK);
    assert_section(&r, KAM_SECTION_FLAGGED,
                   "a\tx\ttail\t10.00 [10.00]\n"
                   "all 2\t\t\t5.00 [5.00]\n");
    assert_text(r.table.note,
                "and 1 more. Not shown, since the snapshot doesn't have it: evidence.");
    report_end(&r);
}

static void that_nobody_is_flagged_is_said(void **state)
{
    struct reported r = {.model_text = TIERS};

    (void)state;
    assert_int_equal(report_begin(&r, FLAGGED "b,,40,gold,gold,,none" END), KAM_OK);
    assert_null(kam_reportsection_lack(&r.report, KAM_SECTION_FLAGGED));
    assert_section(&r, KAM_SECTION_FLAGGED, "");
    assert_int_equal(r.table.totals, 0);
    assert_text(r.table.note, "Nobody is flagged.");
    report_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_by_rank_have_all_that_is_known_of_them),
        cmocka_unit_test(what_a_snapshot_lacks_is_left_out_and_said),
        cmocka_unit_test(without_ranks_nobody_is_the_largest),
        cmocka_unit_test(a_rank_that_is_none_is_an_error),
        cmocka_unit_test(flagged_customers_come_by_revenue),
        cmocka_unit_test(the_tier_without_the_flag_goes_before_that_of_the_limits),
        cmocka_unit_test(without_evidence_the_flags_stand),
        cmocka_unit_test(that_nobody_is_flagged_is_said),
    };

    return cmocka_run_group_tests_name("reportlists", tests, NULL, NULL);
}
