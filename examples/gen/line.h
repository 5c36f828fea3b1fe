/*
 * line: one line of CSV being put together. Money is a whole number of fen (1/100 yuan).
 *
 * Every function adds one cell, with the comma before it where one is due.
 */
#ifndef EXAMPLES_GEN_LINE_H
#define EXAMPLES_GEN_LINE_H

#include "sink.h"

#include <stdint.h>

enum line_quotes {
    LINE_QUOTES_NEEDED, /* RFC 4180: around commas and quotes only */
    LINE_QUOTES_ALL,
};

struct line {
    char text[1024];
    size_t length;
    size_t cells;
    enum line_quotes quotes;
};

/* Start over; the way of quoting stays. */
void line_clear(struct line *line);

void line_add_text(struct line *line, const char *text);
void line_add_number(struct line *line, int64_t number);

/* -1234.50 */
void line_add_money(struct line *line, int64_t fen);

/* "-1,234.50" (quoted where it holds a comma), as the accountants' reports have it. */
void line_add_money_grouped(struct line *line, int64_t fen);

/* Write the line and END ("\n" or "\r\n") to SINK, and clear it. */
void line_end(struct line *line, struct sink *sink, const char *end);

#endif
