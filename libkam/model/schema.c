#include "model/schema.h"

#define KEYS (const struct kam_schema_key[])
#define END                                                                                        \
    {                                                                                              \
        NULL, KAM_VALUE_TEXT, KAM_OPTIONAL, NULL                                                   \
    }

/* One key per line: name, value, whether it has to be there, words. */
#define KEY(name, value, presence)                                                                 \
    {                                                                                              \
        name, KAM_VALUE_##value, KAM_##presence, NULL                                              \
    }
#define WORDS(name, words, presence)                                                               \
    {                                                                                              \
        name, KAM_VALUE_WORD, KAM_##presence, words                                                \
    }

static const struct kam_schema_section sections[] = {
    {KAM_SECTION_MODEL, "model", KAM_FORBIDDEN, KAM_FORBIDDEN,
     KEYS{
         KEY("name", TEXT, OPTIONAL),
         KEY("window", MONTHS, OPTIONAL),
         WORDS("missing", "skip zero error", OPTIONAL),
         KEY("weights-total", NUMBER, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_IMPORT, "import", KAM_OPTIONAL, KAM_FORBIDDEN,
     KEYS{
         KEY("account", NAME, OPTIONAL),
         KEY("name", NAME, OPTIONAL),
         KEY("group", NAME, OPTIONAL),
         KEY("payer", NAME, OPTIONAL),
         KEY("month", NAME, OPTIONAL),
         KEY("amount", NAME, OPTIONAL),
         KEY("cost", NAME, OPTIONAL),
         KEY("service", NAME, OPTIONAL),
         KEY("keep", COLUMNS, OPTIONAL),
         KEY("sum", COLUMNS, OPTIONAL),
         KEY("collect", COLUMNS, OPTIONAL),
         KEY("encoding", NAME, OPTIONAL),
         KEY("delimiter", DELIMITER, OPTIONAL),
         KEY("prefix", NAME, OPTIONAL),
         KEY("round", PLACES, OPTIONAL),
         KEY("header-line", LINES, OPTIONAL),
         KEY("columns", LIST, OPTIONAL),
         WORDS("dates", "ymd dmy mdy", OPTIONAL),
         KEY("decimal", SIGN, OPTIONAL),
         KEY("unit", UNITS, OPTIONAL),
         KEY("currency", NAME, OPTIONAL),
         KEY("invoice", LIST, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_GROUP, "group", KAM_FORBIDDEN, KAM_FORBIDDEN,
     KEYS{
         KEY("same", LIST, OPTIONAL),
         KEY("relations", NAME, OPTIONAL),
         KEY("ignore-payer", LIST, OPTIONAL),
         KEY("max-members", COUNT, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_ATTRIBUTE, "attribute", KAM_REQUIRED, KAM_FORBIDDEN,
     KEYS{
         WORDS("merge", "sum max min set head", REQUIRED),
         END,
     },
     false},
    {KAM_SECTION_COLUMN, "column", KAM_REQUIRED, KAM_FORBIDDEN,
     KEYS{
         KEY("value", EXPRESSION, REQUIRED),
         KEY("places", PLACES, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_CONTACTS, "contacts", KAM_FORBIDDEN, KAM_FORBIDDEN,
     KEYS{
         KEY("attitude", NUMBER, OPTIONAL),
         KEY("depth", NUMBER, OPTIONAL),
         KEY("importance", NUMBER, OPTIONAL),
         KEY("stale-after", MONTHS, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_DIMENSION, "dimension", KAM_REQUIRED, KAM_OPTIONAL,
     KEYS{
         KEY("column", NAME, OPTIONAL),
         KEY("weight", NUMBER, OPTIONAL),
         KEY("points", POINTS, OPTIONAL),
         KEY("bands", BANDS, OPTIONAL),
         KEY("linear", LINEAR, OPTIONAL),
         KEY("values", POINTS_OF, OPTIONAL),
         WORDS("missing", "skip zero error", OPTIONAL),
         WORDS("scale", "minmax percentile zscore share", OPTIONAL),
         WORDS("direction", "up down", OPTIONAL),
         KEY("population", POPULATION, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_WEIGHTS, "weights", KAM_FORBIDDEN, KAM_FORBIDDEN,
     KEYS{
         WORDS("method", "given ahp entropy critic", OPTIONAL),
         KEY("matrix", MATRIX, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_SCORE, "score", KAM_FORBIDDEN, KAM_FORBIDDEN,
     KEYS{
         WORDS("method", "sum product topsis", OPTIONAL),
         KEY("population", POPULATION, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_TIERS, "tiers", KAM_FORBIDDEN, KAM_FORBIDDEN,
     KEYS{
         KEY("names", LIST, REQUIRED),
         KEY("by", NAME, OPTIONAL),
         KEY("cut", CUT, REQUIRED),
         WORDS("ties", "up score down split", OPTIONAL),
         WORDS("base", "positive net", OPTIONAL),
         WORDS("crossing", "include exclude", OPTIONAL),
         WORDS("admitted", "on-top inside", OPTIONAL),
         KEY("per", NAME, OPTIONAL),
         KEY("promote-after", MONTHS, OPTIONAL),
         KEY("demote-after", MONTHS, OPTIONAL),
         KEY("lost-after", MONTHS, OPTIONAL),
         KEY("keep-factor", NUMBER, OPTIONAL),
         WORDS("step", "free one", OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_ADMIT, "admit", KAM_REQUIRED, KAM_FORBIDDEN,
     KEYS{
         KEY("when", CONDITION, REQUIRED),
         KEY("tier", TIER, REQUIRED),
         END,
     },
     false},
    {KAM_SECTION_CATEGORY, "category", KAM_REQUIRED, KAM_FORBIDDEN,
     KEYS{
         KEY("when", CONDITION, REQUIRED),
         END,
     },
     false},
    {KAM_SECTION_FLAG, "flag", KAM_REQUIRED, KAM_FORBIDDEN,
     KEYS{
         KEY("when", CONDITION, REQUIRED),
         KEY("at-most", TIER, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_BRANCH, "branch", KAM_FORBIDDEN, KAM_FORBIDDEN,
     KEYS{
         KEY("desk", DESK, REQUIRED),
         END,
     },
     false},
    {KAM_SECTION_MANAGERS, "managers", KAM_FORBIDDEN, KAM_FORBIDDEN,
     KEYS{
         KEY("column", NAME, OPTIONAL),
         KEY("count", POSITIVE, OPTIONAL),
         KEY("span", POSITIVE, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_GRID, "grid", KAM_FORBIDDEN, KAM_FORBIDDEN,
     KEYS{
         KEY("contribution", AXIS, REQUIRED),
         KEY("potential", AXIS, REQUIRED),
         KEY("rows", MATRIX, REQUIRED),
         END,
     },
     true},
    {KAM_SECTION_STRATEGY, "strategy", KAM_REQUIRED, KAM_FORBIDDEN,
     KEYS{
         KEY("when", CONDITION, OPTIONAL),
         KEY("periods", MONTHS, OPTIONAL),
         END,
     },
     true},
    {KAM_SECTION_POLICY, "policy", KAM_REQUIRED, KAM_FORBIDDEN,
     KEYS{
         END,
     },
     true},
    {KAM_SECTION_RISK, "risk", KAM_REQUIRED, KAM_FORBIDDEN,
     KEYS{
         KEY("when", CONDITION, REQUIRED),
         END,
     },
     false},
    {KAM_SECTION_DEPENDENCE, "dependence", KAM_FORBIDDEN, KAM_FORBIDDEN,
     KEYS{
         KEY("segment", NAME, REQUIRED),
         KEY("monopoly", NUMBER, OPTIONAL),
         KEY("selective", NUMBER, OPTIONAL),
         KEY("reference", CONDITION, OPTIONAL),
         KEY("follow", NUMBER, OPTIONAL),
         END,
     },
     false},
};

enum { SECTION_COUNT = sizeof sections / sizeof *sections };

const struct kam_schema_section *kam_schema_of(enum kam_section_kind kind)
{
    return &sections[kind];
}

const struct kam_schema_section *kam_schema_section(struct kam_text name)
{
    for (size_t i = 0; i < SECTION_COUNT; i++)
        if (kam_text_equal(name, kam_text_of(sections[i].name)))
            return &sections[i];
    return NULL;
}

const struct kam_schema_key *kam_schema_key(const struct kam_schema_section *section,
                                            struct kam_text name)
{
    for (const struct kam_schema_key *key = section->keys; key->name; key++)
        if (kam_text_equal(name, kam_text_of(key->name)))
            return key;
    return NULL;
}

struct kam_text kam_schema_nearest_section(struct kam_text name)
{
    struct kam_text names[SECTION_COUNT];

    for (size_t i = 0; i < SECTION_COUNT; i++)
        names[i] = kam_text_of(sections[i].name);
    return kam_text_nearest(name, names, SECTION_COUNT);
}

struct kam_text kam_schema_nearest_key(const struct kam_schema_section *section,
                                       struct kam_text name)
{
    enum { MOST_KEYS = 32 };
    struct kam_text names[MOST_KEYS];
    size_t count = 0;

    while (count < MOST_KEYS && section->keys[count].name) {
        names[count] = kam_text_of(section->keys[count].name);
        count++;
    }
    return kam_text_nearest(name, names, count);
}
