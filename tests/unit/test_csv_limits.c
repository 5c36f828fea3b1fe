/* The longest record and the one of most fields. The notation is that of records.h. */
#include "pieces.h"

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

/* How much is pushed at a time. With sanitizers each of them takes 15 seconds: the two extremes. */
#ifdef __SANITIZE_ADDRESS__
static const size_t chunks[] = {SIZE_MAX, 65536};
#else
static const size_t chunks[] = {SIZE_MAX, LONGEST, LONGEST - 1, 1000003, 65536};
#endif

/* The lines that begin records and faults of TEXT, with their marks and lengths. */
static void check_outline(char *text, size_t fields, const char *expected)
{
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_may_be_16_mib_long),
        cmocka_unit_test(a_quote_open_for_16_mib_is_a_fault),
        cmocka_unit_test(a_record_that_is_too_long_is_known_at_once),
        cmocka_unit_test(records_may_have_65536_fields),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
