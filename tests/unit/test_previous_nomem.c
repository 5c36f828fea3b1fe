/*
 * The snapshot before, read and matched with each allocation failing in turn, until one run needs
 * no more of them: every failure is KAM_NOMEM and nothing leaks (which a sanitizer or valgrind
 * sees).
 */
#include "failing.h"
#include "past.h"

static char snapshot_path[TEMPORARY_PATH], table_path[TEMPORARY_PATH];

static enum kam_status read_and_match(const struct kam_model *model, const struct kam_table *table,
                                      struct kam_error *error)
{
    const struct kam_reader_options options = {.delimiter = ','};
    struct kam_previous previous = {0};
    uint32_t *rows = NULL;
    enum kam_status status = kam_previous_read(&previous, snapshot_path, model, PAST_NOW,
                                               KAM_PREVIOUS_STANDINGS, &options, error);

    if (!status)
        status = kam_previous_match(&previous, table, 0, &rows, error);
    if (!status) {
        assert_int_equal(rows[0], 0);
        assert_int_equal(rows[1], KAM_NONE);
        assert_int_equal(rows[2], 1);
        status = kam_previous_check(&previous, KAM_PREVIOUS_TIERS, error);
    }
    free(rows);
    kam_previous_free(&previous);
    return status;
}

static void memory_runs_out(void **state)
{
    const struct kam_reader_options options = {.delimiter = ','};
    const char *const paths[] = {table_path};
    struct kam_model *model;
    struct kam_table table = {0};
    struct kam_error error;
    enum kam_status status = KAM_NOMEM;
    unsigned n = 0;

    (void)state;
    temporary_file(snapshot_path,
                   "account_id,members,revenue,tier_cut,tier_computed,tier,held,period,model,by\n"
                   "a,a|b|x\\|y,1,A,A,A,0,2026-09,m,score\n"
                   "d,d,2,gold,gold,gold,0,2026-09,m,score\n");
    temporary_file(table_path, "account_id,members\nb,b|x\\|y\nn,n\nd,d\n");
    assert_int_equal(kam_model_load_text(&model, "m.kam", KAM_TEXT(PAST_MODEL), NULL, 0, &error),
                     KAM_OK);
    assert_int_equal(kam_table_read(&table, paths, 1, &options, &error), KAM_OK);
    while (status == KAM_NOMEM) {
        countdown = ++n;
        status = read_and_match(model, &table, &error);
        assert_int_equal(status == KAM_NOMEM, countdown == 0);
        countdown = 0;
        assert_int_equal(error.status, status);
    }
    /* The last one says what there is to say. */
    assert_int_equal(status, KAM_DATA);
    assert_non_null(strstr(error.text, "'gold'"));
    assert_true(n > 30);
    kam_table_free(&table);
    kam_model_free(model);
    unlink(snapshot_path);
    unlink(table_path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_runs_out),
    };

    return cmocka_run_group_tests_name("previous_nomem", tests, NULL, NULL);
}
