#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "group/glue.h"
#include "group/groupattr.h"
#include "temporary.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct fixture {
    struct kam_table table;
    struct kam_relations relations;
    struct kam_link_options options;
    struct kam_groups groups;
    struct kam_error error;
    char path[TEMPORARY_PATH], relations_path[TEMPORARY_PATH];
};

/* The customers of the table ROWS and of RELATIONS (NULL: none), of at most MAX_MEMBERS. */
static enum kam_status group(struct fixture *f, const char *rows, const char *relations,
                             uint64_t max_members)
{
    const struct kam_reader_options options = {.delimiter = ','};
    static const struct kam_text same[] = {{"tax", 3}};

    *f = (struct fixture){.path = ""};
    const char *paths[] = {f->path};
    temporary_file(f->path, rows);
    assert_int_equal(kam_table_read(&f->table, paths, 1, &options, NULL), KAM_OK);
    unlink(f->path);
    if (relations) {
        temporary_file(f->relations_path, relations);
        enum kam_status status =
            kam_relations_read(&f->relations, f->relations_path, 2026 * 12 + 9, &f->error);
        unlink(f->relations_path);
        assert_int_equal(status, KAM_OK);
    }
    bool has_tax = kam_table_find(&f->table, KAM_TEXT("tax")) != KAM_NO_COLUMN;
    f->options =
        (struct kam_link_options){.same = same, .same_count = has_tax, .relations = &f->relations};
    return kam_groups_build(&f->groups, &f->table, &f->options, max_members, &f->error);
}

static void done(struct fixture *f)
{
    kam_groups_free(&f->groups);
    kam_relations_free(&f->relations);
    kam_table_free(&f->table);
}

/* Every customer as "head[lead]: members", the members joined by blanks, with a bar behind each. */
static const char *shown(const struct fixture *f)
{
    static char text[512];
    const struct kam_groups *g = &f->groups;
    size_t n = 0;

    text[0] = '\0';
    for (uint32_t c = 0; c < g->count; c++) {
        n += (size_t)snprintf(text + n, sizeof text - n,
                              "%s[%s]:", kam_groups_id(g, g->heads[c]).ptr,
                              kam_groups_id(g, g->leads[c]).ptr);
        for (uint32_t i = g->starts[c]; i < g->starts[c + 1]; i++) {
            assert_int_equal(g->customers[g->members[i]], c);
            n += (size_t)snprintf(text + n, sizeof text - n, " %s",
                                  kam_groups_id(g, g->members[i]).ptr);
        }
        n += (size_t)snprintf(text + n, sizeof text - n, " | ");
    }
    return text;
}

static void assert_groups(const char *rows, const char *relations, const char *expected)
{
    struct fixture f;

    assert_int_equal(group(&f, rows, relations, UINT64_MAX), KAM_OK);
    assert_string_equal(shown(&f), expected);
    done(&f);
}

static void no_rows_are_no_customers(void **state)
{
    (void)state;
    assert_groups("account_id,group_id\n", NULL, "");
    assert_groups("account_id\n", "account_id,parent_id\nA,B\n", "");
}

static void ids_only_relations_know_unite_rows(void **state)
{
    (void)state;
    assert_groups("account_id\nb\na\nc\n", "account_id,parent_id\nx,y\nb,x\nc,x\n",
                  "a[a]: a | y[b]: b c x y | ");
}

static void heads_by_class_then_by_bytes(void **state)
{
    (void)state;
    /* A group id that is an account of another customer heads neither. */
    assert_groups("account_id,group_id\nb,a\nc,a\na,\n", NULL, "a[a]: a | b[b]: b c | ");
    /* The group's own account before the root parent of smaller class order, by bytes among both.
     */
    assert_groups("account_id,group_id\nm,m\nz,m\n", "account_id,parent_id\nz,k\n",
                  "k[m]: k m z | ");
    assert_groups("account_id,group_id\nc,c\nz,c\n", "account_id,parent_id\nz,k\n",
                  "c[c]: c k z | ");
    /* A payer that is paid itself is no better than any. */
    assert_groups("account_id,payer_id\nc,b\nb,c\na,b\n", NULL, "a[a]: a b c | ");
    /* A parent with a parent is no root, even of the one that pays. */
    assert_groups("account_id,payer_id\na,\nd,e\n", "account_id,parent_id\nd,a\na,z\n",
                  "z[a]: a d e z | ");
}

static void merged_rows_stand_for_their_members(void **state)
{
    (void)state;
    /* x stands in row r: who has x for a parent has r for one. */
    assert_groups("account_id,members\nr,r|x\na,a\n", "account_id,parent_id\na,x\n",
                  "r[r]: a r x | ");
    /* Members of one row are no links, whatever relations say of them. */
    assert_groups("account_id,payer_id,members\nr,x,r|x|y\n", "account_id,parent_id\nr,y\nx,y\n",
                  "r[r]: r x y | ");
    /* x has a row of its own as well. */
    assert_groups("account_id,members\nx,\nr,r|x\n", NULL, "r[r]: r x | ");
    /* Known to three rows. */
    assert_groups("account_id,members\nd,d|x\nb,b|x\nc,x|c|x\n", NULL, "b[b]: b c d x | ");
}

static void what_glues_is_named(void **state)
{
    struct fixture f;

    (void)state;
    const char *rows = "account_id,group_id,payer_id,tax\na,g,,\nb,g,,7\nc,,b,7\nd,,b,7\ne,,b,\n"
                       "x,h,,\ny,h,,\n";
    assert_int_equal(group(&f, rows, NULL, 4), KAM_DATA);
    assert_non_null(strstr(f.error.text, "customer 'b' would have 5 members, more than 4; most of "
                                         "them come by 'payer:b' (4 accounts), 'same:tax=7' (3), "
                                         "'group:g' (2); "));
    done(&f);
    assert_int_equal(group(&f, rows, NULL, 1), KAM_DATA);
    assert_non_null(strstr(f.error.text, "; so would 'x' (2)"));
    done(&f);
    assert_int_equal(group(&f, rows, NULL, 5), KAM_OK);
    assert_int_equal(f.groups.heads[kam_groups_largest(&f.groups)], 1);
    done(&f);
}

static void payers_of_many_are_counted_once_each(void **state)
{
    /* Said twice, and not of a 21st. */
    const char *relations = "account_id,parent_id,kind\nq00,Q,payer\nq01,Q,payer\n";
    char rows[2048] = "account_id,payer_id\n";
    size_t n = strlen(rows);
    struct fixture f;
    uint32_t *hubs;
    size_t count;

    (void)state;
    for (int i = 0; i < 25; i++)
        n += (size_t)snprintf(rows + n, sizeof rows - n, "p%02d,P\nq%02d,%s\n", i, i,
                              i < 20 ? "Q" : "");
    assert_int_equal(group(&f, rows, relations, UINT64_MAX), KAM_OK);
    assert_true(kam_glue_payers(&f.groups, &hubs, &count));
    assert_int_equal(count, 1);
    assert_int_equal(kam_glue_paid(&f.groups, hubs[0]), 25);
    free(hubs);
    done(&f);
}

static struct kam_text chosen(const struct fixture *f, enum kam_attribute_merge merge)
{
    return kam_groupattr_choose(&f->table, &f->groups, 0, 2, merge);
}

static void extremes_are_of_numbers(void **state)
{
    struct kam_difference difference;
    struct fixture f;

    (void)state;
    assert_int_equal(group(&f, "account_id,group_id,v\nb,g,9\na,g,10\nc,g,\nd,g,10.0\ne,g,-3\n",
                           NULL, UINT64_MAX),
                     KAM_OK);
    assert_true(kam_text_equal(chosen(&f, KAM_MERGE_MAX), KAM_TEXT("10")));
    assert_true(kam_text_equal(chosen(&f, KAM_MERGE_MIN), KAM_TEXT("-3")));
    assert_true(kam_text_equal(chosen(&f, KAM_MERGE_HEAD), KAM_TEXT("10")));
    assert_int_equal(kam_groupattr_differing(&f.table, &f.groups, 2, &difference), 0);
    assert_true(kam_text_equal(difference.one, KAM_TEXT("10")));
    assert_true(kam_text_equal(difference.other, KAM_TEXT("9")));
    done(&f);

    assert_int_equal(
        group(&f, "account_id,group_id,v\na,g,\nb,g,\nc,h,1\nd,h,1.0\ne,h,x\n", NULL, UINT64_MAX),
        KAM_OK);
    assert_int_equal(chosen(&f, KAM_MERGE_MAX).len, 0);
    assert_int_equal(kam_groupattr_differing(&f.table, &f.groups, 2, &difference), KAM_NONE);
    done(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_rows_are_no_customers),
        cmocka_unit_test(ids_only_relations_know_unite_rows),
        cmocka_unit_test(heads_by_class_then_by_bytes),
        cmocka_unit_test(merged_rows_stand_for_their_members),
        cmocka_unit_test(what_glues_is_named),
        cmocka_unit_test(payers_of_many_are_counted_once_each),
        cmocka_unit_test(extremes_are_of_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
