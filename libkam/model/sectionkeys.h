/*
 * sectionkeys: the values of a section's keys, typed. A key that isn't there leaves its value as it
 * was, so that a default is what stood there before.
 *
 * The words of a key and the range of a number are those of the schema, against which they were
 * checked already (modelcheck.h).
 */
#ifndef KAM_MODEL_SECTIONKEYS_H
#define KAM_MODEL_SECTIONKEYS_H

#include "model/modelfile.h"
#include "model/modelvalue.h"

/* The section that is read, and what is needed for reading it. */
struct kam_section_keys {
    const struct kam_modelsection *section;
    struct kam_arena *arena;
    struct kam_error *error;
};

KAM_MUST_CHECK enum kam_status kam_section_name(const struct kam_section_keys *keys,
                                                const char *name, struct kam_text *value);

KAM_MUST_CHECK enum kam_status kam_section_list(const struct kam_section_keys *keys,
                                                const char *name, struct kam_text_list *value);

KAM_MUST_CHECK enum kam_status kam_section_columns(const struct kam_section_keys *keys,
                                                   const char *name,
                                                   struct kam_renamed_list *value);

KAM_MUST_CHECK enum kam_status kam_section_whole(const struct kam_section_keys *keys,
                                                 const char *name, uint64_t *value);

/* The position of the word among those that the schema gives this key. */
KAM_MUST_CHECK enum kam_status kam_section_word(const struct kam_section_keys *keys,
                                                const char *name, size_t *value);

#endif
