#include "report/chartpack.h"

#include <math.h>
#include <stdbool.h>

enum { ROUNDS = 60 };

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

/* Move A and B apart, the smaller one further, as far as they overlap. */
static bool part(struct kam_circle *a, struct kam_circle *b)
{
    int64_t x = b->x - a->x, y = b->y - a->y, need = a->radius + b->radius;
    int64_t square = x * x + y * y;

    if (square >= need * need)
        return false;
    int64_t distance = (int64_t)sqrt((double)square); /* whole numbers this small are exact */
    if (distance == 0)
        x = distance = 1;
    int64_t overlap = need - distance + 1;
    int64_t light = a->radius * a->radius, heavy = b->radius * b->radius;
    int64_t of_b = overlap * light / (light + heavy), of_a = overlap - of_b;
    a->x -= x * of_a / distance;
    a->y -= y * of_a / distance;
    b->x += x * of_b / distance;
    b->y += y * of_b / distance;
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

/* Circles in one line would only be pushed along it, so none begins quite in line with the next. */
static void leave_line(struct kam_circle *circles, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        circles[i].x += ((int64_t)(i % 3) - 1) * circles[i].radius / 4;
        circles[i].y += ((int64_t)(i % 2) * 2 - 1) * circles[i].radius / 8;
    }
}

void kam_chartpack(struct kam_circle *circles, size_t count, int64_t width, int64_t height)
{
    bool moved = true;

    leave_line(circles, count);
    for (size_t i = 0; i < count; i++)
        keep_within(&circles[i], width, height);
    for (size_t round = 0; round < ROUNDS && moved; round++)
        moved = part_all(circles, count, width, height);
}
