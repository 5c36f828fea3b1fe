/*
 * sweep: runs a command again and again, each time with another of its calls failing, and says
 * where it did not do what tests/cli/lib-sweep.sh asks of it. A shell would take four times as long
 * for that: it needs ten processes to run the command and to judge the run.
 *
 *     sweep CALL:ERRNO SHIM VARIABLE DIRECTORY COMMAND...
 *
 * CALL       what fails, for the shim, with ERRNO, which may be empty
 * SHIM       the library that makes it fail, when VARIABLE is the number of the call
 * DIRECTORY  has `input`, the standard input of all runs; takes what they print
 * COMMAND    works in the current directory, which has files and nothing else
 *
 * Prints nothing but what is wrong.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* What it takes for hanging. */
enum { PATIENCE_SECONDS = 20 };

/* So many findings are enough. */
enum { MOST_FOUND = 3 };

/* Steps grow from this call on. */
enum { ALL_BEFORE = 300, STEP_SHARE = 8 };

struct bytes {
    char *ptr;
    size_t len;
};

struct file {
    char *name;
    mode_t mode;
    struct bytes bytes;
};

/* The files of the current directory, by name. */
struct tree {
    struct file *files;
    size_t count;
};

struct sweep {
    const char *call, *failure; /* the error's name, or nothing */
    const char *shim, *variable;
    const char *report; /* where the shim reports a failure */
    char **command;
    const char *tool; /* the last part of its name */
    int input, output, messages;
    int injected;              /* the report, open */
    struct tree before, after; /* the files, and what a run without failures makes of them */
    struct bytes good;         /* what such a run prints */
    bool same_names;           /* it creates and removes nothing */
};

/* What became of a run. */
struct run {
    int status; /* as a shell says it */
    bool hangs;
    struct tree tree;
    struct bytes printed;
};

/* There is nothing that could be said of the command. */
static _Noreturn void __attribute__((format(printf, 1, 2))) fail(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    printf("sweep: ");
    vprintf(format, args);
    printf("\n");
    va_end(args);
    exit(1);
}

static void must(bool ok, const char *what)
{
    if (!ok)
        fail("%s: %s", what, strerror(errno));
}

/* ---- files --------------------------------------------------------------------------------- */

/* All of FD from its beginning, and a NUL behind it. */
static struct bytes read_all(int fd)
{
    struct stat status;
    struct bytes bytes = {0};

    must(!fstat(fd, &status), "fstat");
    size_t size = (size_t)status.st_size;
    bytes.ptr = malloc(size + 1);
    must(bytes.ptr, "malloc");
    while (bytes.len < size) {
        ssize_t got = pread(fd, bytes.ptr + bytes.len, size - bytes.len, (off_t)bytes.len);
        must(got >= 0, "pread");
        if (!got)
            break;
        bytes.len += (size_t)got;
    }
    bytes.ptr[bytes.len] = '\0';
    return bytes;
}

static bool same_bytes(struct bytes a, struct bytes b)
{
    return a.len == b.len && !memcmp(a.ptr, b.ptr, a.len);
}

static struct file read_file(const char *name)
{
    struct file file = {.name = strdup(name)};
    struct stat status;

    must(file.name, "strdup");
    int fd = open(name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    must(fd >= 0, name);
    must(!fstat(fd, &status), name);
    if (!S_ISREG(status.st_mode))
        fail("%s is no file", name);
    file.mode = status.st_mode & 07777;
    file.bytes = read_all(fd);
    close(fd);
    return file;
}

static int compare_files(const void *a, const void *b)
{
    return strcmp(((const struct file *)a)->name, ((const struct file *)b)->name);
}

static struct tree read_tree(void)
{
    struct tree tree = {0};
    const struct dirent *entry;
    size_t room = 0;
    DIR *directory = opendir(".");

    must(directory, "opendir");
    while ((entry = readdir(directory))) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
            continue;
        if (tree.count == room) {
            room = room ? 2 * room : 16;
            tree.files = realloc(tree.files, room * sizeof *tree.files);
            must(tree.files, "realloc");
        }
        tree.files[tree.count++] = read_file(entry->d_name);
    }
    closedir(directory);
    if (tree.count)
        qsort(tree.files, tree.count, sizeof *tree.files, compare_files);
    return tree;
}

static void free_tree(struct tree *tree)
{
    for (size_t i = 0; i < tree->count; i++) {
        free(tree->files[i].name);
        free(tree->files[i].bytes.ptr);
    }
    free(tree->files);
    *tree = (struct tree){0};
}

static bool same_names(const struct tree *a, const struct tree *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->files[i].name, b->files[i].name) != 0)
            return false;
    return true;
}

static bool same_trees(const struct tree *a, const struct tree *b)
{
    if (!same_names(a, b))
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!same_bytes(a->files[i].bytes, b->files[i].bytes))
            return false;
    return true;
}

static void write_file(const struct file *file)
{
    int fd = open(file->name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, file->mode);

    must(fd >= 0, file->name);
    must(write(fd, file->bytes.ptr, file->bytes.len) == (ssize_t)file->bytes.len, file->name);
    must(!close(fd), file->name);
}

/* Make the current directory, which is as NOW says, as it was BEFORE. */
static void restore(const struct tree *now, const struct tree *before)
{
    if (same_trees(now, before))
        return;
    for (size_t i = 0; i < now->count; i++)
        must(!unlink(now->files[i].name), now->files[i].name);
    for (size_t i = 0; i < before->count; i++)
        write_file(&before->files[i]);
}

/* ---- runs ---------------------------------------------------------------------------------- */

/* Empty FD, which the next run writes or reads from its beginning. */
static void rewind_all(const struct sweep *sweep)
{
    must(lseek(sweep->input, 0, SEEK_SET) == 0, "input");
    must(lseek(sweep->output, 0, SEEK_SET) == 0 && !ftruncate(sweep->output, 0), "stdout");
    must(lseek(sweep->messages, 0, SEEK_SET) == 0 && !ftruncate(sweep->messages, 0), "stderr");
    must(!ftruncate(sweep->injected, 0), "injected");
}

/* In the new process: an alarm outlives exec, and nothing that is run here sets one. */
static _Noreturn void become(const struct sweep *sweep, const char *number)
{
    bool ready =
        dup2(sweep->input, STDIN_FILENO) >= 0 && dup2(sweep->output, STDOUT_FILENO) >= 0 &&
        dup2(sweep->messages, STDERR_FILENO) >= 0 && !setenv("KAM_FAIL_REPORT", sweep->report, 1) &&
        !setenv("KAM_FAIL_CALL", sweep->call, 1) && !setenv("KAM_FAIL_ERRNO", sweep->failure, 1) &&
        !setenv(sweep->variable, number, 1) && !setenv("LD_PRELOAD", sweep->shim, 1);

    alarm(PATIENCE_SECONDS);
    if (ready)
        execvp(sweep->command[0], sweep->command);
    dprintf(STDERR_FILENO, "%s: %s\n", sweep->command[0], strerror(errno));
    _exit(127);
}

/* Run the command; call NUMBER fails, 0: none. */
static struct run run_command(const struct sweep *sweep, unsigned number)
{
    struct run run = {0};
    char text[16];
    int status;

    rewind_all(sweep);
    snprintf(text, sizeof text, "%u", number);
    fflush(stdout);
    pid_t child = fork();
    must(child >= 0, "fork");
    if (!child)
        become(sweep, text);
    must(waitpid(child, &status, 0) == child, "waitpid");
    run.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    run.hangs = WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM;
    run.tree = read_tree();
    run.printed = read_all(sweep->output);
    return run;
}

static void end_run(const struct sweep *sweep, struct run *run)
{
    restore(&run->tree, &sweep->before);
    free_tree(&run->tree);
    free(run->printed.ptr);
}

static bool was_injected(const struct sweep *sweep)
{
    struct stat status;

    must(!fstat(sweep->injected, &status), "injected");
    return status.st_size > 0;
}

/* ---- what is asked of a run ---------------------------------------------------------------- */

static bool fails(const struct sweep *sweep, const char *a, const char *b)
{
    return !strcmp(sweep->call, a) || !strcmp(sweep->call, b);
}

static bool survived(const struct sweep *sweep, const struct run *run)
{
    return run->status == 0 && same_bytes(run->printed, sweep->good) &&
           same_trees(&run->tree, &sweep->after);
}

/* Nothing was printed; or, once writing had begun, the beginning of what should have been. */
static bool quiet(const struct sweep *sweep, const struct run *run)
{
    if (!fails(sweep, "write", "close"))
        return run->printed.len == 0;
    return run->printed.len <= sweep->good.len &&
           !memcmp(run->printed.ptr, sweep->good.ptr, run->printed.len);
}

/* Nothing was changed; or the new file had replaced the old one when its directory could not be
   opened or synced. */
static bool undone(const struct sweep *sweep, const struct run *run)
{
    if (same_trees(&run->tree, &sweep->before))
        return true;
    return fails(sweep, "open", "fsync") && sweep->same_names &&
           same_trees(&run->tree, &sweep->after);
}

/* The first line on standard error is "TOOL: " and something. */
static bool has_message(const struct sweep *sweep)
{
    struct bytes text = read_all(sweep->messages);
    size_t len = strlen(sweep->tool);
    bool has = !strncmp(text.ptr, sweep->tool, len) && !strncmp(text.ptr + len, ": ", 2) &&
               text.ptr[len + 2] != '\n' && text.ptr[len + 2] != '\0';

    free(text.ptr);
    return has;
}

/* What is wrong with a run that exited with status 0. */
static const char *judge_success(const struct sweep *sweep, const struct run *run)
{
    if (fails(sweep, "read", "write") || fails(sweep, "rename", "fsync"))
        return "exit status 0";
    return survived(sweep, run) ? NULL : "exit status 0 with another result";
}

/* What is wrong with one that ended by itself and with another status. */
static const char *judge_failure(const struct sweep *sweep, const struct run *run)
{
    if (run->status != 3)
        return "neither success nor exit status 3";
    if (!has_message(sweep))
        return "no message";
    if (!quiet(sweep, run))
        return "output although it failed";
    return undone(sweep, run) ? NULL : "files are not as they were";
}

/* What is wrong with a run in which a call failed, or NULL. */
static const char *judge(const struct sweep *sweep, const struct run *run)
{
    if (run->hangs)
        return "hangs";
    if (run->status > 125)
        return "ended by a signal, or never begun";
    if (!strcmp(sweep->failure, "EINTR"))
        return survived(sweep, run) ? NULL : "not carried on after EINTR, or with another result";
    return run->status == 0 ? judge_success(sweep, run) : judge_failure(sweep, run);
}

/* ---- the sweep ----------------------------------------------------------------------------- */

static void print_messages(const struct sweep *sweep)
{
    struct bytes text = read_all(sweep->messages);
    const char *end = text.ptr;

    for (int lines = 0; lines < 5 && *end; lines++)
        end += strcspn(end, "\n") + (end[strcspn(end, "\n")] == '\n');
    fwrite(text.ptr, 1, (size_t)(end - text.ptr), stdout);
    free(text.ptr);
}

/* The run without failures, which the others are held to. */
static bool begin(struct sweep *sweep)
{
    sweep->before = read_tree();
    struct run run = run_command(sweep, 0);
    sweep->good = run.printed;
    sweep->after = run.tree;
    sweep->same_names = same_names(&sweep->before, &sweep->after);
    restore(&sweep->after, &sweep->before);
    if (run.status) {
        printf("exit status %d before anything failed\n", run.status);
        print_messages(sweep);
    }
    return run.status == 0;
}

static void sweep_all(const struct sweep *sweep)
{
    unsigned number = 0;
    int found = 0;
    bool more = true;

    while (more && found < MOST_FOUND) {
        number += number < ALL_BEFORE ? 1 : number / STEP_SHARE;
        struct run run = run_command(sweep, number);
        more = was_injected(sweep);
        const char *problem = more ? judge(sweep, &run) : NULL;
        if (problem) {
            found++;
            printf("%s %u: %s (%s, status %d)\n", sweep->call, number, problem, sweep->tool,
                   run.status);
            print_messages(sweep);
        }
        if (!more && !survived(sweep, &run))
            printf("%s %u: nothing failed, and yet another result\n", sweep->call, number);
        end_run(sweep, &run);
    }
    if (number == 1 && !more)
        printf("no %s at all\n", sweep->call);
}

/* DIRECTORY/NAME, open. */
static int open_in(const char *directory, const char *name, int flags)
{
    char path[4096];

    must((size_t)snprintf(path, sizeof path, "%s/%s", directory, name) < sizeof path, directory);
    int fd = open(path, flags | O_CLOEXEC, 0600);
    must(fd >= 0, path);
    return fd;
}

int main(int argc, char **argv)
{
    char report[4096];

    if (argc < 6)
        fail("CALL:ERRNO SHIM VARIABLE DIRECTORY COMMAND...");
    char *colon = strchr(argv[1], ':');
    if (!colon)
        fail("no colon in %s", argv[1]);
    *colon = '\0';
    const char *slash = strrchr(argv[5], '/');
    must((size_t)snprintf(report, sizeof report, "%s/injected", argv[4]) < sizeof report, argv[4]);
    struct sweep sweep = {
        .call = argv[1],
        .failure = colon + 1,
        .shim = argv[2],
        .variable = argv[3],
        .report = report,
        .command = argv + 5,
        .tool = slash ? slash + 1 : argv[5],
        .input = open_in(argv[4], "input", O_RDONLY),
        .output = open_in(argv[4], "stdout", O_RDWR | O_CREAT),
        .messages = open_in(argv[4], "stderr", O_RDWR | O_CREAT),
        .injected = open_in(argv[4], "injected", O_RDWR | O_CREAT),
    };
    if (begin(&sweep))
        sweep_all(&sweep);
    free_tree(&sweep.before);
    free_tree(&sweep.after);
    free(sweep.good.ptr);
    return 0;
}
