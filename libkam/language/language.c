#include "language/language.h"

const struct kam_language *kam_language_at(size_t number)
{
    const struct kam_language *const languages[] = {&kam_english, &kam_chinese};

    return number < sizeof languages / sizeof *languages ? languages[number] : NULL;
}

const struct kam_language *kam_language_find(struct kam_text code)
{
    const struct kam_language *language;

    for (size_t i = 0; (language = kam_language_at(i)); i++)
        if (kam_text_equal(code, kam_text_of(language->code)))
            return language;
    return NULL;
}

struct kam_text kam_language_column(const struct kam_language *language, struct kam_text column)
{
    for (size_t i = 0; i < language->column_count; i++)
        if (kam_text_equal(column, kam_text_of(language->columns[i].column)))
            return kam_text_of(language->columns[i].word);
    return column;
}
