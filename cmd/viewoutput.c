#include <config.h>

#include "viewoutput.h"

enum kam_status kam_viewoutput_write(struct kam_front *front, const struct kam_view *view,
                                     unsigned threads, struct kam_error *error)
{
    struct kam_output *output;
    struct kam_writer writer;
    enum kam_status status = kam_front_open_output(front, &output, &writer, error);

    if (status)
        return status;
    status = kam_view_write(view, threads, &writer, error);
    if (!status)
        return kam_output_commit(output, error);
    kam_output_discard(output);
    return status;
}
