/*
 * encode: what is written here as UTF-8, in another encoding.
 */
#ifndef KAM_TESTS_ENCODE_H
#define KAM_TESTS_ENCODE_H

#include "base/text.h"

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* TEXT, which is UTF-8, in ENCODING; it stands in BUFFER. */
static inline struct kam_text encode(const char *text, const char *encoding, char *buffer,
                                     size_t size)
{
    iconv_t conversion = iconv_open(encoding, "UTF-8");
    char *from = (char *)(uintptr_t)text, *to = buffer;
    size_t left = strlen(text), room = size;

    assert_true(conversion != (iconv_t)-1);
    assert_int_equal(iconv(conversion, &from, &left, &to, &room), 0);
    iconv_close(conversion);
    return (struct kam_text){buffer, size - room};
}

#endif
