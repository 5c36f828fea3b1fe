#include "explain/storyfew.h"

void kam_story_few_add(struct kam_story *story, struct kam_story_few *few, struct kam_text item)
{
    if (few->count < KAM_STORY_FEW)
        few->items[few->count] = kam_story_keep(story, item);
    few->count++;
}

struct kam_text kam_story_few_text(struct kam_story *story, const struct kam_story_few *few)
{
    if (few->count <= KAM_STORY_FEW)
        return kam_story_list(story, few->items, few->count);
    struct kam_text more = kam_story_count(story, few->count - KAM_STORY_FEW + 1);
    struct kam_text first = kam_story_enumerate(story, few->items, KAM_STORY_FEW - 1);
    return kam_story_phrase(story, KAM_SAY_LIST_MORE, KAM_WORDS({"list", first}, {"count", more}));
}
