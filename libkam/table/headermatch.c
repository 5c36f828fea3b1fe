#include "table/headermatch.h"
#include "base/map.h"

#include <stdlib.h>

/* The places of each name among the others that nobody took yet, as chains. */
struct places {
    struct kam_map names;
    size_t *first; /* of name number n; SIZE_MAX: none is left */
    size_t *next;  /* of the same name */
};

static bool list_places(struct places *places, const struct kam_text *others, size_t count)
{
    for (size_t i = count; i-- > 0;) {
        uint32_t known = places->names.count, number;
        if (!kam_map_intern(&places->names, others[i], &number))
            return false;
        places->next[i] = number == known ? SIZE_MAX : places->first[number];
        places->first[number] = i;
    }
    return true;
}

static void take_places(struct places *places, const struct kam_text *names, size_t count,
                        size_t *order, struct kam_header_match *match)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t number = kam_map_find(&places->names, names[i]);
        if (number == KAM_NONE || places->first[number] == SIZE_MAX) {
            match->missing = i;
            return;
        }
        order[i] = places->first[number];
        places->first[number] = places->next[order[i]];
    }
    for (uint32_t n = 0; n < places->names.count; n++)
        if (places->first[n] < match->extra)
            match->extra = places->first[n];
}

bool kam_header_match(struct kam_header_match *match, const struct kam_text *names, size_t count,
                      const struct kam_text *others, size_t other_count, size_t *order)
{
    struct places places = {.first = calloc(other_count + 1, sizeof *places.first),
                            .next = calloc(other_count + 1, sizeof *places.next)};
    bool ok = places.first && places.next && list_places(&places, others, other_count);

    *match = (struct kam_header_match){SIZE_MAX, SIZE_MAX};
    if (ok)
        take_places(&places, names, count, order, match);
    kam_map_free(&places.names);
    free(places.first);
    free(places.next);
    return ok;
}
