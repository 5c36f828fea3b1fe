#include "model/modelbuild.h"

#include "table/columns.h"

/* A free key: its text, where it goes, and where it was written. */
struct entry {
    size_t row, key;
    struct kam_text text;
    const struct kam_place *place;
};

/* What is known while the sections are read. */
struct collector {
    struct kam_text *keys;
    struct entry *entries;
    size_t key_count, entry_count;
    struct kam_arena *arena;
    struct kam_error *error;
};

/* The index of KEY among the keys, which it joins if it is new; there is room. */
static size_t intern_key(struct collector *c, struct kam_text key)
{
    size_t i = 0;

    while (i < c->key_count && !kam_text_equal(c->keys[i], key))
        i++;
    if (i == c->key_count)
        c->keys[c->key_count++] = key;
    return i;
}

static enum kam_status collect_key(struct collector *c, const struct kam_modelkey *key, size_t row)
{
    struct entry *entry = &c->entries[c->entry_count];
    struct kam_text name;
    enum kam_status status = kam_list_unquote(&name, key->name, &key->place, c->arena, c->error);

    if (!status)
        status = kam_list_unquote(&entry->text, key->value, &key->place, c->arena, c->error);
    if (status)
        return status;
    entry->row = row;
    entry->key = intern_key(c, name);
    entry->place = &key->place;
    for (size_t i = 0; i < c->entry_count; i++)
        if (c->entries[i].row == row && c->entries[i].key == entry->key)
            return kam_error_at(c->error, KAM_USAGE, &key->place, "already given at line %llu",
                                (unsigned long long)c->entries[i].place->line);
    c->entry_count++;
    return KAM_OK;
}

static enum kam_status collect(struct collector *c, const struct kam_sections *list,
                               const size_t *rows)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < list->count; i++) {
        const struct kam_modelsection *section = list->items[i];
        const struct kam_schema_section *schema = kam_schema_section(section->kind);
        for (size_t j = 0; j < section->key_count && !status; j++)
            if (!kam_schema_key(schema, section->keys[j].name))
                status = collect_key(c, &section->keys[j], rows[i]);
    }
    return status;
}

/* Room for every key of LIST. */
static bool allocate(struct collector *c, const struct kam_sections *list)
{
    size_t room = 1;

    for (size_t i = 0; i < list->count; i++)
        room += list->items[i]->key_count;
    c->keys = kam_arena_calloc(c->arena, room, sizeof *c->keys);
    c->entries = kam_arena_calloc(c->arena, room, sizeof *c->entries);
    return c->keys && c->entries;
}

static enum kam_status name_column(struct collector *c, const char *family, size_t key,
                                   struct kam_text *column)
{
    struct kam_buffer name = {NULL, 0, 0};
    enum kam_status status = KAM_OK;

    if (!kam_buffer_add(&name, kam_text_of(family)) || !kam_buffer_add(&name, c->keys[key]) ||
        !kam_arena_copy(c->arena, kam_buffer_text(&name), column))
        status = kam_error_nomem(c->error);
    kam_buffer_free(&name);
    return status;
}

/* A column that means something already can't be a text. */
static enum kam_status check_column(struct collector *c, size_t key, struct kam_text column)
{
    const struct kam_column *own = kam_column_find(column);
    const struct entry *entry = c->entries;

    if (!own || !kam_text_equal(column, kam_text_of(own->name)))
        return KAM_OK;
    while (entry->key != key)
        entry++;
    return kam_error_at(c->error, KAM_USAGE, entry->place,
                        "would become the column %s, which is kam's own; call it otherwise",
                        kam_show(column).s);
}

static enum kam_status finish(struct collector *c, struct kam_model_texts *texts, size_t count,
                              const char *family)
{
    struct kam_text *columns = kam_arena_calloc(c->arena, c->key_count + 1, sizeof *columns);
    struct kam_text *cells = kam_arena_calloc(c->arena, count * c->key_count + 1, sizeof *cells);
    enum kam_status status = columns && cells ? KAM_OK : kam_error_nomem(c->error);

    for (size_t i = 0; i < c->key_count && !status; i++) {
        status = name_column(c, family, i, &columns[i]);
        if (!status)
            status = check_column(c, i, columns[i]);
    }
    if (status)
        return status;
    for (size_t i = 0; i < c->entry_count; i++)
        cells[c->entries[i].row * c->key_count + c->entries[i].key] = c->entries[i].text;
    *texts = (struct kam_model_texts){{c->keys, c->key_count}, columns, cells};
    return KAM_OK;
}

enum kam_status kam_modelbuild_texts(struct kam_model_texts *texts, const struct kam_sections *list,
                                     const size_t *rows, size_t count, const char *family,
                                     struct kam_arena *arena, struct kam_error *error)
{
    struct collector collector = {.arena = arena, .error = error};

    if (!allocate(&collector, list))
        return kam_error_nomem(error);
    enum kam_status status = collect(&collector, list, rows);
    return status ? status : finish(&collector, texts, count, family);
}
