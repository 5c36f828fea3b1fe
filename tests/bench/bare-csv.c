/*
 * The bare minimum: read a file and let libcsv split it into fields, which are only counted. What
 * kam-import does beside that is measured against it.
 */
#include <csv.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct counts {
    unsigned long fields, records;
};

static void count_field(void *bytes, size_t len, void *context)
{
    (void)bytes;
    (void)len;
    ((struct counts *)context)->fields++;
}

static void count_record(int terminator, void *context)
{
    (void)terminator;
    ((struct counts *)context)->records++;
}

int main(int argc, char **argv)
{
    enum { BLOCK = 128 * 1024 };
    static char block[BLOCK];
    struct csv_parser parser;
    struct counts counts = {0, 0};
    int fd = argc == 2 ? open(argv[1], O_RDONLY) : -1;
    ssize_t n;

    if (fd < 0 || csv_init(&parser, CSV_STRICT) != 0)
        return EXIT_FAILURE;
    while ((n = read(fd, block, sizeof block)) > 0)
        if (csv_parse(&parser, block, (size_t)n, count_field, count_record, &counts) != (size_t)n)
            return EXIT_FAILURE;
    csv_fini(&parser, count_field, count_record, &counts);
    csv_free(&parser);
    printf("%lu records, %lu fields\n", counts.records, counts.fields);
    return n == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
