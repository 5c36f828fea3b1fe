#include "contacts.h"
#include "line.h"

#include <stdbool.h>
#include <stdio.h>

enum { KEY_POSITION = 20000, MOST_PEOPLE = 4, MOST_VISITS = 3, RECENT = 9, DAYS = 28 };

#define COUNT(list)      (sizeof(list) / sizeof *(list))
#define PICK(dice, list) (list)[dice_below(dice, COUNT(list))]

static const char *const contact_header[] = {"客户编号", "联系人",   "上级", "圈子",
                                             "行为取向", "重要程度", "态度", "交互程度",
                                             "最近联系", "竞争对手"};
static const char *const visit_header[] = {"客户编号", "拜访日期", "客户经理"};

static const char *const surnames[MOST_PEOPLE][3] = {
    {"钱", "郑", "冯"}, {"沈", "韩", "杨"}, {"朱", "秦", "许"}, {"吕", "施", "曹"}};
/* The first is whom the others report to. */
static const char *const titles[MOST_PEOPLE] = {"总经理", "主任", "工程师", "采购经理"};
static const char *const circles[MOST_PEOPLE] = {"管理层", "管理层", "技术", "采购"};
static const char *const orientations[] = {"专业", "务实", "创新", "保守"};
static const char *const importances[MOST_PEOPLE] = {"两者", "职位", "人脉", "一般"};
static const char *const attitudes[] = {"强负向", "负向", "中性", "正向", "强正向"};
static const char *const depths[] = {"无", "浅", "中", "深"};
static const char *const competitors[] = {"东南通信", "蓝天网络"};

static void write_header(struct line *line, struct sink *sink, const char *const *names,
                         size_t count)
{
    sink_text(sink, "\xef\xbb\xbf");
    for (size_t i = 0; i < count; i++)
        line_add_text(line, names[i]);
    line_end(line, sink, "\r\n");
}

static void add_day(struct line *line, struct dice *dice, int month)
{
    char text[32];

    snprintf(text, sizeof text, "%04d/%d/%d", month / 12, month % 12 + 1,
             dice_between(dice, 1, DAYS));
    line_add_text(line, text);
}

/* A key account that has bills in any window of a year which ends in one of the last two months. */
static bool is_key_account(const struct company *company, size_t number)
{
    const struct account *account = &company->accounts[number];
    bool billed = false;

    if (!account->role && account->position >= KEY_POSITION)
        return false;
    for (int month = company->months - 2; month > 0 && month > company->months - 12; month--)
        billed = billed || company_revenue(company, number, month) != 0;
    return billed;
}

/* Who it is, and what doesn't depend on whom the row is about. */
static void add_person(struct line *line, const char *id, struct dice dice, int person)
{
    char name[32] = "", chief[32] = "";

    for (int i = 0; i <= person; i++) {
        snprintf(name, sizeof name, "%s%s", PICK(&dice, surnames[i]), titles[i]);
        if (i == 0)
            snprintf(chief, sizeof chief, "%s", name);
    }
    line_add_text(line, id);
    line_add_text(line, name);
    line_add_text(line, person > 0 ? chief : "");
    line_add_text(line, circles[person]);
    line_add_text(line, PICK(&dice, orientations));
    line_add_text(line, importances[person]);
}

/* They are somewhat friendlier to the company, and known better, than to its competitors. */
static void write_row(struct line *line, struct sink *sink, struct dice *dice,
                      const struct company *company, const char *competitor)
{
    bool ours = competitor[0] == '\0';

    line_add_text(line, attitudes[dice_between(dice, ours ? 1 : 0, ours ? 4 : 3)]);
    line_add_text(line, depths[dice_between(dice, ours ? 1 : 0, ours ? 3 : 2)]);
    if (ours)
        add_day(line, dice, company->last_month - dice_between(dice, 1, RECENT));
    else
        line_add_text(line, "");
    line_add_text(line, competitor);
    line_end(line, sink, "\r\n");
}

/* PERSON for us, and now and then for a competitor; NAMES is the die that names all of them. */
static void write_person(struct line *line, struct sink *sink, struct dice *dice,
                         const struct company *company, size_t number, struct dice names,
                         int person)
{
    const char *id = company->accounts[number].id;

    add_person(line, id, names, person);
    write_row(line, sink, dice, company, "");
    for (size_t other = 0; other < COUNT(competitors); other++) {
        if (!dice_hit(dice, other ? 200 : 450))
            continue;
        add_person(line, id, names, person);
        write_row(line, sink, dice, company, competitors[other]);
    }
}

void contacts_write(const struct company *company, const char *directory)
{
    struct line line = {.quotes = LINE_QUOTES_NEEDED};
    struct sink *sink = sink_open(directory, "contacts.csv", SINK_PLAIN);

    write_header(&line, sink, contact_header, COUNT(contact_header));
    for (size_t i = 0; i < company->count; i++) {
        struct dice dice = company_dice(company, i, DICE_CONTACTS, 0), names = dice;
        if (!is_key_account(company, i))
            continue;
        int people = dice_between(&dice, 1, MOST_PEOPLE);
        for (int person = 0; person < people; person++)
            write_person(&line, sink, &dice, company, i, names, person);
    }
    sink_close(sink);
}

void contacts_write_visits(const struct company *company, const char *directory)
{
    struct line line = {.quotes = LINE_QUOTES_NEEDED};
    struct sink *sink = sink_open(directory, "visits.csv", SINK_PLAIN);

    write_header(&line, sink, visit_header, COUNT(visit_header));
    for (size_t i = 0; i < company->count; i++) {
        if (!is_key_account(company, i))
            continue;
        struct dice dice = company_dice(company, i, DICE_VISITS, 0);
        const char *manager = names_manager(&dice);
        for (int month = company->months - 1; month >= 0; month--)
            for (int visits = dice_between(&dice, 0, MOST_VISITS); visits > 0; visits--) {
                line_add_text(&line, company->accounts[i].id);
                add_day(&line, &dice, company->last_month - month);
                line_add_text(&line, manager);
                line_end(&line, sink, "\r\n");
            }
    }
    sink_close(sink);
}
