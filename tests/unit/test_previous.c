/* The snapshot before: what is read from it, refused and warned about. */
#include "past.h"

#include <stdio.h>
#include <zlib.h>

#define HEADER "account_id,tier_cut,tier_computed,tier,held,period,model,by,revenue\n"

/* What is behind the tiers and `held` of every row, but for the revenue. */
#define REST ",2026-09,m,score"

/* ---- standings ---------------------------------------------------------------------------------
 */

/* "tier computed cut held" as letters, a dash where the model has none; "new". */
static const char *standing_of(const struct past *past, uint32_t row)
{
    static char text[32];
    struct kam_standing standing;
    char tiers[3];

    if (!kam_previous_standing(&past->previous, row, &standing))
        return "new";
    const size_t numbers[] = {standing.tier, standing.computed, standing.cut};
    for (size_t i = 0; i < 3; i++)
        tiers[i] = numbers[i] == KAM_NO_TIER ? '-' : (char)('A' + numbers[i]);
    snprintf(text, sizeof text, "%c %c %c %d", tiers[0], tiers[1], tiers[2], standing.held);
    return text;
}

/* CELLS are those of tier_cut to held of one row among others. */
static void assert_standing(const char *cells, const char *expected)
{
    struct past past;
    char text[512];

    snprintf(text, sizeof text, HEADER "x,A,A,A,0" REST ",9\ny,%s" REST ",5\nz,C,B,C,1" REST ",3\n",
             cells);
    assert_int_equal(past_read(&past, text, NULL), KAM_OK);
    assert_string_equal(standing_of(&past, 0), "A A A 0");
    assert_string_equal(standing_of(&past, 1), expected);
    assert_string_equal(standing_of(&past, 2), "C B C 1");
    assert_string_equal(standing_of(&past, KAM_NONE), "new");
    past_stop(&past);
}

static void every_row_says_where_its_customer_stood(void **state)
{
    (void)state;
    assert_standing("B,B,B,0", "B B B 0");
    assert_standing("C,B,B,0", "B B C 0");
    assert_standing("C,C,B,-2", "B C C -2");
    assert_standing("C,B,A,-9999", "A B C -9999");
    assert_standing("A,A,C,12", "C A A 12");
    assert_standing("A,A,C,007", "C A A 7");
    assert_standing("A,A,A,-0", "A A A 0");
}

static void who_stood_nowhere_is_new(void **state)
{
    (void)state;
    assert_standing("gold,gold,gold,0", "new");
    assert_standing("A,A,gold,-2", "new");
    /* a rule had put it into B; where the cut had is gone */
    assert_standing("gold,B,B,0", "new");
    /* it stood in B, and what it was held against doesn't matter */
    assert_standing("gold,gold,B,-1", "B - - -1");
    assert_standing("gold,C,B,-1", "B C - -1");
    /* names are texts */
    assert_standing("b,b,b,0", "new");
}

static void an_older_snapshot_has_no_held(void **state)
{
    struct past past;

    (void)state;
    assert_int_equal(past_read(&past,
                               "tier,account_id,tier_cut,tier_computed,period,model,by,revenue\n"
                               "B,x,B,B,2026-09,m,score,1\n",
                               NULL),
                     KAM_OK);
    assert_string_equal(standing_of(&past, 0), "B B B 0");
    past_stop(&past);
}

static void without_rows_everybody_is_new(void **state)
{
    struct past past;

    (void)state;
    assert_int_equal(past_read(&past, HEADER, NULL), KAM_OK);
    for (int doubt = 0; doubt < KAM_PREVIOUS_DOUBTS; doubt++)
        assert_int_equal(kam_previous_check(&past.previous, (enum kam_previous_doubt)doubt, NULL),
                         KAM_OK);
    past_stop(&past);
}

static void a_compressed_one_will_do(void **state)
{
    static const char content[] = HEADER "x,C,C,B,-1" REST ",9\n";
    const struct kam_reader_options options = {.delimiter = ','};
    struct past past = {.path = ""};

    (void)state;
    temporary_file(past.path, "");
    gzFile file = gzopen(past.path, "wb");
    assert_int_equal(gzwrite(file, content, sizeof content - 1), sizeof content - 1);
    assert_int_equal(gzclose(file), Z_OK);
    assert_int_equal(kam_model_load_text(&past.model, "m.kam", KAM_TEXT(PAST_MODEL), NULL, 0, NULL),
                     KAM_OK);
    assert_int_equal(kam_previous_read(&past.previous, past.path, past.model, PAST_NOW,
                                       KAM_PREVIOUS_STANDINGS, &options, NULL),
                     KAM_OK);
    unlink(past.path);
    assert_string_equal(standing_of(&past, 0), "B C C -1");
    past_stop(&past);
}

/* Cells that nobody asks for take no memory. */
static void only_what_is_needed_is_kept(void **state)
{
    struct past past;

    (void)state;
    assert_int_equal(
        past_read(&past,
                  "rank,account_id,account_name,currency,members,2026-09,revenue,points_a,part_a,"
                  "score,tier_cut,tier_computed,tier,reason,held,period,model,by\n"
                  "1,x,X,CNY,x|y,1.00,1.00,5,5,5,A,A,A,because,0,2026-09,m,score\n",
                  NULL),
        KAM_OK);
    assert_int_equal(past.previous.snapshot.table.kept, 8);
    assert_int_equal(past.previous.members, 4);
    assert_string_equal(standing_of(&past, 0), "A A A 0");
    past_stop(&past);
}

/* ---- refused -----------------------------------------------------------------------------------
 */

/* Reading SNAPSHOT fails with a message that ends in EXPECTED. */
static void assert_refused(const char *snapshot, const char *expected)
{
    struct past past;
    struct kam_error error;
    char message[2048];

    assert_int_equal(past_read(&past, snapshot, &error), KAM_DATA);
    kam_error_format(&error, message, sizeof message);
    assert_memory_equal(message, past.path, strlen(past.path));
    assert_string_equal(message + strlen(past.path), expected);
    past_stop(&past);
}

static void what_is_no_earlier_snapshot_is_refused(void **state)
{
    (void)state;
    assert_refused("account_id,revenue\nx,1\n",
                   ": no column tier, period, model, by, so this is no snapshot; run kam-tier "
                   "first");
    assert_refused("account_id,tier,period,model,by,revenue,tier_cut\n",
                   ": no column 'tier_computed', so this is no snapshot; run kam-tier first");
    assert_refused("account_id,tier,period,model,by,revenue,tier_computed\n",
                   ": no column 'tier_cut', so this is no snapshot; run kam-tier first");
    assert_refused(HEADER "x,A,A,A,0,2026-10,m,score,1\n",
                   ": a snapshot of 2026-10, but the customers are of 2026-10; the previous one "
                   "has to be of an earlier month");
    assert_refused(HEADER "x,A,A,A,0,2027-01,m,score,1\n",
                   ": a snapshot of 2027-01, but the customers are of 2026-10; the previous one "
                   "has to be of an earlier month");
}

static void a_customer_stands_there_once(void **state)
{
    struct past past;
    struct kam_error error;

    (void)state;
    assert_int_equal(
        past_read(&past, HEADER "x,A,A,A,0" REST ",1\ny,A,A,A,0" REST ",1\nx,A,A,A,0" REST ",1\n",
                  &error),
        KAM_DATA);
    assert_int_equal(error.line, 4);
    assert_non_null(strstr(error.text, "'x' stands in"));
    past_stop(&past);
}

static void a_held_that_is_no_number_is_refused(void **state)
{
    static const char *const wrong[] = {"x",     "-",      "--1",   "1-", "+1", "1.5",
                                        "10000", "-10000", "00001", " 1", "１"};
    char snapshot[256], expected[256];

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        snprintf(snapshot, sizeof snapshot, HEADER "x,A,A,A,0" REST ",1\ny,A,A,A,%s" REST ",1\n",
                 wrong[i]);
        snprintf(expected, sizeof expected,
                 ":3: held: not a number of periods (-9999 to 9999): '%s'", wrong[i]);
        assert_refused(snapshot, expected);
    }
    assert_refused(HEADER "x,A,A,A," REST ",1\n",
                   ":2: held: not a number of periods (-9999 to 9999): ''");
}

static void an_empty_tier_is_refused(void **state)
{
    (void)state;
    assert_refused(HEADER "x,,A,A,0" REST ",1\n", ":2: tier_cut: empty; run kam-tier first");
    assert_refused(HEADER "x,A,,A,0" REST ",1\n", ":2: tier_computed: empty; run kam-tier first");
    assert_refused(HEADER "x,A,A,,0" REST ",1\n", ":2: tier: empty; run kam-tier first");
}

static void two_columns_of_a_name_are_refused(void **state)
{
    (void)state;
    assert_refused("held,account_id,tier,period,model,by,revenue,tier_computed,tier_cut,held\n",
                   ":1: two columns are called 'held' (number 1 and number 10); rename one");
    assert_refused("members,members,account_id,tier,period,model,by,revenue,tier_computed,"
                   "tier_cut\n",
                   ":1: two columns are called 'members' (number 1 and number 2); rename one");
}

/* ---- warned about ------------------------------------------------------------------------------
 */

/* The warning about DOUBT without the name of the file, or "". */
static void assert_doubt(const char *snapshot, enum kam_previous_doubt doubt, const char *expected)
{
    struct past past;
    struct kam_error error;
    char message[2048] = "";

    assert_int_equal(past_read(&past, snapshot, NULL), KAM_OK);
    enum kam_status status = kam_previous_check(&past.previous, doubt, &error);
    assert_int_equal(status, *expected ? KAM_DATA : KAM_OK);
    if (status) {
        kam_error_format(&error, message, sizeof message);
        assert_memory_equal(message, past.path, strlen(past.path));
        memmove(message, message + strlen(past.path), strlen(message + strlen(past.path)) + 1);
    }
    assert_string_equal(message, expected);
    past_stop(&past);
}

static void a_gap_is_said(void **state)
{
    static const struct {
        const char *period, *expected;
    } cases[] = {
        {"2026-09", ""},
        {"2026-08", ": 2026-09 is missing between this snapshot and 2026-10: a hold counts "
                    "snapshots, not months"},
        {"2026-07", ": 2026-08 to 2026-09 are missing between this snapshot and 2026-10: a hold "
                    "counts snapshots, not months"},
        {"2024-11", ": 2024-12 to 2026-09 are missing between this snapshot and 2026-10: a hold "
                    "counts snapshots, not months"},
    };
    char snapshot[256];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(snapshot, sizeof snapshot, HEADER "x,A,A,A,0,%s,m,score,1\n", cases[i].period);
        assert_doubt(snapshot, KAM_PREVIOUS_GAP, cases[i].expected);
    }
}

static void another_model_is_said(void **state)
{
    char hash[KAM_MODEL_HASH_SIZE], snapshot[256], expected[256];
    struct kam_model *model;
    static const char *const names[] = {"", "m ", "a name of words "};

    (void)state;
    assert_int_equal(kam_model_load_text(&model, "m.kam", KAM_TEXT(PAST_MODEL), NULL, 0, NULL),
                     KAM_OK);
    assert_int_equal(kam_model_hash_tier(model, hash, NULL), KAM_OK);
    kam_model_free(model);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        /* the name is no rule */
        snprintf(snapshot, sizeof snapshot, HEADER "x,A,A,A,0,2026-09,%s%s,score,1\n", names[i],
                 hash);
        assert_doubt(snapshot, KAM_PREVIOUS_MODEL, "");
        snprintf(snapshot, sizeof snapshot, HEADER "x,A,A,A,0,2026-09,%sfeed,score,1\n", names[i]);
        snprintf(expected, sizeof expected,
                 ": made under other rules ('feed') than this model's ('%s'); what is held goes on",
                 hash);
        assert_doubt(snapshot, KAM_PREVIOUS_MODEL, expected);
    }
}

static void forgotten_tiers_are_named(void **state)
{
    (void)state;
    assert_doubt(HEADER "x,A,A,A,0" REST ",1\n", KAM_PREVIOUS_TIERS, "");
    /* one that nobody stood in */
    assert_doubt(HEADER "x,gold,gold,A,-1" REST ",1\n", KAM_PREVIOUS_TIERS, "");
    assert_doubt(HEADER "x,A,A,gold,-1" REST ",1\ny,B,B,B,0" REST ",1\n", KAM_PREVIOUS_TIERS,
                 ": the model has no tier 'gold'; who was there counts as new (customers: 1)");
    assert_doubt(HEADER "x,gold,gold,gold,0" REST ",1\ny,A,A,A,0" REST ",1\n"
                        "z,银,A,A,0" REST ",1\nw,gold,gold,gold,0" REST ",1\n",
                 KAM_PREVIOUS_TIERS,
                 ": the model has no tiers 'gold', '银'; who was there counts as new (customers: "
                 "3)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_says_where_its_customer_stood),
        cmocka_unit_test(who_stood_nowhere_is_new),
        cmocka_unit_test(an_older_snapshot_has_no_held),
        cmocka_unit_test(without_rows_everybody_is_new),
        cmocka_unit_test(a_compressed_one_will_do),
        cmocka_unit_test(only_what_is_needed_is_kept),
        cmocka_unit_test(what_is_no_earlier_snapshot_is_refused),
        cmocka_unit_test(a_customer_stands_there_once),
        cmocka_unit_test(a_held_that_is_no_number_is_refused),
        cmocka_unit_test(an_empty_tier_is_refused),
        cmocka_unit_test(two_columns_of_a_name_are_refused),
        cmocka_unit_test(a_gap_is_said),
        cmocka_unit_test(another_model_is_said),
        cmocka_unit_test(forgotten_tiers_are_named),
    };

    return cmocka_run_group_tests_name("previous", tests, NULL, NULL);
}
