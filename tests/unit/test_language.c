#include "language/language.h"

#include "language/phrase.h"
#include "table/columns.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { MOST_VALUES = 8 };

/* The values that a pattern names, each once, in byte order. */
struct values {
    struct kam_text names[MOST_VALUES];
    size_t count;
};

static void add_value(struct values *values, struct kam_text name)
{
    size_t at = 0;

    while (at < values->count && kam_text_order(values->names[at], name) < 0)
        at++;
    if (at < values->count && kam_text_equal(values->names[at], name))
        return;
    assert_true(values->count < MOST_VALUES);
    for (size_t i = values->count++; i > at; i--)
        values->names[i] = values->names[i - 1];
    values->names[at] = name;
}

/* The values of PATTERN, and in *CHOSEN those that only choose between words. */
static struct values values_of(const char *pattern, struct values *chosen)
{
    struct kam_text rest = kam_text_of(pattern);
    struct values values = {.count = 0};
    bool has_place = true;

    *chosen = (struct values){.count = 0};
    for (;;) {
        (void)kam_text_split(&rest, '{', &has_place);
        if (!has_place)
            return values;
        bool is_closed, is_choice;
        struct kam_text place = kam_text_split(&rest, '}', &is_closed);
        assert_true(is_closed);
        struct kam_text name = kam_text_split(&place, '|', &is_choice);
        assert_true(name.len > 0);
        add_value(is_choice ? chosen : &values, name);
    }
}

static bool has_value(const struct values *values, struct kam_text name)
{
    return kam_text_among(values->names, values->count, name);
}

static void every_language_says_everything(void **unused)
{
    const struct kam_language *language;

    (void)unused;
    for (size_t l = 0; (language = kam_language_at(l)); l++)
        for (int s = 0; s < KAM_SENTENCES; s++) {
            const char *pattern = language->sentences[s];
            if (!pattern || !*pattern)
                fail_msg("%s: sentence %d is missing", language->code, s);
        }
}

static void every_language_names_the_same_values(void **unused)
{
    const struct kam_language *reference = kam_language_at(0), *language;

    (void)unused;
    for (size_t l = 0; (language = kam_language_at(l)); l++)
        for (int s = 0; s < KAM_SENTENCES; s++) {
            struct values chosen, wanted = values_of(reference->sentences[s], &chosen);
            struct values found = values_of(language->sentences[s], &chosen);
            bool same = found.count == wanted.count;
            for (size_t i = 0; i < found.count; i++)
                same = same && kam_text_equal(found.names[i], wanted.names[i]);
            for (size_t i = 0; i < chosen.count; i++)
                same = same && has_value(&wanted, chosen.names[i]);
            if (!same)
                fail_msg("%s: '%s' has not the values of '%s'", language->code,
                         language->sentences[s], reference->sentences[s]);
        }
}

/* How many bytes at the start of TEXT are the same in all languages: names, options as typed. */
static size_t foreign(struct kam_text text)
{
    static const char *const names[] = {"ABC", "--measure month", "--explain"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (kam_text_starts_with(text, kam_text_of(names[i])))
            return strlen(names[i]);
    return 0;
}

/* What no value could bring into a Chinese text. */
static bool has_latin_words(const char *pattern)
{
    struct kam_text rest = kam_text_of(pattern);
    bool more = true;

    while (more) {
        struct kam_text words = kam_text_split(&rest, '{', &more);
        for (size_t i = 0; i < words.len; i++) {
            struct kam_text at = {words.ptr + i, words.len - i};
            if (foreign(at))
                i += foreign(at) - 1;
            else if ((words.ptr[i] | 0x20) >= 'a' && (words.ptr[i] | 0x20) <= 'z')
                return true;
        }
        (void)kam_text_split(&rest, '}', &more);
    }
    return false;
}

static void chinese_has_no_english_left(void **unused)
{
    (void)unused;
    for (int s = 0; s < KAM_SENTENCES; s++)
        if (has_latin_words(kam_chinese.sentences[s]))
            fail_msg("'%s'", kam_chinese.sentences[s]);
    for (size_t i = 0; i < kam_chinese.column_count; i++)
        assert_false(has_latin_words(kam_chinese.columns[i].word));
    assert_true(has_latin_words("{x} b"));
    assert_false(has_latin_words("{x}按ABC{y}"));
}

/* Accents, dashes and arrows aside, what is beyond ASCII has three bytes. */
static void english_has_no_chinese_left(void **unused)
{
    (void)unused;
    for (int s = 0; s < KAM_SENTENCES; s++)
        for (const char *p = kam_english.sentences[s]; *p; p++)
            if (strncmp(p, "→", strlen("→")) == 0)
                p += strlen("→") - 1;
            else
                assert_true((unsigned char)*p < 0xE0);
}

static void every_language_names_the_same_columns(void **unused)
{
    const struct kam_language *reference = kam_language_at(0), *language;

    (void)unused;
    for (size_t l = 0; (language = kam_language_at(l)); l++) {
        assert_int_equal(language->column_count, reference->column_count);
        for (size_t i = 0; i < language->column_count; i++) {
            const struct kam_column_word *word = &language->columns[i];
            assert_string_equal(word->column, reference->columns[i].column);
            assert_non_null(kam_column_find(kam_text_of(word->column)));
            assert_true(*word->word);
        }
        for (int m = 0; m < KAM_MONTHS_OF_YEAR; m++)
            assert_true(*language->months[m]);
    }
}

static void languages_are_found_by_their_codes(void **unused)
{
    (void)unused;
    assert_ptr_equal(kam_language_find(KAM_TEXT("en")), &kam_english);
    assert_ptr_equal(kam_language_find(KAM_TEXT("zh")), &kam_chinese);
    assert_null(kam_language_find(KAM_TEXT("e")));
    assert_null(kam_language_find(KAM_TEXT("EN")));
    assert_null(kam_language_find(KAM_TEXT("")));
    assert_ptr_equal(kam_language_at(0), &kam_english);
}

static void only_kams_columns_have_words(void **unused)
{
    (void)unused;
    assert_true(kam_text_equal(kam_language_column(&kam_chinese, KAM_TEXT("margin_rate")),
                               KAM_TEXT("毛利率")));
    assert_true(kam_text_equal(kam_language_column(&kam_chinese, KAM_TEXT("service_cost")),
                               KAM_TEXT("service_cost")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_language_says_everything),
        cmocka_unit_test(every_language_names_the_same_values),
        cmocka_unit_test(chinese_has_no_english_left),
        cmocka_unit_test(english_has_no_chinese_left),
        cmocka_unit_test(every_language_names_the_same_columns),
        cmocka_unit_test(languages_are_found_by_their_codes),
        cmocka_unit_test(only_kams_columns_have_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
