#include "diff/transition.h"

#include "bases.h"

static void the_matrix_counts_every_customer(void **unused)
{
    enum { ABSENT = TIERS, TOTAL = TIERS + 1, SIZE = TIERS + 2 };
    uint64_t state = 6;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct comparison c;
        struct kam_transition matrix = {0};
        struct kam_error error;
        uint64_t expected[SIZE * SIZE] = {0};
        start(&c, &old, &new, &state);
        assert_int_equal(kam_transition_compute(&matrix, &c.diff, &error), KAM_OK);
        for (unsigned i = 0; i < CUSTOMERS; i++) {
            unsigned from = old.facts[i].present ? old.facts[i].tier : ABSENT;
            unsigned to = new.facts[i].present ? new.facts[i].tier : ABSENT;
            if (from != ABSENT || to != ABSENT)
                expected[from * SIZE + to]++;
        }
        for (unsigned i = 0; i <= ABSENT; i++)
            for (unsigned j = 0; j <= ABSENT; j++) {
                uint64_t count = expected[i * SIZE + j];
                expected[i * SIZE + TOTAL] += count;
                expected[TOTAL * SIZE + j] += count;
                expected[TOTAL * SIZE + TOTAL] += count;
            }
        assert_memory_equal(matrix.cells, expected, sizeof expected);
        kam_transition_free(&matrix);
        stop(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_matrix_counts_every_customer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
