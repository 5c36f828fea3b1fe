/*
 * boxed: snapshots in the boxes of a report.
 */
#ifndef KAM_TESTS_BOXED_H
#define KAM_TESTS_BOXED_H

#include "report/boxchart.h"
#include "temporary.h"

#include <stdio.h>

/* A report's boxes of a snapshot under a model, and what they are made of. */
struct boxed {
    char path[TEMPORARY_PATH];
    struct kam_model *model;
    struct kam_reportsource source;
    uint32_t *rows;
    struct kam_reportscope scope;
    struct kam_reportboxes boxes;
    struct kam_arena arena;
};

static const char boxed_header[] =
    "account_id,tier,tier_cut,rank,period,model,by,lines,revenue,money,points,class\n";

/* SNAPSHOT in MODEL's boxes, as a page sees them that is about every EVERY-th row. */
static inline void put_in_boxes(struct boxed *boxed, const char *model, const char *snapshot,
                                size_t every)
{
    const struct kam_reader_options options = {.delimiter = ','};
    struct kam_error error = {0};

    *boxed = (struct boxed){.rows = NULL};
    temporary_file(boxed->path, snapshot);
    if (kam_model_load_text(&boxed->model, "m.kam", kam_text_of(model), NULL, 0, &error))
        fail_msg("%s", error.text);
    const struct kam_reportfiles files = {.snapshot = boxed->path};
    if (kam_reportsource_read(&boxed->source, &files, boxed->model, &options, 2, &error))
        fail_msg("%s", error.text);
    size_t count = boxed->source.now.snapshot.table.count, items = 0;
    boxed->rows = malloc((count + 1) * sizeof *boxed->rows);
    assert_non_null(boxed->rows);
    for (size_t row = 0; row < count; row += every)
        boxed->rows[items++] = (uint32_t)row;
    boxed->scope.now = (struct kam_reportrows){boxed->rows, items};
    assert_int_equal(
        kam_reportboxes_make(&boxed->boxes, &boxed->source, &boxed->scope, &boxed->arena, &error),
        KAM_OK);
}

static inline void unbox(struct boxed *boxed)
{
    kam_arena_free(&boxed->arena);
    kam_reportsource_free(&boxed->source);
    kam_model_free(boxed->model);
    free(boxed->rows);
    unlink(boxed->path);
}

#define CUSTOMER(id, money, points, class)                                                         \
    id ",a,a,1,2026-10,m,revenue,1,10," money "," points "," class "\n"
#define PROSPECT(id, points, class) id ",prospect,,,2026-10,m,revenue,0,," points "," class "\n"
#define TIERS                       "[tiers]\nnames = a, b\nby = revenue\ncut = count 2\n"

#endif
