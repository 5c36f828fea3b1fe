#include <config.h>

#include "explaining.h"

#include <stdlib.h>

void kam_explaining_ask(const struct kam_front *front, struct kam_explaining *explaining,
                        const char *argument)
{
    if (!*argument)
        kam_front_usage(front, "--explain: '': an id, or name:TEXT, is needed");
    if (!kam_array_reserve(&explaining->asked, &explaining->capacity, explaining->count + 1,
                           sizeof *explaining->asked))
        kam_front_out_of_memory(front);
    explaining->asked[explaining->count++] = argument;
}

const struct kam_language *kam_explaining_language(const struct kam_front *front,
                                                   const char *argument)
{
    const struct kam_language *known = kam_language_find(kam_text_of(argument));
    struct kam_buffer codes = {NULL, 0, 0};

    if (known)
        return known;
    for (size_t i = 0; (known = kam_language_at(i)); i++)
        if (!kam_buffer_printf(&codes, "%s%s", i ? ", " : "", known->code))
            kam_front_out_of_memory(front);
    kam_front_usage(front, "--lang: %s: none of %s", kam_show(kam_text_of(argument)).s, codes.ptr);
}

void kam_explaining_speak(const struct kam_front *front, struct kam_explaining *explaining,
                          const char *argument)
{
    explaining->language = kam_explaining_language(front, argument);
}

void kam_explaining_check(const struct kam_front *front, struct kam_explaining *explaining)
{
    if (explaining->language && explaining->count == 0)
        kam_front_usage(front, "--lang goes with --explain only");
    if (!explaining->language)
        explaining->language = kam_language_at(0);
}

enum kam_status kam_explaining_write(struct kam_front *front, const struct kam_story *story,
                                     struct kam_error *error)
{
    struct kam_output *output;
    struct kam_writer writer;
    enum kam_status status = kam_front_open_output(front, &output, &writer, error);

    if (status)
        return status;
    kam_output_write(output, kam_buffer_text(&story->text));
    return kam_output_commit(output, error);
}

void kam_explaining_free(struct kam_explaining *explaining)
{
    free(explaining->asked);
}
