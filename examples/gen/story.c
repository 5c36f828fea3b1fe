#include "story.h"
#include "size.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FEN = 100 };

/* A month's fee falls to the services: lines and clouds cost more than text messages. */
static void share_out(struct figure *figure, int64_t yuan)
{
    static const int weights[SERVICE_COUNT] = {6, 3, 5, 1, 2, 2, 2, 3};
    int left = 0;
    for (unsigned i = 0; i < SERVICE_COUNT; i++)
        left += figure->services >> i & 1 ? weights[i] : 0;
    for (unsigned i = 0; i < SERVICE_COUNT; i++) {
        if (!(figure->services >> i & 1))
            continue;
        int64_t share = yuan * weights[i] / left;
        figure->fees[i] = share * FEN;
        yuan -= share;
        left -= weights[i];
    }
}

static void hire(struct figure *figure, const struct part *part)
{
    snprintf(figure->id, STORY_ID_SIZE, "%s", part->id);
    snprintf(figure->name, NAME_SIZE, "%s", part->name);
    figure->industry = part->industry;
    figure->region = part->region;
    figure->group = part->group ? part->group : "";
    figure->payer = part->payer ? part->payer : "";
    figure->cost_percent = part->cost;
    figure->potential = part->potential;
    figure->contract_end = part->contract_end;
    figure->budget = part->budget;
    figure->prospect = part->budget > 0;
    figure->services = part->services;
    share_out(figure, part->yuan);
}

static void invent(struct figure *figure, struct dice *dice, size_t number, uint32_t rank,
                   size_t count)
{
    static const char potentials[] = "AABBBBCCCCCCDDDD";
    int services_wanted = rank < count / 10 ? 4 : rank < count / 3 ? 3 : 2;
    snprintf(figure->id, STORY_ID_SIZE, "%08zu", FIRST_EXTRA + number);
    figure->industry = names_industry(dice);
    names_customer(dice, figure->industry, figure->name);
    figure->region = regions[dice_below(dice, REGION_COUNT)].name;
    figure->group = figure->payer = "";
    figure->potential = potentials[dice_below(dice, sizeof potentials - 1)];
    figure->cost_mille = dice_between(dice, 700, 1300);
    figure->contract_end = STORY_LAST + dice_between(dice, 4, 40);
    for (int i = 0; i < services_wanted; i++)
        figure->services |= 1u << dice_below(dice, SERVICE_COUNT);
    share_out(figure, size_at(rank, count) / FEN);
}

/* Whether EVENT is about the account ID. */
static bool concerns(const struct event *event, const char *id)
{
    const char *last = event->last ? event->last : event->who;
    return strcmp(event->who, id) <= 0 && strcmp(id, last) <= 0;
}

static void drop(struct figure *figure, unsigned bits)
{
    figure->services &= ~bits;
    for (unsigned i = 0; i < SERVICE_COUNT; i++)
        figure->fees[i] = bits >> i & 1 ? 0 : figure->fees[i];
}

static void change_figure(struct figure *figure, const struct event *event)
{
    switch (event->change) {
    case CHANGE_FEE:
        share_out(figure, event->amount);
        break;
    case CHANGE_GROWTH:
        figure->growth = event->amount;
        break;
    case CHANGE_DROP:
        drop(figure, (unsigned)event->amount);
        break;
    case CHANGE_COST:
        figure->cost_percent = event->amount;
        break;
    case CHANGE_FAULTS:
        figure->faults = event->amount;
        break;
    case CHANGE_PAYER:
        figure->payer = event->text;
        break;
    case CHANGE_PRICE:
    case CHANGE_MANAGER:
        break;
    }
}

static void change_all(struct story *story, const struct event *event)
{
    for (unsigned i = 0; i < SERVICE_COUNT; i++) {
        if (event->change == CHANGE_PRICE && strcmp(services[i].name, event->who) == 0)
            story->prices[i] += event->amount;
    }
    for (unsigned i = 0; i < REGION_COUNT; i++) {
        if (event->change == CHANGE_MANAGER && strcmp(regions[i].name, event->who) == 0)
            story->managers[i] = event->text;
    }
    for (size_t i = 0; i < story->count; i++) {
        if (concerns(event, story->figures[i].id))
            change_figure(&story->figures[i], event);
    }
}

/* What happens in the month, and who is billed then. */
static void play(struct story *story)
{
    for (size_t i = 0; i < event_count; i++) {
        if (events[i].month == story->month)
            change_all(story, &events[i]);
    }
    for (size_t i = 0; i < story->count; i++) {
        struct figure *figure = &story->figures[i];
        for (unsigned service = 0; service < SERVICE_COUNT; service++) {
            if (figure->fees[service] > 0)
                figure->last_bill = story->month;
        }
    }
}

void story_begin(struct story *story, size_t count, uint64_t seed)
{
    *story = (struct story){.month = STORY_FIRST, .count = count};
    story->figures = calloc(count, sizeof *story->figures);
    if (!story->figures) {
        fprintf(stderr, "generate: out of memory\n");
        exit(3);
    }
    size_t extras = count - part_count;
    uint32_t *ranks = size_shuffled_ranks(extras, seed);
    for (size_t i = 0; i < count; i++) {
        struct figure *figure = &story->figures[i];
        struct dice dice = dice_of(seed, i, 0);
        figure->cost_mille = 1000;
        figure->credit = dice_between(&dice, 60, 95);
        if (i < part_count)
            hire(figure, &parts[i]);
        else
            invent(figure, &dice, i - part_count, ranks[i - part_count], extras);
    }
    free(ranks);
    for (size_t i = 0; i < SERVICE_COUNT; i++)
        story->prices[i] = 1000;
    for (size_t i = 0; i < REGION_COUNT; i++)
        story->managers[i] = regions[i].manager;
    play(story);
}

void story_turn(struct story *story)
{
    story->month++;
    for (size_t i = 0; i < story->count; i++) {
        struct figure *figure = &story->figures[i];
        for (unsigned service = 0; service < SERVICE_COUNT; service++)
            figure->fees[service] += figure->fees[service] * figure->growth / 1000;
    }
    play(story);
}

int64_t story_amount(const struct story *story, const struct figure *figure, unsigned service)
{
    return figure->fees[service] * story->prices[service] / 1000;
}

const char *story_manager(const struct story *story, const struct figure *figure)
{
    size_t i = 0;
    while (strcmp(regions[i].name, figure->region) != 0)
        i++;
    return story->managers[i];
}

void story_end(struct story *story)
{
    free(story->figures);
    story->figures = NULL;
}
