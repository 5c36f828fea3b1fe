#include <config.h>

#include "explain/explainscore.h"
#include "explaining.h"
#include "front.h"
#include "outputs.h"
#include "score/score.h"
#include "scoreinput.h"
#include "scoreweights.h"
#include "table/ids.h"

#include <stdlib.h>

static const char usage[] =
    "Usage: kam-score [OPTION]... [FILE]...\n"
    "Give every account of an account table points in each dimension of the model, and a score.\n"
    "\n"
    "      --weight DIM=N        let dimension DIM weigh N in this run; repeatable\n"
    "      --weights             instead of scores, print the weights in force beside those that "
    "each\n"
    "                            method finds; without FILE, only what the model alone tells\n"
    "      --explain ID          instead of the table, tell how a customer came to its score: by\n"
    "                            its id, that of one of its accounts, or name:TEXT; repeatable\n"
    "      --lang en|zh          the language of --explain (default: en)\n"
    "      --threads N           threads (default: one for each processor)\n"
    "\n"
    "What is put beside the table first:\n"
    "      --join FILE           add the columns of a customer file as attributes\n"
    "      --join-key THEIRS[=OURS]  its key column, and ours (default: account_id, which also\n"
    "                            finds the members of a customer)\n"
    "      --join-encoding NAME  its encoding\n"
    "      --unmatched FILE      list customers and rows of the file without a partner\n"
    "      --prospects           let rows of the file without a customer in, as prospects\n"
    "      --contacts FILE       a list of contacts with their attitude to us and to competitors:\n"
    "                            columns closeness, advantage and advantage_2\n"
    "      --contacts-encoding NAME\n"
    "                            of that file (default: UTF-8 or by its mark)\n"
    "      --visits FILE         a log of visits: columns visits and last_visit\n"
    "      --visits-encoding NAME\n"
    "                            of that file\n"
    "\n"
    "Added per dimension NAME: points_NAME (0 to 100) and part_NAME (weight x points / sum of the\n"
    "weights that count for the account, unless [score] says otherwise); then missing (dimensions\n"
    "whose cell is empty), score (the sum of the parts) and score_model (a hash of the rules in\n"
    "force). Columns of an earlier kam-score are replaced. Rows are sorted by account_id.\n";

enum {
    OPTION_WEIGHT = KAM_OPTION_FIRST,
    OPTION_WEIGHTS,
    OPTION_EXPLAIN,
    OPTION_LANG,
    OPTION_THREADS,
    OPTION_JOIN,
    OPTION_JOIN_KEY,
    OPTION_JOIN_ENCODING,
    OPTION_UNMATCHED,
    OPTION_PROSPECTS,
    OPTION_CONTACTS,
    OPTION_CONTACTS_ENCODING,
    OPTION_VISITS,
    OPTION_VISITS_ENCODING
};

static const struct option long_options[] = {
    {"weight", required_argument, NULL, OPTION_WEIGHT},
    {"weights", no_argument, NULL, OPTION_WEIGHTS},
    {"explain", required_argument, NULL, OPTION_EXPLAIN},
    {"lang", required_argument, NULL, OPTION_LANG},
    {"threads", required_argument, NULL, OPTION_THREADS},
    {"join", required_argument, NULL, OPTION_JOIN},
    {"join-key", required_argument, NULL, OPTION_JOIN_KEY},
    {"join-encoding", required_argument, NULL, OPTION_JOIN_ENCODING},
    {"unmatched", required_argument, NULL, OPTION_UNMATCHED},
    {"prospects", no_argument, NULL, OPTION_PROSPECTS},
    {"contacts", required_argument, NULL, OPTION_CONTACTS},
    {"contacts-encoding", required_argument, NULL, OPTION_CONTACTS_ENCODING},
    {"visits", required_argument, NULL, OPTION_VISITS},
    {"visits-encoding", required_argument, NULL, OPTION_VISITS_ENCODING},
    {NULL, 0, NULL, 0},
};

static const struct kam_tool_description tool = {.name = "kam-score",
                                                 .usage = usage,
                                                 .letters = "",
                                                 .options = long_options,
                                                 .writes = KAM_TOOL_TABLES};

struct options {
    bool weights;                        /* --weights */
    enum kam_weight_option weighing;     /* --weight */
    struct kam_explaining explaining;    /* --explain, --lang */
    unsigned threads;                    /* --threads */
    struct kam_scoreinput_options input; /* --join and the like */
    struct kam_arena texts;              /* of overrides made from --weight */
};

/* --weight DIM=N is --set 'dimension DIM:weight=N'. */
static enum kam_status take_weight(struct kam_front *front, struct options *options,
                                   const char *argument, struct kam_error *error)
{
    const char *equals = strrchr(argument, '=');
    size_t length = equals ? (size_t)(equals - argument) : 0;
    struct kam_buffer text = {NULL, 0, 0};
    struct kam_text copy;

    if (length == 0 || !argument[length + 1])
        kam_front_usage(front, "--weight: %s: DIMENSION=NUMBER is needed",
                        kam_show(kam_text_of(argument)).s);
    bool ok = kam_buffer_printf(&text, "dimension %.*s:weight=%s", (int)length, argument,
                                argument + length + 1) &&
              kam_arena_copy(&options->texts, kam_buffer_text(&text), &copy);
    kam_buffer_free(&text);
    if (!ok)
        return kam_error_nomem(error);
    kam_front_add_override(front, copy.ptr);
    return KAM_OK;
}

/* Without a table, nothing can be put beside it. */
static void check_no_table(const struct kam_front *front,
                           const struct kam_scoreinput_options *input)
{
    if (input->join)
        kam_front_usage(front,
                        "--weights without a FILE reads no input, so --join has nothing to join");
    if (input->relationship.contacts_path || input->relationship.visits_path)
        kam_front_usage(front, "--weights without a FILE reads no input, so --contacts and "
                               "--visits have nothing to stand beside");
}

static enum kam_status parse(struct kam_front *front, struct options *options, int argc,
                             char **argv, struct kam_error *error)
{
    const char *argument;
    int option;
    enum kam_status status = KAM_OK;

    while (!status && (option = kam_front_next_option(front, argc, argv, &argument)) != -1) {
        switch (option) {
        case OPTION_WEIGHT:
            options->weighing = KAM_WEIGHT_OF_OPTION;
            status = take_weight(front, options, argument, error);
            break;
        case OPTION_WEIGHTS:
            options->weights = true;
            break;
        case OPTION_EXPLAIN:
            kam_explaining_ask(front, &options->explaining, argument);
            break;
        case OPTION_LANG:
            kam_explaining_speak(front, &options->explaining, argument);
            break;
        case OPTION_THREADS:
            options->threads = kam_front_threads(front, argument);
            break;
        case OPTION_JOIN:
            kam_front_one_file(front, "--join", argument, &options->input.join);
            break;
        case OPTION_JOIN_KEY:
            options->input.join_key = argument;
            break;
        case OPTION_JOIN_ENCODING:
            options->input.join_encoding = argument;
            break;
        case OPTION_UNMATCHED:
            options->input.unmatched = argument;
            break;
        case OPTION_PROSPECTS:
            options->input.prospects = true;
            break;
        case OPTION_CONTACTS:
            kam_front_one_file(front, "--contacts", argument,
                               &options->input.relationship.contacts_path);
            break;
        case OPTION_CONTACTS_ENCODING:
            options->input.relationship.contacts_encoding = argument;
            break;
        case OPTION_VISITS:
            kam_front_one_file(front, "--visits", argument,
                               &options->input.relationship.visits_path);
            break;
        case OPTION_VISITS_ENCODING:
            options->input.relationship.visits_encoding = argument;
            break;
        }
    }
    if (options->weights && options->explaining.count)
        kam_front_usage(front, "--weights and --explain: only one of them at a time");
    if (options->weights && !front->file_count)
        check_no_table(front, &options->input);
    if (options->weights && options->input.unmatched)
        kam_front_usage(front, "--weights and --unmatched: only one of them at a time");
    if (options->input.unmatched && options->explaining.count)
        kam_front_usage(front, "--unmatched and --explain: only one of them at a time");
    kam_explaining_check(front, &options->explaining);
    kam_scoreinput_check(front, &options->input);
    return status;
}

/* What there is to write. */
struct output {
    const struct kam_scoreinput *input;
    const struct kam_view *view;
    unsigned threads;
};

static enum kam_status write_view(void *context, struct kam_writer *writer, struct kam_error *error)
{
    const struct output *output = context;

    return kam_view_write(output->view, output->threads, writer, error);
}

static enum kam_status write_unmatched(void *context, struct kam_writer *writer,
                                       struct kam_error *error)
{
    const struct output *output = context;

    return kam_scoreinput_write_unmatched(output->input, writer, error);
}

/* Write the table with the columns of SCORES in ORDER, sorted by account_id, and what is beside it.
 */
static enum kam_status write_scores(struct kam_front *front, const struct options *options,
                                    const struct kam_scoreinput *input,
                                    const struct kam_scores *scores, const uint32_t *order,
                                    struct kam_error *error)
{
    struct kam_view view = {0};
    struct output output = {input, &view, options->threads};
    struct kam_list list = {options->input.unmatched, write_unmatched, NULL};
    enum kam_status status =
        kam_view_init(&view, &input->table, KAM_STAGE_SCORE, &scores->added, error);

    view.order = order;
    if (!status)
        status = kam_outputs_write(front, &list, 1, write_view, &output, error);
    kam_view_free(&view);
    return status;
}

/* With -v: what was scored, and its revenue where the table says it in numbers. */
static void note(const struct kam_front *front, const struct kam_table *table,
                 const struct kam_model *model, const struct kam_scores *scores)
{
    size_t revenue = kam_table_find(table, KAM_TEXT("revenue"));
    struct kam_decimal sum = KAM_DECIMAL_ZERO, value;
    char digits[KAM_DECIMAL_SIZE];
    bool known = revenue != KAM_NO_COLUMN, empty;

    if (!front->verbose)
        return;
    for (size_t row = 0; row < table->count && known; row++)
        known = kam_table_number(table, row, revenue, &value, &empty, NULL) == KAM_OK &&
                kam_decimal_add(&sum, value);
    kam_decimal_format(sum, 2, digits);
    kam_front_note(front, "%zu accounts%s%s, scored in %zu dimensions, %llu with something missing",
                   table->count, known ? ", revenue " : "", known ? digits : "",
                   model->dimension_count, (unsigned long long)scores->judging.incomplete);
    if (scores->judging.prospects)
        kam_front_note(front, "%llu of them %s", (unsigned long long)scores->judging.prospects,
                       scores->judging.prospects == 1 ? "is a prospect" : "are prospects");
}

static enum kam_status write_stories(struct kam_front *front, const struct options *options,
                                     const struct kam_model *model, const struct kam_table *table,
                                     const struct kam_scores *scores, struct kam_error *error)
{
    const struct kam_explaining *explaining = &options->explaining;
    struct kam_story story = {.speech = {.language = explaining->language}};
    enum kam_status status = kam_explain_scores(
        scores, table, model, kam_relationship_contacts(&options->input.relationship),
        explaining->asked, explaining->count, &story, error);

    if (!status)
        status = kam_explaining_write(front, &story, error);
    kam_story_free(&story);
    return status;
}

static enum kam_status score_table(struct kam_front *front, const struct options *options,
                                   const struct kam_model *model,
                                   const struct kam_scoreinput *input, struct kam_error *error)
{
    const struct kam_table *table = &input->table;
    struct kam_scores scores = {0};
    uint32_t *order = NULL;
    size_t account;
    enum kam_status status = kam_table_require(table, KAM_TEXT("account_id"), &account, error);

    if (!status)
        status = kam_ids_check(table, account, error);
    if (!status)
        status = kam_scores_make(&scores, model, table, options->threads, error);
    if (!status)
        status = kam_ids_order(table, account, &order, error);
    if (!status && options->weights)
        status = kam_scoreweights_write(front, model, &scores.judging.points, error);
    else if (!status)
        status = options->explaining.count
                     ? write_stories(front, options, model, table, &scores, error)
                     : write_scores(front, options, input, &scores, order, error);
    if (!status)
        note(front, table, model, &scores);
    kam_scores_free(&scores);
    free(order);
    return status;
}

static enum kam_status run(struct kam_front *front, struct options *options,
                           struct kam_error *error)
{
    struct kam_model *model = NULL;
    struct kam_scoreinput input = {0};
    enum kam_status status = kam_front_model(front, &model, error);

    if (!status)
        status = kam_score_check(model, error);
    if (!status)
        status = kam_scoreweights_check(front, model, options->weighing, error);
    if (!status && options->weights && !front->file_count) {
        status = kam_scoreweights_write(front, model, NULL, error);
    } else if (!status) {
        status = kam_scoreinput_read(front, &options->input, model, &input, error);
        if (!status)
            status = score_table(front, options, model, &input, error);
    }
    kam_scoreinput_free(&input);
    kam_model_free(model);
    return status;
}

int main(int argc, char **argv)
{
    struct options options = {.threads = kam_front_processors()};
    struct kam_front front;
    struct kam_error error;

    kam_front_init(&front, &tool);
    enum kam_status status = parse(&front, &options, argc, argv, &error);
    if (!status)
        status = run(&front, &options, &error);
    int result = kam_front_finish(&front, status, &error);
    kam_explaining_free(&options.explaining);
    kam_relationship_free(&options.input.relationship);
    kam_arena_free(&options.texts);
    return result;
}
