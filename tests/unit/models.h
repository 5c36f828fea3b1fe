/*
 * models: model files as text for the tests of model, loaded, or what is wrong with them.
 */
#ifndef KAM_TESTS_MODELS_H
#define KAM_TESTS_MODELS_H

#include "model/model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Sections to build models of. */
#define DIMENSION                                                                                  \
    "[dimension revenue]\ncolumn = revenue\nweight = 40\nbands = 0:0, 5万:60, 20万:100\n"
#define TIERS "[tiers]\nnames = a, b, c\ncut = customers 1%, 5%\n"

/* Load TEXT with at most one override; the message of what is wrong with it, or "". */
static inline const char *complaint(const char *text, const char *override)
{
    static char message[2048];
    struct kam_error error;
    struct kam_model *model;
    enum kam_status status = kam_model_load_text(&model, "m.kam", kam_text_of(text), &override,
                                                 override != NULL, &error);

    message[0] = '\0';
    if (status == KAM_OK) {
        kam_model_free(model);
        return message;
    }
    assert_null(model);
    assert_int_equal(status, KAM_USAGE);
    kam_error_format(&error, message, sizeof message);
    return message;
}

/* A model without mistakes; the caller frees it. */
static inline struct kam_model *load(const char *text)
{
    struct kam_error error;
    struct kam_model *model;

    if (kam_model_load_text(&model, "m.kam", kam_text_of(text), NULL, 0, &error) != KAM_OK)
        fail_msg("line %llu: %s: %s", (unsigned long long)error.line, error.column, error.text);
    return model;
}

/* VALUE is written as EXPECTED. */
static inline void assert_decimal(struct kam_decimal value, const char *expected)
{
    char text[KAM_DECIMAL_SIZE];

    kam_decimal_format(value, 0, text);
    assert_string_equal(text, expected);
}

#endif
