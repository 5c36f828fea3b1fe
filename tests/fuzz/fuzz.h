/*
 * fuzz: what the fuzz targets share. A target is one function that takes any bytes and holds the
 * code to its invariants; `make check` runs it over its corpus (replay.c). To let libFuzzer look
 * for new inputs:
 *
 *     clang -g -fsanitize=fuzzer,address,undefined -Ilibkam tests/fuzz/fuzz_month.c \
 *         libkam/base/month.c libkam/base/text.c ... -o fuzz_month
 *     ./fuzz_month tests/fuzz/corpus/month
 *
 * fuzz_import needs all of libkam, tests/importing.c and tests/importlaws.c, and does better with
 * -dict=tests/fuzz/import.dict.
 */
#ifndef KAM_TESTS_FUZZ_H
#define KAM_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Like assert, but in every build. */
#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

#endif
