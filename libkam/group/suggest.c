#include "group/suggest.h"
#include "account/settext.h"
#include "base/sort.h"
#include "group/companyname.h"

#include <stdlib.h>

/* A customer with a key: a name, or a value of a column. */
struct mention {
    uint32_t key;
    uint32_t customer;
};

/* Two customers with a key in common. ACCOUNT is PARENT where COUNT customers have it. */
struct pair {
    uint32_t account, parent;
    uint32_t key;
    uint32_t count;
};

struct suggestions {
    const struct kam_groupmerge *merge;
    const struct kam_text *by;
    size_t name;                  /* a column; KAM_NO_COLUMN: there is none */
    struct kam_map keys;          /* the number of a column, one byte, and the value behind it */
    struct kam_decimal *revenues; /* per customer */
    struct mention *mentions;
    size_t mention_count, mention_capacity;
    struct pair *pairs;
    size_t pair_count, pair_capacity;
    struct kam_buffer text;
};

/* ---- keys ------------------------------------------------------------------------------------
 */

/* CUSTOMER has the value CELL in the column number POSITION of those compared, 0 being the name. */
static bool add_mention(struct suggestions *s, uint32_t customer, size_t position,
                        struct kam_text cell)
{
    uint32_t key;

    s->text.len = 0;
    if (!kam_buffer_add_byte(&s->text, (char)position) ||
        !(position ? kam_company_number_key(cell, &s->text) : kam_company_key(cell, &s->text)))
        return false;
    if (s->text.len == 1)
        return true;
    if (!kam_map_intern(&s->keys, kam_buffer_text(&s->text), &key) ||
        !kam_array_reserve(&s->mentions, &s->mention_capacity, s->mention_count + 1,
                           sizeof *s->mentions))
        return false;
    s->mentions[s->mention_count++] = (struct mention){key, customer};
    return true;
}

static bool add_names(struct suggestions *s)
{
    const struct kam_groups *groups = s->merge->groups;
    bool ok = true;

    for (uint32_t c = 0; ok && s->name != KAM_NO_COLUMN && c < groups->count; c++)
        ok = add_mention(s, c, 0, kam_table_cell(s->merge->table, groups->leads[c], s->name));
    return ok;
}

static enum kam_status add_values(struct suggestions *s, size_t position, struct kam_error *error)
{
    const struct kam_table *table = s->merge->table;
    size_t column;
    enum kam_status status = kam_table_require(table, s->by[position - 1], &column, error);

    for (uint32_t row = 0; !status && row < table->count; row++)
        if (!add_mention(s, s->merge->groups->customers[row], position,
                         kam_table_cell(table, row, column)))
            status = kam_error_nomem(error);
    return status;
}

static enum kam_status add_all(struct suggestions *s, size_t count, struct kam_error *error)
{
    const struct kam_table *table = s->merge->table;
    enum kam_status status =
        count ? kam_table_optional(table, KAM_TEXT("account_name"), &s->name, error)
              : kam_table_require(table, KAM_TEXT("account_name"), &s->name, error);

    if (!status && !add_names(s))
        status = kam_error_nomem(error);
    for (size_t i = 1; !status && i <= count; i++)
        status = add_values(s, i, error);
    return status;
}

static enum kam_status find_revenues(struct suggestions *s, struct kam_error *error)
{
    const struct kam_groupmerge *merge = s->merge;
    struct kam_revenue revenue;
    enum kam_status status = KAM_OK;

    s->revenues = malloc(((size_t)merge->groups->count + 1) * sizeof *s->revenues);
    if (!s->revenues)
        return kam_error_nomem(error);
    for (uint32_t c = 0; !status && c < merge->groups->count; c++) {
        status =
            kam_own_revenue_split(&merge->own, merge->table, merge->groups, c, &revenue, error);
        s->revenues[c] = revenue.total;
    }
    return status;
}

/* ---- pairs -----------------------------------------------------------------------------------
 */

/* The largest revenue first, then by id. */
static int compare_customers(const struct suggestions *s, uint32_t a, uint32_t b)
{
    int order = kam_decimal_compare(s->revenues[b], s->revenues[a]);

    return order ? order : (a > b) - (a < b);
}

static int compare_mentions(uint32_t a, uint32_t b, void *context)
{
    const struct suggestions *s = context;
    const struct mention *p = &s->mentions[a], *q = &s->mentions[b];

    if (p->key != q->key)
        return p->key < q->key ? -1 : 1;
    return compare_customers(s, p->customer, q->customer);
}

static bool add_pair(struct suggestions *s, struct pair pair)
{
    if (!kam_array_reserve(&s->pairs, &s->pair_capacity, s->pair_count + 1, sizeof *s->pairs))
        return false;
    s->pairs[s->pair_count++] = pair;
    return true;
}

/* ORDER[COUNT] are the mentions of one key, those of a customer together, the largest first. */
static bool pair_up(struct suggestions *s, const uint32_t *order, size_t count)
{
    uint32_t parent = s->mentions[order[0]].customer, key = s->mentions[order[0]].key,
             customers = 1;
    bool ok = true;

    for (size_t i = 1; i < count; i++)
        customers += s->mentions[order[i]].customer != s->mentions[order[i - 1]].customer;
    if (customers > KAM_SUGGEST_MANY)
        return add_pair(s, (struct pair){parent, parent, key, customers});
    for (size_t i = 1; ok && i < count; i++) {
        uint32_t account = s->mentions[order[i]].customer;
        if (account != s->mentions[order[i - 1]].customer)
            ok = add_pair(s, (struct pair){account, parent, key, customers});
    }
    return ok;
}

static bool pair_all(struct suggestions *s)
{
    uint32_t *order = malloc((s->mention_count + 1) * sizeof *order);
    bool ok = order != NULL;

    for (uint32_t i = 0; ok && i < s->mention_count; i++)
        order[i] = i;
    ok = ok && kam_sort(order, s->mention_count, compare_mentions, s);
    for (size_t i = 0, end; ok && i < s->mention_count; i = end) {
        uint32_t key = s->mentions[order[i]].key;
        for (end = i + 1; end < s->mention_count && s->mentions[order[end]].key == key;)
            end++;
        ok = pair_up(s, order + i, end - i);
    }
    free(order);
    return ok;
}

/* Pairs of the same two are neighbours, by their keys; rows that count come one for each key. */
static int compare_pairs(uint32_t a, uint32_t b, void *context)
{
    const struct suggestions *s = context;
    const struct pair *p = &s->pairs[a], *q = &s->pairs[b];
    int order = compare_customers(s, p->parent, q->parent);

    if (!order)
        order = compare_customers(s, p->account, q->account);
    return order ? order : kam_text_order(s->keys.texts[p->key], s->keys.texts[q->key]);
}

/* ---- the list --------------------------------------------------------------------------------
 */

/* What the customers of PAIR have in common: the name, or COLUMN=VALUE. */
static bool add_reason(struct suggestions *s, const struct pair *pair, struct kam_buffer *item)
{
    struct kam_text key = s->keys.texts[pair->key];
    size_t position = (unsigned char)key.ptr[0];

    item->len = 0;
    if (!kam_buffer_add(item, position ? s->by[position - 1] : KAM_TEXT("account_name")) ||
        !kam_buffer_add_byte(item, '=') ||
        !kam_buffer_add(item, (struct kam_text){key.ptr + 1, key.len - 1}) ||
        (pair->account == pair->parent && !kam_buffer_printf(item, ": %u customers", pair->count)))
        return false;
    return kam_settext_add(&s->text, kam_buffer_text(item));
}

static void write_name(const struct suggestions *s, struct kam_writer *writer, uint32_t customer)
{
    const struct kam_groupmerge *merge = s->merge;

    kam_writer_cell(writer,
                    s->name == KAM_NO_COLUMN
                        ? KAM_TEXT("")
                        : kam_table_cell(merge->table, merge->groups->leads[customer], s->name),
                    KAM_CELL_TEXT);
}

static void write_revenue(const struct suggestions *s, struct kam_writer *writer, uint32_t customer)
{
    enum { MONEY_PLACES = 2 };
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(s->revenues[customer], MONEY_PLACES, digits);

    kam_writer_cell(writer, (struct kam_text){digits, len}, KAM_CELL_NUMBER);
}

/* The row of PAIR, whose reasons are in the text. */
static void write_pair(const struct suggestions *s, struct kam_writer *writer,
                       const struct pair *pair)
{
    const struct kam_groups *groups = s->merge->groups;

    kam_writer_cell(writer, kam_groups_id(groups, groups->heads[pair->account]), KAM_CELL_ID);
    kam_writer_cell(writer, kam_groups_id(groups, groups->heads[pair->parent]), KAM_CELL_ID);
    kam_writer_cell(writer, KAM_TEXT("same"), KAM_CELL_TEXT);
    kam_writer_cell(writer, kam_buffer_text(&s->text), KAM_CELL_TEXT);
    write_name(s, writer, pair->account);
    write_name(s, writer, pair->parent);
    write_revenue(s, writer, pair->account);
    write_revenue(s, writer, pair->parent);
    kam_writer_end_row(writer);
}

static bool is_same_row(const struct pair *a, const struct pair *b)
{
    return a->account == b->account && a->parent == b->parent && a->account != a->parent;
}

static bool write_pairs(struct suggestions *s, struct kam_writer *writer)
{
    uint32_t *order = malloc((s->pair_count + 1) * sizeof *order);
    struct kam_buffer item = {NULL, 0, 0};
    bool ok = order != NULL;

    for (uint32_t i = 0; ok && i < s->pair_count; i++)
        order[i] = i;
    ok = ok && kam_sort(order, s->pair_count, compare_pairs, s);
    for (size_t i = 0; ok && i < s->pair_count;) {
        const struct pair *first = &s->pairs[order[i]];
        s->text.len = 0;
        do
            ok = add_reason(s, &s->pairs[order[i++]], &item);
        while (ok && i < s->pair_count && is_same_row(first, &s->pairs[order[i]]));
        if (ok)
            write_pair(s, writer, first);
    }
    kam_buffer_free(&item);
    free(order);
    return ok;
}

static void write_header(struct kam_writer *writer)
{
    static const char *const names[] = {
        "account_id",  "parent_id",       "kind",          "why", "account_name",
        "parent_name", "account_revenue", "parent_revenue"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        kam_writer_cell(writer, kam_text_of(names[i]), KAM_CELL_TEXT);
    kam_writer_end_row(writer);
}

enum kam_status kam_suggest_write(const struct kam_groupmerge *merge, const struct kam_text *by,
                                  size_t count, struct kam_writer *writer, struct kam_error *error)
{
    struct suggestions s = {.merge = merge, .by = by};
    enum kam_status status = add_all(&s, count, error);

    if (!status)
        status = find_revenues(&s, error);
    if (!status)
        write_header(writer);
    if (!status && (!pair_all(&s) || !write_pairs(&s, writer)))
        status = kam_error_nomem(error);
    kam_map_free(&s.keys);
    free(s.revenues);
    free(s.mentions);
    free(s.pairs);
    kam_buffer_free(&s.text);
    return status;
}
