#include "table/columns.h"

static const struct kam_column columns[] = {
    {"account_id", KAM_TYPE_ID, KAM_STAGE_IMPORT},
    {"account_name", KAM_TYPE_TEXT, KAM_STAGE_IMPORT},
    {"group_id", KAM_TYPE_ID, KAM_STAGE_IMPORT},
    {"payer_id", KAM_TYPE_ID, KAM_STAGE_IMPORT},
    {"currency", KAM_TYPE_TEXT, KAM_STAGE_IMPORT},
    {"lines", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"months", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"first_month", KAM_TYPE_MONTH, KAM_STAGE_IMPORT},
    {"last_month", KAM_TYPE_MONTH, KAM_STAGE_IMPORT},
    {"idle", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"age", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"revenue", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"period_revenue", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"cost", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"margin", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"margin_rate", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"average", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"peak_share", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"growth", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"growth_3", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"growth_yoy", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"services", KAM_TYPE_TEXT, KAM_STAGE_IMPORT},
    {"service_count", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT},
    {"member_count", KAM_TYPE_NUMBER, KAM_STAGE_GROUP},
    {"members", KAM_TYPE_TEXT, KAM_STAGE_GROUP},
    {"own_revenue", KAM_TYPE_NUMBER, KAM_STAGE_GROUP},
    {"branch_revenue", KAM_TYPE_NUMBER, KAM_STAGE_GROUP},
    {"closeness", KAM_TYPE_NUMBER, KAM_STAGE_CONTACT},
    {"advantage", KAM_TYPE_NUMBER, KAM_STAGE_CONTACT},
    {"advantage_2", KAM_TYPE_NUMBER, KAM_STAGE_CONTACT},
    {"visits", KAM_TYPE_NUMBER, KAM_STAGE_CONTACT},
    {"last_visit", KAM_TYPE_MONTH, KAM_STAGE_CONTACT},
    {"missing", KAM_TYPE_TEXT, KAM_STAGE_SCORE},
    {"score", KAM_TYPE_NUMBER, KAM_STAGE_SCORE},
    {"score_model", KAM_TYPE_TEXT, KAM_STAGE_SCORE},
    {"rank", KAM_TYPE_NUMBER, KAM_STAGE_TIER},
    {"share", KAM_TYPE_NUMBER, KAM_STAGE_TIER},
    {"cumulative_share", KAM_TYPE_NUMBER, KAM_STAGE_TIER},
    {"tier_cut", KAM_TYPE_TEXT, KAM_STAGE_TIER},
    {"tier_unflagged", KAM_TYPE_TEXT, KAM_STAGE_TIER},
    {"tier_computed", KAM_TYPE_TEXT, KAM_STAGE_TIER},
    {"tier", KAM_TYPE_TEXT, KAM_STAGE_TIER},
    {"reason", KAM_TYPE_TEXT, KAM_STAGE_TIER},
    {"categories", KAM_TYPE_TEXT, KAM_STAGE_TIER},
    {"flags", KAM_TYPE_TEXT, KAM_STAGE_TIER},
    {"evidence", KAM_TYPE_TEXT, KAM_STAGE_TIER},
    {"class", KAM_TYPE_TEXT, KAM_STAGE_TIER},
    {"strategy", KAM_TYPE_TEXT, KAM_STAGE_TIER},
    {"strategy_due", KAM_TYPE_TEXT, KAM_STAGE_TIER},
    {"by", KAM_TYPE_TEXT, KAM_STAGE_TIER},
    {"limit_up", KAM_TYPE_NUMBER, KAM_STAGE_TIER},
    {"limit_down", KAM_TYPE_NUMBER, KAM_STAGE_TIER},
    {"gap_up", KAM_TYPE_NUMBER, KAM_STAGE_TIER},
    {"gap_down", KAM_TYPE_NUMBER, KAM_STAGE_TIER},
    {"held", KAM_TYPE_NUMBER, KAM_STAGE_TIER},
    {"visits_planned", KAM_TYPE_NUMBER, KAM_STAGE_TIER},
    {"visits_gap", KAM_TYPE_NUMBER, KAM_STAGE_TIER},
    {"period", KAM_TYPE_MONTH, KAM_STAGE_TIER},
    {"model", KAM_TYPE_TEXT, KAM_STAGE_TIER},
    {"move", KAM_TYPE_TEXT, KAM_STAGE_DIFF},
    {"tier_from", KAM_TYPE_TEXT, KAM_STAGE_DIFF},
    {"tier_to", KAM_TYPE_TEXT, KAM_STAGE_DIFF},
    {"revenue_from", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"revenue_to", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"revenue_delta", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"revenue_transferred", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"score_from", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"score_to", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"score_delta", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"driver", KAM_TYPE_TEXT, KAM_STAGE_DIFF},
    {"detail", KAM_TYPE_TEXT, KAM_STAGE_DIFF},
    {"cause", KAM_TYPE_TEXT, KAM_STAGE_DIFF},
    {"into", KAM_TYPE_ID, KAM_STAGE_DIFF},
    {"from", KAM_TYPE_ID, KAM_STAGE_DIFF},
    {"lost_in", KAM_TYPE_TEXT, KAM_STAGE_DIFF},
    {"nrr", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"grr", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"logo_churn", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"risks", KAM_TYPE_TEXT, KAM_STAGE_DIFF},
    {"references_lost", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"segment_share", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"dependence", KAM_TYPE_TEXT, KAM_STAGE_DIFF},
    {"loss_direct", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"loss_deep", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"loss", KAM_TYPE_NUMBER, KAM_STAGE_DIFF},
    {"end", KAM_TYPE_TEXT, KAM_STAGE_DIFF},
    {"periods", KAM_TYPE_NUMBER, KAM_STAGE_HISTORY},
    {"ups", KAM_TYPE_NUMBER, KAM_STAGE_HISTORY},
    {"downs", KAM_TYPE_NUMBER, KAM_STAGE_HISTORY},
    {"months_in_tier", KAM_TYPE_NUMBER, KAM_STAGE_HISTORY},
    {"revenue_trend", KAM_TYPE_NUMBER, KAM_STAGE_HISTORY},
    {"score_trend", KAM_TYPE_NUMBER, KAM_STAGE_HISTORY},
    {"outlook", KAM_TYPE_TEXT, KAM_STAGE_HISTORY},
    {"account", KAM_TYPE_ID, KAM_STAGE_LIST},
    {"customer", KAM_TYPE_ID, KAM_STAGE_LIST},
    {"via", KAM_TYPE_TEXT, KAM_STAGE_LIST},
    {"parent_id", KAM_TYPE_ID, KAM_STAGE_LIST},
    {"to", KAM_TYPE_TEXT, KAM_STAGE_LIST},
    {"kind", KAM_TYPE_TEXT, KAM_STAGE_LIST},
};

static const struct kam_column points = {"points_", KAM_TYPE_NUMBER, KAM_STAGE_SCORE};
static const struct kam_column part = {"part_", KAM_TYPE_NUMBER, KAM_STAGE_SCORE};
static const struct kam_column policy = {"policy_", KAM_TYPE_TEXT, KAM_STAGE_TIER};
static const struct kam_column strategy = {"strategy_", KAM_TYPE_TEXT, KAM_STAGE_TIER};
static const struct kam_column month_tier = {"tier_YYYY-MM", KAM_TYPE_TEXT, KAM_STAGE_DIFF};
static const struct kam_column month_cell = {"YYYY-MM", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT};

static bool is_month_tier(struct kam_text name)
{
    const struct kam_text prefix = KAM_TEXT("tier_");

    return kam_text_starts_with(name, prefix) &&
           kam_month_parse_plain((struct kam_text){name.ptr + prefix.len, name.len - prefix.len}) !=
               KAM_MONTH_NONE;
}

const struct kam_column *kam_column_find(struct kam_text name)
{
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (kam_text_equal(name, kam_text_of(columns[i].name)))
            return &columns[i];
    if (kam_text_starts_with(name, KAM_TEXT("points_")))
        return &points;
    if (kam_text_starts_with(name, KAM_TEXT("part_")))
        return &part;
    if (kam_text_starts_with(name, KAM_TEXT("policy_")))
        return &policy;
    if (kam_text_starts_with(name, KAM_TEXT("strategy_")))
        return &strategy;
    if (is_month_tier(name))
        return &month_tier;
    return kam_month_parse_plain(name) == KAM_MONTH_NONE ? NULL : &month_cell;
}

bool kam_column_is_numeric(struct kam_text name)
{
    const struct kam_column *column = kam_column_find(name);

    return column && column->type == KAM_TYPE_NUMBER;
}

int kam_column_month(struct kam_text name)
{
    return kam_month_parse_plain(name);
}

enum kam_cell_kind kam_column_cell_kind(struct kam_text name)
{
    const struct kam_column *column = kam_column_find(name);

    if (!column)
        return KAM_CELL_TEXT;
    switch (column->type) {
    case KAM_TYPE_ID:
        return KAM_CELL_ID;
    case KAM_TYPE_NUMBER:
        return KAM_CELL_NUMBER;
    case KAM_TYPE_MONTH:
        return KAM_CELL_MONTH;
    case KAM_TYPE_TEXT:
        break;
    }
    return KAM_CELL_TEXT;
}
