#include "io/writer.h"
#include "table/clean.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "random.h"

static void assert_id(const char *cell, const char *expected)
{
    struct kam_arena arena = {0};
    struct kam_text id = kam_text_of(cell);

    assert_true(kam_clean_id(&id, &arena));
    if (!kam_text_equal(id, kam_text_of(expected)))
        fail_msg("'%s' became '%.*s', not '%s'", cell, (int)id.len, id.ptr, expected);
    kam_arena_free(&arena);
}

static void assert_text(const char *cell, const char *expected)
{
    struct kam_text text = kam_clean_text(kam_text_of(cell));

    if (!kam_text_equal(text, kam_text_of(expected)))
        fail_msg("'%s' became '%.*s', not '%s'", cell, (int)text.len, text.ptr, expected);
}

static void ids_are_unwrapped(void **unused)
{
    (void)unused;
    assert_id("00123", "00123");
    assert_id("  00123\t", "00123");
    assert_id("\u3000客户\u00a0", "客户");
    assert_id("=\"00123\"", "00123");
    assert_id(" =\" 00123 \" ", "00123");
    assert_id("=\"a\"\"b\"", "a\"b");
    assert_id("=\"\"", "");
    assert_id("=\"", "=\"");
    assert_id("=A1", "=A1");
    assert_id("=\"=\"\"7\"\"\"", "7");
    assert_id("\"7\"", "\"7\"");
    assert_id("'7", "'7");
    assert_id("", "");
    assert_id(" ", "");
}

static void texts_lose_what_a_spreadsheet_needs(void **unused)
{
    (void)unused;
    assert_text(" Acme, Inc ", "Acme, Inc");
    assert_text("'=1+1", "=1+1");
    assert_text("''=1+1", "=1+1");
    assert_text("'-x", "-x");
    assert_text("'-5", "'-5"); /* a number is left a number */
    assert_text("'s Hertogenbosch", "'s Hertogenbosch");
    assert_text("'", "'");
    assert_text("=\"2026-10\"", "2026-10");
    assert_text("=\"a\"\"b\"", "=\"a\"\"b\"");
    assert_text("", "");
}

/* What is clean stays as it is: a table written plainly reads back the same. */
static void cleaning_again_changes_nothing(void **unused)
{
    static const char letters[] = "=\"'-a 1";

    (void)unused;
    for (uint64_t seed = 1; seed < 20000; seed++) {
        struct kam_arena arena = {0};
        uint64_t random = seed;
        char cell[9];
        size_t n = random_below(&random, sizeof cell);
        for (size_t i = 0; i < n; i++)
            cell[i] = letters[random_below(&random, sizeof letters - 1)];
        struct kam_text text = kam_clean_text((struct kam_text){cell, n}), id = {cell, n};
        assert_true(kam_text_equal(kam_clean_text(text), text));
        assert_true(kam_clean_id(&id, &arena));
        struct kam_text again = id;
        assert_true(kam_clean_id(&again, &arena));
        assert_true(kam_text_equal(again, id));
        kam_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_unwrapped),
        cmocka_unit_test(texts_lose_what_a_spreadsheet_needs),
        cmocka_unit_test(cleaning_again_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
