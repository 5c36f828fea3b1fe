#include "company.h"
#include "size.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FIRST_ID = 1000,
    MEMBERS_OF_GROUPS_MILLE = 16, /* of 1000 accounts, so many are a new group's head office */
};

/* What the next account of the row belongs to while the company is put together. */
struct neighbours {
    char brand[BRAND_SIZE];
    char group[ID_SIZE];
    const char *industry;
    int branches_left;
};

static void copy_id(char to[ID_SIZE], const char *id)
{
    snprintf(to, ID_SIZE, "%s", id ? id : "");
}

static void hire(struct account *account, const struct role *role)
{
    copy_id(account->id, role->id);
    copy_id(account->group, role->group);
    copy_id(account->payer, role->payer);
    snprintf(account->name, NAME_SIZE, "%s", role->name);
    account->industry = role->industry;
    account->services = role->services;
    account->role = role;
}

/* The larger, the more services. */
static unsigned choose_services(struct dice *dice, int position)
{
    int most = position < 10000 ? 7 : position < 50000 ? 5 : position < 200000 ? 4 : 2;
    int least = position < 10000 ? 4 : position < 50000 ? 2 : 1;
    int wanted = dice_between(dice, least, most);
    unsigned services_chosen = 0;
    while (wanted > 0) {
        unsigned bit = 1u << dice_below(dice, SERVICE_COUNT);
        if (!(services_chosen & bit)) {
            services_chosen |= bit;
            wanted--;
        }
    }
    return services_chosen;
}

/* When it came, paused, left, changed its name, or was exported without its industry. */
static void write_biography(struct account *account, struct dice *dice, int months)
{
    if (dice_hit(dice, 90))
        account->billed.from = dice_between(dice, 0, months - 1);
    if (dice_hit(dice, 55))
        account->billed.to = dice_between(dice, 0, months - 1);
    if (dice_hit(dice, 30)) {
        account->pause.from = dice_between(dice, 0, months - 1);
        account->pause.to = account->pause.from + dice_between(dice, 1, 3);
    }
    if (dice_hit(dice, 10)) {
        account->renamed = dice_between(dice, 0, months - 1);
        names_customer(dice, account->industry, account->later_name);
    }
    if (dice_hit(dice, 12)) {
        account->blank.from = dice_between(dice, 0, months - 1);
        account->blank.to = account->blank.from + dice_between(dice, 0, 1);
    }
    if (account->position > 800000)
        account->sporadic = 250;
}

/* The next account of a group, the head office of a new one, or a customer on its own. */
static void settle(struct account *account, struct dice *dice, struct neighbours *around)
{
    if (around->branches_left > 0) {
        around->branches_left--;
        copy_id(account->group, around->group);
        account->industry = around->industry;
        names_branch(dice, around->brand, account->name);
        return;
    }
    account->industry = names_industry(dice);
    names_customer(dice, account->industry, account->name);
    if (!dice_hit(dice, MEMBERS_OF_GROUPS_MILLE))
        return;
    around->branches_left = dice_between(dice, 2, 9);
    around->industry = account->industry;
    names_brand(dice, around->brand);
    copy_id(around->group, account->id);
    copy_id(account->group, account->id);
    snprintf(account->name, NAME_SIZE, "%s集团有限公司", around->brand);
}

/* Now and then the one before pays, so that chains come about; some pay for themselves. */
static void find_payer(struct account *account, struct dice *dice, const struct account *before)
{
    unsigned likely = before->payer[0] && strcmp(before->payer, before->id) != 0 ? 300 : 25;
    if (!before->role && dice_hit(dice, likely))
        copy_id(account->payer, before->id);
    else if (dice_hit(dice, 20))
        copy_id(account->payer, account->id);
}

static void invent(struct account *account, struct dice *dice, size_t rank, size_t count,
                   int months, struct neighbours *around)
{
    account->position = size_position(rank, count);
    account->level = size_at(rank, count);
    account->growth = dice_between(dice, -22, 26);
    account->services = choose_services(dice, account->position);
    settle(account, dice, around);
    find_payer(account, dice, account - 1);
    write_biography(account, dice, months);
}

void company_found(struct company *company, size_t count, int months, int last_month, uint64_t seed)
{
    *company = (struct company){seed, months, last_month, count, NULL};
    company->accounts = calloc(count, sizeof *company->accounts);
    if (!company->accounts) {
        fprintf(stderr, "generate: out of memory\n");
        exit(3);
    }
    size_t invented = count - cast_size;
    uint32_t *ranks = size_shuffled_ranks(invented, seed);
    struct neighbours around = {.branches_left = 0};
    unsigned id = FIRST_ID;
    for (size_t i = 0; i < count; i++) {
        struct account *account = &company->accounts[i];
        struct dice dice = company_dice(company, i, DICE_ACCOUNT, 0);
        account->renamed = NEVER;
        account->billed.to = NEVER;
        account->blank.from = account->pause.from = NEVER;
        if (i < cast_size) {
            hire(account, &cast[i]);
            continue;
        }
        id += dice_below(&dice, 13) + 1;
        snprintf(account->id, ID_SIZE, "%08u", id);
        invent(account, &dice, ranks[i - cast_size], invented, months, &around);
    }
    free(ranks);
}

struct dice company_dice(const struct company *company, size_t account, enum dice_topic topic,
                         int month)
{
    enum { TOPICS = 8 };
    return dice_of(company->seed, account, (uint64_t)month * TOPICS + topic);
}

static bool within(struct stretch stretch, int month)
{
    return stretch.from <= month && month <= stretch.to;
}

/* Months before the script begins are like its first one. */
static int64_t scripted(const struct role *role, int months_before_last)
{
    int act = SCRIPT_MONTHS - 1 - months_before_last;
    return (int64_t)role->kilo[act < 0 ? 0 : act] * 100000;
}

int64_t company_revenue(const struct company *company, size_t number, int month)
{
    const struct account *account = &company->accounts[number];
    struct dice dice = company_dice(company, number, DICE_REVENUE, month);
    int64_t revenue = 0;
    if (account->role) {
        revenue = scripted(account->role, company->months - 1 - month);
        return revenue * dice_between(&dice, 980, 1020) / 1000;
    }
    if (!within(account->billed, month) || within(account->pause, month) ||
        dice_hit(&dice, account->sporadic))
        return 0;
    revenue = account->level;
    for (int i = 0; i < month; i++)
        revenue += revenue * account->growth / 1000;
    return revenue * dice_between(&dice, 880, 1120) / 1000;
}

void company_dissolve(struct company *company)
{
    free(company->accounts);
    company->accounts = NULL;
}
