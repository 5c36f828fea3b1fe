/* Which rows of which file a page is about. */
#include "random.h"
#include "report/reportparts.h"
#include "temporary.h"

#include <stdio.h>

#define HEADER "account_id,region,revenue,tier,period,model,by\n"
#define MOVES  "account_id,move,tier_from,tier_to,revenue_from,revenue_to,revenue_delta,region\n"
#define RISKS  "account_id,risks,loss\n"

enum { NOW, BEFORE, MOVES_FILE, RISKS_FILE, FILES };

struct parted {
    char paths[FILES][TEMPORARY_PATH];
    struct kam_model *model;
    struct kam_reportsource source;
    struct kam_reportparts parts;
    struct kam_error error;
};

/* TEXTS of the files, NULL for one that isn't given. Always to be ended. */
static enum kam_status begin_parted(struct parted *p, const char *const *texts, struct kam_text by)
{
    const struct kam_reader_options reader = {.delimiter = ','};
    struct kam_reportfiles files = {.by = by};
    const char **const given[FILES] = {&files.snapshot, &files.previous, &files.moves,
                                       &files.risks};

    memset(p, 0, sizeof *p);
    for (int f = 0; f < FILES; f++)
        if (texts[f]) {
            temporary_file(p->paths[f], texts[f]);
            *given[f] = p->paths[f];
        }
    assert_int_equal(kam_model_load_text(&p->model, "m.kam",
                                         KAM_TEXT("[tiers]\nnames = gold, tail\nby = revenue\n"
                                                  "cut = count 1\n"),
                                         NULL, 0, NULL),
                     KAM_OK);
    enum kam_status status =
        kam_reportsource_read(&p->source, &files, p->model, &reader, 1, &p->error);
    if (!status)
        status = kam_reportparts_make(&p->parts, &p->source, &p->error);
    return status;
}

static void end_parted(struct parted *p)
{
    kam_reportparts_free(&p->parts);
    kam_reportsource_free(&p->source);
    kam_model_free(p->model);
    for (int f = 0; f < FILES; f++)
        if (*p->paths[f])
            unlink(p->paths[f]);
}

static const struct kam_table *table_of(const struct parted *p, int file)
{
    const struct kam_table *const tables[FILES] = {&p->source.now.snapshot.table,
                                                   &p->source.before.snapshot.table,
                                                   &p->source.moves.table, &p->source.risks};

    return tables[file];
}

static const struct kam_reportrows *rows_of(const struct kam_reportscope *scope, int file)
{
    const struct kam_reportrows *const rows[FILES] = {&scope->now, &scope->before, &scope->moves,
                                                      &scope->risks};

    return rows[file];
}

/* The parts as lines: the value, and the ids of each file. */
static void assert_parts(const struct parted *p, const char *expected)
{
    struct kam_buffer text = {NULL, 0, 0};
    bool ok = true;

    for (size_t i = 0; i < p->parts.count && ok; i++) {
        const struct kam_reportscope *part = &p->parts.items[i];
        ok = kam_buffer_printf(&text, "%.*s%s", (int)part->value.len, part->value.ptr,
                               part->is_part ? ":" : "(all):");
        for (int f = 0; f < FILES && ok; f++) {
            ok = kam_buffer_printf(&text, f ? " |" : "");
            for (size_t r = 0; r < rows_of(part, f)->count && ok; r++) {
                struct kam_text id = kam_table_cell(table_of(p, f), rows_of(part, f)->items[r], 0);
                ok = kam_buffer_printf(&text, " %.*s", (int)id.len, id.ptr);
            }
        }
        ok = ok && kam_buffer_add_byte(&text, '\n');
    }
    assert_true(ok && kam_buffer_add_byte(&text, '\0'));
    assert_string_equal(text.ptr, expected);
    kam_buffer_free(&text);
}

static const char *const example[FILES] = {
    HEADER "a,North,9,gold,2026-10,m,revenue\n"
           "b,South,5,tail,2026-10,m,revenue\n"
           "c,,1,tail,2026-10,m,revenue\n"
           "d,North,1,tail,2026-10,m,revenue\n",
    HEADER "a,South,9,gold,2026-09,m,revenue\n"
           "e,East,5,tail,2026-09,m,revenue\n"
           "c,,5,tail,2026-09,m,revenue\n"
           "b,South,1,tail,2026-09,m,revenue\n",
    MOVES "a,same,gold,gold,9,9,0,West\n"
          "b,same,tail,tail,1,5,4,South\n"
          "c,same,tail,tail,5,1,-4,\n"
          "d,new,,tail,,1,1,North\n"
          "e,lost,tail,,5,,-5,West\n",
    RISKS "a,late,5\nb,late,5\nd,late,1\n",
};

static void without_a_column_there_is_one_of_all(void **unused)
{
    struct parted p;
    (void)unused;
    assert_int_equal(begin_parted(&p, example, KAM_TEXT("")), KAM_OK);
    assert_parts(&p, "(all): a b c d | a e c b | a b c d e | a b d\n");
    end_parted(&p);
}

static void a_customer_belongs_where_it_is_and_what_is_said_of_it_where_it_is_now(void **unused)
{
    struct parted p;
    (void)unused;
    assert_int_equal(begin_parted(&p, example, KAM_TEXT("region")), KAM_OK);
    assert_parts(&p, ": c | c | c |\n"
                     "East: | e | e |\n"
                     "North: a d | | a d | a d\n"
                     "South: b | a b | b | b\n");
    end_parted(&p);
}

static void who_is_in_no_file_belongs_where_the_list_says(void **unused)
{
    const char *const texts[FILES] = {example[NOW], NULL, example[MOVES_FILE], example[RISKS_FILE]};
    struct parted p;
    (void)unused;
    assert_int_equal(begin_parted(&p, texts, KAM_TEXT("region")), KAM_OK);
    assert_parts(&p, ": c | | c |\n"
                     "North: a d | | a d | a d\n"
                     "South: b | | b | b\n"
                     "West: | | e |\n");
    end_parted(&p);
}

static void a_column_has_to_be_in_both_snapshots(void **unused)
{
    const char *const texts[FILES] = {
        HEADER "a,North,9,gold,2026-10,m,revenue\n",
        "account_id,area,revenue,tier,period,model,by\na,North,9,gold,2026-09,m,revenue\n"};
    struct parted p;
    (void)unused;
    for (int side = NOW; side <= BEFORE; side++) {
        assert_int_equal(
            begin_parted(&p, texts, side == NOW ? KAM_TEXT("area") : KAM_TEXT("region")), KAM_DATA);
        assert_string_equal(p.error.file, p.paths[side]);
        assert_non_null(strstr(p.error.text, side == NOW ? "no column 'area'" : "'region'"));
        end_parted(&p);
    }
}

static void nobody_has_no_value(void **unused)
{
    const char *const texts[FILES] = {HEADER};
    struct parted p;
    (void)unused;
    assert_int_equal(begin_parted(&p, texts, KAM_TEXT("region")), KAM_OK);
    assert_int_equal(p.parts.count, 0);
    end_parted(&p);
    assert_int_equal(begin_parted(&p, texts, KAM_TEXT("")), KAM_OK);
    assert_parts(&p, "(all): | | |\n");
    end_parted(&p);
}

/* COUNT customers, each with a value of its own; to be freed. */
static char *many(size_t count)
{
    struct kam_buffer text = {NULL, 0, 0};
    bool ok = kam_buffer_add(&text, KAM_TEXT(HEADER));

    for (size_t i = 0; i < count && ok; i++)
        ok = kam_buffer_printf(&text, "c%zu,v%zu,1,tail,2026-10,m,revenue\n", i, i);
    assert_true(ok && kam_buffer_add_byte(&text, '\0'));
    return text.ptr;
}

static void there_is_an_end_to_pages(void **unused)
{
    struct parted p;
    (void)unused;
    for (size_t more = 0; more <= 1; more++) {
        char *text = many(KAM_REPORTPARTS_MOST + more);
        const char *const texts[FILES] = {text};
        assert_int_equal(begin_parted(&p, texts, KAM_TEXT("region")), more ? KAM_DATA : KAM_OK);
        assert_int_equal(p.parts.count, more ? 0 : KAM_REPORTPARTS_MOST);
        end_parted(&p);
        free(text);
    }
}

/* Each row of a file is in one part, that of its cell, and rows stand in their order. */
static void check_rows(const struct parted *p, int file)
{
    const struct kam_table *table = table_of(p, file);
    size_t rows = 0;

    for (size_t i = 0; i < p->parts.count; i++) {
        const struct kam_reportrows *part = rows_of(&p->parts.items[i], file);
        rows += part->count;
        for (size_t r = 0; r < part->count; r++) {
            assert_true(r == 0 || part->items[r - 1] < part->items[r]);
            assert_true(
                kam_text_equal(kam_table_cell(table, part->items[r], 1), p->parts.items[i].value));
        }
    }
    assert_int_equal(rows, table->count);
}

static void every_row_is_in_one_part(void **unused)
{
    uint64_t random = 8;
    (void)unused;
    for (int round = 0; round < 50; round++) {
        char *files[2];
        for (int f = 0; f < 2; f++) {
            struct kam_buffer text = {NULL, 0, 0};
            bool ok = kam_buffer_add(&text, KAM_TEXT(HEADER));
            for (unsigned i = 0; ok && i < 40; i++)
                ok = kam_buffer_printf(&text, "c%u,%.*s,1,tail,2026-%s,m,revenue\n", i,
                                       (int)random_below(&random, 4), "abc", f ? "09" : "10");
            assert_true(ok && kam_buffer_add_byte(&text, '\0'));
            files[f] = text.ptr;
        }
        const char *const texts[FILES] = {files[NOW], files[BEFORE]};
        struct parted p;
        assert_int_equal(begin_parted(&p, texts, KAM_TEXT("region")), KAM_OK);
        check_rows(&p, NOW);
        check_rows(&p, BEFORE);
        for (size_t i = 1; i < p.parts.count; i++)
            assert_true(kam_text_order(p.parts.items[i - 1].value, p.parts.items[i].value) < 0);
        end_parted(&p);
        free(files[NOW]);
        free(files[BEFORE]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_column_there_is_one_of_all),
        cmocka_unit_test(a_customer_belongs_where_it_is_and_what_is_said_of_it_where_it_is_now),
        cmocka_unit_test(who_is_in_no_file_belongs_where_the_list_says),
        cmocka_unit_test(a_column_has_to_be_in_both_snapshots),
        cmocka_unit_test(nobody_has_no_value),
        cmocka_unit_test(there_is_an_end_to_pages),
        cmocka_unit_test(every_row_is_in_one_part),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
