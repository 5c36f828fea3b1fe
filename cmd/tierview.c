#include <config.h>

#include "tierview.h"

#include "explain/explain.h"
#include "model/quantity.h"
#include "tier/boxview.h"
#include "tier/branches.h"
#include "tier/load.h"
#include "tier/near.h"
#include "tier/summary.h"

static const char *const option_names[] = {
    [KAM_VIEW_SNAPSHOT] = NULL,         [KAM_VIEW_SUMMARY] = "--summary",
    [KAM_VIEW_MANAGERS] = "--managers", [KAM_VIEW_NEAR] = "--near",
    [KAM_VIEW_BRANCHES] = "--branches", [KAM_VIEW_BOXES] = "--grid",
    [KAM_VIEW_EXPLAIN] = "--explain",   [KAM_VIEW_SENSITIVITY] = "--sensitivity",
    [KAM_VIEW_FLIP] = "--flip",
};

void kam_tierview_choose(const struct kam_front *front, struct kam_tierview *view,
                         enum kam_tierview_kind kind)
{
    if (view->kind != KAM_VIEW_SNAPSHOT && view->kind != kind)
        kam_front_usage(front, "%s and %s: only one of them at a time", option_names[view->kind],
                        option_names[kind]);
    view->kind = kind;
}

struct kam_decimal kam_tierview_rate(const struct kam_front *front, const char *argument)
{
    enum kam_quantity_unit unit;
    struct kam_decimal rate;

    if (kam_quantity_parse(kam_text_of(argument), &rate, &unit) != KAM_NUMBER_OK ||
        unit != KAM_QUANTITY_PERCENT || kam_decimal_sign(rate) <= 0)
        kam_front_usage(front, "--near: %s: a percentage above 0 is needed, such as 5%%",
                        kam_show(kam_text_of(argument)).s);
    return rate;
}

static enum kam_status check_by(const struct kam_front *front, struct kam_tierview *view,
                                struct kam_error *error)
{
    const struct kam_place place = {.file = "--by"};

    if (!view->by.ptr)
        return KAM_OK;
    if (view->kind != KAM_VIEW_SUMMARY)
        kam_front_usage(front, "--by goes with --summary only");
    enum kam_status status = kam_list_parse(&view->columns, kam_buffer_text(&view->by), ',', &place,
                                            &view->arena, error);
    return status ? status : kam_summary_check(&view->columns, error);
}

enum kam_status kam_tierview_check(const struct kam_front *front, struct kam_tierview *view,
                                   const struct kam_model *model, struct kam_error *error)
{
    enum kam_status status = check_by(front, view, error);

    kam_explaining_check(front, &view->explaining);
    if (!status && view->kind == KAM_VIEW_MANAGERS)
        status = kam_load_check(model, error);
    if (!status && view->kind == KAM_VIEW_BOXES)
        status = kam_boxview_check(model, error);
    return status;
}

/* ---- writing ----------------------------------------------------------------------------------
 */

/* With -v. The output is in place already, so that too little memory only costs the sentence. */
static void note_worth(const struct kam_front *front, const struct kam_summary *summary)
{
    struct kam_buffer text = {NULL, 0, 0};

    if (kam_worth_explain(&summary->worth, summary->whole.items, &summary->capacity, &text))
        kam_front_note(front, "%.*s", (int)text.len, text.ptr);
    kam_buffer_free(&text);
}

/* What there is to write, and with what. */
struct job {
    struct kam_front *front;
    const struct kam_tierview *view;
    const struct kam_tiering *tiering;
    const struct kam_table *table;
    const struct kam_model *model;
};

/* Open the output, let WRITE write WHAT to it, and put it in place. */
static enum kam_status write_out(struct kam_front *front,
                                 void (*write)(const void *what, struct kam_writer *writer),
                                 const void *what, struct kam_error *error)
{
    struct kam_output *output;
    struct kam_writer writer;
    enum kam_status status = kam_front_open_output(front, &output, &writer, error);

    if (status)
        return status;
    write(what, &writer);
    return kam_output_commit(output, error);
}

static void put_summary(const void *summary, struct kam_writer *writer)
{
    kam_summary_write(summary, writer);
}

static enum kam_status write_summary(const struct job *job, struct kam_error *error)
{
    struct kam_summary summary;
    enum kam_status status = kam_summary_make(&summary, job->tiering, job->table, job->model,
                                              &job->view->columns, error);

    if (!status)
        status = write_out(job->front, put_summary, &summary, error);
    if (!status)
        note_worth(job->front, &summary);
    kam_summary_free(&summary);
    return status;
}

static void put_load(const void *load, struct kam_writer *writer)
{
    kam_load_write(load, writer);
}

static enum kam_status write_load(const struct job *job, struct kam_error *error)
{
    struct kam_load load;
    enum kam_status status = kam_load_make(&load, job->tiering, job->table, job->model, error);

    if (!status)
        status = write_out(job->front, put_load, &load, error);
    kam_load_free(&load);
    return status;
}

static void put_near(const void *near, struct kam_writer *writer)
{
    kam_near_write(near, writer);
}

static enum kam_status write_near(const struct job *job, struct kam_error *error)
{
    struct kam_near near;
    enum kam_status status = kam_near_find(&near, job->tiering, job->table, job->view->near, error);

    if (!status)
        status = write_out(job->front, put_near, &near, error);
    kam_near_free(&near);
    return status;
}

static void put_branches(const void *branches, struct kam_writer *writer)
{
    kam_branches_write(branches, writer);
}

static enum kam_status warn_incomplete(struct kam_front *front, const struct kam_branches *branches,
                                       struct kam_error *error)
{
    struct kam_error warning;

    if (kam_branches_complete(branches, &warning))
        return KAM_OK;
    kam_front_warn(front, &warning);
    return kam_front_check_warnings(front, error);
}

static enum kam_status write_branches(const struct job *job, struct kam_error *error)
{
    struct kam_reader_options reader = kam_front_reader_options(job->front);
    struct kam_table list = {0};
    struct kam_branches branches = {0};
    enum kam_status status = kam_table_read(&list, &job->view->branches, 1, &reader, error);

    if (!status)
        status = kam_branches_make(&branches, &list, job->table, job->tiering, job->model, error);
    if (!status)
        status = warn_incomplete(job->front, &branches, error);
    if (!status)
        status = write_out(job->front, put_branches, &branches, error);
    kam_branches_free(&branches);
    kam_table_free(&list);
    return status;
}

static void put_boxes(const void *view, struct kam_writer *writer)
{
    kam_boxview_write(view, writer);
}

static enum kam_status write_boxes(const struct job *job, struct kam_error *error)
{
    struct kam_boxview boxes;
    enum kam_status status = kam_boxview_make(&boxes, job->tiering, job->model, error);

    if (!status)
        status = write_out(job->front, put_boxes, &boxes, error);
    kam_boxview_free(&boxes);
    return status;
}

static enum kam_status write_stories(const struct job *job, struct kam_error *error)
{
    const struct kam_explaining *explaining = &job->view->explaining;
    struct kam_story story = {.speech = {.language = explaining->language}};
    enum kam_status status = kam_explain_tiers(job->tiering, job->model, explaining->asked,
                                               explaining->count, &story, error);

    if (!status)
        status = kam_explaining_write(job->front, &story, error);
    kam_story_free(&story);
    return status;
}

enum kam_status kam_tierview_write(struct kam_front *front, const struct kam_tierview *view,
                                   const struct kam_tiering *tiering, const struct kam_table *table,
                                   const struct kam_model *model, struct kam_error *error)
{
    const struct job job = {front, view, tiering, table, model};

    switch (view->kind) {
    case KAM_VIEW_SUMMARY:
        return write_summary(&job, error);
    case KAM_VIEW_MANAGERS:
        return write_load(&job, error);
    case KAM_VIEW_NEAR:
        return write_near(&job, error);
    case KAM_VIEW_BRANCHES:
        return write_branches(&job, error);
    case KAM_VIEW_BOXES:
        return write_boxes(&job, error);
    case KAM_VIEW_EXPLAIN:
        return write_stories(&job, error);
    case KAM_VIEW_SENSITIVITY:
    case KAM_VIEW_FLIP:
        return kam_whatifview_write(front, &view->whatif, tiering, model, view->threads, error);
    case KAM_VIEW_SNAPSHOT:
        break;
    }
    return KAM_OK;
}

void kam_tierview_free(struct kam_tierview *view)
{
    kam_buffer_free(&view->by);
    kam_explaining_free(&view->explaining);
    kam_whatifview_free(&view->whatif);
    kam_arena_free(&view->arena);
}
