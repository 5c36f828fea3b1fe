#include "import/fact.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void kam_facts_add(struct kam_facts *facts, const char *item, struct kam_text name,
                   struct kam_text value, struct kam_text why)
{
    struct kam_fact fact = {.item = item};

    if (!kam_arena_copy(&facts->arena, name, &fact.name) ||
        !kam_arena_copy(&facts->arena, value, &fact.value) ||
        !kam_arena_copy(&facts->arena, why, &fact.why) ||
        !kam_array_reserve(&facts->items, &facts->capacity, facts->count + 1,
                           sizeof *facts->items)) {
        facts->failed = true;
        return;
    }
    facts->items[facts->count++] = fact;
}

void kam_facts_print(struct kam_facts *facts, const char *item, const char *name, const char *why,
                     const char *format, ...)
{
    char value[256];
    va_list args;

    va_start(args, format);
    vsnprintf(value, sizeof value, format, args);
    va_end(args);
    kam_facts_add(facts, item, kam_text_of(name), kam_text_of(value), kam_text_of(why));
}

const struct kam_fact *kam_facts_find(const struct kam_facts *facts, const char *item, size_t from)
{
    for (size_t i = from; i < facts->count; i++)
        if (strcmp(facts->items[i].item, item) == 0)
            return &facts->items[i];
    return NULL;
}

void kam_facts_free(struct kam_facts *facts)
{
    free(facts->items);
    kam_arena_free(&facts->arena);
    *facts = (struct kam_facts){0};
}
