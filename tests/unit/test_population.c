/* Points that depend on other rows. */
#include "base/minor.h"
#include "decimals.h"
#include "score/points.h"
#include "score/pointtable.h"

enum { MOST = 64 };

/* A population of all, and the points that NUMBERS and others have in it. */
struct case_of {
    struct kam_scale scale;
    struct kam_numbers numbers;
    struct kam_population population;
    struct kam_decimal values[MOST];
    uint32_t groups[MOST];
    bool outside[MOST];
};

static void learn(struct case_of *c, enum kam_scale_kind kind)
{
    c->scale.kind = kind;
    c->numbers.values = c->values;
    c->numbers.outside = c->outside;
    c->population.kind = kind;
    c->population.rule = &c->scale.population;
    assert_true(kam_population_learn(&c->population, &c->numbers));
}

static int32_t points_of(const struct case_of *c, size_t row)
{
    const struct kam_population_group *group = kam_population_group_of(&c->population, row);

    if (c->scale.kind != KAM_SCALE_PERCENTILE)
        return kam_points_in_group(&c->scale, group, c->values[row]);
    return kam_points_of_rank(
        &c->scale, kam_population_rank(&c->population, group, &c->numbers, c->values[row]),
        group->count, c->outside[row] ? KAM_BELONGING_OUTSIDE : KAM_BELONGING_IN);
}

/* The points by KIND of all numbers in TEXT, separated by spaces; those in () are outside. */
static const char *points(enum kam_scale_kind kind, const char *text)
{
    static char out[2048];
    struct case_of c = {0};
    struct kam_text rest = kam_text_of(text);
    bool more = true;
    size_t at = 0;

    while (more) {
        struct kam_text cell = kam_text_split(&rest, ' ', &more);
        c.outside[c.numbers.count] = cell.ptr[0] == '(';
        if (cell.ptr[0] == '(')
            cell = (struct kam_text){cell.ptr + 1, cell.len - 2};
        c.values[c.numbers.count] = KAM_NO_NUMBER;
        if (!kam_text_equal(cell, KAM_TEXT("-")))
            assert_int_equal(kam_decimal_parse(cell, &c.values[c.numbers.count]), KAM_NUMBER_OK);
        c.numbers.count++;
    }
    learn(&c, kind);
    for (size_t i = 0; i < c.numbers.count; i++) {
        if (!kam_is_number(c.values[i]))
            continue;
        out[at] = ' ';
        at += at > 0;
        at += kam_minor_format(points_of(&c, i), 0, out + at);
    }
    out[at] = '\0';
    kam_population_free(&c.population);
    return out;
}

static void few_or_equal_are_in_the_middle(void **unused)
{
    (void)unused;
    assert_string_equal(points(KAM_SCALE_MINMAX, "7"), "50");
    assert_string_equal(points(KAM_SCALE_PERCENTILE, "7"), "50");
    assert_string_equal(points(KAM_SCALE_ZSCORE, "7"), "50");
    assert_string_equal(points(KAM_SCALE_SHARE, "7"), "100");
    assert_string_equal(points(KAM_SCALE_MINMAX, "-7 -7.00 -7.0"), "50 50 50");
    assert_string_equal(points(KAM_SCALE_PERCENTILE, "-7 -7.00 -7.0"), "50 50 50");
    assert_string_equal(points(KAM_SCALE_ZSCORE, "-7 -7.00 -7.0"), "50 50 50");
    assert_string_equal(points(KAM_SCALE_SHARE, "5 5 5"), "33.3333 33.3333 33.3333");
    assert_string_equal(points(KAM_SCALE_PERCENTILE, "- - -"), "");
    /* Nobody to be compared with. */
    assert_string_equal(points(KAM_SCALE_MINMAX, "- (3)"), "50");
    assert_string_equal(points(KAM_SCALE_PERCENTILE, "- (3)"), "50");
    assert_string_equal(points(KAM_SCALE_ZSCORE, "- (3)"), "50");
    assert_string_equal(points(KAM_SCALE_SHARE, "-5 (3) (-3) (0)"), "0 100 0 0");
}

/* Microsoft, "PERCENTRANK.INC function": 2, 4 and 8 of these have .333, .555 and .666 (cut off). */
static void published_ranks(void **unused)
{
    (void)unused;
    assert_string_equal(points(KAM_SCALE_PERCENTILE, "13 12 11 8 4 3 2 1 1 1"),
                        "100 88.8889 77.7778 66.6667 55.5556 44.4444 33.3333 11.1111 11.1111 "
                        "11.1111");
}

/*
 * Wikipedia, "Percentile rank": of ten scores five are below 4, two are 4 and one is the highest:
 * 60 and 95 % are below by the definition that counts half of the equals, which is ours for rows
 * that don't belong.
 */
static void published_ranks_from_outside(void **unused)
{
    (void)unused;
    assert_string_equal(points(KAM_SCALE_PERCENTILE, "1 2 2 3 3 4 4 5 6 7 (4) (7) (0) (8) (4.5)"),
                        "0 16.6667 16.6667 38.8889 38.8889 61.1111 61.1111 77.7778 88.8889 100 "
                        "60 95 0 100 70");
}

/* The grades of test_moments: T scores, and what is far away stays within 0 to 100. */
static void deviations_are_t_scores(void **unused)
{
    (void)unused;
    assert_string_equal(points(KAM_SCALE_ZSCORE, "2 4 4 4 5 5 7 9 (100) (-100)"),
                        "35 45 45 45 50 50 60 70 100 0");
}

static void between_the_ends(void **unused)
{
    (void)unused;
    assert_string_equal(points(KAM_SCALE_MINMAX, "-10 0 30 (-11) (31) (20)"), "0 25 100 0 100 75");
    assert_string_equal(points(KAM_SCALE_MINMAX, "1 2 4"), "0 33.3333 100");
    assert_string_equal(points(KAM_SCALE_MINMAX, LARGEST " -" LARGEST " 0"), "100 0 50");
    assert_string_equal(points(KAM_SCALE_MINMAX, "100000000000000000000.000000000000000001 "
                                                 "100000000000000000000.000000000000000002 "
                                                 "100000000000000000000.000000000000000005"),
                        "0 25 100");
}

static void shares_of_what_is_positive(void **unused)
{
    (void)unused;
    assert_string_equal(points(KAM_SCALE_SHARE, "60 30 10 -50 0 - (20) (200)"),
                        "60 30 10 0 0 20 100");
    assert_string_equal(points(KAM_SCALE_SHARE, LARGEST " " LARGEST), "50 50");
}

/* Doubles, and keys of 56 bits, take these for equal. */
static void close_numbers_are_told_apart(void **unused)
{
    (void)unused;
    assert_string_equal(points(KAM_SCALE_PERCENTILE, "100000000000000000000.000000000000000003 "
                                                     "100000000000000000000.000000000000000001 "
                                                     "100000000000000000000.000000000000000002 "
                                                     "100000000000000000000.000000000000000001 "
                                                     "-0.000000000000000001"),
                        "100 37.5 75 37.5 0");
}

static void groups_know_nothing_of_each_other(void **unused)
{
    static const char *const texts[] = {"1", "7", "5", "0.00001", "9", "5"};
    static const uint32_t groups[] = {2, 0, 1, 2, 0, 1};
    static const int32_t wanted[] = {100, 0, 50, 0, 100, 50};
    struct case_of c = {.numbers.count = 6};

    (void)unused;
    for (size_t i = 0; i < 6; i++)
        c.values[i] = decimal(texts[i]);
    c.scale.population.kind = KAM_POPULATION_PER;
    c.population.peers = (struct kam_peers){groups, 4}; /* one of which is empty */
    learn(&c, KAM_SCALE_PERCENTILE);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(points_of(&c, i), wanted[i] * KAM_POINTS_UNIT);
    kam_population_free(&c.population);
}

/* What a percentile is, counted one by one. */
static double count_percentile(const struct case_of *c, size_t row)
{
    double below = 0, others = 0;

    for (size_t i = 0; i < c->numbers.count; i++) {
        if (i == row || c->groups[i] != c->groups[row] || !kam_is_number(c->values[i]))
            continue;
        int order = kam_decimal_compare(c->values[i], c->values[row]);
        others++;
        below += order < 0 ? 1 : order == 0 ? 0.5 : 0;
    }
    return others > 0 ? 100 * below / others : 50;
}

/* Any numbers, of all sizes and with many ties: counted, mirrored, rising. */
static void laws(void **unused)
{
    enum { ROUNDS = 300, GROUPS = 3 };
    static const enum kam_scale_kind kinds[] = {KAM_SCALE_MINMAX, KAM_SCALE_PERCENTILE,
                                                KAM_SCALE_ZSCORE};
    uint64_t random = 1922;

    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct case_of c = {.numbers.count = 1 + random_below(&random, MOST)};
        for (size_t i = 0; i < c.numbers.count; i++) {
            kam_int128 units = (kam_int128)random_below(&random, 20) - 8;
            c.values[i].units = round % 3 == 0   ? units
                                : round % 3 == 1 ? units * one
                                                 : units * one * one * 10;
            c.groups[i] = random_below(&random, GROUPS);
            if (random_below(&random, 10) == 0)
                c.values[i] = KAM_NO_NUMBER;
        }
        c.scale.population.kind = KAM_POPULATION_PER;
        c.population.peers = (struct kam_peers){c.groups, GROUPS};
        enum kam_scale_kind kind = kinds[random_below(&random, 3)];
        learn(&c, kind);
        struct case_of mirrored = c;
        mirrored.scale.direction = KAM_DIRECTION_DOWN;
        for (size_t i = 0; i < c.numbers.count; i++) {
            if (!kam_is_number(c.values[i]))
                continue;
            int32_t here = points_of(&c, i);
            assert_in_range(here, 0, KAM_POINTS_MOST);
            assert_int_equal(here + points_of(&mirrored, i), KAM_POINTS_MOST);
            if (kind == KAM_SCALE_PERCENTILE)
                assert_int_equal(here, kam_points_round(count_percentile(&c, i)));
            for (size_t j = 0; j < i; j++)
                if (kam_is_number(c.values[j]) && c.groups[i] == c.groups[j])
                    assert_true(kam_decimal_compare(c.values[i], c.values[j]) <= 0 ||
                                here >= points_of(&c, j));
        }
        kam_population_free(&c.population);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_or_equal_are_in_the_middle),
        cmocka_unit_test(published_ranks),
        cmocka_unit_test(published_ranks_from_outside),
        cmocka_unit_test(deviations_are_t_scores),
        cmocka_unit_test(between_the_ends),
        cmocka_unit_test(shares_of_what_is_positive),
        cmocka_unit_test(close_numbers_are_told_apart),
        cmocka_unit_test(groups_know_nothing_of_each_other),
        cmocka_unit_test(laws),
    };

    return cmocka_run_group_tests_name("population", tests, NULL, NULL);
}
