/* --set on top of a model. */
#include "models.h"

static void overrides_replace_add_and_take_away(void **unused)
{
    static const struct {
        const char *override, *complaint;
    } cases[] = {
        {"dimension revenue:weight=50", ""},
        {"dimension  \"revenue\" : weight = 50", ""},
        {"dimension revenue | industry = bank:bands=0:0, 5:5", ""},
        {"dimension revenue | industry=bank:bands=",
         "m.kam:5: [dimension revenue | industry=bank]: "
         "one of bands, linear, values or scale is "
         "missing"},
        {"tiers:ties=split", ""},
        {"tiers:cut=value 5, 3", ""},
        {"tiers:cut=value 5", "--set tiers:cut: 3 tiers want 2 limits, and there are 1"},
        {"dimension revenue:weight=many", "--set dimension revenue:weight: not a number: 'many'"},
        {"dimension revenu:weight=5",
         "--set dimension revenu:weight: the model has no section '[dimension revenu]'; did you "
         "mean '[dimension revenue]'?"},
        {"score:method=topsis", ""},
        {"score : method = topsi", "--set score:method: not one of the words sum product topsis: "
                                   "'topsi'; did you mean 'topsis'?"},
        {"score:methods=sum",
         "--set score:methods: unknown key in [score]; did you mean 'method'?"},
        {"score:method=", "--set score:method: the model has no section '[score]'"},
        {"score x:method=sum", "--set score x:method: the model has no section '[score x]'"},
        {"scor:method=sum", "--set scor:method: the model has no section '[scor]'"},
        {"managers:span=5", ""},
        {"grid:rows=A B / C D", "--set grid:rows: [grid]: the key 'contribution' is missing"},
        {"tiers:cuts=5", "--set tiers:cuts: unknown key in [tiers]; did you mean 'cut'?"},
        {"weight=5", "--set: not of the form SECTION:KEY=VALUE: 'weight=5'"},
        {"tiers:cut", "--set: not of the form SECTION:KEY=VALUE: 'tiers:cut'"},
        {"", "--set: not of the form SECTION:KEY=VALUE: ''"},
        {"\xFF:a=b", "--set: not UTF-8: '\\xFF:a=b'"},
        {"tiers:cut=", "m.kam:7: [tiers]: the key 'cut' is missing"},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *said =
            complaint(DIMENSION "[dimension revenue | industry=bank]\nbands = 1:1\n" TIERS,
                      cases[i].override);
        if (strcmp(said, cases[i].complaint) != 0)
            fail_msg("%s\nsays:     %s\nexpected: %s", cases[i].override, said, cases[i].complaint);
    }
}

static void the_last_override_counts(void **unused)
{
    static const char *const overrides[] = {"dimension revenue:weight=3",
                                            "dimension revenue:missing=error",
                                            "dimension revenue:weight=7"};
    struct kam_model *model;
    struct kam_error error;

    (void)unused;
    assert_int_equal(
        kam_model_load_text(&model, "m.kam", kam_text_of(DIMENSION), overrides, 3, &error), KAM_OK);
    assert_decimal(model->dimensions[0].weight, "7");
    assert_int_equal(model->dimensions[0].missing, KAM_MISSING_ERROR);
    kam_model_free(model);
}

/* A section of the option's own holds what several options put into it, and nothing twice. */
static void options_share_a_section(void **unused)
{
    static const char *const overrides[] = {"score:method=topsis", "score:population=per industry",
                                            "weights:method=entropy", "score:method=product"};
    struct kam_model *model;
    struct kam_error error;

    (void)unused;
    assert_int_equal(
        kam_model_load_text(&model, "m.kam", kam_text_of(DIMENSION), overrides, 4, &error), KAM_OK);
    assert_int_equal(model->score.method, KAM_SCORE_PRODUCT);
    assert_string_equal(kam_place_show(&model->score.place).s, "--set score:method");
    assert_int_equal(model->file.section_count, 3);
    kam_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(overrides_replace_add_and_take_away),
        cmocka_unit_test(the_last_override_counts),
        cmocka_unit_test(options_share_a_section),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
