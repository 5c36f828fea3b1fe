#include "storyfiles.h"
#include "export.h"
#include "line.h"

#include <stdio.h>

enum { YEAR = 12, CARE_MILLE = 35, BUDGET_PERCENT = 160 };

static void bill_service(struct export *export, const struct story *story,
                         const struct figure *figure, unsigned number)
{
    const struct service *service = &services[number];
    int64_t amount = story_amount(story, figure, number);
    int64_t usual = amount * service->cost_mille / 1000 * figure->cost_mille / 1000;
    struct customer customer = {.id = figure->id,
                                .name = figure->name,
                                .group = figure->group,
                                .payer = figure->payer,
                                .industry = figure->industry};
    struct bill bill = {.service = service,
                        .usage = amount / service->unit_price,
                        .amount = amount,
                        .cost = figure->cost_percent ? amount * figure->cost_percent / 100 : usual,
                        .care = amount * CARE_MILLE / 1000};
    if (amount > 0)
        export_line(export, &customer, &bill, false);
}

void storyfiles_write_bills(const struct story *story, const char *directory, enum sink_form form)
{
    struct export *export = export_open(directory, story->month, form);
    for (size_t i = 0; i < story->count; i++)
        for (unsigned service = 0; service < SERVICE_COUNT; service++)
            bill_service(export, story, &story->figures[i], service);
    export_close(export);
}

static void add_month(struct line *line, int month)
{
    char text[16] = "";
    if (month)
        snprintf(text, sizeof text, "%04d-%02d", month / 12, month % 12 + 1);
    line_add_text(line, text);
}

static bool known(const struct story *story, const struct figure *figure)
{
    return figure->prospect || (figure->last_bill && figure->last_bill > story->month - YEAR);
}

/* What it spends in a year, here and elsewhere, in whole thousands of yuan. */
static int64_t budget_of(const struct story *story, const struct figure *figure)
{
    int64_t fen = 0;
    for (unsigned service = 0; service < SERVICE_COUNT; service++)
        fen += story_amount(story, figure, service) * YEAR;
    return figure->budget ? figure->budget : (fen * BUDGET_PERCENT / 100 / 100000 + 1) * 1000;
}

static void write_customer(struct line *line, struct sink *sink, const struct story *story,
                           const struct figure *figure)
{
    line_add_text(line, figure->id);
    line_add_text(line, figure->region);
    line_add_text(line, story_manager(story, figure));
    line_add_text(line, (char[]){figure->potential, '\0'});
    line_add_number(line, figure->credit);
    add_month(line, figure->contract_end);
    line_add_number(line, budget_of(story, figure));
    line_add_number(line, figure->faults);
    line_end(line, sink, "\r\n");
}

void storyfiles_write_customers(const struct story *story, const char *directory)
{
    static const char *const header[] = {"客户编号", "区域",     "客户经理", "潜力",
                                         "信用",     "合同到期", "预算",     "故障"};
    struct line line = {.quotes = LINE_QUOTES_NEEDED};
    char name[64];
    snprintf(name, sizeof name, "customers-%04d-%02d.csv", story->month / 12,
             story->month % 12 + 1);
    struct sink *sink = sink_open(directory, name, SINK_PLAIN);
    sink_text(sink, "\xef\xbb\xbf");
    for (size_t i = 0; i < sizeof header / sizeof *header; i++)
        line_add_text(&line, header[i]);
    line_end(&line, sink, "\r\n");
    for (size_t i = 0; i < story->count; i++) {
        if (known(story, &story->figures[i]))
            write_customer(&line, sink, story, &story->figures[i]);
    }
    sink_close(sink);
}

void storyfiles_write_relations(const char *directory)
{
    struct line line = {.quotes = LINE_QUOTES_NEEDED};
    struct sink *sink = sink_open(directory, "relations.csv", SINK_PLAIN);
    sink_text(sink, "account_id,parent_id,from,to,kind\n");
    for (size_t i = 0; i < story_relation_count; i++) {
        const struct relation *relation = &story_relations[i];
        line_add_text(&line, relation->account);
        line_add_text(&line, relation->parent);
        add_month(&line, relation->from);
        add_month(&line, relation->to);
        line_add_text(&line, relation->kind);
        line_end(&line, sink, "\n");
    }
    sink_close(sink);
}
