/*
 * kin: customers of two snapshots and their accounts, in a short notation, compared.
 *
 *     A B:500=B+b+c P?
 *
 * are a customer A, a customer B with a revenue of 500 and the accounts B, b and c, and a prospect.
 * The accounts are written into the column `members` or into a members list.
 */
#ifndef KAM_TESTS_KIN_H
#define KAM_TESTS_KIN_H

#include "diff/bridge.h"
#include "temporary.h"

#include <stdio.h>

enum { SIDES = 2, MOST_CUSTOMERS = 40, MOST_ACCOUNTS = 24, ID_SIZE = 12, LOST_AFTER = 3 };

struct customer {
    char id[ID_SIZE];
    char accounts[MOST_ACCOUNTS][ID_SIZE];
    unsigned count; /* of accounts */
    int revenue;
    unsigned tier; /* 0 or 1 */
    unsigned idle; /* from LOST_AFTER on it is lost */
    bool prospect;
};

struct side {
    struct customer customers[MOST_CUSTOMERS];
    unsigned count;
};

enum form { AS_COLUMN, AS_LIST };

/* ---- the notation -----------------------------------------------------------------------------
 */

/* TEXT up to one of the STOPS becomes ID; what is behind it is given back. */
static inline const char *take_id(const char *text, const char *stops, char id[ID_SIZE])
{
    size_t length = strcspn(text, stops);

    assert_in_range(length, 1, ID_SIZE - 1);
    memcpy(id, text, length);
    id[length] = '\0';
    return text + length;
}

static inline void add_account(struct customer *customer, const char *id)
{
    assert_in_range(customer->count, 0, MOST_ACCOUNTS - 1);
    memmove(customer->accounts[customer->count++], id, strlen(id) + 1);
}

static inline struct side side_of(const char *text)
{
    struct side side = {.count = 0};

    while (*text) {
        struct customer *customer = &side.customers[side.count++];
        text = take_id(text, " :=?", customer->id);
        if (*text == '?') {
            customer->prospect = true;
            text++;
        }
        if (*text == ':')
            customer->revenue = (int)strtol(text + 1, (char **)(uintptr_t)&text, 10);
        while (*text == '=' || *text == '+') {
            char id[ID_SIZE];
            text = take_id(text + 1, " +", id);
            add_account(customer, id);
        }
        text += strspn(text, " ");
    }
    return side;
}

/* ---- files ------------------------------------------------------------------------------------
 */

static inline void write_members(FILE *file, const struct customer *customer)
{
    for (unsigned i = 0; i < customer->count; i++) {
        if (i)
            fputc('|', file);
        for (const char *p = customer->accounts[i]; *p; p++) {
            if (*p == '|' || *p == '\\')
                fputc('\\', file);
            fputc(*p, file);
        }
    }
}

static inline void write_snapshot(const char *path, const struct side *side, enum form form)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fprintf(file, "account_id,tier,period,model,by,revenue,idle,key%s\n",
            form == AS_COLUMN ? ",members" : "");
    for (unsigned i = 0; i < side->count; i++) {
        const struct customer *customer = &side->customers[i];
        const char *tier = customer->prospect ? "prospect" : customer->tier ? "tail" : "gold";
        fprintf(file, "%s,%s,2026-10,m,score,%d,%u,%u%s", customer->id, tier, customer->revenue,
                customer->idle, i, form == AS_COLUMN ? "," : "");
        if (form == AS_COLUMN)
            write_members(file, customer);
        fputc('\n', file);
    }
    assert_int_equal(fclose(file), 0);
}

static inline void write_list(const char *path, const struct side *side)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs("customer,account\n", file);
    for (unsigned i = 0; i < side->count; i++)
        for (unsigned k = 0; k < side->customers[i].count; k++)
            fprintf(file, "%s,%s\n", side->customers[i].id, side->customers[i].accounts[k]);
    assert_int_equal(fclose(file), 0);
}

/* ---- comparing --------------------------------------------------------------------------------
 */

struct kin {
    char paths[SIDES][TEMPORARY_PATH], lists[SIDES][TEMPORARY_PATH];
    struct kam_snapshot snapshots[SIDES];
    struct kam_roster rosters[SIDES];
    struct kam_ladder ladder;
    struct kam_diff diff;
    struct kam_bridge bridge;
    struct kam_error error;
};

/* SIDES compared by KEY (empty: the ids); the accounts of each in its form. To be stopped. */
static inline enum kam_status compare_kin(struct kin *kin, const struct side *const sides[SIDES],
                                          const enum form forms[SIDES], const char *key)
{
    static const struct kam_text tiers[] = {{"gold", 4}, {"tail", 4}};
    const struct kam_reader_options reader = {.delimiter = ','};
    const struct kam_diff_options options = {.measure = KAM_MEASURE_WINDOW,
                                             .key = kam_text_of(key),
                                             .lost_after = LOST_AFTER,
                                             .threads = 1};
    enum kam_status status = KAM_OK;
    size_t stray;

    memset(kin, 0, sizeof *kin);
    for (size_t i = 0; i < SIDES; i++) {
        temporary_file(kin->paths[i], "");
        temporary_file(kin->lists[i], "");
        write_snapshot(kin->paths[i], sides[i], forms[i]);
        write_list(kin->lists[i], sides[i]);
        assert_int_equal(kam_snapshot_read(&kin->snapshots[i], kin->paths[i], &reader, &kin->error),
                         KAM_OK);
        if (!status)
            status = kam_roster_init(&kin->rosters[i], &kin->snapshots[i],
                                     forms[i] == AS_LIST ? kin->lists[i] : NULL, &reader, &stray,
                                     &kin->error);
    }
    assert_int_equal(kam_ladder_of_model(&kin->ladder, tiers, 2, &kin->error), KAM_OK);
    if (!status)
        status = kam_diff_compute(&kin->diff, &kin->rosters[0], &kin->rosters[1], &kin->ladder,
                                  &options, &kin->error);
    return status ? status : kam_bridge_compute(&kin->bridge, &kin->diff, &kin->error);
}

static inline void stop_kin(struct kin *kin)
{
    kam_diff_free(&kin->diff);
    kam_ladder_free(&kin->ladder);
    for (size_t i = 0; i < SIDES; i++) {
        kam_roster_free(&kin->rosters[i]);
        kam_snapshot_free(&kin->snapshots[i]);
        unlink(kin->paths[i]);
        unlink(kin->lists[i]);
    }
}

#endif
