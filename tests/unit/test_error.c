#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/error.h"

#include <errno.h>
#include <string.h>

static void assert_format(const struct kam_error *error, const char *expected)
{
    char text[256];

    assert_int_equal(kam_error_format(error, text, sizeof text), strlen(expected));
    assert_string_equal(text, expected);
}

static void parts_that_are_missing_are_left_out(void **state)
{
    const struct kam_place place = {"bill.csv", 0, 17, "amount"}, file = {.file = "bill.csv"},
                           line = {.line = 3}, column = {.column = "amount"};
    struct kam_error error;

    (void)state;
    assert_int_equal(kam_error_at(&error, KAM_DATA, &place, "not a number: '%d,'", 1), KAM_DATA);
    assert_format(&error, "bill.csv:17: amount: not a number: '1,'");
    assert_int_equal(kam_error_at(&error, KAM_DATA, &file, "empty"), KAM_DATA);
    assert_format(&error, "bill.csv: empty");
    assert_int_equal(kam_error_at(&error, KAM_DATA, &line, "empty"), KAM_DATA);
    assert_format(&error, "line 3: empty");
    assert_int_equal(kam_error_at(&error, KAM_DATA, &column, "empty"), KAM_DATA);
    assert_format(&error, "amount: empty");
    assert_int_equal(kam_error_set(&error, KAM_USAGE, "no %s", "way"), KAM_USAGE);
    assert_format(&error, "no way");
    assert_int_equal(kam_error_nomem(&error), KAM_NOMEM);
    assert_format(&error, "out of memory");
    assert_int_equal(kam_error_system(&error, "x", "read", EACCES), KAM_IO);
    assert_format(&error, "x: cannot read: Permission denied");
    assert_int_equal(kam_error_nomem(NULL), KAM_NOMEM);
}

static void a_place_can_be_named_within_a_text(void **state)
{
    const struct kam_place rule = {"rules.kam", 0, 17, "when"}, option = {.column = "--set grid:A"};
    const struct kam_place nowhere = {0};

    (void)state;
    assert_string_equal(kam_place_show(&rule).s, "rules.kam:17");
    assert_string_equal(kam_place_show(&option).s, "--set grid:A");
    assert_string_equal(kam_place_show(&nowhere).s, "an option");
}

/* However many bytes stand before it, a character of three bytes is whole or not there. */
static void long_texts_are_cut_between_characters(void **state)
{
    char text[2048], column[256];
    struct kam_error error;

    (void)state;
    for (size_t before = 0; before < 3; before++) {
        memset(text, 'x', before);
        for (size_t i = before; i + 4 < sizeof text; i += 3)
            memcpy(text + i, "\xE5\xAE\xA2", 4);
        memcpy(column, text, sizeof column - 1);
        column[sizeof column - 1] = '\0';
        const struct kam_place place = {.column = column};
        assert_int_equal(kam_error_at(&error, KAM_DATA, &place, "%s", text), KAM_DATA);
        size_t n = strlen(error.text), c = strlen(error.column);
        assert_int_equal((n - before) % 3, 0);
        assert_int_equal((c - before) % 3, 0);
        assert_true(n + 3 >= sizeof error.text && c + 3 >= sizeof error.column);
    }
}

static void control_characters_become_spaces(void **state)
{
    const struct kam_place place = {.file = "a", .column = "the\r\nmonth"};
    struct kam_error error;

    (void)state;
    assert_int_equal(
        kam_error_at(&error, KAM_DATA, &place, "%s", "x\ty\x1B[1m\x7F\xC2\x85z \xC2\xA0"),
        KAM_DATA);
    assert_format(&error, "a: the  month: x y [1m   z \xC2\xA0");
}

static void the_first_in_input_order_comes_first(void **state)
{
    const struct kam_error a = {.order = 0, .line = 9}, b = {.order = 1, .line = 2},
                           c = {.order = 1, .line = 3};

    (void)state;
    assert_true(kam_error_order(&a, &b) < 0);
    assert_true(kam_error_order(&c, &b) > 0);
    assert_int_equal(kam_error_order(&c, &c), 0);
}

static void a_message_is_cut_where_it_does_not_fit(void **state)
{
    const struct kam_error error = {.file = "bill.csv", .line = 17, .text = "empty"};
    char text[8];

    (void)state;
    assert_int_equal(kam_error_format(&error, text, sizeof text), 7);
    assert_string_equal(text, "bill.cs");
    assert_int_equal(kam_error_format(&error, text, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_that_are_missing_are_left_out),
        cmocka_unit_test(a_place_can_be_named_within_a_text),
        cmocka_unit_test(long_texts_are_cut_between_characters),
        cmocka_unit_test(control_characters_become_spaces),
        cmocka_unit_test(the_first_in_input_order_comes_first),
        cmocka_unit_test(a_message_is_cut_where_it_does_not_fit),
    };

    return cmocka_run_group_tests_name("error", tests, NULL, NULL);
}
