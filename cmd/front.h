/*
 * front: what all kam tools share in front of the library: the common options, messages, progress
 * and the exit status. The only place that prints to stderr or knows the program's name.
 *
 * A tool's file reads in this order: usage, its options, option parsing, run, main. Its main is
 *
 *     int main(int argc, char **argv)
 *     {
 *         struct options options = {...};
 *         struct kam_front front;
 *         kam_front_init(&front, &tool);
 *         parse(&front, &options, argc, argv);
 *         return kam_front_finish(&front, run(&front, &options, &error), &error);
 *     }
 */
#ifndef KAM_FRONT_H
#define KAM_FRONT_H

#include "io/reader.h"
#include "io/writer.h"
#include "kam.h"
#include "model/model.h"

#include <getopt.h>

enum kam_exit {
    KAM_EXIT_DONE = 0,
    KAM_EXIT_DATA = 1,
    KAM_EXIT_USAGE = 2,
    KAM_EXIT_SYSTEM = 3,
    KAM_EXIT_MOVED = 4,
};

/* Values of `val` in a tool's struct option for options without a letter start here. */
enum { KAM_OPTION_FIRST = 1000 };

/* What a tool writes: the common options of tables are for those that write some. */
enum kam_tool_output { KAM_TOOL_TABLES, KAM_TOOL_PAGES };

/* What a tool says about itself; constant. */
struct kam_tool_description {
    const char *name;             /* "kam-score" */
    const char *usage;            /* the whole --help text but the common options */
    const char *letters;          /* its own short options, getopt form ("" for none) */
    const struct option *options; /* its own long options, ended by an empty one */
    enum kam_tool_output writes;
};

struct kam_front {
    const struct kam_tool_description *tool;
    /* common options, as given */
    const char *model_path; /* --model or $KAM_MODEL; NULL: none */
    const char *output;     /* --output; NULL: standard output */
    const char *encoding;   /* --encoding */
    char delimiter;         /* --delimiter; 0: found from the header */
    bool gzip;              /* --gzip */
    bool strict;            /* --strict: a warning is an error */
    bool show_progress;     /* --progress, or a terminal */
    int verbose;            /* --verbose */
    struct kam_writer_options writer;
    const char **overrides; /* --set */
    size_t override_count, overrides_capacity;
    const char *const *files; /* the operands; COUNT 0: standard input */
    size_t file_count;
    /* state */
    uint64_t warnings;
    struct kam_progress *progress;
};

/* Print that memory ran out and exit with status 3: while options are read. */
_Noreturn void kam_front_out_of_memory(const struct kam_front *front);

/* Add an override to those of --set, for options that are one (--weight). Borrowed. */
void kam_front_add_override(struct kam_front *front, const char *override);

/* Append ARGUMENT to LIST: an option that may be given several times is one list with commas. */
void kam_front_add_to_list(const struct kam_front *front, struct kam_buffer *list,
                           const char *argument);

/* Set up FRONT and the process (SIGPIPE ends it quietly). */
void kam_front_init(struct kam_front *front, const struct kam_tool_description *tool);

/*
 * getopt_long over the tool's own and the common options: the common ones, --help and --version
 * are dealt with here; returns the `val` of the tool's next own option (its argument in
 * *ARGUMENT), or -1 after the last, when the operands are in FRONT. A wrong option ends the
 * program with status 2. Abbreviations of long options are accepted, as GNU tools do.
 */
int kam_front_next_option(struct kam_front *front, int argc, char **argv, const char **argument);

/* Print "kam-tool: text" and "Try 'kam-tool --help'" and exit with status 2. */
_Noreturn void kam_front_usage(const struct kam_front *front, const char *format, ...)
    KAM_PRINTF(2, 3);

/*
 * An option's argument as a whole number from LOW to HIGH; a size of LEAST bytes or more, a number
 * with K, M, G or T behind it (powers of 1024); a month; else kam_front_usage.
 */
uint64_t kam_front_number(const struct kam_front *front, const char *option, const char *argument,
                          uint64_t low, uint64_t high);
size_t kam_front_size(const struct kam_front *front, const char *option, const char *argument,
                      size_t least);
int kam_front_month(const struct kam_front *front, const char *option, const char *argument);

/* The argument of --threads. Without that option there is one for each processor that may be used.
 */
unsigned kam_front_threads(const struct kam_front *front, const char *argument);
unsigned kam_front_processors(void);

/* True if the operands say that the tool reads standard input. */
bool kam_front_reads_input(const struct kam_front *front);

/* Keep ARGUMENT of OPTION, which takes one file: wrong usage if it was given already. */
void kam_front_one_file(const struct kam_front *front, const char *option, const char *argument,
                        const char **path);

/* Wrong usage if two of PATHS[COUNT] (NULL entries: not given) name the same file. */
void kam_front_distinct_outputs(const struct kam_front *front, const char *const *paths,
                                size_t count);

/* A warning, counted; with --strict the tool's run ends as KAM_DATA in kam_front_check_warnings. */
void kam_front_warn(struct kam_front *front, const struct kam_error *what);

/* "kam-tool: text" on stderr. */
void kam_front_say(const struct kam_front *front, const char *format, ...) KAM_PRINTF(2, 3);

/* The same with the text of an error that doesn't end the run by itself. */
void kam_front_say_error(const struct kam_front *front, const struct kam_error *error);

/* "kam-tool: text" on stderr, with -v only. */
void kam_front_note(const struct kam_front *front, const char *format, ...) KAM_PRINTF(2, 3);

/* KAM_DATA if --strict was given and there were warnings; to be called before any output. */
KAM_MUST_CHECK enum kam_status kam_front_check_warnings(const struct kam_front *front,
                                                        struct kam_error *error);

/* Load the model (--model, --set). */
KAM_MUST_CHECK enum kam_status kam_front_model(struct kam_front *front, struct kam_model **model,
                                               struct kam_error *error);

/* Reader options from the common options, with progress shown. */
struct kam_reader_options kam_front_reader_options(struct kam_front *front);

/* Clear the progress line, if there is one. */
void kam_front_progress_done(struct kam_front *front);

/* Open the tool's main output and a writer on it. */
KAM_MUST_CHECK enum kam_status kam_front_open_output(struct kam_front *front,
                                                     struct kam_output **output,
                                                     struct kam_writer *writer,
                                                     struct kam_error *error);

/* Free what FRONT has, print ERROR if STATUS says there is one; the exit status of the program. */
int kam_front_finish(struct kam_front *front, enum kam_status status,
                     const struct kam_error *error);

#endif
