/*
 * A parse is shown as text, so that expectations read like the input: "1[a][b]" is a good record
 * that begins at line 1, "2![a]" a ragged one, "3!{raw bytes}" one with a broken quote.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/csv.h"

#include <stdlib.h>

enum { ANY_WIDTH = 0 };

/* What a parse gave, and how. */
struct shown {
    struct kam_buffer text;
    uint64_t last_line, blank_lines;
};

static void show_record(struct kam_buffer *out, uint64_t line, const char *mark,
                        const struct kam_text *fields, size_t count)
{
    assert_true(kam_buffer_printf(out, "%llu%s", (unsigned long long)line, mark));
    for (size_t i = 0; i < count; i++)
        assert_true(kam_buffer_add_byte(out, '[') && kam_buffer_add(out, fields[i]) &&
                    kam_buffer_add_byte(out, ']'));
    assert_true(kam_buffer_add_byte(out, '\n'));
}

static void show_fault(struct kam_buffer *out, const struct kam_csv_fault *fault)
{
    if (fault->field_count)
        show_record(out, fault->line, "!", fault->fields, fault->field_count);
    else
        assert_true(kam_buffer_printf(out, "%llu!{", (unsigned long long)fault->line) &&
                    kam_buffer_add(out, fault->fields[0]) && kam_buffer_printf(out, "}\n"));
}

static void show_batch(struct kam_csv *csv, struct kam_buffer *out)
{
    struct kam_csv_batch batch;
    size_t f = 0;

    assert_int_equal(kam_csv_take(csv, &batch, NULL), KAM_OK);
    for (size_t r = 0; r < batch.count; r++) {
        while (f < batch.fault_count && batch.faults[f].line < batch.lines[r])
            show_fault(out, &batch.faults[f++]);
        show_record(out, batch.lines[r], "", batch.cells + r * batch.width, batch.width);
    }
    while (f < batch.fault_count)
        show_fault(out, &batch.faults[f++]);
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

/* INPUT comes out as EXPECTED, however it is cut. */
static void check_as(const char *input, char delimiter, size_t fields, const char *expected)
{
    struct kam_text text = kam_text_of(input);

    for (size_t chunk = text.len + 1; chunk > 0; chunk--) {
        struct shown shown = parse(text, delimiter, fields, chunk);
        assert_string_equal(shown.text.ptr, expected);
        kam_buffer_free(&shown.text);
    }
}

static void check(const char *input, const char *expected)
{
    check_as(input, ',', ANY_WIDTH, expected);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotes_in_an_unquoted_field_are_bytes),
        cmocka_unit_test(a_quoted_field_behind_such_a_field_is_strict_again),
    };

    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
