/* Which rules hold in both snapshots, or in one of them only. */
#include "diff/rulechange.h"

#include "compared.h"

#include <stdio.h>

enum { TEXT_SIZE = 512 };

struct fixture {
    struct compared compared;
    struct kam_story story;
    struct kam_sides sides;
};

/* Customer A with CELLS of categories, flags and evidence in either snapshot. */
static void start(struct fixture *f, const char *old, const char *new)
{
    static const char row[] = "account_id,tier,period,model,by,revenue,categories,flags,evidence\n"
                              "A,gold,2026-%s,m,score,5,%s\n";
    char old_text[TEXT_SIZE], new_text[TEXT_SIZE];

    memset(f, 0, sizeof *f);
    f->story.speech.language = &kam_english;
    snprintf(old_text, sizeof old_text, row, "09", old);
    snprintf(new_text, sizeof new_text, row, "10", new);
    compare_texts(&f->compared, old_text, new_text);
    f->sides = (struct kam_sides){.diff = &f->compared.diff,
                                  .movement = &f->compared.diff.movements[0],
                                  .old = {.snapshot = &f->compared.snapshots[0], .row = 0},
                                  .new = {.snapshot = &f->compared.snapshots[1], .row = 0},
                                  .story = &f->story};
}

static void stop(struct fixture *f)
{
    assert_false(f->story.speech.failed);
    kam_story_free(&f->story);
    stop_comparing(&f->compared);
}

/* The rules of KIND that changed like CHANGE, with a bar behind each. */
static void assert_rules(const struct fixture *f, enum kam_rule_kind kind,
                         enum kam_rule_change change, const char *expected)
{
    struct kam_rule_walk walk = kam_rule_walk(&f->sides, kind, change);
    struct kam_buffer text = {NULL, 0, 0};
    struct kam_text rule;
    size_t count = 0;

    for (; kam_rule_next(&walk, &rule); count++)
        assert_true(kam_buffer_add(&text, rule) && kam_buffer_add_byte(&text, '|'));
    assert_true(kam_buffer_add_byte(&text, '\0'));
    assert_string_equal(text.ptr, expected);
    assert_int_equal(kam_rule_few(&f->sides, kind, change).count, count);
    kam_buffer_free(&text);
}

static void what_changed(void **unused)
{
    static const struct {
        enum kam_rule_kind kind;
        const char *old, *new;           /* categories, flags, evidence */
        const char *came, *gone, *still; /* of the kind */
    } cases[] = {
        {KAM_RULE_CATEGORY, ",,", ",,", "", "", ""},
        {KAM_RULE_CATEGORY, "a|b,,", "b|c,,", "c|", "a|", "b|"},
        /* one name is not the other's beginning */
        {KAM_RULE_CATEGORY, "big,,", "bigger,,", "bigger|", "big|", ""},
        {KAM_RULE_CATEGORY, "x\\|y,,", "x\\|y|z,,", "z|", "", "x|y|"},
        /* what was found then, where it is gone, and now, where it still is */
        {KAM_RULE_FLAG, ",slow,slow: idle 2", ",slow,slow: idle 3", "", "", "slow (idle 3)|"},
        {KAM_RULE_FLAG, ",slow,slow: idle 2", ",,", "", "slow (idle 2)|", ""},
        {KAM_RULE_FLAG, ",,", ",slow|costly,slow: idle 3", "slow (idle 3)|costly|", "", ""},
        /* admissions are what evidence has beside flags */
        {KAM_RULE_ADMISSION, ",slow,big: revenue 9.00; slow: idle 2",
         ",slow,old: lines 3; slow: idle 3", "old (lines 3)|", "big (revenue 9.00)|", ""},
        {KAM_RULE_ADMISSION, ",,big: revenue 9.00", ",,big: revenue 8.00", "", "",
         "big (revenue 8.00)|"},
        /* what was an admission is a flag of the same name */
        {KAM_RULE_ADMISSION, ",,big: revenue 9.00", ",big,big: revenue 8.00", "",
         "big (revenue 9.00)|", ""},
        {KAM_RULE_FLAG, ",,big: revenue 9.00", ",big,big: revenue 8.00", "big (revenue 8.00)|", "",
         ""},
        /* what a rule found may have what stands between rules in it */
        {KAM_RULE_ADMISSION, ",,", ",,big: name A; B; old: lines 3",
         "big (name A; B)|old (lines 3)|", "", ""},
        {KAM_RULE_ADMISSION, ",,", ",,big: ", "big ()|", "", ""},
        {KAM_RULE_ADMISSION, ",,", ",,nothing of the kind", "", "", ""},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        start(&f, cases[i].old, cases[i].new);
        assert_rules(&f, cases[i].kind, KAM_RULE_NEW, cases[i].came);
        assert_rules(&f, cases[i].kind, KAM_RULE_GONE, cases[i].gone);
        assert_rules(&f, cases[i].kind, KAM_RULE_STILL, cases[i].still);
        stop(&f);
    }
}

/* Who isn't in a snapshot has no rules there. */
static void one_side_only(void **unused)
{
    struct fixture f;

    (void)unused;
    start(&f, "a,slow,slow: idle 2; big: lines 3", "a,slow,slow: idle 2; big: lines 3");
    f.sides.old.row = KAM_NONE;
    assert_rules(&f, KAM_RULE_CATEGORY, KAM_RULE_NEW, "a|");
    assert_rules(&f, KAM_RULE_FLAG, KAM_RULE_NEW, "slow (idle 2)|");
    assert_rules(&f, KAM_RULE_ADMISSION, KAM_RULE_NEW, "big (lines 3)|");
    assert_rules(&f, KAM_RULE_ADMISSION, KAM_RULE_GONE, "");
    assert_rules(&f, KAM_RULE_ADMISSION, KAM_RULE_STILL, "");
    stop(&f);
}

/* More than are named are counted all the same. */
static void many(void **unused)
{
    struct fixture f;

    (void)unused;
    start(&f, ",,", "a|b|c|d|e|f|g|h|i|j,,");
    struct kam_story_few few = kam_rule_few(&f.sides, KAM_RULE_CATEGORY, KAM_RULE_NEW);
    assert_int_equal(few.count, 10);
    assert_true(kam_text_equal(few.items[KAM_STORY_FEW - 1], KAM_TEXT("h")));
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_changed),
        cmocka_unit_test(one_side_only),
        cmocka_unit_test(many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
