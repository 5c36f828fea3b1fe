#include <config.h>

#include "diff/diffstory.h"
#include "diff/listing.h"
#include "diffnote.h"
#include "diffview.h"
#include "outputs.h"
#include "riskview.h"

#include <stdlib.h>

void kam_diffview_choose(const struct kam_front *front, struct kam_diffview *view,
                         enum kam_diffview_kind kind)
{
    if (view->kind != KAM_DIFFVIEW_MOVED && view->kind != kind)
        kam_front_usage(front, "only one of --all, --summary, --bridge, --retention, --causes, "
                               "--at-risk and --explain can be given");
    view->kind = kind;
}

void kam_diffview_take_min_delta(const struct kam_front *front, struct kam_diffview *view,
                                 const char *argument)
{
    enum kam_number outcome = kam_decimal_parse(kam_text_of(argument), &view->min_delta);

    if (outcome != KAM_NUMBER_OK || kam_decimal_sign(view->min_delta) < 0)
        kam_front_usage(front, "--min-delta: %s: a number of at least 0 is needed, such as 1000.50",
                        kam_show(kam_text_of(argument)).s);
    view->has_min_delta = true;
}

void kam_diffview_track(const struct kam_front *front, struct kam_diffview *view,
                        struct kam_comparing_options *comparing, const char *argument)
{
    static const struct kam_text listed[] = {{"tier", 4}, {"revenue", 7}, {"score", 5}};
    struct kam_text list = kam_text_of(argument);
    bool more = true;

    while (more) {
        struct kam_text column = kam_text_trim(kam_text_split(&list, ',', &more));
        if (column.len == 0)
            kam_front_usage(front, "--track: columns are needed, separated by commas");
        if (kam_text_among(listed, sizeof listed / sizeof *listed, column))
            kam_front_usage(front, "--track: %s: its cells are listed anyhow", kam_show(column).s);
        if (!kam_array_reserve(&view->tracked, &view->tracked_capacity, view->tracked_count + 1,
                               sizeof *view->tracked))
            kam_front_out_of_memory(front);
        view->tracked[view->tracked_count++] = column;
        kam_comparing_need(front, comparing, column);
    }
}

static enum kam_sumview_kind sums_of(enum kam_diffview_kind kind)
{
    switch (kind) {
    case KAM_DIFFVIEW_SUMMARY:
        return KAM_SUMVIEW_SUMMARY;
    case KAM_DIFFVIEW_BRIDGE:
        return KAM_SUMVIEW_BRIDGE;
    case KAM_DIFFVIEW_RETENTION:
        return KAM_SUMVIEW_RETENTION;
    case KAM_DIFFVIEW_CAUSES:
        return KAM_SUMVIEW_CAUSES;
    case KAM_DIFFVIEW_MOVED:
    case KAM_DIFFVIEW_ALL:
    case KAM_DIFFVIEW_AT_RISK:
    case KAM_DIFFVIEW_EXPLAIN:
        break;
    }
    return KAM_SUMVIEW_NONE;
}

void kam_diffview_check(const struct kam_front *front, struct kam_diffview *view)
{
    if (view->has_min_delta && view->kind != KAM_DIFFVIEW_MOVED && view->kind != KAM_DIFFVIEW_ALL)
        kam_front_usage(front, "--min-delta is for the listing; the other views count all");
    if (view->kind == KAM_DIFFVIEW_EXPLAIN && view->tracked_count)
        kam_front_usage(front, "--track is for the listing; --explain tells all of a customer");
    view->sums.kind = sums_of(view->kind);
    kam_sumview_check(front, &view->sums);
    kam_explaining_check(front, &view->explaining);
}

enum kam_comparing_scope kam_diffview_scope(const struct kam_diffview *view)
{
    if (view->kind == KAM_DIFFVIEW_AT_RISK)
        return KAM_COMPARING_RISKS;
    return view->kind == KAM_DIFFVIEW_EXPLAIN ? KAM_COMPARING_ALL : KAM_COMPARING_MOVES;
}

/* ---- writing ----------------------------------------------------------------------------------
 */

/* What a view is written from, beside the comparison. */
struct work {
    enum kam_diffview_kind kind;
    struct kam_sumview sums;
    struct kam_listing listing;
    struct kam_risks risks;
    struct kam_story story;
};

static enum kam_status list_movements(struct kam_listing *listing, const struct kam_diffview *view,
                                      const struct kam_comparing *comparing,
                                      struct kam_error *error)
{
    const struct kam_listing_options options = {
        .scope = view->kind == KAM_DIFFVIEW_ALL ? KAM_LISTING_ALL : KAM_LISTING_MOVED,
        .least = view->min_delta,
        .tracked = view->tracked,
        .tracked_count = view->tracked_count,
        .model = comparing->model};

    return kam_listing_init(listing, &comparing->diff, &options, error);
}

static enum kam_status explain(struct kam_story *story, const struct kam_explaining *explaining,
                               const struct kam_comparing *comparing, struct kam_error *error)
{
    story->speech.language = explaining->language;
    return kam_diff_explain(&comparing->diff, comparing->model, explaining->asked,
                            explaining->count, story, error);
}

/* The totals and the listing are needed by every view: for -v and --exit-code. */
static enum kam_status compute(struct kam_front *front, struct work *work,
                               const struct kam_diffview *view,
                               const struct kam_comparing *comparing, struct kam_error *error)
{
    enum kam_status status = kam_sumview_compute(&work->sums, &view->sums, &comparing->diff, error);

    if (!status)
        status = list_movements(&work->listing, view, comparing, error);
    if (!status && view->kind == KAM_DIFFVIEW_AT_RISK)
        status = kam_riskview_find(front, &work->risks, comparing, error);
    if (!status && view->kind == KAM_DIFFVIEW_EXPLAIN)
        status = explain(&work->story, &view->explaining, comparing, error);
    return status ? status : kam_front_check_warnings(front, error);
}

static enum kam_status write_table(void *context, struct kam_writer *writer,
                                   struct kam_error *error)
{
    const struct work *work = context;

    switch (work->kind) {
    case KAM_DIFFVIEW_MOVED:
    case KAM_DIFFVIEW_ALL:
        return kam_listing_write(&work->listing, writer, error);
    case KAM_DIFFVIEW_SUMMARY:
    case KAM_DIFFVIEW_BRIDGE:
    case KAM_DIFFVIEW_RETENTION:
    case KAM_DIFFVIEW_CAUSES:
        kam_sumview_write(&work->sums, writer);
        break;
    case KAM_DIFFVIEW_AT_RISK:
        return kam_risklist_write(&work->risks, writer, error);
    case KAM_DIFFVIEW_EXPLAIN: /* it is no table */
        break;
    }
    return KAM_OK;
}

static void note(const struct kam_front *front, const struct work *work,
                 const struct kam_diffview *view, enum kam_measure measure)
{
    kam_diffnote_say(front, &work->sums.bridge, measure);
    if (view->kind == KAM_DIFFVIEW_AT_RISK)
        kam_riskview_note(front, &work->risks);
}

enum kam_status kam_diffview_write(struct kam_front *front, const struct kam_diffview *view,
                                   const struct kam_comparing *comparing, bool *moved,
                                   struct kam_error *error)
{
    struct work work = {.kind = view->kind};
    enum kam_status status = compute(front, &work, view, comparing, error);

    if (!status)
        status = view->kind == KAM_DIFFVIEW_EXPLAIN
                     ? kam_explaining_write(front, &work.story, error)
                     : kam_outputs_write(front, NULL, 0, write_table, &work, error);
    if (!status)
        note(front, &work, view, comparing->compared.measure);
    *moved = work.listing.moved > 0;
    kam_risks_free(&work.risks);
    kam_listing_free(&work.listing);
    kam_sumview_free(&work.sums);
    kam_story_free(&work.story);
    return status;
}

void kam_diffview_free(struct kam_diffview *view)
{
    kam_explaining_free(&view->explaining);
    free(view->tracked);
}
