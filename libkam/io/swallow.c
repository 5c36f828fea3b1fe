#include "io/swallow.h"

struct look {
    bool quoted, later; /* within quotes; behind the record's first line */
    size_t delimiters;  /* of this line, within quotes */
    bool found;
};

static void look_at(struct look *look, struct kam_text text, char delimiter, size_t least)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '"')
            look->quoted = !look->quoted;
        else if (c == delimiter && look->quoted)
            look->delimiters++;
        if (c != '\n' && c != '\r')
            continue;
        look->found = look->found || (look->later && look->delimiters >= least);
        look->later = true;
        look->delimiters = 0;
    }
}

bool kam_swallows_records(struct kam_text head, struct kam_text tail, char delimiter, size_t least)
{
    struct look look = {false, false, 0, false};

    look_at(&look, head, delimiter, least);
    look_at(&look, tail, delimiter, least);
    return look.found || (look.later && look.delimiters >= least);
}
