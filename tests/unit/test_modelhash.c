#include "models.h"

struct hashes {
    char score[KAM_MODEL_HASH_SIZE], tier[KAM_MODEL_HASH_SIZE];
};

static struct hashes hashes_of(const char *text)
{
    struct kam_model *model = load(text);
    struct kam_error error;
    struct hashes h = {"", ""};

    assert_int_equal(kam_model_hash_score(model, h.score, &error), KAM_OK);
    assert_int_equal(kam_model_hash_tier(model, h.tier, &error), KAM_OK);
    kam_model_free(model);
    return h;
}

static void the_hash_is_of_what_decides(void **unused)
{
    enum change { SAME, SCORE, TIER };
    static const char base[] =
        DIMENSION "[dimension revenue | industry=bank]\nbands = 5万:7\n" TIERS
                  "[flag f]\nwhen = months <= 2\nat-most = b\n";
    static const struct {
        const char *text;
        enum change change;
    } cases[] = {
        {"# a comment\n[model]\nname = other\nwindow = 3\n" TIERS
         "[flag  f]\nat-most = b\nwhen = months<=2.0\n"
         "[dimension revenue | industry = \"bank\"]\nbands = 50000:7.0\n"
         "[dimension revenue]\nbands = 0:0, 50000:60,\n   0.002亿:100\nweight = 40.0\n"
         "column = revenue ; a comment\n[policy a]\nvisits = 3\n",
         SAME},
        {DIMENSION "[dimension revenue | industry=bank]\nbands = 5万:8\n" TIERS
                   "[flag f]\nwhen = months <= 2\nat-most = b\n",
         SCORE},
        {DIMENSION "[dimension revenue | industry!=bank]\nbands = 5万:7\n" TIERS
                   "[flag f]\nwhen = months <= 2\nat-most = b\n",
         SCORE},
        {"[model]\nmissing = error\n" DIMENSION
         "[dimension revenue | industry=bank]\nbands = 5万:7\n" TIERS
         "[flag f]\nwhen = months <= 2\nat-most = b\n",
         SCORE},
        {DIMENSION "[dimension revenue | industry=bank]\nbands = 5万:7\n" TIERS
                   "ties = down\n[flag f]\nwhen = months <= 2\nat-most = b\n",
         TIER},
        {DIMENSION "[dimension revenue | industry=bank]\nbands = 5万:7\n" TIERS
                   "[flag f]\nwhen = months <= 2\nat-most = c\n",
         TIER},
        {DIMENSION "[dimension revenue | industry=bank]\nbands = 5万:7\n" TIERS
                   "[category f]\nwhen = months <= 2\n",
         TIER},
    };
    struct hashes expected = hashes_of(base);

    (void)unused;
    assert_int_equal(strlen(expected.score), 16);
    assert_string_not_equal(expected.score, expected.tier);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hashes h = hashes_of(cases[i].text);
        if ((strcmp(h.score, expected.score) == 0) != (cases[i].change != SCORE) ||
            (strcmp(h.tier, expected.tier) == 0) != (cases[i].change == SAME))
            fail_msg("case %zu: %s %s against %s %s", i, h.score, h.tier, expected.score,
                     expected.tier);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_hash_is_of_what_decides),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
