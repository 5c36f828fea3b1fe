#include "diff/bridge.h"

#include "bases.h"

static void the_bridge_adds_up(void **unused)
{
    uint64_t state = 2;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct comparison c;
        struct kam_decimal sum = KAM_DECIMAL_ZERO;
        start(&c, &old, &new, &state);
        const struct kam_bridge_row *steps = c.bridge.steps;
        for (int step = 0; step < KAM_BRIDGE_NEW_TOTAL; step++)
            assert_true(kam_decimal_add(&sum, steps[step].revenue));
        assert_int_equal(kam_decimal_compare(sum, steps[KAM_BRIDGE_NEW_TOTAL].revenue), 0);
        assert_int_equal(steps[KAM_BRIDGE_OLD_TOTAL].customers + steps[KAM_BRIDGE_NEW].customers -
                             steps[KAM_BRIDGE_LOST].customers,
                         steps[KAM_BRIDGE_NEW_TOTAL].customers);
        assert_int_equal(steps[KAM_BRIDGE_LOST].customers + steps[KAM_BRIDGE_GROWN].customers +
                             steps[KAM_BRIDGE_SHRUNK].customers +
                             steps[KAM_BRIDGE_UNCHANGED].customers,
                         steps[KAM_BRIDGE_OLD_TOTAL].customers);
        assert_true(kam_decimal_sign(steps[KAM_BRIDGE_GROWN].revenue) >= 0);
        assert_true(kam_decimal_sign(steps[KAM_BRIDGE_SHRUNK].revenue) <= 0);
        assert_decimal(steps[KAM_BRIDGE_UNCHANGED].revenue, 0);
        int64_t totals[2] = {0, 0};
        for (unsigned i = 0; i < CUSTOMERS; i++) {
            totals[0] += old.facts[i].present ? old.facts[i].revenue : 0;
            totals[1] += new.facts[i].present ? new.facts[i].revenue : 0;
        }
        assert_decimal(steps[KAM_BRIDGE_OLD_TOTAL].revenue, totals[0]);
        assert_decimal(steps[KAM_BRIDGE_NEW_TOTAL].revenue, totals[1]);
        assert_decimal(c.bridge.change, totals[1] - totals[0]);
        stop(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_bridge_adds_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
