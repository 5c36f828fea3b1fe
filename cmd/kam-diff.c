#include <config.h>

#include "comparing.h"
#include "diffview.h"
#include "historyrun.h"

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
    "      --by COL              with --bridge, --retention, --causes: for each value of a "
    "column,\n"
    "                            or each tier (--by tier), and for all\n"
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

enum {
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
    .usage = usage,
    .letters = "",
    .options = own_options,
    .writes = KAM_TOOL_TABLES,
};

struct options {
    struct kam_diffview view;               /* --all, --summary and the like */
    struct kam_comparing_options comparing; /* --measure, --allow and the like */
    bool exit_code;                         /* --exit-code */
    bool history;                           /* --history: of many snapshots; no view of two */
};

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
    if (options->view.kind != KAM_DIFFVIEW_MOVED)
        kam_front_usage(front, "--history is of many snapshots, and goes with no view of two");
    if (options->view.has_min_delta || options->exit_code)
        kam_front_usage(front, "%s isn't for --history",
                        options->exit_code ? "--exit-code" : "--min-delta");
    kam_historyrun_check(front, &options->comparing);
}

/* What is compared, and how; false if OPTION says something else. */
static bool take_compared(const struct kam_front *front, struct kam_comparing_options *comparing,
                          int option, const char *argument)
{
    switch (option) {
    case OPTION_MEASURE:
        kam_comparing_take_measure(front, comparing, argument);
        return true;
    case OPTION_KEY:
        kam_comparing_take_key(front, comparing, argument);
        return true;
    case OPTION_MEMBERS_OLD:
        kam_front_one_file(front, "--members-old", argument, &comparing->members[0]);
        return true;
    case OPTION_MEMBERS_NEW:
        kam_front_one_file(front, "--members-new", argument, &comparing->members[1]);
        return true;
    case OPTION_SEEN:
        kam_comparing_see(front, comparing, argument);
        return true;
    case OPTION_REPLAY:
        kam_front_one_file(front, "--replay", argument, &comparing->replay);
        return true;
    case OPTION_ALLOW:
        kam_comparing_allow(front, comparing, argument);
        return true;
    case OPTION_THREADS:
        comparing->compared.threads = kam_front_threads(front, argument);
        return true;
    }
    return false;
}

static void take_option(const struct kam_front *front, struct options *options, int option,
                        const char *argument)
{
    struct kam_diffview *view = &options->view;

    switch (option) {
    case OPTION_ALL:
        kam_diffview_choose(front, view, KAM_DIFFVIEW_ALL);
        break;
    case OPTION_SUMMARY:
        kam_diffview_choose(front, view, KAM_DIFFVIEW_SUMMARY);
        kam_sumview_take_figure(front, &view->sums, argument);
        break;
    case OPTION_RATES:
        view->sums.summary.form = KAM_TRANSITION_RATES;
        break;
    case OPTION_BRIDGE:
        kam_diffview_choose(front, view, KAM_DIFFVIEW_BRIDGE);
        break;
    case OPTION_RETENTION:
        kam_diffview_choose(front, view, KAM_DIFFVIEW_RETENTION);
        break;
    case OPTION_CAUSES:
        kam_diffview_choose(front, view, KAM_DIFFVIEW_CAUSES);
        break;
    case OPTION_BY:
        kam_sumview_take_by(front, &view->sums, argument);
        kam_comparing_need(front, &options->comparing, view->sums.by);
        break;
    case OPTION_HISTORY:
        options->history = true;
        break;
    case OPTION_AT_RISK:
        kam_diffview_choose(front, view, KAM_DIFFVIEW_AT_RISK);
        break;
    case OPTION_EXPLAIN:
        kam_diffview_choose(front, view, KAM_DIFFVIEW_EXPLAIN);
        kam_explaining_ask(front, &view->explaining, argument);
        break;
    case OPTION_LANG:
        kam_explaining_speak(front, &view->explaining, argument);
        break;
    case OPTION_TRACK:
        kam_diffview_track(front, view, &options->comparing, argument);
        break;
    case OPTION_MIN_DELTA:
        kam_diffview_take_min_delta(front, view, argument);
        break;
    case OPTION_EXIT_CODE:
        options->exit_code = true;
        break;
    }
}

static void parse(struct kam_front *front, struct options *options, int argc, char **argv)
{
    const char *argument;
    int option;

    while ((option = kam_front_next_option(front, argc, argv, &argument)) != -1)
        if (!take_compared(front, &options->comparing, option, argument))
            take_option(front, options, option, argument);
    kam_diffview_check(front, &options->view);
    if (options->history)
        check_history(front, options);
    else
        check_operands(front);
}

/* *MOVED says afterwards whether customers moved. */
static enum kam_status run(struct kam_front *front, const struct options *options, bool *moved,
                           struct kam_error *error)
{
    struct kam_comparing comparing = {.options = NULL};

    if (options->history)
        return kam_historyrun(front, &options->comparing, error);
    enum kam_status status = kam_comparing_run(front, &comparing, &options->comparing,
                                               kam_diffview_scope(&options->view), error);
    if (!status)
        status = kam_diffview_write(front, &options->view, &comparing, moved, error);
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
    int result = kam_front_finish(&front, run(&front, &options, &moved, &error), &error);
    kam_comparing_options_free(&options.comparing);
    kam_diffview_free(&options.view);
    return result == KAM_EXIT_DONE && options.exit_code && moved ? KAM_EXIT_MOVED : result;
}
