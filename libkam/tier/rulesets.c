#include "tier/rulesets.h"

#include "account/settext.h"
#include "base/sort.h"

static int compare_names(uint32_t a, uint32_t b, void *context)
{
    const struct kam_ruling *const *ruling = context;

    return kam_text_order(kam_ruling_rule(*ruling, a)->name, kam_ruling_rule(*ruling, b)->name);
}

/* The rules FIRST to END - 1 in the order of their names, as sets have them. */
static const size_t *sort_rules(struct kam_rulesets *sets, size_t first, size_t end)
{
    const struct kam_ruling *ruling = sets->ruling;
    size_t count = end - first;
    uint32_t *numbers = kam_arena_calloc(&sets->arena, count + 1, sizeof *numbers);
    size_t *rules = kam_arena_calloc(&sets->arena, count + 1, sizeof *rules);

    if (!numbers || !rules)
        return NULL;
    for (size_t i = 0; i < count; i++)
        numbers[i] = (uint32_t)(first + i);
    if (!kam_sort(numbers, count, compare_names, &ruling))
        return NULL;
    for (size_t i = 0; i < count; i++)
        rules[i] = numbers[i];
    return rules;
}

bool kam_rulesets_make(struct kam_rulesets *sets, const struct kam_ruling *ruling)
{
    *sets = (struct kam_rulesets){.ruling = ruling};
    sets->categories = sort_rules(sets, ruling->first_category, ruling->first_flag);
    sets->flags = sort_rules(sets, ruling->first_flag, ruling->count);
    return sets->categories && sets->flags;
}

void kam_rulesets_free(struct kam_rulesets *sets)
{
    kam_arena_free(&sets->arena);
}

/* The names of those of RULES[COUNT] that hold for ROW. */
static bool add(const struct kam_rulesets *sets, uint32_t row, const size_t *rules, size_t count,
                struct kam_buffer *buffer)
{
    bool ok = true;

    for (size_t i = 0; i < count && ok; i++)
        if (kam_ruling_holds(sets->ruling, row, rules[i]))
            ok = kam_settext_add(buffer, kam_ruling_rule(sets->ruling, rules[i])->name);
    return ok;
}

bool kam_rulesets_add_categories(const struct kam_rulesets *sets, uint32_t row,
                                 struct kam_buffer *buffer)
{
    return add(sets, row, sets->categories, sets->ruling->first_flag - sets->ruling->first_category,
               buffer);
}

bool kam_rulesets_add_flags(const struct kam_rulesets *sets, uint32_t row,
                            struct kam_buffer *buffer)
{
    return add(sets, row, sets->flags, sets->ruling->count - sets->ruling->first_flag, buffer);
}
