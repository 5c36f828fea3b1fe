#include "bills.h"
#include "line.h"

#include <stdio.h>

/* One billing line. */
struct bill {
    const struct service *service;
    int64_t usage;
    int64_t amount; /* this and the following in fen */
    int64_t cost;
    int64_t discount;
    int64_t overdue;
    int64_t care; /* what serving the customer cost */
};

/* One export under way. */
struct export
{
    struct sink *sink;
    struct line line;
    char month[32]; /* YYYYMM */
    struct bill total;
};

static const char *const header[] = {"客户编号", "客户名称", "集团编号", "付费客户", "行业",
                                     "账期",     "业务",     "用量",     "出账金额", "成本",
                                     "优惠金额", "逾期金额", "服务成本"};

static void add_to(struct bill *total, const struct bill *bill)
{
    total->amount += bill->amount;
    total->cost += bill->cost;
    total->discount += bill->discount;
    total->overdue += bill->overdue;
    total->care += bill->care;
}

static void write_line(struct export *export, const struct account *account, int month,
                       const struct bill *bill, bool grouped)
{
    struct line *line = &export->line;
    bool blank = account->blank.from <= month && month <= account->blank.to;
    line_add_text(line, account->id);
    line_add_text(line, month >= account->renamed ? account->later_name : account->name);
    line_add_text(line, account->group);
    line_add_text(line, account->payer);
    line_add_text(line, blank ? "" : account->industry);
    line_add_text(line, export->month);
    line_add_text(line, bill->service->name);
    line_add_number(line, bill->usage);
    if (grouped)
        line_add_money_grouped(line, bill->amount);
    else
        line_add_money(line, bill->amount);
    line_add_money(line, bill->cost);
    line_add_money(line, bill->discount);
    line_add_money(line, bill->overdue);
    line_add_money(line, bill->care);
    line_end(line, export->sink, "\n");
    add_to(&export->total, bill);
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

static void write_header(struct export *export, int year, int month)
{
    char title[96];
    snprintf(title, sizeof title, "华东电信 大客户账单明细 %04d年%02d月\n", year, month);
    sink_text(export->sink, title);
    for (size_t i = 0; i < sizeof header / sizeof *header; i++)
        line_add_text(&export->line, header[i]);
    line_end(&export->line, export->sink, "\n");
}

static void write_total(struct export *export)
{
    struct line *line = &export->line;
    line_add_text(line, "合计");
    for (int i = 0; i < 7; i++)
        line_add_text(line, "");
    line_add_money_grouped(line, export->total.amount);
    line_add_money_grouped(line, export->total.cost);
    line_add_money_grouped(line, export->total.discount);
    line_add_money_grouped(line, export->total.overdue);
    line_add_money_grouped(line, export->total.care);
    line_end(line, export->sink, "\n");
}

void bills_write(const struct company *company, int month, const char *directory,
                 enum sink_form form)
{
    int calendar = company->last_month - company->months + 1 + month;
    int year = calendar / 12;
    char name[64];
    struct export export = {.line.quotes = LINE_QUOTES_NEEDED};
    snprintf(name, sizeof name, "bills-%04d-%02d.csv%s", year, calendar % 12 + 1,
             form == SINK_PLAIN ? "" : ".gz");
    snprintf(export.month, sizeof export.month, "%04d%02d", year, calendar % 12 + 1);
    export.sink = sink_open(directory, name, form);
    write_header(&export, year, calendar % 12 + 1);
    for (size_t i = 0; i < company->count; i++)
        bill_account(&export, company, i, month);
    write_total(&export);
    sink_close(export.sink);
}
