/*
 * bases: random customer bases, as snapshots that are compared, for the laws of diff and its views.
 */
#ifndef KAM_TESTS_BASES_H
#define KAM_TESTS_BASES_H

#include "diff/bridge.h"
#include "random.h"
#include "temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

enum { CUSTOMERS = 60, ROUNDS = 200, TIERS = 3, PLACES = 10000 };

static const char *const tier_names[TIERS] = {"gold", "silver", "tail"};

/* What is true of one customer in one snapshot; revenue and parts in units of 10^-4. */
struct fact {
    bool present;
    unsigned tier;
    int64_t revenue;
    int64_t parts[2];
};

/* All customers of one snapshot. */
struct base {
    struct fact facts[CUSTOMERS];
};

/* UNITS are 10^-4. */
static inline struct kam_decimal decimal_of(int64_t units)
{
    struct kam_decimal value;

    assert_int_equal(kam_decimal_divide(kam_decimal_of(units), kam_decimal_of(PLACES), 4, &value),
                     KAM_NUMBER_OK);
    return value;
}

static inline void assert_decimal(struct kam_decimal value, int64_t units)
{
    assert_int_equal(kam_decimal_compare(value, decimal_of(units)), 0);
}

static inline struct base random_base(uint64_t *state)
{
    struct base base;

    for (unsigned i = 0; i < CUSTOMERS; i++) {
        struct fact *fact = &base.facts[i];
        /* Few different revenues, so that equal changes occur. */
        bool coarse = random_below(state, 2);
        *fact = (struct fact){
            .present = random_below(state, 4) > 0,
            .tier = random_below(state, TIERS),
            .revenue = coarse ? ((int64_t)random_below(state, 9) - 3) * 10 * PLACES
                              : (int64_t)(random_bits(state) >> 20) - (INT64_C(1) << 41),
            .parts = {INT64_C(5000) * random_below(state, 4),
                      INT64_C(5000) * random_below(state, 4)},
        };
    }
    return base;
}

static inline void write_number(FILE *file, int64_t units)
{
    char text[KAM_DECIMAL_SIZE];

    kam_decimal_format(decimal_of(units), 2, text);
    fprintf(file, ",%s", text);
}

/* BASE as a snapshot file, its rows in an order that STATE decides. */
static inline void write_base(const char *path, const struct base *base, uint64_t *state)
{
    unsigned order[CUSTOMERS] = {0};
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs("account_id,tier,period,model,by,revenue,part_a,part_b,score\n", file);
    for (unsigned i = 0; i < CUSTOMERS; i++) {
        unsigned j = random_below(state, i + 1);
        order[i] = order[j];
        order[j] = i;
    }
    for (unsigned k = 0; k < CUSTOMERS; k++) {
        const struct fact *fact = &base->facts[order[k]];
        if (!fact->present)
            continue;
        fprintf(file, "C%02u,%s,2026-10,m,score", order[k], tier_names[fact->tier]);
        write_number(file, fact->revenue);
        write_number(file, fact->parts[0]);
        write_number(file, fact->parts[1]);
        write_number(file, fact->parts[0] + fact->parts[1]);
        fputc('\n', file);
    }
    assert_int_equal(fclose(file), 0);
}

/* Two snapshots compared, with all that belongs to it. */
struct comparison {
    char old_path[TEMPORARY_PATH], new_path[TEMPORARY_PATH];
    struct kam_snapshot old, new;
    struct kam_roster old_roster, new_roster;
    struct kam_ladder ladder;
    struct kam_diff diff;
    struct kam_bridge bridge;
};

/* The snapshots and ladder of a comparison whose files are written. */
static inline void read_files(struct comparison *c)
{
    struct kam_text names[TIERS];
    struct kam_reader_options options = {.delimiter = ','};
    struct kam_error error;

    for (size_t i = 0; i < TIERS; i++)
        names[i] = kam_text_of(tier_names[i]);
    assert_int_equal(kam_snapshot_read(&c->old, c->old_path, &options, &error), KAM_OK);
    assert_int_equal(kam_snapshot_read(&c->new, c->new_path, &options, &error), KAM_OK);
    assert_int_equal(kam_ladder_of_model(&c->ladder, names, TIERS, &error), KAM_OK);
    size_t stray;
    assert_int_equal(kam_roster_init(&c->old_roster, &c->old, NULL, &options, &stray, &error),
                     KAM_OK);
    assert_int_equal(kam_roster_init(&c->new_roster, &c->new, NULL, &options, &stray, &error),
                     KAM_OK);
}

/* OLD and NEW compared, each written in some order of rows. Stop it. */
static inline void start(struct comparison *c, const struct base *old, const struct base *new,
                         uint64_t *state)
{
    const struct kam_diff_options options = {.measure = KAM_MEASURE_WINDOW, .threads = 2};
    struct kam_error error;

    memset(c, 0, sizeof *c);
    temporary_file(c->old_path, "");
    temporary_file(c->new_path, "");
    write_base(c->old_path, old, state);
    write_base(c->new_path, new, state);
    read_files(c);
    assert_int_equal(
        kam_diff_compute(&c->diff, &c->old_roster, &c->new_roster, &c->ladder, &options, &error),
        KAM_OK);
    assert_int_equal(kam_bridge_compute(&c->bridge, &c->diff, &error), KAM_OK);
}

static inline void stop(struct comparison *c)
{
    kam_diff_free(&c->diff);
    kam_ladder_free(&c->ladder);
    kam_snapshot_free(&c->old);
    kam_snapshot_free(&c->new);
    unlink(c->old_path);
    unlink(c->new_path);
}

#endif
