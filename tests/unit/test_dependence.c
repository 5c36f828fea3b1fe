#include "diff/dependence.h"

#include "compared.h"
#include "model/condition.h"
#include "random.h"

#include <stdio.h>

#define OLD_HEADER "account_id,industry,idle,revenue,members,tier,period,model,by\n"
#define OLD_END    ",tail,2026-09,m,revenue\n"
#define NEW_END    ",tail,2026-10,m,revenue\n"

static struct kam_decimal decimal_of(const char *text)
{
    struct kam_decimal value;

    assert_int_equal(kam_decimal_parse(kam_text_of(text), &value), KAM_NUMBER_OK);
    return value;
}

/* [dependence] segment = industry, and what the model says where nothing else is said. */
static struct kam_model_dependence rules(void)
{
    return (struct kam_model_dependence){.segment = KAM_TEXT("industry"),
                                         .monopoly = decimal_of("0.5"),
                                         .selective = decimal_of("0.1"),
                                         .follow = decimal_of("1")};
}

/* What is known of a customer, in one line: share word references-lost following. */
static void describe(const struct kam_dependence *dependence, const struct kam_movement *movement,
                     char *out, size_t size)
{
    const struct kam_dependence_segment *segment = kam_dependence_segment(dependence, movement);
    struct kam_text word = kam_dependence_word(dependence, movement);
    char share_text[KAM_DECIMAL_SIZE] = "-", loss_text[KAM_DECIMAL_SIZE];
    struct kam_decimal share, loss;

    if (kam_dependence_share(dependence, movement, &share))
        kam_decimal_format(share, 0, share_text);
    assert_true(kam_dependence_following(dependence, movement, &loss));
    kam_decimal_format(loss, 0, loss_text);
    snprintf(out, size, "%s %.*s %u %s", share_text, word.len ? (int)word.len : 1,
             word.len ? word.ptr : "-", segment ? segment->references_lost : 99, loss_text);
}

static void what_is_known_of_customers(void **unused)
{
    static const char old[] = OLD_HEADER
        "lost,bank,0,900,lost" OLD_END "stays,bank,0,900,stays" OLD_END
        "later,bank,0,1000,later" OLD_END "small,shop,0,3,small" OLD_END
        "first,shop,0,8,first" OLD_END "second,shop,0,8,second" OLD_END "gone,law,0,4,gone" OLD_END
        "bad,law,0,-4,bad" OLD_END "zero,none,0,0,zero" OLD_END "part,port,0,7,part" OLD_END
        "whole,port,0,6,whole" OLD_END "moving,port,0,6,moving" OLD_END
        "nowhere,,0,50,nowhere" OLD_END "silent,club,5,70,silent" OLD_END
        "member,club,0,20,member" OLD_END "p,shop,0,500,p,prospect,2026-09,m,revenue\n";
    static const char new[] =
        OLD_HEADER "stays,bank,0,300,stays" NEW_END "later,bank,0,600,later" NEW_END
                   "new,bank,0,2100,new" NEW_END "first,shop,0,2,first" NEW_END
                   "second,shop,0,8,second" NEW_END "bad,law,0,-4,bad" NEW_END
                   "zero,none,0,0,zero" NEW_END "fresh,none,0,30,fresh" NEW_END
                   "whole,port,0,9,whole|part" NEW_END "moving,bank,0,0,moving" NEW_END
                   "nowhere,,0,50,nowhere" NEW_END "silent,club,6,60,silent" NEW_END
                   "member,club,0,20,member" NEW_END "p,shop,0,500,p,prospect,2026-10,m,revenue\n";
    static const struct {
        const char *id, *expected;
    } cases[] = {
        {"stays", "0.1 selective 0 0"},
        {"later", "0.2 selective 0 2400"}, /* was the largest */
        {"new", "0.7 monopoly 0 0"},       /* is, but nobody knew it */
        {"moving", "0 intensive 0 0"},
        {"first", "0.2 selective 0 8"}, /* of two that were equal */
        {"second", "0.8 monopoly 0 0"},
        {"bad", "- - 1 0"},          /* the segment's revenue is negative */
        {"zero", "0 intensive 0 0"}, /* the only one there was, and had nothing */
        {"fresh", "1 monopoly 0 0"},
        {"whole", "1 monopoly 0 0"}, /* the largest was merged into it, and wasn't lost */
        {"nowhere", "- - 99 0"},
        {"silent", "- - 99 0"}, /* lost by lost-after */
        {"member", "1 monopoly 1 0"},
    };
    struct kam_model_dependence model = rules();
    struct kam_dependence dependence;
    struct kam_error error;
    struct compared c;

    (void)unused;
    compare_texts(&c, old, new);
    assert_int_equal(kam_dependence_make(&dependence, &c.diff, &model, &error), KAM_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[128];
        describe(&dependence, &c.diff.movements[movement_number(&c, cases[i].id)], found,
                 sizeof found);
        assert_string_equal(found, cases[i].expected);
    }
    uint32_t whole = c.diff.movements[movement_number(&c, "whole")].new_row;
    assert_true(dependence.is_reference[whole]);
    kam_dependence_free(&dependence);
    stop_comparing(&c);
}

static void limits_are_exact(void **unused)
{
    /* A third is 0.333333 rounded, and no less than a third for that. */
    static const char old[] = OLD_HEADER;
    static const char new[] = OLD_HEADER "a,x,0,1,a" NEW_END "b,x,0,2,b" NEW_END;
    static const struct {
        const char *monopoly, *word;
    } cases[] = {
        {"0.333333333333333333", "monopoly"},
        {"0.333333333333333334", "selective"},
        {"0.333333", "monopoly"},
        {"0.3334", "selective"},
    };
    struct kam_error error;
    struct compared c;

    (void)unused;
    compare_texts(&c, old, new);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_model_dependence model = rules();
        struct kam_dependence dependence;
        model.monopoly = decimal_of(cases[i].monopoly);
        assert_int_equal(kam_dependence_make(&dependence, &c.diff, &model, &error), KAM_OK);
        struct kam_text word =
            kam_dependence_word(&dependence, &c.diff.movements[movement_number(&c, "a")]);
        assert_int_equal(word.len, strlen(cases[i].word));
        assert_memory_equal(word.ptr, cases[i].word, word.len);
        kam_dependence_free(&dependence);
    }
    stop_comparing(&c);
}

static void sums_that_do_not_fit_are_said(void **unused)
{
    static const char big[] =
        OLD_HEADER "a,x,0,150000000000000000000,a" NEW_END "b,x,0,150000000000000000000,b" NEW_END;
    struct kam_model_dependence model = rules();
    struct kam_dependence dependence;
    struct kam_error error;
    struct compared c;
    char said[512];

    (void)unused;
    compare_texts(&c, OLD_HEADER, big);
    assert_int_equal(kam_dependence_make(&dependence, &c.diff, &model, &error), KAM_DATA);
    kam_error_format(&error, said, sizeof said);
    assert_string_equal(said, "the revenue of the segment 'x' is too large a number");
    kam_dependence_free(&dependence);
    stop_comparing(&c);
}

/* What would follow is a part of all others, whatever the order of the rows. */
static void the_order_of_rows_makes_no_difference(void **unused)
{
    enum { CUSTOMERS = 20, SEGMENTS = 3, ROUNDS = 30 };
    uint64_t state = 7;

    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct kam_model_dependence model = rules();
        struct kam_error error;
        char lines[CUSTOMERS][64], found[2][CUSTOMERS][128];
        for (unsigned i = 0; i < CUSTOMERS; i++)
            snprintf(lines[i], sizeof lines[i], "C%02u,s%u,0,%d,C%02u", i,
                     random_below(&state, SEGMENTS), (int)random_below(&state, 40) - 8, i);
        for (int turned = 0; turned < 2; turned++) {
            char old[8192] = OLD_HEADER, new[8192] = OLD_HEADER;
            struct kam_dependence dependence;
            struct compared c;
            for (unsigned i = 0; i < CUSTOMERS; i++) {
                const char *line = lines[turned ? CUSTOMERS - 1 - i : i];
                strcat(strcat(old, line), OLD_END);
                strcat(strcat(new, line), NEW_END);
            }
            compare_texts(&c, old, new);
            assert_int_equal(kam_dependence_make(&dependence, &c.diff, &model, &error), KAM_OK);
            for (unsigned i = 0; i < CUSTOMERS; i++) {
                char id[8];
                snprintf(id, sizeof id, "C%02u", i);
                describe(&dependence, &c.diff.movements[movement_number(&c, id)], found[turned][i],
                         sizeof found[turned][i]);
            }
            kam_dependence_free(&dependence);
            stop_comparing(&c);
        }
        for (unsigned i = 0; i < CUSTOMERS; i++)
            assert_string_equal(found[0][i], found[1][i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_known_of_customers),
        cmocka_unit_test(limits_are_exact),
        cmocka_unit_test(sums_that_do_not_fit_are_said),
        cmocka_unit_test(the_order_of_rows_makes_no_difference),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
