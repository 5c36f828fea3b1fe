/* [risk] and [dependence] of a model; what is wrong with conditions: tests/cli/kam-diff-risk.sh. */
#include "models.h"

#include "diff/cause.h"

#include <stdio.h>

static void a_dependence_has_defaults(void **unused)
{
    struct kam_model *model = load("[dependence]\nsegment = \"line of business\"\n");
    const struct kam_model_dependence *dependence = &model->dependence;

    (void)unused;
    assert_int_equal(dependence->place.line, 1);
    assert_true(kam_text_equal(dependence->segment, KAM_TEXT("line of business")));
    assert_decimal(dependence->monopoly, "0.5");
    assert_decimal(dependence->selective, "0.1");
    assert_decimal(dependence->follow, "1");
    assert_int_equal(dependence->reference.term_count, 0);
    assert_int_equal(model->risks.count, 0);
    kam_model_free(model);
}

static void what_is_said_is_there(void **unused)
{
    struct kam_model *model =
        load("[risk a]\nwhen = idle_from = 02, x_delta < -5%, revenue < 2 of revenue_from\n"
             "[dependence]\nsegment = x\nmonopoly = 40%\nselective = 0.25\nfollow = 0%\n"
             "reference = tier = a, rank <= 10\n"
             "[risk b]\nwhen = x_from = 02\n" TIERS);
    const struct kam_model_dependence *dependence = &model->dependence;
    const struct kam_model_rule *risks = model->risks.items;

    (void)unused;
    assert_decimal(dependence->monopoly, "0.4");
    assert_decimal(dependence->selective, "0.25");
    assert_decimal(dependence->follow, "0");
    assert_int_equal(dependence->reference.term_count, 2);
    assert_int_equal(model->risks.count, 2);
    assert_true(kam_text_equal(risks[0].name, KAM_TEXT("a")));
    assert_int_equal(risks[0].when.term_count, 3);
    /* A pair of a column of numbers holds numbers; of an attribute nobody knows. */
    assert_int_equal(risks[0].when.terms[0].operands->kind, KAM_OPERAND_NUMBER);
    assert_int_equal(risks[1].when.terms[0].operands->kind, KAM_OPERAND_TEXT);
    kam_model_free(model);
}

/* What kam-diff can say is what a model may ask for. */
static void every_move_and_cause_can_be_asked_for(void **unused)
{
    (void)unused;
    for (int move = 0; move < KAM_MOVES; move++) {
        char text[128];
        snprintf(text, sizeof text, "[risk r]\nwhen = move = %s\n",
                 kam_move_name((enum kam_move)move));
        kam_model_free(load(text));
    }
    for (int cause = 0; cause < KAM_CAUSES; cause++) {
        char text[128];
        snprintf(text, sizeof text, "[risk r]\nwhen = cause = %s\n",
                 kam_cause_name((enum kam_cause)cause));
        kam_model_free(load(text));
    }
}

static void risks_decide_no_tiers(void **unused)
{
    struct kam_model *without = load(TIERS);
    struct kam_model *with = load(TIERS "[risk r]\nwhen = idle > 1\n[dependence]\nsegment = x\n");
    char a[KAM_MODEL_HASH_SIZE], b[KAM_MODEL_HASH_SIZE];
    struct kam_error error;

    (void)unused;
    assert_int_equal(kam_model_hash_tier(without, a, &error), KAM_OK);
    assert_int_equal(kam_model_hash_tier(with, b, &error), KAM_OK);
    assert_string_equal(a, b);
    kam_model_free(without);
    kam_model_free(with);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dependence_has_defaults),
        cmocka_unit_test(what_is_said_is_there),
        cmocka_unit_test(every_move_and_cause_can_be_asked_for),
        cmocka_unit_test(risks_decide_no_tiers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
