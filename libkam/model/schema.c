#include "model/schema.h"

#define KEYS (const struct kam_schema_key[])
#define END                                                                                        \
    {                                                                                              \
        NULL, KAM_VALUE_TEXT, KAM_SUPPORT_NOW, KAM_OPTIONAL, NULL                                  \
    }

/* One key per line: name, value, since when, whether it has to be there, words. */
#define KEY(name, value, support, presence)                                                        \
    {                                                                                              \
        name, KAM_VALUE_##value, KAM_SUPPORT_##support, KAM_##presence, NULL                       \
    }
#define WORDS(name, words, support, presence)                                                      \
    {                                                                                              \
        name, KAM_VALUE_WORD, KAM_SUPPORT_##support, KAM_##presence, words                         \
    }

static const struct kam_schema_section sections[] = {
    {KAM_SECTION_MODEL, "model", KAM_FORBIDDEN, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_SCORE,
     KEYS{
         KEY("name", TEXT, NOW, OPTIONAL),
         KEY("window", MONTHS, NOW, OPTIONAL),
         WORDS("missing", "skip zero error", NOW, OPTIONAL),
         KEY("weights-total", NUMBER, NOW, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_IMPORT, "import", KAM_OPTIONAL, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_IMPORT,
     KEYS{
         KEY("account", NAME, NOW, OPTIONAL),
         KEY("name", NAME, NOW, OPTIONAL),
         KEY("group", NAME, NOW, OPTIONAL),
         KEY("payer", NAME, NOW, OPTIONAL),
         KEY("month", NAME, NOW, OPTIONAL),
         KEY("amount", NAME, NOW, OPTIONAL),
         KEY("cost", NAME, NOW, OPTIONAL),
         KEY("service", NAME, NOW, OPTIONAL),
         KEY("keep", COLUMNS, NOW, OPTIONAL),
         KEY("sum", COLUMNS, NOW, OPTIONAL),
         KEY("collect", COLUMNS, NOW, OPTIONAL),
         KEY("encoding", NAME, NOW, OPTIONAL),
         KEY("delimiter", DELIMITER, NOW, OPTIONAL),
         KEY("prefix", NAME, NOW, OPTIONAL),
         KEY("round", PLACES, NOW, OPTIONAL),
         KEY("header-line", LINES, NOW, OPTIONAL),
         KEY("columns", LIST, NOW, OPTIONAL),
         WORDS("dates", "ymd dmy mdy", NOW, OPTIONAL),
         KEY("decimal", SIGN, NOW, OPTIONAL),
         KEY("unit", UNITS, NOW, OPTIONAL),
         KEY("currency", NAME, NOW, OPTIONAL),
         KEY("invoice", LIST, NOW, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_GROUP, "group", KAM_FORBIDDEN, KAM_FORBIDDEN, KAM_SUPPORT_NOW,
     KAM_TOOL_MERGE_GROUP,
     KEYS{
         KEY("same", LIST, NOW, OPTIONAL),
         KEY("relations", NAME, NOW, OPTIONAL),
         KEY("ignore-payer", LIST, NOW, OPTIONAL),
         KEY("max-members", COUNT, NOW, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_ATTRIBUTE, "attribute", KAM_REQUIRED, KAM_FORBIDDEN, KAM_SUPPORT_NOW,
     KAM_TOOL_MERGE_GROUP,
     KEYS{
         WORDS("merge", "sum max min set head", NOW, REQUIRED),
         END,
     },
     false},
    {KAM_SECTION_COLUMN, "column", KAM_REQUIRED, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_SCORE,
     KEYS{
         KEY("value", EXPRESSION, NOW, REQUIRED),
         KEY("places", PLACES, NOW, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_CONTACTS, "contacts", KAM_FORBIDDEN, KAM_FORBIDDEN, KAM_SUPPORT_NOW,
     KAM_TOOL_SCORE,
     KEYS{
         KEY("attitude", NUMBER, NOW, OPTIONAL),
         KEY("depth", NUMBER, NOW, OPTIONAL),
         KEY("importance", NUMBER, NOW, OPTIONAL),
         KEY("stale-after", MONTHS, NOW, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_DIMENSION, "dimension", KAM_REQUIRED, KAM_OPTIONAL, KAM_SUPPORT_NOW,
     KAM_TOOL_SCORE,
     KEYS{
         KEY("column", NAME, NOW, OPTIONAL),
         KEY("weight", NUMBER, NOW, OPTIONAL),
         KEY("points", POINTS, NOW, OPTIONAL),
         KEY("bands", BANDS, NOW, OPTIONAL),
         KEY("linear", LINEAR, NOW, OPTIONAL),
         KEY("values", POINTS_OF, NOW, OPTIONAL),
         WORDS("missing", "skip zero error", NOW, OPTIONAL),
         WORDS("scale", "minmax percentile zscore share", NOW, OPTIONAL),
         WORDS("direction", "up down", NOW, OPTIONAL),
         KEY("population", POPULATION, NOW, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_WEIGHTS, "weights", KAM_FORBIDDEN, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_SCORE,
     KEYS{
         WORDS("method", "given ahp entropy critic", NOW, OPTIONAL),
         KEY("matrix", MATRIX, NOW, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_SCORE, "score", KAM_FORBIDDEN, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_SCORE,
     KEYS{
         WORDS("method", "sum product topsis", NOW, OPTIONAL),
         KEY("population", POPULATION, NOW, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_TIERS, "tiers", KAM_FORBIDDEN, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_TIER,
     KEYS{
         KEY("names", LIST, NOW, REQUIRED),
         KEY("by", NAME, NOW, OPTIONAL),
         KEY("cut", CUT, NOW, REQUIRED),
         WORDS("ties", "up score down split", NOW, OPTIONAL),
         WORDS("base", "positive net", NOW, OPTIONAL),
         WORDS("crossing", "include exclude", NOW, OPTIONAL),
         WORDS("admitted", "on-top inside", NOW, OPTIONAL),
         KEY("per", NAME, NOW, OPTIONAL),
         KEY("promote-after", MONTHS, NOW, OPTIONAL),
         KEY("demote-after", MONTHS, NOW, OPTIONAL),
         KEY("lost-after", MONTHS, NOW, OPTIONAL),
         KEY("keep-factor", NUMBER, NOW, OPTIONAL),
         WORDS("step", "free one", NOW, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_ADMIT, "admit", KAM_REQUIRED, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_TIER,
     KEYS{
         KEY("when", CONDITION, NOW, REQUIRED),
         KEY("tier", TIER, NOW, REQUIRED),
         END,
     },
     false},
    {KAM_SECTION_CATEGORY, "category", KAM_REQUIRED, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_TIER,
     KEYS{
         KEY("when", CONDITION, NOW, REQUIRED),
         END,
     },
     false},
    {KAM_SECTION_FLAG, "flag", KAM_REQUIRED, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_TIER,
     KEYS{
         KEY("when", CONDITION, NOW, REQUIRED),
         KEY("at-most", TIER, NOW, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_BRANCH, "branch", KAM_FORBIDDEN, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_TIER,
     KEYS{
         KEY("desk", DESK, NOW, REQUIRED),
         END,
     },
     false},
    {KAM_SECTION_MANAGERS, "managers", KAM_FORBIDDEN, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_TIER,
     KEYS{
         KEY("column", NAME, NOW, OPTIONAL),
         KEY("count", POSITIVE, NOW, OPTIONAL),
         KEY("span", POSITIVE, NOW, OPTIONAL),
         END,
     },
     false},
    {KAM_SECTION_GRID, "grid", KAM_FORBIDDEN, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_TIER,
     KEYS{
         KEY("contribution", AXIS, NOW, REQUIRED),
         KEY("potential", AXIS, NOW, REQUIRED),
         KEY("rows", MATRIX, NOW, REQUIRED),
         END,
     },
     true},
    {KAM_SECTION_STRATEGY, "strategy", KAM_REQUIRED, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_TIER,
     KEYS{
         KEY("when", CONDITION, NOW, OPTIONAL),
         KEY("periods", MONTHS, NOW, OPTIONAL),
         END,
     },
     true},
    {KAM_SECTION_POLICY, "policy", KAM_REQUIRED, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_TIER,
     KEYS{
         END,
     },
     true},
    {KAM_SECTION_RISK, "risk", KAM_REQUIRED, KAM_FORBIDDEN, KAM_SUPPORT_NOW, KAM_TOOL_DIFF,
     KEYS{
         KEY("when", CONDITION, NOW, REQUIRED),
         END,
     },
     false},
    {KAM_SECTION_DEPENDENCE, "dependence", KAM_FORBIDDEN, KAM_FORBIDDEN, KAM_SUPPORT_NOW,
     KAM_TOOL_DIFF,
     KEYS{
         KEY("segment", NAME, NOW, REQUIRED),
         KEY("monopoly", NUMBER, NOW, OPTIONAL),
         KEY("selective", NUMBER, NOW, OPTIONAL),
         KEY("reference", CONDITION, NOW, OPTIONAL),
         KEY("follow", NUMBER, NOW, OPTIONAL),
         END,
     },
     false},
};

enum { SECTION_COUNT = sizeof sections / sizeof *sections };

const char *kam_tool_name(enum kam_tool tool)
{
    switch (tool) {
    case KAM_TOOL_IMPORT:
        return "kam-import";
    case KAM_TOOL_MERGE_GROUP:
        return "kam-merge-group";
    case KAM_TOOL_SCORE:
        return "kam-score";
    case KAM_TOOL_TIER:
        return "kam-tier";
    case KAM_TOOL_DIFF:
        return "kam-diff";
    case KAM_TOOL_REPORT:
        break;
    }
    return "kam-report";
}

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
