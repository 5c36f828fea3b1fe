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

enum { CUSTOMERS = 60, ROUNDS = 200, TIERS = 3, REGIONS = 4, LOST_AFTER = 6, PLACES = 10000 };

static const char *const tier_names[TIERS] = {"gold", "silver", "tail"};

/* In byte order. */
static const char *const region_names[REGIONS] = {"", "North", "South", "\xE5\x8C\x97"};

/*
 * What is true of customer i in one snapshot; revenue and parts in units of 10^-4. Its account is
 * its own, unless it is that of customer `head`, who is present then, while it isn't.
 */
struct fact {
    bool present;
    bool renamed; /* to another id; the account is among its members */
    unsigned head;
    unsigned tier, region, idle;
    int64_t revenue;
    int64_t parts[2];
};

enum { NOBODY = CUSTOMERS };

/* All customers of one snapshot. */
struct base {
    struct fact facts[CUSTOMERS];
    bool grouped; /* it has a column `members` */
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
    struct base base = {.grouped = false};

    for (unsigned i = 0; i < CUSTOMERS; i++) {
        struct fact *fact = &base.facts[i];
        /* Few different revenues, so that equal changes occur. */
        bool coarse = random_below(state, 2);
        *fact = (struct fact){
            .present = random_below(state, 4) > 0,
            .head = NOBODY,
            .tier = random_below(state, TIERS),
            .region = random_below(state, REGIONS),
            .idle = random_below(state, LOST_AFTER + 2),
            .revenue = coarse ? ((int64_t)random_below(state, 9) - 3) * 10 * PLACES
                              : (int64_t)(random_bits(state) >> 20) - (INT64_C(1) << 41),
            .parts = {INT64_C(5000) * random_below(state, 4),
                      INT64_C(5000) * random_below(state, 4)},
        };
    }
    return base;
}

/* Whether customer I could be the head of others in both snapshots, or be made another's part. */
static inline bool is_head(const struct base *old, const struct base *new, unsigned i)
{
    return old->facts[i].present && new->facts[i].present && !new->facts[i].renamed;
}

static inline bool is_alone(const struct base *old, const struct base *new, unsigned i)
{
    for (unsigned k = 0; k < CUSTOMERS; k++)
        if (old->facts[k].head == i || new->facts[k].head == i)
            return false;
    return is_head(old, new, i);
}

/* In two random bases some customers become merged into others, split off them, renamed. */
static inline void entangle(struct base *old, struct base *new, uint64_t *state)
{
    enum { MERGED, SPLIT, RENAMED, CHOICES = RENAMED + 2 };

    old->grouped = new->grouped = true;
    for (unsigned i = 0; i < CUSTOMERS; i++) {
        unsigned choice = random_below(state, CHOICES), head = random_below(state, CUSTOMERS);
        if (choice > RENAMED || !is_alone(old, new, i))
            continue;
        if (choice == RENAMED) {
            new->facts[i].renamed = true;
        } else if (head != i && is_head(old, new, head)) {
            struct fact *gone = choice == MERGED ? &new->facts[i] : &old->facts[i];
            gone->present = false;
            gone->head = head;
        }
    }
}

static inline void write_members(FILE *file, const struct base *base, unsigned i)
{
    fprintf(file, ",C%02u", i);
    for (unsigned k = 0; k < CUSTOMERS; k++)
        if (base->facts[k].head == i)
            fprintf(file, "|C%02u", k);
    if (base->facts[i].renamed)
        fprintf(file, "|R%02u", i);
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
    fputs("account_id,tier,period,model,by,region,idle", file);
    fputs(base->grouped ? ",members,revenue,part_a,part_b,score\n"
                        : ",revenue,part_a,part_b,score\n",
          file);
    for (unsigned i = 0; i < CUSTOMERS; i++) {
        unsigned j = random_below(state, i + 1);
        order[i] = order[j];
        order[j] = i;
    }
    for (unsigned k = 0; k < CUSTOMERS; k++) {
        const struct fact *fact = &base->facts[order[k]];
        if (!fact->present)
            continue;
        fprintf(file, "%c%02u,%s,2026-10,m,score,%s,%u", fact->renamed ? 'R' : 'C', order[k],
                tier_names[fact->tier], region_names[fact->region], fact->idle);
        if (base->grouped)
            write_members(file, base, order[k]);
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

/*
 * OLD and NEW compared, each written in some order of rows, with the rule lost-after (0: without).
 * Stop it.
 */
static inline void start_with(struct comparison *c, const struct base *old, const struct base *new,
                              unsigned lost_after, uint64_t *state)
{
    const struct kam_diff_options options = {
        .measure = KAM_MEASURE_WINDOW, .lost_after = lost_after, .threads = 2};
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

static inline void start(struct comparison *c, const struct base *old, const struct base *new,
                         uint64_t *state)
{
    start_with(c, old, new, 0, state);
}

static inline void stop(struct comparison *c)
{
    kam_diff_free(&c->diff);
    kam_ladder_free(&c->ladder);
    kam_roster_free(&c->old_roster);
    kam_roster_free(&c->new_roster);
    kam_snapshot_free(&c->old);
    kam_snapshot_free(&c->new);
    unlink(c->old_path);
    unlink(c->new_path);
}

#endif
