#include <config.h>

#include "diff/bridge.h"
#include "diff/comparable.h"
#include "diff/listing.h"
#include "diff/pair.h"
#include "diff/transition.h"
#include "front.h"

#include <stdio.h>

static const char usage[] =
    "Usage: kam-diff [OPTION]... OLD NEW\n"
    "Compare two snapshots of kam-tier, OLD and NEW (one of them may be -): who moved between\n"
    "the tiers, and what that did to the revenue. Customers are matched by account_id.\n"
    "\n"
    "What is written; without one of these, a row per customer that moved (up, down, new, won,\n"
    "lost), the largest change of revenue first:\n"
    "      --all                 a row for every customer; those that didn't move are same\n"
    "      --summary             how many customers went from which tier (rows) to which "
    "(columns)\n"
    "      --bridge              steps from the revenue of OLD to that of NEW, which add up\n"
    "\n"
    "What is compared:\n"
    "      --measure FIGURE      window: revenue (the default); month: the revenue of each\n"
    "                            snapshot's own period; or a numeric column that both have\n"
    "      --min-delta N         list only customers whose revenue changed by at least N, up or\n"
    "                            down; not with --summary, --bridge\n"
    "      --allow WHAT,...      compare snapshots although they differ in model, window (the\n"
    "                            number of months), by (what was ranked), period (OLD is of a\n"
    "                            later one than NEW), or currency\n"
    "\n"
    "      --threads N           threads (default: one for each processor)\n"
    "      --exit-code           end with status 4 if a customer moved; those that --min-delta\n"
    "                            hides and those that didn't move don't count\n"
    "\n"
    "The order of the tiers is the model's; without a model it is what tier_cut and rank show.\n";

enum own_option {
    OPTION_ALL = KAM_OPTION_FIRST,
    OPTION_ALLOW,
    OPTION_BRIDGE,
    OPTION_EXIT_CODE,
    OPTION_MEASURE,
    OPTION_MIN_DELTA,
    OPTION_SUMMARY,
    OPTION_THREADS,
};

static const struct option own_options[] = {
    {"all", no_argument, NULL, OPTION_ALL},
    {"summary", no_argument, NULL, OPTION_SUMMARY},
    {"bridge", no_argument, NULL, OPTION_BRIDGE},
    {"measure", required_argument, NULL, OPTION_MEASURE},
    {"min-delta", required_argument, NULL, OPTION_MIN_DELTA},
    {"allow", required_argument, NULL, OPTION_ALLOW},
    {"threads", required_argument, NULL, OPTION_THREADS},
    {"exit-code", no_argument, NULL, OPTION_EXIT_CODE},
    {NULL, 0, NULL, 0},
};

static const struct kam_tool_description tool = {
    .name = "kam-diff",
    .id = KAM_TOOL_DIFF,
    .usage = usage,
    .letters = "",
    .options = own_options,
};

enum view { VIEW_MOVED, VIEW_ALL, VIEW_SUMMARY, VIEW_BRIDGE };

struct options {
    enum view view;
    struct kam_diff_options compared;
    struct kam_decimal min_delta; /* 0: all */
    bool has_min_delta;
    unsigned allowed; /* aspects */
    bool exit_code;
};

/* What a run has in hand; the input outlives what was computed from it. */
struct work {
    struct kam_model *model;
    struct kam_snapshot_needs needs;
    struct kam_snapshot old, new;
    struct kam_ladder ladder;
    struct kam_diff diff;
    struct kam_bridge bridge;
    struct kam_transition transition;
    struct kam_listing listing;
};

/* ---- options ----------------------------------------------------------------------------------
 */

static void take_view(const struct kam_front *front, struct options *options, enum view view)
{
    if (options->view != VIEW_MOVED && options->view != view)
        kam_front_usage(front, "only one of --all, --summary and --bridge can be given");
    options->view = view;
}

static void take_measure(const struct kam_front *front, struct options *options,
                         const char *argument)
{
    if (*argument == '\0')
        kam_front_usage(front, "--measure: window, month or a column is needed");
    options->compared.column = kam_text_of(argument);
    options->compared.measure = strcmp(argument, "window") == 0  ? KAM_MEASURE_WINDOW
                                : strcmp(argument, "month") == 0 ? KAM_MEASURE_MONTH
                                                                 : KAM_MEASURE_COLUMN;
}

static void take_min_delta(const struct kam_front *front, struct options *options,
                           const char *argument)
{
    enum kam_number outcome = kam_decimal_parse(kam_text_of(argument), &options->min_delta);

    if (outcome != KAM_NUMBER_OK || kam_decimal_sign(options->min_delta) < 0)
        kam_front_usage(front, "--min-delta: %s: a number of at least 0 is needed, such as 1000.50",
                        kam_show(kam_text_of(argument)).s);
    options->has_min_delta = true;
}

static void take_allowed(const struct kam_front *front, struct options *options,
                         const char *argument)
{
    struct kam_text wrong;
    unsigned aspects;

    if (!kam_comparable_parse(kam_text_of(argument), &aspects, &wrong))
        kam_front_usage(front, "--allow: %s: model, window, by, period or currency is needed",
                        kam_show(wrong).s);
    options->allowed |= aspects;
}

static void check_operands(const struct kam_front *front)
{
    if (front->file_count != 2)
        kam_front_usage(front, "two snapshots are needed, OLD and NEW; %zu given",
                        front->file_count);
    if (strcmp(front->files[0], "-") == 0 && strcmp(front->files[1], "-") == 0)
        kam_front_usage(front, "only one of OLD and NEW can be standard input");
}

static void parse(struct kam_front *front, struct options *options, int argc, char **argv)
{
    const char *argument;
    int value;

    while ((value = kam_front_next_option(front, argc, argv, &argument)) != -1)
        switch ((enum own_option)value) {
        case OPTION_ALL:
            take_view(front, options, VIEW_ALL);
            break;
        case OPTION_SUMMARY:
            take_view(front, options, VIEW_SUMMARY);
            break;
        case OPTION_BRIDGE:
            take_view(front, options, VIEW_BRIDGE);
            break;
        case OPTION_MEASURE:
            take_measure(front, options, argument);
            break;
        case OPTION_MIN_DELTA:
            take_min_delta(front, options, argument);
            break;
        case OPTION_ALLOW:
            take_allowed(front, options, argument);
            break;
        case OPTION_EXIT_CODE:
            options->exit_code = true;
            break;
        case OPTION_THREADS:
            options->compared.threads = kam_front_threads(front, argument);
            break;
        }
    if (options->has_min_delta && (options->view == VIEW_SUMMARY || options->view == VIEW_BRIDGE))
        kam_front_usage(front, "--min-delta is for the listing; --summary and --bridge count all");
    check_operands(front);
}

/* ---- run --------------------------------------------------------------------------------------
 */

static enum kam_status read_snapshots(struct kam_front *front, const struct options *options,
                                      struct work *work, struct kam_error *error)
{
    struct kam_reader_options reader = kam_front_reader_options(front);

    work->needs =
        (struct kam_snapshot_needs){.figure = options->compared.column,
                                    .months = options->compared.measure == KAM_MEASURE_MONTH,
                                    .ranks = work->model->tiers.names.count == 0};
    work->old.needs = work->new.needs = &work->needs;
    enum kam_status status = kam_pair_read(&work->old, &work->new, front->files, &reader,
                                           options->compared.threads, error);

    if (!status)
        status = kam_comparable_check(&work->old, &work->new, options->allowed, error);
    return status;
}

static enum kam_status find_ladder(struct work *work, struct kam_error *error)
{
    const struct kam_text_list *names = &work->model->tiers.names;

    if (names->count)
        return kam_ladder_of_model(&work->ladder, names->items, names->count, error);
    return kam_ladder_of_snapshots(&work->ladder, &work->old, &work->new, error);
}

static enum kam_status compare(const struct options *options, struct work *work,
                               struct kam_error *error)
{
    enum kam_listing_scope scope = options->view == VIEW_ALL ? KAM_LISTING_ALL : KAM_LISTING_MOVED;
    enum kam_status status = kam_diff_compute(&work->diff, &work->old, &work->new, &work->ladder,
                                              &options->compared, error);

    if (!status)
        status = kam_bridge_compute(&work->bridge, &work->diff, error);
    if (!status)
        status = kam_listing_init(&work->listing, &work->diff, scope, options->min_delta, error);
    if (!status && options->view == VIEW_SUMMARY)
        status = kam_transition_compute(&work->transition, &work->diff, error);
    return status;
}

static enum kam_status write_view(struct kam_front *front, const struct options *options,
                                  const struct work *work, struct kam_error *error)
{
    struct kam_output *output;
    struct kam_writer writer;
    enum kam_status status = kam_front_open_output(front, &output, &writer, error);

    if (status)
        return status;
    switch (options->view) {
    case VIEW_MOVED:
    case VIEW_ALL:
        kam_listing_write(&work->listing, &writer);
        break;
    case VIEW_SUMMARY:
        kam_transition_write(&work->transition, &writer);
        break;
    case VIEW_BRIDGE:
        kam_bridge_write(&work->bridge, &writer);
        break;
    }
    return kam_output_commit(output, error);
}

static void note_result(const struct kam_front *front, const struct work *work)
{
    const size_t *moves = work->diff.moves;
    const struct kam_bridge *bridge = &work->bridge;
    char old[KAM_DECIMAL_SIZE], new[KAM_DECIMAL_SIZE], change[KAM_DECIMAL_SIZE], won[32] = "";

    kam_decimal_format(bridge->steps[KAM_BRIDGE_OLD_TOTAL].revenue, bridge->places, old);
    kam_decimal_format(bridge->steps[KAM_BRIDGE_NEW_TOTAL].revenue, bridge->places, new);
    kam_decimal_format(bridge->change, bridge->places, change);
    if (work->diff.has_prospects)
        snprintf(won, sizeof won, ", %zu won", moves[KAM_MOVE_WON]);
    kam_front_note(front,
                   "%zu customers: %zu up, %zu down, %zu new%s, %zu lost, %zu same; "
                   "revenue from %s to %s (%s%s)",
                   work->diff.count, moves[KAM_MOVE_UP], moves[KAM_MOVE_DOWN], moves[KAM_MOVE_NEW],
                   won, moves[KAM_MOVE_LOST], moves[KAM_MOVE_SAME], old, new,
                   kam_decimal_sign(bridge->change) > 0 ? "+" : "", change);
}

static void free_work(struct work *work)
{
    kam_listing_free(&work->listing);
    kam_transition_free(&work->transition);
    kam_diff_free(&work->diff);
    kam_ladder_free(&work->ladder);
    kam_snapshot_free(&work->old);
    kam_snapshot_free(&work->new);
    kam_model_free(work->model);
}

/* *MOVED says afterwards whether customers moved. */
static enum kam_status run(struct kam_front *front, const struct options *options, bool *moved,
                           struct kam_error *error)
{
    struct work work = {0};
    enum kam_status status = kam_front_model(front, &work.model, error);

    if (!status)
        status = read_snapshots(front, options, &work, error);
    if (!status)
        status = find_ladder(&work, error);
    if (!status)
        status = compare(options, &work, error);
    if (!status)
        status = write_view(front, options, &work, error);
    if (!status)
        note_result(front, &work);
    *moved = work.listing.moved > 0;
    free_work(&work);
    return status;
}

int main(int argc, char **argv)
{
    struct options options = {.compared.threads = kam_front_processors()};
    struct kam_error error = {0};
    struct kam_front front;
    bool moved = false;

    kam_front_init(&front, &tool);
    parse(&front, &options, argc, argv);
    enum kam_status status = run(&front, &options, &moved, &error);
    int result = kam_front_finish(&front, status, &error);
    return result == KAM_EXIT_DONE && options.exit_code && moved ? KAM_EXIT_MOVED : result;
}
