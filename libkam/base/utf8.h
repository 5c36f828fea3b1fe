/*
 * utf8: which bytes are well-formed UTF-8 (RFC 3629: no surrogates, nothing longer than it needs
 * to be, nothing beyond U+10FFFF).
 */
#ifndef KAM_BASE_UTF8_H
#define KAM_BASE_UTF8_H

#include "text.h"
#include "vectors.h"

/* Bytes of the well-formed character at P with LEFT bytes, at least one, to its right; or 0. */
size_t kam_utf8_character(const char *p, size_t left);

/* Bytes of the longest prefix of TEXT that is well-formed. */
size_t kam_utf8_prefix(struct kam_text text);

/* The same with VECTORS, any that the processor has: all find the same. */
size_t kam_utf8_prefix_with(struct kam_text text, enum kam_vectors vectors);

#endif
