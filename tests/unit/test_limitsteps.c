/* The limits between all tiers, as the rows of a snapshot tell them. */
#include "diff/limitsteps.h"
#include "temporary.h"

#include <stdio.h>

#define HEADER              "account_id,tier,period,model,by,revenue,tier_cut,limit_up\n"
#define ROW(id, cut, limit) id ",x,2026-10,m,score,1," cut "," limit "\n"

enum { TIERS = 4 };

static void limits_are_what_rows_say(void **unused)
{
    static const struct {
        const char *rows;
        const char *figure;
        uint32_t from, most, reached;
    } cases[] = {
        /* a is above 90, b above 50, c above 20 */
        {ROW("1", "b", "90") ROW("2", "c", "50") ROW("3", "d", "20"), "95", 3, 0, 0},
        {ROW("1", "b", "90") ROW("2", "c", "50") ROW("3", "d", "20"), "60", 3, 0, 1},
        {ROW("1", "b", "90") ROW("2", "c", "50") ROW("3", "d", "20"), "19.99", 3, 0, 3},
        /* a tie goes as far as the new cut, and no farther */
        {ROW("1", "b", "90") ROW("2", "c", "50.00"), "50", 2, 0, 1},
        {ROW("1", "b", "90") ROW("2", "c", "50.00"), "50", 2, 2, 2},
        {ROW("1", "b", "90") ROW("2", "b", "90.00"), "91", 1, 0, 0},
        /* nobody is in c: what is over 20 is in b */
        {ROW("1", "b", "90") ROW("2", "d", "20"), "30", 3, 0, 1},
        /* two segments */
        {ROW("1", "b", "90") ROW("2", "b", "80") ROW("3", "c", "50"), "99", 2, 0, KAM_NONE},
        {ROW("1", "b", "90") ROW("2", "b", "80") ROW("3", "c", "50"), "40", 2, 0, 2},
        {ROW("1", "a", ""), "99", 2, 0, KAM_NONE},
    };
    static const struct kam_text names[TIERS] = {{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}};
    const struct kam_reader_options reading = {.delimiter = ','};

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_snapshot snapshot = {.needs = NULL};
        struct kam_ladder ladder = {.source = KAM_LADDER_MODEL};
        struct kam_limit_steps steps = {.items = NULL};
        struct kam_decimal figure;
        struct kam_error error;
        char path[TEMPORARY_PATH], text[512];
        snprintf(text, sizeof text, "%s%s", HEADER, cases[i].rows);
        temporary_file(path, text);
        assert_int_equal(kam_snapshot_read(&snapshot, path, &reading, &error), KAM_OK);
        assert_int_equal(kam_ladder_of_model(&ladder, names, TIERS, &error), KAM_OK);
        assert_int_equal(kam_limit_steps_make(&steps, &snapshot, &ladder,
                                              kam_table_find(&snapshot.table, KAM_TEXT("tier_cut")),
                                              kam_table_find(&snapshot.table, KAM_TEXT("limit_up")),
                                              &error),
                         KAM_OK);
        assert_int_equal(kam_decimal_parse(kam_text_of(cases[i].figure), &figure), KAM_NUMBER_OK);
        assert_int_equal(kam_limit_steps_climb(&steps, figure, cases[i].from, cases[i].most),
                         cases[i].reached);
        kam_limit_steps_free(&steps);
        kam_ladder_free(&ladder);
        kam_snapshot_free(&snapshot);
        unlink(path);
    }
}

static void a_limit_that_is_no_number_is_an_error(void **unused)
{
    static const struct kam_text names[TIERS] = {{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}};
    const struct kam_reader_options reading = {.delimiter = ','};
    struct kam_snapshot snapshot = {.needs = NULL};
    struct kam_ladder ladder = {.source = KAM_LADDER_MODEL};
    struct kam_limit_steps steps = {.items = NULL};
    struct kam_error error;
    char path[TEMPORARY_PATH];

    (void)unused;
    temporary_file(path, HEADER ROW("1", "b", "9O"));
    assert_int_equal(kam_snapshot_read(&snapshot, path, &reading, &error), KAM_OK);
    assert_int_equal(kam_ladder_of_model(&ladder, names, TIERS, &error), KAM_OK);
    assert_int_equal(kam_limit_steps_make(&steps, &snapshot, &ladder,
                                          kam_table_find(&snapshot.table, KAM_TEXT("tier_cut")),
                                          kam_table_find(&snapshot.table, KAM_TEXT("limit_up")),
                                          &error),
                     KAM_DATA);
    kam_limit_steps_free(&steps);
    kam_ladder_free(&ladder);
    kam_snapshot_free(&snapshot);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_are_what_rows_say),
        cmocka_unit_test(a_limit_that_is_no_number_is_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
