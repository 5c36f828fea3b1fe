#include "join/joinmatch.h"

#include "account/prospect.h"
#include "account/settext.h"

#include <stdlib.h>

struct matching {
    struct kam_join_match *match;
    struct kam_join *join;
    const struct kam_table *table;
    size_t set;   /* the column whose texts are keys, too; KAM_NO_COLUMN: none */
    size_t lines; /* that tells prospects, or KAM_NO_COLUMN */
    struct kam_buffer scratch;
    size_t first, second; /* customers, from 1, that have one account both; 0: none */
};

static bool is_set(const struct kam_model *model, struct kam_text column)
{
    for (size_t i = 0; i < model->attribute_count; i++)
        if (kam_text_equal(model->attributes[i].name, column))
            return model->attributes[i].merge == KAM_MERGE_SET;
    return false;
}

static enum kam_status find_columns(struct matching *matching, const struct kam_model *model,
                                    struct kam_error *error)
{
    struct kam_join_match *match = matching->match;
    struct kam_text key = matching->join->our_key, id = KAM_TEXT("account_id");
    enum kam_status status = kam_table_require(matching->table, id, &match->id, error);

    if (!status)
        status = kam_table_optional(matching->table, KAM_TEXT("lines"), &matching->lines, error);
    if (status || kam_text_equal(key, id)) {
        match->ours = match->id;
        return status ? status
                      : kam_table_optional(matching->table, KAM_TEXT("members"), &matching->set,
                                           error);
    }
    const struct kam_place file = {.file = matching->join->path, .line = 1};
    const struct kam_place place = {.file = NULL};
    if (kam_text_among(matching->join->names, matching->join->count, key))
        return kam_error_at(error, KAM_DATA, &file,
                            "a column %s, which is what the accounts are found by and would be "
                            "replaced; rename one",
                            kam_show(key).s);
    status = kam_table_require_for(matching->table, key, KAM_TEXT("--join-key"), &place,
                                   &match->ours, error);
    matching->set = is_set(model, key) ? match->ours : KAM_NO_COLUMN;
    return status;
}

/* KEY is one of CUSTOMER's: it has the row of that, if there is one. */
static bool take_key(struct matching *matching, size_t customer, struct kam_text key)
{
    struct kam_join_match *match = matching->match;
    size_t row = kam_join_find(matching->join, key);

    if (row == SIZE_MAX || match->takers[row] == customer + 1)
        return true;
    if (match->takers[row] && match->ours == match->id && !matching->second) {
        matching->first = match->takers[row];
        matching->second = customer + 1;
    }
    match->takers[row] = (uint32_t)customer + 1;
    if (!kam_is_prospect(matching->table, matching->lines, customer))
        matching->join->met[row] = true;
    if (!kam_array_reserve(&match->rows, &match->row_capacity, match->row_count + 1,
                           sizeof *match->rows))
        return false;
    match->rows[match->row_count++] = (uint32_t)row;
    return true;
}

static bool take_set(struct matching *matching, size_t customer)
{
    struct kam_text cell = kam_table_cell(matching->table, customer, matching->set), key;
    bool ok = true, nomem = false;

    while (ok && kam_settext_next(&cell, &key, &matching->scratch, &nomem))
        ok = take_key(matching, customer, key);
    return ok && !nomem;
}

/* The first of those from START on has to be that of the smallest key. */
static void put_smallest_first(const struct matching *matching, size_t start)
{
    uint32_t *rows = matching->match->rows;
    const struct kam_text *keys = matching->join->keys.texts;

    for (size_t i = start + 1; i < matching->match->row_count; i++)
        if (kam_text_order(keys[rows[i]], keys[rows[start]]) < 0) {
            uint32_t row = rows[start];
            rows[start] = rows[i];
            rows[i] = row;
        }
}

static bool match_customer(struct matching *matching, size_t customer)
{
    struct kam_join_match *match = matching->match;
    size_t start = match->row_count;

    if (matching->set != match->ours &&
        !take_key(matching, customer, kam_table_cell(matching->table, customer, match->ours)))
        return false;
    bool has_head = match->row_count > start;
    if (matching->set != KAM_NO_COLUMN && !take_set(matching, customer))
        return false;
    if (!has_head)
        put_smallest_first(matching, start);
    return true;
}

static bool match_all(struct matching *matching)
{
    struct kam_join_match *match = matching->match;
    bool ok = true;

    match->customers = matching->table->count;
    match->starts = malloc((match->customers + 1) * sizeof *match->starts);
    match->takers = calloc(matching->join->table.count + 1, sizeof *match->takers);
    if (!match->starts || !match->takers)
        return false;
    match->starts[0] = 0;
    for (size_t i = 0; i < match->customers && ok; i++) {
        ok = match_customer(matching, i);
        match->starts[i + 1] = (uint32_t)match->row_count;
    }
    return ok;
}

/* Other keys may be many customers'; an account is one's. */
static enum kam_status reject_second(const struct matching *matching, struct kam_error *error)
{
    const struct kam_table *table = matching->table;
    struct kam_place place = kam_table_place(table, matching->second - 1, matching->match->id);

    return kam_error_at(
        error, KAM_DATA, &place,
        "an account of this customer is one of the customer in line %llu, too",
        (unsigned long long)kam_table_place(table, matching->first - 1, matching->match->id).line);
}

enum kam_status kam_join_match_make(struct kam_join_match *match, struct kam_join *join,
                                    const struct kam_table *table, const struct kam_model *model,
                                    struct kam_error *error)
{
    struct matching matching = {.match = match, .join = join, .table = table};

    *match = (struct kam_join_match){.starts = NULL};
    enum kam_status status = find_columns(&matching, model, error);
    if (!status && !match_all(&matching))
        status = kam_error_nomem(error);
    if (!status && matching.second)
        status = reject_second(&matching, error);
    kam_buffer_free(&matching.scratch);
    return status;
}

void kam_join_match_free(struct kam_join_match *match)
{
    free(match->starts);
    free(match->rows);
    free(match->takers);
    *match = (struct kam_join_match){.starts = NULL};
}
