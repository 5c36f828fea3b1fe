#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random.h"
#include "temporary.h"
#include "tier/tier.h"

#include <stdio.h>
#include <unistd.h>

/* A table of customers and a model with tiers, and what comes out. */
struct fixture {
    struct kam_table table;
    struct kam_model model;
    struct kam_arena arena;
    struct kam_tiering tiering;
    char path[TEMPORARY_PATH];
};

static const struct kam_text names[] = {{"A", 1}, {"B", 1}, {"C", 1}, {"D", 1}};

static enum kam_status cut(struct fixture *f, const char *rows, const char *limits,
                           enum kam_ties ties, struct kam_error *error)
{
    struct kam_model_tiers *tiers = &f->model.tiers;
    const struct kam_place place = {.file = "m.kam", .line = 1};
    const struct kam_reader_options options = {.delimiter = ','};

    *f = (struct fixture){.path = ""};
    temporary_file(f->path, rows);
    const char *paths[] = {f->path};
    assert_int_equal(kam_table_read(&f->table, paths, 1, &options, NULL), KAM_OK);
    unlink(f->path);
    assert_int_equal(kam_cut_parse(&tiers->cut, kam_text_of(limits), &place, &f->arena, NULL),
                     KAM_OK);
    tiers->names = (struct kam_text_list){names, tiers->cut.limit_count + 1};
    tiers->by = KAM_TEXT("score");
    tiers->ties = ties;
    assert_int_equal(kam_tier_check(&f->model, error), KAM_OK);
    return kam_tiering_make(&f->tiering, &f->table, &f->model, NULL, 1, error);
}

static void done(struct fixture *f)
{
    kam_tiering_free(&f->tiering);
    kam_table_free(&f->table);
    kam_arena_free(&f->arena);
}

/* The ids in order of rank, a bar where a tier ends: "a b | c |". */
static const char *shown(const struct fixture *f)
{
    static char text[256];
    size_t length = 0, tier = 0;

    for (size_t i = 0; i <= f->tiering.ranking.count; i++) {
        for (; tier < f->tiering.tiers->cut.limit_count && f->tiering.cuttings[0].ends[tier] == i;
             tier++)
            length += (size_t)snprintf(text + length, sizeof text - length, "| ");
        if (i == f->tiering.ranking.count)
            break;
        struct kam_text id = kam_table_cell(&f->table, f->tiering.ranking.order[i], 0);
        length +=
            (size_t)snprintf(text + length, sizeof text - length, "%.*s ", (int)id.len, id.ptr);
    }
    assert_true(length > 0 && length < sizeof text);
    text[length - 1] = '\0';
    return text;
}

static void assert_cut(const char *rows, const char *limits, enum kam_ties ties,
                       const char *expected)
{
    struct fixture f;
    char text[512];

    snprintf(text, sizeof text, "account_id,score,revenue\n%s", rows);
    assert_int_equal(cut(&f, text, limits, ties, NULL), KAM_OK);
    assert_string_equal(shown(&f), expected);
    done(&f);
}

static void test_order(void **state)
{
    (void)state;
    /* figure, then revenue, then id in bytes; 9 < 10 and 5 = 5.00; no figure is last */
    assert_cut("b,5,1\na,5.00,1\nz,9,1\ny,10,-3\nn,,100\nc,5,2\nm,-1,0\n", "count 1, 2",
               KAM_TIES_SPLIT, "y | z | c a b m n");
}

static void test_customers_round_up(void **state)
{
    (void)state;
    assert_cut("a,9,1\nb,8,1\nc,7,1\n", "customers 1%, 34%", KAM_TIES_UP, "a | b | c");
    assert_cut("a,9,1\nb,8,1\nc,7,1\nd,6,1\n", "customers 25%, 50%", KAM_TIES_UP, "a | b | c d");
    assert_cut("a,9,1\n", "customers 1%, 2%", KAM_TIES_UP, "a | |");
    assert_cut("a,9,1\nb,8,1\n", "customers 100%", KAM_TIES_UP, "a b |");
}

static void test_steps_add_up(void **state)
{
    (void)state;
    assert_cut("a,9,1\nb,8,1\nc,7,1\nd,6,1\n", "customers 25%, +25%", KAM_TIES_UP, "a | b | c d");
}

static void test_share_takes_the_crossing(void **state)
{
    (void)state;
    /* the published example */
    assert_cut("a,50,50\nb,33,33\nc,17,17\n", "share 50%, 83%", KAM_TIES_UP, "a | b | c");
    assert_cut("a,50,50\nb,33,33\nc,17,17\n", "share 50.1%, 83.1%", KAM_TIES_UP, "a b | c |");
    assert_cut("a,50,50\nb,33,33\nc,17,17\n", "share 10%, 20%", KAM_TIES_UP, "a | | b c");
}

static void test_share_of_what(void **state)
{
    struct fixture f;
    static const char rows[] = "account_id,score,revenue\na,9,60\nb,8,-20\nc,7,40\n";

    (void)state;
    /* of 100: 60, 60, 100 */
    assert_int_equal(cut(&f, rows, "share 60%, 61%", KAM_TIES_UP, NULL), KAM_OK);
    assert_string_equal(shown(&f), "a | b c |");
    done(&f);
    /* nobody pays anything */
    assert_cut("a,9,0\nb,8,-1\n", "share 50%, 80%", KAM_TIES_UP, "| | a b");
}

static void test_value_and_count(void **state)
{
    (void)state;
    assert_cut("a,80,1\nb,79.9999,1\nc,60,1\nd,,1\n", "value 80, 60, -5", KAM_TIES_UP,
               "a | b c | | d");
    assert_cut("a,80,1\nb,79,1\nc,60,1\n", "count 2, 5", KAM_TIES_UP, "a b | c |");
}

static void test_ties(void **state)
{
    static const char rows[] = "a,9,1\nb,8,5\nc,8,4\nd,8,4\ne,8,3\nf,7,1\n";

    (void)state;
    /* between c and d, who are equal in all but their names */
    assert_cut(rows, "count 3", KAM_TIES_SPLIT, "a b c | d e f");
    assert_cut(rows, "count 3", KAM_TIES_UP, "a b c d | e f");
    assert_cut(rows, "count 3", KAM_TIES_DOWN, "a b | c d e f");
    assert_cut(rows, "count 3", KAM_TIES_SCORE, "a b c d e | f");
    /* two limits within one tie meet */
    assert_cut("a,1,1\nb,1,1\nc,1,1\n", "count 1, 2", KAM_TIES_UP, "a b c | |");
    assert_cut("a,1,1\nb,1,1\nc,1,1\n", "count 1, 2", KAM_TIES_DOWN, "| | a b c");
    /* without a figure one is equal to another without */
    assert_cut("a,,1\nb,,1\nc,,0\n", "count 1", KAM_TIES_UP, "a b | c");
}

static void test_no_rows(void **state)
{
    (void)state;
    assert_cut("", "customers 1%, 5%", KAM_TIES_UP, "| |");
    assert_cut("", "share 1%, 5%", KAM_TIES_DOWN, "| |");
}

static void test_revenue_is_exact(void **state)
{
    (void)state;
    /* a third of it, but for the last of 18 places */
    assert_cut("a,3,0.333333333333333333\nb,2,0.333333333333333333\nc,1,0.333333333333333334\n",
               "share 33.3333333333333333%", KAM_TIES_UP, "a | b c");
    assert_cut("a,3,0.333333333333333333\nb,2,0.333333333333333333\nc,1,0.333333333333333334\n",
               "share 33.3333333333333334%", KAM_TIES_UP, "a b | c");
}

static void assert_message(const char *rows, const char *expected)
{
    struct fixture f;
    struct kam_error error;
    char text[2048];

    assert_int_equal(cut(&f, rows, "count 1", KAM_TIES_UP, &error), KAM_DATA);
    kam_error_format(&error, text, sizeof text);
    assert_memory_equal(text, f.path, strlen(f.path));
    assert_string_equal(text + strlen(f.path), expected);
    done(&f);
}

static void test_messages(void **state)
{
    (void)state;
    assert_message("account_id,revenue\n",
                   ": no column 'score', which [tiers] ranks by: run kam-score first, or choose "
                   "another column with by = COLUMN");
    assert_message("account_id,score\n", ": no column 'revenue'; there are: account_id, score");
    assert_message("account_id,score,revenue\na,1,1\nb,1,\n",
                   ":3: revenue: empty; every customer needs one, if only 0.00");
    assert_message("account_id,score,revenue\na,x,1\n", ":2: score: not a number: 'x'");
    assert_message("account_id,score,revenue\n,1,1\n", ":2: account_id: empty");
    assert_message(
        "account_id,score,revenue\na,1,170000000000000000000\nb,1,170000000000000000000\n",
        ":3: revenue: the sum of the column is too large");
}

/* What every cut has to keep, whatever the customers. */
static void assert_laws(const struct kam_tiering *tiering)
{
    const struct kam_ranking *r = &tiering->ranking;

    for (size_t t = 0; t < tiering->tiers->names.count; t++) {
        size_t end = tiering->cuttings[0].ends[t];
        assert_true(end >= kam_cutting_start(&tiering->cuttings[0], t) && end <= r->count);
        if (end == 0 || end == r->count || tiering->tiers->ties == KAM_TIES_SPLIT)
            continue;
        uint32_t above = r->order[end - 1], below = r->order[end];
        bool figure = kam_decimal_compare(r->figures[above], r->figures[below]) == 0;
        bool revenue = kam_decimal_compare(r->revenues[above], r->revenues[below]) == 0;
        assert_false(figure && (revenue || tiering->tiers->ties == KAM_TIES_SCORE));
    }
    assert_int_equal(tiering->cuttings[0].ends[tiering->tiers->names.count - 1], r->count);
}

/* Exactly the customers that are needed to come to the share, and none more. */
static void assert_share(const struct kam_tiering *tiering, size_t limit, int percent)
{
    const struct kam_ranking *r = &tiering->ranking;
    struct kam_decimal sum = {0}, before = {0};

    for (size_t i = 0; i < tiering->cuttings[0].untied[limit]; i++) {
        before = sum;
        if (kam_decimal_sign(r->revenues[r->order[i]]) > 0)
            assert_true(kam_decimal_add(&sum, r->revenues[r->order[i]]));
    }
    struct kam_decimal hundred = kam_decimal_of(100), p = kam_decimal_of(percent);
    assert_true(kam_decimal_compare_products(sum, hundred, r->positive, p) >= 0);
    if (tiering->cuttings[0].untied[limit])
        assert_true(kam_decimal_compare_products(before, hundred, r->positive, p) < 0);
}

static void test_laws(void **state)
{
    static const char *const cuts[] = {"customers 1%, 20%, 50%", "share 10%, 50%, 80%",
                                       "value 3, 2, 1", "count 1, 3, 9"};
    uint64_t random = 20261101;

    (void)state;
    for (int round = 0; round < 400; round++) {
        char rows[2048];
        struct fixture f;
        size_t count = random_below(&random, 30);
        int length = snprintf(rows, sizeof rows, "account_id,score,revenue\n");
        for (size_t i = 0; i < count; i++)
            length += snprintf(rows + length, sizeof rows - (size_t)length, "%zu,%u,%d\n", i,
                               random_below(&random, 4), (int)random_below(&random, 6) - 1);
        enum kam_ties ties = (enum kam_ties)(round % 4);
        const char *limits = cuts[random_below(&random, 4)];
        assert_int_equal(cut(&f, rows, limits, ties, NULL), KAM_OK);
        assert_laws(&f.tiering);
        if (limits == cuts[1]) {
            assert_share(&f.tiering, 0, 10);
            assert_share(&f.tiering, 2, 80);
        }
        done(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_customers_round_up),
        cmocka_unit_test(test_steps_add_up),
        cmocka_unit_test(test_share_takes_the_crossing),
        cmocka_unit_test(test_share_of_what),
        cmocka_unit_test(test_value_and_count),
        cmocka_unit_test(test_ties),
        cmocka_unit_test(test_no_rows),
        cmocka_unit_test(test_revenue_is_exact),
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_laws),
    };

    return cmocka_run_group_tests_name("tier", tests, NULL, NULL);
}
