#include "account/runs.h"
#include "account/recordcode.h"
#include "base/sort.h"

#include <stdlib.h>

/* The accounts of PART by id, into ORDER. */
static bool sort_part(const struct kam_store_part *part, uint32_t *order)
{
    struct kam_text *ids = malloc((part->count + (size_t)1) * sizeof *ids);

    if (!ids)
        return false;
    for (uint32_t i = 0; i < part->count; i++)
        ids[i] = kam_account_id(kam_store_part_account(part, i));
    bool ok = kam_sort_texts(order, ids, part->count);
    free(ids);
    return ok;
}

static enum kam_status write_records(struct kam_scratch *file, const struct kam_store_part *part,
                                     const uint32_t *order, struct kam_error *error)
{
    enum { BLOCK = 1024 * 1024 };
    struct kam_buffer block = {NULL, 0, 0};
    enum kam_status status = KAM_OK;

    for (uint32_t i = 0; i < part->count && !status; i++) {
        const struct kam_account *account = kam_store_part_account(part, order[i]);
        if (!kam_record_encode(account, part->shape.layout, &block))
            status = kam_error_nomem(error);
        if (status || (block.len < BLOCK && i + 1 < part->count))
            continue;
        status = kam_scratch_append(file, kam_buffer_text(&block), error);
        block.len = 0;
    }
    kam_buffer_free(&block);
    return status;
}

enum kam_status kam_runs_add(struct kam_runs *runs, const struct kam_store_part *part,
                             unsigned source, const char *directory, struct kam_error *error)
{
    uint32_t *order = malloc((part->count + (size_t)1) * sizeof *order);
    enum kam_status status = KAM_OK;

    if (runs->count == 0)
        runs->months = KAM_MONTHS_NONE;
    /* It is there already where a first run failed, and another thread didn't hear of it. */
    if (!runs->file.fd)
        status = kam_scratch_open(&runs->file, directory, error);
    if (!status &&
        (!order || !sort_part(part, order) ||
         !kam_array_reserve(&runs->items, &runs->capacity, runs->count + 1, sizeof *runs->items)))
        status = kam_error_nomem(error);
    if (!status) {
        uint64_t begin = runs->file.size;
        status = write_records(&runs->file, part, order, error);
        runs->items[runs->count] = (struct kam_run){begin, runs->file.size, source};
        runs->count += !status;
        kam_store_part_months(part, &runs->months);
    }
    free(order);
    return status;
}

void kam_runs_free(struct kam_runs *runs)
{
    kam_scratch_close(&runs->file);
    free(runs->items);
    *runs = (struct kam_runs){.count = 0};
}
