/*
 * Runs a fuzz target without a fuzzer, on every prefix of every file: those named on the command
 * line, or without any those of the target's corpus, tests/fuzz/corpus/NAME for fuzz_NAME below
 * the source directory ($srcdir, as Automake sets it). Speaks TAP.
 */
#include "fuzz.h"

#include <dirent.h>
#include <string.h>

/* Each input lies in memory of its exact size, so that a sanitizer sees a byte read too many. */
static void run(const uint8_t *data, size_t size)
{
    uint8_t *copy = malloc(size ? size : 1);

    REQUIRE(copy);
    if (size)
        memcpy(copy, data, size);
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

/* The bytes of FILE, for the caller to free; NULL if it can't be read. */
static uint8_t *read_whole(const char *file, size_t *size)
{
    FILE *stream = fopen(file, "rb");
    uint8_t *data = NULL;
    size_t room = 0;

    *size = 0;
    while (stream && !feof(stream) && !ferror(stream)) {
        if (*size == room) {
            room = room ? 2 * room : 4096;
            data = realloc(data, room);
            REQUIRE(data);
        }
        *size += fread(data + *size, 1, room - *size, stream);
    }
    if (!stream || ferror(stream)) {
        free(data);
        data = NULL;
    }
    if (stream)
        fclose(stream);
    return data;
}

/* FILE is the run's check NUMBER. */
static void replay(const char *file, int number)
{
    const char *name = strrchr(file, '/');
    size_t size;
    uint8_t *data = read_whole(file, &size);

    name = name ? name + 1 : file;
    printf("# %s\n", name);
    fflush(stdout);
    for (size_t n = 0; data && n <= size; n++)
        run(data, n);
    printf("%s %d - %s\n", data ? "ok" : "not ok", number, name);
    free(data);
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* Replay the corpus of PROGRAM; the number of its files. */
static int replay_corpus(const char *program)
{
    const char *source = getenv("srcdir"), *target = strstr(program, "fuzz_");
    char path[4096];
    struct dirent **entries;
    int count;

    while (target && strstr(target + 1, "fuzz_"))
        target = strstr(target + 1, "fuzz_");
    REQUIRE(target);
    snprintf(path, sizeof path, "%s/tests/fuzz/corpus/%s", source ? source : ".",
             target + strlen("fuzz_"));
    count = scandir(path, &entries, is_visible, alphasort);
    for (int i = 0; i < count; i++) {
        char file[sizeof path + sizeof entries[i]->d_name + 1];
        snprintf(file, sizeof file, "%s/%s", path, entries[i]->d_name);
        replay(file, i + 1);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    return count;
}

int main(int argc, char **argv)
{
    int count = argc - 1;

    for (int i = 1; i < argc; i++)
        replay(argv[i], i);
    if (argc < 2)
        count = replay_corpus(argv[0]);
    if (count <= 0) {
        printf("not ok 1 - there is a corpus\n");
        count = 1;
    }
    printf("1..%d\n", count);
    return 0;
}
