#include "tier/policy.h"

struct kam_text kam_policy_text(const struct kam_model *model, const struct kam_tiering *tiering,
                                uint32_t row, size_t key)
{
    const struct kam_model_texts *policies = &model->policies;
    size_t prospects = model->tiers.names.count, class = kam_boxes_class(&tiering->boxes, row);
    size_t tier =
        kam_ruling_is_prospect(&tiering->ruling, row) ? prospects : tiering->verdicts[row].tier;
    struct kam_text text = KAM_TEXT("");

    if (class != KAM_NO_CLASS)
        text = policies->texts[(prospects + 1 + class) * policies->keys.count + key];
    return text.len ? text : policies->texts[tier * policies->keys.count + key];
}
