#include "model/populationrule.h"

#include "model/hint.h"
#include "model/list.h"

/* "per" and white space are taken away from the front of TEXT; false where it doesn't begin so. */
static bool take_per(struct kam_text *text)
{
    const struct kam_text per = KAM_TEXT("per");

    if (!kam_text_starts_with(*text, per) || text->len == per.len ||
        (text->ptr[per.len] != ' ' && text->ptr[per.len] != '\t'))
        return false;
    *text = kam_text_trim((struct kam_text){text->ptr + per.len, text->len - per.len});
    return true;
}

enum kam_status kam_population_parse(struct kam_population_rule *rule, struct kam_text text,
                                     const struct kam_place *place, struct kam_arena *arena,
                                     struct kam_error *error)
{
    static const struct kam_text words[] = {{"all", 3}, {"segment", 7}};

    *rule = (struct kam_population_rule){.place = *place};
    if (kam_text_equal(text, words[KAM_POPULATION_ALL]))
        return KAM_OK;
    if (kam_text_equal(text, words[KAM_POPULATION_SEGMENT])) {
        rule->kind = KAM_POPULATION_SEGMENT;
        return KAM_OK;
    }
    if (take_per(&text)) {
        rule->kind = KAM_POPULATION_PER;
        return kam_list_unquote(&rule->column, text, place, arena, error);
    }
    return kam_error_at(error, KAM_USAGE, place, "write all, segment or per COLUMN, not %s%s",
                        kam_show(text).s,
                        kam_hint_among(text, words, sizeof words / sizeof *words).s);
}
