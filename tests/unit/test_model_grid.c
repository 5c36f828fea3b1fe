/* The grid, strategies and policies of a model, and what is wrong with them. */
#include "models.h"

#define AXES  "contribution = revenue : 5万, 20万\npotential = points_potential : 40, 70\n"
#define ROWS  "rows = B A A / D B A / D C C\n"
#define GRID  "[grid]\n" AXES ROWS
#define SMALL "[grid]\ncontribution = revenue : 5\npotential = x : 1\nrows = A B / \"C D\" A\n"

static void assert_text(struct kam_text text, const char *expected)
{
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.ptr ? text.ptr : "", expected, text.len);
}

static void a_grid_is_boxes_of_classes(void **unused)
{
    struct kam_model *model = load(GRID "C = promote\nA = retain\nD = retain\n");
    const struct kam_model_grid *grid = &model->grid;
    static const size_t boxes[] = {0, 1, 1, 2, 0, 1, 2, 3, 3};
    static const char *const classes[] = {"B", "A", "D", "C"};
    static const size_t strategies[] = {KAM_NO_STRATEGY, 1, 1, 0};

    (void)unused;
    assert_int_equal(grid->place.line, 1);
    assert_text(grid->contribution.column, "revenue");
    assert_int_equal(grid->contribution.kind, KAM_AXIS_VALUES);
    assert_int_equal(grid->contribution.limit_count, 2);
    assert_decimal(grid->contribution.limits[0], "50000");
    assert_decimal(grid->contribution.limits[1], "200000");
    assert_int_equal(grid->potential.place.line, 3);
    assert_int_equal(grid->height, 3);
    assert_int_equal(grid->width, 3);
    assert_int_equal(grid->classes.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_text(grid->classes.items[i], classes[i]);
        assert_int_equal(grid->strategies[i], strategies[i]);
    }
    for (size_t i = 0; i < 9; i++)
        assert_int_equal(grid->boxes[i], boxes[i]);
    assert_int_equal(model->strategies.count, 2);
    assert_text(model->strategies.items[0].name, "promote");
    assert_int_equal(model->strategies.items[1].place.line, 6);
    assert_int_equal(model->strategies.texts.keys.count, 0);
    kam_model_free(model);
}

static void limits_may_be_percentiles(void **unused)
{
    struct kam_model *model = load("[grid]\ncontribution = \"net : sum\" : percentile 50%, 80\n"
                                   "potential = percentile : 0.5, 1\n" ROWS);
    const struct kam_axis *axis = &model->grid.contribution;

    (void)unused;
    assert_text(axis->column, "net : sum");
    assert_int_equal(axis->kind, KAM_AXIS_PERCENTILES);
    assert_decimal(axis->limits[0], "50");
    assert_decimal(axis->limits[1], "80");
    assert_text(model->grid.potential.column, "percentile");
    assert_int_equal(model->grid.potential.kind, KAM_AXIS_VALUES);
    kam_model_free(model);
}

static void no_grid_is_none(void **unused)
{
    struct kam_model *model = load(TIERS);

    (void)unused;
    assert_int_equal(model->grid.classes.count, 0);
    assert_int_equal(model->strategies.count, 0);
    kam_model_free(model);
}

static void strategies_are_in_file_order_then_those_of_classes(void **unused)
{
    struct kam_model *model = load(SMALL "\"C D\" = \"let go\"\nA = 维系\n"
                                         "[strategy 维系]\n\"re action\" = call\naction = visit\n"
                                         "[strategy wait]\nwhen = tier = a, idle >= 6\n"
                                         "periods = 6\naction = \"keep; in touch\"\n");
    const struct kam_model_strategies *strategies = &model->strategies;
    const struct kam_model_texts *texts = &strategies->texts;

    (void)unused;
    assert_int_equal(strategies->count, 3);
    assert_text(strategies->items[0].name, "维系");
    assert_int_equal(strategies->items[0].when.term_count, 0);
    assert_int_equal(strategies->items[0].periods, 1);
    assert_text(strategies->items[1].name, "wait");
    assert_int_equal(strategies->items[1].when.term_count, 2);
    assert_int_equal(strategies->items[1].when.place.line, 11);
    assert_int_equal(strategies->items[1].periods, 6);
    assert_text(strategies->items[2].name, "let go");
    assert_int_equal(model->grid.strategies[0], 0);
    assert_int_equal(model->grid.strategies[1], KAM_NO_STRATEGY);
    assert_int_equal(model->grid.strategies[2], 2);
    assert_int_equal(texts->keys.count, 2);
    assert_text(texts->columns[0], "strategy_re action");
    assert_text(texts->columns[1], "strategy_action");
    assert_text(texts->texts[0], "call");
    assert_text(texts->texts[1], "visit");
    assert_text(texts->texts[2], "");
    assert_text(texts->texts[3], "keep; in touch");
    assert_text(texts->texts[4], "");
    kam_model_free(model);
}

static void strategies_may_ask_for_a_history(void **unused)
{
    struct kam_model *model =
        load("[strategy s]\nwhen = revenue >= 5, growth > revenue_trend\n"
             "[strategy t]\nwhen = revenue >= 5, last 3 months > 5\n"
             "[strategy u]\nwhen = outlook in falling|leaving, periods >= 6\n");
    const struct kam_model_strategy *items = model->strategies.items;

    (void)unused;
    assert_true(items[0].is_historic);
    assert_false(items[1].is_historic);
    assert_true(items[2].is_historic);
    assert_int_equal(items[2].when.terms[1].operands->kind, KAM_OPERAND_NUMBER);
    kam_model_free(model);
}

/* `= 0` of a computed column is 0.0000 too, as in all other rules. */
static void computed_columns_are_numbers_to_strategies(void **unused)
{
    struct kam_model *model = load("[column rate]\nvalue = cost / revenue\n"
                                   "[strategy s]\nwhen = rate = 0, other = 0\n");
    const struct kam_condition *when = &model->strategies.items[0].when;

    (void)unused;
    assert_int_equal(when->terms[0].operands->kind, KAM_OPERAND_NUMBER);
    assert_int_equal(when->terms[1].operands->kind, KAM_OPERAND_TEXT);
    kam_model_free(model);
}

static void policies_are_of_tiers_prospects_and_classes(void **unused)
{
    struct kam_model *model =
        load("[policy class C D]\nterms = 30 days\n[policy prospect]\nvisits = 1\n"
             "[policy b]\nvisits = 2\n[policy class A]\n\"visits\" = 3\n" TIERS SMALL);
    const struct kam_model_texts *policies = &model->policies;
    /* rows: a, b, c, prospect, A, B, C D */
    static const char *const expected[7][2] = {{"", ""},  {"", "2"}, {"", ""},       {"", "1"},
                                               {"", "3"}, {"", ""},  {"30 days", ""}};

    (void)unused;
    assert_int_equal(policies->keys.count, 2);
    assert_text(policies->columns[0], "policy_terms");
    assert_text(policies->columns[1], "policy_visits");
    for (size_t i = 0; i < 7; i++)
        for (size_t j = 0; j < 2; j++)
            assert_text(policies->texts[i * 2 + j], expected[i][j]);
    kam_model_free(model);
}

static void a_tier_may_be_called_like_a_class(void **unused)
{
    struct kam_model *model = load("[tiers]\nnames = class A, B\ncut = count 3\n"
                                   "[policy class A]\nvisits = 4\n");

    (void)unused;
    assert_text(model->policies.texts[0], "4");
    kam_model_free(model);
}

static void nothing_of_it_is_in_the_hash(void **unused)
{
    struct kam_model *plain = load(TIERS);
    struct kam_model *rich = load(TIERS GRID "A = retain\n[strategy x]\nwhen = tier = a\n"
                                             "[policy class A]\nvisits = 1\n"
                                             "[policy prospect]\nvisits = 2\n");
    char a[KAM_MODEL_HASH_SIZE], b[KAM_MODEL_HASH_SIZE];
    struct kam_error error;

    (void)unused;
    assert_int_equal(kam_model_hash_tier(plain, a, &error), KAM_OK);
    assert_int_equal(kam_model_hash_tier(rich, b, &error), KAM_OK);
    assert_string_equal(a, b);
    kam_model_free(plain);
    kam_model_free(rich);
}

struct mistake {
    const char *text, *complaint;
};

static void assert_mistakes(const struct mistake *mistakes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_string_equal(complaint(mistakes[i].text, NULL), mistakes[i].complaint);
}

#define AXIS(text) "[grid]\ncontribution = " text "\npotential = x : 1\nrows = A B / A C\n"
#define SHAPE      "COLUMN : LIMIT, LIMIT or COLUMN : percentile P, P"

static void mistakes_of_grids_are_named(void **unused)
{
    static const struct mistake mistakes[] = {
        {AXIS("revenue"), "m.kam:2: contribution: not of the form " SHAPE ": 'revenue'"},
        {AXIS("revenue :"), "m.kam:2: contribution: not of the form " SHAPE ": 'revenue'"},
        {AXIS("revenue : percentile"),
         "m.kam:2: contribution: not of the form " SHAPE ": 'revenue'"},
        {AXIS("revenue : 5,"), "m.kam:2: contribution: not a number: ''"},
        {AXIS("revenue : much"), "m.kam:2: contribution: not a number: 'much'"},
        {AXIS("revenue : percentiles 5"), "m.kam:2: contribution: not a number: 'percentiles 5'"},
        {AXIS("revenue : 5, 3"), "m.kam:2: contribution: the limits have to rise; see '3'"},
        {AXIS("revenue : 5, 5"), "m.kam:2: contribution: the limits have to rise; see '5'"},
        {AXIS("revenue : percentile 80, 50"),
         "m.kam:2: contribution: the limits have to rise; see '50'"},
        {AXIS("revenue : percentile 0"),
         "m.kam:2: contribution: a percentile lies between 0 and 100, not at '0'"},
        {AXIS("revenue : percentile 50, 100"),
         "m.kam:2: contribution: a percentile lies between 0 and 100, not at '100'"},
        {AXIS("revenue : percentile -5"),
         "m.kam:2: contribution: a percentile lies between 0 and 100, not at '-5'"},
        {AXIS("revenue : percentile 5万"),
         "m.kam:2: contribution: a percentile lies between 0 and 100, not at '5万'"},
        {AXIS("tier : 3"),
         "m.kam:2: contribution: 'tier' doesn't exist yet when kam-tier applies this"},
        {AXIS("services : 3"),
         "m.kam:2: contribution: 'services' holds no numbers that limits could divide"},
        {AXIS("cumulative_share : 50%"), ""},
        {AXIS("score : 50"), ""},
        {"[grid]\ncontribution = revenue : 5\nrows = A / B\n",
         "m.kam:1: [grid]: the key 'potential' is missing"},
        {"[grid]\ncontribution = revenue : 5\npotential = x : 1\nrows = A B / C\n",
         "m.kam:4: rows: the rows, separated by ' / ', have to be equally long; see 'C'"},
        {"[grid]\ncontribution = revenue : 5\npotential = x : 1\nrows = A B\nA = x\nB = y\n",
         "m.kam:4: rows: 1 by 2 classes, but the limits of contribution and potential make 2 by 2"},
        {"[grid]\ncontribution = revenue : 5\npotential = x : 1\nrows = A B C / A B C\n",
         "m.kam:4: rows: 2 by 3 classes, but the limits of contribution and potential make 2 by 2"},
        {SMALL "A = x\n", ""},
        {SMALL "A = x\nD = y\n",
         "m.kam:6: D: neither a key of [grid] nor a class in its rows; did you mean 'A'?"},
        {SMALL "\"C E\" = y\n",
         "m.kam:5: \"C E\": neither a key of [grid] nor a class in its rows; did you mean 'C D'?"},
        {SMALL "A =\n", "m.kam:5: A: a value is missing"},
        {SMALL "A = x\nA = y\n", "m.kam:6: A: already given at line 5"},
    };

    (void)unused;
    assert_mistakes(mistakes, sizeof mistakes / sizeof *mistakes);
}

static void mistakes_of_strategies_are_named(void **unused)
{
    static const struct mistake mistakes[] = {
        {"[strategy]\nwhen = tier = a\n", "m.kam:1: [strategy]: name is missing"},
        {"[strategy s]\naction = x\n", "m.kam:1: [strategy s]: nobody gets this: say for whom, "
                                       "when = ..., or name it in [grid]"},
        {SMALL "A = s\n[strategy s]\naction = x\n", ""},
        {SMALL "A = s\n[strategy s]\nperiods = 3\n",
         "m.kam:7: periods: periods of what? say a condition, when = ..."},
        {"[strategy s]\nwhen = tier = a\nperiods = 0\n",
         "m.kam:3: periods: not a whole number from 1 to 1200: '0'"},
        {"[strategy s]\nwhen = tier\n", "m.kam:2: when: no operator (= != < <= > >=, in, has, is "
                                        "empty) behind the column: 'tier'"},
        {"[strategy s]\nwhen = end = lost\n",
         "m.kam:2: when: 'end' doesn't exist yet when kam-tier chooses strategies"},
        {"[strategy s]\nwhen = tier_2026-10 = a\n",
         "m.kam:2: when: 'tier_2026-10' doesn't exist yet when kam-tier chooses strategies"},
        {"[strategy s]\nwhen = outlook = gone\n",
         "m.kam:2: when: 'outlook': 'gone' is none of rising, steady, falling and leaving"},
        {"[strategy s]\nwhen = outlook in falling|leavign\n",
         "m.kam:2: when: 'outlook': 'leavign' is none of rising, steady, falling and leaving; did "
         "you mean 'leaving'?"},
        {"[strategy s]\nwhen = revenue > 5, downs > ups\nperiods = 6\n",
         "m.kam:3: periods: kam-tier counts these, and doesn't know 'downs', which kam-diff "
         "--history finds; say in how many periods in the condition, periods >= 6"},
        {SMALL "A = s\n[strategy s]\nwhen = outlook = falling\n",
         "m.kam:5: A: strategy 's' is for whom kam-diff --history finds by 'outlook', and can't be "
         "that of a whole class"},
        {"[flag s]\nwhen = outlook = falling\nat-most = a\n" TIERS,
         "m.kam:2: when: 'outlook' doesn't exist yet when kam-tier applies this"},
        {"[strategy s]\nwhen = revenue < revenue_delta\n",
         "m.kam:2: when: 'revenue_delta' doesn't exist yet when kam-tier chooses strategies"},
        {"[strategy s]\nwhen = strategy = x\n",
         "m.kam:2: when: 'strategy' doesn't exist yet when kam-tier chooses strategies"},
        {"[strategy s]\nwhen = strategy_due has x\n",
         "m.kam:2: when: 'strategy_due' doesn't exist yet when kam-tier chooses strategies"},
        {"[strategy s]\nwhen = strategy_x = y\n",
         "m.kam:2: when: 'strategy_x' doesn't exist yet when kam-tier chooses strategies"},
        {"[strategy s]\nwhen = rank > 3, tier_cut = x, tier != y, flags has f, held < 0, "
         "class = A, gap_down < 5% of revenue, policy_visits = 4, reason != x, period = 2026-10\n",
         ""},
        {"[strategy s]\nwhen = tier = a\ndue = x\n",
         "m.kam:3: due: would become the column 'strategy_due', which is kam's own; call it "
         "otherwise"},
        {"[strategy s]\nwhen = tier = a\naction = x\n\"action\" = y\n",
         "m.kam:4: \"action\": already given at line 3"},
    };

    (void)unused;
    assert_mistakes(mistakes, sizeof mistakes / sizeof *mistakes);
}

#define ASKING(condition)                                                                          \
    TIERS "[category big]\nwhen = revenue > 9\n[flag slow]\nwhen = overdue > 0\n" SMALL            \
          "[strategy s]\nwhen = " condition "\n"

/* A strategy for those who can't be is nobody's, and nobody would notice. */
static void strategies_ask_for_what_there_is(void **unused)
{
    static const struct mistake mistakes[] = {
        {ASKING("tier in a|b, tier_cut != c, tier = prospect, class = C D, flags has slow"), ""},
        {ASKING("categories = big, flags != \"slow|other\", class is empty, evidence = x"), ""},
        {ASKING("tier = gold"), "m.kam:13: when: 'tier': 'gold' is none of the names in [tiers]"},
        {ASKING("tier in a|prospekt"),
         "m.kam:13: when: 'tier': 'prospekt' is none of the names in [tiers]; did you mean "
         "'prospect'?"},
        {ASKING("tier_computed = prospect"),
         "m.kam:13: when: 'tier_computed': 'prospect' is none of the names in [tiers]"},
        {ASKING("rank < 3, class in A|CD"),
         "m.kam:13: when: 'class': 'CD' is none of the classes in the rows of [grid]; did you mean "
         "'C D'?"},
        {ASKING("flags has slow|sloww"),
         "m.kam:13: when: 'flags': 'sloww' is no [flag] of the model; did you mean 'slow'?"},
        {ASKING("categories != bigg"),
         "m.kam:13: when: 'categories': 'bigg' is no [category] of the model; did you mean 'big'?"},
    };

    (void)unused;
    assert_mistakes(mistakes, sizeof mistakes / sizeof *mistakes);
}

static void mistakes_of_policies_are_named(void **unused)
{
    static const struct mistake mistakes[] = {
        {TIERS "[policy class A]\nvisits = 4\n",
         "m.kam:4: [policy class A]: the model has no [grid] with classes"},
        {TIERS SMALL "[policy class CD]\nvisits = 4\n",
         "m.kam:8: [policy class CD]: 'CD' is none of the classes in the rows of [grid]; did you "
         "mean 'C D'?"},
        {TIERS SMALL "[policy class C D]\nvisits = 4\n", ""},
        {TIERS "[policy prospect]\nvisits = 4\n", ""},
        {TIERS "[policy prospects]\nvisits = 4\n",
         "m.kam:4: [policy prospects]: 'prospects' is none of the names in [tiers]; did you mean "
         "'prospect'?"},
        {TIERS "[policy much]\nvisits = 4\n",
         "m.kam:4: [policy much]: 'much' is none of the names in [tiers]"},
        {TIERS "[policy a]\n\"visits\" = 4\nvisits = 3\n",
         "m.kam:6: visits: already given at line 5"},
    };

    (void)unused;
    assert_mistakes(mistakes, sizeof mistakes / sizeof *mistakes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_grid_is_boxes_of_classes),
        cmocka_unit_test(limits_may_be_percentiles),
        cmocka_unit_test(no_grid_is_none),
        cmocka_unit_test(strategies_are_in_file_order_then_those_of_classes),
        cmocka_unit_test(strategies_may_ask_for_a_history),
        cmocka_unit_test(computed_columns_are_numbers_to_strategies),
        cmocka_unit_test(policies_are_of_tiers_prospects_and_classes),
        cmocka_unit_test(a_tier_may_be_called_like_a_class),
        cmocka_unit_test(nothing_of_it_is_in_the_hash),
        cmocka_unit_test(mistakes_of_grids_are_named),
        cmocka_unit_test(mistakes_of_strategies_are_named),
        cmocka_unit_test(strategies_ask_for_what_there_is),
        cmocka_unit_test(mistakes_of_policies_are_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
