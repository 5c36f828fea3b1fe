/* What a customer's own figures did, in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "compared.h"
#include "diff/detail.h"

#include <stdio.h>
#include <unistd.h>

/* Two snapshots of customer A, compared, under a model. */
struct fixture {
    char paths[2][TEMPORARY_PATH];
    struct kam_snapshot old, new;
    struct kam_roster old_roster, new_roster;
    struct kam_ladder ladder;
    struct kam_diff diff;
    struct kam_model *model;
    struct kam_details details;
};

static const char model_text[] =
    "[dimension size]\ncolumn = revenue\nweight = 1\nscale  = percentile\n";

static void write_snapshot(char path[TEMPORARY_PATH], const char *header, const char *row,
                           const char *month)
{
    char text[1024];

    snprintf(text, sizeof text, "account_id,tier,period,model,by,%s\nA,gold,%s,m,score,%s\n",
             header, month, row);
    temporary_file(path, text);
}

/* From row OLD to row NEW, of the columns in HEADER. */
static void start(struct fixture *f, const char *header, const char *old, const char *new,
                  const char *month)
{
    const struct kam_diff_options options = {.measure = KAM_MEASURE_WINDOW, .threads = 1};
    const struct kam_reader_options reader = {.delimiter = ','};
    const struct kam_text gold = KAM_TEXT("gold");
    size_t stray;

    memset(f, 0, sizeof *f);
    write_snapshot(f->paths[0], header, old, "2026-09");
    write_snapshot(f->paths[1], header, new, month);
    assert_int_equal(
        kam_model_load_text(&f->model, "m.kam", kam_text_of(model_text), NULL, 0, NULL), KAM_OK);
    assert_int_equal(kam_snapshot_read(&f->old, f->paths[0], &reader, NULL), KAM_OK);
    assert_int_equal(kam_snapshot_read(&f->new, f->paths[1], &reader, NULL), KAM_OK);
    assert_int_equal(kam_ladder_of_model(&f->ladder, &gold, 1, NULL), KAM_OK);
    assert_int_equal(kam_roster_init(&f->old_roster, &f->old, NULL, &reader, &stray, NULL), KAM_OK);
    assert_int_equal(kam_roster_init(&f->new_roster, &f->new, NULL, &reader, &stray, NULL), KAM_OK);
    assert_int_equal(
        kam_diff_compute(&f->diff, &f->old_roster, &f->new_roster, &f->ladder, &options, NULL),
        KAM_OK);
    assert_int_equal(f->diff.count, 1);
    assert_int_equal(kam_details_init(&f->details, &f->diff, f->model, NULL), KAM_OK);
}

static void stop(struct fixture *f)
{
    kam_details_free(&f->details);
    kam_diff_free(&f->diff);
    kam_ladder_free(&f->ladder);
    kam_roster_free(&f->old_roster);
    kam_roster_free(&f->new_roster);
    kam_snapshot_free(&f->old);
    kam_snapshot_free(&f->new);
    kam_model_free(f->model);
    unlink(f->paths[0]);
    unlink(f->paths[1]);
}

static void assert_detail(const struct fixture *f, const char *expected)
{
    struct kam_buffer text = {NULL, 0, 0};

    assert_true(kam_details_add(&f->details, &f->diff.movements[0], &text));
    assert_true(kam_buffer_add_byte(&text, '\0'));
    assert_string_equal(text.ptr, expected);
    kam_buffer_free(&text);
}

static void what_is_said(void **unused)
{
    static const struct {
        const char *header, *old, *new, *expected;
    } cases[] = {
        /* the column behind the dimension, as the model says, in percent of what it was */
        {"part_size,revenue", "10,1000.00", "5,618.00", "revenue -38.2%"},
        {"part_size,revenue", "10,3", "20,5", "revenue +66.7%"},
        {"part_size,revenue", "10,2000", "20,2001", "revenue from 2000 to 2001"},
        {"part_size,revenue", "10,2000", "20,2003", "revenue +0.2%"},
        {"part_size,revenue", "10,2000", "20,2005", "revenue +0.2%"},
        {"part_size,revenue", "10,-5.00", "20,5.00", "revenue from -5.00 to 5.00"},
        {"part_size,revenue", "10,0", "20,5.00", "revenue from 0 to 5.00"},
        {"part_size,revenue", "10,", "20,5.00", "revenue from nothing to 5.00"},
        {"part_size,revenue", "10,7.00", "5,", "revenue from 7.00 to nothing"},
        /* others moved, and it didn't */
        {"part_size,revenue", "10,7.00", "5,7.0", "revenue unchanged"},
        /* too large to be said in percent */
        {"part_size,revenue", "10,1", "20,100000000000000000000",
         "revenue from 1 to 100000000000000000000"},
        /* another dimension: its name is a column, or there is nothing to say */
        {"part_growth,growth,revenue", "10,0.1000,1", "5,-0.2000,2",
         "growth from 0.1000 to -0.2000"},
        {"part_risk,risk,revenue", "10,low,1", "5,high,2", "risk from low to high"},
        {"part_other,revenue", "10,1", "5,2", ""},
        {"part_size,revenue", "10,1", "10,2", ""},
        /* months */
        {"revenue,last_month,idle", "9,2026-09,0", "5,2026-09,1", "no revenue since 2026-09"},
        {"revenue,last_month,idle", "9,2026-07,2", "5,2026-07,3", "no revenue since 2026-07"},
        {"revenue,last_month,idle", "9,2026-07,2", "9,2026-07,3", ""},
        {"revenue,last_month,idle", "9,2026-07,2", "9,2026-10,0", "revenue again since 2026-10"},
        {"revenue,last_month,idle", "9,2026-09,0", "9,2026-10,0", ""},
        {"revenue,last_month", "9,2026-09", "5,2026-09", ""},
        /* sets, with a bar and a backslash in their texts */
        {"revenue,services", "9,cloud|line", "9,line", "service cloud gone"},
        {"revenue,services", "9,a|b|c|d|e", "9,b|x|y",
         "services a, c, d and 1 more gone; "
         "services x, y new"},
        {"revenue,services", "9,", "9,a\\|b", "service a|b new"},
        {"revenue,services", "9,a\\|b|c", "9,a\\|b|c", ""},
        /* accounts, whose first is the customer itself */
        {"revenue,members", "9,A|B|C", "9,A|D", "accounts B, C left; account D joined"},
        {"revenue,members", "9,A|B|C|D|E|F", "9,A", "accounts B, C, D and 2 more left"},
        {"revenue,members", "9,A", "9,A", ""},
        {"part_size,revenue,last_month,idle,services", "10,1000.00,2026-09,0,cloud|line",
         "5,618.00,2026-09,1,line", "revenue -38.2%: no revenue since 2026-09; service cloud gone"},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        start(&f, cases[i].header, cases[i].old, cases[i].new, "2026-10");
        assert_detail(&f, cases[i].expected);
        stop(&f);
    }
}

/* Over a gap it isn't known in which month it began. */
static void revenue_again_after_a_gap(void **unused)
{
    struct fixture f;

    (void)unused;
    start(&f, "revenue,last_month,idle", "9,2026-07,2", "9,2026-12,0", "2026-12");
    assert_detail(&f, "revenue again");
    stop(&f);
}

static void whether_there_is_anything_to_say(void **unused)
{
    static const struct {
        const char *header, *row;
        bool there;
    } cases[] = {
        {"part_size,revenue", "1,2", true},
        {"part_other,revenue", "1,2", false},
        {"revenue", "1", false},
        {"revenue,services", "1,a", true},
        {"revenue,idle", "1,0", false},
        {"revenue,idle,last_month", "1,0,2026-09", true},
        {"revenue,members", "1,A|B", true},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        start(&f, cases[i].header, cases[i].row, cases[i].row, "2026-10");
        assert_int_equal(kam_details_are_there(&f.details), cases[i].there);
        stop(&f);
    }
}

/* Another account_id is no account more or less, unless it was one of the accounts before. */
static void accounts_of_another_id(void **unused)
{
    static const struct {
        const char *old, *new, *expected;
    } cases[] = {
        {"A,A|B", "C,B|C", ""},
        {"A,A|B", "C,A|B|C", ""},
        {"A,A|B|D", "B,B|D", "account A left"},
        {"A,A|B", "B,A|B", ""},
        {"A,A|B|D", "C,B|C|E", "account D left; account E joined"},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static const char header[] = "account_id,members,tier,period,model,by,revenue\n";
        struct kam_details details;
        struct kam_buffer text = {NULL, 0, 0};
        struct compared c;
        char old[256], new[256];
        snprintf(old, sizeof old, "%s%s,gold,2026-09,m,score,5\n", header, cases[i].old);
        snprintf(new, sizeof new, "%s%s,gold,2026-10,m,score,5\n", header, cases[i].new);
        compare_texts(&c, old, new);
        assert_int_equal(c.diff.count, 1);
        assert_int_equal(kam_details_init(&details, &c.diff, NULL, NULL), KAM_OK);
        assert_true(kam_details_add(&details, &c.diff.movements[0], &text));
        assert_true(kam_buffer_add_byte(&text, '\0'));
        assert_string_equal(text.ptr, cases[i].expected);
        kam_buffer_free(&text);
        kam_details_free(&details);
        stop_comparing(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said),
        cmocka_unit_test(revenue_again_after_a_gap),
        cmocka_unit_test(accounts_of_another_id),
        cmocka_unit_test(whether_there_is_anything_to_say),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
