#include <config.h>

#include "tierview.h"

#include "tier/summary.h"

static const char *const option_names[] = {
    [KAM_VIEW_SNAPSHOT] = NULL,
    [KAM_VIEW_SUMMARY] = "--summary",
};

void kam_tierview_choose(const struct kam_front *front, struct kam_tierview *view,
                         enum kam_tierview_kind kind)
{
    if (view->kind != KAM_VIEW_SNAPSHOT && view->kind != kind)
        kam_front_usage(front, "%s and %s: one at a time", option_names[view->kind],
                        option_names[kind]);
    view->kind = kind;
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
    (void)model;
    return check_by(front, view, error);
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

static enum kam_status write_summary(struct kam_front *front, const struct kam_tierview *view,
                                     const struct kam_tiering *tiering,
                                     const struct kam_table *table, const struct kam_model *model,
                                     struct kam_error *error)
{
    struct kam_summary summary;
    struct kam_output *output;
    struct kam_writer writer;
    enum kam_status status =
        kam_summary_make(&summary, tiering, table, model, &view->columns, error);

    if (!status)
        status = kam_front_open_output(front, &output, &writer, error);
    if (!status) {
        kam_summary_write(&summary, &writer);
        status = kam_output_commit(output, error);
    }
    if (!status)
        note_worth(front, &summary);
    kam_summary_free(&summary);
    return status;
}

enum kam_status kam_tierview_write(struct kam_front *front, const struct kam_tierview *view,
                                   const struct kam_tiering *tiering, const struct kam_table *table,
                                   const struct kam_model *model, struct kam_error *error)
{
    switch (view->kind) {
    case KAM_VIEW_SUMMARY:
        return write_summary(front, view, tiering, table, model, error);
    case KAM_VIEW_SNAPSHOT:
        break;
    }
    return KAM_OK;
}

void kam_tierview_free(struct kam_tierview *view)
{
    kam_buffer_free(&view->by);
    kam_arena_free(&view->arena);
}
