#include <config.h>

#include "base/pipeline.h"
#include "cleanup.h"
#include "front.h"
#include "progress.h"

#include <ctype.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum common_option {
    OPTION_EXCEL = 500,
    OPTION_ENCODING,
    OPTION_SET,
    OPTION_STRICT,
    OPTION_PROGRESS,
    OPTION_NO_PROGRESS,
};

static const char common_letters[] = "m:d:zo:vhV";
static const char table_letters[] = "t";

/* Of tools that write tables. */
static const struct option table_options[] = {
    {"tsv", no_argument, NULL, 't'},
    {"excel", no_argument, NULL, OPTION_EXCEL},
};

static const struct option common_options[] = {
    {"model", required_argument, NULL, 'm'},
    {"set", required_argument, NULL, OPTION_SET},
    {"encoding", required_argument, NULL, OPTION_ENCODING},
    {"delimiter", required_argument, NULL, 'd'},
    {"output", required_argument, NULL, 'o'},
    {"gzip", no_argument, NULL, 'z'},
    {"strict", no_argument, NULL, OPTION_STRICT},
    {"verbose", no_argument, NULL, 'v'},
    {"progress", no_argument, NULL, OPTION_PROGRESS},
    {"no-progress", no_argument, NULL, OPTION_NO_PROGRESS},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
};

static const char common_help[] =
    "\nCommon options:\n"
    "  -m, --model FILE          the company's rules, kam-model(5) (default: $KAM_MODEL)\n"
    "      --set SECTION:KEY=VALUE  override a value of the model\n"
    "      --encoding NAME       of the input, an iconv name (default: UTF-8 or by its mark)\n"
    "  -d, --delimiter CHAR      of the input (default: found from the header)\n"
    "  -o, --output FILE         replace FILE once all is done (default: standard output)\n"
    "  -z, --gzip                compress the output (so does a FILE ending in .gz)\n";

static const char table_help[] =
    "  -t, --tsv                 write tab-separated values\n"
    "      --excel               write for a spreadsheet: ids and months stay text\n";

static const char common_help_end[] =
    "      --strict              a warning is an error\n"
    "  -v, --verbose             say what was done\n"
    "      --progress, --no-progress  show progress, or don't (default: on a terminal)\n"
    "  -h, --help                show this and exit\n"
    "  -V, --version             show the version and exit\n"
    "\nWithout FILE, or where FILE is -, standard input is read.\n"
    "Exit status: 0 done, 1 data rejected, 2 wrong usage or model, 3 input/output or memory.\n";

void kam_front_init(struct kam_front *front, const struct kam_tool_description *tool)
{
    signal(SIGPIPE, SIG_DFL);
    *front = (struct kam_front){.tool = tool, .show_progress = isatty(STDERR_FILENO) == 1};
    front->writer.delimiter = ',';
    const char *model = getenv("KAM_MODEL");
    front->model_path = model && *model ? model : NULL;
}

static void say(const struct kam_front *front, const char *kind, const char *text)
{
    kam_progress_done(front->progress);
    fprintf(stderr, "%s: %s%s\n", front->tool->name, kind, kam_show_line(kam_text_of(text)).s);
}

void kam_front_usage(const struct kam_front *front, const char *format, ...)
{
    char text[2048];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    say(front, "", text);
    fprintf(stderr, "Try '%s --help' for more information.\n", front->tool->name);
    exit(KAM_EXIT_USAGE);
}

/* End the program after --help or --version; a full disk is an error here too. */
static _Noreturn void finish_text(const struct kam_front *front)
{
    if (fflush(stdout) != 0 || ferror(stdout) || fclose(stdout) != 0) {
        say(front, "", "cannot write to standard output");
        exit(KAM_EXIT_SYSTEM);
    }
    exit(KAM_EXIT_DONE);
}

static char delimiter_of(const struct kam_front *front, const char *argument)
{
    if (strcmp(argument, "\\t") == 0 || strcmp(argument, "tab") == 0)
        return '\t';
    if (strlen(argument) != 1 || (unsigned char)*argument >= 0x80 || strchr("\"\r\n", *argument))
        kam_front_usage(front,
                        "--delimiter: %s: one ASCII character is needed, such as ';' or '\\t'",
                        kam_show(kam_text_of(argument)).s);
    return *argument;
}

void kam_front_out_of_memory(const struct kam_front *front)
{
    say(front, "", "out of memory");
    exit(KAM_EXIT_SYSTEM);
}

void kam_front_add_override(struct kam_front *front, const char *override)
{
    if (!kam_array_reserve(&front->overrides, &front->overrides_capacity, front->override_count + 1,
                           sizeof *front->overrides))
        kam_front_out_of_memory(front);
    front->overrides[front->override_count++] = override;
}

void kam_front_add_to_list(const struct kam_front *front, struct kam_buffer *list,
                           const char *argument)
{
    if ((list->len && !kam_buffer_add_byte(list, ',')) ||
        !kam_buffer_add(list, kam_text_of(argument)))
        kam_front_out_of_memory(front);
}

static bool take_common(struct kam_front *front, int value)
{
    switch (value) {
    case 'm':
        front->model_path = *optarg ? optarg : NULL;
        return true;
    case 'd':
        front->delimiter = delimiter_of(front, optarg);
        return true;
    case 't':
        front->writer.delimiter = '\t';
        return true;
    case 'z':
        front->gzip = true;
        return true;
    case 'o':
        if (!*optarg)
            kam_front_usage(front, "--output: '': the name of a file is needed");
        front->output = optarg;
        return true;
    case 'v':
        front->verbose++;
        return true;
    case OPTION_EXCEL:
        front->writer.excel = true;
        return true;
    case OPTION_ENCODING:
        front->encoding = optarg;
        return true;
    case OPTION_SET:
        kam_front_add_override(front, optarg);
        return true;
    case OPTION_STRICT:
        front->strict = true;
        return true;
    case OPTION_PROGRESS:
    case OPTION_NO_PROGRESS:
        front->show_progress = value == OPTION_PROGRESS;
        return true;
    case 'h':
        fputs(front->tool->usage, stdout);
        fputs(common_help, stdout);
        fputs(front->tool->writes == KAM_TOOL_TABLES ? table_help : "", stdout);
        fputs(common_help_end, stdout);
        finish_text(front);
    case 'V':
        printf("%s (kam) %s\n", front->tool->name, kam_version());
        finish_text(front);
    case '?':
        fprintf(stderr, "Try '%s --help' for more information.\n", front->tool->name);
        exit(KAM_EXIT_USAGE);
    }
    return false;
}

int kam_front_next_option(struct kam_front *front, int argc, char **argv, const char **argument)
{
    enum { LETTERS = 64, OPTIONS = 64 };
    enum { COMMON = sizeof common_options / sizeof *common_options };
    enum { OF_TABLES = sizeof table_options / sizeof *table_options };
    bool tables = front->tool->writes == KAM_TOOL_TABLES;
    char letters[LETTERS];
    struct option options[OPTIONS];
    size_t count = COMMON;

    snprintf(letters, sizeof letters, "%s%s%s", common_letters, tables ? table_letters : "",
             front->tool->letters);
    memcpy(options, common_options, sizeof common_options);
    for (size_t i = 0; tables && i < OF_TABLES; i++)
        options[count++] = table_options[i];
    for (const struct option *o = front->tool->options; o->name && count < OPTIONS - 1; o++)
        options[count++] = *o;
    options[count] = (struct option){NULL, 0, NULL, 0};
    argv[0] = (char *)(uintptr_t)front->tool->name; /* getopt's messages begin with it */
    for (;;) {
        int value = getopt_long(argc, argv, letters, options, NULL);
        if (value == -1)
            break;
        if (take_common(front, value))
            continue;
        *argument = optarg;
        return value;
    }
    front->files = (const char *const *)(argv + optind);
    front->file_count = (size_t)(argc - optind);
    return -1;
}

uint64_t kam_front_number(const struct kam_front *front, const char *option, const char *argument,
                          uint64_t low, uint64_t high)
{
    uint64_t value = 0;
    const char *p = argument;

    for (; *p >= '0' && *p <= '9' && value <= high; p++)
        value = value * 10 + (uint64_t)(*p - '0');
    if (*p || p == argument || value < low || value > high)
        kam_front_usage(front, "%s: %s: a whole number from %llu to %llu is needed", option,
                        kam_show(kam_text_of(argument)).s, (unsigned long long)low,
                        (unsigned long long)high);
    return value;
}

size_t kam_front_size(const struct kam_front *front, const char *option, const char *argument,
                      size_t least)
{
    static const char units[] = "KMGT";
    const char *p = argument, *unit = NULL;
    size_t size = 0;
    bool fits = true;

    for (; *p >= '0' && *p <= '9'; p++)
        fits = fits && !__builtin_mul_overflow(size, 10, &size) &&
               !__builtin_add_overflow(size, (size_t)(*p - '0'), &size);
    if (p > argument && *p)
        unit = strchr(units, toupper((unsigned char)*p));
    for (const char *u = units; unit && u <= unit; u++)
        fits = fits && !__builtin_mul_overflow(size, 1024, &size);
    if (!unit || p[1])
        kam_front_usage(front, "%s: %s: a size such as 512M or 2G is needed", option,
                        kam_show(kam_text_of(argument)).s);
    if (!fits)
        kam_front_usage(front, "%s: %s: more than there can be", option,
                        kam_show(kam_text_of(argument)).s);
    if (size < least)
        kam_front_usage(front, "%s: %s: at least %zuM are needed", option,
                        kam_show(kam_text_of(argument)).s, least >> 20);
    return size;
}

unsigned kam_front_threads(const struct kam_front *front, const char *argument)
{
    return (unsigned)kam_front_number(front, "--threads", argument, 1, KAM_PIPELINE_MOST_THREADS);
}

unsigned kam_front_processors(void)
{
    cpu_set_t processors;

    if (sched_getaffinity(0, sizeof processors, &processors) != 0)
        return 1;
    int count = CPU_COUNT(&processors);
    return count < KAM_PIPELINE_MOST_THREADS ? (unsigned)count : KAM_PIPELINE_MOST_THREADS;
}

int kam_front_month(const struct kam_front *front, const char *option, const char *argument)
{
    int month = kam_month_parse_plain(kam_text_of(argument));

    if (month == KAM_MONTH_NONE)
        kam_front_usage(front, "%s: %s: a month is needed, such as 2026-10", option,
                        kam_show(kam_text_of(argument)).s);
    return month;
}

bool kam_front_reads_input(const struct kam_front *front)
{
    for (size_t i = 0; i < front->file_count; i++)
        if (strcmp(front->files[i], "-") == 0)
            return true;
    return front->file_count == 0;
}

void kam_front_one_file(const struct kam_front *front, const char *option, const char *argument,
                        const char **path)
{
    if (*path)
        kam_front_usage(front, "%s takes one file, and here are two: %s and %s", option, *path,
                        argument);
    *path = argument;
}

void kam_front_distinct_outputs(const struct kam_front *front, const char *const *paths,
                                size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; paths[i] && j < i; j++)
            if (paths[j] && kam_output_same(paths[i], paths[j]))
                kam_front_usage(front, "two outputs go to one file: %s and %s", paths[j], paths[i]);
}

void kam_front_warn(struct kam_front *front, const struct kam_error *what)
{
    char text[2048];

    kam_error_format(what, text, sizeof text);
    say(front, "warning: ", text);
    front->warnings++;
}

void kam_front_say(const struct kam_front *front, const char *format, ...)
{
    char text[2048];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    say(front, "", text);
}

void kam_front_say_error(const struct kam_front *front, const struct kam_error *error)
{
    char text[2048];

    kam_error_format(error, text, sizeof text);
    say(front, "", text);
}

void kam_front_note(const struct kam_front *front, const char *format, ...)
{
    char text[2048];
    va_list args;

    if (!front->verbose)
        return;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    say(front, "", text);
}

enum kam_status kam_front_check_warnings(const struct kam_front *front, struct kam_error *error)
{
    if (!front->strict || front->warnings == 0)
        return KAM_OK;
    return kam_error_set(error, KAM_DATA, "%llu warning%s, and --strict makes that an error",
                         (unsigned long long)front->warnings, front->warnings == 1 ? "" : "s");
}

enum kam_status kam_front_model(struct kam_front *front, struct kam_model **model,
                                struct kam_error *error)
{
    return kam_model_load(model, front->model_path, front->overrides, front->override_count, error);
}

struct kam_reader_options kam_front_reader_options(struct kam_front *front)
{
    struct kam_reader_options options = {.input = {.encoding = front->encoding},
                                         .delimiter = front->delimiter,
                                         .read_ahead = sysconf(_SC_NPROCESSORS_ONLN) > 1};

    if (front->show_progress && !front->progress)
        front->progress = kam_progress_new(front->tool->name, front->file_count);
    if (front->progress) {
        options.on_block = kam_progress_on_block;
        options.context = front->progress;
    }
    return options;
}

void kam_front_progress_done(struct kam_front *front)
{
    kam_progress_done(front->progress);
}

enum kam_status kam_front_open_output(struct kam_front *front, struct kam_output **output,
                                      struct kam_writer *writer, struct kam_error *error)
{
    enum kam_status status = kam_output_open(output, front->output, front->gzip, error);

    kam_progress_done(front->progress);
    if (!status) {
        kam_cleanup_guard(*output);
        kam_writer_init(writer, *output, &front->writer);
    }
    return status;
}

int kam_front_finish(struct kam_front *front, enum kam_status status, const struct kam_error *error)
{
    kam_progress_done(front->progress);
    if (status != KAM_OK && status != KAM_END)
        kam_front_say_error(front, error);
    kam_progress_free(front->progress);
    free(front->overrides);
    front->progress = NULL;
    front->overrides = NULL;
    switch (status) {
    case KAM_OK:
    case KAM_END:
        break;
    case KAM_DATA:
        return KAM_EXIT_DATA;
    case KAM_USAGE:
        return KAM_EXIT_USAGE;
    case KAM_IO:
    case KAM_NOMEM:
        return KAM_EXIT_SYSTEM;
    }
    return KAM_EXIT_DONE;
}
