#include "group/renames.h"
#include "base/sort.h"

#include <stdlib.h>

/* What becomes of an id. */
struct step {
    const struct kam_relation *pair; /* that says so; of several the earliest */
    uint32_t next;                   /* the id behind it, KAM_NONE: that one isn't renamed */
    uint32_t last;                   /* the one whose pair names the newest id; KAM_NONE: open */
    uint32_t length;                 /* how many pairs there are to the newest id */
};

struct search {
    const struct kam_relations *relations;
    struct kam_map ids; /* that are renamed */
    struct step *steps; /* of each */
    size_t capacity;
};

void kam_renames_free(struct kam_renames *renames)
{
    free(renames->items);
    *renames = (struct kam_renames){.items = NULL};
}

static struct kam_place place_of(const struct search *search, const struct kam_relation *pair)
{
    return kam_table_place(&search->relations->table, pair->row, KAM_NO_COLUMN);
}

static unsigned long long line_of(const struct search *search, const struct kam_relation *pair)
{
    return (unsigned long long)place_of(search, pair).line;
}

static bool is_rename(const struct kam_relation *pair)
{
    return pair->kind == KAM_RELATION_RENAMED && !kam_text_equal(pair->account, pair->parent);
}

static enum kam_status add_step(struct search *search, const struct kam_relation *pair,
                                struct kam_error *error)
{
    uint32_t count = search->ids.count, id;

    if (!kam_array_reserve(&search->steps, &search->capacity, (size_t)count + 1,
                           sizeof *search->steps) ||
        !kam_map_intern(&search->ids, pair->account, &id))
        return kam_error_nomem(error);
    struct step *step = &search->steps[id];
    if (id == count) {
        *step = (struct step){pair, KAM_NONE, KAM_NONE, 0};
        return KAM_OK;
    }
    if (!kam_text_equal(step->pair->parent, pair->parent)) {
        struct kam_place place = place_of(search, pair);
        return kam_error_at(error, KAM_DATA, &place,
                            "%s is called %s here, and %s by line %llu: an account has one id; "
                            "end the older renaming by `to`, or rename the one into the other",
                            kam_show(pair->account).s, kam_show(pair->parent).s,
                            kam_show(step->pair->parent).s, line_of(search, step->pair));
    }
    if (pair->from < step->pair->from)
        step->pair = pair;
    return KAM_OK;
}

/* Where each id goes on to. An id that was given up can't be a new one later. */
static enum kam_status join_steps(struct search *search, struct kam_error *error)
{
    for (uint32_t i = 0; i < search->ids.count; i++) {
        struct step *step = &search->steps[i];
        step->next = kam_map_find(&search->ids, step->pair->parent);
        if (step->next == KAM_NONE)
            continue;
        const struct kam_relation *other = search->steps[step->next].pair;
        struct kam_place place = place_of(search, step->pair);
        if (other->from < step->pair->from)
            return kam_error_at(error, KAM_DATA, &place,
                                "%s is called %s from then on, but that had become %s before, by "
                                "line %llu; name the newest id, or end one of the two by `to`",
                                kam_show(step->pair->account).s, kam_show(step->pair->parent).s,
                                kam_show(other->parent).s, line_of(search, other));
    }
    return KAM_OK;
}

/* ID leads back to itself: say so at the pair that stands last in the file. */
static enum kam_status reject_circle(const struct search *search, uint32_t id,
                                     struct kam_error *error)
{
    enum { NAMED = 6 };
    const struct step *steps = search->steps;
    struct kam_buffer path = {NULL, 0, 0};
    uint32_t start = id, length = 0, named = 0;
    bool ok = true;

    for (uint32_t i = steps[id].next; i != id; i = steps[i].next)
        if (steps[i].pair->row > steps[start].pair->row)
            start = i;
    uint32_t i = start;
    do {
        if (length++ < NAMED && ok) {
            ok = kam_buffer_printf(&path, "%s -> ", kam_show(search->ids.texts[i]).s);
            named++;
        }
        i = steps[i].next;
    } while (i != start);
    ok = ok && (named == length || kam_buffer_printf(&path, "... -> "));
    struct kam_place place = place_of(search, steps[start].pair);
    enum kam_status status =
        ok ? kam_error_at(error, KAM_DATA, &place,
                          "renamed in a circle, so that no id is the newest: %.*s%s; end one of "
                          "these by `to`",
                          (int)path.len, path.ptr, kam_show(search->ids.texts[start]).s)
           : kam_error_nomem(error);
    kam_buffer_free(&path);
    return status;
}

/* Follow the steps from ID, and note the last on all of the way. */
static enum kam_status follow(struct search *search, uint32_t id, uint32_t *path,
                              struct kam_error *error)
{
    struct step *steps = search->steps;
    size_t length = 0;
    uint32_t end = id;

    for (; steps[end].last == KAM_NONE; end = steps[end].next) {
        if (length > search->ids.count)
            return reject_circle(search, end, error);
        path[length++] = end;
        if (steps[end].next == KAM_NONE) {
            steps[end].last = end;
            steps[end].length = 1;
            length--;
            break;
        }
    }
    while (length-- > 0) {
        struct step *step = &steps[path[length]];
        step->last = steps[end].last;
        step->length = steps[step->next].length + 1;
    }
    return KAM_OK;
}

static enum kam_status follow_all(struct search *search, struct kam_error *error)
{
    uint32_t *path = malloc(((size_t)search->ids.count + 2) * sizeof *path);
    enum kam_status status = path ? KAM_OK : kam_error_nomem(error);

    for (uint32_t i = 0; !status && i < search->ids.count; i++)
        if (search->steps[i].last == KAM_NONE)
            status = follow(search, i, path, error);
    free(path);
    return status;
}

/* The id that was given up last first; of several the one nearer to what it is called now. */
static int compare_ages(uint32_t a, uint32_t b, void *context)
{
    const struct search *search = context;
    const struct step *p = &search->steps[a], *q = &search->steps[b];

    if (p->pair->from != q->pair->from)
        return p->pair->from > q->pair->from ? -1 : 1;
    if (p->length != q->length)
        return p->length < q->length ? -1 : 1;
    return kam_text_order(search->ids.texts[a], search->ids.texts[b]);
}

static enum kam_status list_renames(const struct search *search, struct kam_renames *renames,
                                    struct kam_error *error)
{
    uint32_t count = search->ids.count;
    uint32_t *order = malloc(((size_t)count + 1) * sizeof *order);

    renames->items = malloc(((size_t)count + 1) * sizeof *renames->items);
    for (uint32_t i = 0; order && i < count; i++)
        order[i] = i;
    bool ok =
        order && renames->items && kam_sort(order, count, compare_ages, (void *)(uintptr_t)search);
    for (uint32_t i = 0; ok && i < count; i++) {
        const struct step *step = &search->steps[order[i]];
        renames->items[renames->count++] =
            (struct kam_rename){step->pair->account, search->steps[step->last].pair->parent};
    }
    free(order);
    return ok ? KAM_OK : kam_error_nomem(error);
}

enum kam_status kam_renames_find(struct kam_renames *renames, const struct kam_relations *relations,
                                 struct kam_error *error)
{
    struct search search = {.relations = relations};
    enum kam_status status = KAM_OK;

    *renames = (struct kam_renames){.items = NULL};
    for (size_t i = 0; !status && i < relations->count; i++)
        if (is_rename(&relations->items[i]))
            status = add_step(&search, &relations->items[i], error);
    if (!status)
        status = join_steps(&search, error);
    if (!status)
        status = follow_all(&search, error);
    if (!status)
        status = list_renames(&search, renames, error);
    kam_map_free(&search.ids);
    free(search.steps);
    if (status)
        kam_renames_free(renames);
    return status;
}
