#include "tier/visitplan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* How many visits TEXT makes in MONTHS; -1: it is no rate. */
static long long planned(const char *text, size_t months)
{
    struct kam_visit_rate rate;
    char digits[KAM_DECIMAL_SIZE];

    if (!kam_visit_rate_read(kam_text_of(text), &rate))
        return -1;
    kam_decimal_format(kam_visit_rate_planned(rate, months), 0, digits);
    return strtoll(digits, NULL, 10);
}

static void what_is_no_rate(void **unused)
{
    static const char *const texts[] = {
        "",
        " ",
        "none",
        "4",
        "per month",
        "4 per",
        "4 per decade",
        "4 per months",
        "-4 per month",
        "4,5 per month",
        "4 to 5 per month",
        "4.. per month",
        ". per month",
        "4 month",
        "4 per month or so",
        "at least 4 per month",
        "1 per month, 1 per week",
        "每月",
        "4次",
        "每4次",
        "每月次",
        "每月4次以上",
        "每日4次",
        "4次每月月",
        "月4次",
        "每月百次",
        "1000001 per year",
        "99999999999999999999999999 per year",
        "4 per month 4 per month 4 per month 4 per month 4 per month 4 per month",
        "\xff per month",
        "4\xffper month",
    };

    (void)unused;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (planned(texts[i], 12) != -1)
            fail_msg("'%s' is taken for a rate", texts[i]);
}

static void rates_of_both_languages(void **unused)
{
    static const struct {
        const char *text;
        size_t months;
        long long visits;
    } examples[] = {
        {"4 per month", 12, 48},
        {"4 per month", 1, 4},
        {"4 per month", 0, 0},
        {"4per month", 12, 48},
        {" 4  Times Per Month ", 12, 48},
        {"4 times a month", 12, 48},
        {"4/month", 12, 48},
        {"１ per quarter", 12, 4},
        {"1 per quarter", 5, 2}, /* 1.67 */
        {"1 per quarter", 4, 1}, /* 1.33 */
        {"1 per year", 6, 1},    /* a half goes up */
        {"1 per year", 5, 0},
        {"3 per year", 6, 2},
        {"1 per week", 12, 52},
        {"1 per week", 1, 4}, /* 4.33 */
        {"1 per week", 3, 13},
        {"0.5 per month", 12, 6},
        {"0 per month", 12, 0},
        {"once per month", 12, 12},
        {"twice a year", 12, 2},
        {"1 every month", 12, 12},
        {"1000000 per week", 1200, 5200000000},
        {"每月4次", 12, 48},
        {"每月 4 次", 12, 48},
        {"每个月４次", 12, 48},
        {"每周1次", 12, 52},
        {"每週1次", 12, 52},
        {"每星期一次", 12, 52},
        {"每季2次", 12, 8},
        {"每季度两次", 12, 8},
        {"每年十次", 12, 10},
        {"4次/月", 12, 48},
        {"1次/年", 24, 2},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        if (planned(examples[i].text, examples[i].months) != examples[i].visits)
            fail_msg("'%s' in %zu months: %lld, not %lld", examples[i].text, examples[i].months,
                     planned(examples[i].text, examples[i].months), examples[i].visits);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_rate),
        cmocka_unit_test(rates_of_both_languages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
