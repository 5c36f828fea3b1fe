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
    assert_id("00123 ", "00123");
    assert_id("\u3000客户\u00a0", "客户");
    assert_id("=\"00123\"", "00123");
    assert_id(" =\" 00123 \" ", "00123");
    assert_id("=\"a\"\"b\"", "a\"b");
    assert_id("=\"a\"\"\"\"b\"", "a\"\"b");
    assert_id("=\"\"", "");
    assert_id("=\"", "=\"");
    assert_id("=A1", "=A1");
    assert_id("=\"=\"\"7\"\"\"", "7");
    assert_id("\"7\"", "\"7\"");
    assert_id("", "");
    assert_id(" ", "");
}

static void an_apostrophe_marks_a_text(void **unused)
{
    (void)unused;
    assert_id("'00123", "00123");
    assert_id("''00123", "00123");
    assert_id(" ' 00123", "00123");
    assert_id("'=\"00123\"", "00123");
    assert_id("=\"'00123\"", "00123");
    assert_id("00'123", "00'123");
    assert_id("00123'", "00123'");
    assert_id("'", "'");
    assert_id("''", "'");
    assert_id("' ", "'");
    assert_id("\xE2\x80\x98"
              "7",
              "\xE2\x80\x98"
              "7"); /* a quotation mark */
}

static void full_width_characters_become_ascii(void **unused)
{
    (void)unused;
    assert_id("００１２３", "00123");
    assert_id("０１２３４５６７８９", "0123456789");
    assert_id("ＡＺａｚ", "AZaz");
    assert_id("Ａ－０１", "A-01");
    assert_id("A０1", "A01");
    assert_id("ACCOUNT-0000-０-0001", "ACCOUNT-0000-0-0001");
    assert_id("ACCOUNT０", "ACCOUNT0");
    assert_id("客户０１", "客户01");
    assert_id("=\"'０１\"", "01");
    assert_id("\xEF\xBB\xBF０１\xE2\x80\x8B", "01");
    assert_id("\xEF\xBB\xBF"
              "00123",
              "00123");
    /* Their neighbours, and what else is not ASCII. */
    assert_id("／：＠［｀｛＿．", "／：＠［｀｛＿．");
    assert_id("客户", "客户");
    assert_id("Müller", "Müller");
    assert_id("\xEF\xBC", "\xEF\xBC");
}

static void what_is_ascii_stays_where_it_is(void **unused)
{
    static const char *const ids[] = {"7", "1234567", "12345678", "1234567890123456",
                                      "12345678901234567"};
    (void)unused;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        struct kam_arena arena = {0};
        struct kam_text id = kam_text_of(ids[i]);
        assert_true(kam_clean_id(&id, &arena));
        assert_ptr_equal(id.ptr, ids[i]);
        assert_int_equal(arena.used, 0);
    }
}

static void words_for_nothing_are_few(void **unused)
{
    static const char *const words[] = {"NULL",   "null",   "\\N",    "(null)",
                                        "(NULL)", "<null>", "<NULL>", " NULL\t"};
    static const char *const others[] = {"",    "Null",  "nil",   "N/A", "\\n",   "N",    "-",
                                         "NUL", "NULLS", "(null", "0",   "<nil>", "null1"};
    (void)unused;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!kam_clean_is_null(kam_text_of(words[i])))
            fail_msg("'%s' is something", words[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (kam_clean_is_null(kam_text_of(others[i])))
            fail_msg("'%s' is nothing", others[i]);
}

static void numbers_with_an_exponent_were_ids(void **unused)
{
    static const char *const yes[] = {"1.23E+11",  "1E+15",   "1.2345e+017", "0E+00", "1,23E+11",
                                      "9.99e+100", "1.23E11", "1001.0",      "0.0"};
    static const char *const no[] = {
        "",        "1E5",     "1E15",   "1.5E3",     "1E-05",     "1.E+11", "E+11",     "12E+11",
        "1E+1",    "1E+1234", "1E+15x", "x1E+15",    "1.23",      "1E+",    "-1E+15",   "1E+ 15",
        "1001.00", ".0",      "1.0.0",  "1.2.3E+11", "123456789", "1F+15",  "1.23 E+11"};
    (void)unused;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (!kam_clean_is_scientific(kam_text_of(yes[i])))
            fail_msg("'%s' was overlooked", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (kam_clean_is_scientific(kam_text_of(no[i])))
            fail_msg("'%s' was suspected", no[i]);
}

static void errors_of_spreadsheets_are_no_ids(void **unused)
{
    static const char *const yes[] = {"#N/A", "#REF!",    "#VALUE!", "#NAME?", "#DIV/0!",
                                      "#",    "########", "N/A",     "n/a",    "NaN",
                                      "nan",  "None",     "-",       "--"};
    static const char *const no[] = {"", "0", "#12", "N", "NA", "None1", "-1", "---", "##1", "n"};
    (void)unused;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (!kam_clean_is_error(kam_text_of(yes[i])))
            fail_msg("'%s' was overlooked", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (kam_clean_is_error(kam_text_of(no[i])))
            fail_msg("'%s' was suspected", no[i]);
}

static void zeros_behind_the_15th_digit_are_counted(void **unused)
{
    static const struct {
        const char *id;
        unsigned zeros;
        bool long_digits;
    } ids[] = {
        {"", 0, false},
        {"123456789012340", 0, false},
        {"1234567890123450", 1, true},
        {"1234567890123456", 0, true},
        {"123456789012345600", 0, true},
        {"123456789012345000", 3, true},
        {"123456789012345001", 0, true},
        {"100000000000000000000", 6, true},
        {"123456789012345X00", 0, false},
        {"1234567890123450 ", 0, false},
        {"-123456789012345000", 0, false},
        {"A23456789012345000", 0, false},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        bool long_digits;
        unsigned zeros = kam_clean_zero_tail(kam_text_of(ids[i].id), &long_digits);
        if (zeros != ids[i].zeros || long_digits != ids[i].long_digits)
            fail_msg("'%s' ends in %u zeros", ids[i].id, zeros);
    }
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

/* Wherever it stands, in texts of any length. */
static void no_full_width_digit_is_overlooked(void **unused)
{
    static const char one[] = {'\xEF', '\xBC', '\x91'};
    char cell[40], expected[40];

    (void)unused;
    for (size_t n = 0; n < 30; n++)
        for (size_t at = 0; at <= n; at++) {
            memset(cell, 'x', sizeof cell);
            memset(expected, 'x', sizeof expected);
            memcpy(cell + at, one, sizeof one);
            expected[at] = '1';
            cell[n + 3] = expected[n + 1] = '\0';
            assert_id(cell, expected);
        }
}

/* What is clean stays as it is: a table written plainly reads back the same. */
static void cleaning_again_changes_nothing(void **unused)
{
    static const char *const pieces[] = {"=",  "\"", "'",  "-",   "a",    " ",      "=\"",
                                         "１", "－", "客", "\\N", "NULL", "(null)", "#N/A"};

    (void)unused;
    for (uint64_t seed = 1; seed < 20000; seed++) {
        struct kam_arena arena = {0};
        uint64_t random = seed;
        char cell[9 * 6];
        size_t n = 0;
        for (uint64_t left = random_below(&random, 9); left > 0; left--) {
            struct kam_text piece =
                kam_text_of(pieces[random_below(&random, sizeof pieces / sizeof *pieces)]);
            memcpy(cell + n, piece.ptr, piece.len);
            n += piece.len;
        }
        struct kam_text text = kam_clean_text((struct kam_text){cell, n}), id = {cell, n};
        if (kam_clean_is_plain(id))
            assert_true(kam_text_equal(text, id) && !kam_clean_is_null(id) &&
                        !kam_clean_is_error(id));
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
        cmocka_unit_test(an_apostrophe_marks_a_text),
        cmocka_unit_test(full_width_characters_become_ascii),
        cmocka_unit_test(no_full_width_digit_is_overlooked),
        cmocka_unit_test(what_is_ascii_stays_where_it_is),
        cmocka_unit_test(words_for_nothing_are_few),
        cmocka_unit_test(errors_of_spreadsheets_are_no_ids),
        cmocka_unit_test(numbers_with_an_exponent_were_ids),
        cmocka_unit_test(zeros_behind_the_15th_digit_are_counted),
        cmocka_unit_test(texts_lose_what_a_spreadsheet_needs),
        cmocka_unit_test(cleaning_again_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
