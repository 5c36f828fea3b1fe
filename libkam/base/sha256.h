/*
 * sha256: the hash that a content security policy names a script by (FIPS 180-4), and base64 (RFC
 * 4648), in which it does so.
 */
#ifndef KAM_BASE_SHA256_H
#define KAM_BASE_SHA256_H

#include "text.h"

enum { KAM_SHA256_BLOCK = 64, KAM_SHA256_BYTES = 32, KAM_SHA256_BASE64 = 44 };

struct kam_sha256 {
    uint32_t state[8];
    uint64_t length; /* bytes so far */
    unsigned char block[KAM_SHA256_BLOCK];
};

void kam_sha256_init(struct kam_sha256 *sha);
void kam_sha256_add(struct kam_sha256 *sha, struct kam_text text);

/* The hash of all that was added; nothing can be added afterwards. */
void kam_sha256_finish(struct kam_sha256 *sha, unsigned char hash[KAM_SHA256_BYTES]);

/* HASH in base64, NUL-terminated. */
void kam_sha256_base64(const unsigned char hash[KAM_SHA256_BYTES],
                       char text[KAM_SHA256_BASE64 + 1]);

#endif
