#include "base/sha256.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static void hash_of(struct kam_text text, size_t times, unsigned char *hash)
{
    struct kam_sha256 sha;

    kam_sha256_init(&sha);
    for (size_t i = 0; i < times; i++)
        kam_sha256_add(&sha, text);
    kam_sha256_finish(&sha, hash);
}

static void check(const char *text, size_t times, const char *expected)
{
    unsigned char hash[KAM_SHA256_BYTES];
    char digits[2 * KAM_SHA256_BYTES + 1];

    hash_of(kam_text_of(text), times, hash);
    for (size_t i = 0; i < sizeof hash; i++)
        (void)snprintf(digits + 2 * i, 3, "%02x", hash[i]);
    assert_string_equal(digits, expected);
}

/* The examples that NIST publishes with FIPS 180-4. */
static void the_published_examples(void **unused)
{
    (void)unused;
    check("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    check("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    check("a", 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* Around the end of a block, where the length needs another one. */
static void texts_of_every_length(void **unused)
{
    (void)unused;
    check("a", 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    check("a", 56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    check("a", 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

static void a_hash_in_base64(void **unused)
{
    unsigned char hash[KAM_SHA256_BYTES];
    char text[KAM_SHA256_BASE64 + 1];

    (void)unused;
    hash_of(KAM_TEXT("abc"), 1, hash);
    kam_sha256_base64(hash, text);
    assert_string_equal(text, "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_examples),
        cmocka_unit_test(texts_of_every_length),
        cmocka_unit_test(a_hash_in_base64),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
