/*
 * boxplaces: which box of the grid each row of a snapshot is in, as kam-tier puts it there, and
 * where in it a picture shows it.
 *
 * Between two limits a customer is as high as its figure is between them. In a box that is open to
 * one side it is as high as the part of all customers on that side of the limit who have less, so
 * that a few that are far out don't press all others against the limit. Customers with the same
 * figure are in the same place, and a page about some customers has them where that of all does.
 */
#ifndef KAM_REPORT_BOXPLACES_H
#define KAM_REPORT_BOXPLACES_H

#include "model/model.h"
#include "report/lack.h"
#include "tier/boxes.h"
#include "tier/snapshot.h"

enum { KAM_BOX_SIDE = 65536 }; /* of a box, in units of a place */

/* Zero-initialised it is empty. It takes 8 bytes a row; while it is made, 45 and more. */
struct kam_boxplaces {
    struct kam_lack lack; /* if it is, there is nothing else */
    struct kam_boxes boxes;
    uint16_t *heights;      /* per row that isn't a prospect and has a box: above its lower side */
    uint16_t *widths;       /* right of its left side */
    struct kam_arena arena; /* of the lack */
};

/*
 * Those of SNAPSHOT, the file PATH, under MODEL, in THREADS threads; all have to outlive PLACES.
 * KAM_DATA where a cell that the grid looks at is no number. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_boxplaces_make(struct kam_boxplaces *places,
                                                  const struct kam_snapshot *snapshot,
                                                  const char *path, const struct kam_model *model,
                                                  unsigned threads, struct kam_error *error);

void kam_boxplaces_free(struct kam_boxplaces *places);

#endif
