/* Laws of the movements between two snapshots, on random bases; differences at the edge. */
#include "bases.h"

static const struct kam_movement *movement_of(const struct kam_diff *diff, unsigned customer)
{
    const struct kam_movement *found = NULL;
    char id[8];

    snprintf(id, sizeof id, "C%02u", customer);
    for (size_t i = 0; i < diff->count; i++)
        if (kam_text_equal(kam_diff_account(diff, &diff->movements[i]), kam_text_of(id))) {
            assert_null(found);
            found = &diff->movements[i];
        }
    return found;
}

static enum kam_move expected_move(const struct fact *old, const struct fact *new)
{
    if (!old->present)
        return KAM_MOVE_NEW;
    if (!new->present)
        return KAM_MOVE_LOST;
    return new->tier < old->tier   ? KAM_MOVE_UP
           : new->tier > old->tier ? KAM_MOVE_DOWN
                                   : KAM_MOVE_SAME;
}

static uint32_t expected_driver(const struct fact *old, const struct fact *new)
{
    long long a = llabs(new->parts[0] - old->parts[0]), b = llabs(new->parts[1] - old->parts[1]);

    if (!old->present || !new->present || (a == 0 && b == 0))
        return KAM_NONE;
    return a >= b ? 0 : 1;
}

static void every_customer_has_exactly_one_movement(void **unused)
{
    uint64_t state = 1;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct comparison c;
        size_t customers = 0;
        start(&c, &old, &new, &state);
        for (unsigned i = 0; i < CUSTOMERS; i++) {
            const struct fact *a = &old.facts[i], *b = &new.facts[i];
            const struct kam_movement *movement = movement_of(&c.diff, i);
            if (!a->present && !b->present) {
                assert_null(movement);
                continue;
            }
            customers++;
            assert_non_null(movement);
            assert_int_equal(movement->move, expected_move(a, b));
            assert_int_equal(movement->driver, expected_driver(a, b));
            assert_int_equal(kam_movement_has(movement, KAM_TRAIT_SCORED),
                             a->present && b->present);
            assert_decimal(movement->revenue_delta,
                           (b->present ? b->revenue : 0) - (a->present ? a->revenue : 0));
        }
        assert_int_equal(c.diff.count, customers);
        size_t moves = 0;
        for (int move = 0; move < KAM_MOVES; move++)
            moves += c.diff.moves[move];
        assert_int_equal(moves, customers);
        stop(&c);
    }
}

/* Up there is down here, new is lost, and every difference has the other sign. */
static void the_way_back_is_the_mirror(void **unused)
{
    static const enum kam_move mirrored[KAM_MOVES] = {
        [KAM_MOVE_UP] = KAM_MOVE_DOWN,   [KAM_MOVE_DOWN] = KAM_MOVE_UP,
        [KAM_MOVE_NEW] = KAM_MOVE_LOST,  [KAM_MOVE_LOST] = KAM_MOVE_NEW,
        [KAM_MOVE_SAME] = KAM_MOVE_SAME,
    };
    uint64_t state = 3;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct comparison there, back;
        start(&there, &old, &new, &state);
        start(&back, &new, &old, &state);
        assert_int_equal(there.diff.count, back.diff.count);
        for (unsigned i = 0; i < CUSTOMERS; i++) {
            const struct kam_movement *a = movement_of(&there.diff, i);
            const struct kam_movement *b = movement_of(&back.diff, i);
            if (!a) {
                assert_null(b);
                continue;
            }
            assert_int_equal(b->move, mirrored[a->move]);
            assert_int_equal(b->tier_from, a->tier_to);
            assert_int_equal(b->tier_to, a->tier_from);
            assert_int_equal(b->driver, a->driver);
            assert_int_equal(
                kam_decimal_compare(kam_decimal_negate(b->revenue_delta), a->revenue_delta), 0);
            if (kam_movement_has(a, KAM_TRAIT_SCORED))
                assert_int_equal(
                    kam_decimal_compare(kam_decimal_negate(b->score_delta), a->score_delta), 0);
        }
        stop(&there);
        stop(&back);
    }
}

static void a_snapshot_against_itself_does_not_move(void **unused)
{
    uint64_t state = 4;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base base = random_base(&state);
        struct comparison c;
        start(&c, &base, &base, &state);
        assert_int_equal(c.diff.moves[KAM_MOVE_SAME], c.diff.count);
        assert_int_equal(c.bridge.steps[KAM_BRIDGE_UNCHANGED].customers, c.diff.count);
        assert_decimal(c.bridge.change, 0);
        stop(&c);
    }
}

/* ---- numbers at the edge ----------------------------------------------------------------------
 */

static void write_revenue(const char *path, const char *revenue)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fprintf(file, "account_id,tier,period,model,by,revenue\nA,gold,2026-10,m,score,%s\n", revenue);
    assert_int_equal(fclose(file), 0);
}

/* From one revenue to another; the difference as text is in DELTA. */
static enum kam_status change(const char *from, const char *to, char delta[KAM_DECIMAL_SIZE])
{
    const struct kam_diff_options options = {.measure = KAM_MEASURE_WINDOW, .threads = 1};
    struct comparison c = {.old_path = ""};
    struct kam_error error;

    temporary_file(c.old_path, "");
    temporary_file(c.new_path, "");
    write_revenue(c.old_path, from);
    write_revenue(c.new_path, to);
    read_files(&c);
    enum kam_status status =
        kam_diff_compute(&c.diff, &c.old_roster, &c.new_roster, &c.ladder, &options, &error);
    if (!status)
        kam_decimal_format(c.diff.movements[0].revenue_delta, c.diff.places, delta);
    else
        assert_non_null(strstr(error.text, "too large"));
    stop(&c);
    return status;
}

static void differences_are_exact_or_refused(void **unused)
{
    char delta[KAM_DECIMAL_SIZE];
    (void)unused;
    assert_int_equal(change("0.1", "0.3", delta), KAM_OK);
    assert_string_equal(delta, "0.20");
    assert_int_equal(change("0.000000000000000001", "100000000000000000000", delta), KAM_OK);
    assert_string_equal(delta, "99999999999999999999.999999999999999999");
    assert_int_equal(change("", "-0.005", delta), KAM_OK);
    assert_string_equal(delta, "-0.005");
    assert_int_equal(change("-100000000000000000000", "100000000000000000000", delta), KAM_DATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_customer_has_exactly_one_movement),
        cmocka_unit_test(the_way_back_is_the_mirror),
        cmocka_unit_test(a_snapshot_against_itself_does_not_move),
        cmocka_unit_test(differences_are_exact_or_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
