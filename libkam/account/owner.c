#include "account/owner.h"

#include "account/settext.h"

#include <stdlib.h>

enum { AT_ONCE = 32 }; /* rows whose ids are looked up together */

/* Where an id was found. */
enum kinship { NOWHERE, MEMBER, ITSELF };

struct search {
    const struct kam_table *table;
    const struct kam_map *ids;
    size_t members; /* a column, or KAM_NO_COLUMN */
    uint32_t *rows;
    unsigned char *kinship; /* of each id */
    struct kam_buffer scratch;
};

static enum kam_status meet_member(struct search *search, size_t row, uint32_t id,
                                   struct kam_error *error)
{
    if (search->kinship[id] == ITSELF)
        return KAM_OK;
    if (search->kinship[id] == MEMBER && search->rows[id] != row) {
        struct kam_place place = kam_table_place(search->table, row, search->members);
        return kam_error_at(
            error, KAM_DATA, &place, "%s is a member of the row in line %llu, too",
            kam_show(search->ids->texts[id]).s,
            (unsigned long long)kam_table_place(search->table, search->rows[id], search->members)
                .line);
    }
    search->kinship[id] = MEMBER;
    search->rows[id] = (uint32_t)row;
    return KAM_OK;
}

/* The members of ROW beside ACCOUNT, the row's own id. */
static enum kam_status search_members(struct search *search, size_t row, struct kam_text account,
                                      struct kam_error *error)
{
    struct kam_text cell = kam_table_cell(search->table, row, search->members), member;
    enum kam_status status = KAM_OK;
    bool nomem = false;

    while (!status && kam_settext_next(&cell, &member, &search->scratch, &nomem)) {
        uint32_t id =
            kam_text_equal(member, account) ? KAM_NONE : kam_map_find(search->ids, member);
        if (id != KAM_NONE)
            status = meet_member(search, row, id, error);
    }
    return nomem ? kam_error_nomem(error) : status;
}

/* Rows FROM to before TO, AT_ONCE at most. */
static enum kam_status search_some(struct search *search, size_t account, size_t from, size_t to,
                                   struct kam_error *error)
{
    struct kam_text own[AT_ONCE] = {{NULL, 0}};
    uint32_t ids[AT_ONCE];
    enum kam_status status = KAM_OK;

    for (size_t row = from; row < to; row++)
        own[row - from] = kam_table_cell(search->table, row, account);
    kam_map_find_all(search->ids, own, to - from, ids);
    for (size_t row = from; row < to && !status; row++) {
        uint32_t id = ids[row - from];
        if (id != KAM_NONE) {
            search->kinship[id] = ITSELF;
            search->rows[id] = (uint32_t)row;
        }
        if (search->members != KAM_NO_COLUMN)
            status = search_members(search, row, own[row - from], error);
    }
    return status;
}

static enum kam_status search_rows(struct search *search, struct kam_error *error)
{
    size_t account, count = search->table->count;
    enum kam_status status =
        kam_table_require(search->table, KAM_TEXT("account_id"), &account, error);

    if (!status)
        status = kam_table_optional(search->table, KAM_TEXT("members"), &search->members, error);
    for (size_t row = 0; row < count && !status; row += AT_ONCE)
        status =
            search_some(search, account, row, count - row < AT_ONCE ? count : row + AT_ONCE, error);
    return status;
}

enum kam_status kam_owner_find(const struct kam_table *table, const struct kam_map *ids,
                               uint32_t *rows, size_t *unknown, struct kam_error *error)
{
    struct search search = {.table = table, .ids = ids, .rows = rows};

    for (uint32_t i = 0; i < ids->count; i++)
        rows[i] = KAM_NONE;
    search.kinship = calloc((size_t)ids->count + 1, sizeof *search.kinship);
    enum kam_status status = search.kinship ? search_rows(&search, error) : kam_error_nomem(error);
    *unknown = 0;
    for (uint32_t i = 0; i < ids->count; i++)
        *unknown += rows[i] == KAM_NONE;
    free(search.kinship);
    kam_buffer_free(&search.scratch);
    return status;
}
