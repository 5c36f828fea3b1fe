#include "import/checktotal.h"

#include "decimals.h"
#include "temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

enum { OCTOBER = 2026 * 12 + 9, WHOLE = KAM_MONTH_NONE };

/* ERROR as it is printed, with FILE for PATH wherever that stands. */
static const char *message(const struct kam_error *error, const char *path)
{
    static const char name[] = "FILE";
    static char text[2048];

    kam_error_format(error, text, sizeof text);
    for (char *at; *path && (at = strstr(text, path));) {
        const char *rest = at + strlen(path);
        memcpy(at, name, strlen(name));
        memmove(at + strlen(name), rest, strlen(rest) + 1);
    }
    return text;
}

static enum kam_status read_content(struct kam_check_totals *totals, char path[TEMPORARY_PATH],
                                    const char *content, struct kam_error *error)
{
    const struct kam_reader_options options = {.delimiter = 0};

    temporary_file(path, content);
    enum kam_status status = kam_check_totals_read(totals, path, &options, error);
    unlink(path);
    return status;
}

static void an_option_is_an_amount_or_a_month_and_one(void **unused)
{
    static const struct {
        const char *argument;
        int month;
        const char *amount, *message;
    } cases[] = {
        {"7470.50", WHOLE, "7470.5", NULL},
        {"2026-10=7470.50", OCTOBER, "7470.5", NULL},
        {"202610=-5", OCTOBER, "-5", NULL},
        {" 2026-10 = 5 ", OCTOBER, "5", NULL},
        {"2026年10月=¥7,470.50", OCTOBER, "7470.5", NULL},
        {"0", WHOLE, "0", NULL},
        {"(1,234.50)", WHOLE, "-1234.5", NULL},
        {"", 0, NULL, "--check-total: no amount in ''; a total is AMOUNT or YYYY-MM=AMOUNT"},
        {" ", 0, NULL, "--check-total: no amount in ' '; a total is AMOUNT or YYYY-MM=AMOUNT"},
        {"2026-10=", 0, NULL,
         "--check-total: no amount in '2026-10='; a total is AMOUNT or YYYY-MM=AMOUNT"},
        {"=5", 0, NULL, "--check-total: no month: ''; a total is AMOUNT or YYYY-MM=AMOUNT"},
        {"2026-13=5", 0, NULL,
         "--check-total: no such month: '2026-13'; a total is AMOUNT or YYYY-MM=AMOUNT"},
        {"5=2026-10", 0, NULL,
         "--check-total: not a month: '5'; a total is AMOUNT or YYYY-MM=AMOUNT"},
        {"2026-10=5=6", 0, NULL, "--check-total: not a number: '5=6'"},
        {"2026-10", 0, NULL, "--check-total: not a number: '2026-10'"},
        {"1,150", WHOLE, "1150", NULL},
        {"7.47万", WHOLE, "74700", NULL},
        {"1.150", 0, NULL,
         "--check-total: thousands or decimals? say --decimal . or --decimal ,: '1.150'"},
        {"2026-10=NULL", 0, NULL,
         "--check-total: no amount in '2026-10=NULL'; a total is AMOUNT or YYYY-MM=AMOUNT"},
        {"five", 0, NULL, "--check-total: not a number: 'five'"},
        {"999999999999999999999", 0, NULL,
         "--check-total: number too large: '999999999999999999999'"},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_check_totals totals = {0};
        struct kam_error error;
        enum kam_status status =
            kam_check_totals_parse(&totals, kam_text_of(cases[i].argument), &error);
        if (cases[i].message) {
            assert_int_equal(status, KAM_USAGE);
            assert_string_equal(message(&error, ""), cases[i].message);
            assert_int_equal(totals.count, 0);
        } else {
            assert_int_equal(status, KAM_OK);
            assert_int_equal(totals.count, 1);
            assert_int_equal(totals.items->month, cases[i].month);
            assert_int_equal(kam_decimal_compare(totals.items->amount, decimal(cases[i].amount)),
                             0);
        }
        kam_check_totals_free(&totals);
    }
}

static void a_month_has_one_total(void **unused)
{
    static const struct {
        const char *arguments[2], *content, *message;
        enum kam_status status;
    } cases[] = {
        {{"2026-10=1", "2026-09=1"}, NULL, NULL, KAM_OK},
        {{"2026-10=1", "1"}, NULL, NULL, KAM_OK},
        {{"2026-10=1", "2026/10=1"},
         NULL,
         "--check-total: 2026-10 has a total of --check-total already",
         KAM_USAGE},
        {{"1", "2"},
         NULL,
         "--check-total: the whole window has a total of --check-total already",
         KAM_USAGE},
        {{"2026-09=1", NULL}, "month,amount\n2026-10,1\n,2\n", NULL, KAM_OK},
        {{"2026-10=1", NULL},
         "month,amount\n2026-10,1\n",
         "FILE:2: month: 2026-10 has a total of --check-total already",
         KAM_DATA},
        {{NULL},
         "month,amount\n2026-10,1\n2026-09,2\n2026/10,1\n",
         "FILE:4: month: 2026-10 has a total in FILE:2 already",
         KAM_DATA},
        {{NULL},
         "month,amount\n,1\n合计,1\n",
         "FILE:3: month: the whole window has a total in FILE:2 already",
         KAM_DATA},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_check_totals totals = {0};
        struct kam_error error = {.status = KAM_OK};
        enum kam_status status = KAM_OK;
        char path[TEMPORARY_PATH] = "";

        for (int a = 0; a < 2 && cases[i].arguments[a]; a++) {
            assert_int_equal(status, KAM_OK);
            status = kam_check_totals_parse(&totals, kam_text_of(cases[i].arguments[a]), &error);
        }
        if (cases[i].content) {
            assert_int_equal(status, KAM_OK);
            status = read_content(&totals, path, cases[i].content, &error);
        }
        assert_int_equal(status, cases[i].status);
        if (status)
            assert_string_equal(message(&error, path), cases[i].message);
        kam_check_totals_free(&totals);
    }
}

static void a_file_has_months_and_amounts(void **unused)
{
    static const struct {
        const char *content;
        const char *totals; /* MONTH=AMOUNT, separated by blanks; or the message */
    } cases[] = {
        {"month,amount\n2026-10,7470.50\n2026-09,1\n,7471.50\n",
         "2026-10=7470.50 2026-09=1.00 =7471.50"},
        {"\xEF\xBB\xBF账期;收入\r\n2026年10月;￥7,470.50\r\n合计：;￥7,470.50\r\n",
         "2026-10=7470.50 =7470.50"},
        {"note\tBilling Month\tTotal\n\"a\nb\"\t202610\t-5\n\n\t\t\n x\t Grand Total \t0\n",
         "2026-10=-5.00 =0.00"},
        {"month;amount\n=\"2026-10\";=\"1,234\"\n", "2026-10=1234.00"},
        /* a decimal sign that all amounts can have, or none */
        {"month;amount\n2026-10;7.470,50\n2026-09;1.150\n;1\n",
         "2026-10=7470.50 2026-09=1150.00 =1.00"},
        {"month;amount\n2026-10;7470.5\n2026-09;1.150\n", "2026-10=7470.50 2026-09=1.15"},
        {"month;amount\n2026-10;1.150\n",
         "FILE:2: amount: thousands or decimals? say --decimal . or --decimal ,: '1.150'"},
        {"month;amount\n2026-10;1.150\n2026-09;1.5\n2026-08;1,5\n",
         "FILE:2: amount: thousands or decimals? say --decimal . or --decimal ,: '1.150'"},
        {"month;amount\n2026-10;1,5\n2026-09;1.5\n",
         "FILE:2: amount: unexpected decimal sign, say --decimal . or --decimal ,: '1,5'"},
        /* units */
        {"月份,金额(万元)\n2026-10,1.2345\n", "2026-10=12345.00"},
        {"月份,合计(万元)\n2026-10,1.2345\n", "2026-10=12345.00"},
        {"月份,合计(万元)\n2026-10,-\n", "FILE:2: 合计(万元): empty: what do the lines add up to?"},
        {"月份,合计(不含税)\n2026-10,-\n", "FILE:1: no column looks like the amount; the first "
                                           "line has to be a header with 'month' and "
                                           "'amount', and has: 月份, 合计(不含税)"},
        {"", "FILE: empty, not even a header: did the command before it fail?"},
        {"month,amount\n", "FILE: a header and no total"},
        {"month,amount\n,\n", "FILE: a header and no total"},
        {"2026-10,5\n",
         "FILE:1: no column looks like the month; the first line has to be a header with "
         "'month' and 'amount', and has: 2026-10, 5"},
        {"month,name\n2026-10,5\n", "FILE:1: no column looks like the amount; the first line has "
                                    "to be a header with 'month' and "
                                    "'amount', and has: month, name"},
        {"财务确认收入\n单位：元\n月份,金额\n2026-10,5\n",
         "FILE:1: no column looks like the month; the first line has to be a header with 'month' "
         "and "
         "'amount', and has: 财务确认收入"},
        {"month,date,amount\n2026-10,,5\n",
         "FILE:1: 'month' and 'date' could both be the month; rename one of them"},
        {"month,amount,total\n2026-10,5,5\n",
         "FILE:1: 'amount' and 'total' could both be the amount; rename one of them"},
        {"month,amount\n2026-13,5\n", "FILE:2: month: no such month: '2026-13'"},
        {"month,amount\n\n2026-10,\n", "FILE:3: amount: empty: what do the lines add up to?"},
        {"month,amount\n合计, \n", "FILE:2: amount: empty: what do the lines add up to?"},
        {"月份,金额\n2026-10,1,234\n", "FILE:2: too many fields for the header (3 instead of 2)"},
        {"月份,金额\n2026-10,五\n", "FILE:2: 金额: not a number: '五'"},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_check_totals totals = {0};
        struct kam_error error;
        char path[TEMPORARY_PATH], text[200] = "";
        size_t len = 0;
        enum kam_status status = read_content(&totals, path, cases[i].content, &error);

        for (size_t t = 0; !status && t < totals.count; t++) {
            char month[KAM_MONTH_SIZE] = "", amount[KAM_DECIMAL_SIZE];
            if (totals.items[t].month != WHOLE)
                kam_month_format(totals.items[t].month, month);
            kam_decimal_format(totals.items[t].amount, 2, amount);
            len += (size_t)snprintf(text + len, sizeof text - len, "%s%s=%s", t ? " " : "", month,
                                    amount);
        }
        if (status)
            assert_int_equal(status, KAM_DATA);
        assert_string_equal(status ? message(&error, path) : text, cases[i].totals);
        kam_check_totals_free(&totals);
    }
}

static void what_the_user_says_of_styles_holds(void **unused)
{
    struct kam_check_totals totals = {.sign = KAM_SIGN_COMMA, .dates = {KAM_DATES_DMY, false}};
    static const char *const expected[] = {"1150", "1150", "2"};
    struct kam_error error;
    char path[TEMPORARY_PATH];

    (void)unused;
    assert_int_equal(kam_check_totals_parse(&totals, KAM_TEXT("05/10/2026=1.150"), &error), KAM_OK);
    assert_int_equal(
        read_content(&totals, path, "date;amount\n05/09/2026;1.150\n05/08/2026;2\n", &error),
        KAM_OK);
    assert_int_equal(totals.count, 3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(totals.items[i].month, OCTOBER - i);
        assert_int_equal(kam_decimal_compare(totals.items[i].amount, decimal(expected[i])), 0);
    }
    assert_int_equal(read_content(&totals, path, "date;amount\n05/07/2026;1.5\n", &error),
                     KAM_DATA);
    kam_check_totals_free(&totals);
}

static void a_month_outside_the_window_is_an_error(void **unused)
{
    static const struct kam_months window = {OCTOBER - 11, 12};
    static const struct {
        const char *argument, *content, *message;
        enum kam_status status;
    } cases[] = {
        {"2025-11=1", "month,amount\n2026-10,1\n,1\n", NULL, KAM_OK},
        {"1", NULL, NULL, KAM_OK},
        {"2025-10=1", NULL, "--check-total: 2025-10 is not in the window, 2025-11 to 2026-10",
         KAM_USAGE},
        {"2026-11=1", NULL, "--check-total: 2026-11 is not in the window, 2025-11 to 2026-10",
         KAM_USAGE},
        {"2026-10=1", "month,amount\n2026-09,1\n2026-11,1\n",
         "FILE:3: 2026-11 is not in the window, 2025-11 to 2026-10", KAM_DATA},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_check_totals totals = {0};
        struct kam_error error;
        char path[TEMPORARY_PATH] = "";

        assert_int_equal(kam_check_totals_parse(&totals, kam_text_of(cases[i].argument), &error),
                         KAM_OK);
        if (cases[i].content)
            assert_int_equal(read_content(&totals, path, cases[i].content, &error), KAM_OK);
        assert_int_equal(
            kam_check_totals_within(&totals, (struct kam_months){KAM_MONTH_NONE, 0}, &error),
            KAM_OK);
        assert_int_equal(kam_check_totals_within(&totals, window, &error), cases[i].status);
        if (cases[i].message)
            assert_string_equal(message(&error, path), cases[i].message);
        kam_check_totals_free(&totals);
    }
}

/* September without a line, October with some, November that nets to nothing; a sum too large. */
static void totals_are_held_against_the_sums(void **unused)
{
    static const struct {
        const char *argument;
        uint64_t rejected;
        const char *rejected_amount, *message;
    } cases[] = {
        {"2026-10=7460.50", 0, "0", NULL},
        {"2026-10=7,460.5", 7, "10", NULL},
        {"2026-11=0", 0, "0", NULL},
        {"2026-09=0", 0, "0", NULL},
        {"2026-01=0", 0, "0", NULL},
        {"7460.50", 0, "0", NULL},
        {"2026-10=7470.50", 0, "0",
         "2026-10: finance says 7470.50, the lines used add up to 7460.50: 10.00 too little"},
        {"2026-10=7470.50", 2, "10",
         "2026-10: finance says 7470.50, the lines used add up to 7460.50: 10.00 too little; "
         "rejected lines hold 10.00"},
        {"2026-10=-1", 1, "0",
         "2026-10: finance says -1.00, the lines used add up to 7460.50: 7461.50 too much; 1 line "
         "was rejected"},
        {"2026-10=7460.500000000000000001", 3, "0",
         "2026-10: finance says 7460.500000000000000001, the lines used add up to 7460.50: "
         "0.000000000000000001 too little; 3 lines were rejected"},
        {"2026-11=0.01", 0, "0",
         "2026-11: finance says 0.01, the lines used add up to 0.00: 0.01 too little"},
        {"2026-09=5", 0, "0", "2026-09: finance says 5.00, no line was used"},
        {"2026-09=5", 1, "5",
         "2026-09: finance says 5.00, no line was used; rejected lines hold 5.00"},
        {"2026-01=5", 0, "0", "2026-01: finance says 5.00, no line was used"},
        {"5", 0, "0",
         "the whole window: finance says 5.00, the lines used add up to 7460.50: 7455.50 too much"},
        {"2026-12=5", 0, "0",
         "2026-12: finance says 5.00, the sum of the lines used is too large for kam"},
        {"2026-12=0", 0, "0",
         "2026-12: finance says 0.00, the sum of the lines used is too large for kam"},
        {"2026-10=-170141183460469231731", 0, "0",
         "2026-10: finance says -170141183460469231731.00, the lines used add up to 7460.50: far "
         "too much"},
    };
    struct kam_coverage_month months[] = {
        {0}, {.accounts = 3, .revenue = decimal("7460.50")}, {.accounts = 1}, {.too_large = true}};

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct kam_coverage coverage = {.window = {OCTOBER - 1, 4},
                                              .months = months,
                                              .whole = months[1],
                                              .rejected_lines = cases[i].rejected,
                                              .rejected_amount = decimal(cases[i].rejected_amount)};
        struct kam_check_totals totals = {0};
        struct kam_error error;

        assert_int_equal(kam_check_totals_parse(&totals, kam_text_of(cases[i].argument), &error),
                         KAM_OK);
        enum kam_status status =
            kam_check_total_hold(totals.items, &coverage, KAM_TEXT(""), &error);
        assert_int_equal(status, cases[i].message ? KAM_DATA : KAM_OK);
        if (cases[i].message)
            assert_string_equal(message(&error, ""), cases[i].message);
        kam_check_totals_free(&totals);
    }
}

static void a_total_of_a_file_names_its_line(void **unused)
{
    struct kam_coverage_month months[] = {{.accounts = 3, .revenue = decimal("7460.50")}};
    const struct kam_coverage coverage = {.window = {OCTOBER, 1}, .months = months};
    struct kam_check_totals totals = {0};
    struct kam_error error;
    char path[TEMPORARY_PATH];

    (void)unused;
    assert_int_equal(read_content(&totals, path, "month,amount\n2026-10,7460.5\n,3\n", &error),
                     KAM_OK);
    assert_int_equal(totals.count, 2);
    assert_int_equal(kam_check_total_hold(&totals.items[0], &coverage, KAM_TEXT(""), &error),
                     KAM_OK);
    assert_int_equal(kam_check_total_hold(&totals.items[1], &coverage, KAM_TEXT(""), &error),
                     KAM_DATA);
    assert_string_equal(message(&error, path),
                        "FILE:3: the whole window: finance says 3.00, no line was used");
    kam_check_totals_free(&totals);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_option_is_an_amount_or_a_month_and_one),
        cmocka_unit_test(a_month_has_one_total),
        cmocka_unit_test(a_file_has_months_and_amounts),
        cmocka_unit_test(what_the_user_says_of_styles_holds),
        cmocka_unit_test(a_month_outside_the_window_is_an_error),
        cmocka_unit_test(totals_are_held_against_the_sums),
        cmocka_unit_test(a_total_of_a_file_names_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
