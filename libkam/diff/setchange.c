#include "diff/setchange.h"
#include "account/settext.h"

#include <stdlib.h>

enum { NAMED = 3 };

/* Those that went one way: the first of them by name, and how many there are. */
struct names {
    struct kam_buffer text;
    size_t count;
};

static bool add_name(struct names *names, struct kam_text name)
{
    bool ok = true;

    if (names->count < NAMED)
        ok = (names->count == 0 || kam_buffer_add(&names->text, KAM_TEXT(", "))) &&
             kam_buffer_add(&names->text, name);
    names->count++;
    return ok;
}

static bool say(const struct names *names, const struct kam_setchange_words *words,
                const char *what, struct kam_buffer *text)
{
    if (names->count == 0)
        return true;
    return (text->len == 0 || kam_buffer_add(text, KAM_TEXT("; "))) &&
           kam_buffer_printf(text, "%s ", names->count == 1 ? words->one : words->several) &&
           kam_buffer_add(text, kam_buffer_text(&names->text)) &&
           (names->count <= NAMED ||
            kam_buffer_printf(text, " and %zu more", names->count - NAMED)) &&
           kam_buffer_printf(text, " %s", what);
}

/* Both ways. */
struct change {
    struct names out, in;
};

static bool finish(struct change *change, bool ok, const struct kam_setchange_words *words,
                   struct kam_buffer *text)
{
    ok = ok && say(&change->out, words, words->out, text) &&
         say(&change->in, words, words->in, text);
    kam_buffer_free(&change->out.text);
    kam_buffer_free(&change->in.text);
    return ok;
}

/* ---- cells ------------------------------------------------------------------------------------
 */

/* A set as it is gone through, in its order. */
struct cursor {
    struct kam_text rest, item;
    struct kam_buffer scratch;
    bool more, nomem;
};

static void step(struct cursor *cursor)
{
    cursor->more = kam_settext_next(&cursor->rest, &cursor->item, &cursor->scratch, &cursor->nomem);
}

/* Which of the two has the smaller text: negative the first, 0 both. */
static int compare(const struct cursor *a, const struct cursor *b)
{
    if (!a->more || !b->more)
        return b->more ? 1 : -1;
    return kam_text_order(a->item, b->item);
}

bool kam_setchange_add_cells(struct kam_text from, struct kam_text to,
                             const struct kam_setchange_words *words, struct kam_buffer *text)
{
    struct cursor old = {.rest = from}, new = {.rest = to};
    struct change change = {.out = {.count = 0}};
    bool ok = true;

    if (kam_text_equal(from, to))
        return true;
    step(&old);
    step(&new);
    while (ok && (old.more || new.more)) {
        int order = compare(&old, &new);
        if (order < 0)
            ok = add_name(&change.out, old.item);
        else if (order > 0)
            ok = add_name(&change.in, new.item);
        if (order <= 0)
            step(&old);
        if (order >= 0)
            step(&new);
    }
    ok = ok && !old.nomem && !new.nomem;
    kam_buffer_free(&old.scratch);
    kam_buffer_free(&new.scratch);
    return finish(&change, ok, words, text);
}

/* ---- accounts ---------------------------------------------------------------------------------
 */

/* Whether both are columns with the same cell, as most are. */
static bool are_same(const struct kam_diff *diff, const struct kam_movement *movement)
{
    const struct kam_roster *old = diff->old_roster, *new = diff->new_roster;

    return old->source == KAM_ROSTER_COLUMN && new->source == KAM_ROSTER_COLUMN &&
           !kam_movement_has(movement, KAM_TRAIT_OTHER_ID) &&
           kam_text_equal(kam_table_cell(&old->snapshot->table, movement->old_row, old->members),
                          kam_table_cell(&new->snapshot->table, movement->new_row, new->members));
}

/* Those of A that aren't in B, from number FIRST on. */
static bool add_others(struct names *names, const struct kam_map *a, uint32_t first,
                       const struct kam_map *b)
{
    bool ok = true;

    for (uint32_t i = first; ok && i < a->count; i++)
        if (kam_map_find(b, a->texts[i]) == KAM_NONE)
            ok = add_name(names, a->texts[i]);
    return ok;
}

/*
 * Whether the account_id, which comes first, is another one that wasn't there before: then that is
 * no account more or less. If it is one that was, the old one has left.
 */
static bool is_renamed(const struct kam_movement *movement, const struct kam_map *old,
                       const struct kam_map *new)
{
    return kam_movement_has(movement, KAM_TRAIT_OTHER_ID) &&
           kam_map_find(old, new->texts[0]) == KAM_NONE;
}

bool kam_setchange_add_accounts(const struct kam_diff *diff, const struct kam_movement *movement,
                                const struct kam_setchange_words *words, struct kam_buffer *text)
{
    struct kam_map old = {.count = 0}, new = {.count = 0};
    struct change change = {.out = {.count = 0}};

    if (are_same(diff, movement))
        return true;
    bool ok = kam_roster_collect(diff->old_roster, movement->old_row, &old) &&
              kam_roster_collect(diff->new_roster, movement->new_row, &new) &&
              add_others(&change.out, &old, is_renamed(movement, &old, &new), &new) &&
              add_others(&change.in, &new, kam_movement_has(movement, KAM_TRAIT_OTHER_ID), &old);
    kam_map_free(&old);
    kam_map_free(&new);
    return finish(&change, ok, words, text);
}
