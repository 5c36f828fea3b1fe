/* Which rows of a customer file each customer has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "join/joinmatch.h"
#include "temporary.h"

#include <stdio.h>
#include <unistd.h>

struct fixture {
    struct kam_table table;
    struct kam_join join;
    struct kam_join_match match;
    struct kam_error error;
    char path[TEMPORARY_PATH], file[TEMPORARY_PATH];
};

/* The customers of the table ROWS and what a file of CUSTOMERS has of them, by KEY. */
static enum kam_status match(struct fixture *f, const char *rows, const char *customers,
                             const char *key, const struct kam_model *model)
{
    const struct kam_reader_options options = {.delimiter = ','};
    const char *path = f->path;

    *f = (struct fixture){.error = {.status = KAM_OK}};
    temporary_file(f->path, rows);
    temporary_file(f->file, customers);
    enum kam_status status = kam_table_read(&f->table, &path, 1, &options, &f->error);
    if (!status)
        status = kam_join_open(&f->join, f->file, kam_text_of(key), "", &options, &f->error);
    if (!status)
        status = kam_join_name(&f->join, NULL, 0, &f->error);
    return status ? status : kam_join_match_make(&f->match, &f->join, &f->table, model, &f->error);
}

static void done(struct fixture *f)
{
    kam_join_match_free(&f->match);
    kam_join_free(&f->join);
    kam_table_free(&f->table);
    unlink(f->path);
    unlink(f->file);
}

/* The rows of all customers: "1 0; ; 2". */
static const char *matched(const struct fixture *f, char text[64])
{
    size_t len = 0;

    text[0] = '\0';
    for (size_t c = 0; c < f->match.customers; c++) {
        len += (size_t)snprintf(text + len, 64 - len, "%s", c ? ";" : "");
        for (uint32_t i = f->match.starts[c]; i < f->match.starts[c + 1]; i++)
            len += (size_t)snprintf(text + len, 64 - len, " %u", f->match.rows[i]);
    }
    return text;
}

static void the_head_comes_first_then_the_smallest_key(void **state)
{
    static const struct kam_model model = {.attribute_count = 0};
    static const struct {
        const char *rows, *matches;
    } cases[] = {
        {"account_id\na\nx\n", " 2;"},
        {"account_id,members\nb,a|b|c\n", " 1 2 0"},
        {"account_id,members\nh,c|b\n", " 1 0"},
        {"account_id,members\nh,c|c|h\n", " 0"},
        {"account_id,members\na,\n", " 2"},
        {"account_id,members\na,a\\|b\n", " 2"},
        {"account_id,members\n", ""},
    };
    struct fixture f;
    char text[64];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(match(&f, cases[i].rows, "account,v\nc,1\nb,2\na,3\n", "", &model),
                         KAM_OK);
        assert_string_equal(matched(&f, text), cases[i].matches);
        done(&f);
    }
}

static void an_account_of_two_customers_is_an_error(void **state)
{
    static const struct kam_model model = {.attribute_count = 0};
    static const char *const cases[] = {"account_id,members\na,c\nb,c\n",
                                        "account_id,members\na,b\nb,\n"};
    struct fixture f;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(match(&f, cases[i], "account,v\nc,1\nb,2\na,3\n", "", &model), KAM_DATA);
        done(&f);
    }
}

static void another_key_is_a_set_where_the_model_says_so(void **state)
{
    static const struct kam_model_attribute tax = {.name = {"tax", 3}, .merge = KAM_MERGE_SET};
    static const struct kam_model plain = {.attribute_count = 0};
    static const struct kam_model sets = {.attributes = &tax, .attribute_count = 1};
    const char *rows = "account_id,tax,members\na,T2|T1,T3\nb,T3,\nc,,\n";
    const char *customers = "number,v\nT1,1\nT2,2\nT3,3\n";
    struct fixture f;
    char text[64];

    (void)state;
    assert_int_equal(match(&f, rows, customers, "number=tax", &plain), KAM_OK);
    assert_string_equal(matched(&f, text), "; 2;");
    done(&f);
    assert_int_equal(match(&f, rows, customers, "number=tax", &sets), KAM_OK);
    assert_string_equal(matched(&f, text), " 0 1; 2;");
    done(&f);
    assert_int_equal(match(&f, rows, customers, "number=vat", &plain), KAM_DATA);
    done(&f);
}

static void a_prospect_has_its_row_but_does_not_meet_it(void **state)
{
    static const struct kam_model model = {.attribute_count = 0};
    struct fixture f;
    char text[64];

    (void)state;
    assert_int_equal(
        match(&f, "account_id,lines\na,1\np,0\n", "account,v\np,1\na,2\nq,3\n", "", &model),
        KAM_OK);
    assert_string_equal(matched(&f, text), " 1; 0");
    assert_false(f.join.met[0]);
    assert_true(f.join.met[1]);
    assert_int_not_equal(f.match.takers[0], 0);
    assert_int_equal(f.match.takers[2], 0);
    done(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_head_comes_first_then_the_smallest_key),
        cmocka_unit_test(an_account_of_two_customers_is_an_error),
        cmocka_unit_test(another_key_is_a_set_where_the_model_says_so),
        cmocka_unit_test(a_prospect_has_its_row_but_does_not_meet_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
