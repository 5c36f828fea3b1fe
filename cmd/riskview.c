#include <config.h>

#include "riskview.h"

/* Nobody is the largest of a segment that nobody knew. */
static void warn_of_segments(struct kam_front *front, const struct kam_risks *risks)
{
    struct kam_error what;

    if (!risks->dependence.rules || risks->dependence.old_column != KAM_NO_COLUMN)
        return;
    enum kam_status status = kam_error_set(
        &what, KAM_DATA, "%s: no column %s, so no reference customer of a segment is known",
        risks->diff->old->file, kam_show(risks->dependence.rules->segment).s);
    (void)status;
    kam_front_warn(front, &what);
}

static bool add_counts(const struct kam_risks *risks, struct kam_buffer *text)
{
    const struct kam_rule_list *list = &risks->model->risks;
    bool ok = true;

    for (size_t i = 0; i < list->count && ok; i++) {
        size_t count = 0;
        for (size_t k = 0; k < risks->count; k++)
            count += kam_risks_hold(risks, risks->rows[k].movement, i);
        ok = kam_buffer_printf(text, "%s %zu %.*s", i ? "," : "", count,
                               (int)list->items[i].name.len, list->items[i].name.ptr);
    }
    return ok;
}

void kam_riskview_note(const struct kam_front *front, const struct kam_risks *risks)
{
    struct kam_buffer counts = {NULL, 0, 0};

    if (add_counts(risks, &counts))
        kam_front_note(front, "%zu customers at risk:%s", risks->count, counts.ptr);
    kam_buffer_free(&counts);
}

enum kam_status kam_riskview_find(struct kam_front *front, struct kam_risks *risks,
                                  const struct kam_comparing *comparing, struct kam_error *error)
{
    enum kam_status status = kam_risks_find(risks, &comparing->diff, comparing->model,
                                            comparing->compared.threads, error);

    if (!status)
        warn_of_segments(front, risks);
    return status;
}
