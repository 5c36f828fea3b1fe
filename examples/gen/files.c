#include "files.h"
#include "line.h"

#include <stdio.h>
#include <string.h>

enum { KNOWN_POSITION = 300000, YEAR = 12, PROSPECT_BUDGET = 600 };

static const char *const customer_header[] = {"客户编号", "客户经理", "潜力", "信用",
                                              "合同到期", "预算",     "故障"};

static const char *const prospects[] = {"00090001", "00090002", "00090003"};

static const char *const relation_header[] = {"account_id", "parent_id", "from", "to", "kind"};

/* Beginning and end in months before the last one generated; NEVER is open. */
struct relation {
    const char *account, *parent;
    int from, to;
    const char *kind;
};

static const struct relation relations[] = {
    {"00000813", "00000811", NEVER, NEVER, "same"},
    {"00000142", "00000141", 12, 6, "parent"},
    {"00000902", "00000811", 3, NEVER, "parent"},
    {"00000903", "00000901", NEVER, NEVER, "parent"},
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static void write_header(struct line *line, struct sink *sink, const char *const *names,
                         size_t count, const char *end)
{
    for (size_t i = 0; i < count; i++)
        line_add_text(line, names[i]);
    line_end(line, sink, end);
}

static void add_month(struct line *line, int month)
{
    char text[16];
    snprintf(text, sizeof text, "%04d-%02d", month / 12, month % 12 + 1);
    line_add_text(line, text);
}

static bool known(const struct account *account, struct dice *dice)
{
    bool head_office = strcmp(account->group, account->id) == 0;
    return account->role || head_office || account->position < KNOWN_POSITION || dice_hit(dice, 80);
}

/* Managers see potential where growth is, if not always. */
static char potential_of(const struct account *account, struct dice *dice)
{
    int guess = account->growth + dice_between(dice, -12, 12);
    if (account->role)
        return account->role->potential;
    return guess > 18 ? 'A' : guess > 4 ? 'B' : guess > -12 ? 'C' : 'D';
}

/*
 * What the customer spends in a year on what we sell, here and elsewhere, in thousands of yuan: the
 * larger our share of it, the smaller the potential. 0 where nobody has asked.
 */
static int64_t budget_of(const struct company *company, size_t number, char potential)
{
    static const int shares[][2] = {{15, 50}, {25, 70}, {45, 95}, {70, 100}};
    const int *share = shares[potential - 'A'];
    struct dice dice = company_dice(company, number, DICE_BUDGET, 0);
    int64_t fen = 0;

    if (dice_hit(&dice, 100))
        return 0;
    for (int i = 1; i <= YEAR && i <= company->months; i++)
        fen += company_revenue(company, number, company->months - i);
    return fen / dice_between(&dice, share[0], share[1]) / 1000 + 1;
}

/* How often its lines failed in the last three months: mostly never, rarely often. */
static int faults_of(const struct company *company, size_t number)
{
    struct dice dice = company_dice(company, number, DICE_FAULTS, 0);

    if (dice_hit(&dice, 12))
        return dice_between(&dice, 3, 9);
    return dice_hit(&dice, 250) ? dice_between(&dice, 1, 2) : 0;
}

static void write_customer(struct line *line, struct sink *sink, const char *id, char potential,
                           int credit, int contract_end, int64_t budget, int faults,
                           const char *manager)
{
    line_add_text(line, id);
    line_add_text(line, manager);
    line_add_text(line, (char[]){potential, '\0'});
    line_add_number(line, credit);
    add_month(line, contract_end);
    if (budget)
        line_add_number(line, budget * 1000);
    else
        line_add_text(line, "");
    line_add_number(line, faults);
    line_end(line, sink, "\r\n");
}

void files_write_customers(const struct company *company, const char *directory)
{
    struct line line = {.quotes = LINE_QUOTES_NEEDED};
    struct sink *sink = sink_open(directory, "customers.csv", SINK_PLAIN);
    sink_text(sink, "\xef\xbb\xbf");
    write_header(&line, sink, customer_header, COUNT(customer_header), "\r\n");
    for (size_t i = 0; i < company->count; i++) {
        const struct account *account = &company->accounts[i];
        struct dice dice = company_dice(company, i, DICE_CUSTOMER_FILE, 0);
        if (!known(account, &dice))
            continue;
        char potential = potential_of(account, &dice);
        int credit = account->role ? account->role->credit : dice_between(&dice, 40, 100);
        int contract_end = company->last_month + dice_between(&dice, -1, 30);
        write_customer(&line, sink, account->id, potential, credit, contract_end,
                       budget_of(company, i, potential), faults_of(company, i),
                       names_manager(&dice));
    }
    for (size_t i = 0; i < COUNT(prospects); i++)
        write_customer(&line, sink, prospects[i], 'A', 80, company->last_month + 12,
                       PROSPECT_BUDGET, 0, "陈敏");
    sink_close(sink);
}

void files_write_relations(const struct company *company, const char *directory)
{
    struct line line = {.quotes = LINE_QUOTES_NEEDED};
    struct sink *sink = sink_open(directory, "relations.csv", SINK_PLAIN);
    write_header(&line, sink, relation_header, COUNT(relation_header), "\n");
    for (size_t i = 0; i < COUNT(relations); i++) {
        const struct relation *relation = &relations[i];
        line_add_text(&line, relation->account);
        line_add_text(&line, relation->parent);
        if (relation->from == NEVER)
            line_add_text(&line, "");
        else
            add_month(&line, company->last_month - relation->from);
        if (relation->to == NEVER)
            line_add_text(&line, "");
        else
            add_month(&line, company->last_month - relation->to);
        line_add_text(&line, relation->kind);
        line_end(&line, sink, "\n");
    }
    sink_close(sink);
}
