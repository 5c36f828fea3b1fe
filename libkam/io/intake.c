#include "io/intake.h"

#include <stdlib.h>

bool kam_intake_init(struct kam_intake *intake, struct kam_source *source, size_t size, size_t step)
{
    *intake = (struct kam_intake){.source = source, .size = size, .step = step};
    intake->buffer = malloc(size);
    intake->bytes = (struct kam_text){intake->buffer, 0};
    return intake->buffer != NULL;
}

void kam_intake_fill(struct kam_intake *intake, size_t need)
{
    if (intake->bytes.len >= need)
        return;
    if (intake->bytes.len)
        memmove(intake->buffer, intake->bytes.ptr, intake->bytes.len);
    intake->bytes.ptr = intake->buffer;
    while (intake->bytes.len < need && !intake->ended) {
        size_t room = intake->size - intake->bytes.len, got = 0;
        enum kam_status status =
            kam_source_read(intake->source, intake->buffer + intake->bytes.len,
                            room < intake->step ? room : intake->step, &got, &intake->failure);
        intake->ended = status != KAM_OK;
        if (status && status != KAM_END)
            intake->failed = status;
        intake->bytes.len += got;
    }
}

void kam_intake_use(struct kam_intake *intake, size_t n)
{
    intake->bytes.ptr += n;
    intake->bytes.len -= n;
    intake->offset += n;
}

struct kam_text kam_intake_from_line(struct kam_intake *intake, size_t need)
{
    const char *here = intake->bytes.ptr, *line = here;
    size_t farthest = need / 2;

    while (line > intake->buffer && line[-1] != '\n' && (size_t)(here - line) < farthest)
        line--;
    if (line > intake->buffer && line[-1] != '\n')
        line = here;
    /* Filling keeps what isn't used. */
    size_t before = (size_t)(here - line);
    intake->bytes = (struct kam_text){line, before + intake->bytes.len};
    kam_intake_fill(intake, need);
    struct kam_text found = intake->bytes;
    intake->bytes = (struct kam_text){found.ptr + before, found.len - before};
    return found;
}

bool kam_intake_is_used_up(const struct kam_intake *intake)
{
    return intake->ended && !intake->failed && intake->bytes.len == 0;
}

void kam_intake_free(struct kam_intake *intake)
{
    kam_source_close(intake->source);
    free(intake->buffer);
}
