#include <config.h>

#include "front.h"
#include "importrun.h"

#include <stdlib.h>

static const char usage[] =
    "Usage: kam-import [OPTION]... [FILE]...\n"
    "Add billing exports up to an account table: one row per account, its revenue by month.\n"
    "Inputs are raw exports (CSV and the like, also gzip) and kam-import's own output, mixed.\n"
    "\n"
    "What the columns of an export mean (default: the model's [import], then usual headings):\n"
    "      --as NAME             use the model's [import NAME]\n"
    "      --account COL         account id\n"
    "      --name COL            account name\n"
    "      --group COL           id of the corporate group\n"
    "      --payer COL           account that pays the bills\n"
    "      --month COL           month or day of the bill\n"
    "      --amount COL|A*B|N    amount; a product of two columns; a number counts lines\n"
    "      --cost COL            cost\n"
    "      --service COL         service, collected as a set\n"
    "      --keep [NEW=]COL,...  further columns, kept as attributes\n"
    "      --sum [NEW=]COL,...   further amounts, added up exactly\n"
    "      --collect [NEW=]COL,...  further columns, collected as sets\n"
    "      --currency COL[=CODE]  currency; lines in others than CODE are left out\n"
    "      --invoice COL[,COL]   reject lines whose key was there before\n"
    "      --prefix TEXT         put before every id of a raw export\n"
    "      --raw                 take an account table for a raw export\n"
    "\n"
    "How an export is written (default: found out from its first MiB):\n"
    "      --header-line N[-M]   the header stands in this line, or these two\n"
    "      --columns NAME,...    names for the columns of a file without a header\n"
    "      --dates ymd|dmy|mdy   order of days and months; allows years of two digits\n"
    "      --decimal .|,         decimal sign\n"
    "      --unit [COL=]UNIT,...  unit of the amount and the cost, or of COL: 万元, thousand\n"
    "      --round N             round amounts to N places (0 to 18)\n"
    "      --long-ids            ids of 16 and more digits that end in zeros are right\n"
    "\n"
    "Which lines:\n"
    "      --period YYYY-MM      last month of the window; dates lines without a month\n"
    "      --window N            months in the window (default: the model's, else 12)\n"
    "\n"
    "Customer file:\n"
    "      --join FILE           add its columns as attributes\n"
    "      --join-key THEIRS[=OURS]  its key column, and ours (default: account_id)\n"
    "      --join-encoding NAME  its encoding\n"
    "      --unmatched FILE      list accounts and customers without a partner\n"
    "\n"
    "Looking before importing:\n"
    "      --inspect[=tsv|model]  show what the inputs are taken for, and a section [import];\n"
    "                            as facts in rows, or the section only\n"
    "\n"
    "What becomes of the lines:\n"
    "      --rejects FILE        set bad lines aside and go on\n"
    "      --max-rejects N|P%    fail if there are more\n"
    "      --reconcile FILE      lines and sums by file, fate and month\n"
    "      --check-total [YYYY-MM=]AMOUNT  fail unless the lines add up to AMOUNT\n"
    "      --check-totals FILE   the same for a file of months and amounts\n"
    "\n"
    "How it runs:\n"
    "      --threads N           threads (default: one for each processor)\n"
    "      --memory SIZE         memory for accounts, such as 512M or 2G; what is more goes to\n"
    "                            temporary files in $TMPDIR, else /var/tmp\n";

enum option_value {
    OPTION_AS = KAM_OPTION_FIRST,
    OPTION_KEEP,
    OPTION_SUM,
    OPTION_COLLECT,
    OPTION_UNIT,
    OPTION_COLUMNS,
    OPTION_INVOICE,
    OPTION_INSPECT,
    OPTION_HEADER_LINE,
    OPTION_DATES,
    OPTION_DECIMAL,
    OPTION_LONG_IDS,
    OPTION_CHECK_TOTAL,
    OPTION_CHECK_TOTALS,
    OPTION_ROUND,
    OPTION_PREFIX,
    OPTION_RAW,
    OPTION_PERIOD,
    OPTION_WINDOW,
    OPTION_JOIN,
    OPTION_JOIN_KEY,
    OPTION_JOIN_ENCODING,
    OPTION_UNMATCHED,
    OPTION_REJECTS,
    OPTION_MAX_REJECTS,
    OPTION_RECONCILE,
    OPTION_THREADS,
    OPTION_MEMORY,
    OPTION_ROLE, /* and as many more as there are roles */
};

static const struct option long_options[] = {
    {"as", required_argument, NULL, OPTION_AS},
    {"account", required_argument, NULL, OPTION_ROLE + KAM_ROLE_ACCOUNT},
    {"name", required_argument, NULL, OPTION_ROLE + KAM_ROLE_NAME},
    {"group", required_argument, NULL, OPTION_ROLE + KAM_ROLE_GROUP},
    {"payer", required_argument, NULL, OPTION_ROLE + KAM_ROLE_PAYER},
    {"month", required_argument, NULL, OPTION_ROLE + KAM_ROLE_MONTH},
    {"amount", required_argument, NULL, OPTION_ROLE + KAM_ROLE_AMOUNT},
    {"cost", required_argument, NULL, OPTION_ROLE + KAM_ROLE_COST},
    {"service", required_argument, NULL, OPTION_ROLE + KAM_ROLE_SERVICE},
    {"currency", required_argument, NULL, OPTION_ROLE + KAM_ROLE_CURRENCY},
    {"keep", required_argument, NULL, OPTION_KEEP},
    {"sum", required_argument, NULL, OPTION_SUM},
    {"collect", required_argument, NULL, OPTION_COLLECT},
    {"invoice", required_argument, NULL, OPTION_INVOICE},
    {"inspect", optional_argument, NULL, OPTION_INSPECT},
    {"header-line", required_argument, NULL, OPTION_HEADER_LINE},
    {"columns", required_argument, NULL, OPTION_COLUMNS},
    {"dates", required_argument, NULL, OPTION_DATES},
    {"decimal", required_argument, NULL, OPTION_DECIMAL},
    {"unit", required_argument, NULL, OPTION_UNIT},
    {"long-ids", no_argument, NULL, OPTION_LONG_IDS},
    {"check-total", required_argument, NULL, OPTION_CHECK_TOTAL},
    {"check-totals", required_argument, NULL, OPTION_CHECK_TOTALS},
    {"round", required_argument, NULL, OPTION_ROUND},
    {"prefix", required_argument, NULL, OPTION_PREFIX},
    {"raw", no_argument, NULL, OPTION_RAW},
    {"period", required_argument, NULL, OPTION_PERIOD},
    {"window", required_argument, NULL, OPTION_WINDOW},
    {"join", required_argument, NULL, OPTION_JOIN},
    {"join-key", required_argument, NULL, OPTION_JOIN_KEY},
    {"join-encoding", required_argument, NULL, OPTION_JOIN_ENCODING},
    {"unmatched", required_argument, NULL, OPTION_UNMATCHED},
    {"rejects", required_argument, NULL, OPTION_REJECTS},
    {"max-rejects", required_argument, NULL, OPTION_MAX_REJECTS},
    {"reconcile", required_argument, NULL, OPTION_RECONCILE},
    {"threads", required_argument, NULL, OPTION_THREADS},
    {"memory", required_argument, NULL, OPTION_MEMORY},
    {NULL, 0, NULL, 0},
};

static const struct kam_tool_description tool = {"kam-import", usage, "", long_options,
                                                 KAM_TOOL_TABLES};

static void parse_max_rejects(const struct kam_front *front, struct kam_import_settings *options,
                              const char *argument)
{
    size_t n = strlen(argument);

    if (n > 1 && n < 5 && argument[n - 1] == '%') {
        char digits[4] = "";
        memcpy(digits, argument, n - 1);
        options->max_percent = (unsigned)kam_front_number(front, "--max-rejects", digits, 0, 100);
        return;
    }
    options->max_rejects = kam_front_number(front, "--max-rejects", argument, 0, UINT32_MAX);
}

static void add_total(const struct kam_front *front, struct kam_import_settings *options,
                      const char *argument)
{
    if (!kam_array_reserve(&options->totals, &options->totals_capacity, options->total_count + 1,
                           sizeof *options->totals))
        kam_front_usage(front, "--check-total: out of memory");
    options->totals[options->total_count++] = argument;
}

/* Where an option whose argument is kept as it is belongs; NULL for others. */
static const char **text_option(struct kam_import_settings *options, int value)
{
    const struct {
        int value;
        const char **text;
    } texts[] = {
        {OPTION_AS, &options->as},
        {OPTION_HEADER_LINE, &options->header_line},
        {OPTION_DATES, &options->dates},
        {OPTION_DECIMAL, &options->decimal},
        {OPTION_CHECK_TOTALS, &options->totals_file},
        {OPTION_PREFIX, &options->prefix},
        {OPTION_JOIN, &options->join},
        {OPTION_JOIN_KEY, &options->join_key},
        {OPTION_JOIN_ENCODING, &options->join_encoding},
        {OPTION_UNMATCHED, &options->unmatched},
        {OPTION_REJECTS, &options->rejects},
        {OPTION_RECONCILE, &options->reconcile},
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].value == value)
            return texts[i].text;
    return NULL;
}

static enum kam_inspect_form inspect_form(const struct kam_front *front, const char *argument)
{
    if (!argument)
        return KAM_INSPECT_TEXT;
    if (strcmp(argument, "tsv") == 0)
        return KAM_INSPECT_TSV;
    if (strcmp(argument, "model") == 0)
        return KAM_INSPECT_MODEL;
    kam_front_usage(front, "--inspect: %s: tsv, model, or nothing at all",
                    kam_show(kam_text_of(argument)).s);
}

/* An inspection is of each input by itself, and writes no table. */
static void check_inspect(const struct kam_front *front, const struct kam_import_settings *options)
{
    bool tsv = options->inspect == KAM_INSPECT_TSV;

    if (!options->inspect)
        return;
    if (options->rejects || options->reconcile || options->join)
        kam_front_usage(front, "--inspect excludes --rejects, --reconcile and --join");
    if (options->total_count || options->totals_file)
        kam_front_usage(front, "--inspect excludes --check-total and --check-totals");
    if (options->threads || options->memory)
        kam_front_usage(front, "--inspect excludes --threads and --memory");
    if ((front->writer.delimiter == '\t' || front->writer.excel) && !tsv)
        kam_front_usage(front, "--inspect writes no table for --tsv or --excel; say --inspect=tsv");
}

static void take_option(struct kam_front *front, struct kam_import_settings *options, int value,
                        const char *argument)
{
    enum { LONGEST_WINDOW = 1200, LEAST_MEMORY = 16 * 1024 * 1024 };
    const char **text = text_option(options, value);

    if (text) {
        if (value == OPTION_JOIN)
            kam_front_one_file(front, "--join", argument, text);
        *text = argument;
        return;
    }
    if (value >= OPTION_ROLE) {
        options->roles[value - OPTION_ROLE] =
            (struct kam_role_choice){.column = kam_text_of(argument), .given = true};
        return;
    }
    switch (value) {
    case OPTION_KEEP:
    case OPTION_SUM:
    case OPTION_COLLECT:
    case OPTION_UNIT:
    case OPTION_COLUMNS:
    case OPTION_INVOICE:
        kam_front_add_to_list(front, &options->lists[value - OPTION_KEEP], argument);
        return;
    case OPTION_INSPECT:
        options->inspect = inspect_form(front, argument);
        return;
    case OPTION_LONG_IDS:
        options->long_ids = KAM_LONG_IDS_TRUST;
        return;
    case OPTION_CHECK_TOTAL:
        add_total(front, options, argument);
        return;
    case OPTION_ROUND:
        options->round = (int)kam_front_number(front, "--round", argument, 0, KAM_DECIMAL_PLACES);
        return;
    case OPTION_RAW:
        options->raw = true;
        return;
    case OPTION_PERIOD:
        options->period = kam_front_month(front, "--period", argument);
        return;
    case OPTION_WINDOW:
        options->window =
            (unsigned)kam_front_number(front, "--window", argument, 1, LONGEST_WINDOW);
        return;
    case OPTION_MAX_REJECTS:
        parse_max_rejects(front, options, argument);
        return;
    case OPTION_THREADS:
        options->threads = kam_front_threads(front, argument);
        return;
    case OPTION_MEMORY:
        options->memory = kam_front_size(front, "--memory", argument, LEAST_MEMORY);
        return;
    }
}

/* Standard input can be read once, and a list must not replace what it is about. */
static void check_inputs(const struct kam_front *front, const struct kam_import_settings *options)
{
    const char *const lists[] = {options->rejects, options->reconcile, options->unmatched};
    bool standard = options->join && strcmp(options->join, "-") == 0;

    if (standard && front->file_count == 0)
        kam_front_usage(front, "--join: standard input has the bills already");
    for (size_t f = 0; f < front->file_count; f++) {
        if (strcmp(front->files[f], "-") == 0) {
            if (standard)
                kam_front_usage(front, "standard input is named twice");
            standard = true;
            continue;
        }
        for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
            if (lists[l] && kam_output_same(lists[l], front->files[f]))
                kam_front_usage(front, "%s is an input: a list would replace it", lists[l]);
    }
}

static void parse(struct kam_front *front, struct kam_import_settings *options, int argc,
                  char **argv)
{
    const char *argument;
    int value;

    while ((value = kam_front_next_option(front, argc, argv, &argument)) != -1)
        take_option(front, options, value, argument);
    if (options->header_line && options->lists[KAM_LIST_COLUMNS].len)
        kam_front_usage(front, "--header-line and --columns exclude each other");
    if (options->window && options->period == KAM_MONTH_NONE)
        kam_front_usage(front, "--window needs --period, the month it ends with");
    if (!options->join && (options->join_key || options->join_encoding || options->unmatched))
        kam_front_usage(front, "--join-key, --join-encoding and --unmatched need --join");
    if (!options->rejects && (options->max_rejects != UINT64_MAX || options->max_percent != 100))
        kam_front_usage(front, "--max-rejects needs --rejects");
    check_inspect(front, options);
    const char *const outputs[] = {front->output ? front->output : "-", options->rejects,
                                   options->reconcile, options->unmatched};
    kam_front_distinct_outputs(front, outputs, sizeof outputs / sizeof *outputs);
    check_inputs(front, options);
}

int main(int argc, char **argv)
{
    struct kam_import_settings options = {
        .round = -1, .period = KAM_MONTH_NONE, .max_rejects = UINT64_MAX, .max_percent = 100};
    struct kam_error error = {.status = KAM_OK};
    struct kam_front front;

    kam_front_init(&front, &tool);
    parse(&front, &options, argc, argv);
    int status = kam_front_finish(&front, kam_import_run_tool(&front, &options, &error), &error);
    for (int l = 0; l < KAM_IMPORT_LISTS; l++)
        kam_buffer_free(&options.lists[l]);
    free(options.totals);
    return status;
}
