#include "diff/risksource.h"

#include "compared.h"

static const char old_text[] = "account_id,industry,gone,n,idle,revenue,tier,period,model,by\n"
                               "a,bank,1,4,0,80.00,gold,2026-09,m,revenue\n"
                               "b,bank,2,,0,-5.00,tail,2026-09,m,revenue\n"
                               "c,,3,none,0,3.00,tail,2026-09,m,revenue\n"
                               "l,,3,none,0,3.00,tail,2026-09,m,revenue\n";
static const char new_text[] =
    "account_id,industry,move,n,n_change,come,idle,revenue,tier,period,model,by\n"
    "a,bank,left,4.50,mine,1,0,60.125,tail,2026-10,m,revenue\n"
    "b,bank,left,7,mine,1,0,-6.00,tail,2026-10,m,revenue\n"
    "c,,left,50%,mine,1,0,4.00,tail,2026-10,m,revenue\n"
    "d,shop,left,2万,mine,1,0,1.00,gold,2026-10,m,revenue\n";

struct seeing {
    struct compared compared;
    struct kam_model_dependence rules;
    struct kam_dependence dependence;
    struct kam_arena arena;
    struct kam_risksource source;
    struct kam_risksource_cells cells;
    struct kam_row_source rows;
};

enum segments { WITHOUT_SEGMENTS, WITH_SEGMENTS };

static void see(struct seeing *s, enum segments segments)
{
    struct kam_error error;

    memset(s, 0, sizeof *s);
    compare_texts(&s->compared, old_text, new_text);
    s->rules = (struct kam_model_dependence){.segment = KAM_TEXT("industry"),
                                             .monopoly = kam_decimal_of(1),
                                             .follow = kam_decimal_of(1)};
    if (segments == WITH_SEGMENTS)
        assert_int_equal(kam_dependence_make(&s->dependence, &s->compared.diff, &s->rules, &error),
                         KAM_OK);
    assert_true(kam_risksource_make(&s->source, &s->compared.diff, &s->dependence, &s->arena));
    assert_true(kam_risksource_rows(&s->source, &s->cells, &s->arena, &s->rows));
}

static void stop_seeing(struct seeing *s)
{
    kam_dependence_free(&s->dependence);
    kam_arena_free(&s->arena);
    stop_comparing(&s->compared);
}

/* The column called NAME, of which there is one at most; KAM_NO_COLUMN. */
static size_t find(const struct seeing *s, const char *name)
{
    size_t found = KAM_NO_COLUMN;

    for (size_t i = 0; i < s->source.width; i++)
        if (kam_text_equal(s->source.names[i], kam_text_of(name))) {
            assert_int_equal(found, KAM_NO_COLUMN);
            found = i;
        }
    return found;
}

static void cells_are_of_both_snapshots(void **unused)
{
    static const struct {
        const char *id, *column, *expected;
    } cases[] = {
        {"a", "revenue", "60.125"},
        {"a", "revenue_from", "80.00"},
        {"a", "revenue_delta", "-19.875"},
        {"a", "revenue_change", "-0.2484"}, /* -0.2484375 */
        {"a", "tier_from", "gold"},
        {"a", "n_delta", "0.50"},
        {"a", "move", "down"}, /* and not what the table has */
        {"b", "revenue_delta", "-1.00"},
        {"b", "revenue_change", ""}, /* it was negative */
        {"b", "n_from", ""},
        {"b", "n_delta", ""},
        {"b", "idle_change", ""}, /* it was 0 */
        {"b", "idle_delta", "0"},
        {"b", "gone_from", "2"}, /* a column that only the old one has */
        {"b", "gone_delta", ""},
        {"b", "come", "1"}, /* or the new one */
        {"b", "come_from", ""},
        {"b", "come_change", ""},
        {"b", "n_change", "mine"}, /* a column's own name */
        {"c", "n_delta", "none"},  /* which is no number, as whoever asks will see */
        {"c", "references_lost", ""},
        {"d", "revenue_from", ""},
        {"d", "tier_from", ""},
        {"d", "move", "new"},
        {"d", "dependence", "monopoly"},
        {"d", "segment_share", "1.000000"},
        {"d", "references_lost", "0"},
    };
    struct seeing s;

    (void)unused;
    see(&s, WITH_SEGMENTS);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t column = find(&s, cases[i].column);
        assert_true(column != KAM_NO_COLUMN);
        struct kam_text cell =
            s.rows.cell(s.rows.source, movement_number(&s.compared, cases[i].id), column);
        assert_int_equal(cell.len, strlen(cases[i].expected));
        assert_memory_equal(cell.len ? cell.ptr : "", cases[i].expected, cell.len);
    }
    stop_seeing(&s);
}

static void what_is_no_number_is_found_where_it_stands(void **unused)
{
    struct seeing s;

    (void)unused;
    see(&s, WITHOUT_SEGMENTS);
    size_t delta = find(&s, "n_delta");
    s.rows.cell(s.rows.source, movement_number(&s.compared, "a"), delta);
    assert_null(s.cells.wrong);
    s.rows.cell(s.rows.source, movement_number(&s.compared, "c"), delta);
    assert_ptr_equal(s.cells.wrong, &s.compared.snapshots[0].table);
    assert_int_equal(s.cells.wrong_row, 2);
    stop_seeing(&s);
}

static void there_is_nothing_of_segments_without_them(void **unused)
{
    struct seeing s;

    (void)unused;
    see(&s, WITHOUT_SEGMENTS);
    assert_true(find(&s, "move") != KAM_NO_COLUMN);
    assert_int_equal(find(&s, "references_lost"), KAM_NO_COLUMN);
    assert_int_equal(find(&s, "segment_share"), KAM_NO_COLUMN);
    assert_int_equal(find(&s, "dependence"), KAM_NO_COLUMN);
    stop_seeing(&s);
}

/* Cells that are looked at side by side don't share their memory. */
static void cells_of_a_row_stay(void **unused)
{
    struct seeing s;

    (void)unused;
    see(&s, WITH_SEGMENTS);
    size_t row = movement_number(&s.compared, "a");
    struct kam_text delta = s.rows.cell(s.rows.source, row, find(&s, "revenue_delta"));
    struct kam_text change = s.rows.cell(s.rows.source, row, find(&s, "revenue_change"));
    assert_memory_equal(delta.ptr, "-19.875", delta.len);
    assert_memory_equal(change.ptr, "-0.2484", change.len);
    stop_seeing(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_of_both_snapshots),
        cmocka_unit_test(what_is_no_number_is_found_where_it_stands),
        cmocka_unit_test(there_is_nothing_of_segments_without_them),
        cmocka_unit_test(cells_of_a_row_stay),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
