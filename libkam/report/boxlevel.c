#include "report/boxlevel.h"

struct kam_text kam_boxlevel_column(const struct kam_model *model, const struct kam_axis *axis,
                                    const struct kam_speech *speech)
{
    struct kam_text name = axis->column;

    if (kam_text_take_front(&name, KAM_TEXT("points_")))
        for (size_t i = 0; i < model->dimension_count; i++)
            if (kam_text_equal(model->dimensions[i].name, name))
                return name;
    return kam_speech_column(speech, axis->column);
}

struct kam_text kam_boxlevel_limit(const struct kam_axis *axis, struct kam_decimal limit,
                                   struct kam_speech *speech)
{
    return kam_speech_quantity(speech, axis->column, limit);
}

struct kam_text kam_boxlevel_words(const struct kam_axis *axis, const struct kam_decimal *limits,
                                   size_t level, struct kam_speech *speech)
{
    struct kam_text from = KAM_TEXT(""), to = KAM_TEXT("");

    if (!limits)
        return from;
    if (level > 0)
        from = kam_boxlevel_limit(axis, limits[level - 1], speech);
    if (level < axis->limit_count)
        to = kam_boxlevel_limit(axis, limits[level], speech);
    enum kam_label label = level == 0                   ? KAM_LABEL_BOX_BELOW
                           : level == axis->limit_count ? KAM_LABEL_BOX_FROM
                                                        : KAM_LABEL_BOX_BETWEEN;
    return kam_speech_labelled(speech, label, KAM_WORDS({"from", from}, {"to", to}));
}
