#include "account/owner.h"

#include "account/settext.h"

#include <stdlib.h>

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

static enum kam_status search_members(struct search *search, size_t row, struct kam_error *error)
{
    struct kam_text cell = kam_table_cell(search->table, row, search->members), member;
    enum kam_status status = KAM_OK;
    bool nomem = false;

    while (!status && kam_settext_next(&cell, &member, &search->scratch, &nomem)) {
        uint32_t id = kam_map_find(search->ids, member);
        if (id != KAM_NONE)
            status = meet_member(search, row, id, error);
    }
    return nomem ? kam_error_nomem(error) : status;
}

static enum kam_status search_rows(struct search *search, struct kam_error *error)
{
    size_t account;
    enum kam_status status =
        kam_table_require(search->table, KAM_TEXT("account_id"), &account, error);

    if (!status)
        status = kam_table_optional(search->table, KAM_TEXT("members"), &search->members, error);
    for (size_t row = 0; row < search->table->count && !status; row++) {
        uint32_t id = kam_map_find(search->ids, kam_table_cell(search->table, row, account));
        if (id != KAM_NONE) {
            search->kinship[id] = ITSELF;
            search->rows[id] = (uint32_t)row;
        }
        if (search->members != KAM_NO_COLUMN)
            status = search_members(search, row, error);
    }
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
