#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tier/worth.h"

struct sample {
    size_t customers;
    int64_t places; /* that the managers have; -1: isn't known */
    size_t repeaters;
    enum { MONTHS_UNKNOWN, MONTHS_KNOWN } months;
    int64_t top; /* share of the top 20 % in percent; -1: there is none */
    enum { LESS_THAN_HALF, HALF } top_has;
    const char *answers; /* of the three conditions */
    const char *sentence;
};

static const struct sample samples[] = {
    {100, 99, 50, MONTHS_KNOWN, 50, HALF, "yes yes yes ",
     "tiering is worth it: 100 customers are more than the managers can carry (99), 50.0% of them "
     "buy again, the top 20% bring 50.0% of the positive revenue"},
    {100, 100, 50, MONTHS_KNOWN, 80, HALF, "no yes yes ",
     "tiering may not be worth it: the managers can carry all 100 customers (100), 50.0% of them "
     "buy again, the top 20% bring 80.0% of the positive revenue"},
    {3, 0, 1, MONTHS_KNOWN, 80, HALF, "yes no yes ",
     "tiering may not be worth it: 3 customers are more than the managers can carry (0), only "
     "33.3% of them buy again, the top 20% bring 80.0% of the positive revenue"},
    {3, 1, 2, MONTHS_KNOWN, 50, LESS_THAN_HALF, "yes yes no ",
     "tiering may not be worth it: 3 customers are more than the managers can carry (1), 66.7% of "
     "them buy again, the top 20% bring only 50.0% of the positive revenue"},
    {3, -1, 3, MONTHS_KNOWN, 90, HALF, " yes yes ",
     "whether tiering is worth it isn't known: [managers] doesn't say how many they can carry, "
     "100.0% of them buy again, the top 20% bring 90.0% of the positive revenue"},
    {3, 1, 0, MONTHS_UNKNOWN, 90, HALF, "yes  yes ",
     "whether tiering is worth it isn't known: 3 customers are more than the managers can carry "
     "(1), who buys again isn't known, the top 20% bring 90.0% of the positive revenue"},
    /* One condition that fails is enough, whatever isn't known. */
    {3, -1, 1, MONTHS_KNOWN, -1, LESS_THAN_HALF, " no  ",
     "tiering may not be worth it: [managers] doesn't say how many they can carry, only 33.3% of "
     "them buy again, nobody brings any revenue"},
    {0, 5, 0, MONTHS_KNOWN, -1, LESS_THAN_HALF, "   ", NULL},
};

static void assert_answers(const struct kam_worth *worth, const char *expected)
{
    const enum kam_answer answers[] = {worth->capacity, worth->repeat, worth->spread};
    struct kam_buffer text = {NULL, 0, 0};

    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        assert_true(kam_buffer_add(&text, kam_answer_text(answers[i])) &&
                    kam_buffer_add_byte(&text, ' '));
    assert_true(kam_buffer_add_byte(&text, '\0'));
    assert_string_equal(text.ptr, expected);
    kam_buffer_free(&text);
}

static void test_conditions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        const struct sample *sample = &samples[i];
        const struct kam_capacity capacity = {sample->places >= 0, kam_decimal_of(sample->places)};
        struct kam_pyramid pyramid = {.repeaters = sample->repeaters};
        struct kam_buffer text = {NULL, 0, 0};
        pyramid.all.customers = sample->customers;
        pyramid.spread.known = sample->top >= 0;
        pyramid.spread.top_has_half = sample->top_has == HALF;
        assert_int_equal(kam_decimal_divide(kam_decimal_of(sample->top), kam_decimal_of(100), 6,
                                            &pyramid.spread.top_share),
                         KAM_NUMBER_OK);
        struct kam_worth worth = kam_worth_of(&pyramid, sample->months == MONTHS_KNOWN, &capacity);
        assert_answers(&worth, sample->answers);
        if (!sample->sentence)
            continue;
        assert_true(kam_worth_explain(&worth, &pyramid, &capacity, &text) &&
                    kam_buffer_add_byte(&text, '\0'));
        assert_string_equal(text.ptr, sample->sentence);
        kam_buffer_free(&text);
    }
}

/* What the managers can carry by COUNT and SPAN, "none" if that isn't known. */
static const char *carried(uint64_t count, uint64_t span)
{
    static char text[KAM_DECIMAL_SIZE];
    const struct kam_model_managers managers = {.count = count, .span = span};
    const struct kam_table table = {.count = 0};
    struct kam_capacity capacity;

    assert_int_equal(kam_managers_capacity(&managers, &table, NULL, 0, &capacity, NULL), KAM_OK);
    if (!capacity.known)
        return "none";
    kam_decimal_format(capacity.customers, 0, text);
    return text;
}

static void test_capacity(void **state)
{
    (void)state;
    assert_string_equal(carried(3, 40), "120");
    assert_string_equal(carried(3, 0), "none");
    assert_string_equal(carried(0, 40), "none"); /* no column to count them in either */
    assert_string_equal(carried(10000000000, 10000000000), "100000000000000000000");
    assert_string_equal(carried(20000000000, 10000000000), "none"); /* too large to say */
    assert_string_equal(carried(UINT64_MAX, 1), "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_conditions),
        cmocka_unit_test(test_capacity),
    };

    return cmocka_run_group_tests_name("worth", tests, NULL, NULL);
}
