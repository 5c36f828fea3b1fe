#include <config.h>

#include "scoreweights.h"

#include "score/weightlist.h"

enum kam_status kam_scoreweights_check(struct kam_front *front, const struct kam_model *model,
                                       enum kam_weight_option option, struct kam_error *error)
{
    enum kam_weighting method = model->weights.method;

    if (option == KAM_WEIGHT_OF_OPTION && method != KAM_WEIGHTS_GIVEN)
        return kam_error_at(error, KAM_USAGE, &model->weights.place,
                            "weights are found by %s, so that --weight would change nothing; add "
                            "--set weights:method=given for those that the dimensions say",
                            kam_weighting_name(method));
    enum kam_status status = kam_weights_check_consistency(model, error);
    if (status != KAM_DATA)
        return status;
    kam_front_warn(front, error);
    return kam_front_check_warnings(front, error);
}

/* With -v: why a column is empty. */
static void note(const struct kam_front *front, const struct kam_weightlist *list)
{
    char text[sizeof list->notes[0].text];

    for (size_t i = 0; i < list->note_count; i++) {
        kam_error_format(&list->notes[i], text, sizeof text);
        kam_front_note(front, "%s", text);
    }
}

enum kam_status kam_scoreweights_write(struct kam_front *front, const struct kam_model *model,
                                       const struct kam_pointtable *points, struct kam_error *error)
{
    struct kam_arena arena = {0};
    struct kam_weightlist list;
    struct kam_output *output;
    struct kam_writer writer;
    enum kam_status status = kam_weightlist_make(&list, model, points, &arena, error);

    if (!status)
        status = kam_front_open_output(front, &output, &writer, error);
    if (!status) {
        kam_weightlist_write(&list, &writer);
        status = kam_output_commit(output, error);
    }
    if (!status)
        note(front, &list);
    kam_arena_free(&arena);
    return status;
}
