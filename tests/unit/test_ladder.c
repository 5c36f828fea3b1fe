#include "tier/ladder.h"

#include "temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

/*
 * A snapshot whose customers' tiers by cut are the letters of TIERS, the first of rank 1; a dot is
 * an empty cell. PATH becomes its name.
 */
static void make(struct kam_snapshot *snapshot, char path[TEMPORARY_PATH], const char *tiers)
{
    temporary_file(path, "");
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("account_id,rank,tier_cut,tier,period,model,by,revenue\n", file);
    /* From the last to the first, so that ranks count and not the order of rows. */
    for (size_t i = strlen(tiers); i > 0; i--)
        fprintf(file, "%zu,%zu,%.1s,x,2026-10,m,score,0\n", i, i,
                tiers[i - 1] == '.' ? "" : tiers + i - 1);
    assert_int_equal(fclose(file), 0);

    const struct kam_reader_options options = {.delimiter = ','};
    struct kam_error error;
    memset(snapshot, 0, sizeof *snapshot);
    assert_int_equal(kam_snapshot_read(snapshot, path, &options, &error), KAM_OK);
    unlink(path);
}

/* The tiers of the ladder that both show, the highest first; NULL: there is none. */
static void check(const char *old_tiers, const char *new_tiers, const char *expected)
{
    struct kam_snapshot old, new;
    struct kam_ladder ladder = {0};
    struct kam_error error;
    char found[64] = "", old_path[TEMPORARY_PATH], new_path[TEMPORARY_PATH];

    make(&old, old_path, old_tiers);
    make(&new, new_path, new_tiers);
    enum kam_status status = kam_ladder_of_snapshots(&ladder, &old, &new, &error);
    for (uint32_t i = 0; i < ladder.tiers.count; i++)
        found[i] = *ladder.tiers.texts[i].ptr;
    if (status != (expected ? KAM_OK : KAM_DATA))
        fail_msg("'%s' and '%s': status %d", old_tiers, new_tiers, status);
    if (!expected && !strstr(error.text, "--model"))
        fail_msg("'%s' and '%s': no way out in '%s'", old_tiers, new_tiers, error.text);
    if (expected && strcmp(found, expected) != 0)
        fail_msg("'%s' and '%s': '%s' instead of '%s'", old_tiers, new_tiers, found, expected);
    kam_ladder_free(&ladder);
    kam_snapshot_free(&old);
    kam_snapshot_free(&new);
}

static void orders_that_agree_make_one(void **unused)
{
    (void)unused;
    check("", "", "");
    check("AAB", "", "AB");
    check("", "AAB", "AB");
    check("AABBBC", "ABCCC", "ABC");
    check("ABC", "AC", "ABC");
    check("AC", "ABC", "ABC");
    check("BC", "AB", "ABC");
    check("AB", "BC", "ABC");
    check("AD", "ABCD", "ABCD");
    check("ABD", "BCD", "ABCD");
    check("A", "A", "A");
    check("A.B", ".AB", "AB");
    check("ABAC", "ABC", "ABC");
    /* ten ranks and more are numbers, not texts */
    check("AAAAAAAAAAB", "AB", "AB");
    check("BAAAAAAAAAA", "BA", "BA");
}

static void what_stays_open_is_refused(void **unused)
{
    (void)unused;
    check("A", "B", NULL);
    check("AB", "AC", NULL);
    check("AC", "BC", NULL);
    check("ABD", "ACD", NULL);
}

static void contradictions_are_refused(void **unused)
{
    (void)unused;
    check("AB", "BA", NULL);
    check("ABC", "ACB", NULL);
    check("ABC", "CA", NULL);
}

static void a_model_says_it(void **unused)
{
    const struct kam_text names[] = {KAM_TEXT("y"), KAM_TEXT("x")};
    struct kam_snapshot snapshot;
    struct kam_ladder ladder = {0}, other = {0};
    struct kam_error error;
    uint32_t step;
    char path[TEMPORARY_PATH];
    (void)unused;
    make(&snapshot, path, "A");
    assert_int_equal(kam_ladder_of_model(&ladder, names, 2, &error), KAM_OK);
    assert_int_equal(kam_ladder_step(&ladder, &snapshot, 0, &step, &error), KAM_OK);
    assert_int_equal(step, 1);
    assert_int_equal(kam_ladder_of_model(&other, names, 1, &error), KAM_OK);
    assert_int_equal(kam_ladder_step(&other, &snapshot, 0, &step, &error), KAM_DATA);
    assert_int_equal(error.line, 2);
    assert_string_equal(error.column, "tier");
    kam_ladder_free(&ladder);
    kam_ladder_free(&other);
    kam_snapshot_free(&snapshot);
}

/* The tier of the one customer is x. */
static void every_step_is_found_however_many_there_are(void **unused)
{
    static const char letters[] = "abcdefghijklmnopqrst";
    enum { MOST = sizeof letters - 1 };
    struct kam_text names[MOST + 1];
    struct kam_snapshot snapshot;
    char path[TEMPORARY_PATH];
    struct kam_error error;

    (void)unused;
    make(&snapshot, path, "A");
    for (size_t above = 0; above <= MOST; above++) {
        struct kam_ladder with = {0}, without = {0};
        uint32_t step;
        for (size_t i = 0; i < above; i++)
            names[i] = (struct kam_text){letters + i, 1};
        names[above] = KAM_TEXT("x");
        assert_int_equal(kam_ladder_of_model(&with, names, above + 1, &error), KAM_OK);
        assert_int_equal(kam_ladder_of_model(&without, names, above, &error), KAM_OK);
        assert_int_equal(kam_ladder_step(&with, &snapshot, 0, &step, &error), KAM_OK);
        assert_int_equal(step, above);
        assert_int_equal(kam_ladder_step(&without, &snapshot, 0, &step, &error), KAM_DATA);
        kam_ladder_free(&with);
        kam_ladder_free(&without);
    }
    kam_snapshot_free(&snapshot);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(orders_that_agree_make_one),
        cmocka_unit_test(what_stays_open_is_refused),
        cmocka_unit_test(contradictions_are_refused),
        cmocka_unit_test(a_model_says_it),
        cmocka_unit_test(every_step_is_found_however_many_there_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
