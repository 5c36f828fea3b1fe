#include "diff/bridgeby.h"
#include "tier/tiercell.h"

#include <stdlib.h>

enum kam_status kam_bridge_by_check(struct kam_text name, struct kam_error *error)
{
    return kam_strata_check_name(name, kam_bridge_header, KAM_BRIDGE_COLUMNS, error);
}

static bool add_movement(struct kam_bridge_by *bridge, size_t i)
{
    const struct kam_strata *strata = bridge->strata;
    const struct kam_movement *movement = &strata->diff->movements[i];
    const uint32_t was = kam_stratum_on(strata, i, KAM_SIDE_OLD);
    const uint32_t is = kam_stratum_on(strata, i, KAM_SIDE_NEW);
    struct kam_bridge_entries entries;
    bool ok = kam_bridge_enter(&entries, strata->diff, movement);

    if (ok && was != KAM_NONE && is != KAM_NONE && was != is)
        kam_bridge_enter_moved(&entries, movement);
    for (size_t k = 0; ok && k < entries.count; k++) {
        const struct kam_bridge_entry *entry = &entries.items[k];
        uint32_t stratum = entry->side == KAM_SIDE_OLD ? was : is;
        ok = kam_bridge_add(bridge->blocks[stratum].steps, entry) &&
             kam_bridge_add(bridge->blocks[strata->count].steps, entry);
    }
    return ok;
}

enum kam_status kam_bridge_by_compute(struct kam_bridge_by *bridge, const struct kam_strata *strata,
                                      struct kam_error *error)
{
    bridge->strata = strata;
    bridge->blocks = calloc(strata->count + 1, sizeof *bridge->blocks);
    if (!bridge->blocks)
        return kam_error_nomem(error);
    for (size_t i = 0; i < strata->diff->count; i++)
        if (!add_movement(bridge, i))
            return kam_diff_too_large(error);
    return KAM_OK;
}

void kam_bridge_by_free(struct kam_bridge_by *bridge)
{
    free(bridge->blocks);
    memset(bridge, 0, sizeof *bridge);
}

static void write_block(const struct kam_bridge_by *bridge, size_t stratum,
                        struct kam_writer *writer)
{
    const struct kam_diff *diff = bridge->strata->diff;

    for (int i = 0; i < KAM_BRIDGE_STEPS; i++) {
        enum kam_bridge_step step = (enum kam_bridge_step)i;
        if (!kam_bridge_has(diff, step, KAM_BRIDGE_OF_STRATA))
            continue;
        kam_stratum_write(bridge->strata, stratum, writer);
        kam_bridge_write_step(diff, bridge->blocks[stratum].steps, step, writer);
        kam_writer_end_row(writer);
    }
}

void kam_bridge_by_write(const struct kam_bridge_by *bridge, struct kam_writer *writer)
{
    kam_tiercell_text(writer, bridge->strata->name);
    kam_tiercell_names(writer, kam_bridge_header, KAM_BRIDGE_COLUMNS);
    kam_writer_end_row(writer);
    for (size_t stratum = 0; stratum <= bridge->strata->count; stratum++)
        write_block(bridge, stratum, writer);
}
