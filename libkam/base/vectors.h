/*
 * vectors: which vector instructions of the processor are used, chosen when the program runs.
 *
 * What is written with them stands beside the same in plain C, which serves every other processor,
 * and tests hold the two together. AVX2 code is marked KAM_AVX2, as it is compiled for more than
 * the rest is: with AVX2 come the instructions that find and count bits.
 */
#ifndef KAM_BASE_VECTORS_H
#define KAM_BASE_VECTORS_H

#include <stdbool.h>

/* From none to the best. SSE2 is part of every x86-64 processor. */
enum kam_vectors { KAM_VECTORS_NONE, KAM_VECTORS_SSE2, KAM_VECTORS_AVX2 };

#ifdef __x86_64__
#define KAM_HAS_VECTORS 1
#define KAM_AVX2        __attribute__((target("avx2,bmi,popcnt")))
#endif

/* The best this processor has. */
static inline enum kam_vectors kam_vectors_best(void)
{
#ifdef KAM_HAS_VECTORS
    /* Processors with AVX2 have the others, too; what emulates one may not. */
    bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                __builtin_cpu_supports("popcnt");
    return avx2 ? KAM_VECTORS_AVX2 : KAM_VECTORS_SSE2;
#else
    return KAM_VECTORS_NONE;
#endif
}

#endif
