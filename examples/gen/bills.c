#include "bills.h"
#include "export.h"

static void write_line(struct export *export, const struct account *account, int month,
                       const struct bill *bill, bool grouped)
{
    bool blank = account->blank.from <= month && month <= account->blank.to;
    struct customer customer = {
        .id = account->id,
        .name = month >= account->renamed ? account->later_name : account->name,
        .group = account->group,
        .payer = account->payer,
        .industry = blank ? "" : account->industry,
    };
    export_line(export, &customer, bill, grouped);
}

/* PERCENT of AMOUNT give or take a twentieth of it; without a percentage, MILLE of it. */
static int64_t part_of(struct dice *dice, int64_t amount, int percent, int mille)
{
    if (percent > 0)
        return amount * percent / 100 * dice_between(dice, 980, 1020) / 1000;
    return amount * mille / 1000 * dice_between(dice, 950, 1050) / 1000;
}

static struct bill make_bill(struct dice *dice, const struct account *account,
                             const struct service *service, int64_t amount)
{
    static const struct role everybody = {.cost = 0};
    const struct role *role = account->role ? account->role : &everybody;
    int discount = dice_hit(dice, 120) ? dice_between(dice, 20, 120) : 0;
    int overdue = dice_hit(dice, 40) ? dice_between(dice, 100, 1000) : 0;
    struct bill bill = {
        .service = service, .usage = amount / service->unit_price, .amount = amount};
    bill.cost = part_of(dice, amount, role->cost, service->cost_mille);
    bill.discount = part_of(dice, amount, role->discount, discount);
    bill.overdue = part_of(dice, amount, role->overdue, account->role ? 0 : overdue);
    bill.care = part_of(dice, amount, role->care, 35);
    return bill;
}

static struct bill reverse(const struct bill *bill)
{
    return (struct bill){bill->service,   -bill->usage,   -bill->amount, -bill->cost,
                         -bill->discount, -bill->overdue, -bill->care};
}

/* A bill and what becomes of it. */
static void issue(struct export *export, struct dice *dice, const struct account *account,
                  int month, const struct service *service, int64_t amount)
{
    bool grouped = dice_hit(dice, 120);
    struct bill bill = make_bill(dice, account, service, amount);
    if (dice_hit(dice, 4)) {
        struct bill wrong =
            make_bill(dice, account, service, amount * dice_between(dice, 700, 1900) / 1000);
        struct bill cancelled = reverse(&wrong);
        write_line(export, account, month, &wrong, grouped);
        write_line(export, account, month, &cancelled, grouped);
    }
    write_line(export, account, month, &bill, grouped);
    if (dice_hit(dice, 8)) {
        struct bill credit = {.service = service,
                              .amount = -amount * dice_between(dice, 30, 200) / 1000};
        write_line(export, account, month, &credit, grouped);
    }
    if (dice_hit(dice, 10)) {
        struct bill free_of_charge = {.service = service, .usage = dice_between(dice, 1, 50)};
        write_line(export, account, month, &free_of_charge, false);
    }
}

/* How the revenue of ACCOUNT falls to its services: their shares and, returned, the sum of them. */
static int share_out(const struct company *company, size_t number, int shares[SERVICE_COUNT])
{
    struct dice dice = company_dice(company, number, DICE_SHARES, 0);
    int sum = 0;
    for (unsigned i = 0; i < SERVICE_COUNT; i++) {
        int share = dice_between(&dice, 200, 1800);
        shares[i] = company->accounts[number].services >> i & 1 ? share : 0;
        sum += shares[i];
    }
    return sum;
}

static void bill_account(struct export *export, const struct company *company, size_t number,
                         int month)
{
    struct dice dice = company_dice(company, number, DICE_BILLS, month);
    int64_t left = company_revenue(company, number, month);
    int shares[SERVICE_COUNT];
    int shares_left = share_out(company, number, shares);
    if (left == 0)
        return;
    for (unsigned i = 0; i < SERVICE_COUNT; i++) {
        if (shares[i] == 0)
            continue;
        int64_t amount = left * shares[i] / shares_left;
        left -= amount;
        shares_left -= shares[i];
        issue(export, &dice, &company->accounts[number], month, &services[i], amount);
    }
}

void bills_write(const struct company *company, int month, const char *directory,
                 enum sink_form form)
{
    int calendar = company->last_month - company->months + 1 + month;
    struct export *export = export_open(directory, calendar, form);
    for (size_t i = 0; i < company->count; i++)
        bill_account(export, company, i, month);
    export_close(export);
}
