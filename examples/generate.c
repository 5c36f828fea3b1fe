/*
 * generate: the billing exports of a telecom company that doesn't exist, for the example, the
 * tests and the benchmarks. The same options give the same text on every machine.
 */
#include "gen/bench.h"
#include "gen/bills.h"
#include "gen/contacts.h"
#include "gen/files.h"
#include "gen/storyfiles.h"

#include <errno.h>
#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char usage[] =
    "Usage: generate [OPTION]... -o DIR\n"
    "       generate --story [OPTION]... -o DIR\n"
    "       generate --bench LINES [OPTION]... -o FILE\n"
    "Write a telecom company's billing exports, one file a month, into DIR, with a customer\n"
    "file, a file of relations, contacts and visits; or those of a smaller company in which a\n"
    "known story happens, month by month; or one large export for measuring to FILE (- is\n"
    "stdout).\n"
    "\n"
    "  -o, --output DIR     where to write; made if it isn't there\n"
    "      --accounts N     so many accounts (3000; with --story 300, with --bench 500000)\n"
    "      --months N       so many months (13; with --bench 12)\n"
    "      --last YYYY-MM   the last of them (2026-10)\n"
    "      --seed N         another company (1)\n"
    "      --plain          UTF-8 text instead of GB18030 in gzip\n"
    "      --story          2024-11 to 2026-10, with a customer file for each of the last twelve\n"
    "                       months; what happens is told in examples/gen/script.c\n"
    "      --bench LINES    one export of LINES billing lines in 9 columns\n"
    "                       (in gzip where FILE ends in .gz)\n"
    "      --quote none|some|all  quoted fields in it: none, 2 % of the rows, all (some)\n"
    "      --gb18030        write it in GB18030 instead of UTF-8\n"
    "  -h, --help           this text\n";

struct options {
    const char *output;
    uint64_t accounts; /* 0: not given */
    int months;        /* 0: not given */
    int last_month;    /* 0: not given */
    uint64_t seed;
    enum sink_form form;
    bool story;
    uint64_t bench_lines; /* 0: no benchmark */
    enum bench_quotes quotes;
    enum sink_form bench_encoding;
};

static _Noreturn void wrong_usage(const char *what, const char *value)
{
    fprintf(stderr, "generate: %s: '%s' (see generate --help)\n", what, value);
    exit(2);
}

static uint64_t number(const char *option, const char *text, uint64_t low, uint64_t high)
{
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (errno || *end || text[0] < '0' || text[0] > '9' || value < low || value > high)
        wrong_usage(option, text);
    return value;
}

static int calendar_month(const char *text)
{
    int year, month, length = 0;
    if (sscanf(text, "%4d-%2d%n", &year, &month, &length) != 2 || length != 7 ||
        text[length] != '\0' || year < 1902 || year > 2999 || month < 1 || month > 12)
        wrong_usage("--last: not a month YYYY-MM", text);
    return year * 12 + month - 1;
}

static enum bench_quotes quote_style(const char *text)
{
    if (strcmp(text, "none") == 0)
        return BENCH_QUOTES_NONE;
    if (strcmp(text, "some") == 0)
        return BENCH_QUOTES_SOME;
    if (strcmp(text, "all") == 0)
        return BENCH_QUOTES_ALL;
    wrong_usage("--quote: not none, some or all", text);
}

static void parse(struct options *options, int argc, char **argv)
{
    enum { ACCOUNTS = 256, MONTHS, LAST, SEED, PLAIN, STORY, BENCH, QUOTE, GB18030 };
    static const struct option known[] = {{"output", required_argument, NULL, 'o'},
                                          {"accounts", required_argument, NULL, ACCOUNTS},
                                          {"months", required_argument, NULL, MONTHS},
                                          {"last", required_argument, NULL, LAST},
                                          {"seed", required_argument, NULL, SEED},
                                          {"plain", no_argument, NULL, PLAIN},
                                          {"story", no_argument, NULL, STORY},
                                          {"bench", required_argument, NULL, BENCH},
                                          {"quote", required_argument, NULL, QUOTE},
                                          {"gb18030", no_argument, NULL, GB18030},
                                          {"help", no_argument, NULL, 'h'},
                                          {NULL, 0, NULL, 0}};
    int option;
    while ((option = getopt_long(argc, argv, "o:h", known, NULL)) != -1) {
        switch (option) {
        case 'o':
            options->output = optarg;
            break;
        case ACCOUNTS:
            options->accounts = number("--accounts: not 100 to 50000000", optarg, 100, 50000000);
            break;
        case MONTHS:
            options->months = (int)number("--months: not 1 to 24", optarg, 1, 24);
            break;
        case LAST:
            options->last_month = calendar_month(optarg);
            break;
        case SEED:
            options->seed = number("--seed: not a number", optarg, 0, UINT64_MAX);
            break;
        case PLAIN:
            options->form = SINK_PLAIN;
            break;
        case STORY:
            options->story = true;
            break;
        case BENCH:
            options->bench_lines = number("--bench: not a number of lines", optarg, 1, UINT32_MAX);
            break;
        case QUOTE:
            options->quotes = quote_style(optarg);
            break;
        case GB18030:
            options->bench_encoding = SINK_GB18030;
            break;
        case 'h':
            fputs(usage, stdout);
            exit(fflush(stdout) == 0 ? 0 : 3);
        default:
            fputs("generate: see generate --help\n", stderr);
            exit(2);
        }
    }
    if (optind < argc)
        wrong_usage("unexpected argument", argv[optind]);
    if (!options->output)
        wrong_usage("nowhere to write to", "-o");
    if (options->story && (options->months || options->last_month))
        wrong_usage("its months are given", "--story");
    if (options->story && options->bench_lines)
        wrong_usage("not with --bench", "--story");
}

/* The last of the months wanted. */
static int last_month(const struct options *options)
{
    return options->last_month ? options->last_month : 2026 * 12 + 9;
}

static bool ends_in_gz(const char *path)
{
    size_t length = strlen(path);
    return length > 3 && strcmp(path + length - 3, ".gz") == 0;
}

static void write_bench(const struct options *options)
{
    struct bench_plan plan = {.lines = options->bench_lines,
                              .accounts = options->accounts ? options->accounts : 500000,
                              .months = options->months ? options->months : 12,
                              .last_month = last_month(options),
                              .seed = options->seed,
                              .quotes = options->quotes,
                              .form = options->bench_encoding};
    if (ends_in_gz(options->output))
        plan.form |= SINK_GZIP;
    bench_write(&plan, options->output);
}

static void make_directory(const char *path)
{
    if (mkdir(path, 0777) != 0 && errno != EEXIST) {
        fprintf(stderr, "generate: %s: %s\n", path, strerror(errno));
        exit(3);
    }
}

static void write_example(const struct options *options)
{
    struct company company;
    make_directory(options->output);
    company_found(&company, options->accounts ? options->accounts : 3000,
                  options->months ? options->months : 13, last_month(options), options->seed);
    for (int month = 0; month < company.months; month++)
        bills_write(&company, month, options->output, options->form);
    files_write_customers(&company, options->output);
    files_write_relations(&company, options->output);
    contacts_write(&company, options->output);
    contacts_write_visits(&company, options->output);
    company_dissolve(&company);
}

static void write_story(const struct options *options)
{
    struct story story;
    make_directory(options->output);
    story_begin(&story, options->accounts ? options->accounts : 300, options->seed);
    while (story.month <= STORY_LAST) {
        storyfiles_write_bills(&story, options->output, options->form);
        if (story.month > STORY_LAST - 12)
            storyfiles_write_customers(&story, options->output);
        story_turn(&story);
    }
    storyfiles_write_relations(options->output);
    story_end(&story);
}

int main(int argc, char **argv)
{
    struct options options = {.seed = 1, .form = SINK_GB18030_GZIP, .quotes = BENCH_QUOTES_SOME};
    parse(&options, argc, argv);
    if (options.bench_lines > 0)
        write_bench(&options);
    else if (options.story)
        write_story(&options);
    else
        write_example(&options);
    return 0;
}
