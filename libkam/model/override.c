#include "model/override.h"

#include "base/utf8.h"
#include "model/hint.h"
#include "model/list.h"
#include "model/schema.h"

#include <stdlib.h>

struct parts {
    struct kam_text section, key, value;
};

/*
 * Cut at the ':' that has a KEY and '=' behind it: a condition in the section may hold a '=', and
 * the value may hold both.
 */
static bool cut(struct kam_text text, struct parts *parts)
{
    for (size_t at = 0; at < text.len; at++) {
        at += kam_list_find((struct kam_text){text.ptr + at, text.len - at}, ":");
        if (at == text.len)
            return false;
        struct kam_text rest = {text.ptr + at + 1, text.len - at - 1};
        size_t n = kam_list_find(rest, ":=|");
        parts->section = kam_text_trim((struct kam_text){text.ptr, at});
        parts->key = kam_text_trim((struct kam_text){rest.ptr, n});
        if (n == rest.len || rest.ptr[n] != '=' || !parts->key.len || !parts->section.len)
            continue;
        parts->value = kam_text_trim((struct kam_text){rest.ptr + n + 1, rest.len - n - 1});
        return true;
    }
    return false;
}

/* The place of everything about this override: no file, but the option. */
static bool make_place(const struct parts *parts, struct kam_arena *arena, struct kam_place *place)
{
    struct kam_buffer name = {NULL, 0, 0};
    struct kam_text copy;
    bool ok = kam_buffer_add(&name, KAM_TEXT("--set ")) && kam_buffer_add(&name, parts->section) &&
              kam_buffer_add_byte(&name, ':') && kam_buffer_add(&name, parts->key) &&
              kam_arena_copy(arena, kam_buffer_text(&name), &copy);

    kam_buffer_free(&name);
    if (ok)
        *place = (struct kam_place){.column = copy.ptr};
    return ok;
}

static enum kam_status unknown_section(const struct kam_modelfile *file,
                                       const struct kam_modelsection *wanted,
                                       const struct kam_place *place, struct kam_error *error)
{
    struct kam_text *names = calloc(file->section_count + 1, sizeof *names);

    if (!names)
        return kam_error_nomem(error);
    for (size_t i = 0; i < file->section_count; i++)
        names[i] = file->sections[i].shown;
    enum kam_status status = kam_error_at(
        error, KAM_USAGE, place, "the model has no section %s%s", kam_show(wanted->shown).s,
        kam_hint_among(wanted->shown, names, file->section_count).s);
    free(names);
    return status;
}

static struct kam_modelsection *find_section(const struct kam_modelfile *file,
                                             struct kam_text identity)
{
    for (size_t i = 0; i < file->section_count; i++)
        if (kam_text_equal(file->sections[i].identity, identity))
            return &file->sections[i];
    return NULL;
}

/* A section without a name, such as [score], needn't stand in the file for a key of it to be set.
 */
static bool may_be_added(const struct kam_modelsection *wanted)
{
    const struct kam_schema_section *schema = kam_schema_section(wanted->kind);

    return schema && schema->title != KAM_REQUIRED && !wanted->title.len && !wanted->condition.len;
}

/* Messages about SECTION, which no file has, say that KEY is where it comes from. */
static bool show_origin(struct kam_modelsection *section, const struct kam_modelkey *key,
                        struct kam_arena *arena)
{
    struct kam_buffer text = {NULL, 0, 0};
    bool ok = kam_buffer_printf(&text, "%s: %s", key->place.column, section->shown.ptr) &&
              kam_arena_copy(arena, kam_buffer_text(&text), &section->shown);

    kam_buffer_free(&text);
    return ok;
}

/* The section that WANTED names, for KEY; added where that may be. */
static enum kam_status open_section(struct kam_modelsection **section, struct kam_modelfile *file,
                                    const struct kam_modelsection *wanted,
                                    const struct kam_modelkey *key, struct kam_error *error)
{
    *section = find_section(file, wanted->identity);
    if (*section)
        return KAM_OK;
    if (!key->value.len || !may_be_added(wanted))
        return unknown_section(file, wanted, &key->place, error);
    *section = kam_modelfile_add_section(file, *wanted);
    return *section && show_origin(*section, key, &file->arena) ? KAM_OK : kam_error_nomem(error);
}

/* Replace the key in SECTION, add it, or take it away where its value is empty. */
static bool put_key(struct kam_modelsection *section, struct kam_modelkey key)
{
    size_t i = 0;

    while (i < section->key_count && !kam_text_equal(section->keys[i].name, key.name))
        i++;
    if (key.value.len && i == section->key_count)
        return kam_modelfile_add_key(section, key);
    if (key.value.len)
        section->keys[i] = key;
    else if (i < section->key_count) {
        section->key_count--;
        memmove(section->keys + i, section->keys + i + 1,
                (section->key_count - i) * sizeof *section->keys);
    }
    return true;
}

enum kam_status kam_override_apply(struct kam_modelfile *file, const char *override,
                                   struct kam_error *error)
{
    struct kam_text text = kam_text_of(override);
    struct kam_place option = {.column = "--set"};
    struct parts parts;
    struct kam_modelsection wanted;
    struct kam_modelkey key;

    if (kam_utf8_prefix(text) != text.len)
        return kam_error_at(error, KAM_USAGE, &option, "not UTF-8: %s", kam_show(text).s);
    if (!cut(text, &parts))
        return kam_error_at(error, KAM_USAGE, &option, "not of the form SECTION:KEY=VALUE: %s",
                            kam_show(text).s);
    if (!make_place(&parts, &file->arena, &key.place) ||
        !kam_arena_copy(&file->arena, parts.key, &key.name) ||
        !kam_arena_copy(&file->arena, parts.value, &key.value))
        return kam_error_nomem(error);
    enum kam_status status =
        kam_modelfile_title(&wanted, parts.section, &key.place, &file->arena, error);
    if (status != KAM_OK)
        return status;
    struct kam_modelsection *section;
    status = open_section(&section, file, &wanted, &key, error);
    if (status != KAM_OK)
        return status;
    return put_key(section, key) ? KAM_OK : kam_error_nomem(error);
}
