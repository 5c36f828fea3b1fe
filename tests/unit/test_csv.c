/* Records, their fields and quotes. The notation is that of records.h. */
#include "pieces.h"

#include <stdio.h>

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
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
