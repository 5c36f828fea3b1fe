#include <config.h>

#include "comparing.h"
#include "diff/causelist.h"
#include "diff/diffstory.h"
#include "diff/listing.h"
#include "diffnote.h"
#include "explaining.h"
#include "historyrun.h"
#include "riskview.h"
#include "sumview.h"

#include <stdio.h>
#include <stdlib.h>

static const char usage[] =
    "Usage: kam-diff [OPTION]... OLD NEW\n"
    "       kam-diff --history [OPTION]... SNAPSHOT...\n"
    "Compare two snapshots of kam-tier, OLD and NEW (one of them may be -): who moved between\n"
    "the tiers, and what that did to the revenue. Customers are matched by account_id, then by\n"
    "their accounts.\n"
    "\n"
    "What is written; without one of these, a row per customer that moved (up, down, new, won,\n"
    "returned, lost, merged, split, renamed), the largest change of revenue first:\n"
    "      --all                 a row for every customer; those that didn't move are same\n"
    "      --summary[=customers|revenue-from|revenue-to|revenue-delta]\n"
    "                            how many customers went from which tier (rows) to which\n"
    "                            (columns); or what they brought, bring, or what that differs by\n"
    "      --rates               with --summary: as shares of each row's total\n"
    "      --bridge              steps from the revenue of OLD to that of NEW, which add up\n"
    "      --retention           what became of the customers there were: lost, revenue retained\n"
    "                            net and gross, churn\n"
    "      --causes              how many customers moved for which cause, and what that did to "
    "the\n"
    "                            revenue\n"
    "      --by COL              with --bridge, --retention: for each value of a column, or each\n"
    "                            tier (--by tier), and for all\n"
    "      --history             of two or more snapshots, in any order: a row per customer with\n"
    "                            its tiers, moves, trends, outlook (rising, steady, falling,\n"
    "                            leaving), and the strategies that ask for these\n"
    "      --at-risk             who may leave by the model's risks, the largest loss first\n"
    "      --explain ID          tell what happened to a customer, and why: by its id, that of\n"
    "                            one of its accounts, now or in OLD, or name:TEXT; may be given\n"
    "                            several times\n"
    "      --lang en|zh          the language of --explain (default: en)\n"
    "\n"
    "What is compared:\n"
    "      --measure FIGURE      window: revenue (the default); month: the revenue of each\n"
    "                            snapshot's own period; or a numeric column that both have\n"
    "      --track COL,...       columns COL_from and COL_to; customers in whose cells these\n"
    "                            differ are listed, though they didn't move\n"
    "      --key COL             the column that says who is one customer, for account_id\n"
    "      --members-old LIST, --members-new LIST\n"
    "                            the accounts of customers, in the lists of members that\n"
    "                            kam-merge-group writes, for the snapshots' column members\n"
    "      --seen SNAPSHOT       an earlier one: who was a customer there isn't new but returned;\n"
    "                            may be given several times\n"
    "      --replay SNAPSHOT     OLD, scored and tiered again by the rules of NEW, so that of "
    "those\n"
    "                            who moved it can be told whom the rules moved; allows model\n"
    "      --min-delta N         list only customers whose revenue changed by at least N, up or\n"
    "                            down\n"
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
    OPTION_AT_RISK,
    OPTION_BRIDGE,
    OPTION_BY,
    OPTION_CAUSES,
    OPTION_EXIT_CODE,
    OPTION_EXPLAIN,
    OPTION_HISTORY,
    OPTION_KEY,
    OPTION_LANG,
    OPTION_MEASURE,
    OPTION_MEMBERS_NEW,
    OPTION_MEMBERS_OLD,
    OPTION_MIN_DELTA,
    OPTION_RATES,
    OPTION_REPLAY,
    OPTION_RETENTION,
    OPTION_SEEN,
    OPTION_SUMMARY,
    OPTION_THREADS,
    OPTION_TRACK,
};

static const struct option own_options[] = {
    {"all", no_argument, NULL, OPTION_ALL},
    {"summary", optional_argument, NULL, OPTION_SUMMARY},
    {"rates", no_argument, NULL, OPTION_RATES},
    {"bridge", no_argument, NULL, OPTION_BRIDGE},
    {"retention", no_argument, NULL, OPTION_RETENTION},
    {"causes", no_argument, NULL, OPTION_CAUSES},
    {"by", required_argument, NULL, OPTION_BY},
    {"history", no_argument, NULL, OPTION_HISTORY},
    {"at-risk", no_argument, NULL, OPTION_AT_RISK},
    {"explain", required_argument, NULL, OPTION_EXPLAIN},
    {"lang", required_argument, NULL, OPTION_LANG},
    {"measure", required_argument, NULL, OPTION_MEASURE},
    {"track", required_argument, NULL, OPTION_TRACK},
    {"key", required_argument, NULL, OPTION_KEY},
    {"members-old", required_argument, NULL, OPTION_MEMBERS_OLD},
    {"members-new", required_argument, NULL, OPTION_MEMBERS_NEW},
    {"seen", required_argument, NULL, OPTION_SEEN},
    {"replay", required_argument, NULL, OPTION_REPLAY},
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

enum view {
    VIEW_MOVED,
    VIEW_ALL,
    VIEW_SUMMARY,
    VIEW_BRIDGE,
    VIEW_RETENTION,
    VIEW_CAUSES,
    VIEW_AT_RISK,
    VIEW_EXPLAIN
};

struct options {
    enum view view;
    struct kam_sumview_options sums;
    struct kam_comparing_options comparing;
    struct kam_explaining explaining;
    struct kam_text *tracked; /* columns */
    size_t tracked_count, tracked_capacity;
    struct kam_decimal min_delta; /* 0: all */
    bool has_min_delta;
    bool exit_code;
    bool history; /* of many snapshots; no view of two */
};

/* What a run has in hand beside the comparison. */
struct work {
    struct kam_sumview sums;
    struct kam_causelist causes;
    struct kam_risks risks;
    struct kam_listing listing;
    struct kam_story story;
};

/* ---- options ----------------------------------------------------------------------------------
 */

static void take_view(const struct kam_front *front, struct options *options, enum view view)
{
    if (options->view != VIEW_MOVED && options->view != view)
        kam_front_usage(front, "only one of --all, --summary, --bridge, --retention, --causes, "
                               "--at-risk and --explain can be given");
    options->view = view;
}

static void take_measure(const struct kam_front *front, struct options *options,
                         const char *argument)
{
    if (*argument == '\0')
        kam_front_usage(front, "--measure: window, month or a column is needed");
    options->comparing.compared.column = kam_text_of(argument);
    options->comparing.compared.measure = strcmp(argument, "window") == 0  ? KAM_MEASURE_WINDOW
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
    options->comparing.allowed |= aspects;
}

static void take_tracked(const struct kam_front *front, struct options *options,
                         const char *argument)
{
    struct kam_text list = kam_text_of(argument);
    bool more = true;

    while (more) {
        struct kam_text column = kam_text_trim(kam_text_split(&list, ',', &more));
        if (column.len == 0)
            kam_front_usage(front, "--track: columns are needed, separated by commas");
        if (!kam_array_reserve(&options->tracked, &options->tracked_capacity,
                               options->tracked_count + 1, sizeof *options->tracked))
            kam_front_out_of_memory(front);
        options->tracked[options->tracked_count++] = column;
        kam_comparing_need(front, &options->comparing, column);
    }
}

static void take_key(const struct kam_front *front, struct options *options, const char *argument)
{
    if (*argument == '\0')
        kam_front_usage(front, "--key: a column is needed");
    options->comparing.compared.key = kam_text_of(argument);
    kam_comparing_need(front, &options->comparing, options->comparing.compared.key);
}

static enum kam_sumview_kind sums_of(enum view view)
{
    switch (view) {
    case VIEW_SUMMARY:
        return KAM_SUMVIEW_SUMMARY;
    case VIEW_BRIDGE:
        return KAM_SUMVIEW_BRIDGE;
    case VIEW_RETENTION:
        return KAM_SUMVIEW_RETENTION;
    case VIEW_MOVED:
    case VIEW_ALL:
    case VIEW_CAUSES:
    case VIEW_AT_RISK:
    case VIEW_EXPLAIN:
        break;
    }
    return KAM_SUMVIEW_NONE;
}

static void check_operands(const struct kam_front *front)
{
    if (front->file_count != 2)
        kam_front_usage(front, "two snapshots are needed, OLD and NEW; %zu given",
                        front->file_count);
    if (strcmp(front->files[0], "-") == 0 && strcmp(front->files[1], "-") == 0)
        kam_front_usage(front, "only one of OLD and NEW can be standard input");
}

static void check_history(const struct kam_front *front, const struct options *options)
{
    if (options->view != VIEW_MOVED)
        kam_front_usage(front, "--history is of many snapshots, and goes with no view of two");
    if (options->has_min_delta || options->exit_code)
        kam_front_usage(front, "%s isn't for --history",
                        options->exit_code ? "--exit-code" : "--min-delta");
    kam_historyrun_check(front, &options->comparing);
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
            kam_sumview_take_figure(front, &options->sums, argument);
            break;
        case OPTION_BRIDGE:
            take_view(front, options, VIEW_BRIDGE);
            break;
        case OPTION_BY:
            kam_sumview_take_by(front, &options->sums, argument);
            kam_comparing_need(front, &options->comparing, options->sums.by);
            break;
        case OPTION_CAUSES:
            take_view(front, options, VIEW_CAUSES);
            break;
        case OPTION_HISTORY:
            options->history = true;
            break;
        case OPTION_AT_RISK:
            take_view(front, options, VIEW_AT_RISK);
            break;
        case OPTION_EXPLAIN:
            take_view(front, options, VIEW_EXPLAIN);
            kam_explaining_ask(front, &options->explaining, argument);
            break;
        case OPTION_LANG:
            kam_explaining_speak(front, &options->explaining, argument);
            break;
        case OPTION_KEY:
            take_key(front, options, argument);
            break;
        case OPTION_MEASURE:
            take_measure(front, options, argument);
            break;
        case OPTION_MEMBERS_OLD:
            kam_front_one_file(front, "--members-old", argument, &options->comparing.members[0]);
            break;
        case OPTION_MEMBERS_NEW:
            kam_front_one_file(front, "--members-new", argument, &options->comparing.members[1]);
            break;
        case OPTION_RATES:
            options->sums.summary.form = KAM_TRANSITION_RATES;
            break;
        case OPTION_REPLAY:
            kam_front_one_file(front, "--replay", argument, &options->comparing.replay);
            break;
        case OPTION_RETENTION:
            take_view(front, options, VIEW_RETENTION);
            break;
        case OPTION_SEEN:
            kam_comparing_see(front, &options->comparing, argument);
            break;
        case OPTION_TRACK:
            take_tracked(front, options, argument);
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
            options->comparing.compared.threads = kam_front_threads(front, argument);
            break;
        }
    if (options->has_min_delta && options->view != VIEW_MOVED && options->view != VIEW_ALL)
        kam_front_usage(front, "--min-delta is for the listing; the other views count all");
    if (options->view == VIEW_EXPLAIN && options->tracked_count)
        kam_front_usage(front, "--track is for the listing; --explain tells all of a customer");
    options->sums.kind = sums_of(options->view);
    kam_sumview_check(front, &options->sums);
    kam_explaining_check(front, &options->explaining);
    if (options->history)
        check_history(front, options);
    else
        check_operands(front);
}

/* ---- run --------------------------------------------------------------------------------------
 */

static enum kam_status explain(const struct options *options, const struct kam_comparing *comparing,
                               struct work *work, struct kam_error *error)
{
    const struct kam_explaining *explaining = &options->explaining;

    work->story.language = explaining->language;
    return kam_diff_explain(&comparing->diff, comparing->model, explaining->asked,
                            explaining->count, &work->story, error);
}

static enum kam_status compute(struct kam_front *front, const struct options *options,
                               const struct kam_comparing *comparing, struct work *work,
                               struct kam_error *error)
{
    const struct kam_diff *diff = &comparing->diff;
    const struct kam_listing_options listed = {
        .scope = options->view == VIEW_ALL ? KAM_LISTING_ALL : KAM_LISTING_MOVED,
        .least = options->min_delta,
        .tracked = options->tracked,
        .tracked_count = options->tracked_count,
        .model = comparing->model};
    enum kam_status status = kam_sumview_compute(&work->sums, &options->sums, diff, error);

    if (!status)
        status = kam_listing_init(&work->listing, diff, &listed, error);
    if (!status && options->view == VIEW_CAUSES)
        status = kam_causelist_compute(&work->causes, diff, error);
    if (!status && options->view == VIEW_AT_RISK)
        status = kam_riskview_find(front, &work->risks, comparing, error);
    if (!status && options->view == VIEW_EXPLAIN)
        status = explain(options, comparing, work, error);
    return status;
}

static enum kam_status write_view(struct kam_front *front, const struct options *options,
                                  const struct work *work, struct kam_error *error)
{
    struct kam_output *output;
    struct kam_writer writer;

    if (options->view == VIEW_EXPLAIN)
        return kam_explaining_write(front, &work->story, error);
    enum kam_status status = kam_front_open_output(front, &output, &writer, error);
    if (status)
        return status;
    switch (options->view) {
    case VIEW_MOVED:
    case VIEW_ALL:
        status = kam_listing_write(&work->listing, &writer, error);
        break;
    case VIEW_SUMMARY:
    case VIEW_BRIDGE:
    case VIEW_RETENTION:
        kam_sumview_write(&work->sums, &writer);
        break;
    case VIEW_CAUSES:
        kam_causelist_write(&work->causes, &writer);
        break;
    case VIEW_AT_RISK:
        status = kam_risklist_write(&work->risks, &writer, error);
        break;
    case VIEW_EXPLAIN: /* it is no table */
        break;
    }
    if (!status)
        return kam_output_commit(output, error);
    kam_output_discard(output);
    return status;
}

/* *MOVED says afterwards whether customers moved. */
static enum kam_status run(struct kam_front *front, const struct options *options, bool *moved,
                           struct kam_error *error)
{
    struct kam_comparing comparing = {.options = NULL};
    struct work work = {.sums = {.options = NULL}};
    enum kam_comparing_scope scope = options->view == VIEW_AT_RISK   ? KAM_COMPARING_RISKS
                                     : options->view == VIEW_EXPLAIN ? KAM_COMPARING_ALL
                                                                     : KAM_COMPARING_MOVES;
    enum kam_status status =
        kam_comparing_run(front, &comparing, &options->comparing, scope, error);

    if (!status)
        status = compute(front, options, &comparing, &work, error);
    if (!status)
        status = kam_front_check_warnings(front, error);
    if (!status)
        status = write_view(front, options, &work, error);
    if (!status)
        kam_diffnote_say(front, &work.sums.bridge, options->comparing.compared.measure);
    if (!status && options->view == VIEW_AT_RISK)
        kam_riskview_note(front, &work.risks);
    *moved = work.listing.moved > 0;
    kam_risks_free(&work.risks);
    kam_listing_free(&work.listing);
    kam_sumview_free(&work.sums);
    kam_story_free(&work.story);
    kam_comparing_free(&comparing);
    return status;
}

int main(int argc, char **argv)
{
    struct options options = {.comparing.compared.threads = kam_front_processors()};
    struct kam_error error = {0};
    struct kam_front front;
    bool moved = false;

    kam_front_init(&front, &tool);
    parse(&front, &options, argc, argv);
    enum kam_status status = options.history ? kam_historyrun(&front, &options.comparing, &error)
                                             : run(&front, &options, &moved, &error);
    int result = kam_front_finish(&front, status, &error);
    kam_comparing_options_free(&options.comparing);
    kam_explaining_free(&options.explaining);
    free(options.tracked);
    return result == KAM_EXIT_DONE && options.exit_code && moved ? KAM_EXIT_MOVED : result;
}
