#include "group/circle.h"
#include "base/sort.h"

#include <stdlib.h>

enum state { STATE_NEW, STATE_OPEN, STATE_DONE };

struct search {
    const struct kam_groups *groups;
    enum kam_hub_kind kind;
    size_t most;
    struct kam_buffer *text;
    size_t count;
    uint32_t *starts; /* per account, and one more: where those above it begin */
    uint32_t *above;  /* their numbers, by id */
    uint32_t *next;   /* per account: which of them comes next */
    uint32_t *path;
    uint32_t length;
    unsigned char *states; /* per account, of enum state */
};

static struct kam_text id_of(const struct search *search, uint32_t account)
{
    return kam_groups_id(search->groups, account);
}

/* ---- who is above whom -------------------------------------------------------------------- */

static int compare_hubs(uint32_t a, uint32_t b, void *context)
{
    const struct kam_hubs *hubs = context;

    return kam_hub_order(hubs, a, b);
}

/* The account that HUB, a parent or a payer, is. */
static uint32_t owner_of(const struct kam_links *links, uint32_t hub)
{
    return links->nodes[kam_map_find(&links->accounts, kam_hub_value(&links->hubs, hub))];
}

/* Add the accounts at HUB: with SET their places are filled, else counted two ahead. */
static void add_hub(struct search *search, uint32_t hub, bool set)
{
    const struct kam_links *links = &search->groups->links;
    uint32_t owner = owner_of(links, hub);

    for (uint32_t i = 0; i < links->hubs.items[hub].count; i++) {
        uint32_t account = links->items[links->hubs.items[hub].start + i].account;
        if (account == owner)
            continue;
        if (set)
            search->above[search->starts[account + 1]++] = owner;
        else
            search->starts[account + 2]++;
    }
}

static bool find_above(struct search *search)
{
    const struct kam_links *links = &search->groups->links;
    uint32_t hubs = links->hubs.keys.count, count = 0;
    uint32_t *order = malloc(((size_t)hubs + 1) * sizeof *order);

    if (!order)
        return false;
    for (uint32_t h = 0; h < hubs; h++)
        if (kam_hub_kind(&links->hubs, h) == search->kind)
            order[count++] = h;
    bool ok = kam_sort(order, count, compare_hubs, (void *)(uintptr_t)&links->hubs);
    for (uint32_t i = 0; ok && i < count; i++)
        add_hub(search, order[i], false);
    for (uint32_t i = 0; i < links->accounts.count; i++)
        search->starts[i + 2] += search->starts[i + 1];
    for (uint32_t i = 0; ok && i < count; i++)
        add_hub(search, order[i], true);
    free(order);
    return ok;
}

/* ---- circles ------------------------------------------------------------------------------ */

/* Say the circle of the end of the path from FROM on. */
static bool write_circle(struct search *search, uint32_t from)
{
    enum { NAMED = 8 };
    uint32_t length = search->length - from, first = 0;
    bool ok = true;

    if (search->count++ >= search->most)
        return true;
    for (uint32_t i = 1; i < length; i++)
        if (kam_text_order(id_of(search, search->path[from + i]),
                           id_of(search, search->path[from + first])) < 0)
            first = i;
    for (uint32_t i = 0; ok && i < length && i < NAMED; i++)
        ok =
            kam_buffer_printf(search->text, "%s -> ",
                              kam_show(id_of(search, search->path[from + (first + i) % length])).s);
    return ok &&
           (length <= NAMED || kam_buffer_printf(search->text, "%u more -> ", length - NAMED)) &&
           kam_buffer_printf(search->text, "%s\n",
                             kam_show(id_of(search, search->path[from + first])).s);
}

static void enter(struct search *search, uint32_t account)
{
    search->states[account] = STATE_OPEN;
    search->next[account] = search->starts[account];
    search->path[search->length++] = account;
}

static bool close_circle(struct search *search, uint32_t account)
{
    uint32_t from = search->length - 1;

    while (from > 0 && search->path[from] != account)
        from--;
    return write_circle(search, from);
}

static bool search_from(struct search *search, uint32_t start)
{
    bool ok = true;

    if (search->states[start] == STATE_NEW)
        enter(search, start);
    while (ok && search->length) {
        uint32_t account = search->path[search->length - 1];
        if (search->next[account] == search->starts[account + 1]) {
            search->states[account] = STATE_DONE;
            search->length--;
            continue;
        }
        uint32_t above = search->above[search->next[account]++];
        if (search->states[above] == STATE_NEW)
            enter(search, above);
        else if (search->states[above] == STATE_OPEN)
            ok = close_circle(search, above);
    }
    return ok;
}

/* ---- accounts that are their own parent ---------------------------------------------------- */

static bool write_selves(struct search *search)
{
    const struct kam_links *links = &search->groups->links;
    const struct kam_relations *relations = links->options->relations;
    bool ok = true;

    for (size_t i = 0; relations && i < relations->count; i++) {
        const struct kam_relation *pair = &relations->items[i];
        if (pair->kind == KAM_RELATION_PARENT && kam_text_equal(pair->account, pair->parent))
            search->states[kam_map_find(&links->accounts, pair->account)] = STATE_OPEN;
    }
    for (uint32_t i = 0; ok && i < search->groups->starts[search->groups->count]; i++) {
        uint32_t account = search->groups->members[i];
        if (search->states[account] != STATE_OPEN)
            continue;
        search->states[account] = STATE_NEW;
        search->path[0] = account;
        search->length = 1;
        ok = write_circle(search, 0);
        search->length = 0;
    }
    return ok;
}

static bool search_all(struct search *search)
{
    const struct kam_groups *groups = search->groups;
    bool ok = find_above(search) && (search->kind != KAM_HUB_PARENT || write_selves(search));

    for (uint32_t i = 0; ok && i < groups->starts[groups->count]; i++)
        ok = search_from(search, groups->members[i]);
    return ok;
}

bool kam_circles_write(const struct kam_groups *groups, enum kam_hub_kind kind, size_t most,
                       struct kam_buffer *text, size_t *count)
{
    struct search search = {.groups = groups, .kind = kind, .most = most, .text = text};
    size_t accounts = groups->links.accounts.count;

    search.starts = calloc(accounts + 2, sizeof *search.starts);
    search.above = malloc((groups->links.count + 1) * sizeof *search.above);
    search.next = malloc((accounts + 1) * sizeof *search.next);
    search.path = malloc((accounts + 1) * sizeof *search.path);
    search.states = calloc(accounts + 1, sizeof *search.states);
    bool ok = search.starts && search.above && search.next && search.path && search.states &&
              search_all(&search);
    *count = search.count;
    free(search.starts);
    free(search.above);
    free(search.next);
    free(search.path);
    free(search.states);
    return ok;
}
