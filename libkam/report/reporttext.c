#include "report/reporttext.h"

enum kam_status kam_reporttext_write(const struct kam_report *report,
                                     const struct kam_reporttext_options *options,
                                     struct kam_speech *speech, struct kam_output *output,
                                     struct kam_error *error)
{
    (void)report, (void)options, (void)output;
    return speech->failed ? kam_error_nomem(error) : KAM_OK;
}
