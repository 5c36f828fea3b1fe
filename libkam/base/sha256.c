#include "sha256.h"

enum { ROUNDS = 64 };

static const uint32_t constants[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

void kam_sha256_init(struct kam_sha256 *sha)
{
    static const uint32_t initial[8] = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    };

    *sha = (struct kam_sha256){.length = 0};
    memcpy(sha->state, initial, sizeof initial);
}

static uint32_t rotate(uint32_t x, unsigned bits)
{
    return x >> bits | x << (32 - bits);
}

/* The words of a block, and those that are made of them. */
static void schedule(const unsigned char *block, uint32_t words[ROUNDS])
{
    for (size_t i = 0; i < 16; i++)
        words[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
                   (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (size_t i = 16; i < ROUNDS; i++) {
        uint32_t a = words[i - 15], b = words[i - 2];
        words[i] = words[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) + words[i - 7] +
                   (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
    }
}

static void compress(struct kam_sha256 *sha)
{
    uint32_t words[ROUNDS], s[8];

    schedule(sha->block, words);
    memcpy(s, sha->state, sizeof s);
    for (size_t i = 0; i < ROUNDS; i++) {
        uint32_t one = s[7] + (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)) +
                       ((s[4] & s[5]) ^ (~s[4] & s[6])) + constants[i] + words[i];
        uint32_t two = (rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)) +
                       ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        memmove(s + 1, s, 7 * sizeof *s);
        s[4] += one;
        s[0] = one + two;
    }
    for (size_t i = 0; i < 8; i++)
        sha->state[i] += s[i];
}

void kam_sha256_add(struct kam_sha256 *sha, struct kam_text text)
{
    for (size_t i = 0; i < text.len; i++) {
        sha->block[sha->length++ % KAM_SHA256_BLOCK] = (unsigned char)text.ptr[i];
        if (sha->length % KAM_SHA256_BLOCK == 0)
            compress(sha);
    }
}

void kam_sha256_finish(struct kam_sha256 *sha, unsigned char hash[KAM_SHA256_BYTES])
{
    uint64_t bits = sha->length * 8;
    char length[sizeof bits];

    for (size_t i = 0; i < sizeof length; i++)
        length[i] = (char)(bits >> (8 * (sizeof length - 1 - i)));
    kam_sha256_add(sha, KAM_TEXT("\x80"));
    while (sha->length % KAM_SHA256_BLOCK != KAM_SHA256_BLOCK - sizeof length)
        kam_sha256_add(sha, (struct kam_text){"", 1});
    kam_sha256_add(sha, (struct kam_text){length, sizeof length});
    for (size_t i = 0; i < KAM_SHA256_BYTES; i++)
        hash[i] = (unsigned char)(sha->state[i / 4] >> (8 * (3 - i % 4)));
}

void kam_sha256_base64(const unsigned char hash[KAM_SHA256_BYTES], char text[KAM_SHA256_BASE64 + 1])
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned char padded[KAM_SHA256_BYTES + 1] = {0};

    memcpy(padded, hash, KAM_SHA256_BYTES);
    for (size_t i = 0; i < KAM_SHA256_BASE64; i++) {
        const unsigned char *three = padded + i / 4 * 3;
        uint32_t bits = (uint32_t)three[0] << 16 | (uint32_t)three[1] << 8 | three[2];
        text[i] = letters[bits >> (6 * (3 - i % 4)) & 63];
    }
    /* 32 bytes are ten threes and a two */
    text[KAM_SHA256_BASE64 - 1] = '=';
    text[KAM_SHA256_BASE64] = '\0';
}
