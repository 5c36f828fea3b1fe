#include <config.h>

#include "reportview.h"

static const char usage[] =
    "Usage: kam-report [OPTION]... SNAPSHOT -o REPORT.html\n"
    "Show a snapshot of kam-tier, and what moved since the one before, as a page that any browser\n"
    "opens: the pyramid, the largest customers, movements and their causes, the nine-box, "
    "customers\n"
    "at risk. The page loads nothing, and is complete without script.\n"
    "\n"
    "What is shown beside the snapshot:\n"
    "      --moves FILE          the movements, made by kam-diff --all OLD SNAPSHOT\n"
    "      --previous SNAPSHOT   the snapshot before: the pyramid as it was\n"
    "      --at-risk FILE        who may leave, made by kam-diff --at-risk OLD SNAPSHOT\n"
    "\n"
    "How it is shown:\n"
    "      --format html|text|svg  a page (the default); for a terminal or a mail; one picture\n"
    "      --chart pyramid|lorenz|ninebox|flow|bridge  the picture of --format svg\n"
    "      --by COL              a page for each value of a column, and an index.html; -o is the\n"
    "                            directory\n"
    "      --lang en|zh          the language (default: en)\n"
    "      --title TEXT          the title (default: made of the period)\n"
    "      --top N               how many customers each list names (default: 20)\n"
    "      --key-tier TIER       the lowest tier of key accounts (default: that of the upper "
    "half)\n"
    "      --width N             columns of --format text (default: the terminal's, or 78)\n"
    "      --threads N           threads (default: one for each processor)\n";

enum {
    OPTION_AT_RISK = KAM_OPTION_FIRST,
    OPTION_BY,
    OPTION_CHART,
    OPTION_FORMAT,
    OPTION_KEY_TIER,
    OPTION_LANG,
    OPTION_MOVES,
    OPTION_PREVIOUS,
    OPTION_THREADS,
    OPTION_TITLE,
    OPTION_TOP,
    OPTION_WIDTH,
};

static const struct option own_options[] = {
    {"moves", required_argument, NULL, OPTION_MOVES},
    {"previous", required_argument, NULL, OPTION_PREVIOUS},
    {"at-risk", required_argument, NULL, OPTION_AT_RISK},
    {"format", required_argument, NULL, OPTION_FORMAT},
    {"chart", required_argument, NULL, OPTION_CHART},
    {"by", required_argument, NULL, OPTION_BY},
    {"lang", required_argument, NULL, OPTION_LANG},
    {"title", required_argument, NULL, OPTION_TITLE},
    {"top", required_argument, NULL, OPTION_TOP},
    {"key-tier", required_argument, NULL, OPTION_KEY_TIER},
    {"width", required_argument, NULL, OPTION_WIDTH},
    {"threads", required_argument, NULL, OPTION_THREADS},
    {NULL, 0, NULL, 0},
};

static const struct kam_tool_description tool = {
    .name = "kam-report",
    .usage = usage,
    .letters = "",
    .options = own_options,
    .writes = KAM_TOOL_PAGES,
};

static void take_option(const struct kam_front *front, struct kam_reportview *view, int option,
                        const char *argument)
{
    switch (option) {
    case OPTION_MOVES:
        kam_front_one_file(front, "--moves", argument, &view->files.moves);
        break;
    case OPTION_PREVIOUS:
        kam_front_one_file(front, "--previous", argument, &view->files.previous);
        break;
    case OPTION_AT_RISK:
        kam_front_one_file(front, "--at-risk", argument, &view->files.risks);
        break;
    case OPTION_FORMAT:
        kam_reportview_take_format(front, view, argument);
        break;
    case OPTION_CHART:
        kam_reportview_take_chart(front, view, argument);
        break;
    case OPTION_BY:
        kam_reportview_take_by(front, view, argument);
        break;
    case OPTION_LANG:
        view->language = kam_explaining_language(front, argument);
        break;
    case OPTION_TITLE:
        view->report.title = kam_text_of(argument);
        break;
    case OPTION_TOP:
        view->report.top = kam_front_number(front, "--top", argument, 1, KAM_REPORT_TOP_MOST);
        break;
    case OPTION_KEY_TIER:
        view->key_tier = argument;
        break;
    case OPTION_WIDTH:
        view->width =
            kam_front_number(front, "--width", argument, KAM_REPORTTEXT_LEAST, KAM_REPORTTEXT_MOST);
        break;
    case OPTION_THREADS:
        view->threads = kam_front_threads(front, argument);
        break;
    }
}

static void parse(struct kam_front *front, struct kam_reportview *view, int argc, char **argv)
{
    const char *argument;
    int option;

    while ((option = kam_front_next_option(front, argc, argv, &argument)) != -1)
        take_option(front, view, option, argument);
    kam_reportview_check(front, view);
}

int main(int argc, char **argv)
{
    struct kam_reportview view = kam_reportview_default();
    struct kam_error error = {0};
    struct kam_front front;

    kam_front_init(&front, &tool);
    parse(&front, &view, argc, argv);
    return kam_front_finish(&front, kam_reportview_run(&front, &view, &error), &error);
}
