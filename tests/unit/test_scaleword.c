#include "contact/scaleword.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#define ATTITUDES                                                                                  \
    "an attitude is strong-positive, positive, neutral, negative or strong-negative (强正向, "  \
    "正向, 中性, 负向, 强负向)"
#define DEPTHS      "a depth is none, shallow, medium or deep (无, 浅, 中, 深)"
#define IMPORTANCES "an importance is normal, position, network or both (一般, 职位, 人脉, 两者)"

/* The step that TEXT is, or the message. */
static const char *read(enum kam_grade grade, const char *text)
{
    static const struct kam_place place = {.file = "c.csv", .line = 4, .column = "x"};
    static char said[1024];
    struct kam_error error;
    unsigned step;
    enum kam_status status = kam_scaleword_read(grade, kam_text_of(text), &place, &step, &error);

    if (status) {
        assert_int_equal(status, KAM_DATA);
        kam_error_format(&error, said, sizeof said);
    } else {
        snprintf(said, sizeof said, "%u", step);
    }
    return said;
}

struct example {
    enum kam_grade grade;
    const char *text, *said;
};

static void check(const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_string_equal(read(examples[i].grade, examples[i].text), examples[i].said);
}

static void unknown_words_are_named_with_the_nearest(void **unused)
{
    static const struct example examples[] = {
        {KAM_GRADE_ATTITUDE, "强正",
         "c.csv:4: x: unknown: '强正'; " ATTITUDES "; did you mean '强正向'?"},
        {KAM_GRADE_ATTITUDE, "强负",
         "c.csv:4: x: unknown: '强负'; " ATTITUDES "; did you mean '强负向'?"},
        {KAM_GRADE_ATTITUDE, "强中性",
         "c.csv:4: x: unknown: '强中性'; " ATTITUDES "; did you mean '中性'?"},
        {KAM_GRADE_ATTITUDE, "postive",
         "c.csv:4: x: unknown: 'postive'; " ATTITUDES "; did you mean 'positive'?"},
        {KAM_GRADE_ATTITUDE, "Strong Posative",
         "c.csv:4: x: unknown: 'Strong Posative'; " ATTITUDES "; did you mean 'strong-positive'?"},
        {KAM_GRADE_ATTITUDE, "强", "c.csv:4: x: unknown: '强'; " ATTITUDES},
        {KAM_GRADE_ATTITUDE, "deep", "c.csv:4: x: unknown: 'deep'; " ATTITUDES},
        {KAM_GRADE_ATTITUDE, "75", "c.csv:4: x: unknown: '75'; " ATTITUDES},
        {KAM_GRADE_ATTITUDE, "", "c.csv:4: x: empty: " ATTITUDES},
        {KAM_GRADE_ATTITUDE, " - ", "c.csv:4: x: unknown: ' - '; " ATTITUDES},
        {KAM_GRADE_DEPTH, "", "c.csv:4: x: empty: " DEPTHS},
        {KAM_GRADE_DEPTH, "positive", "c.csv:4: x: unknown: 'positive'; " DEPTHS},
        {KAM_GRADE_DEPTH, "deeep",
         "c.csv:4: x: unknown: 'deeep'; " DEPTHS "; did you mean 'deep'?"},
        {KAM_GRADE_DEPTH,
         "a text that is longer than any word could ever be, and then some more of it",
         "c.csv:4: x: unknown: 'a text that is longer than any word could ever be, and "
         "then'...; " DEPTHS},
        {KAM_GRADE_IMPORTANCE, "职务",
         "c.csv:4: x: unknown: '职务'; " IMPORTANCES "; did you mean '职位'?"},
        {KAM_GRADE_IMPORTANCE, "\xff\xfe", "c.csv:4: x: unknown: '\\xFF\\xFE'; " IMPORTANCES},
    };

    (void)unused;
    check(examples, sizeof examples / sizeof *examples);
}

static void words_of_both_languages(void **unused)
{
    static const struct example examples[] = {
        {KAM_GRADE_ATTITUDE, "strong-positive", "4"},
        {KAM_GRADE_ATTITUDE, "Strong Positive", "4"},
        {KAM_GRADE_ATTITUDE, "STRONG_POSITIVE", "4"},
        {KAM_GRADE_ATTITUDE, "very positive", "4"},
        {KAM_GRADE_ATTITUDE, "positive", "3"},
        {KAM_GRADE_ATTITUDE, "neutral", "2"},
        {KAM_GRADE_ATTITUDE, "negative", "1"},
        {KAM_GRADE_ATTITUDE, "strong negative", "0"},
        {KAM_GRADE_ATTITUDE, "强正向", "4"},
        {KAM_GRADE_ATTITUDE, "　强 正向 ", "4"},
        {KAM_GRADE_ATTITUDE, "強負向", "0"},
        {KAM_GRADE_ATTITUDE, "正向", "3"},
        {KAM_GRADE_ATTITUDE, "中性", "2"},
        {KAM_GRADE_ATTITUDE, "负向", "1"},
        {KAM_GRADE_ATTITUDE, "强负向", "0"},
        {KAM_GRADE_DEPTH, "none", "0"},
        {KAM_GRADE_DEPTH, "无", "0"},
        {KAM_GRADE_DEPTH, "ｓｈａｌｌｏｗ", "1"},
        {KAM_GRADE_DEPTH, "浅", "1"},
        {KAM_GRADE_DEPTH, "medium", "2"},
        {KAM_GRADE_DEPTH, "中", "2"},
        {KAM_GRADE_DEPTH, "Deep", "3"},
        {KAM_GRADE_DEPTH, "深", "3"},
        {KAM_GRADE_IMPORTANCE, "normal", "1"},
        {KAM_GRADE_IMPORTANCE, "none", "1"},
        {KAM_GRADE_IMPORTANCE, "一般", "1"},
        {KAM_GRADE_IMPORTANCE, "position", "2"},
        {KAM_GRADE_IMPORTANCE, "职位", "2"},
        {KAM_GRADE_IMPORTANCE, "network", "2"},
        {KAM_GRADE_IMPORTANCE, "人脉", "2"},
        {KAM_GRADE_IMPORTANCE, "both", "3"},
        {KAM_GRADE_IMPORTANCE, "两者", "3"},
    };

    (void)unused;
    check(examples, sizeof examples / sizeof *examples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_words_are_named_with_the_nearest),
        cmocka_unit_test(words_of_both_languages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
