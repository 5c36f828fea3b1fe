#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "group/seam.h"
#include "random.h"
#include "temporary.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct fixture {
    struct kam_table table;
    struct kam_link_options options;
    struct kam_groups groups;
    struct kam_seams seams;
};

static void make(struct fixture *f, const char *rows)
{
    const struct kam_reader_options options = {.delimiter = ','};
    static const struct kam_text same[] = {{"tax", 3}};
    char path[TEMPORARY_PATH];
    const char *paths[] = {path};

    *f = (struct fixture){.options = {.same = same, .same_count = 1}};
    temporary_file(path, rows);
    assert_int_equal(kam_table_read(&f->table, paths, 1, &options, NULL), KAM_OK);
    unlink(path);
    assert_int_equal(kam_groups_build(&f->groups, &f->table, &f->options, UINT64_MAX, NULL),
                     KAM_OK);
    assert_true(kam_seams_make(&f->seams, &f->groups));
}

static void done(struct fixture *f)
{
    kam_seams_free(&f->seams);
    kam_groups_free(&f->groups);
    kam_table_free(&f->table);
}

static void a_chain_longer_than_any_stack(void **state)
{
    enum { LENGTH = 200000 };
    struct kam_buffer rows = {NULL, 0, 0}, text = {NULL, 0, 0};
    struct kam_seam found[2];
    struct fixture f;

    (void)state;
    assert_true(kam_buffer_printf(&rows, "account_id,group_id,payer_id,tax\n"));
    for (int i = 1; i <= LENGTH; i++)
        assert_true(kam_buffer_printf(&rows, "%06d,,%06d,\n", i, i - 1));
    assert_true(kam_buffer_add_byte(&rows, '\0'));
    make(&f, rows.ptr);
    assert_int_equal(kam_seams_find(&f.seams, 0, KAM_SEAM_ANY, 2, found), 2);
    assert_int_equal(found[0].largest, LENGTH / 2);
    assert_true(kam_seams_write(&f.seams, found, 1, &text));
    assert_int_equal(text.len, strlen("account '100000' (2 x 100000 accounts)"));
    assert_memory_equal(text.ptr, "account '100000' (2 x 100000 accounts)", text.len);
    kam_buffer_free(&rows);
    kam_buffer_free(&text);
    done(&f);
}

static void sizes_of_many_kinds_are_cut_short(void **state)
{
    struct kam_buffer rows = {NULL, 0, 0}, text = {NULL, 0, 0};
    struct kam_seam found;
    struct fixture f;
    int id = 0;

    (void)state;
    assert_true(kam_buffer_printf(&rows, "account_id,group_id,payer_id,tax\n"));
    for (int g = 1; g <= 9; g++)
        for (int i = 0; i < (g == 9 ? 7 : g); i++)
            assert_true(kam_buffer_printf(&rows, "%03d,g%d,,%s\n", id++, g, i ? "" : "x"));
    assert_true(kam_buffer_add_byte(&rows, '\0'));
    make(&f, rows.ptr);
    assert_int_equal(kam_seams_find(&f.seams, 0, KAM_SEAM_ANY, 1, &found), 1);
    assert_true(kam_seams_write(&f.seams, &found, 1, &text));
    assert_true(kam_text_equal(kam_buffer_text(&text),
                               KAM_TEXT("'same:tax=x' (8 + 2 x 7 + 6 + 5 + 4 smaller accounts)")));
    kam_buffer_free(&rows);
    kam_buffer_free(&text);
    done(&f);
}

/* ---- random bases ------------------------------------------------------------------------- */

enum { ROWS = 24, VERTICES = 256 };

static void write_base(uint64_t *random, char *rows, size_t size)
{
    size_t n = (size_t)snprintf(rows, size, "account_id,group_id,payer_id,tax\n");

    for (int i = 0; i < ROWS; i++) {
        n += (size_t)snprintf(rows + n, size - n, "%02d,", i);
        if (random_below(random, 3) == 0)
            n += (size_t)snprintf(rows + n, size - n, "g%u", random_below(random, 9));
        n += (size_t)snprintf(rows + n, size - n, ",");
        if (random_below(random, 2) == 0)
            n += (size_t)snprintf(rows + n, size - n, "%02u", random_below(random, ROWS + 2));
        n += (size_t)snprintf(rows + n, size - n, ",");
        if (random_below(random, 3) == 0)
            n += (size_t)snprintf(rows + n, size - n, "%u", random_below(random, 12));
        n += (size_t)snprintf(rows + n, size - n, "\n");
    }
}

/*
 * Label the vertices of all customers by pieces, WITHOUT one of them, by passing labels along links
 * until nothing changes.
 */
static void label(const struct fixture *f, uint32_t without, uint32_t *labels)
{
    const struct kam_links *links = &f->groups.links;
    uint32_t vertices = links->accounts.count + links->hubs.keys.count;
    bool changes = true;

    assert_true(vertices <= VERTICES);
    for (uint32_t v = 0; v < vertices; v++)
        labels[v] = v;
    while (changes) {
        changes = false;
        for (size_t i = 0; i < links->count; i++) {
            uint32_t a = links->items[i].account, b = links->accounts.count + links->items[i].hub;
            if (a == without || b == without || labels[a] == labels[b])
                continue;
            labels[a] = labels[b] = labels[a] < labels[b] ? labels[a] : labels[b];
            changes = true;
        }
    }
}

/* What the customer C is without the vertex: pieces with accounts, the largest, those with groups.
 */
static void take_away(const struct fixture *f, uint32_t c, uint32_t without, uint32_t *pieces,
                      uint32_t *largest, uint32_t *holding)
{
    const struct kam_links *links = &f->groups.links;
    uint32_t labels[VERTICES], sizes[VERTICES] = {0}, held[VERTICES] = {0};

    *pieces = *largest = *holding = 0;
    label(f, without, labels);
    for (uint32_t i = f->groups.starts[c]; i < f->groups.starts[c + 1]; i++)
        if (f->groups.members[i] != without)
            sizes[labels[f->groups.members[i]]]++;
    for (uint32_t h = 0; h < links->hubs.keys.count; h++)
        if (kam_hub_kind(&links->hubs, h) == KAM_HUB_GROUP &&
            f->groups.customers[kam_links_first(links, h)] == c &&
            links->accounts.count + h != without)
            held[labels[links->accounts.count + h]]++;
    for (uint32_t v = 0; v < VERTICES; v++) {
        *pieces += sizes[v] > 0;
        *holding += held[v] > 0;
        *largest = sizes[v] > *largest ? sizes[v] : *largest;
    }
}

static bool belongs(const struct fixture *f, uint32_t vertex, uint32_t c)
{
    const struct kam_links *links = &f->groups.links;
    uint32_t account = vertex < links->accounts.count
                           ? vertex
                           : kam_links_first(links, vertex - links->accounts.count);

    return f->groups.customers[account] == c;
}

/* The seams of the customer C are those that are found by taking each vertex away. */
static void check_customer(struct fixture *f, uint32_t c)
{
    const struct kam_links *links = &f->groups.links;
    uint32_t vertices = links->accounts.count + links->hubs.keys.count;
    struct kam_seam any[VERTICES], groups[VERTICES];
    size_t group_count = kam_seams_find(&f->seams, c, KAM_SEAM_GROUPS, VERTICES, groups);
    size_t any_count = kam_seams_find(&f->seams, c, KAM_SEAM_ANY, VERTICES, any);

    for (size_t i = 1; i < any_count; i++)
        assert_true(any[i - 1].largest <= any[i].largest);
    for (uint32_t v = 0; v < vertices; v++) {
        uint32_t pieces, largest, holding, as_any = KAM_NONE, as_group = KAM_NONE;
        if (!belongs(f, v, c))
            continue;
        take_away(f, c, v, &pieces, &largest, &holding);
        for (size_t i = 0; i < any_count; i++)
            if (any[i].vertex == v)
                as_any = any[i].largest;
        for (size_t i = 0; i < group_count; i++)
            if (groups[i].vertex == v)
                as_group = groups[i].largest;
        assert_int_equal(as_any, pieces > 1 ? largest : KAM_NONE);
        assert_int_equal(as_group, holding > 1 ? largest : KAM_NONE);
    }
}

static void seams_are_what_taking_away_shows(void **state)
{
    uint64_t random = 20261122;

    (void)state;
    for (int round = 0; round < 200; round++) {
        char rows[2048];
        struct fixture f;
        write_base(&random, rows, sizeof rows);
        make(&f, rows);
        for (uint32_t c = 0; c < f.groups.count; c++)
            check_customer(&f, c);
        done(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chain_longer_than_any_stack),
        cmocka_unit_test(sizes_of_many_kinds_are_cut_short),
        cmocka_unit_test(seams_are_what_taking_away_shows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
