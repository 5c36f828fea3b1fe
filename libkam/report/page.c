#include "report/page.h"

enum kam_status kam_page_write(const struct kam_report *report, struct kam_speech *speech,
                               struct kam_output *output, struct kam_error *error)
{
    (void)report, (void)output;
    return speech->failed ? kam_error_nomem(error) : KAM_OK;
}
