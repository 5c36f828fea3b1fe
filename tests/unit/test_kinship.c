/* Who is one customer in two snapshots, and whose accounts went where: awkward cases. */
#include "kin.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { TEXT_SIZE = 512 };

/*
 * What the customers of one side have in the other: A= the same key, A~B a pair by accounts, A>B a
 * part of B, A- nothing; with * those that accounts came to or went from.
 */
static void print_side(const struct kam_kin *kin, const struct side *side, const struct side *other,
                       char text[TEXT_SIZE])
{
    static const char marks[] = {
        [KAM_TIE_NONE] = '-', [KAM_TIE_KEY] = '=', [KAM_TIE_ACCOUNTS] = '~', [KAM_TIE_PART] = '>'};
    size_t length = 0;

    text[0] = '\0';
    for (unsigned i = 0; i < side->count; i++) {
        enum kam_tie tie = kam_kin_tie(kin, i);
        bool names = tie == KAM_TIE_ACCOUNTS || tie == KAM_TIE_PART;
        if (tie == KAM_TIE_KEY)
            assert_string_equal(side->customers[i].id, other->customers[kin->others[i]].id);
        if (tie == KAM_TIE_NONE)
            assert_int_equal(kin->others[i], KAM_NONE);
        length += (size_t)snprintf(text + length, TEXT_SIZE - length, "%s%s%c%s%s", i ? " " : "",
                                   side->customers[i].id, marks[tie],
                                   names ? other->customers[kin->others[i]].id : "",
                                   kam_kin_is_regrouped(kin, i) ? "*" : "");
    }
}

static void expect_kinship(const struct side sides[SIDES], const enum form forms[SIDES],
                           const char *old_expected, const char *new_expected)
{
    const struct side *const there[] = {&sides[0], &sides[1]}, *const back[] = {there[1], there[0]};
    const enum form forms_back[] = {forms[1], forms[0]};
    char text[TEXT_SIZE];
    struct kin kin;

    assert_int_equal(compare_kin(&kin, there, forms, ""), KAM_OK);
    print_side(&kin.diff.kinship.old, &sides[0], &sides[1], text);
    assert_string_equal(text, old_expected);
    print_side(&kin.diff.kinship.new, &sides[1], &sides[0], text);
    assert_string_equal(text, new_expected);
    stop_kin(&kin);
    assert_int_equal(compare_kin(&kin, back, forms_back, ""), KAM_OK);
    print_side(&kin.diff.kinship.new, &sides[0], &sides[1], text);
    assert_string_equal(text, old_expected);
    print_side(&kin.diff.kinship.old, &sides[1], &sides[0], text);
    assert_string_equal(text, new_expected);
    stop_kin(&kin);
}

static const struct {
    const char *what, *old, *new, *old_expected, *new_expected;
} cases[] = {
    {"nobody at all", "", "", "", ""},
    {"nobody before", "", "A=A+B C", "", "A- C-"},
    {"the same in another order", "A B=B+C", "B=B+C A", "A= B=", "B= A="},
    {"no accounts but itself", "A=A B", "A B=B", "A= B=", "A= B="},
    {"an account that wasn't there before", "A", "A=A+X", "A=", "A="},
    {"one that is gone, another one came", "A=A+X", "A=A+Y", "A=", "A="},
    {"merged", "A B C", "A=A+B C", "A=* B>A C=", "A=* C="},
    {"split", "A=A+B", "A B", "A=*", "A=* B>A"},
    {"into one that splits", "A B=B+C", "B=A+B C", "A>B B=*", "B=* C>B"},
    {"a chain of three", "A B=B+b C=C+c", "B=A+B C=C+b D=c", "A>B B=* C=*", "B=* C=* D>C"},
    {"two under a new id", "A:5 B:3", "G:8=A+B", "A~G* B>G", "G~A*"},
    {"two under a new id, the second has more", "A:3 B:5", "G:8=A+B", "A>G B~G*", "G~B*"},
    {"two as large under a new id", "B:5 A:5", "G:9=A+B", "B>G A~G*", "G~A*"},
    {"another head", "A=A+B", "B=A+B", "A~B", "B~A"},
    {"another head, and one left", "A=A+B", "B", "A~B", "B~A"},
    {"heads of two", "A=A+B C=C+D", "B=A+B D=C+D", "A~B C~D", "B~A D~C"},
    {"an id that is nobody's account", "G=A+B", "H=A+B", "G~H", "H~G"},
    {"an account from one to another", "A=A+X B", "A B=B+X", "A=* B=*", "A=* B=*"},
    {"accounts exchanged", "A=A+x B=B+y", "A=A+y B=B+x", "A=* B=*", "A=* B=*"},
    {"an id taken over", "A=A+1+2 B=B+3", "B=A+1+2+B C=3", "A>B B=*", "B=* C>B"},
    {"most shared first", "P=1+2+3 Q=4+5", "R=1+2+4 S=3+5", "P~R* Q~S*", "R~P* S~Q*"},
    {"the second takes what is left", "P=1+2+3 Q=4", "R=1+2+4 S=3", "P~R* Q>R", "R~P* S>P"},
    {"most accounts decide, not revenue", "P:1=1+2 Q:99=3", "R=1+2+3", "P~R* Q>R", "R~P*"},
    {"torn apart: most accounts", "X=1+2+3 A B:99", "A=A+1+2 B:99=B+3", "X>A A=* B=*", "A=* B=*"},
    {"torn apart: as many, most revenue", "X=1+2 A B", "A:1=A+1 B:9=B+2", "X>B A=* B=*", "A=* B=*"},
    {"torn apart: as many, as much", "X=1+2 A B", "B:9=B+2 A:9=A+1", "X>A A=* B=*", "B=* A=*"},
    {"torn apart: a second that catches up", "X=1+2+3+4+5 A B", "A=A+1+2 B=B+3+4+5", "X>B A=* B=*",
     "A=* B=*"},
    {"bars and backslashes", "a|b=a|b+c\\ d|", "d|=d|+c\\ a|b", "a|b=* d|=*", "d|=* a|b=*"},
    {"under an id with a bar", "A=A+B", "A|B=A+B", "A~A|B", "A|B~A"},
    {"in no order", "A=Z+B+A M=y+x", "M=x+y A=B+A+Z", "A= M=", "M= A="},
    {"a prospect becomes the whole", "A? B", "A=A+B", "A=* B>A", "A=*"},
    {"a prospect's accounts are nobody's", "P?=P+X", "X", "P-", "X-"},
    {"a prospect isn't merged", "P? A", "A=A+P", "P- A=", "A="},
    {"a member that is a row itself", "Y=X+Y X", "X", "Y- X=", "X="},
    {"a member that is a row now", "Y=X+Y", "Y=X+Y X", "Y=*", "Y=* X>Y"},
};

static void awkward_cases(void **unused)
{
    static const enum form forms[][SIDES] = {
        {AS_COLUMN, AS_COLUMN}, {AS_LIST, AS_LIST}, {AS_COLUMN, AS_LIST}};
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct side sides[SIDES] = {side_of(cases[i].old), side_of(cases[i].new)};
        for (size_t k = 0; k < sizeof forms / sizeof *forms; k++) {
            print_message("%s\n", cases[i].what);
            expect_kinship(sides, forms[k], cases[i].old_expected, cases[i].new_expected);
        }
    }
}

/* A cell may name an account twice, which is one account. */
static void an_account_twice_in_a_cell_is_one(void **unused)
{
    const struct side sides[SIDES] = {side_of("X=1+1+1+2+3 A B"), side_of("A=A+1 B=B+2+3")};
    static const enum form forms[SIDES] = {AS_COLUMN, AS_COLUMN};
    (void)unused;
    expect_kinship(sides, forms, "X>B A=* B=*", "A=* B=*");
}

/* Keys are the numbers of the rows: the first is the pair of the first. */
static void pairs_by_key_come_before_pairs_by_accounts(void **unused)
{
    const struct side sides[SIDES] = {side_of("A=A+a B=B+b X=x+y+z"),
                                      side_of("C=B+b A=a Y=x Z=y+z+A")};
    const struct side *const both[] = {&sides[0], &sides[1]};
    static const enum form forms[SIDES] = {AS_COLUMN, AS_COLUMN};
    struct kin kin;
    (void)unused;
    assert_int_equal(compare_kin(&kin, both, forms, "key"), KAM_OK);
    const struct kam_kin *old = &kin.diff.kinship.old, *new = &kin.diff.kinship.new;
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(kam_kin_tie(old, i), KAM_TIE_KEY);
        assert_int_equal(old->others[i], i);
        assert_int_equal(new->others[i], i);
        assert_true(kam_kin_is_regrouped(old, i));
        assert_true(kam_kin_is_regrouped(new, i));
    }
    assert_int_equal(kam_kin_tie(new, 3), KAM_TIE_PART);
    assert_int_equal(new->others[3], 2);
    stop_kin(&kin);
}

static void an_account_of_two_customers_is_refused(void **unused)
{
    const struct side sides[SIDES] = {side_of("A=A+X B=B+X"), side_of("X")};
    const struct side *const both[] = {&sides[0], &sides[1]};
    static const enum form columns[SIDES] = {AS_COLUMN, AS_COLUMN}, lists[] = {AS_LIST, AS_LIST};
    struct kin kin;
    (void)unused;
    assert_int_equal(compare_kin(&kin, both, columns, ""), KAM_DATA);
    assert_non_null(strstr(kin.error.text, "'X' is a member of the row in line 2, too"));
    stop_kin(&kin);
    assert_int_equal(compare_kin(&kin, both, lists, ""), KAM_DATA);
    assert_non_null(strstr(kin.error.text, "'X'"));
    stop_kin(&kin);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(awkward_cases),
        cmocka_unit_test(an_account_twice_in_a_cell_is_one),
        cmocka_unit_test(pairs_by_key_come_before_pairs_by_accounts),
        cmocka_unit_test(an_account_of_two_customers_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
