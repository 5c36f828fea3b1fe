#include <config.h>

#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* The number that TEXT is; 0, if it is none. */
static size_t number_of(const char *text)
{
    char *end;
    unsigned long number = strtoul(text, &end, 10);

    return *text >= '0' && *text <= '9' && *end == '\0' ? number : 0;
}

size_t kam_terminal_columns(void)
{
    struct winsize size = {.ws_col = 0};

    if (!isatty(STDOUT_FILENO))
        return 0;
    const char *columns = getenv("COLUMNS");
    if (columns && number_of(columns))
        return number_of(columns);
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool kam_terminal_has_colours(void)
{
    const char *no_colour = getenv("NO_COLOR"), *kind = getenv("TERM");

    return isatty(STDOUT_FILENO) && (!no_colour || *no_colour == '\0') && kind && *kind != '\0' &&
           strcmp(kind, "dumb") != 0;
}
