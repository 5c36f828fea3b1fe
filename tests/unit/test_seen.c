/* Which accounts were customers in earlier snapshots. */
#include "base/month.h"
#include "diff/seen.h"
#include "temporary.h"

#include <stdio.h>

enum { MOST = 2, FOUND_SIZE = 16 };

#define HEADER "account_id,tier,period,model,by,revenue"

/* FOUND[i] says '1' or '0' of the I-th letter of IDS, in the snapshots TEXTS up to a NULL. */
static enum kam_status look(const char *const texts[MOST], const char *ids, int before,
                            char found[FOUND_SIZE], struct kam_error *error)
{
    const struct kam_reader_options reading = {.delimiter = ','};
    char paths[MOST][TEMPORARY_PATH];
    const char *names[MOST];
    struct kam_seen seen = {.paths = names, .options = &reading};
    struct kam_map map = {.count = 0};
    bool was[FOUND_SIZE] = {false};
    uint32_t number;

    for (; seen.count < MOST && texts[seen.count]; seen.count++) {
        temporary_file(paths[seen.count], texts[seen.count]);
        names[seen.count] = paths[seen.count];
    }
    for (size_t i = 0; ids[i]; i++)
        assert_true(kam_map_intern(&map, (struct kam_text){ids + i, 1}, &number));
    enum kam_status status = kam_seen_find(&seen, &map, before, was, error);
    for (uint32_t i = 0; i < map.count; i++)
        found[i] = was[i] ? '1' : '0';
    found[map.count] = '\0';
    kam_map_free(&map);
    for (size_t i = 0; i < seen.count; i++)
        unlink(paths[i]);
    return status;
}

static void who_was_there(void **unused)
{
    static const struct {
        const char *texts[MOST], *ids, *found;
    } cases[] = {
        {{NULL}, "AB", "00"},
        {{HEADER "\nA,gold,2026-05,m,score,1\n"}, "AB", "10"},
        /* any of them is enough, in whatever order */
        {{HEADER "\nB,gold,2026-07,m,score,1\n", HEADER "\nA,gold,2026-05,m,score,1\n"},
         "ABC",
         "110"},
        {{HEADER "\nA,gold,2026-07,m,score,1\n", HEADER "\nB,gold,2026-07,m,score,1\n"},
         "ABC",
         "110"},
        /* an account of a customer */
        {{HEADER ",members\nX,gold,2026-05,m,score,1,A|B\n"}, "ABCX", "1101"},
        /* who was a prospect was no customer, nor was who has nothing but such accounts */
        {{HEADER ",members\nA,prospect,2026-05,m,score,,A|B\n"}, "AB", "00"},
        /* nobody is there, so that no period is known */
        {{HEADER "\n"}, "A", "0"},
        {{HEADER "\nA,gold,2026-05,m,score,1\n"}, "", ""},
    };
    char found[FOUND_SIZE];
    struct kam_error error;

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(look(cases[i].texts, cases[i].ids,
                              kam_month_parse_plain(KAM_TEXT("2026-09")), found, &error),
                         KAM_OK);
        assert_string_equal(found, cases[i].found);
    }
}

/* The month before will do, the same won't; without a month there is nothing to be before. */
static void which_periods_are_earlier(void **unused)
{
    static const struct {
        const char *period;
        enum kam_status status;
    } cases[] = {{"2026-08", KAM_OK}, {"2026-09", KAM_DATA}, {"2026-10", KAM_DATA}};
    int before = kam_month_parse_plain(KAM_TEXT("2026-09"));
    char text[128], found[FOUND_SIZE];
    struct kam_error error;

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const texts[MOST] = {text};
        snprintf(text, sizeof text, HEADER "\nA,gold,%s,m,score,1\n", cases[i].period);
        assert_int_equal(look(texts, "A", before, found, &error), cases[i].status);
        assert_string_equal(found, cases[i].status ? "0" : "1");
        assert_int_equal(look(texts, "A", KAM_MONTH_NONE, found, &error), KAM_OK);
        assert_string_equal(found, "1");
    }
}

static void what_is_no_snapshot(void **unused)
{
    static const char *const texts[MOST] = {HEADER "\nA,gold,2026-05,m,score,1\n",
                                            "account_id\nB\n"};
    char found[FOUND_SIZE];
    struct kam_error error;

    (void)unused;
    assert_int_equal(look(texts, "AB", KAM_MONTH_NONE, found, &error), KAM_DATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_was_there),
        cmocka_unit_test(which_periods_are_earlier),
        cmocka_unit_test(what_is_no_snapshot),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
