/* The notation of records is that of records.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "records.h"

#include <stdio.h>
#include <stdlib.h>

enum { ANY_WIDTH = 0 };

/* What a parse gave, and how. */
struct shown {
    struct kam_buffer text;
    uint64_t last_line, blank_lines;
};

static void show_batch(struct kam_csv *csv, struct kam_buffer *out)
{
    struct kam_csv_batch batch;

    assert_int_equal(kam_csv_take(csv, &batch, NULL), KAM_OK);
    records_show_batch(out, &batch);
}

/* Push INPUT in pieces of CHUNK bytes. */
static struct shown parse(struct kam_text input, char delimiter, size_t fields, size_t chunk)
{
    struct shown shown = {{NULL, 0, 0}, 0, 0};
    struct kam_csv *csv;
    size_t *all = calloc(fields + 1, sizeof *all);

    assert_non_null(all);
    for (size_t i = 0; i < fields; i++)
        all[i] = i;
    assert_int_equal(kam_csv_open(&csv, delimiter, 1, NULL), KAM_OK);
    assert_int_equal(kam_csv_select(csv, fields, all, fields, NULL), KAM_OK);
    for (bool at_end = false; !at_end;) {
        struct kam_text piece = {input.ptr, chunk < input.len ? chunk : input.len};
        input.ptr += piece.len;
        input.len -= piece.len;
        at_end = piece.len == 0;
        bool full = true;
        while (full) {
            assert_int_equal(kam_csv_push(csv, &piece, at_end, &full, NULL), KAM_OK);
            if (full || at_end)
                show_batch(csv, &shown.text);
        }
        assert_int_equal(piece.len, 0);
    }
    shown.last_line = kam_csv_line(csv);
    shown.blank_lines = kam_csv_blank_lines(csv);
    kam_csv_close(csv);
    free(all);
    assert_true(kam_buffer_add_byte(&shown.text, '\0'));
    return shown;
}

/* INPUT comes out as the reference says, however it is cut. */
static struct kam_buffer check_reference(struct kam_text input, char delimiter, size_t fields)
{
    struct kam_buffer expected = {NULL, 0, 0};
    uint64_t last_line, blank_lines;

    records_reference(&expected, input, delimiter, fields, &last_line, &blank_lines);
    assert_true(kam_buffer_add_byte(&expected, '\0'));
    for (size_t chunk = input.len + 1; chunk > 0; chunk--) {
        struct shown shown = parse(input, delimiter, fields, chunk);
        assert_string_equal(shown.text.ptr, expected.ptr);
        assert_int_equal(shown.last_line, last_line);
        assert_int_equal(shown.blank_lines, blank_lines);
        kam_buffer_free(&shown.text);
    }
    return expected;
}

/* INPUT comes out as EXPECTED; and whatever the width, as the reference says. */
static struct shown check_text(struct kam_text input, char delimiter, size_t fields,
                               const char *expected)
{
    for (size_t width = 0; width <= 3; width++) {
        struct kam_buffer records = check_reference(input, delimiter, width);
        if (width == fields)
            assert_string_equal(records.ptr, expected);
        kam_buffer_free(&records);
    }
    struct shown shown = parse(input, delimiter, fields, input.len);
    kam_buffer_free(&shown.text);
    return shown;
}

static struct shown check_as(const char *input, char delimiter, size_t fields, const char *expected)
{
    return check_text(kam_text_of(input), delimiter, fields, expected);
}

static struct shown check(const char *input, const char *expected)
{
    return check_as(input, ',', ANY_WIDTH, expected);
}

static void every_line_end_ends_a_record(void **state)
{
    (void)state;
    check("a,b\nc,d\n", "1[a][b]\n2[c][d]\n");
    check("a,b\r\nc,d\r\n", "1[a][b]\n2[c][d]\n");
    check("a,b\rc,d\r", "1[a][b]\n2[c][d]\n");
    check("a\nb\r\nc\rd\n\re", "1[a]\n2[b]\n3[c]\n4[d]\n6[e]\n");
    check("a\r\r\nb\n\n\rc", "1[a]\n3[b]\n6[c]\n");
}

static void the_last_line_end_may_be_missing(void **state)
{
    (void)state;
    check("a,b", "1[a][b]\n");
    check("a,", "1[a][]\n");
    check("\"a\"", "1[a]\n");
    check("\"\"", "1[]\n");
    check("a\n\"b\"\"\"", "1[a]\n2[b\"]\n");
    check("", "");
    assert_int_equal(check("a", "1[a]\n").last_line, 1);
    assert_int_equal(check("a\n", "1[a]\n").last_line, 2);
    assert_int_equal(check("a\r\n", "1[a]\n").last_line, 2);
}

static void empty_lines_are_counted(void **state)
{
    (void)state;
    assert_int_equal(check("\n\r\n\ra\n\n\n", "4[a]\n").blank_lines, 5);
    assert_int_equal(check("\n", "").blank_lines, 1);
    assert_int_equal(check("\r\n", "").blank_lines, 1);
    /* Quotes, a space or a delimiter make a record of a line. */
    assert_int_equal(check("\"\"\n \n,\n", "1[]\n2[ ]\n3[][]\n").blank_lines, 0);
    assert_int_equal(check("\"a\n\n\nb\"\n", "1[a\n\n\nb]\n").blank_lines, 0);
}

static void fields_are_taken_as_they_are(void **state)
{
    (void)state;
    check(" a ,\tb\t, \n", "1[ a ][\tb\t][ ]\n");
    check(",,\n", "1[][][]\n");
    check("\"\",\"\"\n", "1[][]\n");
    check("a'b,'c,d'\n", "1[a'b]['c][d']\n");
    const char nul[] = "a\0b,c\n";
    struct shown shown = parse((struct kam_text){nul, sizeof nul - 1}, ',', 2, 3);
    assert_memory_equal(shown.text.ptr, "1[a\0b][c]\n", 11);
    kam_buffer_free(&shown.text);
}

static void quoted_fields_hold_anything(void **state)
{
    (void)state;
    check("\"a,b\",\"c\"\"d\"\n", "1[a,b][c\"d]\n");
    check("\"\"\"\",\"\"\"a\"\"\"\n", "1[\"][\"a\"]\n");
    check("\" a \"\n", "1[ a ]\n");
    check("\"a\nb\",c\n\"d\re\"\n\"f\r\ng\"\nh\n", "1[a\nb][c]\n3[d\re]\n5[f\r\ng]\n7[h]\n");
    check("\"\n\",\"\r\n\"\r\nx", "1[\n][\r\n]\n4[x]\n");
}

static void other_delimiters_follow_the_same_rules(void **state)
{
    const char delimiters[] = {'\t', ';', '|', ' ', '\x01'};

    (void)state;
    for (size_t i = 0; i < sizeof delimiters; i++) {
        char input[64], d = delimiters[i];
        snprintf(input, sizeof input, "a,%cb%c%c\"c%c\"\"\n\"%c\nx\"y\n", d, d, d, d, d);
        char expected[64];
        snprintf(expected, sizeof expected, "1[a,][b][][c%c\"\n][]\n3[x\"y]\n", d);
        check_as(input, d, ANY_WIDTH, expected);
    }
}

static void quotes_in_an_unquoted_field_are_bytes(void **state)
{
    (void)state;
    check("12\" pipe,2\n", "1[12\" pipe][2]\n");
    check("=\"00123\",5\n", "1[=\"00123\"][5]\n");
    check("a\"\"b,c\"\n", "1[a\"\"b][c\"]\n");
    /* Such a field ends at a delimiter or a line end, whatever its quotes. */
    check("a\"b,c\"d\ne\"f\r\n\"g\"", "1[a\"b][c\"d]\n2[e\"f]\n3[g]\n");
    /* White space isn't the beginning of a field's quotes. */
    check(" \"a\",\t\"b\"\n", "1[ \"a\"][\t\"b\"]\n");
}

static void a_quoted_field_behind_such_a_field_is_strict_again(void **state)
{
    (void)state;
    check("a\"b,\"c,\"\"d\"\ne\n", "1[a\"b][c,\"d]\n2[e]\n");
    check("a\"b,\"c\"d\ne,f\n", "1!{a\"b,\"c\"d}\n2[e][f]\n");
    check("a\"b\n\"c\"d\ne,f\n", "1[a\"b]\n2!{\"c\"d}\n3[e][f]\n");
}

static void bytes_behind_a_closing_quote_are_a_fault(void **state)
{
    (void)state;
    check("\"a\"b,c\nd\n", "1!{\"a\"b,c}\n2[d]\n");
    check("\"a\" ,c\r\nd\n", "1!{\"a\" ,c}\n2[d]\n");
    check("\"a\" \"b\"\rd", "1!{\"a\" \"b\"}\n2[d]\n");
    check("x\n\"a\"b", "1[x]\n2!{\"a\"b}\n");
    /* What follows on that line is given up, too, quotes and all. */
    check("\"a\"b,\"c\nd\"\n", "1!{\"a\"b,\"c}\n2[d\"]\n");
    /* The fault begins where the record does and ends where it broke. */
    check("w\nx,\"a\nb\"c\nd\n\ne", "1[w]\n2!{x,\"a\nb\"c}\n4[d]\n6[e]\n");
    check("\"a\r\nb\"c\r\n\r\nd", "1!{\"a\r\nb\"c}\n4[d]\n");
    check("\"a\"b\n\"c\"d\n", "1!{\"a\"b}\n2!{\"c\"d}\n");
}

static void a_quote_never_closed_is_a_fault(void **state)
{
    (void)state;
    check("\"", "1?{\"}\n");
    check("\"\n", "1?{\"}\n");
    check("a\n\"b,c\nd\ne\n", "1[a]\n2?{\"b,c\nd\ne}\n");
    check("a,\"b\r\n\r\n", "1?{a,\"b\r\n}\n");
    check("a,\"b\"\"", "1?{a,\"b\"\"}\n");
    assert_int_equal(check("a\n\"b\n\nc", "1[a]\n2?{\"b\n\nc}\n").last_line, 4);
}

static void ragged_records_are_faults_with_all_their_fields(void **state)
{
    (void)state;
    check_as("a,b\nc\nd,e,f\n\ng,h\n", ',', 2, "1[a][b]\n2-[c]\n3+[d][e][f]\n5[g][h]\n");
    check_as("\"\n\"\n,,\"\"\n", ',', 2, "1-[\n]\n3+[][][]\n");
    check_as("a,b,c", ',', 1, "1+[a][b][c]\n");
    check_as("a\n\"b\"c\n,\nd\n", ',', 1, "1[a]\n2!{\"b\"c}\n3+[][]\n4[d]\n");
}

/* LENGTH bytes that begin with HEAD and end with TAIL, 'x' between them. */
static char *long_text(size_t length, const char *head, const char *tail)
{
    char *text = malloc(length + 1);

    assert_non_null(text);
    memset(text, 'x', length);
    for (size_t i = 0; head[i]; i++)
        text[i] = head[i];
    memcpy(text + length - strlen(tail), tail, strlen(tail) + 1);
    return text;
}

enum { LONGEST = KAM_CSV_LONGEST_RECORD, MOST = KAM_CSV_MOST_FIELDS };

/* The lines that begin records and faults of TEXT, with their marks and lengths. */
static void check_outline(char *text, size_t fields, const char *expected)
{
    static const size_t chunks[] = {SIZE_MAX, LONGEST, LONGEST - 1, 1000003, 65536};

    for (size_t i = 0; i < sizeof chunks / sizeof *chunks; i++) {
        struct shown shown = parse(kam_text_of(text), ',', fields, chunks[i]);
        struct kam_buffer outline = {NULL, 0, 0};
        struct kam_text rest = kam_buffer_text(&shown.text);
        bool more = true;
        while (more) {
            struct kam_text line = kam_text_split(&rest, '\n', &more);
            if (more)
                assert_true(
                    kam_buffer_printf(&outline, "%.2s %zu\n", line.len ? line.ptr : "", line.len));
        }
        assert_string_equal(outline.ptr, expected);
        kam_buffer_free(&outline);
        kam_buffer_free(&shown.text);
    }
    free(text);
}

static void check_long(char *text, const char *expected)
{
    check_outline(text, 2, expected);
}

static void records_may_be_16_mib_long(void **state)
{
    (void)state;
    check_long(long_text(LONGEST + 5, "a,", "\nb,c\n"), "1[ 16777220\n2[ 7\n");
    check_long(long_text(LONGEST + 6, "a,", "\nb,c\n"), "1> 16777220\n2[ 7\n");
    check_long(long_text(LONGEST + 6, "a,", "\r\nb,c\n"), "1[ 16777220\n2[ 7\n");
    check_long(long_text(LONGEST + 2, "a,", "b"), "1> 16777220\n");
    check_long(long_text(LONGEST, "a,", "b"), "1[ 16777220\n");
    /* Three times as long, and its end is just a line. */
    check_long(long_text((size_t)3 * LONGEST, "a,b\nc\"d,", "\ne,f"), "1[ 7\n2> 16777220\n3[ 7\n");
    /* Bytes behind a closing quote on a line that is too long: the length comes first. */
    check_long(long_text(LONGEST + 100, "\"a\"", "\nb,c"), "1> 16777220\n2[ 7\n");
}

static void a_quote_open_for_16_mib_is_a_fault(void **state)
{
    (void)state;
    check_long(long_text(LONGEST + 100, "a,b\nc,\"\n", "\"\ne,f\n"),
               "1[ 7\n2> 6\nxx 16777213\n4[ 7\n");
}

/* Nobody waits for the end of such a line. */
static void a_record_that_is_too_long_is_known_at_once(void **state)
{
    char *text = long_text(LONGEST + 2, "", "");
    struct kam_text rest = {text, LONGEST + 1};
    struct kam_csv_batch batch;
    struct kam_csv *csv;
    bool full;

    (void)state;
    assert_int_equal(kam_csv_open(&csv, ',', 1, NULL), KAM_OK);
    assert_int_equal(kam_csv_push(csv, &rest, false, &full, NULL), KAM_OK);
    assert_true(full);
    assert_int_equal(kam_csv_take(csv, &batch, NULL), KAM_OK);
    assert_int_equal(batch.fault_count, 1);
    assert_int_equal(batch.faults[0].kind, KAM_FAULT_ENDLESS);
    assert_int_equal(batch.faults[0].fields[0].len, LONGEST);
    for (int i = 0; i < 100; i++) {
        rest = (struct kam_text){text, LONGEST};
        assert_int_equal(kam_csv_push(csv, &rest, false, &full, NULL), KAM_OK);
        assert_false(full);
    }
    rest = KAM_TEXT("\"\r\na,b\n");
    assert_int_equal(kam_csv_push(csv, &rest, true, &full, NULL), KAM_OK);
    assert_int_equal(kam_csv_take(csv, &batch, NULL), KAM_OK);
    assert_int_equal(batch.fault_count, 0);
    assert_int_equal(batch.count, 1);
    assert_int_equal(batch.lines[0], 2);
    assert_int_equal(kam_csv_blank_lines(csv), 0);
    kam_csv_close(csv);
    free(text);
}

/* COMMAS of them, and TAIL. */
static char *wide_text(size_t commas, const char *tail)
{
    char *text = malloc(commas + strlen(tail) + 1);

    assert_non_null(text);
    memset(text, ',', commas);
    memcpy(text + commas, tail, strlen(tail) + 1);
    return text;
}

static void records_may_have_65536_fields(void **state)
{
    (void)state;
    check_outline(wide_text(MOST - 1, "\nb,c"), ANY_WIDTH, "1[ 131073\n2[ 7\n");
    check_outline(wide_text(MOST, "\nb,c"), ANY_WIDTH, "1# 65540\n2[ 7\n");
    check_outline(wide_text(MOST, "\r\nb,c"), 2, "1# 65540\n2[ 7\n");
    check_outline(wide_text(MOST, ""), 2, "1# 65540\n");
    check_outline(wide_text(MOST - 1, ""), 2, "1+ 131074\n");
    check_outline(wide_text(MOST, "\n"), MOST + 1, "1# 65540\n");
    check_outline(wide_text(1000000, "\nb,c"), ANY_WIDTH, "1# 1000004\n2[ 7\n");
    /* Once it has too many, what follows on that line is given up, quotes and all. */
    check_outline(wide_text(MOST, "\"b\nc\",d\ne,f"), 2, "1# 65541\nc\" 5\n3[ 7\n");
    check_outline(wide_text(MOST, ",\"b\nc,d"), 2, "1# 65543\n2[ 7\n");
    check_outline(wide_text(MOST, "\"b\"c\nd,e\n"), 2, "1! 65544\n2[ 7\n");
    /* The length comes first. */
    check_outline(wide_text(LONGEST + 1, "\nb,c"), 2, "1> 16777220\n2[ 7\n");
}

static void only_the_columns_selected_are_kept(void **state)
{
    struct kam_text input = KAM_TEXT("a,b,c\nd\n\"e\",\"\",g\n");
    const size_t columns[] = {0, 2};
    struct kam_csv_batch batch;
    struct kam_csv *csv;
    bool full;

    (void)state;
    assert_int_equal(kam_csv_open(&csv, ',', 7, NULL), KAM_OK);
    assert_int_equal(kam_csv_select(csv, 3, columns, 2, NULL), KAM_OK);
    assert_int_equal(kam_csv_push(csv, &input, true, &full, NULL), KAM_OK);
    assert_false(full);
    assert_int_equal(kam_csv_take(csv, &batch, NULL), KAM_OK);
    assert_int_equal(batch.count, 2);
    assert_int_equal(batch.width, 2);
    assert_int_equal(batch.fault_count, 1);
    struct kam_buffer out = {NULL, 0, 0};
    records_show_batch(&out, &batch);
    assert_true(kam_buffer_add_byte(&out, '\0'));
    assert_string_equal(out.ptr, "7[a][c]\n8-[d]\n9[e][g]\n");
    kam_buffer_free(&out);
    kam_csv_close(csv);
}

/* Tools that only count rows select nothing. */
static void no_column_may_be_selected(void **state)
{
    struct kam_text input = KAM_TEXT("a,b\nc,d\n");
    struct kam_csv_batch batch;
    struct kam_csv *csv;
    bool full;

    (void)state;
    assert_int_equal(kam_csv_open(&csv, ',', 1, NULL), KAM_OK);
    assert_int_equal(kam_csv_select(csv, 2, NULL, 0, NULL), KAM_OK);
    assert_int_equal(kam_csv_push(csv, &input, true, &full, NULL), KAM_OK);
    assert_int_equal(kam_csv_take(csv, &batch, NULL), KAM_OK);
    assert_int_equal(batch.count, 2);
    assert_int_equal(batch.width, 0);
    kam_csv_close(csv);
}

static void a_batch_is_full_at_512_records_and_faults(void **state)
{
    struct kam_buffer lines = {NULL, 0, 0};
    struct kam_csv_batch batch;
    struct kam_csv *csv;
    const size_t column = 0;
    bool full;

    (void)state;
    for (int i = 0; i < 1100; i++)
        assert_true(kam_buffer_printf(&lines, i % 3 ? "a\n" : "a,b\n"));
    struct kam_text rest = kam_buffer_text(&lines);
    assert_int_equal(kam_csv_open(&csv, ',', 1, NULL), KAM_OK);
    assert_int_equal(kam_csv_select(csv, 1, &column, 1, NULL), KAM_OK);
    for (int expected = 1100; expected > 0; expected -= KAM_CSV_BATCH_ROWS) {
        assert_int_equal(kam_csv_push(csv, &rest, true, &full, NULL), KAM_OK);
        assert_int_equal(full, expected >= KAM_CSV_BATCH_ROWS);
        assert_int_equal(kam_csv_take(csv, &batch, NULL), KAM_OK);
        assert_int_equal(batch.count + batch.fault_count, full ? KAM_CSV_BATCH_ROWS : expected);
    }
    assert_int_equal(rest.len, 0);
    kam_csv_close(csv);
    kam_buffer_free(&lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_end_ends_a_record),
        cmocka_unit_test(the_last_line_end_may_be_missing),
        cmocka_unit_test(empty_lines_are_counted),
        cmocka_unit_test(fields_are_taken_as_they_are),
        cmocka_unit_test(quoted_fields_hold_anything),
        cmocka_unit_test(other_delimiters_follow_the_same_rules),
        cmocka_unit_test(quotes_in_an_unquoted_field_are_bytes),
        cmocka_unit_test(a_quoted_field_behind_such_a_field_is_strict_again),
        cmocka_unit_test(bytes_behind_a_closing_quote_are_a_fault),
        cmocka_unit_test(a_quote_never_closed_is_a_fault),
        cmocka_unit_test(ragged_records_are_faults_with_all_their_fields),
        cmocka_unit_test(records_may_be_16_mib_long),
        cmocka_unit_test(a_quote_open_for_16_mib_is_a_fault),
        cmocka_unit_test(a_record_that_is_too_long_is_known_at_once),
        cmocka_unit_test(records_may_have_65536_fields),
        cmocka_unit_test(only_the_columns_selected_are_kept),
        cmocka_unit_test(no_column_may_be_selected),
        cmocka_unit_test(a_batch_is_full_at_512_records_and_faults),
    };

    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
