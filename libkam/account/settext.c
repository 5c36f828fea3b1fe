#include "account/settext.h"
#include "base/sort.h"

#include <stdlib.h>

static int compare_texts(uint32_t a, uint32_t b, void *context)
{
    const struct kam_map *texts = context;

    return kam_text_order(texts->texts[a], texts->texts[b]);
}

static bool is_special(char c)
{
    return c == '|' || c == '\\';
}

static bool has_special(struct kam_text text)
{
    for (size_t i = 0; i < text.len; i++)
        if (is_special(text.ptr[i]))
            return true;
    return false;
}

bool kam_settext_add(struct kam_buffer *buffer, struct kam_text text)
{
    if (buffer->len > 0 && !kam_buffer_add_byte(buffer, '|'))
        return false;
    if (!has_special(text))
        return kam_buffer_add(buffer, text);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (is_special(c) && !kam_buffer_add_byte(buffer, '\\'))
            return false;
        if (!kam_buffer_add_byte(buffer, c))
            return false;
    }
    return true;
}

bool kam_settext_write_numbers(uint32_t *numbers, uint32_t count, const struct kam_map *texts,
                               struct kam_buffer *buffer)
{
    bool ok = kam_sort(numbers, count, compare_texts, (void *)(uintptr_t)texts);

    for (uint32_t i = 0; ok && i < count; i++)
        ok = kam_settext_add(buffer, texts->texts[numbers[i]]);
    return ok;
}

bool kam_settext_write(const struct kam_set *set, const struct kam_map *texts,
                       struct kam_buffer *buffer)
{
    enum { USUALLY = 32 };
    uint32_t few[USUALLY], count = kam_set_size(set);
    uint32_t *numbers = count <= USUALLY ? few : malloc(count * sizeof *numbers);
    bool ok = numbers != NULL;

    if (ok) {
        kam_set_numbers(set, numbers);
        ok = kam_settext_write_numbers(numbers, count, texts, buffer);
    }
    if (numbers != few)
        free(numbers);
    return ok;
}

bool kam_settext_write_map(const struct kam_map *texts, struct kam_buffer *buffer)
{
    uint32_t *numbers = malloc(((size_t)texts->count + 1) * sizeof *numbers);

    for (uint32_t i = 0; numbers && i < texts->count; i++)
        numbers[i] = i;
    bool ok = numbers && kam_settext_write_numbers(numbers, texts->count, texts, buffer);
    free(numbers);
    return ok;
}

/* The first text of CELL, which has an escape, unescaped in SCRATCH; *LENGTH: what it takes. */
static bool unescape(struct kam_text cell, struct kam_buffer *scratch, size_t *length)
{
    size_t i = 0;

    scratch->len = 0;
    while (i < cell.len && cell.ptr[i] != '|') {
        i += cell.ptr[i] == '\\' && i + 1 < cell.len;
        if (!kam_buffer_add_byte(scratch, cell.ptr[i++]))
            return false;
    }
    *length = i;
    return true;
}

bool kam_settext_next(struct kam_text *cell, struct kam_text *item, struct kam_buffer *scratch,
                      bool *nomem)
{
    size_t length = 0;

    *nomem = false;
    if (cell->len == 0)
        return false;
    while (length < cell->len && !is_special(cell->ptr[length]))
        length++;
    *item = (struct kam_text){cell->ptr, length};
    if (length < cell->len && cell->ptr[length] == '\\') {
        if (!unescape(*cell, scratch, &length)) {
            *nomem = true;
            return false;
        }
        *item = kam_buffer_text(scratch);
    }
    length += length < cell->len; /* the bar */
    cell->ptr += length;
    cell->len -= length;
    return true;
}
