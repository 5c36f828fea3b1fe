#include "model/hint.h"

#include <stdio.h>

struct kam_hint kam_hint(struct kam_text name)
{
    struct kam_hint hint = {""};

    if (name.len)
        snprintf(hint.s, sizeof hint.s, "; did you mean %s?", kam_show(name).s);
    return hint;
}

struct kam_hint kam_hint_among(struct kam_text text, const struct kam_text *names, size_t count)
{
    return kam_hint(kam_text_nearest(text, names, count));
}
