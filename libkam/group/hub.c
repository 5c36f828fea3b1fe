#include "group/hub.h"

#include <stdlib.h>

/* What stands in front of the value in a hub's key. */
struct prefix {
    uint32_t kind;
    uint32_t column;
};

void kam_hubs_free(struct kam_hubs *hubs)
{
    kam_map_free(&hubs->keys);
    free(hubs->items);
    *hubs = (struct kam_hubs){.items = NULL};
}

static bool intern_key(struct kam_hubs *hubs, struct prefix prefix, struct kam_text value,
                       uint32_t *hub)
{
    enum { SHORT = 120 };
    char bytes[sizeof prefix + SHORT];
    size_t len = sizeof prefix + value.len;
    char *key = value.len > SHORT ? malloc(len) : bytes;

    if (!key)
        return false;
    memcpy(key, &prefix, sizeof prefix);
    if (value.len)
        memcpy(key + sizeof prefix, value.ptr, value.len);
    bool ok = kam_map_intern(&hubs->keys, (struct kam_text){key, len}, hub);
    if (key != bytes)
        free(key);
    return ok;
}

bool kam_hubs_intern(struct kam_hubs *hubs, enum kam_hub_kind kind, uint32_t column,
                     struct kam_text value, uint32_t *hub)
{
    uint32_t count = hubs->keys.count;

    if (!kam_array_reserve(&hubs->items, &hubs->capacity, (size_t)count + 1, sizeof *hubs->items) ||
        !intern_key(hubs, (struct prefix){(uint32_t)kind, column}, value, hub))
        return false;
    if (*hub == count)
        hubs->items[*hub] = (struct kam_hub){0, 0};
    return true;
}

static struct prefix prefix_of(const struct kam_hubs *hubs, uint32_t hub)
{
    struct prefix prefix;

    memcpy(&prefix, hubs->keys.texts[hub].ptr, sizeof prefix);
    return prefix;
}

enum kam_hub_kind kam_hub_kind(const struct kam_hubs *hubs, uint32_t hub)
{
    return (enum kam_hub_kind)prefix_of(hubs, hub).kind;
}

struct kam_text kam_hub_value(const struct kam_hubs *hubs, uint32_t hub)
{
    struct kam_text key = hubs->keys.texts[hub];

    return (struct kam_text){key.ptr + sizeof(struct prefix), key.len - sizeof(struct prefix)};
}

int kam_hub_order(const struct kam_hubs *hubs, uint32_t a, uint32_t b)
{
    struct prefix p = prefix_of(hubs, a), q = prefix_of(hubs, b);

    if (p.kind != q.kind)
        return p.kind < q.kind ? -1 : 1;
    if (p.column != q.column)
        return p.column < q.column ? -1 : 1;
    return kam_text_order(kam_hub_value(hubs, a), kam_hub_value(hubs, b));
}

bool kam_hub_write(const struct kam_hubs *hubs, uint32_t hub, const struct kam_text *same,
                   struct kam_buffer *buffer)
{
    static const char *const names[] = {
        [KAM_HUB_GROUP] = "group:",     [KAM_HUB_PARENT] = "parent:", [KAM_HUB_PAYER] = "payer:",
        [KAM_HUB_RENAMED] = "renamed:", [KAM_HUB_SAME] = "same:",     [KAM_HUB_PAIR] = "same:",
        [KAM_HUB_MEMBERS] = "members:",
    };
    struct prefix prefix = prefix_of(hubs, hub);

    if (!kam_buffer_add(buffer, kam_text_of(names[prefix.kind])))
        return false;
    if (prefix.kind == KAM_HUB_SAME &&
        (!kam_buffer_add(buffer, same[prefix.column]) || !kam_buffer_add_byte(buffer, '=')))
        return false;
    return kam_buffer_add(buffer, kam_hub_value(hubs, hub));
}
