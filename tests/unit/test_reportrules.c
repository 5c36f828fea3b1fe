/* Under which rules a snapshot was made, as its report says it. */
#include "reported.h"

#define TIERS  "[tiers]\nnames = gold, tail\nby = revenue\n"
#define HEADER "account_id,revenue,2026-09,2026-10,currency,tier,period,model,by\n"
#define OTHER                                                                                      \
    "note\tThe snapshot wasn't made under the model that is given; limits, patience and policies " \
    "here are those of the model given.\n"

/* The rules but the first FROM and the last, which is a file. */
static void assert_rules(struct reported *r, size_t from, const char *expected)
{
    kam_reporttable_free(&r->table);
    kam_reportsection_table(&r->report, KAM_SECTION_RULES, &r->speech, &r->table);
    assert_true(r->table.cell_count >= 2 * from + 2);
    r->table.cell_count -= 2;
    memmove(r->table.cells, r->table.cells + 2 * from,
            (r->table.cell_count - 2 * from) * sizeof *r->table.cells);
    r->table.cell_count -= 2 * from;
    assert_table(&r->table, expected);
}

static void a_snapshot_says_when_and_by_what(void **state)
{
    struct reported r = {.model_text = TIERS "cut = count 1\n"};
    char hash[KAM_MODEL_HASH_SIZE], snapshot[256];

    (void)state;
    assert_int_equal(
        kam_model_load_text(&r.model, "m.kam", kam_text_of(r.model_text), NULL, 0, NULL), KAM_OK);
    assert_int_equal(kam_model_hash_tier(r.model, hash, NULL), KAM_OK);
    kam_model_free(r.model);
    snprintf(snapshot, sizeof snapshot,
             HEADER "a,60,10,50,CNY,gold,2026-10,Rules %s,revenue\n"
                    "p,,,,,prospect,2026-10,Rules %s,revenue\n",
             hash, hash);
    assert_int_equal(report_begin(&r, snapshot), KAM_OK);
    char expected[512];
    snprintf(expected, sizeof expected,
             "period\tOctober 2026\n"
             "window\t2 months, September 2026 to October 2026\n"
             "customers\t1\nprospects\t1\ncurrency\tCNY\n"
             "model\tRules %s\nranked by\trevenue\n"
             "where tiers end\tafter 1 customer, from the top\n",
             hash);
    assert_rules(&r, 0, expected);
    report_end(&r);
}

/* A model whose [tiers] go on with MORE says EXPECTED of its limits and patience. */
static void check_limits(const char *more, const char *expected)
{
    char model[512], rules[1024];
    struct reported r = {.model_text = model};

    snprintf(model, sizeof model, TIERS "%s", more);
    snprintf(rules, sizeof rules, OTHER "ranked by\trevenue\n%s", expected);
    assert_int_equal(report_begin(&r, HEADER "a,60,10,50,CNY,gold,2026-10,m,revenue\n"), KAM_OK);
    assert_rules(&r, 5, rules);
    report_end(&r);
}

static void limits_are_said_as_the_model_has_them(void **state)
{
    (void)state;
    check_limits("cut = customers 5%\n", "where tiers end\tat 5% of the customers, from the top\n");
    check_limits("cut = share 80%\nper = region\n",
                 "where tiers end\tat 80% of the revenue, from the top\n"
                 "cut by itself for each\tregion\n");
    check_limits("cut = value 50000\n", "where tiers end\trevenue of at least 50,000\n");
    check_limits("cut = managers 12\n[managers]\ncount = 2\n",
                 "where tiers end\tafter 12 customers for each manager, from the top\n");
}

static void patience_is_said_where_there_is_some(void **state)
{
    (void)state;
    check_limits("cut = count 1\npromote-after = 2\ndemote-after = 3\nkeep-factor = 90%\n"
                 "step = one\nlost-after = 6\n",
                 "where tiers end\tafter 1 customer, from the top\n"
                 "moves up after\t2 snapshots in a row above its tier\n"
                 "moves down after\t3 snapshots in a row below its tier\n"
                 "keeps its tier\twith 90% of the limit at least\n"
                 "moves by\tone tier at a time\n"
                 "lost after\t6 months without a bill\n");
}

static void files_are_named_without_directories(void **state)
{
    struct reported r = {.model_text = TIERS "cut = count 1\nlost-after = 1\n",
                         .before_text = "account_id,revenue,tier,period,model,by\n"
                                        "a,1,tail,2026-09,old,revenue\n",
                         .moves = "somewhere/all.csv"};
    char expected[1024];

    (void)state;
    assert_int_equal(report_begin(&r, "account_id,revenue,tier,period,model,by\n"
                                      "a,1,tail,2026-10,new,revenue\n"),
                     KAM_OK);
    snprintf(expected, sizeof expected,
             "period\tOctober 2026\ncompared with\tSeptember 2026\ncustomers\t1\nmodel\tnew\n" OTHER
             "model of the snapshot before\told\nranked by\trevenue\n"
             "where tiers end\tafter 1 customer, from the top\n"
             "lost after\t1 month without a bill\n"
             "note\tCustomers that count as lost after months without a bill still are in their "
             "tiers, and counted there; movements don't count them as customers any more.\n"
             "snapshot\t%s\nsnapshot before\t%s\n",
             strrchr(r.path, '/') + 1, strrchr(r.before_path, '/') + 1);
    assert_rules(&r, 0, expected);
    assert_text(r.table.cells[r.table.cell_count + 1].shown, "all.csv");
    report_end(&r);
}

/* ---- policies -------------------------------------------------------------------------------- */

static void assert_policies(struct reported *r, const char *expected)
{
    kam_reportpolicy_table(&r->source, &r->speech, &r->table);
    assert_table(&r->table, expected);
}

static void policies_are_those_of_the_model(void **state)
{
    struct reported r = {.model_text = TIERS
                         "cut = count 1\n"
                         "[grid]\ncontribution = revenue : 10\npotential = revenue : 5\n"
                         "rows = A A / B C\n"
                         "[policy gold]\nmanager = own\nvisits = weekly\n"
                         "[policy prospect]\nvisits = once\n[policy class B]\nmanager = shared\n"};

    (void)state;
    assert_int_equal(report_begin(&r, HEADER "a,60,10,50,CNY,gold,2026-10,m,revenue\n"), KAM_OK);
    assert_policies(&r, "gold\town\tweekly\ntail\t\t\nprospects\t\tonce\nclass B\tshared\t\n");
    assert_text(r.table.columns[1].title, "manager");
    assert_text(r.table.caption, "How each tier is served");
    report_end(&r);
}

static void without_a_model_policies_are_what_customers_agree_in(void **state)
{
    struct reported r = {.top = 0};

    (void)state;
    assert_int_equal(
        report_begin(&r,
                     "account_id,revenue,rank,tier_cut,tier,policy_manager,policy_visits,period,"
                     "model,by\n"
                     "a,60,1,gold,gold,own,weekly,2026-10,m,revenue\n"
                     "b,50,2,gold,gold,own,monthly,2026-10,m,revenue\n"
                     "c,50,3,tail,tail,,,2026-10,m,revenue\n"
                     "p,,,,prospect,,once,2026-10,m,revenue\n"),
        KAM_OK);
    assert_policies(&r, "gold\town\tdiffers\ntail\t\t\nprospects\t\tonce\n");
    assert_text(r.table.columns[2].title, "visits");
    report_end(&r);
}

static void without_policies_there_is_no_table(void **state)
{
    struct reported r = {.model_text = TIERS "cut = count 1\n"};

    (void)state;
    assert_int_equal(report_begin(&r, HEADER "a,60,10,50,CNY,gold,2026-10,m,revenue\n"), KAM_OK);
    kam_reportpolicy_table(&r.source, &r.speech, &r.table);
    assert_int_equal(r.table.column_count, 0);
    assert_false(r.table.failed);
    report_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_snapshot_says_when_and_by_what),
        cmocka_unit_test(limits_are_said_as_the_model_has_them),
        cmocka_unit_test(patience_is_said_where_there_is_some),
        cmocka_unit_test(files_are_named_without_directories),
        cmocka_unit_test(policies_are_those_of_the_model),
        cmocka_unit_test(without_a_model_policies_are_what_customers_agree_in),
        cmocka_unit_test(without_policies_there_is_no_table),
    };

    return cmocka_run_group_tests_name("reportrules", tests, NULL, NULL);
}
