/* What is decided about an export from its beginning: header, signs, order of dates, units. */
#include "import/importplan.h"

#include "temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

#define HEAD "account,month,amount,cost\n"

/* What is decided, as "amount sign, cost sign, order, amount exponent, cost exponent". */
static void describe(const struct kam_import_file *file, char out[64])
{
    static const char *const signs[] = {"?", ".", ","};
    static const char *const orders[] = {"?", "ymd", "dmy", "mdy"};
    const struct kam_conventions *c = &file->conventions;
    size_t amount = file->factors[0].column, cost = file->columns[KAM_ROLE_COST];
    const struct kam_amount_style *a = &c->columns[amount].style;

    snprintf(out, 64, "%s%s %s %d", signs[a->sign],
             cost == KAM_NO_COLUMN ? "" : signs[c->columns[cost].style.sign],
             orders[c->dates.order], a->exponent);
    if (cost != KAM_NO_COLUMN)
        snprintf(out + strlen(out), 64 - strlen(out), "/%d", c->columns[cost].style.exponent);
}

/* What kam-import decides about TEXT under READING, or the error without the place of the file. */
static void decide(const char *text, const struct kam_import_reading *reading, char out[2048])
{
    struct kam_import_options options = {
        .round = -1, .period = KAM_MONTH_NONE, .window = 12, .reading = *reading};
    struct kam_import_plan plan;
    struct kam_error error;
    char path[TEMPORARY_PATH];
    const char *paths[] = {path};

    temporary_file(path, text);
    if (kam_import_plan_look(&plan, paths, 1, &options, &error)) {
        error.file = NULL;
        char line[32] = "";
        if (error.line)
            snprintf(line, sizeof line, "%llu: ", (unsigned long long)error.line);
        error.line = 0;
        char said[2000];
        kam_error_format(&error, said, sizeof said);
        snprintf(out, 2048, "%s%s", line, said);
    } else {
        describe(&plan.files[0], out);
    }
    kam_import_plan_free(&plan);
    unlink(path);
}

struct decision {
    const char *text, *expected;
};

static void check(const struct decision *decisions, size_t count,
                  const struct kam_import_reading *reading)
{
    for (size_t i = 0; i < count; i++) {
        char found[2048];
        decide(decisions[i].text, reading, found);
        if (strcmp(found, decisions[i].expected) != 0)
            fail_msg("%s\n  expected: %s\n  found:    %s", decisions[i].text, decisions[i].expected,
                     found);
    }
}

#define CHECK(decisions, ...)                                                                      \
    check(decisions, sizeof(decisions) / sizeof *(decisions),                                      \
          &(const struct kam_import_reading){__VA_ARGS__})

static const char *const AGREE = "; say --decimal . or --decimal , and the others are bad lines";

static void signs_come_from_cells_that_leave_no_doubt(void **unused)
{
    char both[256];
    snprintf(both, sizeof both,
             "3: amount: '2,5' has a decimal comma, but '1.5' in line 2 a decimal point%s", AGREE);
    const struct decision decisions[] = {
        {HEAD "1,2026-10,1,2\n", "?? ? 0/0"},
        {HEAD "1,2026-10,1.5,2\n", ".. ? 0/0"},
        {HEAD "1,2026-10,1.150,2.5\n", ".. ? 0/0"},
        {HEAD "1,2026-10,\"1,150\",2\n", "?? ? 0/0"},
        {HEAD "1,2026-10,\"1,5\",2\n", ",, ? 0/0"},
        {HEAD "1,2026-10,\"1,5\",2\n2,2026-10,1.150,2\n", ",, ? 0/0"},
        {HEAD "1,2026-10,\"1.234,5\",2\n", ",, ? 0/0"},
        {HEAD "1,2026-10,\"1,5\",2.5\n", ",. ? 0/0"},
        {HEAD "1,2026-10,1.5,2\n2,2026-10,\"2,5\",2\n", both},
        {HEAD "1,2026-10,1.150,2\n",
         "2: amount: '1.150': thousands or decimals? say --decimal . or --decimal ,"},
        {HEAD "1,2026-10,x,y\n", "?? ? 0/0"},
        {HEAD "1,2026-10,(1.5),\n", ".. ? 0/0"},
        {HEAD "1,2026-10,￥1.5,\n", ".. ? 0/0"},
        {HEAD "1,2026-10,1.5E-7,\n", ".. ? 0/0"},
        {HEAD, "?? ? 0/0"},
        {"account;month;amount\n1;2026-10;1,5\n", ", ? 0"},
        /* a title isn't a cell of the column */
        {"1,2,3.5\naccount;month;amount\n1;2026-10;1,5\n", ", ? 0"},
    };
    (void)unused;
    CHECK(decisions, .decimal = KAM_SIGN_UNDECIDED);
}

static void what_is_said_holds_whatever_the_cells_say(void **unused)
{
    static const struct decision decisions[] = {
        {HEAD "1,2026-10,1.5,2\n", ",, dmy 0/0"},
        {HEAD "1,2026-10,1.150,2\n", ",, dmy 0/0"},
        {HEAD "1,10/25/2026,\"1,5\",2\n", ",, dmy 0/0"},
    };
    (void)unused;
    CHECK(decisions, .decimal = KAM_SIGN_COMMA, .dates = {KAM_DATES_DMY, true});
}

static void orders_come_from_days_that_leave_no_doubt(void **unused)
{
    static const struct decision decisions[] = {
        {HEAD "1,25/10/2026,1,2\n", "?? dmy 0/0"},
        {HEAD "1,10/25/2026,1,2\n", "?? mdy 0/0"},
        {HEAD "1,5/10/2026,1,2\n2,25.10.2026,1,2\n", "?? dmy 0/0"},
        {HEAD "1,10/10/2026,1,2\n", "?? ? 0/0"},
        {HEAD "1,2026/25/10,1,2\n", "?? ? 0/0"},
        {HEAD "1,5/10/2026,1,2\n",
         "2: month: '5/10/2026': day or month first? say --dates dmy or --dates mdy"},
        {HEAD "1,25/10/2026,1,2\n2,10/25/2026,1,2\n",
         "3: month: '10/25/2026' has the month first, but '25/10/2026' in line 2 the day; say "
         "--dates dmy or --dates mdy and the others are bad lines"},
        {HEAD "1,5/10/26,1,2\n", "?? ? 0/0"},
    };
    (void)unused;
    CHECK(decisions, .decimal = KAM_SIGN_UNDECIDED);
}

static void units_come_from_headings_and_titles(void **unused)
{
    static const struct decision decisions[] = {
        {"account,month,金额(万元),成本\n", "?? ? 4/0"},
        {"account,month,金额（分）,成本(元)\n", "?? ? -2/0"},
        {"单位：万元\naccount,month,金额,成本\n", "?? ? 4/4"},
        {"单位：万元\naccount,month,金额,成本(元)\n", "?? ? 4/0"},
        {"2026年10月账单 单位：千元,,,\n\naccount,month,金额,成本\n", "?? ? 3/3"},
        {"单位：某某公司\naccount,month,金额,成本\n", "?? ? 0/0"},
        {"account,month,amount (USD thousand),cost\n", "?? ? 3/0"},
        {"Unit: CNY million\naccount,month,amount,cost\n", "?? ? 6/6"},
    };
    (void)unused;
    CHECK(decisions, .decimal = KAM_SIGN_UNDECIDED);
}

static void the_header_is_found(void **unused)
{
    static const struct decision decisions[] = {
        {"x\ny,z\n" HEAD "1,25/10/2026,1.5,2\n", ".. dmy 0/0"},
        {"客户,,账单,\n编号,名称,月份,金额\n1,a,25/10/2026,1.5\n", ". dmy 0"},
        {"客户编号,账期,费用,\n,,应收,实收\n1,25/10/2026,1.5,x\n", ". dmy 0"},
        {"account|month|amount\n1|25/10/2026|1,5\n", ", dmy 0"},
        {"account\tmonth\tamount\n1\t25/10/2026\t1,5\n", ", dmy 0"},
        {"a,b\n1,2\n",
         "1: no column looks like the account; say which with --account COL; the header has: a, b"},
        {"account,month\n1,2\n",
         "1: no column looks like the amount; say which with --amount COL; the header has: "
         "account, month"},
        {"account,amount\n1,2\n",
         "1: no column looks like the month; say which with --month COL, or date all lines with "
         "--period YYYY-MM; the header has: account, amount"},
        {"account,account,month,amount\n", "1: two columns are called 'account'; rename one"},
        {"account,month,amount,fee\n",
         "1: 'amount' and 'fee' could both be the amount; say which with --amount"},
        {"", "empty, not even a header: did the command before it fail?"},
        {"\n\r\n\n", "empty, not even a header: did the command before it fail?"},
    };
    (void)unused;
    CHECK(decisions, .decimal = KAM_SIGN_UNDECIDED);
}

static void the_header_stands_where_it_is_said(void **unused)
{
    static const struct decision third[] = {
        {"account,month,amount\nx,y,z\naccount,month,amount\n1,25/10/2026,1.5\n", ". dmy 0"},
        {"account,month,amount\n", "3: no record begins at this line, which --header-line names"},
    };
    static const struct decision pair[] = {
        {"客户,,账单,\n编号,名称,月份,金额\n1,a,25/10/2026,1.5\n", ". dmy 0"},
    };
    (void)unused;
    CHECK(third, .header = {3, 3});
    CHECK(pair, .header = {1, 2});
}

static void what_is_read_is_told_and_understood_again(void **unused)
{
    static const char *const texts[] = {
        "",
        " decimal=point",
        " decimal=comma dates=dmy",
        " dates=mdy+short unit=4/CNY",
        " decimal=point dates=ymd+short unit=-2",
        " unit=0/USD month=2026-10 ids=cut",
        " month=1900-01",
        " ids=cut",
    };
    static const char *const others[] = {
        "decimal=mixed", "decimal=", "dates=dym", "unit=x",       "unit=", "unit=44",
        "colour=red",    "x",        "month=",    "month=202610", "ids=",  "ids=whole",
    };
    static const struct kam_import_options options = {.round = -1};
    struct kam_column_convention columns[2] = {{.is_amount = true, .takes_title = true}};
    struct kam_import_file file = {.width = 2, .conventions = {.columns = columns}};
    struct kam_buffer told = {NULL, 0, 0};

    (void)unused;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_true(kam_conventions_read(&file, &options, kam_text_of(texts[i])));
        assert_true(kam_conventions_write(&file, &options, &told));
        assert_true(kam_text_equal(kam_buffer_text(&told), kam_text_of(texts[i])));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (kam_conventions_read(&file, &options, kam_text_of(others[i])))
            fail_msg("'%s' was understood", others[i]);
    kam_buffer_free(&told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_come_from_cells_that_leave_no_doubt),
        cmocka_unit_test(what_is_said_holds_whatever_the_cells_say),
        cmocka_unit_test(orders_come_from_days_that_leave_no_doubt),
        cmocka_unit_test(units_come_from_headings_and_titles),
        cmocka_unit_test(the_header_is_found),
        cmocka_unit_test(the_header_stands_where_it_is_said),
        cmocka_unit_test(what_is_read_is_told_and_understood_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
