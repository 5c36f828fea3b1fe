#include "account/account.h"

enum { LOW_ITEMS = 64 };

uint32_t kam_set_size(const struct kam_set *set)
{
    return (uint32_t)__builtin_popcountll(set->low) + set->count;
}

void kam_set_numbers(const struct kam_set *set, uint32_t *numbers)
{
    for (uint64_t rest = set->low; rest; rest &= rest - 1)
        *numbers++ = (uint32_t)__builtin_ctzll(rest);
    if (set->count)
        memcpy(numbers, set->items, set->count * sizeof *numbers);
}

bool kam_set_merge(struct kam_set *set, const struct kam_set *other, struct kam_arena *arena)
{
    set->low |= other->low;
    for (uint32_t i = 0; i < other->count; i++)
        if (!kam_set_add(set, other->items[i], arena))
            return false;
    return true;
}

bool kam_set_add(struct kam_set *set, uint32_t item, struct kam_arena *arena)
{
    uint32_t low = 0, high = set->count;

    if (item < LOW_ITEMS) {
        set->low |= UINT64_C(1) << item;
        return true;
    }
    /* New texts have the greatest numbers: mostly this is an append, or the last one again. */
    if (high && set->items[high - 1] < item)
        low = high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (set->items[middle] < item)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < set->count && set->items[low] == item)
        return true;
    if (set->count == set->capacity) {
        uint32_t capacity = set->capacity ? set->capacity * 2 : 4;
        uint32_t *grown = kam_arena_alloc(arena, (size_t)capacity * sizeof *grown);
        if (!grown)
            return false;
        if (set->count)
            memcpy(grown, set->items, set->count * sizeof *grown);
        set->items = grown;
        set->capacity = capacity;
    }
    memmove(set->items + low + 1, set->items + low, (set->count - low) * sizeof *set->items);
    set->items[low] = item;
    set->count++;
    return true;
}

bool kam_attribute_set(struct kam_attribute *attribute, struct kam_text value,
                       struct kam_arena *arena)
{
    if (value.len > attribute->capacity) {
        /* Twice the room, so that values growing month by month leave little behind. */
        size_t capacity = attribute->capacity ? value.len * 2 : value.len;
        if (capacity > UINT32_MAX || !(attribute->ptr = kam_arena_alloc(arena, capacity)))
            return false;
        attribute->capacity = (uint32_t)capacity;
    }
    if (value.len)
        memcpy(attribute->ptr, value.ptr, value.len);
    attribute->len = (uint32_t)value.len;
    return true;
}

/*
 * One attribute of a record whose last month is LAST meets VALUE of another whose last month is
 * OTHER_LAST.
 */
static bool merge_attribute(struct kam_attribute *attribute, int last, struct kam_text value,
                            int other_last, struct kam_arena *arena)
{
    if (other_last < last)
        return true;
    if (other_last == last && kam_text_order(value, kam_attribute_text(attribute)) <= 0)
        return true;
    return kam_attribute_set(attribute, value, arena);
}

enum kam_status kam_account_merge_measures(struct kam_account *into, const struct kam_account *from,
                                           const struct kam_account_context *ctx)
{
    enum kam_status status =
        kam_cells_merge(&into->revenue, &from->revenue, ctx->month_hint, ctx->arena);

    if (status)
        return status;
    into->lines += from->lines;
    for (size_t i = 0; i < ctx->layout->sum_count; i++)
        if (!kam_decimal_add(&kam_account_sums(into)[i], kam_account_sums(from)[i]))
            return KAM_DATA;
    for (size_t i = 0; i < ctx->layout->set_count; i++)
        if (!kam_set_merge(&kam_account_sets(into)[i], &kam_account_sets(from)[i], ctx->arena))
            return KAM_NOMEM;
    return KAM_OK;
}

enum kam_status kam_account_merge(struct kam_account *into, const struct kam_account *from,
                                  const struct kam_account_context *ctx)
{
    int last = kam_cells_last(&into->revenue);
    int from_last = kam_cells_last(&from->revenue);

    for (size_t i = 0; i < ctx->layout->attribute_count; i++)
        if (!merge_attribute(&kam_account_attributes(into)[i], last,
                             kam_attribute_text(&kam_account_attributes(from)[i]), from_last,
                             ctx->arena))
            return KAM_NOMEM;
    if (from_last >= last)
        into->attributes_hash = 0;
    return kam_account_merge_measures(into, from, ctx);
}

enum kam_status kam_account_add_line(struct kam_account *account, const struct kam_line *line,
                                     const struct kam_account_context *ctx)
{
    int last = kam_cells_last(&account->revenue);

    /* Lines mostly repeat the attributes there are; then these needn't be looked at. */
    if (line->month >= last && line->attributes_hash != account->attributes_hash) {
        for (size_t i = 0; i < ctx->layout->attribute_count; i++)
            if (!merge_attribute(&kam_account_attributes(account)[i], last, line->attributes[i],
                                 line->month, ctx->arena))
                return KAM_NOMEM;
        /* Those of a new month are the line's; within a month they may be a mix of several. */
        account->attributes_hash = line->month > last ? line->attributes_hash : 0;
    }
    for (size_t i = 0; i < ctx->layout->sum_count; i++)
        if (!kam_decimal_add(&kam_account_sums(account)[i], line->sums[i]))
            return KAM_DATA;
    for (size_t i = 0; i < ctx->layout->set_count; i++)
        if (line->sets[i] != KAM_NONE &&
            !kam_set_add(&kam_account_sets(account)[i], line->sets[i], ctx->arena))
            return KAM_NOMEM;
    account->lines++;
    return kam_cells_add(&account->revenue, line->month, &line->amount, ctx->month_hint,
                         ctx->arena);
}
