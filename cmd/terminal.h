/*
 * terminal: what standard output is shown on: how wide it is, whether it has colours.
 */
#ifndef KAM_TERMINAL_H
#define KAM_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Its columns: those of $COLUMNS, else those the terminal says; 0: it is no terminal, or doesn't
 * say.
 */
size_t kam_terminal_columns(void);

/* Whether it is a terminal, $TERM is there and neither empty nor dumb, and $NO_COLOR is empty or
 * not there. */
bool kam_terminal_has_colours(void);

#endif
