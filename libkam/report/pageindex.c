#include "report/pageindex.h"

struct kam_pageindex_entry kam_pageindex_entry_of(const struct kam_report *report, const char *file)
{
    return (struct kam_pageindex_entry){
        .file = file,
        .value = report->scope->value,
        .all = report->pyramid.now.all,
        .key = report->pyramid.now.key,
    };
}

enum kam_status kam_pageindex_write(const struct kam_pageindex_entry *entries, size_t count,
                                    const struct kam_reportsource *source,
                                    const struct kam_report_options *options,
                                    struct kam_speech *speech, struct kam_output *output,
                                    struct kam_error *error)
{
    (void)entries, (void)count, (void)source, (void)options, (void)output;
    return speech->failed ? kam_error_nomem(error) : KAM_OK;
}
