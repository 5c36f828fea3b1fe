#include "account/account.h"

enum { LOW_ITEMS = 64 };

static uint32_t count_of(const struct kam_set *set)
{
    return set->more ? set->more->count : 0;
}

uint32_t kam_set_size(const struct kam_set *set)
{
    return (uint32_t)__builtin_popcountll(set->low) + count_of(set);
}

void kam_set_numbers(const struct kam_set *set, uint32_t *numbers)
{
    for (uint64_t rest = set->low; rest; rest &= rest - 1)
        *numbers++ = (uint32_t)__builtin_ctzll(rest);
    if (set->more)
        memcpy(numbers, set->more->items, set->more->count * sizeof *numbers);
}

bool kam_set_merge(struct kam_set *set, const struct kam_set *other, struct kam_arena *arena)
{
    set->low |= other->low;
    for (uint32_t i = 0; i < count_of(other); i++)
        if (!kam_set_add(set, other->more->items[i], arena))
            return false;
    return true;
}

/* Room for one more item among those that aren't bits. */
static bool make_room(struct kam_set *set, struct kam_arena *arena)
{
    const struct kam_set_items *old = set->more;
    uint32_t count = count_of(set);

    if (old && count < old->capacity)
        return true;
    uint32_t capacity = old ? old->capacity * 2 : 4;
    struct kam_set_items *grown =
        kam_arena_alloc(arena, sizeof *grown + (size_t)capacity * sizeof *grown->items);
    if (!grown)
        return false;
    if (count)
        memcpy(grown->items, old->items, count * sizeof *grown->items);
    grown->count = count;
    grown->capacity = capacity;
    set->more = grown;
    return true;
}

/* ITEM has no bit. */
static bool add_item(struct kam_set *set, uint32_t item, struct kam_arena *arena)
{
    const uint32_t *items = set->more ? set->more->items : NULL;
    uint32_t low = 0, high = count_of(set);

    /* New texts have the greatest numbers: mostly this is an append, or the last one again. */
    if (high && items[high - 1] < item)
        low = high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (items[middle] < item)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < count_of(set) && items[low] == item)
        return true;
    if (!make_room(set, arena))
        return false;
    uint32_t *at = set->more->items + low;
    memmove(at + 1, at, (set->more->count - low) * sizeof *at);
    *at = item;
    set->more->count++;
    return true;
}

bool kam_set_add(struct kam_set *set, uint32_t item, struct kam_arena *arena)
{
    if (item >= LOW_ITEMS)
        return add_item(set, item, arena);
    set->low |= UINT64_C(1) << item;
    return true;
}

/*
 * Attribute number I of ACCOUNT, whose last month is LAST, meets VALUE of a record whose last month
 * is OTHER_LAST.
 */
static bool merge_attribute(struct kam_account *account, int last, size_t i, struct kam_text value,
                            int other_last, const struct kam_account_context *ctx)
{
    size_t count = ctx->layout->attribute_count;

    if (other_last < last)
        return true;
    if (other_last == last &&
        kam_text_order(value, kam_attribute(account->attributes, count, i)) <= 0)
        return true;
    return kam_attributes_set(&account->attributes, count, i, value, ctx->arena);
}

/* The attributes of a line in a month not before LAST, that of ACCOUNT. */
static bool merge_line_attributes(struct kam_account *account, int last,
                                  const struct kam_line *line,
                                  const struct kam_account_context *ctx)
{
    size_t count = ctx->layout->attribute_count, bytes = 0;

    for (size_t i = 0; i < count; i++)
        bytes += line->attributes[i].len;
    if (line->month > last && bytes &&
        !kam_attributes_reserve(&account->attributes, count, bytes, ctx->arena))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!merge_attribute(account, last, i, line->attributes[i], line->month, ctx))
            return false;
    return true;
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
        if (!kam_set_merge(&kam_account_sets(into, ctx->layout)[i],
                           &kam_account_sets(from, ctx->layout)[i], ctx->arena))
            return KAM_NOMEM;
    return KAM_OK;
}

enum kam_status kam_account_merge(struct kam_account *into, const struct kam_account *from,
                                  const struct kam_account_context *ctx)
{
    int last = kam_cells_last(&into->revenue);
    int from_last = kam_cells_last(&from->revenue);

    for (size_t i = 0; i < ctx->layout->attribute_count; i++)
        if (!merge_attribute(into, last, i, kam_account_attribute(from, ctx->layout, i), from_last,
                             ctx))
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
        if (!merge_line_attributes(account, last, line, ctx))
            return KAM_NOMEM;
        /* Those of a new month are the line's; within a month they may be a mix of several. */
        account->attributes_hash = line->month > last ? line->attributes_hash : 0;
    }
    for (size_t i = 0; i < ctx->layout->sum_count; i++)
        if (!kam_decimal_add(&kam_account_sums(account)[i], line->sums[i].exact))
            return KAM_DATA;
    for (size_t i = 0; i < ctx->layout->set_count; i++)
        if (line->sets[i] != KAM_NONE &&
            !kam_set_add(&kam_account_sets(account, ctx->layout)[i], line->sets[i], ctx->arena))
            return KAM_NOMEM;
    account->lines++;
    return kam_cells_add(&account->revenue, line->month, &line->amount, ctx->month_hint,
                         ctx->arena);
}
