/* Laws of comparing two snapshots, on random bases. */
#include "diff/bridge.h"
#include "diff/comparable.h"
#include "diff/listing.h"
#include "diff/transition.h"
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

enum { CUSTOMERS = 60, ROUNDS = 200, TIERS = 3, PLACES = 10000 };

static const char *const tier_names[TIERS] = {"gold", "silver", "tail"};

/* What is true of one customer in one snapshot; revenue and parts in units of 10^-4. */
struct fact {
    bool present;
    unsigned tier;
    int64_t revenue;
    int64_t parts[2];
};

struct base {
    struct fact facts[CUSTOMERS];
};

static struct kam_decimal decimal_of(int64_t units)
{
    struct kam_decimal value;

    assert_int_equal(kam_decimal_divide(kam_decimal_of(units), kam_decimal_of(PLACES), 4, &value),
                     KAM_NUMBER_OK);
    return value;
}

static void assert_decimal(struct kam_decimal value, int64_t units)
{
    assert_int_equal(kam_decimal_compare(value, decimal_of(units)), 0);
}

static struct base random_base(uint64_t *state)
{
    struct base base;

    for (unsigned i = 0; i < CUSTOMERS; i++) {
        struct fact *fact = &base.facts[i];
        /* Few different revenues, so that equal changes occur. */
        bool coarse = random_below(state, 2);
        *fact = (struct fact){
            .present = random_below(state, 4) > 0,
            .tier = random_below(state, TIERS),
            .revenue = coarse ? ((int64_t)random_below(state, 9) - 3) * 10 * PLACES
                              : (int64_t)(random_bits(state) >> 20) - (INT64_C(1) << 41),
            .parts = {INT64_C(5000) * random_below(state, 4),
                      INT64_C(5000) * random_below(state, 4)},
        };
    }
    return base;
}

static void write_number(FILE *file, int64_t units)
{
    char text[KAM_DECIMAL_SIZE];

    kam_decimal_format(decimal_of(units), 2, text);
    fprintf(file, ",%s", text);
}

/* BASE as a snapshot file, its rows in an order that STATE decides. */
static void write_base(const char *path, const struct base *base, uint64_t *state)
{
    unsigned order[CUSTOMERS] = {0};
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs("account_id,tier,period,model,by,revenue,part_a,part_b,score\n", file);
    for (unsigned i = 0; i < CUSTOMERS; i++) {
        unsigned j = random_below(state, i + 1);
        order[i] = order[j];
        order[j] = i;
    }
    for (unsigned k = 0; k < CUSTOMERS; k++) {
        const struct fact *fact = &base->facts[order[k]];
        if (!fact->present)
            continue;
        fprintf(file, "C%02u,%s,2026-10,m,score", order[k], tier_names[fact->tier]);
        write_number(file, fact->revenue);
        write_number(file, fact->parts[0]);
        write_number(file, fact->parts[1]);
        write_number(file, fact->parts[0] + fact->parts[1]);
        fputc('\n', file);
    }
    assert_int_equal(fclose(file), 0);
}

/* Two snapshots compared, with all that belongs to it. */
struct comparison {
    char old_path[32], new_path[32];
    struct kam_snapshot old, new;
    struct kam_ladder ladder;
    struct kam_diff diff;
    struct kam_bridge bridge;
};

static void temporary(char path[32])
{
    memcpy(path, "/tmp/kam-diff.XXXXXX", sizeof "/tmp/kam-diff.XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
}

/* The snapshots and ladder of a comparison whose files are written. */
static void read_files(struct comparison *c)
{
    struct kam_text names[TIERS];
    struct kam_reader_options options = {.delimiter = ','};
    struct kam_error error;

    for (size_t i = 0; i < TIERS; i++)
        names[i] = kam_text_of(tier_names[i]);
    assert_int_equal(kam_snapshot_read(&c->old, c->old_path, &options, &error), KAM_OK);
    assert_int_equal(kam_snapshot_read(&c->new, c->new_path, &options, &error), KAM_OK);
    assert_int_equal(kam_ladder_of_model(&c->ladder, names, TIERS, &error), KAM_OK);
}

static void start(struct comparison *c, const struct base *old, const struct base *new,
                  uint64_t *state)
{
    struct kam_error error;

    memset(c, 0, sizeof *c);
    temporary(c->old_path);
    temporary(c->new_path);
    write_base(c->old_path, old, state);
    write_base(c->new_path, new, state);
    read_files(c);
    assert_int_equal(kam_diff_compute(&c->diff, &c->old, &c->new, &c->ladder, KAM_MEASURE_WINDOW,
                                      KAM_TEXT(""), &error),
                     KAM_OK);
    assert_int_equal(kam_bridge_compute(&c->bridge, &c->diff, &error), KAM_OK);
}

static void stop(struct comparison *c)
{
    kam_diff_free(&c->diff);
    kam_ladder_free(&c->ladder);
    kam_snapshot_free(&c->old);
    kam_snapshot_free(&c->new);
    unlink(c->old_path);
    unlink(c->new_path);
}

/* The listing of all customers as text; the caller frees it. */
static char *listing_text(const struct comparison *c)
{
    char path[32];
    struct kam_listing listing = {0};
    struct kam_output *output;
    struct kam_writer writer;
    struct kam_error error;

    temporary(path);
    assert_int_equal(
        kam_listing_init(&listing, &c->diff, KAM_LISTING_ALL, KAM_DECIMAL_ZERO, &error), KAM_OK);
    assert_int_equal(kam_output_open(&output, path, false, &error), KAM_OK);
    kam_writer_init(&writer, output, &(struct kam_writer_options){.delimiter = ','});
    kam_listing_write(&listing, &writer);
    assert_int_equal(kam_output_commit(output, &error), KAM_OK);
    kam_listing_free(&listing);

    FILE *file = fopen(path, "r");
    assert_non_null(file);
    char *text = calloc(1, 1 << 20);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
    fclose(file);
    unlink(path);
    return text;
}

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
            assert_int_equal(movement->scored, a->present && b->present);
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
            if (a->scored)
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

static void the_order_of_rows_makes_no_difference(void **unused)
{
    uint64_t state = 5;
    (void)unused;
    for (int round = 0; round < ROUNDS / 4; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct comparison first, second;
        start(&first, &old, &new, &state);
        start(&second, &old, &new, &state);
        char *a = listing_text(&first), *b = listing_text(&second);
        assert_string_equal(a, b);
        free(a);
        free(b);
        stop(&first);
        stop(&second);
    }
}

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
    struct comparison c = {.old_path = ""};
    struct kam_error error;

    temporary(c.old_path);
    temporary(c.new_path);
    write_revenue(c.old_path, from);
    write_revenue(c.new_path, to);
    read_files(&c);
    enum kam_status status = kam_diff_compute(&c.diff, &c.old, &c.new, &c.ladder,
                                              KAM_MEASURE_WINDOW, KAM_TEXT(""), &error);
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

static void words_of_what_may_differ(void **unused)
{
    struct kam_text wrong;
    unsigned aspects;
    (void)unused;
    assert_true(kam_comparable_parse(KAM_TEXT("by"), &aspects, &wrong));
    assert_int_equal(aspects, KAM_ASPECT_BY);
    assert_true(kam_comparable_parse(KAM_TEXT("period, model,model"), &aspects, &wrong));
    assert_int_equal(aspects, KAM_ASPECT_MODEL | KAM_ASPECT_PERIOD);
    assert_true(kam_comparable_parse(KAM_TEXT("currency"), &aspects, &wrong));
    assert_int_equal(aspects, KAM_ASPECT_CURRENCY);
    assert_false(kam_comparable_parse(KAM_TEXT("model,Window"), &aspects, &wrong));
    assert_true(kam_text_equal(wrong, KAM_TEXT("Window")));
    assert_false(kam_comparable_parse(KAM_TEXT(""), &aspects, &wrong));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_customer_has_exactly_one_movement),
        cmocka_unit_test(the_bridge_adds_up),
        cmocka_unit_test(the_way_back_is_the_mirror),
        cmocka_unit_test(a_snapshot_against_itself_does_not_move),
        cmocka_unit_test(the_order_of_rows_makes_no_difference),
        cmocka_unit_test(the_matrix_counts_every_customer),
        cmocka_unit_test(differences_are_exact_or_refused),
        cmocka_unit_test(words_of_what_may_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
