#include "model/modelbuild.h"

#include "model/sectionkeys.h"

/* The weight NAME, which keeps its default where it isn't said, at most MOST. */
static enum kam_status read_weight(const struct kam_section_keys *keys, const char *name, int most,
                                   struct kam_decimal *weight)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, name);
    struct kam_decimal rounded;

    if (!key)
        return KAM_OK;
    enum kam_status status = kam_value_number(weight, key->value, &key->place, keys->error);
    if (status)
        return status;
    if (kam_decimal_compare(*weight, kam_decimal_of(most)) > 0)
        return kam_error_at(keys->error, KAM_USAGE, &key->place, "%s is more than %d, the most",
                            kam_show(key->value).s, most);
    if (kam_decimal_round(*weight, KAM_CONTACT_PLACES, &rounded) == KAM_NUMBER_OK &&
        kam_decimal_compare(*weight, rounded) == 0)
        return KAM_OK;
    return kam_error_at(keys->error, KAM_USAGE, &key->place, "%s has more than %d decimal places",
                        kam_show(key->value).s, KAM_CONTACT_PLACES);
}

static enum kam_status read_keys(struct kam_model_contacts *contacts,
                                 const struct kam_section_keys *keys)
{
    struct kam_place place = kam_modelbuild_place(keys->section);
    uint64_t months = 0;
    enum kam_status status = read_weight(keys, "attitude", KAM_CONTACT_MOST, &contacts->attitude);

    contacts->place = keys->section->place;
    if (!status)
        status = read_weight(keys, "depth", KAM_CONTACT_MOST, &contacts->depth);
    if (!status)
        status = read_weight(keys, "importance", KAM_CONTACT_POWER, &contacts->importance);
    if (!status)
        status = kam_section_whole(keys, "stale-after", &months);
    contacts->stale_after = (unsigned)months;
    if (!status && kam_decimal_sign(contacts->attitude) == 0 &&
        kam_decimal_sign(contacts->depth) == 0)
        return kam_error_at(keys->error, KAM_USAGE, &place,
                            "attitude and depth are both 0, so that no contact says anything");
    return status;
}

enum kam_status kam_modelbuild_contacts(struct kam_model *model, struct kam_error *error)
{
    struct kam_sections list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_CONTACTS, KAM_ANY_CONDITION, error);

    model->contacts = (struct kam_model_contacts){
        .attitude = kam_decimal_of(1), .depth = kam_decimal_of(1), .importance = kam_decimal_of(1)};
    if (status == KAM_OK && list.count)
        status = read_keys(&model->contacts,
                           &(struct kam_section_keys){list.items[0], &model->file.arena, error});
    return status;
}
