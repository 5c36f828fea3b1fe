/*
 * Reading with each allocation failing in turn, until one run needs no more of them: every
 * failure is KAM_NOMEM and nothing leaks (which a sanitizer or valgrind sees).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing.h"
#include "io/reader.h"
#include "model/binding.h"
#include "model/model.h"
#include "table/ids.h"
#include "table/view.h"

#include <stdlib.h>
#include <unistd.h>

/* Run READ with allocation 1, 2, 3 ... failing. Returns how many there were. */
static unsigned sweep(enum kam_status (*read)(struct kam_error *error))
{
    struct kam_error error;

    for (unsigned n = 1;; n++) {
        countdown = n;
        enum kam_status status = read(&error);
        bool failed = countdown == 0;
        countdown = 0;
        assert_int_equal(status, failed ? KAM_NOMEM : KAM_END);
        if (!failed)
            return n - 1;
        assert_int_equal(error.status, KAM_NOMEM);
        assert_string_equal(error.text, "out of memory");
    }
}

static enum kam_status read_as(struct kam_text text, const struct kam_reader_options *options,
                               struct kam_error *error)
{
    const size_t columns[] = {0, 1};
    const struct kam_text *fields;
    struct kam_reader *reader;
    struct kam_csv_batch batch;
    size_t count;
    uint64_t line;
    enum kam_status status = kam_reader_open_memory(&reader, "x", text, options, error);

    if (status)
        return status;
    status = kam_reader_record(reader, &fields, &count, &line, error);
    if (!status)
        status = kam_reader_select(reader, 2, columns, 2, error);
    while (!status)
        status = kam_reader_next(reader, &batch, error);
    kam_reader_close(reader);
    return status;
}

static enum kam_status read_records(struct kam_text text, const char *encoding,
                                    struct kam_error *error)
{
    return read_as(text,
                   &(struct kam_reader_options){.input = {.encoding = encoding, .block_size = 16}},
                   error);
}

static enum kam_status read_awkward(struct kam_error *error)
{
    return read_records(
        KAM_TEXT("a;b\n\"c;\n\";d\"d\ne;f;g\n\"h\"i\n1;2;3;4;5;6;7;8;9;10\nk;\"l\n"), NULL, error);
}

static enum kam_status read_gb18030(struct kam_error *error)
{
    return read_records(KAM_TEXT("\xBF\xCD,b\n\xBF\xCD,\"\xBF\xCD\n\"\n"), "GB18030", error);
}

/* Nothing of it is UTF-8, and not all of it is GB18030. */
static enum kam_status read_guessed(struct kam_error *error)
{
    return read_as(
        KAM_TEXT("\xBF\xCD\xBB\xA7,b\n\xBF,\0\n\xBF\xCD\xBB\xA7,\xFF\n"),
        &(struct kam_reader_options){.input = {.trust = KAM_ENCODING_GUESS, .block_size = 16}},
        error);
}

/* "a,b\nc,d\n" compressed. */
static enum kam_status read_gzip(struct kam_error *error)
{
    return read_records(
        KAM_TEXT("\037\213\010\000\000\000\000\000\000\003"
                 "\113\324\111\342\112\326\111\341\002\000\200\072\162\207\010\000\000\000"),
        NULL, error);
}

static void a_reader_runs_out_of_memory(void **state)
{
    (void)state;
    assert_true(sweep(read_awkward) > 10);
    assert_true(sweep(read_gb18030) > 5);
    assert_true(sweep(read_guessed) > 5);
    assert_true(sweep(read_gzip) > 5);
}

static char table_path[] = "/tmp/kam-test-nomem-XXXXXX";

static enum kam_status read_table(struct kam_error *error)
{
    const struct kam_reader_options options = {.delimiter = ','};
    const char *const paths[] = {table_path, table_path};
    const struct kam_text name = KAM_TEXT("score");
    const struct kam_view_added added = {.names = &name, .count = 1};
    struct kam_table table = {0};
    struct kam_view view = {0};
    struct kam_map index = {0};
    uint32_t *order = NULL;
    size_t column = 0;
    enum kam_status status = kam_table_read(&table, paths, 2, &options, error);

    if (!status)
        status = kam_table_require(&table, KAM_TEXT("id"), &column, error);
    if (!status)
        status = kam_view_init(&view, &table, KAM_STAGE_SCORE, &added, error);
    if (!status)
        status = kam_ids_order(&table, column, &order, error);
    if (!status)
        status = kam_table_index(&table, 1, &index, error);
    /* Rows of both files are equal: that is found, or memory runs out before. */
    status = status == KAM_DATA ? KAM_END : status;
    if (status == KAM_END &&
        kam_table_require(&table, KAM_TEXT("none"), &column, error) == KAM_NOMEM)
        status = KAM_NOMEM;
    free(order);
    kam_map_free(&index);
    kam_view_free(&view);
    kam_table_free(&table);
    return status;
}

static void a_table_runs_out_of_memory(void **state)
{
    int fd = mkstemp(table_path);

    (void)state;
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "id,name\n", 8), 8);
    for (int i = 0; i < 25; i++) {
        const char row[] = {(char)('A' + i), ',', (char)('a' + i), '"', '\n'};
        assert_int_equal(write(fd, row, sizeof row), sizeof row);
    }
    close(fd);
    assert_true(sweep(read_table) > 20);
    unlink(table_path);
}

/* A model with something of everything, a rule of it bound to a table, and its hash. */
static enum kam_status load_model(struct kam_error *error)
{
    static const struct kam_text text = KAM_TEXT(
        "[managers]\ncolumn = manager\nspan = 40\n"
        "[tiers]\nnames = a, b\ncut = managers\nper = industry\nkeep-factor = 90%\n"
        "[admit x]\nwhen = last 3 months >= 2 of revenue, services has \"a|b\"|c\ntier = a\n"
        "[flag y]\nwhen = revenue >= last 2 months\nat-most = b\n"
        "[policy b]\nvisits = 4\n[policy a]\nmanager = \"x; y\"\nvisits = 5\n"
        "[branch]\ndesk = \"small desk\" : revenue < 10% of share\n");
    static const struct kam_text names[] = {KAM_TEXT("revenue"), KAM_TEXT("services"),
                                            KAM_TEXT("2026-08"), KAM_TEXT("2026-09"),
                                            KAM_TEXT("2026-10")};
    const char *override = "tiers:demote-after=3";
    char hash[KAM_MODEL_HASH_SIZE];
    struct kam_model *model;
    struct kam_binding binding;
    struct kam_arena arena = {.chunks = NULL};
    enum kam_status status = kam_model_load_text(&model, "m", text, &override, 1, error);

    if (!status)
        status = kam_binding_make(&binding, &model->admits.items[0].when, names,
                                  sizeof names / sizeof *names, 2026 * 12 + 9, &arena, error);
    if (!status)
        status = kam_model_hash_tier(model, hash, error);
    kam_arena_free(&arena);
    kam_model_free(model);
    return status ? status : KAM_END;
}

static void a_model_runs_out_of_memory(void **state)
{
    (void)state;
    assert_true(sweep(load_model) > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reader_runs_out_of_memory),
        cmocka_unit_test(a_table_runs_out_of_memory),
        cmocka_unit_test(a_model_runs_out_of_memory),
    };

    return cmocka_run_group_tests_name("nomem", tests, NULL, NULL);
}
