#include "models.h"

#include <stdio.h>

struct hashes {
    char score[KAM_MODEL_HASH_SIZE], tier[KAM_MODEL_HASH_SIZE];
};

static struct hashes hashes_of(const char *text)
{
    struct kam_model *model = load(text);
    struct kam_error error;
    struct hashes h = {"", ""};

    assert_int_equal(kam_model_hash_score(model, NULL, h.score, &error), KAM_OK);
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

/* Settings of [tiers], each of which decides, and a way to say what holds without it. */
static void every_setting_of_tiers_is_hashed(void **unused)
{
    static const struct {
        const char *setting, *standard;
    } cases[] = {
        {"crossing = exclude\n", "crossing = include\n"},
        {"admitted = inside\n", "admitted = on-top\n"},
        {"per = industry\n", ""},
        {"per = credit\n", ""},
        {"promote-after = 2\n", "promote-after = 1\n"},
        {"demote-after = 2\n", "demote-after = 1\n"},
        {"lost-after = 2\n", ""},
        {"keep-factor = 90%\n", ""},
        {"keep-factor = 80%\n", ""},
        {"step = one\n", "step = free\n"},
        {"", "[managers]\ncolumn = manager\nspan = 40\n[policy a]\nvisits = 3\n"
             "[branch]\ndesk = x : revenue < 5\n"},
    };
    enum { COUNT = sizeof cases / sizeof *cases };
    struct hashes seen[COUNT];
    char text[256];

    (void)unused;
    for (size_t i = 0; i < COUNT; i++) {
        static const char base[] = "[tiers]\nnames = a, b\ncut = share 50%\n";
        snprintf(text, sizeof text, "%s%s", base, cases[i].setting);
        seen[i] = hashes_of(text);
        snprintf(text, sizeof text, "%s%s", base, cases[i].standard);
        assert_string_equal(hashes_of(text).tier, hashes_of(base).tier);
        assert_string_equal(seen[i].score, hashes_of(base).score);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(seen[i].tier, seen[j].tier);
    }
}

#define TWO                                                                                        \
    DIMENSION "[dimension growth]\ncolumn = growth\nweight = 10\nlinear = 0:0, 1:100\n" TIERS

/* How weights are found is part of what decides tiers; what they come to, of what decides scores.
 */
static void weights_and_methods_are_hashed(void **unused)
{
    static const struct {
        const char *setting;
        bool same_score, same_tier;
    } cases[] = {
        {"", true, true},
        {"[weights]\nmethod = given\n[score]\nmethod = sum\n", true, true},
        {"[weights]\nmatrix = 1 4 / 1/4 1\n[score]\npopulation = per industry\n", true, true},
        {"[model]\nweights-total = 50\n", true, true},
        {"[weights]\nmethod = ahp\nmatrix = 1 4 / 1/4 1\n", false, false},
        {"[weights]\nmethod = ahp\nmatrix = 1 3 / 1/3 1\n", false, false},
        {"[weights]\nmethod = entropy\n", false, false},
        {"[weights]\nmethod = critic\n", false, false},
        {"[score]\nmethod = product\n", false, false},
        {"[score]\nmethod = topsis\n", false, false},
        {"[score]\nmethod = topsis\npopulation = per industry\n", false, false},
    };
    enum { COUNT = sizeof cases / sizeof *cases };
    struct hashes base = hashes_of(TWO), seen[COUNT];
    char text[1024];

    (void)unused;
    for (size_t i = 0; i < COUNT; i++) {
        snprintf(text, sizeof text, "%s%s", TWO, cases[i].setting);
        seen[i] = hashes_of(text);
        assert_int_equal(strcmp(seen[i].score, base.score) == 0, cases[i].same_score);
        assert_int_equal(strcmp(seen[i].tier, base.tier) == 0, cases[i].same_tier);
        for (size_t j = 0; j < i; j++)
            if (!cases[i].same_tier)
                assert_string_not_equal(seen[i].tier, seen[j].tier);
    }
    /* fractions are numbers, too, and weights that aren't in force are nothing */
    snprintf(text, sizeof text, "%s[weights]\nmethod = ahp\nmatrix = 1 8/2 / .25 1\n", TWO);
    assert_string_equal(hashes_of(text).tier, seen[4].tier);
    static const char without_weight[] =
        DIMENSION "[dimension growth]\ncolumn = growth\nlinear = 0:0, 1:100\n" TIERS
                  "[weights]\nmethod = entropy\n";
    assert_string_equal(hashes_of(without_weight).tier, seen[6].tier);
}

/* The weights in force are hashed as if the dimensions said them. */
static void weights_in_force_are_hashed(void **unused)
{
    struct kam_model *model = load(TWO "[weights]\nmethod = entropy\n");
    const struct kam_decimal weights[] = {kam_decimal_of(40), kam_decimal_of(10)};
    struct kam_error error;
    char hash[KAM_MODEL_HASH_SIZE];

    (void)unused;
    assert_int_equal(kam_model_hash_score(model, weights, hash, &error), KAM_OK);
    assert_string_equal(hash, hashes_of(TWO).score);
    kam_model_free(model);
}

/* The same of scales among other rows; how such a model hashed before stays. */
static void every_setting_of_a_scale_is_hashed(void **unused)
{
    static const char base[] = "[dimension r]\ncolumn = x\nweight = 1\nscale = minmax\n";
    static const char *const settings[] = {
        "direction = down\n", "population = segment\n", "population = per industry\n",
        "population = per region\n", "direction = down\npopulation = per region\n"};
    enum { COUNT = sizeof settings / sizeof *settings };
    struct hashes plain = hashes_of(base), seen[COUNT];
    char text[256];

    (void)unused;
    snprintf(text, sizeof text, "%sdirection = up\npopulation = all\n", base);
    assert_string_equal(hashes_of(text).score, plain.score);
    assert_string_equal(plain.score, "56c3f22acbca19fb");
    for (size_t i = 0; i < COUNT; i++) {
        snprintf(text, sizeof text, "%s%s", base, settings[i]);
        seen[i] = hashes_of(text);
        assert_string_not_equal(seen[i].score, plain.score);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(seen[i].score, seen[j].score);
    }
}

#define MANAGERS(cut, managers)                                                                    \
    "[tiers]\nnames = a, b\ncut = managers" cut "\n[managers]\n" managers "\n"

static void managers_are_hashed_as_far_as_they_cut(void **unused)
{
    struct hashes four = hashes_of(MANAGERS(" 10", "count = 4"));

    (void)unused;
    assert_string_equal(four.tier, hashes_of(MANAGERS(" 10", "count = 4\nspan = 30")).tier);
    assert_string_equal(four.tier, hashes_of(MANAGERS("", "count = 4\nspan = 10")).tier);
    assert_string_equal(four.tier, hashes_of(MANAGERS(" 10", "count = 4\ncolumn = m")).tier);
    assert_string_not_equal(four.tier, hashes_of(MANAGERS(" 10", "count = 5")).tier);
    assert_string_not_equal(four.tier, hashes_of(MANAGERS(" 10", "column = m")).tier);
    assert_string_not_equal(hashes_of(MANAGERS(" 10", "column = m")).tier,
                            hashes_of(MANAGERS(" 10", "column = n")).tier);
}

static void every_part_of_a_condition_is_hashed(void **unused)
{
    static const char *const conditions[] = {
        "last 3 months > 5",
        "last 2 months > 5",
        "\"last 3 months\" > 5",
        "last 3 months > 5, x = y",
        "revenue > cost",
        "revenue > 5 of cost",
        "revenue > 5 of margin",
        "revenue > 5 of last 3 months",
        "revenue > 5 of last 2 months",
        "revenue > last 2 months",
        "revenue > \"last 2 months\"",
        "revenue > 5",
        "services has a",
        "services = a",
        "services in a",
    };
    enum { COUNT = sizeof conditions / sizeof *conditions };
    struct hashes seen[COUNT];

    (void)unused;
    for (size_t i = 0; i < COUNT; i++) {
        char text[256];
        snprintf(text, sizeof text, "%s[category x]\nwhen = %s\n", TIERS, conditions[i]);
        seen[i] = hashes_of(text);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(seen[i].tier, seen[j].tier);
    }
    assert_string_equal(hashes_of(TIERS "[category x]\nwhen = last 3 months>500% of cost\n").tier,
                        hashes_of(TIERS "[category x]\nwhen = last  3  months > 5 of cost\n").tier);
    assert_string_equal(hashes_of(TIERS "[category x]\nwhen = revenue > 1 of cost\n").tier,
                        seen[4].tier);
}

/* Tiers of other scores are other tiers, each by what these are; the model's own scores are in
 * the hash of the model. */
static void tiers_of_other_scores_have_a_hash_of_their_own(void **unused)
{
    struct kam_model *one = load(DIMENSION TIERS);
    struct kam_model *two = load("[model]\nmissing = error\n" DIMENSION TIERS);
    char own[KAM_MODEL_HASH_SIZE], of_x[KAM_MODEL_HASH_SIZE], of_y[KAM_MODEL_HASH_SIZE],
        of_x_by_two[KAM_MODEL_HASH_SIZE];

    (void)unused;
    assert_int_equal(kam_model_hash_tier(one, own, NULL), KAM_OK);
    assert_int_equal(kam_model_hash_tier_of(one, KAM_TEXT("x"), of_x, NULL), KAM_OK);
    assert_int_equal(kam_model_hash_tier_of(one, KAM_TEXT("y"), of_y, NULL), KAM_OK);
    assert_int_equal(kam_model_hash_tier_of(two, KAM_TEXT("x"), of_x_by_two, NULL), KAM_OK);
    assert_string_not_equal(own, of_x);
    assert_string_not_equal(of_x, of_y);
    assert_string_equal(of_x, of_x_by_two);
    kam_model_free(one);
    kam_model_free(two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_hash_is_of_what_decides),
        cmocka_unit_test(every_setting_of_tiers_is_hashed),
        cmocka_unit_test(weights_and_methods_are_hashed),
        cmocka_unit_test(weights_in_force_are_hashed),
        cmocka_unit_test(every_setting_of_a_scale_is_hashed),
        cmocka_unit_test(managers_are_hashed_as_far_as_they_cut),
        cmocka_unit_test(every_part_of_a_condition_is_hashed),
        cmocka_unit_test(tiers_of_other_scores_have_a_hash_of_their_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
