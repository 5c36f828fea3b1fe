#include "base/hash.h"
#include "import/coverage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "decimals.h"
#include "random.h"

enum { OCTOBER = 2026 * 12 + 9, MONTHS = 6, FIRST = OCTOBER - MONTHS + 1 };

static const struct kam_layout plain;
static const struct kam_months window = {FIRST, MONTHS};

/* A run of one raw export and, perhaps, an account table. */
struct run {
    struct kam_store *store;
    struct kam_reconcile_file files[2];
    struct kam_coverage coverage;
};

static void begin(struct run *run)
{
    struct kam_error error;

    *run = (struct run){0};
    assert_int_equal(kam_store_new(&run->store, &plain, MONTHS, 1, &error), KAM_OK);
}

static void end(struct run *run)
{
    kam_coverage_free(&run->coverage);
    for (int i = 0; i < 2; i++)
        kam_reconcile_free(&run->files[i]);
    kam_store_free(run->store);
}

static void look(struct run *run)
{
    struct kam_census census;
    struct kam_error error;

    assert_int_equal(kam_census_take(&census, run->store, window, &error), KAM_OK);
    assert_int_equal(kam_coverage_make(&run->coverage, &census, run->files, 2, &error), KAM_OK);
    kam_census_free(&census);
}

/* Where a line comes from: the reconciliation of tables has no months. */
enum source { RAW, TABLE };

static void add(struct run *run, enum source source, unsigned account, int month,
                struct kam_decimal amount)
{
    char id[16];
    snprintf(id, sizeof id, "%u", account);
    const struct kam_line line = {.id = kam_text_of(id),
                                  .hash = kam_hash(kam_text_of(id)),
                                  .month = month,
                                  .amount = kam_amount_of(amount)};
    const struct kam_line *pointer = &line;
    struct kam_error error;
    size_t failed;
    bool range;

    assert_int_equal(kam_store_add_lines(run->store, &pointer, 1, &failed, &error), KAM_OK);
    assert_true(kam_reconcile_add(&run->files[source], KAM_FATE_USED,
                                  source == RAW ? month : KAM_MONTH_NONE, 1, amount, &range));
}

/* COUNTS[m] lines in month m, each of another account. */
static void fill(struct run *run, enum source source, const int counts[MONTHS])
{
    for (int m = 0; m < MONTHS; m++)
        for (int i = 0; i < counts[m]; i++)
            add(run, source, (unsigned)i, FIRST + m, kam_decimal_of(i));
}

/* All warnings, one a line. */
static const char *warnings(const struct run *run)
{
    static char text[1024];
    size_t len = 0;

    text[0] = '\0';
    for (size_t i = 0; i < run->coverage.warning_count; i++) {
        struct kam_error error;
        assert_int_equal(kam_coverage_explain(&run->coverage.warnings[i], &error), KAM_DATA);
        len += (size_t)snprintf(text + len, sizeof text - len, "%s%s", i ? "\n" : "", error.text);
    }
    return text;
}

static void months_without_lines_are_gaps(void **unused)
{
    static const struct {
        int counts[MONTHS];
        const char *warnings;
    } cases[] = {
        {{1, 1, 1, 1, 1, 1}, ""},
        {{0, 0, 0, 0, 0, 0}, ""}, /* another warning */
        {{0, 0, 0, 0, 0, 1}, ""},
        {{0, 0, 1, 1, 1, 1}, ""},
        {{1, 0, 1, 1, 1, 1}, "no line in 2026-06, though there are lines before and after"},
        {{1, 0, 0, 0, 0, 1},
         "no line in 2026-06 to 2026-09, though there are lines before and after"},
        {{1, 1, 1, 1, 1, 0},
         "no line in 2026-10, the period: without its export every customer seems to fall"},
        {{10, 10, 10, 10, 10, 0}, /* and not thin */
         "no line in 2026-10, the period: without its export every customer seems to fall"},
        {{1, 1, 1, 0, 0, 0},
         "no line in 2026-08 to 2026-10, the period included: without its export every customer "
         "seems to fall"},
        {{1, 0, 1, 0, 1, 0},
         "no line in 2026-06, though there are lines before and after\n"
         "no line in 2026-08, though there are lines before and after\n"
         "no line in 2026-10, the period: without its export every customer seems to fall"},
        {{0, 1, 0, 0, 1, 1},
         "no line in 2026-07 to 2026-08, though there are lines before and after"},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int source = RAW; source <= TABLE; source++) {
            struct run run;
            begin(&run);
            fill(&run, (enum source)source, cases[i].counts);
            look(&run);
            assert_string_equal(warnings(&run), cases[i].warnings);
            end(&run);
        }
}

static void a_last_month_of_less_than_half_is_thin(void **unused)
{
    static const struct {
        int counts[MONTHS];
        int median; /* in the warning; 0: none */
    } cases[] = {
        {{0, 0, 10, 10, 10, 4}, 10},  {{0, 0, 10, 10, 10, 5}, 0}, /* half */
        {{0, 0, 11, 11, 11, 5}, 11},  {{0, 0, 0, 90, 90, 1}, 0},  /* too few others */
        {{0, 0, 9, 9, 99, 4}, 0},                                 /* too small a median */
        {{0, 0, 0, 0, 0, 4}, 0},      {{10, 10, 10, 10, 10, 4}, 10}, {{1, 30, 10, 20, 1, 4}, 10},
        {{0, 30, 9, 12, 1, 4}, 10},   /* between 9 and 12, rounded down */
        {{0, 30, 9, 10, 1, 4}, 0},    /* 9 */
        {{0, 90, 10, 12, 20, 7}, 16}, /* the order doesn't matter */
        {{0, 20, 12, 10, 90, 8}, 0},  {{10, 1, 10, 10, 10, 99}, 0}, /* a thin month in between may
                                                                       be */
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int source = RAW; source <= TABLE; source++) {
            char expected[200] = "";
            struct run run;
            begin(&run);
            fill(&run, (enum source)source, cases[i].counts);
            look(&run);
            assert_int_equal(run.coverage.has_lines, source == RAW);
            int count = cases[i].counts[MONTHS - 1];
            if (cases[i].median)
                snprintf(expected, sizeof expected,
                         "2026-10 has %d %s, the months before it %d in the median: a partial "
                         "export makes customers seem to fall",
                         count, source == RAW ? "lines" : "accounts with lines", cases[i].median);
            assert_string_equal(warnings(&run), expected);
            end(&run);
        }
}

static void gaps_come_before_a_thin_month(void **unused)
{
    struct run run;

    (void)unused;
    begin(&run);
    fill(&run, RAW, (const int[MONTHS]){12, 12, 0, 12, 12, 1});
    look(&run);
    assert_string_equal(warnings(&run),
                        "no line in 2026-07, though there are lines before and after\n"
                        "2026-10 has 1 line, the months before it 12 in the median: a partial "
                        "export makes customers seem to fall");
    end(&run);
}

/* As many accounts as ever, with fewer lines each; and one line of a table hides that. */
static void lines_are_counted_where_all_are_known(void **unused)
{
    struct run run;

    (void)unused;
    for (int source = RAW; source <= TABLE; source++) {
        begin(&run);
        for (int twice = 0; twice < 3; twice++)
            fill(&run, RAW, (const int[MONTHS]){0, 0, 10, 10, 10, twice ? 0 : 10});
        add(&run, (enum source)source, 0, OCTOBER, KAM_DECIMAL_ZERO);
        look(&run);
        assert_int_equal(run.coverage.has_lines, source == RAW);
        assert_int_equal(run.coverage.whole.lines, source == RAW ? 101 : 0);
        assert_int_equal(run.coverage.warning_count, source == RAW);
        if (source == RAW) {
            assert_int_equal(run.coverage.warnings[0].count, 11);
            assert_int_equal(run.coverage.warnings[0].median, 30);
        }
        end(&run);
    }
}

static void a_window_of_no_months_has_nothing(void **unused)
{
    struct kam_coverage coverage;
    struct kam_census census;
    struct kam_error error;
    struct run run;

    (void)unused;
    begin(&run);
    assert_int_equal(kam_census_take(&census, run.store, KAM_MONTHS_NONE, &error), KAM_OK);
    assert_int_equal(kam_coverage_make(&coverage, &census, run.files, 2, &error), KAM_OK);
    kam_census_free(&census);
    assert_int_equal(coverage.warning_count, 0);
    assert_null(kam_coverage_find(&coverage, OCTOBER));
    assert_null(kam_coverage_find(&coverage, KAM_MONTH_FIRST));
    assert_ptr_equal(kam_coverage_find(&coverage, KAM_MONTH_NONE), &coverage.whole);
    assert_int_equal(coverage.whole.accounts, 0);
    kam_coverage_free(&coverage);
    end(&run);
}

static void months_outside_have_no_entry(void **unused)
{
    struct run run;

    (void)unused;
    begin(&run);
    look(&run);
    assert_null(kam_coverage_find(&run.coverage, FIRST - 1));
    assert_ptr_equal(kam_coverage_find(&run.coverage, FIRST), &run.coverage.months[0]);
    assert_ptr_equal(kam_coverage_find(&run.coverage, OCTOBER), &run.coverage.months[MONTHS - 1]);
    assert_null(kam_coverage_find(&run.coverage, OCTOBER + 1));
    end(&run);
}

static void too_large_a_sum_is_told(void **unused)
{
    struct kam_decimal most;
    struct run run;

    (void)unused;
    assert_int_equal(kam_decimal_parse(KAM_TEXT("170141183460469231731"), &most), KAM_NUMBER_OK);
    begin(&run);
    add(&run, TABLE, 1, FIRST, most);
    add(&run, RAW, 1, FIRST + 1, kam_decimal_of(1));
    look(&run);
    assert_false(run.coverage.months[0].too_large);
    assert_false(run.coverage.months[1].too_large);
    assert_true(run.coverage.whole.too_large);
    kam_coverage_free(&run.coverage);
    add(&run, RAW, 2, FIRST, kam_decimal_of(1));
    look(&run);
    assert_true(run.coverage.months[0].too_large);
    assert_false(run.coverage.months[1].too_large);
    assert_true(run.coverage.whole.too_large);
    assert_int_equal(run.coverage.months[0].accounts, 2);
    kam_coverage_free(&run.coverage);
    /* What was left out of one month lets the whole seem to fit. */
    add(&run, RAW, 1, FIRST + 1, kam_decimal_of(-10));
    look(&run);
    assert_true(run.coverage.whole.too_large);
    end(&run);
}

static void rejected_lines_are_counted(void **unused)
{
    static const struct {
        enum kam_fate fate;
        int64_t amount;
    } lines[2][2] = {
        {{KAM_FATE_REJECTED, 7}, {KAM_FATE_OUTSIDE, 100}},
        {{KAM_FATE_REJECTED, -2}, {KAM_FATE_REJECTED, 0}},
    };
    struct run run;
    bool range;

    (void)unused;
    begin(&run);
    for (int file = 0; file < 2; file++)
        for (int i = 0; i < 2; i++)
            assert_true(kam_reconcile_add(&run.files[file], lines[file][i].fate, KAM_MONTH_NONE, 1,
                                          kam_decimal_of(lines[file][i].amount), &range));
    look(&run);
    assert_int_equal(run.coverage.rejected_lines, 3);
    assert_int_equal(kam_decimal_compare(run.coverage.rejected_amount, kam_decimal_of(5)), 0);
    assert_true(run.coverage.has_lines);
    end(&run);
}

/* Random lines, against sums in an array. */
static void a_store_and_an_array_agree(void **unused)
{
    enum { ACCOUNTS = 12, LINES = 60 };
    static const char *const amounts[] = {"0", "7.5", "-7.5", "0.00001", "922337203685477.5807"};

    (void)unused;
    for (uint64_t round = 1; round <= 1000; round++) {
        bool seen[MONTHS][ACCOUNTS] = {{false}}, any[ACCOUNTS] = {false};
        uint64_t lines[MONTHS] = {0}, seed = round;
        struct kam_decimal sums[MONTHS] = {{0}}, whole = KAM_DECIMAL_ZERO;
        struct kam_error error;
        uint64_t accounts = 0;
        uint32_t number;
        struct run run;

        begin(&run);
        /* A row of a table may have no month. */
        assert_int_equal(
            kam_store_lookup(run.store, KAM_TEXT("none"), KAM_STORE_ADD, &number, &error), KAM_OK);
        for (unsigned i = random_below(&seed, LINES); i > 0; i--) {
            unsigned account = random_below(&seed, ACCOUNTS), m = random_below(&seed, MONTHS);
            struct kam_decimal amount = decimal(amounts[random_below(&seed, 5)]);
            add(&run, RAW, account, FIRST + (int)m, amount);
            lines[m]++;
            seen[m][account] = any[account] = true;
            assert_true(kam_decimal_add(&sums[m], amount) && kam_decimal_add(&whole, amount));
        }
        look(&run);
        for (int m = 0; m < MONTHS; m++) {
            const struct kam_coverage_month *month = kam_coverage_find(&run.coverage, FIRST + m);
            uint64_t expected = 0;
            for (int a = 0; a < ACCOUNTS; a++)
                expected += seen[m][a];
            assert_int_equal(month->accounts, expected);
            assert_int_equal(month->lines, lines[m]);
            assert_int_equal(kam_decimal_compare(month->revenue, sums[m]), 0);
        }
        for (int a = 0; a < ACCOUNTS; a++)
            accounts += any[a];
        assert_int_equal(run.coverage.whole.accounts, accounts);
        assert_int_equal(kam_decimal_compare(run.coverage.whole.revenue, whole), 0);
        end(&run);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_without_lines_are_gaps),
        cmocka_unit_test(a_last_month_of_less_than_half_is_thin),
        cmocka_unit_test(gaps_come_before_a_thin_month),
        cmocka_unit_test(lines_are_counted_where_all_are_known),
        cmocka_unit_test(a_window_of_no_months_has_nothing),
        cmocka_unit_test(months_outside_have_no_entry),
        cmocka_unit_test(too_large_a_sum_is_told),
        cmocka_unit_test(rejected_lines_are_counted),
        cmocka_unit_test(a_store_and_an_array_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
