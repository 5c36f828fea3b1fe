/* Currencies are never added up. */
#include "import/onecurrency.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static enum kam_currency_verdict judge(struct kam_one_currency *currency, const char *code,
                                       struct kam_error *why)
{
    const struct kam_place place = {.file = "b.csv", .line = 7, .column = "currency"};
    enum kam_currency_verdict verdict;

    assert_true(kam_one_currency_judge(currency, kam_text_of(code), &place, &verdict, why));
    return verdict;
}

static void take(struct kam_one_currency *currency, const char *code)
{
    const struct kam_place place = {.file = "b.csv", .line = 7, .column = "currency"};

    assert_true(kam_one_currency_take(currency, kam_text_of(code), &place));
}

static void the_first_one_taken_is_the_runs(void **unused)
{
    struct kam_one_currency currency = {.line = 0};
    struct kam_error why;

    (void)unused;
    assert_int_equal(judge(&currency, "EUR", &why), KAM_CURRENCY_SAME);
    assert_int_equal(judge(&currency, "CNY", &why), KAM_CURRENCY_SAME);
    take(&currency, "CNY");
    assert_int_equal(judge(&currency, "CNY", &why), KAM_CURRENCY_SAME);
    take(&currency, "CNY");
    assert_int_equal(judge(&currency, "USD", &why), KAM_CURRENCY_DIFFERENT);
    assert_string_equal(why.text, "'USD', but b.csv:7 has 'CNY': currencies can't be added up; "
                                  "choose one with --currency COL=CODE");
    kam_one_currency_free(&currency);
}

static void others_than_the_chosen_are_foreign(void **unused)
{
    struct kam_one_currency currency = {.chosen = KAM_TEXT("USD")};
    struct kam_error why;

    (void)unused;
    assert_int_equal(judge(&currency, "CNY", &why), KAM_CURRENCY_FOREIGN);
    assert_int_equal(currency.code.len, 0); /* no line has it so far */
    assert_int_equal(judge(&currency, "USD", &why), KAM_CURRENCY_SAME);
    take(&currency, "USD");
    assert_true(kam_text_equal(currency.code, KAM_TEXT("USD")));
    assert_int_equal(judge(&currency, "CNY", &why), KAM_CURRENCY_FOREIGN);
    kam_one_currency_free(&currency);
}

static void codes_are_what_cells_mean(void **unused)
{
    static const struct {
        const char *cell, *code;
    } cases[] = {
        {"CNY", "CNY"},
        {"cny", "CNY"},
        {"RMB", "CNY"},
        {"人民币", "CNY"},
        {"￥", "CNY"},
        {"元", "CNY"},
        {"usd", "USD"},
        {"美元", "USD"},
        {"$", "USD"},
        {"CHF", "CHF"},
        {"chf", "CHF"},
        {"CHF", "CHF"},
        {"usd", "USD"},
        {"", ""},
        {"bitcoin", "BITCOIN"},
        {"瑞士法郎", "瑞士法郎"},
        {"万元", "万元"},
        {"a code of more than thirty-two bytes", "a code of more than thirty-two bytes"},
    };
    struct kam_currency_reader reader = {.last_code = KAM_TEXT("")};

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_text code;
        assert_true(kam_currency_read(&reader, kam_text_of(cases[i].cell), &code));
        if (!kam_text_equal(code, kam_text_of(cases[i].code)))
            fail_msg("'%s' is %s, not %.*s", cases[i].cell, cases[i].code, (int)code.len, code.ptr);
    }
    kam_currency_reader_free(&reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_one_taken_is_the_runs),
        cmocka_unit_test(others_than_the_chosen_are_foreign),
        cmocka_unit_test(codes_are_what_cells_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
