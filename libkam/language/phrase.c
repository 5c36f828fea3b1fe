#include "language/phrase.h"

#include <assert.h>

static const struct kam_word *find(const struct kam_words *words, struct kam_text name)
{
    for (size_t i = 0; words && i < sizeof words->items / sizeof *words->items; i++)
        if (words->items[i].name && kam_text_equal(name, kam_text_of(words->items[i].name)))
            return &words->items[i];
    assert(!"a value that the sentence names");
    return NULL;
}

/* A character of C0, DEL or C1, whose two bytes begin at I, and how long it is; 0: none. */
static size_t control_at(struct kam_text text, size_t i)
{
    unsigned char byte = (unsigned char)text.ptr[i];

    if (byte < 0x20 || byte == 0x7F)
        return 1;
    bool is_c1 = byte == 0xC2 && i + 1 < text.len && (unsigned char)text.ptr[i + 1] < 0xA0;
    return is_c1 ? 2 : 0;
}

static bool add_value(struct kam_text text, struct kam_buffer *buffer)
{
    size_t done = 0, i = 0;
    bool ok = true;

    while (i < text.len && ok) {
        size_t control = control_at(text, i);
        if (control) {
            ok = kam_buffer_add(buffer, (struct kam_text){text.ptr + done, i - done}) &&
                 kam_buffer_add_byte(buffer, ' ');
            done = i + control;
        }
        i += control ? control : 1;
    }
    return ok && kam_buffer_add(buffer, (struct kam_text){text.ptr + done, text.len - done});
}

/* What stands between the braces: NAME or NAME|ONE|MANY. */
static bool add_place(struct kam_text place, const struct kam_words *words,
                      struct kam_buffer *buffer)
{
    bool is_choice;
    const struct kam_word *word = find(words, kam_text_split(&place, '|', &is_choice));

    if (!word)
        return true;
    if (!is_choice)
        return add_value(word->text, buffer);
    struct kam_text one = kam_text_split(&place, '|', &is_choice);
    return kam_buffer_add(buffer, kam_text_equal(word->text, KAM_TEXT("1")) ? one : place);
}

bool kam_phrase_add(const char *pattern, const struct kam_words *words, struct kam_buffer *buffer)
{
    struct kam_text rest = kam_text_of(pattern);
    bool has_place = true, ok = true;

    while (has_place && ok) {
        ok = kam_buffer_add(buffer, kam_text_split(&rest, '{', &has_place));
        if (has_place && ok) {
            bool is_closed;
            ok = add_place(kam_text_split(&rest, '}', &is_closed), words, buffer);
            assert(is_closed);
        }
    }
    return ok;
}
