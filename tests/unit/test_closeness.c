#include "contact/closeness.h"

#include "models.h"
#include "random.h"

#include <math.h>
#include <stdio.h>

struct contact {
    unsigned attitude, depth, importance;
};

/* The closeness of CONTACTS[COUNT] under the keys of [contacts], in units of 10^-4. */
static int32_t close(const char *keys, const struct contact *contacts, size_t count)
{
    char text[256];
    struct kam_closeness closeness = {0};

    snprintf(text, sizeof text, "[contacts]\n%s", keys);
    struct kam_model *model = load(text);
    struct kam_closeness_weights weights = kam_closeness_weights(&model->contacts);
    for (size_t i = 0; i < count; i++)
        kam_closeness_add(&closeness, contacts[i].attitude, contacts[i].depth,
                          contacts[i].importance);
    kam_model_free(model);
    assert_int_equal(kam_closeness_count(&closeness), count);
    return kam_closeness_value(&closeness, &weights);
}

static void by_hand(void **unused)
{
    static const struct {
        const char *keys;
        struct contact contacts[4];
        size_t count;
        int32_t closeness;
    } examples[] = {
        {"", {{4, 3, 1}}, 1, 1000000},
        {"", {{0, 0, 3}}, 1, 0},
        /* (75 + 200/3) / 2 */
        {"", {{3, 2, 2}}, 1, 708333},
        {"", {{2, 1, 1}}, 1, 416667},
        /* (3 * 100 + 1 * (50 + 100/3) / 2) / 4 */
        {"", {{4, 3, 3}, {2, 1, 1}}, 2, 854167},
        /* without importance, the mean of both */
        {"importance = 0\n", {{4, 3, 3}, {2, 1, 1}}, 2, 708333},
        /* squared, 9 to 1 */
        {"importance = 2\n", {{4, 3, 3}, {2, 1, 1}}, 2, 941667},
        /* sqrt(2) = 1.414214 to 1 */
        {"importance = 0.5\n", {{4, 3, 2}, {0, 0, 1}}, 2, 585787},
        {"attitude = 0\n", {{4, 1, 1}}, 1, 333333},
        {"depth = 0\n", {{1, 3, 1}}, 1, 250000},
        {"attitude = 3\n", {{4, 0, 1}}, 1, 750000},
        {"attitude = 0.0001\ndepth = 1000\n", {{4, 0, 1}}, 1, 0},
        {"attitude = 1000\ndepth = 0.0001\nimportance = 10\n", {{4, 0, 3}, {0, 0, 1}}, 2, 999983},
        {"depth = 0\nimportance = 0\nattitude = 2\n", {{1, 0, 1}, {0, 0, 1}, {0, 0, 1}}, 3, 83333},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        assert_int_equal(close(examples[i].keys, examples[i].contacts, examples[i].count),
                         examples[i].closeness);
}

/* 25/32 and 75/32 end in a 5 behind the fourth place, as .78125 and 2.34375 have five. */
static void halves_go_to_the_even_side(void **unused)
{
    struct contact contacts[32] = {{0, 0, 0}};

    (void)unused;
    for (size_t i = 0; i < 32; i++)
        contacts[i].importance = 1;
    contacts[0].attitude = 1;
    assert_int_equal(close("depth = 0\n", contacts, 32), 7812);
    contacts[0].attitude = 3;
    assert_int_equal(close("depth = 0\n", contacts, 32), 23438);
}

/* As many as there can be, with the largest weights: nothing overflows. */
static void the_most_contacts(void **unused)
{
    struct kam_model *model =
        load("[contacts]\nattitude = 1000\ndepth = 999.9999\nimportance = 10\n");
    struct kam_closeness_weights weights = kam_closeness_weights(&model->contacts);
    struct kam_closeness closeness = {0};
    uint32_t most = UINT32_MAX;

    (void)unused;
    closeness.by_importance[2].count = most;
    closeness.by_importance[2].attitude = (uint64_t)most * KAM_ATTITUDE_BEST;
    closeness.by_importance[2].depth = (uint64_t)most * KAM_DEPTH_MOST;
    assert_int_equal(kam_closeness_value(&closeness, &weights), 1000000);
    kam_model_free(model);
}

/* The formula as it is written, contact by contact, in floating point. */
static double plainly(double attitude, double depth, double importance,
                      const struct contact *contacts, size_t count)
{
    double sum = 0, all = 0;

    for (size_t i = 0; i < count; i++) {
        double relation =
            (attitude * 25 * contacts[i].attitude + depth * 100 / 3 * contacts[i].depth) /
            (attitude + depth);
        double weight = round(pow(contacts[i].importance, importance) * 1e6) / 1e6;
        sum += weight * relation;
        all += weight;
    }
    return sum / all;
}

static void the_formula_on_random_contacts(void **unused)
{
    uint64_t state = 20261031;

    (void)unused;
    for (int round = 0; round < 2000; round++) {
        struct contact contacts[20];
        size_t count = 1 + random_below(&state, 20);
        unsigned attitude = random_below(&state, 50), depth = 1 + random_below(&state, 50);
        unsigned importance = random_below(&state, 30);
        char keys[128];

        snprintf(keys, sizeof keys, "attitude = %u.%u\ndepth = %u.%u\nimportance = %u.%u\n",
                 attitude / 10, attitude % 10, depth / 10, depth % 10, importance / 10,
                 importance % 10);
        for (size_t i = 0; i < count; i++)
            contacts[i] = (struct contact){random_below(&state, 5), random_below(&state, 4),
                                           1 + random_below(&state, 3)};
        double expected =
            plainly(attitude / 10.0, depth / 10.0, importance / 10.0, contacts, count) * 1e4;
        assert_true(fabs(close(keys, contacts, count) - expected) <= 0.5001);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_hand),
        cmocka_unit_test(halves_go_to_the_even_side),
        cmocka_unit_test(the_most_contacts),
        cmocka_unit_test(the_formula_on_random_contacts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
