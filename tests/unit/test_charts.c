#include "report/chartbridge.h"
#include "report/chartflow.h"
#include "report/chartlorenz.h"
#include "report/chartpyramid.h"

#include "drawing.h"
#include "labelboxes.h"
#include "random.h"

#include <math.h>

enum { WIDTH = 460, TIERS = 12, SIZE = TIERS + 3, ROUNDS = 6 };

static const struct kam_language *const languages[] = {&kam_english, &kam_chinese};

/* The facts that pictures are of, made up. */
struct facts {
    struct kam_ladder ladder;
    struct kam_reportlayer now[TIERS], before[TIERS];
    struct kam_reportpyramid pyramid;
    struct kam_reportlorenz lorenz;
    struct kam_decimal cells[SIZE * SIZE];
    struct kam_reportflow flow;
};

/* ---- making them up -------------------------------------------------------------------------- */

static void make_ladder(struct facts *facts, size_t tiers)
{
    static const char *const names[TIERS] = {
        "Wichtigste-Kundinnen-und-Kunden-des-ganzen-Unternehmens-2026",
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
        "عملاء مهمون جدا في المنطقة الشرقية والغربية",
        "महत्वपूर्ण ग्राहक समूह",
        "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F"
        "\x98\x80",
        "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
        "WWWWWWWWWWWWWWWWWWWWWWWW",
        "g",
        "h",
        "ordinary",
        "重要",
        "long-tail",
    };
    struct kam_text texts[TIERS];
    struct kam_error error = {0};

    for (size_t i = 0; i < tiers; i++)
        texts[i] = kam_text_of(names[i]);
    assert_int_equal(kam_ladder_of_model(&facts->ladder, texts, tiers, &error), KAM_OK);
}

/* Of any order of magnitude below 10 to the DIGITS. */
static int64_t random_number(uint64_t *state, unsigned digits)
{
    int64_t limit = 1;

    for (unsigned i = random_below(state, digits) + 1; i > 0; i--)
        limit *= 10;
    return (int64_t)(random_bits(state) % (uint64_t)limit);
}

static void make_layers(struct kam_reportlayers *layers, struct kam_reportlayer *tiers,
                        size_t count, size_t key_tiers, uint64_t *state)
{
    *layers = (struct kam_reportlayers){.tiers = tiers};
    for (size_t i = 0; i < count; i++) {
        tiers[i].customers = (size_t)random_number(state, 7);
        tiers[i].revenue = kam_decimal_of(random_number(state, 13) - random_number(state, 6));
        layers->all.customers += tiers[i].customers;
        assert_true(kam_decimal_add(&layers->all.revenue, tiers[i].revenue));
        if (i + 1 == key_tiers)
            layers->key = layers->all;
    }
}

static void make_lorenz(struct kam_reportlorenz *lorenz, unsigned power)
{
    *lorenz = (struct kam_reportlorenz){.is_known = true, .count = KAM_LORENZ_POINTS};
    for (size_t i = 0; i < KAM_LORENZ_POINTS; i++) {
        double x = (double)i / (KAM_LORENZ_POINTS - 1), y = pow(x, power);
        lorenz->points[i].customers.units = (kam_int128)(x * 1e18);
        lorenz->points[i].revenue.units = (kam_int128)(y * 1e18);
    }
    lorenz->top_share.units = (kam_int128)((1 - pow(0.8, power)) * 1e18);
    lorenz->gini.units = (kam_int128)((1 - 2.0 / (power + 1)) * 1e18);
    lorenz->few.units = (kam_int128)1e17;
    lorenz->few_customers = 123456;
}

static void make_flow(struct facts *facts, uint64_t *state)
{
    struct kam_reportflow *flow = &facts->flow;
    size_t size = facts->ladder.tiers.count + 3;
    struct kam_decimal *steps = &flow->bridge.steps[KAM_BRIDGE_OLD_TOTAL].revenue;

    flow->diff.ladder = &facts->ladder;
    flow->diff.has_accounts = true;
    flow->transition =
        (struct kam_transition){.diff = &flow->diff, .size = size, .cells = facts->cells};
    for (size_t i = 0; i < size * size; i++)
        if (random_below(state, 3) == 0)
            facts->cells[i] = kam_decimal_of(random_number(state, 6));
    *steps = kam_decimal_of(random_number(state, 13));
    flow->bridge.steps[KAM_BRIDGE_NEW_TOTAL] = flow->bridge.steps[KAM_BRIDGE_OLD_TOTAL];
    for (int i = KAM_BRIDGE_NEW; i < KAM_BRIDGE_NEW_TOTAL; i++) {
        struct kam_bridge_row *row = &flow->bridge.steps[i];
        row->customers = (uint64_t)random_number(state, 7);
        int64_t gain = random_number(state, 11), loss = random_number(state, 11);
        row->revenue = kam_decimal_of(gain - loss);
        assert_true(
            kam_decimal_add(&flow->bridge.steps[KAM_BRIDGE_NEW_TOTAL].revenue, row->revenue));
        assert_true(kam_decimal_add(&flow->bridge.change, row->revenue));
    }
}

static struct facts *make_facts(size_t tiers, uint64_t *state)
{
    struct facts *facts = calloc(1, sizeof *facts);
    size_t key_tiers = tiers / 2 ? tiers / 2 : 1;

    assert_non_null(facts);
    make_ladder(facts, tiers);
    facts->pyramid = (struct kam_reportpyramid){
        .ladder = &facts->ladder, .has_before = true, .tier_count = tiers, .key_tiers = key_tiers};
    make_layers(&facts->pyramid.now, facts->now, tiers, key_tiers, state);
    make_layers(&facts->pyramid.before, facts->before, tiers, key_tiers, state);
    make_lorenz(&facts->lorenz, 1 + random_below(state, 9));
    make_flow(facts, state);
    return facts;
}

static void free_facts(struct facts *facts)
{
    kam_ladder_free(&facts->ladder);
    free(facts);
}

/* ---- drawing them ---------------------------------------------------------------------------- */

enum picture { PYRAMID, LORENZ, FLOW, BRIDGE, PICTURES };

static double height_of(const struct facts *facts, enum picture picture)
{
    return picture == PYRAMID  ? kam_chartpyramid_height(&facts->pyramid)
           : picture == LORENZ ? kam_chartlorenz_height(&facts->lorenz)
           : picture == FLOW   ? kam_chartflow_height(&facts->flow)
                               : kam_chartbridge_height(&facts->flow);
}

static char *draw(const struct facts *facts, enum picture picture,
                  const struct kam_language *language)
{
    struct kam_speech speech = {.language = language};
    struct drawing drawing;

    drawing_begin(&drawing);
    drawing.canvas.height = height_of(facts, picture);
    switch (picture) {
    case PYRAMID:
        kam_chartpyramid_draw(&facts->pyramid, &speech, &drawing.canvas);
        break;
    case LORENZ:
        kam_chartlorenz_draw(&facts->lorenz, &speech, &drawing.canvas);
        break;
    case FLOW:
        kam_chartflow_draw(&facts->flow, &speech, &drawing.canvas);
        break;
    case BRIDGE:
    case PICTURES:
        kam_chartbridge_draw(&facts->flow, &speech, &drawing.canvas);
        break;
    }
    assert_false(speech.failed);
    kam_speech_free(&speech);
    return drawing_end(&drawing);
}

/* Texts have room of their own, and no number is cut. */
static void check(const struct facts *facts, enum picture picture,
                  const struct kam_language *language)
{
    char *drawn = draw(facts, picture, language);

    assert_true(check_labelboxes(drawn, WIDTH, height_of(facts, picture)) > 5);
    for (const char *at = drawn; (at = strstr(at, "…")); at++)
        if (at[-1] >= '0' && at[-1] <= '9')
            fail_msg("a number is cut: %.40s", at - 20);
    free(drawn);
}

static void words_never_overlap(void **unused)
{
    uint64_t state = 7;

    (void)unused;
    for (size_t tiers = 1; tiers <= TIERS; tiers++)
        for (int round = 0; round < ROUNDS; round++) {
            struct facts *facts = make_facts(tiers, &state);
            for (int i = 0; i < 2 * PICTURES; i++)
                check(facts, (enum picture)(i / 2), languages[i % 2]);
            free_facts(facts);
        }
}

static void the_same_facts_are_the_same_picture(void **unused)
{
    uint64_t state = 11;
    struct facts *facts = make_facts(5, &state);

    (void)unused;
    for (int i = 0; i < PICTURES; i++) {
        char *once = draw(facts, (enum picture)i, &kam_chinese);
        char *again = draw(facts, (enum picture)i, &kam_chinese);
        assert_string_equal(once, again);
        free(once);
        free(again);
    }
    free_facts(facts);
}

/* ---- what they show -------------------------------------------------------------------------- */

static void bars_are_as_long_as_figures(void **unused)
{
    uint64_t state = 3;
    struct facts *facts = make_facts(2, &state);

    (void)unused;
    facts->pyramid.has_before = false;
    facts->now[0].customers = 50;
    facts->now[1].customers = 100;
    facts->now[0].revenue = kam_decimal_of(300);
    facts->now[1].revenue = kam_decimal_of(-7);
    char *drawn = draw(facts, PYRAMID, &kam_english);
    /* 159 units are the longest one, whose outer side is at 10 on the left. */
    assert_non_null(strstr(drawn, "<rect class=\"t1\" x=\"10\" y=\"97\" width=\"159\""));
    assert_non_null(strstr(drawn, "<rect class=\"t0\" x=\"89.5\" y=\"49\" width=\"79.5\""));
    assert_non_null(strstr(drawn, "<rect class=\"t0\" x=\"301\" y=\"49\" width=\"159\""));
    assert_null(strstr(drawn, "<rect class=\"t1\" x=\"301\""));
    assert_null(strstr(drawn, "before"));
    free(drawn);
    free_facts(facts);
}

static void set_steps(struct facts *facts, int64_t old, int64_t grown, int64_t shrunk)
{
    struct kam_bridge *bridge = &facts->flow.bridge;

    memset(bridge, 0, sizeof *bridge);
    bridge->steps[KAM_BRIDGE_OLD_TOTAL].revenue = kam_decimal_of(old);
    bridge->steps[KAM_BRIDGE_GROWN] = (struct kam_bridge_row){1, kam_decimal_of(grown)};
    bridge->steps[KAM_BRIDGE_SHRUNK] = (struct kam_bridge_row){1, kam_decimal_of(shrunk)};
    bridge->steps[KAM_BRIDGE_NEW_TOTAL].revenue = kam_decimal_of(old + grown + shrunk);
    bridge->change = kam_decimal_of(grown + shrunk);
}

static void a_broken_axis_is_said(void **unused)
{
    uint64_t state = 5;
    struct facts *facts = make_facts(2, &state);

    (void)unused;
    set_steps(facts, 1000000, 100, -50);
    char *drawn = draw(facts, BRIDGE, &kam_english);
    assert_non_null(strstr(drawn, "are broken"));
    assert_non_null(strstr(drawn, "<polygon class=\"total\""));
    free(drawn);
    set_steps(facts, 1000, 900, -500);
    drawn = draw(facts, BRIDGE, &kam_english);
    assert_null(strstr(drawn, "are broken"));
    assert_null(strstr(drawn, "<polygon class=\"total\""));
    assert_non_null(strstr(drawn, "<rect class=\"total\""));
    assert_non_null(strstr(drawn, "\"gain\""));
    assert_non_null(strstr(drawn, ">+900</text>"));
    assert_non_null(strstr(drawn, "\"loss\""));
    assert_null(strstr(drawn, ">new</text>"));
    free(drawn);
    free_facts(facts);
}

static void assert_text(struct kam_text text, const char *expected)
{
    if (!kam_text_equal(text, kam_text_of(expected)))
        fail_msg("'%.*s', not '%s'", (int)text.len, text.ptr, expected);
}

static void descriptions_have_the_numbers(void **unused)
{
    uint64_t state = 5;
    struct facts *facts = make_facts(2, &state);
    struct kam_speech speech = {.language = &kam_english};

    (void)unused;
    set_steps(facts, 1000, 900, -500);
    assert_text(kam_chartbridge_describe(&facts->flow, &speech),
                "Revenue went from 1,000 to 1,400, +400: grown +900, shrunk -500.");
    make_lorenz(&facts->lorenz, 2);
    assert_text(kam_chartlorenz_describe(&facts->lorenz, &speech),
                "The top 20% of customers bring 36.0% of the revenue; 123,456 customers, 10.0% of "
                "all, bring 80% of it. The Gini coefficient is 0.333.");
    memset(facts->cells, 0, sizeof facts->cells);
    facts->cells[0] = kam_decimal_of(1);                /* stayed */
    facts->cells[1] = kam_decimal_of(2);                /* down */
    facts->cells[5] = kam_decimal_of(3);                /* up */
    facts->cells[3] = kam_decimal_of(4);                /* lost */
    facts->cells[3 * 5 + 1] = kam_decimal_of(5);        /* new */
    facts->cells[3 * 5 + 3] = kam_decimal_of(10000000); /* silent */
    assert_text(kam_chartflow_describe(&facts->flow, &speech),
                "1 customer stayed in their tier, 3 went up, 2 went down, 5 came, 4 left.");
    kam_speech_free(&speech);
    free_facts(facts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DIRECTORY(words_never_overlap),
        IN_DIRECTORY(the_same_facts_are_the_same_picture),
        IN_DIRECTORY(bars_are_as_long_as_figures),
        IN_DIRECTORY(a_broken_axis_is_said),
        cmocka_unit_test(descriptions_have_the_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
