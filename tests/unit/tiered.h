/*
 * tiered: bases that kam's own rules tier, as snapshots, and two of them compared.
 */
#ifndef KAM_TESTS_TIERED_H
#define KAM_TESTS_TIERED_H

#include "diff/cause.h"
#include "random.h"
#include "temporary.h"
#include "tier/limits.h"
#include "tier/tier.h"

#include <stdio.h>

enum { CUSTOMERS = 24, TIERS = 4 };

/* Who is what: gold to tail are 0 to 3. */
struct fact {
    bool present;
    int revenue;
    unsigned admitted; /* by a rule, to this tier; TIERS: by none */
    unsigned capped;   /* by a flag, to this one; 0: by none */
    unsigned segment;
};

/* BY_GAPS: `by` names a column that the snapshot hasn't. */
enum source { BY_COLUMN, BY_GAPS };

struct base {
    struct fact facts[CUSTOMERS];
    enum source source;
};

static const char *const tier_names[TIERS] = {"gold", "silver", "bronze", "tail"};

#define TIERED_RULES                                                                               \
    "[admit a0]\nwhen = admit = 0\ntier = gold\n[admit a1]\nwhen = admit = 1\ntier = silver\n"     \
    "[admit a2]\nwhen = admit = 2\ntier = bronze\n"                                                \
    "[flag c1]\nwhen = cap = 1\nat-most = silver\n[flag c2]\nwhen = cap = 2\nat-most = bronze\n"   \
    "[flag c3]\nwhen = cap = 3\nat-most = tail\n"

/* A model that cuts by revenue, with rules that facts can ask for; MORE are keys of [tiers]. */
static inline struct kam_model *tiered_model(const char *more)
{
    struct kam_model *model;
    char text[1024];

    snprintf(text, sizeof text,
             "[tiers]\nnames = gold, silver, bronze, tail\nby = revenue\n%s\n" TIERED_RULES, more);
    assert_int_equal(kam_model_load_text(&model, "m.kam", kam_text_of(text), NULL, 0, NULL),
                     KAM_OK);
    return model;
}

static inline void tiered_facts(const char *path, const struct base *base, const char *month)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fprintf(file, "account_id,admit,cap,segment,lines,revenue,%s\n", month);
    for (unsigned i = 0; i < CUSTOMERS; i++) {
        const struct fact *fact = &base->facts[i];
        if (fact->present)
            fprintf(file, "C%02u,%u,%u,%u,1,%d,%d\n", i, fact->admitted, fact->capped,
                    fact->segment, fact->revenue, fact->revenue);
    }
    assert_int_equal(fclose(file), 0);
}

static inline void tiered_number(FILE *file, bool present, struct kam_decimal value)
{
    char text[KAM_DECIMAL_SIZE] = "";

    if (present)
        kam_decimal_format(value, 0, text);
    fprintf(file, ",%s", text);
}

/* What kam-tier writes, as far as causes go by it. */
static inline void tiered_row(FILE *file, const struct kam_limits *limits, uint32_t row)
{
    const struct kam_tiering *tiering = limits->tiering;
    const struct kam_verdict *verdict = &tiering->verdicts[row];
    const struct kam_limit_pair *pair = kam_limits_of(limits, row);
    const uint32_t tiers[] = {verdict->cut, verdict->unflagged, verdict->computed, verdict->tier};
    struct kam_decimal gap;

    fprintf(file, "%.*s,", (int)kam_table_cell(tiering->table, row, 0).len,
            kam_table_cell(tiering->table, row, 0).ptr);
    for (size_t i = 0; i < TIERS; i++)
        fprintf(file, "%s,", tier_names[tiers[i]]);
    fprintf(file, "%d", tiering->holds ? tiering->holds[row].held : 0);
    tiered_number(file, true, tiering->ranking.figures[row]);
    tiered_number(file, pair->up.present, pair->up.figure);
    tiered_number(file, pair->down.present, pair->down.figure);
    bool has_gap = kam_limits_gap(limits, pair, row, KAM_GAP_UP, &gap);
    tiered_number(file, has_gap, gap);
    has_gap = kam_limits_gap(limits, pair, row, KAM_GAP_DOWN, &gap);
    tiered_number(file, has_gap, gap);
}

static inline void tiered_write(const char *path, const struct kam_tiering *tiering,
                                const char *month, enum source source)
{
    const char *by = source == BY_COLUMN ? "revenue" : "potential";
    FILE *file = fopen(path, "w");
    struct kam_limits limits;

    assert_non_null(file);
    assert_true(kam_limits_make(&limits, tiering));
    fputs("account_id,tier_cut,tier_unflagged,tier_computed,tier,held,revenue,limit_up,limit_down,"
          "gap_up,gap_down,by,period,model\n",
          file);
    for (size_t i = 0; i < tiering->ranking.count; i++) {
        tiered_row(file, &limits, tiering->ranking.order[i]);
        fprintf(file, ",%s,%s,m\n", by, month);
    }
    kam_limits_free(&limits);
    assert_int_equal(fclose(file), 0);
}

/* PATH becomes the snapshot of BASE in MONTH; BEFORE: the path of the one before, or NULL. */
static inline void tiered_snapshot(char path[TEMPORARY_PATH], const struct base *base,
                                   const char *month, const struct kam_model *model,
                                   const char *before)
{
    const struct kam_reader_options options = {.delimiter = ','};
    struct kam_previous previous = {.members = 0};
    struct kam_tiering tiering = {.threads = 1};
    struct kam_table table = {.width = 0};
    const char *const paths[] = {path};

    temporary_file(path, "");
    tiered_facts(path, base, month);
    assert_int_equal(kam_table_read(&table, paths, 1, &options, NULL), KAM_OK);
    if (before)
        assert_int_equal(kam_previous_read(&previous, before, model,
                                           kam_month_parse_plain(kam_text_of(month)),
                                           KAM_PREVIOUS_STANDINGS, &options, NULL),
                         KAM_OK);
    assert_int_equal(kam_tiering_make(&tiering, &table, model, before ? &previous : NULL, 1, NULL),
                     KAM_OK);
    tiered_write(path, &tiering, month, base->source);
    kam_tiering_free(&tiering);
    kam_previous_free(&previous);
    kam_table_free(&table);
}

/* Snapshots compared. */
struct comparison {
    struct kam_snapshot old, new, replay;
    struct kam_roster old_roster, new_roster;
    struct kam_ladder ladder;
    struct kam_diff diff;
};

/* Compare files; REPLAY may be NULL. Stop it. */
static inline void compare(struct comparison *c, const char *old, const char *new,
                           const char *replay)
{
    const struct kam_reader_options reader = {.delimiter = ','};
    struct kam_diff_options options = {.measure = KAM_MEASURE_WINDOW, .threads = 2};
    struct kam_text names[TIERS];
    size_t stray;

    memset(c, 0, sizeof *c);
    for (size_t i = 0; i < TIERS; i++)
        names[i] = kam_text_of(tier_names[i]);
    assert_int_equal(kam_snapshot_read(&c->old, old, &reader, NULL), KAM_OK);
    assert_int_equal(kam_snapshot_read(&c->new, new, &reader, NULL), KAM_OK);
    if (replay) {
        assert_int_equal(kam_snapshot_read(&c->replay, replay, &reader, NULL), KAM_OK);
        options.replay = &c->replay;
    }
    assert_int_equal(kam_ladder_of_model(&c->ladder, names, TIERS, NULL), KAM_OK);
    assert_int_equal(kam_roster_init(&c->old_roster, &c->old, NULL, &reader, &stray, NULL), KAM_OK);
    assert_int_equal(kam_roster_init(&c->new_roster, &c->new, NULL, &reader, &stray, NULL), KAM_OK);
    assert_int_equal(
        kam_diff_compute(&c->diff, &c->old_roster, &c->new_roster, &c->ladder, &options, NULL),
        KAM_OK);
    assert_true(c->diff.has_causes);
}

static inline void stop(struct comparison *c)
{
    kam_diff_free(&c->diff);
    kam_ladder_free(&c->ladder);
    kam_roster_free(&c->old_roster);
    kam_roster_free(&c->new_roster);
    kam_snapshot_free(&c->old);
    kam_snapshot_free(&c->new);
    kam_snapshot_free(&c->replay);
}

/* The movement of a customer, NULL where it has none. */
static inline const struct kam_movement *movement_of(const struct comparison *c, unsigned customer)
{
    char id[8];

    snprintf(id, sizeof id, "C%02u", customer);
    for (size_t i = 0; i < c->diff.count; i++)
        if (kam_text_equal(kam_diff_account(&c->diff, &c->diff.movements[i]), kam_text_of(id)))
            return &c->diff.movements[i];
    return NULL;
}

#endif
