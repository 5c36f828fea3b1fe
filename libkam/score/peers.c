#include "score/peers.h"

bool kam_peers_per(struct kam_peers *peers, const struct kam_table *table, size_t column,
                   struct kam_arena *arena)
{
    uint32_t *groups = kam_arena_calloc(arena, table->count, sizeof *groups);
    struct kam_map cells = {0};
    bool ok = groups;

    for (size_t row = 0; row < table->count && ok; row++)
        ok = kam_map_intern(&cells, kam_table_cell(table, row, column), &groups[row]);
    *peers = (struct kam_peers){groups, cells.count};
    kam_map_free(&cells);
    return ok;
}

enum kam_status kam_peers_make(struct kam_peers *peers, const struct kam_model *model,
                               const struct kam_table *table, struct kam_arena *arena,
                               struct kam_error *error)
{
    const struct kam_model_score *rule = &model->score;
    size_t column;

    *peers = (struct kam_peers){0};
    if (rule->method != KAM_SCORE_TOPSIS || !rule->per.len)
        return KAM_OK;
    enum kam_status status =
        kam_table_require_for(table, rule->per, KAM_TEXT("[score]"), &rule->place, &column, error);
    if (status)
        return status;
    return kam_peers_per(peers, table, column, arena) ? KAM_OK : kam_error_nomem(error);
}
