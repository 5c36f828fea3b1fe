#include "model/sectionkeys.h"

enum kam_status kam_section_name(const struct kam_section_keys *keys, const char *name,
                                 struct kam_text *value)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, name);

    return key ? kam_list_unquote(value, key->value, &key->place, keys->arena, keys->error)
               : KAM_OK;
}

enum kam_status kam_section_list(const struct kam_section_keys *keys, const char *name,
                                 struct kam_text_list *value)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, name);

    return key ? kam_list_parse(value, key->value, ',', &key->place, keys->arena, keys->error)
               : KAM_OK;
}

enum kam_status kam_section_columns(const struct kam_section_keys *keys, const char *name,
                                    struct kam_renamed_list *value)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, name);

    return key ? kam_value_columns(value, key->value, &key->place, keys->arena, keys->error)
               : KAM_OK;
}

enum kam_status kam_section_whole(const struct kam_section_keys *keys, const char *name,
                                  uint64_t *value)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, name);

    return key ? kam_value_whole(value, key->value, 0, UINT32_MAX, &key->place, keys->error)
               : KAM_OK;
}

enum kam_status kam_section_word(const struct kam_section_keys *keys, const char *name,
                                 size_t *value)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, name);

    if (!key)
        return KAM_OK;
    const struct kam_schema_key *known =
        kam_schema_key(kam_schema_section(keys->section->kind), key->name);
    return kam_value_word(value, key->value, known->words, &key->place, keys->error);
}
