#include <config.h>

#include "sumview.h"

void kam_sumview_take_figure(const struct kam_front *front, struct kam_sumview_options *options,
                             const char *argument)
{
    if (argument && !kam_transition_parse(kam_text_of(argument), &options->summary.figure))
        kam_front_usage(front,
                        "--summary: %s: customers, revenue-from, revenue-to or revenue-delta "
                        "is needed",
                        kam_show(kam_text_of(argument)).s);
}

void kam_sumview_take_by(const struct kam_front *front, struct kam_sumview_options *options,
                         const char *argument)
{
    if (*argument == '\0')
        kam_front_usage(front, "--by: a column is needed");
    options->by = kam_text_of(argument);
}

void kam_sumview_check(const struct kam_front *front, const struct kam_sumview_options *options)
{
    struct kam_error error;
    enum kam_status status = KAM_OK;

    if (options->summary.form == KAM_TRANSITION_RATES && options->kind != KAM_SUMVIEW_SUMMARY)
        kam_front_usage(front, "--rates goes with --summary only");
    if (options->by.len == 0)
        return;
    switch (options->kind) {
    case KAM_SUMVIEW_NONE:
    case KAM_SUMVIEW_SUMMARY:
        kam_front_usage(front, "--by goes with --bridge, --retention and --causes only");
    case KAM_SUMVIEW_BRIDGE:
        status = kam_bridge_by_check(options->by, &error);
        break;
    case KAM_SUMVIEW_RETENTION:
        status = kam_retention_check(options->by, &error);
        break;
    case KAM_SUMVIEW_CAUSES:
        status = kam_causelist_check(options->by, &error);
        break;
    }
    if (status)
        kam_front_usage(front, "%s", error.text);
}

enum kam_status kam_sumview_compute(struct kam_sumview *view,
                                    const struct kam_sumview_options *options,
                                    const struct kam_diff *diff, struct kam_error *error)
{
    const struct kam_strata *strata = options->by.len ? &view->strata : NULL;
    enum kam_status status = kam_bridge_compute(&view->bridge, diff, error);

    view->options = options;
    if (!status && strata)
        status = kam_strata_make(&view->strata, diff, options->by, error);
    if (status)
        return status;
    switch (options->kind) {
    case KAM_SUMVIEW_NONE:
        break;
    case KAM_SUMVIEW_SUMMARY:
        status = kam_transition_check(diff, error);
        return status ? status
                      : kam_transition_compute(&view->transition, diff, &options->summary, error);
    case KAM_SUMVIEW_BRIDGE:
        if (strata)
            return kam_bridge_by_compute(&view->bridge_by, strata, error);
        break;
    case KAM_SUMVIEW_RETENTION:
        return kam_retention_compute(&view->retention, diff, strata, error);
    case KAM_SUMVIEW_CAUSES:
        return kam_causelist_compute(&view->causes, diff, strata, error);
    }
    return KAM_OK;
}

void kam_sumview_write(const struct kam_sumview *view, struct kam_writer *writer)
{
    switch (view->options->kind) {
    case KAM_SUMVIEW_NONE:
        break;
    case KAM_SUMVIEW_SUMMARY:
        kam_transition_write(&view->transition, writer);
        break;
    case KAM_SUMVIEW_BRIDGE:
        if (view->options->by.len)
            kam_bridge_by_write(&view->bridge_by, writer);
        else
            kam_bridge_write(&view->bridge, writer);
        break;
    case KAM_SUMVIEW_RETENTION:
        kam_retention_write(&view->retention, writer);
        break;
    case KAM_SUMVIEW_CAUSES:
        kam_causelist_write(&view->causes, writer);
        break;
    }
}

void kam_sumview_free(struct kam_sumview *view)
{
    kam_transition_free(&view->transition);
    kam_bridge_by_free(&view->bridge_by);
    kam_retention_free(&view->retention);
    kam_causelist_free(&view->causes);
    kam_strata_free(&view->strata);
}
