/*
 * idsample: what the ids at the beginning of an export tell about all of them.
 *
 * A spreadsheet keeps 15 digits of a number: longer ids come out of it with zeros at their end, and
 * several customers become one. And two billing systems may give the same id to different
 * customers.
 */
#ifndef KAM_IMPORT_IDSAMPLE_H
#define KAM_IMPORT_IDSAMPLE_H

#include "base/map.h"

enum {
    KAM_ID_SAMPLE_MOST = 50000, /* ids of one file that are looked at */
    KAM_ID_TAILS = 17,
};

/* Of one file. Zero-initialised it is empty. */
struct kam_id_sample {
    struct kam_map ids; /* clean, without a prefix */
    uint64_t *names;    /* a hash of the name first seen with each; 0: none */
    size_t names_capacity;
    bool two_names; /* an id that ends in zeros had two */
    /* ids of 16 and more digits by how many are behind the 15th, and those with only zeros there */
    uint64_t long_ids[KAM_ID_TAILS], zero_tails[KAM_ID_TAILS];
};

/* An id with the name in its line. False when memory ran out. */
KAM_MUST_CHECK bool kam_id_sample_add(struct kam_id_sample *sample, struct kam_text id,
                                      struct kam_text name);

/*
 * True if more long ids end in zeros than chance explains: then ids that do can't be told apart.
 */
bool kam_id_sample_is_cut(const struct kam_id_sample *sample);

/*
 * Ids that both have, with a name in each; *DIFFERENT of them have different names, *EXAMPLE being
 * one of these.
 */
uint64_t kam_id_sample_shared(const struct kam_id_sample *a, const struct kam_id_sample *b,
                              uint64_t *different, struct kam_text *example);

/* Drop the ids, keep what was counted. */
void kam_id_sample_free(struct kam_id_sample *sample);

#endif
