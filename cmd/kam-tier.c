#include <config.h>

#include "front.h"
#include "score/origin.h"
#include "score/score.h"
#include "tier/holding.h"
#include "tier/tiercolumns.h"
#include "tierview.h"
#include "viewoutput.h"

#include <stdlib.h>

static const char usage[] =
    "Usage: kam-tier [OPTION]... [FILE]...\n"
    "Rank the accounts of a scored account table and cut the ranking into the tiers of the model.\n"
    "The result is a snapshot: one row per customer, sorted by rank.\n"
    "\n"
    "      --previous SNAPSHOT   the snapshot before: what the cut alone would change waits as "
    "the\n"
    "                            model says (promote-after, demote-after, keep-factor)\n"
    "      --summary             instead of the snapshot, print the pyramid: per tier and in "
    "total,\n"
    "                            customers, revenue, their shares, average, lowest and highest\n"
    "                            figure, how many are there by what, capacity; in total also the\n"
    "                            share of the top 20 %, the Gini coefficient, how many buy again,\n"
    "                            and whether tiering is worth it\n"
    "      --by COL,...          with --summary: a pyramid for each group of customers with the\n"
    "                            same in these columns\n"
    "      --managers            instead of the snapshot, print what each manager has to look "
    "after:\n"
    "                            customers, in all and by tier, revenue, load\n"
    "      --near P%             instead of the snapshot, print the customers whose figure is at\n"
    "                            most P% of a limit away from it\n"
    "      --grid                instead of the snapshot, print the model's grid: customers and\n"
    "                            revenue of each box of contribution by potential, its class and\n"
    "                            strategy\n"
    "      --branches LIST       instead of the snapshot, print every account of LIST, a members\n"
    "                            list of kam-merge-group, with its customer's tier and policies,\n"
    "                            and the desk that serves it\n"
    "      --explain ID          instead of the snapshot, tell why a customer is where it is: by\n"
    "                            its id, that of one of its accounts, or name:TEXT; repeatable\n"
    "      --lang en|zh          the language of --explain (default: en)\n"
    "      --sensitivity[=P%]    instead of the snapshot, print how many customers change tier "
    "when\n"
    "                            a weight, or a limit of the cut, changes by P% (default: 10%)\n"
    "      --flip ID             instead of the snapshot, print the smallest change of each "
    "weight\n"
    "                            that moves this customer to another tier; repeatable\n"
    "      --threads N           threads (default: one for each processor)\n"
    "\n"
    "Ranked by `by` of [tiers] (the score if it doesn't say), then revenue, both descending, then\n"
    "account_id; a customer without that figure comes last. Columns added: rank, share,\n"
    "cumulative_share, tier_cut, tier_unflagged, tier_computed, tier, reason, categories,\n"
    "flags, evidence, by, limit_up, limit_down, gap_up, gap_down, held, policy_*, visits_planned,\n"
    "visits_gap (where visits are known), period, model; with [grid] and [strategy] in the model\n"
    "also class, strategy, strategy_*, strategy_due.\n"
    "Those of an earlier kam-tier are replaced.\n";

enum {
    OPTION_PREVIOUS = KAM_OPTION_FIRST,
    OPTION_SUMMARY,
    OPTION_BY,
    OPTION_MANAGERS,
    OPTION_NEAR,
    OPTION_GRID,
    OPTION_BRANCHES,
    OPTION_EXPLAIN,
    OPTION_LANG,
    OPTION_SENSITIVITY,
    OPTION_FLIP,
    OPTION_THREADS
};

static const struct option long_options[] = {
    {"previous", required_argument, NULL, OPTION_PREVIOUS},
    {"summary", no_argument, NULL, OPTION_SUMMARY},
    {"by", required_argument, NULL, OPTION_BY},
    {"managers", no_argument, NULL, OPTION_MANAGERS},
    {"near", required_argument, NULL, OPTION_NEAR},
    {"grid", no_argument, NULL, OPTION_GRID},
    {"branches", required_argument, NULL, OPTION_BRANCHES},
    {"explain", required_argument, NULL, OPTION_EXPLAIN},
    {"lang", required_argument, NULL, OPTION_LANG},
    {"sensitivity", optional_argument, NULL, OPTION_SENSITIVITY},
    {"flip", required_argument, NULL, OPTION_FLIP},
    {"threads", required_argument, NULL, OPTION_THREADS},
    {NULL, 0, NULL, 0},
};

static const struct kam_tool_description tool = {.name = "kam-tier",
                                                 .usage = usage,
                                                 .letters = "",
                                                 .options = long_options,
                                                 .writes = KAM_TOOL_TABLES};

struct options {
    const char *previous;     /* --previous; NULL: none */
    struct kam_tierview view; /* --summary and the like */
};

static bool is_standard_input(const char *path)
{
    return path && strcmp(path, "-") == 0;
}

/* Nothing can be read twice. */
static void check_inputs(const struct kam_front *front, const struct options *options)
{
    bool table = kam_front_reads_input(front);
    bool previous = is_standard_input(options->previous);

    if (previous && table)
        kam_front_usage(front, "--previous and the table can't both be standard input");
    if (is_standard_input(options->view.branches) && (previous || table))
        kam_front_usage(front, "--branches and %s can't both be standard input",
                        table ? "the table" : "--previous");
}

static void parse(struct kam_front *front, struct options *options, int argc, char **argv)
{
    const char *argument;
    int option;

    while ((option = kam_front_next_option(front, argc, argv, &argument)) != -1) {
        switch (option) {
        case OPTION_PREVIOUS:
            options->previous = argument;
            break;
        case OPTION_SUMMARY:
            kam_tierview_choose(front, &options->view, KAM_VIEW_SUMMARY);
            break;
        case OPTION_BY:
            if (*argument == '\0')
                kam_front_usage(front, "--by: a column is needed");
            kam_front_add_to_list(front, &options->view.by, argument);
            break;
        case OPTION_EXPLAIN:
            kam_tierview_choose(front, &options->view, KAM_VIEW_EXPLAIN);
            kam_explaining_ask(front, &options->view.explaining, argument);
            break;
        case OPTION_LANG:
            kam_explaining_speak(front, &options->view.explaining, argument);
            break;
        case OPTION_MANAGERS:
            kam_tierview_choose(front, &options->view, KAM_VIEW_MANAGERS);
            break;
        case OPTION_NEAR:
            kam_tierview_choose(front, &options->view, KAM_VIEW_NEAR);
            options->view.near = kam_tierview_rate(front, argument);
            break;
        case OPTION_GRID:
            kam_tierview_choose(front, &options->view, KAM_VIEW_BOXES);
            break;
        case OPTION_BRANCHES:
            kam_tierview_choose(front, &options->view, KAM_VIEW_BRANCHES);
            options->view.branches = argument;
            break;
        case OPTION_SENSITIVITY:
            kam_tierview_choose(front, &options->view, KAM_VIEW_SENSITIVITY);
            kam_whatifview_step(front, &options->view.whatif, argument);
            break;
        case OPTION_FLIP:
            kam_tierview_choose(front, &options->view, KAM_VIEW_FLIP);
            kam_whatifview_ask(front, &options->view.whatif, argument);
            break;
        case OPTION_THREADS:
            options->view.threads = kam_front_threads(front, argument);
            break;
        }
    }
    check_inputs(front, options);
    if (options->view.kind == KAM_VIEW_SENSITIVITY)
        kam_whatifview_check(front);
}

static enum kam_status write_snapshot(struct kam_front *front, const struct options *options,
                                      const struct kam_table *table,
                                      const struct kam_tiering *tiering,
                                      const struct kam_model *model, struct kam_text origin,
                                      struct kam_error *error)
{
    struct kam_tiercolumns columns;
    struct kam_view view = {0};
    enum kam_status status = kam_tiercolumns_make(&columns, tiering, model, origin, error);

    if (!status)
        status = kam_view_init(&view, table, KAM_STAGE_TIER, &columns.added, error);
    view.rows = tiering->ranking.order;
    if (!status)
        status = kam_viewoutput_write(front, &view, options->view.threads, error);
    kam_view_free(&view);
    kam_tiercolumns_free(&columns);
    return status;
}

/* STATUS, unless it is KAM_DATA, which becomes a warning. */
static enum kam_status warn(struct kam_front *front, enum kam_status status,
                            struct kam_error *error)
{
    if (status != KAM_DATA)
        return status;
    kam_front_warn(front, error);
    return kam_front_check_warnings(front, error);
}

/*
 * *ORIGIN says under what rules the scores were made, if not under those of MODEL: what a what-if
 * may want just so, but nobody else.
 */
static enum kam_status check_origin(struct kam_front *front, const struct options *options,
                                    const struct kam_table *table, const struct kam_model *model,
                                    struct kam_text *origin, struct kam_arena *arena,
                                    struct kam_error *error)
{
    *origin = KAM_TEXT("");
    if (!kam_model_tiers_by_scores(model) && !kam_tierview_varies(&options->view))
        return KAM_OK;
    enum kam_status status = kam_score_check_origin(table, model, error);
    if (status != KAM_DATA || kam_tierview_varies(&options->view))
        return status;
    status = warn(front, status, error);
    return status ? status : kam_score_origin(table, origin, arena, error);
}

/* With -v. The output is in place already, so that too little memory only costs the tiers here. */
static void note(const struct kam_front *front, const struct kam_tiering *tiering)
{
    const struct kam_text_list *names = &tiering->tiers->names;
    struct kam_buffer text = {NULL, 0, 0};
    size_t *counts = calloc(names->count, sizeof *counts);
    char revenue[KAM_DECIMAL_SIZE];
    bool ok = counts != NULL;

    kam_decimal_format(tiering->ranking.total, 2, revenue);
    for (uint32_t row = 0; ok && row < tiering->ranking.rows; row++)
        if (!kam_tiering_is_prospect(tiering, row))
            counts[tiering->verdicts[row].tier]++;
    for (size_t t = 0; ok && t < names->count; t++)
        ok = kam_buffer_printf(&text, "%s%.*s %zu", t ? ", " : ": ", (int)names->items[t].len,
                               names->items[t].ptr, counts[t]);
    kam_front_note(front, "%zu customers, revenue %s%.*s", tiering->ranking.count, revenue,
                   ok ? (int)text.len : 0, ok ? text.ptr : "");
    if (tiering->before)
        kam_front_note(front, "%zu of them are in %s, %zu are held in their tiers",
                       kam_holding_known(tiering), tiering->previous->snapshot.file,
                       kam_holding_count(tiering));
    if (kam_tiering_prospects(tiering))
        kam_front_note(front, "%zu %s beside the pyramid", kam_tiering_prospects(tiering),
                       kam_tiering_prospects(tiering) == 1 ? "prospect stands" : "prospects stand");
    kam_buffer_free(&text);
    free(counts);
}

static enum kam_status tier_table(struct kam_front *front, const struct options *options,
                                  const struct kam_model *model, const struct kam_table *table,
                                  const struct kam_previous *previous, struct kam_error *error)
{
    struct kam_tiering tiering;
    struct kam_arena arena = {0};
    struct kam_text origin;
    enum kam_status status =
        kam_tiering_make(&tiering, table, model, previous, options->view.threads, error);

    if (!status)
        status = check_origin(front, options, table, model, &origin, &arena, error);
    if (!status && !previous)
        status = warn(front, kam_holding_check(table, error), error);
    if (!status)
        status = warn(front, kam_holding_check_known(&tiering, error), error);
    if (!status)
        status = options->view.kind == KAM_VIEW_SNAPSHOT
                     ? write_snapshot(front, options, table, &tiering, model, origin, error)
                     : kam_tierview_write(front, &options->view, &tiering, table, model, error);
    if (!status)
        note(front, &tiering);
    kam_tiering_free(&tiering);
    kam_arena_free(&arena);
    return status;
}

/* The snapshot before TABLE, with what is to be warned about. */
static enum kam_status read_previous(struct kam_front *front, const struct options *options,
                                     const struct kam_model *model, const struct kam_table *table,
                                     struct kam_previous *previous, struct kam_error *error)
{
    struct kam_reader_options reader = kam_front_reader_options(front);
    struct kam_text period;
    enum kam_status status = kam_tierfacts_period(table, &period, error);

    if (!status)
        status = kam_previous_read(
            previous, options->previous, model, kam_month_parse_plain(period),
            options->view.kind == KAM_VIEW_EXPLAIN ? KAM_PREVIOUS_NAMES : KAM_PREVIOUS_STANDINGS,
            &reader, error);
    for (int doubt = 0; doubt < KAM_PREVIOUS_DOUBTS && !status; doubt++)
        status =
            warn(front, kam_previous_check(previous, (enum kam_previous_doubt)doubt, error), error);
    return status;
}

static enum kam_status run(struct kam_front *front, struct options *options,
                           struct kam_error *error)
{
    struct kam_reader_options reader = kam_front_reader_options(front);
    struct kam_model *model = NULL;
    struct kam_table table = {0};
    struct kam_previous previous = {0};
    enum kam_status status = kam_front_model(front, &model, error);

    if (!status)
        status = kam_tier_check(model, error);
    if (!status)
        status = kam_tierview_check(front, &options->view, model, error);
    if (!status)
        status = kam_table_read(&table, front->files, front->file_count, &reader, error);
    if (!status && options->previous)
        status = read_previous(front, options, model, &table, &previous, error);
    if (!status)
        status =
            tier_table(front, options, model, &table, options->previous ? &previous : NULL, error);
    kam_previous_free(&previous);
    kam_table_free(&table);
    kam_model_free(model);
    return status;
}

int main(int argc, char **argv)
{
    struct options options = {
        .view = {.kind = KAM_VIEW_SNAPSHOT, .threads = kam_front_processors()}};
    struct kam_front front;
    struct kam_error error;

    kam_front_init(&front, &tool);
    parse(&front, &options, argc, argv);
    int result = kam_front_finish(&front, run(&front, &options, &error), &error);
    kam_tierview_free(&options.view);
    return result;
}
