#include "report/chartpack.h"

#include <math.h>
#include <stdbool.h>

enum { ROUNDS = 200 };

static int64_t within(int64_t at, int64_t radius, int64_t most)
{
    if (2 * radius >= most)
        return most / 2;
    return at < radius ? radius : at > most - radius ? most - radius : at;
}

static void keep_within(struct kam_circle *circle, int64_t width, int64_t height)
{
    circle->x = within(circle->x, circle->radius, width);
    circle->y = within(circle->y, circle->radius, height);
}

/* AT, or LEAST in its direction. */
static int64_t at_least(int64_t at, int64_t least)
{
    if (at < 0)
        return at < -least ? at : -least;
    return at > least ? at : least;
}

static int64_t length(int64_t x, int64_t y)
{
    return (int64_t)sqrt((double)(x * x + y * y)); /* exact for whole numbers this small */
}

/*
 * Move A and B apart, the smaller one further, as far as they overlap. Those in one line, as
 * customers with the same figure are, would push each other along it, so they leave it.
 */
static bool part(struct kam_circle *a, struct kam_circle *b)
{
    int64_t x = b->x - a->x, y = b->y - a->y, need = a->radius + b->radius;
    int64_t overlap = need - length(x, y);

    if (x * x + y * y >= need * need)
        return false;
    x = at_least(x, need / 4 + 1);
    y = at_least(y, need / 8 + 1);
    int64_t distance = length(x, y);
    int64_t light = a->radius * a->radius, heavy = b->radius * b->radius;
    int64_t of_b = overlap * light / (light + heavy), of_a = overlap - of_b;
    a->x -= x * of_a / distance;
    a->y -= y * of_a / distance;
    b->x += x * (of_b + 1) / distance;
    b->y += y * (of_b + 1) / distance;
    return true;
}

static bool part_all(struct kam_circle *circles, size_t count, int64_t width, int64_t height)
{
    bool moved = false;

    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            if (!part(&circles[i], &circles[j]))
                continue;
            keep_within(&circles[i], width, height);
            keep_within(&circles[j], width, height);
            moved = true;
        }
    return moved;
}

void kam_chartpack(struct kam_circle *circles, size_t count, int64_t width, int64_t height)
{
    bool moved = true;

    for (size_t i = 0; i < count; i++)
        keep_within(&circles[i], width, height);
    for (size_t round = 0; round < ROUNDS && moved; round++)
        moved = part_all(circles, count, width, height);
}
