/*
 * modelfile: the text of a model file as sections and keys, not yet understood.
 *
 *     # a comment line; so is one that starts with ;
 *     [dimension revenue | industry=hospital]     ; a comment behind white space
 *     bands = 0:0, 5000:40,
 *             2万:60                              values continue on indented lines
 *
 * A section is [KIND], [KIND TITLE] or [KIND TITLE | CONDITION]. A key starts at the beginning of
 * a line. Double quotes protect what would be a comment or a delimiter, and close on their line.
 * UTF-8, with or without a byte order mark, LF or CRLF, no limits on lengths. The same section
 * twice, or the same key twice in one, is an error that names the line of the first.
 */
#ifndef KAM_MODEL_MODELFILE_H
#define KAM_MODEL_MODELFILE_H

#include "base/arena.h"
#include "base/map.h"

/* PLACE has the key as its column: the file and line, or the option that gave the value. */
struct kam_modelkey {
    struct kam_text name;
    struct kam_text value; /* quotes and all; NUL-terminated */
    struct kam_place place;
};

struct kam_modelsection {
    struct kam_text kind, title, condition; /* unquoted, unquoted, as written */
    struct kam_text identity;               /* equal for sections that are the same one */
    struct kam_text shown;                  /* "[flag one-off]", for messages */
    struct kam_place place;
    struct kam_modelkey *keys;
    size_t key_count, key_capacity;
};

/* Texts are the file's; kam_modelfile_free gives everything back. Zero-initialised it is empty. */
struct kam_modelfile {
    struct kam_modelsection *sections;
    size_t section_count, section_capacity;
    struct kam_arena arena;
};

/*
 * Read PATH into FILE, which is empty. Errors are KAM_USAGE with file and line, KAM_IO, KAM_NOMEM;
 * FILE is to be freed after them too. PATH has to outlive FILE and ERROR.
 */
KAM_MUST_CHECK enum kam_status kam_modelfile_read(struct kam_modelfile *file, const char *path,
                                                  struct kam_error *error);

/* The same from TEXT in memory; NAME is what messages call it. */
KAM_MUST_CHECK enum kam_status kam_modelfile_parse(struct kam_modelfile *file, const char *name,
                                                   struct kam_text text, struct kam_error *error);

void kam_modelfile_free(struct kam_modelfile *file);

/* The key called NAME, or NULL. */
const struct kam_modelkey *kam_modelfile_key(const struct kam_modelsection *section,
                                             const char *name);

/*
 * What stands between the brackets of a section, KIND TITLE | CONDITION, into SECTION, without
 * keys. KAM_USAGE at PLACE.
 */
KAM_MUST_CHECK enum kam_status kam_modelfile_title(struct kam_modelsection *section,
                                                   struct kam_text inside,
                                                   const struct kam_place *place,
                                                   struct kam_arena *arena,
                                                   struct kam_error *error);

/* Append SECTION to FILE, where it stays until the next one. NULL when memory ran out. */
KAM_MUST_CHECK struct kam_modelsection *kam_modelfile_add_section(struct kam_modelfile *file,
                                                                  struct kam_modelsection section);

/* Append KEY to SECTION. False when memory ran out. */
KAM_MUST_CHECK bool kam_modelfile_add_key(struct kam_modelsection *section,
                                          struct kam_modelkey key);

#endif
