#include "import/rejectcolumns.h"
#include "import/rejects.h"
#include "table/headingunit.h"

#include <stdlib.h>

/* The columns of one file that have got a place. */
struct placed {
    bool *used; /* by number, among all columns */
    struct kam_map names;
    unsigned *times; /* how often each name was met */
    size_t times_capacity;
    struct kam_buffer key;
};

/*
 * The number, among all COLUMNS, of the first column called NAME that the file hasn't used; a new
 * one if there is none. What occurs many times, as empty names do, isn't looked for from the start.
 */
static bool number_column(struct kam_map *columns, struct kam_text name, struct placed *placed,
                          uint32_t *number)
{
    uint32_t known = placed->names.count, met;
    struct kam_buffer *key = &placed->key;

    if (!kam_map_intern(&placed->names, name, &met) ||
        !kam_array_reserve(&placed->times, &placed->times_capacity, (size_t)placed->names.count,
                           sizeof *placed->times))
        return false;
    if (met == known)
        placed->times[met] = 0;
    for (;;) {
        uint32_t before = columns->count;
        key->len = 0;
        if (!kam_buffer_add(key, name) || !kam_buffer_printf(key, "\n%u", placed->times[met]++) ||
            !kam_map_intern(columns, kam_buffer_text(key), number))
            return false;
        if (*number == before || !placed->used[*number])
            return true;
    }
}

/* Which role column C of FILE has; KAM_ROLES: none. */
static int role_of(const struct kam_import_file *file, size_t c)
{
    int role = 0;

    while (role < KAM_ROLES && file->columns[role] != c)
        role++;
    return role;
}

/* Cells of the two headings may stand in one column: that has the unit of the first. */
static bool are_alike(struct kam_text a, struct kam_text b)
{
    struct kam_unit one = {0}, other = {0};

    return kam_heading_unit(a, &one) == kam_heading_unit(b, &other) &&
           one.exponent == other.exponent && one.currency == other.currency;
}

/* All columns that rejected lines get, while they are collected. */
struct reject_columns {
    struct kam_import_plan *plan;
    struct kam_map names;
    size_t capacity;
    size_t roles[KAM_ROLES]; /* the column of the first file that has the role; KAM_NO_COLUMN */
    const struct kam_export_format *formats[KAM_ROLES]; /* and what that file is */
};

/*
 * The place of column C of FILE: what has the same role in exports of one format is one column,
 * whatever each calls it, or else nobody could tell from the header which is the account.
 */
static bool place_column(struct reject_columns *columns, struct kam_import_file *file, size_t c,
                         struct placed *placed)
{
    struct kam_import_plan *plan = columns->plan;
    int role = role_of(file, c);
    size_t shared = role < KAM_ROLES ? columns->roles[role] : KAM_NO_COLUMN;
    uint32_t number = 0;

    if (shared != KAM_NO_COLUMN && !placed->used[shared] &&
        columns->formats[role] == file->format &&
        are_alike(plan->reject_names[shared], file->names[c])) {
        number = (uint32_t)shared;
    } else if (!number_column(&columns->names, file->names[c], placed, &number) ||
               !kam_array_reserve(&plan->reject_names, &columns->capacity,
                                  (size_t)columns->names.count, sizeof *plan->reject_names)) {
        return false;
    }
    placed->used[number] = true;
    if (number == plan->reject_count) {
        plan->reject_names[number] = file->names[c];
        plan->reject_count++;
    }
    if (role < KAM_ROLES && columns->roles[role] == KAM_NO_COLUMN) {
        columns->roles[role] = number;
        columns->formats[role] = file->format;
    }
    file->reject_columns[c] = number;
    return true;
}

/* A name that occurs twice in a file is two columns. */
static bool list_columns(struct reject_columns *columns, struct kam_import_file *file)
{
    size_t first = file->kind == KAM_INPUT_REJECTS ? KAM_REJECTS_OWN : 0;
    struct placed placed = {
        .used = calloc(columns->plan->reject_count + file->width + 1, sizeof *placed.used)};

    file->reject_columns =
        kam_arena_calloc(&columns->plan->arena, file->width, sizeof *file->reject_columns);
    bool ok = placed.used && file->reject_columns;
    for (size_t c = first; c < file->width && ok; c++)
        ok = place_column(columns, file, c, &placed);
    free(placed.used);
    free(placed.times);
    kam_map_free(&placed.names);
    kam_buffer_free(&placed.key);
    return ok;
}

enum kam_status kam_reject_columns_list(struct kam_import_plan *plan, struct kam_error *error)
{
    struct reject_columns columns = {.plan = plan};
    bool ok = true;

    for (int role = 0; role < KAM_ROLES; role++)
        columns.roles[role] = KAM_NO_COLUMN;
    for (size_t i = 0; i < plan->file_count && ok; i++)
        if (plan->files[i].kind != KAM_INPUT_TABLE)
            ok = list_columns(&columns, &plan->files[i]);
    kam_map_free(&columns.names);
    return ok ? KAM_OK : kam_error_nomem(error);
}
