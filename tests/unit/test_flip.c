/* The nearest weight that moves a customer, held to trying the weights one by one. */
#include "random.h"
#include "score/score.h"
#include "table/widen.h"
#include "temporary.h"
#include "whatif/flip.h"
#include "whatif/sensitivity.h"

#include <stdio.h>

enum { DIMENSIONS = 3, MOST_CUSTOMERS = 40 };

/* A scored table, and how it is tiered. */
struct fixture {
    struct kam_model *model;
    struct kam_table raw, table;
    struct kam_scores scores;
    struct kam_tiering tiering;
    struct kam_whatif whatif;
    char points[DIMENSIONS][KAM_DECIMAL_SIZE], parts[DIMENSIONS][KAM_DECIMAL_SIZE];
    char score[KAM_DECIMAL_SIZE];
};

static struct kam_text digits_of(int32_t units, char *digits)
{
    snprintf(digits, KAM_DECIMAL_SIZE, "%d.%04d", (int)(units / KAM_POINTS_UNIT),
             (int)(units % KAM_POINTS_UNIT));
    return kam_text_of(digits);
}

static bool fill_scores(void *context, size_t row, struct kam_text *cells)
{
    struct fixture *f = context;

    for (size_t d = 0; d < DIMENSIONS; d++) {
        int32_t points = kam_pointtable_row(&f->scores.judging.points, row)[d];
        int32_t part = f->scores.parts[row * DIMENSIONS + d];
        bool counts = points != KAM_POINTS_NONE;
        *cells++ = counts ? digits_of(points, f->points[d]) : KAM_TEXT("");
        *cells++ = counts ? digits_of(part, f->parts[d]) : KAM_TEXT("");
    }
    *cells++ = KAM_TEXT("");
    *cells++ = digits_of(f->scores.totals[row], f->score);
    *cells = kam_text_of(f->scores.hash);
    return true;
}

/* What kam-score and kam-tier would make of ROWS by RULES. */
static void start(struct fixture *f, const char *rules, const char *rows)
{
    const struct kam_reader_options options = {.delimiter = ','};
    struct kam_widening widening = {.fill = fill_scores, .context = f};
    struct kam_error error;
    char path[TEMPORARY_PATH];

    memset(f, 0, sizeof *f);
    temporary_file(path, rows);
    const char *paths[] = {path};
    if (kam_model_load_text(&f->model, "m.kam", kam_text_of(rules), NULL, 0, &error))
        fail_msg("%s: %s", error.column, error.text);
    assert_int_equal(kam_table_read(&f->raw, paths, 1, &options, &error), KAM_OK);
    unlink(path);
    assert_int_equal(kam_scores_make(&f->scores, f->model, &f->raw, 1, &error), KAM_OK);
    widening.names = f->scores.added.names;
    widening.count = f->scores.added.count;
    assert_int_equal(kam_table_widen(&f->table, &f->raw, &widening, &error), KAM_OK);
    f->table.files[0] = "table";
    assert_int_equal(kam_tiering_make(&f->tiering, &f->table, f->model, NULL, 1, &error), KAM_OK);
    if (kam_whatif_init(&f->whatif, &f->tiering, f->model, 1, &error))
        fail_msg("%s: %s", error.column, error.text);
}

static void stop(struct fixture *f)
{
    kam_whatif_free(&f->whatif);
    kam_tiering_free(&f->tiering);
    kam_scores_free(&f->scores);
    kam_table_free(&f->table);
    kam_table_free(&f->raw);
    kam_model_free(f->model);
}

/* ---- random bases -----------------------------------------------------------------------------
 */

static const char *one_of(uint64_t *state, const char *const *texts, unsigned count)
{
    return texts[random_below(state, count)];
}

static void write_rules(char *rules, size_t size, const char *method, uint64_t *state)
{
    static const char *const cuts[] = {
        "customers 10%, 40%",
        "customers 50%, 51%\nper = segment",
        "count 3, 9",
        "count 1, 2\nper = segment",
        "share 40%, 80%",
        "share 10%, 20%",
        "share 25%, 50%",
        "share 40%, 80%\ncrossing = exclude",
        "share 90%, 99%\nbase = net",
        "value 60, 40",
        "value 55, 54",
    };
    static const char *const ties[] = {"up", "score", "down", "split"};
    static const char *const more[] = {
        "",
        "[flag weak]\nwhen = score < 45\nat-most = C\n",
        "[admit good]\nwhen = score >= 55, revenue >= 50\ntier = A\n",
        "[flag odd]\nwhen = segment = x\nat-most = B\n",
        "[category any]\nwhen = rank <= 3\n",
    };
    size_t length = (size_t)snprintf(rules, size, "[model]\nmissing = skip\n");

    for (size_t d = 0; d < DIMENSIONS; d++)
        length += (size_t)snprintf(
            rules + length, size - length,
            "[dimension %c]\ncolumn = %c\nweight = %u\nlinear = 0:0, 100:100\n", (char)('a' + d),
            (char)('a' + d), d && !random_below(state, 8) ? 0 : 1 + random_below(state, 60));
    length += (size_t)snprintf(rules + length, size - length,
                               "[score]\nmethod = %s\n[tiers]\n"
                               "names = A, B, C\ncut = %s\nties = %s\n",
                               method, one_of(state, cuts, sizeof cuts / sizeof *cuts),
                               one_of(state, ties, 4));
    snprintf(rules + length, size - length, "%s", one_of(state, more, sizeof more / sizeof *more));
}

/* Points in few steps, so that many are equal, or in many; some customers are twins of another. */
static void write_rows(char *rows, size_t size, unsigned customers, uint64_t *state)
{
    enum { ROOM = 64 };
    unsigned step = random_below(state, 2) ? 25 : 1;
    size_t length = (size_t)snprintf(rows, size, "account_id,segment,a,b,c,revenue,2026-10\n");
    char cells[ROOM] = "";

    for (unsigned i = 0; i < customers; i++) {
        if (i == 0 || random_below(state, 4)) {
            size_t used = 0;
            for (size_t d = 0; d < DIMENSIONS; d++)
                used += (size_t)(random_below(state, 8)
                                     ? snprintf(cells + used, ROOM - used, ",%u",
                                                step * random_below(state, 100 / step + 1))
                                     : snprintf(cells + used, ROOM - used, ","));
            int revenue = 10 * ((int)random_below(state, 12) - 1);
            snprintf(cells + used, ROOM - used, ",%d,%d", revenue, revenue);
        }
        length += (size_t)snprintf(rows + length, size - length, "%02u,%s%s\n", i,
                                   random_below(state, 3) ? "x" : "y", cells);
    }
}

/* ---- weights one by one -----------------------------------------------------------------------
 */

/* Weights one behind the other: whole numbers, and from 100,000 on those of four digits. */
static int64_t next_weight(int64_t weight, int64_t direction)
{
    int64_t size = 1;

    if (weight > 100000 || (weight == 100000 && direction > 0))
        for (size = 100; weight >= size * (direction > 0 ? 10000 : 10001);)
            size *= 10;
    return weight + direction * size;
}

/* That which is at WEIGHT or, of those with four digits, below it. */
static int64_t settle(int64_t weight)
{
    int64_t size = 100;

    if (weight <= 100000)
        return weight;
    while (weight >= size * 10000)
        size *= 10;
    return weight / size * size;
}

/* Where FLIP's customer is with so many hundredths or thousandths (SCALE) of weight. */
static uint32_t tier_with(const struct fixture *f, const struct kam_flip *flip, int64_t weight,
                          int64_t scale)
{
    struct kam_decimal weights[DIMENSIONS];
    uint32_t tiers[MOST_CUSTOMERS + 1];

    memcpy(weights, f->whatif.weights.items, sizeof weights);
    weights[flip->dimension].units = kam_decimal_of(weight).units / scale;
    assert_int_equal(kam_whatif_reweigh(&f->whatif, weights, tiers, NULL), KAM_OK);
    return tiers[flip->row];
}

/* The steps that flip.h promises, for weights that are whole. */
static int64_t scale_of(const struct fixture *f, size_t dimension)
{
    double sum = kam_decimal_to_double(f->whatif.weights.sum);
    double weight = kam_decimal_to_double(f->whatif.weights.items[dimension]);
    int64_t scale = 1;

    while (sum * (double)scale < 10000 || (weight > 0 && weight * (double)scale < 100))
        scale *= 10;
    return scale;
}

enum { NEAR = 60, FAR = 40 };

/* No weight on the way moves the customer: the next ones, those just before the end, some others.
 */
static void assert_nothing_before(const struct fixture *f, const struct kam_flip *flip,
                                  int64_t scale, uint64_t *state)
{
    int64_t direction = flip->way == KAM_WAY_UP ? 1 : -1;
    int64_t start =
        (int64_t)(kam_decimal_to_double(f->whatif.weights.items[flip->dimension]) * (double)scale +
                  0.5);
    int64_t sum = (int64_t)(kam_decimal_to_double(f->whatif.weights.sum) * (double)scale + 0.5);
    int64_t others = sum - start;
    int64_t end = flip->way == KAM_WAY_UP ? settle(100 * sum) + 1 : others ? -1 : 0;
    if (flip->found)
        end = (int64_t)(kam_decimal_to_double(flip->to) * (double)scale + 0.5);
    uint32_t tier = f->tiering.verdicts[flip->row].tier;
    int64_t near = start, far = flip->found ? end : end - direction;

    for (int i = 0; i < NEAR; i++) {
        near = next_weight(near, direction);
        if ((end - near) * direction <= 0)
            return;
        assert_int_equal(tier_with(f, flip, near, scale), tier);
        if (i || flip->found)
            far = next_weight(far, -direction);
        assert_int_equal(tier_with(f, flip, far, scale), tier);
    }
    for (int i = 0; i < FAR; i++) {
        /* As often far away as near. */
        int64_t most = (end - near) * direction >> random_below(state, 12);
        if (most <= 1)
            continue;
        int64_t away = (int64_t)(random_bits(state) % (uint64_t)most) * direction;
        int64_t weight = settle(near + away);
        if ((weight - near) * direction >= 0 && (end - weight) * direction > 0)
            assert_int_equal(tier_with(f, flip, weight, scale), tier);
    }
}

static unsigned searches_of_a_base(const struct fixture *f, unsigned customers, uint64_t *state)
{
    struct kam_foresight foresight;
    bool is_exact = kam_foresight_make(&foresight, &f->whatif);
    unsigned found = 0;

    for (size_t d = 0; d < DIMENSIONS; d++)
        for (int way = 0; way < 2; way++) {
            struct kam_flip flip = {.row = random_below(state, customers),
                                    .dimension = d,
                                    .way = way ? KAM_WAY_UP : KAM_WAY_DOWN};
            int64_t scale = scale_of(f, d);
            assert_int_equal(kam_flip_search(&f->whatif, &flip, NULL), KAM_OK);
            if (is_exact)
                assert_nothing_before(f, &flip, scale, state);
            if (!flip.found)
                continue;
            int64_t steps = (int64_t)(kam_decimal_to_double(flip.to) * (double)scale + 0.5);
            assert_int_equal(
                kam_decimal_compare(flip.to,
                                    (struct kam_decimal){kam_decimal_of(steps).units / scale}),
                0);
            assert_int_equal(tier_with(f, &flip, steps, scale), flip.tier);
            assert_int_not_equal(flip.tier, f->tiering.verdicts[flip.row].tier);
            found++;
        }
    return found;
}

static void search_bases(const char *method, unsigned bases, uint64_t seed)
{
    uint64_t state = seed;
    unsigned found = 0;

    for (unsigned i = 0; i < bases; i++) {
        char rules[1024], rows[4096];
        struct fixture f;
        unsigned customers = 2 + random_below(&state, MOST_CUSTOMERS - 1);
        write_rules(rules, sizeof rules, method, &state);
        write_rows(rows, sizeof rows, customers, &state);
        start(&f, rules, rows);
        found += searches_of_a_base(&f, customers, &state);
        stop(&f);
    }
    assert_true(found > bases / 2);
}

/* How many random bases: KAM_FLIP_BASES, where one wants more. */
static unsigned base_count(unsigned usual)
{
    const char *wanted = getenv("KAM_FLIP_BASES");

    return wanted ? (unsigned)strtoul(wanted, NULL, 10) : usual;
}

static void no_smaller_change_of_a_sum_moves_it(void **unused)
{
    (void)unused;
    search_bases("sum", base_count(60), 1);
}

static void what_is_said_of_other_methods_is_true(void **unused)
{
    (void)unused;
    search_bases("product", base_count(8), 2);
    search_bases("topsis", base_count(8), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_smaller_change_of_a_sum_moves_it),
        cmocka_unit_test(what_is_said_of_other_methods_is_true),
    };

    return cmocka_run_group_tests_name("flip", tests, NULL, NULL);
}
