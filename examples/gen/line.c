#include "line.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

enum { NUMBER_SIZE = 40 };

/* Cells are names and numbers of this program, far below the size of a line. */
static void put(struct line *line, char c)
{
    assert(line->length < sizeof line->text);
    line->text[line->length++] = c;
}

static void add_cell(struct line *line, const char *text, size_t length, bool quoted)
{
    if (line->cells++ > 0)
        put(line, ',');
    if (!quoted && line->quotes == LINE_QUOTES_NEEDED) {
        assert(length <= sizeof line->text - line->length);
        memcpy(line->text + line->length, text, length);
        line->length += length;
        return;
    }
    put(line, '"');
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"')
            put(line, '"');
        put(line, text[i]);
    }
    put(line, '"');
}

/* Digits of VALUE before END, at least MIN of them; a comma every GROUP digits. Their start. */
static char *digits_before(char *end, uint64_t value, int min, int group)
{
    for (int n = 0; value > 0 || n < min; n++) {
        if (group > 0 && n > 0 && n % group == 0)
            *--end = ',';
        *--end = (char)('0' + value % 10);
        value /= 10;
    }
    return end;
}

static uint64_t size_of(int64_t number)
{
    return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

static void add_money(struct line *line, int64_t fen, int group)
{
    char text[NUMBER_SIZE];
    char *end = text + sizeof text;
    char *start = digits_before(end, size_of(fen) % 100, 2, 0);
    *--start = '.';
    start = digits_before(start, size_of(fen) / 100, 1, group);
    if (fen < 0)
        *--start = '-';
    size_t length = (size_t)(end - start);
    add_cell(line, start, length, group > 0 && memchr(start, ',', length));
}

void line_clear(struct line *line)
{
    line->length = 0;
    line->cells = 0;
}

void line_add_text(struct line *line, const char *text)
{
    add_cell(line, text, strlen(text), strpbrk(text, ",\"\r\n") != NULL);
}

void line_add_number(struct line *line, int64_t number)
{
    char text[NUMBER_SIZE];
    char *end = text + sizeof text;
    char *start = digits_before(end, size_of(number), 1, 0);
    if (number < 0)
        *--start = '-';
    add_cell(line, start, (size_t)(end - start), false);
}

void line_add_money(struct line *line, int64_t fen)
{
    add_money(line, fen, 0);
}

void line_add_money_grouped(struct line *line, int64_t fen)
{
    add_money(line, fen, 3);
}

void line_end(struct line *line, struct sink *sink, const char *end)
{
    sink_write(sink, line->text, line->length);
    sink_text(sink, end);
    line_clear(line);
}
