#include "report/pagename.h"

#include "base/character.h"
#include "base/map.h"

enum { MOST_BYTES = 100 }; /* of a value; file systems bear 255 with number and ending */

static bool is_plain(uint32_t point)
{
    return (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') ||
           (point >= 'a' && point <= 'z') || point == '_';
}

/* What is beyond ASCII and neither space, control, mark of direction nor broken. */
static bool is_letter_elsewhere(uint32_t point)
{
    bool is_space = point == 0xA0 || (point >= 0x2000 && point <= 0x206F) || point == 0x3000 ||
                    point == 0xFEFF || point == 0x61C;
    bool is_none = point >= 0xFFF0 && point <= 0xFFFF;

    return point >= 0xA0 && point < KAM_CHARACTER_BROKEN && !is_space && !is_none;
}

/* VALUE as far as a name bears it, hyphens neither doubled nor at its ends. */
static bool add_stem(struct kam_text value, struct kam_buffer *name)
{
    bool owes_hyphen = false, ok = true;

    while (value.len && name->len < MOST_BYTES && ok) {
        struct kam_text before = value;
        uint32_t point = kam_character_take(&value);
        bool is_point = point == '.' && name->len && value.len;
        if (!is_plain(point) && !is_letter_elsewhere(point) && !is_point) {
            owes_hyphen = name->len > 0;
            continue;
        }
        ok = (!owes_hyphen || kam_buffer_add_byte(name, '-')) &&
             kam_buffer_add(name, kam_text_before(before, value));
        owes_hyphen = false;
    }
    return ok && (name->len || kam_buffer_add(name, KAM_TEXT("none")));
}

/* NAME without the case of its ASCII letters, in FOLDED. */
static bool fold(struct kam_text name, struct kam_buffer *folded)
{
    folded->len = 0;
    if (!kam_buffer_add(folded, name))
        return false;
    for (size_t i = 0; i < folded->len; i++)
        if (folded->ptr[i] >= 'A' && folded->ptr[i] <= 'Z')
            folded->ptr[i] = (char)(folded->ptr[i] - 'A' + 'a');
    return true;
}

/* Whether NAME is one of TAKEN, which it is afterwards. */
static bool take(struct kam_text name, struct kam_map *taken, struct kam_buffer *folded,
                 bool *was_free)
{
    uint32_t number, count = taken->count;
    bool ok = fold(name, folded) && kam_map_intern(taken, kam_buffer_text(folded), &number);

    *was_free = ok && taken->count > count;
    return ok;
}

static bool make_name(struct kam_text value, struct kam_map *taken, struct kam_buffer *name,
                      struct kam_buffer *folded)
{
    bool was_free = false;

    name->len = 0;
    bool ok = add_stem(value, name);
    size_t stem = name->len;
    for (unsigned number = 1; ok && !was_free; number++) {
        name->len = stem;
        ok = (number == 1 || kam_buffer_printf(name, "-%u", number)) &&
             kam_buffer_add(name, KAM_TEXT(".html")) &&
             take(kam_buffer_text(name), taken, folded, &was_free);
    }
    return ok;
}

enum kam_status kam_pagenames_make(const struct kam_text *values, size_t count, const char **names,
                                   struct kam_arena *arena, struct kam_error *error)
{
    struct kam_map taken = {.count = 0};
    struct kam_buffer name = {NULL, 0, 0}, folded = {NULL, 0, 0};
    uint32_t index;
    bool ok = kam_map_intern(&taken, KAM_TEXT(KAM_PAGENAME_INDEX), &index);

    for (size_t i = 0; i < count && ok; i++) {
        struct kam_text copy;
        ok = make_name(values[i], &taken, &name, &folded) && kam_buffer_add_byte(&name, '\0') &&
             kam_arena_copy(arena, kam_buffer_text(&name), &copy);
        names[i] = ok ? copy.ptr : NULL;
    }
    kam_buffer_free(&name);
    kam_buffer_free(&folded);
    kam_map_free(&taken);
    return ok ? KAM_OK : kam_error_nomem(error);
}
