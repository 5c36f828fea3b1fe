/* A reader is held to the second implementation of CSV, that of records.h. */
#include "base/utf8.h"
#include "readers.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static char *read_file(const char *path, struct kam_text *text)
{
    FILE *file = fopen(path, "rb");
    struct kam_buffer bytes = {NULL, 0, 0};
    int c;

    assert_non_null(file);
    while ((c = getc(file)) != EOF)
        assert_true(kam_buffer_add_byte(&bytes, (char)c));
    fclose(file);
    assert_non_null(bytes.ptr);
    *text = kam_buffer_text(&bytes);
    return bytes.ptr;
}

/* The sweep over one text: every delimiter and width, held to the second implementation. */
static void sweep(struct kam_text text)
{
    static const char delimiters[] = {',', '\t', ';', '|'};

    assert_non_null(text.ptr);
    text.len = kam_utf8_prefix(text);
    for (size_t d = 0; d < sizeof delimiters; d++)
        for (size_t width = 0; width <= 3; width++) {
            struct kam_buffer expected = {NULL, 0, 0};
            uint64_t line, blank_lines;
            records_reference(&expected, text, delimiters[d], width, &line, &blank_lines);
            assert_true(
                kam_buffer_printf(&expected, "%llu blank\nend\n", (unsigned long long)blank_lines));
            check_text(text, delimiters[d], width, expected.ptr);
            kam_buffer_free(&expected);
        }
}

static void the_corpus_reads_the_same_in_any_blocks(void **state)
{
    const char *source = getenv("srcdir");
    char directory[4096];
    struct dirent **entries;
    int files = 0;

    (void)state;
    snprintf(directory, sizeof directory, "%s/tests/fuzz/corpus/csv", source ? source : ".");
    int count = scandir(directory, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        char path[sizeof directory + sizeof entries[i]->d_name + 1];
        struct kam_text text;
        snprintf(path, sizeof path, "%s/%s", directory, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.') {
            char *bytes = read_file(path, &text);
            sweep(text);
            free(bytes);
            files++;
        }
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    assert_true(files > 0);
}

/* Every text of up to six of the bytes that matter. */
static void every_short_text_reads_as_the_reference_says(void **state)
{
    static const char bytes[] = {'a', '"', ',', '\n', '\r'};
    enum { LONGEST = 6 };
    size_t digits[LONGEST + 1] = {0};

    (void)state;
    for (size_t length = 0; length <= LONGEST;) {
        char text[LONGEST + 1];
        for (size_t i = 0; i < length; i++)
            text[i] = bytes[digits[i]];
        for (size_t width = 0; width <= 2; width += 2) {
            struct kam_buffer expected = {NULL, 0, 0};
            uint64_t line, blank_lines;
            records_reference(&expected, (struct kam_text){text, length}, ',', width, &line,
                              &blank_lines);
            assert_true(
                kam_buffer_printf(&expected, "%llu blank\nend\n", (unsigned long long)blank_lines));
            for (size_t chunk = 0; chunk < length; chunk++) {
                char *shown = show((struct kam_text){text, length}, 0, chunk, ',', width);
                assert_string_equal(shown, expected.ptr);
                free(shown);
            }
            kam_buffer_free(&expected);
        }
        size_t i = 0;
        while (i < length && ++digits[i] == sizeof bytes)
            digits[i++] = 0;
        length += i == length;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_corpus_reads_the_same_in_any_blocks),
        cmocka_unit_test(every_short_text_reads_as_the_reference_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
