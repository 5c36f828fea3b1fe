#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Shorten the NUL-terminated TEXT, cut by its buffer, to whole UTF-8 characters. */
static void trim_partial_character(char *text)
{
    size_t n = strlen(text);
    size_t back = 0;

    while (back < 4 && back < n && ((unsigned char)text[n - 1 - back] & 0xC0) == 0x80)
        back++;
    if (back == n)
        return;
    unsigned char lead = (unsigned char)text[n - 1 - back];
    size_t need = lead < 0x80 ? 0 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (need != back)
        text[n - 1 - back] = '\0';
}

/* A heading may have line ends or worse in it: a message is one line that a terminal can show. */
static void flatten(char *text)
{
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text, next = (unsigned char)text[1];
        if (c < 0x20 || c == 0x7F)
            *text = ' ';
        else if (c == 0xC2 && next >= 0x80 && next < 0xA0)
            text[0] = text[1] = ' ';
    }
}

struct kam_place_shown kam_place_show(const struct kam_place *place)
{
    struct kam_place_shown shown;

    if (place->file)
        snprintf(shown.s, sizeof shown.s, "%s:%llu", place->file, (unsigned long long)place->line);
    else
        snprintf(shown.s, sizeof shown.s, "%s", place->column ? place->column : "an option");
    trim_partial_character(shown.s);
    return shown;
}

static enum kam_status fill(struct kam_error *error, enum kam_status status,
                            const struct kam_place *place, const char *format, va_list args)
{
    if (!error)
        return status;
    memset(error, 0, sizeof *error);
    error->status = status;
    if (place) {
        error->file = place->file;
        error->order = place->order;
        error->line = place->line;
        if (place->column) {
            snprintf(error->column, sizeof error->column, "%s", place->column);
            trim_partial_character(error->column);
            flatten(error->column);
        }
    }
    int n = vsnprintf(error->text, sizeof error->text, format, args);
    if (n >= (int)sizeof error->text)
        trim_partial_character(error->text);
    flatten(error->text);
    return status;
}

enum kam_status kam_error_at(struct kam_error *error, enum kam_status status,
                             const struct kam_place *place, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    fill(error, status, place, format, args);
    va_end(args);
    return status;
}

enum kam_status kam_error_set(struct kam_error *error, enum kam_status status, const char *format,
                              ...)
{
    va_list args;

    va_start(args, format);
    fill(error, status, NULL, format, args);
    va_end(args);
    return status;
}

enum kam_status kam_error_nomem(struct kam_error *error)
{
    return kam_error_set(error, KAM_NOMEM, "out of memory");
}

enum kam_status kam_error_system(struct kam_error *error, const char *file, const char *verb,
                                 int errno_value)
{
    struct kam_place place = {.file = file};

    return kam_error_at(error, KAM_IO, &place, "cannot %s: %s", verb, strerror(errno_value));
}

int kam_error_order(const struct kam_error *a, const struct kam_error *b)
{
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return 0;
}

size_t kam_error_format(const struct kam_error *error, char *buffer, size_t size)
{
    char line[32] = "";

    if (size == 0)
        return 0;
    if (error->line)
        snprintf(line, sizeof line, "%s%llu", error->file ? ":" : "line ",
                 (unsigned long long)error->line);
    const char *after_place = error->file || error->line ? ": " : "";
    int n = snprintf(buffer, size, "%s%s%s%s%s%s", error->file ? error->file : "", line,
                     after_place, error->column, error->column[0] ? ": " : "", error->text);
    return n < 0 ? 0 : (size_t)n < size ? (size_t)n : size - 1;
}
