#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/writer.h"
#include "temporary.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct kam_writer_options csv = {.delimiter = ','};
static const struct kam_writer_options tsv = {.delimiter = '\t'};
static const struct kam_writer_options excel = {.delimiter = ',', .excel = true};
static const struct kam_writer_options excel_tsv = {.delimiter = '\t', .excel = true};

/* A writer into a temporary file, and what came out of it. */
struct fixture {
    struct kam_output *output;
    struct kam_writer writer;
    char name[TEMPORARY_PATH];
    char written[4096];
};

static void begin(struct fixture *f, const struct kam_writer_options *options)
{
    temporary_file(f->name, "");
    assert_int_equal(kam_output_open(&f->output, f->name, false, NULL), KAM_OK);
    kam_writer_init(&f->writer, f->output, options);
}

static const char *end(struct fixture *f)
{
    assert_int_equal(kam_output_commit(f->output, NULL), KAM_OK);
    int fd = open(f->name, O_RDONLY);
    ssize_t n = read(fd, f->written, sizeof f->written - 1);
    assert_true(n >= 0);
    f->written[n] = '\0';
    close(fd);
    assert_int_equal(unlink(f->name), 0);
    return f->written;
}

/* One row of one cell, between two others so that a cell may be empty. */
static void assert_cell(const struct kam_writer_options *options, enum kam_cell_kind kind,
                        const char *cell, const char *expected)
{
    struct fixture f;
    char row[256];
    const char *mark = options->excel ? "\xEF\xBB\xBF" : "";

    begin(&f, options);
    kam_writer_cell(&f.writer, KAM_TEXT("1"), KAM_CELL_NUMBER);
    kam_writer_cell(&f.writer, kam_text_of(cell), kind);
    kam_writer_cell(&f.writer, KAM_TEXT("2"), KAM_CELL_NUMBER);
    kam_writer_end_row(&f.writer);
    snprintf(row, sizeof row, "%s1%c%s%c2%s", mark, options->delimiter, expected,
             options->delimiter, options->excel ? "\r\n" : "\n");
    assert_string_equal(end(&f), row);
}

struct example {
    const char *cell, *expected;
};

static void quotes_stand_only_where_needed(void **state)
{
    static const struct example examples[] = {
        {"", ""},
        {"plain", "plain"},
        {" spaces kept ", " spaces kept "},
        {"a\tb", "a\tb"},
        {"a,b", "\"a,b\""},
        {"\"", "\"\"\"\""},
        {"say \"hi\"", "\"say \"\"hi\"\"\""},
        {"\"\"x", "\"\"\"\"\"x\""},
        {"two\nlines", "\"two\nlines\""},
        {"cr\r", "\"cr\r\""},
        {"\r\n", "\"\r\n\""},
        {"a;b|c'd\\", "a;b|c'd\\"},
        {"客户,一", "\"客户,一\""},
        {"=1+1", "=1+1"},
        {"\xA3\xAC", "\xA3\xAC"},
    };
    static const enum kam_cell_kind kinds[] = {KAM_CELL_TEXT, KAM_CELL_ID, KAM_CELL_MONTH};

    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            assert_cell(&csv, kinds[k], examples[i].cell, examples[i].expected);
}

static void tab_needs_quotes_in_tsv_and_comma_does_not(void **state)
{
    (void)state;
    assert_cell(&tsv, KAM_CELL_TEXT, "a,b", "a,b");
    assert_cell(&tsv, KAM_CELL_TEXT, "a\tb", "\"a\tb\"");
    assert_cell(&tsv, KAM_CELL_TEXT, "\"", "\"\"\"\"");
    assert_cell(&tsv, KAM_CELL_TEXT, "a\nb", "\"a\nb\"");
}

static void bytes_of_zero_are_kept(void **state)
{
    struct fixture f;

    (void)state;
    begin(&f, &csv);
    kam_writer_cell(&f.writer, (struct kam_text){"a\0,b", 4}, KAM_CELL_TEXT);
    kam_writer_end_row(&f.writer);
    assert_memory_equal(end(&f), "\"a\0,b\"\n", 8);
}

static void row_of_one_empty_cell_is_no_blank_line(void **state)
{
    struct fixture f;

    (void)state;
    begin(&f, &csv);
    kam_writer_cell(&f.writer, KAM_TEXT("h"), KAM_CELL_TEXT);
    kam_writer_end_row(&f.writer);
    kam_writer_cell(&f.writer, KAM_TEXT(""), KAM_CELL_TEXT);
    kam_writer_end_row(&f.writer);
    kam_writer_cell(&f.writer, KAM_TEXT("x"), KAM_CELL_TEXT);
    kam_writer_end_row(&f.writer);
    kam_writer_cell(&f.writer, KAM_TEXT(""), KAM_CELL_TEXT);
    kam_writer_cell(&f.writer, KAM_TEXT(""), KAM_CELL_NUMBER);
    kam_writer_end_row(&f.writer);
    assert_string_equal(end(&f), "h\n\"\"\nx\n,\n");
}

static void empty_id_alone_in_a_row_is_no_blank_line_for_excel(void **state)
{
    struct fixture f;

    (void)state;
    begin(&f, &excel);
    kam_writer_cell(&f.writer, KAM_TEXT(""), KAM_CELL_ID);
    kam_writer_end_row(&f.writer);
    assert_string_equal(end(&f), "\xEF\xBB\xBF\"\"\r\n");
}

static void excel_has_one_mark_and_crlf(void **state)
{
    const struct kam_writer_options *const both[] = {&excel, &excel_tsv};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct fixture f;
        begin(&f, both[i]);
        for (int row = 0; row < 2; row++) {
            kam_writer_cell(&f.writer, KAM_TEXT("a"), KAM_CELL_TEXT);
            kam_writer_cell(&f.writer, KAM_TEXT("b"), KAM_CELL_TEXT);
            kam_writer_end_row(&f.writer);
        }
        assert_string_equal(end(&f), i ? "\xEF\xBB\xBF"
                                         "a\tb\r\na\tb\r\n"
                                       : "\xEF\xBB\xBF"
                                         "a,b\r\na,b\r\n");
    }
}

static void excel_keeps_ids_and_months_as_text(void **state)
{
    static const struct example examples[] = {
        {"", ""},
        {"00123", "\"=\"\"00123\"\"\""},
        {"2026-10", "\"=\"\"2026-10\"\"\""},
        {"a,b", "\"=\"\"a,b\"\"\""},
        {"a\"b", "\"=\"\"a\"\"\"\"b\"\"\""},
        {"=1", "\"=\"\"=1\"\"\""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        assert_cell(&excel, KAM_CELL_ID, examples[i].cell, examples[i].expected);
        assert_cell(&excel, KAM_CELL_MONTH, examples[i].cell, examples[i].expected);
        assert_cell(&excel_tsv, KAM_CELL_ID, examples[i].cell, examples[i].expected);
    }
}

static void excel_makes_formulas_safe(void **state)
{
    static const struct example examples[] = {
        {"", ""},
        {"plain", "plain"},
        {"a=b", "a=b"},
        {"=1+1", "'=1+1"},
        {"+49 30", "'+49 30"},
        {"+1", "'+1"},
        {"-", "'-"},
        {"-x", "'-x"},
        {"-1", "-1"},
        {"-1234.50", "-1234.50"},
        {"-1.", "'-1."},
        {"-.5", "'-.5"},
        {"-1+cmd", "'-1+cmd"},
        {"-1.5.2", "'-1.5.2"},
        {"--1", "'--1"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"\tx", "'\tx"},
        {"\rx", "\"'\rx\""},
        {"=A1,\"x\"", "\"'=A1,\"\"x\"\"\""},
        {"＝1", "'＝1"},
        {"＋1", "'＋1"},
        {"－1", "'－1"},
        {"＠x", "'＠x"},
        {"，x", "，x"},
        {"'quoted'", "'quoted'"},
        {"'-1", "'-1"},
        {"'=1", "''=1"},
        {"''=1", "'''=1"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        assert_cell(&excel, KAM_CELL_TEXT, examples[i].cell, examples[i].expected);
    assert_cell(&excel_tsv, KAM_CELL_TEXT, "\tx", "\"'\tx\"");
}

static void apostrophes_of_excel_can_be_told_from_those_of_the_text(void **state)
{
    (void)state;
    assert_true(kam_writer_begins_formula(KAM_TEXT("=1")));
    assert_true(kam_writer_begins_formula(KAM_TEXT("'=1")));
    assert_false(kam_writer_begins_formula(KAM_TEXT("'-1")));
    assert_false(kam_writer_begins_formula(KAM_TEXT("'")));
    assert_false(kam_writer_begins_formula(KAM_TEXT("")));
}

static void excel_leaves_numbers_alone(void **state)
{
    (void)state;
    assert_cell(&excel, KAM_CELL_NUMBER, "-1234.50", "-1234.50");
    assert_cell(&excel, KAM_CELL_NUMBER, "", "");
}

/* The cell that I stands for, and what it is in a file: any length, some in quotes. */
static struct kam_text cell_of(uint64_t i, char *room, char *expected)
{
    size_t length = i % 97 == 0 ? 3000 + (size_t)(i % 3000) : (size_t)(i * 31 % 50);
    bool quoted = i % 5 == 0 && length;

    for (size_t c = 0; c < length; c++)
        room[c] = (char)('a' + (i + c) % 26);
    if (quoted)
        room[length / 2] = ',';
    snprintf(expected, 8000, quoted ? "\"%.*s\"" : "%.*s", (int)length, room);
    return (struct kam_text){room, length};
}

static void write_cell(struct kam_writer *writer, struct kam_text cell, uint64_t i)
{
    if (i % 3 || i % 5 == 0 || cell.len >= KAM_WRITER_IN_PLACE) {
        kam_writer_cell(writer, cell, KAM_CELL_TEXT);
        return;
    }
    char *at = kam_writer_begin(writer, cell.len + i % 7);
    if (cell.len)
        memcpy(at, cell.ptr, cell.len);
    kam_writer_end(writer, at + cell.len);
}

/* Rows of different numbers of cells, written in both ways, far beyond any buffer. */
static void cells_meet_the_end_of_the_buffer(void **state)
{
    enum { CELLS = 60000, WIDTH = 17 };
    static char room[8000], cell[8000], found[8000];
    struct fixture f;
    uint64_t i = 0;

    (void)state;
    begin(&f, &csv);
    for (; i < CELLS; i++) {
        write_cell(&f.writer, cell_of(i, room, cell), i);
        if (i % WIDTH == 0)
            kam_writer_end_row(&f.writer);
    }
    kam_writer_end_row(&f.writer);
    assert_int_equal(kam_output_commit(f.output, NULL), KAM_OK);
    FILE *file = fopen(f.name, "r");
    assert_non_null(file);
    for (i = 0; i < CELLS; i++) {
        struct kam_text text = cell_of(i, room, cell);
        if (i == 0 && !text.len)
            strcpy(cell, "\"\""); /* alone in its row */
        size_t length = strlen(cell);
        assert_int_equal(fread(found, 1, length, file), length);
        assert_memory_equal(found, cell, length);
        assert_int_equal(fgetc(file), i % WIDTH == 0 || i == CELLS - 1 ? '\n' : ',');
    }
    assert_int_equal(fgetc(file), EOF);
    fclose(file);
    assert_int_equal(unlink(f.name), 0);
}

/* An empty cell at the end of a row is none that is alone, wherever a buffer ends before it. */
static void empty_cells_meet_the_end_of_the_buffer(void **state)
{
    enum { ROWS = 30000, LONGEST = 16 };
    static const char text[] = "abcdefghijklmnop";
    struct fixture f;

    (void)state;
    for (size_t length = 0; length <= LONGEST; length++) {
        begin(&f, &csv);
        for (int row = 0; row < ROWS; row++) {
            kam_writer_cell(&f.writer, (struct kam_text){text, length}, KAM_CELL_TEXT);
            kam_writer_cell(&f.writer, KAM_TEXT(""), KAM_CELL_TEXT);
            kam_writer_end_row(&f.writer);
        }
        assert_int_equal(kam_output_commit(f.output, NULL), KAM_OK);
        struct stat file;
        assert_int_equal(stat(f.name, &file), 0);
        assert_int_equal(file.st_size, ROWS * (length + 2));
        assert_int_equal(unlink(f.name), 0);
    }
}

static void a_row_without_cells_is_a_blank_line(void **state)
{
    struct fixture f;

    (void)state;
    begin(&f, &csv);
    kam_writer_end_row(&f.writer);
    kam_writer_cell(&f.writer, KAM_TEXT("x"), KAM_CELL_TEXT);
    kam_writer_end_row(&f.writer);
    kam_writer_end_row(&f.writer);
    assert_string_equal(end(&f), "\nx\n\n");
}

static void a_failed_output_takes_what_is_written(void **state)
{
    struct kam_output *output;
    struct kam_writer writer;
    struct kam_error error;

    (void)state;
    assert_int_equal(kam_output_open(&output, "/dev/full", false, NULL), KAM_OK);
    kam_writer_init(&writer, output, &csv);
    for (int i = 0; i < 100000; i++) {
        kam_writer_cell(&writer, KAM_TEXT("some text"), KAM_CELL_TEXT);
        kam_writer_cell(&writer, KAM_TEXT("more, in quotes"), KAM_CELL_TEXT);
        kam_writer_end_row(&writer);
    }
    assert_true(kam_output_failed(output));
    assert_int_equal(kam_output_commit(output, &error), KAM_IO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotes_stand_only_where_needed),
        cmocka_unit_test(tab_needs_quotes_in_tsv_and_comma_does_not),
        cmocka_unit_test(bytes_of_zero_are_kept),
        cmocka_unit_test(row_of_one_empty_cell_is_no_blank_line),
        cmocka_unit_test(empty_id_alone_in_a_row_is_no_blank_line_for_excel),
        cmocka_unit_test(excel_has_one_mark_and_crlf),
        cmocka_unit_test(excel_keeps_ids_and_months_as_text),
        cmocka_unit_test(excel_makes_formulas_safe),
        cmocka_unit_test(apostrophes_of_excel_can_be_told_from_those_of_the_text),
        cmocka_unit_test(excel_leaves_numbers_alone),
        cmocka_unit_test(cells_meet_the_end_of_the_buffer),
        cmocka_unit_test(empty_cells_meet_the_end_of_the_buffer),
        cmocka_unit_test(a_row_without_cells_is_a_blank_line),
        cmocka_unit_test(a_failed_output_takes_what_is_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
