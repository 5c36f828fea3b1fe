/* Lists of contacts and visits, when memory runs out at any point. */
#include "failing.h"

#include "contact/relationship.h"
#include "contact/visits.h"
#include "temporary.h"

static const char table_text[] = "account_id,members,2026-10\na,a|a1,1.00\nb,b|b\\|1,2.00\n";
static const char contacts_text[] =
    "account_id,contact,reports_to,attitude,depth,last_contact,competitor\n"
    "a,x,,positive,deep,2026-10-01,\na1,y,,neutral,none,,\na,x,,neutral,deep,,Acme\n"
    "zz,x,y,neutral,deep,,Acme\n\"=\"\"b\"\"\",x,,neutral,deep,,Acme\nzz,y,,neutral,deep,,\n";
static const char visits_text[] = "account_id,date\na1,2026-10-01\nzz,2026-10-01\nb,2026-09-01\n";

static const struct kam_reader_options options = {.delimiter = 0};

static enum kam_status try_contacts(const struct kam_table *table, const char *path,
                                    struct kam_error *error)
{
    const struct kam_model_contacts rules = {.attitude = kam_decimal_of(1),
                                             .depth = kam_decimal_of(1),
                                             .importance = kam_decimal_of(1),
                                             .stale_after = 3};
    struct kam_contacts contacts;
    struct kam_relationships relationships = {.items = NULL};
    enum kam_status status = kam_contacts_read(&contacts, path, &options, error);

    if (!status)
        status = kam_relationships_make(&relationships, &contacts, table, &rules,
                                        kam_month_parse_plain(KAM_TEXT("2026-10")), error);
    if (!status)
        assert_int_equal(relationships.count, 2);
    kam_relationships_free(&relationships);
    kam_contacts_free(&contacts);
    return status;
}

static enum kam_status try_visits(const struct kam_table *table, const char *path,
                                  struct kam_error *error)
{
    struct kam_visits visits;
    enum kam_status status = kam_visits_read(&visits, path, table, &options, error);

    if (!status)
        assert_int_equal(visits.items[0].count, 1);
    kam_visits_free(&visits);
    return status;
}

/* Let each allocation of READ fail in turn: it says so, until all of them succeed. */
static void sweep(enum kam_status (*read)(const struct kam_table *, const char *,
                                          struct kam_error *),
                  const char *list)
{
    char table_path[TEMPORARY_PATH], list_path[TEMPORARY_PATH];
    struct kam_table table = {.width = 0};
    struct kam_error error;
    enum kam_status status = KAM_NOMEM;
    unsigned n = 0;

    temporary_file(table_path, table_text);
    temporary_file(list_path, list);
    const char *path = table_path;
    assert_int_equal(kam_table_read(&table, &path, 1, &options, &error), KAM_OK);
    while (status != KAM_OK) {
        countdown = ++n;
        status = read(&table, list_path, &error);
        countdown = 0;
        assert_true(status == KAM_OK || status == KAM_NOMEM);
    }
    assert_true(n > 10);
    kam_table_free(&table);
    unlink(table_path);
    unlink(list_path);
}

static void contacts_when_memory_runs_out(void **unused)
{
    (void)unused;
    sweep(try_contacts, contacts_text);
}

static void visits_when_memory_runs_out(void **unused)
{
    (void)unused;
    sweep(try_visits, visits_text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contacts_when_memory_runs_out),
        cmocka_unit_test(visits_when_memory_runs_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
