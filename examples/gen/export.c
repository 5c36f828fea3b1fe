#include "export.h"
#include "line.h"

#include <stdio.h>
#include <stdlib.h>

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

static void write_header(struct export *export, int year, int month)
{
    char title[96];
    snprintf(title, sizeof title, "华东电信 大客户账单明细 %04d年%02d月\n", year, month);
    sink_text(export->sink, title);
    for (size_t i = 0; i < sizeof header / sizeof *header; i++)
        line_add_text(&export->line, header[i]);
    line_end(&export->line, export->sink, "\n");
}

struct export *export_open(const char *directory, int month, enum sink_form form)
{
    struct export *export = calloc(1, sizeof *export);
    int year = month / 12;
    char name[64];
    if (!export) {
        fprintf(stderr, "generate: out of memory\n");
        exit(3);
    }
    export->line.quotes = LINE_QUOTES_NEEDED;
    snprintf(name, sizeof name, "bills-%04d-%02d.csv%s", year, month % 12 + 1,
             form == SINK_PLAIN ? "" : ".gz");
    snprintf(export->month, sizeof export->month, "%04d%02d", year, month % 12 + 1);
    export->sink = sink_open(directory, name, form);
    write_header(export, year, month % 12 + 1);
    return export;
}

static void add_to(struct bill *total, const struct bill *bill)
{
    total->amount += bill->amount;
    total->cost += bill->cost;
    total->discount += bill->discount;
    total->overdue += bill->overdue;
    total->care += bill->care;
}

void export_line(struct export *export, const struct customer *customer, const struct bill *bill,
                 bool grouped)
{
    struct line *line = &export->line;
    line_add_text(line, customer->id);
    line_add_text(line, customer->name);
    line_add_text(line, customer->group);
    line_add_text(line, customer->payer);
    line_add_text(line, customer->industry);
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

void export_close(struct export *export)
{
    write_total(export);
    sink_close(export->sink);
    free(export);
}
