#include "explain/storyfew.h"

void kam_story_few_add(struct kam_story *story, struct kam_story_few *few, struct kam_text item)
{
    if (few->count < KAM_STORY_FEW)
        few->items[few->count] = kam_speech_keep(&story->speech, item);
    few->count++;
}

struct kam_text kam_story_few_text(struct kam_story *story, const struct kam_story_few *few)
{
    if (few->count <= KAM_STORY_FEW)
        return kam_speech_list(&story->speech, few->items, few->count);
    struct kam_text more = kam_speech_count(&story->speech, few->count - KAM_STORY_FEW + 1);
    struct kam_text first = kam_speech_enumerate(&story->speech, few->items, KAM_STORY_FEW - 1);
    return kam_speech_phrase(&story->speech, KAM_SAY_LIST_MORE,
                             KAM_WORDS({"list", first}, {"count", more}));
}
