/*
 * importlaws: what holds for every import, whatever the bytes of its inputs are: it either fails
 * with a message, or every line and every cent is accounted for. Lines are counted by the second
 * implementation of records.h, and sums are taken from the bytes of the outputs.
 */
#ifndef KAM_TESTS_IMPORTLAWS_H
#define KAM_TESTS_IMPORTLAWS_H

#include "importing.h"

/* The first law that RESULT, an import as OPTIONS say, breaks, in words; NULL if it keeps all. */
const char *imported_broken_law(const struct imported *result,
                                const struct kam_import_options *options);

/*
 * The outputs of RESULT are imported in turn: its table gives itself, and of its rejected lines,
 * which nobody mended, none is used. A law in words, or NULL;
 * nothing to see where RESULT failed. WHY is filled where an output can't be imported.
 */
const char *imported_again_broken_law(const struct imported *result,
                                      const struct importing_place *place,
                                      const struct kam_import_options *options,
                                      struct kam_error *why);

/*
 * RESULT, an import of PATHS[COUNT] as OPTIONS say, comes out the same where accounts have hardly
 * any memory and are put aside all the time. A law in words, or NULL; WHY is filled where that
 * fails.
 */
const char *imported_in_little_memory_broken_law(const struct imported *result,
                                                 const struct importing_place *place,
                                                 const char *const *paths, size_t count,
                                                 const struct kam_import_options *options,
                                                 struct kam_error *why);

/*
 * An inspection of the one input at PATH says whether it can be imported as it stands, and RESULT,
 * an import of it as OPTIONS say, went so: it succeeded without a bad line, or it didn't. A law in
 * words, or NULL.
 */
const char *inspected_broken_law(const struct imported *result, const char *path,
                                 const struct kam_import_options *options);

#endif
