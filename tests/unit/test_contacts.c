/* Lists of contacts and of visits: what is wrong with them, and what they come to. */
#include "contact/relationship.h"
#include "contact/visits.h"
#include "models.h"
#include "random.h"
#include "temporary.h"

#include <stdio.h>

#define TABLE                                                                                      \
    "account_id,members,2026-09,2026-10\n"                                                         \
    "a,a|a1|b,1.00,2.00\n"                                                                         \
    "b,,,1.00\n"                                                                                   \
    "c,c|c1,,\n"
#define HEAD "account_id,contact,reports_to,importance,attitude,depth,last_contact,competitor\n"

/* A list read for a table, and all that belongs to it. */
struct reading {
    char table_path[TEMPORARY_PATH], list_path[TEMPORARY_PATH];
    struct kam_table table;
    struct kam_model *model;
    struct kam_contacts contacts;
    struct kam_relationships relationships;
    struct kam_visits visits;
    struct kam_error error;
};

static void open_reading(struct reading *r, const char *table, const char *list)
{
    const struct kam_reader_options options = {.delimiter = 0};

    *r = (struct reading){.model = NULL};
    temporary_file(r->table_path, table);
    temporary_file(r->list_path, list);
    const char *path = r->table_path;
    assert_int_equal(kam_table_read(&r->table, &path, 1, &options, &r->error), KAM_OK);
}

static void close_reading(struct reading *r)
{
    kam_relationships_free(&r->relationships);
    kam_contacts_free(&r->contacts);
    kam_visits_free(&r->visits);
    kam_table_free(&r->table);
    kam_model_free(r->model);
    unlink(r->table_path);
    unlink(r->list_path);
}

static enum kam_status read_contacts(struct reading *r, const char *keys)
{
    const struct kam_reader_options options = {.delimiter = 0};
    char text[128];
    struct kam_window window;

    snprintf(text, sizeof text, "[contacts]\n%s", keys);
    r->model = load(text);
    assert_int_equal(kam_table_window(&r->table, &window, NULL), KAM_OK);
    enum kam_status status = kam_contacts_read(&r->contacts, r->list_path, &options, &r->error);
    if (!status)
        status = kam_relationships_make(&r->relationships, &r->contacts, &r->table,
                                        &r->model->contacts, kam_window_last(&window), &r->error);
    return status;
}

static enum kam_status read_visits(struct reading *r)
{
    const struct kam_reader_options options = {.delimiter = 0};

    return kam_visits_read(&r->visits, r->list_path, &r->table, &options, &r->error);
}

/* The message of R's error without the name of the file; "" for KAM_OK. */
static const char *message(const struct reading *r, enum kam_status status)
{
    static char text[2048];
    struct kam_error error = r->error;

    if (status == KAM_OK)
        return "";
    assert_int_equal(status, KAM_DATA);
    error.file = NULL;
    kam_error_format(&error, text, sizeof text);
    return text;
}

/* "row party*contacts=closeness ..." of all rows that have a relationship. */
static const char *told(const struct reading *r)
{
    static char text[1024];
    size_t at = 0;

    text[0] = '\0';
    for (size_t row = 0; row < r->table.count; row++) {
        const struct kam_relationship *found = kam_relationship_of(&r->relationships, row);
        for (size_t i = 0; found && i < found->count; i++) {
            const struct kam_party *party = &found->parties[i];
            at += (size_t)snprintf(text + at, sizeof text - at, "%s%zu %.*s*%u=%d", at ? " " : "",
                                   row, (int)party->name.len, party->name.ptr,
                                   (unsigned)party->contacts, party->closeness);
        }
    }
    return text;
}

struct example {
    const char *keys, *list, *said;
};

static void check_contacts(const struct example *example)
{
    struct reading r;

    open_reading(&r, TABLE, example->list);
    enum kam_status status = read_contacts(&r, example->keys);
    assert_string_equal(status ? message(&r, status) : told(&r), example->said);
    close_reading(&r);
}

static void lists_that_cannot_be(void **unused)
{
    static const struct example examples[] = {
        {"", "account_id,contact,attitude\na,x,positive\n",
         "no column 'depth'; there are: account_id, contact, attitude"},
        {"", "contact,attitude,depth\nx,positive,deep\n",
         "no column 'account_id'; there are: contact, attitude, depth"},
        {"", "account_id,客户编号,contact,attitude,depth\n",
         "line 1: 'account_id' and '客户编号' could both be account_id; remove one"},
        {"", "account_id,contact,attitude,态度,depth\n",
         "line 1: 'attitude' and '态度' could both be attitude; remove one"},
        {"", HEAD ",x,,,positive,deep,,\n",
         "line 2: account_id: empty: an account is needed in every row"},
        {"", HEAD "1E+15,x,,,positive,deep,,\n",
         "line 2: account_id: not an id: '1E+15'; a spreadsheet may have changed it"},
        {"", HEAD "a,,,,positive,deep,,\n", "line 2: contact: empty: a contact needs a name"},
        {"", HEAD "a,x,,,,deep,,\n",
         "line 2: attitude: empty: an attitude is strong-positive, positive, neutral, negative or "
         "strong-negative (强正向, 正向, 中性, 负向, 强负向)"},
        {"", HEAD "a,x,,,positive,,,\n",
         "line 2: depth: empty: a depth is none, shallow, medium or deep (无, 浅, 中, 深)"},
        {"", HEAD "a,x,,high,positive,deep,,\n",
         "line 2: importance: unknown: 'high'; an importance is normal, position, network or both "
         "(一般, 职位, 人脉, 两者)"},
        {"", HEAD "a,x,,,positive,deep,,\na,y,,,positive,deep,,\na,x,,,neutral,deep,,\n",
         "line 4: contact: 'x' of 'a' stands in line 2 too"},
        {"", HEAD "a,x,,,positive,deep,,Acme\na,x,,,neutral,deep,,Acme\n",
         "line 3: contact: 'x' of 'a' stands in line 2 too, for 'Acme'"},
        {"", HEAD "a,x,y,,positive,deep,,\nb,y,,,positive,deep,,\n",
         "line 2: reports_to: 'y' is no contact of 'a'"},
        {"", HEAD "a,x,x,,positive,deep,,\n", "line 2: reports_to: 'x' reports to itself"},
        {"", HEAD "a,x,y,,positive,deep,,\na,y,x,,positive,deep,,\n",
         "line 2: reports_to: 'x' reports to 'y', who by line 3 reports back to it in the end"},
        {"",
         HEAD "a,w,x,,positive,deep,,\na,x,y,,positive,deep,,\na,y,z,,positive,deep,,\n"
              "a,z,x,,positive,deep,,\n",
         "line 3: reports_to: 'x' reports to 'y', who by line 4 reports back to it in the end"},
        {"",
         HEAD "a,x,y,,positive,deep,,\na,x,z,,positive,deep,,Acme\na,y,,,positive,deep,,\n"
              "a,z,,,positive,deep,,\n",
         "line 3: reports_to: reports to somebody else in line 2"},
        {"", HEAD "a,x,,,positive,deep,5/10/2026,\n",
         "line 2: last_contact: '5/10/2026': day or month first? write days as 2026-10-05"},
        {"", HEAD "a,x,,,positive,deep,25/10/2026,\na,y,,,positive,deep,10/25/2026,\n",
         "line 3: last_contact: '10/25/2026' has the month first, but line 2 the day; write days "
         "as "
         "2026-10-05"},
        {"", HEAD "a,x,,,positive,deep,10/25/2026,\na,y,,,positive,deep,25/10/2026,\n",
         "line 3: last_contact: '25/10/2026' has the day first, but line 2 the month; write days "
         "as "
         "2026-10-05"},
        {"", HEAD "a,x,,,positive,deep,soon,\n",
         "line 2: last_contact: not a day or a month: 'soon'; write it as 2026-10-05 or 2026-10"},
        {"stale-after = 6", "account_id,contact,attitude,depth\na,x,positive,deep\n",
         "line 1: no column 'last_contact', which stale-after in [contacts] (m.kam:1) goes by"},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        check_contacts(&examples[i]);
}

static void what_contacts_come_to(void **unused)
{
    static const struct example examples[] = {
        {"", HEAD, ""},
        {"", HEAD "a,x,,,strong-positive,deep,,\n", "0 *1=1000000"},
        /* a1 is of a; b has a row of its own, though a has it among its members */
        {"", HEAD "a1,x,,,strong-positive,deep,,\nb,x,,,positive,deep,,\n",
         "0 *1=1000000 1 *1=875000"},
        {"", HEAD "zz,x,,,strong-positive,deep,,\nc1,x,,,neutral,none,,\n", "2 *1=250000"},
        /* only competitors; the closest first, equal ones by name; us first of all */
        {"", HEAD "a,x,,,positive,none,,Bolt\n", "0 Bolt*1=375000"},
        {"",
         HEAD "a,x,,,negative,none,,Cog\na,x,,,positive,none,,Bolt\na,x,,,positive,none,,Acme\n"
              "a,x,,,strong-negative,none,,\n",
         "0 *1=0 0 Acme*1=375000 0 Bolt*1=375000 0 Cog*1=125000"},
        {"", HEAD "a,x,,,positive,none,,-\na,y,,,positive,none,,无\na,z,,,positive,none,,NULL\n",
         "0 *3=375000"},
        /* no importance at all: the mean */
        {"", "account_id,contact,attitude,depth\na,x,positive,deep\na,y,neutral,deep\n",
         "0 *2=812500"},
        /* whom it reports to, told by any of the rows of a person, and a chain that ends */
        {"",
         HEAD "a,x,y,,positive,none,,\na,x,,,positive,none,,Acme\na,y,z,,positive,none,,\n"
              "a,z,-,,positive,none,,\n",
         "0 *3=375000 0 Acme*1=375000"},
        /* the edge: 6 months before 2026-10 is 2026-04 */
        {"stale-after = 6", HEAD "a,x,,,neutral,deep,2026-04-01,\n", "0 *1=750000"},
        {"stale-after = 6", HEAD "a,x,,,neutral,deep,2026-03-31,\n", "0 *1=250000"},
        {"stale-after = 1", HEAD "a,x,,,neutral,deep,2026-09-01,\n", "0 *1=750000"},
        {"stale-after = 1", HEAD "a,x,,,neutral,deep,2026-08-31,\n", "0 *1=250000"},
        {"stale-after = 6", HEAD "a,x,,,neutral,deep,,\na,y,,,neutral,deep,2027-01-01,\n",
         "0 *2=750000"},
        /* every style of a day, whose order another one tells */
        {"stale-after = 6",
         HEAD "a,p,,,neutral,deep,5/3/2026,\na,q,,,neutral,deep,25/10/2026,\n"
              "a,r,,,neutral,deep,2026年3月5日,\na,s,,,neutral,deep,20260305,\n"
              "a,t,,,neutral,deep,5-Mar-2026,\na,u,,,neutral,deep,2026-03,\n"
              "a,v,,,neutral,deep,46086,\na,w,,,neutral,deep,2026/3/5 12:30,\n",
         "0 *8=312500"},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        check_contacts(&examples[i]);
}

static void what_is_left_out(void **unused)
{
    struct reading r;

    (void)unused;
    open_reading(&r, TABLE,
                 HEAD "a,x,,,positive,deep,,\nzz,x,,,positive,deep,,\n"
                      "y,x,,,positive,deep,,\nzz,x,,,positive,deep,,Acme\n");
    assert_int_equal(read_contacts(&r, ""), KAM_OK);
    assert_int_equal(r.relationships.unowned.rows, 3);
    assert_int_equal(r.relationships.unowned.ids, 2);
    assert_int_equal(r.relationships.unowned.first, 1);
    assert_int_equal(r.relationships.count, 1);
    assert_null(kam_relationship_of(&r.relationships, 1));
    assert_null(kam_relationship_of(NULL, 0));
    assert_null(kam_relationship_us(NULL));
    assert_null(kam_relationship_competitor(NULL, 0));
    close_reading(&r);
}

static void tables_that_cannot_be(void **unused)
{
    static const char list[] = HEAD "x,x,,,positive,deep,2026-10,\n";
    struct reading r;

    (void)unused;
    open_reading(&r, "account_id,members,2026-10\na,x|y,\nb,x|z,\n", list);
    assert_string_equal(message(&r, read_contacts(&r, "")),
                        "line 3: members: 'x' is a member of the row in line 2, too");
    close_reading(&r);
    open_reading(&r, "account_id\nx\n", list);
    assert_int_equal(read_contacts(&r, ""), KAM_OK);
    close_reading(&r);
    open_reading(&r, "account_id\nx\n", list);
    assert_string_equal(message(&r, read_contacts(&r, "stale-after = 3")),
                        "the account table has no month columns, so that stale-after in [contacts] "
                        "(m.kam:1) has no month to count from");
    close_reading(&r);
    open_reading(&r, "id,2026-10\nx,\n", list);
    assert_string_equal(message(&r, read_contacts(&r, "")),
                        "no column 'account_id'; there are: id, 2026-10");
    close_reading(&r);
}

/* ---- visits ------------------------------------------------------------------------------------
 */

/* "row count last" of all rows. */
static const char *counted(const struct reading *r)
{
    static char text[256];
    size_t at = 0;

    for (size_t row = 0; row < r->table.count; row++) {
        const struct kam_visit_count *visits = &r->visits.items[row];
        char month[KAM_MONTH_SIZE] = "-";
        if (visits->last != KAM_MONTH_NONE)
            kam_month_format(visits->last, month);
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%u %s", at ? ", " : "",
                               (unsigned)visits->count, month);
    }
    return text;
}

static void visits_of_a_table(void **unused)
{
    static const struct {
        const char *log, *said;
    } examples[] = {
        {"account_id,date\n", "0 -, 0 -, 0 -"},
        {"account_id\na\n", "no column 'date'; there are: account_id"},
        {"date\n2026-10\n", "no column 'account_id'; there are: date"},
        {"account_id,date\na,\n", "line 2: date: empty: a visit has a day"},
        {"account_id,date\na,无\n", "line 2: date: empty: a visit has a day"},
        {"account_id,date\n,2026-10-01\n",
         "line 2: account_id: empty: an account is needed in every row"},
        {"account_id,date\na,2026-13-01\n",
         "line 2: date: not a day or a month: '2026-13-01'; write it as 2026-10-05 or 2026-10"},
        {"account_id,date\na,03/04/2026\n",
         "line 2: date: '03/04/2026': day or month first? write days as 2026-10-05"},
        /* both ends of the window, before it and behind it; twice a day is twice */
        {"account_id,date\na,2026-09-01\na,2026-10-31\na1,2026-10-31\nb,2026-08-31\n"
         "c,2026-11-01\nzz,2026-10-01\n",
         "3 2026-10, 0 2026-08, 0 -"},
        {"客户编号;拜访日期\nc1;2026年10月3日\nc;2026年9月3日\n", "0 -, 0 -, 2 2026-10"},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct reading r;
        open_reading(&r, TABLE, examples[i].log);
        enum kam_status status = read_visits(&r);
        assert_string_equal(status ? message(&r, status) : counted(&r), examples[i].said);
        close_reading(&r);
    }
}

static void visits_need_a_window(void **unused)
{
    struct reading r;

    (void)unused;
    open_reading(&r, "account_id\na\n", "account_id,date\na,2026-10-01\n");
    assert_string_equal(message(&r, read_visits(&r)),
                        "no month columns, so it can't be said which visits are of its time");
    close_reading(&r);
}

/* ---- any list ----------------------------------------------------------------------------------
 */

/* LIST becomes a header and some rows of cells that may be right. */
static void invent(char *list, size_t size, uint64_t *state)
{
    static const char *const cells[] = {
        "a",    "b",       "c1",      "zz", "",           "x",    "y",          "z",
        "deep", "neutral", "强正向",  "无", "2026-10-01", "both", "5/10/2026",  "\"",
        "a|b",  "Acme",    "shallow", "-",  "25/10/2026", "\xff", "\"q, \"\"r", "none",
    };
    static const char *const headings[] = {"account_id", "contact",  "reports_to", "importance",
                                           "attitude",   "depth",    "date",       "competitor",
                                           "态度",       "最近联系", "other"};
    size_t width = 2 + random_below(state, 7), at = 0;

    for (size_t row = 0, rows = random_below(state, 6); row <= rows; row++)
        for (size_t column = 0; column < width; column++) {
            const char *right = row ? cells[random_below(state, sizeof cells / sizeof *cells)]
                                    : headings[random_below(state, 8) ? column : 8 + column % 3];
            at += (size_t)snprintf(list + at, size - at, "%s%s", right,
                                   column + 1 < width ? "," : "\n");
        }
}

static void any_list_gives_a_result_or_an_error(void **unused)
{
    uint64_t state = 7;
    unsigned results = 0;

    (void)unused;
    for (int round = 0; round < 1500; round++) {
        char list[4096];
        struct reading r;
        invent(list, sizeof list, &state);
        open_reading(&r, TABLE, list);
        enum kam_status status = round % 2 ? read_visits(&r) : read_contacts(&r, "stale-after = 1");
        assert_true(status == KAM_OK || (status == KAM_DATA && r.error.text[0]));
        results += status == KAM_OK;
        close_reading(&r);
    }
    assert_true(results > 10);
}

/* The same contacts in another order come to the same. */
static void the_order_makes_no_difference(void **unused)
{
    static const char *const attitudes[] = {"强正向", "positive", "neutral", "negative", "强负向"};
    static const char *const depths[] = {"none", "shallow", "medium", "deep"};
    static const char *const importances[] = {"", "position", "network", "both"};
    enum { ROWS = 40, LINE = 96 };
    uint64_t state = 99;
    char lines[ROWS][LINE], list[2][sizeof lines + sizeof HEAD], first[1024] = "";

    (void)unused;
    for (unsigned i = 0; i < ROWS; i++)
        snprintf(lines[i], LINE, "%c,p%u,,%s,%s,%s,,%s\n", "abc"[random_below(&state, 3)], i,
                 importances[random_below(&state, 4)], attitudes[random_below(&state, 5)],
                 depths[random_below(&state, 4)], i % 3 ? i % 2 ? "Acme" : "Bolt" : "");
    for (int turn = 0; turn < 2; turn++) {
        struct reading r;
        size_t at = (size_t)snprintf(list[turn], sizeof list[turn], "%s", HEAD);
        for (unsigned i = 0; i < ROWS; i++)
            at += (size_t)snprintf(list[turn] + at, sizeof list[turn] - at, "%s",
                                   lines[turn ? (i * 7 + 3) % ROWS : i]);
        open_reading(&r, TABLE, list[turn]);
        assert_int_equal(read_contacts(&r, "importance = 1.5"), KAM_OK);
        if (turn)
            assert_string_equal(told(&r), first);
        else
            snprintf(first, sizeof first, "%s", told(&r));
        close_reading(&r);
    }
    assert_true(strlen(first) > 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_that_cannot_be),
        cmocka_unit_test(what_contacts_come_to),
        cmocka_unit_test(what_is_left_out),
        cmocka_unit_test(tables_that_cannot_be),
        cmocka_unit_test(visits_of_a_table),
        cmocka_unit_test(visits_need_a_window),
        cmocka_unit_test(any_list_gives_a_result_or_an_error),
        cmocka_unit_test(the_order_makes_no_difference),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
