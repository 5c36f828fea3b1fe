#include "report/pick.h"

bool kam_pick_init(struct kam_pick *pick, size_t most, const struct kam_table *table, size_t id,
                   struct kam_arena *arena)
{
    *pick = (struct kam_pick){.items = kam_arena_calloc(arena, most + 1, sizeof *pick->items),
                              .most = most,
                              .table = table,
                              .id = id};
    return pick->items != NULL;
}

static bool is_before(const struct kam_pick *pick, const struct kam_picked *a,
                      const struct kam_picked *b)
{
    int order = kam_decimal_compare(a->key, b->key);

    if (order == 0)
        order = kam_text_order(kam_table_cell(pick->table, a->row, pick->id),
                               kam_table_cell(pick->table, b->row, pick->id));
    return order < 0 || (order == 0 && a->row < b->row);
}

/* ITEM into the heap of which place 0 is free. */
static void sink(struct kam_pick *pick, struct kam_picked item)
{
    size_t place = 0;

    for (size_t child = 1; child < pick->count; child = 2 * place + 1) {
        if (child + 1 < pick->count &&
            is_before(pick, &pick->items[child], &pick->items[child + 1]))
            child++;
        if (is_before(pick, &pick->items[child], &item))
            break;
        pick->items[place] = pick->items[child];
        place = child;
    }
    pick->items[place] = item;
}

/* ITEM into the heap of which the last place is free. */
static void rise(struct kam_pick *pick, struct kam_picked item)
{
    size_t place = pick->count - 1;

    while (place > 0 && is_before(pick, &pick->items[(place - 1) / 2], &item)) {
        pick->items[place] = pick->items[(place - 1) / 2];
        place = (place - 1) / 2;
    }
    pick->items[place] = item;
}

void kam_pick_offer(struct kam_pick *pick, struct kam_decimal key, uint32_t row)
{
    struct kam_picked item = {key, row};

    if (pick->count < pick->most) {
        pick->count++;
        rise(pick, item);
    } else if (pick->most && is_before(pick, &item, &pick->items[0])) {
        sink(pick, item);
    }
}

void kam_pick_take(struct kam_pick *pick, uint32_t *rows)
{
    while (pick->count) {
        rows[pick->count - 1] = pick->items[0].row;
        pick->count--;
        sink(pick, pick->items[pick->count]);
    }
}
