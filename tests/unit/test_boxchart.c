#include "report/boxchart.h"

#include "boxed.h"
#include "random.h"
#include "tier/boxview.h"

/* ---- places ---------------------------------------------------------------------------------- */

#define GRID                                                                                       \
    TIERS "[grid]\ncontribution = money : 10, 20\npotential = points : 5\nrows = A B / C D / E "   \
          "F\n"

/* The place of ROW in its box, upwards and to the right, in thousandths. */
static void check_place(const struct boxed *boxed, uint32_t row, uint32_t in, unsigned height,
                        unsigned width)
{
    const struct kam_boxplaces *places = &boxed->source.places;
    unsigned high = places->heights[row] * 1000U / KAM_BOX_SIDE;
    unsigned wide = places->widths[row] * 1000U / KAM_BOX_SIDE;

    if (places->boxes.of_rows[row] != in || high != height || wide != width)
        fail_msg("row %u: box %u, %u high, %u wide", row, places->boxes.of_rows[row], high, wide);
}

static void places_are_between_limits_or_by_rank(void **unused)
{
    struct boxed boxed;
    char text[2000];

    (void)unused;
    snprintf(text, sizeof text, "%s%s", boxed_header,
             CUSTOMER("1", "10", "0", "C") CUSTOMER("2", "15", "9", "D")
                 CUSTOMER("3", "19.99", "4", "C") CUSTOMER("4", "1", "4", "E")
                     CUSTOMER("5", "3", "5", "F") CUSTOMER("6", "3", "5", "F")
                         CUSTOMER("7", "-9", "", "") CUSTOMER("8", "20", "4", "A")
                             CUSTOMER("9", "1000000", "5", "B"));
    put_in_boxes(&boxed, GRID, text, 1);
    /* to the right: 0, three times 4; three times 5, and 9 */
    check_place(&boxed, 0, 2, 0, 125);
    check_place(&boxed, 1, 3, 500, 875);
    check_place(&boxed, 2, 2, 998, 625);
    /* upwards: -9, 1, two 3; 20 and 1000000 */
    check_place(&boxed, 3, 4, 375, 625);
    check_place(&boxed, 4, 5, 750, 375);
    check_place(&boxed, 5, 5, 750, 375);
    assert_int_equal(boxed.source.places.boxes.of_rows[6], KAM_NONE);
    check_place(&boxed, 7, 0, 250, 625);
    check_place(&boxed, 8, 1, 750, 375);
    assert_int_equal(boxed.boxes.unknown.customers, 1);
    assert_int_equal(boxed.boxes.other_class, 0);
    assert_int_equal(boxed.boxes.bubble_count, 7); /* rows 4 and 5 are one */
    unbox(&boxed);
}

static void check_note(const struct boxed *boxed, const char *expected)
{
    struct kam_speech speech = {.language = &kam_english};
    struct kam_reporttable table = {.note = {NULL, 0}};

    kam_reportboxes_table(&boxed->boxes, &speech, &table);
    assert_false(speech.failed);
    assert_false(table.failed);
    if (!kam_text_equal(table.note, kam_text_of(expected)))
        fail_msg("'%.*s'", (int)table.note.len, table.note.ptr);
    kam_reporttable_free(&table);
    kam_speech_free(&speech);
}

static void notes_say_what_figures_leave_open(void **unused)
{
    struct boxed boxed;
    char text[2000], expected[400];

    (void)unused;
    snprintf(text, sizeof text, "%s%s", boxed_header,
             CUSTOMER("1", "10", "0", "C") CUSTOMER("2", "15", "9", "D"));
    put_in_boxes(&boxed, GRID, text, 1);
    check_note(&boxed, "");
    unbox(&boxed);
    snprintf(text, sizeof text, "%s%s", boxed_header,
             CUSTOMER("1", "10", "0", "X") CUSTOMER("2", "15", "9", "") CUSTOMER("3", "", "", "D")
                 CUSTOMER("4", "15", "9", "D") PROSPECT("5", ",7", "F") PROSPECT("6", ",", ""));
    put_in_boxes(&boxed, GRID, text, 1);
    snprintf(expected, sizeof expected,
             "1 prospect has a class, too, and isn't counted. %s has another class for 3 "
             "customers, since it was made under another grid than this model's; kam-tier with "
             "this model makes it anew.",
             boxed.path);
    check_note(&boxed, expected);
    assert_int_equal(boxed.boxes.all.customers, 4);
    unbox(&boxed);
}

static void what_is_lacking_is_said(void **unused)
{
    struct boxed boxed;
    char text[400];

    (void)unused;
    snprintf(text, sizeof text, "%s%s", boxed_header, CUSTOMER("1", "10", "0", "C"));
    put_in_boxes(&boxed, TIERS, text, 1);
    assert_true(boxed.boxes.lack.is);
    assert_int_equal(boxed.boxes.lack.label, KAM_LABEL_LACK_GRID);
    unbox(&boxed);
    put_in_boxes(&boxed,
                 TIERS
                 "[grid]\ncontribution = cash : 10\npotential = chance : 5\nrows = A B / C D\n",
                 text, 1);
    assert_true(boxed.boxes.lack.is);
    assert_int_equal(boxed.boxes.lack.label, KAM_LABEL_LACK_COLUMNS);
    assert_true(kam_text_equal(boxed.boxes.lack.columns, KAM_TEXT("cash, chance")));
    unbox(&boxed);
}

static void percentiles_are_of_customers_that_have_a_figure(void **unused)
{
    struct boxed boxed;
    char text[800];

    (void)unused;
    snprintf(text, sizeof text, "%s%s", boxed_header,
             CUSTOMER("1", "", "0", "") CUSTOMER("2", "", "9", "") PROSPECT("3", "4,7", ""));
    put_in_boxes(
        &boxed,
        TIERS "[grid]\ncontribution = money : percentile 50\npotential = points : percentile 50\n"
              "rows = A B / C D\n",
        text, 1);
    assert_null(boxed.boxes.limits[0]);
    assert_int_equal(kam_decimal_compare(boxed.boxes.limits[1][0], KAM_DECIMAL_ZERO), 0);
    assert_int_equal(boxed.boxes.unknown.customers, 2);
    assert_int_equal(boxed.boxes.bubble_count, 0);
    check_note(&boxed, "");
    unbox(&boxed);
}

/* ---- laws ------------------------------------------------------------------------------------ */

enum { ROWS = 300, ROUNDS = 60, TEXT = 65536, MOST_LIMITS = 4 };

static FILE *open_text(char text[TEXT])
{
    FILE *out = fmemopen(text, TEXT, "w");

    assert_non_null(out);
    return out;
}

static void put_axis(FILE *out, const char *name, unsigned limits, uint64_t *random)
{
    bool percentiles = random_below(random, 2);

    fprintf(out, "%s : %s", name, percentiles ? "percentile " : "");
    for (unsigned i = 0, limit = 0; i < limits; i++) {
        limit += 1 + random_below(random, percentiles ? 20 : 90);
        fprintf(out, "%s%u", i ? ", " : "", limit);
    }
    fputs("\n", out);
}

static void random_model(char text[TEXT], uint64_t *random)
{
    FILE *out = open_text(text);
    unsigned height = 1 + random_below(random, MOST_LIMITS);
    unsigned width = 1 + random_below(random, MOST_LIMITS);

    fprintf(out, TIERS "base = %s\n[grid]\ncontribution = ",
            random_below(random, 2) ? "net" : "positive");
    put_axis(out, "money", height, random);
    fputs("potential = ", out);
    put_axis(out, "points", width, random);
    fputs("rows =", out);
    for (unsigned i = 0; i <= height; i++)
        for (unsigned j = 0; j <= width; j++)
            fprintf(out, "%s K%u", i && !j ? " /" : "", random_below(random, 4));
    fputs("\n", out);
    assert_int_equal(fclose(out), 0);
}

static void random_snapshot(char text[TEXT], uint64_t *random)
{
    FILE *out = open_text(text);

    fputs(boxed_header, out);
    for (unsigned i = 0; i < ROWS; i++) {
        bool is_prospect = random_below(random, 9) == 0;
        fprintf(out, "%u,%s,,,2026-10,m,revenue,%d,", 1000 + i, is_prospect ? "prospect" : "b",
                !is_prospect);
        if (!is_prospect)
            fprintf(out, "%s%u.%02u", random_below(random, 8) ? "" : "-",
                    random_below(random, 5000), random_below(random, 100));
        fputs(",", out);
        if (random_below(random, 7))
            fprintf(out, "%u", random_below(random, 300));
        fputs(",", out);
        if (random_below(random, 7))
            fprintf(out, "%u.5", random_below(random, 6) * 20);
        fputs(",\n", out);
    }
    assert_int_equal(fclose(out), 0);
}

static void check_box(const struct kam_reportbox *box, const struct kam_layer *layer)
{
    assert_int_equal(box->customers, layer->customers);
    assert_int_equal(kam_decimal_compare(box->revenue, layer->revenue), 0);
    assert_int_equal(kam_decimal_compare(box->counted, layer->counted), 0);
}

/* The boxes are those that kam-tier --grid makes of the same table. */
static void check_as_kam_tier(const struct boxed *boxed)
{
    const struct kam_reader_options options = {.delimiter = ','};
    const struct kam_reportboxes *boxes = &boxed->boxes;
    const char *path = boxed->path;
    struct kam_table table = {.names = NULL};
    struct kam_tiering tiering = {.table = NULL};
    struct kam_boxview view;
    struct kam_error error;

    assert_int_equal(kam_table_read(&table, &path, 1, &options, &error), KAM_OK);
    if (kam_tiering_make(&tiering, &table, boxed->model, NULL, 1, &error))
        fail_msg("%s", error.text);
    assert_int_equal(kam_boxview_make(&view, &tiering, boxed->model, &error), KAM_OK);
    for (size_t i = 0; i < view.count; i++)
        check_box(&boxes->boxes[i], &view.layers[i]);
    check_box(&boxes->unknown, &view.layers[view.count]);
    check_box(&boxes->all, &view.all);
    for (size_t i = 0; boxes->limits[0] && i < tiering.boxes.contribution.limit_count; i++)
        assert_int_equal(
            kam_decimal_compare(boxes->limits[0][i], tiering.boxes.contribution.limits[i]), 0);
    kam_boxview_free(&view);
    kam_tiering_free(&tiering);
    kam_table_free(&table);
}

/* Each customer of a box is in one of its bubbles. */
static void check_bubbles(const struct kam_reportboxes *boxes)
{
    size_t bubble = 0, count = boxes->model->grid.height * boxes->model->grid.width;

    for (size_t box = 0; box < count; box++) {
        size_t customers = 0, from = bubble;
        struct kam_decimal revenue = KAM_DECIMAL_ZERO;
        for (; bubble < boxes->bubble_count && boxes->bubbles[bubble].box == box; bubble++) {
            const struct kam_reportbubble *found = &boxes->bubbles[bubble];
            assert_true(found->customers > 0);
            assert_true(found->x >= 0 && found->x < 1 && found->y >= 0 && found->y < 1);
            assert_true(kam_decimal_add(&revenue, found->revenue));
            customers += found->customers;
        }
        assert_true(bubble - from <= (size_t)KAM_BUBBLES_ACROSS * KAM_BUBBLES_ACROSS);
        assert_int_equal(customers, boxes->boxes[box].customers);
        assert_int_equal(kam_decimal_compare(revenue, boxes->boxes[box].revenue), 0);
    }
    assert_int_equal(bubble, boxes->bubble_count);
}

static void boxes_are_those_of_kam_tier(void **unused)
{
    char model[TEXT], snapshot[TEXT];
    uint64_t random = 1;
    struct boxed boxed;

    (void)unused;
    for (unsigned round = 0; round < ROUNDS; round++) {
        random_model(model, &random);
        random_snapshot(snapshot, &random);
        put_in_boxes(&boxed, model, snapshot, 1);
        check_as_kam_tier(&boxed);
        check_bubbles(&boxed.boxes);
        unbox(&boxed);
    }
}

/* A page about some customers has them in the boxes, and the places, where that of all has them. */
static void parts_have_the_limits_of_all(void **unused)
{
    char model[TEXT], snapshot[TEXT];
    uint64_t random = 2;
    struct boxed all, part;

    (void)unused;
    for (unsigned round = 0; round < ROUNDS; round++) {
        random_model(model, &random);
        random_snapshot(snapshot, &random);
        put_in_boxes(&all, model, snapshot, 1);
        put_in_boxes(&part, model, snapshot, 3);
        for (size_t axis = 0; axis < 2; axis++)
            assert_int_equal(
                kam_decimal_compare(all.boxes.limits[axis][0], part.boxes.limits[axis][0]), 0);
        assert_in_range(part.boxes.all.customers, 1, all.boxes.all.customers / 2);
        check_bubbles(&part.boxes);
        for (size_t i = 0; i < all.model->grid.height * all.model->grid.width; i++)
            assert_in_range(part.boxes.boxes[i].customers, 0, all.boxes.boxes[i].customers);
        unbox(&all);
        unbox(&part);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_between_limits_or_by_rank),
        cmocka_unit_test(notes_say_what_figures_leave_open),
        cmocka_unit_test(what_is_lacking_is_said),
        cmocka_unit_test(percentiles_are_of_customers_that_have_a_figure),
        cmocka_unit_test(boxes_are_those_of_kam_tier),
        cmocka_unit_test(parts_have_the_limits_of_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
