/* The law that memory makes no difference: all accounts are put aside after every few lines. */
#include "importlaws.h"

#include <string.h>

/* Its sums may stay within their range in one order of adding, and not in another. */
static bool fails_for_size(const struct imported *result)
{
    return result->status == KAM_DATA && strstr(result->error.text, "too large");
}

static bool same_bytes(const struct kam_buffer *a, const struct kam_buffer *b)
{
    return kam_text_equal(kam_buffer_text(a), kam_buffer_text(b));
}

static const char *broken_by_little_memory(const struct imported *little,
                                           const struct imported *result)
{
    if (fails_for_size(little) || fails_for_size(result))
        return NULL;
    if (little->status != result->status)
        return "a run succeeds or fails, however much memory there is for accounts";
    if (!result->status && little->warnings != result->warnings)
        return "there are as many warnings, however much memory there is for accounts";
    if (!same_bytes(&little->table, &result->table) ||
        !same_bytes(&little->rejects, &result->rejects) ||
        !same_bytes(&little->reconcile, &result->reconcile))
        return "what comes out is the same, however much memory there is for accounts";
    return NULL;
}

const char *imported_in_little_memory_broken_law(const struct imported *result,
                                                 const struct importing_place *place,
                                                 const char *const *paths, size_t count,
                                                 const struct kam_import_options *options,
                                                 struct kam_error *why)
{
    struct importing_place little_place = *place;
    struct imported little;

    little_place.memory = 1;
    importing_run(&little, &little_place, paths, count, options);
    const char *broken = broken_by_little_memory(&little, result);
    *why = little.error;
    imported_free(&little);
    return broken;
}
