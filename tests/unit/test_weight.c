/* Weights in force: as the model says, or found, rounded so that they add up, and used like that.
 */
#include "score/weight.h"

#include "decisions.h"
#include "models.h"
#include "random.h"

#define SCALE "linear = 0:0, 100:100\n"
#define TWO                                                                                        \
    "[dimension a]\ncolumn = a\nweight = 40\n" SCALE                                               \
    "[dimension b]\ncolumn = b\nweight = 2.5\n" SCALE

enum { CASES = 200 };

static const double figures[] = {10, 80, 20, 40, 40, 60};

/* The weights that TEXT finds, and "WEIGHT WEIGHT / SUM". */
static const char *weights_of(const char *text, const struct kam_pointtable *points)
{
    static char said[1024];
    struct kam_model *model = load(text);
    struct kam_arena arena = {0};
    struct kam_buffer line = {NULL, 0, 0};
    struct kam_weights weights;
    struct kam_error error;
    char digits[KAM_DECIMAL_SIZE];

    if (kam_weights_find(&weights, model, points, &arena, &error) != KAM_OK) {
        kam_error_format(&error, said, sizeof said);
    } else {
        for (size_t d = 0; d < weights.count; d++) {
            kam_decimal_format(weights.items[d], 0, digits);
            assert_true(kam_buffer_printf(&line, "%s ", digits));
        }
        kam_decimal_format(weights.sum, 0, digits);
        assert_true(kam_buffer_printf(&line, "/ %s", digits));
        assert_true(line.len < sizeof said);
        memcpy(said, line.ptr, line.len + 1);
    }
    kam_buffer_free(&line);
    kam_arena_free(&arena);
    kam_model_free(model);
    return said;
}

static void test_sources(void **state)
{
    static const struct {
        const char *text, *weights;
    } cases[] = {
        {TWO, "40 2.5 / 42.5"},
        {TWO "[weights]\nmethod = given\nmatrix = 1 3 / 1/3 1\n", "40 2.5 / 42.5"},
        {TWO "[weights]\nmethod = ahp\nmatrix = 1 3 / 1/3 1\n", "0.75 0.25 / 1"},
        {"[model]\nweights-total = 100\n" TWO "[weights]\nmethod = ahp\nmatrix = 1 2 / 0.5 1\n",
         "66.666667 33.333333 / 100"},
        {"[model]\nweights-total = 0.000001\n" TWO "[weights]\nmethod = ahp\nmatrix = 1 1 / 1 1\n",
         "0.000001 0 / 0.000001"},
        {"[model]\nweights-total = 1000000000\n" TWO
         "[weights]\nmethod = ahp\nmatrix = 1 2 / 1/2 1\n",
         "666666666.666667 333333333.333333 / 1000000000"},
        {TWO "[weights]\nmethod = entropy\n", "0.791023 0.208977 / 1"},
        {TWO "[weights]\nmethod = critic\n", "0.43303 0.56697 / 1"},
    };
    struct decision decision;

    (void)state;
    decide(&decision, figures, 3, 2);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(weights_of(cases[i].text, &decision.points), cases[i].weights);
}

static void test_messages(void **state)
{
    static const double constant[] = {10, 50, 20, 50}, none[] = {10, 0, 20, 0};
    struct decision decision;

    (void)state;
    assert_string_equal(weights_of(TWO "[weights]\nmethod = entropy\n", NULL),
                        "m.kam:9: weights by entropy come from the data: name the table, or - for "
                        "standard input");
    decide(&decision, constant, 2, 2);
    assert_string_equal(weights_of(TWO "[weights]\nmethod = critic\n", &decision.points),
                        "m.kam:5: b: all rows have 50.0000 points, and critic needs them to "
                        "differ; give it another scale, leave it out, or use entropy, where it "
                        "weighs 0");
    decide(&decision, none, 2, 2);
    assert_string_equal(weights_of(TWO "[weights]\nmethod = entropy\n", &decision.points),
                        "m.kam:5: b: all rows have 0.0000 points, from which entropy finds no "
                        "weight; give it another scale, or leave it out");
    decide(&decision, constant, 1, 2);
    assert_string_equal(weights_of(TWO "[weights]\nmethod = entropy\n", &decision.points),
                        "m.kam:9: weights by entropy need at least two rows with points in every "
                        "dimension, but there is 1");
    decide(&decision, constant, 0, 2);
    assert_string_equal(weights_of(TWO "[weights]\nmethod = critic\n", &decision.points),
                        "m.kam:9: weights by critic need at least two rows with points in every "
                        "dimension, but there are 0");
}

/* Whatever is found adds up exactly, and no weight is a unit or more away from its share. */
static void test_they_add_up(void **state)
{
    static const int64_t totals[] = {1, 7, 100, 1000000000};
    struct kam_model *model =
        load(TWO "[dimension c]\ncolumn = c\nweight = 1\n" SCALE "[weights]\nmethod = entropy\n");
    uint64_t random = 5;

    (void)state;
    for (size_t round = 0; round < CASES; round++) {
        struct kam_arena arena = {0};
        struct kam_weights one, many;
        struct kam_decimal sum = KAM_DECIMAL_ZERO;
        struct decision decision;
        double values[30];
        int64_t total = totals[round % 4];
        for (size_t i = 0; i < 30; i++)
            values[i] = 1 + random_below(&random, 990000) / 10000.0;
        decide(&decision, values, 10, 3);
        assert_int_equal(kam_weights_find_by(&one, KAM_WEIGHTS_ENTROPY, kam_decimal_of(1), model,
                                             &decision.points, &arena, NULL),
                         KAM_OK);
        assert_int_equal(kam_weights_find_by(&many, KAM_WEIGHTS_ENTROPY, kam_decimal_of(total),
                                             model, &decision.points, &arena, NULL),
                         KAM_OK);
        for (size_t d = 0; d < 3; d++) {
            double share = kam_decimal_to_double(one.items[d]);
            double away = share * (double)total - kam_decimal_to_double(many.items[d]);
            assert_true(kam_decimal_add(&sum, many.items[d]));
            assert_true(away < 2e-6 * (double)total && away > -2e-6 * (double)total);
        }
        assert_int_equal(kam_decimal_compare(sum, kam_decimal_of(total)), 0);
        kam_arena_free(&arena);
    }
    kam_model_free(model);
}

static void test_consistency(void **state)
{
    struct kam_error error;
    char text[256];
    struct kam_model *model = load(TWO "[dimension c]\ncolumn = c\nweight = 1\n" SCALE
                                       "[weights]\nmethod = ahp\nmatrix = 1 2 1/9 / 1/2 1 2 / 9 "
                                       "1/2 1\n");

    (void)state;
    assert_int_equal(kam_weights_check_consistency(model, &error), KAM_DATA);
    kam_error_format(&error, text, sizeof text);
    assert_string_equal(text, "m.kam:13: the comparisons contradict each other, with a consistency "
                              "ratio of 1.3834, above 0.10; most of all row a, column c: it says "
                              "0.11, while all of them together say 0.37");
    model->weights.method = KAM_WEIGHTS_GIVEN;
    assert_int_equal(kam_weights_check_consistency(model, &error), KAM_OK);
    kam_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sources),
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_they_add_up),
        cmocka_unit_test(test_consistency),
    };

    return cmocka_run_group_tests_name("weight", tests, NULL, NULL);
}
