#include <config.h>

#include "cleanup.h"
#include "front.h"
#include "group/groupmerge.h"
#include "group/groupwrite.h"
#include "group/idlist.h"
#include "group/members.h"
#include "group/suggest.h"
#include "mergewarn.h"
#include "model/list.h"

#include <stdlib.h>

static const char usage[] =
    "Usage: kam-merge-group [OPTION]... [FILE]...\n"
    "Unite the accounts of an account table into customers: those with the same group_id, an "
    "account\n"
    "and its payer_id, and what the options add. One row per customer, sorted by account_id.\n"
    "\n"
    "      --same COL,...        accounts with an equal value in COL, unless it is empty, are one\n"
    "                            customer; repeatable\n"
    "      --relations FILE      so are the pairs of FILE, a table account_id, parent_id and, as\n"
    "                            needed, from, to (first and last month) and kind: parent (if\n"
    "                            empty), payer, same or renamed (account_id is called parent_id\n"
    "                            since). In force is what includes the last month of the account\n"
    "                            table. Ids needn't have a row\n"
    "      --ignore-payer ID,... payers that don't unite those they pay for; * for all of them;\n"
    "                            @FILE for those in a file, one a line or its first column;\n"
    "                            repeatable\n"
    "      --max-members N       refuse a customer of more than N accounts (default: 1000)\n"
    "      --sum COL,...         add the numbers of COL up; repeatable\n"
    "      --collect COL,...     unite the sets in COL (a|b), with COL_count; repeatable\n"
    "      --members-out FILE    list every account with its customer: account, customer, via,\n"
    "                            revenue, share, months\n"
    "      --suggest FILE        list customers that may be one, to be looked at: with names that\n"
    "                            differ only in how they are written; in the form of --relations\n"
    "      --suggest-by COL,...  and those equal in COL, such as tax numbers; repeatable\n"
    "\n"
    "The model says the same in [group] (same, relations, ignore-payer, max-members; an option\n"
    "takes the place of its key; a relative path starts at the model's directory), in "
    "[attribute COL]\n"
    "(merge = sum, max, min, set or head), and in sum and collect of [import].\n"
    "\n"
    "The head, whose id becomes the customer's, is an account whose id is a group_id of the "
    "customer,\n"
    "or a parent without a parent; else one that pays for another and is paid by none; else any; "
    "of\n"
    "several the smallest id. Figures are computed anew; other columns take the head's value.\n"
    "Columns added: member_count, members, own_revenue (the head's before merging), "
    "branch_revenue\n"
    "(that of the other accounts).\n";

/* A list option may be given several times; the texts are joined by commas. */
enum list { SAME, IGNORE_PAYER, SUM, COLLECT, SUGGEST_BY, LISTS };
static const char *const list_names[LISTS] = {"--same", "--ignore-payer", "--sum", "--collect",
                                              "--suggest-by"};

enum {
    OPTION_LIST = KAM_OPTION_FIRST,
    OPTION_RELATIONS = OPTION_LIST + LISTS,
    OPTION_MAX_MEMBERS,
    OPTION_MEMBERS_OUT,
    OPTION_SUGGEST
};

static const struct option long_options[] = {
    {"same", required_argument, NULL, OPTION_LIST + SAME},
    {"ignore-payer", required_argument, NULL, OPTION_LIST + IGNORE_PAYER},
    {"sum", required_argument, NULL, OPTION_LIST + SUM},
    {"collect", required_argument, NULL, OPTION_LIST + COLLECT},
    {"relations", required_argument, NULL, OPTION_RELATIONS},
    {"max-members", required_argument, NULL, OPTION_MAX_MEMBERS},
    {"members-out", required_argument, NULL, OPTION_MEMBERS_OUT},
    {"suggest", required_argument, NULL, OPTION_SUGGEST},
    {"suggest-by", required_argument, NULL, OPTION_LIST + SUGGEST_BY},
    {NULL, 0, NULL, 0},
};

static const struct kam_tool_description tool = {.name = "kam-merge-group",
                                                 .usage = usage,
                                                 .letters = "",
                                                 .options = long_options,
                                                 .writes = KAM_TOOL_TABLES};

struct options {
    struct kam_buffer lists[LISTS];
    const char *relations;
    const char *members_out;
    const char *suggest;
    uint64_t max_members; /* 0: not given */
};

/* What a run works with; freed together. */
struct run {
    struct kam_front *front;
    const struct options *options;
    struct kam_model *model;
    struct kam_text_list lists[LISTS];
    struct kam_id_list ignored_payers;
    const char *relations_path; /* NULL: none */
    uint64_t max_members;
    struct kam_table table;
    struct kam_relations relations;
    struct kam_link_options link_options;
    struct kam_groups groups;
    struct kam_merge_rules rules;
    struct kam_groupmerge *merge;
    struct kam_arena arena;
};

static void parse(struct kam_front *front, struct options *options, int argc, char **argv)
{
    const char *argument;
    int value;

    while ((value = kam_front_next_option(front, argc, argv, &argument)) != -1) {
        if (value < OPTION_RELATIONS)
            kam_front_add_to_list(front, &options->lists[value - OPTION_LIST], argument);
        else if (value == OPTION_RELATIONS)
            options->relations = argument;
        else if (value == OPTION_MEMBERS_OUT)
            options->members_out = argument;
        else if (value == OPTION_SUGGEST)
            options->suggest = argument;
        else
            options->max_members =
                kam_front_number(front, "--max-members", argument, 1, UINT32_MAX);
    }
    const char *const outputs[] = {front->output ? front->output : "-", options->members_out,
                                   options->suggest};
    kam_front_distinct_outputs(front, outputs, sizeof outputs / sizeof *outputs);
    if (options->lists[SUGGEST_BY].ptr && !options->suggest)
        kam_front_usage(front, "--suggest-by: goes with --suggest only");
    if (options->relations && strcmp(options->relations, "-") == 0 && kam_front_reads_input(front))
        kam_front_usage(front, "--relations: standard input is the account table already");
}

/*
 * PATH of the model in *RESULT, with a NUL behind it; a relative one starts at the directory the
 * model is in.
 */
static enum kam_status model_path(struct run *run, struct kam_text path, const char **result,
                                  struct kam_error *error)
{
    const char *model = run->front->model_path;
    const char *slash = model ? strrchr(model, '/') : NULL;
    struct kam_buffer text = {NULL, 0, 0};
    struct kam_text copy;
    bool ok = true;

    if (slash && path.ptr[0] != '/')
        ok = kam_buffer_add(&text, (struct kam_text){model, (size_t)(slash + 1 - model)});
    ok = ok && kam_buffer_add(&text, path) &&
         kam_arena_copy(&run->arena, kam_buffer_text(&text), &copy);
    kam_buffer_free(&text);
    if (!ok)
        return kam_error_nomem(error);
    *result = copy.ptr;
    return KAM_OK;
}

/* The payers to ignore: ids, and files of them. */
static enum kam_status read_ignored(struct run *run, struct kam_error *error)
{
    const struct kam_text_list *list = &run->lists[IGNORE_PAYER];
    enum kam_status status = KAM_OK;

    for (size_t i = 0; !status && i < list->count; i++) {
        struct kam_text item = list->items[i];
        const char *path = item.ptr + 1;
        if (item.ptr[0] != '@' || item.len == 1) {
            if (!kam_id_list_add(&run->ignored_payers, item))
                status = kam_error_nomem(error);
            continue;
        }
        if (!run->options->lists[IGNORE_PAYER].ptr)
            status = model_path(run, (struct kam_text){path, item.len - 1}, &path, error);
        else if (strcmp(path, "-") == 0 && kam_front_reads_input(run->front))
            status = kam_error_set(error, KAM_USAGE,
                                   "--ignore-payer: standard input is the account table already");
        if (!status)
            status = kam_id_list_read(&run->ignored_payers, path, error);
    }
    return status;
}

/* What the options leave open comes from the model's [group]. */
static enum kam_status settle(struct run *run, struct kam_error *error)
{
    const struct kam_model_group *group = &run->model->group;
    enum kam_status status = KAM_OK;

    run->lists[SAME] = group->same;
    run->lists[IGNORE_PAYER] = group->ignore_payer;
    for (int l = 0; !status && l < LISTS; l++) {
        const struct kam_place place = {.file = list_names[l]};
        if (run->options->lists[l].ptr)
            status = kam_list_parse(&run->lists[l], kam_buffer_text(&run->options->lists[l]), ',',
                                    &place, &run->arena, error);
    }
    run->max_members = run->options->max_members ? run->options->max_members
                       : group->max_members      ? group->max_members
                                                 : KAM_GROUP_MAX_MEMBERS;
    run->relations_path = run->options->relations;
    if (!status && !run->relations_path && group->relations.len)
        status = model_path(run, group->relations, &run->relations_path, error);
    return status ? status : read_ignored(run, error);
}

static enum kam_status read_relations(struct run *run, struct kam_error *error)
{
    struct kam_window window;
    enum kam_status status = kam_table_window(&run->table, &window, error);

    if (status || !run->relations_path)
        return status;
    return kam_relations_read(&run->relations, run->relations_path, kam_window_last(&window),
                              error);
}

static enum kam_status settle_rules(struct run *run, struct kam_error *error)
{
    const struct kam_merge_wishes wishes = {run->lists[SUM].items,
                                            run->lists[SUM].count,
                                            run->lists[COLLECT].items,
                                            run->lists[COLLECT].count,
                                            run->lists[SAME].items,
                                            run->lists[SAME].count,
                                            run->model};

    return kam_merge_rules_settle(&run->rules, &run->table, &wishes, error);
}

static enum kam_status build_groups(struct run *run, struct kam_error *error)
{
    run->link_options =
        (struct kam_link_options){run->lists[SAME].items, run->lists[SAME].count, &run->relations,
                                  run->ignored_payers.items, run->ignored_payers.count};
    return kam_groups_build(&run->groups, &run->table, &run->link_options, run->max_members, error);
}

static enum kam_status merge(struct run *run, struct kam_error *error)
{
    struct kam_reader_options reader = kam_front_reader_options(run->front);
    enum kam_status status =
        kam_table_read(&run->table, run->front->files, run->front->file_count, &reader, error);

    if (!status)
        status = read_relations(run, error);
    if (!status)
        status = settle_rules(run, error);
    if (!status)
        status = build_groups(run, error);
    if (!status)
        status = kam_groupmerge_new(&run->merge, &run->table, &run->groups, &run->rules, error);
    if (!status)
        status = kam_merge_warn(run->front, run->merge, error);
    if (!status && run->front->verbose)
        status = kam_merge_note_circles(run->front, &run->groups, error);
    return status ? status : kam_front_check_warnings(run->front, error);
}

/* The lists beside the table, each NULL if it isn't wanted. */
enum { MEMBERS, SUGGESTIONS, FILES };

static enum kam_status write_list(struct run *run, int list, struct kam_writer *writer,
                                  struct kam_error *error)
{
    if (list == MEMBERS)
        return kam_members_write(&run->table, &run->groups, writer, error);
    return kam_suggest_write(run->merge, run->lists[SUGGEST_BY].items, run->lists[SUGGEST_BY].count,
                             writer, error);
}

/* Open the lists and write them; the caller commits or discards them. */
static enum kam_status write_lists(struct run *run, struct kam_output *outputs[FILES],
                                   struct kam_error *error)
{
    const char *const paths[FILES] = {run->options->members_out, run->options->suggest};
    enum kam_status status = KAM_OK;
    struct kam_writer writer;

    for (int i = 0; !status && i < FILES; i++) {
        if (!paths[i])
            continue;
        status = kam_output_open(&outputs[i], paths[i], false, error);
        if (status)
            break;
        kam_cleanup_guard(outputs[i]);
        kam_writer_init(&writer, outputs[i], &run->front->writer);
        status = write_list(run, i, &writer, error);
        if (!status)
            status = kam_output_finish(outputs[i], error);
    }
    return status;
}

/*
 * The lists are complete before the first byte on standard output. Where the table goes to a file,
 * all are written before any is put in place.
 */
static enum kam_status write_with_lists(struct run *run, struct kam_output *output,
                                        struct kam_writer *writer, struct kam_error *error)
{
    struct kam_output *lists[FILES] = {NULL, NULL};
    bool is_aside = kam_output_temporary(output) != NULL;
    enum kam_status status = write_lists(run, lists, error);

    if (!status && is_aside)
        status = kam_groupwrite(run->merge, writer, error);
    if (!status && is_aside)
        status = kam_output_finish(output, error);
    for (int i = 0; i < FILES; i++) {
        if (lists[i] && !status)
            status = kam_output_commit(lists[i], error);
        else if (lists[i])
            kam_output_discard(lists[i]);
    }
    if (!status && !is_aside)
        status = kam_groupwrite(run->merge, writer, error);
    return status;
}

static enum kam_status write_all(struct run *run, struct kam_error *error)
{
    struct kam_output *output;
    struct kam_writer writer;
    enum kam_status status = kam_front_open_output(run->front, &output, &writer, error);

    if (status)
        return status;
    status = write_with_lists(run, output, &writer, error);
    if (!status)
        return kam_output_commit(output, error);
    kam_output_discard(output);
    return status;
}

static void note(const struct run *run)
{
    const struct kam_groups *groups = &run->groups;
    uint32_t largest = kam_groups_largest(groups);

    if (largest == KAM_NONE)
        kam_front_note(run->front, "0 accounts, 0 customers");
    else
        kam_front_note(run->front, "%zu accounts, %u customers, the largest %s with %u members",
                       run->table.count, groups->count,
                       kam_show(kam_groups_id(groups, groups->heads[largest])).s,
                       kam_groups_size(groups, largest));
}

static enum kam_status run_all(struct run *run, struct kam_error *error)
{
    enum kam_status status = kam_front_model(run->front, &run->model, error);

    if (!status)
        status = settle(run, error);
    if (!status)
        status = merge(run, error);
    if (!status)
        status = write_all(run, error);
    if (!status)
        note(run);
    return status;
}

static void free_run(struct run *run)
{
    kam_groupmerge_free(run->merge);
    kam_merge_rules_free(&run->rules);
    kam_groups_free(&run->groups);
    kam_relations_free(&run->relations);
    kam_id_list_free(&run->ignored_payers);
    kam_table_free(&run->table);
    kam_model_free(run->model);
    kam_arena_free(&run->arena);
}

int main(int argc, char **argv)
{
    struct options options = {.relations = NULL};
    struct kam_front front;
    struct kam_error error;

    kam_front_init(&front, &tool);
    parse(&front, &options, argc, argv);
    struct run run = {.front = &front, .options = &options};
    int result = kam_front_finish(&front, run_all(&run, &error), &error);
    free_run(&run);
    for (int l = 0; l < LISTS; l++)
        kam_buffer_free(&options.lists[l]);
    return result;
}
