#include "join/join.h"
#include "table/clean.h"
#include "table/columns.h"
#include "table/heading.h"

#include <stdlib.h>

/* Their key column: as said, or the only one that looks like an account id. */
static enum kam_status find_key(struct kam_join *join, const char *path, struct kam_text key,
                                size_t *column, struct kam_error *error)
{
    bool renamed;
    struct kam_text ours = key;
    struct kam_text theirs = kam_text_split(&ours, '=', &renamed);
    struct kam_place place = {.file = path, .line = 1};

    join->our_key = renamed ? kam_text_trim(ours) : KAM_TEXT("account_id");
    theirs = kam_text_trim(theirs);
    if (theirs.len)
        return kam_table_require(&join->table, theirs, column, error);
    *column = KAM_NO_COLUMN;
    for (size_t i = 0; i < join->table.width; i++) {
        if (!kam_heading_means(join->table.names[i], KAM_ROLE_ACCOUNT))
            continue;
        if (*column != KAM_NO_COLUMN)
            return kam_error_at(error, KAM_DATA, &place,
                                "%s and %s could both be the account id; say which with "
                                "--join-key",
                                kam_show(join->table.names[*column]).s,
                                kam_show(join->table.names[i]).s);
        *column = i;
    }
    if (*column == KAM_NO_COLUMN)
        return kam_error_at(error, KAM_DATA, &place,
                            "no column looks like an account id; say which with --join-key");
    return KAM_OK;
}

static enum kam_status index_keys(struct kam_join *join, size_t column, struct kam_error *error)
{
    for (size_t row = 0; row < join->table.count; row++) {
        struct kam_text key = kam_table_cell(&join->table, row, column);
        struct kam_place place = kam_table_place(&join->table, row, column);
        uint32_t number;

        if (!kam_clean_id(&key, &join->table.arena))
            return kam_error_nomem(error);
        if (key.len == 0)
            return kam_error_at(error, KAM_DATA, &place, "empty: a key is needed in every row");
        if (!kam_map_intern(&join->keys, key, &number))
            return kam_error_nomem(error);
        if (number != row)
            return kam_error_at(
                error, KAM_DATA, &place, "%s stands in line %llu too; which one holds?",
                kam_show(key).s,
                (unsigned long long)kam_table_place(&join->table, number, column).line);
    }
    return KAM_OK;
}

/* Of the columns with a meaning, a customer file may bring those that describe an account. */
static bool may_be_joined(struct kam_text name)
{
    return !kam_column_find(name) || kam_text_equal(name, KAM_TEXT("account_name")) ||
           kam_text_equal(name, KAM_TEXT("group_id")) || kam_text_equal(name, KAM_TEXT("payer_id"));
}

enum kam_status kam_join_open(struct kam_join *join, const char *path, struct kam_text key,
                              const char *keep, const struct kam_reader_options *options,
                              struct kam_error *error)
{
    *join = (struct kam_join){.path = path, .key = KAM_NO_COLUMN, .keep = keep};
    enum kam_status status = kam_table_read(&join->table, &path, 1, options, error);
    if (!status)
        status = find_key(join, path, key, &join->key, error);
    return status ? status : index_keys(join, join->key, error);
}

enum kam_status kam_join_name(struct kam_join *join, const struct kam_renamed *renamed,
                              size_t count, struct kam_error *error)
{
    join->names = calloc(join->table.width, sizeof *join->names);
    join->columns = calloc(join->table.width, sizeof *join->columns);
    join->met = calloc(join->table.count + 1, sizeof *join->met);
    if (!join->names || !join->columns || !join->met)
        return kam_error_nomem(error);
    for (size_t i = 0; i < join->table.width; i++) {
        struct kam_text name = kam_text_trim(join->table.names[i]);
        struct kam_place place = {.file = join->path, .line = 1};
        if (i == join->key)
            continue;
        for (size_t r = 0; r < count; r++)
            if (kam_text_equal(renamed[r].column, kam_text_trim(join->table.names[i])))
                name = renamed[r].name;
        if (name.len == 0)
            continue; /* a spare delimiter at the end of the header, mostly */
        if (kam_text_among(join->names, join->count, name))
            return kam_error_at(error, KAM_DATA, &place,
                                "column %zu: another column is called %s too; rename one", i + 1,
                                kam_show(name).s);
        if (!may_be_joined(name))
            return kam_error_at(error, KAM_USAGE, &place,
                                "%s is a column name of kam's own; rename it: %s%.*s",
                                kam_show(name).s, join->keep, (int)name.len, name.ptr);
        join->names[join->count] = name;
        join->columns[join->count++] = i;
    }
    return KAM_OK;
}

size_t kam_join_find(const struct kam_join *join, struct kam_text key)
{
    uint32_t row = key.len ? kam_map_find(&join->keys, key) : KAM_NONE;

    return row == KAM_NONE ? SIZE_MAX : row;
}

void kam_join_meet(struct kam_join *join, struct kam_text key)
{
    size_t row = kam_join_find(join, key);

    if (row != SIZE_MAX)
        join->met[row] = true;
}

bool kam_join_fits_nobody(const struct kam_join *join, struct kam_error *warning)
{
    for (uint32_t row = 0; row < join->keys.count; row++)
        if (join->met[row])
            return false;
    (void)kam_error_set(warning, KAM_DATA,
                        "%s has none of the accounts: are its ids written differently?",
                        join->path);
    return join->keys.count != 0;
}

struct kam_text kam_join_value(const struct kam_join *join, size_t row, size_t i)
{
    if (row == SIZE_MAX)
        return KAM_TEXT("");
    return kam_clean_text(kam_table_cell(&join->table, row, join->columns[i]));
}

void kam_join_free(struct kam_join *join)
{
    kam_table_free(&join->table);
    kam_map_free(&join->keys);
    free(join->met);
    free(join->names);
    free(join->columns);
    *join = (struct kam_join){0};
}
