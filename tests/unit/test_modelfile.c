#include "model/modelfile.h"
#include "model/quantity.h"

#include "base/decimal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

/*
 * What was read, one line per section and key: "LINE [SECTION]", "LINE KEY=VALUE"; or what is
 * wrong.
 */
static void assert_reads(struct kam_text text, const char *expected)
{
    struct kam_modelfile file = {0};
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_error error;
    char message[2048] = "";
    enum kam_status status = kam_modelfile_parse(&file, "m.kam", text, &error);

    for (size_t i = 0; i < file.section_count && status == KAM_OK; i++) {
        const struct kam_modelsection *s = &file.sections[i];
        assert_true(kam_buffer_printf(&out, "%d %s\n", (int)s->place.line, s->shown.ptr));
        for (size_t j = 0; j < s->key_count; j++)
            assert_true(kam_buffer_printf(&out, "%d %s=%s\n", (int)s->keys[j].place.line,
                                          s->keys[j].name.ptr, s->keys[j].value.ptr));
    }
    if (status != KAM_OK) {
        assert_int_equal(status, KAM_USAGE);
        kam_error_format(&error, message, sizeof message);
        assert_true(kam_buffer_printf(&out, "%s", message));
    }
    if (!kam_text_equal(kam_buffer_text(&out), kam_text_of(expected)))
        fail_msg("%.*s\nsays:     %.*s\nexpected: %s", (int)text.len, text.ptr, (int)out.len,
                 out.ptr, expected);
    kam_buffer_free(&out);
    kam_modelfile_free(&file);
}

static void assert_says(const char *text, const char *expected)
{
    assert_reads(kam_text_of(text), expected);
}

static void sections_and_keys_are_found(void **unused)
{
    (void)unused;
    assert_says("", "");
    assert_says("\n  \n# only a comment\n ; and one", "");
    assert_says("[model]", "1 [model]\n");
    assert_says("[model]\nname=x", "1 [model]\n2 name=x\n");
    assert_says("[ dimension   revenue|a=b ] # c\n", "1 [dimension revenue | a=b]\n");
    assert_says("[dimension \"a | b]\"]\n", "1 [dimension a | b]]\n");
    assert_says("[x | a in b|c]\n", "1 [x | a in b|c]\n");
    assert_says("\xEF\xBB\xBF[模型]\r\n名称 = 大客户\r\n", "1 [模型]\n2 名称=大客户\n");
    assert_says("[a]\nk = x = y\nempty =\n", "1 [a]\n2 k=x = y\n3 empty=\n");
    assert_says("[policy a]\nvisits = 4\n[policy b]\nvisits = 4\n[policy b | x=1]\n",
                "1 [policy a]\n2 visits=4\n3 [policy b]\n4 visits=4\n5 [policy b | x=1]\n");
}

static void comments_end_values_outside_quotes(void **unused)
{
    (void)unused;
    assert_says("[a]\nk = x ; y\nl = x\t# y\nm = x;y#z\n", "1 [a]\n2 k=x\n3 l=x\n4 m=x;y#z\n");
    assert_says("[a]\nk = \"x ; y\" ; z\n", "1 [a]\n2 k=\"x ; y\"\n");
    assert_says("[a]\nk = ;x\n", "1 [a]\n2 k=\n");
    assert_says("[a]\nk = a;b ;c\n", "1 [a]\n2 k=a;b\n");
}

static void values_continue_on_indented_lines(void **unused)
{
    (void)unused;
    assert_says("[a]\nk = 1,\n    2, ; two\n\t3\nl = x\n", "1 [a]\n2 k=1, 2, 3\n5 l=x\n");
    assert_says("[a]\nk =\n  x\n", "1 [a]\n2 k=x\n");
    assert_says("[a]\nk = 1,\n# between\n  ; also\n  2\n", "1 [a]\n2 k=1, 2\n");
    assert_says("[a]\nk = 1\n\n  2\n",
                "m.kam:4: an indented line continues the value above it, but there is none; keys "
                "and sections start at the beginning of the line");
    assert_says("[a]\n  k = 1\n",
                "m.kam:2: an indented line continues the value above it, but there is none; keys "
                "and sections start at the beginning of the line");
}

static void nothing_stands_twice(void **unused)
{
    (void)unused;
    assert_says("[a]\nk = 1\nl = 2\nk = 3\n", "m.kam:4: k: already given at line 2");
    assert_says("[a]\n\n[b]\n[a]\n", "m.kam:4: [a]: already given at line 1");
    assert_says("[a b|c=d]\n[a  \"b\" | c = d]\n",
                "m.kam:2: [a b | c = d]: already given at line 1");
    assert_says("[a b]\n[a | b]\n", "1 [a b]\n2 [a | b]\n");
    assert_says("[a | x=\"b c\"]\n[a | x=\"bc\"]\n", "1 [a | x=\"b c\"]\n2 [a | x=\"bc\"]\n");
}

static void mistakes_have_a_line(void **unused)
{
    (void)unused;
    assert_says("k = 1\n", "m.kam:1: a key before the first section: 'k'");
    assert_says("[a]\nwords\n", "m.kam:2: neither [SECTION] nor KEY = VALUE: 'words'");
    assert_says("[a]\n= 1\n", "m.kam:2: neither [SECTION] nor KEY = VALUE: ''");
    assert_says("[a\n", "m.kam:1: a section ends in ']': '[a'");
    assert_says("[a] b\n", "m.kam:1: a section ends in ']': '[a] b'");
    assert_says("[\n", "m.kam:1: a section ends in ']': '['");
    assert_says("[]\n", "m.kam:1: a section without a name");
    assert_says("[ | a=b]\n", "m.kam:1: a section without a name");
    assert_says("[a b | ]\n", "m.kam:1: no condition behind '|'");
    assert_says("[a b\"c\"]\n", "m.kam:1: double quotes have to enclose the whole of a value or "
                                "name: 'b\"c\"'");
    assert_says("[a]\n\nk = \"x\n", "m.kam:3: a double quote isn't closed on its line: 'k = \"x'");
    assert_says("[a]\nk = x\rl = y\n", "m.kam:2: a control character in 'k = x\\x0Dl = y'");
    assert_reads((struct kam_text){"[a]\nk = x\0y\n", 12},
                 "m.kam:2: a NUL byte at byte 10: no text, or damaged; fetch the file again");
    assert_reads((struct kam_text){"PK\3\4", 4},
                 "m.kam: a zip archive, no text: unpack it, or save the workbook as CSV");
}

static void broken_characters_have_a_line(void **unused)
{
    struct kam_modelfile file = {0};
    struct kam_error error;

    (void)unused;
    assert_int_equal(kam_modelfile_parse(&file, "m.kam", KAM_TEXT("[a]\n\nk = \xB4\xF3\n"), &error),
                     KAM_USAGE);
    assert_string_equal(error.file, "m.kam");
    assert_int_equal(error.line, 3);
    assert_int_equal(error.status, KAM_USAGE);
    kam_modelfile_free(&file);
}

static void nothing_has_a_longest_length(void **unused)
{
    enum { LENGTH = 1 << 20 };
    struct kam_buffer text = {NULL, 0, 0};
    struct kam_modelfile file = {0};

    (void)unused;
    assert_true(kam_buffer_add(&text, KAM_TEXT("[")));
    for (size_t i = 0; i < LENGTH; i++)
        assert_true(kam_buffer_add_byte(&text, 'x'));
    assert_true(kam_buffer_add(&text, KAM_TEXT("]\nkey = ")));
    for (size_t i = 0; i < LENGTH; i++)
        assert_true(kam_buffer_add_byte(&text, 'y'));
    assert_int_equal(kam_modelfile_parse(&file, "m.kam", kam_buffer_text(&text), NULL), KAM_OK);
    assert_int_equal(file.section_count, 1);
    assert_int_equal(file.sections[0].kind.len, LENGTH);
    assert_int_equal(file.sections[0].keys[0].value.len, LENGTH);
    kam_modelfile_free(&file);
    kam_buffer_free(&text);
}

static void quantities_are_exact(void **unused)
{
    static const struct {
        const char *text;
        enum kam_number outcome;
        const char *value;
    } cases[] = {
        {"80%", KAM_NUMBER_OK, "0.8"},
        {"-2.5%", KAM_NUMBER_OK, "-0.025"},
        {"5万", KAM_NUMBER_OK, "50000"},
        {"1.2亿", KAM_NUMBER_OK, "120000000"},
        {"0.000000000000000001亿", KAM_NUMBER_OK, "0.0000000001"},
        {"1234.5", KAM_NUMBER_OK, "1234.5"},
        {"", KAM_NUMBER_SYNTAX, NULL},
        {"%", KAM_NUMBER_SYNTAX, NULL},
        {"万", KAM_NUMBER_SYNTAX, NULL},
        {"5 万", KAM_NUMBER_SYNTAX, NULL},
        {"5万%", KAM_NUMBER_SYNTAX, NULL},
        {"1,000", KAM_NUMBER_SYNTAX, NULL},
        {"1e5", KAM_NUMBER_SYNTAX, NULL},
        {"0.00000000000000001%", KAM_NUMBER_PLACES, NULL},
        {"9000000000000亿", KAM_NUMBER_RANGE, NULL},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_decimal value;
        char text[KAM_DECIMAL_SIZE];
        assert_int_equal(kam_quantity_parse(kam_text_of(cases[i].text), &value, NULL),
                         cases[i].outcome);
        if (cases[i].outcome != KAM_NUMBER_OK)
            continue;
        kam_decimal_format(value, 0, text);
        assert_string_equal(text, cases[i].value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_and_keys_are_found),
        cmocka_unit_test(comments_end_values_outside_quotes),
        cmocka_unit_test(values_continue_on_indented_lines),
        cmocka_unit_test(nothing_stands_twice),
        cmocka_unit_test(mistakes_have_a_line),
        cmocka_unit_test(broken_characters_have_a_line),
        cmocka_unit_test(nothing_has_a_longest_length),
        cmocka_unit_test(quantities_are_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
