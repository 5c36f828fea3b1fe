#include "io/swallow.h"

struct look {
    bool quoted;         /* within quotes */
    size_t lines;        /* that ended */
    char before;         /* the byte before */
    bool is_text;        /* a space follows a delimiter within quotes: it is punctuation */
    bool open;           /* a line has begun */
    size_t within, here; /* delimiters of this line: those within quotes, and all */
    bool holds_record;   /* a line but the first has those of a record within quotes */
    bool is_ragged;      /* a line has more or fewer than a record */
};

static void end_line(struct look *look, size_t least)
{
    look->holds_record = look->holds_record || (look->lines && look->within >= least);
    look->is_ragged = look->is_ragged || look->here != least;
    look->within = 0;
    look->here = 0;
    look->open = false;
    look->lines++;
}

static void look_at(struct look *look, struct kam_text text, char delimiter, size_t least)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '"')
            look->quoted = !look->quoted;
        else if (c == delimiter)
            look->here++;
        if (c == delimiter && look->quoted)
            look->within++;
        if (c == ' ' && look->quoted && look->before == delimiter)
            look->is_text = true;
        if (c == '\r' || (c == '\n' && look->before != '\r'))
            end_line(look, least);
        else if (c != '\n')
            look->open = true;
        look->before = c;
    }
}

bool kam_swallows_records(struct kam_text head, struct kam_text tail, char delimiter, size_t least)
{
    enum { FEW = 2 }; /* so many delimiters may be chance */
    struct look look = {.quoted = false};

    look_at(&look, head, delimiter, least);
    look_at(&look, tail, delimiter, least);
    if (look.open)
        end_line(&look, least);
    return look.holds_record ||
           (look.lines > 1 && least >= FEW && !look.is_ragged && !look.is_text);
}
