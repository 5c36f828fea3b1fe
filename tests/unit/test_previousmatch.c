/* Who was who: by id, else by where most of the accounts were. */
#include "past.h"
#include "random.h"

#include <stdio.h>

#define REST ",A,A,A,0,2026-09,m,score\n"

/* Append the snapshot's "id members revenue" rows of OLD, parted by `;`, as lines to TEXT. */
static void write_past(char *text, size_t size, const char *old)
{
    char id[64], members[128], revenue[32];
    int length;

    snprintf(text, size,
             "account_id,members,revenue,tier_cut,tier_computed,tier,held,period,model,"
             "by\n");
    while (sscanf(old, " %63s %127s %31[^ ;]%n", id, members, revenue, &length) == 3) {
        size_t end = strlen(text);
        snprintf(text + end, size - end, "%s,%s,%s" REST, id,
                 strcmp(members, "-") == 0 ? "" : members, revenue);
        old += length + (old[length] == ';');
    }
    assert_int_equal(*old, '\0');
}

static void read_table(struct kam_table *table, const char *text)
{
    const struct kam_reader_options options = {.delimiter = ','};
    char path[TEMPORARY_PATH];
    const char *const paths[] = {path};

    temporary_file(path, text);
    assert_int_equal(kam_table_read(table, paths, 1, &options, NULL), KAM_OK);
    unlink(path);
}

/* The ids of the snapshot's customers that those of TABLE, a text, were; `new` without one. */
static void assert_matches(const char *snapshot, const char *table_text, const char *expected)
{
    struct past past;
    struct kam_table table = {0};
    struct kam_error error;
    uint32_t *rows;
    char found[512] = "";

    assert_int_equal(past_read(&past, snapshot, &error), KAM_OK);
    read_table(&table, table_text);
    size_t account_id = kam_table_find(&table, KAM_TEXT("account_id"));
    assert_int_equal(kam_previous_match(&past.previous, &table, account_id, &rows, &error), KAM_OK);
    for (size_t row = 0; row < table.count; row++) {
        struct kam_text id = KAM_TEXT("new");
        size_t end = strlen(found);
        if (rows[row] != KAM_NONE)
            id = kam_table_cell(&past.previous.snapshot.table, rows[row],
                                past.previous.snapshot.account_id);
        snprintf(found + end, sizeof found - end, "%s%.*s", row ? " " : "", (int)id.len, id.ptr);
    }
    assert_string_equal(found, expected);
    free(rows);
    kam_table_free(&table);
    past_stop(&past);
}

/* OLD as write_past takes it; NEW are lines of `account_id,members`. */
static void assert_were(const char *old, const char *new, const char *expected)
{
    char snapshot[2048], table[1024];

    write_past(snapshot, sizeof snapshot, old);
    snprintf(table, sizeof table, "account_id,members\n%s", new);
    assert_matches(snapshot, table, expected);
}

static void the_id_decides(void **state)
{
    (void)state;
    assert_were("a a 1;b b 2;c - 3", "c,c\na,a\nx,x\n", "c a new");
    /* whoever the others went with */
    assert_were("a a|b|c 1;d d 2", "a,a\nd,b|c|d\n", "a d");
    assert_were("a a 1;b b 2", "ab,ab\nA,A\n", "new new");
}

static void a_new_head_is_the_same_customer(void **state)
{
    (void)state;
    assert_were("a a|b|c 1;d d 9", "b,a|b|c\nd,d\n", "a d");
    assert_were("a a|b|c 1;d d 9", "x,x|c\n", "a");
    /* the old one has left */
    assert_were("a a|b 1", "b,b\n", "a");
}

static void most_accounts_then_the_greater_then_the_smaller_id(void **state)
{
    (void)state;
    assert_were("a a|b|c 1;d d|e 100", "x,b|c|e|x\n", "a");
    assert_were("a a|b 1;d d|e 100", "x,a|b|d|e\n", "d");
    assert_were("a a|b 1.10;d d|e 1.1", "x,a|b|d|e\n", "a");
    assert_were("d d|e 1.10;a a|b 1.1", "x,a|b|d|e\n", "a");
    assert_were("a a|b -9;d d|e -1", "x,a|b|d|e\n", "d");
    assert_were("a a 1;b b 1;c c 5;d d|e 2", "x,a|b|c|d|e\n", "d");
    assert_were("e e 2;d d 3;c c 3;b b 1", "x,b|c|d|e\n", "c");
}

static void parts_are_what_the_whole_was(void **state)
{
    (void)state;
    assert_were("a a|b|c 3", "a,a\nb,b\nc,c\n", "a a a");
    assert_were("a a|b|c|d 3", "x,a|b\nc,c|d\n", "a a");
}

static void the_head_of_a_merger_decides(void **state)
{
    (void)state;
    assert_were("a a 1;b b|c|d 100", "a,a|b|c|d\n", "a");
    assert_were("a a 1;b b|c|d 100", "x,a|b|c|d\n", "b");
}

static void tables_without_members(void **state)
{
    char snapshot[2048];

    (void)state;
    /* groups then and none now: its id was a member */
    write_past(snapshot, sizeof snapshot, "a a|b|c 1");
    assert_matches(snapshot, "x,account_id\n1,c\n2,d\n", "a new");
    /* none then and groups now */
    assert_matches("account_id,revenue,tier_cut,tier_computed,tier,held,period,model,by\n"
                   "a,1" REST "b,2" REST,
                   "members,account_id\nm|a,m\nn,n\n", "a new");
    /* neither */
    assert_matches("account_id,revenue,tier_cut,tier_computed,tier,held,period,model,by\n"
                   "a,1" REST "b,2" REST,
                   "account_id\nm\nb\n", "new b");
}

static void ids_may_have_bars(void **state)
{
    (void)state;
    assert_were("a a|p\\|q 1;p p 5", "x,p\\|q\n", "a");
    assert_were("p\\|q p\\|q 1", "x,p\\\\|q\n", "new");
    assert_were("a a|b\\\\ 1", "x,b\\\\|x\n", "a");
    /* as an id it stands as it is */
    assert_were("p|q p\\|q 1;p p 5", "x,p\\|q|y\n", "p|q");
}

static void nobody_was_there(void **state)
{
    (void)state;
    assert_were("", "a,a|b\n", "new");
    assert_were("a a|b 1", "", "");
    assert_were("", "", "");
    /* an account without a name is nobody's */
    assert_were("a a||b 1", "x,x||y\n", "new");
}

static void there_may_be_no_snapshot_at_all(void **state)
{
    const struct kam_previous none = {.period = PAST_NOW};
    struct kam_standing standing;
    struct kam_table table = {0};
    uint32_t *rows;

    (void)state;
    read_table(&table, "account_id,members\nx,x|y\nz,z\n");
    assert_int_equal(kam_previous_match(&none, &table, 0, &rows, NULL), KAM_OK);
    for (size_t row = 0; row < table.count; row++)
        assert_false(kam_previous_standing(&none, rows[row], &standing));
    free(rows);
    kam_table_free(&table);
}

/* No table of kam's is like that, but what comes out doesn't depend on the order of rows. */
static void accounts_that_stand_there_twice(void **state)
{
    (void)state;
    assert_were("a a|b 9;b b 1", "x,b\n", "b");
    assert_were("b b 1;a a|b 9", "x,b\n", "b");
    assert_were("a a|m 1;b b|m 9;c c|m 5", "x,m\n", "b");
    assert_were("b b|m 9;c c|m 5;a a|m 1", "x,m\n", "b");
    assert_were("d d|m 9;b b|m 9;c c|m 5", "x,m\n", "b");
    assert_were("a a|m 1", "x,m\ny,m\n", "a a");
}

/* The match of OLD and NEW fails with a message that ends in EXPECTED. */
static void assert_refused(const char *old, const char *new, const char *expected)
{
    struct past past;
    struct kam_table table = {0};
    struct kam_error error;
    char snapshot[1024], message[2048];
    uint32_t *rows;

    write_past(snapshot, sizeof snapshot, old);
    assert_int_equal(past_read(&past, snapshot, &error), KAM_OK);
    read_table(&table, new);
    assert_int_equal(kam_previous_match(&past.previous, &table, 0, &rows, &error), KAM_DATA);
    kam_error_format(&error, message, sizeof message);
    if (!strstr(message, expected))
        fail_msg("'%s' isn't in '%s'", expected, message);
    free(rows);
    kam_table_free(&table);
    past_stop(&past);
}

static void a_revenue_has_to_decide(void **state)
{
    (void)state;
    assert_refused("a a|b 1;c c|d much", "account_id,members\nx,a|b|c|d\n",
                   ":3: revenue: not a number: 'much'");
    assert_refused("a a|m 1;c c|m much", "account_id,members\nx,m\n",
                   ":3: revenue: not a number: 'much'");
    assert_were("a a|b 1;c c|d much", "x,a|b|d\n", "a");
    assert_refused("a a 1", "account_id,members,members\nx,m,m\n",
                   "two columns are called 'members'");
}

/* ---- random ones, held against a second implementation -----------------------------------------
 */

enum { ACCOUNTS = 24, ROUNDS = 400 };

/* The customer of each account is called by its head, which is one of its accounts; 0: gone. */
struct base {
    unsigned heads[ACCOUNTS];
    int revenues[ACCOUNTS]; /* of heads */
};

static struct base random_base(uint64_t *state)
{
    struct base base = {{0}, {0}};
    unsigned names[ACCOUNTS], groups = 1 + random_below(state, ACCOUNTS / 2);

    for (unsigned g = 0; g < groups; g++)
        names[g] = 0;
    for (unsigned a = 1; a < ACCOUNTS; a++) {
        base.heads[a] = random_below(state, 6) ? random_below(state, groups) + 1 : 0;
        base.revenues[a] = (int)random_below(state, 3);
    }
    /* Groups are numbers so far; one of their accounts gives each its name. */
    for (unsigned a = 1; a < ACCOUNTS; a++)
        if (base.heads[a] && (!names[base.heads[a] - 1] || random_below(state, 2)))
            names[base.heads[a] - 1] = a;
    for (unsigned a = 1; a < ACCOUNTS; a++)
        base.heads[a] = base.heads[a] ? names[base.heads[a] - 1] : 0;
    return base;
}

/* Ids in an order that isn't that of numbers. */
static void write_id(char id[8], unsigned account)
{
    snprintf(id, 8, "%u", account * 7);
}

static unsigned oracle(const struct base *old, const struct base *new, unsigned customer)
{
    unsigned best = 0, most = 0;
    char best_id[8] = "", id[8];

    if (old->heads[customer] == customer)
        return customer;
    for (unsigned was = 1; was < ACCOUNTS; was++) {
        unsigned shared = 0;
        for (unsigned a = 1; a < ACCOUNTS; a++)
            shared += new->heads[a] == customer && old->heads[a] == was;
        write_id(id, was);
        if (shared > most ||
            (shared && shared == most &&
             (old->revenues[was] > old->revenues[best] ||
              (old->revenues[was] == old->revenues[best] && strcmp(id, best_id) < 0)))) {
            best = was;
            most = shared;
            memcpy(best_id, id, sizeof id);
        }
    }
    return best;
}

/* The members of CUSTOMER, joined by bars. */
static void write_members(char *text, size_t size, const struct base *base, unsigned customer)
{
    char id[8];

    *text = '\0';
    for (unsigned a = 1; a < ACCOUNTS; a++)
        if (base->heads[a] == customer) {
            size_t end = strlen(text);
            write_id(id, a);
            snprintf(text + end, size - end, "%s%s", end ? "|" : "", id);
        }
}

static void random_bases_are_matched(void **unused)
{
    uint64_t state = 1;

    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        char past[2048] = "", table[2048] = "", expected[512] = "", members[256], id[8];
        for (unsigned a = 1; a < ACCOUNTS; a++) {
            size_t end = strlen(past);
            write_id(id, a);
            write_members(members, sizeof members, &old, a);
            if (old.heads[a] == a)
                snprintf(past + end, sizeof past - end, "%s%s %s %d", end ? ";" : "", id, members,
                         old.revenues[a]);
            write_members(members, sizeof members, &new, a);
            if (new.heads[a] != a)
                continue;
            end = strlen(table);
            snprintf(table + end, sizeof table - end, "%s,%s\n", id, members);
            unsigned was = oracle(&old, &new, a);
            write_id(id, was);
            end = strlen(expected);
            snprintf(expected + end, sizeof expected - end, "%s%s", end ? " " : "",
                     was ? id : "new");
        }
        assert_were(past, table, expected);
    }
}

/* Enough for every way of looking up several at once. */
static void many_are_matched(void **unused)
{
    enum { MANY = 3000 };
    size_t size = (size_t)MANY * 64;
    char *snapshot = malloc(size), *text = malloc(size);
    struct past past;
    struct kam_table table = {0};
    uint32_t *rows;

    (void)unused;
    assert_non_null(snapshot);
    assert_non_null(text);
    int old = snprintf(snapshot, size,
                       "account_id,members,revenue,tier_cut,tier_computed,tier,"
                       "held,period,model,by\n");
    int new = snprintf(text, size, "account_id,members\n");
    for (int i = 0; i < MANY; i++) {
        old += snprintf(snapshot + old, size - (size_t)old, "C%d,C%d|M%d,1" REST, i, i, i);
        /* every third has another head, every third of the rest is new */
        int is = i % 3 == 0 ? 0 : i % 9 == 1 ? 2 : 1;
        new += snprintf(text + new, size - (size_t) new,
                        is == 0   ? "M%d,C%d|M%d\n"
                        : is == 1 ? "C%d,C%d|M%d\n"
                                  : "N%d,O%d|P%d\n",
                        i, i, i);
    }
    assert_int_equal(past_read(&past, snapshot, NULL), KAM_OK);
    read_table(&table, text);
    assert_int_equal(kam_previous_match(&past.previous, &table, 0, &rows, NULL), KAM_OK);
    for (unsigned i = 0; i < MANY; i++)
        assert_int_equal(rows[i], i % 9 == 1 ? KAM_NONE : i);
    free(rows);
    free(snapshot);
    free(text);
    kam_table_free(&table);
    past_stop(&past);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_id_decides),
        cmocka_unit_test(a_new_head_is_the_same_customer),
        cmocka_unit_test(most_accounts_then_the_greater_then_the_smaller_id),
        cmocka_unit_test(parts_are_what_the_whole_was),
        cmocka_unit_test(the_head_of_a_merger_decides),
        cmocka_unit_test(tables_without_members),
        cmocka_unit_test(ids_may_have_bars),
        cmocka_unit_test(nobody_was_there),
        cmocka_unit_test(there_may_be_no_snapshot_at_all),
        cmocka_unit_test(accounts_that_stand_there_twice),
        cmocka_unit_test(a_revenue_has_to_decide),
        cmocka_unit_test(random_bases_are_matched),
        cmocka_unit_test(many_are_matched),
    };

    return cmocka_run_group_tests_name("previousmatch", tests, NULL, NULL);
}
