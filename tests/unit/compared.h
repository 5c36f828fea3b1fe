/*
 * compared: two snapshots written down in a test, and compared.
 */
#ifndef KAM_TESTS_COMPARED_H
#define KAM_TESTS_COMPARED_H

#include "diff/diff.h"
#include "temporary.h"

/* All that belongs to a comparison, which stays where it is. */
struct compared {
    char paths[2][TEMPORARY_PATH];
    struct kam_snapshot snapshots[2];
    struct kam_roster rosters[2];
    struct kam_ladder ladder;
    struct kam_diff diff;
};

/* OLD and NEW as files of snapshots, by the tiers gold and tail; who is idle for 6 months is lost.
 */
static inline void compare_texts(struct compared *c, const char *old, const char *new)
{
    static const struct kam_text tiers[] = {{"gold", 4}, {"tail", 4}};
    const struct kam_diff_options options = {
        .measure = KAM_MEASURE_WINDOW, .lost_after = 6, .threads = 1};
    const struct kam_reader_options reading = {.delimiter = ','};
    const char *const texts[] = {old, new};
    struct kam_error error;
    size_t stray;

    memset(c, 0, sizeof *c);
    for (int i = 0; i < 2; i++) {
        temporary_file(c->paths[i], texts[i]);
        assert_int_equal(kam_snapshot_read(&c->snapshots[i], c->paths[i], &reading, &error),
                         KAM_OK);
        assert_int_equal(
            kam_roster_init(&c->rosters[i], &c->snapshots[i], NULL, &reading, &stray, &error),
            KAM_OK);
    }
    assert_int_equal(kam_ladder_of_model(&c->ladder, tiers, 2, &error), KAM_OK);
    assert_int_equal(
        kam_diff_compute(&c->diff, &c->rosters[0], &c->rosters[1], &c->ladder, &options, &error),
        KAM_OK);
}

static inline void stop_comparing(struct compared *c)
{
    kam_diff_free(&c->diff);
    kam_ladder_free(&c->ladder);
    for (int i = 0; i < 2; i++) {
        kam_roster_free(&c->rosters[i]);
        kam_snapshot_free(&c->snapshots[i]);
        unlink(c->paths[i]);
    }
}

/* The number of the movement of the customer ID. */
static inline size_t movement_number(const struct compared *c, const char *id)
{
    size_t i = 0;

    while (i < c->diff.count &&
           !kam_text_equal(kam_diff_account(&c->diff, &c->diff.movements[i]), kam_text_of(id)))
        i++;
    assert_true(i < c->diff.count);
    return i;
}

#endif
