#include "io/lineend.h"

/* Make *NEXT the first BYTE from P on; END if there is none. */
static void look_ahead(const char **next, char byte, const char *p, const char *end)
{
    if ((!*next || *next < p) && !(*next = memchr(p, byte, (size_t)(end - p))))
        *next = end;
}

const char *kam_line_end(const char *p, const char *end, struct kam_line_ends *ends)
{
    look_ahead(&ends->lf, '\n', p, end);
    look_ahead(&ends->cr, '\r', p, ends->lf); /* most blocks have none, and LFs aren't far away */
    const char *first = ends->lf < ends->cr ? ends->lf : ends->cr;
    if (first == end)
        return NULL;
    return first == ends->cr && first + 1 == ends->lf && ends->lf < end ? first + 2 : first + 1;
}
