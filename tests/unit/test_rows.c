#include "base/text.h"
#include "io/rows.h"
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

/* ---- a second implementation, byte by byte --------------------------------------------------- */

/* Where the regular field at *P of TEXT ends; false if it isn't regular, or isn't all there. */
static bool end_of_field(struct kam_text text, size_t *p, char delimiter)
{
    bool quoted = *p < text.len && text.ptr[*p] == '"';

    for (size_t i = *p + quoted; i < text.len; i++) {
        char c = text.ptr[i], next = '\0';
        if (i + 1 < text.len)
            next = text.ptr[i + 1];
        if (quoted && c == '"' && next == '"') {
            i++;
            continue;
        }
        if (quoted && c == '"') {
            quoted = false;
            if (next != delimiter && next != '\n' && next != '\r')
                return false;
            continue;
        }
        if (quoted && (c == '\n' || c == '\r'))
            return false;
        if (quoted)
            continue;
        if (c == '"' || (c == '\r' && next != '\n'))
            return false;
        if (c == delimiter || c == '\n') {
            *p = i;
            return true;
        }
    }
    return false;
}

/* Into ENDS, and behind every LF a 0; the number of them. */
static size_t expected_ends(struct kam_text text, char delimiter, size_t most, uint32_t *ends)
{
    size_t count = 0, whole = 0, p = 0, lines = 0;

    while (lines < most && end_of_field(text, &p, delimiter)) {
        ends[count++] = (uint32_t)p;
        if (text.ptr[p++] != '\n')
            continue;
        ends[count++] = 0;
        whole = count;
        lines++;
    }
    return whole;
}

static size_t found_ends(const struct kam_rows *rows, uint32_t *ends)
{
    size_t count = 0;

    for (size_t row = 0; row < rows->count; row++) {
        for (uint32_t i = rows->first[row]; i < rows->first[row + 1]; i++)
            ends[count++] = rows->ends[i];
        ends[count++] = 0;
    }
    return count;
}

/* ---- the tests ------------------------------------------------------------------------------- */

static struct kam_rows scan;

static void assert_rows(struct kam_text text, char delimiter, size_t most)
{
    static uint32_t expected[2 * KAM_ROWS_WINDOW], found[2 * KAM_ROWS_WINDOW];
    size_t count = expected_ends(text, delimiter, most, expected);

    for (enum kam_vectors v = KAM_VECTORS_NONE; v <= kam_vectors_best(); v++) {
        kam_rows_find(&scan, text, delimiter, most, v);
        if (found_ends(&scan, found) != count ||
            memcmp(found, expected, count * sizeof *found) != 0)
            fail_msg("vectors %d, %zu rows: %.*s", (int)v, scan.count, (int)text.len, text.ptr);
    }
}

static void regular_records_are_found(void **unused)
{
    static const struct {
        const char *text;
        size_t rows;
        bool has_doubled;
    } cells[] = {
        {"", 0, false},
        {"\n", 1, false},
        {"\r\n\n", 2, false},
        {"a,b\nc,d\r\n,\n", 3, false},
        {"a,b\nc,d", 1, false},
        {"\"a\",\"b\"\n", 1, false},
        {"\"a,b\",\"\"\r\n", 1, false},
        {"\"a \"\"b\"\"\",c\n", 1, true},
        {"\"\"\"\"\n", 1, true},
        {"a\nb \"c\" d\ne\n", 1, false}, /* a quote within */
        {"a\n\"b\" c\nd\n", 1, false},   /* bytes behind one that closes */
        {"a\n\"b\nc\"\nd\n", 1, false},  /* a line end within quotes */
        {"a\n\"b\rc\"\nd\n", 1, false},
        {"a\nb\rc\nd\n", 1, false}, /* a CR alone */
        {"a\nb\r\r\nc\n", 1, false},
        {"a\n\"b\"\r", 1, false},
        {"a\n\"b", 1, false},
        {"=\"1\",2\n", 0, false},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct kam_text text = kam_text_of(cells[i].text);
        assert_rows(text, ',', KAM_ROWS_MOST);
        kam_rows_find(&scan, text, ',', KAM_ROWS_MOST, KAM_VECTORS_NONE);
        assert_int_equal(scan.count, cells[i].rows);
        if (scan.count)
            assert_int_equal(scan.has_doubled, cells[i].has_doubled);
    }
}

/* Wherever it stands within the bytes that are looked at together, and across them. */
static void any_text_at_any_offset(void **unused)
{
    static const char *const pieces[] = {"a",    "bc",    ",",           ",",  "\n",
                                         "\r\n", "\"a\"", "\"a,\"\"b\"", "\"", "\r"};
    char text[400];

    (void)unused;
    for (uint64_t seed = 1; seed < 30000; seed++) {
        uint64_t random = seed;
        /* Mostly regular: the last pieces end the scan. */
        size_t kinds = sizeof pieces / sizeof *pieces - (seed % 4 ? 2 : 0);
        size_t n = random_below(&random, 140), length = n + random_below(&random, 220);
        memset(text, 'x', n);
        while (n < length) {
            struct kam_text piece = kam_text_of(pieces[random_below(&random, (unsigned)kinds)]);
            memcpy(text + n, piece.ptr, piece.len);
            n += piece.len;
        }
        /* A copy of its size, so that bytes behind it are seen to be read. */
        char *copy = malloc(n + 1);
        assert_non_null(copy);
        memcpy(copy, text, n);
        assert_rows((struct kam_text){copy, n}, ',', 1 + random_below(&random, 12));
        free(copy);
    }
}

static void a_window_has_its_limits(void **unused)
{
    static char text[3 * KAM_ROWS_WINDOW];

    (void)unused;
    memset(text, '\n', sizeof text);
    kam_rows_find(&scan, (struct kam_text){text, sizeof text}, ',', SIZE_MAX, kam_vectors_best());
    assert_int_equal(scan.count, KAM_ROWS_MOST);
    assert_int_equal(scan.first[KAM_ROWS_MOST], KAM_ROWS_MOST);
    memset(text, ',', sizeof text);
    kam_rows_find(&scan, (struct kam_text){text, sizeof text}, ',', SIZE_MAX, kam_vectors_best());
    assert_int_equal(scan.count, 0);
    text[KAM_ROWS_WINDOW - 1] = '\n';
    kam_rows_find(&scan, (struct kam_text){text, sizeof text}, ',', SIZE_MAX, kam_vectors_best());
    assert_int_equal(scan.count, 1);
    assert_int_equal(scan.first[1], KAM_ROWS_WINDOW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(regular_records_are_found),
        cmocka_unit_test(any_text_at_any_offset),
        cmocka_unit_test(a_window_has_its_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
