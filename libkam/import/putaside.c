#include "import/putaside.h"
#include "account/walk.h"
#include "import/overlap.h"

#include <stdlib.h>

struct check {
    struct kam_import *import;
    struct kam_overlap *overlaps; /* of its inputs */
};

static enum kam_status meet(void *context, const struct kam_run_meeting *meeting,
                            struct kam_error *error)
{
    struct check *check = context;

    if (meeting->source == 0)
        return KAM_OK;
    size_t file = meeting->source - 1;
    if (meeting->source == meeting->before_source) {
        struct kam_place place = {check->import->files[file].name, (unsigned)file, 0, "account_id"};
        return kam_error_at(error, KAM_DATA, &place,
                            "%s stands there twice, but a table has each account once: did a "
                            "spreadsheet change an id?",
                            kam_show(kam_account_id(meeting->record)).s);
    }
    kam_overlap_note(&check->overlaps[file], &meeting->before->revenue, &meeting->record->revenue);
    return KAM_OK;
}

static enum kam_status walk(struct check *check, struct kam_error *error)
{
    const struct kam_run_listener listener = {meet, check};
    struct kam_walk_batch batch = {.count = 0};
    struct kam_walk *walk;
    enum kam_status status = kam_walk_open_with(&walk, check->import->store, &listener, error);

    while (!status)
        status = kam_walk_next(walk, &batch, error);
    kam_walk_batch_free(&batch);
    kam_walk_close(walk);
    return status == KAM_END ? KAM_OK : status;
}

static void warn(const struct check *check)
{
    const struct kam_import *import = check->import;
    struct kam_error warning;

    for (size_t i = 0; i < import->plan->file_count; i++) {
        if (!kam_overlap_is_suspicious(&check->overlaps[i]))
            continue;
        kam_overlap_warning(&check->overlaps[i], import->files[i].name, &warning);
        kam_import_warn(import, &warning);
    }
}

static bool has_tables(const struct kam_import *import)
{
    for (size_t i = 0; i < import->plan->file_count; i++)
        if (import->plan->files[i].kind == KAM_INPUT_TABLE)
            return true;
    return false;
}

enum kam_status kam_putaside_check(struct kam_import *import, struct kam_error *error)
{
    /* Where accounts are still in memory, none was put aside. */
    if (kam_store_count(import->store) || !has_tables(import))
        return KAM_OK;
    struct check check = {import, calloc(import->plan->file_count + 1, sizeof *check.overlaps)};

    if (!check.overlaps)
        return kam_error_nomem(error);
    enum kam_status status = walk(&check, error);
    if (!status)
        warn(&check);
    free(check.overlaps);
    return status;
}
