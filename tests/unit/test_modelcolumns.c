/* [column]s of a model: what they come to, in which order, and what is wrong with them. */
#include "models.h"

#include <stdio.h>

static void places_are_those_that_are_said_or_needed(void **unused)
{
    static const struct {
        const char *keys;
        int places;
    } cases[] = {
        {"value = a - b\n", KAM_COLUMN_EXACT},
        {"value = a * 0.5\n", KAM_COLUMN_EXACT},
        {"value = a / b\n", 4},
        {"value = a / 2\n", 4},
        {"value = -(1 + a / b)\n", 4},
        {"value = a / b\nplaces = 0\n", 0},
        {"places = 18\nvalue = a / b\n", 18},
        {"value = a - b\nplaces = 2\n", 2},
    };
    char text[128];

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(text, sizeof text, "[column c]\n%s", cases[i].keys);
        struct kam_model *model = load(text);
        assert_int_equal(model->column_count, 1);
        assert_int_equal(model->columns[0].places, cases[i].places);
        kam_model_free(model);
    }
}

static void each_column_comes_after_those_it_needs(void **unused)
{
    static const char text[] = "[column a]\nvalue = d + 1\n"
                               "[column b]\nvalue = revenue\n"
                               "[column c]\nvalue = total(a) * b\n"
                               "[column d]\nvalue = b * b\n"
                               "[column e]\nvalue = 1\n";
    static const char names[] = "bdace"; /* the first in the file of those that could be next */
    struct kam_model *model = load(text);

    (void)unused;
    assert_int_equal(model->column_count, 5);
    for (size_t i = 0; i < model->column_count; i++) {
        assert_int_equal(model->columns[model->column_order[i]].name.ptr[0], names[i]);
        assert_int_equal(model->column_names[i].ptr[0], "abcde"[i]);
        assert_int_equal(kam_model_find_column(model, model->column_names[i]), i);
    }
    assert_int_equal(kam_model_find_column(model, KAM_TEXT("revenue")), 5);
    kam_model_free(model);
}

static void mistakes_are_named(void **unused)
{
    static const struct {
        const char *text, *complaint;
    } cases[] = {
        {"[column c]\nvalue = c + 1\n", "m.kam:1: [column c]: computed from itself: c needs c"},
        {"[column a]\nvalue = b\n[column b]\nvalue = 1 / total(c)\n[column c]\nvalue = b - 1\n",
         "m.kam:3: [column b]: computed from itself: b needs c, c needs b"},
        {"[column a]\nvalue = b\n[column b]\nvalue = c\n[column c]\nvalue = d\n[column d]\n"
         "value = b + revenue\n",
         "m.kam:3: [column b]: computed from itself: b needs c, c needs d, d needs b"},
        {"[column c]\nvalue = revenue / score\n",
         "m.kam:2: value: 'score' doesn't exist yet when kam-score applies this"},
        {"[column c]\nvalue = total(points_x)\n",
         "m.kam:2: value: 'points_x' doesn't exist yet when kam-score applies this"},
        {"[column c]\nvalue = 1 + rank\n",
         "m.kam:2: value: 'rank' doesn't exist yet when kam-score applies this"},
        {"[column c]\nvalue = last_month\n", "m.kam:2: value: 'last_month' holds no numbers"},
        {"[column c]\nvalue = account_id\n", "m.kam:2: value: 'account_id' holds no numbers"},
        {"[column c]\nplaces = 2\n", "m.kam:1: [column c]: the key 'value' is missing"},
        {"[column c]\nvalue = a\nplaces = 19\n",
         "m.kam:3: places: not a whole number from 0 to 18: '19'"},
        {"[column c]\nvalue = a\nplace = 2\n",
         "m.kam:3: place: unknown key in [column]; did you mean 'places'?"},
        {"[column share]\nvalue = a\n",
         "m.kam:1: [column share]: 'share' is a column of kam's own"},
        {"[column points_x]\nvalue = a\n",
         "m.kam:1: [column points_x]: 'points_x' is a column of kam's own"},
        {"[column 2026-10]\nvalue = a\n",
         "m.kam:1: [column 2026-10]: '2026-10' is a column of kam's own"},
        {"[column c]\nvalue = revenue - 2026-10\n",
         "m.kam:2: value: the column of a month stands in quotes: '2026-10'"},
        {"[column c]\nvalue = 2026 - 10\n", ""},
        {"[column c]\nvalue = closeness + member_count + \"2026-10\"\n", ""},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(complaint(cases[i].text, NULL), cases[i].complaint);
}

/* WHEN as a rule, and as the condition of a segment, in a model that computes `rate`. */
static const char *rule_complaint(const char *when)
{
    static char text[512];

    snprintf(text, sizeof text,
             "%s[dimension revenue | %s]\nbands = 0:0\n[flag f]\nwhen = %s\n"
             "[column rate]\nvalue = cost / revenue\n",
             DIMENSION TIERS, when, when);
    return complaint(text, NULL);
}

static void conditions_take_them_for_numbers(void **unused)
{
    (void)unused;
    assert_string_equal(rule_complaint("rate = 0, rate in 1|50%, rate <= cost, rate is empty"), "");
    assert_string_equal(rule_complaint("rate < 30% of other_rate"), "");
    assert_string_equal(rule_complaint("other = x, other has x"), "");
    assert_non_null(strstr(rule_complaint("rate = x"), "'rate' holds numbers; not a number: 'x'"));
    assert_non_null(strstr(rule_complaint("rate in 1|x"), "'rate' holds numbers; not a number"));
    assert_non_null(strstr(rule_complaint("rate = 2026-10"), "'rate' holds numbers"));
    assert_non_null(strstr(rule_complaint("rate < 2026-10"), "'rate' holds numbers"));
    assert_non_null(
        strstr(rule_complaint("rate has x"), "'rate' holds numbers, no sets; write = or in"));
}

static void an_override_computes_something_else(void **unused)
{
    static const char text[] = "[column c]\nvalue = a\n";

    (void)unused;
    assert_string_equal(complaint(text, "column c:value=b / a"), "");
    assert_string_equal(complaint(text, "column c:value=b / c"),
                        "m.kam:1: [column c]: computed from itself: c needs c");
    assert_string_equal(complaint(text, "column c:value=b /"),
                        "--set column c:value: a column or a number is missing at the end: 'b /'");
}

static void the_hash_is_of_value_and_places(void **unused)
{
    static const char *const texts[] = {
        DIMENSION "[column c]\nvalue = a\n",
        DIMENSION "[column c]\nvalue = b\n",
        DIMENSION "[column d]\nvalue = a\n",
        DIMENSION "[column c]\nvalue = total(a)\n",
        DIMENSION "[column c]\nvalue = a\nplaces = 2\n",
        DIMENSION "[column c]\nvalue = a\nplaces = 0\n",
        DIMENSION,
        /* the same as the first */
        "[column c]\nvalue = ( \"a\" ) ; a comment\n" DIMENSION,
    };
    enum { COUNT = sizeof texts / sizeof *texts };
    char hashes[COUNT][KAM_MODEL_HASH_SIZE];

    (void)unused;
    for (size_t i = 0; i < COUNT; i++) {
        struct kam_model *model = load(texts[i]);
        assert_int_equal(kam_model_hash_score(model, NULL, hashes[i], NULL), KAM_OK);
        kam_model_free(model);
        for (size_t j = 0; j < i; j++)
            if (j == 0 && i == COUNT - 1)
                assert_string_equal(hashes[i], hashes[j]);
            else
                assert_string_not_equal(hashes[i], hashes[j]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_those_that_are_said_or_needed),
        cmocka_unit_test(each_column_comes_after_those_it_needs),
        cmocka_unit_test(mistakes_are_named),
        cmocka_unit_test(conditions_take_them_for_numbers),
        cmocka_unit_test(an_override_computes_something_else),
        cmocka_unit_test(the_hash_is_of_value_and_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
