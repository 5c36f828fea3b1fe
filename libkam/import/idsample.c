#include "import/idsample.h"
#include "base/binomial.h"
#include "table/clean.h"

#include <stdlib.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

enum { KEPT_DIGITS = 15 }; /* by spreadsheets */

static uint64_t hash_name(struct kam_text name)
{
    uint64_t hash = name.len ? XXH3_64bits(name.ptr, name.len) : 0;

    return name.len && hash == 0 ? 1 : hash;
}

/* ID is new: count it if it is long. */
static void count_tail(struct kam_id_sample *sample, struct kam_text id)
{
    bool is_long;
    unsigned zeros = kam_clean_zero_tail(id, &is_long);
    size_t tail = id.len - KEPT_DIGITS;

    if (!is_long || tail >= KAM_ID_TAILS)
        return;
    sample->long_ids[tail]++;
    sample->zero_tails[tail] += zeros > 0;
}

bool kam_id_sample_add(struct kam_id_sample *sample, struct kam_text id, struct kam_text name)
{
    uint32_t number, known = sample->ids.count;
    uint64_t hash = hash_name(name);
    bool is_long;

    if (id.len == 0)
        return true;
    if (known >= KAM_ID_SAMPLE_MOST) {
        number = kam_map_find(&sample->ids, id);
        if (number == KAM_NONE)
            return true;
    } else if (!kam_map_intern(&sample->ids, id, &number) ||
               !kam_array_reserve(&sample->names, &sample->names_capacity,
                                  (size_t)sample->ids.count, sizeof *sample->names)) {
        return false;
    }
    if (number == known) {
        sample->names[number] = hash;
        count_tail(sample, id);
    } else if (sample->names[number] == 0) {
        sample->names[number] = hash;
    } else if (hash && hash != sample->names[number] && kam_clean_zero_tail(id, &is_long)) {
        sample->two_names = true;
    }
    return true;
}

bool kam_id_sample_is_cut(const struct kam_id_sample *sample)
{
    const double improbable = 1e-4; /* in one file of ten thousand nothing is wrong */
    double chance = 1;

    for (unsigned tail = 1; tail < KAM_ID_TAILS; tail++) {
        chance /= 10;
        if (sample->zero_tails[tail] &&
            kam_binomial_tail(sample->long_ids[tail], sample->zero_tails[tail], chance) <
                improbable)
            return true;
    }
    return sample->two_names;
}

uint64_t kam_id_sample_shared(const struct kam_id_sample *a, const struct kam_id_sample *b,
                              uint64_t *different, struct kam_text *example)
{
    const struct kam_id_sample *few = a->ids.count < b->ids.count ? a : b;
    const struct kam_id_sample *many = few == a ? b : a;
    uint64_t shared = 0;

    *different = 0;
    for (uint32_t i = 0; i < few->ids.count; i++) {
        uint32_t other = few->names[i] ? kam_map_find(&many->ids, few->ids.texts[i]) : KAM_NONE;
        if (other == KAM_NONE || many->names[other] == 0)
            continue;
        shared++;
        if (many->names[other] == few->names[i])
            continue;
        /* The least one, whatever order they came in. */
        if (*different == 0 || kam_text_order(few->ids.texts[i], *example) < 0)
            *example = few->ids.texts[i];
        ++*different;
    }
    return shared;
}

void kam_id_sample_free(struct kam_id_sample *sample)
{
    kam_map_free(&sample->ids);
    free(sample->names);
    sample->names = NULL;
    sample->names_capacity = 0;
}
