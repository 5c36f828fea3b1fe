#include "cleanup.h"

#include <limits.h>
#include <signal.h>
#include <unistd.h>

enum { MOST_FILES = 8 };

/* What a signal handler can reach has to stand outside of all functions. */
static char guarded[MOST_FILES][PATH_MAX];
static volatile sig_atomic_t guarded_count;

/* Remove what there is, and end as the signal would have ended the program. */
static void remove_and_end(int number)
{
    for (int i = 0; i < guarded_count; i++)
        unlink(guarded[i]);
    signal(number, SIG_DFL);
    raise(number);
}

static void catch_signals(void)
{
    /* That a reader of standard output has gone may be known before a list is in place. */
    static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGXCPU, SIGXFSZ};

    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (signal(signals[i], remove_and_end) == SIG_IGN)
            signal(signals[i], SIG_IGN); /* as nohup wants it */
}

void kam_cleanup_guard(const struct kam_output *output)
{
    const char *path = kam_output_temporary(output);

    if (!path || guarded_count == MOST_FILES || strlen(path) >= PATH_MAX)
        return;
    if (guarded_count == 0)
        catch_signals();
    memcpy(guarded[guarded_count], path, strlen(path) + 1);
    guarded_count = guarded_count + 1;
}

void kam_cleanup_forget(void)
{
    guarded_count = 0;
}
