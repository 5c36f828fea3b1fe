#include "model/modelcheck.h"

#include "model/condition.h"
#include "model/hint.h"
#include "model/modelvalue.h"
#include "table/columns.h"

struct checker {
    struct kam_modelfile *file;
    struct kam_text_list tiers; /* names in [tiers], for what refers to them */
    struct kam_error *error;
};

/* KAM_USAGE about SECTION as a whole. */
static struct kam_place section_place(const struct kam_modelsection *section)
{
    struct kam_place place = section->place;

    place.column = section->shown.ptr;
    return place;
}

/* ---- titles -------------------------------------------------------------------------------- */

static enum kam_status check_presence(const struct checker *c, const struct kam_place *place,
                                      enum kam_presence presence, bool present, const char *what)
{
    if (presence == KAM_REQUIRED && !present)
        return kam_error_at(c->error, KAM_USAGE, place, "%s is missing", what);
    if (presence == KAM_FORBIDDEN && present)
        return kam_error_at(c->error, KAM_USAGE, place, "this section takes no %s", what);
    return KAM_OK;
}

/* A policy is that of a tier, of prospects, or else of a class of the grid (modelbuild_policies.c).
 */
static enum kam_status check_policy_title(const struct checker *c,
                                          const struct kam_modelsection *section,
                                          const struct kam_place *place)
{
    const struct kam_text prospect = KAM_TEXT("prospect");
    size_t index;

    if (kam_value_find_tier(&index, section->title, &c->tiers) ||
        kam_text_equal(section->title, prospect) ||
        kam_text_starts_with(section->title, KAM_TEXT("class ")))
        return KAM_OK;
    struct kam_hint hint = kam_hint_among(section->title, c->tiers.items, c->tiers.count);
    if (!*hint.s)
        hint = kam_hint_among(section->title, &prospect, 1);
    return kam_error_at(c->error, KAM_USAGE, place, "%s is none of the names in [tiers]%s",
                        kam_show(section->title).s, hint.s);
}

static enum kam_status check_title(const struct checker *c, const struct kam_schema_section *schema,
                                   const struct kam_modelsection *section)
{
    struct kam_place place = section_place(section);
    struct kam_condition condition;
    enum kam_status status =
        check_presence(c, &place, schema->title, section->title.len > 0, "name");

    if (status == KAM_OK)
        status =
            check_presence(c, &place, schema->condition, section->condition.len > 0, "condition");
    if (status == KAM_OK && section->condition.len)
        status =
            kam_condition_parse(&condition, section->condition, &place, &c->file->arena, c->error);
    if (status == KAM_OK && schema->kind == KAM_SECTION_POLICY)
        status = check_policy_title(c, section, &place);
    if (status == KAM_OK &&
        (schema->kind == KAM_SECTION_ATTRIBUTE || schema->kind == KAM_SECTION_COLUMN) &&
        kam_column_find(section->title))
        return kam_error_at(c->error, KAM_USAGE, &place, "%s is a column of kam's own",
                            kam_show(section->title).s);
    return status;
}

/* ---- keys ---------------------------------------------------------------------------------- */

static enum kam_status check_key(const struct checker *c, const struct kam_schema_section *schema,
                                 const struct kam_modelkey *key)
{
    const struct kam_schema_key *known = kam_schema_key(schema, key->name);

    if (!known && !schema->free_keys)
        return kam_error_at(c->error, KAM_USAGE, &key->place, "unknown key in [%s]%s", schema->name,
                            kam_hint(kam_schema_nearest_key(schema, key->name)).s);
    if (!key->value.len)
        return kam_error_at(c->error, KAM_USAGE, &key->place, "a value is missing");
    return known ? kam_value_check(known, key->value, &c->tiers, &key->place, &c->file->arena,
                                   c->error)
                 : KAM_OK;
}

static enum kam_status check_required(const struct checker *c,
                                      const struct kam_schema_section *schema,
                                      const struct kam_modelsection *section)
{
    struct kam_place place = section_place(section);

    for (const struct kam_schema_key *key = schema->keys; key->name; key++)
        if (key->presence == KAM_REQUIRED && !kam_modelfile_key(section, key->name))
            return kam_error_at(c->error, KAM_USAGE, &place, "the key '%s' is missing", key->name);
    return KAM_OK;
}

/* ---- everything ---------------------------------------------------------------------------- */

static enum kam_status check_section(const struct checker *c,
                                     const struct kam_modelsection *section)
{
    const struct kam_schema_section *schema = kam_schema_section(section->kind);
    struct kam_place place = section_place(section);

    if (!schema)
        return kam_error_at(c->error, KAM_USAGE, &place, "unknown section%s",
                            kam_hint(kam_schema_nearest_section(section->kind)).s);
    enum kam_status status = check_title(c, schema, section);
    for (size_t i = 0; i < section->key_count && status == KAM_OK; i++)
        status = check_key(c, schema, &section->keys[i]);
    if (status == KAM_OK)
        status = check_required(c, schema, section);
    return status;
}

/* Rules above [tiers] may name its tiers, so they are known first. */
static enum kam_status find_tiers(struct checker *c)
{
    for (size_t i = 0; i < c->file->section_count; i++) {
        const struct kam_modelsection *section = &c->file->sections[i];
        const struct kam_modelkey *names = kam_modelfile_key(section, "names");
        if (kam_text_equal(section->kind, KAM_TEXT("tiers")) && names && names->value.len)
            return kam_list_parse(&c->tiers, names->value, ',', &names->place, &c->file->arena,
                                  c->error);
    }
    return KAM_OK;
}

enum kam_status kam_modelcheck(struct kam_modelfile *file, struct kam_error *error)
{
    struct checker checker = {.file = file, .error = error};
    enum kam_status status = find_tiers(&checker);

    for (size_t i = 0; i < file->section_count && status == KAM_OK; i++)
        status = check_section(&checker, &file->sections[i]);
    return status;
}
