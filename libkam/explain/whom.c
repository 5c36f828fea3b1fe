#include "explain/whom.h"

#include "account/settext.h"
#include "model/hint.h"

#include <stdlib.h>

enum { MOST_LISTED = 10 };

/* The cell of ROW in COLUMN, which TABLE may lack. */
static struct kam_text cell_of(const struct kam_table *table, size_t row, size_t column)
{
    bool is_kept = column != KAM_NO_COLUMN && table->places[column] != KAM_NO_COLUMN;

    return is_kept ? kam_table_cell(table, row, column) : KAM_TEXT("");
}

/* ---- ids ------------------------------------------------------------------------------------- */

static uint32_t find_id(const struct kam_table *table, struct kam_text id)
{
    size_t column = kam_table_find(table, KAM_TEXT("account_id"));

    for (uint32_t row = 0; row < table->count; row++)
        if (kam_text_equal(cell_of(table, row, column), id))
            return row;
    return KAM_NONE;
}

static bool has_member(struct kam_text cell, struct kam_text id, struct kam_buffer *scratch,
                       bool *nomem)
{
    struct kam_text item;

    while (kam_settext_next(&cell, &item, scratch, nomem))
        if (kam_text_equal(item, id))
            return true;
    return false;
}

static enum kam_status find_member(const struct kam_table *table, struct kam_text id, uint32_t *row,
                                   struct kam_error *error)
{
    size_t column = kam_table_find(table, KAM_TEXT("members"));
    struct kam_buffer scratch = {NULL, 0, 0};
    bool nomem = false;

    for (*row = 0; *row < table->count; ++*row)
        if (has_member(cell_of(table, *row, column), id, &scratch, &nomem) || nomem)
            break;
    if (*row == table->count)
        *row = KAM_NONE;
    kam_buffer_free(&scratch);
    return nomem ? kam_error_nomem(error) : KAM_OK;
}

/* ---- names ----------------------------------------------------------------------------------- */

static bool contains(struct kam_text whole, struct kam_text part)
{
    for (size_t i = 0; i + part.len <= whole.len; i++)
        if (kam_text_equal_fold((struct kam_text){whole.ptr + i, part.len}, part))
            return true;
    return false;
}

/* What a name has to be to the text that was asked for. */
enum fit { FIT_EQUAL, FIT_CONTAINS };

static bool fits(struct kam_text name, struct kam_text text, enum fit fit)
{
    return fit == FIT_EQUAL ? kam_text_equal(name, text) : contains(name, text);
}

static bool add_to_list(const struct kam_table *table, uint32_t row, struct kam_buffer *list)
{
    size_t id = kam_table_find(table, KAM_TEXT("account_id"));
    size_t name = kam_table_find(table, KAM_TEXT("account_name"));
    struct kam_text title = cell_of(table, row, name);

    return kam_buffer_printf(list, "%s%s ", list->len ? ", " : "",
                             kam_show(cell_of(table, row, id)).s) &&
           kam_buffer_add(list, title);
}

/* KAM_DATA: COUNT names fit ASKED, of which LIST has the first. */
static enum kam_status reject_several(struct kam_text asked, size_t count,
                                      const struct kam_buffer *list, struct kam_error *error)
{
    return kam_error_set(error, KAM_DATA, "%s fits %zu customers; explain one by its id: %.*s%s",
                         kam_show(asked).s, count, (int)list->len, list->ptr,
                         count > MOST_LISTED ? ", ..." : "");
}

static enum kam_status find_name(const struct kam_table *table, struct kam_text asked,
                                 struct kam_text text, enum fit fit, uint32_t *row,
                                 struct kam_error *error)
{
    size_t column = kam_table_find(table, KAM_TEXT("account_name")), count = 0;
    struct kam_buffer list = {NULL, 0, 0};
    enum kam_status status = KAM_OK;

    *row = KAM_NONE;
    for (uint32_t i = 0; i < table->count && !status; i++) {
        if (!fits(cell_of(table, i, column), text, fit))
            continue;
        *row = i;
        if (count++ < MOST_LISTED && !add_to_list(table, i, &list))
            status = kam_error_nomem(error);
    }
    if (!status && count > 1)
        status = reject_several(asked, count, &list, error);
    kam_buffer_free(&list);
    return status;
}

/* ---- both ------------------------------------------------------------------------------------ */

/* Whether ASKED is name:TEXT, and TEXT is something. */
static bool is_name(struct kam_text asked, struct kam_text *text)
{
    *text = asked;
    return kam_text_take_front(text, KAM_TEXT("name:")) && text->len;
}

enum kam_status kam_whom_find(const struct kam_table *table, struct kam_text asked,
                              struct kam_whom *whom, struct kam_error *error)
{
    struct kam_text text;
    enum kam_status status = KAM_OK;

    *whom = (struct kam_whom){.row = find_id(table, asked)};
    if (whom->row != KAM_NONE)
        return KAM_OK;
    if (is_name(asked, &text)) {
        status = find_name(table, asked, text, FIT_EQUAL, &whom->row, error);
        if (!status && whom->row == KAM_NONE)
            status = find_name(table, asked, text, FIT_CONTAINS, &whom->row, error);
        return status;
    }
    status = find_member(table, asked, &whom->row, error);
    whom->is_member = whom->row != KAM_NONE;
    return status;
}

enum kam_status kam_whom_reject_among(const struct kam_table *const *tables, size_t table_count,
                                      struct kam_text asked, struct kam_error *error)
{
    struct kam_text text;
    bool by_name = is_name(asked, &text);
    struct kam_text name = by_name ? KAM_TEXT("account_name") : KAM_TEXT("account_id");
    size_t most = 0, count = 0;

    for (size_t i = 0; i < table_count; i++)
        most += tables[i]->count;
    struct kam_text *known = calloc(most + 1, sizeof *known);
    if (!known)
        return kam_error_nomem(error);
    for (size_t i = 0; i < table_count; i++) {
        size_t column = kam_table_find(tables[i], name);
        for (size_t row = 0; row < tables[i]->count; row++)
            known[count++] = cell_of(tables[i], row, column);
    }
    struct kam_hint hint = kam_hint_among(text, known, count);
    free(known);
    if (by_name)
        return kam_error_set(error, KAM_DATA, "no customer is called %s, nor anything with it%s",
                             kam_show(text).s, hint.s);
    return kam_error_set(error, KAM_DATA,
                         "no customer has the id %s, nor an account with it%s; name:TEXT finds one "
                         "by its name",
                         kam_show(asked).s, hint.s);
}

enum kam_status kam_whom_reject(const struct kam_table *table, struct kam_text asked,
                                struct kam_error *error)
{
    return kam_whom_reject_among(&table, 1, asked, error);
}
