/* [contacts] of a model. */
#include "models.h"

#include <stdio.h>

static void what_is_wrong(void **unused)
{
    static const struct {
        const char *text, *complaint;
    } mistakes[] = {
        {"[contacts x]\ndepth = 1\n", "m.kam:1: [contacts x]: this section takes no name"},
        {"[contacts]\ndepths = 1\n",
         "m.kam:2: depths: unknown key in [contacts]; did you mean 'depth'?"},
        {"[contacts]\nattitude = 0\ndepth = 0\n",
         "m.kam:1: [contacts]: attitude and depth are both 0, so that no contact says anything"},
        {"[contacts]\nattitude = 1000.0001\n",
         "m.kam:2: attitude: '1000.0001' is more than 1000, the most"},
        {"[contacts]\ndepth = 0.00001\n",
         "m.kam:2: depth: '0.00001' has more than 4 decimal places"},
        {"[contacts]\nimportance = 11\n", "m.kam:2: importance: '11' is more than 10, the most"},
        {"[contacts]\nimportance = both\n", "m.kam:2: importance: not a number: 'both'"},
        {"[contacts]\nattitude = -1\n", "m.kam:2: attitude: can't be negative: '-1'"},
        {"[contacts]\nstale-after = 0\n",
         "m.kam:2: stale-after: not a whole number from 1 to 1200: '0'"},
        {"[contacts]\nattitude = 0\n", ""},
        {"[contacts]\ndepth = 1000.0000\nimportance = 10\nstale-after = 1200\n", ""},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++)
        assert_string_equal(complaint(mistakes[i].text, NULL), mistakes[i].complaint);
}

static void what_is_not_said(void **unused)
{
    struct kam_model *model = load("[contacts]\ndepth = 2.5\nstale-after = 6\n");

    (void)unused;
    assert_decimal(model->contacts.attitude, "1");
    assert_decimal(model->contacts.depth, "2.5");
    assert_decimal(model->contacts.importance, "1");
    assert_int_equal(model->contacts.stale_after, 6);
    kam_model_free(model);
    model = load(DIMENSION);
    assert_decimal(model->contacts.attitude, "1");
    assert_decimal(model->contacts.depth, "1");
    assert_int_equal(model->contacts.stale_after, 0);
    kam_model_free(model);
}

struct hash {
    char s[KAM_MODEL_HASH_SIZE];
};

static struct hash hash_of(const char *text, bool of_tiers)
{
    struct kam_model *model = load(text);
    struct hash hash;

    assert_int_equal(of_tiers ? kam_model_hash_tier(model, hash.s, NULL)
                              : kam_model_hash_score(model, NULL, hash.s, NULL),
                     KAM_OK);
    kam_model_free(model);
    return hash;
}

static void each_key_decides_scores(void **unused)
{
    static const char *const texts[] = {
        "[contacts]\nattitude = 2\n" DIMENSION,    "[contacts]\ndepth = 2\n" DIMENSION,
        "[contacts]\nimportance = 2\n" DIMENSION,  "[contacts]\nstale-after = 2\n" DIMENSION,
        "[contacts]\nstale-after = 3\n" DIMENSION, DIMENSION,
    };
    enum { COUNT = sizeof texts / sizeof *texts };

    (void)unused;
    for (int of_tiers = 0; of_tiers < 2; of_tiers++) {
        struct hash seen[COUNT];
        for (size_t i = 0; i < COUNT; i++) {
            seen[i] = hash_of(texts[i], of_tiers);
            for (size_t j = 0; j < i; j++)
                assert_string_not_equal(seen[i].s, seen[j].s);
        }
        /* What is the default decides as if it weren't said. */
        struct hash standard =
            hash_of("[contacts]\nattitude = 1.0\ndepth = 1\nimportance = 1\n" DIMENSION, of_tiers);
        assert_string_equal(standard.s, seen[COUNT - 1].s);
    }
}

/* They are there before kam-score scores; what it makes itself isn't. */
static void dimensions_may_use_its_columns(void **unused)
{
    static const char *const columns[] = {"closeness", "advantage", "advantage_2", "visits"};
    char text[256];

    (void)unused;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        snprintf(text, sizeof text, "[dimension x]\ncolumn = %s\nweight = 1\nbands = 0:0\n",
                 columns[i]);
        assert_string_equal(complaint(text, NULL), "");
    }
    assert_string_equal(complaint("[dimension x]\ncolumn = score\nweight = 1\nbands = 0:0\n", NULL),
                        "m.kam:2: column: 'score' doesn't exist yet when kam-score applies this");
    assert_string_equal(
        complaint("[dimension x]\ncolumn = visits_gap\nweight = 1\nbands = 0:0\n", NULL),
        "m.kam:2: column: 'visits_gap' doesn't exist yet when kam-score applies this");
    assert_string_equal(complaint(TIERS "[flag x]\nwhen = visits_gap < 0\n", NULL),
                        "m.kam:5: when: 'visits_gap' doesn't exist yet when kam-tier applies this");
    assert_string_equal(complaint(TIERS "[flag x]\nwhen = visits < 4, last_visit < period - 3, "
                                        "advantage < 0\n",
                                  NULL),
                        "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong),
        cmocka_unit_test(what_is_not_said),
        cmocka_unit_test(each_key_decides_scores),
        cmocka_unit_test(dimensions_may_use_its_columns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
