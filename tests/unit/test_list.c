#include "model/list.h"
#include "model/modelfile.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* What TEXT becomes on its way through a model file, as the value of a key and one of a list. */
static void check_said(const char *text)
{
    const struct kam_place place = {.file = "m.kam"};
    struct kam_buffer model = {NULL, 0, 0};
    struct kam_modelfile file = {0};
    struct kam_arena arena = {0};
    struct kam_text_list list;

    assert_true(kam_list_can_say(kam_text_of(text)));
    assert_true(kam_buffer_printf(&model, "[import]\nkeep = x, ") &&
                kam_list_quote(&model, kam_text_of(text)) &&
                kam_buffer_printf(&model, " ; a comment\n"));
    assert_int_equal(kam_modelfile_parse(&file, "m.kam", kam_buffer_text(&model), NULL), KAM_OK);
    struct kam_text value = kam_modelfile_key(&file.sections[0], "keep")->value;
    assert_int_equal(kam_list_parse(&list, value, ',', &place, &arena, NULL), KAM_OK);
    assert_int_equal(list.count, 2);
    if (!kam_text_equal(list.items[1], kam_text_of(text)))
        fail_msg("'%s' was read as '%s'", text, list.items[1].ptr);
    kam_arena_free(&arena);
    kam_modelfile_free(&file);
    kam_buffer_free(&model);
}

static void whatever_can_be_said_is_read_as_it_was(void **unused)
{
    static const char *const texts[] = {
        "amount",
        "客户编号",
        "a b",
        "a  b",
        " a",
        "a ",
        "\ta",
        "a\tb",
        "\u3000a",
        "#",
        "a #b",
        "a#b",
        ";",
        "a ;b",
        "a,b",
        ",",
        "=",
        "[a]",
        "\"",
        "\"\"",
        "a\"b",
        "\"a\"",
        "a|b",
        "|",
        "a*b",
        "金额(万元)",
        "\\",
        "'",
        "%",
        "1",
        "\xEF\xBB\xBF"
        "a",
    };

    (void)unused;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_said(texts[i]);
}

static void plain_names_stay_plain(void **unused)
{
    static const char *const texts[] = {"amount", "客户编号", "Net amount (EUR)", "lineItem/Cost"};

    (void)unused;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct kam_buffer out = {NULL, 0, 0};
        assert_true(kam_list_quote(&out, kam_text_of(texts[i])));
        assert_true(kam_text_equal(kam_buffer_text(&out), kam_text_of(texts[i])));
        kam_buffer_free(&out);
    }
}

static void some_things_cannot_be_said(void **unused)
{
    static const char *const texts[] = {"", "a\nb", "\r", "\x7F", "a\x01"};

    (void)unused;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(kam_list_can_say(kam_text_of(texts[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_can_be_said_is_read_as_it_was),
        cmocka_unit_test(plain_names_stay_plain),
        cmocka_unit_test(some_things_cannot_be_said),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
