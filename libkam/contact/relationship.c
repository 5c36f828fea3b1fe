#include "contact/relationship.h"

#include "base/sort.h"

#include <stdlib.h>

/* What is only needed while contacts are added up. */
struct adding {
    const struct kam_contacts *contacts;
    const struct kam_model_contacts *rules;
    int stale_before; /* contacts of earlier months count as none; KAM_MONTH_NONE: none do */
    uint32_t *owners; /* of each account */
    uint32_t *order;  /* rows of the list that have an owner, by owner and competitor */
    size_t count;
    struct kam_closeness_weights weights;
};

static uint32_t owner_of(const struct adding *adding, uint32_t row)
{
    return adding->owners[adding->contacts->items[row].account];
}

/* By customer, then by competitor. */
static int order_rows(const struct adding *adding, uint32_t a, uint32_t b)
{
    uint32_t a_owner = owner_of(adding, a), b_owner = owner_of(adding, b);
    uint32_t a_competitor = adding->contacts->items[a].competitor;
    uint32_t b_competitor = adding->contacts->items[b].competitor;

    if (a_owner != b_owner)
        return a_owner < b_owner ? -1 : 1;
    return (a_competitor > b_competitor) - (a_competitor < b_competitor);
}

static int compare_rows(uint32_t a, uint32_t b, void *context)
{
    return order_rows(context, a, b);
}

/* Put the rows that have an owner in order, and note those that haven't. */
static enum kam_status sort_rows(struct adding *adding, struct kam_relationships *relationships,
                                 struct kam_error *error)
{
    size_t count = adding->contacts->table.count;

    adding->order = calloc(count + 1, sizeof *adding->order);
    if (!adding->order)
        return kam_error_nomem(error);
    for (uint32_t row = 0; row < count; row++) {
        if (owner_of(adding, row) == KAM_NONE)
            kam_unowned_add(&relationships->unowned, row);
        else
            adding->order[adding->count++] = row;
    }
    return kam_sort(adding->order, adding->count, compare_rows, adding) ? KAM_OK
                                                                        : kam_error_nomem(error);
}

static bool is_stale(const struct adding *adding, const struct kam_contact *contact)
{
    return adding->stale_before != KAM_MONTH_NONE && contact->last != KAM_MONTH_NONE &&
           contact->last < adding->stale_before;
}

/* The contacts at AT in the order that are of one party; returns where those of the next begin. */
static size_t add_party(const struct adding *adding, size_t at, struct kam_party *party)
{
    const struct kam_contact *items = adding->contacts->items;
    struct kam_closeness closeness = {0};
    uint32_t first = adding->order[at];

    while (at < adding->count && order_rows(adding, first, adding->order[at]) == 0) {
        const struct kam_contact *contact = &items[adding->order[at++]];
        unsigned depth = is_stale(adding, contact) ? (unsigned)KAM_DEPTH_NONE : contact->depth;
        kam_closeness_add(&closeness, contact->attitude, depth, contact->importance);
    }
    *party = (struct kam_party){
        .name = adding->contacts->competitors.texts[items[first].competitor],
        .contacts = kam_closeness_count(&closeness),
        .closeness = kam_closeness_value(&closeness, &adding->weights),
    };
    return at;
}

/* Us, then the closest; of competitors equally close the first by name. */
static int compare_parties(const void *left, const void *right)
{
    const struct kam_party *a = left, *b = right;

    if ((a->name.len == 0) != (b->name.len == 0))
        return a->name.len == 0 ? -1 : 1;
    if (a->closeness != b->closeness)
        return a->closeness > b->closeness ? -1 : 1;
    return kam_text_order(a->name, b->name);
}

static enum kam_status add_all(const struct adding *adding, struct kam_relationships *relationships,
                               struct kam_error *error)
{
    struct kam_party *parties =
        kam_arena_calloc(&relationships->arena, adding->count + 1, sizeof *parties);

    relationships->items =
        kam_arena_calloc(&relationships->arena, adding->count + 1, sizeof *relationships->items);
    if (!parties || !relationships->items)
        return kam_error_nomem(error);
    for (size_t at = 0; at < adding->count;) {
        uint32_t owner = owner_of(adding, adding->order[at]);
        size_t count = 0;
        while (at < adding->count && owner_of(adding, adding->order[at]) == owner)
            at = add_party(adding, at, &parties[count++]);
        qsort(parties, count, sizeof *parties, compare_parties);
        relationships->of_row[owner] = (uint32_t)relationships->count;
        relationships->items[relationships->count++] = (struct kam_relationship){parties, count};
        parties += count;
    }
    return KAM_OK;
}

static enum kam_status find_stale(struct adding *adding, int period, struct kam_error *error)
{
    const struct kam_model_contacts *rules = adding->rules;
    struct kam_place place = {.file = adding->contacts->table.files[0],
                              .line = adding->contacts->table.header_line};

    adding->stale_before = KAM_MONTH_NONE;
    if (rules->stale_after == 0)
        return KAM_OK;
    if (!adding->contacts->has_last)
        return kam_error_at(error, KAM_DATA, &place,
                            "no column 'last_contact', which stale-after in [contacts] (%s) "
                            "goes by",
                            kam_place_show(&rules->place).s);
    if (period == KAM_MONTH_NONE)
        return kam_error_at(error, KAM_DATA, NULL,
                            "the account table has no month columns, so that stale-after in "
                            "[contacts] (%s) has no month to count from",
                            kam_place_show(&rules->place).s);
    adding->stale_before = period - (int)rules->stale_after;
    return KAM_OK;
}

enum kam_status kam_relationships_make(struct kam_relationships *relationships,
                                       const struct kam_contacts *contacts,
                                       const struct kam_table *table,
                                       const struct kam_model_contacts *rules, int period,
                                       struct kam_error *error)
{
    struct adding adding = {
        .contacts = contacts, .rules = rules, .weights = kam_closeness_weights(rules)};

    *relationships = (struct kam_relationships){0};
    relationships->of_row =
        kam_arena_alloc(&relationships->arena, (table->count + 1) * sizeof(uint32_t));
    adding.owners = calloc((size_t)contacts->accounts.count + 1, sizeof *adding.owners);
    enum kam_status status =
        relationships->of_row && adding.owners ? KAM_OK : kam_error_nomem(error);
    for (size_t row = 0; row < table->count && !status; row++)
        relationships->of_row[row] = KAM_NONE;
    if (!status)
        status = find_stale(&adding, period, error);
    if (!status)
        status = kam_owner_find(table, &contacts->accounts, adding.owners,
                                &relationships->unowned.ids, error);
    if (!status)
        status = sort_rows(&adding, relationships, error);
    if (!status)
        status = add_all(&adding, relationships, error);
    free(adding.owners);
    free(adding.order);
    return status;
}

const struct kam_relationship *kam_relationship_of(const struct kam_relationships *relationships,
                                                   size_t row)
{
    uint32_t item = relationships && relationships->of_row ? relationships->of_row[row] : KAM_NONE;

    return item == KAM_NONE ? NULL : &relationships->items[item];
}

const struct kam_party *kam_relationship_us(const struct kam_relationship *relationship)
{
    bool known = relationship && relationship->parties[0].name.len == 0;

    return known ? &relationship->parties[0] : NULL;
}

const struct kam_party *kam_relationship_competitor(const struct kam_relationship *relationship,
                                                    size_t i)
{
    size_t first = kam_relationship_us(relationship) ? 1 : 0;

    return relationship && first + i < relationship->count ? &relationship->parties[first + i]
                                                           : NULL;
}

void kam_relationships_free(struct kam_relationships *relationships)
{
    kam_arena_free(&relationships->arena);
    *relationships = (struct kam_relationships){0};
}
