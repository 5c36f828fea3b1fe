/* Where a new figure would have put a customer by the old limits: at a limit, and around it. */
#include "diff/figurecut.h"
#include "temporary.h"

#include <stdio.h>

enum { TEXT_SIZE = 512 };

/* A snapshot of one customer with CELLS of its figure, revenue, limits and gaps. */
static void read_customer(struct kam_snapshot *snapshot, char path[TEMPORARY_PATH],
                          const char *figure, const char *cells)
{
    const struct kam_reader_options reading = {.delimiter = ','};
    char text[TEXT_SIZE];

    snprintf(text, sizeof text,
             "account_id,tier,period,model,by,%s,revenue,limit_up,limit_down,gap_up,gap_down\n"
             "A,gold,2026-10,m,score,%s\n",
             figure, cells);
    temporary_file(path, text);
    assert_int_equal(kam_snapshot_read(snapshot, path, &reading, NULL), KAM_OK);
}

/* By the column score, or, if FIGURE is called otherwise, by limits and gaps. */
static enum kam_status cut_of(const char *figure, const char *old, const char *new,
                              uint32_t old_cut, uint32_t new_cut, uint32_t *cut)
{
    struct kam_snapshot snapshots[2] = {{.needs = NULL}, {.needs = NULL}};
    struct kam_figure_columns columns[2];
    char paths[2][TEMPORARY_PATH];
    const char *const cells[] = {old, new};
    const struct kam_figure_case the_case = {
        .before = &columns[0], .after = &columns[1], .old_cut = old_cut, .new_cut = new_cut};

    for (size_t i = 0; i < 2; i++) {
        read_customer(&snapshots[i], paths[i], figure, cells[i]);
        assert_true(kam_figure_columns_find(&columns[i], &snapshots[i]));
    }
    enum kam_status status = kam_figure_cut(&the_case, cut, NULL);
    for (size_t i = 0; i < 2; i++) {
        kam_snapshot_free(&snapshots[i]);
        unlink(paths[i]);
    }
    return status;
}

static const struct {
    const char *old, *new; /* figure, revenue, limits up and down, gaps up and down */
    uint32_t old_cut, new_cut, cut;
} cases[] = {
    /* between the limits */
    {"50,5,70,40,20,10", "69.9,5,90,60,20.1,9.9", 2, 1, 2},
    {"50,5,70,40,20,10", "40.1,5,60,10,19.9,30.1", 2, 3, 2},
    /* beyond: as far as it is now, but one step at least, and never the other way */
    {"50,5,70,40,20,10", "70.1,5,90,60,19.9,10.1", 2, 1, 1},
    {"50,5,70,40,20,10", "71,5,,60,,11", 3, 0, 0},
    {"50,5,70,40,20,10", "71,5,90,60,19,11", 2, 2, 1},
    {"50,5,70,40,20,10", "71,5,90,60,19,11", 2, 3, 1},
    {"50,5,70,40,20,10", "39,5,60,,21,", 1, 3, 3},
    {"50,5,70,40,20,10", "39,5,60,10,21,29", 1, 1, 2},
    {"50,5,70,40,20,10", "39,5,60,10,21,29", 1, 0, 2},
    /* a tie with a limit, which is for the new cut to say, in the limit's direction only */
    {"50,5,70,40,20,10", "70,5,90,60,20,10", 2, 1, 1},
    {"50,5,70,40,20,10", "70,5,90,60,20,10", 2, 2, 2},
    {"50,5,70,40,20,10", "70,5,90,60,20,10", 2, 3, 2},
    {"50,5,70,40,20,10", "40,5,60,10,20,30", 2, 3, 3},
    {"50,5,70,40,20,10", "40,5,60,10,20,30", 2, 2, 2},
    {"50,5,70,40,20,10", "40,5,60,10,20,30", 2, 1, 2},
    /* ... unless neither figure nor revenue changed, so that the tie is what it was */
    {"70,5,70,40,0,30", "70,5,90,60,20,10", 2, 1, 2},
    {"70,5,70,40,0,30", "70,6,90,60,20,10", 2, 1, 1},
    {"40,5,70,40,30,0", "40,5,60,10,20,30", 2, 3, 2},
    {"40,5,70,40,30,0", "40,4,60,10,20,30", 2, 3, 3},
    {",5,0,,,", "0,5,9,-5,9,5", 3, 2, 2},
    /* the highest tier and the lowest have one limit */
    {"90,5,,70,,20", "99,5,,60,,39", 0, 0, 0},
    {"90,5,,70,,20", "69,5,80,60,11,9", 0, 1, 1},
    {"10,5,40,,30,", "1,5,40,,39,", 3, 3, 3},
    {"10,5,40,,30,", "41,5,60,30,19,11", 3, 2, 2},
    /* alone in its tier */
    {"10,5,,,,", "41,5,,,,", 0, 0, 0},
};

static void at_the_limits_and_beyond(void **unused)
{
    static const char *const figures[] = {"score", "other"};

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t k = 0; k < 2; k++) {
            uint32_t cut = 99;
            assert_int_equal(cut_of(figures[k], cases[i].old, cases[i].new, cases[i].old_cut,
                                    cases[i].new_cut, &cut),
                             KAM_OK);
            if (cut != cases[i].cut)
                print_error("%s -> %s by %s\n", cases[i].old, cases[i].new, figures[k]);
            assert_int_equal(cut, cases[i].cut);
        }
}

/* A figure that is missing is less than all others; from limits without gaps nothing is known. */
static void missing_figures(void **unused)
{
    uint32_t cut = 99;

    (void)unused;
    assert_int_equal(cut_of("score", "50,5,70,40,20,10", ",5,60,,,", 2, 3, &cut), KAM_OK);
    assert_int_equal(cut, 3);
    assert_int_equal(cut_of("other", "50,5,70,40,20,10", ",5,60,,,", 2, 3, &cut), KAM_OK);
    assert_int_equal(cut, 3);
    assert_int_equal(cut_of("score", ",5,70,,,", ",5,70,,,", 3, 3, &cut), KAM_OK);
    assert_int_equal(cut, 3);
    assert_int_equal(cut_of("other", "50,5,70,40,20,10", "90,5,,,,", 2, 0, &cut), KAM_OK);
    assert_int_equal(cut, 2);
}

static void what_is_no_number(void **unused)
{
    static const char good[] = "50,5,70,40,20,10";
    uint32_t cut;

    (void)unused;
    assert_int_equal(cut_of("score", good, "x,5,70,40,20,10", 2, 1, &cut), KAM_DATA);
    assert_int_equal(cut_of("score", "50,5,x,40,20,10", good, 2, 1, &cut), KAM_DATA);
    assert_int_equal(cut_of("score", "50,5,70,x,20,10", good, 2, 1, &cut), KAM_DATA);
    assert_int_equal(cut_of("other", good, "50,5,70,40,x,10", 2, 1, &cut), KAM_DATA);
    assert_int_equal(cut_of("other", good, "50,5,70,x,,10", 2, 1, &cut), KAM_DATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_the_limits_and_beyond),
        cmocka_unit_test(missing_figures),
        cmocka_unit_test(what_is_no_number),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
