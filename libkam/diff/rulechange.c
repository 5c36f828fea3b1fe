#include "diff/rulechange.h"

#include "account/settext.h"

/* ---- evidence ---------------------------------------------------------------------------------
 */

static const struct kam_text between = {"; ", 2}, behind_name = {": ", 2};

/* TEXT from place AT on. */
static struct kam_text rest_of(struct kam_text text, size_t at)
{
    return at < text.len ? (struct kam_text){text.ptr + at, text.len - at} : KAM_TEXT("");
}

/* Where PART begins in TEXT; its length: nowhere. */
static size_t find(struct kam_text text, struct kam_text part)
{
    for (size_t at = 0; at + part.len <= text.len; at++)
        if (kam_text_starts_with(rest_of(text, at), part))
            return at;
    return text.len;
}

/* Where what a rule found ends in TEXT: before the next rule's name. */
static size_t end_of_found(struct kam_text text)
{
    size_t end = find(text, between);

    while (end < text.len) {
        struct kam_text next = rest_of(text, end + between.len);
        size_t len = find(next, between);
        if (find((struct kam_text){next.ptr, len}, behind_name) < len)
            return end;
        end += between.len + len;
    }
    return text.len;
}

/* Take "NAME: FOUND; " off the front of REST. */
static bool next_evidence(struct kam_text *rest, struct kam_text *name, struct kam_text *found)
{
    size_t len = find(*rest, behind_name);

    if (len == rest->len)
        return false;
    *name = (struct kam_text){rest->ptr, len};
    *found = rest_of(*rest, len + behind_name.len);
    size_t end = end_of_found(*found);
    *rest = rest_of(*found, end + between.len);
    found->len = end;
    return true;
}

static bool find_evidence(const struct kam_story_side *side, struct kam_text rule,
                          struct kam_text *found)
{
    struct kam_text rest = kam_side_cell(side, "evidence"), name;

    while (next_evidence(&rest, &name, found))
        if (kam_text_equal(name, rule))
            return true;
    return false;
}

/* ---- rules of one side ------------------------------------------------------------------------
 */

/* The next text of the set REST; the story's. */
static bool next_of_set(struct kam_story *story, struct kam_text *rest, struct kam_text *item)
{
    struct kam_buffer scratch = {NULL, 0, 0};
    bool nomem, is_some = kam_settext_next(rest, item, &scratch, &nomem);

    if (is_some)
        *item = kam_speech_keep(&story->speech, *item);
    else
        story->speech.failed = story->speech.failed || nomem;
    kam_buffer_free(&scratch);
    return is_some;
}

static bool has_in_set(struct kam_story *story, struct kam_text set, struct kam_text wanted)
{
    struct kam_text item;

    while (next_of_set(story, &set, &item))
        if (kam_text_equal(item, wanted))
            return true;
    return false;
}

static struct kam_text cell_of(const struct kam_story_side *side, enum kam_rule_kind kind)
{
    static const char *const columns[KAM_RULE_KINDS] = {
        [KAM_RULE_ADMISSION] = "evidence",
        [KAM_RULE_FLAG] = "flags",
        [KAM_RULE_CATEGORY] = "categories",
    };

    return kam_side_cell(side, columns[kind]);
}

static bool is_flag(const struct kam_sides *sides, const struct kam_story_side *side,
                    struct kam_text name)
{
    return has_in_set(sides->story, kam_side_cell(side, "flags"), name);
}

static bool holds(const struct kam_sides *sides, const struct kam_story_side *side,
                  enum kam_rule_kind kind, struct kam_text name)
{
    struct kam_text found;

    if (kind == KAM_RULE_ADMISSION)
        return find_evidence(side, name, &found) && !is_flag(sides, side, name);
    return has_in_set(sides->story, cell_of(side, kind), name);
}

/* ---- those that changed -----------------------------------------------------------------------
 */

static const struct kam_story_side *side_of(const struct kam_sides *sides,
                                            enum kam_rule_change change)
{
    return change == KAM_RULE_GONE ? &sides->old : &sides->new;
}

struct kam_rule_walk kam_rule_walk(const struct kam_sides *sides, enum kam_rule_kind kind,
                                   enum kam_rule_change change)
{
    return (struct kam_rule_walk){sides, kind, change, cell_of(side_of(sides, change), kind)};
}

/* The next rule of the side that the walk goes through. */
static bool next_name(struct kam_rule_walk *walk, const struct kam_story_side *side,
                      struct kam_text *name)
{
    struct kam_text found;

    if (walk->kind != KAM_RULE_ADMISSION)
        return next_of_set(walk->sides->story, &walk->rest, name);
    while (next_evidence(&walk->rest, name, &found))
        if (!is_flag(walk->sides, side, *name))
            return true;
    return false;
}

bool kam_rule_next(struct kam_rule_walk *walk, struct kam_text *rule)
{
    const struct kam_sides *sides = walk->sides;
    const struct kam_story_side *side = side_of(sides, walk->change);
    const struct kam_story_side *other = walk->change == KAM_RULE_GONE ? &sides->new : &sides->old;
    struct kam_text name, found;

    while (next_name(walk, side, &name)) {
        if (holds(sides, other, walk->kind, name) != (walk->change == KAM_RULE_STILL))
            continue;
        *rule = name;
        if (find_evidence(side, name, &found))
            *rule = kam_speech_phrase(&sides->story->speech, KAM_SAY_RULE_FOUND,
                                      KAM_WORDS({"rule", name}, {"evidence", found}));
        return true;
    }
    return false;
}

struct kam_story_few kam_rule_few(const struct kam_sides *sides, enum kam_rule_kind kind,
                                  enum kam_rule_change change)
{
    struct kam_rule_walk walk = kam_rule_walk(sides, kind, change);
    struct kam_story_few few = {.count = 0};
    struct kam_text rule;

    while (kam_rule_next(&walk, &rule))
        kam_story_few_add(sides->story, &few, rule);
    return few;
}
