/* Comparisons in pairs, as a model writes them, and what is wrong with others. */
#include "models.h"

#include <stdio.h>

#define DIMENSION_OF(name)                                                                         \
    "[dimension " name "]\ncolumn = " name "\nlinear = 0:0, 100:100\nweight = 1\n"
#define THREE DIMENSION_OF("a") DIMENSION_OF("b") DIMENSION_OF("c")

static void test_readings(void **state)
{
    /* All say the same: with decimals, spread over lines, and with a slash at an end of a line. */
    static const char *const texts[] = {
        THREE "[weights]\nmethod = ahp\nmatrix = 1 2 3 / 1/2 1 3/2 / 1/3 2/3 1\n",
        THREE "[weights]\nmethod = ahp\nmatrix = 1.0 2 3 /\n  0.5 1 1.5/\n  0.333 0.67 1\n",
        THREE "[weights]\nmethod = ahp\nmatrix = 1 2 3 / 0.495 1 1.5 / 0.33 0.6733 1\n",
        THREE "[weights]\nmethod = ahp\nmatrix = 1 4/2 3\n  /.5 1 1.5\n  / 1/3 1/1.5 1/1\n",
        "[weights]\nmatrix = 1 2 3 / 1/2 1 1.5 / 1/3 2/3 1\nmethod = given\n" THREE,
    };
    static const double expected[] = {1, 2, 3, 0.5, 1, 1.5, 1.0 / 3, 1 / 1.5, 1};

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct kam_model *model = load(texts[i]);
        assert_memory_equal(model->weights.judgements, expected, sizeof expected);
        kam_model_free(model);
    }
}

static void test_mistakes(void **state)
{
    static const struct {
        const char *matrix, *complaint;
    } cases[] = {
        {"1 2 / 1/2 1",
         "2 by 2 comparisons, but 3 dimensions need 3 by 3: a row and a column for each, in the "
         "order of the file; ' / ' ends a row"},
        {"1 2 3 / 1/2 1 2",
         "2 by 3 comparisons, but 3 dimensions need 3 by 3: a row and a column for each, in the "
         "order of the file; ' / ' ends a row"},
        {"1 2 3 / 1/2 1 / 1/3 1/2 1",
         "the rows, separated by ' / ', have to be equally long; see '1/2 1'"},
        {"1 2 3 / 1/2 1 2 / 1/3 1/2 1 /",
         "the rows, separated by ' / ', have to be equally long; see ''"},
        {"1 2 3 / 1/2 1 2 / 1/3 2 1",
         "row c, column b: '2', but row b, column c has '2', so that 1/2 would be right here"},
        {"1 1/2 3 / 1/2 1 2 / 1/3 1/2 1",
         "row b, column a: '1/2', but row a, column b has '1/2', so that 2 would be right here"},
        {"1 2 2/3 / 1/2 1 2 / 2/3 1/2 1",
         "row c, column a: '2/3', but row a, column c has '2/3', so that 3/2 would be right here"},
        {"1 2 3 / .5 1 7 / .333 .14 1",
         "row c, column b: '.14', but row b, column c has '7', so that 1/7 would be right here"},
        {"1 2 3 / .5 1 3 / .333 .337 1",
         "row c, column b: '.337', but row b, column c has '3', so that 1/3 would be right here"},
        {"1 2 3 / .5 1 3 / .329 .333 1",
         "row c, column a: '.329', but row a, column c has '3', so that 1/3 would be right here"},
        {"1 2 3 / 1/2 2 2 / 1/3 1/2 1",
         "row b, column b: '2', but a dimension compared with itself is 1"},
        {"1 0 3 / 1/2 1 2 / 1/3 1/2 1",
         "row a, column b: '0' is no comparison: a number above 0 is needed, such as 3, 0.5 or "
         "1/3"},
        {"1 2 3 / 1/-2 1 2 / 1/3 1/2 1",
         "row b, column a: '1/-2' is no comparison: a number above 0 is needed, such as 3, 0.5 or "
         "1/3"},
        {"1 2 3 / 1/2 1 2 / 1/0 1/2 1",
         "row c, column a: '1/0' is no comparison: a number above 0 is needed, such as 3, 0.5 or "
         "1/3"},
        {"1 2 3 / 1/2 1 2/2/2 / 1/3 1 1",
         "row b, column c: '2/2/2' is no comparison: a number above 0 is needed, such as 3, 0.5 or "
         "1/3"},
        {"1, 2, 3 / 1/2 1 2 / 1/3 1/2 1",
         "row a, column a: '1,' is no comparison: a number above 0 is needed, such as 3, 0.5 or "
         "1/3"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[1024], expected[1024];
        snprintf(text, sizeof text, "[weights]\nmatrix = %s\n" THREE, cases[i].matrix);
        snprintf(expected, sizeof expected, "m.kam:2: matrix: %s", cases[i].complaint);
        assert_string_equal(complaint(text, NULL), expected);
    }
}

static void test_too_many(void **state)
{
    enum { DIMENSIONS = 16, ROOM = 8192 };
    char text[ROOM] = "[weights]\nmatrix =", *end = text + strlen(text);

    (void)state;
    for (int i = 0; i < DIMENSIONS * DIMENSIONS; i++)
        end += snprintf(end, (size_t)(text + ROOM - end), " 1%s",
                        i % DIMENSIONS == DIMENSIONS - 1 && i + 1 < DIMENSIONS * DIMENSIONS ? " /"
                                                                                            : "");
    for (int i = 0; i < DIMENSIONS; i++)
        end += snprintf(end, (size_t)(text + ROOM - end),
                        "\n[dimension d%d]\ncolumn = d%d\nlinear = 0:0, 1:1\nweight = 1\n", i, i);
    assert_string_equal(complaint(text, NULL),
                        "m.kam:2: matrix: 16 dimensions, but how consistent comparisons are is "
                        "known for 15 at most");
}

static void test_contradictions(void **state)
{
    static const struct {
        const char *text, *override, *complaint;
    } cases[] = {
        {THREE "[weights]\nmethod = ahp\n", NULL,
         "m.kam:13: method = ahp needs the key 'matrix': how many times as important each "
         "dimension is as each other one"},
        {"[weights]\nmethod = guess\n" THREE, NULL,
         "m.kam:2: method: not one of the words given ahp entropy critic: 'guess'"},
        {"[weights]\nmethod = critic\ntotal = 100\n" THREE, NULL,
         "m.kam:3: total: unknown key in [weights]"},
        {"[model]\nweights-total = 100\n" THREE, NULL,
         "m.kam:2: weights-total: the weights of the dimensions add up to 3, not to 100; for a "
         "what-if, add --set model:weights-total=3"},
        {"[model]\nweights-total = 3.0\n" THREE, NULL, ""},
        {"[model]\nweights-total = 3\n" THREE, "dimension b:weight=1.5",
         "m.kam:2: weights-total: the weights of the dimensions add up to 3.5, not to 3; for a "
         "what-if, add --set model:weights-total=3.5"},
        {"[model]\nweights-total = 100\n[weights]\nmethod = entropy\n" THREE, NULL, ""},
        {"[model]\nweights-total = 0\n" THREE, NULL,
         "m.kam:2: weights-total: not a number above 0, up to 1000000000, with at most 6 decimal "
         "places: '0'"},
        {"[model]\nweights-total = 1.0000001\n" THREE, NULL,
         "m.kam:2: weights-total: not a number above 0, up to 1000000000, with at most 6 decimal "
         "places: '1.0000001'"},
        {"[model]\nweights-total = 1000000000.5\n" THREE, NULL,
         "m.kam:2: weights-total: not a number above 0, up to 1000000000, with at most 6 decimal "
         "places: '1000000000.5'"},
        {"[score]\nmethod = mean\n" THREE, NULL,
         "m.kam:2: method: not one of the words sum product topsis: 'mean'"},
        {"[score]\nmethod = topsis\npopulation = segment\n" THREE, NULL,
         "m.kam:3: population: a score has no segments: say all, or per COLUMN"},
        {"[score]\nmethod = topsis\npopulation = per \n" THREE, NULL,
         "m.kam:3: population: write all, segment or per COLUMN, not 'per'"},
        {"[score]\nmethod = topsis\npopulation = per score\n" THREE, NULL,
         "m.kam:3: population: 'score' doesn't exist yet when kam-score applies this"},
        {"[score]\nmethod = topsis\npopulation = per \"the region\"\n" THREE, NULL, ""},
        {"[dimension a]\ncolumn = a\nlinear = 0:0, 1:1\n[weights]\nmethod = entropy\n",
         "weights:method=given", "m.kam:1: [dimension a]: the key 'weight' is missing"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(complaint(cases[i].text, cases[i].override), cases[i].complaint);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_readings),
        cmocka_unit_test(test_mistakes),
        cmocka_unit_test(test_too_many),
        cmocka_unit_test(test_contradictions),
    };

    return cmocka_run_group_tests_name("judgement", tests, NULL, NULL);
}
