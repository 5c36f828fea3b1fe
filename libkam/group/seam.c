#include "group/seam.h"
#include "base/sort.h"

#include <stdlib.h>

struct kam_seam_vertex {
    uint32_t order; /* in which it was reached, from 1; 0: it wasn't */
    uint32_t low;   /* the smallest order that it and what is below it are linked to */
    uint32_t above; /* the vertex it was reached from */
    uint32_t next;  /* which of its neighbours comes next */
    uint32_t size;  /* accounts in it and below it */
    uint32_t held;  /* groups in it and below it */
    /* Of the parts below it that hang on it alone: */
    uint32_t cut_size, cut_largest, cut_held;
    uint32_t cut_count;   /* how many there are that have accounts */
    uint32_t cut_holding; /* and that hold groups */
};

void kam_seams_free(struct kam_seams *seams)
{
    free(seams->starts);
    free(seams->hubs);
    free(seams->vertices);
    free(seams->stack);
    *seams = (struct kam_seams){.groups = NULL};
}

bool kam_seams_make(struct kam_seams *seams, const struct kam_groups *groups)
{
    const struct kam_links *links = &groups->links;
    uint32_t accounts = links->accounts.count;
    size_t vertices = (size_t)accounts + links->hubs.keys.count + 1;

    *seams = (struct kam_seams){.groups = groups};
    seams->starts = calloc((size_t)accounts + 2, sizeof *seams->starts);
    seams->hubs = malloc((links->count + 1) * sizeof *seams->hubs);
    seams->vertices = calloc(vertices, sizeof *seams->vertices);
    seams->stack = malloc(vertices * sizeof *seams->stack);
    if (!seams->starts || !seams->hubs || !seams->vertices || !seams->stack)
        return false;
    for (size_t i = 0; i < links->count; i++)
        seams->starts[links->items[i].account + 2]++;
    for (uint32_t i = 0; i < accounts; i++)
        seams->starts[i + 2] += seams->starts[i + 1];
    for (size_t i = 0; i < links->count; i++)
        seams->hubs[seams->starts[links->items[i].account + 1]++] = links->items[i].hub;
    return true;
}

static bool is_hub(const struct kam_seams *seams, uint32_t vertex)
{
    return vertex >= seams->groups->links.accounts.count;
}

/* The hub or account that VERTEX is. */
static uint32_t number_of(const struct kam_seams *seams, uint32_t vertex)
{
    return is_hub(seams, vertex) ? vertex - seams->groups->links.accounts.count : vertex;
}

static uint32_t degree(const struct kam_seams *seams, uint32_t vertex)
{
    uint32_t number = number_of(seams, vertex);

    return is_hub(seams, vertex) ? seams->groups->links.hubs.items[number].count
                                 : seams->starts[number + 1] - seams->starts[number];
}

static uint32_t neighbour(const struct kam_seams *seams, uint32_t vertex, uint32_t i)
{
    const struct kam_links *links = &seams->groups->links;
    uint32_t number = number_of(seams, vertex);

    return is_hub(seams, vertex) ? links->items[links->hubs.items[number].start + i].account
                                 : kam_seam_of_hub(seams, seams->hubs[seams->starts[number] + i]);
}

static bool holds_group(const struct kam_seams *seams, uint32_t vertex)
{
    return is_hub(seams, vertex) &&
           kam_hub_kind(&seams->groups->links.hubs, number_of(seams, vertex)) == KAM_HUB_GROUP;
}

/* Forget what is known of CUSTOMER, and count the ids that each of its accounts stands for. */
static void weigh(struct kam_seams *seams, uint32_t customer)
{
    const struct kam_groups *groups = seams->groups;
    static const struct kam_seam_vertex unknown = {.order = 0};

    for (uint32_t i = groups->starts[customer]; i < groups->starts[customer + 1]; i++) {
        uint32_t account = groups->members[i];
        seams->vertices[account] = unknown;
        for (uint32_t h = seams->starts[account]; h < seams->starts[account + 1]; h++)
            seams->vertices[kam_seam_of_hub(seams, seams->hubs[h])] = unknown;
    }
    for (uint32_t i = groups->starts[customer]; i < groups->starts[customer + 1]; i++)
        seams->vertices[groups->links.nodes[groups->members[i]]].size++;
}

/* An account of CUSTOMER that is itself. */
static uint32_t root_of(const struct kam_seams *seams, uint32_t customer)
{
    return seams->groups->links.nodes[seams->groups->heads[customer]];
}

static void reach(struct kam_seams *seams, uint32_t to, uint32_t from, uint32_t *order)
{
    struct kam_seam_vertex *v = &seams->vertices[to];

    v->order = v->low = ++*order;
    v->above = from;
    v->held = holds_group(seams, to);
}

/* All below VERTEX is known: tell the one above it. */
static void leave(struct kam_seams *seams, uint32_t vertex)
{
    const struct kam_seam_vertex *v = &seams->vertices[vertex];

    if (v->above == KAM_NONE)
        return;
    struct kam_seam_vertex *above = &seams->vertices[v->above];
    if (v->low < above->low)
        above->low = v->low;
    above->size += v->size;
    above->held += v->held;
    if (v->low < above->order)
        return;
    above->cut_size += v->size;
    above->cut_held += v->held;
    above->cut_count += v->size > 0;
    above->cut_holding += v->held > 0;
    if (v->size > above->cut_largest)
        above->cut_largest = v->size;
}

/* Go down to a new neighbour of VERTEX, or note how high one leads; false if there is no more. */
static bool go_on(struct kam_seams *seams, uint32_t vertex, uint32_t *depth, uint32_t *order)
{
    struct kam_seam_vertex *v = &seams->vertices[vertex];

    while (v->next < degree(seams, vertex)) {
        uint32_t below = neighbour(seams, vertex, v->next++);
        struct kam_seam_vertex *o = &seams->vertices[below];
        if (o->order == 0) {
            reach(seams, below, vertex, order);
            seams->stack[(*depth)++] = below;
            return true;
        }
        if (below != v->above && o->order < v->low)
            v->low = o->order;
    }
    return false;
}

/* Whether VERTEX, in a customer of SIZE accounts that holds HELD groups, is a seam of KIND. */
static bool is_seam(const struct kam_seams *seams, uint32_t vertex, enum kam_seam_kind kind,
                    uint32_t size, uint32_t held, uint32_t *largest)
{
    const struct kam_seam_vertex *v = &seams->vertices[vertex];
    uint32_t own = is_hub(seams, vertex) ? 0 : v->size, rest, rest_held;

    for (uint32_t i = 0; own && i < degree(seams, vertex); i++) {
        uint32_t below = neighbour(seams, vertex, i);
        own -= seams->vertices[below].above == vertex ? seams->vertices[below].size : 0;
    }
    rest = size - own - v->cut_size;
    rest_held = held - holds_group(seams, vertex) - v->cut_held;
    *largest = rest > v->cut_largest ? rest : v->cut_largest;
    if (kind == KAM_SEAM_GROUPS)
        return v->cut_holding + (rest_held > 0) > 1;
    return v->cut_count + (rest > 0) > 1;
}

/* <0: A is the better seam. */
static int compare_seams(const struct kam_seams *seams, const struct kam_seam *a,
                         const struct kam_seam *b)
{
    const struct kam_links *links = &seams->groups->links;

    if (a->largest != b->largest)
        return a->largest < b->largest ? -1 : 1;
    if (is_hub(seams, a->vertex) != is_hub(seams, b->vertex))
        return is_hub(seams, a->vertex) ? -1 : 1;
    if (is_hub(seams, a->vertex))
        return kam_hub_order(&links->hubs, number_of(seams, a->vertex),
                             number_of(seams, b->vertex));
    return kam_text_order(links->accounts.texts[a->vertex], links->accounts.texts[b->vertex]);
}

/* Put SEAM in its place among FOUND[COUNT], where there is room for MOST. */
static size_t keep_best(const struct kam_seams *seams, struct kam_seam seam, size_t most,
                        struct kam_seam *found, size_t count)
{
    size_t i = count;

    if (count == most && (most == 0 || compare_seams(seams, &seam, &found[most - 1]) > 0))
        return count;
    if (count == most)
        i--;
    for (; i > 0 && compare_seams(seams, &seam, &found[i - 1]) < 0; i--)
        found[i] = found[i - 1];
    found[i] = seam;
    return count < most ? count + 1 : most;
}

static size_t pick(const struct kam_seams *seams, uint32_t customer, enum kam_seam_kind kind,
                   size_t most, struct kam_seam *found)
{
    const struct kam_groups *groups = seams->groups;
    const struct kam_seam_vertex *root = &seams->vertices[root_of(seams, customer)];
    size_t count = 0;
    struct kam_seam seam;

    for (uint32_t i = groups->starts[customer]; i < groups->starts[customer + 1]; i++) {
        uint32_t account = groups->members[i];
        seam.vertex = account;
        if (groups->links.nodes[account] == account &&
            is_seam(seams, account, kind, root->size, root->held, &seam.largest))
            count = keep_best(seams, seam, most, found, count);
        for (uint32_t h = seams->starts[account]; h < seams->starts[account + 1]; h++) {
            seam.vertex = kam_seam_of_hub(seams, seams->hubs[h]);
            if (kam_links_first(&groups->links, seams->hubs[h]) == account &&
                is_seam(seams, seam.vertex, kind, root->size, root->held, &seam.largest))
                count = keep_best(seams, seam, most, found, count);
        }
    }
    return count;
}

size_t kam_seams_find(struct kam_seams *seams, uint32_t customer, enum kam_seam_kind kind,
                      size_t most, struct kam_seam *found)
{
    uint32_t root = root_of(seams, customer), depth = 0, order = 0;

    weigh(seams, customer);
    reach(seams, root, KAM_NONE, &order);
    seams->stack[depth++] = root;
    while (depth > 0) {
        uint32_t vertex = seams->stack[depth - 1];
        if (!go_on(seams, vertex, &depth, &order)) {
            depth--;
            leave(seams, vertex);
        }
    }
    return pick(seams, customer, kind, most, found);
}

/* ---- pieces ----------------------------------------------------------------------------------
 */

/* How many accounts there are with START, when what was reached before is no way. */
static uint32_t flood(struct kam_seams *seams, uint32_t start)
{
    uint32_t depth = 0, size = 0;

    seams->vertices[start].order = 1;
    seams->stack[depth++] = start;
    while (depth > 0) {
        uint32_t vertex = seams->stack[--depth];
        size += seams->vertices[vertex].size;
        for (uint32_t i = 0; i < degree(seams, vertex); i++) {
            uint32_t other = neighbour(seams, vertex, i);
            if (seams->vertices[other].order)
                continue;
            seams->vertices[other].order = 1;
            seams->stack[depth++] = other;
        }
    }
    return size;
}

static int compare_sizes(uint32_t a, uint32_t b, void *context)
{
    const uint32_t *sizes = context;

    return (sizes[a] < sizes[b]) - (sizes[a] > sizes[b]);
}

/* SIZES[COUNT], the largest first, equal ones together; of more than a few kinds the rest counted.
 */
static bool write_sizes(uint32_t *sizes, uint32_t count, struct kam_buffer *buffer)
{
    enum { KINDS = 4 };
    uint32_t *order = malloc(((size_t)count + 1) * sizeof *order);
    bool ok = order != NULL;
    uint32_t kinds = 0;

    for (uint32_t i = 0; ok && i < count; i++)
        order[i] = i;
    ok = ok && kam_sort(order, count, compare_sizes, sizes);
    for (uint32_t i = 0, end; ok && i < count; i = end) {
        for (end = i + 1; end < count && sizes[order[end]] == sizes[order[i]];)
            end++;
        if (kinds++ == KINDS) {
            ok = kam_buffer_printf(buffer, " + %u smaller", count - i);
            break;
        }
        ok = kam_buffer_printf(buffer, i ? " + " : "") &&
             (end - i == 1 || kam_buffer_printf(buffer, "%u x ", end - i)) &&
             kam_buffer_printf(buffer, "%u", sizes[order[i]]);
    }
    free(order);
    return ok;
}

bool kam_seam_write_pieces(struct kam_seams *seams, uint32_t vertex, uint32_t *count,
                           struct kam_buffer *buffer)
{
    uint32_t pieces = degree(seams, vertex);
    uint32_t account = is_hub(seams, vertex) ? neighbour(seams, vertex, 0) : vertex;
    uint32_t *sizes = malloc(((size_t)pieces + 1) * sizeof *sizes);

    *count = 0;
    if (!sizes)
        return false;
    weigh(seams, seams->groups->customers[account]);
    seams->vertices[vertex].order = 1;
    for (uint32_t i = 0; i < pieces; i++) {
        uint32_t other = neighbour(seams, vertex, i);
        if (seams->vertices[other].order)
            continue;
        sizes[*count] = flood(seams, other);
        *count += sizes[*count] > 0;
    }
    bool ok = write_sizes(sizes, *count, buffer);
    free(sizes);
    return ok;
}

static bool write_name(const struct kam_seams *seams, uint32_t vertex, struct kam_buffer *buffer)
{
    const struct kam_links *links = &seams->groups->links;
    struct kam_buffer name = {NULL, 0, 0};
    bool ok = true;

    if (is_hub(seams, vertex))
        ok = kam_hub_write(&links->hubs, number_of(seams, vertex), links->options->same, &name);
    else
        ok = kam_buffer_add(&name, links->accounts.texts[vertex]);
    ok = ok && kam_buffer_printf(buffer, "%s%s", is_hub(seams, vertex) ? "" : "account ",
                                 kam_show(kam_buffer_text(&name)).s);
    kam_buffer_free(&name);
    return ok;
}

bool kam_seams_write(struct kam_seams *seams, const struct kam_seam *found, size_t count,
                     struct kam_buffer *buffer)
{
    bool ok = true;
    uint32_t pieces;

    for (size_t i = 0; ok && i < count; i++)
        ok = (i == 0 || kam_buffer_add(buffer, KAM_TEXT(", "))) &&
             write_name(seams, found[i].vertex, buffer) && kam_buffer_add(buffer, KAM_TEXT(" (")) &&
             kam_seam_write_pieces(seams, found[i].vertex, &pieces, buffer) &&
             kam_buffer_add(buffer, i ? KAM_TEXT(")") : KAM_TEXT(" accounts)"));
    return ok;
}
