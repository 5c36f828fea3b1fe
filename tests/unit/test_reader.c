/* Records, headers, delimiters, errors. The notation is that of records.h. */
#include "readers.h"

static void check(const char *text, size_t width, const char *expected)
{
    check_text(kam_text_of(text), ',', width, expected);
}

static void records_come_out_of_any_blocks(void **state)
{
    (void)state;
    check("a,b\r\n\"c\r\n\",d\n\ne\n", 2, "1[a][b]\n2[c\r\n][d]\n5-[e]\n1 blank\nend\n");
    check("\xEF\xBB\xBF\"a\",b\n\xE5\xAE\xA2,\xF0\xA0\x80\x80", 2,
          "1[a][b]\n2[\xE5\xAE\xA2][\xF0\xA0\x80\x80]\n0 blank\nend\n");
    check("\xEF\xBB\xBF", 2, "0 blank\nend\n");
    check("", 2, "0 blank\nend\n");
    check("\n\r\n", 2, "2 blank\nend\n");
}

static void bytes_that_are_not_utf8_are_an_error_with_their_line(void **state)
{
    (void)state;
    check("a\n\xE5\xAE\xA2\n\n\xE5\xAE,b\n", 0,
          "1[a]\n2[\xE5\xAE\xA2]\n1 blank\n"
          "bill.csv:4: not UTF-8 at byte 8: '\\xE5\\xAE,b'; the file looks like --encoding "
          "GB18030\n");
    /* Half a record before it isn't one. */
    check("a,b\r\nc,\"\r\n\xFF", 2,
          "1[a][b]\n0 blank\nbill.csv:3: not UTF-8 at byte 11: '\\xFF'; the file looks like "
          "--encoding WINDOWS-1252\n");
    check("a\r\xC3", 0,
          "1[a]\n0 blank\nbill.csv:2: not UTF-8 at byte 3: '\\xC3' (the file ends inside a "
          "character)\n");
    check("\xFF\n", 0,
          "0 blank\nbill.csv:1: not UTF-8 at byte 1: '\\xFF\\x0A'; the file looks like --encoding "
          "WINDOWS-1252\n");
}

static void the_header_is_read_before_the_columns_are_chosen(void **state)
{
    struct kam_text text = KAM_TEXT("Bills of October\n\nid,name,amount\n1,x,2.50\n3,y\n");
    const size_t columns[] = {0, 2};
    const struct kam_text *fields;
    size_t count;
    uint64_t line;
    enum kam_status status;

    (void)state;
    for (size_t block = 0; block <= 64; block += 4) {
        struct kam_reader *reader = open_text(text, block, 0, ',');
        assert_int_equal(kam_reader_record(reader, &fields, &count, &line, NULL), KAM_OK);
        assert_int_equal(count, 1);
        assert_int_equal(line, 1);
        assert_int_equal(kam_reader_record(reader, &fields, &count, &line, NULL), KAM_OK);
        assert_int_equal(count, 3);
        assert_int_equal(line, 3);
        assert_true(kam_text_equal(fields[2], KAM_TEXT("amount")));
        assert_int_equal(kam_reader_select(reader, count, columns, 2, NULL), KAM_OK);
        char *rest = read_rest(reader, &status, NULL);
        assert_string_equal(rest, "4[1][2.50]\n5-[3][y]\n");
        assert_int_equal(status, KAM_END);
        free(rest);
        assert_int_equal(kam_reader_record(reader, &fields, &count, &line, NULL), KAM_END);
        kam_reader_close(reader);
    }
}

static void a_broken_header_is_an_error_with_its_place(void **state)
{
    struct kam_reader *reader = open_text(KAM_TEXT("\n\"id\"x,name\n1,2\n"), 0, 0, ',');
    const struct kam_text *fields;
    struct kam_error error;
    size_t count;
    uint64_t line;

    (void)state;
    assert_int_equal(kam_reader_record(reader, &fields, &count, &line, &error), KAM_DATA);
    assert_string_equal(error.file, "bill.csv");
    assert_int_equal(error.order, 3);
    assert_int_equal(error.line, 2);
    assert_non_null(strstr(error.text, "bytes behind a closing quote"));
    kam_reader_close(reader);
}

static void the_delimiter_is_the_most_frequent_in_the_first_line(void **state)
{
    static const struct {
        const char *text;
        char delimiter;
    } cases[] = {
        {"", ','},
        {"id\n", ','},
        {"a,b;c\n", ','}, /* a tie: the earlier one */
        {"a;b|c|d\n,,,,", '|'},
        {"\n\r\n\na\tb\n", '\t'},
        {"a;b\r,,,,", ';'},
        {"\"a,b,c,d\";e", ';'},
        {"\"a\n,,,\"|\"b\"\n", '|'},
        {"\"x\"\"y,,\";z", ';'},
        {"\"\";z,\n", ','},
        {"12\" pipe;b;c,d\"\n", ';'}, /* a quote within a field hides nothing */
        {"size 12\"\";a\";b,c\n", ';'},
        {"a;=\"0,0\";b\n", ';'},
        {"\"never closed,,,\n;", ','},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found = kam_reader_guess_delimiter(kam_text_of(cases[i].text));
        if (found != cases[i].delimiter)
            fail_msg("%s: '%c'", cases[i].text, found);
        struct kam_reader *reader = open_text(kam_text_of(cases[i].text), 0, 0, 0);
        assert_int_equal(kam_reader_delimiter(reader), cases[i].delimiter);
        kam_reader_close(reader);
    }
}

static void the_delimiter_may_be_changed_before_the_first_record(void **state)
{
    struct kam_reader *reader = open_text(KAM_TEXT("title,of,it\na;b\n"), 0, 0, 0);
    enum kam_status status;

    (void)state;
    assert_int_equal(kam_reader_delimiter(reader), ',');
    assert_true(kam_text_starts_with(kam_reader_peek(reader), KAM_TEXT("title,of,it\na;b\n")));
    assert_int_equal(kam_reader_set_delimiter(reader, ';', NULL), KAM_OK);
    assert_int_equal(kam_reader_delimiter(reader), ';');
    char *records = read_rest(reader, &status, NULL);
    assert_string_equal(records, "1[title,of,it]\n2[a][b]\n");
    free(records);
    kam_reader_close(reader);
}

static void a_file_that_fits_into_the_first_block_is_known_to(void **state)
{
    static const struct {
        struct kam_text bytes;
        const char *encoding;
        bool is_all;
    } cases[] = {
        {{"", 0}, NULL, true},
        {{"\xEF\xBB\xBF", 3}, NULL, true},
        {{"a,b\n", 4}, NULL, true},
        {{"a,b\nc,d\n", 8}, NULL, true},
        {{"a,b\nc,d\ne", 9}, NULL, false},
        {{"a,b\n\xFF", 5}, NULL, false},
        {{"a,b\n\xC3", 5}, NULL, false},
        {{"\xFF", 1}, NULL, false},
        {{"\x1F\x8B\x08", 3}, NULL, false},
        {{"ab\xEC", 3}, "CP1258", true}, /* a letter and an accent that were kept back */
        {{"\xFF\xFE"
          "a\0b\0",
          6},
         NULL,
         true},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct kam_reader_options options = {
            .input = {.block_size = 4, .first_block = 8, .encoding = cases[i].encoding}};
        struct kam_reader *reader;
        enum kam_status status;
        assert_int_equal(kam_reader_open_memory(&reader, "x", cases[i].bytes, &options, NULL),
                         KAM_OK);
        if (kam_reader_peek_is_all(reader) != cases[i].is_all)
            fail_msg("case %zu", i);
        if (cases[i].is_all && cases[i].encoding)
            assert_true(kam_text_equal(kam_reader_peek(reader), KAM_TEXT("ab\xCC\x81")));
        free(read_rest(reader, &status, NULL));
        kam_reader_close(reader);
    }
}

static void lines_of_delimiters_may_be_blank(void **state)
{
    static const struct {
        const char *text, *records;
    } cases[] = {
        {",,,\na,b\n,\r\n,,,,,,,,,,,,,,,\r,b\nc,\n,", "2[a][b]\n5[][b]\n6[c][]\n4 blank\nend\n"},
        {",,", "1 blank\nend\n"},
        {"\n,\n\n,\n", "4 blank\nend\n"},
        /* Quotes and spaces make a record of a line, and a quoted line is part of one. */
        {",\"\"\n\"\",\n , \n, \n\"\n,,\n\",\n",
         "1[][]\n2[][]\n3[ ][ ]\n4[][ ]\n5[\n,,\n][]\n0 blank\nend\n"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t size = 0; size < 40; size++)
            for (size_t width = 0; width <= 2; width += 2) {
                const struct kam_reader_options options = {.input = {.block_size = size / 2},
                                                           .delimiter = ',',
                                                           .blank = KAM_BLANK_RECORDS,
                                                           .chunk_size = size % 2 ? size : 0};
                const size_t columns[] = {0, 1};
                struct kam_reader *reader;
                enum kam_status status;
                struct kam_buffer found = {NULL, 0, 0};
                assert_int_equal(kam_reader_open_memory(&reader, "x", kam_text_of(cases[i].text),
                                                        &options, NULL),
                                 KAM_OK);
                assert_int_equal(kam_reader_select(reader, width, columns, width, NULL), KAM_OK);
                char *records = read_rest(reader, &status, NULL);
                assert_true(kam_buffer_printf(&found, "%s%llu blank\nend\n", records,
                                              (unsigned long long)kam_reader_blank_lines(reader)));
                assert_string_equal(found.ptr, cases[i].records);
                free(records);
                kam_buffer_free(&found);
                kam_reader_close(reader);
            }
}

struct seen {
    unsigned calls;
    uint64_t line;
};

static void on_block(void *context, const struct kam_input *input, uint64_t line)
{
    struct seen *seen = context;

    assert_true(line >= seen->line);
    assert_int_equal(kam_input_size(input), 12);
    assert_true(kam_input_bytes(input) <= 12);
    seen->calls++;
    seen->line = line;
}

static void progress_is_told_once_a_block(void **state)
{
    struct seen seen = {0, 0};
    const struct kam_reader_options options = {
        .input = {.block_size = 4}, .delimiter = ',', .on_block = on_block, .context = &seen};
    struct kam_reader *reader;
    enum kam_status status;

    (void)state;
    assert_int_equal(
        kam_reader_open_memory(&reader, "x", KAM_TEXT("a,b\nc,d\ne,f\n"), &options, NULL), KAM_OK);
    free(read_rest(reader, &status, NULL));
    assert_int_equal(seen.calls, 3);
    assert_int_equal(seen.line, 3);
    kam_reader_close(reader);
}

static void files_that_cannot_be_read_are_errors(void **state)
{
    const struct kam_reader_options options = {.delimiter = ','};
    struct kam_reader *reader;
    struct kam_error error;

    (void)state;
    assert_int_equal(kam_reader_open(&reader, "/nonexistent/x", &options, &error), KAM_IO);
    assert_string_equal(error.file, "/nonexistent/x");
    assert_int_equal(kam_reader_open(&reader, "/", &options, &error), KAM_IO);
    assert_string_equal(error.text, "cannot open: Is a directory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_come_out_of_any_blocks),
        cmocka_unit_test(bytes_that_are_not_utf8_are_an_error_with_their_line),
        cmocka_unit_test(the_header_is_read_before_the_columns_are_chosen),
        cmocka_unit_test(a_broken_header_is_an_error_with_its_place),
        cmocka_unit_test(the_delimiter_is_the_most_frequent_in_the_first_line),
        cmocka_unit_test(the_delimiter_may_be_changed_before_the_first_record),
        cmocka_unit_test(a_file_that_fits_into_the_first_block_is_known_to),
        cmocka_unit_test(lines_of_delimiters_may_be_blank),
        cmocka_unit_test(progress_is_told_once_a_block),
        cmocka_unit_test(files_that_cannot_be_read_are_errors),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
