#include "base/ranges.h"

/* Rows that a thread takes before it takes others. */
enum { ROWS = 8192 };

struct range {
    size_t slot, from, to;
};

struct running {
    const struct kam_ranges *ranges;
    size_t next; /* the first number that isn't taken */
};

static size_t at_once(const struct kam_ranges *ranges)
{
    return ranges->at_once ? ranges->at_once : ROWS;
}

size_t kam_ranges_slots(const struct kam_ranges *ranges)
{
    return ranges->count > at_once(ranges) ? ranges->threads : 1;
}

static enum kam_status take(void *context, void *piece, struct kam_error *error)
{
    struct running *running = context;
    struct range *range = piece;
    size_t left = running->ranges->count - running->next, most = at_once(running->ranges);

    (void)error;
    if (left == 0)
        return KAM_END;
    range->from = running->next;
    range->to = range->from + (left < most ? left : most);
    running->next = range->to;
    return KAM_OK;
}

static enum kam_status work(void *context, void *piece, struct kam_error *error)
{
    const struct kam_ranges *ranges = ((const struct running *)context)->ranges;
    const struct range *range = piece;

    return ranges->work(ranges->context, range->slot, range->from, range->to, error);
}

enum kam_status kam_ranges_run(const struct kam_ranges *ranges, struct kam_error *error)
{
    static const struct kam_pipeline_steps steps = {.take = take, .work = work};
    struct running running = {.ranges = ranges};
    struct range pieces[KAM_RANGES_SLOTS];
    void *pointers[KAM_RANGES_SLOTS];
    size_t slots = kam_ranges_slots(ranges);

    for (size_t i = 0; i < slots; i++) {
        pieces[i].slot = i;
        pointers[i] = &pieces[i];
    }
    return kam_pipeline_run(&steps, &running, pointers, slots, ranges->threads, error);
}
