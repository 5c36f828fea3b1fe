#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const double first_after = 1.0, again_after = 0.2; /* seconds */

struct kam_progress {
    const char *tool;
    size_t file_count;
    double started, shown;
    bool on_screen;
    /* the file being read, and what was read before it */
    unsigned file;
    uint64_t file_lines, file_bytes;
    uint64_t earlier_lines, earlier_bytes;
};

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct kam_progress *kam_progress_new(const char *tool, size_t file_count)
{
    struct kam_progress *progress = calloc(1, sizeof *progress);

    if (!progress)
        return NULL;
    progress->tool = tool;
    progress->file_count = file_count ? file_count : 1;
    progress->started = now();
    progress->shown = progress->started + first_after - again_after;
    return progress;
}

static void show(struct kam_progress *progress, const struct kam_input *input, double seconds)
{
    uint64_t size = kam_input_size(input);
    double bytes = (double)(progress->earlier_bytes + progress->file_bytes);

    fprintf(stderr, "\r%s: file %u of %zu: %llu lines, %.0f MB", progress->tool, progress->file + 1,
            progress->file_count,
            (unsigned long long)(progress->earlier_lines + progress->file_lines), bytes / 1e6);
    if (size && progress->file_bytes) {
        double part = (double)progress->file_bytes / (double)size;
        double speed = bytes / seconds;
        double left = speed > 0 ? (double)(size - progress->file_bytes) / speed : 0;
        fprintf(stderr, ", %.0f%% of it, %.0f s left", 100 * (part > 1 ? 1 : part), left);
    }
    fputs("\033[K", stderr);
    progress->on_screen = true;
}

void kam_progress_on_block(void *context, const struct kam_input *input, uint64_t line)
{
    struct kam_progress *progress = context;
    double t = now();

    if (kam_input_order(input) != progress->file) {
        progress->earlier_lines += progress->file_lines;
        progress->earlier_bytes += progress->file_bytes;
        progress->file = kam_input_order(input);
    }
    progress->file_lines = line;
    progress->file_bytes = kam_input_bytes(input);
    if (t - progress->shown < again_after)
        return;
    progress->shown = t;
    show(progress, input, t - progress->started);
}

void kam_progress_done(struct kam_progress *progress)
{
    if (progress && progress->on_screen) {
        fputs("\r\033[K", stderr);
        progress->on_screen = false;
    }
}

void kam_progress_free(struct kam_progress *progress)
{
    free(progress);
}
