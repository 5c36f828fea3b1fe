/*
 * relisted: what kam's views of movements make of a list of them that was read back, for comparing
 * it with what they make of the snapshots.
 *
 *     relisted TIER,... LIST bridge|customers|revenue-from|revenue-to|revenue-delta|retention
 *              [COLUMN VALUE]
 *
 * Writes that view of LIST, kam-diff --all, as kam-diff does; with COLUMN of its rows with VALUE
 * there, alone. The TIERs are the highest first.
 */
#include "diff/bridge.h"
#include "diff/listingread.h"
#include "diff/retention.h"
#include "diff/transition.h"

#include <stdio.h>
#include <stdlib.h>

static void must(enum kam_status status, const struct kam_error *error)
{
    char text[2048];

    if (!status)
        return;
    kam_error_format(error, text, sizeof text);
    fprintf(stderr, "relisted: %s\n", text);
    exit(1);
}

static void must_have(const void *memory)
{
    struct kam_error error;

    if (!memory)
        must(kam_error_nomem(&error), &error);
}

/* The rows of LISTING that have VALUE in its column, or all. */
static size_t choose(const struct kam_listing_read *listing, const char *value, uint32_t *rows)
{
    size_t column = kam_table_find(&listing->table, listing->column), count = 0;

    for (uint32_t row = 0; row < listing->table.count; row++)
        if (!value ||
            kam_text_equal(kam_table_cell(&listing->table, row, column), kam_text_of(value)))
            rows[count++] = row;
    return count;
}

static void write_matrix(const struct kam_diff *diff, const char *figure, struct kam_writer *writer,
                         struct kam_error *error)
{
    struct kam_transition_options options = {.form = KAM_TRANSITION_SUMS};
    struct kam_transition transition = {.diff = NULL};

    if (!kam_transition_parse(kam_text_of(figure), &options.figure))
        must(kam_error_set(error, KAM_USAGE, "no such view: %s", figure), error);
    must(kam_transition_compute(&transition, diff, &options, error), error);
    kam_transition_write(&transition, writer);
    kam_transition_free(&transition);
}

static void write_view(const struct kam_diff *diff, const char *view, struct kam_writer *writer,
                       struct kam_error *error)
{
    struct kam_bridge bridge;
    struct kam_retention retention = {.diff = NULL};

    if (strcmp(view, "bridge") == 0) {
        must(kam_bridge_compute(&bridge, diff, error), error);
        kam_bridge_write(&bridge, writer);
    } else if (strcmp(view, "retention") == 0) {
        must(kam_retention_compute(&retention, diff, NULL, error), error);
        kam_retention_write(&retention, writer);
        kam_retention_free(&retention);
    } else {
        write_matrix(diff, view, writer, error);
    }
}

static void take_tiers(struct kam_ladder *ladder, const char *names, struct kam_error *error)
{
    struct kam_text rest = kam_text_of(names), tiers[16];
    size_t count = 0;
    bool found = true;

    while (found && count < 16)
        tiers[count++] = kam_text_split(&rest, ',', &found);
    must(kam_ladder_of_model(ladder, tiers, count, error), error);
}

int main(int argc, char **argv)
{
    struct kam_ladder ladder = {.source = KAM_LADDER_MODEL};
    struct kam_listing_read listing = {.file = NULL};
    struct kam_reader_options options = {.delimiter = ','};
    struct kam_diff part;
    struct kam_writer writer;
    struct kam_output *output;
    struct kam_error error;

    if (argc < 4)
        must(kam_error_set(&error, KAM_USAGE, "TIERS LIST VIEW are needed"), &error);
    take_tiers(&ladder, argv[1], &error);
    must(kam_listing_read(&listing, argv[2], &ladder, kam_text_of(argc > 5 ? argv[4] : ""),
                          &options, &error),
         &error);
    uint32_t *rows = malloc((listing.table.count + 1) * sizeof *rows);
    must_have(rows);
    must(kam_listing_part(&part, &listing, rows, choose(&listing, argc > 5 ? argv[5] : NULL, rows),
                          &error),
         &error);
    must(kam_output_open(&output, NULL, false, &error), &error);
    kam_writer_init(&writer, output, &(struct kam_writer_options){.delimiter = ','});
    write_view(&part, argv[3], &writer, &error);
    must(kam_output_commit(output, &error), &error);
    free(part.movements);
    free(rows);
    kam_listing_read_free(&listing);
    kam_ladder_free(&ladder);
    return 0;
}
