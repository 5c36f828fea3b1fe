#include "report/markup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* A markup that keeps what is written. */
static struct kam_markup open_markup(void)
{
    struct kam_markup markup;

    assert_int_equal(kam_output_keep(&markup.output, NULL), KAM_OK);
    return markup;
}

static void assert_wrote(const struct kam_markup *markup, const char *expected)
{
    struct kam_text text = kam_output_kept(markup->output);

    if (!kam_text_equal(text, kam_text_of(expected)))
        fail_msg("wrote '%.*s', not '%s'", (int)text.len, text.ptr, expected);
    kam_output_forget(markup->output);
}

static void a_value_is_never_markup(void **unused)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"plain", "plain"},
        {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
        {"\"><svg onload=alert(1)>", "&quot;&gt;&lt;svg onload=alert(1)&gt;"},
        {"' onmouseover='x", "&#39; onmouseover=&#39;x"},
        {"AT&T &lt;", "AT&amp;T &amp;lt;"},
        {"华东<银行>", "华东&lt;银行&gt;"},
        {"a\tb\nc\rd", "a b c d"},
    };
    struct kam_markup markup = open_markup();

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        kam_markup_text(&markup, kam_text_of(cases[i][0]));
        assert_wrote(&markup, cases[i][1]);
    }
    kam_output_discard(markup.output);
}

/* What XML can't hold, what no text is, what turns the direction of what stands around it. */
static void what_harms_is_replaced(void **unused)
{
    /* NOLINTBEGIN(misc-misleading-bidirectional): they are what is tested */
    static const char *const harmful[] = {
        "\x01",     "\x1B",         "\x7F",         "\xC2\x85",     "\xEF\xBF\xBE", "\xFF",
        "\xE4\xB8", "\xE2\x80\xAA", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA9", "\xED\xA0\x80",
    };
    /* NOLINTEND(misc-misleading-bidirectional) */
    struct kam_markup markup = open_markup();

    (void)unused;
    for (size_t i = 0; i < sizeof harmful / sizeof *harmful; i++) {
        kam_markup_raw(&markup, "a");
        kam_markup_text(&markup, kam_text_of(harmful[i]));
        struct kam_text text = kam_output_kept(markup.output), rest = {text.ptr + 1, text.len - 1};
        assert_true(rest.len > 0);
        while (rest.len)
            if (!kam_text_take_front(&rest, KAM_TEXT("\xEF\xBF\xBD")))
                fail_msg("case %zu: '%.*s'", i, (int)text.len, text.ptr);
        kam_output_forget(markup.output);
    }
    kam_output_discard(markup.output);
}

/* TEXT so many times; free it. */
static struct kam_text repeat(const char *text, size_t times)
{
    struct kam_buffer buffer = {NULL, 0, 0};

    for (size_t i = 0; i < times; i++)
        assert_true(kam_buffer_add(&buffer, kam_text_of(text)));
    return kam_buffer_text(&buffer);
}

static void marks_do_not_pile_up(void **unused)
{
    struct kam_text marks = repeat("\xCC\x81", 10000), eight = repeat("\xCC\x81", 8);
    struct kam_markup markup = open_markup();

    (void)unused;
    for (size_t i = 0; i < 3; i++) {
        kam_markup_raw(&markup, "e");
        kam_markup_text(&markup, marks);
        struct kam_text text = kam_output_kept(markup.output);
        assert_true(text.len == 1 + eight.len && memcmp(text.ptr + 1, eight.ptr, eight.len) == 0);
        kam_output_forget(markup.output);
    }
    /* a new character has marks of its own */
    kam_markup_text(&markup, eight);
    kam_markup_raw(&markup, "|");
    kam_markup_text(&markup, KAM_TEXT("e\xCC\x81|"));
    assert_true(kam_output_kept(markup.output).len == eight.len + strlen("|e\xCC\x81|"));
    kam_output_discard(markup.output);
    free((char *)marks.ptr);
    free((char *)eight.ptr);
}

static void a_pattern_is_filled(void **unused)
{
    struct kam_markup markup = open_markup();

    (void)unused;
    kam_markup_fill(&markup, "<a href=\"{to}\">{name}</a>{name}",
                    KAM_WORDS({"name", KAM_TEXT("{to} & \"me\"")}, {"to", KAM_TEXT("#x")}));
    assert_wrote(&markup, "<a href=\"#x\">{to} &amp; &quot;me&quot;</a>{to} &amp; &quot;me&quot;");
    kam_markup_fill(&markup, "<br>", KAM_WORDS({"name", KAM_TEXT("x")}));
    assert_wrote(&markup, "<br>");
    kam_output_discard(markup.output);
}

static void a_long_value_is_cut_where_the_pattern_says_so(void **unused)
{
    struct kam_text most = repeat("东", KAM_MARKUP_MOST / 2), more = repeat("东", 10000);
    struct kam_markup markup = open_markup();

    (void)unused;
    kam_markup_fill(&markup, "{name...}", KAM_WORDS({"name", most}));
    assert_true(kam_text_equal(kam_output_kept(markup.output), most));
    kam_output_forget(markup.output);
    kam_markup_fill(&markup, "{name}", KAM_WORDS({"name", more}));
    assert_true(kam_text_equal(kam_output_kept(markup.output), more));
    kam_output_forget(markup.output);
    kam_markup_fill(&markup, "{name...}", KAM_WORDS({"name", more}));
    struct kam_text text = kam_output_kept(markup.output);
    assert_true(kam_text_take_back(&text, KAM_TEXT("…")));
    assert_true(kam_text_equal(text, most));
    kam_output_discard(markup.output);
    free((char *)most.ptr);
    free((char *)more.ptr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_is_never_markup),
        cmocka_unit_test(what_harms_is_replaced),
        cmocka_unit_test(marks_do_not_pile_up),
        cmocka_unit_test(a_pattern_is_filled),
        cmocka_unit_test(a_long_value_is_cut_where_the_pattern_says_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
