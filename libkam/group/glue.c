#include "group/glue.h"
#include "base/sort.h"

#include <stdlib.h>

/* By number of accounts, the greatest first. */
static int compare_hubs(uint32_t a, uint32_t b, void *context)
{
    const struct kam_hubs *hubs = context;
    uint32_t p = hubs->items[a].count, q = hubs->items[b].count;

    return p != q ? (p > q ? -1 : 1) : kam_hub_order(hubs, a, b);
}

/* The hub of CUSTOMER with the most accounts of those behind LAST (KAM_NONE: of all). */
static uint32_t next_hub(const struct kam_groups *groups, uint32_t customer, uint32_t last)
{
    const struct kam_links *links = &groups->links;
    void *hubs = (void *)(uintptr_t)&links->hubs;
    uint32_t best = KAM_NONE;

    for (uint32_t h = 0; h < links->hubs.keys.count; h++)
        if (links->hubs.items[h].count > 1 &&
            groups->customers[kam_links_first(links, h)] == customer &&
            (last == KAM_NONE || compare_hubs(last, h, hubs) < 0) &&
            (best == KAM_NONE || compare_hubs(h, best, hubs) < 0))
            best = h;
    return best;
}

bool kam_glue_write(const struct kam_groups *groups, uint32_t customer, size_t most,
                    struct kam_buffer *buffer)
{
    const struct kam_links *links = &groups->links;
    struct kam_buffer name = {NULL, 0, 0};
    uint32_t hub = KAM_NONE;
    bool ok = true;

    for (size_t i = 0; ok && i < most; i++) {
        hub = next_hub(groups, customer, hub);
        if (hub == KAM_NONE)
            break;
        name.len = 0;
        ok = kam_hub_write(&links->hubs, hub, links->options->same, &name) &&
             kam_buffer_printf(buffer, "%s%s (%u%s)", i ? ", " : "",
                               kam_show(kam_buffer_text(&name)).s, links->hubs.items[hub].count,
                               i ? "" : " accounts");
    }
    kam_buffer_free(&name);
    return ok;
}

uint32_t kam_glue_paid(const struct kam_groups *groups, uint32_t hub)
{
    return groups->links.hubs.items[hub].count - 1; /* the payer is there itself */
}

bool kam_glue_payers(const struct kam_groups *groups, uint32_t **list, size_t *count)
{
    const struct kam_hubs *hubs = &groups->links.hubs;
    size_t capacity = 0;

    *list = NULL;
    *count = 0;
    for (uint32_t h = 0; h < hubs->keys.count; h++) {
        if (kam_hub_kind(hubs, h) != KAM_HUB_PAYER || kam_glue_paid(groups, h) <= KAM_GLUE_MANY ||
            groups->customers[kam_links_first(&groups->links, h)] == KAM_NONE)
            continue;
        if (!kam_array_reserve(list, &capacity, *count + 1, sizeof **list))
            return false;
        (*list)[(*count)++] = h;
    }
    return kam_sort(*list, *count, compare_hubs, (void *)(uintptr_t)hubs);
}

/* Put HUB among the first two of PAIR. */
static void note_group(const struct kam_hubs *hubs, uint32_t hub, struct kam_glue_pair *pair)
{
    pair->count++;
    if (pair->one == KAM_NONE || kam_hub_order(hubs, hub, pair->one) < 0) {
        pair->other = pair->one;
        pair->one = hub;
    } else if (pair->other == KAM_NONE || kam_hub_order(hubs, hub, pair->other) < 0) {
        pair->other = hub;
    }
}

bool kam_glue_groups(const struct kam_groups *groups, struct kam_glue_pair **list, size_t *count)
{
    const struct kam_hubs *hubs = &groups->links.hubs;
    struct kam_glue_pair *pairs = malloc(((size_t)groups->count + 1) * sizeof *pairs);

    *list = pairs;
    *count = 0;
    for (uint32_t c = 0; pairs && c < groups->count; c++)
        pairs[c] = (struct kam_glue_pair){c, KAM_NONE, KAM_NONE, 0};
    for (uint32_t h = 0; pairs && h < hubs->keys.count; h++)
        if (kam_hub_kind(hubs, h) == KAM_HUB_GROUP)
            note_group(hubs, h, &pairs[groups->customers[kam_links_first(&groups->links, h)]]);
    for (uint32_t c = 0; pairs && c < groups->count; c++)
        if (pairs[c].count > 1)
            pairs[(*count)++] = pairs[c];
    return pairs != NULL;
}
