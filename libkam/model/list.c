#include "model/list.h"

size_t kam_list_find(struct kam_text text, const char *stops)
{
    bool quoted = false;

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"')
            quoted = !quoted;
        else if (!quoted && text.ptr[i] && strchr(stops, text.ptr[i]))
            return i;
    }
    return text.len;
}

struct kam_text kam_list_split(struct kam_text *text, char delimiter, bool *more)
{
    struct kam_text piece = *text;
    char stops[] = {delimiter, '\0'};

    piece.len = kam_list_find(piece, stops);
    *more = piece.len < text->len;
    size_t used = piece.len + *more;
    text->ptr += used;
    text->len -= used;
    return kam_text_trim(piece);
}

size_t kam_list_count(struct kam_text text, char delimiter)
{
    size_t count = 0;
    bool more = true;

    while (more) {
        (void)kam_list_split(&text, delimiter, &more);
        count++;
    }
    return count;
}

/* Take the quotes off QUOTED, which starts with one, into OUT. False where they don't fit. */
static bool unquote_into(char *out, size_t *length, struct kam_text quoted)
{
    size_t n = 0;

    for (size_t i = 1; i < quoted.len; i++) {
        if (quoted.ptr[i] == '"') {
            if (i + 1 == quoted.len) {
                out[n] = '\0';
                *length = n;
                return true;
            }
            if (quoted.ptr[++i] != '"')
                return false;
        }
        out[n++] = quoted.ptr[i];
    }
    return false;
}

enum kam_status kam_list_unquote(struct kam_text *copy, struct kam_text piece,
                                 const struct kam_place *place, struct kam_arena *arena,
                                 struct kam_error *error)
{
    if (!piece.len)
        return kam_error_at(error, KAM_USAGE, place, "a value is missing");
    if (!memchr(piece.ptr, '"', piece.len))
        return kam_arena_copy(arena, piece, copy) ? KAM_OK : kam_error_nomem(error);

    char *out = kam_arena_alloc(arena, piece.len);
    if (!out)
        return kam_error_nomem(error);
    copy->ptr = out;
    if (piece.ptr[0] != '"' || !unquote_into(out, &copy->len, piece))
        return kam_error_at(error, KAM_USAGE, place,
                            "double quotes have to enclose the whole of a value or name: %s",
                            kam_show(piece).s);
    if (!copy->len)
        return kam_error_at(error, KAM_USAGE, place, "nothing between the quotes");
    return KAM_OK;
}

bool kam_list_can_say(struct kam_text text)
{
    for (size_t i = 0; i < text.len; i++)
        if (((unsigned char)text.ptr[i] < ' ' && text.ptr[i] != '\t') || text.ptr[i] == 0x7F)
            return false;
    return text.len > 0;
}

/* Names of letters, digits and what never has a meaning in a model can stand as they are. */
static bool is_plain(struct kam_text text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && c < 0x80 && !strchr(" _-/.()+%&", c))
            return false;
    }
    return kam_text_trim(text).len == text.len;
}

bool kam_list_quote(struct kam_buffer *buffer, struct kam_text text)
{
    bool more = true, ok;

    if (is_plain(text))
        return kam_buffer_add(buffer, text);
    ok = kam_buffer_add_byte(buffer, '"');
    while (ok && more) {
        ok = kam_buffer_add(buffer, kam_text_split(&text, '"', &more));
        ok = ok && (!more || kam_buffer_add(buffer, KAM_TEXT("\"\"")));
    }
    return ok && kam_buffer_add_byte(buffer, '"');
}

enum kam_status kam_list_parse(struct kam_text_list *list, struct kam_text text, char delimiter,
                               const struct kam_place *place, struct kam_arena *arena,
                               struct kam_error *error)
{
    size_t count = kam_list_count(text, delimiter);
    struct kam_text *items = kam_arena_calloc(arena, count, sizeof *items);
    bool more;

    if (!items)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++) {
        struct kam_text piece = kam_list_split(&text, delimiter, &more);
        enum kam_status status = kam_list_unquote(&items[i], piece, place, arena, error);
        if (status != KAM_OK)
            return status;
    }
    *list = (struct kam_text_list){items, count};
    return KAM_OK;
}
