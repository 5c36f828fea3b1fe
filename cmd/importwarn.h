/*
 * importwarn: what looks wrong about an import as a whole, though every line of it is right.
 */
#ifndef KAM_IMPORTWARN_H
#define KAM_IMPORTWARN_H

#include "front.h"
#include "import/coverage.h"
#include "import/import.h"
#include "join/join.h"

/* Warn of files that are clearly not in the encoding given: it may be why no header was found. */
void kam_import_warn_of_encodings(struct kam_front *front, const struct kam_import_plan *plan);

/*
 * Warn of a window without lines, a customer file (JOIN, may be NULL) that fits nobody, ids that
 * two exports give to different customers, and months that are missing or thin.
 */
void kam_import_warn_of(struct kam_front *front, const struct kam_import *import,
                        const struct kam_join *join, const struct kam_coverage *coverage);

#endif
