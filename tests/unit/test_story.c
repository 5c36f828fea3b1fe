#include "explain/story.h"

#include "base/month.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct kam_decimal decimal(const char *text)
{
    struct kam_decimal value = KAM_DECIMAL_ZERO;

    assert_int_equal(kam_decimal_parse(kam_text_of(text), &value), KAM_NUMBER_OK);
    return value;
}

/* STORY's text is no string; TEXT is freed with the story. */
static void assert_text(struct kam_text text, const char *expected)
{
    if (!kam_text_equal(text, kam_text_of(expected)))
        fail_msg("'%.*s', not '%s'", (int)text.len, text.ptr, expected);
}

/* ---- phrases --------------------------------------------------------------------------------- */

static void check_phrase(const char *pattern, const struct kam_words *words, const char *expected)
{
    struct kam_buffer buffer = {NULL, 0, 0};

    assert_true(kam_phrase_add(pattern, words, &buffer));
    assert_text(kam_buffer_text(&buffer), expected);
    kam_buffer_free(&buffer);
}

static void values_go_by_their_names(void **unused)
{
    const struct kam_words *words =
        KAM_WORDS({"a", KAM_TEXT("1")}, {"b", KAM_TEXT("two")}, {"", KAM_TEXT("?")});

    (void)unused;
    check_phrase("plain", NULL, "plain");
    check_phrase("{b}, {a} and {b}{a}", words, "two, 1 and two1");
    check_phrase("{a} {a|month|months}", words, "1 month");
    check_phrase("{b} {b|month|months}.", words, "two months.");
    check_phrase("{a|x|}|{b|x|}", words, "x|");
}

static void a_value_is_no_pattern(void **unused)
{
    (void)unused;
    check_phrase("<{a}>", KAM_WORDS({"a", KAM_TEXT("{a} %s {b|x|y} }{")}), "<{a} %s {b|x|y} }{>");
}

static void a_value_stays_in_its_line(void **unused)
{
    (void)unused;
    check_phrase("{a}", KAM_WORDS({"a", KAM_TEXT("x\ny\r\tz\x1b[1m\x7f")}), "x y  z [1m ");
    /* NEL and CSI are controls of two bytes; what begins like them isn't */
    check_phrase("{a}", KAM_WORDS({"a", KAM_TEXT("\xC2\x85_\xC2\x9B_\xC2\xA0_\xC3\x85_\xC2")}),
                 " _ _\xC2\xA0_\xC3\x85_\xC2");
}

/* ---- values ---------------------------------------------------------------------------------- */

static void amounts_are_exact_in_every_language(void **unused)
{
    static const struct {
        const char *amount;
        int places;
        const char *english, *chinese;
    } cases[] = {
        {"0", 2, "0.00", "0.00"},
        {"-0.05", 2, "-0.05", "-0.05"},
        {"999", 2, "999.00", "999.00"},
        {"1000", 0, "1,000", "1,000"},
        {"-1000.5", 2, "-1,000.50", "-1,000.50"},
        {"9999.99", 2, "9,999.99", "9,999.99"},
        {"10000", 2, "10,000.00", "1万"},
        {"10099", 2, "10,099.00", "10,099.00"},
        {"10100", 2, "10,100.00", "1.01万"},
        {"1234600", 2, "1,234,600.00", "123.46万"},
        {"1234567", 2, "1,234,567.00", "1,234,567.00"},
        {"1234600.01", 2, "1,234,600.01", "1,234,600.01"},
        {"-500000", 0, "-500,000", "-50万"},
        {"99999900", 0, "99,999,900", "9,999.99万"},
        {"100000000", 0, "100,000,000", "1亿"},
        {"120000000", 0, "120,000,000", "1.2亿"},
        {"123450000", 0, "123,450,000", "12,345万"},
        {"-123000000000", 0, "-123,000,000,000", "-1,230亿"},
        {"0.000000000000000001", 2, "0.000000000000000001", "0.000000000000000001"},
        {"170141183460469231731", 0, "170,141,183,460,469,231,731", "170,141,183,460,469,231,731"},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_story english = {.speech = {.language = &kam_english}};
        struct kam_story chinese = {.speech = {.language = &kam_chinese}};
        struct kam_decimal amount = decimal(cases[i].amount);
        assert_text(kam_speech_amount(&english.speech, amount, cases[i].places), cases[i].english);
        assert_text(kam_speech_amount(&chinese.speech, amount, cases[i].places), cases[i].chinese);
        assert_false(english.speech.failed || chinese.speech.failed);
        kam_story_free(&english);
        kam_story_free(&chinese);
    }
}

static void ratios_are_percentages(void **unused)
{
    static const char *const cases[][2] = {
        {"0", "0%"},
        {"1.0000", "100%"},
        {"0.0231", "2.31%"},
        {"-0.5", "-50%"},
        {"0.000001", "0.0001%"},
        {"14.3432", "1,434.32%"},
        {"0.1000", "10%"},
        /* it can't be multiplied: as it is */
        {"170141183460469231731", "170,141,183,460,469,231,731"},
    };
    struct kam_story story = {.speech = {.language = &kam_chinese}};

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_text(kam_speech_percent(&story.speech, decimal(cases[i][0])), cases[i][1]);
    kam_story_free(&story);
}

static void months_and_lists(void **unused)
{
    const struct kam_text items[] = {KAM_TEXT("A"), KAM_TEXT("B"), KAM_TEXT("C")};
    struct kam_story english = {.speech = {.language = &kam_english}};
    struct kam_story chinese = {.speech = {.language = &kam_chinese}};
    int month = kam_month_parse_plain(KAM_TEXT("2026-07"));

    (void)unused;
    assert_text(kam_speech_month(&english.speech, month), "July 2026");
    assert_text(kam_speech_month(&chinese.speech, month), "2026年7月");
    assert_text(kam_speech_month(&english.speech, KAM_MONTH_LAST), "December 2999");
    assert_text(kam_speech_month(&english.speech, KAM_MONTH_NONE), "");
    assert_text(kam_speech_list(&english.speech, items, 0), "");
    assert_text(kam_speech_list(&english.speech, items, 1), "A");
    assert_text(kam_speech_list(&english.speech, items, 2), "A and B");
    assert_text(kam_speech_list(&english.speech, items, 3), "A, B and C");
    assert_text(kam_speech_list(&chinese.speech, items, 3), "A、B、C");
    assert_text(kam_speech_enumerate(&english.speech, items, 3), "A, B, C");
    assert_text(kam_speech_clauses(&chinese.speech, items, 3), "A，B，C");
    assert_text(kam_speech_count(&english.speech, 3000), "3,000");
    kam_story_free(&english);
    kam_story_free(&chinese);
}

static void a_cell_is_said_as_what_it_is(void **unused)
{
    static const char *const cases[][3] = {
        {"revenue", "1200000.00", "120万"},  {"2026-07", "1234.5", "1,234.50"},
        {"margin_rate", "-0.0210", "-2.1%"}, {"months", "12", "12"},
        {"score", "85.1200", "85.12"},       {"first_month", "2026-07", "2026年7月"},
        {"first_month", "soon", "soon"},     {"account_id", "0012345", "0012345"},
        {"overdue", "5000.00", "5000.00"}, /* an attribute may be an id */
        {"revenue", "n/a", "n/a"},           {"revenue", "", ""},
    };
    struct kam_story story = {.speech = {.language = &kam_chinese}};

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_text(
            kam_speech_cell(&story.speech, kam_text_of(cases[i][0]), kam_text_of(cases[i][1])),
            cases[i][2]);
    assert_text(kam_speech_figure(&story.speech, KAM_TEXT("revenue"), decimal("5")), "5.00");
    assert_text(kam_speech_quantity(&story.speech, KAM_TEXT("revenue"), decimal("5")), "5");
    assert_text(kam_speech_quantity(&story.speech, KAM_TEXT("overdue"), decimal("5000")), "5,000");
    kam_story_free(&story);
}

/* ---- layout ---------------------------------------------------------------------------------- */

static void sections_without_sentences_are_left_out(void **unused)
{
    struct kam_story story = {.speech = {.language = &kam_english}};

    (void)unused;
    for (int i = 0; i < 2; i++) {
        kam_story_begin(&story);
        kam_story_say(&story, KAM_SAY_TITLE_UNNAMED, KAM_WORDS({"id", KAM_TEXT("7")}));
        kam_story_heading(&story, KAM_SAY_RULES_HEADING);
        kam_story_heading(&story, KAM_SAY_POLICY_HEADING);
        kam_story_say(&story, KAM_SAY_POLICY,
                      KAM_WORDS({"key", KAM_TEXT("visits")}, {"text", KAM_TEXT("4")}));
        kam_story_heading(&story, KAM_SAY_SCORE_HEADING);
    }
    assert_text(kam_buffer_text(&story.text), "Customer 7\n"
                                              "\n"
                                              "Service\n"
                                              "  - visits: 4\n"
                                              "\n"
                                              "----------------------------------------\n"
                                              "\n"
                                              "Customer 7\n"
                                              "\n"
                                              "Service\n"
                                              "  - visits: 4\n");
    assert_false(story.speech.failed);
    kam_story_free(&story);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_go_by_their_names),
        cmocka_unit_test(a_value_is_no_pattern),
        cmocka_unit_test(a_value_stays_in_its_line),
        cmocka_unit_test(amounts_are_exact_in_every_language),
        cmocka_unit_test(ratios_are_percentages),
        cmocka_unit_test(months_and_lists),
        cmocka_unit_test(a_cell_is_said_as_what_it_is),
        cmocka_unit_test(sections_without_sentences_are_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
