#include <config.h>

#include "cleanup.h"
#include "front.h"
#include "import/accountwriter.h"
#include "import/import.h"
#include "import/importmodel.h"
#include "model/modelvalue.h"
#include "outputs.h"

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
    "      --round N             round a product to N places (0 to 18)\n"
    "      --prefix TEXT         put before every id of a raw export\n"
    "      --raw                 take an account table for a raw export\n"
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
    "What becomes of the lines:\n"
    "      --rejects FILE        set bad lines aside and go on\n"
    "      --max-rejects N|P%    fail if there are more\n"
    "      --reconcile FILE      lines and sums by file, fate and month\n";

enum option_value {
    OPTION_AS = KAM_OPTION_FIRST,
    OPTION_KEEP,
    OPTION_SUM,
    OPTION_COLLECT,
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
    {"keep", required_argument, NULL, OPTION_KEEP},
    {"sum", required_argument, NULL, OPTION_SUM},
    {"collect", required_argument, NULL, OPTION_COLLECT},
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
    {NULL, 0, NULL, 0},
};

static const struct kam_tool_description tool = {"kam-import", KAM_TOOL_IMPORT, usage, "",
                                                 long_options};

/* A list option may be given several times; the texts are joined by commas. */
enum list { KEEP, SUM, COLLECT, LISTS };
static const char *const list_names[LISTS] = {"--keep", "--sum", "--collect"};

struct options {
    const char *as; /* NULL: [import] */
    struct kam_role_choice roles[KAM_ROLES];
    struct kam_buffer lists[LISTS];
    int round; /* -1: not given */
    const char *prefix;
    bool raw;
    int period;
    unsigned window; /* 0: not given */
    const char *join, *join_key, *join_encoding, *unmatched;
    const char *rejects, *reconcile;
    uint64_t max_rejects; /* UINT64_MAX: any number */
    unsigned max_percent; /* 100: any share */
};

/* What a run works with; freed together. */
struct run {
    struct kam_front *front;
    const struct options *options;
    struct kam_model *model;
    struct kam_import_options import_options;
    struct kam_join join;
    struct kam_rejects rejects;
    struct kam_import_plan plan;
    struct kam_import import;
    struct kam_account_writer writer;
    struct kam_arena arena;
};

static void parse_max_rejects(const struct kam_front *front, struct options *options,
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

static void take_option(struct kam_front *front, struct options *options, int value,
                        const char *argument)
{
    enum { LONGEST_WINDOW = 1200 };

    if (value >= OPTION_ROLE) {
        options->roles[value - OPTION_ROLE] = (struct kam_role_choice){kam_text_of(argument), true};
        return;
    }
    switch ((enum option_value)value) {
    case OPTION_AS:
        options->as = argument;
        return;
    case OPTION_KEEP:
    case OPTION_SUM:
    case OPTION_COLLECT:
        kam_front_add_to_list(front, &options->lists[value - OPTION_KEEP], argument);
        return;
    case OPTION_ROUND:
        options->round = (int)kam_front_number(front, "--round", argument, 0, KAM_DECIMAL_PLACES);
        return;
    case OPTION_PREFIX:
        options->prefix = argument;
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
    case OPTION_JOIN:
        options->join = argument;
        return;
    case OPTION_JOIN_KEY:
        options->join_key = argument;
        return;
    case OPTION_JOIN_ENCODING:
        options->join_encoding = argument;
        return;
    case OPTION_UNMATCHED:
        options->unmatched = argument;
        return;
    case OPTION_REJECTS:
        options->rejects = argument;
        return;
    case OPTION_MAX_REJECTS:
        parse_max_rejects(front, options, argument);
        return;
    case OPTION_RECONCILE:
        options->reconcile = argument;
        return;
    case OPTION_ROLE:
        return;
    }
}

/* Standard input can be read once, and a list must not replace what it is about. */
static void check_inputs(const struct kam_front *front, const struct options *options)
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

static void parse(struct kam_front *front, struct options *options, int argc, char **argv)
{
    const char *argument;
    int value;

    while ((value = kam_front_next_option(front, argc, argv, &argument)) != -1)
        take_option(front, options, value, argument);
    if (options->window && options->period == KAM_MONTH_NONE)
        kam_front_usage(front, "--window needs --period, the month it ends with");
    if (!options->join && (options->join_key || options->join_encoding || options->unmatched))
        kam_front_usage(front, "--join-key, --join-encoding and --unmatched need --join");
    if (!options->rejects && (options->max_rejects != UINT64_MAX || options->max_percent != 100))
        kam_front_usage(front, "--max-rejects needs --rejects");
    const char *const outputs[] = {front->output ? front->output : "-", options->rejects,
                                   options->reconcile, options->unmatched};
    kam_front_distinct_outputs(front, outputs, sizeof outputs / sizeof *outputs);
    check_inputs(front, options);
}

/* What the options leave open comes from the model's section. */
static enum kam_status settle(struct run *run, struct kam_error *error)
{
    const struct options *options = run->options;
    struct kam_import_options *to = &run->import_options;
    const struct kam_model_import *section =
        kam_model_find_import(run->model, kam_text_of(options->as));
    struct kam_renamed_list *lists[LISTS] = {&to->keep, &to->sum, &to->collect};

    if (options->as && !section)
        return kam_error_set(error, KAM_USAGE, "--as: the model has no [import %s]", options->as);
    *to = (struct kam_import_options){.reader = kam_front_reader_options(run->front),
                                      .prefix = kam_text_of(options->prefix),
                                      .prefix_given = options->prefix != NULL,
                                      .round = options->round,
                                      .raw = options->raw,
                                      .period = options->period,
                                      .window = options->window};
    memcpy(to->roles, options->roles, sizeof to->roles);
    if (!to->window)
        to->window = run->model->window ? (unsigned)run->model->window : KAM_MODEL_WINDOW;
    if (to->period != KAM_MONTH_NONE && kam_import_first_month(to) < KAM_MONTH_FIRST)
        return kam_error_set(error, KAM_USAGE,
                             "--period: a window of %u months would begin before 1900", to->window);
    for (int l = 0; l < LISTS; l++) {
        const struct kam_place place = {.file = list_names[l]};
        struct kam_text text = kam_buffer_text(&options->lists[l]);
        enum kam_status status =
            text.len ? kam_value_columns(lists[l], text, &place, &run->arena, error) : KAM_OK;
        if (status)
            return status;
    }
    if (section)
        kam_import_complete(to, section);
    return KAM_OK;
}

/* --keep renames a column of the customer file if no export has one of that name. */
static enum kam_status name_joined(struct run *run, struct kam_error *error)
{
    const struct kam_renamed_list *keep = &run->import_options.keep;
    struct kam_renamed *renamed = kam_arena_calloc(&run->arena, keep->count, sizeof *renamed);
    size_t count = 0;

    if (!renamed)
        return kam_error_nomem(error);
    for (size_t i = 0; i < keep->count; i++)
        if (!kam_import_plan_exports(&run->plan, keep->items[i].column))
            renamed[count++] = keep->items[i];
    return kam_join_name(&run->join, renamed, count, error);
}

static enum kam_status open_join(struct run *run, struct kam_error *error)
{
    const struct options *options = run->options;
    struct kam_import_options *to = &run->import_options;
    struct kam_reader_options reader = to->reader;

    if (!options->join)
        return KAM_OK;
    reader.input.encoding = options->join_encoding;
    reader.delimiter = 0;
    enum kam_status status =
        kam_join_open(&run->join, options->join, kam_text_of(options->join_key), &reader, error);
    if (!status)
        status = name_joined(run, error);
    to->joined = run->join.names;
    to->joined_count = run->join.count;
    to->join_columns = run->join.table.names;
    to->join_column_count = run->join.table.width;
    return status;
}

static void warn(void *context, const struct kam_error *warning)
{
    kam_front_warn(context, warning);
}

/* Too many bad lines, or any without --rejects: list the first ones and fail. */
static enum kam_status judge_bad_lines(struct run *run, struct kam_error *error)
{
    const struct kam_import *import = &run->import;
    const struct options *options = run->options;
    uint64_t lines = 0;

    if (import->bad_lines == 0)
        return KAM_OK;
    for (size_t i = 0; i < run->plan.file_count; i++)
        for (int fate = 0; fate <= KAM_FATE_REJECTED; fate++)
            lines += import->files[i].lines[fate];
    if (options->rejects) {
        kam_front_say(run->front, "%llu of %llu lines rejected, see %s",
                      (unsigned long long)import->bad_lines, (unsigned long long)lines,
                      options->rejects);
        if (import->bad_lines * 100 > lines * options->max_percent)
            return kam_error_set(error, KAM_DATA, "more than %u%% of the lines are bad",
                                 options->max_percent);
        return KAM_OK;
    }
    if (import->bad_lines == 1) {
        *error = import->bad[0];
        return KAM_DATA;
    }
    uint64_t shown = 0;
    while (shown < import->bad_lines && shown < KAM_IMPORT_SHOWN)
        kam_front_say_error(run->front, &import->bad[shown++]);
    return kam_error_set(error, KAM_DATA,
                         "%llu of %llu lines are bad%s; --rejects FILE sets them aside",
                         (unsigned long long)import->bad_lines, (unsigned long long)lines,
                         import->bad_lines > shown ? " (the first 20 are shown)" : "");
}

static enum kam_status read_inputs(struct run *run, struct kam_error *error)
{
    enum kam_status status, closed = KAM_OK;
    struct kam_error close_error = {.status = KAM_OK};

    if (run->options->rejects) {
        status = kam_rejects_open(&run->rejects, run->options->rejects, error);
        if (status)
            return status;
        kam_cleanup_guard(run->rejects.output);
        run->import.rejects = &run->rejects;
    }
    status = kam_import_run(&run->import, error);
    if (run->options->rejects)
        closed = kam_rejects_close(&run->rejects, &close_error);
    if (!status && closed) {
        *error = close_error;
        status = closed;
    }
    return status;
}

static enum kam_status write_reconcile(void *context, struct kam_writer *writer,
                                       struct kam_error *error)
{
    const struct run *self = context;

    if (kam_reconcile_write(self->import.files, self->plan.file_count, writer))
        return KAM_OK;
    return kam_error_set(error, KAM_DATA, "the sum of all amounts is too large");
}

static enum kam_status write_unmatched(void *context, struct kam_writer *writer,
                                       struct kam_error *error)
{
    const struct run *self = context;

    (void)error;
    kam_account_writer_unmatched(&self->writer, writer);
    return KAM_OK;
}

static enum kam_status write_table(void *context, struct kam_writer *writer,
                                   struct kam_error *error)
{
    struct run *self = context;

    return kam_account_writer_write(&self->writer, writer, error);
}

static enum kam_status write_all(struct run *run, struct kam_error *error)
{
    struct kam_list lists[] = {
        {run->options->reconcile, write_reconcile, NULL},
        {run->options->unmatched, write_unmatched, NULL},
    };

    return kam_outputs_write(run->front, lists, sizeof lists / sizeof *lists, write_table, run,
                             error);
}

/* Lines of all inputs that had FATE. */
static uint64_t lines_of(const struct run *run, enum kam_fate fate)
{
    uint64_t lines = 0;

    for (size_t i = 0; i < run->plan.file_count; i++)
        lines += run->import.files[i].lines[fate];
    return lines;
}

/* Bills, and none of them in the window: mostly a wrong year. */
static void warn_of_empty_window(struct run *run)
{
    char first[KAM_MONTH_SIZE], last[KAM_MONTH_SIZE];
    struct kam_error warning;

    if (lines_of(run, KAM_FATE_USED) || !lines_of(run, KAM_FATE_OUTSIDE))
        return;
    kam_month_format(kam_import_first_month(&run->import_options), first);
    kam_month_format(run->import_options.period, last);
    kam_error_set(&warning, KAM_DATA, "no line is in the window, %s to %s", first, last);
    kam_front_warn(run->front, &warning);
}

static void warn_of_no_match(struct run *run)
{
    const struct kam_join *join = &run->join;
    struct kam_error warning;

    if (!join->names || join->keys.count == 0 || kam_store_count(run->import.store) == 0)
        return;
    for (uint32_t row = 0; row < join->keys.count; row++)
        if (join->met[row])
            return;
    kam_error_set(&warning, KAM_DATA,
                  "%s has none of the accounts: are its ids written differently?",
                  run->options->join);
    kam_front_warn(run->front, &warning);
}

static void note(const struct run *run)
{
    size_t accounts = kam_store_count(run->import.store);

    kam_front_note(run->front,
                   "%zu account%s from %zu input%s; lines: %llu used, %llu outside the window, "
                   "%llu rejected, %llu of totals, %llu blank",
                   accounts, accounts == 1 ? "" : "s", run->plan.file_count,
                   run->plan.file_count == 1 ? "" : "s",
                   (unsigned long long)lines_of(run, KAM_FATE_USED),
                   (unsigned long long)lines_of(run, KAM_FATE_OUTSIDE),
                   (unsigned long long)lines_of(run, KAM_FATE_REJECTED),
                   (unsigned long long)lines_of(run, KAM_FATE_TOTAL),
                   (unsigned long long)lines_of(run, KAM_FATE_BLANK));
}

static enum kam_status run_steps(struct run *run, struct kam_error *error)
{
    struct kam_front *front = run->front;
    enum kam_status status = kam_front_model(front, &run->model, error);

    if (!status)
        status = settle(run, error);
    if (!status)
        status = kam_import_plan_look(&run->plan, front->files, front->file_count,
                                      &run->import_options, error);
    if (!status)
        status = open_join(run, error);
    if (!status)
        status = kam_import_plan_lay_out(&run->plan, &run->import_options, error);
    if (!status)
        status = read_inputs(run, error);
    if (!status)
        status = judge_bad_lines(run, error);
    if (!status)
        status = kam_account_writer_open(&run->writer, run->import.store,
                                         kam_import_months(&run->import),
                                         run->join.names ? &run->join : NULL, error);
    if (status)
        return status;
    warn_of_empty_window(run);
    warn_of_no_match(run);
    status = kam_front_check_warnings(front, error);
    if (status)
        return status;
    note(run);
    return write_all(run, error);
}

static enum kam_status run(struct kam_front *front, const struct options *options,
                           struct kam_error *error)
{
    struct run run = {.front = front, .options = options};

    run.import = (struct kam_import){.options = &run.import_options,
                                     .plan = &run.plan,
                                     .most_rejects = options->max_rejects,
                                     .warn = warn,
                                     .warn_context = front};
    enum kam_status status = run_steps(&run, error);
    kam_account_writer_free(&run.writer);
    kam_import_free(&run.import);
    kam_import_plan_free(&run.plan);
    kam_join_free(&run.join);
    kam_arena_free(&run.arena);
    kam_model_free(run.model);
    return status;
}

int main(int argc, char **argv)
{
    struct options options = {
        .round = -1, .period = KAM_MONTH_NONE, .max_rejects = UINT64_MAX, .max_percent = 100};
    struct kam_error error = {.status = KAM_OK};
    struct kam_front front;

    kam_front_init(&front, &tool);
    parse(&front, &options, argc, argv);
    int status = kam_front_finish(&front, run(&front, &options, &error), &error);
    for (int l = 0; l < LISTS; l++)
        kam_buffer_free(&options.lists[l]);
    return status;
}
