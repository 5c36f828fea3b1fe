/*
 * subject: a program for the sweeps to try themselves on. It copies a file through libkam, the
 * right way or with the mistake that is named; tests/cli/sweep.sh says what the sweeps make of it.
 *
 *     subject right|crash|silent|zero|litter|early FROM TO
 */
#include "base/text.h"
#include "io/input.h"
#include "io/output.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static enum kam_status copy_blocks(struct kam_input *input, struct kam_output *output,
                                   struct kam_error *error)
{
    struct kam_text block;
    enum kam_status status;

    while ((status = kam_input_read(input, &block, error)) == KAM_OK)
        kam_output_write(output, block);
    return status == KAM_END ? KAM_OK : status;
}

static enum kam_status copy_file(const char *from, const char *to, struct kam_error *error)
{
    const struct kam_input_options options = {.block_size = 16};
    struct kam_input *input;
    struct kam_output *output;

    enum kam_status status = kam_input_open(&input, from, &options, error);
    if (status)
        return status;
    status = kam_output_open(&output, to, false, error);
    if (!status) {
        status = copy_blocks(input, output, error);
        if (status)
            kam_output_discard(output);
        else
            status = kam_output_commit(output, error);
    }
    kam_input_close(input);
    return status;
}

/* What a program with the MISTAKE does on failure; its exit status. */
static int fail_with(const char *mistake, const struct kam_error *error)
{
    char message[2048];

    if (!strcmp(mistake, "crash"))
        abort();
    if (!strcmp(mistake, "zero"))
        return 0;
    if (!strcmp(mistake, "litter"))
        (void)!system("echo half >litter");
    if (strcmp(mistake, "silent") != 0) {
        kam_error_format(error, message, sizeof message);
        fprintf(stderr, "subject: %s\n", message);
    }
    return 3;
}

int main(int argc, char **argv)
{
    struct kam_error error;

    if (argc != 4)
        return 2;
    if (!strcmp(argv[1], "early"))
        (void)!write(STDOUT_FILENO, "early\n", 6);
    return copy_file(argv[2], argv[3], &error) ? fail_with(argv[1], &error) : 0;
}
