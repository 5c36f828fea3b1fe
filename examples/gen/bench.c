#include "bench.h"
#include "dice.h"
#include "line.h"
#include "size.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const header[] = {"account_id", "account_name", "group_id", "industry", "month",
                                     "service",    "usage",        "amount",   "cost"};
static const char *const industries[] = {"retail", "factory", "bank", "school", "hospital"};
static const char *const services[] = {"line", "mobile", "cloud", "sms", "phone"};

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* What stays the same for an account follows from its number, so nothing has to be kept. */
static void add_account(struct line *line, const struct bench_plan *plan, uint32_t account)
{
    char text[64];
    struct dice dice = dice_of(plan->seed, account, 0);
    bool comma = dice_hit(&dice, 20) && plan->quotes == BENCH_QUOTES_SOME;
    snprintf(text, sizeof text, "%010u", account);
    line_add_text(line, text);
    snprintf(text, sizeof text, comma ? "华东,客户%u" : "华东客户%u", account);
    line_add_text(line, text);
    text[0] = '\0';
    if (dice_hit(&dice, 100))
        snprintf(text, sizeof text, "G%06u", account / 50);
    line_add_text(line, text);
    line_add_text(line, industries[dice_below(&dice, COUNT(industries))]);
}

static void write_line(struct line *line, struct sink *sink, const struct bench_plan *plan,
                       const uint32_t *ranks, struct dice *dice, const char *month)
{
    uint32_t account = dice_below(dice, plan->accounts);
    int64_t amount = size_at(ranks[account], plan->accounts) * dice_between(dice, 500, 1500) / 1000;
    if (dice_hit(dice, 5))
        amount = -amount / 10;
    add_account(line, plan, account);
    line_add_text(line, month);
    line_add_text(line, services[dice_below(dice, COUNT(services))]);
    line_add_number(line, dice_between(dice, 0, 9999));
    line_add_money(line, amount);
    line_add_money(line, amount * dice_between(dice, 400, 900) / 1000);
    line_end(line, sink, "\n");
}

void bench_write(const struct bench_plan *plan, const char *path)
{
    struct line line = {.quotes = plan->quotes == BENCH_QUOTES_ALL ? LINE_QUOTES_ALL
                                                                   : LINE_QUOTES_NEEDED};
    struct dice dice = dice_of(plan->seed, 1, 1);
    uint32_t *ranks = size_shuffled_ranks(plan->accounts, plan->seed);
    struct sink *sink = sink_open(NULL, path, plan->form);
    for (size_t i = 0; i < COUNT(header); i++)
        line_add_text(&line, header[i]);
    line_end(&line, sink, "\n");
    for (uint64_t i = 0; i < plan->lines; i++) {
        int calendar =
            plan->last_month - plan->months + 1 + (int)(i * (uint64_t)plan->months / plan->lines);
        char month[16];
        snprintf(month, sizeof month, "%04d-%02d", calendar / 12, calendar % 12 + 1);
        write_line(&line, sink, plan, ranks, &dice, month);
    }
    sink_close(sink);
    free(ranks);
}
