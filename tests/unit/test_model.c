/* What is in a model that was read, and which tool would ignore some of it. */
#include "models.h"

#include <stdio.h>

static void assert_text(struct kam_text text, const char *expected)
{
    if (!kam_text_equal(text, kam_text_of(expected)))
        fail_msg("'%.*s' instead of '%s'", (int)text.len, text.ptr, expected);
}

static void everything_of_a_good_model_is_there(void **unused)
{
    struct kam_model *model = load("[model]\n"
                                   "name = Telecom, \"2026\"\n"
                                   "window = 6\n"
                                   "missing = zero\n"
                                   "[import]\n"
                                   "account = 客户编号\n"
                                   "keep = industry=行业, credit, \"total, net\"\n"
                                   "delimiter = pipe\n"
                                   "[import crm]\n"
                                   "prefix = \"C-\"\n"
                                   "round = 4\n"
                                   "[group]\n"
                                   "same = 税号, tax\n"
                                   "ignore-payer = P1\n"
                                   "max-members = 200\n"
                                   "[attribute credit]\n"
                                   "merge = head\n"
                                   "[dimension revenue | industry=hospital]\n"
                                   "linear = -50%:0, 0:50, 0.5:100\n" DIMENSION
                                   "[dimension revenue | industry in bank|press]\n"
                                   "bands = 0:7\n"
                                   "[dimension potential]\n"
                                   "column = potential\n"
                                   "weight = 0.5\n"
                                   "points = 30\n"
                                   "values = A:100, \"b:c\":70.5, *:10\n" TIERS "ties = split\n"
                                   "base = net\n");
    const struct kam_model_import *crm = kam_model_find_import(model, KAM_TEXT("crm"));
    const struct kam_model_import *plain = kam_model_find_import(model, KAM_TEXT(""));
    const struct kam_model_dimension *revenue = &model->dimensions[0];
    const struct kam_model_dimension *potential = &model->dimensions[1];

    (void)unused;
    assert_text(model->name, "Telecom, \"2026\"");
    assert_int_equal(model->window, 6);
    assert_non_null(plain);
    assert_text(plain->account, "客户编号");
    assert_text(plain->month, "");
    assert_int_equal(plain->keep.count, 3);
    assert_text(plain->keep.items[0].name, "industry");
    assert_text(plain->keep.items[0].column, "行业");
    assert_text(plain->keep.items[2].name, "total, net");
    assert_int_equal(plain->delimiter, '|');
    assert_int_equal(plain->round, -1);
    assert_non_null(crm);
    assert_text(crm->prefix, "C-");
    assert_int_equal(crm->round, 4);
    assert_null(kam_model_find_import(model, KAM_TEXT("sap")));
    assert_int_equal(model->group.same.count, 2);
    assert_text(model->group.ignore_payer.items[0], "P1");
    assert_int_equal(model->group.max_members, 200);
    assert_int_equal(model->attribute_count, 1);
    assert_int_equal(model->attributes[0].merge, KAM_MERGE_HEAD);

    assert_int_equal(model->dimension_count, 2);
    assert_int_equal(revenue->missing, KAM_MISSING_ZERO);
    assert_decimal(revenue->weight, "40");
    assert_int_equal(revenue->scale.kind, KAM_SCALE_BANDS);
    assert_int_equal(revenue->scale.step_count, 3);
    assert_decimal(revenue->scale.steps[1].from, "50000");
    assert_true(revenue->scale.steps[1].points == 60);
    assert_int_equal(revenue->segment_count, 2);
    assert_text(revenue->segments[0].condition.terms[0].operands[0].text, "hospital");
    assert_int_equal(revenue->segments[0].scale.kind, KAM_SCALE_LINEAR);
    assert_decimal(revenue->segments[0].scale.steps[0].from, "-0.5");
    assert_decimal(revenue->segments[0].scale.steps[2].from, "0.5");
    assert_int_equal(revenue->segments[1].condition.terms[0].operand_count, 2);
    assert_int_equal(potential->missing, KAM_MISSING_POINTS);
    assert_true(potential->missing_points == 30);
    assert_int_equal(potential->scale.step_count, 2);
    assert_text(potential->scale.steps[1].text, "b:c");
    assert_true(potential->scale.steps[1].points == 70.5);
    assert_true(potential->scale.has_other && potential->scale.other_points == 10);
    assert_int_equal(potential->segment_count, 0);

    assert_int_equal(model->tiers.names.count, 3);
    assert_text(model->tiers.by, "score");
    assert_int_equal(model->tiers.ties, KAM_TIES_SPLIT);
    assert_int_equal(model->tiers.base, KAM_BASE_NET);
    kam_model_free(model);
}

static void cuts_are_cumulative(void **unused)
{
    static const struct {
        const char *cut;
        enum kam_cut_kind kind;
        const char *limits[3];
    } cases[] = {
        {"customers 1%, +4%, 20%", KAM_CUT_CUSTOMERS, {"0.01", "0.05", "0.2"}},
        {"customers +1%, +4%, +94%", KAM_CUT_CUSTOMERS, {"0.01", "0.05", "0.99"}},
        {"share 50%, +30%, +20%", KAM_CUT_SHARE, {"0.5", "0.8", "1"}},
        {"share 50%,80%,95.5%", KAM_CUT_SHARE, {"0.5", "0.8", "0.955"}},
        {"value 80, 10.5, -5%", KAM_CUT_VALUE, {"80", "10.5", "-0.05"}},
        {"count 10, +40, 1万", KAM_CUT_COUNT, {"10", "50", "10000"}},
        {"managers 10, +30, 100", KAM_CUT_MANAGERS, {"10", "40", "100"}},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[128];
        snprintf(text, sizeof text,
                 "[tiers]\nnames = a, b, c, d\ncut = %s\n[managers]\ncount = 3\n", cases[i].cut);
        struct kam_model *model = load(text);
        assert_int_equal(model->tiers.cut.kind, cases[i].kind);
        assert_int_equal(model->tiers.cut.limit_count, 3);
        for (size_t j = 0; j < 3; j++)
            assert_decimal(model->tiers.cut.limits[j], cases[i].limits[j]);
        kam_model_free(model);
    }
}

static void tiers_have_defaults(void **unused)
{
    struct kam_model *model = load(TIERS);
    const struct kam_model_tiers *tiers = &model->tiers;

    (void)unused;
    assert_text(tiers->by, "score");
    assert_text(tiers->per, "");
    assert_int_equal(tiers->ties, KAM_TIES_UP);
    assert_int_equal(tiers->base, KAM_BASE_POSITIVE);
    assert_int_equal(tiers->crossing, KAM_CROSSING_INCLUDE);
    assert_int_equal(tiers->admitted, KAM_ADMITTED_ON_TOP);
    assert_int_equal(tiers->patience.promote_after, 1);
    assert_int_equal(tiers->patience.demote_after, 1);
    assert_int_equal(tiers->patience.lost_after, 0);
    assert_int_equal(tiers->patience.step, KAM_STEP_FREE);
    assert_decimal(tiers->patience.keep_factor, "0");
    assert_int_equal(model->managers.place.line, 0);
    assert_int_equal(model->managers.count, 0);
    assert_int_equal(model->policies.keys.count, 0);
    assert_int_equal(model->branch.when.term_count, 0);
    kam_model_free(model);
}

static void everything_of_tiers_is_there(void **unused)
{
    struct kam_model *model = load("[managers]\n"
                                   "column = 客户经理\n"
                                   "count = 12\n"
                                   "span = 40\n"
                                   "[tiers]\n"
                                   "names = a, b, c\n"
                                   "by = revenue\n"
                                   "cut = share 50%, 80%\n"
                                   "crossing = exclude\n"
                                   "admitted = inside\n"
                                   "per = \"line of business\"\n"
                                   "promote-after = 2\n"
                                   "demote-after = 3\n"
                                   "lost-after = 4\n"
                                   "keep-factor = 90%\n"
                                   "step = one\n"
                                   "[admit high]\n"
                                   "tier = b\n"
                                   "when = revenue >= 100万, months >= 6\n"
                                   "[admit \"a, b\"]\n"
                                   "tier = a\n"
                                   "when = 行业 = 政府\n"
                                   "[flag late]\n"
                                   "when = idle >= 2\n"
                                   "[flag one-off]\n"
                                   "when = months <= 2\n"
                                   "at-most = c\n"
                                   "[category all]\n"
                                   "when = months >= 0\n");
    const struct kam_model_tiers *tiers = &model->tiers;

    (void)unused;
    assert_text(model->managers.column, "客户经理");
    assert_int_equal(model->managers.place.line, 1);
    assert_int_equal(model->managers.count, 12);
    assert_int_equal(model->managers.span, 40);
    assert_int_equal(tiers->crossing, KAM_CROSSING_EXCLUDE);
    assert_int_equal(tiers->admitted, KAM_ADMITTED_INSIDE);
    assert_text(tiers->per, "line of business");
    assert_int_equal(tiers->patience.promote_after, 2);
    assert_int_equal(tiers->patience.demote_after, 3);
    assert_int_equal(tiers->patience.lost_after, 4);
    assert_decimal(tiers->patience.keep_factor, "0.9");
    assert_int_equal(tiers->patience.step, KAM_STEP_ONE);
    assert_int_equal(model->admits.count, 2);
    assert_int_equal(model->admits.items[0].tier, 1);
    assert_text(model->admits.items[1].name, "a, b");
    assert_int_equal(model->flags.count, 2);
    assert_int_equal(model->flags.items[0].tier == KAM_NO_TIER, true);
    assert_int_equal(model->flags.items[1].tier, 2);
    assert_int_equal(model->categories.count, 1);
    assert_int_equal(model->categories.items[0].tier == KAM_NO_TIER, true);
    kam_model_free(model);
}

static void the_span_is_the_limit_of_managers(void **unused)
{
    struct kam_model *model = load("[tiers]\nnames = a, b\ncut = managers\n"
                                   "[managers]\ncolumn = manager\nspan = 40\n");

    (void)unused;
    assert_int_equal(model->tiers.cut.kind, KAM_CUT_MANAGERS);
    assert_int_equal(model->tiers.cut.limit_count, 1);
    assert_decimal(model->tiers.cut.limits[0], "40");
    kam_model_free(model);
}

static void policies_are_a_table_of_tiers_by_keys(void **unused)
{
    struct kam_model *model = load("[policy c]\n"
                                   "visits = \"1; or none\"\n"
                                   "[policy a]\n"
                                   "经理 = 专属\n"
                                   "visits = 4 per month,\n"
                                   "  and on call\n" TIERS);
    static const char *const expected[3][2] = {
        {"4 per month, and on call", "专属"}, {"", ""}, {"1; or none", ""}};

    (void)unused;
    assert_int_equal(model->policies.keys.count, 2);
    assert_text(model->policies.keys.items[0], "visits");
    assert_text(model->policies.keys.items[1], "经理");
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 2; j++)
            assert_text(model->policies.texts[i * 2 + j], expected[i][j]);
    kam_model_free(model);
}

static void a_branch_has_a_desk_and_a_condition(void **unused)
{
    struct kam_model *model = load("[branch]\ndesk = \"small: business\" : revenue < 5000, "
                                   "share <= 10%\n");

    (void)unused;
    assert_text(model->branch.desk, "small: business");
    assert_int_equal(model->branch.place.line, 1);
    assert_int_equal(model->branch.when.place.line, 2);
    assert_int_equal(model->branch.when.term_count, 2);
    assert_text(model->branch.when.terms[1].column, "share");
    kam_model_free(model);
}

static void no_model_is_an_empty_one(void **unused)
{
    struct kam_model *model;
    struct kam_error error;

    (void)unused;
    assert_int_equal(kam_model_load(&model, NULL, NULL, 0, &error), KAM_OK);
    assert_int_equal(model->window, 0);
    assert_int_equal(model->dimension_count, 0);
    assert_int_equal(model->tiers.names.count, 0);
    assert_null(kam_model_find_import(model, KAM_TEXT("")));
    kam_model_free(model);
    assert_int_equal(kam_model_load(&model, "no/such.kam", NULL, 0, &error), KAM_IO);
    assert_null(model);
    kam_model_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_of_a_good_model_is_there),
        cmocka_unit_test(cuts_are_cumulative),
        cmocka_unit_test(tiers_have_defaults),
        cmocka_unit_test(everything_of_tiers_is_there),
        cmocka_unit_test(the_span_is_the_limit_of_managers),
        cmocka_unit_test(policies_are_a_table_of_tiers_by_keys),
        cmocka_unit_test(a_branch_has_a_desk_and_a_condition),
        cmocka_unit_test(no_model_is_an_empty_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
