#include "group/group.h"
#include "base/sort.h"
#include "group/glue.h"
#include "group/seam.h"
#include "group/union.h"

#include <stdlib.h>

enum { CLASS_BEST = 1, CLASS_PAYER = 2, CLASS_ANY = 3 };

/* What is known of a component, at the account that stands for it. */
struct component {
    uint32_t head, lead; /* the best so far, KAM_NONE: none */
    unsigned char head_class, lead_class;
};

/* What is only needed while the customers are found. */
struct search {
    struct kam_groups *groups;
    struct kam_union sets;
    struct component *components; /* per account */
    uint32_t *order;              /* the accounts in byte order of their ids */
    bool *named;                  /* per account: its id is a group id of its component */
};

void kam_groups_free(struct kam_groups *groups)
{
    kam_links_free(&groups->links);
    free(groups->starts);
    free(groups->members);
    free(groups->heads);
    free(groups->leads);
    free(groups->customers);
    *groups = (struct kam_groups){.count = 0};
}

static int compare_ids(uint32_t a, uint32_t b, void *context)
{
    const struct kam_map *accounts = context;

    return kam_text_order(accounts->texts[a], accounts->texts[b]);
}

static bool prepare(struct search *search)
{
    struct kam_groups *groups = search->groups;
    uint32_t count = groups->links.accounts.count;
    size_t room = (size_t)count + 1;

    search->components = malloc(room * sizeof *search->components);
    search->order = malloc(room * sizeof *search->order);
    search->named = calloc(room, sizeof *search->named);
    groups->starts = calloc(room, sizeof *groups->starts);
    groups->members = malloc(room * sizeof *groups->members);
    groups->heads = malloc(room * sizeof *groups->heads);
    groups->leads = malloc(room * sizeof *groups->leads);
    groups->customers = malloc(room * sizeof *groups->customers);
    if (!search->components || !search->order || !search->named || !groups->starts ||
        !groups->members || !groups->heads || !groups->leads || !groups->customers ||
        !kam_union_init(&search->sets, count))
        return false;
    for (uint32_t i = 0; i < count; i++) {
        search->components[i] = (struct component){KAM_NONE, KAM_NONE, 0, 0};
        search->order[i] = i;
    }
    return kam_sort(search->order, count, compare_ids, &groups->links.accounts);
}

static void join_links(struct search *search)
{
    const struct kam_links *links = &search->groups->links;

    for (uint32_t i = 0; i < links->accounts.count; i++)
        kam_union_join(&search->sets, i, links->nodes[i]);
    for (size_t i = 0; i < links->count; i++)
        kam_union_join(&search->sets, links->items[i].account,
                       kam_links_first(links, links->items[i].hub));
}

/* Find the accounts whose id is a group id of their own component. */
static void find_named(struct search *search)
{
    const struct kam_links *links = &search->groups->links;

    for (uint32_t h = 0; h < links->hubs.keys.count; h++) {
        if (kam_hub_kind(&links->hubs, h) != KAM_HUB_GROUP)
            continue;
        uint32_t account = kam_map_find(&links->accounts, kam_hub_value(&links->hubs, h));
        if (account != KAM_NONE && kam_union_find(&search->sets, account) ==
                                       kam_union_find(&search->sets, kam_links_first(links, h)))
            search->named[links->nodes[account]] = true;
    }
}

static unsigned char class_of(const struct search *search, uint32_t account)
{
    unsigned mark = search->groups->links.marks[account];

    if (search->named[account] ||
        (mark & (KAM_MARK_PARENT | KAM_MARK_HAS_PARENT)) == KAM_MARK_PARENT)
        return CLASS_BEST;
    return (mark & (KAM_MARK_PAYS | KAM_MARK_IS_PAID)) == KAM_MARK_PAYS ? CLASS_PAYER : CLASS_ANY;
}

/* In byte order of the ids, so that the first of a class stays. */
static void find_heads(struct search *search)
{
    const struct kam_links *links = &search->groups->links;

    for (uint32_t i = 0; i < links->accounts.count; i++) {
        uint32_t account = search->order[i];
        if (links->nodes[account] != account)
            continue;
        struct component *c = &search->components[kam_union_find(&search->sets, account)];
        unsigned char class = class_of(search, account);
        if (c->head == KAM_NONE || class < c->head_class) {
            c->head = account;
            c->head_class = class;
        }
        if (links->rows[account] != KAM_NONE && (c->lead == KAM_NONE || class < c->lead_class)) {
            c->lead = links->rows[account];
            c->lead_class = class;
        }
    }
}

/* A component without a row, which only relations tell of, is no customer. */
static void number_customers(struct search *search)
{
    struct kam_groups *groups = search->groups;
    uint32_t accounts = groups->links.accounts.count;

    for (uint32_t i = 0; i < accounts; i++) {
        uint32_t account = search->order[i];
        const struct component *c = &search->components[kam_union_find(&search->sets, account)];
        if (c->head != account || c->lead == KAM_NONE)
            continue;
        groups->heads[groups->count] = account;
        groups->leads[groups->count] = c->lead;
        groups->customers[account] = groups->count++;
        groups->starts[groups->count] = kam_union_size(&search->sets, account);
    }
    for (uint32_t c = 0; c < groups->count; c++)
        groups->starts[c + 1] += groups->starts[c];
    for (uint32_t i = 0; i < accounts; i++) {
        const struct component *c = &search->components[kam_union_find(&search->sets, i)];
        groups->customers[i] = c->lead == KAM_NONE ? KAM_NONE : groups->customers[c->head];
    }
    for (uint32_t i = 0; i < accounts; i++) {
        uint32_t customer = groups->customers[search->order[i]];
        if (customer != KAM_NONE)
            groups->members[groups->starts[customer]++] = search->order[i];
    }
    for (uint32_t c = groups->count; c > 0; c--)
        groups->starts[c] = groups->starts[c - 1];
    groups->starts[0] = 0;
}

static enum kam_status find_customers(struct search *search, struct kam_error *error)
{
    bool ok = prepare(search);

    if (ok) {
        join_links(search);
        find_named(search);
        find_heads(search);
        number_customers(search);
    }
    kam_union_free(&search->sets);
    free(search->components);
    free(search->order);
    free(search->named);
    return ok ? KAM_OK : kam_error_nomem(error);
}

uint32_t kam_groups_largest(const struct kam_groups *groups)
{
    uint32_t largest = groups->count ? 0 : KAM_NONE;

    for (uint32_t c = 1; c < groups->count; c++)
        if (kam_groups_size(groups, c) > kam_groups_size(groups, largest))
            largest = c;
    return largest;
}

/* What holds CUSTOMER together: the hubs with the most accounts, and what alone does. */
static bool write_glue(const struct kam_groups *groups, uint32_t customer, struct kam_buffer *text)
{
    enum { NAMED = 3 };
    struct kam_seam found[NAMED];
    struct kam_seams seams = {.groups = NULL};
    bool ok = kam_glue_write(groups, customer, NAMED, text) && kam_seams_make(&seams, groups);
    size_t count = ok ? kam_seams_find(&seams, customer, KAM_SEAM_ANY, NAMED, found) : 0;

    ok = ok && (count == 0 || kam_buffer_add(text, KAM_TEXT("; it falls apart without "))) &&
         kam_seams_write(&seams, found, count, text);
    kam_seams_free(&seams);
    return ok;
}

/* The customers but LARGEST that are too large, the first few of them. */
static bool write_others(const struct kam_groups *groups, uint32_t largest, uint64_t max_members,
                         struct kam_buffer *text)
{
    enum { NAMED = 3 };
    uint32_t count = 0;
    bool ok = true;

    for (uint32_t c = 0; ok && c < groups->count; c++) {
        if (c == largest || kam_groups_size(groups, c) <= max_members)
            continue;
        if (count++ < NAMED)
            ok = kam_buffer_printf(text, "%s%s (%u)", count == 1 ? "; so would " : ", ",
                                   kam_show(kam_groups_id(groups, groups->heads[c])).s,
                                   kam_groups_size(groups, c));
    }
    return ok && (count <= NAMED || kam_buffer_printf(text, " and %u more", count - NAMED));
}

static enum kam_status check_sizes(const struct kam_groups *groups, uint64_t max_members,
                                   struct kam_error *error)
{
    uint32_t largest = kam_groups_largest(groups);
    struct kam_buffer text = {NULL, 0, 0}, others = {NULL, 0, 0};

    if (largest == KAM_NONE || kam_groups_size(groups, largest) <= max_members)
        return KAM_OK;
    enum kam_status status = KAM_DATA;
    if (!write_glue(groups, largest, &text) || !write_others(groups, largest, max_members, &others))
        status = kam_error_nomem(error);
    else
        (void)kam_error_set(
            error, KAM_DATA,
            "customer %s would have %u members, more than %llu; most of them come by %.*s; if an "
            "id is wrong, correct it (or see --ignore-payer), else raise --max-members%.*s",
            kam_show(kam_groups_id(groups, groups->heads[largest])).s,
            kam_groups_size(groups, largest), (unsigned long long)max_members, (int)text.len,
            text.len ? text.ptr : "", (int)others.len, others.len ? others.ptr : "");
    kam_buffer_free(&text);
    kam_buffer_free(&others);
    return status;
}

enum kam_status kam_groups_build(struct kam_groups *groups, const struct kam_table *table,
                                 const struct kam_link_options *options, uint64_t max_members,
                                 struct kam_error *error)
{
    struct search search = {.groups = groups};

    *groups = (struct kam_groups){.count = 0};
    enum kam_status status = kam_links_collect(&groups->links, table, options, error);
    if (!status)
        status = find_customers(&search, error);
    if (!status)
        status = check_sizes(groups, max_members, error);
    if (status)
        kam_groups_free(groups);
    return status;
}
