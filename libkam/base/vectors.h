/*
 * vectors: which vector instructions of the processor are used, chosen when the program runs.
 *
 * What is written with them stands beside the same in plain C, which serves every other processor,
 * and tests hold the two together. AVX2 code is marked KAM_AVX2, as it is compiled for more than
 * the rest is.
 */
#ifndef KAM_BASE_VECTORS_H
#define KAM_BASE_VECTORS_H

/* From none to the best. SSE2 is part of every x86-64 processor. */
enum kam_vectors { KAM_VECTORS_NONE, KAM_VECTORS_SSE2, KAM_VECTORS_AVX2 };

#ifdef __x86_64__
#define KAM_HAS_VECTORS 1
#define KAM_AVX2        __attribute__((target("avx2")))
#endif

/* The best this processor has. */
static inline enum kam_vectors kam_vectors_best(void)
{
#ifdef KAM_HAS_VECTORS
    return __builtin_cpu_supports("avx2") ? KAM_VECTORS_AVX2 : KAM_VECTORS_SSE2;
#else
    return KAM_VECTORS_NONE;
#endif
}

#endif
