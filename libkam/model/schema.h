/*
 * schema: what may stand in a model file. One table of all section kinds and their keys, from
 * which unknown names are recognised and kam-model(5) is written.
 *
 * Everything in the table is read and checked by every tool, whichever applies it.
 */
#ifndef KAM_MODEL_SCHEMA_H
#define KAM_MODEL_SCHEMA_H

#include "base/text.h"

enum kam_section_kind {
    KAM_SECTION_MODEL,
    KAM_SECTION_IMPORT,
    KAM_SECTION_GROUP,
    KAM_SECTION_ATTRIBUTE,
    KAM_SECTION_COLUMN,
    KAM_SECTION_CONTACTS,
    KAM_SECTION_DIMENSION,
    KAM_SECTION_WEIGHTS,
    KAM_SECTION_SCORE,
    KAM_SECTION_TIERS,
    KAM_SECTION_ADMIT,
    KAM_SECTION_CATEGORY,
    KAM_SECTION_FLAG,
    KAM_SECTION_BRANCH,
    KAM_SECTION_MANAGERS,
    KAM_SECTION_GRID,
    KAM_SECTION_STRATEGY,
    KAM_SECTION_POLICY,
    KAM_SECTION_RISK,
    KAM_SECTION_DEPENDENCE,
};

/* What the value of a key is; how each is written is documented with its parser. */
enum kam_value_kind {
    KAM_VALUE_TEXT,       /* anything */
    KAM_VALUE_NAME,       /* the name of a column, or of anything; quoted where it has to be */
    KAM_VALUE_LIST,       /* names, separated by commas */
    KAM_VALUE_COLUMNS,    /* columns, each perhaps as NEW=COLUMN, separated by commas */
    KAM_VALUE_WORD,       /* one of the words of the key */
    KAM_VALUE_DELIMITER,  /* comma, tab, semicolon, pipe, or one character */
    KAM_VALUE_PLACES,     /* a whole number from 0 to 18 */
    KAM_VALUE_COUNT,      /* a whole number from 0 to 1,000,000,000 */
    KAM_VALUE_POSITIVE,   /* a whole number from 1 to 1,000,000,000 */
    KAM_VALUE_MONTHS,     /* a whole number from 1 to 1200: months or periods */
    KAM_VALUE_NUMBER,     /* a number, at least 0 */
    KAM_VALUE_POINTS,     /* a number from 0 to 100 */
    KAM_VALUE_BANDS,      /* see scale.h */
    KAM_VALUE_LINEAR,     /* see scale.h */
    KAM_VALUE_POINTS_OF,  /* `values`, see scale.h */
    KAM_VALUE_CUT,        /* see cut.h */
    KAM_VALUE_POPULATION, /* see populationrule.h */
    KAM_VALUE_CONDITION,  /* see condition.h */
    KAM_VALUE_EXPRESSION, /* see expression.h */
    KAM_VALUE_TIER,       /* one of the tiers' names */
    KAM_VALUE_DESK,       /* NAME : CONDITION */
    KAM_VALUE_AXIS,       /* see axis.h */
    KAM_VALUE_LINES,      /* N or N-M, see importvalue.h */
    KAM_VALUE_SIGN,       /* a decimal sign: . or , */
    KAM_VALUE_UNITS,      /* [COLUMN=]UNIT, ...: see importvalue.h */
    KAM_VALUE_MATRIX,     /* see kam_value_matrix */
};

enum kam_presence { KAM_OPTIONAL, KAM_REQUIRED, KAM_FORBIDDEN };

struct kam_schema_key {
    const char *name;
    enum kam_value_kind value;
    enum kam_presence presence;
    const char *words; /* of a KAM_VALUE_WORD, separated by spaces */
};

struct kam_schema_section {
    enum kam_section_kind kind;
    const char *name;
    enum kam_presence title;           /* [dimension NAME] */
    enum kam_presence condition;       /* [dimension NAME | CONDITION] */
    const struct kam_schema_key *keys; /* ends with a NULL name */
    bool free_keys;                    /* further keys are the user's own texts */
};

/* The section of KIND. */
const struct kam_schema_section *kam_schema_of(enum kam_section_kind kind);

/* The section or key called NAME, or NULL. */
const struct kam_schema_section *kam_schema_section(struct kam_text name);
const struct kam_schema_key *kam_schema_key(const struct kam_schema_section *section,
                                            struct kam_text name);

/* The known section or key that NAME was probably meant to be; empty where none is near. */
struct kam_text kam_schema_nearest_section(struct kam_text name);
struct kam_text kam_schema_nearest_key(const struct kam_schema_section *section,
                                       struct kam_text name);

#endif
