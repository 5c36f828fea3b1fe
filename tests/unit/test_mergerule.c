#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "group/mergerule.h"

/* A table of no rows, which is all that rules look at. */
static struct kam_text names[] = {
    {"account_id", 10}, {"tags", 4},     {"services", 8}, {"usage", 5},
    {"cost", 4},        {"payer_id", 8}, {"limit", 5},    {"note", 4},
};
enum { TAGS = 1, SERVICES, USAGE, COST, PAYER, LIMIT, NOTE, WIDTH };

static const char *files[] = {"t.csv"};

static struct kam_table table(void)
{
    return (struct kam_table){.names = names, .width = WIDTH, .files = files, .file_count = 1};
}

static enum kam_status settle(struct kam_merge_rules *rules, const struct kam_merge_wishes *wishes,
                              struct kam_error *error)
{
    const struct kam_table t = table();

    return kam_merge_rules_settle(rules, &t, wishes, error);
}

static void assert_list(const struct kam_text *list, size_t count, const char *a, const char *b)
{
    assert_int_equal(count, (a != NULL) + (b != NULL));
    if (a)
        assert_string_equal(list[0].ptr, a);
    if (b)
        assert_string_equal(list[1].ptr, b);
}

static void own_columns_need_no_words(void **state)
{
    const struct kam_merge_wishes nothing = {.sum_count = 0};
    struct kam_merge_rules rules;

    (void)state;
    assert_int_equal(settle(&rules, &nothing, NULL), KAM_OK);
    assert_list(rules.layout.sums, rules.layout.sum_count, "cost", NULL);
    assert_list(rules.layout.sets, rules.layout.set_count, "services", NULL);
    assert_int_equal(rules.columns[USAGE].merge, KAM_MERGE_HEAD);
    assert_false(rules.columns[USAGE].said);
    kam_merge_rules_free(&rules);
}

static void options_beat_attributes_beat_imports(void **state)
{
    const struct kam_renamed summed[] = {
        {{"usage", 5}, {"U", 1}}, {{"limit", 5}, {"L", 1}}, {{"absent", 6}, {"A", 1}}};
    const struct kam_model_import imports[] = {{.sum = {summed, 3}}};
    const struct kam_model_attribute attributes[] = {
        {.name = {"limit", 5}, .merge = KAM_MERGE_MAX},
        {.name = {"tags", 4}, .merge = KAM_MERGE_SUM},
        {.name = {"elsewhere", 9}, .merge = KAM_MERGE_MIN},
    };
    const struct kam_model model = {
        .imports = imports, .import_count = 1, .attributes = attributes, .attribute_count = 3};
    const struct kam_text sets[] = {{"tags", 4}};
    const struct kam_text same[] = {{"note", 4}};
    const struct kam_merge_wishes wishes = {
        .sets = sets, .set_count = 1, .same = same, .same_count = 1, .model = &model};
    struct kam_merge_rules rules;

    (void)state;
    assert_int_equal(settle(&rules, &wishes, NULL), KAM_OK);
    assert_int_equal(rules.columns[USAGE].merge, KAM_MERGE_SUM);
    assert_int_equal(rules.columns[LIMIT].merge, KAM_MERGE_MAX);
    assert_int_equal(rules.columns[TAGS].merge, KAM_MERGE_SET);
    assert_true(rules.columns[NOTE].said);
    assert_int_equal(rules.columns[NOTE].merge, KAM_MERGE_HEAD);
    assert_false(rules.columns[PAYER].said);
    /* The figures of kam's own come first, as an account record has them. */
    assert_list(rules.layout.sums, rules.layout.sum_count, "cost", "usage");
    assert_list(rules.layout.sets, rules.layout.set_count, "services", "tags");
    kam_merge_rules_free(&rules);
}

/* The option --sum (or, with SET, --collect) COLUMN, beside --same SAME. */
static enum kam_status wish(const char *column, bool set, const char *same, struct kam_error *error)
{
    const struct kam_text text = kam_text_of(column), same_text = kam_text_of(same);
    const struct kam_merge_wishes wishes = {.sums = &text,
                                            .sum_count = !set,
                                            .sets = &text,
                                            .set_count = set,
                                            .same = &same_text,
                                            .same_count = same != NULL};
    struct kam_merge_rules rules;
    enum kam_status status = settle(&rules, &wishes, error);

    kam_merge_rules_free(&rules);
    return status;
}

static void contradictions_are_refused(void **state)
{
    struct kam_error error;

    (void)state;
    assert_int_equal(wish("cost", false, NULL, &error), KAM_OK);
    assert_int_equal(wish("cost", true, NULL, &error), KAM_USAGE);
    assert_int_equal(wish("services", true, NULL, &error), KAM_OK);
    assert_int_equal(wish("services", false, NULL, &error), KAM_USAGE);
    assert_int_equal(wish("payer_id", false, NULL, &error), KAM_USAGE);
    assert_int_equal(wish("account_id", true, NULL, &error), KAM_USAGE);
    assert_int_equal(wish("note", true, "note", &error), KAM_USAGE);
    assert_int_equal(wish("note", true, "limit", &error), KAM_OK);
    assert_int_equal(wish("note", true, "cost", &error), KAM_USAGE);
    assert_int_equal(wish("note", true, "2026-10", &error), KAM_USAGE);
    assert_int_equal(wish("nite", true, NULL, &error), KAM_DATA);
    assert_non_null(strstr(error.text, "did you mean 'note'"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_columns_need_no_words),
        cmocka_unit_test(options_beat_attributes_beat_imports),
        cmocka_unit_test(contradictions_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
