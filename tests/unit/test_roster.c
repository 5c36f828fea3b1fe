/* Which accounts a customer has, and whose an account is. */
#include "diff/roster.h"
#include "temporary.h"

#define HEADER "account_id,tier,period,model,by,revenue"
#define OTHERS ",2026-10,m,score,1"

struct fixture {
    char path[TEMPORARY_PATH], list[TEMPORARY_PATH];
    struct kam_snapshot snapshot;
    struct kam_roster roster;
    size_t stray;
    struct kam_error error;
};

/* The roster of SNAPSHOT, and of LIST unless that is NULL. */
static enum kam_status start(struct fixture *f, const char *snapshot, const char *list)
{
    const struct kam_reader_options reading = {.delimiter = ','};

    memset(f, 0, sizeof *f);
    f->stray = 99;
    temporary_file(f->path, snapshot);
    temporary_file(f->list, list ? list : "");
    assert_int_equal(kam_snapshot_read(&f->snapshot, f->path, &reading, &f->error), KAM_OK);
    return kam_roster_init(&f->roster, &f->snapshot, list ? f->list : NULL, &reading, &f->stray,
                           &f->error);
}

static void stop(struct fixture *f)
{
    kam_roster_free(&f->roster);
    kam_snapshot_free(&f->snapshot);
    unlink(f->path);
    unlink(f->list);
}

/* The accounts that are walked, with a blank behind each. */
static void assert_accounts(const struct fixture *f, uint32_t row, const char *expected)
{
    struct kam_roster_walk walk = kam_roster_walk(&f->roster, row);
    struct kam_buffer text = {NULL, 0, 0}, scratch = {NULL, 0, 0};
    struct kam_text account;
    bool nomem = false;

    while (kam_roster_next(&walk, &account, &scratch, &nomem))
        assert_true(kam_buffer_add(&text, account) && kam_buffer_add_byte(&text, ' '));
    assert_false(nomem);
    assert_true(kam_buffer_add_byte(&text, '\0'));
    assert_string_equal(text.ptr, expected);
    kam_buffer_free(&text);
    kam_buffer_free(&scratch);
}

/* Whose ACCOUNT is. */
static enum kam_status find(struct fixture *f, const char *account, uint32_t *row)
{
    struct kam_map ids = {.count = 0};
    uint32_t number;

    assert_true(kam_map_intern(&ids, kam_text_of(account), &number));
    enum kam_status status = kam_roster_find(&f->roster, &ids, row, &f->error);
    kam_map_free(&ids);
    return status;
}

static void assert_owner(struct fixture *f, const char *account, uint32_t expected)
{
    uint32_t row;

    assert_int_equal(find(f, account, &row), KAM_OK);
    assert_int_equal(row, expected);
}

static void without_accounts(void **unused)
{
    struct fixture f;

    (void)unused;
    assert_int_equal(
        start(&f, HEADER "\nA,gold" OTHERS "\nB,gold" OTHERS "\nP,prospect" OTHERS "\n", NULL),
        KAM_OK);
    assert_int_equal(f.roster.source, KAM_ROSTER_NONE);
    assert_int_equal(f.stray, 0);
    assert_accounts(&f, 0, "");
    assert_owner(&f, "B", 1);
    assert_owner(&f, "P", KAM_NONE);
    assert_owner(&f, "X", KAM_NONE);
    assert_int_equal(kam_roster_listed(&f.roster, KAM_TEXT("B")), KAM_NONE);
    stop(&f);
}

/* The account_id itself is left out, wherever it stands, and so are empty texts. */
static void of_the_column(void **unused)
{
    struct fixture f;

    (void)unused;
    assert_int_equal(start(&f,
                           HEADER ",members\nA,gold" OTHERS ",a|A|b\nB,gold" OTHERS
                                  ",\nC,gold" OTHERS ",C\nD,gold" OTHERS
                                  ",d\\|e||f\nP,prospect" OTHERS ",P|p\n",
                           NULL),
                     KAM_OK);
    assert_int_equal(f.roster.source, KAM_ROSTER_COLUMN);
    assert_accounts(&f, 0, "a b ");
    assert_accounts(&f, 1, "");
    assert_accounts(&f, 2, "");
    assert_accounts(&f, 3, "d|e f ");
    assert_owner(&f, "A", 0);
    assert_owner(&f, "b", 0);
    assert_owner(&f, "B", 1);
    assert_owner(&f, "d|e", 3);
    assert_owner(&f, "p", KAM_NONE);
    assert_int_equal(kam_roster_listed(&f.roster, KAM_TEXT("a")), KAM_NONE);
    stop(&f);
}

/* The list is what counts where there are both; its rows are in any order. */
static void of_a_list(void **unused)
{
    struct fixture f;

    (void)unused;
    assert_int_equal(start(&f,
                           HEADER ",members\nA,gold" OTHERS ",x\nB,gold" OTHERS ",y\nC,gold" OTHERS
                                  ",z\nP,prospect" OTHERS ",p\n",
                           "account,customer\nb1,B\na1,A\nlost,gone\nB,B\na2,A\nb0,B\nP,P\np1,P\n"),
                     KAM_OK);
    assert_int_equal(f.roster.source, KAM_ROSTER_LIST);
    assert_int_equal(f.stray, 1);
    assert_accounts(&f, 0, "a1 a2 ");
    assert_accounts(&f, 1, "b1 b0 ");
    assert_accounts(&f, 2, "");
    assert_accounts(&f, 3, "p1 ");
    assert_owner(&f, "b0", 1);
    assert_owner(&f, "C", 2);
    assert_owner(&f, "x", KAM_NONE);
    assert_owner(&f, "lost", KAM_NONE);
    assert_owner(&f, "p1", KAM_NONE);
    assert_int_equal(kam_roster_listed(&f.roster, KAM_TEXT("lost")), 2);
    assert_int_equal(kam_roster_listed(&f.roster, KAM_TEXT("C")), KAM_NONE);
    stop(&f);
}

/* An account_id comes before an account of another customer. */
static void an_id_that_another_one_has(void **unused)
{
    struct fixture f;

    (void)unused;
    assert_int_equal(
        start(&f, HEADER "\nA,gold" OTHERS "\nB,gold" OTHERS "\n", "account,customer\nA,B\nB,A\n"),
        KAM_OK);
    assert_accounts(&f, 0, "B ");
    assert_owner(&f, "A", 0);
    assert_owner(&f, "B", 1);
    stop(&f);
}

static void nobody(void **unused)
{
    struct fixture f;

    (void)unused;
    assert_int_equal(start(&f, HEADER ",members\n", "account,customer\nA,B\n"), KAM_OK);
    assert_int_equal(f.stray, 1);
    assert_owner(&f, "A", KAM_NONE);
    stop(&f);
    assert_int_equal(start(&f, HEADER ",members\nA,gold" OTHERS ",a\n", "account,customer\n"),
                     KAM_OK);
    assert_int_equal(f.stray, 0);
    assert_accounts(&f, 0, "");
    assert_owner(&f, "a", KAM_NONE);
    stop(&f);
}

static void what_is_wrong(void **unused)
{
    static const struct {
        const char *list;
        const char *part; /* of the message */
    } cases[] = {
        {"customer\nA\n", "account"},
        {"account\nA\n", "customer"},
        {"account,customer\na,A\na,A\n", "stands in"},
        {"account,customer\n,A\n", "empty"},
    };
    struct fixture f;
    uint32_t row;

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(start(&f, HEADER "\nA,gold" OTHERS "\n", cases[i].list), KAM_DATA);
        assert_string_equal(f.error.file, f.list);
        assert_non_null(strstr(f.error.text, cases[i].part));
        stop(&f);
    }
    assert_int_equal(start(&f, HEADER ",members\nA,gold" OTHERS ",x\nB,gold" OTHERS ",x\n", NULL),
                     KAM_OK);
    assert_int_equal(find(&f, "x", &row), KAM_DATA);
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_accounts), cmocka_unit_test(of_the_column),
        cmocka_unit_test(of_a_list),        cmocka_unit_test(an_id_that_another_one_has),
        cmocka_unit_test(nobody),           cmocka_unit_test(what_is_wrong),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
