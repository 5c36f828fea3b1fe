/*
 * storyfew: a list of which only the first are named: "A, B and C", or "A, B, C and 54 more".
 */
#ifndef KAM_EXPLAIN_STORYFEW_H
#define KAM_EXPLAIN_STORYFEW_H

#include "explain/story.h"

enum { KAM_STORY_FEW = 8 }; /* that are all named */

/* Zero-initialised it is empty. */
struct kam_story_few {
    struct kam_text items[KAM_STORY_FEW]; /* the story's */
    size_t count;                         /* of all */
};

/* Add ITEM, which may be gone soon. */
void kam_story_few_add(struct kam_story *story, struct kam_story_few *few, struct kam_text item);

/* All of them in words. */
struct kam_text kam_story_few_text(struct kam_story *story, const struct kam_story_few *few);

#endif
